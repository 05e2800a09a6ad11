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

/// Moves a session to a slot, in front of `before` in the stored order of that day, or behind those of the same
/// start when there is no such session. No edits when it would stand where it stands now.
pub fn place_at(
    athlete: &Athlete,
    session: &Session,
    slot: Slot,
    before: Option<SessionId>,
) -> Vec<Edit> {
    let stays = session.slot() == slot;
    let fixed = matches!(slot.start, Start::Clock(_));
    if stays && (fixed || before == follower(athlete, session)) {
        return Vec::new();
    }
    let mut moved = session.clone();
    if !stays {
        moved.move_to(slot);
    }
    vec![Edit::Put {
        session: Arc::new(moved),
        place: place_of(athlete, Some(session.id), slot, before),
    }]
}

/// The session of the same start that is stored next after this one.
fn follower(athlete: &Athlete, session: &Session) -> Option<SessionId> {
    let mut later = athlete.sessions.on(session.date).iter();
    later.find(|other| other.id == session.id)?;
    later
        .find(|other| other.plan.start == session.plan.start)
        .map(|other| other.id)
}

/// The place in a day's stored order that is in front of `before`, else behind the last of the same start, else last.
fn place_of(
    athlete: &Athlete,
    moving: Option<SessionId>,
    slot: Slot,
    before: Option<SessionId>,
) -> usize {
    let day = athlete.sessions.on(slot.date).iter();
    let mut others = day.filter(|other| Some(other.id) != moving);
    let place = if let Some(before) = before {
        others.position(|other| other.id == before)
    } else {
        let others: Vec<_> = others.collect();
        let same = |other: &&Arc<Session>| other.plan.start == slot.start;
        others.iter().rposition(same).map(|last| last + 1)
    };
    place.unwrap_or(usize::MAX)
}

/// Puts a plan on a slot as a new session, behind those that are there.
pub fn add(plan: &Plan, slot: Slot) -> (SessionId, Vec<Edit>) {
    let (id, session) = planned(plan, slot);
    (id, vec![Edit::put(session)])
}

/// Puts a plan on a slot as a new session, in front of `before`.
pub fn add_at(
    athlete: &Athlete,
    plan: &Plan,
    slot: Slot,
    before: Option<SessionId>,
) -> (SessionId, Vec<Edit>) {
    let (id, session) = planned(plan, slot);
    let edit = Edit::Put {
        session: Arc::new(session),
        place: place_of(athlete, None, slot, before),
    };
    (id, vec![edit])
}

fn planned(plan: &Plan, slot: Slot) -> (SessionId, Session) {
    let id = new_id();
    let mut plan = plan.clone();
    plan.start = slot.start;
    let session = Session::planned(id, slot.date, plan, Stamp::default());
    (id, session)
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

/// The planned strength session that an exercise dropped on `date` joins.
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

/// Adds an exercise to a day: to the strength session that is planned there, or as a new one.
pub fn add_exercise_to_day(
    athlete: &Athlete,
    library: &Library,
    exercise: &ExerciseId,
    slot: Slot,
) -> Option<(SessionId, Vec<Edit>)> {
    let exercise = library.exercise(exercise)?;
    match joined(athlete, slot.date) {
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
    use crate::domain::{AthleteId, Profile, RunKind, RunPlan, TemplateDay, TemplateId};
    use crate::edit::apply;

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
    fn sessions_of_one_half_change_their_order() {
        let slot = Slot {
            date: date(24),
            start: Start::Part(DayPart::Morning),
        };
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
        let mut ids = Vec::new();
        for _ in 0..3 {
            let (id, edits) = add(&easy(), slot);
            apply(&mut athlete, &edits, Stamp::default());
            ids.push(id);
        }
        let order = |athlete: &Athlete| -> Vec<_> {
            athlete.sessions.on(date(24)).iter().map(|s| s.id).collect()
        };
        let [first, second, third] = ids[..] else {
            panic!("three sessions")
        };
        let last = athlete.sessions.get(third).unwrap().clone();
        assert!(place_at(&athlete, &last, slot, None).is_empty());
        let middle = athlete.sessions.get(second).unwrap().clone();
        assert!(place_at(&athlete, &middle, slot, Some(third)).is_empty());
        let edits = place_at(&athlete, &last, slot, Some(first));
        let back = apply(&mut athlete, &edits, Stamp::default());
        assert_eq!(order(&athlete), [third, first, second]);
        assert_eq!(athlete.sessions.get(third).unwrap().first_planned, None);
        apply(&mut athlete, &back, Stamp::default());
        assert_eq!(order(&athlete), [first, second, third]);
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
