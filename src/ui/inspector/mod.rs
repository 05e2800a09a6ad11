//! The inspector: what the week's check found, and the selected session; or a session template being edited.

mod accepting;
mod add_exercise;
mod advice;
mod cell;
mod cross;
mod dose;
mod editor;
mod exercise_list;
mod exercise_menu;
mod feedback;
mod finding;
mod finding_place;
mod findings;
mod fixes;
mod hands;
mod kinds;
mod last;
mod log;
mod log_exercises;
mod log_lines;
mod log_rows;
mod outcome;
mod pains;
mod reorder;
mod run;
mod session;
mod sets;
mod several;
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

use std::sync::Arc;

use egui::{Frame, Margin, Panel, ScrollArea, Ui};

use crate::domain::Session;

use super::action::Actions;
use super::shared::Shared;
use super::view::View;
use crate::ui::widgets::aside;

/// What stands free above the week's findings, in points.
const ABOVE_FOOT: i8 = 6;

/// Draws the inspector: the selected session with what was found about it at its head, and below it the week's findings;
/// these alone while nothing is selected.
pub fn inspector_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    actions: &mut Actions,
) {
    // Reserve room for the scroll bar, so that it does not cover the buttons at the right edge.
    ui.spacing_mut().scroll.floating_allocated_width = 8.0;
    if state.selected.is_some() {
        state.edited = None;
    }
    if let Some(template) = state.edited_template(view.workspace).cloned() {
        scrolling(ui, "template", |ui| {
            template::template_ui(ui, view, state, &template, actions);
        });
        return;
    }
    if state.selection().count() > 1 {
        scrolling(ui, "several", |ui| {
            several::several_ui(ui, view, state, actions);
        });
        return;
    }
    let selected = state.selected.and_then(|id| view.session(id)).cloned();
    match selected {
        Some(session) => session_ui(ui, view, own, state, &session, actions),
        None => {
            scrolling(ui, "week", |ui| {
                findings::week_ui(ui, view, own, state, actions);
                ui.add_space(8.0);
                ui.separator();
                ui.add_space(2.0);
                let hint = "Select a session to see and change what is in it, \
                            or drag one from the library onto a day.";
                aside::soft_ui(ui, view.palette, 12.0, hint);
            });
        }
    }
}

fn session_ui(
    ui: &mut Ui,
    view: &View,
    own: &mut InspectorState,
    state: &mut Shared,
    session: &Arc<Session>,
    actions: &mut Actions,
) {
    let height = ui.available_height();
    let frame = Frame::new().inner_margin(Margin {
        top: ABOVE_FOOT,
        ..Margin::ZERO
    });
    let foot = own.heights.foot_of(height) + f32::from(ABOVE_FOOT);
    let mut heights = own.heights;
    Panel::bottom("findings of the week")
        .frame(frame)
        .resizable(false)
        .exact_size(foot)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            [heights.findings, heights.first] =
                findings::foot_ui(ui, view, own, state, height, session.id, actions);
        });
    ui.push_id(session.id, |ui| {
        heights.session = scrolling(ui, "session", |ui| {
            session::session_ui(ui, view, own, state, session, actions);
        });
    });
    // The foot is as high as what was drawn says; where that has changed it stands right in the next frame.
    if !heights.are_as(own.heights) {
        own.heights = heights;
        ui.ctx().request_repaint();
    }
}

/// Draws what may be longer than the panel, and gives the height of all of it, in points.
fn scrolling(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) -> f32 {
    let area = ScrollArea::vertical()
        .id_salt(name)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            content(ui);
            ui.add_space(12.0);
        });
    area.content_size.y
}
