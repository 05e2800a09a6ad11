//! What each day of a week has room for.

use std::ops::Range;

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::{
    Athlete, DayAvailability, ExceptionKind, LegLoad, RacePriority, RunKind, Session, Status,
    Workout,
};
use crate::library::Library;
use crate::load::{Emphasis, content_of, emphasis_of};

use super::measure::{is_race, meters_of, minutes_of};
use super::request::LEAST_MINUTES;

/// Days after an illness on which nothing is run hard (practice).
const EASY_AFTER_ILLNESS: i64 = 3;

/// One day and what is there already.
#[derive(Debug, Clone)]
pub(super) struct DayCapacity {
    /// The day.
    pub(super) date: NaiveDate,
    /// True when something can be planned on it.
    pub(super) open: bool,
    /// Minutes that are left, where they are limited.
    pub(super) minutes: Option<u32>,
    /// True when the gym can be reached.
    pub(super) gym: bool,
    /// What stays there.
    pub(super) kept: Kept,
    /// Days until the next race that is run in earnest.
    pub(super) to_race: Option<i64>,
    /// True on the first days after an illness.
    pub(super) convalescent: bool,
}

/// What stays on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Kept {
    /// Runs, races among them.
    pub(super) runs: u32,
    /// A key run or race.
    pub(super) key: bool,
    /// A race.
    pub(super) race: bool,
    /// A long run.
    pub(super) long: bool,
    /// Metres of the runs, races left out.
    pub(super) meters: f64,
    /// Strength sessions.
    pub(super) strength: u32,
    /// What they ask of the legs.
    pub(super) legs: Option<LegLoad>,
}

impl DayCapacity {
    /// A day of an athlete with what stays there; only days of `span` can be planned on.
    pub(super) fn of(
        athlete: &Athlete,
        library: &Library,
        date: NaiveDate,
        span: &Range<NaiveDate>,
    ) -> Self {
        let profile = &athlete.profile;
        let day = profile.availability.on(date);
        let sessions = athlete.sessions.on(date);
        let rests = sessions.iter().any(|s| s.plan.workout == Workout::Rest);
        let kept = kept(athlete, library, date);
        let taken: u32 = sessions
            .iter()
            .filter(|session| counts(session))
            .map(|session| minutes_of(session, profile))
            .fold(0, u32::saturating_add);
        let (limit, gym) = match day {
            DayAvailability::Free => (None, true),
            DayAvailability::Unavailable => (Some(0), false),
            DayAvailability::Limited { minutes, gym, .. } => (*minutes, *gym),
        };
        let minutes = limit.map(|limit| limit.saturating_sub(taken));
        let races = profile.races.iter().filter(|race| {
            matches!(race.priority, RacePriority::A | RacePriority::B) && race.date >= date
        });
        let to_race = races.map(|race| (race.date - date).num_days()).min();
        let mut ill = profile
            .availability
            .exceptions
            .iter()
            .filter(|exception| exception.kind == ExceptionKind::Illness);
        let convalescent = ill
            .any(|exception| (1..=EASY_AFTER_ILLNESS).contains(&(date - exception.to).num_days()));
        Self {
            date,
            open: span.contains(&date)
                && !rests
                && !kept.race
                && minutes.is_none_or(|minutes| minutes >= LEAST_MINUTES),
            minutes,
            gym,
            kept,
            to_race,
            convalescent,
        }
    }

    /// The days of a week.
    pub(super) fn week(
        athlete: &Athlete,
        library: &Library,
        first: NaiveDate,
        span: &Range<NaiveDate>,
    ) -> Vec<Self> {
        (0..7)
            .filter_map(|day| first.checked_add_days(Days::new(day)))
            .map(|date| Self::of(athlete, library, date, span))
            .collect()
    }

    /// Minutes that are lacking for so many.
    pub(super) fn lacking(&self, minutes: u32) -> u32 {
        self.minutes.map_or(0, |room| minutes.saturating_sub(room))
    }

    /// Days after Monday.
    pub(super) fn weekday(&self) -> u32 {
        self.date.weekday().num_days_from_monday()
    }
}

/// What stays on a day of an athlete.
pub(super) fn kept(athlete: &Athlete, library: &Library, date: NaiveDate) -> Kept {
    let mut kept = Kept::default();
    for session in athlete.sessions.on(date).iter().filter(|s| counts(s)) {
        kept.key |= emphasis_of(&session.plan) == Emphasis::Key;
        match &session.plan.workout {
            Workout::Run(run) => {
                kept.runs += 1;
                kept.long |= run.kind == RunKind::Long;
                kept.race |= is_race(session);
                if !is_race(session) {
                    kept.meters += meters_of(session, &athlete.profile).unwrap_or_default();
                }
            }
            Workout::Strength(plan) => {
                kept.strength += 1;
                kept.legs = kept.legs.max(Some(content_of(plan, library).leg_load));
            }
            _ => {}
        }
    }
    if athlete.profile.races.iter().any(|race| race.date == date) {
        (kept.race, kept.key) = (true, true);
    }
    kept
}

/// True for sessions that were trained or still will be.
fn counts(session: &Session) -> bool {
    matches!(
        session.status,
        Status::Planned | Status::Done | Status::Partial
    )
}
