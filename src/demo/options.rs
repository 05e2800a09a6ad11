//! How much of a demo is made up.

use chrono::NaiveDate;

/// How much to make up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoOptions {
    /// How many athletes.
    pub athletes: usize,
    /// How many weeks of logs, ending on `today`.
    pub weeks: u32,
    /// Different seeds give different figures.
    pub seed: u64,
    /// The current day.
    pub today: NaiveDate,
}
