//! What the search has read of everybody's sessions.

use std::sync::Arc;

use crate::domain::{Athlete, OwnLibrary};
use crate::ui::find::FindIndex;

/// What was read last, and of whom.
#[derive(Debug, Default)]
pub(super) struct FindState {
    pub(super) known: Option<(Source, Arc<FindIndex>)>,
}

/// What the sessions were read from.
#[derive(Debug, Clone)]
pub(super) struct Source {
    /// Everybody as they were.
    pub(super) athletes: Vec<Arc<Athlete>>,
    /// The coach's own part of the library.
    pub(super) own: Arc<OwnLibrary>,
}

impl Source {
    /// True when nothing changed since.
    pub(super) fn is(&self, other: &Self) -> bool {
        let same = |(one, other): (&Arc<Athlete>, &Arc<Athlete>)| Arc::ptr_eq(one, other);
        self.athletes.len() == other.athletes.len()
            && self.athletes.iter().zip(&other.athletes).all(same)
            && Arc::ptr_eq(&self.own, &other.own)
    }
}
