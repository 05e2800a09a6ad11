//! One-repetition maxima over time, tested and estimated.

use std::cmp::{Ordering, Reverse};
use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::{
    Athlete, ExerciseId, ExerciseLog, Kilograms, Log, OneRmFormula, Session, SessionId, SetLog,
    TestedMax,
};
use crate::library::Library;
use crate::load::Reliability;
use crate::load::set_max::{lifted_body, max_of_set};

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

/// The best maximum of each session that logged `exercise`, by date. The estimate is from
/// working sets of at most twelve repetitions, those in reserve counted in (a set without a word
/// on reserve counts as taken to the limit, which is the cautious side); warm-ups and drop sets
/// never count. A tested maximum takes the place of the estimates of its day.
pub fn one_rm_series(
    athlete: &Athlete,
    library: &Library,
    exercise: &ExerciseId,
) -> Vec<OneRmPoint> {
    let mut points: Vec<OneRmPoint> = trained(athlete)
        .filter_map(|(session, log)| {
            let body = lifted_body(exercise, library, &athlete.profile, session.date)?;
            let sets = logs_of(log, exercise).flat_map(|logged| &logged.sets);
            let maxima = sets
                .filter_map(|set| estimate(set, body, athlete.profile.one_rm_formula))
                .map(|(kg, set)| OneRmPoint {
                    date: session.date,
                    session: Some(session.id),
                    kg,
                    basis: Basis::Estimated(set),
                    best_so_far: kg,
                });
            maxima.max_by(OneRmPoint::compare)
        })
        .collect();
    for test in athlete
        .profile
        .tested_maxes
        .iter()
        .filter(|test| test.exercise == *exercise)
    {
        put_test(&mut points, test, athlete);
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

/// The highest of these maxima, the first of equals. One that can be trusted beats a rough
/// estimate, however high.
pub fn best_of(points: &[OneRmPoint]) -> Option<&OneRmPoint> {
    points.iter().rev().max_by(|a, b| a.compare(b))
}

/// The exercises that have a maximum to show, the most used first and equals by name.
pub fn exercises_with_history(athlete: &Athlete, library: &Library) -> Vec<ExerciseHistory> {
    let mut found: HashMap<&ExerciseId, (usize, &str)> = HashMap::new();
    for (session, log) in trained(athlete) {
        for (place, logged) in log.exercises.iter().enumerate() {
            let again = log
                .exercises
                .iter()
                .take(place)
                .any(|other| other.exercise == logged.exercise);
            if again || !has_estimate(log, &logged.exercise, session.date, athlete, library) {
                continue;
            }
            let entry = found.entry(&logged.exercise).or_default();
            entry.0 += 1;
            if !logged.name.is_empty() {
                entry.1 = &logged.name;
            }
        }
    }
    for test in &athlete.profile.tested_maxes {
        found.entry(&test.exercise).or_default().0 += 1;
    }
    let mut histories: Vec<_> = found
        .into_iter()
        .map(|(id, (count, logged))| {
            let known = library.exercise(id).map(|exercise| exercise.name.as_str());
            let name = known.unwrap_or(if logged.is_empty() {
                id.as_str()
            } else {
                logged
            });
            ExerciseHistory {
                exercise: id.clone(),
                name: name.to_owned(),
                count,
            }
        })
        .collect();
    histories.sort_by(|a, b| {
        (Reverse(a.count), &a.name, &a.exercise).cmp(&(Reverse(b.count), &b.name, &b.exercise))
    });
    histories
}

fn trained(athlete: &Athlete) -> impl Iterator<Item = (&Session, &Log)> {
    let sessions = athlete
        .sessions
        .all()
        .iter()
        .filter(|session| session.status.is_trained());
    sessions.filter_map(|session| Some((&**session, session.log.as_ref()?)))
}

fn logs_of<'a>(log: &'a Log, exercise: &ExerciseId) -> impl Iterator<Item = &'a ExerciseLog> {
    log.exercises
        .iter()
        .filter(move |logged| logged.exercise == *exercise)
}

fn has_estimate(
    log: &Log,
    exercise: &ExerciseId,
    date: NaiveDate,
    athlete: &Athlete,
    library: &Library,
) -> bool {
    let Some(body) = lifted_body(exercise, library, &athlete.profile, date) else {
        return false;
    };
    logs_of(log, exercise)
        .flat_map(|logged| &logged.sets)
        .any(|set| estimate(set, body, athlete.profile.one_rm_formula).is_some())
}

/// The maximum a set speaks for, by the athlete's formula.
fn estimate(set: &SetLog, body: Kilograms, formula: OneRmFormula) -> Option<(Kilograms, BestSet)> {
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
fn put_test(points: &mut Vec<OneRmPoint>, test: &TestedMax, athlete: &Athlete) {
    let same_day = |point: &OneRmPoint| point.date == test.date;
    if points
        .iter()
        .any(|point| same_day(point) && point.is_tested() && point.kg >= test.kg)
    {
        return;
    }
    points.retain(|point| !same_day(point));
    let on_day = athlete.sessions.on(test.date).iter();
    let session = on_day
        .filter(|session| session.status.is_trained())
        .find(|session| {
            session
                .log
                .as_ref()
                .is_some_and(|log| logs_of(log, &test.exercise).next().is_some())
        })
        .map(|session| session.id);
    points.push(OneRmPoint {
        date: test.date,
        session,
        kg: test.kg,
        basis: Basis::Tested,
        best_so_far: test.kg,
    });
}
