//! The files of an athlete, read together.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::domain::{Athlete, AthleteId, Profile};

use super::files::Fingerprint;
use super::loading::load;
use super::parted::{self, Main, StoredPart, StoredYears};
use super::paths::file_name;
use super::spread::{Held, Spread};
use super::whole::whole;
use super::{StoreError, cores, format, links};

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
        cores: cores::all(),
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
    /// On how many cores they are read.
    pub(super) cores: usize,
}

impl Parts<'_> {
    /// The names of the files in the folder of parts.
    pub(super) fn names(&self) -> Result<Vec<String>, StoreError> {
        let folder = parted::folder_of(self.own);
        // Most athletes have no parts. A path without an ending cannot have a folder of parts.
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

    fn read_one(
        &self,
        path: &Path,
    ) -> Result<(format::Decoded<StoredPart>, Fingerprint), StoreError> {
        if let Some(root) = self.root {
            links::stay_within(root, path)?;
        }
        let (decoded, content) = load::<StoredPart>(path)?;
        if !self.ids.contains(&decoded.value.athlete) {
            let path = path.to_owned();
            return Err(StoreError::OtherAthlete { path });
        }
        Ok((decoded, content))
    }

    /// Reads the parts that are `wanted`, and gives what other files in their folder hold.
    fn read_all(
        &self,
        read: &mut ReadAthlete,
        wanted: impl Fn(NaiveDate) -> bool,
    ) -> Vec<StoredPart> {
        let mut copied = Vec::new();
        let names = self.names().unwrap_or_else(|error| {
            read.problems.push(self.of_part(error));
            Vec::new()
        });
        let folder = parted::folder_of(self.own);
        let files = names
            .iter()
            .map(|name| (parted::start_of(name), folder.join(name)));
        let files: Vec<_> = files
            .filter(|(start, _)| start.is_none_or(&wanted))
            .collect();
        let results = cores::at_once(&files, self.cores, |(_, path)| self.read_one(path));
        for ((start, path), result) in files.into_iter().zip(results) {
            match result {
                Ok((decoded, content)) => {
                    if let Some(version) = decoded.newer {
                        let error = format::newer_error::<StoredPart>(&path, version);
                        read.problems.push(self.of_part(error));
                    }
                    // A part holds no name; add the athlete's to its notes.
                    let name = &read.own.profile.name;
                    let notes = decoded.notes.iter().map(|note| format!("{name}{note}"));
                    read.notes.extend(notes);
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
    fn miss(&self, history: Option<&StoredYears>, read: &mut ReadAthlete) {
        let Some(history) = history else { return };
        // A backup or a file that somebody sent stands alone: read it without its parts.
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
        let nobody = Athlete::new(self.ids[0], Profile::named(""));
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
        cores: cores::beside_the_window(),
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

/// Copies of parts in a folder of them: what sync tools and this program put beside a part.
pub(super) fn copies_in(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let copies = names.filter(|name| {
        let is_document = Path::new(name).extension().is_some_and(|end| end == "ron");
        is_document && !name.starts_with('.') && parted::start_of(name).is_none()
    });
    let mut copies: Vec<PathBuf> = copies.map(|name| folder.join(name)).collect();
    copies.sort();
    copies
}

/// The part that a copy in its folder bears the name of, where it is there.
pub(super) fn part_of_copy(copy: &Path) -> Option<PathBuf> {
    let name = copy.file_name()?.to_str()?;
    let start = file_name(name.get(..10)?);
    let part = copy.parent()?.join(&start);
    let is_file = fs::symlink_metadata(&part).is_ok_and(|data| data.is_file());
    (parted::start_of(&start).is_some() && name != start && is_file).then_some(part)
}
