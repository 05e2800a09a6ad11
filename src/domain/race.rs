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
    /// How warm it is expected to be, in °C.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_celsius: Option<f64>,
}

impl Race {
    /// A race that matters most, of which only its day and its name are known.
    pub fn new(id: RaceId, date: NaiveDate, name: impl Into<String>) -> Self {
        Self {
            id,
            date,
            name: name.into(),
            distance: None,
            priority: RacePriority::default(),
            target: None,
            result: None,
            expected_celsius: None,
        }
    }
}

/// How far the next race is on `day`: "Half marathon in 7 weeks", in days when it is less than two weeks. `None` when
/// no race is left.
pub fn countdown(races: &[Race], day: NaiveDate) -> Option<String> {
    let ahead = races.iter().filter(|race| race.date >= day);
    let next = ahead.min_by_key(|race| race.date)?;
    let name = next.name.trim();
    let days = (next.date - day).num_days();
    Some(match days {
        0 => format!("{name} today"),
        1 => format!("{name} tomorrow"),
        2..=13 => format!("{name} in {days} days"),
        _ => format!("{name} in {} weeks", (days + 3) / 7),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_race_is_counted_down_to() {
        let day = |n| NaiveDate::from_ymd_opt(2027, 1, n).unwrap();
        let race = |date, name: &str| Race::new(RaceId::from_bits(1), date, name);
        let races = [race(day(31), "Half marathon"), race(day(10), "Ten")];
        for (on, said) in [
            (10, "Ten today"),
            (9, "Ten tomorrow"),
            (1, "Ten in 9 days"),
            (11, "Half marathon in 3 weeks"),
            (13, "Half marathon in 3 weeks"),
            (14, "Half marathon in 2 weeks"),
            (18, "Half marathon in 13 days"),
        ] {
            assert_eq!(countdown(&races, day(on)).as_deref(), Some(said), "{on}");
        }
        let later = NaiveDate::from_ymd_opt(2027, 2, 1).unwrap();
        assert_eq!(countdown(&races, later), None);
    }
}
