//! Dates as exports write them.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

use crate::history::DayOrder;

use super::month_names::month_of;
use super::year_first::year_first;

/// The order of day and month that this cell can only mean, [`DayOrder::Unknown`] where it may mean either; `None` for
/// what is no date of figures alone.
pub fn day_order(cell: &str) -> Option<DayOrder> {
    let (first, second, _, mark, _) = slashed(cell)?;
    // A year stands first.
    if first > 31 {
        return None;
    }
    Some(match (first > 12, second > 12) {
        (true, false) => DayOrder::DayFirst,
        (false, true) => DayOrder::MonthFirst,
        // Dots separate dates only where the day comes first.
        (false, false) if mark != '.' && first != second => DayOrder::Unknown,
        _ => return None,
    })
}

/// A moment of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: NaiveDate,
    /// The time of day, where it was said.
    pub time: Option<NaiveTime>,
}

/// Why a date was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// No date, or one that no calendar has.
    #[error("the date is not one that can be read")]
    Unreadable,
    /// `03/04/2026` where nothing in the file says which is the month.
    #[error("day and month cannot be told apart in this file")]
    Ambiguous,
    /// Before 1980 or after 2100.
    #[error("the date is not between 1980 and 2100")]
    Unlikely,
}

/// Reads a date with or without a time. `zone` turns moments in UTC into the athlete's own time.
///
/// # Errors
///
/// [`DateError`].
pub fn moment(
    text: &str,
    order: DayOrder,
    zone: fn(DateTime<Utc>) -> NaiveDateTime,
) -> Result<Moment, DateError> {
    let text = plain_blanks(text.trim());
    let found = plain(&text)
        .map(Ok)
        .or_else(|| zoned(&text, zone).map(|local| Ok(of(local))))
        .or_else(|| numeric(&text, order))
        .or_else(|| unix(&text).map(|utc| Ok(of(zone(utc)))))
        .or_else(|| named(&text).map(Ok))
        .ok_or(DateError::Unreadable)??;
    let year = chrono::Datelike::year(&found.date);
    if (1980..=2100).contains(&year) {
        Ok(found)
    } else {
        Err(DateError::Unlikely)
    }
}

/// Seconds or milliseconds since 1970, in UTC: nine digits are of the seventies already, and thirteen of this century.
fn unix(text: &str) -> Option<DateTime<Utc>> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match text.len() {
        9 | 10 => DateTime::from_timestamp(text.parse().ok()?, 0),
        12 | 13 => DateTime::from_timestamp_millis(text.parse().ok()?),
        _ => None,
    }
}

/// A moment in milliseconds since 1970, in UTC.
///
/// # Errors
///
/// [`DateError`].
pub fn unix_millis(
    text: &str,
    zone: fn(DateTime<Utc>) -> NaiveDateTime,
) -> Result<Moment, DateError> {
    let millis: i64 = text.trim().parse().map_err(|_| DateError::Unreadable)?;
    let utc = DateTime::from_timestamp_millis(millis).ok_or(DateError::Unreadable)?;
    let found = of(zone(utc));
    let year = chrono::Datelike::year(&found.date);
    (1980..=2100)
        .contains(&year)
        .then_some(found)
        .ok_or(DateError::Unlikely)
}

/// The text with an ordinary blank for each of the narrow and unbreakable ones.
fn plain_blanks(text: &str) -> Cow<'_, str> {
    const OTHERS: [char; 3] = ['\u{202f}', '\u{a0}', '\u{2009}'];
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace(OTHERS, " "))
}

fn of(moment: NaiveDateTime) -> Moment {
    Moment {
        date: moment.date(),
        time: Some(moment.time()),
    }
}

/// ISO 8601 with an offset or a Z. Where the offset is another than none, the clock beside it is the one that the
/// athlete saw, wherever that was.
fn zoned(text: &str, zone: fn(DateTime<Utc>) -> NaiveDateTime) -> Option<NaiveDateTime> {
    let moment = DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S %z"))
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%z"))
        .ok()?;
    Some(if moment.offset().local_minus_utc() == 0 {
        zone(moment.to_utc())
    } else {
        moment.naive_local()
    })
}

/// Year first, with a time as any program writes it: `2020-12-30 18:51:52`, `2020/12/30`, `2020-12-30, 6:51 PM`.
fn plain(text: &str) -> Option<Moment> {
    let (date, time) = year_first(text).or_else(|| {
        let (day, rest) = text.split_once([' ', 'T'])?;
        let (date, _) = year_first(day.trim_end_matches(','))?;
        Some((date, Some(clock(rest)?)))
    })?;
    Some(Moment { date, time })
}

/// `18:51`, `18:51:52`, `6:51 PM`, `6:51:52 p.m.`
fn clock(text: &str) -> Option<NaiveTime> {
    let lower = text
        .trim()
        .trim_start_matches(',')
        .trim()
        .to_lowercase()
        .replace('.', "");
    let (figures, half) = match lower.find(|c: char| c.is_alphabetic()) {
        Some(place) => lower.split_at(place),
        None => (lower.as_str(), ""),
    };
    let mut parts = figures
        .trim()
        .split(':')
        .map(|part| part.trim().parse::<u32>());
    let hour = parts.next()?.ok()?;
    let minute = parts.next()?.ok()?;
    let second = parts.next().transpose().ok()?.unwrap_or(0);
    let hour = match half.trim() {
        "" | "h" | "uhr" => hour,
        "am" | "a m" if (1..=12).contains(&hour) => hour % 12,
        "pm" | "p m" if (1..=12).contains(&hour) => hour % 12 + 12,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour, minute, second)
}

/// The first, second and third figure of `24/11/2026 …` or `24.11.2026 …`, the mark, and what follows.
fn slashed(text: &str) -> Option<(u32, u32, i32, char, &str)> {
    let mark = text
        .chars()
        .find(|c| !c.is_ascii_digit())
        .filter(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = text.splitn(3, mark);
    let first = parts.next()?.parse().ok()?;
    let second = parts.next()?.trim().parse().ok()?;
    let last = parts.next()?.trim_start();
    let end = last
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(last.len());
    let year: i32 = last[..end].parse().ok()?;
    let year = if end == 2 { 2000 + year } else { year };
    Some((first, second, year, mark, &last[end..]))
}

fn numeric(text: &str, order: DayOrder) -> Option<Result<Moment, DateError>> {
    let (first, second, year, mark, rest) = slashed(text)?;
    let time = clock(rest);
    if !rest.trim().trim_matches(',').is_empty() && time.is_none() {
        return None;
    }
    // Points part days from months only in countries that write the day first.
    let (month, day) = match order {
        _ if mark == '.' || first > 12 => (second, first),
        DayOrder::DayFirst => (second, first),
        DayOrder::MonthFirst => (first, second),
        DayOrder::Unknown if second > 12 || first == second => (first, second),
        DayOrder::Unknown => return Some(Err(DateError::Ambiguous)),
    };
    NaiveDate::from_ymd_opt(year, month, day).map(|date| Ok(Moment { date, time }))
}

/// `9 Apr 2026, 17:18`, `Oct 6, 2022, 11:19:20 PM`, `6 octobre 2022 à 11:19`, `30. Dezember 2020`.
fn named(text: &str) -> Option<Moment> {
    let lower = text.to_lowercase();
    let (date_words, time) = match lower.find(':') {
        Some(colon) => {
            let start = lower[..colon]
                .rfind(|c: char| !c.is_ascii_digit())
                .map_or(0, |place| {
                    place + lower[place..].chars().next().map_or(1, char::len_utf8)
                });
            (&lower[..start], Some(clock(&lower[start..])?))
        }
        None => (lower.as_str(), None),
    };
    let words = date_words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    let (mut day, mut month, mut year) = (None, None, None);
    for word in words {
        if let Ok(figure) = word.parse::<u32>() {
            if figure >= 1000 {
                year = i32::try_from(figure).ok();
            } else if day.is_none() {
                day = Some(figure);
            } else if year.is_none() && figure < 100 {
                year = i32::try_from(2000 + figure).ok();
            }
        } else if month.is_none() {
            month = month_of(word);
        }
    }
    let date = NaiveDate::from_ymd_opt(year?, month?, day?)?;
    Some(Moment { date, time })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, order: DayOrder) -> Result<String, DateError> {
        let found = moment(text, order, |utc| utc.naive_utc())?;
        Ok(match found.time {
            Some(time) => format!("{} {}", found.date, time.format("%H:%M:%S")),
            None => found.date.to_string(),
        })
    }

    #[test]
    fn the_spellings_of_every_export_are_read() {
        for (text, wanted) in [
            ("2020-12-30 18:51:52", "2020-12-30 18:51:52"),
            ("2020-12-30", "2020-12-30"),
            ("2024-11-11T19:18:38Z", "2024-11-11 19:18:38"),
            ("2024-11-11T19:18:38+01:00", "2024-11-11 19:18:38"),
            ("2026-09-05 23:40:00 -0800", "2026-09-05 23:40:00"),
            ("9 Apr 2026, 17:18", "2026-04-09 17:18:00"),
            ("9 Apr 2026, 5:18 PM", "2026-04-09 17:18:00"),
            ("Oct 6, 2022, 11:19:20 PM", "2022-10-06 23:19:20"),
            ("Oct 6, 2022, 11:19:20\u{202f}PM", "2022-10-06 23:19:20"),
            ("6 oct. 2022 à 11:19", "2022-10-06 11:19:00"),
            ("30. Dezember 2020", "2020-12-30"),
            ("30.12.2020 18:51", "2020-12-30 18:51:00"),
            ("3.4.2020", "2020-04-03"),
            ("31/12/2020", "2020-12-31"),
            ("12/31/2020 6:05 AM", "2020-12-31 06:05:00"),
            ("2020/12/31", "2020-12-31"),
            ("12 lip 2021, 12:00 am", "2021-07-12 00:00:00"),
            ("1690735780", "2023-07-30 16:49:40"),
            ("1690735780000", "2023-07-30 16:49:40"),
        ] {
            assert_eq!(
                read(text, DayOrder::Unknown).as_deref(),
                Ok(wanted),
                "{text}"
            );
        }
    }

    #[test]
    fn two_readings_are_not_guessed() {
        assert_eq!(
            read("03/04/2026", DayOrder::Unknown),
            Err(DateError::Ambiguous)
        );
        assert_eq!(
            read("03/04/2026", DayOrder::DayFirst).unwrap(),
            "2026-04-03"
        );
        assert_eq!(
            read("03/04/2026", DayOrder::MonthFirst).unwrap(),
            "2026-03-04"
        );
        assert_eq!(day_order("24/04/2026"), Some(DayOrder::DayFirst));
        assert_eq!(day_order("04/24/2026"), Some(DayOrder::MonthFirst));
        assert_eq!(day_order("03/04/2026"), Some(DayOrder::Unknown));
        for open in ["03.04.2026", "2026-04-24", "4/4/2026", "5", ""] {
            assert_eq!(day_order(open), None, "{open}");
        }
    }

    #[test]
    fn what_no_calendar_has_is_refused() {
        for text in [
            "",
            "soon",
            "2026-02-30",
            "31/31/2026",
            "2026-11-24 25:00",
            "Foo 6, 2022",
        ] {
            assert_eq!(
                read(text, DayOrder::Unknown),
                Err(DateError::Unreadable),
                "{text}"
            );
        }
        assert_eq!(
            read("1970-01-01 00:00:00", DayOrder::Unknown),
            Err(DateError::Unlikely)
        );
        assert_eq!(
            read("2200-01-01", DayOrder::Unknown),
            Err(DateError::Unlikely)
        );
        let millis = unix_millis("1690735780000", |utc| utc.naive_utc()).unwrap();
        assert_eq!(millis.date.to_string(), "2023-07-30");
    }
}
