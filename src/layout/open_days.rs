//! The days of a week that can be trained on.

use chrono::NaiveDate;

use crate::domain::{Athlete, DayAvailability, Workout};
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

/// The days of a week from today on that are available and not kept for rest, with the minutes left of each.
pub(super) fn open_days(athlete: &Athlete, context: &Context, first: NaiveDate) -> Vec<Day> {
    let dates = first.iter_days().take(7);
    dates
        .filter(|&date| date >= context.today)
        .filter_map(|date| {
            let on = athlete.sessions.on(date);
            if on.iter().any(|s| s.plan.workout == Workout::Rest) {
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
