//! Session load: exertion × minutes, the one unit that runs and lifts share (Foster 2001).

use crate::domain::{Kind, Profile, Session};
use crate::library::Library;

use super::done::done_minutes;
use super::estimate::{duration_of, rpe_of};

/// A load in arbitrary units (AU), and whether any of its figures was estimated.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct SessionLoad {
    /// RPE × minutes.
    pub au: f64,
    /// True when a figure behind it was estimated.
    pub estimated: bool,
}

/// The load a session is planned to cost; 0 for rest, notes and mobility.
pub fn planned_load(session: &Session, profile: &Profile, library: &Library) -> SessionLoad {
    if !costs_anything(session) {
        return SessionLoad::default();
    }
    let rpe = rpe_of(&session.plan, library);
    let minutes = duration_of(&session.plan, profile);
    SessionLoad {
        au: rpe.value.value() * f64::from(minutes.value.0),
        estimated: rpe.estimated || minutes.estimated,
    }
}

/// The load a trained session did cost; `None` when it was not trained. What the log leaves out is taken from
/// the plan and marked as estimated.
pub fn done_load(session: &Session, profile: &Profile, library: &Library) -> Option<SessionLoad> {
    if !session.status.is_trained() {
        return None;
    }
    if !costs_anything(session) {
        return Some(SessionLoad::default());
    }
    let logged_rpe = session.log.as_ref().and_then(|log| log.rpe);
    let minutes = done_minutes(session, profile);
    let rpe = logged_rpe.unwrap_or_else(|| rpe_of(&session.plan, library).value);
    Some(SessionLoad {
        au: rpe.value() * minutes.value,
        estimated: logged_rpe.is_none() || minutes.estimated,
    })
}

/// Rest days and notes cost nothing, and mobility loads nothing.
fn costs_anything(session: &Session) -> bool {
    matches!(session.kind(), Kind::Run(_) | Kind::Strength | Kind::Cross)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        Count, ExerciseId, Log, Minutes, Plan, Prescription, Reps, Rpe, RunKind, RunLog, RunPlan,
        Seconds, SessionId, Stamp, Status, StrengthPlan, Workout,
    };

    fn tempo() -> Session {
        let mut plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Tempo)));
        plan.duration = Some(Minutes(50));
        let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        Session::planned(SessionId::from_bits(1), date, plan, Stamp::default())
    }

    fn load(au: f64, estimated: bool) -> SessionLoad {
        SessionLoad { au, estimated }
    }

    #[test]
    fn the_plan_costs_exertion_times_minutes() {
        let profile = Profile::named("Anna");
        assert_eq!(
            planned_load(&tempo(), &profile, &Library::default()),
            load(350.0, true)
        );
        let mut rest = tempo();
        rest.plan.workout = Workout::Rest;
        assert_eq!(
            planned_load(&rest, &profile, &Library::default()),
            load(0.0, false)
        );
    }

    #[test]
    fn the_log_counts_and_the_plan_fills_its_gaps() {
        let profile = Profile::named("Anna");
        let mut session = tempo();
        assert_eq!(done_load(&session, &profile, &Library::default()), None);

        session.status = Status::Done;
        assert_eq!(
            done_load(&session, &profile, &Library::default()),
            Some(load(350.0, true))
        );

        let rpe = Some(Rpe::new(8.0));
        session.log = Some(Log {
            rpe,
            duration: Some(Minutes(45)),
            ..Log::default()
        });
        assert_eq!(
            done_load(&session, &profile, &Library::default()),
            Some(load(360.0, false))
        );

        let run = Some(RunLog {
            moving: Some(Seconds(2400)),
            ..RunLog::default()
        });
        session.log = Some(Log {
            rpe,
            run,
            ..Log::default()
        });
        assert_eq!(
            done_load(&session, &profile, &Library::default()),
            Some(load(320.0, false))
        );
    }

    #[test]
    fn a_session_cut_short_counts_half_where_nobody_said_more() {
        let session = Session {
            status: Status::Partial,
            ..tempo()
        };
        assert_eq!(
            done_load(&session, &Profile::named("Anna"), &Library::default()),
            Some(load(175.0, true))
        );
    }

    #[test]
    fn a_lift_weighs_what_its_exercises_ask_of_the_legs() {
        let library = Library::shipped().unwrap();
        let of = |exercises: &[(&str, u32)]| {
            let exercises = exercises.iter().map(|(id, reps)| {
                let reps = Reps::Count(Count::exactly(*reps));
                Prescription::new(ExerciseId::new(*id), *id, Count::exactly(4), reps)
            });
            let plan = StrengthPlan {
                exercises: exercises.collect(),
                ..StrengthPlan::default()
            };
            let mut session = tempo();
            session.plan.workout = Workout::Strength(plan);
            planned_load(&session, &Profile::named("Anna"), &library).au
        };
        // 50 minutes at RPE 8, and at RPE 4.
        assert_eq!(of(&[("squat", 5), ("romanian-deadlift", 8)]), 400.0);
        assert_eq!(of(&[("bench-press", 8), ("row", 8)]), 200.0);
    }

    #[test]
    fn a_skipped_session_costs_nothing() {
        let session = Session {
            status: Status::Skipped {
                reason: String::new(),
            },
            ..tempo()
        };
        assert_eq!(
            done_load(&session, &Profile::named("Anna"), &Library::default()),
            None
        );
    }
}
