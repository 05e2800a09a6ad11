//! A workout as a watch takes it: steps one after another, and jumps back to repeat them.

use crate::domain::{Bpm, Kilograms, MassUnit, Meters, Pace, Seconds};

/// What a workout is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WatchSport {
    /// Running.
    Run,
    /// Lifting.
    Strength,
}

/// A workout.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct WatchWorkout {
    pub(super) name: String,
    pub(super) note: String,
    pub(super) sport: WatchSport,
    pub(super) steps: Vec<WatchStep>,
}

/// A step, or a jump back.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum WatchStep {
    /// Something to do.
    Do(Doing),
    /// The steps from the one at `first` on are done `times` times in all.
    Repeat {
        /// Place of the first step to repeat, from 0.
        first: usize,
        /// How often in all.
        times: u32,
    },
}

/// What part a step plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum StepRole {
    WarmUp,
    Work,
    /// Between repeats: jogged or walked.
    Recovery,
    /// Between sets, or standing.
    Rest,
    CoolDown,
}

/// When a step is over.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Until {
    Time(Seconds),
    Distance(Meters),
    Reps(u32),
    /// The button is pressed.
    Button,
}

/// What a step aims at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Goal {
    /// Between two paces.
    Pace {
        slow: Pace,
        fast: Pace,
    },
    HeartRate {
        low: Bpm,
        high: Bpm,
    },
}

/// Something to do.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Doing {
    pub(super) name: String,
    pub(super) part: StepRole,
    pub(super) until: Until,
    pub(super) goal: Option<Goal>,
    /// What else there is to know: "RPE 8".
    pub(super) note: String,
    /// The exercise's id, where it is one.
    pub(super) exercise: Option<String>,
    /// What is lifted, and in which unit the watch shows it.
    pub(super) load: Option<(Kilograms, MassUnit)>,
}

impl Doing {
    /// A step with nothing else said.
    pub(super) fn new(name: impl Into<String>, part: StepRole, until: Until) -> Self {
        Self {
            name: name.into(),
            part,
            until,
            goal: None,
            note: String::new(),
            exercise: None,
            load: None,
        }
    }
}
