//! `read`: a plan as somebody wrote it in, what was understood out.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use serde::Serialize;

use crate::domain::{Athlete, Meters, Units};
use crate::export::{plan_csv, plan_rows, plan_workbook, whole_span};
use crate::import::plan::read_plan;
use crate::intake::{Certainty, Options, PlanReading, ReadSession, SourceSpan};
use crate::library::Library;
use crate::load;
use crate::notation::{self, Style};
use crate::store;
use crate::text::{self, day_word, kind_word};

use super::ReadArguments;

/// Everything was sure.
const SURE: u8 = 0;
/// Something was guessed or kept as a note.
const DOUBTS: u8 = 1;
/// Nothing was read.
const NOTHING: u8 = 2;

/// Reads the file of the arguments and prints what was understood, or writes it to a file. Returns the exit code.
///
/// # Errors
///
/// A sentence that says why the file cannot be read or written, and what to do.
pub fn read(
    arguments: &ReadArguments,
    library: &Library,
    today: NaiveDate,
    written: DateTime<Utc>,
) -> Result<u8, String> {
    let bytes = super::check::read_bytes(&arguments.file)
        .map_err(|error| format!("{}: {error}", arguments.file.display()))?;
    let options = Options {
        unit: arguments.unit,
        start: arguments.start,
        race: arguments.race,
        year: Some(today.year()),
        ..Options::default()
    };
    let reading = read_plan(&bytes, library, &options).map_err(|error| error.to_string())?;
    let athlete = reading.athlete();
    if let Some(to) = &arguments.to {
        for left_out in save(to, &athlete, library, written)? {
            let _ = writeln!(io::stderr(), "{}: left out {left_out}", to.display());
        }
    } else {
        let printed = if arguments.json {
            json(&reading, library) + "\n"
        } else {
            words(&reading, library)
        };
        // A reader that closes early, such as a pager, has read enough.
        let _ = io::stdout().lock().write_all(printed.as_bytes());
    }
    for warning in &reading.warnings {
        let _ = writeln!(io::stderr(), "{}: {warning}", arguments.file.display());
    }
    Ok(code(&reading))
}

fn code(reading: &PlanReading) -> u8 {
    let understood = |session: &ReadSession| session.certainty != Certainty::Note;
    if !reading.sessions.iter().any(understood) {
        NOTHING
    } else if reading.is_sure() {
        SURE
    } else {
        DOUBTS
    }
}

/// Writes the plan to a file, and gives what its form cannot say.
fn save(
    to: &Path,
    athlete: &Athlete,
    library: &Library,
    written: DateTime<Utc>,
) -> Result<Vec<String>, String> {
    let (from, until) =
        whole_span(athlete).ok_or("Nothing was understood, so that there is nothing to write.")?;
    let from = if from.year() < 2002 {
        text::template_week(athlete.profile.week_start).first()
    } else {
        from
    };
    let unit = athlete.profile.units.distance;
    let start = athlete.profile.week_start;
    let end = to
        .extension()
        .and_then(|end| end.to_str())
        .unwrap_or_default();
    let mut left_out = Vec::new();
    let bytes = match end.to_lowercase().as_str() {
        "txt" => {
            let written = text::write(athlete, library, from, until);
            left_out = written.left_out;
            written.text.into_bytes()
        }
        "csv" => plan_csv(&plan_rows(athlete, library, from, until), unit, start).into_bytes(),
        _ => plan_workbook(
            &plan_rows(athlete, library, from, until),
            unit,
            start,
            written,
        )
        .map_err(|error| error.to_string())?,
    };
    store::replace(to, &bytes).map_err(|error| error.to_string())?;
    Ok(left_out)
}

/// The keys of the report. They are a contract.
#[derive(Serialize)]
struct Report<'a> {
    sessions: Vec<SessionKeys<'a>>,
    guesses: Vec<GuessKeys<'a>>,
    notes: Vec<NoteKeys<'a>>,
}

/// The keys of a session in JSON. They are a contract.
#[derive(Serialize)]
struct SessionKeys<'a> {
    week: u32,
    day: Option<&'static str>,
    date: Option<NaiveDate>,
    kind: &'static str,
    duration_s: Option<u32>,
    distance_m: Option<u64>,
    steps: usize,
    exercises: usize,
    title: String,
    note: &'a str,
    certainty: &'static str,
    source: SourceKeys,
}

/// The keys of a guess in JSON. They are a contract.
#[derive(Serialize)]
struct GuessKeys<'a> {
    source: SourceKeys,
    text: &'a str,
    read: &'a str,
    or: String,
}

/// The keys of words that belong to no session in JSON. They are a contract.
#[derive(Serialize)]
struct NoteKeys<'a> {
    source: SourceKeys,
    text: &'a str,
}

/// The keys of a place in JSON. They are a contract.
#[derive(Serialize)]
struct SourceKeys {
    line: usize,
    column: usize,
}

fn source(reading: &PlanReading, place: SourceSpan) -> SourceKeys {
    let (line, column) = reading.line_and_column(place);
    SourceKeys { line, column }
}

/// What was read as one JSON object.
pub fn json(reading: &PlanReading, library: &Library) -> String {
    let sessions = reading.sessions.iter().map(|session| {
        let plan = &session.plan;
        let run = plan.run();
        SessionKeys {
            week: session.week,
            day: session.day.map(day_word),
            date: session.date,
            kind: kind_word(plan.kind()),
            duration_s: plan.duration.map(|minutes| minutes.0 * 60),
            distance_m: run
                .and_then(|run| run.distance)
                .map(|distance| distance.m().round() as u64),
            steps: run.map_or(0, |run| run.steps.len()),
            exercises: plan.workout.exercises().len(),
            title: load::title_of(plan, library),
            note: &plan.note,
            certainty: session.certainty.word(),
            source: source(reading, session.source),
        }
    });
    let guesses = reading.guesses.iter().map(|guess| GuessKeys {
        source: source(reading, guess.place),
        text: &guess.text,
        read: &guess.read,
        or: guess.or.join(" or "),
    });
    let notes = reading.notes.iter().map(|note| NoteKeys {
        source: source(reading, note.place),
        text: &note.text,
    });
    let report = Report {
        sessions: sessions.collect(),
        guesses: guesses.collect(),
        notes: notes.collect(),
    };
    serde_json::to_string(&report).unwrap_or_default()
}

/// What was read in words.
fn words(reading: &PlanReading, library: &Library) -> String {
    let mut text = String::new();
    let mut week = None;
    for session in &reading.sessions {
        if week != Some(session.week) {
            week = Some(session.week);
            let titled = reading.weeks.iter().find(|own| own.number == session.week);
            let title = titled.map_or("", |own| own.title.as_str());
            let dash = if title.is_empty() { "" } else { " – " };
            let _ = writeln!(text, "Week {}{dash}{title}", session.week);
        }
        let day = match (session.date, session.day) {
            (Some(date), _) => format!("{} {date}", day_word(date.weekday())),
            (None, Some(day)) => day_word(day).to_owned(),
            (None, None) => "–".to_owned(),
        };
        let mark = match session.certainty {
            Certainty::Sure => "",
            Certainty::Guessed => "  (guessed)",
            Certainty::Note => "  (kept as a note)",
        };
        let _ = writeln!(
            text,
            "  {day:<14}  {}{mark}",
            line(session, reading.units, library)
        );
    }
    for guess in &reading.guesses {
        let (line, column) = reading.line_and_column(guess.place);
        let or = if guess.or.is_empty() {
            String::new()
        } else {
            format!(", or {}", guess.or.join(" or "))
        };
        let _ = writeln!(
            text,
            "{line}:{column}: \"{}\" was read as {}{or}",
            guess.text, guess.read
        );
    }
    for total in &reading.totals {
        let _ = writeln!(
            text,
            "Week {}: the total says {}, the sessions come to {}",
            total.week,
            notation::distance(Meters::new(total.said), reading.units),
            notation::distance(Meters::new(total.sum), reading.units)
        );
    }
    for note in &reading.notes {
        let (line, column) = reading.line_and_column(note.place);
        let _ = writeln!(text, "{line}:{column}: kept: {}", note.text);
    }
    text
}

fn line(session: &ReadSession, units: Units, library: &Library) -> String {
    let plan = &session.plan;
    let mut words = vec![load::title_of(plan, library)];
    if let Some(run) = plan.run() {
        words.extend(run.distance.map(|far| notation::distance(far, units)));
        if !run.steps.is_empty() {
            let steps = run
                .steps
                .iter()
                .map(|step| notation::step(step, units, Style::Input));
            words.push(steps.collect::<Vec<_>>().join("; "));
        }
    }
    words.extend(plan.duration.map(notation::minutes));
    let exercises = plan.workout.exercises().iter();
    let exercises = exercises.map(|dose| {
        let load = notation::load_word(&dose.load, units.mass);
        let at = if load.is_empty() { "" } else { " @" };
        format!("{} {}x{}{at}{load}", dose.name, dose.sets, dose.reps)
    });
    let exercises: Vec<String> = exercises.collect();
    if !exercises.is_empty() {
        words.push(exercises.join("; "));
    }
    if !plan.note.is_empty() {
        words.push(format!("\"{}\"", plan.note.replace('\n', " ")));
    }
    words.join(", ")
}
