//! The one-repetition maximum that a single logged set speaks for.

use chrono::NaiveDate;

use crate::domain::{ExerciseId, Kilograms, LoadType, OneRmFormula, Profile, SetKind, SetLog};
use crate::library::Library;

use super::one_rm::OneRm;

/// The maximum of a working set with a load, without the body. Repetitions in reserve are counted in (a set without
/// a word on reserve counts as taken to the limit, which is the cautious side), a failed last repetition is not.
///
/// The part of the body that is lifted with the load takes part in the formula, which is about everything that moves,
/// and is taken off again.
pub fn max_of_set(set: &SetLog, body: Kilograms, formula: OneRmFormula) -> Option<OneRm> {
    if set.kind != SetKind::Working {
        return None;
    }
    let kg = set.kg.filter(|kg| kg.kg() > 0.0)?;
    let reps = set.completed_reps().filter(|reps| *reps > 0)?;
    let to_failure = f64::from(reps) + set.rir.unwrap_or(0.0).max(0.0);
    let moved = Kilograms::new(kg.kg() + body.kg());
    let max = formula.estimate(moved, to_failure)?;
    Some(OneRm {
        kg: Kilograms::new(max.kg.kg() - body.kg()),
        reliability: max.reliability,
    })
}

/// The best estimate among logged sets. Warm-ups and drop sets do not count; repetitions in reserve are added,
/// and a set without them is taken as one to failure, which never says too much.
/// A usable estimate beats a rough one, however high.
pub fn best_e1rm(sets: &[SetLog], formula: OneRmFormula) -> Option<OneRm> {
    sets.iter()
        .filter_map(|set| max_of_set(set, Kilograms::default(), formula))
        .max_by(|a, b| {
            a.reliability
                .cmp(&b.reliability)
                .then(a.kg.kg().total_cmp(&b.kg.kg()))
        })
}

/// What an exercise lifts besides the load: the body in bodyweight exercises, nothing in others.
/// The weight is the last one known by `date`, or else the first one after. `None` when the body
/// is lifted and was never weighed: no estimate is better than a wrong one.
pub fn lifted_body(
    exercise: &ExerciseId,
    library: &Library,
    profile: &Profile,
    date: NaiveDate,
) -> Option<Kilograms> {
    if library
        .exercise(exercise)
        .is_none_or(|known| known.load != LoadType::Bodyweight)
    {
        return Some(Kilograms::default());
    }
    let weights = &profile.body_weight;
    let before = weights
        .iter()
        .filter(|weight| weight.date <= date)
        .max_by_key(|weight| weight.date);
    let nearest = before.or_else(|| weights.iter().min_by_key(|weight| weight.date));
    nearest.map(|weight| weight.kg)
}
