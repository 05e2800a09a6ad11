//! What was done.

use serde::{Deserialize, Serialize};

use super::exact::exact;
use super::stored_default::is_default;
use super::{
    Bpm, ExerciseId, HeartTime, Interned, Kilograms, Meters, Minutes, Pace, Rare, Rpe, Seconds,
};

/// The done half of a session.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Log {
    /// How long it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<Minutes>,
    /// How hard the whole session felt.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rpe: Option<Rpe>,
    /// The figures of a run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub run: Option<RunLog>,
    /// The sets of a strength session, by exercise in the order done.
    #[serde(deserialize_with = "exact", skip_serializing_if = "Vec::is_empty")]
    pub exercises: Vec<Interned<ExerciseLog>>,
    /// The legs felt heavy.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub heavy_legs: bool,
    /// The night before was a bad one.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub slept_badly: bool,
    /// The muscles were very sore.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub sore: bool,
    /// What hurt.
    #[serde(skip_serializing_if = "Rare::is_empty")]
    pub pains: Rare<Vec<Pain>>,
    /// In the athlete's words.
    #[serde(skip_serializing_if = "Rare::is_empty")]
    pub note: Rare<String>,
}

/// The figures of a run.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RunLog {
    /// Distance.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<Meters>,
    /// Moving time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moving: Option<Seconds>,
    /// Average heart rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hr_average: Option<Bpm>,
    /// Highest heart rate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hr_max: Option<Bpm>,
    /// Metres climbed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ascent: Option<Meters>,
    /// The fastest kilometre within it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_1k: Option<Seconds>,
    /// The fastest five kilometres within it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_5k: Option<Seconds>,
    /// The fastest ten kilometres within it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub best_10k: Option<Seconds>,
    /// How long the heart beat how fast.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heart_time: Option<Box<HeartTime>>,
}

impl RunLog {
    /// The average pace, where distance and moving time are known.
    pub fn pace(&self) -> Option<Pace> {
        let distance = self.distance.filter(|distance| distance.m() > 0.0)?;
        let moving = self.moving.filter(|moving| moving.0 > 0)?;
        Some(Pace::from_seconds_per_km(
            f64::from(moving.0) / distance.km(),
        ))
    }

    /// These figures, and from a second record of the same run those that are missing here.
    #[must_use]
    pub fn or(self, second: Self) -> Self {
        Self {
            distance: self.distance.or(second.distance),
            moving: self.moving.or(second.moving),
            hr_average: self.hr_average.or(second.hr_average),
            hr_max: self.hr_max.or(second.hr_max),
            ascent: self.ascent.or(second.ascent),
            best_1k: self.best_1k.or(second.best_1k),
            best_5k: self.best_5k.or(second.best_5k),
            best_10k: self.best_10k.or(second.best_10k),
            heart_time: self.heart_time.or(second.heart_time),
        }
    }
}

/// All sets of one exercise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ExerciseLog {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// Its name as shown when it was logged.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The sets, in order.
    #[serde(deserialize_with = "exact")]
    pub sets: Vec<SetLog>,
}

/// What a set was for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum SetKind {
    /// It counts.
    #[default]
    Working,
    /// Before it counts.
    WarmUp,
    /// At once after another, with less weight.
    Drop,
}

/// A side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Side {
    /// Left.
    Left,
    /// Right.
    Right,
}

/// One set.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SetLog {
    /// Repetitions done; for single-side work, of each side.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reps: Option<u32>,
    /// Seconds held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seconds: Option<u32>,
    /// Mass moved besides the body: two dumbbells count both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kg: Option<Kilograms>,
    /// Repetitions left in reserve.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rir: Option<f64>,
    /// The side, when logged one by one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub side: Option<Side>,
    /// What it was for.
    #[serde(skip_serializing_if = "is_default")]
    pub kind: SetKind,
    /// The last repetition was not completed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub failed: bool,
}

impl SetLog {
    /// True unless it is known that nothing of it was done. A set without a count was done; nobody counted.
    pub fn was_done(&self) -> bool {
        match (self.reps, self.seconds) {
            (Some(_), _) => self.completed_reps().is_some_and(|reps| reps > 0),
            (None, Some(seconds)) => seconds > 0,
            (None, None) => !self.failed,
        }
    }

    /// Repetitions that were completed: one less where the last one failed.
    pub fn completed_reps(&self) -> Option<u32> {
        Some(self.reps?.saturating_sub(u32::from(self.failed)))
    }
}

/// Something that hurt.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Pain {
    /// During which exercise, where it was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exercise: Option<ExerciseId>,
    /// Where: "left knee".
    pub place: String,
    /// Sharp, and not merely an ache.
    pub sharp: bool,
    /// On a bone: shin, foot, groin.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub bone: bool,
    /// It changes the stride.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub limps: bool,
    /// Examined and found clear, or gone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub clear: bool,
}
