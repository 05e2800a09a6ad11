//! Tonnage: everything that was lifted, repetition by repetition.

use crate::domain::{ExerciseLog, Kilograms, SetKind, SetLog};
use crate::library::Library;

/// Σ repetitions × load of the sets of one exercise, warm-ups left out. Work of one side at a time counts for both
/// sides unless the sides were logged one by one; a pair of dumbbells is logged as their sum and counts as that.
/// A repetition that failed moved nothing, and neither does the body's own weight.
pub fn tonnage_of(done: &ExerciseLog, library: &Library) -> Kilograms {
    let one_sided = library
        .exercise(&done.exercise)
        .is_some_and(|exercise| exercise.single_side);
    tonnage_of_sets(&done.sets, one_sided)
}

/// The same, where it is known whether the exercise is done one side at a time.
pub(super) fn tonnage_of_sets(sets: &[SetLog], one_sided: bool) -> Kilograms {
    let sets = sets.iter().filter(|set| set.kind != SetKind::WarmUp);
    let sum = sets.filter_map(|set| {
        let sides = if one_sided && set.side.is_none() {
            2.0
        } else {
            1.0
        };
        Some(f64::from(set.completed_reps()?) * set.kg?.kg().max(0.0) * sides)
    });
    Kilograms::new(sum.sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ExerciseId, Side};

    fn done(exercise: &str, sets: Vec<SetLog>) -> f64 {
        let log = ExerciseLog {
            exercise: ExerciseId::new(exercise),
            name: String::new(),
            sets,
        };
        tonnage_of(&log, &Library::shipped().unwrap()).kg()
    }

    fn set(reps: u32, kg: f64) -> SetLog {
        SetLog {
            reps: Some(reps),
            kg: Some(Kilograms::new(kg)),
            ..SetLog::default()
        }
    }

    #[test]
    fn working_and_drop_sets_count_and_warm_ups_do_not() {
        let warm_up = SetLog {
            kind: SetKind::WarmUp,
            ..set(10, 40.0)
        };
        let drop = SetLog {
            kind: SetKind::Drop,
            ..set(8, 50.0)
        };
        assert_eq!(done("squat", vec![warm_up, set(5, 80.0), drop]), 800.0);
    }

    #[test]
    fn a_failed_repetition_was_not_lifted() {
        let failed = SetLog {
            failed: true,
            ..set(5, 80.0)
        };
        assert_eq!(done("squat", vec![failed]), 320.0);
    }

    #[test]
    fn both_sides_count_once_each() {
        let left = SetLog {
            side: Some(Side::Left),
            ..set(8, 20.0)
        };
        assert_eq!(done("split-squat", vec![set(8, 20.0)]), 320.0);
        assert_eq!(done("split-squat", vec![left]), 160.0);
        assert_eq!(done("squat", vec![set(8, 20.0)]), 160.0);
    }
}
