//! What grows, and by how much, when all went well.

use super::*;

#[test]
fn double_progression_adds_a_repetition_then_load() {
    let rule = Progression::DoubleProgression;
    let plan = "squat 3x5-8 60kg";
    assert_eq!(
        by(
            rule,
            &[("2026-11-02", plan, "3x5@2 60"), ("2026-11-09", plan, "")]
        ),
        "60kg 6 reps: all sets at RIR 2, not all at 8 yet → 6 reps"
    );
    assert_eq!(
        by(
            rule,
            &[
                ("2026-11-02", plan, "8x60@2 8x60@2 7x60@1"),
                ("2026-11-09", plan, "")
            ]
        ),
        "60kg 8 reps: all sets at RIR 1 or more, not all at 8 yet → 8 reps"
    );
    assert_eq!(
        by(
            rule,
            &[("2026-11-02", plan, "3x8@2 60"), ("2026-11-09", plan, "")]
        ),
        "62.5kg 5 reps: all sets at RIR 2 → +2.5 kg"
    );
    assert_eq!(
        by(
            rule,
            &[("2026-11-02", plan, "3x8 60"), ("2026-11-09", plan, "")]
        ),
        "62.5kg 5 reps: all sets done → +2.5 kg"
    );
}

#[test]
fn the_heaviest_dumbbell_is_no_end_of_progress() {
    let plan = "lunge 3x8-10 2x16kg";
    let diary = [("2026-11-02", plan, "3x10@2 32"), ("2026-11-09", plan, "")];
    let mut anna = athlete(Level::Intermediate, &diary);
    anna.profile.dumbbells = [8.0, 12.0, 16.0].map(Kilograms::new).into();
    assert_eq!(
        told(&anna),
        "2x16kg 11 reps: all sets at RIR 2, and there is nothing heavier → 11 reps"
    );
}

#[test]
fn the_limit_is_no_reason_for_more() {
    let rule = Progression::Percent;
    let plan = "squat 3x5 60kg";
    assert_eq!(
        by(
            rule,
            &[
                ("2026-11-02", plan, "5x60@2 5x60@1 5x60@0"),
                ("2026-11-09", plan, "")
            ]
        ),
        "60kg: all sets done, but RIR 0 and not 1 → same again"
    );
    let mut novice = athlete(
        Level::Novice,
        &[("2026-11-02", plan, "3x5@2 60"), ("2026-11-09", plan, "")],
    );
    assert_eq!(
        told(&novice),
        "60kg: all sets done, but RIR 2 and not 3 → same again"
    );
    novice.profile.level = Level::Advanced;
    assert_eq!(told(&novice), "62.5kg: all sets at RIR 2 → +2.5 kg");
}

#[test]
fn much_to_spare_earns_the_larger_step() {
    let plan = "squat 3x5 100kg rir 2";
    let after = |done| {
        let diary = [("2026-11-02", plan, done), ("2026-11-09", plan, "")];
        by(Progression::Percent, &diary)
    };
    assert_eq!(after("3x5@2 100"), "102.5kg: all sets at RIR 2 → +2.5 kg");
    assert_eq!(after("3x5@4 100"), "105kg: all sets at RIR 4 → +5 kg");
}

#[test]
fn a_repetition_comes_first_where_a_step_is_over_five_percent() {
    let plan = "goblet-squat 3x8-10 20kg";
    let rule = Progression::DoubleProgression;
    let after = |done| {
        by(
            rule,
            &[("2026-11-02", plan, done), ("2026-11-09", plan, "")],
        )
    };
    assert_eq!(
        after("3x10@2 20"),
        "20kg 11 reps: all sets at RIR 2, but +2 kg is over 5 % → 11 reps first"
    );
    assert_eq!(
        after("3x13@2 20"),
        "22kg 8 reps: 13 reps in every set → +2 kg"
    );
}

#[test]
fn pairs_go_up_by_their_dumbbells() {
    let plan = "split-squat 3x8 2x40kg";
    let diary = [("2026-11-02", plan, "3x8@2 80"), ("2026-11-09", plan, "")];
    assert_eq!(
        by(Progression::Percent, &diary),
        "2x42kg: all sets at RIR 2 → +2 kg each"
    );
}

#[test]
fn a_ramp_adds_a_set_a_week_up_to_the_plan() {
    let plan = "squat 3-5x5-8 40kg";
    let rule = Progression::SetRamp;
    let diary = |done| [("2026-11-02", plan, done), ("2026-11-09", plan, "")];
    // The first week was done as advised: one set.
    let mut athlete = athlete(Level::Novice, &diary("5x40@4"));
    let mut first = (*athlete.sessions.all()[0]).clone();
    first.plan.workout.exercises_mut().unwrap()[0].advice = Some(Box::new(Advice {
        sets: Some(1),
        ..Advice::default()
    }));
    athlete.sessions.put(Arc::new(first), 0);
    assert_eq!(
        told(&athlete),
        "40kg 2 sets: one set more each week → 2 sets"
    );
    let full = by(rule, &diary("3x8@3 40"));
    assert_eq!(
        full,
        "40kg 9 reps: all sets at RIR 3, but +2.5 kg is over 5 % → 9 reps first"
    );
}

#[test]
fn the_body_comes_before_load() {
    let plan = "push-up 3x10-15";
    let rule = Progression::BodyweightFirst;
    let after = |done| {
        by(
            rule,
            &[("2026-11-02", plan, done), ("2026-11-09", plan, "")],
        )
    };
    assert_eq!(after("12,12,11"), "bw 12 reps: all sets done → 12 reps");
    assert_eq!(
        after("15,15,15"),
        "bw+2kg 8 reps: all sets reached 15 → 2 kg and 8 reps"
    );
}

#[test]
fn help_gets_less() {
    let plan = "pull-up 3x5-8 bw-20kg";
    let diary = [
        ("2026-11-02", plan, "8x-20 8x-20 8x-20"),
        ("2026-11-09", plan, ""),
    ];
    assert_eq!(
        by(Progression::BodyweightFirst, &diary),
        "bw-18kg: all sets done → 2 kg less help"
    );
}

#[test]
fn holds_grow_longer_and_then_harder() {
    let plan = "plank 2x30-45s";
    let rule = Progression::DoubleProgression;
    let after = |done| {
        by(
            rule,
            &[("2026-11-02", plan, done), ("2026-11-09", plan, "")],
        )
    };
    assert_eq!(after("2x30s"), "35 reps: all sets held 30 s → 35 s");
    assert_eq!(after("2x20s"), ": 20 of 30 s held → same again");
    assert!(after("2x45s").contains("ready for"), "{}", after("2x45s"));
}

#[test]
fn what_is_held_as_long_as_possible_is_held_longer_and_not_repeated() {
    let diary = |plan, done| [("2026-11-02", plan, done), ("2026-11-09", plan, "")];
    let rule = Progression::DoubleProgression;
    assert!(
        by(rule, &diary("plank 2xmax", "45s 40s")).ends_with("45 s at most last time → try 50 s")
    );
    assert!(by(rule, &diary("chin-up 2xmax", "9 7")).ends_with("9 at most last time → try 10"));
}

#[test]
fn pounds_go_up_by_plates_of_pounds() {
    let mut athlete = athlete(
        Level::Advanced,
        &[
            ("2026-11-02", "squat 3x5 135lb", "3x5 135lb"),
            ("2026-11-09", "squat 3x5", ""),
        ],
    );
    athlete.profile.units.mass = MassUnit::Pounds;
    let next = athlete.sessions.all()[1].clone();
    let planned = &next.plan.workout.exercises()[0];
    let advice = advise(&athlete, &shipped(), &next, planned).unwrap();
    assert_eq!(advice.reason, "all sets done → +5 lb");
    assert!((advice.load.kilograms().unwrap().pounds() - 140.0).abs() < 1e-6);
}
