//! What a strength session is planned to be.

use serde::{Deserialize, Serialize};

use super::exact::exact;
use super::stored_default::is_default;
use super::{Advice, Count, ExerciseId, LoadSpec, Region, Reps, Seconds};

/// Who set a planned load. A suggestion never overwrites what a coach typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum LoadSource {
    /// The coach typed it.
    #[default]
    Coach,
    /// A program or template brought it.
    Program,
    /// The progression worked it out.
    Suggestion,
}

/// How hard a set should be. Written `rir 2` or `rpe 8`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Effort {
    /// Repetitions in reserve.
    Rir(f64),
    /// Rating of perceived exertion, 1–10.
    Rpe(f64),
}

impl Effort {
    /// Repetitions in reserve; RPE 10 leaves none.
    pub fn rir(self) -> f64 {
        match self {
            Self::Rir(rir) => rir,
            Self::Rpe(rpe) => (10.0 - rpe).max(0.0),
        }
    }
}

/// One exercise of a session and its dose.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Prescription {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// Its name as shown when it was planned, so that a deleted exercise loses no history.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// How many sets.
    pub sets: Count,
    /// What each set asks for.
    pub reps: Reps,
    /// Whether the repetitions count for each side.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub per_side: bool,
    /// What is lifted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub load: LoadSpec,
    /// Who set the load.
    #[serde(default, skip_serializing_if = "is_default")]
    pub load_by: LoadSource,
    /// How hard.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effort: Option<Effort>,
    /// Tempo, such as `3-1-1`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub tempo: String,
    /// Rest between sets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rest: Option<Seconds>,
    /// Exercises of one letter are done in turn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub superset: Option<char>,
    /// A word to the athlete.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// What the last times say about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub advice: Option<Box<Advice>>,
}

impl Prescription {
    /// `sets` × `reps` of an exercise, with nothing else said.
    pub fn new(exercise: ExerciseId, name: impl Into<String>, sets: Count, reps: Reps) -> Self {
        Self {
            exercise,
            name: name.into(),
            sets,
            reps,
            per_side: false,
            load: LoadSpec::Unset,
            load_by: LoadSource::Coach,
            effort: None,
            tempo: String::new(),
            rest: None,
            superset: None,
            note: String::new(),
            advice: None,
        }
    }
}

/// How much a strength session asks of the legs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LegLoad {
    /// Nothing that a run would feel.
    None,
    /// Felt, and gone the next day.
    Light,
    /// Felt the next day.
    Moderate,
    /// Felt for two days.
    Heavy,
}

impl LegLoad {
    /// From nothing to the most.
    pub const ALL: [Self; 4] = [Self::None, Self::Light, Self::Moderate, Self::Heavy];

    /// The word plan text uses.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Light => "light",
            Self::Moderate => "moderate",
            Self::Heavy => "heavy",
        }
    }
}

/// The planned half of a strength session.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StrengthPlan {
    /// The exercises, in order.
    #[serde(deserialize_with = "exact", skip_serializing_if = "Vec::is_empty")]
    pub exercises: Vec<Prescription>,
    /// The region said in words; counts only while there are no exercises.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<Region>,
    /// The leg load said in words; counts only while there are no exercises.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leg_load: Option<LegLoad>,
    /// The coach's word against what the exercises say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region_override: Option<Region>,
    /// The coach's word against what the exercises say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leg_load_override: Option<LegLoad>,
    /// Done in rounds, one set of each exercise after the other.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub circuit: bool,
}
