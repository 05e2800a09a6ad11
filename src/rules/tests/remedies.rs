//! The fixes of dose, running and life: by their labels, and by what they leave.

use super::fixes::{applied, fixes_of, labels};
use super::support::{Week, date, monday};
use crate::domain::*;

/// The week after the fix of a rule's first finding that carries this label; the rule finds less in it.
fn fixed(week: &Week, rule: &str, label: &str) -> Week {
    let fixed = after_fix(week, rule, label);
    assert!(fixed.found_by(rule).len() < week.found_by(rule).len());
    fixed
}

fn after_fix(week: &Week, rule: &str, label: &str) -> Week {
    let offered = fixes_of(week, rule);
    let labels: Vec<&str> = offered.iter().map(|fix| fix.label.as_str()).collect();
    let fix = offered.iter().find(|fix| fix.label == label);
    let fix = fix.unwrap_or_else(|| panic!("{label} is not among {labels:?}"));
    applied(week, fix)
}

/// The first session of a day.
fn on(week: &Week, day: &str) -> Plan {
    week.athlete.sessions.on(date(day))[0].plan.clone()
}

fn lift(week: &Week, day: &str, place: usize) -> Prescription {
    on(week, day).workout.exercises()[place].clone()
}

fn ids(week: &Week, day: &str) -> Vec<String> {
    let plan = on(week, day);
    let exercises = plan.workout.exercises().iter();
    exercises.map(|dose| dose.exercise.to_string()).collect()
}

fn limited(minutes: Option<u32>, gym: bool) -> DayAvailability {
    DayAvailability::Limited {
        minutes,
        gym,
        equipment: Vec::new(),
    }
}

#[test]
fn a_session_moves_off_a_day_off() {
    let mut week = Week::of("Mon easy; Thu tempo; Sun long");
    week.athlete.profile.availability.week[3] = DayAvailability::Unavailable;
    assert_eq!(labels(&week, "availability"), ["Move Thu's tempo to Wed"]);
}

#[test]
fn a_session_shrinks_to_the_minutes_of_its_day() {
    let mut week = Week::of("Thu am easy 40min; Thu pm strength upper 30min");
    week.athlete.profile.availability.week[3] = limited(Some(60), true);
    let shorter = fixed(&week, "availability", "Shorten to 20 min");
    let lift = &shorter.athlete.sessions.on(date("Thu"))[1];
    assert_eq!(lift.plan.duration, Some(Minutes(20)));
}

#[test]
fn what_the_day_lacks_is_swapped_for_what_it_has() {
    let mut week = Week::of("Thu strength").lifts("Thu", "deadlift 3x5 @80kg, plank 3x45s");
    week.athlete.profile.availability.week[3] = limited(None, false);
    let label = "Swap deadlift for romanian deadlift";
    let swapped = fixed(&week, "availability", label);
    let dose = lift(&swapped, "Thu", 0);
    assert_eq!(dose.exercise.as_str(), "romanian-deadlift");
    assert_eq!((dose.sets, dose.load), (Count::exactly(3), LoadSpec::Unset));
}

#[test]
fn what_hurt_gives_way_to_another_movement() {
    let mut week = Week::of("Mon strength; Fri strength")
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
    let mut week = Week::of("Mon easy; Tue tempo 50min").done("Mon");
    let mut done = Session::clone(&week.athlete.sessions.on(date("Mon"))[0]);
    done.log.as_mut().unwrap().heavy_legs = true;
    week.athlete.sessions.put(done.into(), 0);
    let easier = fixed(&week, "fatigue", "Make Tue easy");
    assert_eq!(on(&easier, "Tue").run().unwrap().kind, RunKind::Easy);
}

#[test]
fn legs_move_away_from_a_race_or_are_left_out() {
    let week = Week::of("Fri strength moderate; Sun race").race("Sun");
    let offered = labels(&week, "race-week-legs");
    assert!(offered[0].starts_with("Move to "), "{offered:?}");
    let without = fixed(
        &week,
        "race-week-legs",
        "Leave out Fri's moderate full body",
    );
    assert_eq!(without.athlete.sessions.len(), 1);
    let light = Week::of("Wed strength moderate; Sat easy").race("Sat");
    fixed(&light, "race-week-legs", "Make it light");
}

#[test]
fn the_lightest_of_too_many_is_left_out() {
    let week = Week::of(
        "Mon strength upper; Tue strength light; Thu strength moderate; Sat strength core; Sun easy",
    );
    assert_eq!(
        labels(&week, "strength-frequency"),
        ["Leave out Sat's core work"]
    );
}

#[test]
fn long_strength_shrinks_set_by_set() {
    let runs = "Mon easy; Tue tempo; Thu easy; Sat long; Sun easy";
    let week = Week::of(&format!(
        "{runs}; Wed strength upper 50min; Fri strength upper 30min"
    ));
    let shorter = fixed(&week, "short-sessions-at-volume", "Shorten to 40 min");
    assert_eq!(on(&shorter, "Wed").duration, Some(Minutes(40)));

    // Sets of eight take 28 s and 90 s of rest: 64 minutes with the five to begin, and 59 with 27 of them.
    let long = Week::of("Tue strength").lifts("Tue", "goblet-squat 15x8, row 15x8");
    let shorter = fixed(&long, "session-length", "Shorten to 59 min");
    let sets = [0, 1].map(|place| lift(&shorter, "Tue", place).sets.high);
    assert_eq!(sets.iter().sum::<u32>(), 27);
    assert!(shorter.found_by("session-length").is_empty());
}

#[test]
fn the_least_run_makes_room_for_a_day_of_rest() {
    let week = Week::of(
        "Mon easy 50min; Tue tempo; Wed easy 30min; Thu strength; Fri easy 45min; Sat long; \
         Sun easy 40min",
    );
    let rested = fixed(&week, "rest-day", "Leave out Wed's easy run");
    assert!(rested.athlete.sessions.on(date("Wed")).is_empty());
}

#[test]
fn a_novice_is_eased_in() {
    let mut week = Week::of("Mon strength")
        .lifts("Mon", "goblet-squat 4x10 rir1, plank 2x30s")
        .level("novice");
    week.athlete.profile.lifting_since = Some(monday());
    let eased = fixed(&week, "novice-ramp", "Ease into it");
    let dose = lift(&eased, "Mon", 0);
    assert_eq!(
        (dose.sets, dose.effort),
        (Count::exactly(2), Some(Effort::Rir(2.0)))
    );
}

#[test]
fn sets_get_reserve_and_rest() {
    let hard = Week::of("Mon strength").lifts("Mon", "squat 3x8 rir0, push-up 3xmax");
    let kept = fixed(&hard, "effort", "Leave 2 in reserve");
    let efforts = [0, 1].map(|place| lift(&kept, "Mon", place).effort);
    assert_eq!(efforts, [Some(Effort::Rir(2.0)); 2]);

    let short = Week::of("Mon strength").lifts("Mon", "squat 3x5 rest60s, plank 3x45s rest30s");
    let rested = fixed(&short, "rest-between-sets", "Rest 2 min");
    let rests = [0, 1].map(|place| lift(&rested, "Mon", place).rest);
    assert_eq!(rests, [Some(Seconds(120)), Some(Seconds(30))]);
}

#[test]
fn a_load_is_lowered_to_a_whole_step() {
    let week = |done: &str, planned: &str| {
        Week::of("Mon strength; Fri strength")
            .lifts("Mon", done)
            .lifts("Fri", planned)
            .done("Mon")
    };
    let squat = week("squat 3x8 @100kg", "squat 3x8 @120kg");
    let lowered = fixed(&squat, "load-step", "Lower to 105 kg");
    assert_eq!(
        lift(&lowered, "Fri", 0).load,
        LoadSpec::Kg(Kilograms::new(105.0))
    );
    let pair = week("lunge 3x8 @2x10kg", "lunge 3x8 @2x16kg");
    fixed(&pair, "load-step", "Lower to 2 × 12 kg");
}

#[test]
fn what_the_week_lacks_is_added_from_what_is_at_hand() {
    let mut week =
        Week::of("Mon easy; Tue strength").lifts("Tue", "goblet-squat 3x8, lunge 2x8, plank 3x45s");
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

#[test]
fn upper_body_sets_give_way() {
    let week = Week::of("Mon strength").lifts("Mon", "row 4x8, push-up 3x8, plank 5x30s");
    let trimmed = fixed(&week, "balance", "Fewer upper-body sets");
    let sets = [0, 1].map(|place| lift(&trimmed, "Mon", place).sets.high);
    assert_eq!(sets, [3, 2]);
}

#[test]
fn a_session_becomes_what_it_is_called_or_is_called_what_it_is() {
    let week = Week::of("Mon strength; Thu strength upper")
        .lifts("Mon", "goblet-squat 6x8")
        .lifts("Thu", "row 5x8, goblet-squat 4x8");
    let spared = fixed(&week, "content-mismatch", "Make Thu upper and core");
    assert_eq!(ids(&spared, "Thu"), ["row"]);
    let called = fixed(&week, "content-mismatch", "Call it full body");
    assert_eq!(
        on(&called, "Thu").strength().unwrap().region,
        Some(Region::Full)
    );
}

#[test]
fn exercises_are_put_in_order() {
    let week = Week::of("Mon strength").lifts(
        "Mon",
        "clamshell 1x10, plank 2x30s, goblet-squat 3x8, box-jump 3x5, row 3x8",
    );
    let ordered = fixed(&week, "exercise-order", "Jumps first, core last");
    assert_eq!(
        ids(&ordered, "Mon"),
        ["clamshell", "box-jump", "goblet-squat", "row", "plank"]
    );
}

#[test]
fn a_long_run_shrinks_to_what_the_athlete_is_used_to() {
    let past = "Tue easy 8km; Thu easy 8km; Sun long 20km";
    let week = Week::of("Sun long 27km").after(5, past);
    let shorter = fixed(&week, "single-run-spike", "Shorten to 22 km");
    let distance = on(&shorter, "Sun").run().unwrap().distance;
    assert_eq!(distance, Some(Meters::from_km(22.0)));

    // The next run climbs on, and is cut along with it.
    let climbing = Week::of("Sun long 27km; next Sun long 28km").after(5, past);
    let label = "Shorten to 22 km, and the run after it";
    let cut = after_fix(&climbing, "single-run-spike", label);
    assert!(cut.found_by("single-run-spike").is_empty());

    let slow = Week::of("Sun long 170min");
    let shorter = fixed(&slow, "long-run-time", "Shorten to 2 h 30 min");
    assert_eq!(on(&shorter, "Sun").duration, Some(Minutes(150)));
}

#[test]
fn a_week_is_trimmed_where_it_is_easy() {
    let past = "Tue easy 20km; Sun long 20km";
    let week =
        Week::of("Tue easy 20km; Thu tempo 10km; Sat easy 10km; Sun long 20km").after(4, past);
    let trimmed = fixed(&week, "weekly-jump", "Trim the runs to 52 km");
    let km = |day| on(&trimmed, day).run().unwrap().distance.unwrap().km();
    assert_eq!(
        [km("Tue"), km("Thu"), km("Sat"), km("Sun")],
        [16.8, 10.0, 8.4, 16.8]
    );

    let km = [30, 32, 34, 36, 38].map(|km| format!("Tue easy {km}km"));
    let rising = Week::of(&km.join("; next "));
    fixed(&rising, "no-cutback", "Trim the runs to 30.6 km");
}

#[test]
fn a_race_week_is_halved() {
    let past = "Tue easy 20km; Sun long 20km";
    let mut week = Week::of("Tue easy 20km; Thu easy 16km; Sun race 21.1km")
        .after(6, past)
        .race("Sun");
    week.athlete.profile.races[0].distance = Some(Meters::from_km(21.1));
    // Each run is cut to whole hundreds of metres, and the label says what that comes to.
    fixed(&week, "taper-volume", "Trim the runs to 19.9 km");
}

/// The strength sessions of the week after the first fix that adds some, with its label.
fn added(week: &Week, rule: &str) -> (String, Vec<Session>) {
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
    let week = Week::of("Mon easy; Wed tempo; Sat easy; Sun long").on(monday());
    let (label, new) = added(&week, "strength-frequency");
    assert_eq!(new.len(), 2, "{label}");
    assert!(new.iter().all(|session| session.plan.strength().is_some()));
    let (_, again) = added(&week, "strength-frequency");
    assert_eq!(new, again, "the same wherever it is worked out");

    let mut one = Week::of("Mon easy; Wed tempo; Thu strength; Sat easy; Sun long").on(monday());
    let (label, new) = added(&one, "strength-frequency");
    assert_eq!(new.len(), 1, "{label}");
    let said = format!(" on {}", new[0].date.format("%a"));
    assert!(label.ends_with(&said), "{label}");
    // What was deleted is not brought back under its old identity.
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
    let mut week = Week::of("Mon easy; Wed tempo; Sat easy; Sun long").on(date("Thu"));
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
fn a_day_of_rest_that_was_written_down_stays_one() {
    let week = Week::of("Mon easy; Tue rest; Wed tempo; Thu rest; Fri rest; Sat easy; Sun long")
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
fn strength_that_vanished_comes_back() {
    let week = Week::of("Tue easy 20km; Thu tempo 40km").after(
        4,
        "Mon strength; Tue easy 20km; Thu easy 20km; Fri strength",
    );
    let (label, new) = added(&week, "keep-strength");
    assert!(!new.is_empty(), "{label}");
}

#[test]
fn a_novices_first_sessions_are_short_of_sets() {
    let mut week = Week::of("Mon easy; Wed easy; Sat easy")
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

fn strength_mut(session: &mut Session) -> &mut StrengthPlan {
    match &mut session.plan.workout {
        Workout::Strength(plan) => plan,
        _ => panic!(),
    }
}

/// The exercises of a day's strength as they are written: "squat 3x6 @50kg rir 4".
fn written(week: &Week, day: &str) -> Vec<String> {
    let plan = on(week, day);
    let exercises = plan.workout.exercises().iter();
    let words = exercises.map(|dose| {
        let effort = dose.effort.map(|effort| format!(" {effort}"));
        let effort = effort.unwrap_or_default();
        let load = match dose.load {
            LoadSpec::Unset => String::new(),
            ref load => format!(" @{load}"),
        };
        format!(
            "{} {}x{}{load}{effort}",
            dose.exercise, dose.sets, dose.reps
        )
    });
    words.collect()
}

#[test]
fn a_session_made_light_asks_less_and_is_light_by_what_it_asks() {
    let heavy = "squat 4x6 @62.5kg, romanian-deadlift 3x8 @2x20kg rpe8, row 3x8 @40kg";
    let week = Week::of("Tue 07:00 strength 60min; Wed 18:00 tempo").lifts("Tue", heavy);
    let light = fixed(&week, "legs-before-key-run", "Make it light");
    assert_eq!(
        written(&light, "Tue"),
        [
            "squat 3x6 @50kg rir 4",
            "romanian-deadlift 2x8 @2x16kg rpe 6",
            "row 3x8 @40kg"
        ]
    );
    let plan = on(&light, "Tue");
    let strength = plan.strength().unwrap();
    assert_eq!(strength.leg_load_override, None);
    let content = crate::load::content_of(strength, &light.library);
    assert_eq!(content.leg_load, LegLoad::Light);
    assert!(plan.duration < Some(Minutes(60)), "{:?}", plan.duration);
}

#[test]
fn what_the_coach_declared_heavy_becomes_light_by_its_exercises() {
    let mut stacked = Week::of("Tue 07:00 tempo; Tue 18:00 strength")
        .off("off-policy-day")
        .lifts("Tue", "squat 4x5 @85%, box-jump 3x5, plank 5x60s");
    let mut session = Session::clone(&stacked.athlete.sessions.on(date("Tue"))[1]);
    strength_mut(&mut session).leg_load_override = Some(LegLoad::Heavy);
    stacked.athlete.sessions.put(session.into(), 1);
    let light = fixed(&stacked, "hard-stack", "Make it light");
    let lift = light.athlete.sessions.on(date("Tue"))[1].plan.clone();
    let doses: Vec<String> = lift
        .workout
        .exercises()
        .iter()
        .map(|dose| {
            format!(
                "{} {}x{} @{}",
                dose.exercise, dose.sets, dose.reps, dose.load
            )
        })
        .collect();
    assert_eq!(
        doses,
        ["squat 3x5 @68%", "plank 5x60s @"],
        "jumps make legs moderate and go"
    );
    assert_eq!(lift.strength().unwrap().leg_load_override, None);
}

#[test]
fn pounds_are_lowered_to_what_the_plates_make() {
    let mut week = Week::of("Tue 07:00 strength; Wed 18:00 tempo").lifts("Tue", "squat 4x5 @225lb");
    week.athlete.profile.units.mass = MassUnit::Pounds;
    week.athlete.profile.plate_step = Kilograms::from_pounds(5.0);
    let light = fixed(&week, "legs-before-key-run", "Make it light");
    let LoadSpec::Kg(kg) = lift(&light, "Tue", 0).load else {
        panic!()
    };
    assert!((kg.pounds() - 180.0).abs() < 0.01, "{} lb", kg.pounds());
}

#[test]
fn more_in_reserve_takes_less_weight() {
    let hard = Week::of("Mon strength").lifts("Mon", "squat 3x8 @100kg rir0");
    let kept = fixed(&hard, "effort", "Leave 2 in reserve");
    // Epley: 100 × (1 + 8/30) / (1 + 10/30) = 95.
    assert_eq!(written(&kept, "Mon"), ["squat 3x8 @95kg rir 2"]);
}

#[test]
fn an_easy_run_is_no_long_run_by_another_name() {
    let week = Week::of("Fri tempo 10km; Sat long 24km");
    let easy = fixed(&week, "key-runs-back-to-back", "Make Sat easy");
    let run = on(&easy, "Sat");
    assert_eq!(run.run().unwrap().distance, Some(Meters::from_km(12.0)));
    let tempo = fixed(&week, "key-runs-back-to-back", "Make Fri easy");
    let run = on(&tempo, "Fri");
    assert_eq!(
        run.duration, None,
        "ten easy kilometres take what they take"
    );
}

#[test]
fn nothing_of_a_day_that_has_passed_is_offered_or_changed() {
    let week =
        Week::of("Mon strength heavy; Tue tempo; Thu strength heavy; Fri tempo").on(date("Wed"));
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
    let week = Week::of("Tue strength moderate; Tue easy");
    let fix = &fixes_of(&week, "lift-before-run")[0];
    let after = applied(&week, fix);
    let before = week.findings();
    let found = after.findings();
    let new = crate::rules::verdict::worsened(&before, &found).count();
    assert_eq!(fix.worse.len(), new, "{:?}", fix.worse);
}

#[test]
fn a_taper_gets_back_the_runs_that_it_lost() {
    let past = "Mon easy 8km; Tue easy 8km; Thu easy 8km; Sat easy 8km; Sun long 15km";
    let week = Week::of("Tue easy 6km; Thu easy 5km; Sun race 21km")
        .after(6, past)
        .race("Sun");
    let label = labels(&week, "taper-frequency").remove(0);
    assert!(label.starts_with("Add 25 min easy on "), "{label}");
    let more = fixed(&week, "taper-frequency", &label);
    let added = more.athlete.sessions.all().len() - week.athlete.sessions.all().len();
    assert_eq!(added, label.matches(" and ").count() + 1);
}

#[test]
fn a_marathon_gets_weeks_that_fall() {
    let weeks = |second: u32, last: u32| {
        let mut week = Week::of(&format!(
            "Tue easy 60km; next Tue easy {second}km; Sun race 42.2km"
        ))
        .race("Sun");
        // The third week is that of the race.
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + chrono::Days::new(14);
        race.distance = Some(Meters::from_km(42.2));
        let run = RunPlan {
            distance: Some(Meters::from_km(f64::from(last))),
            ..RunPlan::of(RunKind::Easy)
        };
        let day = date("Tue") + chrono::Days::new(14);
        let plan = Plan::new(Workout::Run(run));
        let session = Session::planned(SessionId::from_bits(77), day, plan, Stamp::default());
        week.athlete.sessions.put(session.into(), 0);
        week
    };
    assert!(weeks(40, 30).found_by("marathon-taper").is_empty());
    let late = weeks(40, 50);
    assert_eq!(labels(&late, "marathon-taper"), ["Trim the runs to 28 km"]);
    let early = weeks(65, 30);
    assert_eq!(
        labels(&early, "marathon-taper"),
        ["Trim the week before to 45 km"]
    );
}

#[test]
fn strength_that_stays_light_gets_a_heavy_lift_or_jumps() {
    let week = |lift: &str| {
        let mut week = Week::of("Mon strength; Wed easy")
            .race("Sun")
            .lifts("Mon", lift);
        let all: Vec<_> = week.athlete.sessions.all().to_vec();
        for back in 1..4u64 {
            for session in &all {
                let mut session = Session::clone(session);
                let id = session.id.0.as_u128() + 1000 * u128::from(back);
                session.id = SessionId::from_bits(id);
                session.date = session.date - chrono::Days::new(7 * back);
                week.athlete.sessions.put(session.into(), 9);
            }
        }
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + chrono::Days::new(42);
        week
    };
    let squat = week("squat 3x12 @40kg, row 3x10");
    let heavy = fixed(&squat, "strength-too-light", "Lift heavy: squat for 4–6");
    let dose = lift(&heavy, "Mon", 0);
    assert_eq!(dose.reps, Reps::Count(Count::range(4, 6)));
    assert_eq!(dose.load, LoadSpec::Unset, "the reserve says how heavy");
    assert_eq!(dose.effort, Some(Effort::Rir(2.0)));
    let calves = week("standing-calf-raise 3x15, plank 3x30s");
    let jumping = fixed(&calves, "strength-too-light", "Add box jump first");
    assert_eq!(ids(&jumping, "Mon")[0], "box-jump");
}

#[test]
fn a_run_before_a_hot_race_goes_into_the_warmth_and_says_so() {
    let mut week = Week::of("Mon easy").race("Mon");
    let race = &mut week.athlete.profile.races[0];
    race.date = race.date + chrono::Days::new(14);
    race.expected_celsius = Some(28.0);
    let warm = fixed(&week, "heat", "Run Mon in the warmth");
    let plan = on(&warm, "Mon");
    assert!(plan.run().unwrap().warm);
    assert_eq!(plan.note, "In the warm part of the day.");
}
