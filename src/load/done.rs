//! What a trained session came to in time and distance: as measured, else estimated from all that is known of it.

use crate::domain::{Log, Profile, Session, SetKind, Status};

use super::estimate::{Estimated, distance_of, duration_of};

/// The share of the plan that is assumed for a session cut short where nothing says how short.
const PARTIAL_SHARE: f64 = 0.5;

/// How long a session took, in minutes, where somebody measured it. A session is never shorter than the time in which
/// it moved, so that the longer of the two counts.
pub fn measured_minutes(log: &Log) -> Option<f64> {
    let moving = log.run.as_ref().and_then(|run| run.moving);
    let moving = moving.map(crate::domain::Seconds::minutes);
    let took = log.duration.map(|minutes| f64::from(minutes.0));
    match (took, moving) {
        (Some(took), Some(moving)) => Some(took.max(moving)),
        (took, moving) => took.or(moving),
    }
}

/// How long a trained session took, in minutes: as measured; else a run's logged distance at the planned pace, or the
/// planned time, in proportion to the sets done where a session was cut short.
pub fn done_minutes(session: &Session, profile: &Profile) -> Estimated<f64> {
    if let Some(minutes) = session.log.as_ref().and_then(measured_minutes) {
        return Estimated {
            value: minutes,
            estimated: false,
        };
    }
    let planned = f64::from(duration_of(&session.plan, profile).value.0);
    Estimated {
        value: planned * share_done(session, profile),
        estimated: true,
    }
}

/// The share of its plan that was done of a session whose time nobody measured.
fn share_done(session: &Session, profile: &Profile) -> f64 {
    let logged = session
        .log
        .as_ref()
        .and_then(|log| log.run.as_ref()?.distance);
    if let Some(logged) = logged {
        let planned = distance_of(&session.plan, profile).map_or(0.0, |far| far.value.m());
        if planned > 0.0 {
            return logged.m().max(0.0) / planned;
        }
    }
    if session.status != Status::Partial {
        return 1.0;
    }
    share_of_sets(session).unwrap_or(PARTIAL_SHARE)
}

/// The share of the planned sets that were done; `None` where no set was logged or none was planned.
fn share_of_sets(session: &Session) -> Option<f64> {
    let rows = session.plan.workout.exercises();
    let planned: f64 = rows.iter().map(|row| f64::from(row.sets.high)).sum();
    let logs = session.log.iter().flat_map(|log| &log.exercises);
    let sets = logs.flat_map(|done| &done.sets);
    let done = sets.filter(|set| set.kind != SetKind::WarmUp && set.was_done());
    let done = done.count() as f64;
    (planned > 0.0 && done > 0.0).then(|| (done / planned).min(1.0))
}

/// Metres run in a trained session, and whether that was estimated. A log without a distance gets the planned one, in
/// proportion to the time taken; a run cut short of which nothing more is known gets none.
pub fn done_distance(session: &Session, profile: &Profile) -> (f64, bool) {
    if let Some(distance) = session
        .log
        .as_ref()
        .and_then(|log| log.run.as_ref()?.distance)
    {
        return (distance.m(), false);
    }
    let Some(planned) = distance_of(&session.plan, profile) else {
        return (0.0, false);
    };
    let share = match session.log.as_ref().and_then(moving_minutes) {
        Some(minutes) => {
            let expected = f64::from(duration_of(&session.plan, profile).value.0);
            if expected > 0.0 {
                minutes / expected
            } else {
                1.0
            }
        }
        None if session.status == Status::Partial => 0.0,
        None => 1.0,
    };
    (planned.value.m() * share, true)
}

fn moving_minutes(log: &Log) -> Option<f64> {
    let moving = log.run.as_ref().and_then(|run| run.moving);
    let moving = moving.map(crate::domain::Seconds::minutes);
    moving.or(log.duration.map(|minutes| f64::from(minutes.0)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Count, ExerciseId, ExerciseLog, Meters, Minutes, Plan, Prescription, Reps, RunKind, RunLog,
        RunPlan, Seconds, SessionId, SetLog, Stamp, StrengthPlan, Workout,
    };

    fn done(workout: Workout) -> Session {
        let mut plan = Plan::new(workout);
        plan.duration = Some(Minutes(40));
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mut session = Session::planned(SessionId::from_bits(1), date, plan, Stamp::default());
        session.status = Status::Done;
        session
    }

    fn minutes(session: &Session) -> (f64, bool) {
        let minutes = done_minutes(session, &Profile::named("Anna"));
        (minutes.value, minutes.estimated)
    }

    #[test]
    fn a_run_takes_what_was_measured_else_what_its_distance_says_else_the_plan() {
        let mut run = done(Workout::Run(RunPlan {
            distance: Some(Meters::from_km(8.0)),
            ..RunPlan::of(RunKind::Easy)
        }));
        assert_eq!(minutes(&run), (40.0, true));
        let ran = |distance: f64, moving: Option<u32>| {
            Some(RunLog {
                distance: Some(Meters::from_km(distance)),
                moving: moving.map(Seconds),
                ..RunLog::default()
            })
        };
        run.log = Some(Log {
            run: ran(10.0, None),
            ..Log::default()
        });
        assert_eq!(minutes(&run), (50.0, true));
        run.log = Some(Log {
            run: ran(10.0, Some(3120)),
            duration: Some(Minutes(40)),
            ..Log::default()
        });
        assert_eq!(minutes(&run), (52.0, false), "it moved longer than it took");
    }

    #[test]
    fn a_session_cut_short_took_its_share_of_the_sets() {
        let row = Prescription::new(
            ExerciseId::new("squat"),
            "Squat",
            Count::exactly(4),
            Reps::Count(Count::exactly(5)),
        );
        let mut lift = done(Workout::Strength(StrengthPlan {
            exercises: vec![row],
            ..StrengthPlan::default()
        }));
        lift.status = Status::Partial;
        assert_eq!(minutes(&lift), (20.0, true));
        let set = SetLog {
            reps: Some(5),
            ..SetLog::default()
        };
        let not_done = SetLog {
            reps: Some(0),
            ..SetLog::default()
        };
        lift.log = Some(Log {
            exercises: vec![
                ExerciseLog {
                    exercise: ExerciseId::new("squat"),
                    name: String::new(),
                    sets: vec![set, set, set, not_done],
                }
                .into(),
            ],
            ..Log::default()
        });
        assert_eq!(minutes(&lift), (30.0, true));
    }
}
