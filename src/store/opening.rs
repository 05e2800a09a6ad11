//! What is found when a workspace is opened: everything but the sessions, and what is wrong with any of it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::{AthleteId, OwnLibrary, WorkspaceSettings};

use super::body::Body;
use super::files::{self, Fingerprint};
use super::ledger::CONFLICT_MARK;
use super::workspace::{
    ATHLETES_FOLDER, BACKUPS_FOLDER, LIBRARY_FILE, OpenMode, SETTINGS_FILE, State,
};
use super::{StoreError, backup, format, head};

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
    /// Its name within the folder of athletes: what [`Store::read_athlete`](super::Store::read_athlete) takes.
    pub file: String,
    /// The athlete's identity; `None` when the head does not tell, as in a damaged file.
    pub id: Option<AthleteId>,
    /// The athlete's name, or the file's where the head does not tell.
    pub name: String,
    /// The version, when the file is of a later one than ours: to be looked at and not changed.
    pub newer: Option<u32>,
}

/// Reads what a workspace holds but for the sessions. Of a later version it is read only, whatever `mode` says.
pub(super) fn survey(dir: &Path, mode: OpenMode) -> (Opened, State) {
    let mut opening = Opening {
        dir,
        state: State::default(),
        warnings: Vec::new(),
    };
    let (settings, newer) = opening.document(SETTINGS_FILE);
    let mode = newer.map_or(mode, |version| {
        let reason = format::newer_error(&dir.join(SETTINGS_FILE), version);
        OpenMode::ReadOnly(reason.to_string())
    });
    let (own, _) = opening.document(LIBRARY_FILE);
    let (athletes, conflicts) = opening.athletes(&dir.join(ATHLETES_FOLDER));
    let opened = Opened {
        settings,
        own: Arc::new(own),
        athletes,
        mode,
        warnings: opening.warnings,
        conflicts,
        notes: Vec::new(),
    };
    (opened, opening.state)
}

/// Reads a document, and what tells its content from another.
pub(super) fn load<T: Body>(path: &Path) -> Result<(format::Decoded<T>, Fingerprint), StoreError> {
    let bytes = files::read(path)?;
    Ok((format::decode(path, &bytes)?, Fingerprint::of(&bytes)))
}

/// An error about a damaged file with its last backup named, where there is one.
pub(super) fn advised(error: StoreError, path: &Path, backups: &Path) -> StoreError {
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
