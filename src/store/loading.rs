//! A document read from its file, and what is said of one that cannot be read.

use std::path::Path;

use super::backup::Backups;
use super::document::Body;
use super::files::{self, Fingerprint};
use super::{StoreError, format};

/// Reads a document, and what tells its content from another.
pub(super) fn load<T: Body>(path: &Path) -> Result<(format::Decoded<T>, Fingerprint), StoreError> {
    let bytes = files::read(path)?;
    Ok((format::decode(path, &bytes)?, Fingerprint::of(&bytes)))
}

/// An error about a damaged file with its last backup named, where there is one.
pub(super) fn advised(error: StoreError, backups: Backups) -> StoreError {
    let Some(last) = backups.last() else {
        return error;
    };
    let advised = format!(
        "correct it in a text editor, or copy the last backup, {}, over it",
        last.display()
    );
    match error {
        StoreError::Damaged {
            path,
            line,
            column,
            message,
            ..
        } => StoreError::Damaged {
            path,
            line,
            column,
            message,
            advice: advised,
        },
        StoreError::Empty { path, .. } => StoreError::Empty {
            path,
            advice: advised,
        },
        other => other,
    }
}
