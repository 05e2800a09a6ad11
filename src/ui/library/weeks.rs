//! The template weeks, to be laid out from the shown week.

use egui::{CornerRadius, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::domain::WeekTemplate;
use crate::edit::WorkspaceEdit;
use crate::ui::action::Actions;
use crate::ui::card_facts::plan_facts;
use crate::ui::format;
use crate::ui::lay_week::lay_week;
use crate::ui::shared::{Dragged, Shared};
use crate::ui::theme::{Weight, card_frame, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::buttons;
use crate::ui::widgets::row_keys::RowKeys;

use super::parts::{list_ui, matches};
use super::state::LibraryState;
use super::{own, week_editor};

/// Draws the list.
pub fn weeks_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    mut keys: RowKeys,
    actions: &mut Actions,
) {
    list_ui(ui, "weeks", 28.0, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        let query = state.query.clone();
        let mut any = false;
        for template in view.library.weeks() {
            if !matches(&query, &template.name, &template.summary) {
                continue;
            }
            any = true;
            let edited = state.edited_week.as_ref();
            if edited.is_some_and(|edited| edited.id == template.id) {
                week_editor::editor_ui(ui, view, state, actions);
            } else {
                week_card_ui(ui, view, state, shared, template, &mut keys, actions);
            }
        }
        if !any {
            ui.add_space(12.0);
            let hint = "No week matches. Save one as a template from a week’s menu.";
            let hint = text(hint, 12.0, Weight::Regular).color(view.palette.text_soft);
            ui.add(egui::Label::new(hint).wrap());
        }
    });
    keys.end(ui);
    let hint = "Drag a week onto the calendar";
    let hint = text(hint, 12.0, Weight::Regular).color(view.palette.text_faint);
    ui.add(egui::Label::new(hint).truncate());
}

fn week_card_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    template: &WeekTemplate,
    keys: &mut RowKeys,
    actions: &mut Actions,
) {
    let palette = view.palette;
    let frame = card_frame(palette.hairline);
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.add(egui::Label::new(text(&template.name, 13.0, Weight::SemiBold)).wrap());
        if !template.summary.is_empty() {
            let summary = text(&template.summary, 12.0, Weight::Regular).color(palette.text_soft);
            ui.add(egui::Label::new(summary).wrap());
        }
        picture_ui(ui, view, template);
        let source = own::source_name(&template.source);
        if !source.is_empty() {
            let line = text(format!("Source: {source}"), 11.0, Weight::Regular);
            ui.label(line.color(palette.text_faint));
        }
        ui.horizontal(|ui| {
            let id = ui.next_auto_id();
            keys.row(id, &template.name, false, Sense::click());
            let is_stop = keys.is_stop(id);
            let lay_out = buttons::soft_in_row_ui(ui, palette, "Lay out here", is_stop);
            let name = format!("Lay out here: {}", template.name);
            lay_out.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if lay_out.clicked() {
                lay_week(view, template, shared.week, actions);
            }
            let weeks = template.weeks() as usize;
            let note = format!("from {}", format::day_month(shared.week));
            let span = if weeks > 1 {
                format!("{note}, {weeks} weeks")
            } else {
                note
            };
            ui.label(text(span, 11.5, Weight::Regular).color(palette.text_faint));
            let is_own = view
                .workspace
                .own
                .weeks
                .iter()
                .any(|own| own.id == template.id);
            if !is_own {
                return;
            }
            let named = |what: &str| format!("{what} template week {}", template.name);
            if buttons::mini_icon_ui(ui, icons::EDIT, &named("Edit")).clicked() {
                state.edited_week = Some(Box::new(template.clone()));
            }
            if buttons::mini_icon_ui(ui, icons::DELETE, &named("Delete")).clicked() {
                let label = format!("Delete template “{}”", template.name);
                actions.delete(
                    label,
                    WorkspaceEdit::RemoveWeekTemplate(template.id.clone()),
                );
            }
        });
    });
    let id = ui.scope_id().with(("week template", &template.id));
    let grip = ui.interact(
        shown
            .response
            .rect
            .with_max_y(shown.response.rect.max.y - 34.0),
        id,
        // No focus: by keyboard the button lays it out.
        Sense::DRAG,
    );
    grip.widget_info(|| WidgetInfo::labeled(Role::Button, true, &template.name));
    grip.dnd_set_drag_payload(Dragged::Week(template.id.clone()));
    if grip.hovered() {
        let line = Stroke::new(1.0, palette.text_faint);
        ui.painter().rect_stroke(
            shown.response.rect,
            CornerRadius::same(8),
            line,
            StrokeKind::Inside,
        );
    }
    grip.on_hover_cursor(egui::CursorIcon::Grab);
}

/// The first week in seven columns of small bars, coloured by kind.
fn picture_ui(ui: &mut Ui, view: &View, template: &WeekTemplate) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let width = rect.width() / 7.0;
    for day in 0..7_u32 {
        let left = rect.left() + width * day as f32;
        let column =
            egui::Rect::from_min_size(pos2(left + 1.5, rect.top()), vec2(width - 3.0, 30.0));
        ui.painter()
            .rect_filled(column, CornerRadius::same(3), view.palette.well);
        let mut bottom = column.bottom();
        let of_day = template.days.iter().filter(|session| {
            let is_here = session.week == 1 && session.day.num_days_from_monday() == day;
            is_here && session.plan.kind().is_session()
        });
        let sessions: Vec<_> = of_day
            .map(|session| {
                let facts = plan_facts(&session.plan, &view.athlete.profile, view.library);
                let height = (facts.minutes.0 as f32 / 90.0 * 30.0).max(5.0);
                (session, facts, height)
            })
            .collect();
        // All of a long day stands in its box.
        let whole: f32 = sessions.iter().map(|(.., height)| height).sum();
        let gaps = sessions.len().saturating_sub(1) as f32;
        let share = ((column.height() - gaps) / whole.max(1.0)).min(1.0);
        for (session, facts, height) in sessions {
            let height = height * share;
            let piece = egui::Rect::from_min_max(
                pos2(column.left(), bottom - height),
                pos2(column.right(), bottom),
            );
            let color = view.palette.kind(session.plan.kind(), facts.leg_load());
            ui.painter()
                .rect_filled(piece, CornerRadius::same(3), color);
            bottom -= height + 1.0;
        }
    }
}
