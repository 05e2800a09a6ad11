//! What a calendar holds, in words: to be looked at before the file is made.

use std::fmt::Write;

use chrono::NaiveDate;
use icalendar::{Component, EventStatus};

use crate::domain::{Athlete, DateStyle};
use crate::export::words;
use crate::library::Library;
use crate::notation;

use super::{CalendarOptions, Entry, EventTimes, entries};

/// The events of [`calendar`](super::calendar) day by day, each with its time, its title and what it says.
pub fn agenda(
    athletes: &[&Athlete],
    library: &Library,
    days: &dyn Fn(&Athlete) -> (NaiveDate, NaiveDate),
    options: CalendarOptions,
    dates: DateStyle,
) -> String {
    let mut entries = entries(&[], athletes, library, days, options);
    // Whole days stand above the times of their day, as calendars show them.
    entries.sort_by_key(|entry| (entry.date, entry.time));
    let count = words::counted(entries.len(), "event", "events");
    let mut text = format!("{count} for a calendar, {}.\n", reminder(options));
    let mut day = None;
    for entry in &entries {
        if day.replace(entry.date) != Some(entry.date) {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "\n{}", dates.weekday_date(entry.date));
        }
        put(&mut text, entry);
    }
    text
}

fn put(text: &mut String, entry: &Entry) {
    let when = entry.time.map_or_else(
        || "all day".to_owned(),
        |time| time.format("%H:%M").to_string(),
    );
    let title = entry.event.get_summary().unwrap_or_default();
    let off = match entry.event.get_status() {
        Some(EventStatus::Cancelled) => " · cancelled",
        _ => "",
    };
    let _ = writeln!(text, "– {when} · {title}{off}");
    for line in entry.event.get_description().unwrap_or_default().lines() {
        let _ = writeln!(text, "    {line}");
    }
}

/// "without a reminder", "each with a reminder 30 min before".
fn reminder(options: CalendarOptions) -> String {
    match (options.reminder, options.times) {
        (None, _) => "without a reminder".to_owned(),
        (Some(_), EventTimes::AllDay) => {
            "each with a reminder at six in the evening before".to_owned()
        }
        (Some(before), EventTimes::Timed(_)) => {
            format!("each with a reminder {} before", notation::minutes(before))
        }
    }
}
