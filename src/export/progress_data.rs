//! Gathers what was done as figures: weeks, loads, maxima, races.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use crate::domain::{
    Athlete, DistanceUnit, Kilograms, MassUnit, Meters, Seconds, Session, Status, Workout,
};
use crate::library::Library;
use crate::load::series::{self, Figures, HABIT_WEEKS, WeekTotals};

use super::{headline, words};

/// The most exercises whose maxima are drawn; more would be pages that nobody reads.
const MOST_LIFTS: usize = 6;

/// A report on paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ProgressSheet {
    /// The athlete's name.
    pub athlete: String,
    /// "31 August – 22 November 2026".
    pub subtitle: String,
    /// What stands on the right of the head.
    pub totals: Vec<String>,
    /// The figures to read first.
    pub facts: Vec<Fact>,
    /// "km" or "mi".
    pub unit: &'static str,
    /// The weeks, from the first to the last.
    pub weeks: Vec<WeekBar>,
    /// The axis of the distances.
    pub distance: Axis,
    /// The axis of the loads.
    pub load: Axis,
    /// Maxima, a chart an exercise, the most used first.
    pub lifts: Vec<Lift>,
    /// Races that were run: "4 October: Park run, 10 km, 45:12".
    pub races: Vec<String>,
    /// What hurt: "Left knee: 2 times, last on 3 November".
    pub pains: Vec<String>,
}

/// A figure with its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// "42 of 48".
    pub figure: String,
    /// "sessions done".
    pub meaning: String,
}

/// The values an axis runs over, and where it has its lines.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Axis {
    /// The lowest value.
    pub low: f64,
    /// The highest value.
    pub high: f64,
    /// The values with a line, and what stands there.
    pub lines: Vec<(f64, String)>,
}

impl Axis {
    /// An axis with even lines over these values; a bar's begins at 0.
    fn over(values: impl Iterator<Item = f64>, from_zero: bool) -> Self {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in values.filter(|value| value.is_finite()) {
            (low, high) = (low.min(value), high.max(value));
        }
        if low > high {
            (low, high) = (0.0, 1.0);
        }
        if from_zero {
            low = 0.0;
        }
        let step = even_step((high - low).max(high.abs() * 0.02).max(1e-6) / 3.0);
        let first = (low / step).floor();
        let last = (high / step).ceil().max(first + 1.0);
        let count = (last - first).round() as u32;
        let lines = (0..=count).map(|n| {
            let value = (first + f64::from(n)) * step;
            (value, words::number(value, if step < 1.0 { 1 } else { 0 }))
        });
        Self {
            low: first * step,
            high: last * step,
            lines: lines.collect(),
        }
    }
}

/// The next of 1, 2, 2.5 and 5, times a power of ten.
fn even_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0].map(|step| step * power);
    let fits = steps.into_iter().find(|step| *step >= least * 0.999);
    fits.unwrap_or(10.0 * power)
}

/// A week in the charts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WeekBar {
    /// The ISO week: "48".
    pub label: String,
    /// Distance planned, in the sheet's unit.
    pub planned: f64,
    /// Distance run.
    pub done: f64,
    /// Load of the runs done, in AU.
    pub run: f64,
    /// Load of strength.
    pub strength: f64,
    /// Load of cross-training.
    pub cross: f64,
    /// The mean of the four weeks before, where they are known.
    pub habit: Option<f64>,
}

/// The maxima of an exercise.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lift {
    /// Its name.
    pub name: String,
    /// "82.5 kg, 5 kg more than in August".
    pub said: String,
    /// The axis of its maxima.
    pub axis: Axis,
    /// The maxima: where between the first and the last day, from 0 to 1, how much, and whether it was tested.
    pub points: Vec<LiftDot>,
}

/// A maximum of a day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct LiftDot {
    /// Where between the first and the last day, from 0 to 1.
    pub at: f64,
    /// The maximum, in the athlete's unit.
    pub mass: f64,
    /// Lifted, and not worked out.
    pub tested: bool,
}

/// The report of `weeks` weeks from the day `from`, the first of a week.
pub fn progress_sheet(
    athlete: &Athlete,
    library: &Library,
    from: NaiveDate,
    weeks: u32,
    today: NaiveDate,
) -> ProgressSheet {
    let profile = &athlete.profile;
    let unit = profile.units.distance;
    let far = |distance: Meters| match unit {
        DistanceUnit::Km => distance.km(),
        DistanceUnit::Miles => distance.miles(),
    };
    let totals = totals(athlete, library, from, weeks, today);
    let bars: Vec<WeekBar> = totals
        .iter()
        .map(|(week, habit)| WeekBar {
            label: headline::week_number(week.monday).to_string(),
            planned: far(week.planned.distance),
            done: far(week.done.distance),
            run: week.done.run_au,
            strength: week.done.strength_au,
            cross: week.done.cross_au,
            habit: *habit,
        })
        .collect();
    let days = u64::from(weeks.max(1)) * 7 - 1;
    let last = from.checked_add_days(Days::new(days)).unwrap_or(from);
    let distances = bars.iter().flat_map(|bar| [bar.planned, bar.done]);
    let loads = bars.iter().flat_map(|bar| {
        let sum = bar.run + bar.strength + bar.cross;
        [sum, bar.habit.unwrap_or(0.0)]
    });
    let sessions = athlete.sessions.between(from, last);
    ProgressSheet {
        athlete: profile.name.trim().to_owned(),
        subtitle: words::joined(["Progress report", &words::span(from, last)], " · "),
        totals: vec![words::counted(bars.len(), "week", "weeks")],
        facts: facts(athlete, sessions.iter().map(AsRef::as_ref), &totals, today),
        unit: match unit {
            DistanceUnit::Km => "km",
            DistanceUnit::Miles => "mi",
        },
        distance: Axis::over(distances, true),
        load: Axis::over(loads, true),
        weeks: bars,
        lifts: lifts(athlete, library, from, last),
        races: races(athlete, from, last),
        pains: pains(sessions.iter().map(AsRef::as_ref)),
    }
}

/// The totals of the weeks, each with what the athlete was used to when it began.
fn totals(
    athlete: &Athlete,
    library: &Library,
    from: NaiveDate,
    weeks: u32,
    today: NaiveDate,
) -> Vec<(WeekTotals, Option<f64>)> {
    let lead = Days::new(7 * HABIT_WEEKS as u64);
    let start = from.checked_sub_days(lead).unwrap_or(from);
    let all = series::weekly(athlete, library, today, start, weeks as usize + HABIT_WEEKS);
    let first = athlete.sessions.all().first().map(|session| session.date);
    let habit = series::habit(&all, first);
    all.into_iter().zip(habit).skip(HABIT_WEEKS).collect()
}

fn facts<'a>(
    athlete: &Athlete,
    sessions: impl Iterator<Item = &'a Session>,
    totals: &[(WeekTotals, Option<f64>)],
    today: NaiveDate,
) -> Vec<Fact> {
    let (mut planned, mut done, mut seconds) = (0, 0, 0.0);
    let mut longest = 0.0_f64;
    for session in sessions.filter(|session| session.date <= today) {
        if matches!(session.plan.workout, Workout::Rest | Workout::Note) {
            continue;
        }
        let waits = session.status == Status::Planned && session.date == today;
        planned += usize::from(!waits);
        if !session.status.is_trained() {
            continue;
        }
        done += 1;
        let log = session.log.clone().unwrap_or_default();
        let moving = log.run.and_then(|run| run.moving).map(Seconds::minutes);
        seconds += log
            .duration
            .map(|n| f64::from(n.0))
            .or(moving)
            .unwrap_or(0.0)
            * 60.0;
        let far = log.run.and_then(|run| run.distance);
        longest = longest.max(far.map_or(0.0, Meters::m));
    }
    let unit = athlete.profile.units.distance;
    let meters: f64 = totals.iter().map(|(week, _)| week.done.distance.m()).sum();
    let strength = totals
        .iter()
        .map(|(week, _)| week.done.strength_au)
        .sum::<f64>();
    let load = totals.iter().map(|(week, _)| week.done.au()).sum::<f64>();
    let fact = |figure: String, meaning: &str| Fact {
        figure,
        meaning: meaning.to_owned(),
    };
    let mut facts = vec![
        fact(format!("{done} of {planned}"), "sessions done"),
        fact(words::rounded_distance(Meters::new(meters), unit), "run"),
    ];
    if longest > 0.0 {
        facts.push(fact(
            words::distance(Meters::new(longest), unit),
            "longest run",
        ));
    }
    let hours = crate::domain::Minutes((seconds / 60.0).round() as u32);
    facts.push(fact(words::minutes(hours), "of training logged"));
    if load > 0.0 {
        let share = format!("{} %", words::number(strength / load * 100.0, 0));
        facts.push(fact(share, "of the load from strength"));
    }
    facts
}

fn lifts(athlete: &Athlete, library: &Library, from: NaiveDate, last: NaiveDate) -> Vec<Lift> {
    let figures = Figures::of(athlete, library);
    let unit = athlete.profile.units.mass;
    let mass = |kg: Kilograms| match unit {
        MassUnit::Kg => kg.kg(),
        MassUnit::Pounds => kg.pounds(),
    };
    let days = (last - from).num_days().max(1) as f64;
    let charts = series::exercises_with_history(&figures)
        .into_iter()
        .filter_map(|history| {
            let points: Vec<_> = series::one_rm(&figures, &history.exercise)
                .into_iter()
                .filter(|point| (from..=last).contains(&point.date))
                .collect();
            let (first, newest) = (points.first()?, points.last()?);
            // One point is a figure and no progress.
            if points.len() < 2 {
                return None;
            }
            let change = mass(newest.kg) - mass(first.kg);
            let changed = if change.abs() < 0.05 {
                "as at the start".to_owned()
            } else {
                let size = Kilograms::new((newest.kg.kg() - first.kg.kg()).abs());
                let more = if change > 0.0 { "more" } else { "less" };
                let since = first.date.format("%-d %B");
                format!("{} {more} than on {since}", tidy(size, unit))
            };
            let dots = points.iter().map(|point| LiftDot {
                at: (point.date - from).num_days() as f64 / days,
                mass: mass(point.kg),
                tested: point.is_tested(),
            });
            Some(Lift {
                name: history.name,
                said: format!("{}, {changed}", tidy(newest.kg, unit)),
                axis: Axis::over(points.iter().map(|point| mass(point.kg)), false),
                points: dots.collect(),
            })
        });
    charts.take(MOST_LIFTS).collect()
}

/// An estimate is not known to the gram.
fn tidy(kg: Kilograms, unit: MassUnit) -> String {
    match unit {
        MassUnit::Kg => format!("{} kg", words::number(kg.kg(), 1)),
        MassUnit::Pounds => format!("{} lb", words::number(kg.pounds(), 0)),
    }
}

fn races(athlete: &Athlete, from: NaiveDate, last: NaiveDate) -> Vec<String> {
    let races = athlete.profile.races.iter();
    let mut run: Vec<_> = races
        .filter(|race| (from..=last).contains(&race.date) && race.result.is_some())
        .collect();
    run.sort_by_key(|race| race.date);
    let unit = athlete.profile.units.distance;
    let lines = run.into_iter().map(|race| {
        let far = race.distance.map(|far| words::distance(far, unit));
        let time = race.result.map(words::clock);
        let name = format!("{}: {}", race.date.format("%-d %B"), race.name.trim());
        words::joined([Some(name), far, time].into_iter().flatten(), ", ")
    });
    lines.collect()
}

/// Where it hurt, how often and when last, the most frequent first.
fn pains<'a>(sessions: impl Iterator<Item = &'a Session>) -> Vec<String> {
    let mut places: Vec<(String, usize, NaiveDate)> = Vec::new();
    for session in sessions {
        let Some(log) = &session.log else { continue };
        for pain in &log.pains {
            let place = words::capitalised(pain.place.trim());
            match places.iter_mut().find(|(other, ..)| *other == place) {
                Some((_, count, last)) => (*count, *last) = (*count + 1, session.date),
                None => places.push((place, 1, session.date)),
            }
        }
    }
    places.sort_by_key(|(_, count, _)| std::cmp::Reverse(*count));
    let lines = places.into_iter().map(|(place, count, last)| {
        let place = if place.is_empty() { "Pain" } else { &place };
        let times = words::counted(count, "time", "times");
        format!("{place}: {times}, last on {}", last.format("%-d %B"))
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_have_few_even_lines_around_their_values() {
        let axis = |values: &[f64], from_zero| Axis::over(values.iter().copied(), from_zero);
        let weeks = axis(&[32.0, 47.5], true);
        assert_eq!((weeks.low, weeks.high), (0.0, 60.0));
        let names: Vec<_> = weeks.lines.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(names, ["0", "20", "40", "60"]);
        let maxima = axis(&[71.0, 74.5], false);
        assert!(maxima.low <= 71.0 && maxima.high >= 74.5 && maxima.lines.len() <= 6);
        for odd in [
            axis(&[], true),
            axis(&[0.0], true),
            axis(&[f64::NAN], false),
            axis(&[5.0, 5.0], false),
        ] {
            assert!(odd.low < odd.high && odd.lines.len() < 8, "{odd:?}");
        }
    }
}
