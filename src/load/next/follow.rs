//! Where the advice goes: to the next planned time of each exercise that was logged.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::{
    Advice, Athlete, ExerciseId, LoadSource, LoadSpec, Prescription, Session, Status,
};
use crate::library::Library;

use super::advise;

/// The planned sessions whose advice changes once `changed` stands among the athlete's sessions, as they are then.
///
/// The first planned time of an exercise after its last log carries the advice. Its load follows the advice where the
/// load is empty or came from an advice before; what a coach typed, or a program brought, stays, and the advice stands
/// beside it. Advice on later times is taken back, for it rests on what is past.
pub fn follow(athlete: &Athlete, library: &Library, changed: &Session) -> Vec<Session> {
    let before = athlete.sessions.get(changed.id);
    let same = before.map_or(changed.log.is_none(), |before| {
        before.log == changed.log && before.status == changed.status
    });
    if same {
        return Vec::new();
    }
    let exercises: BTreeSet<&ExerciseId> = before
        .and_then(|before| before.log.as_ref())
        .into_iter()
        .chain(&changed.log)
        .flat_map(|log| &log.exercises)
        .map(|done| &done.exercise)
        .collect();
    if exercises.is_empty() {
        return Vec::new();
    }
    let mut after = athlete.clone();
    let place = after.sessions.place(changed.id).unwrap_or(usize::MAX);
    after.sessions.put(Arc::new(changed.clone()), place);
    advised(&after, library, &exercises)
}

/// The planned sessions whose advice on an exercise is not what its rule says now, put right.
pub fn advise_anew(athlete: &Athlete, library: &Library, exercise: &ExerciseId) -> Vec<Session> {
    advised(athlete, library, &BTreeSet::from([exercise]))
}

/// The sessions in which the advice on these exercises is not what it should be, put right.
fn advised(
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
        let mut is_next = true;
        for session in later.iter().filter(|session| plans(session, exercise)) {
            let known = found.iter().position(|other| other.id == session.id);
            let begun = known.and_then(|at| found.get(at));
            let mut session = begun.unwrap_or(session).clone();
            let original = session.clone();
            for row in rows_mut(&mut session, exercise) {
                let advice = if is_next {
                    advise(athlete, library, &original, row)
                } else {
                    None
                };
                put(row, advice);
            }
            is_next = false;
            match known.and_then(|at| found.get_mut(at)) {
                Some(place) => *place = session,
                None if session != original => found.push(session),
                None => {}
            }
        }
    }
    found
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
        Some(advice) if !advice.load.is_unset() => {
            if suggested || row.load.is_unset() {
                row.load = advice.load.clone();
                row.load_by = LoadSource::Suggestion;
            }
        }
        _ if suggested => {
            row.load = LoadSpec::Unset;
            row.load_by = LoadSource::Coach;
        }
        _ => {}
    }
    row.advice = advice.map(Box::new);
}
