//! Races as the rules see them: how far off they are, and which weeks they govern.

use crate::domain::{Race, RacePriority};

use chrono::{Datelike, NaiveDate};

use super::checker::Report;
use super::week::{DAYS, WeekEntries};

/// Metres from which a race counts as a half marathon, and as a marathon: courses are measured a little short.
pub(super) const HALF_MARATHON: f64 = 21_000.0;
pub(super) const MARATHON: f64 = 42_000.0;

/// Days from a date to a race; negative when it is over.
pub(super) fn days_until(race: &Race, date: NaiveDate) -> i32 {
    race.date.num_days_from_ce() - date.num_days_from_ce()
}

/// What a race is called within a sentence.
pub(super) fn name(race: &Race) -> String {
    match race.name.trim() {
        "" => "the race".to_owned(),
        name => name.to_owned(),
    }
}

/// True for races that a taper leads to.
pub(super) fn is_raced_in_earnest(race: &Race) -> bool {
    matches!(race.priority, RacePriority::A | RacePriority::B)
}

/// True for races that a season leads to.
pub(super) fn is_goal(race: &Race) -> bool {
    race.priority == RacePriority::A
}

/// A race on one of the first days of a week is led up to by the week before: where weeks begin on Sunday, that is
/// every Sunday race.
const EARLY: i32 = 3;

/// True for a week with a race that is run in earnest, and for the one that leads to such a race early in the next. A
/// race that only stands among the sessions counts as one, since nobody said that it matters less.
pub(super) fn is_race_week(report: &Report, week: &WeekEntries) -> bool {
    let listed = |day: i32| {
        report
            .races()
            .find(|race| race.date.num_days_from_ce() == day)
    };
    let in_week = |race: &Race| {
        let day = race.date.num_days_from_ce();
        (week.first..=week.last() + EARLY).contains(&day)
    };
    let is_unlisted_race = |day: i32| listed(day).is_none();
    report
        .races()
        .any(|race| is_raced_in_earnest(race) && in_week(race))
        || week.runs().any(|run| {
            run.run_kind() == Some(crate::domain::RunKind::Race) && is_unlisted_race(run.day)
        })
}

/// The nearest goal race within `weeks` weeks from the beginning of a week, that week included.
pub(super) fn goal_ahead<'a>(
    report: &Report<'a>,
    week: &WeekEntries,
    weeks: f64,
) -> Option<&'a Race> {
    let until = |race: &Race| race.date.num_days_from_ce() - week.first;
    report
        .races()
        .filter(|race| is_goal(race))
        .filter(|race| (0..(weeks * f64::from(DAYS)) as i32).contains(&until(race)))
        .min_by_key(|race| race.date)
}

/// True for a week of the taper of so many weeks before a goal race, the race's own among them; of a race early in its
/// week, the weeks that lead up to it are counted.
pub(super) fn is_taper_week(report: &Report, week: &WeekEntries, weeks: f64) -> bool {
    let ahead = goal_ahead(report, week, weeks + 1.0);
    ahead.is_some_and(|race| {
        let days = race.date.num_days_from_ce() - week.first;
        let led_up = if days % DAYS < EARLY {
            days - DAYS
        } else {
            days
        };
        f64::from(led_up) < weeks * f64::from(DAYS)
    })
}

/// Whole weeks from the beginning of a week to a race.
pub(super) fn weeks_until(week: &WeekEntries, race: &Race) -> i32 {
    (race.date.num_days_from_ce() - week.first) / DAYS
}
