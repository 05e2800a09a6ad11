//! Stretches of days: which ones a chart shows, how they are cut into weeks and months, and what they are compared with.

use chrono::{Datelike, Days, Months, NaiveDate, TimeDelta, Weekday};

use crate::domain::Week;

/// A year back in whole weeks, so that weekdays meet weekdays.
pub(super) const YEAR_DAYS: i64 = 52 * 7;
/// The most weeks or months a period is cut into: a mistyped year must not make a chart of ten thousand bars.
const MOST_BUCKETS: usize = 22 * 53;

/// The days from `first` to `last`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    /// First day.
    pub first: NaiveDate,
    /// Last day, not before the first.
    pub last: NaiveDate,
}

/// How days are put together into bars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Grouping {
    /// By the week, which starts on the athlete's own day.
    #[default]
    Week,
    /// By the calendar month.
    Month,
}

impl Grouping {
    /// The week or month that `date` lies in.
    pub fn around(self, date: NaiveDate, week_start: Weekday) -> Period {
        match self {
            Self::Week => {
                let first = Week::of(date, week_start).first();
                Period::of_days(first, 7)
            }
            Self::Month => {
                let first = date.with_day(1).unwrap_or(date);
                let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
                Period::new(first, next.pred_opt().unwrap_or(first))
            }
        }
    }
}

impl Period {
    /// The days between two, in whichever order they are given.
    pub fn new(one: NaiveDate, other: NaiveDate) -> Self {
        Self {
            first: one.min(other),
            last: one.max(other),
        }
    }

    /// As many days from `first` on; at least one.
    pub fn of_days(first: NaiveDate, days: u64) -> Self {
        let last = first.checked_add_days(Days::new(days.saturating_sub(1)));
        Self {
            first,
            last: last.unwrap_or(first),
        }
    }

    /// How many days it has.
    pub fn days(self) -> usize {
        usize::try_from((self.last - self.first).num_days() + 1).unwrap_or(1)
    }

    /// True when `date` is one of its days.
    pub fn holds(self, date: NaiveDate) -> bool {
        (self.first..=self.last).contains(&date)
    }

    /// The same number of days, `days` later; earlier when negative.
    #[must_use]
    pub fn shifted(self, days: i64) -> Self {
        let shift = |date: NaiveDate| {
            let delta = TimeDelta::try_days(days);
            delta
                .and_then(|delta| date.checked_add_signed(delta))
                .unwrap_or(date)
        };
        Self {
            first: shift(self.first),
            last: shift(self.last),
        }
    }

    /// The whole weeks or months that touch it, in order, without a gap. At most some 22 years of weeks.
    pub fn cut(self, grouping: Grouping, week_start: Weekday) -> Vec<Self> {
        let mut buckets = Vec::new();
        let mut next = Some(self.first);
        while let Some(day) = next.filter(|day| *day <= self.last && buckets.len() < MOST_BUCKETS) {
            let bucket = grouping.around(day, week_start);
            next = bucket.last.succ_opt();
            buckets.push(bucket);
        }
        buckets
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn period(first: &str, last: &str) -> Period {
        Period::new(day(first), day(last))
    }

    #[test]
    fn months_have_their_own_lengths() {
        let months = period("2028-01-31", "2028-03-01").cut(Grouping::Month, Weekday::Mon);
        assert_eq!(
            months,
            [
                period("2028-01-01", "2028-01-31"),
                period("2028-02-01", "2028-02-29"),
                period("2028-03-01", "2028-03-31"),
            ]
        );
    }

    #[test]
    fn weeks_start_on_the_athletes_own_day() {
        let weeks = period("2026-11-25", "2026-11-29").cut(Grouping::Week, Weekday::Sun);
        assert_eq!(
            weeks,
            [
                period("2026-11-22", "2026-11-28"),
                period("2026-11-29", "2026-12-05"),
            ]
        );
    }

    #[test]
    fn a_year_before_keeps_the_weekdays() {
        let now = period("2026-11-23", "2026-12-20");
        assert_eq!(now.shifted(-YEAR_DAYS), period("2025-11-24", "2025-12-21"));
    }

    proptest! {
        #[test]
        fn buckets_follow_each_other_and_cover_the_period(
            from in -20_000_i64..20_000, days in 0_i64..900, month: bool,
        ) {
            let start = day("2026-01-01") + TimeDelta::days(from);
            let period = Period::new(start, start + TimeDelta::days(days));
            let grouping = if month { Grouping::Month } else { Grouping::Week };
            let buckets = period.cut(grouping, Weekday::Mon);
            prop_assert!(buckets.first().unwrap().holds(period.first));
            prop_assert!(buckets.last().unwrap().holds(period.last));
            for pair in buckets.windows(2) {
                prop_assert_eq!(pair[0].last.succ_opt(), Some(pair[1].first));
            }
        }
    }
}
