//! What the parts of the settings page have in common.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::domain::{Athlete, WorkspaceSettings};
use crate::ui::preferred::Preferred;
use crate::ui::theme::Palette;
use crate::ui::widgets::aside;

/// What the page shows, as it is now.
#[derive(Debug, Clone, PartialEq)]
pub struct SettingsState {
    /// The settings of the workspace.
    pub workspace: WorkspaceSettings,
    /// What is preferred on this computer.
    pub preferred: Preferred,
    /// Everybody who was read.
    pub athletes: Vec<Arc<Athlete>>,
    /// How many have yet to be read.
    pub unread: usize,
    /// The folder of the workspace.
    pub workspace_folder: String,
    /// The folder of the preferences; `None` where they are not kept.
    pub preferences_folder: Option<PathBuf>,
    /// Why nothing of the workspace can be changed, where that is so.
    pub read_only: Option<String>,
}

/// Whether athletes who kept to what was set before follow a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Follow {
    /// They do.
    Kept,
    /// It is for new athletes only.
    Nobody,
}

/// Words that explain, below what they are about.
pub(super) fn soft_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    aside::soft_ui(ui, palette, 12.0, words);
}
