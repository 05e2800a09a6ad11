//! Where advice goes once something was logged.

use std::collections::BTreeSet;

use super::*;

/// The planned sessions whose advice changes once `changed` stands among the athlete's sessions, as they are then.
fn follow(athlete: &Athlete, library: &Library, changed: &Session) -> Vec<Session> {
    let before = athlete.sessions.get(changed.id);
    let same = before.map_or(changed.log.is_none(), |before| {
        before.log == changed.log && before.status == changed.status
    });
    if same {
        return Vec::new();
    }
    let exercises: BTreeSet<&ExerciseId> = before
        .and_then(|before| before.log.as_ref())
        .into_iter()
        .chain(&changed.log)
        .flat_map(|log| &log.exercises)
        .map(|done| &done.exercise)
        .collect();
    if exercises.is_empty() {
        return Vec::new();
    }
    let mut after = athlete.clone();
    let place = after.sessions.place(changed.id).unwrap_or(usize::MAX);
    after.sessions.put(Arc::new(changed.clone()), place);
    renewed(&after, library, &exercises)
}

/// The rows of the second session once the first is logged as `done`.
pub(super) fn followed(rows: Vec<Prescription>, done: &str) -> Vec<Prescription> {
    let first = session(1, "2026-11-02", vec![row("squat 3x5 60kg")]);
    let second = session(2, "2026-11-09", rows);
    let third = session(3, "2026-11-16", vec![row("squat 3x5")]);
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    athlete.profile.level = Level::Advanced;
    athlete.sessions = [first.clone(), second, third.clone()].into_iter().collect();
    let changed = follow(&athlete, shipped_once(), &logged(first, done));
    assert!(!changed.contains(&third));
    let second = changed
        .into_iter()
        .find(|s| s.id == SessionId::from_bits(2));
    second.map_or_else(Vec::new, |s| s.plan.workout.exercises().to_vec())
}

#[test]
fn an_empty_load_is_filled_and_says_why() {
    let rows = followed(vec![row("squat 3x5")], "3x5@2 60");
    assert_eq!(rows[0].load, LoadSpec::Kg(Kilograms::new(62.5)));
    assert_eq!(rows[0].load_by, LoadSource::Suggestion);
    let advice = rows[0].advice.as_ref().unwrap();
    assert_eq!(advice.reason, "all sets at RIR 2 → +2.5 kg");
    assert_eq!(advice.step, Kilograms::new(2.5));
}

#[test]
fn what_a_coach_typed_stays_and_the_advice_stands_beside_it() {
    let rows = followed(vec![row("squat 3x5 70kg")], "3x5@2 60");
    assert_eq!(rows[0].load, LoadSpec::Kg(Kilograms::new(70.0)));
    assert_eq!(rows[0].load_by, LoadSource::Coach);
    let advice = rows[0].advice.as_ref().unwrap();
    assert_eq!(advice.load, LoadSpec::Kg(Kilograms::new(62.5)));
}

#[test]
fn a_log_taken_back_takes_its_advice_along() {
    let first = logged(
        session(1, "2026-11-02", vec![row("squat 3x5 60kg")]),
        "3x5@2 60",
    );
    let mut second = session(2, "2026-11-09", vec![row("squat 3x5 62.5kg")]);
    let suggested = &mut second.plan.workout.exercises_mut().unwrap()[0];
    suggested.load_by = LoadSource::Suggestion;
    suggested.advice = Some(Box::default());
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    athlete.sessions = [first.clone(), second].into_iter().collect();
    let mut planned = first;
    planned.status = Status::Planned;
    planned.log = None;
    let changed = follow(&athlete, &shipped(), &planned);
    let row = &changed[0].plan.workout.exercises()[0];
    assert_eq!((&row.load, &row.advice), (&LoadSpec::Unset, &None));
}

#[test]
fn an_old_log_put_right_reaches_the_time_after_the_last_one() {
    let plan = "squat 3x5 60kg";
    let athlete = athlete(
        Level::Advanced,
        &[
            ("2026-11-02", plan, "3x5@2 60"),
            ("2026-11-09", plan, "5x60 5x60 4x60"),
            ("2026-11-16", "squat 3x5", ""),
        ],
    );
    let old = logged(session(1, "2026-11-02", vec![row(plan)]), "5x60 5x60 3x60!");
    let changed = follow(&athlete, &shipped(), &old);
    let row = &changed[0].plan.workout.exercises()[0];
    let advice = row.advice.as_ref().unwrap();
    assert_eq!(advice.reason, "short twice in a row → 7.5 kg less");
}
