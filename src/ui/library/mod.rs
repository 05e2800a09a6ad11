//! The library panel: exercises, session templates and template weeks, all to be dragged.

mod adding;
mod exercise_card;
mod exercise_editor;
mod exercise_fields;
mod exercises;
mod filters;
mod keys;
pub mod own;
mod parts;
mod program_card;
mod program_facts;
mod program_own;
mod programs;
mod row;
mod sessions;
mod state;
mod week_editor;
mod weeks;

use egui::{
    Align, Context, Frame, Layout, Margin, Panel, Response, RichText, Role, Sense, Ui, WidgetInfo,
    vec2,
};

pub use own::exercise_id;
pub use program_own::{describe, program_id};
pub use state::{LibraryState, ProgramsState, Tab};

use super::action::Actions;
use super::hint::Hint;
use super::hints::hint_ui;
use super::shared::Shared;
use super::theme::{Palette, Weight, icons, text};
use super::view::View;
use super::widgets::row_keys;
use super::widgets::{buttons, field, line};

/// Draws the panel.
pub fn library_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    actions: &mut Actions,
) {
    // Reserve room for scroll bars, so that they do not cover the buttons at the right edge.
    ui.spacing_mut().scroll.floating_allocated_width = 8.0;
    if state.editing.is_some() {
        exercise_editor::editor_ui(ui, view, state, actions);
        return;
    }
    if shared.hints.gives(Hint::Drag) && ui.available_height() >= state.least_with_hint() {
        // At the bottom, so that no row moves when the hint is hidden.
        Panel::bottom("hint of the library")
            .frame(Frame::NONE.inner_margin(Margin {
                top: 18,
                ..Margin::ZERO
            }))
            .resizable(false)
            .show_separator_line(false)
            .show(ui, |ui| {
                hint_ui(ui, view.palette, &shared.hints, Hint::Drag, actions);
            });
    }
    tabs_ui(ui, view.palette, state);
    ui.add_space(4.0);
    let keys = match state.tab {
        Tab::Exercises => exercises::keyboard(ui, view, state, shared, actions),
        Tab::Sessions => sessions::keyboard(ui, view, state, shared, actions),
        Tab::Weeks | Tab::Programs => keys::begin(ui, state.tab),
    };
    let reads = state.tab == Tab::Programs && state.programs.shown.is_some();
    if !reads {
        search_ui(ui, view, state);
    }
    match state.tab {
        Tab::Exercises => exercises::exercises_ui(ui, view, state, shared, keys, actions),
        Tab::Sessions => sessions::sessions_ui(ui, view, state, shared, keys, actions),
        Tab::Weeks => weeks::weeks_ui(ui, view, state, shared, keys, actions),
        Tab::Programs => programs::programs_ui(ui, view, state, shared, keys, actions),
    }
}

/// True while a row of one of its lists has the keyboard.
pub fn list_has_keyboard(ctx: &Context) -> bool {
    keys::are_in_list(ctx)
}

fn tabs_ui(ui: &mut Ui, palette: &Palette, state: &mut LibraryState) {
    ui.horizontal(|ui| {
        // Four words have to fit into the narrowest panel, and still be seen to be four.
        let (size, gap) = match ui.available_width() {
            width if width < 230.0 => (11.0, 9.0),
            width if width < 250.0 => (12.0, 9.0),
            width if width < 270.0 => (13.0, 9.0),
            _ => (13.0, 12.0),
        };
        ui.spacing_mut().item_spacing.x = gap;
        ui.spacing_mut().button_padding.x = 0.0;
        row_keys::lines_ui(ui, "tabs", |ui, keys| {
            for (tab, label) in [
                (Tab::Exercises, "Exercises"),
                (Tab::Sessions, "Sessions"),
                (Tab::Weeks, "Weeks"),
                (Tab::Programs, "Programs"),
            ] {
                let on = state.tab == tab;
                let response = keys.next_ui(ui, label, on, |ui, sense| {
                    tab_ui(ui, palette, (label, on), size, sense)
                });
                if response.clicked() {
                    state.open_tab(tab);
                }
            }
        });
    });
    ui.separator();
}

fn tab_ui(
    ui: &mut Ui,
    palette: &Palette,
    (label, on): (&str, bool),
    size: f32,
    sense: Sense,
) -> Response {
    let (color, weight) = if on {
        (palette.accent, Weight::SemiBold)
    } else {
        (palette.text_soft, Weight::Regular)
    };
    let content = text(label, size, weight).color(color);
    let response = ui.add(egui::Button::new(content).frame(false).sense(sense));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, label));
    if on {
        let line = egui::Rect::from_min_max(
            egui::pos2(response.rect.left(), response.rect.bottom() + 2.0),
            egui::pos2(response.rect.right(), response.rect.bottom() + 4.0),
        );
        ui.painter().rect_filled(line, 1, palette.accent);
    }
    response
}

fn search_ui(ui: &mut Ui, view: &View, state: &mut LibraryState) {
    let hint = match state.tab {
        Tab::Exercises => format!("Search {} exercises", view.library.exercises().len()),
        Tab::Sessions => format!("Search {} sessions", view.library.sessions().len()),
        Tab::Weeks => format!("Search {} weeks", view.library.weeks().len()),
        Tab::Programs => format!("Search {} programs", view.library.programs().len()),
    };
    let height = ui.spacing().interact_size.y + 2.0;
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        let is_asked = !state.query.is_empty();
        let gap = ui.spacing().item_spacing.x;
        let beside = if is_asked { buttons::MINI + gap } else { 0.0 };
        let (id, width) = (keys::search_id(), ui.available_width() - beside);
        let name = "Search the library";
        let response = line::line_of(ui, id, name, &mut state.query, width, |edit| {
            edit.hint_text(RichText::new(&hint))
                .margin(egui::Margin::symmetric(10, 7))
        });
        if std::mem::take(&mut state.focus_search) {
            response.request_focus();
            // Select the last query, so that typing replaces it.
            field::select_all(ui, response.id, &state.query);
        }
        if is_asked && buttons::mini_icon_ui(ui, icons::CLOSE, "Clear search").clicked() {
            state.query.clear();
            state.focus_search = true;
        }
    });
}
