//! Top weight and tonnage, on short diaries.

use super::super::test_support::{athlete, before, day, figures_of, lifted, set};
use super::*;
use crate::domain::{Kilograms, SetKind, SetLog, Side};

fn id(exercise: &str) -> ExerciseId {
    ExerciseId::new(exercise)
}

fn one_tonnage(exercise: &str, sets: &[SetLog]) -> f64 {
    let figures = figures_of(&athlete([lifted(1, "2026-11-23", &[(exercise, sets)])]));
    lift_series(&figures, day("2026-11-25"), &[id(exercise)]).unwrap()[0].points[0].tonnage
}

#[test]
fn the_heaviest_working_set_is_the_top_and_of_equals_the_longest() {
    let warm_up = SetLog {
        kind: SetKind::WarmUp,
        ..set(140.0, 1)
    };
    let drop = SetLog {
        kind: SetKind::Drop,
        ..set(130.0, 9)
    };
    let sets = [set(100.0, 5), warm_up, set(120.0, 3), set(120.0, 4), drop];
    let figures = figures_of(&athlete([lifted(1, "2026-11-23", &[("squat", &sets)])]));
    let series = lift_series(
        &figures,
        day("2026-11-25"),
        &[id("squat"), id("bench-press")],
    )
    .unwrap();
    let top = series[0].points[0].top.unwrap();
    assert_eq!((top.kg.kg(), top.reps), (120.0, 4));
    assert!(series[1].points.is_empty());
}

#[test]
fn tonnage_counts_sides_and_leaves_warm_ups_out() {
    let warm_up = SetLog {
        kind: SetKind::WarmUp,
        ..set(50.0, 10)
    };
    assert_eq!(
        one_tonnage("squat", &[warm_up, set(100.0, 5), set(80.0, 10)]),
        1300.0
    );
    // A split squat is done with each leg; logged side by side, each set stands for one.
    assert_eq!(one_tonnage("split-squat", &[set(20.0, 8)]), 320.0);
    let side = |side| SetLog {
        side: Some(side),
        ..set(20.0, 8)
    };
    assert_eq!(
        one_tonnage("split-squat", &[side(Side::Left), side(Side::Right)]),
        320.0
    );
    let failed = SetLog {
        failed: true,
        ..set(100.0, 5)
    };
    assert_eq!(one_tonnage("squat", &[failed]), 400.0);
}

#[test]
fn an_exercise_logged_twice_in_a_session_is_one_point() {
    let lifts: [(&str, &[SetLog]); 2] = [("squat", &[set(100.0, 5)]), ("squat", &[set(110.0, 2)])];
    let figures = figures_of(&athlete([lifted(1, "2026-11-23", &lifts)]));
    let points = &lift_series(&figures, day("2026-11-25"), &[id("squat")]).unwrap()[0].points;
    assert_eq!(points.len(), 1);
    assert_eq!(
        (points[0].tonnage, points[0].top.unwrap().kg.kg()),
        (720.0, 110.0)
    );
}

#[test]
fn slips_of_the_pen_give_no_figure() {
    let sets = [
        set(100_000.0, 5),
        set(100.0, 100_000),
        SetLog {
            kg: Some(Kilograms::new(f64::INFINITY)),
            ..set(0.0, 5)
        },
    ];
    let figures = figures_of(&athlete([lifted(1, "2026-11-23", &[("squat", &sets)])]));
    let told = lift_series(&figures, day("2026-11-25"), &[id("squat")]).unwrap_err();
    assert_eq!(
        told.to_string(),
        "This needs a logged set with its load and repetitions."
    );
}

#[test]
fn weeks_and_months_sum_all_exercises() {
    let lifts: [(&str, &[SetLog]); 2] = [
        ("squat", &[set(100.0, 5)]),
        ("bench-press", &[set(60.0, 5)]),
    ];
    let figures = figures_of(&athlete([
        lifted(1, "2026-11-02", &lifts),
        lifted(2, "2026-11-23", &lifts),
        lifted(3, "2026-12-01", &lifts),
    ]));
    let period = Period::new(day("2026-11-01"), day("2026-12-31"));
    let months = tonnage(
        &figures,
        day("2026-12-31"),
        period,
        Grouping::Month,
        &[id("squat"), id("lunge")],
    );
    let months = months.unwrap();
    let found: Vec<_> = months
        .iter()
        .map(|bar| (bar.all, bar.exercises[0]))
        .collect();
    assert_eq!(found, [(1600.0, 1000.0), (800.0, 500.0)]);
    assert_eq!((months[0].sessions, months[0].exercises[1]), (2, 0.0));
    assert!(
        tonnage(
            &figures,
            day("2026-12-31"),
            before(period),
            Grouping::Week,
            &[]
        )
        .is_err()
    );
}
