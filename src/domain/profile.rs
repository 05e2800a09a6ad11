//! Who an athlete is and how they train.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::stored_default::is_default;
use super::{
    Availability, BodyWeight, Equipment, ExerciseId, HeartRate, Kilograms, Level, LowEnergy,
    OneRmFormula, Pace, Policy, Priority, ProgressionChoice, Race, RuleSettings, RunKind,
    SessionId, Sex, Stamp, Units,
};

/// A one-repetition maximum that was tested.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TestedMax {
    /// Of which exercise.
    pub exercise: ExerciseId,
    /// The load, without the body.
    pub kg: Kilograms,
    /// On which day.
    pub date: NaiveDate,
}

/// A finding the coach accepted. It stays quiet while `state` still describes its sessions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Accepted {
    /// The rule's id.
    pub rule: String,
    /// The sessions concerned.
    pub sessions: Vec<SessionId>,
    /// Where those sessions stood and what they weighed when it was accepted, as the rules describe it.
    pub state: String,
    /// Why it is fine.
    pub reason: String,
    /// When it was accepted.
    pub date: NaiveDate,
}

/// Who the athlete is and how they train.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Profile {
    /// Name, as the athlete writes it.
    pub name: String,
    /// Units to show.
    #[serde(default)]
    pub units: Units,
    /// First day of the week.
    #[serde(default = "monday")]
    pub week_start: Weekday,
    /// Experience in lifting.
    #[serde(default)]
    pub level: Level,
    /// The day lifting began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lifting_since: Option<NaiveDate>,
    /// Where strength for the legs belongs; `None` as in the workspace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<Policy>,
    /// What comes first.
    #[serde(default)]
    pub priority: Priority,
    /// Strength sessions a week to aim at.
    #[serde(default = "two")]
    pub strength_target: u32,
    /// When a morning session usually starts.
    #[serde(default = "seven")]
    pub morning: NaiveTime,
    /// When an evening session usually starts.
    #[serde(default = "eighteen")]
    pub evening: NaiveTime,
    /// When the athlete can train.
    #[serde(default)]
    pub availability: Availability,
    /// What the athlete owns.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<Equipment>,
    /// The bar that plates are put on; `None` for the usual one where the athlete's unit is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bar: Option<Kilograms>,
    /// Smallest step of a loaded barbell (a pair of the smallest plates).
    #[serde(default = "plate_step")]
    pub plate_step: Kilograms,
    /// Smallest step between dumbbells.
    #[serde(default = "dumbbell_step")]
    pub dumbbell_step: Kilograms,
    /// What single dumbbells weigh, where only these are there; empty for a rack in steps of `dumbbell_step`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dumbbells: Vec<Kilograms>,
    /// Tested maxima.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tested_maxes: Vec<TestedMax>,
    /// How maxima are estimated from logged sets.
    #[serde(default, skip_serializing_if = "is_default")]
    pub one_rm_formula: OneRmFormula,
    /// How the loads of single exercises grow, where the coach chose it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub progressions: BTreeMap<ExerciseId, ProgressionChoice>,
    /// Body weight over time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub body_weight: Vec<BodyWeight>,
    /// Sex.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex: Option<Sex>,
    /// Heart-rate anchors.
    #[serde(default)]
    pub heart_rate: HeartRate,
    /// Pace that can be held for about an hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold_pace: Option<Pace>,
    /// Usual pace by kind of run: of tempo and interval runs that of the work, of the others that of the whole run.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub paces: BTreeMap<RunKind, Pace>,
    /// Signs of low energy availability; private, and never printed.
    #[serde(default, skip_serializing_if = "LowEnergy::is_none")]
    pub low_energy: LowEnergy,
    /// Races.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub races: Vec<Race>,
    /// How the rules are set.
    #[serde(default)]
    pub rules: RuleSettings,
    /// Findings accepted with a reason.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<Accepted>,
    /// Words to sort athletes by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// No longer coached.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
    /// The coach's notes.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// When and by whom the profile changed last.
    #[serde(default)]
    pub changed: Stamp,
}

fn monday() -> Weekday {
    Weekday::Mon
}

fn two() -> u32 {
    2
}

fn seven() -> NaiveTime {
    NaiveTime::from_hms_opt(7, 0, 0).unwrap_or_default()
}

fn eighteen() -> NaiveTime {
    NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default()
}

fn plate_step() -> Kilograms {
    Profile::USUAL_PLATE_STEP
}

fn dumbbell_step() -> Kilograms {
    Profile::USUAL_DUMBBELL_STEP
}

impl Profile {
    /// The step of a loaded bar that a profile begins with: a pair of plates of 1.25 kg.
    pub const USUAL_PLATE_STEP: Kilograms = Kilograms::new(2.5);
    /// The step between dumbbells that a profile begins with.
    pub const USUAL_DUMBBELL_STEP: Kilograms = Kilograms::new(2.0);

    /// A profile with a name and the defaults of everything else.
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            units: Units::default(),
            week_start: monday(),
            level: Level::default(),
            lifting_since: None,
            policy: None,
            priority: Priority::default(),
            strength_target: two(),
            morning: seven(),
            evening: eighteen(),
            availability: Availability::default(),
            equipment: Vec::new(),
            bar: None,
            plate_step: plate_step(),
            dumbbell_step: dumbbell_step(),
            dumbbells: Vec::new(),
            tested_maxes: Vec::new(),
            one_rm_formula: OneRmFormula::default(),
            progressions: BTreeMap::new(),
            body_weight: Vec::new(),
            sex: None,
            heart_rate: HeartRate::default(),
            threshold_pace: None,
            paces: BTreeMap::new(),
            low_energy: LowEnergy::default(),
            races: Vec::new(),
            rules: RuleSettings::default(),
            accepted: Vec::new(),
            tags: Vec::new(),
            archived: false,
            notes: String::new(),
            changed: Stamp::default(),
        }
    }

    /// Where strength for the legs belongs, the usual where nobody chose.
    pub fn policy(&self) -> Policy {
        self.policy.unwrap_or_default()
    }
}
