//! What to do next time, as it is chosen and as it was worked out.

use serde::{Deserialize, Serialize};

use super::{Kilograms, LoadSpec, Progression};

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
    #[serde(skip_serializing_if = "LoadSpec::is_unset")]
    pub load: LoadSpec,
    /// How much more than last time, of one implement; less than nothing for less.
    #[serde(skip_serializing_if = "is_nothing")]
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

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands out references"
)]
fn is_nothing(kg: &Kilograms) -> bool {
    *kg == Kilograms::default()
}
