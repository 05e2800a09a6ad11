//! A lifelike workspace, the same for the same seed and day.

use chrono::NaiveDate;

use crate::domain::Workspace;
use crate::library::Library;

/// How much to make up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoOptions {
    /// How many athletes.
    pub athletes: usize,
    /// How many weeks of logs, ending on `today`.
    pub weeks: u32,
    /// Different seeds give different figures.
    pub seed: u64,
    /// The current day.
    pub today: NaiveDate,
}

/// Makes up a workspace.
pub fn workspace(_options: &DemoOptions, _library: &Library) -> Workspace {
    Workspace::default()
}
