//! The weeks of a report, and which of their days its charts speak of.

use chrono::{Days, NaiveDate};

use crate::chart::choice::BarSpan;
use crate::chart::scenes::{Ahead, Answers};
use crate::chart::time::{Window, day_of};

/// More weeks than these are drawn as months, or their bars could not be told apart.
const MOST_WEEK_BARS: u32 = 96;
/// Answers are about the weeks of the report up to the current one, but no fewer than these.
const FEWEST_ANSWERED: u32 = 4;

/// The weeks of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// Its first day, the first of a week.
    pub(super) from: NaiveDate,
    /// Its last day.
    pub(super) last: NaiveDate,
    /// How many weeks.
    pub(super) weeks: u32,
    /// The current day.
    pub(super) today: NaiveDate,
}

impl Span {
    /// So many weeks, at least one, from the first day of a week.
    pub(super) fn new(from: NaiveDate, weeks: u32, today: NaiveDate) -> Self {
        let weeks = weeks.max(1);
        let days = Days::new(u64::from(weeks) * 7 - 1);
        Self {
            from,
            last: from.checked_add_days(days).unwrap_or(from),
            weeks,
            today,
        }
    }

    /// True when it lies in the past.
    pub(super) fn is_over(self) -> bool {
        self.last < self.today
    }

    /// The day that figures are told of: the current one, or the last one of a report of weeks gone by.
    pub(super) fn told(self) -> NaiveDate {
        self.last.min(self.today)
    }

    /// First day of the last week that is over; while none is, of the current week or of the first one.
    pub(super) fn shown(self) -> NaiveDate {
        let over = (self.today - self.from).num_days().div_euclid(7);
        let weeks = i64::from(self.weeks);
        let week = if over > 0 {
            (over - 1).min(weeks - 1)
        } else {
            0
        };
        let days = u64::try_from(7 * week).unwrap_or(0);
        self.from
            .checked_add_days(Days::new(days))
            .unwrap_or(self.from)
    }

    pub(super) fn window(self) -> Window {
        Window {
            start: day_of(self.from),
            end: day_of(self.last) + 1.0,
        }
    }

    pub(super) fn group(self) -> BarSpan {
        if self.weeks > MOST_WEEK_BARS {
            BarSpan::Month
        } else {
            BarSpan::Week
        }
    }

    pub(super) fn answers(self) -> Answers {
        let gone = (self.told() - self.from).num_days().div_euclid(7) + 1;
        let weeks = u32::try_from(gone).unwrap_or(0);
        let usual = Answers::default();
        Answers {
            weeks: if weeks < FEWEST_ANSWERED {
                usual.weeks
            } else {
                weeks
            },
            today: if self.is_over() {
                "at the end"
            } else {
                usual.today
            },
            ahead: if self.is_over() {
                Ahead::Unknown
            } else {
                Ahead::Told
            },
            drawn_to: self.last,
            ..usual
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_report_tells_of_the_last_week_that_is_over() {
        let shown = |from: &str, weeks| Span::new(day(from), weeks, day("2026-11-25")).shown();
        assert_eq!(shown("2026-09-07", 12), day("2026-11-16"));
        assert_eq!(shown("2026-11-09", 12), day("2026-11-16"));
        assert_eq!(
            shown("2026-11-23", 4),
            day("2026-11-23"),
            "none is over yet"
        );
        assert_eq!(shown("2027-02-01", 4), day("2027-02-01"));
        assert_eq!(shown("2025-03-03", 4), day("2025-03-24"));
    }

    #[test]
    fn a_report_of_weeks_gone_by_speaks_of_its_last_day() {
        let past = Span::new(day("2025-03-03"), 4, day("2026-11-25"));
        assert!(past.is_over());
        assert_eq!(past.told(), day("2025-03-30"));
        assert_eq!(past.answers().today, "at the end");
        assert_eq!(past.answers().weeks, 4);
        let year = Span::new(day("2025-12-01"), 52, day("2026-11-25"));
        assert_eq!((year.answers().weeks, year.answers().today), (52, "today"));
        let ahead = Span::new(day("2026-11-23"), 12, day("2026-11-25"));
        assert_eq!(ahead.answers().weeks, 12, "what was before it is told");
        assert_eq!(ahead.answers().drawn_to, day("2027-02-14"));
    }
}
