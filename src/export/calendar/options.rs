//! How sessions become events, and the moments of their times.

use chrono::{DateTime, Local, NaiveDateTime, TimeDelta, TimeZone, Utc};

use crate::domain::Minutes;

/// The moment of a time by the clocks of this computer; a time they skip in spring is the hour after it.
pub fn local_moment(time: NaiveDateTime) -> Option<DateTime<Utc>> {
    let later = || {
        let hour_after = time.checked_add_signed(TimeDelta::hours(1))?;
        Local.from_local_datetime(&hour_after).earliest()
    };
    let moment = Local.from_local_datetime(&time).earliest().or_else(later)?;
    Some(moment.with_timezone(&Utc))
}

/// Where in the day an event stands.
#[derive(Debug, Clone, Copy, Default)]
pub enum EventTimes {
    /// On its day, whatever its time: what every calendar shows alike.
    #[default]
    AllDay,
    /// At its time, where it has one. A time of day and nothing else would stand at another hour in another zone, so
    /// that the moment is worked out with the zone's own rule, which is given here; `None` is a time the zone skips.
    Timed(fn(NaiveDateTime) -> Option<DateTime<Utc>>),
}

/// How sessions become events.
#[derive(Debug, Clone, Copy)]
pub struct CalendarOptions {
    /// The moment of writing.
    pub written: DateTime<Utc>,
    /// Where in the day an event stands.
    pub times: EventTimes,
    /// How long before its time an event reminds; one of a whole day does at six in the evening before.
    pub reminder: Option<Minutes>,
}
