//! What bringing history in does, told on the command line: for people, and for programs.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::domain::{DumbbellWeight, ExerciseId};
use crate::history::{FileReport, HistoryReport, Need, PairedLoads};

/// The report for programs: one object, whose keys stay.
pub(super) fn as_json(report: &HistoryReport) -> String {
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
            "sessions": {"add": file.add, "join": file.join, "known": file.known, "twice": file.twice, "completed": file.completed},
            "runs_of_unknown_effort": file.untold.runs,
            "sets": file.sets,
            "skipped": skipped,
            "unknown_exercises": unknown,
            "needs": needs,
            "remarks": remarks,
            "columns": columns,
            "columns_not_read": file.unread,
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

/// The report for people.
pub(super) fn as_text(report: &HistoryReport, dry_run: bool) -> String {
    let mut text = String::new();
    let (beside, files): (Vec<_>, Vec<_>) = report
        .files
        .iter()
        .partition(|file| report.is_passed_over(file));
    for file in beside {
        let _ = writeln!(text, "{}: no training in it", file.name);
    }
    for file in files {
        write_file(&mut text, file);
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

/// What a file gives, and what of it was not taken.
fn write_file(text: &mut String, file: &FileReport) {
    let format = file.program.unwrap_or("not recognised");
    let _ = writeln!(
        text,
        "{}: {format}; {} to add, {} to join to planned sessions, {} there already, {} sets",
        file.name, file.add, file.join, file.known, file.sets
    );
    for (header, meaning) in &file.mapping {
        let _ = writeln!(text, "  column \"{header}\" was taken as {meaning}");
    }
    for header in &file.unread {
        let _ = writeln!(text, "  column \"{header}\" was not read");
    }
    if file.completed > 0 {
        let count = file.completed;
        let _ = writeln!(text, "  {count} of those there already completed");
    }
    if file.untold.runs > 0 {
        let _ = writeln!(
            text,
            "  runs of which nothing tells how hard they were, and which come in as easy: {}",
            file.untold.runs
        );
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
