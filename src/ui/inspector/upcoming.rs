//! The next time an exercise is planned.

use crate::domain::{ExerciseId, Prescription, Session, Sessions, Status};

/// How many sessions are searched forwards.
const REACH: usize = 60;

/// The first session after `session` that plans `exercise`, and its row.
pub(super) fn next_time<'a>(
    sessions: &'a Sessions,
    session: &Session,
    exercise: &ExerciseId,
) -> Option<(&'a Session, &'a Prescription)> {
    let all = sessions.all();
    let begin = all.partition_point(|other| other.date <= session.date);
    let later = all.get(begin..)?.iter().take(REACH);
    let mut planned = later.filter(|other| other.status == Status::Planned);
    planned.find_map(|other| {
        let rows = other.plan.workout.exercises();
        let row = rows.iter().find(|row| row.exercise == *exercise)?;
        Some((&**other, row))
    })
}
