//! The promises of the store, each broken on purpose as the world breaks them.

mod damage;
mod exchange;
mod faults;
mod files;
mod kept;
mod kill;
mod limits;
mod links;
mod merging;
mod others;
mod parts;
mod saving;
mod shape;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::domain::{
    Athlete, AthleteId, Effort, ExerciseId, ExerciseLog, Kilograms, LoadSpec, Log, OwnLibrary,
    Plan, Prescription, Profile, Session, SessionId, SetLog, Stamp, Status, StrengthPlan, Workout,
    Workspace,
};

use super::*;

fn moment(hours: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::hours(hours)
}

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn athlete(bits: u128, name: &str) -> Athlete {
    let mut athlete = Athlete::new(AthleteId::from_bits(bits), Profile::named(name));
    let mut squat = Prescription::new(
        ExerciseId::new("squat"),
        "Squat",
        "4".parse().unwrap(),
        "6".parse().unwrap(),
    );
    squat.load = "62.5kg".parse().unwrap();
    squat.effort = Some(Effort::Rir(2.0));
    let plan = StrengthPlan {
        exercises: vec![squat],
        ..StrengthPlan::default()
    };
    let mut session = Session::planned(
        SessionId::from_bits(bits + 1000),
        date(23),
        Plan::new(Workout::Strength(plan)),
        Stamp::coach(moment(0)),
    );
    session.status = Status::Done;
    let set = SetLog {
        reps: Some(6),
        kg: Some(Kilograms::new(62.5)),
        rir: Some(2.0),
        ..SetLog::default()
    };
    session.log = Some(Log {
        exercises: vec![
            ExerciseLog {
                exercise: ExerciseId::new("squat"),
                name: "Squat".to_owned(),
                sets: vec![set; 4],
            }
            .into(),
        ],
        ..Log::default()
    });
    athlete.sessions = [session].into_iter().collect();
    athlete
}

fn workspace(names: &[&str]) -> Workspace {
    let mut workspace = Workspace::default();
    for (index, name) in names.iter().enumerate() {
        workspace.put(Arc::new(athlete(index as u128 + 1, name)));
    }
    workspace
}

/// A folder with a workspace of Anna and Ben.
fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    create(dir.path(), &workspace(&["Anna Kovač", "Ben Okafor"])).unwrap();
    dir
}

fn anna_file(dir: &TempDir) -> PathBuf {
    dir.path().join("athletes/anna-kovac.ron")
}

fn names_in(dir: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(dir) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
