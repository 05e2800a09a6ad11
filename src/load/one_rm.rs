//! Estimated one-repetition maximum.

use serde::{Deserialize, Serialize};

use crate::domain::Kilograms;

/// The published formulas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum OneRmFormula {
    /// w (1 + r/30).
    #[default]
    Epley,
}

/// One-repetition maximum after Epley: w (1 + r/30), for 1 ≤ r ≤ 12 repetitions to failure.
pub fn epley(_load: Kilograms, _reps: f64) -> Option<Kilograms> {
    None
}
