//! What a person prefers on this computer, as the settings page shows and changes it.

use std::path::PathBuf;

use egui::ThemePreference;

use crate::domain::{DateStyle, Paper};

/// What a person prefers on this computer, whichever workspace is open.
#[derive(Debug, Clone, PartialEq)]
pub struct Preferred {
    /// Light, dark, or as the system has it.
    pub theme: ThemePreference,
    /// How large everything is; 1 is the usual size.
    pub zoom: f32,
    /// Whether things move on the screen.
    pub motion: Motion,
    /// How dates are written on the screen.
    pub dates: DateStyle,
    /// The paper that is printed on.
    pub paper: Paper,
    /// Where files are looked for and written at first; `None` for the folder of documents.
    pub folder: Option<PathBuf>,
}

/// Whether things move on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Motion {
    /// They do, where that helps to follow a change.
    #[default]
    Usual,
    /// They stand at once where they belong.
    Reduced,
}
