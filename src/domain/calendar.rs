//! The calendar of an athlete: weeks that begin on the athlete's own day, and what they are called.
//!
//! Whichever day a week begins on, exactly one of its days is a Thursday, and ISO 8601 names a week by that day. So
//! "2026-W53" is one week of every athlete, and each week of an athlete has one name: there is no other way to call or
//! to count weeks in the program.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Days of a week.
const DAYS: u64 = 7;

/// The years a plan may lie in.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// A week of an athlete: seven days from the day that the athlete's weeks begin on. Shown as its ISO name, `2026-W48`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    first: NaiveDate,
}

/// Why a text names no week.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WeekError {
    /// It does not look like one.
    #[error(
        "a week is written as its ISO year and number, such as 2026-W48, or as one of its days"
    )]
    Form,
    /// The year ends before that week.
    #[error("{year} has no week {week}; it has {last}")]
    TooLate {
        /// The year.
        year: i32,
        /// The number that was asked for.
        week: u32,
        /// The year's last week.
        last: u32,
    },
    /// It looks like a date, and there is no such date.
    #[error("the calendar has no such day")]
    NoSuchDay,
    /// Nobody plans then.
    #[error("a plan lies in the years {} to {}", YEARS.start(), YEARS.end())]
    Year,
}

impl Week {
    /// The week that `date` lies in, for weeks that begin on `start`.
    pub fn of(date: NaiveDate, start: Weekday) -> Self {
        let first = date.week(start).checked_first_day();
        Self {
            first: first.unwrap_or(date),
        }
    }

    /// The seven days from `first` on.
    pub const fn starting(first: NaiveDate) -> Self {
        Self { first }
    }

    /// The week that a text names, for weeks that begin on `start`: `2026-W48`, or one of its days, `2026-11-24`.
    ///
    /// # Errors
    ///
    /// In words, what a week looks like, or that the calendar has no such week.
    pub fn parse(text: &str, start: Weekday) -> Result<Self, WeekError> {
        day_of_week(text).map(|day| Self::of(day, start))
    }

    /// Its first day.
    pub const fn first(self) -> NaiveDate {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> NaiveDate {
        self.day(6)
    }

    /// Its seven days, in order.
    pub fn days(self) -> [NaiveDate; 7] {
        std::array::from_fn(|ahead| self.day(ahead as u64))
    }

    /// The day `ahead` days after its first; at the end of the calendar the last one there is.
    fn day(self, ahead: u64) -> NaiveDate {
        self.first
            .checked_add_days(Days::new(ahead))
            .unwrap_or(NaiveDate::MAX)
    }

    /// Its day of this name.
    pub fn on(self, weekday: Weekday) -> NaiveDate {
        self.day(u64::from(weekday.days_since(self.first.weekday())))
    }

    /// True when `date` is one of its days.
    pub fn contains(self, date: NaiveDate) -> bool {
        (self.first..=self.last()).contains(&date)
    }

    /// The week after it; itself at the end of the calendar.
    #[must_use]
    pub fn next(self) -> Self {
        self.ahead(1)
    }

    /// The week so many weeks later; itself where the calendar has none.
    #[must_use]
    pub fn ahead(self, weeks: u32) -> Self {
        let first = self
            .first
            .checked_add_days(Days::new(DAYS * u64::from(weeks)));
        Self {
            first: first.unwrap_or(self.first),
        }
    }

    /// Whole weeks from `earlier` to it; negative when it comes first.
    pub fn weeks_since(self, earlier: Self) -> i64 {
        (self.first - earlier.first).num_days().div_euclid(7)
    }

    /// The year its name carries, which is not that of all its days.
    pub fn year(self) -> i32 {
        self.on(Weekday::Thu).iso_week().year()
    }

    /// Its number in that year: 1 to 53.
    pub fn number(self) -> u32 {
        self.on(Weekday::Thu).iso_week().week()
    }

    /// Its number with its letter, for narrow places: "W48".
    pub fn label(self) -> String {
        format!("W{:02}", self.number())
    }
}

impl fmt::Display for Week {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year(), self.number())
    }
}

/// A day of the week that a text names, whoever's week it is: the day itself, `2026-11-24`, or for `2026-W48` the
/// Thursday that gives the week its name. [`Week::of`] makes the athlete's week of it.
///
/// # Errors
///
/// In words, what a week looks like, or that the calendar has no such week.
pub fn day_of_week(text: &str) -> Result<NaiveDate, WeekError> {
    let upper = text.trim().to_ascii_uppercase();
    if let Some(day) = parse_date(&upper) {
        return day;
    }
    let parts = upper
        .split_once('W')
        .map(|(year, week)| (year.trim_end_matches(['-', ' ']), week));
    let figures = |part: &str| part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit());
    let numbers = parts
        .filter(|(year, week)| year.len() == 4 && figures(year) && figures(week))
        .and_then(|(year, week)| Some((year.parse::<i32>().ok()?, week.parse::<u32>().ok()?)));
    let (year, week) = numbers.ok_or(WeekError::Form)?;
    NaiveDate::from_isoywd_opt(year, week, Weekday::Thu)
        .ok_or(WeekError::TooLate {
            year,
            week,
            last: last_week(year),
        })
        .and_then(in_years)
}

/// A date as it is written everywhere, `2026-11-24`. `None` when the text does not have that form.
pub fn parse_date(text: &str) -> Option<Result<NaiveDate, WeekError>> {
    let shape = |part: &str, size| part.len() == size && part.bytes().all(|b| b.is_ascii_digit());
    let mut parts = text.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || !shape(year, 4) || !shape(month, 2) || !shape(day, 2) {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let date = NaiveDate::from_ymd_opt(year, month, day);
    Some(date.ok_or(WeekError::NoSuchDay).and_then(in_years))
}

/// The date, when its year is one that plans are made for.
///
/// # Errors
///
/// [`WeekError::Year`] when it is not.
pub fn in_years(date: NaiveDate) -> Result<NaiveDate, WeekError> {
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err(WeekError::Year)
    }
}

/// The number of the last ISO week of a year, 52 or 53: the 28th of December always lies in it.
fn last_week(year: i32) -> u32 {
    NaiveDate::from_ymd_opt(year, 12, 28).map_or(52, |date| date.iso_week().week())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const STARTS: [Weekday; 7] = [
        Weekday::Mon,
        Weekday::Tue,
        Weekday::Wed,
        Weekday::Thu,
        Weekday::Fri,
        Weekday::Sat,
        Weekday::Sun,
    ];

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn week(text: &str, start: Weekday) -> Week {
        Week::of(date(text), start)
    }

    #[test]
    fn a_week_begins_on_the_athletes_day() {
        let first = |start| week("2026-11-25", start).first().to_string();
        assert_eq!(first(Weekday::Mon), "2026-11-23");
        assert_eq!(first(Weekday::Sun), "2026-11-22");
        assert_eq!(first(Weekday::Wed), "2026-11-25");
        assert_eq!(first(Weekday::Thu), "2026-11-19");
        let sunday = week("2026-11-25", Weekday::Sun);
        assert_eq!(sunday.last(), date("2026-11-28"));
        assert_eq!(sunday.on(Weekday::Sun), date("2026-11-22"));
        assert_eq!(sunday.on(Weekday::Tue), date("2026-11-24"));
    }

    #[test]
    fn the_turn_of_the_year_has_one_name_for_a_week() {
        // The Sunday athlete's weeks 2026-12-20, 2026-12-27 and 2027-01-03.
        let names = |start| {
            ["2026-12-26", "2026-12-27", "2027-01-02", "2027-01-03"]
                .map(|day| week(day, start).to_string())
        };
        assert_eq!(
            names(Weekday::Sun),
            ["2026-W52", "2026-W53", "2026-W53", "2027-W01"]
        );
        assert_eq!(
            names(Weekday::Mon),
            ["2026-W52", "2026-W52", "2026-W53", "2026-W53"]
        );
    }

    #[test]
    fn a_name_or_a_day_gives_the_week_of_this_athlete() {
        for start in STARTS {
            let named = Week::parse("2026-W53", start).unwrap();
            assert_eq!(named.to_string(), "2026-W53", "{start}");
            assert_eq!(named.first().weekday(), start);
            assert_eq!(Week::parse(" 2026w53", start), Ok(named));
        }
        let first = |text| Week::parse(text, Weekday::Sun).unwrap().first();
        assert_eq!(first("2026-12-27"), date("2026-12-27"));
        assert_eq!(first("2026-12-26"), date("2026-12-20"));
    }

    #[test]
    fn weeks_exist_or_not() {
        let refused = |text: &str| day_of_week(text).unwrap_err().to_string();
        assert_eq!(refused("2025-W53"), "2025 has no week 53; it has 52");
        assert_eq!(refused("2026-02-29"), "the calendar has no such day");
        assert!(refused("2300-W01").contains("1900 to 2199"));
        for text in ["", "W48", "2026", "2026-W", "26-W48", "2026-W4x", "ẞ-W48"] {
            assert_eq!(day_of_week(text), Err(WeekError::Form), "{text}");
        }
        assert!(day_of_week("2026-W00").is_err());
        assert_eq!(parse_date("26-02-28"), None);
    }

    #[test]
    fn the_ends_of_the_calendar_are_survived() {
        for start in STARTS {
            for day in [NaiveDate::MIN, NaiveDate::MAX] {
                let week = Week::of(day, start);
                let _ = (week.next(), week.days(), week.to_string());
            }
        }
    }

    proptest! {
        #[test]
        fn every_day_lies_in_one_week_whose_name_reads_back(
            year in 1902..2198_i32,
            from_new_year in -12..12_i64,
            start in 0..7_usize,
        ) {
            let start = STARTS[start];
            let new_year = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let day = new_year + chrono::TimeDelta::days(from_new_year);
            let week = Week::of(day, start);
            prop_assert!(week.contains(day));
            prop_assert_eq!(week.first().weekday(), start);
            prop_assert_eq!(week.days().map(|day| Week::of(day, start)), [week; 7]);
            prop_assert!(!week.next().contains(day));
            prop_assert_eq!(week.next().first() - week.first(), chrono::TimeDelta::days(7));
            prop_assert_eq!(week.next().weeks_since(week), 1);
            prop_assert_eq!(Week::parse(&week.to_string(), start), Ok(week));
            prop_assert_ne!(week.next().to_string(), week.to_string());
            // The Thursday decides, so that athletes with different weeks mean the same days but for the ends.
            let monday = Week::parse(&week.to_string(), Weekday::Mon).unwrap();
            prop_assert!(monday.weeks_since(week).abs() <= 1);
            prop_assert!(week.contains(monday.on(Weekday::Thu)));
        }
    }
}
