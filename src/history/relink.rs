//! Sets that came in under a name nobody knew, given to their exercise once somebody said which it is.

use crate::domain::{ExerciseId, Session};
use crate::library::is_waiting;

/// The session with its waiting sets under the exercises that `find` knows; `None` where it knows none.
pub(super) fn relinked(
    session: &Session,
    mut find: impl FnMut(&str) -> Option<ExerciseId>,
) -> Option<Session> {
    let log = session.log.as_ref()?;
    let mut known = log
        .exercises
        .iter()
        .map(|done| {
            let waits = is_waiting(&done.exercise);
            waits.then(|| find(&done.name)).flatten()
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
