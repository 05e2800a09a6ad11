//! What a calendar held that was written before.

use chrono::NaiveDate;
use icalendar::{
    Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, EventStatus,
};

/// An event as a calendar held it that was written before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub(super) uid: String,
    pub(super) date: NaiveDate,
    pub(super) summary: String,
    pub(super) sequence: u32,
    pub(super) is_cancelled: bool,
}

/// The events of a calendar that was written before; none of what is no calendar.
pub fn earlier_events(text: &str) -> Vec<Earlier> {
    let Ok(calendar) = text.parse::<Calendar>() else {
        return Vec::new();
    };
    let events = calendar.components.iter().filter_map(|component| {
        let CalendarComponent::Event(event) = component else {
            return None;
        };
        let date = match event.get_start()? {
            DatePerhapsTime::Date(date) => date,
            DatePerhapsTime::DateTime(CalendarDateTime::Utc(moment)) => moment.date_naive(),
            DatePerhapsTime::DateTime(
                CalendarDateTime::Floating(time)
                | CalendarDateTime::WithTimezone {
                    date_time: time, ..
                },
            ) => time.date(),
        };
        Some(Earlier {
            uid: event.get_uid()?.to_owned(),
            date,
            summary: event.get_summary().unwrap_or_default().to_owned(),
            sequence: event.get_sequence().unwrap_or_default(),
            is_cancelled: event.get_status() == Some(EventStatus::Cancelled),
        })
    });
    events.collect()
}
