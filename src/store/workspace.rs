//! A workspace folder: made, opened, read and written.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use crate::domain::{Athlete, AthleteId, OwnLibrary, Workspace, WorkspaceSettings};

use super::body::Body;
use super::ledger::Ledger;
use super::lock::{self, Locking};
use super::opening::{self, Opened, advised, load};
use super::{StoreError, backup, files, format, slug};

pub(super) const SETTINGS_FILE: &str = "workspace.ron";
pub(super) const LIBRARY_FILE: &str = "library.ron";
pub(super) const ATHLETES_FOLDER: &str = "athletes";
pub(super) const BACKUPS_FOLDER: &str = "backups";

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
    _lock: Option<File>,
}

/// What is known of the files.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) ledger: Ledger,
    /// The file name of each athlete, which stays when the athlete is renamed.
    pub(super) athletes: BTreeMap<AthleteId, String>,
}

/// Whether a workspace may be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenMode {
    /// Changes are saved.
    ReadWrite,
    /// Nothing is written; why, and what to do, in a sentence.
    ReadOnly(String),
}

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
    },
}

/// Makes a workspace in `dir`, which is made too when it is not there. Other files in it are left alone.
///
/// # Errors
///
/// [`StoreError::Occupied`] when there is a workspace already; [`StoreError::Unwritable`].
pub fn create(dir: &Path, workspace: &Workspace) -> Result<(), StoreError> {
    let settings = dir.join(SETTINGS_FILE);
    if settings.exists() {
        return Err(StoreError::Occupied {
            path: dir.to_owned(),
        });
    }
    let athletes = dir.join(ATHLETES_FOLDER);
    for folder in [dir, &athletes] {
        fs::create_dir_all(folder).map_err(|source| StoreError::Unwritable {
            path: folder.to_owned(),
            source,
        })?;
    }
    for athlete in &workspace.athletes {
        let slug = slug::unique(&athlete.profile.name, |slug| {
            athletes.join(file_name(slug)).exists()
        });
        write_new(&athletes.join(file_name(&slug)), &**athlete)?;
    }
    write_new(&dir.join(LIBRARY_FILE), &*workspace.own)?;
    // The settings come last: with them the folder is a workspace, and not before all the rest is there.
    write_new(&settings, &workspace.settings)
}

/// Reads an athlete's file by its path, in or out of a workspace.
///
/// # Errors
///
/// All that can be wrong with a file, see [`StoreError`].
pub fn read_athlete(path: &Path) -> Result<Athlete, StoreError> {
    load(path).map(|(decoded, _)| decoded.value)
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
    let path = workspace.map(|workspace| workspace.join(SETTINGS_FILE));
    match path.filter(|path| path.exists()) {
        Some(path) => load(&path).map(|(decoded, _)| decoded.value),
        None => Ok(WorkspaceSettings::default()),
    }
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
        let metadata = fs::metadata(dir).map_err(|source| match source.kind() {
            ErrorKind::NotFound => StoreError::Missing {
                path: dir.to_owned(),
            },
            _ => StoreError::Unreadable {
                path: dir.to_owned(),
                source,
            },
        })?;
        let athletes = dir.join(ATHLETES_FOLDER);
        if !metadata.is_dir() || !(dir.join(SETTINGS_FILE).exists() || athletes.is_dir()) {
            return Err(StoreError::NotAWorkspace {
                path: dir.to_owned(),
            });
        }
        let (lock, mode, note) = match lock::lock(dir) {
            Locking::Held(file) => (Some(file), OpenMode::ReadWrite, None),
            Locking::Refused(reason) => (None, OpenMode::ReadOnly(reason), None),
            Locking::Unsupported(note) => (None, OpenMode::ReadWrite, Some(note)),
        };
        let (mut opened, state) = opening::survey(dir, mode);
        opened.notes.extend(note);
        let shared = Shared {
            dir: dir.to_owned(),
            mode: opened.mode.clone(),
            state: Mutex::new(state),
            _lock: lock,
        };
        Ok((
            Self {
                shared: Arc::new(shared),
            },
            opened,
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

    /// Reads an athlete in full; `file` as [`AthleteFile`](super::AthleteFile) names it. What is on the disk now counts from here on
    /// as known, so that the next save may overwrite it.
    ///
    /// # Errors
    ///
    /// All that can be wrong with a file, see [`StoreError`]; [`StoreError::SameAthlete`].
    pub fn read_athlete(&self, file: &str) -> Result<Arc<Athlete>, StoreError> {
        let path = self.athlete_path(file);
        let loaded = load::<Athlete>(&path);
        let mut state = self.state();
        let (decoded, content) = loaded.map_err(|error| {
            state.ledger.distrust(&path);
            advised(error, &path, &self.backups())
        })?;
        let athlete = decoded.value;
        let owner = state
            .athletes
            .entry(athlete.id)
            .or_insert_with(|| file.to_owned());
        if owner != file {
            let other = self.athlete_path(owner);
            return Err(StoreError::SameAthlete { path, other });
        }
        state.ledger.read(&path, content, decoded.newer);
        Ok(Arc::new(athlete))
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
        let path = self.athlete_path(&self.file_of(athlete));
        let text = format::encode(&path, athlete)?;
        let folder = self.dir().join(ATHLETES_FOLDER);
        if let Err(source) = fs::create_dir(&folder)
            && source.kind() != ErrorKind::AlreadyExists
        {
            return Err(StoreError::Unwritable {
                path: folder,
                source,
            });
        }
        self.state()
            .ledger
            .write(&path, &text, &self.backups(), now)
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
        self.write(SETTINGS_FILE, settings, now)
    }

    /// Saves the coach's own exercises and templates at the moment `now`.
    ///
    /// # Errors
    ///
    /// As [`Store::write_athlete`].
    pub fn write_own(&self, own: &OwnLibrary, now: DateTime<Utc>) -> Result<Saved, StoreError> {
        self.write(LIBRARY_FILE, own, now)
    }

    /// Takes an athlete's file away, into the backups. Nothing happens for an athlete who has none.
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
        if path.exists() {
            backup::retire(&path, &self.backups(), now)?;
        }
        state.ledger.forget(&path);
        state.athletes.remove(&id);
        Ok(())
    }

    fn write<T: Body>(
        &self,
        file: &str,
        document: &T,
        now: DateTime<Utc>,
    ) -> Result<Saved, StoreError> {
        self.may_write()?;
        let path = self.dir().join(file);
        let text = format::encode(&path, document)?;
        self.state()
            .ledger
            .write(&path, &text, &self.backups(), now)
    }

    fn may_write(&self) -> Result<(), StoreError> {
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
            self.athlete_path(&file).exists() || state.athletes.values().any(|other| *other == file)
        };
        let file = file_name(&slug::unique(&athlete.profile.name, taken));
        state.athletes.insert(athlete.id, file.clone());
        file
    }

    fn backups(&self) -> PathBuf {
        self.dir().join(BACKUPS_FOLDER)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.shared
            .state
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn write_new<T: Body>(path: &Path, document: &T) -> Result<(), StoreError> {
    files::replace(path, format::encode(path, document)?.as_bytes())
}

fn file_name(slug: &str) -> String {
    format!("{slug}.ron")
}
