//! Workouts for watches: a file of the watch's own format (FIT) for every session that is still to be done, and for
//! runs the same as text for intervals.icu, together in one archive.

mod exercises;
mod fit;
mod intervals_text;
mod runs;
mod step;
mod whole_run;

#[cfg(test)]
mod tests;

use std::io::{Cursor, Write};

use chrono::{DateTime, NaiveDate, Utc};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::domain::{Athlete, DateStyle, Session, Status, Workout, file_names};
use crate::library::Library;
use crate::load;

use super::ExportError;
use fit::fit;
use intervals_text::intervals_text;
use step::{WatchSport, WatchWorkout};

/// The sessions of these days that are still to be done as an archive: each as a FIT workout, runs also as text.
///
/// # Errors
///
/// [`ExportError::NoWorkouts`] when there is nothing to run or lift, [`ExportError::Data`] when a file cannot be made.
pub(super) fn watch_archive(
    athlete: &Athlete,
    library: &Library,
    days: (NaiveDate, NaiveDate),
    written: DateTime<Utc>,
) -> Result<Vec<u8>, ExportError> {
    let workouts = workouts(athlete, library, days);
    if workouts.is_empty() {
        return Err(ExportError::NoWorkouts);
    }
    let names: Vec<String> = workouts
        .iter()
        .map(|(date, workout)| format!("{date} {}", workout.name))
        .collect();
    let names = file_names(names.iter().map(String::as_str));
    let failed = |error: &dyn std::fmt::Display| ExportError::Data(error.to_string());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: String, bytes: &[u8]| {
        archive
            .start_file(name, SimpleFileOptions::default())
            .map_err(|error| failed(&error))?;
        archive.write_all(bytes).map_err(|error| failed(&error))
    };
    for (name, (_, workout)) in names.iter().zip(&workouts) {
        add(format!("{name}.fit"), &fit(workout, written)?)?;
        if workout.sport == WatchSport::Run {
            let text = intervals_text(workout, athlete.profile.units.distance);
            add(format!("{name}.txt"), text.as_bytes())?;
        }
    }
    let archive = archive.finish().map_err(|error| failed(&error))?;
    Ok(archive.into_inner())
}

/// What the archive will hold, in words: every workout with its steps.
pub(super) fn watch_words(
    athlete: &Athlete,
    library: &Library,
    days: (NaiveDate, NaiveDate),
    dates: DateStyle,
) -> String {
    let blocks = workouts(athlete, library, days)
        .into_iter()
        .map(|(date, workout)| {
            let day = format!("{} {}", date.format("%a"), dates.day_month(date));
            let text = intervals_text(&workout, athlete.profile.units.distance);
            format!("{day}: {}\n{text}", workout.name)
        });
    blocks.collect::<Vec<_>>().join("\n")
}

fn workouts(
    athlete: &Athlete,
    library: &Library,
    (first, last): (NaiveDate, NaiveDate),
) -> Vec<(NaiveDate, WatchWorkout)> {
    let sessions = athlete.sessions.between(first, last).iter();
    sessions
        .filter(|session| session.status == Status::Planned)
        .filter_map(|session| Some((session.date, workout(session, athlete, library)?)))
        .collect()
}

fn workout(session: &Session, athlete: &Athlete, library: &Library) -> Option<WatchWorkout> {
    let (sport, steps) = match &session.plan.workout {
        Workout::Run(run) => (
            WatchSport::Run,
            runs::steps(&session.plan, run, &athlete.profile),
        ),
        Workout::Strength(strength) if !strength.exercises.is_empty() => (
            WatchSport::Strength,
            exercises::steps(session, athlete, library),
        ),
        _ => return None,
    };
    Some(WatchWorkout {
        name: load::title_of(&session.plan, library),
        note: session.plan.note.trim().to_owned(),
        sport,
        steps,
    })
}
