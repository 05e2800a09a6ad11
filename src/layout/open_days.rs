//! The days of a week that can be trained on.

use chrono::NaiveDate;

use crate::domain::{Athlete, DayAvailability, Kind, RunKind, Status, Workout};
use crate::load::duration_of;
use crate::rules::Context;

/// A day that can be trained on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Day {
    /// The day.
    pub(super) date: NaiveDate,
    /// Minutes that are left of it.
    pub(super) room: u32,
}

/// The days of a week from today on that are available and kept neither for rest nor for a race, with the minutes left of
/// each.
pub(super) fn open_days(athlete: &Athlete, context: &Context, first: NaiveDate) -> Vec<Day> {
    let dates = first.iter_days().take(7);
    dates
        .filter(|&date| date >= context.today)
        .filter_map(|date| {
            let on = athlete.sessions.on(date);
            if on.iter().any(|s| s.plan.workout == Workout::Rest) {
                return None;
            }
            if has_race(athlete, date) {
                return None;
            }
            let room = match context.profile.availability.on(date) {
                DayAvailability::Unavailable => return None,
                DayAvailability::Free | DayAvailability::Limited { minutes: None, .. } => u32::MAX,
                DayAvailability::Limited {
                    minutes: Some(minutes),
                    ..
                } => {
                    let taken = on
                        .iter()
                        .map(|session| duration_of(&session.plan, context.profile).value.0);
                    minutes.saturating_sub(taken.fold(0, u32::saturating_add))
                }
            };
            Some(Day { date, room })
        })
        .collect()
}

/// True on the day of a race, unless it was left out: nothing goes before it, and nothing after it.
fn has_race(athlete: &Athlete, date: NaiveDate) -> bool {
    let on = athlete.sessions.on(date).iter();
    let mut raced = on.filter(|session| session.kind() == Kind::Run(RunKind::Race));
    let left_out = |status: &Status| matches!(status, Status::Skipped { .. } | Status::Missed);
    match raced.next() {
        Some(race) => !left_out(&race.status) || raced.any(|race| !left_out(&race.status)),
        None => athlete.profile.races.iter().any(|race| race.date == date),
    }
}
