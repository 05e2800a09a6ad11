//! The logged sets: one line an exercise.

use egui::Ui;

use crate::domain::set_entry::{EntryRules, SetEntry, parse_sets, sets_text};
use crate::domain::{ExerciseId, ExerciseLog, LoadType, Log, Prescription, SetLog};
use crate::ui::format;
use crate::ui::theme::{Weight, text};
use crate::ui::widgets::field::Field;

use super::editor::{Editor, faint_ui, label_ui};
use super::{dose, exercise_menu};

/// A line of the log: an exercise that was planned, done, or both.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    exercise: ExerciseId,
    name: String,
    /// What the plan asks for; empty for what was done without a plan.
    planned: String,
    /// Where it stands in the log.
    logged: Option<usize>,
}

/// Draws a field of sets for every exercise that was planned or done.
pub(super) fn exercises_ui(ui: &mut Ui, editor: &mut Editor, log: &Log) {
    let session = editor.session();
    let planned: Vec<(&Prescription, String, String)> = session
        .plan
        .workout
        .exercises()
        .iter()
        .map(|row| {
            let load = dose::load_text(&row.load, editor.units());
            let joint = if load.is_empty() { "" } else { " · " };
            let asked = format!("{}{joint}{load}", dose::dose_text(row));
            (row, exercise_menu::name_of(editor, row), asked)
        })
        .collect();
    let lines = lines(&planned, &log.exercises);
    if lines.is_empty() {
        return;
    }
    let unit = format::mass_unit(editor.units());
    label_ui(
        ui,
        editor.palette(),
        &format!("Sets as reps x {unit} @ reps in reserve"),
    );
    for (index, line) in lines.iter().enumerate() {
        let before = lines
            .iter()
            .take(index)
            .filter(|other| other.name == line.name)
            .count();
        let name = match before {
            0 => format!("Sets of {}", line.name),
            before => format!("Sets of {} ({})", line.name, before + 1),
        };
        line_ui(ui, editor, log, line, (index, &name));
    }
    faint_ui(
        ui,
        editor.palette(),
        "! failed · w warm-up · d drop set · 45s hold · l, r side",
    );
}

fn line_ui(ui: &mut Ui, editor: &mut Editor, log: &Log, line: &Line, (index, name): (usize, &str)) {
    let units = editor.units();
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        ui.set_height(16.0);
        ui.label(text(&line.name, 12.0, Weight::Medium));
        faint_ui(ui, editor.palette(), &line.planned);
    });
    let done = line.logged.and_then(|at| log.exercises.get(at));
    let current = done
        .map(|done| sets_text(&done.sets, units.mass))
        .unwrap_or_default();
    let rules = rules_for(editor, &line.exercise);
    let field = Field::line(name, ui.available_width()).hint("e.g. 5x60@2 5x60@2 4x60@1!");
    let id = editor.id(("sets", index));
    let typed = field.ui(ui, editor.palette(), id, &current, |typed| {
        parse_sets(typed, rules)
    });
    if let Some(SetEntry { sets: typed, .. }) = typed {
        editor.change_log(format!("Log {}", line.name.to_lowercase()), |log| {
            put_sets(&mut log.exercises, line, typed);
        });
    }
}

/// How sets of an exercise are read: in the athlete's unit, and with help where the body is lifted.
fn rules_for(editor: &Editor, exercise: &ExerciseId) -> EntryRules {
    let known = editor.view.library.exercise(exercise);
    EntryRules {
        unit: editor.units().mass,
        assisted: known.is_none_or(|known| known.load == LoadType::Bodyweight),
    }
}

/// The planned exercises in their order, each with its own log, then what was done besides.
fn lines(planned: &[(&Prescription, String, String)], logged: &[ExerciseLog]) -> Vec<Line> {
    let mut taken = vec![false; logged.len()];
    let mut lines: Vec<Line> = Vec::new();
    for (row, name, asked) in planned {
        let mut free = logged.iter().zip(&taken).enumerate();
        let at = free
            .find(|(_, (done, taken))| done.exercise == row.exercise && !**taken)
            .map(|(at, _)| at);
        if let Some(place) = at.and_then(|at| taken.get_mut(at)) {
            *place = true;
        }
        let (exercise, name, planned) = (row.exercise.clone(), name.clone(), asked.clone());
        lines.push(Line {
            exercise,
            name,
            planned,
            logged: at,
        });
    }
    for (at, (done, taken)) in logged.iter().zip(&taken).enumerate() {
        if !taken {
            let (exercise, name) = (done.exercise.clone(), done.name.clone());
            lines.push(Line {
                exercise,
                name,
                planned: String::new(),
                logged: Some(at),
            });
        }
    }
    lines
}

/// Puts sets in their place; without any, the exercise leaves the log.
fn put_sets(logged: &mut Vec<ExerciseLog>, line: &Line, sets: Vec<SetLog>) {
    match (line.logged.filter(|at| *at < logged.len()), sets.is_empty()) {
        (Some(at), true) => {
            logged.remove(at);
        }
        (Some(at), false) => {
            if let Some(done) = logged.get_mut(at) {
                done.sets = sets;
            }
        }
        (None, true) => {}
        (None, false) => logged.push(ExerciseLog {
            exercise: line.exercise.clone(),
            name: line.name.clone(),
            sets,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Count, Reps};

    fn planned(name: &str) -> Prescription {
        Prescription::new(ExerciseId::new(name), name, Count::exactly(3), Reps::Max)
    }

    fn done(name: &str) -> ExerciseLog {
        let sets = vec![SetLog {
            reps: Some(5),
            ..SetLog::default()
        }];
        ExerciseLog {
            exercise: ExerciseId::new(name),
            name: name.to_owned(),
            sets,
        }
    }

    fn places(rows: &[Prescription], logged: &[ExerciseLog]) -> Vec<(String, Option<usize>)> {
        let rows: Vec<_> = rows
            .iter()
            .map(|row| (row, row.name.clone(), String::new()))
            .collect();
        lines(&rows, logged)
            .into_iter()
            .map(|line| (line.name, line.logged))
            .collect()
    }

    #[test]
    fn every_exercise_finds_its_own_log_and_nothing_done_is_hidden() {
        let rows = [planned("squat"), planned("plank"), planned("squat")];
        let logged = [done("squat"), done("curl"), done("squat")];
        let found = places(&rows, &logged);
        let expected = [
            ("squat", Some(0)),
            ("plank", None),
            ("squat", Some(2)),
            ("curl", Some(1)),
        ];
        assert_eq!(found, expected.map(|(name, at)| (name.to_owned(), at)));
    }

    #[test]
    fn emptied_sets_leave_the_log_and_new_ones_join_it() {
        let mut logged = vec![done("squat")];
        let rows = [planned("squat"), planned("plank")];
        let rows: Vec<_> = rows
            .iter()
            .map(|row| (row, row.name.clone(), String::new()))
            .collect();
        let lines = lines(&rows, &logged);
        put_sets(&mut logged, &lines[1], done("plank").sets);
        put_sets(&mut logged, &lines[0], Vec::new());
        assert_eq!(logged, [done("plank")]);
    }
}
