//! Fixes of what a day lacks, of what hurt, and of days that have passed.

use super::*;

#[test]
fn a_session_moves_off_a_day_off() {
    let mut week = TestWeek::of("Mon easy; Thu tempo; Sun long");
    week.athlete.profile.availability.week[3] = DayAvailability::Unavailable;
    assert_eq!(labels(&week, "availability"), ["Move Thu’s tempo to Wed"]);
}

#[test]
fn a_session_shrinks_to_the_minutes_of_its_day() {
    let mut week = TestWeek::of("Thu am easy 40min; Thu pm strength upper 30min");
    week.athlete.profile.availability.week[3] = limited(Some(60), true);
    let shorter = fixed(&week, "availability", "Shorten to 20 min");
    let lift = &shorter.athlete.sessions.on(date("Thu"))[1];
    assert_eq!(lift.plan.duration, Some(Minutes(20)));
}

#[test]
fn what_the_day_lacks_is_swapped_for_what_it_has() {
    let mut week = TestWeek::of("Thu strength").lifts("Thu", "deadlift 3x5 @80kg, plank 3x45s");
    week.athlete.profile.availability.week[3] = limited(None, false);
    let label = "Swap deadlift for romanian deadlift";
    let swapped = fixed(&week, "availability", label);
    let dose = lift(&swapped, "Thu", 0);
    assert_eq!(dose.exercise.as_str(), "romanian-deadlift");
    assert_eq!((dose.sets, dose.load), (Count::exactly(3), LoadSpec::Unset));
}

#[test]
fn what_hurt_gives_way_to_another_movement() {
    let mut week = TestWeek::of("Mon strength; Fri strength")
        .lifts("Mon", "squat 3x8")
        .lifts("Fri", "squat 3x8, plank 3x45s")
        .done("Mon");
    let mut done = Session::clone(&week.athlete.sessions.on(date("Mon"))[0]);
    done.log.as_mut().unwrap().pains.push(Pain {
        exercise: Some(ExerciseId::new("squat")),
        place: "knee".to_owned(),
        sharp: true,
        ..Pain::default()
    });
    week.athlete.sessions.put(done.into(), 0);
    let offered = labels(&week, "pain");
    assert!(offered[0].starts_with("Swap squat for "), "{offered:?}");
    let without = fixed(&week, "pain", "Leave out the squat");
    assert_eq!(ids(&without, "Fri"), ["plank"]);
}

#[test]
fn tired_legs_get_an_easier_session() {
    let mut week = TestWeek::of("Mon easy; Tue tempo 50min").done("Mon");
    let mut done = Session::clone(&week.athlete.sessions.on(date("Mon"))[0]);
    done.log.as_mut().unwrap().heavy_legs = true;
    week.athlete.sessions.put(done.into(), 0);
    let easier = fixed(&week, "fatigue", "Make Tue easy");
    assert_eq!(on(&easier, "Tue").run().unwrap().kind, RunKind::Easy);
}

#[test]
fn legs_move_away_from_a_race_or_are_left_out() {
    let week = TestWeek::of("Fri strength moderate; Sun race").race("Sun");
    let offered = labels(&week, "race-week-legs");
    assert!(offered[0].starts_with("Move to "), "{offered:?}");
    let without = fixed(
        &week,
        "race-week-legs",
        "Leave out Fri’s moderate full body",
    );
    assert_eq!(without.athlete.sessions.len(), 1);
    let light = TestWeek::of("Wed strength moderate; Sat easy").race("Sat");
    fixed(&light, "race-week-legs", "Make it light");
}

#[test]
fn the_least_run_makes_room_for_a_day_of_rest() {
    let week = TestWeek::of(
        "Mon easy 50min; Tue tempo; Wed easy 30min; Thu strength; Fri easy 45min; Sat long; \
         Sun easy 40min",
    );
    let rested = fixed(&week, "rest-day", "Leave out Wed’s easy run");
    assert!(rested.athlete.sessions.on(date("Wed")).is_empty());
}

#[test]
fn a_day_of_rest_that_was_written_down_stays_one() {
    let week =
        TestWeek::of("Mon easy; Tue rest; Wed tempo; Thu rest; Fri rest; Sat easy; Sun long")
            .on(monday());
    let offered = fixes_of(&week, "strength-frequency");
    for fix in offered {
        let fixed = applied(&week, &fix);
        for day in ["Tue", "Thu", "Fri"] {
            assert_eq!(
                fixed.athlete.sessions.on(date(day)).len(),
                1,
                "{}",
                fix.label
            );
        }
    }
}

#[test]
fn nothing_of_a_day_that_has_passed_is_offered_or_changed() {
    let week = TestWeek::of("Mon strength heavy; Tue tempo; Thu strength heavy; Fri tempo")
        .on(date("Wed"));
    let findings = week.findings();
    let past = findings
        .iter()
        .find(|found| found.rule == "legs-before-key-run" && found.days[0] == date("Mon"));
    let past = past.expect("what was planned on Monday still stands there");
    assert_eq!(
        crate::rules::fixes(past, &week.athlete, &week.context()),
        []
    );
    for finding in &findings {
        for fix in crate::rules::fixes(finding, &week.athlete, &week.context()) {
            let fixed = applied(&week, &fix);
            for day in ["Mon", "Tue"] {
                let (old, new) = (&week.athlete.sessions, &fixed.athlete.sessions);
                assert_eq!(old.on(date(day)), new.on(date(day)), "{}", fix.label);
            }
        }
    }
}

#[test]
fn a_fix_names_what_it_makes_worse() {
    let week = TestWeek::of("Tue strength moderate; Tue easy");
    let fix = &fixes_of(&week, "lift-before-run")[0];
    let after = applied(&week, fix);
    let before = week.findings();
    let found = after.findings();
    let new = crate::rules::verdict::worsened(&before, &found).count();
    assert_eq!(fix.worse.len(), new, "{:?}", fix.worse);
}
