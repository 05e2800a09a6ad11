//! The days of an order: weeks as the athlete counts them, and how long a season and a report are.

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, ExportOrder, Week};

/// More weeks than twenty years are a mistyped number.
const MOST_WEEKS: u32 = 20 * 53;

/// Weeks of a season before the one that was asked for.
const SEASON_LEAD: u64 = 4;

/// Weeks of a season that nobody gave a length, and in which nothing lies ahead.
const OPEN_SEASON: u32 = 12;

/// The most weeks of a season that nobody gave a length.
const LONGEST_SEASON: u32 = 60;

/// Weeks of a report that nobody gave a length.
const REPORT_WEEKS: u32 = 12;

/// The first days of the weeks that an order asks for, as the athlete counts weeks.
pub(super) fn mondays(order: &ExportOrder, athlete: &Athlete) -> impl Iterator<Item = NaiveDate> {
    let first = Week::of(order.from, athlete.profile.week_start).first();
    let weeks = u64::from(order.weeks.clamp(1, MOST_WEEKS));
    (0..weeks).filter_map(move |week| first.checked_add_days(Days::new(7 * week)))
}

/// The first and the last day that an order asks for.
pub(super) fn span(order: &ExportOrder, athlete: &Athlete) -> (NaiveDate, NaiveDate) {
    let first = Week::of(order.from, athlete.profile.week_start).first();
    let days = u64::from(order.weeks.clamp(1, MOST_WEEKS)) * 7 - 1;
    let last = first.checked_add_days(Days::new(days)).unwrap_or(first);
    (first, last)
}

/// The weeks of a report: those asked for, or, where no number was, the twelve that end with the one that was.
pub(super) fn report_span(order: &ExportOrder, athlete: &Athlete) -> (NaiveDate, u32) {
    let first = Week::of(order.from, athlete.profile.week_start).first();
    if order.weeks > 1 {
        return (first, order.weeks.min(MOST_WEEKS));
    }
    let lead = Days::new(7 * u64::from(REPORT_WEEKS - 1));
    (first.checked_sub_days(lead).unwrap_or(first), REPORT_WEEKS)
}

/// The weeks of a season: those asked for, or, where no number was, from four weeks before to the last plan or race.
pub(super) fn season_span(order: &ExportOrder, athlete: &Athlete) -> (NaiveDate, u32) {
    let start = athlete.profile.week_start;
    let first = Week::of(order.from, start).first();
    if order.weeks > 1 {
        return (first, order.weeks.min(MOST_WEEKS));
    }
    let from = first
        .checked_sub_days(Days::new(SEASON_LEAD * 7))
        .unwrap_or(first);
    let last_plan = athlete.sessions.all().last().map(|session| session.date);
    let races = athlete.profile.races.iter().map(|race| race.date);
    let Some(last) = races.chain(last_plan).max() else {
        return (from, OPEN_SEASON);
    };
    let weeks = (last - from).num_days().div_euclid(7) + 1;
    let weeks = match u32::try_from(weeks) {
        // No empty lines after the race.
        Ok(weeks) if last >= first => weeks.clamp(1, LONGEST_SEASON),
        _ => OPEN_SEASON,
    };
    (from, weeks)
}
