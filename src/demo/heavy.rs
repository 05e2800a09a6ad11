//! An athlete with far more history than most, to measure the program with.

use chrono::{Days, NaiveDate};

use crate::domain::{
    Athlete, AthleteId, Count, ExerciseId, ExerciseLog, Kilograms, LoadSpec, Log, Meters, Minutes,
    Plan, Prescription, Profile, Reps, Rpe, RunKind, RunLog, RunPlan, Seconds, Session, SessionId,
    SetLog, Status, StrengthPlan, Workout,
};
use crate::library::Library;

use super::athlete::{logged_at, monday_of, planned_at};
use super::lifts::Names;
use super::random::Random;

/// Weeks of ten years.
const WEEKS: u64 = 522;

/// Runs in those weeks.
const RUNS: u64 = 2500;

/// Days of the week with a strength session.
const LIFTING_DAYS: [u64; 3] = [0, 2, 4];

const EXERCISES: [&str; 8] = [
    "squat",
    "romanian-deadlift",
    "hip-thrust",
    "split-squat",
    "standing-calf-raise",
    "row",
    "bench-press",
    "pallof-press",
];

/// An athlete of ten years up to the day before `today`, with `sets` logged sets and 2 500 logged runs.
/// The same for the same arguments.
pub fn heavy_athlete(sets: usize, today: NaiveDate, library: &Library) -> Athlete {
    heavy_weeks(WEEKS, sets, today, library)
}

/// An athlete of so many years up to the day before `today`, who trains as much as [`heavy_athlete`] with 100 000 sets.
pub fn heavy_years(years: u32, today: NaiveDate, library: &Library) -> Athlete {
    let weeks = WEEKS * u64::from(years) / 10;
    heavy_weeks(weeks, 10_000 * years as usize, today, library)
}

fn heavy_weeks(weeks: u64, sets: usize, today: NaiveDate, library: &Library) -> Athlete {
    let mut random = Random::new(sets as u64);
    let mut names = Names::new(library);
    let start = monday_of(today) - Days::new(weeks * 7);
    let id = AthleteId::from_bits(random.id());
    let mut athlete = Athlete::new(id, Profile::named("Teo Marathon"));
    let sessions = weeks * LIFTING_DAYS.len() as u64;
    let mut sets_left = sets as u64;
    let mut all = Vec::new();
    for week in 0..weeks {
        let monday = start + Days::new(week * 7);
        // The runs of all weeks, spread as evenly as whole runs allow.
        let runs = (week + 1) * RUNS / WEEKS - week * RUNS / WEEKS;
        for run in 0..runs {
            all.push(a_run(monday + Days::new(run + 1), &mut random));
        }
        for (nth, day) in (0_u64..).zip(LIFTING_DAYS) {
            let share = sets_left / (sessions - week * LIFTING_DAYS.len() as u64 - nth);
            sets_left -= share;
            all.push(a_lift(
                monday + Days::new(day),
                share,
                &mut names,
                &mut random,
            ));
        }
    }
    athlete.sessions = all.into_iter().collect();
    athlete
}

fn a_run(date: NaiveDate, random: &mut Random) -> Session {
    let minutes = 30 + (random.bits() % 60) as u32;
    let mut plan = Plan::new(Workout::Run(RunPlan::of(RunKind::Easy)));
    plan.duration = Some(Minutes(minutes));
    let run = RunLog {
        distance: Some(Meters::new(
            (f64::from(minutes) * random.between(170.0, 200.0)).round(),
        )),
        moving: Some(Seconds(minutes * 60)),
        ..RunLog::default()
    };
    let log = Log {
        duration: Some(Minutes(minutes)),
        run: Some(run),
        ..Log::default()
    };
    done(date, plan, log, 3.0, random)
}

fn a_lift(date: NaiveDate, sets: u64, names: &mut Names, random: &mut Random) -> Session {
    let mut planned = Vec::new();
    let mut exercises = Vec::new();
    for (place, id) in (0_u64..).zip(EXERCISES) {
        let places = EXERCISES.len() as u64;
        let count = (place + 1) * sets / places - place * sets / places;
        if count == 0 {
            continue;
        }
        let kg = Kilograms::new(20.0 + 2.5 * (random.bits() % 24) as f64);
        let sets = Count::exactly(count.min(1000) as u32);
        let reps = Reps::Count(Count::exactly(8));
        let mut prescription = Prescription::new(ExerciseId::new(id), names.of(id), sets, reps);
        prescription.load = LoadSpec::Kg(kg);
        let set = SetLog {
            reps: Some(8),
            kg: Some(kg),
            rir: Some(2.0),
            ..SetLog::default()
        };
        exercises.push(
            ExerciseLog {
                exercise: prescription.exercise.clone(),
                name: prescription.name.clone(),
                sets: vec![set; count as usize],
            }
            .into(),
        );
        planned.push(prescription);
    }
    let mut plan = Plan::new(Workout::Strength(StrengthPlan {
        exercises: planned,
        ..StrengthPlan::default()
    }));
    plan.duration = Some(Minutes(60));
    let log = Log {
        duration: Some(Minutes(60)),
        exercises,
        ..Log::default()
    };
    done(date, plan, log, 6.0, random)
}

fn done(date: NaiveDate, plan: Plan, log: Log, rpe: f64, random: &mut Random) -> Session {
    let id = SessionId::from_bits(random.id());
    let mut session = Session::planned(id, date, plan, planned_at(monday_of(date)));
    session.status = Status::Done;
    session.log = Some(Log {
        rpe: Some(Rpe::new(rpe)),
        ..log
    });
    session.log_changed = Some(logged_at(date));
    session
}
