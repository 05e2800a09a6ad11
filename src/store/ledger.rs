//! What we know of each file, and so whether we may overwrite it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::files::{self, Fingerprint};
use super::workspace::Saved;
use super::{StoreError, backup, format};

/// The files of a workspace as we last read or wrote them.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    files: BTreeMap<PathBuf, Known>,
}

/// What we know of one file. A file that is there and of which we know no content is not ours to overwrite:
/// it is damaged, or we never read it.
#[derive(Debug, Default)]
struct Known {
    /// Its content when we last read or wrote it.
    content: Option<Fingerprint>,
    /// Its version, when it is later than ours.
    newer: Option<u32>,
    /// When it was last kept in the backups.
    kept: Option<DateTime<Utc>>,
    /// Where ours goes since it met a change that is not ours.
    beside: Option<PathBuf>,
}

impl Ledger {
    /// Remembers what was read, and that ours follows from it.
    pub(super) fn read(&mut self, path: &Path, content: Fingerprint, newer: Option<u32>) {
        let known = self.files.entry(path.to_owned()).or_default();
        known.content = Some(content);
        known.newer = newer;
        known.beside = None;
    }

    /// Remembers that a file is of a later version, before it was read in full.
    pub(super) fn is_newer(&mut self, path: &Path, version: u32) {
        self.files.entry(path.to_owned()).or_default().newer = Some(version);
    }

    /// Remembers that the content of a file could not be understood.
    pub(super) fn distrust(&mut self, path: &Path) {
        self.files.entry(path.to_owned()).or_default().content = None;
    }

    /// Forgets a file that was taken away.
    pub(super) fn forget(&mut self, path: &Path) {
        self.files.remove(path);
    }

    /// Overwrites a file that is as we know it, after keeping it in `backups` when that is due.
    /// Beside any other file it writes ours, and says so.
    pub(super) fn write(
        &mut self,
        path: &Path,
        text: &str,
        backups: &Path,
        now: DateTime<Utc>,
    ) -> Result<Saved, StoreError> {
        let known = self.files.entry(path.to_owned()).or_default();
        if let Some(version) = known.newer {
            return Err(format::newer_error(path, version));
        }
        let ours = Fingerprint::of(text.as_bytes());
        let on_disk = Fingerprint::of_file(path)?;
        if on_disk == Some(ours) {
            known.content = on_disk;
            return Ok(Saved::Unchanged);
        }
        if on_disk.is_some() && on_disk != known.content {
            return write_beside(known, path, text, now);
        }
        if on_disk.is_some() && backup::is_due(known.kept, now) {
            backup::keep(path, backups, now)?;
            known.kept = Some(now);
        }
        files::replace(path, text.as_bytes())?;
        known.content = Some(ours);
        known.beside = None;
        Ok(Saved::Written)
    }
}

/// The mark in the names of files that hold ours beside somebody else's.
pub(super) const CONFLICT_MARK: &str = ".conflict-";

fn write_beside(
    known: &mut Known,
    path: &Path,
    text: &str,
    now: DateTime<Utc>,
) -> Result<Saved, StoreError> {
    let beside = known.beside.take().unwrap_or_else(|| {
        let name = format!(
            "{}{CONFLICT_MARK}{}",
            backup::stem(path),
            backup::moment(now)
        );
        backup::free_name(path.parent().unwrap_or(Path::new("")), &name)
    });
    files::replace(&beside, text.as_bytes())?;
    known.beside = Some(beside.clone());
    Ok(Saved::Conflict {
        theirs: path.to_owned(),
        ours: beside,
    })
}
