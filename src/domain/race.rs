//! Races: the days everything else leads to.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Meters, RaceId, Seconds};

/// How much a race matters to its season.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum RacePriority {
    /// The goal of the season, with a full taper.
    #[default]
    A,
    /// Raced in earnest, with a short taper.
    B,
    /// Raced as training.
    C,
}

/// A race of an athlete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Race {
    /// Identity.
    pub id: RaceId,
    /// The day it is run.
    pub date: NaiveDate,
    /// Its name, as the athlete says it.
    pub name: String,
    /// Distance, if known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance: Option<Meters>,
    /// How much it matters.
    #[serde(default)]
    pub priority: RacePriority,
    /// The time the athlete hopes for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Seconds>,
    /// The time it took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub result: Option<Seconds>,
}
