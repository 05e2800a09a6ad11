//! What we know of each file, and so whether we may overwrite it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::backup::{self, Backups};
use super::document::Body;
use super::extras::{self, Extra};
use super::files::{self, Fingerprint, Staged};
use super::paths::CONFLICT_MARK;
use super::saved::{Beside, Saved};
use super::{StoreError, format};

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
    /// What could not be understood is no change of somebody else's, but damage.
    damaged: bool,
    /// Its fields that are not known here; looked for when it is first replaced.
    extras: Option<Vec<Extra>>,
}

impl Ledger {
    /// Remembers what was read, and that ours follows from it.
    pub(super) fn read(&mut self, path: &Path, content: Fingerprint, newer: Option<u32>) {
        let known = self.files.entry(path.to_owned()).or_default();
        known.content = Some(content);
        known.newer = newer;
        known.beside = None;
        known.damaged = false;
        known.extras = None;
    }

    /// True when this is what was last read from a file or written to it.
    pub(super) fn knows(&self, path: &Path, content: Fingerprint) -> bool {
        let known = self.files.get(path);
        known.is_some_and(|known| known.content == Some(content))
    }

    /// Remembers what somebody else wrote, and that it is to be kept before it is replaced.
    pub(super) fn read_anew(&mut self, path: &Path, content: Fingerprint) {
        self.read(path, content, None);
        self.files.entry(path.to_owned()).or_default().kept = None;
    }

    /// True when the content of a file could not be understood.
    pub(super) fn is_damaged(&self, path: &Path) -> bool {
        self.files.get(path).is_some_and(|known| known.damaged)
    }

    /// True when a file may be written: it is as it was last read or written, or is not there.
    pub(super) fn is_ours(&self, path: &Path) -> bool {
        let known = self.files.get(path);
        if known.is_some_and(|known| known.newer.is_some()) {
            return false;
        }
        match Fingerprint::of_file(path) {
            Ok(None) => true,
            Ok(on_disk) => known.is_some_and(|known| known.content == on_disk),
            Err(_) => false,
        }
    }

    /// The fields of a file that are not known here.
    pub(super) fn extras<T: Body>(&mut self, path: &Path) -> &[Extra] {
        let known = self.files.entry(path.to_owned()).or_default();
        known
            .extras
            .get_or_insert_with(|| unknown_fields::<T>(path))
    }

    /// When a file was last kept in the backups.
    pub(super) fn kept(&self, path: &Path) -> Option<DateTime<Utc>> {
        self.files.get(path).and_then(|known| known.kept)
    }

    /// Has a file kept in the backups before it is replaced next, however short the last time was ago.
    pub(super) fn keep_next(&mut self, path: &Path) {
        self.files.entry(path.to_owned()).or_default().kept = None;
    }

    /// Remembers that a file is of a later version, before it was read in full.
    pub(super) fn is_newer(&mut self, path: &Path, version: u32) {
        self.files.entry(path.to_owned()).or_default().newer = Some(version);
    }

    /// Remembers that the content of a file could not be understood.
    pub(super) fn distrust(&mut self, path: &Path) {
        let known = self.files.entry(path.to_owned()).or_default();
        known.content = None;
        known.damaged = true;
    }

    /// Remembers that the content of a file could not be understood, and that `beside` stands for it.
    pub(super) fn stand_in(&mut self, path: &Path, beside: Option<PathBuf>) {
        self.distrust(path);
        self.files.entry(path.to_owned()).or_default().beside = beside;
    }

    /// Forgets a file that was taken away.
    pub(super) fn forget(&mut self, path: &Path) {
        self.files.remove(path);
    }

    /// Overwrites a file that is as we know it, after keeping it in the backups when that is due.
    /// Beside any other file it writes ours, and says so.
    pub(super) fn write<T: Body>(
        &mut self,
        text: &str,
        backups: Backups,
        now: DateTime<Utc>,
    ) -> Result<Saved, StoreError> {
        self.write_with::<T>(text, &[], backups, now)
    }

    /// Writes as [`Ledger::write`] does, with fields that are not known here and stood in another file.
    pub(super) fn write_with<T: Body>(
        &mut self,
        text: &str,
        carried: &[Extra],
        backups: Backups,
        now: DateTime<Utc>,
    ) -> Result<Saved, StoreError> {
        let path = backups.path;
        let known = self.files.entry(path.to_owned()).or_default();
        if let Some(version) = known.newer {
            return Err(format::newer_error::<T>(path, version));
        }
        let on_disk = Fingerprint::of_file(path)?;
        let is_known = on_disk.is_some() && on_disk == known.content;
        if is_known && known.extras.is_none() {
            known.extras = Some(unknown_fields::<T>(path));
        }
        if !carried.is_empty() {
            let extras = known.extras.get_or_insert_default();
            let new = carried.iter().filter(|extra| !extras.contains(extra));
            let new: Vec<Extra> = new.cloned().collect();
            extras.extend(new);
        }
        let whole = with_extras::<T>(text, known.extras.as_deref().unwrap_or_default());
        let text = whole.as_deref().unwrap_or(text);
        let ours = Fingerprint::of(text.as_bytes());
        if on_disk == Some(ours) {
            known.content = on_disk;
            return Ok(Saved::Unchanged);
        }
        if on_disk.is_some() && !is_known {
            return write_beside(known, path, text, now);
        }
        let due = on_disk.is_some() && backup::is_due(known.kept, now);
        replace(text, backups, due.then_some(now), &mut known.kept)?;
        known.content = Some(ours);
        known.beside = None;
        Ok(Saved::Written)
    }
}

/// Replaces a file, having kept it before when that is due. The new content comes onto the disk first, so that a
/// backup never takes the room of a save.
fn replace(
    text: &str,
    backups: Backups,
    keep: Option<DateTime<Utc>>,
    kept: &mut Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let path = backups.path;
    let unwritable = |source| StoreError::Unwritable {
        path: path.to_owned(),
        source,
    };
    let staged = loop {
        match Staged::document(path, text.as_bytes()) {
            Err(error) if files::is_full(&error) && backups.give_up_oldest() => {}
            staged => break staged.map_err(unwritable)?,
        }
    };
    let mut copy = None;
    if let Some(now) = keep {
        match backups.keep(now) {
            Ok(path) => {
                copy = Some(path);
                *kept = Some(now);
            }
            // On a full disk saving goes before the backup, which is tried again at the next save.
            Err(StoreError::Unwritable { source, .. }) if files::is_full(&source) => {}
            Err(error) => return Err(error),
        }
    }
    staged.commit().map_err(|source| {
        // The copy may be a hard link to the file, and would change with it.
        if let Some(copy) = copy {
            std::fs::remove_file(copy).ok();
            *kept = None;
        }
        unwritable(source)
    })
}

/// The fields of a file that are not known here.
fn unknown_fields<T: Body>(path: &Path) -> Vec<Extra> {
    let bytes = files::read(path).unwrap_or_default();
    format::text_of(path, &bytes).map_or_else(|_| Vec::new(), T::unknown)
}

/// The text with the fields that are not known here; `None` when there are none, or it could not be read back.
fn with_extras<T: Body>(text: &str, extras: &[Extra]) -> Option<String> {
    if extras.is_empty() {
        return None;
    }
    let whole = extras::put_back(text, extras);
    T::read(T::KNOWN, &whole).is_ok().then_some(whole)
}

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
    files::save(&beside, text.as_bytes())?;
    known.beside = Some(beside.clone());
    Ok(Saved::Conflict {
        theirs: path.to_owned(),
        ours: beside,
        why: if known.damaged {
            Beside::Damaged
        } else {
            Beside::Changed
        },
    })
}
