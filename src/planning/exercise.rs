//! Exercises put into a plan, each with its usual dose.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{
    Athlete, Exercise, ExerciseId, Kilograms, LoadSource, LoadSpec, LoadType, Plan, Prescription,
    Session, SessionId, Slot, Status, StrengthPlan, Workout,
};
use crate::edit::Edit;
use crate::library::Library;

use super::place::add;

/// An exercise with its default dose, as a plan takes it.
pub fn prescription(exercise: &Exercise) -> Prescription {
    let dose = exercise.dose;
    let mut prescription = Prescription::new(
        exercise.id.clone(),
        exercise.name.clone(),
        dose.sets,
        dose.reps,
    );
    prescription.per_side = exercise.single_side;
    prescription.rest = Some(dose.rest);
    prescription.load_by = LoadSource::Program;
    prescription.load = match exercise.load {
        LoadType::Bodyweight => LoadSpec::Bodyweight(Kilograms::default()),
        LoadType::Band => LoadSpec::Band(String::new()),
        LoadType::Kg | LoadType::Seconds => LoadSpec::Unset,
    };
    prescription
}

/// A strength session of one exercise.
pub fn exercise_plan(exercise: &Exercise) -> Plan {
    let strength = StrengthPlan {
        exercises: vec![prescription(exercise)],
        ..StrengthPlan::default()
    };
    Plan::new(Workout::Strength(strength))
}

/// Adds an exercise to a session's list; `None` when the session cannot hold any.
pub fn add_exercise(
    athlete: &Athlete,
    session: &Session,
    exercise: &Exercise,
) -> Option<Vec<Edit>> {
    let mut changed = session.clone();
    changed
        .plan
        .workout
        .exercises_mut()?
        .push(prescription(exercise));
    Some(vec![Edit::update(athlete, changed)])
}

/// The planned strength session that an exercise put on `date` joins.
pub fn joined(athlete: &Athlete, date: NaiveDate) -> Option<&Arc<Session>> {
    athlete.sessions.on(date).iter().find(|session| {
        matches!(session.plan.workout, Workout::Strength(_)) && session.status == Status::Planned
    })
}

/// True for a session that has a list of exercises.
pub fn takes_exercises(athlete: &Athlete, session: SessionId) -> bool {
    let session = athlete.sessions.get(session);
    session.is_some_and(|session| {
        matches!(
            session.plan.workout,
            Workout::Strength(_) | Workout::Mobility(_)
        )
    })
}

/// Adds an exercise to a day: to the strength session that is planned there, or as the new session `id`. Gives the
/// session that holds it; `None` for an exercise that the library does not know.
pub fn add_exercise_to_day(
    athlete: &Athlete,
    library: &Library,
    exercise: &ExerciseId,
    slot: Slot,
    id: SessionId,
) -> Option<(SessionId, Vec<Edit>)> {
    let exercise = library.exercise(exercise)?;
    match joined(athlete, slot.date) {
        Some(session) => Some((session.id, add_exercise(athlete, session, exercise)?)),
        None => Some((id, add(&exercise_plan(exercise), slot, id))),
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{day, easy, ids, nobody, slot};
    use super::*;
    use crate::domain::Stamp;
    use crate::edit::apply;

    #[test]
    fn an_exercise_joins_the_strength_session_of_the_day_and_makes_one_where_there_is_none() {
        let library = Library::shipped().unwrap();
        let (squat, plank) = (ExerciseId::new("squat"), ExerciseId::new("plank"));
        let mut athlete = nobody();
        let mut new_id = ids();
        let run = add(&easy(), slot(day(24)), new_id());
        apply(&mut athlete, &run, Stamp::default());
        let (first, edits) =
            add_exercise_to_day(&athlete, &library, &squat, slot(day(24)), new_id()).unwrap();
        apply(&mut athlete, &edits, Stamp::default());
        let (second, edits) =
            add_exercise_to_day(&athlete, &library, &plank, slot(day(24)), new_id()).unwrap();
        apply(&mut athlete, &edits, Stamp::default());
        assert_eq!(first, second);
        let rows = athlete.sessions.get(first).unwrap();
        assert_eq!(rows.plan.workout.exercises().len(), 2);
        assert_eq!(athlete.sessions.on(day(24)).len(), 2);
        let unknown = ExerciseId::new("nothing");
        assert_eq!(
            add_exercise_to_day(&athlete, &library, &unknown, slot(day(24)), new_id()),
            None
        );
    }
}
