//! The rules of progression on diaries in words.

mod changed;
mod follow;
mod growth;
mod properties;
mod setbacks;
mod sources;

use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::domain::set_entry::{EntryRules, parse_sets};
use crate::domain::{
    Advice, Athlete, AthleteId, Count, ExerciseId, ExerciseLog, Kilograms, Level, LoadSource,
    LoadSpec, Log, MassUnit, Origin, Pain, Plan, Prescription, Profile, Progression,
    ProgressionChoice, Reps, Session, SessionId, SetLog, Stamp, Status, StrengthPlan, Workout,
};
use crate::library::Library;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn shipped() -> Library {
    Library::shipped().unwrap()
}

/// "squat 3x5-8 60kg rir 2": exercise, sets, repetitions, then load and effort where they are said.
fn row(text: &str) -> Prescription {
    let mut words = text.split(' ');
    let exercise = words.next().unwrap();
    let (sets, reps) = words.next().unwrap().split_once('x').unwrap();
    let mut row = Prescription::new(
        ExerciseId::new(exercise),
        exercise,
        sets.parse().unwrap(),
        reps.parse().unwrap(),
    );
    let rest: Vec<&str> = words.collect();
    match rest[..] {
        [] => {}
        [load] => row.load = load.parse().unwrap(),
        ["rir", rir] => row.effort = Some(format!("rir {rir}").parse().unwrap()),
        [load, "rir", rir] => {
            row.load = load.parse().unwrap();
            row.effort = Some(format!("rir {rir}").parse().unwrap());
        }
        _ => panic!("{text}"),
    }
    row
}

fn session(number: u128, date: &str, rows: Vec<Prescription>) -> Session {
    let plan = Plan::new(Workout::Strength(StrengthPlan {
        exercises: rows,
        ..StrengthPlan::default()
    }));
    Session::planned(
        SessionId::from_bits(number),
        day(date),
        plan,
        Stamp::default(),
    )
}

fn sets(text: &str) -> Vec<SetLog> {
    let rules = EntryRules {
        assisted: true,
        ..EntryRules::in_unit(MassUnit::Kg)
    };
    parse_sets(text, rules).unwrap().sets
}

fn logged(mut session: Session, done: &str) -> Session {
    let exercise = session.plan.workout.exercises()[0].exercise.clone();
    session.status = Status::Done;
    session.log = Some(Log {
        exercises: vec![
            ExerciseLog {
                exercise,
                name: String::new(),
                sets: sets(done),
            }
            .into(),
        ],
        ..Log::default()
    });
    session
}

/// An athlete who did the `diary`, of one planned row each time, and has the last line still to do.
fn athlete(level: Level, diary: &[(&str, &str, &str)]) -> Athlete {
    let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"));
    athlete.profile.level = level;
    athlete.sessions = diary
        .iter()
        .enumerate()
        .map(|(number, (date, plan, done))| {
            let session = session(number as u128 + 1, date, vec![row(plan)]);
            if done.is_empty() {
                session
            } else {
                logged(session, done)
            }
        })
        .collect();
    athlete
}

/// The advice for the last session of an athlete, in words: load, then sets and repetitions, then the reason.
fn told(athlete: &Athlete) -> String {
    let next = athlete.sessions.all().last().unwrap();
    let planned = &next.plan.workout.exercises()[0];
    let Some(advice) = advise(athlete, &shipped(), next, planned) else {
        return "nothing".to_owned();
    };
    let mut words = Vec::new();
    if !advice.load.is_unset() {
        words.push(advice.load.to_string());
    }
    words.extend(advice.sets.map(|sets| format!("{sets} sets")));
    words.extend(advice.reps.map(|reps| format!("{reps} reps")));
    format!("{}: {}", words.join(" "), advice.reason)
}

/// The advice for a next time by a rule.
fn by(rule: Progression, diary: &[(&str, &str, &str)]) -> String {
    let mut athlete = athlete(Level::Intermediate, diary);
    let exercise = athlete.sessions.all()[0].plan.workout.exercises()[0]
        .exercise
        .clone();
    let choice = ProgressionChoice::By(rule);
    athlete.profile.progressions.insert(exercise, choice);
    told(&athlete)
}

fn shipped_once() -> &'static Library {
    static LIBRARY: std::sync::OnceLock<Library> = std::sync::OnceLock::new();
    LIBRARY.get_or_init(shipped)
}
