//! What the findings of an athlete depend on.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, OwnLibrary, Workspace, WorkspaceSettings};
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
    /// What a check of an athlete of this workspace is made from.
    pub(super) fn new(
        athlete: &Arc<Athlete>,
        workspace: &Workspace,
        library: &Arc<Library>,
        today: NaiveDate,
    ) -> Self {
        Self {
            athlete: athlete.clone(),
            own: workspace.own.clone(),
            library: library.clone(),
            settings: workspace.settings.clone(),
            today,
        }
    }

    /// True when a check of an athlete of this workspace now finds the same.
    pub(super) fn is_still(
        &self,
        athlete: &Arc<Athlete>,
        workspace: &Workspace,
        today: NaiveDate,
    ) -> bool {
        Arc::ptr_eq(&self.athlete, athlete)
            && Arc::ptr_eq(&self.own, &workspace.own)
            && self.settings.checks_like(&workspace.settings)
            && self.today == today
    }
}
