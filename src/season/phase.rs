//! What each week of a season is for.

use crate::domain::{Phase, Race, RacePriority};

/// Metres from which a race is long enough for a taper of two weeks.
const LONG_TAPER: f64 = 9_500.0;
/// A cutback comes every so many weeks, counted back from the taper.
const BLOCK: u32 = 4;
/// A race this early in its week leaves the week before it to be the one that rests.
const EARLY: u32 = 3;

/// One week of a season before it has days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stage {
    /// What it is for.
    pub(super) phase: Phase,
    /// A quarter less than the week before, so that the work sinks in.
    pub(super) cutback: bool,
    /// Weeks until the week of the race, 0 in it.
    pub(super) to_race: u32,
    /// Its place within its phase, from 0.
    pub(super) index: usize,
    /// In the taper: the share of the biggest week that is left.
    pub(super) share: f64,
}

impl Stage {
    /// True for the week of the race.
    pub(super) fn is_race_week(self) -> bool {
        self.to_race == 0
    }
}

/// The weeks that lead to a race on day `race_day` of the last of them, from 0.
///
/// The taper follows Bosquet 2007: up to two weeks with 41–60 % less distance in all, and no less intensity. Races
/// that matter less take less. Cutbacks are counted back from it, so that the biggest weeks stand right before.
pub(super) fn stages(weeks: u32, race: &Race, race_day: u32) -> Vec<Stage> {
    let shares = taper(race, race_day);
    let taper = (shares.len() as u32).min(weeks.saturating_sub(1));
    let training = weeks - taper;
    let peak = match training {
        0..=1 => 0,
        2..=5 => 1,
        6..=9 => 2,
        _ => 3,
    };
    let base = if training < 5 {
        0
    } else {
        ((training - peak) * 2).div_ceil(5)
    };
    let phase = |week: u32| match week {
        week if week >= training => Phase::Taper,
        week if week >= training - peak => Phase::Peak,
        week if week < base => Phase::Base,
        _ => Phase::Build,
    };
    let mut stages: Vec<Stage> = Vec::new();
    for week in 0..weeks {
        let to_taper = training.saturating_sub(week);
        let from_end = (weeks - 1 - week) as usize;
        let before = stages.last().filter(|stage| stage.phase == phase(week));
        stages.push(Stage {
            phase: phase(week),
            cutback: week > 0 && to_taper > 0 && to_taper % BLOCK == 0,
            to_race: weeks - 1 - week,
            index: before.map_or(0, |stage| stage.index + 1),
            share: shares.get(from_end).copied().unwrap_or(1.0),
        });
    }
    stages
}

/// Shares of the biggest week for the week of the race and those before it, in this order.
fn taper(race: &Race, race_day: u32) -> Vec<f64> {
    let is_long = race.distance.is_some_and(|far| far.m() >= LONG_TAPER);
    let mut shares = match race.priority {
        RacePriority::A if is_long => vec![0.45, 0.65],
        RacePriority::A => vec![0.55],
        RacePriority::B => vec![0.6],
        RacePriority::C => return vec![0.8],
    };
    // A race on a Tuesday leaves a Monday: the weeks that rest are those before.
    if race_day < EARLY {
        shares.insert(0, 0.1 * f64::from(race_day));
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Meters, RaceId};
    use chrono::NaiveDate;

    fn race(km: f64, priority: RacePriority) -> Race {
        Race {
            id: RaceId::from_bits(1),
            date: NaiveDate::from_ymd_opt(2027, 2, 28).unwrap(),
            name: "City run".to_owned(),
            distance: Some(Meters::from_km(km)),
            priority,
            target: None,
            result: None,
            expected_celsius: None,
        }
    }

    fn letters(weeks: u32, km: f64) -> String {
        let stages = stages(weeks, &race(km, RacePriority::A), 6);
        let letter = |stage: &Stage| match (stage.phase, stage.cutback) {
            (Phase::Base, false) => 'b',
            (Phase::Base, true) => 'B',
            (Phase::Build, false) => 'u',
            (Phase::Build, true) => 'U',
            (Phase::Peak, false) => 'p',
            (Phase::Peak, true) => 'P',
            (Phase::Taper, _) => 't',
            (Phase::Accumulate | Phase::Heavier, _) => '?',
        };
        stages.iter().map(letter).collect()
    }

    #[test]
    fn phases_follow_one_another_with_a_cutback_every_fourth_week() {
        assert_eq!(letters(14, 21.1), "bbbbUuuuUppptt");
        assert_eq!(letters(24, 42.2), "bbBbbbBbuuUuuuUuuuUppptt");
    }

    #[test]
    fn short_seasons_have_no_base_and_short_races_a_short_taper() {
        assert_eq!(letters(4, 21.1), "uptt");
        assert_eq!(letters(4, 5.0), "uupt");
    }

    #[test]
    fn an_early_race_leaves_the_rest_to_the_weeks_before_it() {
        let of = |day| {
            let stages = stages(12, &race(21.1, RacePriority::A), day);
            stages
                .iter()
                .rev()
                .take(4)
                .map(|s| s.share)
                .collect::<Vec<_>>()
        };
        assert_eq!(of(6), [0.45, 0.65, 1.0, 1.0]);
        assert_eq!(of(0), [0.0, 0.45, 0.65, 1.0]);
    }

    #[test]
    fn races_that_matter_less_take_less() {
        let taper = |priority| {
            let stages = stages(12, &race(21.1, priority), 6);
            stages.iter().filter(|s| s.phase == Phase::Taper).count()
        };
        assert_eq!(taper(RacePriority::A), 2);
        assert_eq!(taper(RacePriority::B), 1);
        assert_eq!(taper(RacePriority::C), 1);
    }
}
