//! How far closing the window has come.

use std::path::PathBuf;

/// How closing goes on.
#[derive(Debug, Default)]
pub(super) struct Closing {
    /// The window was asked to close in this frame.
    pub(super) is_asked: bool,
    /// What was typed and not finished may go.
    pub(super) is_discarded: bool,
    /// It closes even if something is not saved.
    pub(super) is_decided: bool,
    /// Where copies of what was not saved go; `None` for the system's place.
    pub(super) rescue: Option<PathBuf>,
}

impl Closing {
    /// Nobody has asked yet. `rescue` is where copies of what was not saved go; `None` for the system's place.
    pub(super) fn new(rescue: Option<PathBuf>) -> Self {
        Self {
            rescue,
            ..Self::default()
        }
    }
}
