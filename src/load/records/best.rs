//! The best so far, and what beat it.

use chrono::NaiveDate;

use super::record::{PersonalRecord, RecordKind, RecordValue, SetPlace};
use crate::domain::{ExerciseId, SessionId};
use crate::library::Library;

/// Something better than all before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit<'a> {
    pub(super) kind: RecordKind,
    /// Identity and logged name.
    pub(super) exercise: Option<(&'a ExerciseId, &'a str)>,
    pub(super) figure: RecordValue,
    pub(super) before: Option<RecordValue>,
    pub(super) date: NaiveDate,
    pub(super) session: Option<SessionId>,
    pub(super) set: Option<SetPlace>,
}

impl Hit<'_> {
    pub(super) fn record(self, library: &Library) -> PersonalRecord {
        let name = self.exercise.map_or_else(String::new, |(id, logged)| {
            let known = library.exercise(id).map(|exercise| exercise.name.clone());
            known.unwrap_or_else(|| {
                if logged.is_empty() {
                    id.to_string()
                } else {
                    logged.to_owned()
                }
            })
        });
        PersonalRecord {
            kind: self.kind,
            exercise: self.exercise.map(|(id, _)| id.clone()),
            name,
            figure: self.figure,
            before: self.before,
            date: self.date,
            session: self.session,
            set: self.set,
        }
    }
}

/// The best so far; larger is better.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Best(Option<f64>);

/// The best was beaten.
pub(super) struct Beaten {
    /// What it was; `None` when there was nothing before.
    pub(super) before: Option<f64>,
}

impl Best {
    /// True where the best is better than `value`.
    pub(super) fn is_above(self, value: f64) -> bool {
        self.0.is_some_and(|best| best > value)
    }

    /// Takes `value` when it is better, and then gives what was best before. Equal is not better, and rounding between
    /// units is no progress.
    pub(super) fn beat(&mut self, value: f64) -> Option<Beaten> {
        const ROUNDING: f64 = 1e-6;
        let better = self.0.is_none_or(|best| value > best + ROUNDING);
        better.then(|| Beaten {
            before: self.0.replace(value),
        })
    }
}
