//! Whole files read and brought in, as the programs write them.

mod bad;
mod bringing;
mod completing;
mod dumbbells;
mod kinds;
mod lifting;
mod odd_replies;
mod packed;
mod replies;
mod running;
mod titles;
mod watch_clocks;
mod watches;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::domain::{
    Athlete, AthleteId, DistanceUnit, DumbbellWeight, ExerciseId, MassUnit, NameAnswer, Profile,
    SessionId, Stamp,
};
use crate::edit;
use crate::library::Library;

use crate::history::{BringIn, FileHistory, HistoryReport, Sport, bring_in};

use super::{InputFile, ReadOptions, read};

fn options() -> ReadOptions {
    ReadOptions {
        mass: Some(MassUnit::Kg),
        distance: Some(DistanceUnit::Km),
        ..ReadOptions::default()
    }
}

fn file(text: impl AsRef<[u8]>) -> InputFile {
    InputFile::new("file", text.as_ref().to_vec())
}

fn history(text: impl AsRef<[u8]>) -> FileHistory {
    read(&file(text), &options())
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn anna() -> Athlete {
    Athlete::new(AthleteId::from_bits(1), Profile::named("Anna"))
}

/// The report of these files for this athlete.
fn report(athlete: &Athlete, files: &[FileHistory]) -> HistoryReport {
    report_with(athlete, files, &BTreeMap::new())
}

/// The same after questions about names were answered.
fn report_with(
    athlete: &Athlete,
    files: &[FileHistory],
    learned: &BTreeMap<String, NameAnswer>,
) -> HistoryReport {
    report_said(athlete, files, learned, &BTreeMap::new())
}

/// The same after questions about names and about the weight of two dumbbells were answered.
fn report_said(
    athlete: &Athlete,
    files: &[FileHistory],
    learned: &BTreeMap<String, NameAnswer>,
    dumbbells: &BTreeMap<String, DumbbellWeight>,
) -> HistoryReport {
    let library = Library::shipped().unwrap();
    let mut next = 1000 + athlete.sessions.len() as u128;
    bring_in(
        files.to_vec(),
        BringIn {
            athlete,
            library: &library,
            learned,
            dumbbells,
            stamp: Stamp::default(),
            dates: crate::domain::DateStyle::default(),
            new_id: &mut || {
                next += 1;
                SessionId::from_bits(next)
            },
        },
    )
}

/// Brings the files in, and gives added, joined and known.
fn take(athlete: &mut Athlete, files: &[FileHistory]) -> (usize, usize, usize) {
    let report = report(athlete, files);
    edit::apply(athlete, &report.edits, Stamp::default());
    (report.added(), report.joined(), report.known())
}

/// An activity in a line: day, kind, title, metres, seconds, and its sets by exercise.
fn lines(history: &FileHistory) -> Vec<String> {
    history
        .reading
        .activities
        .iter()
        .map(|activity| {
            let kind = match &activity.sport {
                Sport::Run => "run".to_owned(),
                Sport::Strength => "strength".to_owned(),
                Sport::Mobility => "mobility".to_owned(),
                Sport::Cross(name) => format!("cross {name}"),
            };
            let mut line = format!("{} {kind} \"{}\"", activity.date, activity.title);
            if let Some(distance) = activity.run.distance {
                let _ = write!(line, " {:.0} m", distance.m());
            }
            if let Some(duration) = activity.duration {
                let _ = write!(line, " {} s", duration.0);
            }
            for exercise in &activity.exercises {
                let sets: Vec<String> = exercise.sets.iter().map(set_line).collect();
                let _ = write!(line, "; {}: {}", exercise.name, sets.join(", "));
            }
            line
        })
        .collect()
}

fn set_line(set: &crate::domain::SetLog) -> String {
    let mut line = match (set.reps, set.seconds) {
        (Some(reps), _) => reps.to_string(),
        (None, Some(seconds)) => format!("{seconds}s"),
        (None, None) => "?".to_owned(),
    };
    if let Some(kg) = set.kg {
        let _ = write!(line, "x{}", (kg.kg() * 100.0).round() / 100.0);
    }
    if let Some(rir) = set.rir {
        let _ = write!(line, " rir {rir}");
    }
    match set.kind {
        crate::domain::SetKind::WarmUp => line += " w",
        crate::domain::SetKind::Drop => line += " d",
        crate::domain::SetKind::Working => {}
    }
    line
}
