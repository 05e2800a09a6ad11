//! The season that a request leads to: its weeks, and which wishes could not be met.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Meters, Phase, Profile, Session};
use crate::edit::Edit;
use crate::rules::Finding;

/// A season that was built.
#[derive(Debug, Clone, PartialEq)]
pub struct Season {
    /// Its weeks, the last with the race.
    pub weeks: Vec<SeasonWeek>,
    /// What was asked for and could not be had.
    pub left_out: Vec<UnmetWish>,
    /// What the rules find once it stands that they did not find before.
    pub findings: Vec<Finding>,
    /// Where the paces of its runs come from, in one sentence.
    pub paces: String,
    /// How its strength follows the phases, in one sentence; empty without strength.
    pub lifting: String,
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
pub struct UnmetWish {
    /// The weeks concerned, from 1; none where it is about the whole.
    pub weeks: Vec<u32>,
    /// What it is.
    pub what: String,
    /// Why, in one sentence.
    pub why: String,
}
