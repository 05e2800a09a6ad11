//! The settings page: what belongs to the workspace, and what belongs to this computer. Everything takes effect at once,
//! and what is set in the workspace can be undone.

mod computer;
mod newcomers;
mod state;
mod workspace;

pub use state::SettingsState;

use egui::Ui;
use uuid::Uuid;

use crate::ui::help::Topic;
use crate::ui::theme::Palette;
use crate::ui::widgets::{buttons, scrolling};

use super::athlete::fields::section;
use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;
use state::{Follow, soft_ui};

/// The dialog's state.
#[derive(Debug)]
pub struct SettingsForm {
    state: SettingsState,
    /// Whether athletes who kept to what was set before follow a change.
    follow: Follow,
    /// Unlike that of any other opening, so that no field finds what was typed into an earlier page.
    opening: Uuid,
}

impl SettingsForm {
    /// The page as things are.
    pub fn new(state: SettingsState) -> Self {
        Self {
            state,
            follow: Follow::Kept,
            opening: Uuid::new_v4(),
        }
    }

    /// Takes in how things are now.
    pub fn show(&mut self, state: SettingsState) {
        self.state = state;
    }
}

impl DialogForm for SettingsForm {
    fn id(&self) -> &'static str {
        "settings dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Settings
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let (palette, actions) = (context.palette, context.actions);
        ui.set_width(host::width(ui, 620.0));
        host::title_ui(ui, "Settings");
        soft_ui(ui, palette, "Every change takes effect at once.");
        host::body(ui, 740.0, |ui, height| {
            scrolling::list(height)
                .id_salt(self.opening)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.y = 8.0;
                    ui.push_id(self.opening, |ui| {
                        part_ui(ui, palette, "This workspace", &self.workspace_words());
                        let may_change = self.state.read_only.is_none();
                        ui.add_enabled_ui(may_change, |ui| {
                            let state = &self.state;
                            workspace::workspace_ui(ui, palette, &state.workspace, actions);
                            newcomers::newcomers_ui(ui, palette, state, &mut self.follow, actions);
                        });
                        ui.add_space(8.0);
                        ui.separator();
                        part_ui(ui, palette, "This computer", &self.computer_words());
                        computer::computer_ui(ui, palette, &self.state.preferred, actions);
                    });
                });
        });
        ui.add_space(6.0);
        if host::foot_ui(ui, |ui| buttons::quiet_ui(ui, "Close").clicked()) {
            return DialogResponse::Close;
        }
        DialogResponse::Open
    }
}

impl SettingsForm {
    fn workspace_words(&self) -> String {
        match &self.state.read_only {
            Some(why) => format!("Nothing can be changed here: {why}."),
            None => format!(
                "Saved with the workspace, in workspace.ron in {}.",
                self.state.workspace_folder
            ),
        }
    }

    fn computer_words(&self) -> String {
        match &self.state.preferences_folder {
            Some(folder) => format!(
                "Applies to every workspace on this computer. Kept in preferences.ron in {}.",
                folder.display()
            ),
            None => "Applies until the program is closed: this computer keeps no preferences."
                .to_owned(),
        }
    }
}

fn part_ui(ui: &mut Ui, palette: &Palette, title: &str, about: &str) {
    section(ui, title);
    soft_ui(ui, palette, about);
}
