//! A session: one thing from its first plan to its log.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::slot::Slot;
use super::stored_default::is_default;
use super::{
    CrossPlan, Interned, Kind, Log, Plan, Rare, RunPlan, SessionId, Stamp, StrengthPlan, Workout,
};

/// Whether a session is still planned, was done, or was left out.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Status {
    /// Still to come.
    #[default]
    Planned,
    /// Done as planned, or more.
    Done,
    /// Begun and cut short.
    Partial,
    /// Left out on purpose.
    Skipped {
        /// Why; may be empty.
        reason: String,
    },
    /// Not done, and nobody said why.
    Missed,
}

impl Status {
    /// True for sessions that were trained, wholly or in part.
    pub fn is_trained(&self) -> bool {
        matches!(self, Self::Done | Self::Partial)
    }
}

/// Where a session came from.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Origin {
    /// Id of the program or template.
    pub source: String,
    /// Week within it, from 1; 0 when it has none.
    pub week: u32,
    /// Slot within the week, from 1; 0 when it has none.
    pub slot: u32,
}

impl Origin {
    /// The source of the runs that a season was built of.
    pub const SEASON: &str = "season";
}

/// The id of an imported session in the program it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExternalId {
    /// The program: "strava", "hevy".
    pub system: String,
    /// Its id there.
    pub id: String,
}

impl ExternalId {
    /// The system of what was sent back from a phone page.
    pub const PHONE_PAGE: &str = "phone-page";
}

/// A session of an athlete.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Session {
    /// Identity.
    pub id: SessionId,
    /// The day it is planned for or was done.
    pub date: NaiveDate,
    /// The planned half. Most plans stand in a calendar many times.
    pub plan: Interned<Plan>,
    /// Whether it was done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub status: Status,
    /// The done half.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log: Option<Log>,
    /// Where it was planned first, once it has moved away from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_planned: Option<Slot>,
    /// Stays where it is when a better week is sought.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub locked: bool,
    /// Where it came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<Interned<Origin>>,
    /// Why it was planned where it stands, in a sentence, by whoever placed it; empty when nobody said.
    #[serde(default, skip_serializing_if = "Rare::is_empty")]
    pub because: Rare<String>,
    /// Ids in the programs it was imported from.
    #[serde(default, skip_serializing_if = "Rare::is_empty")]
    pub external: Rare<Vec<ExternalId>>,
    /// When and by whom the planned half changed last.
    #[serde(default)]
    pub plan_changed: Stamp,
    /// When and by whom the done half changed last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log_changed: Option<Stamp>,
    /// What others made of it at the same time and could not be merged, until one is chosen.
    #[serde(default, skip_serializing_if = "Rare::is_empty")]
    pub alternatives: Rare<Vec<Alternative>>,
}

/// Half of a session as somebody else made it. It is kept beside the session until one of the two is chosen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// When and by whom it was made.
    pub changed: Stamp,
    /// What they made.
    pub half: Half,
}

/// Half of a session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Half {
    /// The planned half.
    Plan {
        /// The day it is planned for.
        date: NaiveDate,
        /// What is planned.
        plan: Interned<Plan>,
    },
    /// The done half.
    Log {
        /// Whether it was done.
        #[serde(default, skip_serializing_if = "is_default")]
        status: Status,
        /// What was done.
        log: Box<Log>,
    },
}

impl Half {
    /// The planned half of a session.
    pub fn plan_of(session: &Session) -> Self {
        Self::Plan {
            date: session.date,
            plan: session.plan.clone(),
        }
    }

    /// The done half of a session, where there is one.
    pub fn log_of(session: &Session) -> Option<Self> {
        Some(Self::Log {
            status: session.status.clone(),
            log: Box::new(session.log.clone()?),
        })
    }

    /// Puts it in place of that half of a session.
    pub fn put_into(self, session: &mut Session) {
        match self {
            Self::Plan { date, plan } => {
                session.date = date;
                session.plan = plan;
            }
            Self::Log { status, log } => {
                session.status = status;
                session.log = Some(*log);
            }
        }
    }
}

impl Session {
    /// A planned session of `plan` on `date`.
    pub fn planned(
        id: SessionId,
        date: NaiveDate,
        plan: impl Into<Interned<Plan>>,
        stamp: Stamp,
    ) -> Self {
        Self {
            id,
            date,
            plan: plan.into(),
            status: Status::Planned,
            log: None,
            first_planned: None,
            locked: false,
            origin: None,
            because: Rare::default(),
            external: Rare::default(),
            plan_changed: stamp,
            log_changed: None,
            alternatives: Rare::default(),
        }
    }

    /// The kind.
    pub fn kind(&self) -> Kind {
        self.plan.kind()
    }

    /// False for what was only brought in from another program: its plan says nothing but what it was called and when.
    pub fn was_planned(&self) -> bool {
        if self.external.is_empty() || self.log.is_none() {
            return true;
        }
        let bare = match &self.plan.workout {
            Workout::Run(run) => Workout::Run(RunPlan {
                kind: run.kind,
                ..RunPlan::default()
            }),
            Workout::Strength(_) => Workout::Strength(StrengthPlan::default()),
            Workout::Cross(cross) => Workout::Cross(CrossPlan {
                sport: cross.sport.clone(),
                rpe: None,
            }),
            _ => return true,
        };
        let nothing = Plan {
            title: self.plan.title.clone(),
            start: self.plan.start,
            ..Plan::new(bare)
        };
        *self.plan != nothing
    }

    /// Its place in the calendar.
    pub fn slot(&self) -> Slot {
        Slot {
            date: self.date,
            start: self.plan.start,
        }
    }

    /// Moves it to `slot` and remembers where it was planned first; back there, it forgets.
    pub fn move_to(&mut self, slot: Slot) {
        let first = self.first_planned.unwrap_or_else(|| self.slot());
        self.date = slot.date;
        self.plan.start = slot.start;
        self.first_planned = (first != slot).then_some(first);
    }
}
