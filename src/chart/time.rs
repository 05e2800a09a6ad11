//! The time axis that all charts share: days as numbers, the window that is seen, and its labels.

use chrono::{Datelike, NaiveDate};

use super::words;

/// The fewest days a reader can zoom in to.
const LEAST_DAYS: f64 = 14.0;
/// Room a week label ("W47") takes, in points.
const WEEK_LABEL: f64 = 34.0;
/// Room a month or year label takes, in points.
const MONTH_LABEL: f64 = 32.0;
/// Mean days of a month.
const MONTH_DAYS: f64 = 30.44;

/// A stretch of the time axis, in days of the common era.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Window {
    /// When it begins.
    pub start: f64,
    /// When it ends.
    pub end: f64,
}

impl Window {
    /// How many days it is long.
    pub fn days(self) -> f64 {
        self.end - self.start
    }

    /// From the earlier beginning to the later end.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// True when `day` lies in it.
    pub fn holds(self, day: f64) -> bool {
        (self.start..self.end).contains(&day)
    }

    /// This window, no wider than `reach` and inside it.
    #[must_use]
    pub fn within(self, reach: Self) -> Self {
        let days = self
            .days()
            .clamp(LEAST_DAYS.min(reach.days()), reach.days());
        let middle = f64::midpoint(self.start, self.end);
        let start = (middle - days / 2.0).clamp(reach.start, (reach.end - days).max(reach.start));
        Self {
            start,
            end: start + days,
        }
    }

    /// This window, shifted as little as needed to show the week that starts on `monday`; one that is further away than
    /// the window is long stands in its middle.
    #[must_use]
    pub fn including(self, monday: NaiveDate) -> Self {
        let day = day_of(monday);
        let is_far = day + 7.0 < self.start - self.days() || day > self.end + self.days();
        let shift = if is_far {
            let before = 7.0 * ((self.days() / 7.0 - 1.0) / 2.0).floor();
            day - before - self.start
        } else if day < self.start {
            day - self.start
        } else if day + 7.0 > self.end {
            day + 7.0 - self.end
        } else {
            0.0
        };
        Self {
            start: self.start + shift,
            end: self.end + shift,
        }
    }
}

/// The place of a date's midnight on the axis.
pub fn day_of(date: NaiveDate) -> f64 {
    f64::from(date.num_days_from_ce())
}

/// The date under a place on the axis.
pub fn date_at(day: f64) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(day.floor() as i32)
}

/// A label under the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeLabel {
    /// The day it stands for.
    pub day: f64,
    /// What it says: "W47", "Nov", "2027".
    pub text: String,
    /// How it stands to its day.
    pub place: LabelPlace,
}

/// How a label stands to its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelPlace {
    /// Centred on it: a week, under its bar.
    Centred,
    /// Right of a tick: a month or year, from its first day on.
    After,
}

/// The labels of a window that is `width` points wide: weeks, or months and years when weeks would
/// collide. The shown week always has its label.
pub fn labels(window: Window, width: f32, shown: NaiveDate) -> Vec<TimeLabel> {
    let per_day = f64::from(width) / window.days();
    [1.0, 2.0]
        .into_iter()
        .find(|weeks| weeks * 7.0 * per_day >= WEEK_LABEL)
        .map_or_else(
            || months(window, per_day),
            |weeks| week_labels(window, weeks, shown),
        )
}

fn week_labels(window: Window, weeks: f64, shown: NaiveDate) -> Vec<TimeLabel> {
    let step = 7.0 * weeks;
    let shown = day_of(shown);
    let first = shown + ((window.start - shown) / step).ceil() * step;
    let count = ((window.end - first) / step).ceil().max(0.0) as usize;
    (0..count)
        .filter_map(|index| {
            // The middle day of a week names it, whichever day the week starts on.
            let middle = first + index as f64 * step + 3.0;
            let text = words::week_number(date_at(first + index as f64 * step)?);
            Some(TimeLabel {
                day: middle + 0.5,
                text,
                place: LabelPlace::Centred,
            })
        })
        .collect()
}

fn months(window: Window, per_day: f64) -> Vec<TimeLabel> {
    let fits = |months: &i32| f64::from(*months) * MONTH_DAYS * per_day >= MONTH_LABEL;
    let step = [1, 2, 3, 6, 12, 24, 60, 120]
        .into_iter()
        .find(fits)
        .unwrap_or(240);
    let Some(first) = date_at(window.start) else {
        return Vec::new();
    };
    let first = first.year() * 12 + first.month0() as i32;
    let count = (window.days() / MONTH_DAYS) as i32 + 2;
    (first..=first + count)
        .filter(|month| month % step == 0)
        .filter_map(|month| {
            let (year, month) = (month.div_euclid(12), month.rem_euclid(12));
            let date = NaiveDate::from_ymd_opt(year, month as u32 + 1, 1)?;
            let text = if month == 0 {
                year.to_string()
            } else {
                date.format("%b").to_string()
            };
            Some(TimeLabel {
                day: day_of(date),
                text,
                place: LabelPlace::After,
            })
        })
        .filter(|label| (window.start..window.end).contains(&label.day))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn texts(from: &str, days: f64, width: f32) -> Vec<String> {
        let start = day_of(day(from));
        let window = Window {
            start,
            end: start + days,
        };
        labels(window, width, day("2026-11-23"))
            .into_iter()
            .map(|label| label.text)
            .collect()
    }

    #[test]
    fn labels_thin_out_before_they_collide() {
        let weeks = texts("2026-10-19", 84.0, 420.0);
        assert_eq!(weeks.len(), 12);
        assert_eq!((weeks[0].as_str(), weeks[11].as_str()), ("W43", "W01"));
        assert_eq!(
            texts("2026-10-19", 84.0, 240.0),
            ["W44", "W46", "W48", "W50", "W52", "W01"]
        );
        assert_eq!(
            texts("2026-08-17", 182.0, 240.0),
            ["Sep", "Oct", "Nov", "Dec", "2027", "Feb"]
        );
        assert_eq!(
            texts("2026-01-01", 365.0, 240.0),
            ["2026", "Mar", "May", "Jul", "Sep", "Nov"]
        );
        assert_eq!(
            texts("2017-03-01", 3650.0, 240.0),
            ["2018", "2020", "2022", "2024", "2026"]
        );
    }

    #[test]
    fn a_window_stays_within_reach() {
        let reach = Window {
            start: 100.0,
            end: 200.0,
        };
        let window = Window {
            start: 190.0,
            end: 240.0,
        };
        assert_eq!(
            window.within(reach),
            Window {
                start: 150.0,
                end: 200.0
            }
        );
        let wide = Window {
            start: 0.0,
            end: 1000.0,
        };
        assert_eq!(wide.within(reach), reach);
        let narrow = Window {
            start: 149.0,
            end: 151.0,
        };
        assert_eq!(narrow.within(reach).days(), LEAST_DAYS);
    }

    /// At the edge, nothing was seen of what led to it.
    #[test]
    fn a_window_goes_to_a_week_far_away_with_as_much_before_it_as_after() {
        let monday = day("2009-03-09");
        let start = day_of(day("2026-10-26"));
        let of_weeks = |weeks: f64| Window {
            start,
            end: start + 7.0 * weeks,
        };
        let seen = of_weeks(12.0).including(monday);
        assert_eq!(seen.start, day_of(day("2009-02-02")));
        assert_eq!(seen.days(), 84.0);
        let seen = of_weeks(4.0).including(monday);
        assert_eq!(seen.start, day_of(day("2009-03-02")));
    }

    #[test]
    fn a_window_follows_the_shown_week_by_the_shortest_way() {
        let monday = day("2026-11-23");
        let start = day_of(monday);
        let inside = Window {
            start: start - 7.0,
            end: start + 7.0,
        };
        assert_eq!(inside.including(monday), inside);
        let before = Window {
            start: start - 50.0,
            end: start,
        };
        assert_eq!(
            before.including(monday),
            Window {
                start: start - 43.0,
                end: start + 7.0
            }
        );
    }
}
