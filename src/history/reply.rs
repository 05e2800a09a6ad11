//! What an athlete sends back from a phone page, as it was read.

use chrono::{DateTime, NaiveDate, Utc};

use crate::domain::{AthleteId, Log, SessionId, Status, Units};

use super::activity::Sport;

/// Everything one page sent at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Reply {
    /// Whose page it was.
    pub athlete: AthleteId,
    /// The name on it.
    pub name: String,
    /// The units of the page, in which its plans are worded.
    pub units: Units,
    /// What was logged, in the order of the page.
    pub sessions: Vec<SessionReply>,
}

/// What was logged of one session.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionReply {
    /// Which session.
    pub session: SessionId,
    /// The day it was planned for when the page was made.
    pub planned_on: NaiveDate,
    /// The title on the page.
    pub title: String,
    /// What it is, where the plan in words cannot be read.
    pub sport: Sport,
    /// The plan in plan text when the page was made.
    pub plan: String,
    /// The day the athlete says it was done.
    pub done_on: Option<NaiveDate>,
    /// When the athlete wrote it last, by the phone's clock.
    pub changed: Option<DateTime<Utc>>,
    /// Whether it was done; `None` where nothing was said.
    pub status: Option<Status>,
    /// What was done.
    pub log: Log,
    /// Unlike that of any other content.
    pub fingerprint: String,
}
