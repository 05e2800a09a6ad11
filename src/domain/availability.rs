//! When an athlete can train, and with what.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use super::Equipment;

/// What one day allows.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum DayAvailability {
    /// No limit: the default of every day that is not named.
    #[default]
    Free,
    /// No training at all.
    Unavailable,
    /// Some training.
    Limited {
        /// The most minutes in all, where there is a limit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        minutes: Option<u32>,
        /// Whether the gym can be reached.
        #[serde(default = "yes", skip_serializing_if = "is_yes")]
        gym: bool,
        /// Equipment at hand besides what the athlete owns.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        equipment: Vec<Equipment>,
    },
}

fn yes() -> bool {
    true
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands out references"
)]
fn is_yes(value: &bool) -> bool {
    *value
}

/// Why a dated exception exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum ExceptionKind {
    /// On the road.
    Travel,
    /// Ill or injured.
    Illness,
    /// On holiday.
    Holiday,
    /// Anything else.
    Other,
}

/// A span of days that differ from the usual week.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Exception {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// Why.
    pub kind: ExceptionKind,
    /// What these days allow.
    pub day: DayAvailability,
    /// A word about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The usual week, Monday first, and its exceptions.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Availability {
    /// Monday to Sunday.
    pub week: [DayAvailability; 7],
    /// Dated exceptions; the last that covers a day wins.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Exception>,
}

impl Availability {
    /// What `date` allows.
    pub fn on(&self, date: NaiveDate) -> &DayAvailability {
        self.exceptions
            .iter()
            .rev()
            .find(|e| e.from <= date && date <= e.to)
            .map_or_else(|| self.weekday(date.weekday()), |e| &e.day)
    }

    /// What the usual `weekday` allows.
    pub fn weekday(&self, weekday: Weekday) -> &DayAvailability {
        &self.week[weekday.num_days_from_monday() as usize]
    }
}
