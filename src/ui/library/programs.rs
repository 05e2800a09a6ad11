//! The programs: what each is for and asks, to be read, laid out, dragged and grown by the coach's own.

use egui::{
    CornerRadius, Label, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::domain::{Level, Program};
use crate::ui::action::{Actions, DialogRequest};
use crate::ui::format;
use crate::ui::shared::{Dragged, Shared};
use crate::ui::theme::{Palette, Weight, card_frame, text};
use crate::ui::view::View;
use crate::ui::widgets::aside;
use crate::ui::widgets::buttons;
use crate::ui::widgets::row_keys::{self, RowKeys};

use super::parts::{FOOT, list_ui, matches};
use super::program_facts::{facts, needs, picture_ui};
use super::state::{LibraryState, ProgramFilter};
use super::{program_card, program_own};

/// Draws the list, or the program that is read.
pub fn programs_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    mut keys: RowKeys,
    actions: &mut Actions,
) {
    let shown = state.programs.shown.clone();
    if let Some(program) = shown.and_then(|id| view.library.program(&id)) {
        program_card::program_ui(ui, view, state, shared, program, actions);
        return;
    }
    filters_ui(ui, view.palette, &mut state.programs.filter);
    let query = state.query.clone();
    let filter = state.programs.filter;
    list_ui(ui, "programs", FOOT, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let mut any = false;
        for program in view.library.programs() {
            if filter.keeps(program) && matches(&query, &program.name, &searched(program)) {
                any = true;
                card_ui(ui, view, state, shared, program, &mut keys, actions);
            }
        }
        if !any {
            ui.add_space(12.0);
            let hint = "No program matches. Remove a filter, or create your own.";
            aside::soft_ui(ui, view.palette, 12.0, hint);
        }
    });
    keys.end(ui);
    ui.separator();
    program_own::new_ui(ui, view, shared, actions);
}

/// The words of a program that a search goes through besides its name.
fn searched(program: &Program) -> String {
    let equipment: Vec<&str> = program.equipment.iter().map(|item| item.name()).collect();
    let level = program.level.map_or("", Level::label);
    format!("{} {} {level}", program.summary, equipment.join(" "))
}

fn filters_ui(ui: &mut Ui, palette: &Palette, filter: &mut ProgramFilter) {
    let chips = [
        ("At home", "Programs that need no gym", &mut filter.at_home),
        (
            "Two days",
            "Programs of two days a week",
            &mut filter.two_days,
        ),
        (
            "30 min",
            "Programs of up to 30 min a session",
            &mut filter.short,
        ),
        (
            "To a race",
            "Countdowns that end with a race",
            &mut filter.race,
        ),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
        row_keys::lines_ui(ui, "program filters", |ui, keys| {
            for (label, hint, on) in chips {
                let chip = keys.chip_ui(ui, palette, label, *on);
                if chip.on_hover_text(hint).clicked() {
                    *on = !*on;
                }
            }
        });
    });
    ui.add_space(2.0);
}

fn card_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    program: &Program,
    keys: &mut RowKeys,
    actions: &mut Actions,
) {
    let palette = view.palette;
    let frame = card_frame(palette.hairline);
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let line = |content: &str, size: f32, weight: Weight| {
            Label::new(text(content, size, weight).color(palette.text_soft)).selectable(false)
        };
        let name = Label::new(text(&program.name, 13.0, Weight::SemiBold)).selectable(false);
        ui.add(name.wrap());
        ui.add(line(&facts(program), 12.0, Weight::Medium).wrap());
        if !program.summary.is_empty() {
            ui.add(line(&program.summary, 12.0, Weight::Regular).wrap());
        }
        picture_ui(ui, view, program);
        let needs = text(needs(&program.equipment), 11.0, Weight::Regular);
        ui.add(
            Label::new(needs.color(palette.text_faint))
                .selectable(false)
                .wrap(),
        );
        ui.add_space(24.0);
    });
    let rect = shown.response.rect;
    let id = ui.scope_id().with(("program", &program.id));
    let sense = keys.row(id, &program.name, false, Sense::click_and_drag());
    let response = ui.interact(rect.with_max_y(rect.max.y - 34.0), id, sense);
    if response.gained_focus() {
        ui.scroll_to_rect(rect, None);
    }
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(facts(program)),
        ..WidgetInfo::labeled(Role::Button, true, &program.name)
    });
    response.dnd_set_drag_payload(Dragged::Program(program.id.clone()));
    if response.hovered() {
        let line = Stroke::new(1.0, palette.text_faint);
        ui.painter()
            .rect_stroke(rect, CornerRadius::same(8), line, StrokeKind::Inside);
    }
    if response.clicked() {
        state.programs.show(program);
    }
    let foot = Rect::from_min_max(
        pos2(rect.left() + 10.0, rect.bottom() - 34.0),
        pos2(rect.right() - 10.0, rect.bottom() - 8.0),
    );
    let builder = egui::UiBuilder::new().id_salt(&program.id).max_rect(foot);
    ui.scope_builder(builder, |ui| {
        ui.horizontal(|ui| {
            let is_stop = keys.is_stop(id);
            let button = buttons::soft_in_row_ui(ui, palette, "Lay out…", is_stop);
            let name = format!("Lay out {}…", program.name);
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if button.clicked() {
                actions.open(DialogRequest::lay_out(program.id.clone(), shared.week));
            }
            let from = format!("from {}", format::day_month(shared.week));
            let from = text(from, 11.5, Weight::Regular).color(palette.text_faint);
            ui.add(Label::new(from).selectable(false).truncate());
        });
    });
    ui.add_space(6.0);
    response.on_hover_cursor(egui::CursorIcon::Grab);
}
