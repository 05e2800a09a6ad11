//! A whole season from a race: phases, runs and strength for 4 to 24 weeks, with a reason for every session.
//!
//! # How it is built
//!
//! The weeks get their phases first, with a cutback every fourth and a taper before the race (Bosquet 2007). Each
//! week then gets a distance that the weeks before it allow, and days for its long run, its quality, its easy runs
//! and its strength: all arrangements are weighed, with a feeling for what the rules want. The runs are
//! placed, and every strength session is put where [`verdicts`](crate::rules::verdicts) finds least against it. At the
//! end all rules look at the whole season together; what they object to by more than a tip is made easier or taken out
//! and named with the reason.
//!
//! The same input gives the same season; identities of new sessions are an argument.

mod day_capacity;
mod days;
mod draft;
mod phase;
mod quality;
mod request;
mod runs;
mod settle;
mod steps;
mod strength;
mod volume;

#[cfg(test)]
mod tests;

pub use request::{
    Existing, FEWEST_WEEKS, MOST_STRENGTH, MOST_WEEKS, Part, Refusal, SeasonRequest,
};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, Meters, Phase, Profile, Session, WorkspaceSettings};
use crate::edit::Edit;
use crate::layout::NewId;
use crate::library::Library;
use crate::rules::Finding;

/// A season that was built.
#[derive(Debug, Clone, PartialEq)]
pub struct Season {
    /// Its weeks, the last with the race.
    pub weeks: Vec<SeasonWeek>,
    /// What was asked for and could not be had.
    pub left_out: Vec<LeftOut>,
    /// What the rules find once it stands that they did not find before.
    pub findings: Vec<Finding>,
    /// The athlete's profile with the race and with what was asked for.
    pub profile: Profile,
    /// What it changes: one step to undo.
    pub edits: Vec<Edit>,
}

/// A week of a season.
#[derive(Debug, Clone, PartialEq)]
pub struct SeasonWeek {
    /// Its number, from 1.
    pub number: u32,
    /// Its first day.
    pub first: NaiveDate,
    /// What it is for.
    pub phase: Phase,
    /// A lighter week, so that the work sinks in.
    pub cutback: bool,
    /// Metres of its runs, races left out.
    pub distance: Meters,
    /// Metres of its long run; none without one.
    pub long: Meters,
    /// Runs, the race among them.
    pub runs: usize,
    /// Strength sessions.
    pub strength: usize,
    /// All that stands in it, by day, what was there before among it.
    pub sessions: Vec<Arc<Session>>,
}

/// Something that was asked for and could not be had.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The weeks concerned, from 1; none where it is about the whole.
    pub weeks: Vec<u32>,
    /// What it is.
    pub what: String,
    /// Why, in one sentence.
    pub why: String,
}

/// Builds a season, or says all that stands against it.
///
/// # Errors
///
/// A refusal for each part of the request that no season can be built from.
pub fn build(
    athlete: &Athlete,
    library: &Library,
    settings: &WorkspaceSettings,
    request: &SeasonRequest,
    today: NaiveDate,
    new_id: NewId,
) -> Result<Season, Vec<Refusal>> {
    let refusals = request.refusals(athlete.profile.week_start, today);
    if refusals.is_empty() {
        Ok(draft::Draft::new(athlete, (library, settings), request, today, new_id).built(athlete))
    } else {
        Err(refusals)
    }
}
