//! What is known of the files that are published.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, AthleteId, DateStyle, Publication, WorkspaceSettings};
use crate::library::Library;
use crate::ui::dialogs::PublishStatus;

/// What is known of the files that are published.
#[derive(Debug, Default)]
pub(super) struct Publishing {
    /// What was worked out for the last look: another state has files written.
    pub(super) seen: Option<Seen>,
    /// The athletes as their files hold them.
    pub(super) known: HashMap<AthleteId, Arc<Athlete>>,
    /// The athletes of the last look: one who is missing now was removed, not just not read yet.
    pub(super) met: BTreeSet<AthleteId>,
    /// When the first edit was that is not published, and when files are to be written.
    pub(super) waiting: Option<(f64, f64)>,
    pub(super) status: PublishStatus,
}

/// Everything that files depend on besides their athletes.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub(super) workspace: u64,
    pub(super) revision: u64,
    pub(super) today: NaiveDate,
    pub(super) library: Arc<Library>,
    pub(super) settings: WorkspaceSettings,
    /// How dates are written.
    pub(super) dates: DateStyle,
    pub(super) publication: Publication,
}

impl Seen {
    /// True when what an athlete's files depend on besides the athlete is the same.
    pub(super) fn is_same_for_all(&self, other: &Self) -> bool {
        let settings = |seen: &Self| WorkspaceSettings {
            last_athlete: None,
            ..seen.settings.clone()
        };
        self.workspace == other.workspace
            && self.today == other.today
            && Arc::ptr_eq(&self.library, &other.library)
            && settings(self) == settings(other)
            && self.dates == other.dates
            && self.publication == other.publication
    }
}
