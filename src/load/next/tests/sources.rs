//! Which rule advises, and from which log.

use super::*;

#[test]
fn six_weeks_start_over_from_the_new_maximum() {
    let plan = "squat 4x6 70kg rir 2";
    let peak = "squat 4x3 77.5kg rir 2";
    let rule = Progression::SixWeekCycle;
    // Six repetitions at RIR 2 are 78.6 % and three are 86.3 % of the maximum: 70 × 86.3 / 78.6 = 76.9.
    assert_eq!(
        by(
            rule,
            &[("2026-11-02", plan, "4x6@2 70"), ("2026-11-09", peak, "")]
        ),
        "75kg: 3 reps instead of 6 → 75 kg"
    );
    let mut athlete = athlete(
        Level::Advanced,
        &[("2026-11-02", peak, "4x3@2 85"), ("2026-11-09", plan, "")],
    );
    athlete
        .profile
        .progressions
        .insert(ExerciseId::new("squat"), ProgressionChoice::By(rule));
    let mut next = (*athlete.sessions.all()[1]).clone();
    next.origin = Some(
        Origin {
            source: "six-weeks".to_owned(),
            week: 7,
            slot: 1,
        }
        .into(),
    );
    athlete.sessions.put(Arc::new(next), 0);
    // 85 (1 + 5/30) = 99.2, of which 78.6 % are 77.9.
    assert_eq!(
        told(&athlete),
        "77.5kg: a new cycle from a maximum of 99.17 kg → 77.5 kg"
    );
}

#[test]
fn the_level_decides_where_nobody_chose() {
    let plan = "squat 3x5-8 60kg";
    let next = session(9, "2026-11-09", vec![row(plan)]);
    let rule = |level| {
        let athlete = athlete(level, &[("2026-11-02", plan, "")]);
        rule_of(&athlete, &shipped(), &next, &ExerciseId::new("squat"))
    };
    assert_eq!(rule(Level::Novice), Some(Progression::SetRamp));
    assert_eq!(
        rule(Level::Intermediate),
        Some(Progression::DoubleProgression)
    );
    assert_eq!(rule(Level::Advanced), Some(Progression::Percent));
    let mut off = athlete(
        Level::Advanced,
        &[("2026-11-02", plan, "3x5 60"), ("2026-11-09", plan, "")],
    );
    let squat = ExerciseId::new("squat");
    off.profile
        .progressions
        .insert(squat, ProgressionChoice::Off);
    assert_eq!(told(&off), "nothing");
}

#[test]
fn a_percentage_needs_no_advice() {
    let plan = "squat 3x5 75%";
    let diary = [("2026-11-02", plan, "3x5 60"), ("2026-11-09", plan, "")];
    assert_eq!(by(Progression::Percent, &diary), "nothing");
}

#[test]
fn the_next_load_follows_what_was_lifted_and_not_what_was_planned() {
    let plan = "squat 3x5 80kg";
    for rule in [Progression::Percent, Progression::DoubleProgression] {
        let after = |done| {
            by(
                rule,
                &[("2026-11-02", plan, done), ("2026-11-09", plan, "")],
            )
        };
        assert_eq!(
            after("3x5 60"),
            "60kg: 60 kg lifted of 80 kg planned → the same again"
        );
        assert_eq!(
            after("3x5@2 60"),
            "60kg: 60 kg lifted of 80 kg planned → the same again"
        );
        // Clearly too light: on it goes, from what was lifted.
        assert!(
            after("3x5@5 60").starts_with("62.5kg"),
            "{}",
            after("3x5@5 60")
        );
    }
}

#[test]
fn a_set_not_done_and_a_warm_up_alone_give_no_next_step() {
    let plan = "squat 3x5 60kg";
    for done in ["0x60 0x60 0x60", "-x60 -x60 -x60", "w5x40"] {
        let diary = [("2026-11-02", plan, done), ("2026-11-09", plan, "")];
        assert_eq!(by(Progression::Percent, &diary), "nothing", "{done}");
    }
    // Beside sets that were done it is a set left out; zero is no load.
    let diary = [
        ("2026-11-02", plan, "5x60 5x60 0x0"),
        ("2026-11-09", plan, ""),
    ];
    assert_eq!(
        by(Progression::Percent, &diary),
        "60kg: not every set was done → same again"
    );
    // As many as possible, and nobody counted: no figure to go on from.
    let most = "push-up 3xmax";
    let diary = [("2026-11-02", most, "- - -"), ("2026-11-09", most, "")];
    assert_eq!(by(Progression::BodyweightFirst, &diary), "nothing");
}
