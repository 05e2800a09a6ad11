//! What stands on an athlete's record before and within a timeline: the memory of the rules that look back.

use std::sync::Arc;

use chrono::NaiveDate;

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
}

impl Lookback {
    /// The record of an athlete for a timeline that begins on `first` and ends on `last`.
    pub(super) fn of(
        athlete: &Athlete,
        first: NaiveDate,
        last: NaiveDate,
        absent: Option<SessionId>,
    ) -> Self {
        let all = athlete.sessions.between(shifted(first, -LOOK_BACK), last);
        let mut sessions = Vec::with_capacity(all.len());
        sessions.extend(
            all.iter()
                .filter(|session| counts(session) && Some(session.id) != absent)
                .cloned(),
        );
        let is_left_out = |race: &&Race| {
            let day = athlete.sessions.on(race.date);
            let mut planned = day.iter().filter(|session| is_race(session)).peekable();
            planned.peek().is_some() && planned.all(|session| !counts(session))
        };
        let races = athlete.profile.races.iter();
        Self {
            sessions,
            since: athlete.sessions.all().first().map(|session| session.date),
            left_out: races.filter(is_left_out).map(|race| race.date).collect(),
        }
    }

    /// False for a race that was planned as a session and then left out.
    pub(super) fn is_run(&self, race: &Race) -> bool {
        !self.left_out.contains(&race.date)
    }
}
