//! What a session is to be: its kind of training and what is done.

use serde::{Deserialize, Serialize};

use super::exact::exact;
use super::slot::Start;
use super::stored_default::is_default;
use super::{Minutes, Prescription, Rpe, RunKind, RunPlan, StrengthPlan};

/// Whether a session is one of the week's key sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum KeyMark {
    /// As its kind says.
    #[default]
    ByKind,
    /// Key, because the coach says so.
    Key,
    /// Not key, because the coach says so.
    NotKey,
}

/// Cross-training: bike, pool, skis.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CrossPlan {
    /// What it is: "cycling", "swim". Empty when not said.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub sport: String,
    /// Exertion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rpe: Option<Rpe>,
}

/// Mobility work.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MobilityPlan {
    /// Its drills, in order.
    #[serde(deserialize_with = "exact", skip_serializing_if = "Vec::is_empty")]
    pub exercises: Vec<Prescription>,
}

/// What a session consists of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Workout {
    /// A run.
    Run(RunPlan),
    /// Lifting, jumping, core.
    Strength(StrengthPlan),
    /// Endurance work that is not running.
    Cross(CrossPlan),
    /// Mobility, which loads nothing.
    Mobility(MobilityPlan),
    /// A rest day, said on purpose.
    Rest,
    /// A note on a day.
    Note,
}

/// A session's kind without its content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A run of this kind.
    Run(RunKind),
    /// Strength.
    Strength,
    /// Cross-training.
    Cross,
    /// Mobility.
    Mobility,
    /// Rest.
    Rest,
    /// A note.
    Note,
}

impl Kind {
    /// True for what is done and counted as a session; false for a day of rest and for a note.
    pub fn is_session(self) -> bool {
        !matches!(self, Self::Rest | Self::Note)
    }
}

impl Workout {
    /// The kind.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Run(run) => Kind::Run(run.kind),
            Self::Strength(_) => Kind::Strength,
            Self::Cross(_) => Kind::Cross,
            Self::Mobility(_) => Kind::Mobility,
            Self::Rest => Kind::Rest,
            Self::Note => Kind::Note,
        }
    }

    /// The exercises of a strength or mobility workout; empty for all others.
    pub fn exercises(&self) -> &[Prescription] {
        match self {
            Self::Strength(plan) => &plan.exercises,
            Self::Mobility(plan) => &plan.exercises,
            _ => &[],
        }
    }

    /// The exercises to change, where the workout can have any.
    pub fn exercises_mut(&mut self) -> Option<&mut Vec<Prescription>> {
        match self {
            Self::Strength(plan) => Some(&mut plan.exercises),
            Self::Mobility(plan) => Some(&mut plan.exercises),
            _ => None,
        }
    }
}

/// The planned half of a session. It has no date, so that a template or the clipboard can hold it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The coach's own title; empty = the title of its kind.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// When in the day.
    #[serde(default, skip_serializing_if = "is_default")]
    pub start: Start,
    /// How long, where planned by time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration: Option<Minutes>,
    /// Whether it is a key session.
    #[serde(default, skip_serializing_if = "is_default")]
    pub key: KeyMark,
    /// What it consists of.
    pub workout: Workout,
    /// A word to the athlete.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Plan {
    /// A plan of `workout` with nothing else said.
    pub fn new(workout: Workout) -> Self {
        Self {
            title: String::new(),
            start: Start::Unset,
            duration: None,
            key: KeyMark::ByKind,
            workout,
            note: String::new(),
        }
    }

    /// The kind.
    pub fn kind(&self) -> Kind {
        self.workout.kind()
    }

    /// The run, when it is one.
    pub fn run(&self) -> Option<&RunPlan> {
        match &self.workout {
            Workout::Run(run) => Some(run),
            _ => None,
        }
    }

    /// The strength work, when it is that.
    pub fn strength(&self) -> Option<&StrengthPlan> {
        match &self.workout {
            Workout::Strength(plan) => Some(plan),
            _ => None,
        }
    }
}
