//! When a session is: its day, and when in the day.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// Half of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum DayPart {
    /// Before noon.
    Morning,
    /// After work.
    Evening,
}

/// When in the day a session starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Start {
    /// Not said: whenever it fits.
    #[default]
    Unset,
    /// A half of the day.
    Part(DayPart),
    /// By the clock.
    Clock(NaiveTime),
}

impl Start {
    /// The half of the day, as far as it is known; clock times split at 14:00.
    pub fn part(self) -> Option<DayPart> {
        match self {
            Self::Unset => None,
            Self::Part(part) => Some(part),
            Self::Clock(time) => {
                let noon = NaiveTime::from_hms_opt(14, 0, 0)?;
                Some(if time < noon {
                    DayPart::Morning
                } else {
                    DayPart::Evening
                })
            }
        }
    }

    /// True when nothing is said.
    pub fn is_unset(&self) -> bool {
        *self == Self::Unset
    }
}

/// A place in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// The day.
    pub date: NaiveDate,
    /// When in the day.
    #[serde(default, skip_serializing_if = "Start::is_unset")]
    pub start: Start,
}
