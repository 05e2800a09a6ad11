//! What is known of an open workspace.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::{Athlete, AthleteId, OwnLibrary, WorkspaceSettings};

use super::StoreError;
use super::ledger::Ledger;
use super::spread::Spread;

/// Whether a workspace may be changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OpenMode {
    /// Changes are saved.
    ReadWrite,
    /// Nothing is written; why, and what to do, in a sentence.
    ReadOnly(String),
}

/// What is known of the files.
#[derive(Debug, Default)]
pub(super) struct State {
    pub(super) ledger: Ledger,
    /// The file name of each athlete, which stays when the athlete is renamed.
    pub(super) athletes: BTreeMap<AthleteId, String>,
    /// The identities of athletes whose files claim one that is another's.
    pub(super) renamed: BTreeMap<String, AthleteId>,
    /// Each athlete as their file held them when it was last read or written: the base of a merge with what somebody
    /// else makes of the file.
    pub(super) bases: BTreeMap<AthleteId, Arc<Athlete>>,
    /// By the name of each athlete's own file: which file held which of their sessions then.
    pub(super) spreads: BTreeMap<String, Spread>,
    /// The settings as their file held them then.
    pub(super) settings: WorkspaceSettings,
    /// The library as its file held it then.
    pub(super) own: Arc<OwnLibrary>,
    /// What was set right in files since somebody asked last.
    pub(super) notes: Vec<String>,
    /// What is wrong with parts of athletes who were read since somebody asked last.
    pub(super) problems: Vec<StoreError>,
}

impl State {
    /// True when parts of an athlete cannot be read, or are not there; `file` is the name of their own file.
    pub(super) fn lacks_parts(&self, file: &str) -> bool {
        let spread = self.spreads.get(file);
        spread.is_some_and(|spread| spread.parts.values().any(|held| held.part.is_none()))
    }
}
