//! A file that somebody else changed while the workspace is open.

use std::path::Path;
use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::domain::{Athlete, OwnLibrary, WorkspaceSettings};

use super::document::Body;
use super::files::{self, Fingerprint};
use super::paths::{CONFLICT_MARK, LIBRARY_FILE, SETTINGS_FILE};
use super::state::State;
use super::watch::ChangedFile;
use super::workspace::Store;
use super::{StoreError, copies, format, links};

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
            ChangedFile::Workspace(name) => (self.dir().join(name), name),
        };
        links::stay_within(self.dir(), &path)?;
        if name.contains(CONFLICT_MARK) || copies::is_of_sync_tool(name) {
            if self.may_write().is_ok() {
                self.merge_copy(&path, now).transpose()?;
            }
            return Ok(None);
        }
        // Read while nothing of ours is written: what this program wrote a moment before its newest would else pass for
        // somebody else's, and take the newest edit back.
        let mut state = self.state();
        let external = match file {
            ChangedFile::Athlete(name) => external_athlete(&mut state, &path, name)?,
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
    state: &mut State,
    path: &Path,
    file: &str,
) -> Result<Option<External>, StoreError> {
    let bytes = files::read(path)?;
    let content = Fingerprint::of(&bytes);
    if state.ledger.knows(path, content) {
        return Ok(None);
    }
    let decoded = format::decode::<Athlete>(path, &bytes)?;
    if decoded.newer.is_some() {
        return Ok(None);
    }
    let theirs = Arc::new(decoded.value);
    let owner = state.athletes.get(&theirs.id);
    // A second file of one athlete is told when the workspace is opened next.
    if owner.is_some_and(|owner| owner != file) || state.renamed.contains_key(file) {
        return Ok(None);
    }
    state.athletes.insert(theirs.id, file.to_owned());
    state.ledger.read_anew(path, content);
    let base = state.bases.insert(theirs.id, theirs.clone());
    Ok(Some(External::Athlete { base, theirs }))
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
