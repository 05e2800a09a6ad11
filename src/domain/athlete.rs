//! The athlete: who they are, every session of theirs, and what was deleted.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{AthleteId, Profile, Session, SessionId, Sessions, Stamp};

/// Something deleted, so that a merge does not bring it back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Tombstone {
    /// The deleted session.
    pub session: SessionId,
    /// When and by whom.
    pub deleted: Stamp,
    /// The stamps of its halves as they were then: a session with later ones was changed without knowledge of this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_changed: Option<Stamp>,
    /// See `plan_changed`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log_changed: Option<Stamp>,
    /// The day it stood on, on which a calendar that shows it has to let it go; `None` where nobody wrote it down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
}

impl Tombstone {
    /// Of a session that is deleted now.
    pub fn of(session: &Session, deleted: Stamp) -> Self {
        Self {
            session: session.id,
            deleted,
            plan_changed: Some(session.plan_changed),
            log_changed: session.log_changed,
            date: Some(session.date),
        }
    }

    /// True when whoever deleted the session knew this version of it, or a later one.
    pub fn knew(&self, session: &Session) -> bool {
        let plan = self.plan_changed.unwrap_or(self.deleted).at;
        let log = match self.plan_changed {
            // A half that is not there says nothing of when it was not there.
            Some(_) => self.log_changed.unwrap_or_default().at,
            None => self.deleted.at,
        };
        let logged = session.log_changed.unwrap_or_default().at;
        session.plan_changed.at <= plan && logged <= log
    }
}

/// An athlete with everything that belongs to them: one document, one file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Athlete {
    /// Identity.
    pub id: AthleteId,
    /// Who they are.
    pub profile: Profile,
    /// What they plan and did.
    #[serde(default)]
    pub sessions: Sessions,
    /// What was deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tombstones: Vec<Tombstone>,
}

impl Athlete {
    /// An athlete with a profile and nothing planned.
    pub fn new(id: AthleteId, profile: Profile) -> Self {
        Self {
            id,
            profile,
            sessions: Sessions::default(),
            tombstones: Vec::new(),
        }
    }
}
