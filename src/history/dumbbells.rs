//! The loads of two dumbbells. Most people log what stands on one of them; here a load is all that is moved, and so both
//! count.

use crate::domain::{DumbbellWeight, ExerciseLog, Interned, Kilograms, Session, SetLog};

use super::activity::Activity;
use super::matched_names::MatchedNames;
use super::report::PairedLoads;

/// Two loads that are closer than this are the same, in kilograms.
const ROUNDING: f64 = 1e-3;

/// Makes the loads of an activity's pairs those of both dumbbells, and tells of them.
pub(super) fn weigh(
    activity: &mut Activity,
    weight: DumbbellWeight,
    names: &MatchedNames,
    told: &mut Option<PairedLoads>,
) {
    for exercise in &mut activity.exercises {
        let is_pair = names.get(&exercise.name).is_some_and(|name| name.is_pair);
        let loaded = exercise.sets.iter().filter(|set| has_load(set)).count();
        if !is_pair || loaded == 0 {
            continue;
        }
        let told = told.get_or_insert_with(|| PairedLoads {
            weight,
            exercises: Vec::new(),
            sets: 0,
        });
        told.sets += loaded;
        if !told.exercises.contains(&exercise.name) {
            told.exercises.push(exercise.name.clone());
        }
        if weight == DumbbellWeight::One {
            for set in &mut exercise.sets {
                set.kg = set.kg.map(|kg| Kilograms::new(kg.kg() * 2.0));
            }
        }
    }
}

/// The session with the loads of its pairs as `activity` has them, which it came from; `None` where it has them already.
/// Only loads that are what the other answer would have made of them change: others were corrected by somebody.
pub(super) fn reweighed(
    session: &Session,
    activity: &Activity,
    weight: DumbbellWeight,
    names: &MatchedNames,
) -> Option<Session> {
    let log = session.log.as_ref()?;
    let before = match weight {
        DumbbellWeight::One => 0.5,
        DumbbellWeight::Both => 2.0,
    };
    let pairs = || {
        activity.exercises.iter().filter(|exercise| {
            names.get(&exercise.name).is_some_and(|name| name.is_pair)
                && exercise.sets.iter().any(has_load)
        })
    };
    let found = |done: &Interned<ExerciseLog>| {
        let mut named = pairs().filter(|exercise| exercise.name == done.name);
        let stands = named.clone().any(|it| are_loads(&done.sets, &it.sets, 1.0));
        let other = named.find(|it| are_loads(&done.sets, &it.sets, before));
        other.filter(|_| !stands)
    };
    if !log.exercises.iter().any(|done| found(done).is_some()) {
        return None;
    }
    let mut changed = session.clone();
    for done in changed.log.iter_mut().flat_map(|log| &mut log.exercises) {
        let Some(recorded) = found(done) else {
            continue;
        };
        for (set, recorded) in done.sets.iter_mut().zip(&recorded.sets) {
            set.kg = recorded.kg;
        }
    }
    Some(changed)
}

fn has_load(set: &SetLog) -> bool {
    set.kg.is_some_and(|kg| kg.kg() > 0.0)
}

/// True when the sets have the same repetitions, and `share` of the other's loads.
fn are_loads(sets: &[SetLog], other: &[SetLog], share: f64) -> bool {
    let kg = |set: &SetLog| set.kg.map_or(0.0, Kilograms::kg);
    sets.len() == other.len()
        && sets.iter().zip(other).all(|(one, other)| {
            one.reps == other.reps && (kg(one) - kg(other) * share).abs() < ROUNDING
        })
}
