//! All sessions of one athlete in the order they are trained.

use chrono::NaiveDate;

use crate::domain::{Athlete, Profile};
use crate::library::Library;

/// What the rules need to know besides the sessions.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The athlete's profile.
    pub profile: &'a Profile,
    /// The exercises.
    pub library: &'a Library,
    /// The current day.
    pub today: NaiveDate,
}

/// Sessions ordered by date, start and stored position, with everything the rules ask worked out once.
#[derive(Debug, Clone, Default)]
pub struct Timeline {}

impl Timeline {
    /// The timeline of the weeks that overlap `from`–`to`, with the neighbours that rules look at.
    /// Findings are given for sessions within `from`–`to`.
    pub fn new(_athlete: &Athlete, _context: &Context, _from: NaiveDate, _to: NaiveDate) -> Self {
        Self {}
    }

    /// The timeline of template weeks, which have no neighbours and wrap: the last Sunday is followed by the first Monday.
    pub fn template(_athlete: &Athlete, _context: &Context) -> Self {
        Self {}
    }
}
