//! When a session is: its day, and when in the day.

use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};

use super::stored_default::is_default;

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

    /// Minutes after midnight, where the clock is known.
    pub fn minute(self) -> Option<u32> {
        match self {
            Self::Clock(time) => Some(minute_of_day(time)),
            Self::Unset | Self::Part(_) => None,
        }
    }

    /// True when nothing is said.
    pub fn is_unset(&self) -> bool {
        *self == Self::Unset
    }
}

/// Minutes from midnight to a time of day.
pub fn minute_of_day(time: NaiveTime) -> u32 {
    time.num_seconds_from_midnight() / 60
}

/// The time so many minutes after midnight; `None` from the next midnight on.
pub fn time_at(minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_num_seconds_from_midnight_opt(minute.checked_mul(60)?, 0)
}

/// A place in the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// The day.
    pub date: NaiveDate,
    /// When in the day.
    #[serde(default, skip_serializing_if = "is_default")]
    pub start: Start,
}
