//! Calendars: plans that other services publish as `.ics`.

use chrono::NaiveDate;
use icalendar::{
    Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, Event, Property,
};

use crate::domain::SessionId;
use crate::intake::DatedText;

use super::gather::Unreadable;
use super::recurrence;

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
    let mut found: Vec<DatedText> = Vec::new();
    let (mut once, mut endless) = (0, 0);
    for component in &calendar.components {
        let CalendarComponent::Event(event) = component else {
            continue;
        };
        let Some(start) = event.get_start() else {
            continue;
        };
        let first = date_of(&start);
        let mut dates = vec![first];
        if let Some(rule) = event.property_value("RRULE") {
            match recurrence::days(first, rule, &exceptions(event)) {
                Some(found) => {
                    endless += usize::from(found.is_endless);
                    dates = found.days;
                }
                None => once += 1,
            }
        }
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
        let id = event.get_uid().and_then(own_id);
        let room = MOST_EVENTS - found.len();
        found.extend(dates.iter().take(room).map(|date| DatedText {
            date: *date,
            text: text.clone(),
            // One session has one identity; what repeats is several.
            id: id.filter(|_| dates.len() == 1),
        }));
        if found.len() >= MOST_EVENTS {
            break;
        }
    }
    found.sort_by_key(|event| event.date);
    let mut warnings = Vec::new();
    if once > 0 {
        warnings.push(format!(
            "Events that repeat by month or year were read once, on their first day: {once}."
        ));
    }
    if endless > 0 {
        warnings.push(format!(
            "Events that repeat without an end were read for half a year: {endless}."
        ));
    }
    if found.len() >= MOST_EVENTS {
        warnings.push(format!("Only the first {MOST_EVENTS} events were read."));
    }
    Ok((found, warnings))
}

fn date_of(start: &DatePerhapsTime) -> NaiveDate {
    match start {
        DatePerhapsTime::Date(date) => *date,
        DatePerhapsTime::DateTime(time) => match time {
            CalendarDateTime::Floating(time)
            | CalendarDateTime::WithTimezone {
                date_time: time, ..
            } => time.date(),
            CalendarDateTime::Utc(time) => time.date_naive(),
        },
    }
}

/// The days on which a repeating event is left out.
fn exceptions(event: &Event) -> Vec<NaiveDate> {
    let properties = event.multi_properties().get("EXDATE");
    let many = properties.into_iter().flatten().map(Property::value);
    let values = many.chain(event.property_value("EXDATE"));
    let days = values.flat_map(|value| value.split(','));
    days.filter_map(|day| NaiveDate::parse_from_str(day.trim().get(..8)?, "%Y%m%d").ok())
        .collect()
}

/// The session an event of this program came from.
fn own_id(uid: &str) -> Option<SessionId> {
    super::workbook::session_id(uid.strip_suffix("@ironstride")?)
}
