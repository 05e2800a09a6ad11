//! Clock times, dates and weeks.

use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};

use super::quantities::Reading;

/// The years a plan may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// A clock time: `07:00`, `7:00`, `7am`, `7.30 pm`.
pub(super) fn clock<'a>(
    first: &str,
    next: impl Fn(usize) -> Option<&'a str>,
) -> Option<Reading<NaiveTime>> {
    let half = |word: &str| matches!(word, "am" | "pm");
    let (figures, suffix, more) = match first
        .len()
        .checked_sub(2)
        .and_then(|at| first.split_at_checked(at))
    {
        Some((figures, suffix)) if half(suffix) => (figures, suffix, 0),
        _ if first.contains(':') => match next(0) {
            Some(suffix) if half(suffix) => (first, suffix, 1),
            _ => (first, "", 0),
        },
        _ => return None,
    };
    let separated = figures.replace('.', ":");
    let mut parts = separated.split(':');
    let mut number = |default: Option<u32>| match parts.next() {
        Some(part) if !part.is_empty() && part.len() <= 2 => part.parse().ok(),
        Some(_) => None,
        None => default,
    };
    let figures_only = figures
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.'));
    if !figures_only || !figures.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (hour, minute, second) = (number(None), number(Some(0)), number(Some(0)));
    let hour = hour.and_then(|hour| match suffix {
        "" => Some(hour),
        _ if !(1..=12).contains(&hour) => None,
        "am" => Some(hour % 12),
        _ => Some(hour % 12 + 12),
    });
    let time = hour
        .zip(minute)
        .zip(second)
        .filter(|_| parts.next().is_none());
    let time =
        time.and_then(|((hour, minute), second)| NaiveTime::from_hms_opt(hour, minute, second));
    Some(Reading {
        value: time.ok_or_else(|| CLOCK.to_owned()),
        more,
    })
}

/// What a clock time looks like.
const CLOCK: &str = "there is no such time; a clock time lies between 00:00 and 23:59";

/// A date: `2026-11-24`. `None` when the word does not have that form.
pub(super) fn date(word: &str) -> Option<Result<NaiveDate, String>> {
    let word = word.trim_end_matches(':');
    let shape = |part: &str, size| part.len() == size && part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = word.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || !shape(year, 4) || !shape(month, 2) || !shape(day, 2) {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let date = NaiveDate::from_ymd_opt(year, month, day);
    Some(
        date.ok_or_else(|| "the calendar has no such day".to_owned())
            .and_then(in_years),
    )
}

/// The date, when its year is one that plans are made for.
pub(super) fn in_years(date: NaiveDate) -> Result<NaiveDate, String> {
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err(format!(
            "a plan lies in the years {} to {}",
            YEARS.start(),
            YEARS.end()
        ))
    }
}

/// The Monday of an ISO 8601 week: `2026-W48`, or any day of it as a date.
///
/// # Errors
///
/// In words, what a week looks like, or that the year has no such week.
pub fn parse_week(text: &str) -> Result<NaiveDate, String> {
    let upper = text.trim().to_ascii_uppercase();
    if let Some(date) = date(&upper) {
        return date.map(monday_of);
    }
    let parts = upper
        .split_once('W')
        .map(|(year, week)| (year.trim_end_matches(['-', ' ']), week));
    let figures = |part: &str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let numbers = parts
        .filter(|(year, week)| year.len() == 4 && figures(year) && figures(week))
        .and_then(|(year, week)| Some((year.parse::<i32>().ok()?, week.parse::<u32>().ok()?)));
    let Some((year, week)) = numbers else {
        return Err("a week is written as its ISO year and number, such as 2026-W48".to_owned());
    };
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
        .ok_or_else(|| format!("{year} has no week {week}; it has {}", weeks_of(year)))
        .and_then(in_years)
}

/// How many ISO weeks a year has: 52 or 53. The 28th of December is always in the last one.
fn weeks_of(year: i32) -> u32 {
    NaiveDate::from_ymd_opt(year, 12, 28).map_or(52, |date| date.iso_week().week())
}

/// The ISO week of a date: `2026-W48`.
pub fn week_name(date: NaiveDate) -> String {
    let week = date.iso_week();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The Monday of the week of `date`.
pub fn monday_of(date: NaiveDate) -> NaiveDate {
    date.week(Weekday::Mon).checked_first_day().unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_has_twenty_four_hours() {
        let read = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            clock(words[0], |n| words.get(n + 1).copied()).map(|reading| reading.value)
        };
        let at = |h, m| Some(Ok(NaiveTime::from_hms_opt(h, m, 0).unwrap()));
        assert_eq!(read("07:00"), at(7, 0));
        assert_eq!(read("7:05"), at(7, 5));
        assert_eq!(read("7.30am"), at(7, 30));
        assert_eq!(read("12am"), at(0, 0));
        assert_eq!(read("12:15 pm"), at(12, 15));
        assert_eq!(read("23:59"), at(23, 59));
        for text in ["24:00", "7:60", "13pm", "7:5:5:5"] {
            assert!(matches!(read(text), Some(Err(_))), "{text}");
        }
        for text in ["am", "team", "4:05/km", "7"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn weeks_exist_or_not() {
        assert_eq!(
            parse_week("2026-W48"),
            Ok(NaiveDate::from_ymd_opt(2026, 11, 23).unwrap())
        );
        assert_eq!(parse_week("2026w48"), parse_week("2026-11-26"));
        assert!(parse_week("2026-W53").is_ok());
        assert_eq!(
            parse_week("2025-W53").unwrap_err(),
            "2025 has no week 53; it has 52"
        );
        for text in [
            "", "W48", "2026", "2026-W", "2026-W00", "26-W48", "2026-W4x", "ẞ-W48",
        ] {
            assert!(parse_week(text).is_err(), "{text}");
        }
        assert_eq!(
            week_name(NaiveDate::from_ymd_opt(2027, 1, 1).unwrap()),
            "2026-W53"
        );
    }

    #[test]
    fn days_exist_or_not() {
        assert!(matches!(date("2026-02-28"), Some(Ok(_))));
        assert!(matches!(date("2026-02-29"), Some(Err(_))));
        assert!(matches!(date("2026-13-01"), Some(Err(_))));
        assert_eq!(date("26-02-28"), None);
    }
}
