//! Clock times and dates.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::calendar::parse_date;

use crate::notation::Parsed;

/// A clock time: `07:00`, `7:00`, `7am`, `7.30 pm`.
pub(super) fn clock<'a>(
    first: &str,
    next: impl Fn(usize) -> Option<&'a str>,
) -> Option<Parsed<NaiveTime>> {
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
    Some(Parsed {
        value: time.ok_or_else(|| CLOCK.to_owned()),
        more,
    })
}

/// What a clock time looks like.
const CLOCK: &str = "there is no such time; a clock time lies between 00:00 and 23:59";

/// A date: `2026-11-24`. `None` when the word does not have that form.
pub(super) fn date(word: &str) -> Option<Result<NaiveDate, String>> {
    let date = parse_date(word.trim_end_matches(':'))?;
    Some(date.map_err(|error| error.to_string()))
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
    fn days_exist_or_not() {
        assert!(matches!(date("2026-02-28"), Some(Ok(_))));
        assert!(matches!(date("2026-02-29"), Some(Err(_))));
        assert!(matches!(date("2026-13-01"), Some(Err(_))));
        assert_eq!(date("26-02-28"), None);
    }
}
