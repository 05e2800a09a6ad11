//! How saving a document ended.

use std::path::PathBuf;

/// What saving did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// The file was written.
    Written,
    /// The file already said just that.
    Unchanged,
    /// The file had been changed elsewhere, or is damaged, and was left alone; ours went into a file beside it.
    Conflict {
        /// The file that was left alone.
        theirs: PathBuf,
        /// The file that holds ours.
        ours: PathBuf,
        /// What was in the way.
        why: Beside,
    },
}

/// Why a document was written beside its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// Somebody else changed the file.
    Changed,
    /// The file is damaged.
    Damaged,
}
