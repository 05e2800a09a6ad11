//! Fixes of exercises, sets and loads.

use super::*;

#[test]
fn long_strength_shrinks_set_by_set() {
    let runs = "Mon easy; Tue tempo; Thu easy; Sat long; Sun easy";
    let week = TestWeek::of(&format!(
        "{runs}; Wed strength upper 50min; Fri strength upper 30min"
    ));
    let shorter = fixed(&week, "short-sessions-at-volume", "Shorten to 40 min");
    assert_eq!(on(&shorter, "Wed").duration, Some(Minutes(40)));

    // Sets of eight take 28 s and 90 s of rest: 64 minutes with the five to begin, and 59 with 27 of them.
    let long = TestWeek::of("Tue strength").lifts("Tue", "goblet-squat 15x8, row 15x8");
    let shorter = fixed(&long, "session-length", "Shorten to 59 min");
    let sets = [0, 1].map(|place| lift(&shorter, "Tue", place).sets.high);
    assert_eq!(sets.iter().sum::<u32>(), 27);
    assert!(shorter.found_by("session-length").is_empty());
}

#[test]
fn a_novice_is_eased_in() {
    let mut week = TestWeek::of("Mon strength")
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
    let hard = TestWeek::of("Mon strength").lifts("Mon", "squat 3x8 rir0, push-up 3xmax");
    let kept = fixed(&hard, "effort", "Leave 2 in reserve");
    let efforts = [0, 1].map(|place| lift(&kept, "Mon", place).effort);
    assert_eq!(efforts, [Some(Effort::Rir(2.0)); 2]);

    let short = TestWeek::of("Mon strength").lifts("Mon", "squat 3x5 rest60s, plank 3x45s rest30s");
    let rested = fixed(&short, "rest-between-sets", "Rest 2 min");
    let rests = [0, 1].map(|place| lift(&rested, "Mon", place).rest);
    assert_eq!(rests, [Some(Seconds(120)), Some(Seconds(30))]);
}

#[test]
fn a_load_is_lowered_to_a_whole_step() {
    let week = |done: &str, planned: &str| {
        TestWeek::of("Mon strength; Fri strength")
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
fn upper_body_sets_give_way() {
    let week = TestWeek::of("Mon strength").lifts("Mon", "row 4x8, push-up 3x8, plank 5x30s");
    let trimmed = fixed(&week, "balance", "Fewer upper-body sets");
    let sets = [0, 1].map(|place| lift(&trimmed, "Mon", place).sets.high);
    assert_eq!(sets, [3, 2]);
}

#[test]
fn exercises_are_put_in_order() {
    let week = TestWeek::of("Mon strength").lifts(
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
fn a_session_made_light_asks_less_and_is_light_by_what_it_asks() {
    let heavy = "squat 4x6 @62.5kg, romanian-deadlift 3x8 @2x20kg rpe8, row 3x8 @40kg";
    let week = TestWeek::of("Tue 07:00 strength 60min; Wed 18:00 tempo").lifts("Tue", heavy);
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
    let mut stacked = TestWeek::of("Tue 07:00 tempo; Tue 18:00 strength")
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
    let mut week =
        TestWeek::of("Tue 07:00 strength; Wed 18:00 tempo").lifts("Tue", "squat 4x5 @225lb");
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
    let hard = TestWeek::of("Mon strength").lifts("Mon", "squat 3x8 @100kg rir0");
    let kept = fixed(&hard, "effort", "Leave 2 in reserve");
    // Epley: 100 × (1 + 8/30) / (1 + 10/30) = 95.
    assert_eq!(written(&kept, "Mon"), ["squat 3x8 @95kg rir 2"]);
}

#[test]
fn strength_that_stays_light_gets_a_heavy_lift_or_jumps() {
    let week = |lift: &str| {
        let mut week = TestWeek::of("Mon strength; Wed easy")
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
