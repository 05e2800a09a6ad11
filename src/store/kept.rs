//! The kept versions of a workspace's files, for somebody who looks for the one to go back to.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{Athlete, AthleteId, OwnLibrary, WorkspaceSettings};

use super::backup::{self, Version};
use super::document::Body;
use super::loading::load;
use super::parted::Main;
use super::paths::{ATHLETES_FOLDER, LIBRARY_FILE, SETTINGS_FILE, file_name};
use super::spread::Spread;
use super::workspace::Store;
use super::{StoreError, copies, format, head, identities, links};

/// A file of a workspace, there or not, with the versions of it that are kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptFile {
    /// What it holds.
    pub kind: KeptKind,
    /// Where it is, or was.
    pub path: PathBuf,
    /// The athlete's name, or what the file holds.
    pub name: String,
    /// As whom the workspace knows its athlete; `None` for other files, and where no version tells.
    pub athlete: Option<AthleteId>,
    /// How it is now.
    pub state: FileState,
    /// What is kept, newest first.
    pub versions: Vec<KeptVersion>,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptKind {
    /// An athlete.
    Athlete,
    /// The settings of the workspace.
    Settings,
    /// The coach's own exercises and templates.
    Own,
}

/// How a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// It can be read.
    Whole,
    /// It cannot be read.
    Damaged,
    /// It is of a later version: a later program has to bring versions of it back.
    Newer,
    /// It is not there: removed, or lost.
    Missing,
}

/// A kept version of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptVersion {
    /// Where it is kept.
    pub path: PathBuf,
    /// When it was kept: just before the file was changed.
    pub moment: DateTime<Utc>,
    /// Its size.
    pub bytes: u64,
    /// The first day of the part of an athlete that it is a version of; `None` where it is one of the whole file.
    pub part: Option<NaiveDate>,
}

/// What a version holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// An athlete.
    Athlete(Box<Athlete>),
    /// Settings.
    Settings(Box<WorkspaceSettings>),
    /// A library.
    Own(Box<OwnLibrary>),
}

impl Store {
    /// Every file of the workspace with what is kept of it: the athletes by name, those too who have no file any more;
    /// then the library and the settings, where there is anything of them.
    pub fn kept_files(&self) -> Vec<KeptFile> {
        let folder = self.backups_folder();
        let within = links::stay_within(self.dir(), &folder).is_ok();
        let mut stems = if within {
            backup::stems(&folder)
        } else {
            BTreeSet::new()
        };
        let documents = [
            (LIBRARY_FILE, KeptKind::Own, "Library"),
            (SETTINGS_FILE, KeptKind::Settings, "Settings"),
        ];
        for (file, ..) in documents {
            stems.remove(&backup::stem(Path::new(file)));
        }
        stems.extend(self.athlete_stems());
        let athletes = stems.iter().map(|stem| self.kept_athlete(stem));
        let mut all: Vec<KeptFile> = athletes.collect();
        all.sort_by_cached_key(|file| (file.name.to_lowercase(), file.path.clone()));
        let documents = documents.map(|(file, kind, name)| self.kept_document(file, kind, name));
        let is_anything =
            |file: &KeptFile| file.state != FileState::Missing || !file.versions.is_empty();
        all.extend(documents.into_iter().filter(is_anything));
        all
    }

    /// Names, without their ending, of the files of athletes; copies that wait to be merged are none.
    fn athlete_stems(&self) -> Vec<String> {
        let folder = self.dir().join(ATHLETES_FOLDER);
        if links::stay_within(self.dir(), &folder).is_err() {
            return Vec::new();
        }
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let stem = |entry: fs::DirEntry| {
            let name = entry.file_name().into_string().ok()?;
            let is_copy = copies::waits_to_be_merged(&name);
            let stem = name.strip_suffix(".ron").filter(|_| !is_copy)?;
            (!stem.starts_with('.')).then(|| stem.to_owned())
        };
        entries.filter_map(stem).collect()
    }

    /// What stands beside the file of an athlete and waits to be merged with it.
    fn copies_of(&self, stem: &str) -> Vec<PathBuf> {
        let folder = self.dir().join(ATHLETES_FOLDER);
        let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let paths = copies::copies_of(names, stem).into_iter();
        let paths = paths.map(|name| folder.join(name));
        paths
            .filter(|path| links::stay_within(self.dir(), path).is_ok())
            .collect()
    }

    fn kept_athlete(&self, stem: &str) -> KeptFile {
        let file = file_name(stem);
        let path = self.athlete_path(&file);
        let mut versions = self.kept_versions(&path);
        let head = links::stay_within(self.dir(), &path).and_then(|()| head::read(&path));
        let mut state = match &head {
            Ok(head) if head.newer.is_some() => FileState::Newer,
            Ok(head) if head.id.is_some() => FileState::Whole,
            Err(StoreError::Missing { .. }) => FileState::Missing,
            _ => FileState::Damaged,
        };
        let known = self.state();
        if known.ledger.is_damaged(&path) || known.lacks_parts(&file) {
            state = FileState::Damaged;
        }
        if known
            .spreads
            .get(&file)
            .is_some_and(|it| it.newer().is_some())
        {
            state = FileState::Newer;
        }
        if !known.ledger.is_damaged(&path) && head.is_ok() {
            // Parts are listed with the own file: alone they do not say whose they are.
            versions.extend(self.kept_parts(&path));
            versions.sort_by(|a, b| b.moment.cmp(&a.moment).then(a.part.cmp(&b.part)));
        }
        let as_known = known.athletes.iter().find(|(_, other)| **other == file);
        let as_known = as_known.map(|(id, _)| *id);
        drop(known);
        // What stands beside a damaged file is newer than its backups.
        let copies = std::iter::once_with(|| self.copies_of(stem)).flatten();
        let own = versions.iter().filter(|version| version.part.is_none());
        let others = copies.chain(own.map(|version| version.path.clone()));
        let others = others.filter_map(|path| head::read(&path).ok());
        let mut heads = head.into_iter().chain(others);
        let telling = heads.find(|head| head.name.is_some()).unwrap_or_default();
        KeptFile {
            kind: KeptKind::Athlete,
            path,
            name: telling.name.unwrap_or_else(|| stem.to_owned()),
            athlete: as_known.or(telling.id),
            state,
            versions,
        }
    }

    fn kept_document(&self, file: &str, kind: KeptKind, name: &str) -> KeptFile {
        let path = self.dir().join(file);
        let state = match self.newer_version(kind, &path) {
            Ok(None) => FileState::Whole,
            Ok(Some(_)) | Err(StoreError::Newer { .. }) => FileState::Newer,
            Err(StoreError::Missing { .. }) => FileState::Missing,
            Err(_) => FileState::Damaged,
        };
        KeptFile {
            kind,
            name: name.to_owned(),
            athlete: None,
            state,
            versions: self.kept_versions(&path),
            path,
        }
    }

    fn kept_versions(&self, path: &Path) -> Vec<KeptVersion> {
        self.kept_versions_in(&self.backups_folder(), path)
    }

    pub(super) fn kept_versions_in(&self, folder: &Path, path: &Path) -> Vec<KeptVersion> {
        let versions = self.backups(folder, path).versions().into_iter();
        let kept = versions.map(
            |Version {
                 moment,
                 path,
                 bytes,
                 ..
             }| KeptVersion {
                path,
                moment: moment.and_utc(),
                bytes,
                part: None,
            },
        );
        kept.collect()
    }

    /// True where something is kept that a file could be brought back from: see [`Self::kept_files`].
    pub fn keeps_version_of(&self, path: &Path) -> bool {
        let stem = path.file_stem().and_then(|stem| stem.to_str());
        match stem {
            Some(stem) if path == self.athlete_path(&file_name(stem)) => {
                !self.kept_athlete(stem).versions.is_empty()
            }
            _ => !self.kept_versions(path).is_empty(),
        }
    }

    /// Reads a file that holds a version.
    ///
    /// # Errors
    ///
    /// All that can be wrong with a file, see [`StoreError`]; one of a later version is not read.
    pub fn read_version(&self, kind: KeptKind, path: &Path) -> Result<Content, StoreError> {
        links::stay_within(self.dir(), path)?;
        Ok(match kind {
            KeptKind::Athlete => Content::Athlete(Box::new(self.athlete_of(path)?)),
            KeptKind::Settings => Content::Settings(Box::new(whole(path)?)),
            KeptKind::Own => Content::Own(Box::new(whole(path)?)),
        })
    }

    /// Makes way for a version that comes back as a change of the open document: what is there now is kept however
    /// lately another version was, and a damaged file is moved among the backups. Returns the identity the athlete is
    /// to have; `version` is the one in the version that comes back.
    ///
    /// # Errors
    ///
    /// [`StoreError::ReadOnly`], [`StoreError::Newer`], and what keeps a file from being moved; it is then where it was.
    pub fn make_way(
        &self,
        file: &KeptFile,
        version: AthleteId,
        now: DateTime<Utc>,
    ) -> Result<AthleteId, StoreError> {
        self.may_write()?;
        let path = &file.path;
        links::stay_within(self.dir(), path)?;
        let found = self.newer_version(file.kind, path);
        let mut state = self.state();
        match found {
            Ok(Some(version)) | Err(StoreError::Newer { version, .. }) => {
                return Err(format::newer_error::<Main>(path, version));
            }
            Ok(None) => state.ledger.keep_next(path),
            Err(StoreError::Missing { .. }) => state.ledger.forget(path),
            Err(error) if error.damaged_file().is_none() => return Err(error),
            Err(_) => {
                self.backups(&self.backups_folder(), path).set_aside(now)?;
                state.ledger.forget(path);
            }
        }
        if file.kind == KeptKind::Athlete {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if let Some(version) = state.spreads.get(&*name).and_then(Spread::newer) {
                return Err(format::newer_error::<Main>(path, version));
            }
            self.make_way_for_parts(&mut state, path, version, now)?;
        }
        let mut id = file.athlete.unwrap_or(version);
        if file.kind == KeptKind::Athlete {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let is_of_other = |id| {
                let other = state.athletes.get(&id);
                other.is_some_and(|other| *other != name)
            };
            if is_of_other(id) {
                id = identities::another_athlete(id, |id| state.athletes.contains_key(&id));
            }
            state.athletes.insert(id, name.into_owned());
        }
        Ok(id)
    }

    /// The version of a file that can be read, when it is later than ours.
    fn newer_version(&self, kind: KeptKind, path: &Path) -> Result<Option<u32>, StoreError> {
        links::stay_within(self.dir(), path)?;
        match kind {
            KeptKind::Athlete => load::<Main>(path).map(|(decoded, _)| decoded.newer),
            KeptKind::Settings => load::<WorkspaceSettings>(path).map(|(decoded, _)| decoded.newer),
            KeptKind::Own => load::<OwnLibrary>(path).map(|(decoded, _)| decoded.newer),
        }
    }
}

/// Reads a document, unless it is of a later version.
pub(super) fn whole<T: Body>(path: &Path) -> Result<T, StoreError> {
    let (decoded, _) = load::<T>(path)?;
    match decoded.newer {
        Some(version) => Err(format::newer_error::<T>(path, version)),
        None => Ok(decoded.value),
    }
}
