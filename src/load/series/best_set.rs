//! The set that an estimated maximum rests on.

use std::cmp::Ordering;

use crate::domain::{Kilograms, OneRmFormula, SetLog};
use crate::load::Reliability;
use crate::load::set_max::max_of_set;

/// The set an estimate rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BestSet {
    /// Mass moved besides the body.
    pub kg: Kilograms,
    /// Repetitions completed.
    pub reps: u32,
    /// Repetitions left in reserve, where logged.
    pub rir: Option<f64>,
    /// How far an estimate from that many repetitions can be trusted.
    pub reliability: Reliability,
}

/// Compares two estimates: better is what can be trusted, and among equals what is heavier.
pub(super) fn better(one: &(Kilograms, BestSet), other: &(Kilograms, BestSet)) -> Ordering {
    let trust = one.1.reliability.cmp(&other.1.reliability);
    trust.then(one.0.kg().total_cmp(&other.0.kg()))
}

/// The maximum a set speaks for, by the athlete's formula.
pub(super) fn estimate(
    set: &SetLog,
    body: Kilograms,
    formula: OneRmFormula,
) -> Option<(Kilograms, BestSet)> {
    let max = max_of_set(set, body, formula)?;
    let best = BestSet {
        kg: set.kg?,
        reps: set.completed_reps()?,
        rir: set.rir,
        reliability: max.reliability,
    };
    Some((max.kg, best))
}
