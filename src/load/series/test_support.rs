//! Athletes for the tests of the series.

use chrono::NaiveDate;

use super::{Period, TrainingDigest};
use crate::domain::{
    Athlete, AthleteId, Count, Effort, ExerciseId, ExerciseLog, Interned, Kilograms, LoadSpec, Log,
    Meters, Minutes, Plan, Prescription, Profile, Reps, Rpe, RunKind, RunLog, RunPlan, Session,
    SessionId, SetLog, Stamp, Status, StrengthPlan, Workout,
};
use crate::library::Library;

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The stretch of the same length just before it.
pub(super) fn before(period: Period) -> Period {
    period.shifted(-(period.days() as i64))
}

pub(super) fn athlete(sessions: impl IntoIterator<Item = Session>) -> Athlete {
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    athlete.sessions = sessions.into_iter().collect();
    athlete
}

pub(super) fn figures_of(athlete: &Athlete) -> TrainingDigest {
    TrainingDigest::of(athlete, &Library::shipped().unwrap())
}

/// An easy run of `km` in `minutes` at RPE 5, planned.
pub(super) fn planned_run(id: u128, date: &str, km: f64, minutes: u32) -> Session {
    let run = RunPlan {
        distance: Some(Meters::from_km(km)),
        rpe: Some(Rpe::new(5.0)),
        ..RunPlan::of(RunKind::Easy)
    };
    let plan = Plan {
        duration: Some(Minutes(minutes)),
        ..Plan::new(Workout::Run(run))
    };
    Session::planned(SessionId::from_bits(id), day(date), plan, Stamp::default())
}

/// Such a run, done at RPE 6 as it was planned.
pub(super) fn ran(id: u128, date: &str, km: f64, minutes: u32) -> Session {
    done(planned_run(id, date, km, minutes), km, minutes)
}

/// The run, done over `km` in `minutes` at RPE 6.
pub(super) fn done(session: Session, km: f64, minutes: u32) -> Session {
    let run = RunLog {
        distance: Some(Meters::from_km(km)),
        ..RunLog::default()
    };
    Session {
        status: Status::Done,
        log: Some(Log {
            duration: Some(Minutes(minutes)),
            rpe: Some(Rpe::new(6.0)),
            run: Some(run),
            ..Log::default()
        }),
        ..session
    }
}

/// Half an hour of strength at RPE 8 with these sets, by exercise.
pub(super) fn lifted(id: u128, date: &str, lifts: &[(&str, &[SetLog])]) -> Session {
    let plan = Plan::new(Workout::Strength(StrengthPlan::default()));
    let exercises = lifts.iter().map(|(exercise, sets)| ExerciseLog {
        exercise: ExerciseId::new(*exercise),
        name: String::new(),
        sets: sets.to_vec(),
    });
    Session {
        status: Status::Done,
        log: Some(Log {
            duration: Some(Minutes(30)),
            rpe: Some(Rpe::new(8.0)),
            exercises: exercises.map(Interned::from).collect(),
            ..Log::default()
        }),
        ..Session::planned(SessionId::from_bits(id), day(date), plan, Stamp::default())
    }
}

/// Strength planned with these exercises: each with sets, repetitions, load and repetitions in reserve.
pub(super) fn to_lift(id: u128, date: &str, rows: &[(&str, u32, Reps, LoadSpec, f64)]) -> Session {
    let exercises = rows
        .iter()
        .map(|(exercise, sets, reps, load, rir)| Prescription {
            load: load.clone(),
            effort: Some(Effort::Rir(*rir)),
            ..Prescription::new(ExerciseId::new(*exercise), "", Count::exactly(*sets), *reps)
        });
    let plan = Plan::new(Workout::Strength(StrengthPlan {
        exercises: exercises.collect(),
        ..StrengthPlan::default()
    }));
    Session::planned(SessionId::from_bits(id), day(date), plan, Stamp::default())
}

pub(super) fn set(kg: f64, reps: u32) -> SetLog {
    SetLog {
        kg: Some(Kilograms::new(kg)),
        reps: Some(reps),
        ..SetLog::default()
    }
}
