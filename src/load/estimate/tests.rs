//! Figures that a plan does not say, estimated.

use super::*;
use crate::domain::{
    Count, ExerciseId, KeyMark, Prescription, Recovery, Reps, Seconds, StrengthPlan,
};

fn profile() -> Profile {
    let mut profile = Profile::named("Anna");
    profile.threshold_pace = Some(Pace::from_seconds_per_km(250.0));
    profile
}

fn run(run: RunPlan) -> Plan {
    Plan::new(Workout::Run(run))
}

#[test]
fn a_distance_takes_the_pace_of_its_kind() {
    let plan = run(RunPlan {
        distance: Some(Meters::from_km(12.0)),
        ..RunPlan::of(RunKind::Easy)
    });
    // 12 km at 250 s × 1.28 = 64 min.
    assert_eq!(
        duration_of(&plan, &profile()),
        Estimated::guessed(Minutes(64))
    );
    assert_eq!(
        distance_of(&plan, &profile()),
        Some(Estimated::said(Meters::from_km(12.0)))
    );
}

#[test]
fn a_duration_covers_ground_at_the_pace_of_its_kind() {
    let mut plan = run(RunPlan::of(RunKind::Easy));
    plan.duration = Some(Minutes(64));
    let distance = distance_of(&plan, &profile()).unwrap();
    assert!(distance.estimated && (distance.value.km() - 12.0).abs() < 1e-9);
    assert_eq!(duration_of(&plan, &profile()), Estimated::said(Minutes(64)));
}

#[test]
fn steps_are_summed_with_their_recoveries() {
    let step = |kind, repeats, meters, recovery| Step {
        kind,
        repeats,
        extent: Extent::Distance(Meters::new(meters)),
        target: Some(Target::Pace(Pace::from_seconds_per_km(240.0))),
        recovery,
    };
    let stand = Recovery {
        extent: Extent::Time(Seconds(60)),
        style: RecoveryStyle::Stand,
    };
    let plan = run(RunPlan {
        steps: vec![
            step(StepKind::WarmUp, 1, 2000.0, None),
            step(StepKind::Work, 5, 1000.0, Some(stand)),
        ],
        ..RunPlan::of(RunKind::Intervals)
    });
    // 7 km at 4 min and five minutes of standing; every figure was said.
    assert_eq!(duration_of(&plan, &profile()), Estimated::said(Minutes(33)));
    assert_eq!(
        distance_of(&plan, &profile()),
        Some(Estimated::said(Meters::new(7000.0)))
    );
}

#[test]
fn strength_takes_what_its_sets_and_rests_take_and_forty_minutes_where_there_are_none() {
    let squat = Prescription::new(
        ExerciseId::new("squat"),
        "Squat",
        Count::range(3, 5),
        Reps::Count(Count::exactly(8)),
    );
    let plan = |exercises| {
        Plan::new(Workout::Strength(StrengthPlan {
            exercises,
            ..StrengthPlan::default()
        }))
    };
    // Five times 28 s of work and 90 s of rest, and five minutes.
    assert_eq!(
        duration_of(&plan(vec![squat]), &profile()),
        Estimated::guessed(Minutes(15))
    );
    assert_eq!(
        duration_of(&plan(Vec::new()), &profile()).value,
        Minutes(40)
    );
}

#[test]
fn an_unknown_key_run_takes_an_hour_and_the_rest_forty_minutes() {
    let mut easy = run(RunPlan::of(RunKind::Easy));
    assert_eq!(duration_of(&easy, &profile()).value, Minutes(40));
    easy.key = KeyMark::Key;
    assert_eq!(duration_of(&easy, &profile()).value, Minutes(60));
    assert_eq!(
        duration_of(&run(RunPlan::of(RunKind::Long)), &profile()).value,
        Minutes(60)
    );
    assert_eq!(
        duration_of(&Plan::new(Workout::Rest), &profile()).value,
        Minutes(0)
    );
}

#[test]
fn exertion_goes_by_kind_and_leg_load() {
    assert_eq!(
        rpe_of(&run(RunPlan::of(RunKind::Tempo)), &Library::default()),
        Estimated::guessed(Rpe::new(7.0))
    );
    let said = RunPlan {
        rpe: Some(Rpe::new(6.5)),
        ..RunPlan::of(RunKind::Tempo)
    };
    assert_eq!(
        rpe_of(&run(said), &Library::default()),
        Estimated::said(Rpe::new(6.5))
    );
    let heavy = StrengthPlan {
        leg_load: Some(LegLoad::Heavy),
        ..StrengthPlan::default()
    };
    assert_eq!(
        rpe_of(&Plan::new(Workout::Strength(heavy)), &Library::default()).value,
        Rpe::new(8.0)
    );
    let undeclared = Plan::new(Workout::Strength(StrengthPlan::default()));
    assert_eq!(
        rpe_of(&undeclared, &Library::default()).value,
        Rpe::new(6.0)
    );
}

#[test]
fn a_distance_with_a_fast_part_is_run_easy_but_for_that_part() {
    let part = |kind, minutes: u32| {
        run(RunPlan {
            distance: Some(Meters::from_km(8.0)),
            steps: vec![Step {
                target: Some(Target::Pace(Pace::from_seconds_per_km(250.0))),
                ..Step::new(StepKind::Work, Extent::Time(Seconds(minutes * 60)))
            }],
            ..RunPlan::of(kind)
        })
    };
    // 25 min at 4:10 go 6 km, and 2 km at 250 s × 1.28 take 10:40.
    let tempo = part(RunKind::Tempo, 25);
    assert_eq!(duration_of(&tempo, &profile()).value, Minutes(36));
    // Steps that go as far as the run leave it to its pace.
    let whole = run(RunPlan {
        steps: Vec::new(),
        ..tempo.run().unwrap().clone()
    });
    let full = part(RunKind::Tempo, 34);
    assert_eq!(
        duration_of(&full, &profile()),
        duration_of(&whole, &profile())
    );
}
