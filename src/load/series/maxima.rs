//! One-repetition maxima over time, tested and estimated.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;

use chrono::NaiveDate;

use super::best_set::BestSet;
use super::{Drawn, LiftFigures, SessionFigures, TooLittle, TrainingDigest};
use crate::domain::{ExerciseId, Kilograms, SessionId, TestedMax};
use crate::load::Reliability;
use crate::load::slips::is_liftable;

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
    /// What the plan supposes from today on, by date.
    pub planned: Vec<PlannedMax>,
}

/// The one-repetition maximum that a planned session supposes: what somebody lifts once who does its sets with the
/// repetitions in reserve that it asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlannedMax {
    /// The day.
    pub date: NaiveDate,
    /// The session.
    pub session: SessionId,
    /// The maximum, without the body.
    pub kg: Kilograms,
    /// The set it rests on.
    pub set: BestSet,
}

/// The best maximum of each session that logged `exercise`, by date. The estimate is from
/// working sets of at most twelve repetitions, those in reserve counted in (a set that does not
/// say its reserve counts as taken to the limit, which is the cautious side); warm-ups and drop sets
/// never count. A tested maximum takes the place of the estimates of its day.
pub fn one_rm(figures: &TrainingDigest, exercise: &ExerciseId) -> Vec<OneRmPoint> {
    let lifts = figures.lifts_of(std::slice::from_ref(exercise)).pop();
    points_of(figures, exercise, &lifts.unwrap_or_default())
}

/// The same, where the lifts of the exercise are gathered already.
fn points_of(
    figures: &TrainingDigest,
    exercise: &ExerciseId,
    lifts: &[(&SessionFigures, &LiftFigures)],
) -> Vec<OneRmPoint> {
    let mut points: Vec<OneRmPoint> = lifts
        .iter()
        .filter_map(|(session, lift)| {
            let (kg, set) = lift.max?;
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
    let possible = |test: &&TestedMax| test.exercise == *exercise && is_liftable(test.kg);
    for test in tests.filter(possible) {
        let logged = lifts.iter().find(|(session, _)| session.date == test.date);
        put_test(
            &mut points,
            test,
            logged.map(|(session, _)| session.session),
        );
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

/// What the plan from `today` on supposes of an exercise, by date. Sets without a load, in percent of a maximum, or
/// without repetitions suppose nothing.
pub fn planned_one_rm(
    figures: &TrainingDigest,
    exercise: &ExerciseId,
    today: NaiveDate,
) -> Vec<PlannedMax> {
    let Some(key) = figures.key(exercise) else {
        return Vec::new();
    };
    let supposed = |session: &SessionFigures| {
        let lifts = session.planned_lifts.iter();
        let (kg, set) = lifts.copied().find(|lift| lift.exercise == key)?.max?;
        Some(PlannedMax {
            date: session.date,
            session: session.session,
            kg,
            set,
        })
    };
    figures.to_come(today).filter_map(supposed).collect()
}

/// The maxima of several exercises, one series each, in the order asked for, with what the plan from `today` on
/// supposes of them.
///
/// # Errors
///
/// Says what is missing when none of them has a maximum.
pub fn one_rm_of(
    figures: &TrainingDigest,
    today: NaiveDate,
    exercises: &[ExerciseId],
) -> Drawn<Vec<ExerciseMaxima>> {
    let lifts = figures.lifts_of(exercises);
    let series: Vec<_> = exercises
        .iter()
        .zip(&lifts)
        .map(|(exercise, lifts)| ExerciseMaxima {
            exercise: exercise.clone(),
            name: figures.name_of(exercise),
            points: points_of(figures, exercise, lifts),
            planned: planned_one_rm(figures, exercise, today),
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
pub fn exercises_with_history(figures: &TrainingDigest) -> Vec<ExerciseHistory> {
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
    let tests = figures.profile().tested_maxes.iter();
    for test in tests.filter(|test| is_liftable(test.kg)) {
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
