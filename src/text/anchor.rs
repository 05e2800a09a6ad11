//! Where in the calendar the weeks of a plan text stand: by the first week or the first date that it names.

use chrono::Weekday;

use crate::domain::Week;
use crate::domain::calendar::in_years;

use super::calendar::date;
use super::days;
use super::headers::{Header, HeaderLine, header_line};

/// The lines of a text, however they end.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n')
        .map(|line| line.strip_suffix('\r').unwrap_or(line))
}

/// What places the weeks of a text in the calendar.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) week: Week,
    pub(super) origin: Origin,
}

/// What said which week it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    Week,
    Date,
}

/// The first week that is named, wherever it stands; else the week of the first date; else none.
pub(super) fn anchor(text: &str, start: Weekday) -> Option<Anchor> {
    let mut by_date = None;
    for line in lines(text) {
        if let Some(HeaderLine {
            header: Header::Week,
            value,
            ..
        }) = header_line(line)
        {
            if let Ok(week) = Week::parse(value, start) {
                return Some(Anchor {
                    week,
                    origin: Origin::Week,
                });
            }
        } else if by_date.is_none() {
            let first = line.split_whitespace().next().and_then(date);
            by_date = first
                .and_then(Result::ok)
                .and_then(|date| in_years(date).ok());
        }
    }
    by_date.map(|date| Anchor {
        week: Week::of(date, start),
        origin: Origin::Date,
    })
}

/// The day that weeks begin on, where the text says it, on whichever line.
pub(super) fn said_week_start(text: &str) -> Option<Weekday> {
    lines(text).find_map(|line| {
        let line = header_line(line).filter(|line| line.header == Header::WeekStart)?;
        days::weekday(&line.value.to_lowercase())
    })
}
