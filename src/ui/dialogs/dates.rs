//! Dates as people type them.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::DateStyle;
use crate::ui::format;

/// A date as it stands in a field: "10 Jan 2027", or as it was chosen.
pub(in crate::ui) fn date_text(date: NaiveDate) -> String {
    format::date(date)
}

/// A date as it could be typed into a field: "10 Jan 2027", or as dates are written.
pub(in crate::ui) fn sample() -> String {
    NaiveDate::from_ymd_opt(2027, 1, 10).map_or_else(String::new, date_text)
}

/// Reads `10 Jan 2027`, `Jan 10`, `10.1.2027`, `2027-01-10`, `today`. Without a year it is the first such day that
/// is not long past. Dates with slashes are refused, since half the world reads them the other way round, unless dates
/// are written with the month first: then so are these, `1/10/2027`. Who writes figures alone can leave out the year:
/// `01-10`.
pub(in crate::ui) fn parse_date(typed: &str, today: NaiveDate) -> Result<NaiveDate, String> {
    let error = || format!("A date such as {}", sample());
    let lower = typed.trim().to_lowercase();
    if lower == "today" {
        return Ok(today);
    }
    if let Ok(date) = lower.parse::<NaiveDate>() {
        return within_reason(date).ok_or_else(error);
    }
    if let Some((year, month, day)) = in_figures(&lower) {
        let date = day_in(year, month, day, today);
        return date.and_then(within_reason).ok_or_else(error);
    }
    let parts: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '.'))
        .filter(|part| !part.is_empty())
        .collect();
    let (first, second, year) = match parts.as_slice() {
        [first, second] => (*first, *second, None),
        [first, second, year] => (*first, *second, Some(*year)),
        _ => return Err(error()),
    };
    let (day, month) = match (month_of(first), month_of(second)) {
        (Some(month), None) => (day_of(second), month),
        (None, Some(month)) => (day_of(first), month),
        (None, None) => {
            let month = second.parse().ok().filter(|month| (1..=12).contains(month));
            (day_of(first), month.ok_or_else(error)?)
        }
        (Some(_), Some(_)) => return Err(error()),
    };
    let day = day.ok_or_else(error)?;
    let year = match year {
        Some(word) => Some(year_of(word).ok_or_else(error)?),
        None => None,
    };
    let date = day_in(year, month, day, today);
    date.and_then(within_reason).ok_or_else(error)
}

/// A date in figures whose order follows from how dates are written: `1/10/2027` with the month first, `01-10` where
/// figures alone are written. Its year, where it says one, its month and its day; `None` where it is none of these.
fn in_figures(typed: &str) -> Option<(Option<i32>, u32, u32)> {
    let sign = match format::date_style() {
        DateStyle::MonthFirst => '/',
        DateStyle::Iso => '-',
        DateStyle::DayFirst => return None,
    };
    let parts: Vec<&str> = typed.split(sign).collect();
    let (month, day, year) = match parts.as_slice() {
        [month, day] => (month, day, None),
        [month, day, year] if sign == '/' => (month, day, Some(year_of(year)?)),
        _ => return None,
    };
    Some((year, month.parse().ok()?, day.parse().ok()?))
}

fn year_of(word: &str) -> Option<i32> {
    let year: i32 = word.parse().ok()?;
    Some(if year < 100 { year + 2000 } else { year })
}

fn day_in(year: Option<i32>, month: u32, day: u32, today: NaiveDate) -> Option<NaiveDate> {
    match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => near(today, month, day),
    }
}

/// The day of this year, or of the next where that lies more than half a year back.
fn near(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    let past = today.checked_sub_days(Days::new(183))?;
    let this_year = NaiveDate::from_ymd_opt(today.year(), month, day);
    this_year
        .filter(|date| *date >= past)
        .or_else(|| NaiveDate::from_ymd_opt(today.year() + 1, month, day))
}

fn within_reason(date: NaiveDate) -> Option<NaiveDate> {
    (1900..=2200).contains(&date.year()).then_some(date)
}

fn day_of(word: &str) -> Option<u32> {
    let bare = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending));
    bare.unwrap_or(word).parse().ok()
}

/// What months are called, as it is compared with what is typed.
pub(in crate::ui) const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A month by three or more of its first letters.
fn month_of(word: &str) -> Option<u32> {
    let long_enough = word.len() >= 3;
    let place = MONTHS
        .iter()
        .position(|month| long_enough && month.starts_with(word))?;
    Some(place as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        let today = date(2026, 11, 25);
        for typed in [
            "10 Jan 2027",
            "Jan 10, 2027",
            "10. January 27",
            "10.1.2027",
            "2027-01-10",
            "10 jan",
            "january 10th",
        ] {
            assert_eq!(parse_date(typed, today), Ok(date(2027, 1, 10)), "{typed}");
        }
        assert_eq!(parse_date("today", today), Ok(today));
        assert_eq!(parse_date("1 Nov", today), Ok(date(2026, 11, 1)));
        let shown = date_text(date(2027, 3, 4));
        assert_eq!(parse_date(&shown, today), Ok(date(2027, 3, 4)));
    }

    #[test]
    fn figures_are_read_in_the_order_that_was_chosen() {
        let today = date(2026, 11, 25);
        format::write_dates(DateStyle::MonthFirst);
        for typed in ["1/10/2027", "01/10/27", "1/10", "Jan 10, 2027"] {
            assert_eq!(parse_date(typed, today), Ok(date(2027, 1, 10)), "{typed}");
        }
        let refused = parse_date("13/1/2027", today);
        assert_eq!(refused, Err("A date such as Jan 10, 2027".to_owned()));
        format::write_dates(DateStyle::Iso);
        for typed in ["01-10", "2027-01-10"] {
            assert_eq!(parse_date(typed, today), Ok(date(2027, 1, 10)), "{typed}");
        }
        assert!(parse_date("1/10/2027", today).is_err());
        format::write_dates(DateStyle::DayFirst);
    }

    #[test]
    fn what_is_no_date_is_refused() {
        let today = date(2026, 11, 25);
        for typed in [
            "",
            "soon",
            "31 Feb 2027",
            "10/1/2027",
            "32 Jan",
            "10",
            "Jan Feb 2027",
            "1 Jan 9999",
            "10 13 2027",
        ] {
            assert!(parse_date(typed, today).is_err(), "{typed}");
        }
    }
}
