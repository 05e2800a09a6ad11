//! Loads of two dumbbells: planned and typed by the one, logged as what both weigh.

use crate::domain::{ExerciseId, Kilograms, LoadSpec, Prescription, SetLog};

/// What the figures of a load stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hands {
    /// All that is lifted.
    Whole,
    /// One of two dumbbells, which weigh the same.
    Each,
}

impl Hands {
    /// As the plan of an exercise says its load: whoever reads "2 × 12 kg" writes 12.
    pub(super) fn of(rows: &[Prescription], exercise: &ExerciseId) -> Self {
        let row = rows.iter().find(|row| row.exercise == *exercise);
        match row.map(|row| &row.load) {
            Some(LoadSpec::Pair(_)) => Self::Each,
            _ => Self::Whole,
        }
    }

    /// Logged sets as they are shown.
    pub(super) fn shown(self, sets: &[SetLog]) -> Vec<SetLog> {
        self.scaled(sets, 0.5)
    }

    /// Sets as they were typed, as they are logged.
    pub(super) fn logged(self, sets: &[SetLog]) -> Vec<SetLog> {
        self.scaled(sets, 2.0)
    }

    fn scaled(self, sets: &[SetLog], by: f64) -> Vec<SetLog> {
        let by = match self {
            Self::Whole => 1.0,
            Self::Each => by,
        };
        let scaled = |set: &SetLog| SetLog {
            kg: set.kg.map(|kg| Kilograms::new(kg.kg() * by)),
            ..*set
        };
        sets.iter().map(scaled).collect()
    }

    /// What stands behind the unit of a figure.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Each => " each",
        }
    }
}
