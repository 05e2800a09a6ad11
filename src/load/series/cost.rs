//! What one session costs: load, time and distance, planned and done.

use chrono::NaiveDate;

use crate::domain::{Kind, Profile, Session, Status};
use crate::library::Library;
use crate::load::slips::MOST_METERS;
use crate::load::{distance_of, done_distance, done_load, done_minutes, duration_of, planned_load};

/// The most minutes a session can last and count in full: two days. Longer ones are slips of the pen.
const MOST_MINUTES: f64 = 2.0 * 24.0 * 60.0;
/// The most load a session can have, in AU: those minutes at the highest exertion.
const MOST_AU: f64 = 10.0 * MOST_MINUTES;

/// Whether a session was done, as charts count it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Trained as planned, or more.
    Done,
    /// Begun and cut short.
    CutShort,
    /// Planned and not logged: still to come, or past.
    Open,
    /// Skipped or missed.
    LeftOut,
}

impl Stand {
    /// True when it was trained, wholly or in part.
    pub fn is_trained(self) -> bool {
        matches!(self, Self::Done | Self::CutShort)
    }
}

/// Load, time and distance of a session. Impossible figures are cut at two days, RPE 10 and 500 km.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SessionCost {
    /// Load in AU: RPE × minutes (Foster 2001). 0 for rest, notes and mobility.
    pub au: f64,
    /// Minutes.
    pub minutes: f64,
    /// Metres run; 0 for everything that is not a run.
    pub meters: f64,
}

impl SessionCost {
    fn within_reason(self) -> Self {
        let held = |value: f64, most: f64| {
            if value.is_finite() {
                value.clamp(0.0, most)
            } else {
                0.0
            }
        };
        Self {
            au: held(self.au, MOST_AU),
            minutes: held(self.minutes, MOST_MINUTES),
            meters: held(self.meters, MOST_METERS),
        }
    }
}

/// When a session was, whether it was done, and what it cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cost {
    /// Its day.
    pub date: NaiveDate,
    /// Its kind.
    pub kind: Kind,
    /// Whether it was done.
    pub stand: Stand,
    /// Somebody planned it, and did not only bring it in from another program.
    pub was_planned: bool,
    /// What it was planned to come to.
    pub planned: SessionCost,
    /// What it did come to; nothing while it was not trained.
    pub done: SessionCost,
    /// One of the done figures was estimated.
    pub estimated: bool,
}

impl Cost {
    /// True for what takes part in load and adherence: runs, strength and cross-training.
    pub fn is_training(&self) -> bool {
        matches!(self.kind, Kind::Run(_) | Kind::Strength | Kind::Cross)
    }

    /// True when it is planned and lies today or later.
    pub fn is_to_come(&self, today: NaiveDate) -> bool {
        self.stand == Stand::Open && self.date >= today
    }

    /// Load in AU as it stands on `today`: done, or still to come; 0 when left out.
    pub fn au(&self, today: NaiveDate) -> f64 {
        if self.is_to_come(today) {
            self.planned.au
        } else {
            self.done.au
        }
    }

    pub(super) fn of(session: &Session, profile: &Profile, library: &Library) -> Self {
        let was_planned = session.was_planned();
        let planned = if was_planned {
            planned_amount(session, profile, library)
        } else {
            SessionCost::default()
        };
        let (done, estimated) = done_amount(session, profile, library);
        let stand = match session.status {
            Status::Done => Stand::Done,
            Status::Partial => Stand::CutShort,
            Status::Planned => Stand::Open,
            Status::Skipped { .. } | Status::Missed => Stand::LeftOut,
        };
        Self {
            date: session.date,
            kind: session.kind(),
            stand,
            was_planned,
            planned,
            done,
            estimated,
        }
    }
}

/// What a session is planned to come to.
fn planned_amount(session: &Session, profile: &Profile, library: &Library) -> SessionCost {
    SessionCost {
        au: planned_load(session, profile, library).au,
        minutes: f64::from(duration_of(&session.plan, profile).value.0),
        meters: distance_of(&session.plan, profile).map_or(0.0, |far| far.value.m()),
    }
    .within_reason()
}

/// What a session did come to, and whether a figure of it was estimated.
fn done_amount(session: &Session, profile: &Profile, library: &Library) -> (SessionCost, bool) {
    let Some(load) = done_load(session, profile, library) else {
        return (SessionCost::default(), false);
    };
    let (meters, guessed) = done_distance(session, profile);
    let minutes = logged_seconds(session).map_or_else(
        || done_minutes(session, profile).value,
        |seconds| seconds / 60.0,
    );
    let amount = SessionCost {
        au: load.au,
        minutes,
        meters,
    };
    (amount.within_reason(), load.estimated || guessed)
}

/// Moving time of a run where logged, else how long the session took.
pub(super) fn logged_seconds(session: &Session) -> Option<f64> {
    let log = session.log.as_ref()?;
    let moving = log.run.as_ref().and_then(|run| run.moving);
    let seconds = moving.map(|moving| f64::from(moving.0));
    seconds
        .or(log.duration.map(|minutes| f64::from(minutes.0) * 60.0))
        .filter(|seconds| *seconds > 0.0)
}
