//! What the findings of an athlete depend on.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, OwnLibrary, WorkspaceSettings};
use crate::library::Library;

/// Everything that a check of an athlete's calendar is made from. The same document on the same day with the same
/// library and rules needs no second look.
#[derive(Debug, Clone)]
pub(super) struct CheckInput {
    /// The athlete.
    pub(super) athlete: Arc<Athlete>,
    /// The coach's own part of the library, which is all of it that changes.
    pub(super) own: Arc<OwnLibrary>,
    /// The whole library.
    pub(super) library: Arc<Library>,
    /// The settings of the workspace, with its rules.
    pub(super) settings: WorkspaceSettings,
    /// The current day.
    pub(super) today: NaiveDate,
}

impl CheckInput {
    /// True when a check of `other` finds the same.
    pub(super) fn finds_like(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.athlete, &other.athlete)
            && Arc::ptr_eq(&self.own, &other.own)
            && self.settings.checks_like(&other.settings)
            && self.today == other.today
    }
}
