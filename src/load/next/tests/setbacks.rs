//! The next load after failures, pain, low energy and time away.

use super::*;

#[test]
fn nothing_grows_with_signs_of_low_energy() {
    let diary = |plan: &'static str, done: &'static str| {
        [("2026-11-02", plan, done), ("2026-11-09", plan, "")]
    };
    let tired = |mut athlete: Athlete| {
        athlete.profile.low_energy.falling_weight = true;
        told(&athlete)
    };
    let told = |level, plan, done| tired(athlete(level, &diary(plan, done)));
    let reason = "signs of low energy are noted → same again, nothing grows";
    let advanced = told(Level::Advanced, "squat 3x5 60kg", "3x5@2 60");
    assert_eq!(advanced, format!("60kg: {reason}"), "no load");
    let intermediate = told(Level::Intermediate, "squat 3x5-8 60kg", "3x5@2 60");
    assert_eq!(intermediate, format!("60kg: {reason}"), "no repetition");
    let novice = [
        ("2026-11-02", "squat 2x8 40kg", "2x8@4 40"),
        ("2026-11-09", "squat 4x8 40kg", ""),
    ];
    let novice = tired(athlete(Level::Novice, &novice));
    assert_eq!(novice, format!("40kg: {reason}"), "no set");
    // Less is still less.
    let relief = told(Level::Advanced, "squat 3x5 60kg", "5x60 4x60! 3x60!");
    assert!(!relief.contains("low energy"), "{relief}");
}

#[test]
fn one_failure_repeats_and_two_take_a_tenth_off() {
    let plan = "squat 3x5 60kg";
    let rule = Progression::Percent;
    assert_eq!(
        by(
            rule,
            &[
                ("2026-11-02", plan, "5x60 5x60 4x60"),
                ("2026-11-09", plan, "")
            ]
        ),
        "60kg: 4 of 5 in a set → same again"
    );
    assert_eq!(
        by(
            rule,
            &[
                ("2026-11-02", plan, "5x60 5x60 4x60"),
                ("2026-11-09", plan, "5x60 5x60 5x60!"),
                ("2026-11-16", plan, ""),
            ]
        ),
        // 60 − 10 % is 54, and the plates make 52.5.
        "52.5kg: short twice in a row → 7.5 kg less"
    );
    assert_eq!(
        by(
            rule,
            &[("2026-11-02", plan, "5x60 5x60"), ("2026-11-09", plan, "")]
        ),
        "60kg: not every set was done → same again"
    );
}

#[test]
fn a_failure_with_less_load_is_not_the_second() {
    let plan = "squat 3x5 60kg";
    let diary = [
        ("2026-11-02", plan, "5x50 5x50 4x50"),
        ("2026-11-09", plan, "5x60 5x60 4x60"),
        ("2026-11-16", plan, ""),
    ];
    assert_eq!(
        by(Progression::Percent, &diary),
        "60kg: 4 of 5 in a set → same again"
    );
}

#[test]
fn far_too_few_repetitions_and_pain_mean_less_at_once() {
    let plan = "squat 3x10 60kg";
    let diary = [
        ("2026-11-02", plan, "7x60 6x60 6x60"),
        ("2026-11-09", plan, ""),
    ];
    assert_eq!(
        by(Progression::DoubleProgression, &diary),
        "52.5kg: 6 of 10, too heavy → 7.5 kg less"
    );
    let mut athlete = athlete(
        Level::Intermediate,
        &[("2026-11-02", plan, "3x10@3 60"), ("2026-11-09", plan, "")],
    );
    let mut sore = (*athlete.sessions.all()[0]).clone();
    sore.log.as_mut().unwrap().pains.push(Pain {
        exercise: Some(ExerciseId::new("squat")),
        place: "left knee".to_owned(),
        sharp: false,
        ..Pain::default()
    });
    athlete.sessions.put(Arc::new(sore), 0);
    assert_eq!(told(&athlete), "52.5kg: it hurt last time → 7.5 kg less");
}

#[test]
fn after_a_month_away_the_load_stays() {
    let plan = "squat 3x5 60kg";
    let diary = [("2026-10-05", plan, "3x5@2 60"), ("2026-11-09", plan, "")];
    assert_eq!(
        by(Progression::Percent, &diary),
        "60kg: 5 weeks since the last time → same load again"
    );
}
