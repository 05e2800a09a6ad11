//! A week whose strength sheets are filled in.

use crate::domain::*;

use super::test_support::*;
use super::*;

/// Name, sets, repetitions, load and rest in seconds.
type Lift = (&'static str, &'static str, &'static str, &'static str, u32);

/// A session of five exercises on a day, done as planned.
fn add_done(athlete: &mut Athlete, day: u64, title: &str, exercises: &[Lift]) {
    let mut plan = strength(title, exercises);
    // Where one has no effort, all others say theirs in a line of their own.
    if let Workout::Strength(strength) = &mut plan.workout
        && let Some(last) = strength.exercises.last_mut()
    {
        last.effort = None;
    }
    let sets = [35.0, 62.5, 62.5].map(|kg| SetLog {
        rir: Some(2.0),
        ..eight(kg)
    });
    let id = athlete.sessions.len() as u128 + 1;
    let session = lifted(id, MONDAY + chrono::Days::new(day), plan, &sets);
    athlete.sessions.put(session.into(), usize::MAX / 2);
}

/// Fails unless the week has so many tables and fits on one page of either paper.
#[track_caller]
fn fits_on_a_page(athlete: &Athlete, tables: usize) {
    let sheet = sheet(athlete, &[], &WeekOptions::default());
    assert_eq!(sheet.tables.len(), tables);
    for paper in [Paper::A4, Paper::Letter] {
        let print = Print::Weeks(Booklet {
            paper,
            ..booklet(&sheet)
        });
        assert_eq!(pages(&print).unwrap().count(), 1, "{paper:?}");
    }
}

#[test]
fn two_tables_that_are_filled_in_share_the_page_with_their_week() {
    let upper = [
        ("Push-up", "2", "12", "bw", 60),
        ("Row", "2", "10", "32.5kg", 90),
        ("Pallof press", "2", "10", "band", 45),
        ("Plank", "2", "45s", "bw", 45),
        ("Side plank", "2", "30s", "bw", 45),
    ];
    let lower = [
        ("Squat", "2", "8", "60kg", 150),
        ("Romanian deadlift", "2", "8", "55kg", 120),
        ("Split squat", "2", "8", "2x14kg", 90),
        ("Hip thrust", "2", "8", "67.5kg", 120),
        ("Standing calf raise", "2", "12", "37.5kg", 60),
    ];
    let mut anna = athlete("Anna Kovač");
    add(&mut anna, 0, run(RunKind::Easy, 35, 3.0));
    add(&mut anna, 0, run(RunKind::Easy, 20, 2.0));
    add_done(&mut anna, 0, "Upper + core", &upper);
    add_done(&mut anna, 4, "Lower body strength", &lower);
    fits_on_a_page(&anna, 2);
}

/// A week of three lifts, as a coach prints it once it is done.
#[test]
fn three_tables_that_are_filled_in_share_the_page_with_their_week() {
    let upper = [
        ("Push-up", "2", "12", "bw", 60),
        ("Row", "2", "10", "60kg", 90),
        ("Pallof press", "2", "10", "band", 45),
        ("Plank", "2", "45s", "bw", 45),
        ("Side plank", "2", "30s", "bw", 45),
    ];
    let lower = [
        ("Squat", "2", "8", "102.5kg", 150),
        ("Romanian deadlift", "2", "8", "95kg", 120),
        ("Split squat", "2", "8", "2x24kg", 90),
        ("Hip thrust", "2", "8", "117.5kg", 120),
        ("Standing calf raise", "2", "12", "65kg", 60),
        ("Side plank", "2", "30s", "bw", 45),
    ];
    let mut ben = athlete("Ben Okafor");
    for day in 0..6 {
        add(&mut ben, day, run(RunKind::Easy, 35, 3.0));
    }
    add_done(&mut ben, 0, "Upper + core", &upper);
    add_done(&mut ben, 1, "Lower body strength", &lower);
    add_done(&mut ben, 3, "Full body strength", &lower);
    fits_on_a_page(&ben, 3);
}
