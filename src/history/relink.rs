//! Sets that came in under a name nobody knew, given to their exercise once somebody said which it is.

use crate::domain::{ExerciseId, Session};
use crate::library::is_waiting;

/// Exercises that were one with another until their loads were told apart, and that other one. What came in before counts
/// for them as soon as a file is read again.
const TOLD_APART: &[(&str, &[&str])] = &[
    ("squat", &["smith-machine-squat"]),
    ("romanian-deadlift", &["dumbbell-romanian-deadlift"]),
    ("hip-thrust", &["machine-hip-thrust"]),
    ("standing-calf-raise", &["machine-calf-raise"]),
    (
        "bench-press",
        &[
            "dumbbell-bench-press",
            "smith-machine-bench-press",
            "machine-chest-press",
        ],
    ),
    (
        "overhead-press",
        &["dumbbell-shoulder-press", "machine-shoulder-press"],
    ),
    (
        "row",
        &["dumbbell-row", "bent-over-dumbbell-row", "machine-row"],
    ),
    ("seated-row", &["machine-row"]),
    ("biceps-curl", &["barbell-curl"]),
    ("triceps-extension", &["triceps-pushdown"]),
];

fn was_more_than_one(exercise: &ExerciseId) -> bool {
    TOLD_APART.iter().any(|(it, _)| *it == exercise.as_str())
}

/// True where the sets stand under an exercise that theirs was one with.
fn is_told_apart(from: &ExerciseId, to: &ExerciseId) -> bool {
    TOLD_APART
        .iter()
        .any(|(before, now)| *before == from.as_str() && now.contains(&to.as_str()))
}

/// The session with its waiting sets under the exercises that `find` knows, and those that came in under an exercise which
/// was told apart since then under theirs; `None` where there are none.
pub(super) fn relinked(
    session: &Session,
    mut find: impl FnMut(&str) -> Option<ExerciseId>,
) -> Option<Session> {
    let log = session.log.as_ref()?;
    let mut known = log
        .exercises
        .iter()
        .map(|done| {
            if is_waiting(&done.exercise) {
                // An exercise added under this name already owns the sets.
                return find(&done.name).filter(|id| *id != done.exercise);
            }
            let may_be_another = !session.external.is_empty() && was_more_than_one(&done.exercise);
            let found = may_be_another.then(|| find(&done.name)).flatten();
            found.filter(|id| is_told_apart(&done.exercise, id))
        })
        .collect::<Vec<_>>();
    if known.iter().all(Option::is_none) {
        return None;
    }
    let mut session = session.clone();
    let exercises = session.log.iter_mut().flat_map(|log| &mut log.exercises);
    for (done, known) in exercises.zip(&mut known) {
        if let Some(id) = known.take() {
            done.exercise = id;
        }
    }
    Some(session)
}
