//! A week of a timeline, for the rules that weigh it as a whole.

use std::ops::RangeInclusive;

use chrono::{NaiveDate, Weekday};

use super::timeline_entry::{Role, TimelineEntry};

/// Days of a week.
pub(super) const DAYS: i32 = 7;

/// How the days of a timeline fall into weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WeekNumbering {
    /// Days from Monday to the first day of a week.
    offset: i32,
}

impl Default for WeekNumbering {
    fn default() -> Self {
        Self::starting_on(Weekday::Mon)
    }
}

impl WeekNumbering {
    pub(super) fn starting_on(day: Weekday) -> Self {
        Self {
            offset: day.num_days_from_monday() as i32,
        }
    }

    /// The number of the week that a day lies in, counted from the common era, whose first day was a Monday.
    pub(super) fn number(self, day: i32) -> i32 {
        (day - 1 - self.offset).div_euclid(DAYS)
    }

    /// The first day of a week.
    pub(super) fn first_day(self, number: i32) -> i32 {
        number * DAYS + 1 + self.offset
    }

    /// The days of a week, from the common era.
    pub(super) fn days(self, number: i32) -> RangeInclusive<i32> {
        let first = self.first_day(number);
        first..=first + DAYS - 1
    }
}

/// The entries of one of the athlete's weeks.
#[derive(Debug, Clone, Copy)]
pub(super) struct WeekEntries<'t> {
    /// Its number; see [`WeekNumbering::number`].
    pub(super) number: i32,
    /// Its first day, from the common era.
    pub(super) first: i32,
    /// Its entries, in order; never none.
    pub(super) entries: &'t [TimelineEntry],
}

impl<'t> WeekEntries<'t> {
    /// Its runs, races among them; cross-training has no part in them.
    pub(super) fn runs(&self) -> impl Iterator<Item = &'t TimelineEntry> + use<'t> {
        self.entries.iter().filter(|entry| entry.is_running())
    }

    /// All its strength sessions.
    pub(super) fn strength(&self) -> impl Iterator<Item = &'t TimelineEntry> + use<'t> {
        let is_strength = |entry: &&TimelineEntry| matches!(entry.role, Role::Strength(..));
        self.entries.iter().filter(is_strength)
    }

    /// Its last day, from the common era.
    pub(super) fn last(&self) -> i32 {
        self.first + DAYS - 1
    }

    /// Its days.
    pub(super) fn dates(&self) -> Vec<NaiveDate> {
        (self.first..=self.last())
            .filter_map(NaiveDate::from_num_days_from_ce_opt)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::*;

    #[test]
    fn numbers_and_the_calendar_agree_on_where_a_week_begins() {
        let wednesday = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        for start in [Weekday::Mon, Weekday::Wed, Weekday::Thu, Weekday::Sun] {
            let weeks = WeekNumbering::starting_on(start);
            let first = weeks.first_day(weeks.number(wednesday.num_days_from_ce()));
            let week = crate::domain::Week::of(wednesday, start);
            assert_eq!(first, week.first().num_days_from_ce());
        }
    }

    #[test]
    fn weeks_count_through_the_turn_of_the_year() {
        let weeks = WeekNumbering::default();
        let number = |year, month, day| {
            let date = NaiveDate::from_ymd_opt(year, month, day).unwrap();
            weeks.number(date.num_days_from_ce())
        };
        // 2026 has a week 53, which ends on 2027-01-03.
        assert_eq!(number(2026, 12, 28), number(2027, 1, 3));
        assert_eq!(number(2027, 1, 4), number(2027, 1, 3) + 1);
        assert_eq!(number(1900, 1, 1) + 1, number(1900, 1, 8));
    }
}
