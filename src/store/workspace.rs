//! A workspace folder: opened, read and written.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use crate::domain::{Athlete, AthleteId, OwnLibrary, WorkspaceSettings};

use super::backup::Backups;
use super::document::Body;
use super::loading::{advised, load};
use super::lock::{self, Locking};
use super::opening::{self, Opened};
use super::parted::{self, Main};
use super::paths::{ATHLETES_FOLDER, BACKUPS_FOLDER, LIBRARY_FILE, SETTINGS_FILE, file_name};
use super::saved::Saved;
use super::state::{OpenMode, State};
use super::{StoreError, files, format, identities, links, part_read, slug};

/// An open workspace folder. Clones share the folder, its lock and what is known of its files, so that one
/// thread can save while another reads; the lock goes with the last of them.
#[derive(Debug, Clone)]
pub struct Store {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    dir: PathBuf,
    mode: OpenMode,
    state: Mutex<State>,
    /// Held open for its lock.
    lock: Option<File>,
}

/// Reads an athlete by the path of their own file, in or out of a workspace, with the parts beside it.
///
/// # Errors
///
/// All that can be wrong with a file or one of its parts, see [`StoreError`].
pub fn read_athlete(path: &Path) -> Result<Athlete, StoreError> {
    let mut read = part_read::read_files(None, path, None)?;
    let problems = read.problems.drain(..);
    match problems
        .map(StoreError::without_rest)
        .find(|error| !matches!(error, StoreError::Newer { .. }))
    {
        Some(error) => Err(error),
        None => Ok(read.athlete),
    }
}

/// The settings of the workspace that an athlete's file belongs to; the usual ones when it belongs to none.
///
/// # Errors
///
/// When there are settings that cannot be read, see [`StoreError`].
pub fn settings_around(athlete: &Path) -> Result<WorkspaceSettings, StoreError> {
    let file = fs::canonicalize(athlete).ok();
    let folder = file.as_deref().and_then(Path::parent);
    let workspace = folder
        .filter(|folder| folder.ends_with(ATHLETES_FOLDER))
        .and_then(Path::parent);
    let Some(workspace) = workspace else {
        return Ok(WorkspaceSettings::default());
    };
    let path = workspace.join(SETTINGS_FILE);
    if !path.exists() {
        return Ok(WorkspaceSettings::default());
    }
    links::stay_within(workspace, &path)?;
    load(&path).map(|(decoded, _)| decoded.value)
}

impl Store {
    /// Opens the workspace in `dir`: reads its settings and library, and of each athlete's file the head.
    ///
    /// Damaged files are reported in [`Opened::warnings`] and stop nothing else. When another window has the
    /// workspace, or it cannot be written, or it is of a later version, it opens for reading only.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`], [`StoreError::Unreadable`] or [`StoreError::NotAWorkspace`] for the folder itself.
    pub fn open(dir: &Path) -> Result<(Self, Opened), StoreError> {
        refuse_other_folders(dir)?;
        let (lock, mode, note) = match lock::lock(dir) {
            Locking::Held(file) => (Some(file), OpenMode::ReadWrite, None),
            Locking::Refused(reason) => (None, OpenMode::ReadOnly(reason), None),
            Locking::Unsupported(note) => (None, OpenMode::ReadWrite, Some(note)),
        };
        if lock.is_some() {
            for folder in [dir, &dir.join(ATHLETES_FOLDER), &dir.join(BACKUPS_FOLDER)] {
                if links::stay_within(dir, folder).is_ok() {
                    files::remove_leftovers(folder);
                }
            }
        }
        let (store, mut opened) = Self::survey(dir, mode, lock);
        opened.notes.extend(note);
        Ok((store, opened))
    }

    /// Opens the workspace in `dir` to read it and nothing else. It leaves no trace, and a window may have the
    /// workspace open or come to open it meanwhile.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn look(dir: &Path) -> Result<(Self, Opened), StoreError> {
        refuse_other_folders(dir)?;
        let mode = OpenMode::ReadOnly("it was opened for reading only".to_owned());
        Ok(Self::survey(dir, mode, None))
    }

    pub(super) fn survey(dir: &Path, mode: OpenMode, lock: Option<File>) -> (Self, Opened) {
        let (opened, state) = opening::survey(dir, mode);
        let shared = Shared {
            dir: dir.to_owned(),
            mode: opened.mode.clone(),
            state: Mutex::new(state),
            lock,
        };
        let store = Self {
            shared: Arc::new(shared),
        };
        (store, opened)
    }

    /// Lets go of the folder and hands its lock on, if nobody else has this store.
    pub(super) fn into_lock(self) -> Option<File> {
        Arc::into_inner(self.shared).and_then(|shared| shared.lock)
    }

    /// What was set right in the athletes read since this was asked last, in sentences to be shown.
    pub fn take_notes(&self) -> Vec<String> {
        std::mem::take(&mut self.state().notes)
    }

    /// What was wrong with parts of the athletes read since this was asked last; the rest of each was read.
    pub fn take_problems(&self) -> Vec<StoreError> {
        std::mem::take(&mut self.state().problems)
    }

    /// Why an athlete cannot be changed, where a file of theirs is of a later version.
    pub fn why_fixed(&self, id: AthleteId) -> Option<StoreError> {
        let state = self.state();
        let file = state.athletes.get(&id)?;
        let version = state.spreads.get(file)?.newer()?;
        Some(format::newer_error::<Main>(
            &self.athlete_path(file),
            version,
        ))
    }

    /// The folder.
    pub fn dir(&self) -> &Path {
        &self.shared.dir
    }

    /// Whether it may be changed.
    pub fn mode(&self) -> &OpenMode {
        &self.shared.mode
    }

    /// The path of a file in the folder of athletes.
    pub fn athlete_path(&self, file: &str) -> PathBuf {
        self.dir().join(ATHLETES_FOLDER).join(file)
    }

    /// Reads an athlete in full; `file` as [`AthleteEntry`](super::AthleteEntry) names it. What is on the disk now counts from here on
    /// as known, so that the next save may overwrite it. What had to be set right is in [`Store::take_notes`].
    ///
    /// # Errors
    ///
    /// All that can be wrong with a file, see [`StoreError`].
    pub fn read_athlete(&self, file: &str) -> Result<Arc<Athlete>, StoreError> {
        let path = self.athlete_path(file);
        links::stay_within(self.dir(), &path)?;
        let renamed = self.state().renamed.get(file).copied();
        let read = part_read::read_files(Some(self.dir()), &path, renamed);
        let mut state = self.state();
        let mut read = read.map_err(|error| {
            state.ledger.distrust(&path);
            advised(error, self.backups(&self.backups_folder(), &path))
        })?;
        let athlete = &mut read.athlete;
        if let Some(own) = state.renamed.get(file) {
            athlete.id = *own;
        } else if state
            .athletes
            .get(&athlete.id)
            .is_some_and(|other| other != file)
        {
            // The head of the file did not show that the id is taken; give another one now.
            let taken = |id| state.athletes.contains_key(&id);
            athlete.id = identities::another_athlete(athlete.id, taken);
            state.renamed.insert(file.to_owned(), athlete.id);
        }
        let athlete = Arc::new(athlete.clone());
        state.athletes.insert(athlete.id, file.to_owned());
        self.remember_files(&mut state, file, read);
        state.bases.insert(athlete.id, athlete.clone());
        Ok(athlete)
    }

    /// Saves an athlete at the moment `now`; a new one gets a file named after them.
    ///
    /// # Errors
    ///
    /// [`StoreError::ReadOnly`], [`StoreError::Newer`], [`StoreError::Unsound`], [`StoreError::Unwritable`]; the
    /// file on the disk is whole in any case.
    pub fn write_athlete(
        &self,
        athlete: &Athlete,
        now: DateTime<Utc>,
    ) -> Result<Saved, StoreError> {
        self.may_write()?;
        let folder = self.dir().join(ATHLETES_FOLDER);
        links::stay_within(self.dir(), &folder)?;
        let file = self.file_of(athlete);
        let path = self.athlete_path(&file);
        links::stay_within(self.dir(), &path)?;
        if let Err(source) = fs::create_dir(&folder)
            && source.kind() != ErrorKind::AlreadyExists
        {
            return Err(StoreError::Unwritable {
                path: folder,
                source,
            });
        }
        let mut state = self.state();
        let saved = self.write_files(&mut state, &file, athlete, now)?;
        if matches!(saved, Saved::Written | Saved::Unchanged) {
            state.bases.insert(athlete.id, Arc::new(athlete.clone()));
        }
        Ok(saved)
    }

    /// Saves the settings at the moment `now`.
    ///
    /// # Errors
    ///
    /// As [`Store::write_athlete`].
    pub fn write_settings(
        &self,
        settings: &WorkspaceSettings,
        now: DateTime<Utc>,
    ) -> Result<Saved, StoreError> {
        self.write(SETTINGS_FILE, settings, now, |state| {
            state.settings.clone_from(settings);
        })
    }

    /// Saves the coach's own exercises and templates at the moment `now`.
    ///
    /// # Errors
    ///
    /// As [`Store::write_athlete`].
    pub fn write_own(&self, own: &OwnLibrary, now: DateTime<Utc>) -> Result<Saved, StoreError> {
        self.write(LIBRARY_FILE, own, now, |state| {
            state.own = Arc::new(own.clone());
        })
    }

    /// Takes an athlete's files away, into the backups. Nothing happens for an athlete who has none.
    ///
    /// # Errors
    ///
    /// [`StoreError::ReadOnly`], [`StoreError::Unwritable`].
    pub fn remove_athlete(&self, id: AthleteId, now: DateTime<Utc>) -> Result<(), StoreError> {
        self.may_write()?;
        let mut state = self.state();
        let Some(file) = state.athletes.get(&id).cloned() else {
            return Ok(());
        };
        let path = self.athlete_path(&file);
        links::stay_within(self.dir(), &path)?;
        if path.exists() {
            self.backups(&self.backups_folder(), &path).retire(now)?;
        }
        self.retire_parts(&mut state, &path, now)?;
        state.ledger.forget(&path);
        state.spreads.remove(&file);
        state.athletes.remove(&id);
        Ok(())
    }

    fn write<T: Body>(
        &self,
        file: &str,
        document: &T,
        now: DateTime<Utc>,
        remember: impl FnOnce(&mut State),
    ) -> Result<Saved, StoreError> {
        self.may_write()?;
        let path = self.dir().join(file);
        links::stay_within(self.dir(), &path)?;
        let text = format::encode(&path, document)?;
        let folder = self.backups_folder();
        let backups = self.backups(&folder, &path);
        let mut state = self.state();
        let saved = state.ledger.write::<T>(&text, backups, now)?;
        if matches!(saved, Saved::Written | Saved::Unchanged) {
            remember(&mut state);
        }
        Ok(saved)
    }

    pub(super) fn may_write(&self) -> Result<(), StoreError> {
        match self.mode() {
            OpenMode::ReadWrite => Ok(()),
            OpenMode::ReadOnly(reason) => Err(StoreError::ReadOnly {
                reason: reason.clone(),
            }),
        }
    }

    /// The file of an athlete: the one they have, or from now on a new name that no file bears.
    fn file_of(&self, athlete: &Athlete) -> String {
        let mut state = self.state();
        if let Some(file) = state.athletes.get(&athlete.id) {
            return file.clone();
        }
        let taken = |slug: &str| {
            let file = file_name(slug);
            let path = self.athlete_path(&file);
            path.exists()
                || parted::folder_of(&path).exists()
                || state.athletes.values().any(|other| *other == file)
        };
        let file = file_name(&slug::unique(&athlete.profile.name, taken));
        state.athletes.insert(athlete.id, file.clone());
        file
    }

    pub(super) fn backups_folder(&self) -> PathBuf {
        self.dir().join(BACKUPS_FOLDER)
    }

    /// The folder in which versions of a file are kept: those of parts have one of their own for each athlete.
    pub(super) fn backups_of(&self, path: &Path) -> PathBuf {
        let folder = path.parent().filter(|folder| {
            folder
                .parent()
                .is_some_and(|above| above == self.dir().join(ATHLETES_FOLDER))
        });
        let name = folder.and_then(Path::file_name);
        name.map_or_else(
            || self.backups_folder(),
            |name| self.backups_folder().join(name),
        )
    }

    pub(super) fn backups<'a>(&'a self, folder: &'a Path, path: &'a Path) -> Backups<'a> {
        Backups {
            root: self.dir(),
            folder,
            path,
        }
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.shared
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// Refuses a folder that is not there, or is no workspace.
fn refuse_other_folders(dir: &Path) -> Result<(), StoreError> {
    let metadata = fs::metadata(dir).map_err(|source| match source.kind() {
        ErrorKind::NotFound => StoreError::Missing {
            path: dir.to_owned(),
        },
        _ => StoreError::Unreadable {
            path: dir.to_owned(),
            source,
        },
    })?;
    let is_workspace = metadata.is_dir()
        && (dir.join(SETTINGS_FILE).exists() || dir.join(ATHLETES_FOLDER).is_dir());
    if is_workspace {
        return Ok(());
    }
    Err(StoreError::NotAWorkspace {
        path: dir.to_owned(),
    })
}
