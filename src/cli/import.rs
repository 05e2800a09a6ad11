//! `import`: what people have logged elsewhere, brought into an athlete's calendar.

use std::fmt::Write as _;

use chrono::{DateTime, Local, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::domain::{
    Athlete, DumbbellWeight, ExerciseId, NameAnswer, OwnLibrary, SessionId, Stamp,
};
use crate::edit;
use crate::history::{
    BringIn, FileReport, HistoryReport, Need, PairedLoads, bring_in,
    programs_that_leave_dumbbells_open,
};
use crate::import::history::{self, ReadOptions};
use crate::library::Library;
use crate::store::{OpenMode, Saved, Store};

use super::ImportArguments;
use super::chosen::find;
use super::package::{are_packages, import_packages};
use super::print;

/// All was taken, or was there already.
const WHOLE: u8 = 0;
/// Something was skipped, or an exercise is not known.
const IN_PART: u8 = 1;
/// Nothing could be read, or a unit has to be said.
const NOTHING: u8 = 2;

/// Reads the files, brings them in unless only asked to tell, and prints the report.
///
/// # Errors
///
/// A sentence that says what is wrong and what to do.
pub fn import(arguments: &ImportArguments, written: DateTime<Utc>) -> Result<u8, String> {
    if are_packages(&arguments.files) {
        return import_packages(arguments, written);
    }
    if arguments.athlete.is_empty() {
        return Err("say whose history it is: --athlete NAME".to_owned());
    }
    let shipped = Library::shipped().map_err(|error| error.to_string())?;
    let (store, opened) = Store::open(&arguments.workspace).map_err(|error| error.to_string())?;
    if let (OpenMode::ReadOnly(why), false) = (store.mode(), arguments.dry_run) {
        return Err(why.clone());
    }
    let library = shipped.with_own(&opened.own);
    let athlete = find(&store, &opened, &arguments.athlete)?;
    let mut own = (*opened.own).clone();
    for (name, answer) in &arguments.names {
        own.exercise_names
            .insert(name.clone(), exercise_named(answer, &library)?);
    }
    let before = own.dumbbell_weights.clone();
    if let Some(weight) = arguments.dumbbells {
        let programs = programs_that_leave_dumbbells_open();
        own.dumbbell_weights
            .extend(programs.map(|program| (program.to_owned(), weight)));
    }
    let report = report(arguments, &athlete, &library, &own, Stamp::coach(written))?;
    // Of the other programs nothing was said.
    own.dumbbell_weights = before;
    if let Some(weight) = arguments.dumbbells {
        let asked = report.files.iter().filter(|file| file.dumbbells.is_some());
        let asked = asked.filter_map(|file| file.format);
        own.dumbbell_weights
            .extend(asked.map(|program| (program.to_owned(), weight)));
    }
    if !arguments.dry_run && !report.waits() && own != *opened.own {
        store
            .write_own(&own, written)
            .map_err(|error| error.to_string())?;
    }
    if !arguments.dry_run && !report.edits.is_empty() {
        let mut changed = (*athlete).clone();
        edit::apply(&mut changed, &report.edits, Stamp::coach(written));
        let saved = store
            .write_athlete(&changed, written)
            .map_err(|error| error.to_string())?;
        if let Saved::Conflict { theirs, .. } = saved {
            return Err(format!(
                "{} was changed by somebody else meanwhile; nothing was brought in. Try again.",
                theirs.display()
            ));
        }
    }
    let text = if arguments.json {
        as_json(&report)
    } else {
        as_text(&report, arguments.dry_run)
    };
    print(&text).map_err(|error| format!("The report cannot be written: {error}"))?;
    Ok(exit_code(&report))
}

/// What the right side of `--map` means.
fn exercise_named(text: &str, library: &Library) -> Result<NameAnswer, String> {
    if text == "-" {
        return Ok(NameAnswer::LeaveOut);
    }
    library
        .exercise(&ExerciseId::new(text))
        .or_else(|| library.find(text))
        .map(|exercise| NameAnswer::Means(exercise.id.clone()))
        .ok_or_else(|| format!("\"{text}\" is no exercise of the library; write its name, or - to leave the sets out"))
}

fn report(
    arguments: &ImportArguments,
    athlete: &Athlete,
    library: &Library,
    own: &OwnLibrary,
    stamp: Stamp,
) -> Result<HistoryReport, String> {
    let options = ReadOptions {
        mass: arguments.mass,
        distance: arguments.distance,
        order: arguments.order,
        zone: |utc| utc.with_timezone(&Local).naive_local(),
    };
    let mut histories = Vec::new();
    for file in &arguments.files {
        for path in history::files_in(file)? {
            for file in history::read_file(&path) {
                histories.push(history::read(&file, &options));
            }
        }
    }
    Ok(bring_in(
        histories,
        BringIn {
            athlete,
            library,
            learned: &own.exercise_names,
            dumbbells: &own.dumbbell_weights,
            stamp,
            dates: crate::domain::DateStyle::default(),
            new_id: &mut || SessionId(Uuid::new_v4()),
        },
    ))
}

fn exit_code(report: &HistoryReport) -> u8 {
    if report.waits() || report.is_empty() {
        NOTHING
    } else if report.is_whole() {
        WHOLE
    } else {
        IN_PART
    }
}

fn as_json(report: &HistoryReport) -> String {
    let file = |file: &FileReport| -> Value {
        let skipped: Vec<Value> = file
            .skipped
            .iter()
            .map(|s| json!({"line": s.line, "reason": s.reason}))
            .collect();
        let unknown: Vec<Value> = file
            .unknown
            .iter()
            .map(|exercise| {
                let guesses: Vec<&str> = exercise.guesses.iter().map(ExerciseId::as_str).collect();
                json!({"name": exercise.name, "guesses": guesses})
            })
            .collect();
        let remarks: Vec<Value> = file
            .remarks
            .iter()
            .map(|remark| {
                let sides = remark.sides.iter().flatten();
                let sides: Vec<Value> = sides
                    .map(|(heading, words)| json!({"heading": heading, "words": words}))
                    .collect();
                json!({"session": remark.session, "remark": remark.words, "sides": sides})
            })
            .collect();
        let columns: Vec<Value> = file
            .mapping
            .iter()
            .map(|(header, meaning)| json!({"header": header, "taken_as": meaning}))
            .collect();
        let dumbbells = file.dumbbells.as_ref().map(|paired| {
            json!({
                "weight_of": weight_word(paired.weight),
                "exercises": paired.exercises,
                "sets": paired.sets,
            })
        });
        let needs: Vec<&str> = file.needs.iter().map(|need| need.word()).collect();
        json!({
            "path": file.name,
            "format": file.format,
            "sessions": {"add": file.add, "join": file.join, "known": file.known},
            "sets": file.sets,
            "skipped": skipped,
            "unknown_exercises": unknown,
            "needs": needs,
            "remarks": remarks,
            "columns": columns,
            "dumbbells": dumbbells,
        })
    };
    let files: Vec<Value> = report.files.iter().map(file).collect();
    format!(
        "{}\n",
        json!({
            "files": files,
            "added": report.added(),
            "joined": report.joined(),
            "relinked": report.relinked,
            "reweighed": report.reweighed,
        })
    )
}

/// How many skipped rows and unknown names are listed for people; the rest is counted.
const LISTED: usize = 10;

fn as_text(report: &HistoryReport, dry_run: bool) -> String {
    let mut text = String::new();
    for file in &report.files {
        let format = file.program.unwrap_or("not recognised");
        let _ = writeln!(
            text,
            "{}: {format}; {} to add, {} to join to planned sessions, {} there already, {} sets",
            file.name, file.add, file.join, file.known, file.sets
        );
        for (header, meaning) in &file.mapping {
            let _ = writeln!(text, "  column \"{header}\" was taken as {meaning}");
        }
        for need in &file.needs {
            let _ = writeln!(text, "  {}", what_to_say(*need));
        }
        if let Some(paired) = &file.dumbbells {
            let _ = writeln!(text, "  {}", dumbbell_words(paired));
        }
        for skipped in file.skipped.iter().take(LISTED) {
            let place = if skipped.line > 0 {
                format!("line {}", skipped.line)
            } else {
                "skipped".to_owned()
            };
            let _ = writeln!(text, "  {place}: {}", skipped.reason);
        }
        for remark in &file.remarks {
            let _ = writeln!(text, "  {}: {}", remark.session, remark.words);
            for (heading, words) in remark.sides.iter().flatten() {
                let words = words.replace('\n', "\n      ");
                let _ = writeln!(text, "    {heading}: {words}");
            }
        }
        if file.skipped.len() > LISTED {
            let _ = writeln!(
                text,
                "  … and {} more rows were skipped",
                file.skipped.len() - LISTED
            );
        }
        for exercise in file.unknown.iter().take(LISTED) {
            let guesses: Vec<&str> = exercise.guesses.iter().map(ExerciseId::as_str).collect();
            let perhaps = if guesses.is_empty() {
                String::new()
            } else {
                format!("; perhaps {}", guesses.join(", "))
            };
            let _ = writeln!(
                text,
                "  \"{}\" is no exercise of the library{perhaps}",
                exercise.name
            );
        }
        if file.unknown.len() > LISTED {
            let _ = writeln!(
                text,
                "  … and {} more exercises are not known",
                file.unknown.len() - LISTED
            );
        }
    }
    let done = match (report.waits(), dry_run) {
        (true, _) => "Nothing was brought in.",
        (false, true) => "Nothing was changed: this is what would happen.",
        (false, false) => "Done.",
    };
    if report.relinked > 0 {
        let _ = writeln!(
            text,
            "Sessions brought in before whose sets now count for their exercise: {}.",
            report.relinked
        );
    }
    if report.reweighed > 0 {
        let _ = writeln!(
            text,
            "Sessions brought in before whose loads of two dumbbells change: {}.",
            report.reweighed
        );
    }
    let _ = writeln!(
        text,
        "{} added, {} joined. {done}",
        report.added(),
        report.joined()
    );
    text
}

/// The word for it in `--json` and in `--dumbbells`.
fn weight_word(weight: DumbbellWeight) -> &'static str {
    match weight {
        DumbbellWeight::One => "one",
        DumbbellWeight::Both => "both",
    }
}

/// How loads of two dumbbells were taken, and how to say otherwise.
fn dumbbell_words(paired: &PairedLoads) -> String {
    let listed = paired.exercises.iter().take(LISTED);
    let listed: Vec<&str> = listed.map(String::as_str).collect();
    let rest = match paired.exercises.len() - listed.len() {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    let (taken, otherwise) = match paired.weight {
        DumbbellWeight::One => (
            "of one dumbbell, and counts twice",
            "both where it is of both together",
        ),
        DumbbellWeight::Both => (
            "of both dumbbells together",
            "one where it is of one of them",
        ),
    };
    format!(
        "the weight of {} sets with two dumbbells was taken as that {taken}: add --dumbbells {otherwise} ({}{rest})",
        paired.sets,
        listed.join(", ")
    )
}

fn what_to_say(need: Need) -> &'static str {
    match need {
        Need::MassUnit => {
            "the file does not say whether weights are in kilograms or pounds: add --unit kg or --unit lb"
        }
        Need::DistanceUnit => {
            "the file does not say whether distances are in kilometres or miles: add --distance-unit km or --distance-unit mi"
        }
        Need::DayOrder => {
            "day and month cannot be told apart in this file: add --dates day-first or --dates month-first"
        }
    }
}
