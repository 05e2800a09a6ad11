//! The rules of progression on diaries in words.

mod follow;
mod properties;

use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::domain::set_entry::{EntryRules, parse_sets};
use crate::domain::{
    Advice, Athlete, AthleteId, Count, ExerciseId, ExerciseLog, Kilograms, Level, LoadSource,
    LoadSpec, Log, MassUnit, Origin, Pain, Plan, Prescription, Profile, Progression,
    ProgressionChoice, Reps, Session, SessionId, SetLog, Stamp, Status, StrengthPlan, Workout,
};
use crate::library::Library;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn shipped() -> Library {
    Library::shipped().unwrap()
}

/// "squat 3x5-8 60kg rir 2": exercise, sets, repetitions, then load and effort where they are said.
fn row(text: &str) -> Prescription {
    let mut words = text.split(' ');
    let exercise = words.next().unwrap();
    let (sets, reps) = words.next().unwrap().split_once('x').unwrap();
    let mut row = Prescription::new(
        ExerciseId::new(exercise),
        exercise,
        sets.parse().unwrap(),
        reps.parse().unwrap(),
    );
    let rest: Vec<&str> = words.collect();
    match rest[..] {
        [] => {}
        [load] => row.load = load.parse().unwrap(),
        ["rir", rir] => row.effort = Some(format!("rir {rir}").parse().unwrap()),
        [load, "rir", rir] => {
            row.load = load.parse().unwrap();
            row.effort = Some(format!("rir {rir}").parse().unwrap());
        }
        _ => panic!("{text}"),
    }
    row
}

fn session(number: u128, date: &str, rows: Vec<Prescription>) -> Session {
    let plan = Plan::new(Workout::Strength(StrengthPlan {
        exercises: rows,
        ..StrengthPlan::default()
    }));
    Session::planned(
        SessionId::from_bits(number),
        day(date),
        plan,
        Stamp::default(),
    )
}

fn sets(text: &str) -> Vec<SetLog> {
    let rules = EntryRules {
        assisted: true,
        ..EntryRules::in_unit(MassUnit::Kg)
    };
    parse_sets(text, rules).unwrap().sets
}

fn logged(mut session: Session, done: &str) -> Session {
    let exercise = session.plan.workout.exercises()[0].exercise.clone();
    session.status = Status::Done;
    session.log = Some(Log {
        exercises: vec![ExerciseLog {
            exercise,
            name: String::new(),
            sets: sets(done),
        }],
        ..Log::default()
    });
    session
}

/// An athlete who did the `diary`, of one planned row each time, and has the last line still to do.
fn athlete(level: Level, diary: &[(&str, &str, &str)]) -> Athlete {
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    athlete.profile.level = level;
    athlete.sessions = diary
        .iter()
        .enumerate()
        .map(|(number, (date, plan, done))| {
            let session = session(number as u128 + 1, date, vec![row(plan)]);
            if done.is_empty() {
                session
            } else {
                logged(session, done)
            }
        })
        .collect();
    athlete
}

/// The advice for the last session of an athlete, in words: load, then sets and repetitions, then the reason.
fn told(athlete: &Athlete) -> String {
    let next = athlete.sessions.all().last().unwrap();
    let planned = &next.plan.workout.exercises()[0];
    let Some(advice) = advise(athlete, &shipped(), next, planned) else {
        return "nothing".to_owned();
    };
    let mut words = Vec::new();
    if !advice.load.is_unset() {
        words.push(advice.load.to_string());
    }
    words.extend(advice.sets.map(|sets| format!("{sets} sets")));
    words.extend(advice.reps.map(|reps| format!("{reps} reps")));
    format!("{}: {}", words.join(" "), advice.reason)
}

/// The advice for a next time by a rule.
fn by(rule: Progression, diary: &[(&str, &str, &str)]) -> String {
    let mut athlete = athlete(Level::Intermediate, diary);
    let exercise = athlete.sessions.all()[0].plan.workout.exercises()[0]
        .exercise
        .clone();
    let choice = ProgressionChoice::By(rule);
    athlete.profile.progressions.insert(exercise, choice);
    told(&athlete)
}

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
        "60kg 8 reps: all sets at RIR 1, not all at 8 yet → 8 reps"
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
    next.origin = Some(Origin {
        source: "six-weeks".to_owned(),
        week: 7,
        slot: 1,
    });
    athlete.sessions.put(Arc::new(next), 0);
    // 85 (1 + 5/30) = 99.2, of which 78.6 % are 77.9.
    assert_eq!(
        told(&athlete),
        "77.5kg: a new cycle from a maximum of 99.17 kg → 77.5 kg"
    );
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
    // Beside sets that were done it is a set left out; nought is no load.
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

fn shipped_once() -> &'static Library {
    static LIBRARY: std::sync::OnceLock<Library> = std::sync::OnceLock::new();
    LIBRARY.get_or_init(shipped)
}
