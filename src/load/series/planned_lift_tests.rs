//! What a plan supposes of lifts that are still to come.

use super::test_support::{athlete, day, figures_of, lifted, set, to_lift};
use super::{Grouping, Period, lift_series, one_rm_of, planned_one_rm, tonnage};
use crate::domain::{Count, ExerciseId, Kilograms, LoadSpec, Reps, Session, Status};

const TODAY: &str = "2026-11-25";

fn id(exercise: &str) -> ExerciseId {
    ExerciseId::new(exercise)
}

fn kg(kg: f64) -> LoadSpec {
    LoadSpec::Kg(Kilograms::new(kg))
}

fn times(low: u32, high: u32) -> Reps {
    Reps::Count(Count::range(low, high))
}

fn supposed(sessions: impl IntoIterator<Item = Session>, exercise: &str) -> Vec<(String, f64)> {
    let figures = figures_of(&athlete(sessions));
    let points = planned_one_rm(&figures, &id(exercise), day(TODAY));
    points
        .into_iter()
        .map(|point| {
            (
                point.date.to_string(),
                (point.kg.kg() * 100.0).round() / 100.0,
            )
        })
        .collect()
}

#[test]
fn a_planned_set_supposes_the_maximum_that_its_log_would_give() {
    // Epley: 60 × (1 + (8 + 2) / 30) = 80, by the lower end of the range.
    let plan = to_lift(
        1,
        "2026-11-27",
        &[("squat", 3, times(8, 10), kg(60.0), 2.0)],
    );
    assert_eq!(supposed([plan], "squat"), [("2026-11-27".to_owned(), 80.0)]);
}

#[test]
fn what_has_passed_or_been_done_or_left_out_supposes_nothing() {
    let row = [("squat", 3, times(5, 5), kg(60.0), 0.0)];
    let passed = to_lift(1, "2026-11-24", &row);
    let mut skipped = to_lift(2, "2026-11-27", &row);
    skipped.status = Status::Skipped {
        reason: String::new(),
    };
    let mut done = to_lift(3, TODAY, &row);
    done.status = Status::Done;
    assert_eq!(supposed([passed, skipped, done], "squat"), []);
    assert_eq!(supposed([to_lift(4, TODAY, &row)], "squat").len(), 1);
}

#[test]
fn loads_that_say_nothing_about_a_maximum_suppose_none() {
    let rows = [
        ("squat", 3, times(5, 5), LoadSpec::Percent(80.0), 0.0),
        (
            "plank",
            3,
            Reps::Hold(Count::exactly(45)),
            LoadSpec::Unset,
            2.0,
        ),
        (
            "push-up",
            3,
            Reps::Max,
            LoadSpec::Bodyweight(Kilograms::default()),
            0.0,
        ),
        ("row", 3, times(20, 20), kg(40.0), 0.0),
    ];
    let plan = to_lift(1, "2026-11-27", &rows);
    for exercise in ["squat", "plank", "push-up", "row", "never-met"] {
        assert_eq!(supposed([plan.clone()], exercise), [], "{exercise}");
    }
}

#[test]
fn the_plan_of_an_exercise_stands_beside_what_was_done_of_it() {
    let figures = figures_of(&athlete([
        lifted(1, "2026-11-20", &[("squat", &[set(100.0, 5)])]),
        to_lift(
            2,
            "2026-11-27",
            &[("squat", 3, times(5, 5), kg(105.0), 0.0)],
        ),
    ]));
    let (today, squat) = (day(TODAY), [id("squat")]);
    let maxima = one_rm_of(&figures, today, &squat).unwrap();
    assert_eq!((maxima[0].points.len(), maxima[0].planned.len()), (1, 1));
    assert!((maxima[0].planned[0].kg.kg() - 122.5).abs() < 1e-9);
    let lifts = lift_series(&figures, today, &squat).unwrap();
    let top = lifts[0].planned[0].top;
    assert_eq!(
        (lifts[0].points.len(), top.kg.kg(), top.reps),
        (1, 105.0, 5)
    );
}

#[test]
fn planned_tonnage_counts_pairs_and_sides_as_done_tonnage_does() {
    let pair = LoadSpec::Pair(Kilograms::new(10.0));
    let figures = figures_of(&athlete([
        lifted(1, "2026-11-23", &[("squat", &[set(100.0, 5)])]),
        to_lift(
            2,
            "2026-11-24",
            &[("squat", 9, times(9, 9), kg(100.0), 2.0)],
        ),
        to_lift(
            3,
            "2026-11-27",
            &[
                ("squat", 2, times(5, 5), kg(100.0), 2.0),
                ("split-squat", 1, times(8, 8), pair, 2.0),
            ],
        ),
    ]));
    let week = Period::new(day("2026-11-23"), day("2026-11-29"));
    let bars = tonnage(&figures, day(TODAY), week, Grouping::Week, &[id("squat")]).unwrap();
    let bar = &bars[0];
    assert_eq!((bar.all, bar.exercises[0]), (500.0, 500.0));
    // Two sets of five at 100 kg, and eight for each leg with 20 kg; Tuesday has passed.
    assert_eq!((bar.to_come, bar.exercises_to_come[0]), (1320.0, 1000.0));
    assert_eq!((bar.total(), bar.sessions), (1820.0, 1));
}

#[test]
fn a_plan_alone_can_be_charted_as_tonnage() {
    let plan = to_lift(
        1,
        "2026-11-27",
        &[("squat", 2, times(5, 5), kg(100.0), 2.0)],
    );
    let figures = figures_of(&athlete([plan]));
    let week = Period::new(day("2026-11-23"), day("2026-11-29"));
    assert!(tonnage(&figures, day(TODAY), week, Grouping::Week, &[]).is_ok());
    let later = day("2026-11-28");
    assert!(tonnage(&figures, later, week, Grouping::Week, &[]).is_err());
}

#[test]
fn slips_of_the_pen_are_no_plan() {
    let rows = [
        ("squat", 3, times(5, 5), kg(1e9), 0.0),
        ("row", u32::MAX, times(u32::MAX, u32::MAX), kg(50.0), 0.0),
    ];
    let plan = to_lift(1, "2026-11-27", &rows);
    assert_eq!(supposed([plan.clone()], "squat"), []);
    assert_eq!(supposed([plan], "row"), []);
}
