//! What is asked of the reader of plans, and what comes back from it.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::AthleteId;
use crate::intake::{Options, Reading};
use crate::rules::Severity;

/// Where a plan comes from.
#[derive(Debug, Clone, PartialEq)]
pub enum PlanSource {
    /// Typed or pasted.
    Text(String),
    /// A file: its name and bytes.
    File(String, Arc<[u8]>),
}

/// A plan to be read in the background.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanRequest {
    /// Which request; the newest counts.
    pub job: u64,
    /// What is to be read.
    pub source: PlanSource,
    /// What is known beside it.
    pub options: Options,
    /// Whose calendar it is looked at in.
    pub athlete: AthleteId,
}

/// A finding in the weeks of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanFinding {
    /// A day of the week it is in.
    pub date: NaiveDate,
    /// How bad.
    pub severity: Severity,
    /// What and why.
    pub message: String,
}

/// What came of reading a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanRead {
    /// Which request it answers.
    pub job: u64,
    /// The reading, or why there is none.
    pub reading: Result<Reading, String>,
    /// What the rules say of the calendar with it.
    pub findings: Vec<PlanFinding>,
}
