//! The done half of a session.

use crate::domain::{ExerciseLog, Interned, Log, Pain, RunLog, SetLog};

use super::fields::{behind, by_field};
use super::judge::Judge;
use super::list;

/// Merges three versions of a log. Every line of it that somebody wrote is in the result, or in the version that is
/// kept beside it.
pub(super) fn log(judge: &mut Judge, base: Option<&Log>, ours: &Log, theirs: &Log) -> Log {
    by_field!(Log, judge, base, ours, theirs;
        duration, rpe, run: run, exercises: exercises, heavy_legs, slept_badly, sore, pains: behind(pains), note: behind(Judge::lines),
    )
}

fn run(
    judge: &mut Judge,
    base: Option<&Option<RunLog>>,
    ours: &Option<RunLog>,
    theirs: &Option<RunLog>,
) -> Option<RunLog> {
    judge.optional(base, ours, theirs, |judge, base, ours, theirs| {
        by_field!(RunLog, judge, base, ours, theirs;
            distance, moving, hr_average, hr_max, ascent, best_1k, best_5k, best_10k, heart_time,
        )
    })
}

fn exercises(
    judge: &mut Judge,
    base: Option<&Vec<Interned<ExerciseLog>>>,
    ours: &Vec<Interned<ExerciseLog>>,
    theirs: &Vec<Interned<ExerciseLog>>,
) -> Vec<Interned<ExerciseLog>> {
    let base = base.map(Vec::as_slice).unwrap_or_default();
    let key = |log: &Interned<ExerciseLog>| log.exercise.clone();
    list::merged(base, ours, theirs, key, |base, ours, theirs| {
        by_field!(ExerciseLog, judge, base, ours, theirs; exercise, name, sets: sets).into()
    })
}

/// Sets that go on where the other side's end are the longer list; what differs otherwise is kept beside.
fn sets(
    judge: &mut Judge,
    base: Option<&Vec<SetLog>>,
    ours: &Vec<SetLog>,
    theirs: &Vec<SetLog>,
) -> Vec<SetLog> {
    let was_changed_twice = base != Some(ours) && base != Some(theirs);
    if was_changed_twice && ours.starts_with(theirs) {
        return ours.clone();
    }
    if was_changed_twice && theirs.starts_with(ours) {
        return theirs.clone();
    }
    judge.content(base, ours, theirs)
}

fn pains(
    judge: &mut Judge,
    base: Option<&Vec<Pain>>,
    ours: &Vec<Pain>,
    theirs: &Vec<Pain>,
) -> Vec<Pain> {
    let base = base.map(Vec::as_slice).unwrap_or_default();
    let key = |pain: &Pain| (pain.place.clone(), pain.exercise.clone());
    list::merged(
        base,
        ours,
        theirs,
        key,
        |base, ours, theirs| by_field!(Pain, judge, base, ours, theirs; exercise, place, sharp, bone, limps, clear),
    )
}
