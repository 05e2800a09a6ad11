//! The files of an athlete, written one after the other.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{Athlete, AthleteId, SessionId};

use super::arrange::{Arranged, arrange};
use super::extras::{self, Extra};
use super::loading;
use super::part_read::{Parts, ReadAthlete};
use super::parted::{self, Main, StoredPart};
use super::saved::Saved;
use super::spread::Spread;
use super::spread::{Held, gains, with_leaving};
use super::state::State;
use super::workspace::Store;
use super::{StoreError, cores, files, format, links};

impl Store {
    /// Remembers what was read of an athlete's files.
    pub(super) fn remember_files(&self, state: &mut State, file: &str, read: ReadAthlete) {
        let own = self.athlete_path(file);
        // A part of a later version makes the whole athlete read-only.
        let newer = read.newer.or(read.spread.newer());
        for (path, content) in &read.contents {
            state
                .ledger
                .read(path, *content, newer.filter(|_| *path == own));
        }
        for path in &read.damaged {
            state.ledger.distrust(path);
        }
        state.notes.extend(read.notes);
        let advised = read.problems.into_iter().map(|error| self.advised(error));
        state.problems.extend(advised);
        state.spreads.insert(file.to_owned(), read.spread);
    }

    /// Takes an athlete's parts away, into the backups, and their folder where nothing else is in it.
    pub(super) fn retire_parts(
        &self,
        state: &mut State,
        own: &Path,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let parts = Parts {
            root: Some(self.dir()),
            own,
            ids: [AthleteId::from_bits(0); 2],
            cores: cores::all(),
        };
        let folder = parted::folder_of(own);
        for name in parts.names()? {
            let path = folder.join(name);
            let backups = self.backups_of(&path);
            self.backups(&backups, &path).retire(now)?;
            state.ledger.forget(&path);
        }
        // The folder is kept if it holds other files.
        fs::remove_dir(&folder).ok();
        Ok(())
    }

    /// An error about a part with its last backup named, where there is one.
    fn advised(&self, error: StoreError) -> StoreError {
        let StoreError::OfPart { own, source } = error else {
            return error;
        };
        let source = match source.damaged_file().map(Path::to_owned) {
            Some(path) => {
                let folder = self.backups_of(&path);
                loading::advised(*source, self.backups(&folder, &path))
            }
            None => *source,
        };
        StoreError::OfPart {
            own,
            source: Box::new(source),
        }
    }

    /// Saves an athlete: each file that is to hold something else than before.
    ///
    /// What comes into a file is written before it is taken out of the one where it was, so that a program that is ended
    /// in between leaves things twice and nothing lost.
    pub(super) fn write_files(
        &self,
        state: &mut State,
        file: &str,
        athlete: &Athlete,
        now: DateTime<Utc>,
    ) -> Result<Saved, StoreError> {
        let mut spread = state.spreads.remove(file).unwrap_or_default();
        let mut writing = Writing {
            store: self,
            own: self.athlete_path(file),
            state,
            spread: &mut spread,
            now,
        };
        let saved = writing.write(athlete);
        state.spreads.insert(file.to_owned(), spread);
        saved
    }
}

/// An athlete's files while they are written.
struct Writing<'a> {
    store: &'a Store,
    own: PathBuf,
    state: &'a mut State,
    spread: &'a mut Spread,
    now: DateTime<Utc>,
}

impl Writing<'_> {
    fn write(&mut self, athlete: &Athlete) -> Result<Saved, StoreError> {
        let (arranged, changed) = self.arranged(athlete);
        let was_parted = !self.spread.parts.is_empty();
        let origins = self.origins();
        if !changed.is_empty() {
            self.make_folder()?;
        }
        for start in &changed {
            let Some(part) = arranged.parts.get(start) else {
                continue;
            };
            let before = self.held(*start);
            if gains(before, part) {
                let both = with_leaving(before, part);
                self.write_part(*start, &both, &origins)?;
            }
        }
        if !was_parted && arranged.own.history.is_some() {
            // Keep a backup of the single file now, before it is split.
            self.state.ledger.keep_next(&self.own);
        }
        let saved = self.write_own(&arranged.own, &origins)?;
        if matches!(saved, Saved::Conflict { .. }) {
            return Ok(saved);
        }
        let saved = if changed.is_empty() {
            saved
        } else {
            Saved::Written
        };
        for start in changed {
            let Some(part) = arranged.parts.get(&start) else {
                continue;
            };
            if !self.spread.holds(start, part) {
                self.write_part(start, part, &origins)?;
            }
        }
        self.put_copies_away()?;
        Ok(saved)
    }

    /// Where everything is to stand, and the parts that change. A part that somebody else changed meanwhile is left
    /// alone, as is one that cannot be read.
    fn arranged(&self, athlete: &Athlete) -> (Arranged, Vec<NaiveDate>) {
        let today = self.now.date_naive();
        let mut blocked = self.spread.blocked();
        loop {
            let arranged = arrange(athlete, self.spread, &blocked, today);
            let parts = arranged.parts.iter();
            let changed = parts.filter(|(start, part)| !self.spread.holds(**start, part));
            let changed: Vec<NaiveDate> = changed.map(|(start, _)| *start).collect();
            let foreign = changed.iter().filter(|start| !self.may_write(**start));
            let before = blocked.len();
            let foreign: Vec<NaiveDate> = foreign.copied().collect();
            blocked.extend(foreign);
            if blocked.len() == before {
                return (arranged, changed);
            }
        }
    }

    fn may_write(&self, start: NaiveDate) -> bool {
        let path = parted::path_of(&self.own, start);
        links::stay_within(self.store.dir(), &path).is_ok() && self.state.ledger.is_ours(&path)
    }

    fn held(&self, start: NaiveDate) -> Option<&StoredPart> {
        self.spread.parts.get(&start)?.part.as_ref()
    }

    fn make_folder(&mut self) -> Result<(), StoreError> {
        let folder = parted::folder_of(&self.own);
        links::stay_within(self.store.dir(), &folder)?;
        match fs::create_dir(&folder) {
            Ok(()) => {
                files::sync_around(&folder);
                Ok(())
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => {
                if !std::mem::replace(&mut self.spread.is_tidy, true) {
                    // Remove leftovers of an interrupted save; no other save is running.
                    files::remove_leftovers(&folder);
                }
                Ok(())
            }
            Err(source) => Err(StoreError::Unwritable {
                path: folder,
                source,
            }),
        }
    }

    fn write_part(
        &mut self,
        start: NaiveDate,
        part: &StoredPart,
        origins: &Origins,
    ) -> Result<(), StoreError> {
        let path = parted::path_of(&self.own, start);
        let text = format::encode(&path, part)?;
        let ids = part.sessions.all().iter().map(|it| it.id);
        let carried = self.carried(origins, ids, Some(start));
        // A backup of the own file stands for the whole athlete, so the parts of that moment have to be kept too.
        if self.state.ledger.kept(&self.own) > self.state.ledger.kept(&path) {
            self.state.ledger.keep_next(&path);
        }
        let folder = self.store.backups_of(&path);
        let backups = self.store.backups(&folder, &path);
        let ledger = &mut self.state.ledger;
        let saved = ledger.write_with::<StoredPart>(&text, &carried, backups, self.now)?;
        if let Saved::Conflict { theirs, .. } = saved {
            // The part changed since it was checked; the next save leaves it alone.
            return Err(StoreError::Unwritable {
                path: theirs,
                source: std::io::Error::other("another program is changing it"),
            });
        }
        let held = Held {
            part: Some(part.clone()),
            bytes: text.len(),
            newer: None,
        };
        self.spread.parts.insert(start, held);
        Ok(())
    }

    fn write_own(&mut self, main: &Main, origins: &Origins) -> Result<Saved, StoreError> {
        let text = format::encode(&self.own, main)?;
        let ids = main.athlete.sessions.all().iter().map(|it| it.id);
        let path = self.own.clone();
        let carried = self.carried(origins, ids, None);
        let folder = self.store.backups_folder();
        let backups = self.store.backups(&folder, &path);
        let ledger = &mut self.state.ledger;
        let saved = ledger.write_with::<Main>(&text, &carried, backups, self.now)?;
        if !matches!(saved, Saved::Conflict { .. }) {
            self.spread.own = main.athlete.sessions.all().to_vec();
            self.spread.say(main.history.as_ref());
        }
        Ok(saved)
    }

    /// What stands in other files of the folder is in the parts now.
    fn put_copies_away(&mut self) -> Result<(), StoreError> {
        for copy in std::mem::take(&mut self.spread.copies) {
            if !copy.exists() || !self.state.ledger.is_ours(&copy) {
                continue;
            }
            let folder = self.store.backups_of(&copy);
            self.store.backups(&folder, &copy).retire(self.now)?;
            self.state.ledger.forget(&copy);
        }
        Ok(())
    }

    /// In which file each session stands.
    fn origins(&self) -> Origins {
        let mut origins = Origins::new();
        for (start, held) in &self.spread.parts {
            let sessions = held.part.iter().flat_map(|part| part.sessions.all());
            origins.extend(sessions.map(|session| (session.id, Some(*start))));
        }
        origins.extend(self.spread.own.iter().map(|it| (it.id, None)));
        origins
    }

    /// The fields that are not known here of sessions that come into a file from others.
    fn carried(
        &mut self,
        origins: &Origins,
        ids: impl Iterator<Item = SessionId>,
        into: Option<NaiveDate>,
    ) -> Vec<Extra> {
        let mut moving: BTreeMap<Option<NaiveDate>, HashSet<String>> = BTreeMap::new();
        for id in ids {
            if let Some(from) = origins.get(&id).filter(|from| **from != into) {
                moving.entry(*from).or_default().insert(format!("\"{id}\""));
            }
        }
        let name = |file: Option<NaiveDate>| if file.is_some() { "part" } else { "athlete" };
        let mut carried = Vec::new();
        for (from, keys) in moving {
            let ledger = &mut self.state.ledger;
            let extras = match from {
                Some(start) => ledger.extras::<StoredPart>(&parted::path_of(&self.own, start)),
                None => ledger.extras::<Main>(&self.own),
            };
            let extras = extras::carried(extras, "sessions", &keys, name(from), name(into));
            carried.extend(extras);
        }
        carried
    }
}

/// In which file each session stood before: a part, or the athlete's own.
type Origins = HashMap<SessionId, Option<NaiveDate>>;
