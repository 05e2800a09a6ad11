//! What the files and folders of a workspace are called.

pub(super) const SETTINGS_FILE: &str = "workspace.ron";
pub(super) const LIBRARY_FILE: &str = "library.ron";
pub(super) const ATHLETES_FOLDER: &str = "athletes";
pub(super) const BACKUPS_FOLDER: &str = "backups";

/// The mark in the names of files that hold ours beside somebody else's.
pub(super) const CONFLICT_MARK: &str = ".conflict-";

/// The name of an athlete's file.
pub(super) fn file_name(slug: &str) -> String {
    format!("{slug}.ron")
}
