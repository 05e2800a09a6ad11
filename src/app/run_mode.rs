//! What the window is for.

use std::path::PathBuf;
use std::time::Instant;

/// How the window is to behave besides showing the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum RunMode {
    /// Be used.
    #[default]
    Use,
    /// Save a picture once all is drawn, and end.
    Screenshot(PathBuf),
    /// Print the milliseconds from the start to the first drawn frame, and end.
    FirstFrame(Instant),
}

/// How far a run that ends by itself has come.
#[derive(Debug, Default)]
pub(super) struct Capture {
    /// What the window is for.
    pub(super) purpose: RunMode,
    /// Frames drawn so far.
    pub(super) frames: u32,
    /// The picture was asked for.
    pub(super) asked: bool,
}

impl Capture {
    /// A run that has not begun.
    pub(super) fn new(purpose: RunMode) -> Self {
        Self {
            purpose,
            ..Self::default()
        }
    }
}
