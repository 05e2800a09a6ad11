//! Hard sets of each muscle, on short diaries.

use super::super::test_support::{athlete, day, figures_of, lifted, set};
use super::*;
use crate::domain::{
    Count, Effort, ExerciseId, Prescription, Reps, SetKind, SetLog, Side, Status, Workout,
};

fn week() -> Period {
    Period::new(day("2026-11-23"), day("2026-11-29"))
}

fn of_week(sessions: impl IntoIterator<Item = crate::domain::Session>) -> MuscleBar {
    let figures = figures_of(&athlete(sessions));
    hard_sets(&figures, day("2026-11-25"), week(), Grouping::Week).unwrap()[0]
}

fn with_rir(rir: f64) -> SetLog {
    SetLog {
        rir: Some(rir),
        ..set(60.0, 8)
    }
}

#[test]
fn muscles_that_work_count_one_and_those_that_help_half() {
    let squats = [set(60.0, 8), set(60.0, 8), set(60.0, 8)];
    let bar = of_week([lifted(1, "2026-11-23", &[("squat", &squats)])]);
    assert_eq!(bar.done.of(Muscle::Quadriceps), 3.0);
    assert_eq!(bar.done.of(Muscle::Adductors), 1.5);
    // Squats train them little (Kubo 2019).
    assert_eq!(bar.done.of(Muscle::Hamstrings), 0.0);
    assert_eq!(bar.done.of(Muscle::Biceps), 0.0);
    assert!(!bar.estimated);
}

#[test]
fn only_hard_working_sets_count() {
    let warm_up = SetLog {
        kind: SetKind::WarmUp,
        ..set(20.0, 10)
    };
    let left = SetLog {
        side: Some(Side::Left),
        ..set(60.0, 8)
    };
    let right = SetLog {
        side: Some(Side::Right),
        ..left
    };
    let nothing = SetLog::default();
    let none_done = set(60.0, 0);
    let sets = [
        with_rir(4.0),
        with_rir(4.5),
        warm_up,
        left,
        right,
        nothing,
        none_done,
    ];
    let bar = of_week([lifted(1, "2026-11-23", &[("squat", &sets)])]);
    assert_eq!(bar.done.of(Muscle::Quadriceps), 2.0);
}

#[test]
fn the_plan_speaks_for_what_is_to_come_and_for_a_session_ticked_off() {
    let mut open = lifted(1, "2026-11-27", &[]);
    open.log = None;
    open.status = Status::Planned;
    let Workout::Strength(plan) = &mut open.plan.workout else {
        panic!("a strength session");
    };
    let dose = |sets, rir| Prescription {
        effort: Some(Effort::Rir(rir)),
        ..Prescription::new(
            ExerciseId::new("squat"),
            "Squat",
            Count::exactly(sets),
            Reps::Count(Count::exactly(8)),
        )
    };
    plan.exercises = vec![dose(3, 2.0), dose(2, 5.0)];
    let ticked = |date: &str, status: Status| {
        let mut session = open.clone();
        session.date = day(date);
        session.status = status;
        session
    };
    let bar = of_week([open.clone()]);
    assert_eq!(bar.to_come.of(Muscle::Quadriceps), 3.0);
    assert_eq!(bar.total(Muscle::Quadriceps), 3.0);

    let bar = of_week([ticked("2026-11-23", Status::Done)]);
    assert_eq!(
        (bar.done.of(Muscle::Quadriceps), bar.estimated),
        (3.0, true)
    );
    let bar = of_week([ticked("2026-11-23", Status::Partial)]);
    assert_eq!(bar.done.of(Muscle::Quadriceps), 1.5);

    let missed = figures_of(&athlete([ticked("2026-11-23", Status::Missed)]));
    let told = hard_sets(&missed, day("2026-11-25"), week(), Grouping::Week).unwrap_err();
    assert!(
        told.to_string()
            .starts_with("This needs a strength session")
    );
}

#[test]
fn bands_grow_with_the_level() {
    for muscle in Muscle::ALL {
        let [novice, intermediate, advanced] =
            [Level::Novice, Level::Intermediate, Level::Advanced]
                .map(|level| band_of(*muscle, level));
        assert!(novice.low < intermediate.low && intermediate.low < advanced.low);
        assert!(novice.high < intermediate.high && intermediate.high < advanced.high);
        assert!(novice.low < novice.high);
    }
    let band = band_of(Muscle::Quadriceps, Level::Intermediate);
    let places = [0.0, 4.5, 5.0, 12.0, 12.5].map(|sets| band.place(sets));
    let expected = [
        BandPlace::None,
        BandPlace::Below,
        BandPlace::Within,
        BandPlace::Within,
        BandPlace::Above,
    ];
    assert_eq!(places, expected);
}

#[test]
fn the_mean_week_counts_weeks_without_a_set() {
    let sets = [set(60.0, 8); 6];
    let figures = figures_of(&athlete([lifted(1, "2026-11-23", &[("squat", &sets)])]));
    let two = Period::new(day("2026-11-16"), day("2026-11-29"));
    let means = mean_hard_sets(&figures, day("2026-11-25"), two).unwrap();
    let quadriceps = means.iter().find(|mean| mean.muscle == Muscle::Quadriceps);
    let quadriceps = quadriceps.unwrap();
    assert_eq!((quadriceps.sets, quadriceps.place), (3.0, BandPlace::Below));
    assert_eq!(means.len(), Muscle::ALL.len());
}
