//! An athlete's file that somebody else changed while the workspace is open.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use crate::domain::Athlete;

use super::files::{self, Fingerprint};
use super::paths::CONFLICT_MARK;
use super::workspace::Store;
use super::{StoreError, copies, format, links};

/// What somebody else made of an athlete.
#[derive(Debug, Clone)]
pub struct External {
    /// What was on the disk before, as this program read or wrote it last.
    pub base: Option<Arc<Athlete>>,
    /// What is on the disk now.
    pub theirs: Arc<Athlete>,
}

impl Store {
    /// What a file of the folder of athletes holds that this program neither read nor wrote; from here on it counts as
    /// known, so that whoever asks has to save what they make of it. `None` when it holds nothing new. What a sync tool
    /// put beside an athlete's file is merged into that on the disk, which is a change of that file then.
    ///
    /// # Errors
    ///
    /// All that can be wrong with a file, see [`StoreError`].
    pub fn take_external(
        &self,
        file: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<External>, StoreError> {
        let path = self.athlete_path(file);
        links::stay_within(self.dir(), &path)?;
        if file.contains(CONFLICT_MARK) || copies::is_of_sync_tool(file) {
            if self.may_write().is_ok() {
                self.merge_copy(&path, now).transpose()?;
            }
            return Ok(None);
        }
        // Read while nothing of ours is written: what this program wrote a moment before its newest would else pass for
        // somebody else's, and take the newest edit back.
        let mut state = self.state();
        let bytes = files::read(&path)?;
        let content = Fingerprint::of(&bytes);
        if state.ledger.knows(&path, content) {
            return Ok(None);
        }
        let decoded = format::decode::<Athlete>(&path, &bytes)?;
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
        state.ledger.read_anew(&path, content);
        let base = state.bases.insert(theirs.id, theirs.clone());
        Ok(Some(External { base, theirs }))
    }
}
