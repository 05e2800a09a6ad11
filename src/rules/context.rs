//! Whose week it is, with what, and which day it is.

use chrono::NaiveDate;

use crate::domain::Profile;
use crate::library::Library;

/// What the rules need to know besides the sessions.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The athlete's profile, with what it leaves open as in the workspace (`WorkspaceSettings::checked`).
    pub profile: &'a Profile,
    /// The exercises.
    pub library: &'a Library,
    /// The current day.
    pub today: NaiveDate,
}
