//! What a week is to have, and where it was put.

use chrono::Weekday;

use crate::domain::{Interned, Minutes, Origin, Plan, Session};
use crate::rules::Severity;

use super::adapt::Adaptation;

/// A session that a week is to have.
#[derive(Debug, Clone, PartialEq)]
pub struct WantedSession {
    /// The session.
    pub plan: Plan,
    /// The day it is meant for, taken where nothing speaks against it.
    pub day: Option<Weekday>,
    /// Left out where every day would bring a finding.
    pub optional: bool,
    /// Where it comes from.
    pub origin: Option<Interned<Origin>>,
}

/// A session that was placed.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// The session at its place.
    pub session: Session,
    /// Whether it may be left out.
    pub optional: bool,
    /// The worst finding that it brings, `None` when it brings none.
    pub worst: Option<Severity>,
    /// Why it stands there, or what it brings, in one sentence.
    pub reason: String,
    /// What was changed so that it fits.
    pub changes: Vec<Adaptation>,
}

/// A session that found no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Its title.
    pub title: String,
    /// Why.
    pub why: Why,
}

/// Why a session found no place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The week has no day left: it is past.
    Past,
    /// No day of the week can be trained on.
    NoDay,
    /// No day has so many minutes.
    NoMinutes(Minutes),
    /// Nothing of it can be done with what is at hand.
    NoEquipment,
    /// On every day something would suffer: the finding, in one sentence.
    Spoils(String),
    /// Every day that has room for it holds a lift already: two on one day only by the coach's own hand.
    SecondLift,
    /// Every day that has room for it holds a run already.
    SecondRun,
}

/// Where the sessions wanted for a week were put.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlacedWeek {
    /// The sessions that were placed, by date.
    pub placed: Vec<Placed>,
    /// Those that were not.
    pub left_out: Vec<LeftOut>,
}
