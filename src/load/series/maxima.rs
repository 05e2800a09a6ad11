//! One-repetition maxima over time, tested and estimated.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Drawn, Figures, Period, SessionFigures, TooLittle};
use crate::domain::{ExerciseId, Kilograms, OneRmFormula, SessionId, SetLog, TestedMax};
use crate::load::Reliability;
use crate::load::set_max::max_of_set;

/// The set an estimate rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BestSet {
    /// Mass moved besides the body.
    pub kg: Kilograms,
    /// Repetitions completed.
    pub reps: u32,
    /// Repetitions left in reserve, where logged.
    pub rir: Option<f64>,
    /// How far an estimate from that many repetitions can be trusted.
    pub reliability: Reliability,
}

/// How a maximum is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Basis {
    /// It was lifted.
    Tested,
    /// It was estimated from this set.
    Estimated(BestSet),
}

/// A one-repetition maximum on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OneRmPoint {
    /// The day.
    pub date: NaiveDate,
    /// The session it comes from; a tested one may have none.
    pub session: Option<SessionId>,
    /// The maximum, without the body.
    pub kg: Kilograms,
    /// How it is known.
    pub basis: Basis,
    /// The best up to and including this day, in the sense of [`best_of`].
    pub best_so_far: Kilograms,
}

impl OneRmPoint {
    /// True when it was lifted and not worked out.
    pub fn is_tested(&self) -> bool {
        self.basis == Basis::Tested
    }

    /// True for an estimate from more repetitions than the formula is trusted with.
    pub fn is_rough(&self) -> bool {
        matches!(self.basis, Basis::Estimated(set) if set.reliability == Reliability::Rough)
    }

    /// Better is what can be trusted, and among equals what is heavier.
    fn compare(&self, other: &Self) -> Ordering {
        let trust = other.is_rough().cmp(&self.is_rough());
        trust.then(self.kg.kg().total_cmp(&other.kg.kg()))
    }
}

/// How much there is of an exercise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExerciseHistory {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// Its name in the library, or as last logged.
    pub name: String,
    /// Sessions and tests that give a maximum.
    pub count: usize,
}

/// The maxima of one exercise over time.
#[derive(Debug, Clone, PartialEq)]
pub struct ExerciseMaxima {
    /// Which exercise.
    pub exercise: ExerciseId,
    /// Its name in the library, or as last logged.
    pub name: String,
    /// Its maxima by date; empty when none of its sets gives one.
    pub points: Vec<OneRmPoint>,
}

/// The best maximum of each session that logged `exercise`, by date. The estimate is from
/// working sets of at most twelve repetitions, those in reserve counted in (a set without a word
/// on reserve counts as taken to the limit, which is the cautious side); warm-ups and drop sets
/// never count. A tested maximum takes the place of the estimates of its day.
pub fn one_rm(figures: &Figures, exercise: &ExerciseId) -> Vec<OneRmPoint> {
    let key = figures.key(exercise);
    let lifts = |session: &SessionFigures| {
        let lifts = session.lifts.iter();
        let lift = lifts.copied().find(|lift| Some(lift.exercise) == key)?;
        session.stand.is_trained().then_some(lift)
    };
    let mut points: Vec<OneRmPoint> = figures
        .sessions()
        .filter_map(|session| {
            let (kg, set) = lifts(session)?.max?;
            Some(OneRmPoint {
                date: session.date,
                session: Some(session.session),
                kg,
                basis: Basis::Estimated(set),
                best_so_far: kg,
            })
        })
        .collect();
    let tests = figures.profile().tested_maxes.iter();
    for test in tests.filter(|test| test.exercise == *exercise) {
        let day = Period::of_days(test.date, 1);
        let logged = figures.within(day).find(|session| lifts(session).is_some());
        put_test(&mut points, test, logged.map(|session| session.session));
    }
    points.sort_by_key(|point| point.date);
    let mut best: Option<OneRmPoint> = None;
    for point in &mut points {
        let better = best
            .filter(|best| best.compare(point).is_ge())
            .unwrap_or(*point);
        point.best_so_far = better.kg;
        best = Some(better);
    }
    points
}

/// The maxima of several exercises, one series each, in the order asked for.
///
/// # Errors
///
/// Says what is missing when none of them has a maximum.
pub fn one_rm_of(figures: &Figures, exercises: &[ExerciseId]) -> Drawn<Vec<ExerciseMaxima>> {
    let series: Vec<_> = exercises
        .iter()
        .map(|exercise| ExerciseMaxima {
            exercise: exercise.clone(),
            name: figures.name_of(exercise),
            points: one_rm(figures, exercise),
        })
        .collect();
    if series.iter().all(|series| series.points.is_empty()) {
        return Err(TooLittle::needs(
            "a working set of up to 12 repetitions with its load, or a tested maximum",
        ));
    }
    Ok(series)
}

/// The highest of these maxima, the first of equals. One that can be trusted beats a rough
/// estimate, however high.
pub fn best_of(points: &[OneRmPoint]) -> Option<&OneRmPoint> {
    points.iter().rev().max_by(|a, b| a.compare(b))
}

/// The exercises that have a maximum to show, the most used first and equals by name.
pub fn exercises_with_history(figures: &Figures) -> Vec<ExerciseHistory> {
    let mut counts = vec![0; figures.exercises().count()];
    let lifts = figures.sessions().flat_map(|session| &session.lifts);
    for lift in lifts.filter(|lift| lift.max.is_some()) {
        if let Some(count) = counts.get_mut(lift.exercise.index()) {
            *count += 1;
        }
    }
    let mut found: HashMap<&ExerciseId, usize> = figures
        .exercises()
        .filter_map(|(key, entry)| Some((&entry.exercise, *counts.get(key.index())?)))
        .collect();
    for test in &figures.profile().tested_maxes {
        *found.entry(&test.exercise).or_default() += 1;
    }
    let mut histories: Vec<_> = found
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| ExerciseHistory {
            exercise: id.clone(),
            name: figures.name_of(id),
            count,
        })
        .collect();
    histories.sort_by(|a, b| {
        (Reverse(a.count), &a.name, &a.exercise).cmp(&(Reverse(b.count), &b.name, &b.exercise))
    });
    histories
}

/// Compares two estimates: better is what can be trusted, and among equals what is heavier.
pub(super) fn better(one: &(Kilograms, BestSet), other: &(Kilograms, BestSet)) -> Ordering {
    let trust = one.1.reliability.cmp(&other.1.reliability);
    trust.then(one.0.kg().total_cmp(&other.0.kg()))
}

/// The maximum a set speaks for, by the athlete's formula.
pub(super) fn estimate(
    set: &SetLog,
    body: Kilograms,
    formula: OneRmFormula,
) -> Option<(Kilograms, BestSet)> {
    let max = max_of_set(set, body, formula)?;
    let best = BestSet {
        kg: set.kg?,
        reps: set.completed_reps()?,
        rir: set.rir,
        reliability: max.reliability,
    };
    Some((max.kg, best))
}

/// Puts a tested maximum in place of the estimates of its day; of two tests the heavier stays.
fn put_test(points: &mut Vec<OneRmPoint>, test: &TestedMax, session: Option<SessionId>) {
    let same_day = |point: &OneRmPoint| point.date == test.date;
    if points
        .iter()
        .any(|point| same_day(point) && point.is_tested() && point.kg >= test.kg)
    {
        return;
    }
    points.retain(|point| !same_day(point));
    points.push(OneRmPoint {
        date: test.date,
        session,
        kg: test.kg,
        basis: Basis::Tested,
        best_so_far: test.kg,
    });
}
