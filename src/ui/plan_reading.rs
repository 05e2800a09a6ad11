//! What is asked of the reader of plans, and what comes back from it.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, AthleteId, Week};
use crate::intake::{Options, ReadSession, Reading};
use crate::planning::{Arrival, Incoming, WeekChoice};
use crate::rules::Severity;
use crate::text::TEMPLATE_MONDAY;

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

/// What came of reading a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanRead {
    /// Which request it answers.
    pub job: u64,
    /// The reading, or why there is none.
    pub reading: Result<Reading, String>,
    /// What putting it into the calendar would come to.
    pub arrival: Arrival,
    /// What the rules say of the calendar with it.
    pub findings: Vec<PlanFinding>,
}

/// The sessions of a reading on the days they would go to. One that nothing dates goes into the athlete's week of
/// `shown` and those after it.
pub fn incoming<'a>(
    reading: &'a Reading,
    athlete: &Athlete,
    shown: NaiveDate,
) -> Vec<Incoming<'a>> {
    let first = Week::of(shown, athlete.profile.week_start);
    let date_of = |read: &ReadSession| {
        read.date.unwrap_or_else(|| {
            let template = read.template_date();
            let ahead = (template - TEMPLATE_MONDAY).num_days() / 7;
            let week = first.ahead(u32::try_from(ahead).unwrap_or_default());
            week.on(chrono::Datelike::weekday(&template))
        })
    };
    let sessions = reading.sessions.iter();
    sessions
        .map(|read| Incoming {
            week: read.week,
            date: date_of(read),
            plan: &read.plan,
            id: read.id,
        })
        .collect()
}
