//! Where the advice goes: to the next planned time of each exercise that was logged.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::{
    Advice, Athlete, ExerciseId, LoadSource, LoadSpec, Prescription, Session, Status,
};
use crate::library::Library;

use super::advise::advise;

/// The planned sessions in which the advice on these exercises is not what it should be, put right.
///
/// The loads follow the advice where they are empty or came from an advice before; what a coach typed, or a program
/// brought, stays, and the advice for the next time stands beside it.
///
/// The first planned time of an exercise after its last log carries the advice with its reason. Every later one takes
/// the load that follows from the same log as far as it can be known now, and says that it waits for the first.
pub fn renewed(
    athlete: &Athlete,
    library: &Library,
    exercises: &BTreeSet<&ExerciseId>,
) -> Vec<Session> {
    let all = athlete.sessions.all();
    let mut found: Vec<Session> = Vec::new();
    for exercise in exercises {
        let last = all.iter().rposition(|session| logs(session, exercise));
        let later = all
            .get(last.map_or(0, |last| last + 1)..)
            .unwrap_or_default();
        let mut next: Option<NaiveDate> = None;
        for session in later.iter().filter(|session| plans(session, exercise)) {
            let known = found.iter().position(|other| other.id == session.id);
            let begun = known.and_then(|at| found.get(at));
            let mut session = begun.unwrap_or(session).clone();
            let original = session.clone();
            for row in rows_mut(&mut session, exercise) {
                let advice = match (last, next) {
                    (None, _) => None,
                    (Some(_), None) => advise(athlete, library, &original, row),
                    (Some(_), Some(next)) => provisional(athlete, library, &original, row, next),
                };
                put(row, advice);
            }
            next.get_or_insert(session.date);
            match known.and_then(|at| found.get_mut(at)) {
                Some(place) => *place = session,
                None if session != original => found.push(session),
                None => {}
            }
        }
    }
    found
}

/// What is known now of a time after the next one: the load that follows from the last log, and nothing of sets and
/// repetitions. A load that stands there already needs none.
fn provisional(
    athlete: &Athlete,
    library: &Library,
    session: &Session,
    row: &Prescription,
    next: NaiveDate,
) -> Option<Advice> {
    let is_open = row.load.is_unset() || row.load_by == LoadSource::Suggestion;
    if !is_open {
        return None;
    }
    // Ask as of the date of the next one: the weeks between will be trained.
    let mut stand_in = session.clone();
    stand_in.date = next;
    let advice = advise(athlete, library, &stand_in, row)?;
    if advice.load.is_unset() {
        return None;
    }
    Some(Advice {
        sets: None,
        reps: None,
        reason: "as the time before, until that is done".to_owned(),
        ..advice
    })
}

fn logs(session: &Session, exercise: &ExerciseId) -> bool {
    let log = session.log.as_ref().filter(|_| session.status.is_trained());
    log.is_some_and(|log| log.exercises.iter().any(|done| done.exercise == *exercise))
}

fn plans(session: &Session, exercise: &ExerciseId) -> bool {
    let rows = session.plan.workout.exercises();
    session.status == Status::Planned && rows.iter().any(|row| row.exercise == *exercise)
}

fn rows_mut<'s>(
    session: &'s mut Session,
    exercise: &ExerciseId,
) -> impl Iterator<Item = &'s mut Prescription> {
    let rows = session.plan.workout.exercises_mut();
    rows.into_iter()
        .flatten()
        .filter(move |row| row.exercise == *exercise)
}

/// Puts advice on a prescription, or takes it away.
fn put(row: &mut Prescription, advice: Option<Advice>) {
    let suggested = row.load_by == LoadSource::Suggestion;
    match &advice {
        Some(advice) if !advice.load.is_unset() && (suggested || row.load.is_unset()) => {
            row.load = advice.load.clone();
            row.load_by = LoadSource::Suggestion;
        }
        _ if suggested => {
            row.load = LoadSpec::Unset;
            row.load_by = LoadSource::Coach;
        }
        _ => {}
    }
    row.advice = advice.map(Box::new);
}
