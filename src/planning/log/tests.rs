//! Logging as planned, and set by set.

use super::*;
use crate::domain::{
    Count, ExerciseId, Interned, Meters, Plan, Rpe, RunKind, RunPlan, SessionId, Stamp, TestedMax,
    Workout,
};
use crate::planning::test_support::{day, lifting, nobody};

fn run(plan: RunPlan) -> Session {
    let plan = Plan::new(Workout::Run(plan));
    Session::planned(SessionId::from_bits(1), day(24), plan, Stamp::default())
}

fn row(exercise: &str, sets: u32, reps: Reps) -> Prescription {
    Prescription::new(
        ExerciseId::new(exercise),
        exercise,
        Count::exactly(sets),
        reps,
    )
}

fn five() -> Reps {
    Reps::Count(Count::exactly(5))
}

fn done(session: &Session, athlete: &Athlete) -> Log {
    let done = done_as_planned(session, athlete, &Library::shipped().unwrap());
    assert_eq!(done.status, Status::Done);
    assert_eq!(done.plan, session.plan);
    done.log.unwrap()
}

#[test]
fn a_run_is_logged_as_it_was_said() {
    let mut plan = RunPlan::of(RunKind::Easy);
    plan.distance = Some(Meters::new(8046.72));
    plan.rpe = Some(Rpe::new(3.0));
    let mut session = run(plan);
    session.plan.duration = Some(Minutes(45));
    let log = done(&session, &nobody());
    assert_eq!(
        (log.duration, log.rpe),
        (Some(Minutes(45)), Some(Rpe::new(3.0)))
    );
    assert_eq!(log.run.unwrap().distance, Some(Meters::new(8046.72)));
}

#[test]
fn what_nobody_said_of_a_run_is_not_invented() {
    let log = done(&run(RunPlan::of(RunKind::Easy)), &nobody());
    assert_eq!(log, Log::default());
    // A distance without a time says no time.
    let far = RunPlan {
        distance: Some(Meters::from_km(8.0)),
        ..RunPlan::of(RunKind::Easy)
    };
    assert_eq!(done(&run(far), &nobody()).duration, None);
}

#[test]
fn what_is_typed_later_changes_the_time_and_the_load() {
    let (athlete, library) = (nobody(), Library::shipped().unwrap());
    let mut session = run(RunPlan {
        rpe: Some(Rpe::new(3.0)),
        ..RunPlan::of(RunKind::Easy)
    });
    session.plan.duration = Some(Minutes(40));
    let mut session = done_as_planned(&session, &athlete, &library);
    let au = |session: &Session| {
        let load = load::done_load(session, &athlete.profile, &library).unwrap();
        (load.au, load.estimated)
    };
    assert_eq!(au(&session), (120.0, false));
    change_moving_time(&mut session, &athlete.profile, Some(Seconds(52 * 60)));
    assert_eq!(session.log.as_ref().unwrap().duration, None);
    assert_eq!(au(&session), (156.0, false));
    // What was measured otherwise stays: the stop at the traffic light belongs to the session.
    session.log.as_mut().unwrap().duration = Some(Minutes(60));
    change_moving_time(&mut session, &athlete.profile, Some(Seconds(50 * 60)));
    assert_eq!(session.log.as_ref().unwrap().duration, Some(Minutes(60)));
}

#[test]
fn sets_follow_the_prescription() {
    let mut squat = row("squat", 4, Reps::Count(Count::range(5, 8)));
    squat.sets = Count::range(3, 4);
    squat.load = LoadSpec::Pair(Kilograms::new(12.0));
    squat.effort = Some(Effort::Rpe(8.0));
    let mut plank = row("plank", 2, Reps::Hold(Count::range(30, 45)));
    plank.load = LoadSpec::Bodyweight(Kilograms::default());
    let log = done(&lifting(1, day(24), vec![squat, plank]), &nobody());
    let squat = &log.exercises[0];
    assert_eq!(squat.sets.len(), 4);
    let set = squat.sets[0];
    assert_eq!(
        (set.reps, set.kg, set.rir),
        (Some(5), Some(Kilograms::new(24.0)), Some(2.0))
    );
    let plank = log.exercises[1].sets[0];
    assert_eq!((plank.seconds, plank.kg, plank.rir), (Some(30), None, None));
}

#[test]
fn a_percentage_needs_a_maximum_and_becomes_what_can_be_loaded() {
    let mut row = row("squat", 1, Reps::Max);
    row.load = LoadSpec::Percent(75.0);
    let session = lifting(1, day(24), vec![row]);
    let mut athlete = nobody();
    assert_eq!(done(&session, &athlete).exercises[0].sets[0].kg, None);
    athlete.profile.tested_maxes.push(TestedMax {
        exercise: ExerciseId::new("squat"),
        kg: Kilograms::new(95.0),
        date: session.date,
    });
    assert_eq!(
        done(&session, &athlete).exercises[0].sets[0].kg,
        Some(Kilograms::new(72.5))
    );
}

#[test]
fn a_load_that_nobody_planned_is_that_of_the_last_time() {
    let library = Library::shipped().unwrap();
    let mut athlete = nobody();
    let mut before = lifting(2, day(17), vec![row("squat", 3, five())]);
    before.plan.workout.exercises_mut().unwrap()[0].load = LoadSpec::Kg(Kilograms::new(60.0));
    let before = done_as_planned(&before, &athlete, &library);
    athlete.sessions.put(before.into(), 0);
    let now = lifting(1, day(24), vec![row("squat", 3, five())]);
    let logged = done(&now, &athlete).exercises[0].sets[0].kg;
    assert_eq!(logged, Some(Kilograms::new(60.0)));
}

#[test]
fn what_was_logged_already_stays() {
    let mut session = run(RunPlan {
        rpe: Some(Rpe::new(3.0)),
        ..RunPlan::of(RunKind::Easy)
    });
    session.log = Some(Log {
        rpe: Some(Rpe::new(7.0)),
        ..Log::default()
    });
    assert_eq!(done(&session, &nobody()).rpe, Some(Rpe::new(7.0)));
}

/// A session of two exercises, with so many sets of each in its log.
fn with_sets(status: Status, squats: usize, planks: usize) -> Session {
    let hold = Reps::Hold(Count::exactly(30));
    let mut session = lifting(
        1,
        day(24),
        vec![row("squat", 3, five()), row("plank", 2, hold)],
    );
    let set = SetLog {
        reps: Some(5),
        ..SetLog::default()
    };
    let logs = [("squat", squats), ("plank", planks)].map(|(id, sets)| ExerciseLog {
        exercise: ExerciseId::new(id),
        name: String::new(),
        sets: vec![set; sets],
    });
    session.log = Some(Log {
        exercises: logs
            .into_iter()
            .filter(|log| !log.sets.is_empty())
            .map(Interned::from)
            .collect(),
        ..Log::default()
    });
    session.status = status;
    session
}

#[test]
fn a_session_is_in_part_until_every_set_is_logged_and_then_done() {
    let planned = with_sets(Status::Planned, 0, 0);
    let by_sets = |before: &Session, after: &Session| status_by_sets(before, after);
    assert_eq!(by_sets(&planned, &planned), Status::Planned);
    let begun = with_sets(Status::Planned, 1, 0);
    assert_eq!(by_sets(&planned, &begun), Status::Partial);
    let begun = with_sets(Status::Partial, 3, 1);
    let all = with_sets(Status::Partial, 3, 2);
    assert_eq!(by_sets(&begun, &all), Status::Done);
    // Taken back, it is in part again; what was called done with fewer sets stays done.
    let less = with_sets(Status::Done, 3, 1);
    assert_eq!(
        by_sets(&with_sets(Status::Done, 3, 2), &less),
        Status::Partial
    );
    let called_done = with_sets(Status::Done, 2, 1);
    assert_eq!(by_sets(&called_done, &less), Status::Done);
}

#[test]
fn sets_that_were_not_done_and_warm_ups_complete_nothing() {
    let before = with_sets(Status::Partial, 2, 2);
    for odd in [
        SetLog {
            reps: Some(0),
            ..SetLog::default()
        },
        SetLog {
            reps: Some(5),
            kind: SetKind::WarmUp,
            ..SetLog::default()
        },
    ] {
        let mut after = before.clone();
        after.log.as_mut().unwrap().exercises[0].sets.push(odd);
        assert_eq!(status_by_sets(&before, &after), Status::Partial);
    }
}
