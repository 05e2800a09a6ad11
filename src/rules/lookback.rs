//! What stands on an athlete's record before and within a timeline: the memory of the rules that look back.

use std::ops::RangeInclusive;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::domain::{Athlete, Race, Session, SessionId};

use super::timeline_entry::{counts, is_race, shifted};

/// Days before the first week of a timeline that rules look back: six weeks, for the taper.
const LOOK_BACK: i64 = 42;

/// The sessions that count, from six weeks before the first week of a timeline on. Taken over as they are: what
/// they amount to is worked out only when a rule asks.
#[derive(Debug, Clone, Default)]
pub(super) struct Lookback {
    /// By date, within a day in stored order.
    pub(super) sessions: Vec<Arc<Session>>,
    /// The day of the athlete's first session of all: before it nothing is known.
    pub(super) since: Option<NaiveDate>,
    /// Days of races that were left out.
    left_out: Vec<NaiveDate>,
    /// What loads nothing and carries a title or a note: days of rest, notes. By date.
    remarks: Vec<Arc<Session>>,
    /// The last pain of a bone or in the stride that nobody marked as clear.
    bone_pain: Option<BonePain>,
}

/// A pain that may come from a bone.
#[derive(Debug, Clone)]
pub(super) struct BonePain {
    /// When it was logged.
    pub(super) date: NaiveDate,
    /// Where, as the athlete says it.
    pub(super) place: String,
}

/// Days that a pain of a bone is remembered: such injuries take months.
const BONE_MEMORY: i64 = 180;

/// The most days before a timeline that anything on record is read of.
pub(super) const FARTHEST: i64 = BONE_MEMORY;

/// The days of races that were planned as a session and then left out.
pub(super) fn left_out(athlete: &Athlete) -> Vec<NaiveDate> {
    let is_left_out = |race: &&Race| {
        let day = athlete.sessions.on(race.date);
        let mut planned = day.iter().filter(|session| is_race(session)).peekable();
        planned.peek().is_some() && planned.all(|session| !counts(session))
    };
    let races = athlete.profile.races.iter();
    races.filter(is_left_out).map(|race| race.date).collect()
}

impl Lookback {
    /// The record of an athlete for a timeline that begins on `first` and ends on `last`.
    pub(super) fn of(
        athlete: &Athlete,
        first: NaiveDate,
        last: NaiveDate,
        absent: &[SessionId],
    ) -> Self {
        let all = athlete.sessions.between(shifted(first, -LOOK_BACK), last);
        let mut sessions = Vec::with_capacity(all.len());
        sessions.extend(
            all.iter()
                .filter(|session| counts(session) && !absent.contains(&session.id))
                .cloned(),
        );
        let says_something =
            |session: &Session| !session.plan.title.is_empty() || !session.plan.note.is_empty();
        let remarks = all
            .iter()
            .filter(|session| !counts(session) && says_something(session));
        Self {
            remarks: remarks.cloned().collect(),
            bone_pain: bone_pain(athlete, first, last),
            sessions,
            since: athlete.sessions.all().first().map(|session| session.date),
            left_out: left_out(athlete),
        }
    }

    /// The sessions of some days, by day from the common era.
    pub(super) fn sessions_of(
        &self,
        days: RangeInclusive<i32>,
    ) -> impl Iterator<Item = &Session> + use<'_> {
        of_days(&self.sessions, days)
    }

    /// The days of rest and the notes of some days that carry words, by day from the common era.
    pub(super) fn remarks_of(
        &self,
        days: RangeInclusive<i32>,
    ) -> impl Iterator<Item = &Session> + use<'_> {
        of_days(&self.remarks, days)
    }

    /// The last pain of a bone or in the stride that nobody marked as clear.
    pub(super) fn bone_pain(&self) -> Option<&BonePain> {
        self.bone_pain.as_ref()
    }

    /// False for a race that was planned as a session and then left out.
    pub(super) fn is_run(&self, race: &Race) -> bool {
        !self.left_out.contains(&race.date)
    }
}

fn of_days(
    sessions: &[Arc<Session>],
    days: RangeInclusive<i32>,
) -> impl Iterator<Item = &Session> + use<'_> {
    let day = |session: &Arc<Session>| session.date.num_days_from_ce();
    let start = sessions.partition_point(|session| day(session) < *days.start());
    let end = sessions.partition_point(|session| day(session) <= *days.end());
    let found = sessions.get(start..end).unwrap_or_default();
    found.iter().map(AsRef::as_ref)
}

fn bone_pain(athlete: &Athlete, first: NaiveDate, last: NaiveDate) -> Option<BonePain> {
    let recent = athlete.sessions.between(shifted(first, -BONE_MEMORY), last);
    recent.iter().rev().find_map(|session| {
        let pains = session.log.iter().flat_map(|log| &log.pains);
        let mut open = pains.filter(|pain| (pain.bone || pain.limps) && !pain.clear);
        open.next().map(|pain| BonePain {
            date: session.date,
            place: pain.place.clone(),
        })
    })
}
