//! What is found when a workspace is opened: everything but the sessions, and what is wrong with any of it.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::domain::{AthleteId, OwnLibrary, WorkspaceSettings, names};

use super::backup::Backups;
use super::document::Body;
use super::loading::{advised, load};
use super::parted::Main;
use super::paths::{ATHLETES_FOLDER, BACKUPS_FOLDER, CONFLICT_MARK, LIBRARY_FILE, SETTINGS_FILE};
use super::state::{OpenMode, State};
use super::{StoreError, backup, copies, format, head, identities, links, part_read, slug};

/// What opening a workspace found.
#[derive(Debug)]
pub struct Opened {
    /// What belongs to the workspace as a whole.
    pub settings: WorkspaceSettings,
    /// Exercises and templates the coach made.
    pub own: Arc<OwnLibrary>,
    /// The athletes' files, by name of the athlete.
    pub athletes: Vec<AthleteEntry>,
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
pub struct AthleteEntry {
    /// Its name within the folder of athletes: what [`Store::read_athlete`](super::Store::read_athlete) takes.
    pub file: String,
    /// The athlete's identity; `None` when the head does not tell, as in a damaged file.
    pub id: Option<AthleteId>,
    /// The athlete's name, or the file's where the head does not tell.
    pub name: String,
    /// The version, when the file is of a later one than ours: to be looked at and not changed.
    pub newer: Option<u32>,
}

impl AthleteEntry {
    /// Why an athlete of this file cannot be changed, and what to do, where that is so.
    pub fn why_fixed(&self) -> Option<StoreError> {
        self.newer
            .map(|version| format::newer_error::<Main>(Path::new(&self.file), version))
    }
}

/// Reads what a workspace holds but for the sessions. Of a later version it is read only, whatever `mode` says.
pub(super) fn survey(dir: &Path, mode: OpenMode) -> (Opened, State) {
    let mut opening = Opening {
        dir,
        state: State::default(),
        warnings: Vec::new(),
        notes: Vec::new(),
    };
    let (settings, newer) = opening.document(SETTINGS_FILE);
    let mode = newer.map_or(mode, |version| {
        let reason = format::newer_error::<WorkspaceSettings>(&dir.join(SETTINGS_FILE), version);
        OpenMode::ReadOnly(reason.to_string())
    });
    let (own, _) = opening.document(LIBRARY_FILE);
    let mut conflicts = opening.conflicts(dir);
    let (athletes, of_athletes) = opening.athletes(&dir.join(ATHLETES_FOLDER));
    conflicts.extend(of_athletes);
    let own: Arc<OwnLibrary> = Arc::new(own);
    opening.state.settings.clone_from(&settings);
    opening.state.own = own.clone();
    let opened = Opened {
        settings,
        own,
        athletes,
        mode,
        warnings: opening.warnings,
        conflicts,
        notes: opening.notes,
    };
    (opened, opening.state)
}

/// A workspace while it is being opened.
struct Opening<'a> {
    dir: &'a Path,
    state: State,
    warnings: Vec<StoreError>,
    notes: Vec<String>,
}

impl Opening<'_> {
    /// A document of the workspace as a whole, and its version when that is later than ours. The default stands
    /// in for one that is not there or cannot be read.
    fn document<T: Body + Default>(&mut self, file: &str) -> (T, Option<u32>) {
        let path = self.dir.join(file);
        let read = links::stay_within(self.dir, &path).and_then(|()| load::<T>(&path));
        match read {
            Ok((decoded, content)) => {
                self.state.ledger.read(&path, content, decoded.newer);
                self.notes.extend(decoded.notes);
                (decoded.value, decoded.newer)
            }
            // Settings and library may be missing: a workspace may be just the files of its athletes.
            Err(StoreError::Missing { .. }) => (T::default(), None),
            Err(StoreError::Newer { version, .. }) => {
                self.state.ledger.is_newer(&path, version);
                self.warnings.push(format::newer_error::<T>(&path, version));
                (T::default(), Some(version))
            }
            Err(error) => {
                self.warn(error, &path);
                (self.stand_in(&path), None)
            }
        }
    }

    /// What stands for a damaged document: what was saved beside it since, or else its last backup. So nothing made
    /// in the meantime is lost, and one file holds all of it.
    fn stand_in<T: Body + Default>(&mut self, path: &Path) -> T {
        let prefix = format!("{}{CONFLICT_MARK}", backup::stem(path));
        let beside = self.listing(self.dir);
        let mut beside: Vec<PathBuf> = beside
            .into_iter()
            .filter(|name| name.starts_with(&prefix))
            .map(|name| self.dir.join(name))
            .collect();
        beside.reverse();
        let folder = self.dir.join(BACKUPS_FOLDER);
        let backups = self.backups(&folder, path).newest_first();
        let ours = beside.len();
        let candidates = beside.into_iter().chain(backups).enumerate();
        for (index, candidate) in candidates {
            let Ok((decoded, content)) = load::<T>(&candidate) else {
                continue;
            };
            self.notes.push(format!(
                "{} is damaged, so {} is used in its place.",
                path.display(),
                candidate.display()
            ));
            let is_ours = index < ours && decoded.newer.is_none();
            if is_ours {
                self.state.ledger.read(&candidate, content, None);
            }
            self.state
                .ledger
                .stand_in(path, is_ours.then_some(candidate));
            return decoded.value;
        }
        self.state.ledger.stand_in(path, None);
        T::default()
    }

    /// Files in a folder that hold conflicts.
    fn conflicts(&mut self, folder: &Path) -> Vec<PathBuf> {
        let listing = self.listing(folder).into_iter();
        let documents = [SETTINGS_FILE, LIBRARY_FILE].map(|file| backup::stem(Path::new(file)));
        let is_of_sync_tool = |name: &String| {
            copies::is_of_sync_tool(name) && documents.iter().any(|file| name.starts_with(file))
        };
        let conflicts =
            listing.filter(|name| name.contains(CONFLICT_MARK) || is_of_sync_tool(name));
        conflicts.map(|name| folder.join(name)).collect()
    }

    /// The athletes' files by name, and those that hold conflicts.
    fn athletes(&mut self, folder: &Path) -> (Vec<AthleteEntry>, Vec<PathBuf>) {
        if let Err(error) = links::stay_within(self.dir, folder) {
            self.warnings.push(error);
            return (Vec::new(), Vec::new());
        }
        let mut listing = self.listing(folder);
        // If two files hold the same athlete the first wins, so copies come last.
        listing.sort_by_cached_key(|name| (copies::looks_copied(name), name.len(), name.clone()));
        let mut conflicts = Vec::new();
        let mut athletes = Vec::new();
        for file in listing {
            if file.contains(CONFLICT_MARK) {
                conflicts.push(folder.join(file));
                continue;
            }
            match self.athlete(folder, file) {
                Found::Athlete(athlete) => athletes.push(athlete),
                Found::Conflict(path) => conflicts.push(path),
                Found::Nothing => {}
            }
        }
        for parts in part_read::folders(self.dir, folder) {
            let copies = part_read::copies_in(&parts).into_iter();
            conflicts.extend(copies.filter(|copy| part_read::part_of_copy(copy).is_some()));
        }
        athletes.sort_by_cached_key(|athlete| (names::plain(&athlete.name), athlete.file.clone()));
        conflicts.sort();
        (athletes, conflicts)
    }

    fn athlete(&mut self, folder: &Path, file: String) -> Found {
        let path = folder.join(&file);
        let head = links::stay_within(self.dir, &path).and_then(|()| head::read(&path));
        let head = match head {
            Ok(head) => head,
            Err(error @ (StoreError::Outside { .. } | StoreError::NotAFile { .. })) => {
                self.warnings.push(error);
                return Found::Nothing;
            }
            Err(error) => {
                self.warn(error, &path);
                head::Head::default()
            }
        };
        if let Some(version) = head.newer {
            self.state.ledger.is_newer(&path, version);
        }
        let mut id = head.id;
        if let Some(first) = id.filter(|id| self.state.athletes.contains_key(id)) {
            let other = self.state.athletes.get(&first).cloned();
            let other = other.unwrap_or_default();
            if copies::is_of_sync_tool(&file) || copies::names_computer(&file, &other) {
                return Found::Conflict(path);
            }
            let (path, other) = (path.clone(), folder.join(other));
            self.warnings.push(StoreError::SameAthlete { path, other });
            let taken = |id| self.state.athletes.contains_key(&id);
            let own = identities::another_athlete(first, taken);
            self.state.renamed.insert(file.clone(), own);
            id = Some(own);
        }
        if let Some(id) = id {
            self.state.athletes.insert(id, file.clone());
        }
        let name = head.name.or_else(|| self.name_before(&path));
        let name = name.unwrap_or_else(|| slug::as_name(&backup::stem(Path::new(&file))));
        Found::Athlete(AthleteEntry {
            file,
            id,
            name,
            newer: head.newer,
        })
    }

    fn warn(&mut self, error: StoreError, path: &Path) {
        let folder = self.dir.join(BACKUPS_FOLDER);
        let advised = advised(error, self.backups(&folder, path));
        self.warnings.push(advised);
    }

    /// The name of the athlete whose file no longer tells it: as its copies do that stand beside it, which are newer, or
    /// its older versions.
    fn name_before(&mut self, path: &Path) -> Option<String> {
        let parent = path.parent().unwrap_or(self.dir);
        let beside = self.listing(parent).into_iter();
        let copies = copies::copies_of(beside, &backup::stem(path)).into_iter();
        let copies = copies.map(|name| parent.join(name));
        let folder = self.dir.join(BACKUPS_FOLDER);
        let older = self.backups(&folder, path).newest_first().into_iter();
        let mut others = copies.chain(older);
        others.find_map(|version| {
            links::stay_within(self.dir, &version).ok()?;
            head::read(&version).ok()?.name
        })
    }

    fn backups<'b>(&'b self, folder: &'b Path, path: &'b Path) -> Backups<'b> {
        Backups {
            root: self.dir,
            folder,
            path,
        }
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

/// What a file among the athletes is.
enum Found {
    Athlete(AthleteEntry),
    /// What a sync tool could not merge.
    Conflict(PathBuf),
    Nothing,
}
