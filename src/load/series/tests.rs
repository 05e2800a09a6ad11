use super::test_support::{self, athlete, day, done, planned_run as run};
use super::*;
use crate::domain::{
    Athlete, CrossPlan, ExerciseId, Kilograms, Log, Meters, Minutes, Plan, Race, RaceId, Rpe,
    RunKind, RunPlan, Session, SessionId, SetKind, SetLog, Stamp, Status, TestedMax, Workout,
};
use crate::library::Library;

/// Half an hour of strength at RPE 8 with these sets of squats.
fn lifted(id: u128, date: &str, sets: &[SetLog]) -> Session {
    let mut session = test_support::lifted(id, date, &[("back-squat", sets)]);
    for logged in session
        .log
        .iter_mut()
        .flat_map(|log| log.exercises.iter_mut())
    {
        "Squat".clone_into(&mut logged.name);
    }
    session
}

fn set(kg: f64, reps: u32) -> SetLog {
    SetLog {
        kg: Some(Kilograms::new(kg)),
        reps: Some(reps),
        ..SetLog::default()
    }
}

fn squat() -> ExerciseId {
    ExerciseId::new("back-squat")
}

fn figures_of(athlete: &Athlete) -> TrainingDigest {
    TrainingDigest::of(athlete, &Library::default())
}

fn kilometres(weeks: &[WeekTotals]) -> Vec<f64> {
    weeks.iter().map(|week| week.distance().km()).collect()
}

fn maxima(athlete: &Athlete) -> Vec<f64> {
    let points = one_rm(&figures_of(athlete), &squat());
    points
        .iter()
        .map(|point| (point.kg.kg() * 100.0).round() / 100.0)
        .collect()
}

// 2026-11-23 is a Monday.

#[test]
fn weeks_end_with_the_night_before_the_week_starts() {
    let sessions = [
        run(1, "2026-11-22", 7.0, 40),
        run(2, "2026-11-23", 8.0, 40),
        run(3, "2026-11-29", 9.0, 40),
        run(4, "2026-11-30", 1.0, 40),
    ];
    let mut athlete = athlete(sessions);
    let today = day("2026-11-01");
    assert_eq!(
        kilometres(&weekly(
            &athlete,
            &Library::default(),
            today,
            day("2026-11-23"),
            1
        )),
        [17.0]
    );

    athlete.profile.week_start = chrono::Weekday::Sun;
    assert_eq!(
        kilometres(&weekly(
            &athlete,
            &Library::default(),
            today,
            day("2026-11-22"),
            2
        )),
        [15.0, 10.0]
    );
}

#[test]
fn the_current_week_is_what_was_done_and_what_is_still_to_come() {
    let sessions = [
        done(run(1, "2026-11-23", 8.0, 40), 8.4, 50),
        run(2, "2026-11-24", 5.0, 30),
        run(3, "2026-11-25", 6.0, 30),
        run(4, "2026-11-29", 18.0, 100),
    ];
    let athlete = athlete(sessions);
    let week = weekly(
        &athlete,
        &Library::default(),
        day("2026-11-25"),
        day("2026-11-23"),
        1,
    )[0];
    assert_eq!(week.planned.distance.km(), 37.0);
    assert_eq!(week.planned.run_au, 1000.0);
    assert_eq!(week.done.distance.km(), 8.4);
    assert_eq!(week.done.run_au, 300.0);
    assert_eq!(week.to_come.distance.km(), 24.0);
    assert_eq!(week.au(), 300.0 + 650.0);
    assert_eq!(week.runs, 3, "Tuesday passed without a run");
}

#[test]
fn skipped_and_missed_sessions_were_planned_and_no_more() {
    let mut skipped = run(1, "2026-11-23", 8.0, 40);
    skipped.status = Status::Skipped {
        reason: "ill".into(),
    };
    let mut missed = run(2, "2026-11-28", 9.0, 40);
    missed.status = Status::Missed;
    let week = weekly(
        &athlete([skipped, missed]),
        &Library::default(),
        day("2026-11-23"),
        day("2026-11-23"),
        1,
    )[0];
    assert_eq!(week.planned.distance.km(), 17.0);
    assert_eq!((week.au(), week.distance().m(), week.runs), (0.0, 0.0, 0));
}

#[test]
fn strength_and_cross_training_load_the_week_but_lengthen_no_run() {
    let cross = CrossPlan {
        sport: "cycling".into(),
        rpe: Some(Rpe::new(3.0)),
    };
    let plan = Plan {
        duration: Some(Minutes(60)),
        ..Plan::new(Workout::Cross(cross))
    };
    let cross = Session::planned(
        SessionId::from_bits(9),
        day("2026-11-27"),
        plan,
        Stamp::default(),
    );
    let rest = Session::planned(
        SessionId::from_bits(8),
        day("2026-11-28"),
        Plan::new(Workout::Rest),
        Stamp::default(),
    );
    let athlete = athlete([lifted(1, "2026-11-24", &[]), cross, rest]);
    let week = weekly(
        &athlete,
        &Library::default(),
        day("2026-11-25"),
        day("2026-11-23"),
        1,
    )[0];
    assert_eq!(
        (week.done.strength_au, week.to_come.cross_au),
        (240.0, 180.0)
    );
    assert_eq!((week.au(), week.distance().m()), (420.0, 0.0));
    assert_eq!((week.runs, week.strength_sessions), (0, 1));
}

#[test]
fn a_race_of_the_athlete_counts_without_a_session_and_never_twice() {
    let mut athlete = athlete([]);
    athlete.profile.races.push(Race {
        distance: Some(Meters::from_km(21.1)),
        ..Race::new(RaceId::from_bits(5), day("2026-11-29"), "Half marathon")
    });
    let week = |athlete: &Athlete| {
        weekly(
            athlete,
            &Library::default(),
            day("2026-11-25"),
            day("2026-11-23"),
            1,
        )[0]
    };
    assert_eq!(week(&athlete).distance().km(), 21.1);

    let mut session = run(1, "2026-11-29", 21.0, 110);
    session.plan.workout = Workout::Run(RunPlan {
        distance: Some(Meters::from_km(21.0)),
        ..RunPlan::of(RunKind::Race)
    });
    athlete.sessions = [session].into_iter().collect();
    assert_eq!(week(&athlete).distance().km(), 21.0);
}

#[test]
fn a_log_without_distance_gets_its_share_of_the_plan() {
    let mut whole = run(1, "2026-11-23", 8.0, 40);
    whole.status = Status::Done;
    let mut half = run(2, "2026-11-24", 8.0, 40);
    half.status = Status::Partial;
    half.log = Some(Log {
        duration: Some(Minutes(20)),
        ..Log::default()
    });
    let mut unknown = run(3, "2026-11-25", 8.0, 40);
    unknown.status = Status::Partial;
    let athlete = athlete([whole, half, unknown]);
    let week = weekly(
        &athlete,
        &Library::default(),
        day("2026-11-29"),
        day("2026-11-23"),
        1,
    )[0];
    assert_eq!(week.done.distance.km(), 12.0);
    assert!(week.estimated);
}

#[test]
fn change_is_against_the_week_before_and_needs_one() {
    let athlete = athlete([
        run(1, "2026-11-24", 20.0, 100),
        run(2, "2026-12-01", 22.0, 110),
    ]);
    let weeks = weekly(
        &athlete,
        &Library::default(),
        day("2026-11-20"),
        day("2026-11-16"),
        3,
    );
    assert_eq!(weeks[1].distance_change(&weeks[0]), None);
    assert!((weeks[2].distance_change(&weeks[1]).unwrap() - 0.1).abs() < 1e-9);
}

#[test]
fn habit_is_the_four_weeks_before_and_waits_for_them() {
    let mondays = [
        "2026-10-26",
        "2026-11-02",
        "2026-11-09",
        "2026-11-16",
        "2026-11-23",
        "2026-11-30",
    ];
    let runs = mondays
        .iter()
        .enumerate()
        .map(|(i, date)| run(i as u128, date, 5.0, 20 * (i as u32 + 1)));
    let athlete = athlete(runs);
    let today = day("2026-10-26");
    let from = back(today, HABIT_WEEKS as u64);
    let weeks = weekly(&athlete, &Library::default(), today, from, 6 + HABIT_WEEKS);
    let loads: Vec<_> = weeks.iter().skip(HABIT_WEEKS).map(WeekTotals::au).collect();
    assert_eq!(loads, [100.0, 200.0, 300.0, 400.0, 500.0, 600.0]);
    assert_eq!(
        habit(&weeks, Some(today)).split_off(HABIT_WEEKS),
        [None, None, None, None, Some(250.0), Some(350.0)]
    );
}

#[test]
fn the_best_working_set_speaks_for_its_session() {
    // Epley on published numbers: 100 × 5 → 116.67, and 90 × 5 with two in reserve → 111.
    let reserve = SetLog {
        rir: Some(2.0),
        ..set(90.0, 5)
    };
    let athlete = athlete([
        lifted(1, "2026-11-03", &[reserve]),
        lifted(2, "2026-11-10", &[set(60.0, 10), set(100.0, 5), reserve]),
    ]);
    assert_eq!(maxima(&athlete), [111.0, 116.67]);
    let points = one_rm(&figures_of(&athlete), &squat());
    assert_eq!(points[1].session, Some(SessionId::from_bits(2)));
    assert!(matches!(points[1].basis, Basis::Estimated(set) if set.reps == 5));
    assert_eq!(best_of(&points), Some(&points[1]));
}

#[test]
fn warm_ups_drop_sets_and_more_than_twelve_repetitions_give_no_estimate() {
    let warm_up = SetLog {
        kind: SetKind::WarmUp,
        ..set(200.0, 5)
    };
    let drop = SetLog {
        kind: SetKind::Drop,
        ..set(200.0, 5)
    };
    let reserve = SetLog {
        rir: Some(3.0),
        ..set(200.0, 10)
    };
    let unfinished = SetLog {
        failed: true,
        ..set(200.0, 1)
    };
    let silent = [
        warm_up,
        drop,
        reserve,
        unfinished,
        set(200.0, 13),
        set(0.0, 5),
    ];
    let athlete = athlete([
        lifted(1, "2026-11-03", &silent),
        lifted(2, "2026-11-10", &[set(60.0, 12), warm_up]),
    ]);
    assert_eq!(maxima(&athlete), [84.0]);
    let known = exercises_with_history(&figures_of(&athlete));
    assert_eq!(
        known,
        [ExerciseHistory {
            exercise: squat(),
            name: "Squat".into(),
            count: 1
        }]
    );
}

#[test]
fn an_estimate_from_many_repetitions_never_beats_one_that_can_be_trusted() {
    let athlete = athlete([
        lifted(1, "2026-11-03", &[set(80.0, 12)]),
        lifted(2, "2026-11-10", &[set(80.0, 12), set(90.0, 5)]),
    ]);
    assert_eq!(maxima(&athlete), [112.0, 105.0]);
    let points = one_rm(&figures_of(&athlete), &squat());
    assert!(points[0].is_rough() && !points[1].is_rough());
    assert_eq!(best_of(&points), Some(&points[1]));
    assert_eq!(points[0].best_so_far.kg(), 112.0);
    assert_eq!(points[1].best_so_far.kg(), 105.0);
}

#[test]
fn a_failed_repetition_does_not_count() {
    let failed = SetLog {
        failed: true,
        ..set(100.0, 6)
    };
    assert_eq!(
        maxima(&athlete([lifted(1, "2026-11-03", &[failed])])),
        [116.67]
    );
}

#[test]
fn sessions_that_were_not_trained_say_nothing() {
    let mut skipped = lifted(1, "2026-11-03", &[set(100.0, 5)]);
    skipped.status = Status::Skipped {
        reason: String::new(),
    };
    assert!(maxima(&athlete([skipped])).is_empty());
}

#[test]
fn a_tested_maximum_wins_on_its_day() {
    let mut athlete = athlete([
        lifted(1, "2026-11-03", &[set(100.0, 5)]),
        lifted(2, "2026-11-10", &[set(100.0, 5)]),
        lifted(3, "2026-11-17", &[set(90.0, 5)]),
    ]);
    athlete.profile.tested_maxes = vec![
        TestedMax {
            exercise: squat(),
            kg: Kilograms::new(110.0),
            date: day("2026-11-10"),
        },
        TestedMax {
            exercise: ExerciseId::new("bench-press"),
            kg: Kilograms::new(60.0),
            date: day("2026-11-10"),
        },
    ];
    assert_eq!(maxima(&athlete), [116.67, 110.0, 105.0]);
    let points = one_rm(&figures_of(&athlete), &squat());
    assert!(points[1].is_tested());
    assert_eq!(points[1].session, Some(SessionId::from_bits(2)));
    assert!(
        points
            .iter()
            .all(|point| (point.best_so_far.kg() - 116.666).abs() < 0.001)
    );
}
