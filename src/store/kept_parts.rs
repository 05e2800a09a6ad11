//! Kept versions of athletes who have parts: put together as they were, and made way for.

use std::collections::HashSet;
use std::path::Path;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use crate::domain::{Athlete, SessionId};

use super::backup;
use super::kept::{self, KeptVersion};
use super::part_read::{self, Parts};
use super::parted::{self, Main, StoredPart};
use super::paths::{ATHLETES_FOLDER, file_name};
use super::spread::Held;
use super::state::State;
use super::whole::whole;
use super::workspace::Store;
use super::{StoreError, cores, links};

impl Store {
    /// What is kept of an athlete's parts.
    pub(super) fn kept_parts(&self, own: &Path) -> Vec<KeptVersion> {
        let folder = self.backups_folder().join(backup::stem(own));
        if links::stay_within(self.dir(), &folder).is_err() {
            return Vec::new();
        }
        let starts = backup::stems(&folder).into_iter();
        let starts = starts.filter_map(|stem| Some((parted::start_of(&file_name(&stem))?, stem)));
        let versions = starts.flat_map(|(start, stem)| {
            let path = parted::folder_of(own).join(file_name(&stem));
            let versions = self.kept_versions_in(&folder, &path).into_iter();
            versions.map(move |version| KeptVersion {
                part: Some(start),
                ..version
            })
        });
        versions.collect()
    }

    /// True for a part of an athlete, and for a copy of one.
    pub(super) fn is_part(&self, path: &Path) -> bool {
        let above = path.parent().and_then(Path::parent);
        above.is_some_and(|above| above == self.dir().join(ATHLETES_FOLDER))
    }

    /// The athlete of a file: one of the workspace, a copy of it, or a kept version.
    ///
    /// A version of an athlete's own file stands for all of the athlete as of that moment, and a version of a part for
    /// the athlete as they are now with the part as it was then.
    ///
    /// # Errors
    ///
    /// All that can be wrong with a file, see [`StoreError`]; one of a later version is not read.
    pub(super) fn athlete_of(&self, path: &Path) -> Result<Athlete, StoreError> {
        let backups = self.backups_folder();
        let folder = path.parent();
        if self.is_part(path) {
            return Ok(kept::whole::<StoredPart>(path)?.as_athlete());
        }
        if folder == Some(&*backups) {
            return self.as_of(path);
        }
        match folder.filter(|folder| folder.parent() == Some(&*backups)) {
            Some(folder) => self.with_part(path, folder),
            None => self.beside(path),
        }
    }

    fn as_of(&self, path: &Path) -> Result<Athlete, StoreError> {
        let main = kept::whole::<Main>(path)?;
        let Some(history) = main.history else {
            return Ok(main.athlete);
        };
        let Some((stem, moment)) = dated(path) else {
            return Ok(main.athlete);
        };
        let own = self.athlete_path(&file_name(&stem));
        let parts = history.parts.iter();
        let mut parts: Vec<StoredPart> = parts
            .filter_map(|start| self.part_as_of(&own, *start, moment))
            .filter(|part| part.athlete == main.athlete.id)
            .collect();
        // Sessions of the own file win over those of the parts: they are as they were then.
        let ids = main.athlete.sessions.all().iter().map(|it| it.id);
        let ids: HashSet<SessionId> = ids.collect();
        for part in &mut parts {
            let sessions = part.sessions.all().iter();
            let others: Vec<_> = sessions
                .filter(|it| !ids.contains(&it.id))
                .cloned()
                .collect();
            part.sessions = others.into();
        }
        Ok(whole(&main.athlete, parts.iter()))
    }

    /// A part as it was at a moment: what was kept when it was first changed after that, or what is there now.
    fn part_as_of(
        &self,
        own: &Path,
        start: NaiveDate,
        moment: NaiveDateTime,
    ) -> Option<StoredPart> {
        let path = parted::path_of(own, start);
        let folder = self.backups_of(&path);
        let versions = self.backups(&folder, &path).versions();
        let after = versions
            .iter()
            .rev()
            .filter(|version| version.moment >= moment);
        let before = versions.iter().filter(|version| version.moment < moment);
        let now = std::iter::once(&path);
        let candidates = after
            .map(|version| &version.path)
            .chain(now)
            .chain(before.map(|version| &version.path));
        candidates
            .filter(|path| links::stay_within(self.dir(), path).is_ok())
            .find_map(|path| kept::whole::<StoredPart>(path).ok())
    }

    fn with_part(&self, path: &Path, folder: &Path) -> Result<Athlete, StoreError> {
        let then = kept::whole::<StoredPart>(path)?;
        let stem = folder.file_name().unwrap_or_default().to_string_lossy();
        let own = self.athlete_path(&file_name(&stem));
        links::stay_within(self.dir(), &own)?;
        let mut read = part_read::read_files(Some(self.dir()), &own, Some(then.athlete))?;
        let start = dated(path).and_then(|(stem, _)| parted::start_of(&file_name(&stem)));
        let ids: HashSet<SessionId> = then.sessions.all().iter().map(|it| it.id).collect();
        read.own.tombstones.retain(|it| !ids.contains(&it.session));
        if let Some(start) = start {
            let held = Held {
                part: Some(then),
                ..Held::default()
            };
            read.spread.parts.insert(start, held);
        }
        let parts = read.spread.parts.values();
        Ok(whole(
            &read.own,
            parts.filter_map(|held| held.part.as_ref()),
        ))
    }

    /// Another version of an athlete's own file has no parts of its own, and goes with those of the athlete.
    fn beside(&self, path: &Path) -> Result<Athlete, StoreError> {
        let main = kept::whole::<Main>(path)?;
        let has_own = main.history.is_none() || parted::folder_of(path).is_dir();
        let file = self.state().athletes.get(&main.athlete.id).cloned();
        let own = match file.filter(|_| !has_own) {
            Some(file) => self.athlete_path(&file),
            None => path.to_owned(),
        };
        let read = part_read::read_files(Some(self.dir()), &own, None);
        let spread = match read {
            Ok(read) => read.spread,
            Err(error) if own == path => return Err(error),
            // Parts can be read even if the own file is damaged.
            Err(_) => {
                let ids = [main.athlete.id; 2];
                let root = Some(self.dir());
                let parts = Parts {
                    root,
                    own: &own,
                    ids,
                    cores: cores::all(),
                };
                parts.read_alone().0
            }
        };
        let parts = spread.parts.values();
        Ok(whole(
            &main.athlete,
            parts.filter_map(|held| held.part.as_ref()),
        ))
    }

    /// Makes way for an athlete that comes back: parts that cannot be read are moved among the backups, and those that
    /// are not there are missed no longer.
    pub(super) fn make_way_for_parts(
        &self,
        state: &mut State,
        own: &Path,
        id: crate::domain::AthleteId,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let parts = Parts {
            root: Some(self.dir()),
            own,
            ids: [id; 2],
            cores: cores::all(),
        };
        for path in parts.unreadable()? {
            let folder = self.backups_of(&path);
            self.backups(&folder, &path).set_aside(now)?;
            state.ledger.forget(&path);
        }
        let file = own
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if let Some(spread) = state.spreads.get_mut(&file) {
            spread.parts.retain(|_, held| held.part.is_some());
            return Ok(());
        }
        // The parts were not read, as the own file could not be: read them now.
        let (spread, contents) = parts.read_alone();
        for (path, content) in contents {
            state.ledger.read(&path, content, None);
        }
        state.spreads.insert(file, spread);
        Ok(())
    }
}

/// What the name of a kept version is made of: the name of the file without its ending, and the moment.
fn dated(path: &Path) -> Option<(String, NaiveDateTime)> {
    let name = path.file_name()?.to_str()?;
    let (stem, dated) = name.strip_suffix(".ron")?.rsplit_once('.')?;
    Some((stem.to_owned(), backup::dated_name(dated)?.0))
}
