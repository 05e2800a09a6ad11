//! The inspector: what the week's check found, and the selected session; or a session template being edited.

mod add_exercise;
mod advice;
mod cell;
mod cross;
mod dose;
mod editor;
mod exercise_list;
mod exercise_menu;
mod findings;
mod kinds;
mod last;
mod log;
mod log_exercises;
mod log_lines;
mod outcome;
mod pains;
mod reorder;
mod run;
mod session;
mod sets;
mod state;
mod strength;
mod table;
mod template;
mod upcoming;
mod when;

#[cfg(test)]
mod tests;

pub use state::InspectorState;

pub(super) use crate::notation::{quantities, times};

use egui::{ScrollArea, Ui};

use super::action::Actions;
use super::shared::Shared;
use super::theme::{Weight, text};
use super::view::View;

/// Draws the inspector.
pub fn inspector_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    actions: &mut Actions,
) {
    // Room for the bar, so that it never lies over the buttons at the right edge.
    ui.spacing_mut().scroll.floating_allocated_width = 8.0;
    ScrollArea::vertical()
        .id_salt("inspector")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            if state.selected.is_some() {
                state.edited = None;
            }
            if let Some(template) = state.edited_template(view.workspace) {
                template::template_ui(ui, view, state, template, actions);
                ui.add_space(12.0);
                return;
            }
            findings::findings_ui(ui, view, own, state, actions);
            ui.add_space(8.0);
            ui.separator();
            ui.add_space(2.0);
            let selected = state.selected.and_then(|id| view.session(id)).cloned();
            if let Some(session) = selected {
                session::session_ui(ui, view, state, &session, actions);
            } else {
                let hint = "Select a session to see and change what is in it, \
                        or drag one from the library onto a day.";
                let hint = text(hint, 12.0, Weight::Regular).color(view.palette.text_soft);
                ui.add(egui::Label::new(hint).wrap());
            }
            ui.add_space(12.0);
        });
}
