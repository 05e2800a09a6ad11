//! What sync tools and this program put beside a file, since two had changed it, merged into it.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use crate::domain::{Athlete, OwnLibrary, WorkspaceSettings};
use crate::merge;

use super::backup::{self, Backups};
use super::document::Body;
use super::merging::{Mergeable, Text, merge_texts};
use super::opening::Opened;
use super::parted::{Main, StoredPart};
use super::paths::{LIBRARY_FILE, SETTINGS_FILE};
use super::state::OpenMode;
use super::workspace::Store;
use super::{StoreError, files, head, links, part_read};

/// How many of the sentences about what both changed are shown; the rest is counted.
const MOST_TOLD: usize = 3;

impl Store {
    /// Opens a workspace as [`Store::open`] does, and first merges what sync tools and this program put beside files that
    /// were changed in two places. The result is in [`Opened::notes`]; what could not be merged stays where it is,
    /// in [`Opened::conflicts`].
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn open_and_merge(dir: &Path, now: DateTime<Utc>) -> Result<(Self, Opened), StoreError> {
        let (store, mut opened) = Self::open(dir)?;
        if store.may_write().is_err() || opened.conflicts.is_empty() {
            return Ok((store, opened));
        }
        let mut is_merged = false;
        let mut told = Vec::new();
        for copy in &opened.conflicts {
            match store.merge_copy(copy, now) {
                Some(Ok(note)) => {
                    is_merged = true;
                    told.push(note);
                }
                Some(Err(error)) => told.push(format!("A copy was not merged: {error}.")),
                None => {}
            }
        }
        if !is_merged {
            opened.notes.extend(told);
            return Ok((store, opened));
        }
        // The files have changed, so read the folder again. Nobody else has this store yet.
        let lock = store.into_lock();
        let (store, mut opened) = Self::survey(dir, OpenMode::ReadWrite, lock);
        opened.notes.extend(told);
        Ok((store, opened))
    }

    /// Merges a file into the one that it is another version of; `None` when there is none.
    pub(super) fn merge_copy(
        &self,
        copy: &Path,
        now: DateTime<Utc>,
    ) -> Option<Result<String, StoreError>> {
        let file = if self.is_part(copy) {
            part_read::part_of_copy(copy)?
        } else {
            original(self.dir(), copy, |id| {
                let file = self.state().athletes.get(&id).cloned()?;
                Some(self.athlete_path(&file))
            })?
        };
        let backups = self.backups_of(&file);
        // Hold the lock, so that no save comes in between.
        let _state = self.state();
        let copy = SyncCopy {
            root: self.dir(),
            backups: &backups,
            file: &file,
            copy,
        };
        Some(if file == self.dir().join(SETTINGS_FILE) {
            copy.merge::<WorkspaceSettings>(now)
        } else if file == self.dir().join(LIBRARY_FILE) {
            copy.merge::<OwnLibrary>(now)
        } else if self.is_part(&file) {
            copy.merge::<StoredPart>(now)
        } else {
            copy.merge::<Main>(now)
        })
    }
}

/// A file beside another, which holds another version of it.
#[derive(Debug)]
struct SyncCopy<'a> {
    /// The workspace.
    root: &'a Path,
    /// The folder of backups in it.
    backups: &'a Path,
    /// The file that it is a version of.
    file: &'a Path,
    /// The copy.
    copy: &'a Path,
}

impl SyncCopy<'_> {
    /// Merges the copy into the file and moves it into the backups. Both are kept there as they were.
    ///
    /// # Errors
    ///
    /// As for a document that is read or written; both files are then where they were.
    fn merge<T: Mergeable + FindBase>(&self, now: DateTime<Utc>) -> Result<String, StoreError> {
        links::stay_within(self.root, self.file)?;
        links::stay_within(self.root, self.copy)?;
        let (ours, theirs) = (Text::read(self.file)?, Text::read(self.copy)?);
        let backups = Backups {
            root: self.root,
            folder: self.backups,
            path: self.file,
        };
        let base = T::base(&ours, &theirs, backups);
        let merged = merge_texts::<T>(base.as_ref(), &ours, &theirs)?;
        if merged.text.as_bytes() != ours.bytes {
            backups.keep(now)?;
            files::save(self.file, merged.text.as_bytes())?;
        }
        backups.adopt(self.copy, now)?;
        let name = |path: &Path| {
            let name = path.file_name().unwrap_or_default();
            name.to_string_lossy().into_owned()
        };
        let mut told = format!(
            "{} held another version of {}. The two were merged, and each is in the backups as it was.",
            name(self.copy),
            name(self.file)
        );
        for sentence in merged.decisions.iter().take(MOST_TOLD) {
            let _ = write!(told, " {sentence}");
        }
        let rest = merged.decisions.len().saturating_sub(MOST_TOLD);
        if rest > 0 {
            let _ = write!(told, " And {rest} more of the kind.");
        }
        Ok(told)
    }
}

/// Finds the last version that two had in common.
trait FindBase: Sized {
    /// The newest of the backups that both may have come of. Documents without stamps do not tell, and have none.
    fn base(_ours: &Text, _theirs: &Text, _backups: Backups) -> Option<Text> {
        None
    }
}

impl FindBase for OwnLibrary {}
impl FindBase for WorkspaceSettings {}

impl FindBase for Main {
    fn base(ours: &Text, theirs: &Text, backups: Backups) -> Option<Text> {
        base_by_stamps(ours, theirs, backups, |main: Self| main.athlete)
    }
}

impl FindBase for StoredPart {
    fn base(ours: &Text, theirs: &Text, backups: Backups) -> Option<Text> {
        base_by_stamps(ours, theirs, backups, |part: Self| part.as_athlete())
    }
}

/// A version that still holds what one side moved into another file is none of both: the two are merged without it, so
/// that nothing is taken for deleted that only stands elsewhere.
fn base_by_stamps<T: Body>(
    ours: &Text,
    theirs: &Text,
    backups: Backups,
    athlete: fn(T) -> Athlete,
) -> Option<Text> {
    let read = |text: &Text| {
        let decoded = super::format::decode::<T>(&text.path, &text.bytes).ok()?;
        decoded.newer.is_none().then(|| athlete(decoded.value))
    };
    let (ours, theirs) = (read(ours)?, read(theirs)?);
    backups.newest_first().into_iter().find_map(|path| {
        let text = Text::read(&path).ok()?;
        let base = read(&text)?;
        merge::is_common_base(&base, &ours, &theirs).then_some(text)
    })
}

/// The file that a copy is a version of: by the identity in it, and for documents that have none by name.
fn original(
    dir: &Path,
    copy: &Path,
    athlete_file: impl Fn(crate::domain::AthleteId) -> Option<PathBuf>,
) -> Option<PathBuf> {
    if copy.parent() == Some(dir) {
        let name = backup::stem(copy);
        let documents = [SETTINGS_FILE, LIBRARY_FILE].map(|file| dir.join(file));
        return documents.into_iter().find(|file| {
            let of_file = backup::stem(file);
            name.starts_with(&of_file) && fs::symlink_metadata(file).is_ok_and(|it| it.is_file())
        });
    }
    let id = head::read(copy).ok()?.id?;
    athlete_file(id).filter(|file| file != copy)
}
