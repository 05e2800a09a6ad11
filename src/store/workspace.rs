//! A workspace folder: made, opened, read and written.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};

use crate::domain::{Athlete, AthleteId, OwnLibrary, Workspace, WorkspaceSettings};

use super::body::Body;
use super::files::{self, Fingerprint};
use super::ledger::{CONFLICT_MARK, Ledger};
use super::lock::{self, Locking};
use super::{StoreError, backup, format, head, slug};

const SETTINGS_FILE: &str = "workspace.ron";
const LIBRARY_FILE: &str = "library.ron";
const ATHLETES_FOLDER: &str = "athletes";
const BACKUPS_FOLDER: &str = "backups";

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

#[derive(Debug, Default)]
struct State {
    ledger: Ledger,
    /// The file name of each athlete, which stays when the athlete is renamed.
    athletes: BTreeMap<AthleteId, String>,
}

/// Whether a workspace may be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenMode {
    /// Changes are saved.
    ReadWrite,
    /// Nothing is written; why, and what to do, in a sentence.
    ReadOnly(String),
}

/// What opening a workspace found.
#[derive(Debug)]
pub struct Opened {
    /// What belongs to the workspace as a whole.
    pub settings: WorkspaceSettings,
    /// Exercises and templates the coach made.
    pub own: Arc<OwnLibrary>,
    /// The athletes' files, by name of the athlete.
    pub athletes: Vec<AthleteFile>,
    /// Whether it may be changed.
    pub mode: OpenMode,
    /// What was wrong; the rest was read. Each is to be shown once.
    pub warnings: Vec<StoreError>,
    /// Files that were written beside others since those had been changed elsewhere, and wait to be merged.
    pub conflicts: Vec<PathBuf>,
    /// What is good to know about the drive or the files, in sentences.
    pub notes: Vec<String>,
}

/// An athlete's file, of which only the head was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AthleteFile {
    /// Its name within the folder of athletes: what [`Store::read_athlete`] takes.
    pub file: String,
    /// The athlete's identity; `None` when the head does not tell, as in a damaged file.
    pub id: Option<AthleteId>,
    /// The athlete's name, or the file's where the head does not tell.
    pub name: String,
    /// The version, when the file is of a later one than ours: to be looked at and not changed.
    pub newer: Option<u32>,
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
        let mut opening = Opening {
            dir,
            state: State::default(),
            warnings: Vec::new(),
        };
        let mut notes = Vec::new();
        let (lock, mut mode) = match lock::lock(dir) {
            Locking::Held(file) => (Some(file), OpenMode::ReadWrite),
            Locking::Refused(reason) => (None, OpenMode::ReadOnly(reason)),
            Locking::Unsupported(note) => {
                notes.push(note);
                (None, OpenMode::ReadWrite)
            }
        };
        let (settings, newer) = opening.document(SETTINGS_FILE);
        if let Some(version) = newer {
            mode = OpenMode::ReadOnly(
                format::newer_error(&dir.join(SETTINGS_FILE), version).to_string(),
            );
        }
        let (own, _) = opening.document(LIBRARY_FILE);
        let (athletes, conflicts) = opening.athletes(&athletes);
        let opened = Opened {
            settings,
            own: Arc::new(own),
            athletes,
            mode: mode.clone(),
            warnings: opening.warnings,
            conflicts,
            notes,
        };
        let state = Mutex::new(opening.state);
        let shared = Shared {
            dir: dir.to_owned(),
            mode,
            state,
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

    /// Reads an athlete in full; `file` as [`AthleteFile`] names it. What is on the disk now counts from here on
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

/// A workspace while it is being opened.
struct Opening<'a> {
    dir: &'a Path,
    state: State,
    warnings: Vec<StoreError>,
}

impl Opening<'_> {
    /// A document of the workspace as a whole, and its version when that is later than ours. The default stands
    /// in for one that is not there or cannot be read.
    fn document<T: Body + Default>(&mut self, file: &str) -> (T, Option<u32>) {
        let path = self.dir.join(file);
        match load::<T>(&path) {
            Ok((decoded, content)) => {
                self.state.ledger.read(&path, content, decoded.newer);
                (decoded.value, decoded.newer)
            }
            // A workspace made by hand, or by copying athletes, needs no more than their files.
            Err(StoreError::Missing { .. }) => (T::default(), None),
            Err(error) => {
                let newer = match &error {
                    StoreError::Newer { version, .. } => Some(*version),
                    _ => None,
                };
                if let Some(version) = newer {
                    self.state.ledger.is_newer(&path, version);
                }
                self.warnings
                    .push(advised(error, &path, &self.dir.join(BACKUPS_FOLDER)));
                (T::default(), newer)
            }
        }
    }

    /// The athletes' files by name, and those that hold conflicts.
    fn athletes(&mut self, folder: &Path) -> (Vec<AthleteFile>, Vec<PathBuf>) {
        let mut conflicts = Vec::new();
        let mut athletes = Vec::new();
        for file in self.listing(folder) {
            if file.contains(CONFLICT_MARK) {
                conflicts.push(folder.join(file));
            } else {
                athletes.extend(self.athlete(folder, file));
            }
        }
        athletes.sort_by_cached_key(|athlete| (athlete.name.to_lowercase(), athlete.file.clone()));
        (athletes, conflicts)
    }

    fn athlete(&mut self, folder: &Path, file: String) -> Option<AthleteFile> {
        let path = folder.join(&file);
        let head = head::read(&path).unwrap_or_else(|error| {
            self.warnings
                .push(advised(error, &path, &self.dir.join(BACKUPS_FOLDER)));
            head::Head::default()
        });
        if let Some(version) = head.newer {
            self.state.ledger.is_newer(&path, version);
        }
        if let Some(id) = head.id {
            if let Some(other) = self.state.athletes.get(&id) {
                let other = folder.join(other);
                self.warnings.push(StoreError::SameAthlete { path, other });
                return None;
            }
            self.state.athletes.insert(id, file.clone());
        }
        let name = head.name.unwrap_or_else(|| backup::stem(&path));
        Some(AthleteFile {
            file,
            id: head.id,
            name,
            newer: head.newer,
        })
    }

    /// Names of the RON files in a folder, sorted; hidden ones are somebody's temporary files.
    fn listing(&mut self, folder: &Path) -> Vec<String> {
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Vec::new(),
            Err(source) => {
                self.warnings.push(StoreError::Unreadable {
                    path: folder.to_owned(),
                    source,
                });
                return Vec::new();
            }
        };
        let mut names: Vec<String> = entries
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| {
                !name.starts_with('.') && Path::new(name).extension().is_some_and(|e| e == "ron")
            })
            .collect();
        names.sort();
        names
    }
}

fn load<T: Body>(path: &Path) -> Result<(format::Decoded<T>, Fingerprint), StoreError> {
    let bytes = files::read(path)?;
    Ok((format::decode(path, &bytes)?, Fingerprint::of(&bytes)))
}

fn write_new<T: Body>(path: &Path, document: &T) -> Result<(), StoreError> {
    files::replace(path, format::encode(path, document)?.as_bytes())
}

fn file_name(slug: &str) -> String {
    format!("{slug}.ron")
}

/// An error about a damaged file with its last backup named, where there is one.
fn advised(error: StoreError, path: &Path, backups: &Path) -> StoreError {
    let Some(last) = backup::last(path, backups) else {
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
