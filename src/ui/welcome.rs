//! What the window shows while there is no athlete: what to do first.

use egui::{CentralPanel, Frame, Ui};

use crate::library::Library;

use super::action::{Action, Actions, FolderUse};
use super::command::Command;
use super::root;
use super::state::UiState;
use super::theme::{Palette, Weight, text};
use super::widgets::buttons;

/// Draws the empty window.
pub fn welcome_ui(
    ui: &mut Ui,
    palette: &'static Palette,
    library: &Library,
    state: &mut UiState,
    folder: &str,
    actions: &mut Actions,
) {
    let ctx = ui.ctx().clone();
    CentralPanel::default().frame(Frame::new().fill(palette.background)).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space((ui.available_height() * 0.32).max(40.0));
            ui.label(text("Whom do you coach?", 20.0, Weight::SemiBold));
            ui.add_space(4.0);
            let hint = "Add an athlete to plan their first week. A runner who plans alone adds themselves.";
            ui.label(text(hint, 13.0, Weight::Regular).color(palette.text_soft));
            ui.add_space(12.0);
            if buttons::primary_ui(ui, palette, "New athlete…").clicked() {
                actions.command(Command::NewAthlete);
            }
            ui.add_space(4.0);
            if buttons::small_ui(ui, "Open another workspace…").clicked() {
                actions.push(Action::AskFolder(FolderUse::Open));
            }
            if !folder.is_empty() {
                ui.add_space(10.0);
                ui.label(text(folder, 11.0, Weight::Regular).color(palette.text_faint));
            }
        });
    });
    root::overlays_ui(&ctx, palette, library, state, actions);
}
