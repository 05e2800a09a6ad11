//! What a change brings along: the loads of the next times, and word of records.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::{
    Athlete, AthleteId, ExerciseId, ExerciseLog, Interned, Plan, Prescription, ProgressionChoice,
    Session, SessionId, Stamp, Status, Workspace,
};
use crate::edit::{Edit, Transaction, WorkspaceEdit, apply};
use crate::library::Library;
use crate::load::next;
use crate::load::records::{PersonalRecord, RecordBook};

use super::new_units::with_new_units;

/// The edits of a change, and those that keep the next loads of the athlete in step with it.
///
/// A load follows from the history of its exercise, whatever plan it stood in: where a log changed, and where a session
/// is planned anew, moved, or gets an exercise. What else changes about a planned session leaves its loads alone, so
/// that a load that a coach took away stays away.
pub fn with_next_loads(athlete: &Athlete, library: &Library, mut edits: Vec<Edit>) -> Vec<Edit> {
    let touched = touched(athlete, &edits);
    if touched.is_empty() {
        return edits;
    }
    let mut after = athlete.clone();
    apply(&mut after, &edits, Stamp::default());
    let exercises: BTreeSet<&ExerciseId> = touched.iter().collect();
    let followers = next::renewed(&after, library, &exercises);
    edits.extend(
        followers
            .into_iter()
            .map(|session| Edit::update(&after, session)),
    );
    edits
}

/// The plan of a session once these edits are made, with the loads that follow from them; `None` where they do not put it.
/// A lift without a load says less of what it asks than the session that will stand there.
pub fn plan_after(
    athlete: &Athlete,
    library: &Library,
    edits: Vec<Edit>,
    session: SessionId,
) -> Option<Plan> {
    let edits = with_next_loads(athlete, library, edits).into_iter().rev();
    let mut put = edits.filter_map(|edit| match edit {
        Edit::Put { session, .. } => Some(session),
        Edit::Remove(_) | Edit::Profile(_) => None,
    });
    put.find(|put| put.id == session)
        .map(|put| Plan::clone(&put.plan))
}

/// The exercises whose next loads may be others after these edits.
fn touched(athlete: &Athlete, edits: &[Edit]) -> BTreeSet<ExerciseId> {
    let mut found = BTreeSet::new();
    for edit in edits {
        match edit {
            Edit::Put { session, .. } => {
                let before = athlete.sessions.get(session.id);
                put(&mut found, before.map(|before| &**before), session);
            }
            Edit::Remove(id) => {
                let before = athlete.sessions.get(*id);
                found.extend(before.iter().flat_map(|session| exercises_of(session)));
            }
            Edit::Profile(profile) => {
                let (before, now) = (&athlete.profile.progressions, &profile.progressions);
                let ids = before.keys().chain(now.keys());
                let changed = ids.filter(|id| before.get(*id) != now.get(*id));
                found.extend(changed.cloned());
            }
        }
    }
    found
}

fn put(found: &mut BTreeSet<ExerciseId>, before: Option<&Session>, now: &Session) {
    let Some(before) = before else {
        found.extend(exercises_of(now));
        return;
    };
    if before.log != now.log || before.status != now.status || before.date != now.date {
        found.extend(exercises_of(before));
        found.extend(exercises_of(now));
        return;
    }
    let had = |row: &&Prescription| {
        let mut rows = before.plan.workout.exercises().iter();
        rows.any(|other| other.exercise == row.exercise)
    };
    let rows = now.plan.workout.exercises().iter();
    found.extend(rows.filter(|row| !had(row)).map(|row| row.exercise.clone()));
}

/// The edits that keep the next loads in step once a merge has made `now` of `before`: what was logged on one side says the
/// loads of what was planned on the other. What was only planned stays as it was planned there, loads that were taken away
/// with it.
pub fn loads_after_merge(before: &Athlete, now: &Athlete, library: &Library) -> Vec<Edit> {
    let mut touched = BTreeSet::new();
    for session in now.sessions.all() {
        let known = before.sessions.get(session.id);
        let is_same = known.map_or(session.log.is_none(), |known| {
            known.log == session.log && known.status == session.status
        });
        if !is_same {
            touched.extend(known.into_iter().flat_map(|known| exercises_of(known)));
            touched.extend(exercises_of(session));
        }
    }
    if touched.is_empty() {
        return Vec::new();
    }
    let renewed = next::renewed(now, library, &touched.iter().collect()).into_iter();
    renewed.map(|session| Edit::update(now, session)).collect()
}

/// What a session plans while it is still to be done, and what was logged of it.
fn exercises_of(session: &Session) -> BTreeSet<ExerciseId> {
    let rows = session.plan.workout.exercises().iter();
    let rows = rows.filter(|_| session.status == Status::Planned);
    let planned = rows.map(|row: &Prescription| &row.exercise);
    let logs = session.log.iter().flat_map(|log| &log.exercises);
    let logged = logs.map(|done: &Interned<ExerciseLog>| &done.exercise);
    planned.chain(logged).cloned().collect()
}

/// A change to the workspace with what follows from it for the plans of every athlete in it: see [`with_next_loads`] and
/// [`with_new_units`].
pub fn transaction_with_next_loads(
    workspace: &Workspace,
    library: &Library,
    transaction: Transaction,
) -> Transaction {
    // One athlete may stand in several of the edits, each of which builds on those before.
    let mut so_far: BTreeMap<AthleteId, Athlete> = BTreeMap::new();
    let mut edits = Vec::new();
    for edit in transaction.edits {
        if let WorkspaceEdit::PutAthlete(now) = &edit {
            so_far.insert(now.id, (**now).clone());
        }
        let WorkspaceEdit::Athlete(id, mut own) = edit else {
            edits.push(edit);
            continue;
        };
        let known = so_far.get(&id);
        let athlete = known.or_else(|| workspace.athlete(id).map(|athlete| &**athlete));
        let Some(athlete) = athlete else {
            edits.push(WorkspaceEdit::Athlete(id, own));
            continue;
        };
        let count = own.len();
        own = with_next_loads(athlete, library, with_new_units(athlete, library, own));
        let mut after = athlete.clone();
        apply(&mut after, &own, Stamp::default());
        so_far.insert(id, after);
        let follow_up = own.split_off(count);
        edits.push(WorkspaceEdit::Athlete(id, own));
        if !follow_up.is_empty() {
            edits.push(WorkspaceEdit::FollowUp(id, follow_up));
        }
    }
    Transaction {
        label: transaction.label,
        edits,
    }
}

/// The edits that let an exercise go by another rule, or by its program and level again.
pub fn choose_progression(
    athlete: &Athlete,
    exercise: &ExerciseId,
    choice: Option<ProgressionChoice>,
) -> Vec<Edit> {
    let mut profile = athlete.profile.clone();
    match choice {
        Some(choice) => profile.progressions.insert(exercise.clone(), choice),
        None => profile.progressions.remove(exercise),
    };
    vec![Edit::Profile(Box::new(profile))]
}

/// The records that the change of a session's log brings and that are not in the athlete's book yet.
pub fn new_records(book: &RecordBook, library: &Library, changed: &Session) -> Vec<PersonalRecord> {
    let old = book.session(changed.id);
    if old.is_some_and(|old| old.log == changed.log && old.status == changed.status)
        || !changed.status.is_trained()
    {
        return Vec::new();
    }
    let mut new = book.would_beat(changed, library);
    if !new.is_empty() {
        let known = book.beaten_in(changed.id);
        new.retain(|record| !known.contains(record));
    }
    new
}

#[cfg(test)]
mod tests {
    use super::super::test_support::{day, ids, lifting, nobody, slot};
    use super::super::{add, done_as_planned, move_to, prescription};
    use super::*;
    use crate::domain::{
        Count, Kilograms, Level, LoadSource, LoadSpec, MassUnit, Origin, Reps, StrengthPlan,
        Workout,
    };

    fn library() -> Library {
        Library::shipped().unwrap()
    }

    fn squat(load: LoadSpec) -> Prescription {
        let five = Reps::Count(Count::exactly(5));
        let mut row = Prescription::new(ExerciseId::new("squat"), "Squat", Count::exactly(3), five);
        row.load = load;
        row
    }

    fn kg(kg: f64) -> LoadSpec {
        LoadSpec::Kg(Kilograms::new(kg))
    }

    /// An advanced lifter who squatted on the 23rd as planned.
    fn lifter(load: LoadSpec) -> Athlete {
        let mut athlete = nobody();
        athlete.profile.level = Level::Advanced;
        let session = lifting(1, day(23), vec![squat(load)]);
        let done = done_as_planned(&session, &athlete, &library());
        athlete.sessions.put(done.into(), 0);
        athlete
    }

    fn change(athlete: &mut Athlete, edits: Vec<Edit>) {
        let edits = with_next_loads(athlete, &library(), edits);
        apply(athlete, &edits, Stamp::default());
    }

    fn row_of(athlete: &Athlete, id: SessionId) -> Prescription {
        athlete.sessions.get(id).unwrap().plan.workout.exercises()[0].clone()
    }

    fn squats() -> Plan {
        let library = library();
        let exercise = library.exercise(&ExerciseId::new("squat")).unwrap();
        Plan::new(Workout::Strength(StrengthPlan {
            exercises: vec![prescription(exercise)],
            ..StrengthPlan::default()
        }))
    }

    #[test]
    fn a_lift_planned_again_knows_what_was_lifted() {
        let mut athlete = lifter(kg(90.0));
        let mut new_id = ids();
        let (first, second) = (new_id(), new_id());
        let edits = add(&squats(), slot(day(26)), first);
        change(&mut athlete, edits);
        let row = row_of(&athlete, first);
        assert_eq!((row.load, row.load_by), (kg(92.5), LoadSource::Suggestion));
        assert_eq!(row.advice.unwrap().reason, "all sets done → +2.5 kg");
        // And the one after it, until the first is done.
        let edits = add(&squats(), slot(day(30)), second);
        change(&mut athlete, edits);
        let row = row_of(&athlete, second);
        assert_eq!(row.load, kg(92.5));
        assert_eq!(
            row.advice.unwrap().reason,
            "as the time before, until that is done"
        );
        // Moved before the first, it becomes the next occurrence.
        let moved = athlete.sessions.get(second).unwrap().clone();
        change(&mut athlete, move_to(&moved, slot(day(25))));
        let reason = |id| row_of(&athlete, id).advice.unwrap().reason;
        assert_eq!(reason(second), "all sets done → +2.5 kg");
        assert_eq!(reason(first), "as the time before, until that is done");
    }

    #[test]
    fn a_programs_next_session_follows_what_was_lifted_in_any_plan() {
        let mut athlete = lifter(LoadSpec::Kg(Kilograms::from_pounds(135.0)));
        athlete.profile.units.mass = MassUnit::Pounds;
        let mut next = lifting(2, day(26), vec![squat(LoadSpec::Unset)]);
        next.origin = Some(
            Origin {
                source: "six-week-strength".to_owned(),
                week: 2,
                slot: 1,
            }
            .into(),
        );
        next.plan.workout.exercises_mut().unwrap()[0].load_by = LoadSource::Program;
        change(&mut athlete, vec![Edit::put(next)]);
        let row = row_of(&athlete, SessionId::from_bits(2));
        let lb = row.load.kilograms().unwrap().pounds();
        assert!((lb - 140.0).abs() < 1e-6, "{lb}");
    }

    #[test]
    fn a_load_that_the_coach_took_away_stays_away() {
        let mut athlete = lifter(kg(90.0));
        let id = SessionId::from_bits(2);
        change(&mut athlete, add(&squats(), slot(day(26)), id));
        let mut emptied = Session::clone(athlete.sessions.get(id).unwrap());
        let row = &mut emptied.plan.workout.exercises_mut().unwrap()[0];
        (row.load, row.load_by) = (LoadSpec::Unset, LoadSource::Coach);
        let edit = Edit::update(&athlete, emptied);
        change(&mut athlete, vec![edit]);
        assert_eq!(row_of(&athlete, id).load, LoadSpec::Unset);
    }

    #[test]
    fn a_log_taken_away_takes_its_loads_along() {
        let mut athlete = lifter(kg(90.0));
        let id = SessionId::from_bits(2);
        change(&mut athlete, add(&squats(), slot(day(26)), id));
        change(&mut athlete, vec![Edit::Remove(SessionId::from_bits(1))]);
        let row = row_of(&athlete, id);
        assert_eq!((row.load, row.advice), (LoadSpec::Unset, None));
    }

    #[test]
    fn no_advice_is_wanted_where_the_coach_wants_none() {
        let mut athlete = lifter(kg(90.0));
        let id = SessionId::from_bits(2);
        change(&mut athlete, add(&squats(), slot(day(26)), id));
        let squat = ExerciseId::new("squat");
        let edits = choose_progression(&athlete, &squat, Some(ProgressionChoice::Off));
        change(&mut athlete, edits);
        assert_eq!(row_of(&athlete, id).load, LoadSpec::Unset);
        let edits = choose_progression(&athlete, &squat, None);
        change(&mut athlete, edits);
        assert_eq!(row_of(&athlete, id).load, kg(92.5));
    }
}
