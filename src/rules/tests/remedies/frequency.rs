//! Fixes of too much and too little strength in a week.

use super::*;

#[test]
fn the_lightest_of_too_many_is_left_out() {
    let week = TestWeek::of(
        "Mon strength upper; Tue strength light; Thu strength moderate; Sat strength core; Sun easy",
    );
    assert_eq!(
        labels(&week, "strength-frequency"),
        ["Leave out Sat’s core work"]
    );
}

#[test]
fn what_the_week_lacks_is_added_from_what_is_at_hand() {
    let mut week = TestWeek::of("Mon easy; Tue strength")
        .lifts("Tue", "goblet-squat 3x8, lunge 2x8, plank 3x45s");
    let label = labels(&week, "coverage").remove(0);
    let complete = fixed(&week, "coverage", &label);
    assert_eq!(ids(&complete, "Tue").len(), 5, "a hip and a calf exercise");

    week.athlete.profile.equipment = vec![Equipment::Dumbbells];
    let label = labels(&week, "coverage").remove(0);
    let complete = fixed(&week, "coverage", &label);
    for dose in on(&complete, "Tue").workout.exercises() {
        let exercise = week.library.exercise(&dose.exercise).unwrap();
        let at_hand = |item: &Equipment| matches!(item, Equipment::None | Equipment::Dumbbells);
        assert!(exercise.equipment.iter().any(|way| way.iter().all(at_hand)));
    }
}

/// The strength sessions of the week after the first fix that adds some, with its label.
fn added(week: &TestWeek, rule: &str) -> (String, Vec<Session>) {
    let offered = fixes_of(week, rule);
    let fix = offered.iter().find(|fix| fix.label.starts_with("Add “"));
    let fix = fix.unwrap_or_else(|| panic!("nothing is added by {:?}", labels(week, rule)));
    let fixed = applied(week, fix);
    assert!(fixed.found_by(rule).is_empty(), "{:?}", fixed.found());
    let sessions = fixed.athlete.sessions.all().iter();
    let new = sessions.filter(|session| week.athlete.sessions.get(session.id).is_none());
    (
        fix.label.clone(),
        new.map(|new| Session::clone(new)).collect(),
    )
}

#[test]
fn a_week_without_strength_gets_as_much_as_the_athlete_aims_at() {
    let week = TestWeek::of("Mon easy; Wed tempo; Sat easy; Sun long").on(monday());
    let (label, new) = added(&week, "strength-frequency");
    assert_eq!(new.len(), 2, "{label}");
    assert!(new.iter().all(|session| session.plan.strength().is_some()));
    let (_, again) = added(&week, "strength-frequency");
    assert_eq!(new, again, "the same wherever it is worked out");

    let mut one =
        TestWeek::of("Mon easy; Wed tempo; Thu strength; Sat easy; Sun long").on(monday());
    let (label, new) = added(&one, "strength-frequency");
    assert_eq!(new.len(), 1, "{label}");
    let said = format!(" on {}", new[0].date.format("%a"));
    assert!(label.ends_with(&said), "{label}");
    // A deleted session does not come back under its old id.
    one.athlete.tombstones.push(Tombstone {
        session: new[0].id,
        deleted: Stamp::default(),
        plan_changed: None,
        log_changed: None,
        date: None,
    });
    let (_, other) = added(&one, "strength-frequency");
    assert_eq!(other[0].date, new[0].date);
    assert_ne!(other[0].id, new[0].id);
}

#[test]
fn what_is_added_needs_what_the_day_has_and_nothing_stands_in_the_past() {
    let mut week = TestWeek::of("Mon easy; Wed tempo; Sat easy; Sun long").on(date("Thu"));
    week.athlete.profile.strength_target = 1;
    for day in &mut week.athlete.profile.availability.week {
        *day = limited(None, false);
    }
    let (label, new) = added(&week, "strength-frequency");
    let today = date("Thu");
    assert!(new.iter().all(|session| session.date >= today), "{label}");
    let needs = |session: &Session| {
        let doses = session.plan.workout.exercises().to_vec();
        doses.iter().any(|dose| {
            let exercise = week.library.exercise(&dose.exercise).unwrap();
            let ways = &exercise.equipment;
            let free = |way: &Vec<Equipment>| way.iter().all(|item| *item == Equipment::None);
            !ways.is_empty() && !ways.iter().any(free)
        })
    };
    assert!(!new.iter().any(needs), "{label}");
    week.athlete.profile.availability.week = std::array::from_fn(|_| DayAvailability::Unavailable);
    let offered = labels(&week, "strength-frequency");
    assert!(
        offered.iter().all(|label| !label.starts_with("Add")),
        "{offered:?}"
    );
}

#[test]
fn strength_that_vanished_comes_back() {
    let week = TestWeek::of("Tue easy 20km; Thu tempo 40km").after(
        4,
        "Mon strength; Tue easy 20km; Thu easy 20km; Fri strength",
    );
    let (label, new) = added(&week, "keep-strength");
    assert!(!new.is_empty(), "{label}");
}

#[test]
fn a_novices_first_sessions_are_short_of_sets() {
    let mut week = TestWeek::of("Mon easy; Wed easy; Sat easy")
        .on(monday())
        .level("novice");
    week.athlete.profile.lifting_since = Some(monday());
    let (label, new) = added(&week, "strength-frequency");
    let sets = new[0]
        .plan
        .workout
        .exercises()
        .iter()
        .map(|dose| dose.sets.high);
    assert!(sets.max() <= Some(2), "{label}");
}
