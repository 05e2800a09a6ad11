//! Weekly load and distance as bars.

use chrono::NaiveDate;

use super::weeks::WeekTotals;
use super::{Drawn, Grouping, HABIT_WEEKS, Period, TooLittle, TrainingDigest};
use crate::domain::Meters;

/// A change beyond this share is a slip of the pen and says nothing.
const MOST_CHANGE: f64 = 1e6;

/// One bar of weekly load.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LoadBar {
    /// Its days.
    pub bucket: Period,
    /// What they came to, run, strength and cross-training apart: planned, done, to come.
    pub totals: WeekTotals,
}

/// One bar of weekly distance. Distances in metres; races take part, cross-training does not.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DistanceBar {
    /// Its days.
    pub bucket: Period,
    /// The whole plan, done or not.
    pub planned: Meters,
    /// What was run.
    pub done: Meters,
    /// What is planned and lies today or later.
    pub to_come: Meters,
    /// The longest run among the done and those to come.
    pub longest: Meters,
    /// The longest run among the done.
    pub longest_done: Meters,
    /// Runs done or to come.
    pub runs: usize,
    /// Change of distance against the bar before, as a share (0.1 = 10 % more); `None` when nothing was run then.
    pub change: Option<f64>,
    /// Mean of the four bars before it, the mark to hold it against; `None` where the athlete was not on record yet.
    pub usual: Option<Meters>,
}

impl DistanceBar {
    /// Distance as it stands: done and still to come.
    pub fn total(&self) -> Meters {
        Meters::new(self.done.m() + self.to_come.m())
    }
}

/// Load by week or month, in AU: planned, done and to come, for runs, strength and cross-training.
///
/// # Errors
///
/// Says what is missing when nothing in the period was planned or trained.
pub fn weekly_load(
    figures: &TrainingDigest,
    today: NaiveDate,
    period: Period,
    grouping: Grouping,
) -> Drawn<Vec<LoadBar>> {
    let bars = bars(
        figures,
        today,
        period.cut(grouping, figures.profile().week_start),
    );
    let nothing = |bar: &LoadBar| bar.totals.au() + bar.totals.planned.au() <= 0.0;
    if bars.iter().all(nothing) {
        return Err(TooLittle::needs(
            "one session, done or planned, in this time",
        ));
    }
    Ok(bars)
}

/// Distance by week or month, with its change against the one before.
///
/// # Errors
///
/// Says what is missing when the period holds no run.
pub fn weekly_distance(
    figures: &TrainingDigest,
    today: NaiveDate,
    period: Period,
    grouping: Grouping,
) -> Drawn<Vec<DistanceBar>> {
    let start = figures.profile().week_start;
    let mut buckets = period.cut(grouping, start);
    for _ in 0..HABIT_WEEKS {
        let before = buckets.first().and_then(|first| first.first.pred_opt());
        if let Some(day) = before {
            buckets.insert(0, grouping.around(day, start));
        }
    }
    let lead = buckets.len() - period.cut(grouping, start).len();
    let known_from = figures.sessions().next().map(|session| session.date);
    let mut all: Vec<_> = bars(figures, today, buckets)
        .into_iter()
        .map(distance_bar)
        .collect();
    let known = |bar: &DistanceBar| known_from.is_some_and(|day| day <= bar.bucket.last);
    for place in 1..all.len() {
        let (before, rest) = all.split_at_mut(place);
        let (Some(bar), Some(last)) = (rest.first_mut(), before.last()) else {
            continue;
        };
        let base = last.total().m();
        let change = (base > 0.0).then(|| bar.total().m() / base - 1.0);
        bar.change = change.filter(|change| *change < MOST_CHANGE);
        let window = before
            .get(place.saturating_sub(HABIT_WEEKS)..)
            .unwrap_or_default();
        if window.len() == HABIT_WEEKS && window.first().is_some_and(known) {
            let sum: f64 = window.iter().map(|bar| bar.total().m()).sum();
            bar.usual = Some(Meters::new(sum / HABIT_WEEKS as f64));
        }
    }
    let all = all.split_off(lead);
    if all
        .iter()
        .all(|bar| bar.total().m() + bar.planned.m() <= 0.0)
    {
        return Err(TooLittle::needs("one run, done or planned, in this time"));
    }
    Ok(all)
}

fn bars(figures: &TrainingDigest, today: NaiveDate, buckets: Vec<Period>) -> Vec<LoadBar> {
    let mut bars: Vec<_> = buckets
        .into_iter()
        .map(|bucket| LoadBar {
            bucket,
            totals: WeekTotals::empty(bucket.first),
        })
        .collect();
    figures.fold_into(
        &mut bars,
        |bar| bar.bucket,
        |bar, session| {
            bar.totals.add(session, today);
        },
    );
    bars
}

fn distance_bar(bar: LoadBar) -> DistanceBar {
    let totals = bar.totals;
    DistanceBar {
        bucket: bar.bucket,
        planned: totals.planned.distance,
        done: totals.done.distance,
        to_come: totals.to_come.distance,
        longest: totals.longest(),
        longest_done: totals.done.longest,
        runs: totals.runs,
        change: None,
        usual: None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{athlete, day, figures_of, planned_run, ran};
    use super::super::weekly;
    use super::*;
    use crate::library::Library;

    const TODAY: &str = "2026-11-25";

    fn weeks(first: &str, last: &str) -> Period {
        Period::new(day(first), day(last))
    }

    #[test]
    fn bars_are_the_totals_of_their_weeks() {
        let athlete = athlete([
            ran(1, "2026-11-17", 8.0, 50),
            ran(2, "2026-11-23", 8.0, 50),
            planned_run(3, "2026-11-27", 10.0, 60),
        ]);
        let figures = figures_of(&athlete);
        let period = weeks("2026-11-16", "2026-11-29");
        let bars = weekly_load(&figures, day(TODAY), period, Grouping::Week).unwrap();
        let library = Library::shipped().unwrap();
        let totals = weekly(&athlete, &library, day(TODAY), day("2026-11-16"), 2);
        let found: Vec<_> = bars.iter().map(|bar| bar.totals).collect();
        assert_eq!(found, totals);
        let months = weekly_load(&figures, day(TODAY), period, Grouping::Month).unwrap();
        assert_eq!(months.len(), 1);
        assert_eq!(months[0].totals.au(), 300.0 + 300.0 + 300.0);
    }

    #[test]
    fn nothing_to_draw_is_said_in_words() {
        let figures = figures_of(&athlete([ran(1, "2026-11-17", 8.0, 50)]));
        let empty = weeks("2026-01-05", "2026-02-01");
        let load = weekly_load(&figures, day(TODAY), empty, Grouping::Week).unwrap_err();
        assert_eq!(
            load.to_string(),
            "This needs one session, done or planned, in this time."
        );
        assert!(weekly_distance(&figures, day(TODAY), empty, Grouping::Month).is_err());
    }

    #[test]
    fn change_is_against_the_bar_before_even_when_that_is_not_shown() {
        let figures = figures_of(&athlete([
            ran(1, "2026-11-10", 10.0, 60),
            ran(2, "2026-11-17", 20.0, 120),
            ran(3, "2026-11-23", 9.0, 50),
            planned_run(4, "2026-11-28", 15.0, 90),
        ]));
        let period = weeks("2026-11-16", "2026-12-13");
        let bars = weekly_distance(&figures, day(TODAY), period, Grouping::Week).unwrap();
        let changes: Vec<_> = bars.iter().map(|bar| bar.change).collect();
        assert_eq!(changes[0], Some(1.0));
        assert!((changes[1].unwrap() - 0.2).abs() < 1e-9);
        assert_eq!(changes[2], Some(-1.0));
        assert_eq!(changes[3], None, "nothing was run in the week before");
        assert_eq!((bars[1].longest.km(), bars[1].runs), (15.0, 2));
        assert_eq!(bars[1].longest_done.km(), 9.0);
    }

    #[test]
    fn the_usual_distance_waits_for_four_weeks_on_record() {
        let mondays = ["2026-10-26", "2026-11-02", "2026-11-09", "2026-11-16"];
        let runs = mondays
            .iter()
            .zip(1..)
            .map(|(date, id)| ran(id, date, id as f64 * 2.0, 30));
        let figures = figures_of(&athlete(runs));
        let period = weeks("2026-11-16", "2026-11-29");
        let bars = weekly_distance(&figures, day(TODAY), period, Grouping::Week).unwrap();
        assert_eq!(bars[0].usual, None);
        assert_eq!(bars[1].usual.unwrap().km(), 5.0);
    }

    #[test]
    fn impossible_figures_are_cut() {
        let figures = figures_of(&athlete([ran(1, "2026-11-17", 1e9, u32::MAX)]));
        let period = weeks("2026-11-16", "2026-11-22");
        let bar = weekly_load(&figures, day(TODAY), period, Grouping::Week).unwrap()[0];
        assert_eq!(bar.totals.distance().km(), 500.0);
        assert_eq!(bar.totals.au(), 10.0 * 2.0 * 24.0 * 60.0);
    }
}
