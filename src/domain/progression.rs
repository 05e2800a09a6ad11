//! How loads grow: the rule, what a coach chose, and what was worked out for the next time.

use serde::{Deserialize, Serialize};

use super::stored_default::is_default;
use super::{Kilograms, LoadSpec};

/// How the loads of a program grow from one time to the next.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
pub enum Progression {
    /// A repetition more each time; when all sets reach the top of the range, more load (source 003, Basic).
    #[default]
    DoubleProgression,
    /// One set an exercise in the first week, one more each week up to what the plan says (source 003, novices).
    SetRamp,
    /// 2–5 % more load a week when all sets were completed (source 003, advanced).
    Percent,
    /// Six weeks from volume to power, then again from the new estimated maximum (source 003, advanced).
    SixWeekCycle,
    /// Repetitions of the body's own weight first, then load and fewer repetitions (source 002).
    BodyweightFirst,
}

impl Progression {
    /// All of them, in display order.
    pub const ALL: [Self; 5] = [
        Self::DoubleProgression,
        Self::SetRamp,
        Self::Percent,
        Self::SixWeekCycle,
        Self::BodyweightFirst,
    ];

    /// The name.
    pub fn name(self) -> &'static str {
        match self {
            Self::DoubleProgression => "Double progression",
            Self::SetRamp => "Set ramp",
            Self::Percent => "2–5 % a week",
            Self::SixWeekCycle => "Six-week cycle",
            Self::BodyweightFirst => "Bodyweight first",
        }
    }

    /// What it means, in one line.
    pub fn summary(self) -> &'static str {
        match self {
            Self::DoubleProgression => {
                "Add a repetition each time; once every set reaches the top of the range, add load"
            }
            Self::SetRamp => "Begin with one set of each and add one a week, up to the plan",
            Self::Percent => "Add 2–5 % when every set was clean, otherwise repeat",
            Self::SixWeekCycle => "After six weeks begin again from the new estimated maximum",
            Self::BodyweightFirst => {
                "More repetitions first; then load, and fewer repetitions again"
            }
        }
    }
}

/// What a coach chose for an exercise of an athlete, against what its program or the athlete's level say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ProgressionChoice {
    /// No advice.
    Off,
    /// By this rule.
    By(Progression),
}

/// What follows from the last times of an exercise for the next one. It stays with the plan, so that its reason can
/// still be read when the day comes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Advice {
    /// The load; unset where there is none to say.
    #[serde(skip_serializing_if = "is_default")]
    pub load: LoadSpec,
    /// How much more than last time, of one implement; less than nothing for less.
    #[serde(skip_serializing_if = "is_default")]
    pub step: Kilograms,
    /// Sets, where fewer than planned.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sets: Option<u32>,
    /// Repetitions, or seconds, to aim at in every set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reps: Option<u32>,
    /// Why: "all sets at RIR 2 → +2.5 kg".
    pub reason: String,
}
