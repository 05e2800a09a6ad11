//! Calendars: plans that other services publish as `.ics`.

use icalendar::{Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime};

use crate::domain::SessionId;
use crate::intake::DatedText;

use super::gather::Unreadable;

/// The most events that are read.
const MOST_EVENTS: usize = 5_000;
/// The most characters of an event that are read.
const LONGEST: usize = 3_000;

/// The events of a calendar with a day and words, in the order of their days, and what was left out.
///
/// # Errors
///
/// [`Unreadable`] when the text is no calendar.
pub(super) fn events(text: &str) -> Result<(Vec<DatedText>, Vec<String>), Unreadable> {
    let calendar: Calendar = text.parse().map_err(|_: String| {
        Unreadable::new("The calendar is damaged; it was read as plain text.")
    })?;
    let mut found = Vec::new();
    let mut repeated = 0;
    for component in &calendar.components {
        let CalendarComponent::Event(event) = component else {
            continue;
        };
        let Some(start) = event.get_start() else {
            continue;
        };
        let date = match start {
            DatePerhapsTime::Date(date) => date,
            DatePerhapsTime::DateTime(time) => match time {
                CalendarDateTime::Floating(time)
                | CalendarDateTime::WithTimezone {
                    date_time: time, ..
                } => time.date(),
                CalendarDateTime::Utc(time) => time.date_naive(),
            },
        };
        repeated += usize::from(event.property_value("RRULE").is_some());
        let summary = event.get_summary().unwrap_or_default().trim();
        let description = event.get_description().unwrap_or_default().trim();
        let text = if description.is_empty() || description == summary {
            summary.to_owned()
        } else {
            format!("{summary}\n{description}")
        };
        let text: String = text
            .replace("\\n", "\n")
            .replace("\\,", ",")
            .replace("\\;", ";")
            .chars()
            .take(LONGEST)
            .collect();
        if text.is_empty() {
            continue;
        }
        found.push(DatedText {
            date,
            text,
            id: event.get_uid().and_then(own_id),
        });
        if found.len() >= MOST_EVENTS {
            break;
        }
    }
    found.sort_by_key(|event| event.date);
    let mut warnings = Vec::new();
    if repeated > 0 {
        warnings.push(format!(
            "{repeated} repeating events were read once, on their first day."
        ));
    }
    if found.len() >= MOST_EVENTS {
        warnings.push(format!("Only the first {MOST_EVENTS} events were read."));
    }
    Ok((found, warnings))
}

/// The session an event of this program came from.
fn own_id(uid: &str) -> Option<SessionId> {
    super::workbook::session_id(uid.strip_suffix("@ironstride")?)
}
