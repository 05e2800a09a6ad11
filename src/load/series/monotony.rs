//! Monotony and strain: how alike the days of a week were.

use chrono::NaiveDate;

use super::{Drawn, Grouping, Period, TooLittle, TrainingDigest};

/// The highest monotony: seven days of the very same load have no spread to divide by.
pub const MOST_MONOTONY: f64 = 10.0;
/// Monotony above which a week is marked.
pub const MARKED_MONOTONY: f64 = 2.0;

/// Monotony and strain of seven days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MonotonyOfWeek {
    /// Load of the seven days, in AU.
    pub load: f64,
    /// Mean over standard deviation of the seven daily loads, without a unit, at most 10.
    pub monotony: f64,
    /// Load × monotony, in AU.
    pub strain: f64,
}

impl MonotonyOfWeek {
    /// True where monotony is above 2.
    pub fn is_marked(&self) -> bool {
        self.monotony > MARKED_MONOTONY
    }
}

/// Monotony and strain of seven daily loads in AU, rest days being 0 (Foster 1998, with the population's standard
/// deviation). `None` for a week without any load, which has neither.
pub fn monotony(days: &[f64; 7]) -> Option<MonotonyOfWeek> {
    let load: f64 = days.iter().sum();
    if load.is_nan() || load <= 0.0 {
        return None;
    }
    let mean = load / 7.0;
    let variance = days.iter().map(|day| (day - mean).powi(2)).sum::<f64>() / 7.0;
    let monotony = (mean / variance.sqrt()).min(MOST_MONOTONY);
    Some(MonotonyOfWeek {
        load,
        monotony,
        strain: load * monotony,
    })
}

/// Monotony and strain of a week of the calendar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MonotonyPoint {
    /// The week.
    pub week: Period,
    /// Its monotony and strain; `None` in a week without load.
    pub found: Option<MonotonyOfWeek>,
    /// Part of it is still planned.
    pub planned: bool,
}

/// Monotony and strain of each week that touches `period`: of what was done, and of the plan from today on.
///
/// # Errors
///
/// Says what is missing when no week has any load.
pub fn monotony_by_week(
    figures: &TrainingDigest,
    today: NaiveDate,
    period: Period,
) -> Drawn<Vec<MonotonyPoint>> {
    let weeks = period.cut(Grouping::Week, figures.profile().week_start);
    let (Some(first), Some(last)) = (weeks.first(), weeks.last()) else {
        return Err(nothing());
    };
    let whole = Period::new(first.first, last.last);
    let loads = figures.daily_au(whole, today);
    let to_come = figures.daily(whole, |session| {
        f64::from(u8::from(session.is_training() && session.is_to_come(today)))
    });
    let (loads, _) = loads.as_chunks::<7>();
    let (to_come, _) = to_come.as_chunks::<7>();
    let points: Vec<_> = weeks
        .into_iter()
        .zip(loads.iter().zip(to_come))
        .map(|(week, (loads, to_come))| MonotonyPoint {
            week,
            found: monotony(loads),
            planned: to_come.iter().any(|count| *count > 0.0),
        })
        .collect();
    if points.iter().all(|point| point.found.is_none()) {
        return Err(nothing());
    }
    Ok(points)
}

fn nothing() -> TooLittle {
    TooLittle::needs("one session with a load in this time")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::test_support::{athlete, before, day, figures_of, planned_run, ran};
    use super::*;

    #[test]
    fn the_published_week_gives_0_935_and_327() {
        let week = monotony(&[50.0, 0.0, 100.0, 50.0, 0.0, 150.0, 0.0]).unwrap();
        assert!((week.monotony - 0.935).abs() < 0.0005, "{}", week.monotony);
        assert!((week.strain - 327.0).abs() < 0.5, "{}", week.strain);
        assert!(!week.is_marked());
    }

    #[test]
    fn seven_days_alike_are_capped_and_seven_of_rest_have_none() {
        let alike = monotony(&[50.0; 7]).unwrap();
        assert_eq!((alike.monotony, alike.strain), (10.0, 3500.0));
        assert!(alike.is_marked());
        assert_eq!(monotony(&[0.0; 7]), None);
        assert_eq!(monotony(&[f64::NAN; 7]), None);
    }

    #[test]
    fn a_week_counts_what_was_done_and_what_is_to_come() {
        let athlete = athlete([
            ran(1, "2026-11-23", 8.0, 50),
            planned_run(2, "2026-11-24", 8.0, 50),
            planned_run(3, "2026-11-27", 8.0, 50),
        ]);
        let period = Period::new(day("2026-11-16"), day("2026-11-29"));
        let points = monotony_by_week(&figures_of(&athlete), day("2026-11-25"), period).unwrap();
        assert_eq!(points.len(), 2);
        assert_eq!((points[0].found, points[0].planned), (None, false));
        assert_eq!(points[1].found.unwrap().load, 300.0 + 250.0);
        assert!(points[1].planned);
        let empty = monotony_by_week(&figures_of(&athlete), day("2026-11-25"), before(period));
        assert!(empty.is_err());
    }

    proptest! {
        #[test]
        fn monotony_does_not_depend_on_the_unit_nor_on_the_order(
            days in proptest::array::uniform7(0.0_f64..2000.0), factor in 0.1_f64..100.0,
        ) {
            let scaled = days.map(|day| day * factor);
            let mut reversed = days;
            reversed.reverse();
            if let (Some(one), Some(two), Some(three)) =
                (monotony(&days), monotony(&scaled), monotony(&reversed))
            {
                prop_assert!((one.monotony - two.monotony).abs() < 1e-6);
                prop_assert!((one.monotony - three.monotony).abs() < 1e-6);
                prop_assert!((0.0..=MOST_MONOTONY).contains(&one.monotony));
            }
        }
    }
}
