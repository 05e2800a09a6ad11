//! The files of an athlete, read together and written one after the other.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{Athlete, AthleteId, SessionId};

use super::arrange::{Arranged, arrange};
use super::extras::{self, Extra};
use super::files::{self, Fingerprint};
use super::opening::load;
use super::parted::{self, History, Main, Part};
use super::saved::Saved;
use super::spread::{Held, Spread, gains, with_leaving};
use super::state::State;
use super::whole::whole;
use super::workspace::Store;
use super::{StoreError, format, links};

/// What was read of an athlete.
#[derive(Debug)]
pub(super) struct ReadAthlete {
    /// All that the files hold together.
    pub(super) athlete: Athlete,
    /// What the own file holds.
    pub(super) own: Athlete,
    /// The version of the own file, when it is later than ours.
    pub(super) newer: Option<u32>,
    /// How the sessions are spread over the files.
    pub(super) spread: Spread,
    /// The files that could be read, and what tells their content from another.
    pub(super) contents: Vec<(PathBuf, Fingerprint)>,
    /// Parts that could not be read.
    pub(super) damaged: Vec<PathBuf>,
    /// What is wrong with parts.
    pub(super) problems: Vec<StoreError>,
    /// What was set right, in sentences.
    pub(super) notes: Vec<String>,
}

impl ReadAthlete {
    /// An athlete's own file, and no part yet.
    fn nothing(own: Athlete) -> Self {
        Self {
            athlete: own.clone(),
            own,
            newer: None,
            spread: Spread::default(),
            contents: Vec::new(),
            damaged: Vec::new(),
            problems: Vec::new(),
            notes: Vec::new(),
        }
    }
}

/// Reads an athlete in all their files. `also` is another identity under which the athlete is known, and `root` the
/// workspace that no link may leave; without one a file by itself may do without its parts.
///
/// # Errors
///
/// All that can be wrong with the athlete's own file. What is wrong with parts is told in the result.
pub(super) fn read_files(
    root: Option<&Path>,
    own: &Path,
    also: Option<AthleteId>,
) -> Result<ReadAthlete, StoreError> {
    let (decoded, content) = load::<Main>(own)?;
    let main = decoded.value;
    let mut read = ReadAthlete {
        newer: decoded.newer,
        contents: vec![(own.to_owned(), content)],
        notes: decoded.notes,
        ..ReadAthlete::nothing(main.athlete)
    };
    let reader = Parts {
        root,
        own,
        ids: [read.athlete.id, also.unwrap_or(read.athlete.id)],
    };
    let copied = reader.read_all(&mut read, |_| true);
    reader.miss(main.history.as_ref(), &mut read);
    read.spread.own = read.own.sessions.all().to_vec();
    read.spread.say(main.history.as_ref());
    let parts = read.spread.parts.values();
    let parts = parts.filter_map(|held| held.part.as_ref()).chain(&copied);
    if parts.clone().next().is_some() {
        read.athlete = whole(&read.own, parts);
    }
    Ok(read)
}

/// The parts of an athlete on the disk.
pub(super) struct Parts<'a> {
    /// The workspace that no link may leave.
    pub(super) root: Option<&'a Path>,
    /// The athlete's own file.
    pub(super) own: &'a Path,
    /// As whom the athlete is known.
    pub(super) ids: [AthleteId; 2],
}

impl Parts<'_> {
    /// The names of the files in the folder of parts.
    fn names(&self) -> Result<Vec<String>, StoreError> {
        let folder = parted::folder_of(self.own);
        // Most athletes have no parts, and none who was read from a file without an ending.
        if folder == self.own || !folder.is_dir() {
            return Ok(Vec::new());
        }
        if let Some(root) = self.root {
            links::stay_within(root, &folder)?;
        }
        let entries = fs::read_dir(&folder).map_err(|source| StoreError::Unreadable {
            path: folder.clone(),
            source,
        })?;
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let is_document = |name: &String| {
            !name.starts_with('.') && Path::new(name).extension().is_some_and(|end| end == "ron")
        };
        let mut names: Vec<String> = names.filter(is_document).collect();
        names.sort();
        Ok(names)
    }

    fn read_one(&self, path: &Path) -> Result<(format::Decoded<Part>, Fingerprint), StoreError> {
        if let Some(root) = self.root {
            links::stay_within(root, path)?;
        }
        let (decoded, content) = load::<Part>(path)?;
        if !self.ids.contains(&decoded.value.athlete) {
            let path = path.to_owned();
            return Err(StoreError::OtherAthlete { path });
        }
        Ok((decoded, content))
    }

    /// Reads the parts that are `wanted`, and gives what other files in their folder hold.
    fn read_all(&self, read: &mut ReadAthlete, wanted: impl Fn(NaiveDate) -> bool) -> Vec<Part> {
        let mut copied = Vec::new();
        let names = self.names().unwrap_or_else(|error| {
            read.problems.push(self.of_part(error));
            Vec::new()
        });
        for name in names {
            let path = parted::folder_of(self.own).join(&name);
            let start = parted::start_of(&name);
            if !start.is_none_or(&wanted) {
                continue;
            }
            match self.read_one(&path) {
                Ok((decoded, content)) => {
                    if let Some(version) = decoded.newer {
                        let error = format::newer_error::<Part>(&path, version);
                        read.problems.push(self.of_part(error));
                    }
                    read.notes.extend(decoded.notes);
                    read.contents.push((path.clone(), content));
                    let Some(start) = start else {
                        read.spread.copies.push(path);
                        copied.push(decoded.value);
                        continue;
                    };
                    let held = Held {
                        part: Some(decoded.value),
                        bytes: content.length() as usize,
                        newer: decoded.newer,
                    };
                    read.spread.parts.insert(start, held);
                }
                Err(error) => {
                    let newer = match &error {
                        StoreError::Newer { version, .. } => Some(*version),
                        _ => None,
                    };
                    if newer.is_none() {
                        read.damaged.push(path);
                    }
                    read.problems.push(self.of_part(error));
                    if let Some(start) = start {
                        let held = Held {
                            newer,
                            ..Held::default()
                        };
                        read.spread.parts.insert(start, held);
                    }
                }
            }
        }
        copied
    }

    /// Notices what the own file tells of and is not there.
    fn miss(&self, history: Option<&History>, read: &mut ReadAthlete) {
        let Some(history) = history else { return };
        // A backup, or a file that somebody sent: it holds what it holds.
        if self.root.is_none() && !parted::folder_of(self.own).is_dir() {
            return;
        }
        let missing = history.parts.iter();
        let missing = missing.filter(|start| !read.spread.parts.contains_key(start));
        let missing: Vec<NaiveDate> = missing.copied().collect();
        let Some(first) = missing.first() else { return };
        let error = StoreError::MissingPart {
            path: parted::path_of(self.own, *first),
            from: *first,
            others: missing.len() - 1,
        };
        read.problems.push(self.of_part(error));
        for start in missing {
            read.spread.parts.insert(start, Held::default());
        }
    }

    /// Parts that are damaged, or another athlete's.
    pub(super) fn unreadable(&self) -> Result<Vec<PathBuf>, StoreError> {
        let names = self.names()?.into_iter();
        let paths = names.map(|name| parted::folder_of(self.own).join(name));
        let unreadable = paths.filter(|path| {
            let read = self.read_one(path);
            read.is_err_and(|error| {
                error.damaged_file().is_some() || matches!(error, StoreError::OtherAthlete { .. })
            })
        });
        Ok(unreadable.collect())
    }

    /// How the parts are spread where the own file is not there to tell, and what tells their content from another.
    pub(super) fn read_alone(&self) -> (Spread, Vec<(PathBuf, Fingerprint)>) {
        let nobody = Athlete::new(self.ids[0], crate::domain::Profile::named(""));
        let mut read = ReadAthlete::nothing(nobody);
        self.read_all(&mut read, |_| true);
        let parts = read
            .spread
            .parts
            .values()
            .filter_map(|held| held.part.as_ref());
        let last = parts
            .filter_map(|part| part.sessions.all().last())
            .map(|it| it.date)
            .max();
        read.spread.from = last.and_then(|last| last.succ_opt());
        (read.spread, read.contents)
    }

    fn of_part(&self, source: StoreError) -> StoreError {
        StoreError::OfPart {
            own: self.own.to_owned(),
            source: Box::new(source),
        }
    }
}

/// The folders within one of a workspace, such as those with the parts of athletes.
pub(super) fn folders(root: &Path, within: &Path) -> Vec<PathBuf> {
    if links::stay_within(root, within).is_err() {
        return Vec::new();
    }
    let entries = fs::read_dir(within).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let mut folders: Vec<PathBuf> = folders.map(|folder| folder.path()).collect();
    folders.sort();
    folders
}

/// The newest time of an athlete who has parts, and their first session: the own file and the parts with days from
/// `from` on. `None` when that would be all of them.
pub(super) fn read_recent_parts(
    root: &Path,
    own: &Path,
    bytes: &[u8],
    from: NaiveDate,
) -> Option<Athlete> {
    let decoded = format::decode::<Main>(own, bytes).ok()?;
    let history = decoded.value.history.filter(|_| decoded.newer.is_none())?;
    let starts: BTreeSet<NaiveDate> = history.parts.iter().copied().collect();
    let first = *starts.first()?;
    let reaches = |start: NaiveDate| {
        let end = starts.range(start.succ_opt()?..).next();
        Some(end.is_none_or(|end| *end > from))
    };
    let is_near = |start: NaiveDate| reaches(start).unwrap_or(true);
    if starts
        .iter()
        .all(|start| *start == first || is_near(*start))
    {
        return None;
    }
    let parts = Parts {
        root: Some(root),
        own,
        ids: [decoded.value.athlete.id; 2],
    };
    let mut read = ReadAthlete::nothing(decoded.value.athlete);
    let copied = parts.read_all(&mut read, |start| start == first || is_near(start));
    let held = read
        .spread
        .parts
        .values()
        .filter_map(|held| held.part.as_ref());
    let mut athlete = whole(&read.athlete, held.chain(&copied));
    let sessions = athlete.sessions.all().iter().enumerate();
    let recent = sessions.filter(|(place, session)| *place == 0 || from <= session.date);
    let recent: Vec<_> = recent.map(|(_, session)| session.clone()).collect();
    athlete.sessions = recent.into();
    Some(athlete)
}

impl Store {
    /// Remembers what was read of an athlete's files.
    pub(super) fn remember_files(&self, state: &mut State, file: &str, read: ReadAthlete) {
        let own = self.athlete_path(file);
        // A part of a later version fixes the athlete as a whole.
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
        };
        let folder = parted::folder_of(own);
        for name in parts.names()? {
            let path = folder.join(name);
            let backups = self.backups_of(&path);
            self.backups(&backups, &path).retire(now)?;
            state.ledger.forget(&path);
        }
        // One that holds files of others stays.
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
                super::opening::advised(*source, self.backups(&folder, &path))
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
            // What was one file is never more worth keeping than now.
            self.state.ledger.keep_next(&self.own);
        }
        let saved = self.write_own(&arranged.own, &origins)?;
        if matches!(saved, Saved::Conflict { .. }) {
            return Ok(saved);
        }
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

    fn held(&self, start: NaiveDate) -> Option<&Part> {
        self.spread.parts.get(&start)?.part.as_ref()
    }

    fn make_folder(&self) -> Result<(), StoreError> {
        let folder = parted::folder_of(&self.own);
        links::stay_within(self.store.dir(), &folder)?;
        match fs::create_dir(&folder) {
            Ok(()) => {
                files::sync_around(&folder);
                Ok(())
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => Ok(()),
            Err(source) => Err(StoreError::Unwritable {
                path: folder,
                source,
            }),
        }
    }

    fn write_part(
        &mut self,
        start: NaiveDate,
        part: &Part,
        origins: &Origins,
    ) -> Result<(), StoreError> {
        let path = parted::path_of(&self.own, start);
        let text = format::encode(&path, part)?;
        let ids = part.sessions.all().iter().map(|it| it.id);
        let carried = self.carried(origins, ids, Some(start));
        // A version of the athlete's own file among the backups is one of the whole athlete, with the parts as they
        // were at that moment.
        if self.state.ledger.kept(&self.own) > self.state.ledger.kept(&path) {
            self.state.ledger.keep_next(&path);
        }
        let folder = self.store.backups_of(&path);
        let backups = self.store.backups(&folder, &path);
        let ledger = &mut self.state.ledger;
        let saved = ledger.write_with::<Part>(&text, &carried, backups, self.now)?;
        if let Saved::Conflict { theirs, .. } = saved {
            // Changed since it was looked at a moment ago; the next attempt leaves it alone.
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
                Some(start) => ledger.extras::<Part>(&parted::path_of(&self.own, start)),
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
