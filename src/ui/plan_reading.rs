//! What is asked of the reader of plans, and what comes back from it.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{AthleteId, Units, Week};
use crate::intake::{Options, PlanReading};
use crate::planning::{Arrival, WeekChoice};
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
    /// A day of the week that sessions without a date go to.
    pub shown: NaiveDate,
    /// What is done with each week.
    pub choices: BTreeMap<u32, WeekChoice>,
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

/// Where a week of a plan would stand.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanWeek {
    /// The week of the plan, from 1.
    pub number: u32,
    /// The athlete's week of its first session.
    pub week: Week,
    /// How many sessions are planned there that it could take the place of.
    pub there: usize,
}

/// The result of reading a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanRead {
    /// Which request it answers.
    pub job: u64,
    /// The reading, or why there is none.
    pub reading: Result<PlanReading, String>,
    /// The athlete's units.
    pub units: Units,
    /// Where its weeks would stand, in order.
    pub weeks: Vec<PlanWeek>,
    /// What putting it into the calendar would come to.
    pub arrival: Arrival,
    /// What the rules say of the calendar with it.
    pub findings: Vec<PlanFinding>,
}

impl PlanRead {
    /// A reading that is not looked at in a calendar yet.
    pub fn new(job: u64, reading: Result<PlanReading, String>) -> Self {
        Self {
            job,
            reading,
            units: Units::default(),
            weeks: Vec::new(),
            arrival: Arrival::default(),
            findings: Vec::new(),
        }
    }
}
