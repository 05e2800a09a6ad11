//! What can be done about what needs attention.

use std::path::PathBuf;

/// What can be done about something, with a button of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeAction {
    /// Bring back an older version of this file.
    Restore(PathBuf),
    /// Compare this copy with the file that it is another version of, and take one of them.
    Compare(PathBuf),
    /// Open this folder as a workspace.
    Open(PathBuf),
}

impl NoticeAction {
    /// What its button says.
    pub(super) fn label(&self) -> &'static str {
        match self {
            Self::Restore(_) => "Restore from backup…",
            Self::Compare(_) => "Compare and choose…",
            Self::Open(_) => "Open it",
        }
    }
}
