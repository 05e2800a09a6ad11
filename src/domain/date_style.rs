//! How a person likes to read dates.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The order in which a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum DateStyle {
    /// 24 Nov 2026.
    #[default]
    DayFirst,
    /// Nov 24, 2026.
    MonthFirst,
    /// 2026-11-24.
    Iso,
}

impl DateStyle {
    /// Every style with a day written in it, in display order.
    pub const ALL: [(Self, &'static str); 3] = [
        (Self::DayFirst, "24 Nov 2026"),
        (Self::MonthFirst, "Nov 24, 2026"),
        (Self::Iso, "2026-11-24"),
    ];

    /// A day with its month: "24 Nov", "Nov 24", "11-24".
    pub fn day_month(self, date: NaiveDate) -> String {
        self.written(date, ["%-d %b", "%b %-d", "%m-%d"])
    }

    /// A day with its whole month: "24 November", "November 24", "11-24".
    pub fn long_day_month(self, date: NaiveDate) -> String {
        self.written(date, ["%-d %B", "%B %-d", "%m-%d"])
    }

    /// A day with its month and year: "24 Nov 2026", "Nov 24, 2026", "2026-11-24".
    pub fn date(self, date: NaiveDate) -> String {
        self.written(date, ["%-d %b %Y", "%b %-d, %Y", "%Y-%m-%d"])
    }

    /// A day with its whole month and its year: "24 November 2026", "November 24, 2026", "2026-11-24".
    pub fn long_date(self, date: NaiveDate) -> String {
        self.written(date, ["%-d %B %Y", "%B %-d, %Y", "%Y-%m-%d"])
    }

    /// A short day of the week with its day and month: "Tue 24 Nov", "Tue Nov 24", "Tue 11-24".
    pub fn weekday_day(self, date: NaiveDate) -> String {
        format!("{} {}", date.format("%a"), self.day_month(date))
    }

    /// The same with the year: "Tue 24 Nov 2026", "Tue, Nov 24, 2026", "Tue 2026-11-24".
    pub fn weekday_date(self, date: NaiveDate) -> String {
        self.written(date, ["%a %-d %b %Y", "%a, %b %-d, %Y", "%a %Y-%m-%d"])
    }

    /// A day of the week with its date but for the year: "Tuesday 24 November", "Tuesday, November 24", "Tuesday
    /// 11-24".
    pub fn weekday_month(self, date: NaiveDate) -> String {
        self.written(date, ["%A %-d %B", "%A, %B %-d", "%A %m-%d"])
    }

    /// A day in full: "Tuesday 24 November 2026", "Tuesday, November 24, 2026", "Tuesday 2026-11-24".
    pub fn full_day(self, date: NaiveDate) -> String {
        self.written(date, ["%A %-d %B %Y", "%A, %B %-d, %Y", "%A %Y-%m-%d"])
    }

    /// Days of one year without it: "23–29 Nov", "Nov 23–29", "11-23 – 11-29"; "30 Nov – 6 Dec" over two months.
    pub fn short_span(self, first: NaiveDate, last: NaiveDate) -> String {
        let is_one_month = (first.year(), first.month()) == (last.year(), last.month());
        match self {
            Self::DayFirst if is_one_month => {
                format!("{}–{}", first.day(), self.day_month(last))
            }
            Self::MonthFirst if is_one_month => {
                format!("{}–{}", self.day_month(first), last.day())
            }
            _ => format!("{} – {}", self.day_month(first), self.day_month(last)),
        }
    }

    /// Days with their year: "23–29 Nov 2026", "Nov 23–29, 2026", "2026-11-23 – 11-29"; with both years where there are
    /// two.
    pub fn span(self, first: NaiveDate, last: NaiveDate) -> String {
        if first.year() != last.year() {
            return format!("{} – {}", self.date(first), self.date(last));
        }
        let span = self.short_span(first, last);
        match self {
            Self::DayFirst => format!("{span} {}", last.year()),
            Self::MonthFirst => format!("{span}, {}", last.year()),
            Self::Iso => format!("{}-{span}", last.year()),
        }
    }

    /// Days with whole months and the year: "23–29 November 2026", "November 23–29, 2026", "2026-11-23 – 2026-11-29".
    pub fn long_span(self, first: NaiveDate, last: NaiveDate) -> String {
        let (year, month) = (first.year() == last.year(), first.month() == last.month());
        match self {
            Self::DayFirst if year && month => {
                format!("{}–{}", first.day(), self.long_date(last))
            }
            Self::MonthFirst if year && month => {
                let (first, day) = (self.long_day_month(first), last.day());
                format!("{first}–{day}, {}", last.year())
            }
            Self::DayFirst | Self::MonthFirst if year => {
                format!("{} – {}", self.long_day_month(first), self.long_date(last))
            }
            _ => format!("{} – {}", self.long_date(first), self.long_date(last)),
        }
    }

    /// The date in the one of three forms that is its own: day first, month first, ISO.
    fn written(self, date: NaiveDate, [day_first, month_first, iso]: [&str; 3]) -> String {
        let form = match self {
            Self::DayFirst => day_first,
            Self::MonthFirst => month_first,
            Self::Iso => iso,
        };
        date.format(form).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn spans_say_each_thing_once_in_the_order_that_was_chosen() {
        let week = (day(2026, 11, 23), day(2026, 11, 29));
        let over = (day(2026, 11, 30), day(2026, 12, 6));
        let new_year = (day(2026, 12, 28), day(2027, 1, 3));
        let long = |style: DateStyle| {
            [week, over, new_year].map(|(first, last)| style.long_span(first, last))
        };
        assert_eq!(
            long(DateStyle::DayFirst),
            [
                "23–29 November 2026",
                "30 November – 6 December 2026",
                "28 December 2026 – 3 January 2027"
            ]
        );
        assert_eq!(
            long(DateStyle::MonthFirst),
            [
                "November 23–29, 2026",
                "November 30 – December 6, 2026",
                "December 28, 2026 – January 3, 2027"
            ]
        );
        assert_eq!(
            long(DateStyle::Iso),
            [
                "2026-11-23 – 2026-11-29",
                "2026-11-30 – 2026-12-06",
                "2026-12-28 – 2027-01-03"
            ]
        );
        let short = |style: DateStyle| style.short_span(week.0, week.1);
        assert_eq!(short(DateStyle::DayFirst), "23–29 Nov");
        assert_eq!(short(DateStyle::MonthFirst), "Nov 23–29");
        assert_eq!(short(DateStyle::Iso), "11-23 – 11-29");
    }
}
