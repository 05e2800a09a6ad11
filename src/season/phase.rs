//! What each week of a season is for.

use crate::domain::{Phase, Race, RacePriority};

/// Metres from which a race is long enough for a taper of two weeks.
const LONG_TAPER: f64 = 9_500.0;
/// A cutback comes every so many weeks, counted back from the taper.
const BLOCK: u32 = 4;
/// Weeks that may go by before the first cutback, one of them no bigger than the one before.
const LONGEST_RISE: u32 = BLOCK + 1;
/// Metres from which a race counts as a marathon.
const MARATHON: f64 = 42_000.0;
/// Weeks from which a marathon's season has room for three of taper.
const THREE_FROM: u32 = 10;
/// A race this early in its week leaves the week before it to be the one that rests.
const EARLY: u32 = 4;

/// One week of a season before it has days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct WeekStage {
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
    /// True for the days right before the race: its own week, or the week before a race on one of the first days of
    /// a week.
    pub(super) race_week: bool,
    /// True where the race comes early in its week, so that the taper is counted from the week before.
    pub(super) early: bool,
    /// True for a second whole week that is no bigger than the first, as five weeks go by before the first lighter one.
    pub(super) hold: bool,
    /// True from the middle of the training for a marathon on: its long runs go by minutes and carry its pace.
    pub(super) marathon: bool,
}

impl WeekStage {
    /// True for the week that holds the race.
    pub(super) fn has_race(self) -> bool {
        self.to_race == 0
    }
}

/// What the calendar says of a season.
#[derive(Debug, Clone, Copy)]
pub(super) struct SeasonSpan {
    /// Weeks, the week of the race among them.
    pub(super) weeks: u32,
    /// The day of the race within its week, from 0.
    pub(super) race_day: u32,
    /// True when the first week has begun already: it is short, and no measure of the next.
    pub(super) begun: bool,
    /// True where training went before it: even the first week may be one of the taper.
    pub(super) goes_on: bool,
}

/// The weeks that lead to a race.
///
/// The taper follows Bosquet 2007: up to two weeks with 41–60 % less distance in all, and no less intensity; before a
/// marathon the running falls over three (Smyth 2021). Races that matter less take less. Cutbacks are counted back
/// from it, so that the biggest weeks stand right before, and none comes before two whole weeks of training.
pub(super) fn stages(span: SeasonSpan, race: &Race) -> Vec<WeekStage> {
    let SeasonSpan {
        weeks, race_day, ..
    } = span;
    let shares = taper(race, span);
    let trained = u32::from(!span.goes_on);
    let taper = (shares.len() as u32).min(weeks.saturating_sub(trained));
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
    let rested = 2 + u32::from(span.begun);
    let is_early = race_day < EARLY;
    let is_counted_back = |week: u32| {
        let to_taper = training.saturating_sub(week);
        week >= rested && to_taper > 0 && to_taper % BLOCK == 0
    };
    let first_counted = (0..weeks).find(|week| is_counted_back(*week));
    // Where a first week that has begun pushes the first lighter one so far back, one comes between.
    let between = first_counted
        .filter(|first| *first > LONGEST_RISE)
        .map(|_| rested);
    let is_cutback = |week: u32| is_counted_back(week) || between == Some(week);
    let first_cutback = between.or(first_counted);
    let mut stages: Vec<WeekStage> = Vec::new();
    for week in 0..weeks {
        let to_taper = training.saturating_sub(week);
        let to_race = weeks - 1 - week;
        let before = stages.last().filter(|stage| stage.phase == phase(week));
        stages.push(WeekStage {
            phase: phase(week),
            cutback: is_cutback(week),
            to_race,
            index: before.map_or(0, |stage| stage.index + 1),
            share: shares.get(to_race as usize).copied().unwrap_or(1.0),
            race_week: to_race == 0 || (is_early && to_race == 1),
            early: is_early,
            hold: week == rested - 1 && first_cutback.is_none_or(|first| first > BLOCK),
            marathon: is_marathon(race) && to_taper > 0 && week >= training / 2,
        });
    }
    stages
}

/// True for a marathon and beyond.
pub(super) fn is_marathon(race: &Race) -> bool {
    race.distance.is_some_and(|far| far.m() >= MARATHON)
}

/// What the week of a race on the way keeps of its running: as the last week of a taper for it.
pub(super) fn share_of_week(race: &Race) -> f64 {
    match race.priority {
        RacePriority::A if is_marathon(race) => 0.4,
        RacePriority::A if race.distance.is_some_and(|far| far.m() >= LONG_TAPER) => 0.45,
        RacePriority::A => 0.55,
        RacePriority::B => 0.6,
        RacePriority::C => 0.8,
    }
}

/// Shares of the biggest week for the week of the race and those before it, in this order.
fn taper(race: &Race, span: SeasonSpan) -> Vec<f64> {
    let is_long = race.distance.is_some_and(|far| far.m() >= LONG_TAPER);
    let mut shares = match race.priority {
        RacePriority::A if is_marathon(race) && span.weeks >= THREE_FROM => vec![0.4, 0.6, 0.8],
        RacePriority::A if is_long => vec![share_of_week(race), 0.65],
        RacePriority::A | RacePriority::B => vec![share_of_week(race)],
        RacePriority::C => return vec![share_of_week(race)],
    };
    // If the race is early in its week, that week holds little training: the taper is in the weeks before.
    if span.race_day < EARLY {
        // The week before also holds the last long run.
        if let Some(share) = shares.first_mut() {
            *share += 0.08;
        }
        shares.insert(0, 0.1 * f64::from(span.race_day));
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

    fn span(weeks: u32, race_day: u32) -> SeasonSpan {
        SeasonSpan {
            weeks,
            race_day,
            begun: false,
            goes_on: false,
        }
    }

    fn letters(weeks: u32, km: f64) -> String {
        let stages = stages(span(weeks, 6), &race(km, RacePriority::A));
        let letter = |stage: &WeekStage| match (stage.phase, stage.cutback) {
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
        assert_eq!(letters(24, 42.2), "bbbbbBbbuUuuuUuuuUpppttt");
    }

    #[test]
    fn short_seasons_have_no_base_and_short_races_a_short_taper() {
        assert_eq!(letters(4, 21.1), "uptt");
        assert_eq!(letters(4, 5.0), "uupt");
    }

    #[test]
    fn an_early_race_leaves_the_rest_to_the_weeks_before_it() {
        let of = |day| {
            let stages = stages(span(12, day), &race(21.1, RacePriority::A));
            stages
                .iter()
                .rev()
                .take(4)
                .map(|s| s.share)
                .collect::<Vec<_>>()
        };
        assert_eq!(of(6), [0.45, 0.65, 1.0, 1.0]);
        assert_eq!(of(0), [0.0, 0.45 + 0.08, 0.65, 1.0]);
    }

    #[test]
    fn races_that_matter_less_take_less() {
        let taper = |priority| {
            let stages = stages(span(12, 6), &race(21.1, priority));
            stages.iter().filter(|s| s.phase == Phase::Taper).count()
        };
        assert_eq!(taper(RacePriority::A), 2);
        assert_eq!(taper(RacePriority::B), 1);
        assert_eq!(taper(RacePriority::C), 1);
    }

    #[test]
    fn no_cutback_comes_before_two_whole_weeks() {
        let cutbacks = |begun| {
            let span = SeasonSpan {
                begun,
                ..span(9, 6)
            };
            let stages = stages(span, &race(21.1, RacePriority::A));
            let lighter = stages.iter().enumerate().filter(|(_, stage)| stage.cutback);
            lighter.map(|(week, _)| week).collect::<Vec<_>>()
        };
        assert_eq!(cutbacks(false), [3]);
        assert_eq!(cutbacks(true), [3]);
        // Six weeks are too many, also where the first of them has begun.
        let long = SeasonSpan {
            begun: true,
            ..span(12, 6)
        };
        let stages = stages(long, &race(21.1, RacePriority::A));
        let lighter = stages.iter().enumerate().filter(|(_, stage)| stage.cutback);
        let lighter: Vec<_> = lighter.map(|(week, _)| week).collect();
        assert_eq!(lighter, [3, 6]);
        let short = super::stages(span(7, 6), &race(21.1, RacePriority::A));
        assert!(short.iter().all(|stage| !stage.cutback));
    }

    #[test]
    fn a_week_that_ends_at_the_eve_of_a_sunday_race_is_its_race_week() {
        // Weeks that begin on Sunday hold a Sunday's race on their first day.
        let stages = stages(span(12, 0), &race(21.1, RacePriority::A));
        let known: Vec<bool> = stages.iter().map(|stage| stage.race_week).collect();
        assert_eq!(known[9..], [false, true, true]);
    }

    #[test]
    fn marathon_pace_waits_for_the_middle_of_the_training() {
        let stages = stages(span(16, 6), &race(42.2, RacePriority::A));
        let first = stages.iter().position(|stage| stage.marathon);
        assert_eq!(first, Some(6));
        assert!(
            stages
                .iter()
                .filter(|stage| stage.phase == Phase::Taper)
                .all(|s| !s.marathon)
        );
    }
}
