//! How long an athlete has been lifting.

use chrono::{Datelike, NaiveDate};

use crate::domain::{Level, Profile};

use super::checker::Report;
use super::timeline_entry::TimelineEntry;
use super::week::DAYS;

/// Weeks that count as the first ones of lifting.
const FIRST_WEEKS: i64 = 4;
/// Weeks before a session that are looked at for lifts.
const KNOWN_WEEKS: i32 = 6;

/// The week of lifting, from 1, while it is one of a novice's first four. Where nobody said when lifting began, each
/// week may be one of them; the last is taken, which asks the least.
pub fn first_weeks(profile: &Profile, date: NaiveDate) -> Option<u32> {
    if profile.level != Level::Novice {
        return None;
    }
    let Some(since) = profile.lifting_since else {
        return Some(FIRST_WEEKS as u32);
    };
    let week = (date - since).num_days().div_euclid(i64::from(DAYS)).max(0) + 1;
    (week <= FIRST_WEEKS).then_some(week as u32)
}

/// [`first_weeks`] of an entry. Where nobody said when lifting began, four weeks with a lift in the six before it tell
/// that its first weeks are over.
pub(super) fn first_weeks_at(report: &Report, entry: &TimelineEntry) -> Option<u32> {
    let week = first_weeks(report.profile, entry.date)?;
    if report.profile.lifting_since.is_some() {
        return Some(week);
    }
    let days = entry.day - KNOWN_WEEKS * DAYS..=entry.day - 1;
    let lifts = report.timeline.lookback().sessions_of(days);
    let mut weeks: Vec<i32> = lifts
        .filter(|session| session.plan.strength().is_some())
        .map(|session| (entry.day - 1 - session.date.num_days_from_ce()) / DAYS)
        .collect();
    weeks.dedup();
    (weeks.len() < FIRST_WEEKS as usize).then_some(week)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_novices_first_four_weeks_are_counted() {
        let mut profile = Profile::named("Anna");
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        assert_eq!(first_weeks(&profile, day(1)), None);
        profile.level = Level::Novice;
        assert_eq!(first_weeks(&profile, day(1)), Some(4));
        profile.lifting_since = Some(day(2));
        let weeks = [1, 2, 8, 9, 29, 30].map(|date| first_weeks(&profile, day(date)));
        assert_eq!(weeks, [Some(1), Some(1), Some(1), Some(2), Some(4), None]);
    }
}
