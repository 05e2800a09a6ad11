//! `import`: what people have logged elsewhere, brought into an athlete's calendar.

use chrono::{DateTime, Local, Utc};
use uuid::Uuid;

use crate::domain::{Athlete, Exercise, ExerciseId, NameAnswer, OwnLibrary, SessionId, Stamp};
use crate::edit;
use crate::history::{
    BringIn, HistoryReport, bring_in, exercise_like, programs_that_leave_dumbbells_open,
};
use crate::import::history::{self, ReadOptions};
use crate::library::Library;
use crate::planning;
use crate::store::{OpenMode, Saved, Store};

use super::ImportArguments;
use super::chosen::find;
use super::import_report::{as_json, as_text};
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
    let mut library = shipped.with_own(&opened.own);
    let athlete = find(&store, &opened, &arguments.athlete)?;
    let mut own = (*opened.own).clone();
    for (name, answer) in &arguments.names {
        if let Some(like) = answer.strip_prefix('+') {
            let exercise = exercise_like(name, exercise_called(like, &library)?);
            own.exercises.retain(|it| it.id != exercise.id);
            own.exercises.push(exercise);
        } else {
            let answer = exercise_named(answer, &library)?;
            own.exercise_names.insert(name.clone(), answer);
        }
    }
    if own.exercises != opened.own.exercises {
        library = shipped.with_own(&own);
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
        let edits = planning::with_next_loads(&athlete, &library, report.edits.clone());
        edit::apply(&mut changed, &edits, Stamp::coach(written));
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
    exercise_called(text, library).map(|exercise| NameAnswer::Means(exercise.id.clone()))
}

fn exercise_called<'a>(text: &str, library: &'a Library) -> Result<&'a Exercise, String> {
    library
        .exercise(&ExerciseId::new(text))
        .or_else(|| library.find(text))
        .ok_or_else(|| format!("\"{text}\" is no exercise of the library; write its name, + before it to add one like it, or - to leave the sets out"))
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
