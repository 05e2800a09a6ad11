//! Numbers of sets and repetitions, and ranges of them.

use serde::{Deserialize, Serialize};

/// A number or a range of it, such as sets or repetitions. Written `3` or `3-5`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Count {
    /// At least.
    pub low: u32,
    /// At most; ranges count by this end.
    pub high: u32,
}

impl Count {
    /// Exactly `n`.
    pub const fn exactly(n: u32) -> Self {
        Self { low: n, high: n }
    }
    /// From `low` to `high`.
    pub const fn range(low: u32, high: u32) -> Self {
        Self { low, high }
    }
}

/// What one set asks for. Written `8`, `8-10`, `45s`, `45-60s` or `max`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Reps {
    /// Repetitions.
    Count(Count),
    /// A hold, in seconds.
    Hold(Count),
    /// As many, or as long, as can be done well.
    Max,
}
