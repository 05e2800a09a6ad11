//! What the calendar's gestures do to the document: pure functions from a gesture to edits.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use crate::domain::{
    Athlete, DayPart, Exercise, ExerciseId, LoadSource, LoadSpec, Plan, Prescription, Session,
    SessionId, Slot, Stamp, Start, Status, StrengthPlan, WeekTemplate, Workout,
};
use crate::domain::{Kilograms, LoadType};
use crate::edit::Edit;
use crate::library::Library;

/// A new session identity, unlike any other.
pub fn new_id() -> SessionId {
    SessionId(Uuid::new_v4())
}

/// The start a plan takes in a part of a day: its own clock time where that fits, else the part.
pub fn start_in(plan: &Plan, part: DayPart) -> Start {
    match plan.start {
        Start::Clock(_) if plan.start.part() == Some(part) => plan.start,
        _ => Start::Part(part),
    }
}

/// Moves a session to a slot.
pub fn move_to(session: &Session, slot: Slot) -> Vec<Edit> {
    if session.slot() == slot {
        return Vec::new();
    }
    let mut moved = session.clone();
    moved.move_to(slot);
    vec![Edit::put(moved)]
}

/// Puts a plan on a slot as a new session.
pub fn add(plan: &Plan, slot: Slot) -> (SessionId, Vec<Edit>) {
    let id = new_id();
    let mut plan = plan.clone();
    plan.start = slot.start;
    (
        id,
        vec![Edit::put(Session::planned(
            id,
            slot.date,
            plan,
            Stamp::default(),
        ))],
    )
}

/// Puts plans at their offsets from `first`, each as a new session.
pub fn add_all(plans: &[(u32, Plan)], first: NaiveDate) -> Vec<Edit> {
    plans
        .iter()
        .map(|(offset, plan)| {
            let date = first + Days::new(u64::from(*offset));
            Edit::put(Session::planned(
                new_id(),
                date,
                plan.clone(),
                Stamp::default(),
            ))
        })
        .collect()
}

/// Lays a template out from the week that begins on `first`.
pub fn lay_out(template: &WeekTemplate, first: NaiveDate) -> Vec<Edit> {
    use chrono::Datelike;
    let starts_on = first.weekday().num_days_from_monday();
    let plans: Vec<(u32, Plan)> = template
        .days
        .iter()
        .map(|day| {
            let weekday = (7 + day.day.num_days_from_monday() - starts_on) % 7;
            ((day.week.max(1) - 1) * 7 + weekday, day.plan.clone())
        })
        .collect();
    add_all(&plans, first)
}

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

/// Adds an exercise to a day: to the strength session that is planned there, or as a new one.
pub fn add_exercise_to_day(
    athlete: &Athlete,
    library: &Library,
    exercise: &ExerciseId,
    slot: Slot,
) -> Option<(SessionId, Vec<Edit>)> {
    let exercise = library.exercise(exercise)?;
    let planned = athlete.sessions.on(slot.date).iter().find(|session| {
        matches!(session.plan.workout, Workout::Strength(_)) && session.status == Status::Planned
    });
    match planned {
        Some(session) => Some((session.id, add_exercise(athlete, session, exercise)?)),
        None => Some(add(&exercise_plan(exercise), slot)),
    }
}

/// The sessions of a week as plans with their offsets.
pub fn week_plans(sessions: &[Arc<Session>], first: NaiveDate) -> Vec<(u32, Plan)> {
    sessions
        .iter()
        .map(|session| {
            (
                (session.date - first).num_days().max(0) as u32,
                session.plan.clone(),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use chrono::Weekday;

    use super::*;
    use crate::domain::{RunKind, RunPlan, TemplateDay, TemplateId};

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn easy() -> Plan {
        Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)))
    }

    #[test]
    fn a_session_dropped_where_it_was_changes_nothing() {
        let slot = Slot {
            date: date(24),
            start: Start::Unset,
        };
        let session = Session::planned(new_id(), slot.date, easy(), Stamp::default());
        assert!(move_to(&session, slot).is_empty());
    }

    #[test]
    fn a_moved_session_remembers_where_it_was_planned_first() {
        let session = Session::planned(new_id(), date(24), easy(), Stamp::default());
        let edits = move_to(
            &session,
            Slot {
                date: date(26),
                start: Start::Unset,
            },
        );
        let [Edit::Put { session: moved, .. }] = edits.as_slice() else {
            panic!("one edit")
        };
        assert_eq!(moved.first_planned.unwrap().date, date(24));
        let back = move_to(
            moved,
            Slot {
                date: date(24),
                start: Start::Unset,
            },
        );
        let [Edit::Put { session: home, .. }] = back.as_slice() else {
            panic!("one edit")
        };
        assert_eq!(home.first_planned, None);
    }

    #[test]
    fn a_template_keeps_its_weekdays_where_weeks_begin_on_sunday() {
        let template = WeekTemplate {
            id: TemplateId::new("t"),
            name: String::new(),
            summary: String::new(),
            source: String::new(),
            days: vec![
                TemplateDay {
                    week: 1,
                    day: Weekday::Mon,
                    plan: easy(),
                },
                TemplateDay {
                    week: 2,
                    day: Weekday::Sun,
                    plan: easy(),
                },
            ],
        };
        let edits = lay_out(&template, date(22));
        let dates: Vec<_> = edits
            .iter()
            .map(|edit| match edit {
                Edit::Put { session, .. } => session.date,
                _ => panic!("only puts"),
            })
            .collect();
        assert_eq!(dates, [date(23), date(29)]);
    }
}
