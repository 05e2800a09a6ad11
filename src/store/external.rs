//! A file that somebody else changed while the workspace is open.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{Athlete, OwnLibrary, Session, SessionId, WorkspaceSettings};

use super::document::Body;
use super::files::{self, Fingerprint};
use super::paths::{LIBRARY_FILE, SETTINGS_FILE};
use super::state::State;
use super::watch::ChangedFile;
use super::workspace::Store;
use super::{StoreError, copies, format, links, part_read, parted};

/// What somebody else made of a document: what was on the disk before, as this program read or wrote it last, and what
/// is there now.
#[derive(Debug, Clone)]
pub enum External {
    /// Of an athlete.
    Athlete {
        /// Before; `None` where this program neither read nor wrote it.
        base: Option<Arc<Athlete>>,
        /// Now.
        theirs: Arc<Athlete>,
    },
    /// Of the settings of the workspace.
    Settings {
        /// Before.
        base: Box<WorkspaceSettings>,
        /// Now.
        theirs: Box<WorkspaceSettings>,
    },
    /// Of the coach's own library.
    Own {
        /// Before.
        base: Arc<OwnLibrary>,
        /// Now.
        theirs: Arc<OwnLibrary>,
    },
}

impl Store {
    /// What a file of the workspace holds that this program neither read nor wrote; from here on it counts as known, so
    /// that whoever asks has to save what they make of it. `None` when it holds nothing new. What a sync tool put beside
    /// a file is merged into that on the disk, which is a change of that file then.
    ///
    /// # Errors
    ///
    /// All that can be wrong with a file, see [`StoreError`].
    pub fn take_external(
        &self,
        file: &ChangedFile,
        now: DateTime<Utc>,
    ) -> Result<Option<External>, StoreError> {
        let (path, name) = match file {
            ChangedFile::Athlete(name) => (self.athlete_path(name), name),
            ChangedFile::Part { athlete, name } => {
                let folder = parted::folder_of(&self.athlete_path(athlete));
                (folder.join(name), name)
            }
            ChangedFile::Workspace(name) => (self.dir().join(name), name),
        };
        links::stay_within(self.dir(), &path)?;
        if copies::waits_to_be_merged(name) {
            if self.may_write().is_ok() {
                self.merge_copy(&path, now).transpose()?;
            }
            return Ok(None);
        }
        // Hold the lock while reading. Otherwise a file that this program wrote just before its newest one would look
        // like somebody else's, and undo the newest edit.
        let mut state = self.state();
        let external = match file {
            ChangedFile::Athlete(file) | ChangedFile::Part { athlete: file, .. } => {
                if Fingerprint::of_file(&path)?.is_none_or(|it| state.ledger.knows(&path, it)) {
                    return Ok(None);
                }
                external_athlete(self, &mut state, file)?
            }
            ChangedFile::Workspace(name) if name == SETTINGS_FILE => {
                read_news::<WorkspaceSettings>(&mut state, &path)?.map(|theirs| {
                    let base = std::mem::replace(&mut state.settings, theirs.clone());
                    External::Settings {
                        base: Box::new(base),
                        theirs: Box::new(theirs),
                    }
                })
            }
            ChangedFile::Workspace(name) if name == LIBRARY_FILE => {
                read_news::<OwnLibrary>(&mut state, &path)?.map(|theirs| {
                    let theirs = Arc::new(theirs);
                    let base = std::mem::replace(&mut state.own, theirs.clone());
                    External::Own { base, theirs }
                })
            }
            ChangedFile::Workspace(_) => None,
        };
        Ok(external)
    }
}

fn external_athlete(
    store: &Store,
    state: &mut State,
    file: &str,
) -> Result<Option<External>, StoreError> {
    let path = store.athlete_path(file);
    let own = state.renamed.get(file).copied();
    let mut read = part_read::read_files(Some(store.dir()), &path, own)?;
    if read.newer.or(read.spread.newer()).is_some() {
        return Ok(None);
    }
    let id = read.athlete.id;
    let owner = state.athletes.get(&id);
    // A second file of the same athlete is reported at the next opening.
    if owner.is_some_and(|owner| owner != file) || own.is_some() {
        return Ok(None);
    }
    state.athletes.insert(id, file.to_owned());
    if let Some(base) = state.bases.get(&id) {
        // A sync tool may bring the own file before the part into which another machine moved sessions.
        let (from, until) = (read.spread.from, read.spread.until);
        let is_missed = !read.problems.is_empty();
        let may_come = |date: NaiveDate| {
            let is_before = from.is_some_and(|from| date < from);
            is_missed || is_before || until.is_some_and(|until| until <= date)
        };
        keep_what_is_missed(base, &mut read.athlete, may_come);
    }
    let theirs = Arc::new(read.athlete.clone());
    // Parts may be missing for a moment while a sync tool works; lasting problems are reported at the next opening.
    read.problems.clear();
    for (path, _) in &read.contents {
        state.ledger.keep_next(path);
    }
    store.remember_files(state, file, read);
    let base = state.bases.insert(id, theirs.clone());
    Ok(Some(External::Athlete { base, theirs }))
}

/// Sessions that nobody deleted stand in a part that could not be read, or that has yet to come.
fn keep_what_is_missed(base: &Athlete, theirs: &mut Athlete, may_come: impl Fn(NaiveDate) -> bool) {
    let there: HashSet<SessionId> = theirs.sessions.all().iter().map(|it| it.id).collect();
    let deleted: HashSet<SessionId> = theirs.tombstones.iter().map(|it| it.session).collect();
    let missed = base.sessions.all().iter();
    let missed = missed.filter(|it| !there.contains(&it.id) && !deleted.contains(&it.id));
    let missed = missed.filter(|it| may_come(it.date));
    let all = theirs.sessions.all().iter().chain(missed).cloned();
    theirs.sessions = all.collect::<Vec<Arc<Session>>>().into();
}

/// What a document of the workspace as a whole holds now, where that is news.
fn read_news<T: Body>(state: &mut State, path: &Path) -> Result<Option<T>, StoreError> {
    let bytes = files::read(path)?;
    let content = Fingerprint::of(&bytes);
    if state.ledger.knows(path, content) {
        return Ok(None);
    }
    let decoded = format::decode::<T>(path, &bytes)?;
    if decoded.newer.is_some() {
        return Ok(None);
    }
    state.ledger.read_anew(path, content);
    Ok(Some(decoded.value))
}
