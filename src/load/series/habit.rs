//! Load against habit: the last week held against the last four.

use chrono::NaiveDate;

use super::figures::day_after;
use super::{Drawn, Period, TooLittle, TrainingDigest, WEEKS_BACK, back};

/// Days of the recent load.
const ACUTE_DAYS: usize = 7;
/// Days of the habit.
const CHRONIC_DAYS: usize = 28;
/// The habit, in AU a day, under which a change against it would say nothing.
const LEAST_HABIT: f64 = 1.0;

/// Load against habit at the end of a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HabitPoint {
    /// The day.
    pub date: NaiveDate,
    /// Mean load of the last 7 days, in AU a day.
    pub recent: f64,
    /// Mean load of the last 28 days, in AU a day.
    pub habit: f64,
    /// Change of the one against the other, as a share: 0.2 is 20 % more than habit. `None` after weeks of rest, when
    /// there is no habit to compare with.
    pub change: Option<f64>,
    /// It rests on days that are still planned.
    pub planned: bool,
}

/// The last 7 days against the last 28, both as exponential means with λ = 2 / (days + 1), day by day, the plan from today on. Days trained less than 28 days after the
/// first are left out.
///
/// The two means share days, and no link of their ratio with injury holds up (Lolli 2019, Impellizzeri 2020): it says
/// how much this week differs from the habit, and nothing else.
///
/// # Errors
///
/// Says what is missing before 28 days of training, or when the period has none of the days after them.
pub fn load_against_habit(
    figures: &TrainingDigest,
    today: NaiveDate,
    period: Period,
) -> Drawn<Vec<HabitPoint>> {
    let first = figures
        .first_trained()
        .map(|first| first.max(back(today, WEEKS_BACK)));
    let Some(first) = first.filter(|first| (today - *first).num_days() >= CHRONIC_DAYS as i64)
    else {
        let there = first.map(|first| (today - first).num_days());
        return Err(TooLittle::days(CHRONIC_DAYS as i64, there));
    };
    let last = period.last.min(figures.last_day(today));
    let shown = day_after(first, CHRONIC_DAYS).max(period.first);
    if last < shown {
        return Err(TooLittle::needs(
            "days that come 28 days or more after the first training",
        ));
    }
    let loads = figures.daily_au(Period::new(first, last), today);
    let recent = exponential(&loads, ACUTE_DAYS);
    let habit = exponential(&loads, CHRONIC_DAYS);
    let planned_from = figures
        .within(Period::new(today, last.max(today)))
        .filter(|session| session.is_training() && session.is_to_come(today))
        .map(|session| session.date)
        .min();
    let point = |(place, (recent, habit)): (usize, (f64, f64))| {
        let date = day_after(first, place);
        HabitPoint {
            date,
            recent,
            habit,
            change: (habit >= LEAST_HABIT).then(|| recent / habit - 1.0),
            planned: planned_from.is_some_and(|from| date >= from) || date > today,
        }
    };
    Ok(recent
        .into_iter()
        .zip(habit)
        .enumerate()
        .map(point)
        .filter(|point| point.date >= shown)
        .collect())
}

/// Exponential mean with λ = 2 / (days + 1), seeded with the first value.
fn exponential(loads: &[f64], days: usize) -> Vec<f64> {
    let lambda = 2.0 / (days as f64 + 1.0);
    let mut mean = loads.first().copied().unwrap_or_default();
    let step = |load: &f64| {
        mean += lambda * (load - mean);
        mean
    };
    loads.iter().map(step).collect()
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{athlete, day, figures_of, planned_run, ran};
    use super::*;

    #[test]
    fn means_follow_their_definitions() {
        // λ for 7 days is 1/4: 40, then 40 + (80 − 40)/4, then 50 + (10 − 50)/4.
        assert_eq!(exponential(&[40.0, 80.0, 10.0], 7), [40.0, 50.0, 40.0]);
        assert!(exponential(&[], 7).is_empty());
    }

    /// Sixty minutes at RPE 6 on each of so many days up to the 24th of November.
    fn daily(days: u32) -> TrainingDigest {
        let first = day("2026-11-25") - chrono::Days::new(u64::from(days));
        let run = |place: u32| {
            let date = first + chrono::Days::new(u64::from(place));
            ran(u128::from(place), &date.to_string(), 10.0, 60)
        };
        figures_of(&athlete((0..days).map(run)))
    }

    fn all() -> Period {
        Period::new(day("2026-01-01"), day("2027-12-31"))
    }

    #[test]
    fn an_even_habit_shows_no_change() {
        let points = load_against_habit(&daily(40), day("2026-11-24"), all()).unwrap();
        assert_eq!(points[0].date, day("2026-11-13"));
        let on = |date| points.iter().find(|point| point.date == day(date)).unwrap();
        let last = on("2026-11-24");
        assert_eq!((last.recent, last.habit), (360.0, 360.0));
        assert_eq!((last.change, last.planned), (Some(0.0), false));
    }

    #[test]
    fn a_doubled_week_stands_out() {
        let mut sessions: Vec<_> = (1..=28)
            .map(|date| ran(date, &format!("2026-10-{date:02}"), 8.0, 50))
            .collect();
        sessions.extend((29..=31).map(|date| ran(date, &format!("2026-10-{date}"), 16.0, 100)));
        let figures = figures_of(&athlete(sessions));
        let points = load_against_habit(&figures, day("2026-10-31"), all()).unwrap();
        let change = points.last().unwrap().change.unwrap();
        assert!((0.2..0.8).contains(&change), "{change}");
    }

    #[test]
    fn the_plan_is_marked_from_its_first_day_on() {
        let mut athlete = athlete([ran(1, "2026-10-01", 8.0, 50), ran(2, "2026-11-24", 8.0, 50)]);
        athlete
            .sessions
            .put(planned_run(3, "2026-11-27", 8.0, 50).into(), 0);
        let figures = figures_of(&athlete);
        let points = load_against_habit(&figures, day("2026-11-25"), all()).unwrap();
        let first = points.iter().find(|point| point.planned).unwrap();
        assert_eq!(first.date, day("2026-11-26"));
        assert_eq!(points.last().unwrap().date, day("2026-11-27"));
    }

    #[test]
    fn after_months_of_rest_there_is_no_habit_to_compare_with() {
        let figures = figures_of(&athlete([ran(1, "2025-10-01", 8.0, 50)]));
        let points = load_against_habit(&figures, day("2026-11-25"), all()).unwrap();
        assert_eq!(points.last().unwrap().change, None);
    }

    #[test]
    fn it_waits_for_28_days() {
        let told = load_against_habit(&daily(20), day("2026-11-24"), all());
        let words = told.unwrap_err().to_string();
        assert_eq!(
            words,
            "This needs 28 days since the first training; there are 19."
        );
    }
}
