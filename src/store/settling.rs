//! A file and a copy of it that could not be merged: told apart, and one of them taken.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::domain::{OwnLibrary, WorkspaceSettings};

use super::parted::{Main, StoredPart};
use super::paths::{ATHLETES_FOLDER, CONFLICT_MARK, LIBRARY_FILE, SETTINGS_FILE, file_name};
use super::workspace::Store;
use super::{KeptKind, StoreError, backup, copies, files, head, kept, links, part_read};

/// A file and another version of it that stands beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What both hold.
    pub kind: KeptKind,
    /// The file of the workspace.
    pub file: PathBuf,
    /// What stands beside it.
    pub copy: PathBuf,
    /// True when this program put it there, so that the copy is ours and the file theirs; false for a sync tool's.
    pub copy_is_ours: bool,
}

/// Which of the two is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take {
    /// The file stays as it is.
    File,
    /// The copy takes its place.
    Copy,
}

impl Store {
    /// What a copy is another version of: by the identity in it, else by its name. `None` when there is nothing that it
    /// could be a version of.
    pub fn pair_of(&self, copy: &Path) -> Option<Pair> {
        let name = copy.file_name()?.to_str()?;
        let folder = copy.parent()?;
        let of_athletes = folder == self.dir().join(ATHLETES_FOLDER);
        let named = |file: &str| {
            let stem = backup::stem(Path::new(file));
            let path = folder.join(file);
            let is_file = fs::symlink_metadata(&path).is_ok_and(|data| data.is_file());
            (name.starts_with(&stem) && name != file && is_file).then_some(path)
        };
        let (kind, file) = if self.is_part(copy) {
            (KeptKind::Athlete, part_read::part_of_copy(copy))
        } else if of_athletes {
            let id = head::read(copy).ok().and_then(|head| head.id);
            let known = id.and_then(|id| self.state().athletes.get(&id).cloned());
            let known = known.map(|file| folder.join(file));
            let known = known.filter(|file| file != copy);
            (KeptKind::Athlete, known.or_else(|| by_name(folder, name)))
        } else if let Some(settings) = named(SETTINGS_FILE) {
            (KeptKind::Settings, Some(settings))
        } else {
            (KeptKind::Own, named(LIBRARY_FILE))
        };
        Some(Pair {
            kind,
            file: file?,
            copy: copy.to_owned(),
            copy_is_ours: name.contains(CONFLICT_MARK),
        })
    }

    /// Takes one of two versions; the other is in the backups afterwards. What was read of the file before is old then.
    ///
    /// # Errors
    ///
    /// [`StoreError::ReadOnly`]; all that can be wrong with the one that is taken; what keeps the other from being
    /// moved. Both are then where they were.
    pub fn settle(&self, pair: &Pair, take: Take, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.may_write()?;
        links::stay_within(self.dir(), &pair.file)?;
        links::stay_within(self.dir(), &pair.copy)?;
        let taken = match take {
            Take::File => &pair.file,
            Take::Copy => &pair.copy,
        };
        self.readable(pair.kind, taken)?;
        let folder = self.backups_of(&pair.file);
        let backups = self.backups(&folder, &pair.file);
        let _no_save_between = self.state();
        if take == Take::File {
            return backups.adopt(&pair.copy, now).map(|_| ());
        }
        match self.readable(pair.kind, &pair.file) {
            Ok(()) | Err(StoreError::Newer { .. }) => backups.keep(now).map(|_| ())?,
            Err(StoreError::Missing { .. }) => {}
            Err(_) => {
                backups.set_aside(now)?;
            }
        }
        files::move_over(&pair.copy, &pair.file)
    }

    fn readable(&self, kind: KeptKind, path: &Path) -> Result<(), StoreError> {
        match kind {
            KeptKind::Athlete if self.is_part(path) => kept::whole::<StoredPart>(path).map(|_| ()),
            KeptKind::Athlete => kept::whole::<Main>(path).map(|_| ()),
            KeptKind::Settings => kept::whole::<WorkspaceSettings>(path).map(|_| ()),
            KeptKind::Own => kept::whole::<OwnLibrary>(path).map(|_| ()),
        }
    }
}

/// The file among the athletes of which a copy bears the name: of several the longest.
fn by_name(folder: &Path, copy: &str) -> Option<PathBuf> {
    let entries = fs::read_dir(folder).ok()?.flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let stems = names.filter_map(|name| {
        let is_copy = name.contains(CONFLICT_MARK) || copies::is_of_sync_tool(&name);
        let stem = name.strip_suffix(".ron").filter(|_| !is_copy)?;
        (name != copy && copy.starts_with(stem)).then(|| stem.to_owned())
    });
    let longest = stems.max_by_key(String::len)?;
    Some(folder.join(file_name(&longest)))
}
