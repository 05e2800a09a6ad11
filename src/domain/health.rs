//! What is known of an athlete's body.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Bpm, Kilograms};

/// Sex, where a formula asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
}

/// Heart-rate anchors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct HeartRate {
    /// At rest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rest: Option<Bpm>,
    /// Highest.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<Bpm>,
}

impl HeartRate {
    /// Share of the highest heart rate under which running is easy: about the first of the two lactate or ventilatory
    /// thresholds of trained runners.
    pub const EASY: f64 = 0.80;
    /// Share of the highest heart rate from which running is hard: about the second of them.
    pub const HARD: f64 = 0.88;
}

/// Body weight on a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct BodyWeight {
    /// The day.
    pub date: NaiveDate,
    /// The weight.
    pub kg: Kilograms,
}

/// Signs that an athlete may take in less energy than training asks (IOC 2023). They are no diagnosis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LowEnergy {
    /// No period for three months or more.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub missed_periods: bool,
    /// A second bone stress injury.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub second_bone_injury: bool,
    /// Falling weight together with fatigue.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub falling_weight: bool,
}

impl LowEnergy {
    /// The signs that are ticked, within a sentence.
    pub fn signs(self) -> Vec<&'static str> {
        let all = [
            (self.missed_periods, "periods missed for three months"),
            (self.second_bone_injury, "a second bone stress injury"),
            (self.falling_weight, "falling weight with fatigue"),
        ];
        let ticked = all.into_iter().filter(|(ticked, _)| *ticked);
        ticked.map(|(_, sign)| sign).collect()
    }

    #[expect(
        clippy::trivially_copy_pass_by_ref,
        reason = "serde hands out references"
    )]
    pub(super) fn is_none(&self) -> bool {
        *self == Self::default()
    }
}
