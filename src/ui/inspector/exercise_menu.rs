//! What a row of the table does not show at once: effort, rest, tempo, superset, sides, a note, order, variants.

use egui::{Popup, PopupCloseBehavior, Response, Ui, vec2};

use crate::domain::{Effort, Exercise, Prescription};
use crate::library::movement::movement_of;
use crate::ui::format;
use crate::ui::widgets::{
    buttons, check, field::Field, menu_place, movement::MovementFigure, scrolling,
};

use super::editor::{Editor, any_text, label_ui};
use super::exercise_list::change_list;
use super::{advice, dose, quantities, times};

/// The name of an exercise: as it was when it was planned, else as the library has it now.
pub(super) fn name_of(editor: &Editor, prescription: &Prescription) -> String {
    if !prescription.name.is_empty() {
        return prescription.name.clone();
    }
    let known = editor.view.library.exercise(&prescription.exercise);
    known.map_or_else(
        || prescription.exercise.to_string(),
        |exercise| exercise.name.clone(),
    )
}

/// What is said besides dose and load, in one line: "RIR 2 · rest 3 min · tempo 3-1-1".
pub(super) fn details(prescription: &Prescription) -> String {
    let mut parts = Vec::new();
    parts.extend(prescription.effort.map(format::effort));
    parts.extend(
        prescription
            .rest
            .map(|rest| format!("rest {}", format::rest(rest))),
    );
    if !prescription.tempo.is_empty() {
        parts.push(format!("tempo {}", prescription.tempo));
    }
    if !prescription.note.is_empty() {
        parts.push(prescription.note.clone());
    }
    parts.join(" · ")
}

/// The menu behind a row's dots.
pub(super) fn popup_ui(
    button: &Response,
    editor: &mut Editor,
    prescription: &Prescription,
    index: usize,
    name: &str,
) {
    let popup = Popup::from_toggle_button_response(button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(format!("More for {name}"))
        .width(220.0);
    menu_place::inside(popup).show(|ui| {
        scrolling::menu_ui(ui, |ui| {
            ui.set_width(220.0);
            menu_ui(ui, editor, prescription, index, name);
        });
    });
}

fn menu_ui(ui: &mut Ui, editor: &mut Editor, row: &Prescription, index: usize, name: &str) {
    let library = editor.view.library;
    let known = library.exercise(&row.exercise);
    if let Some(movement) = known.and_then(|known| movement_of(known, library)) {
        let figure = MovementFigure {
            name,
            movement,
            cue: None,
        };
        figure.ui(ui, editor.view.palette, vec2(220.0, 96.0));
    }
    fields_ui(ui, editor, row, index, name);
    advice::choice_ui(ui, editor, row, name);
    ui.separator();
    order_ui(ui, editor, index, name);
    variants_ui(ui, editor, row, index, name);
    ui.separator();
    if ui
        .button(format!("Remove {}", name.to_lowercase()))
        .clicked()
    {
        change_list(editor, format!("Remove {}", name.to_lowercase()), |list| {
            if index < list.len() {
                list.remove(index);
            }
        });
        ui.close();
    }
}

fn fields_ui(ui: &mut Ui, editor: &mut Editor, row: &Prescription, index: usize, name: &str) {
    let lower = name.to_lowercase();
    ui.columns_const::<2, _>(|[left, right]| {
        let effort = row.effort.map(format::effort).unwrap_or_default();
        let spoken = format!("Effort of {name}");
        if let Some(effort) = editor.field_ui(
            left,
            "Effort",
            &spoken,
            (&effort, "e.g. RIR 2"),
            parse_effort,
        ) {
            change(editor, index, format!("Change effort of {lower}"), |row| {
                row.effort = effort;
            });
        }
        let rest = row.rest.map(format::rest).unwrap_or_default();
        let spoken = format!("Rest of {name}");
        let parse = |typed: &str| quantities::optional(typed, times::rest);
        if let Some(rest) = editor.field_ui(right, "Rest", &spoken, (&rest, "e.g. 2 min"), parse) {
            change(editor, index, format!("Change rest of {lower}"), |row| {
                row.rest = rest;
            });
        }
        let spoken = format!("Tempo of {name}");
        if let Some(tempo) = editor.field_ui(
            left,
            "Tempo",
            &spoken,
            (&row.tempo, "e.g. 3-1-1"),
            parse_tempo,
        ) {
            change(editor, index, format!("Change tempo of {lower}"), |row| {
                row.tempo = tempo;
            });
        }
        let superset = row.superset.map(String::from).unwrap_or_default();
        let spoken = format!("Superset of {name}");
        if let Some(letter) = editor.field_ui(
            right,
            "Superset",
            &spoken,
            (&superset, "e.g. A"),
            parse_superset,
        ) {
            change(
                editor,
                index,
                format!("Change superset of {lower}"),
                |row| row.superset = letter,
            );
        }
    });
    let mut per_side = row.per_side;
    if check::check_ui(ui, &mut per_side, "Reps for each side").changed() {
        change(editor, index, format!("Change sides of {lower}"), |row| {
            row.per_side = per_side;
        });
    }
    label_ui(ui, editor.palette(), "Note");
    let spoken = format!("Note on {name}");
    let field = Field::line(&spoken, ui.available_width()).hint("A cue for the athlete");
    let id = editor.id(("exercise note", index));
    if let Some(note) = field.ui(ui, editor.palette(), id, &row.note, any_text) {
        change(editor, index, format!("Change note on {lower}"), |row| {
            row.note = note;
        });
    }
}

fn order_ui(ui: &mut Ui, editor: &mut Editor, index: usize, name: &str) {
    let count = editor.session().plan.workout.exercises().len();
    ui.horizontal(|ui| {
        for (label, other) in [
            ("Move up", index.checked_sub(1)),
            ("Move down", Some(index + 1)),
        ] {
            let other = other.filter(|other| *other < count);
            let button = ui
                .add_enabled_ui(other.is_some(), |ui| buttons::small_ui(ui, label))
                .inner;
            if button.clicked()
                && let Some(other) = other
            {
                change_list(editor, format!("Move {}", name.to_lowercase()), |list| {
                    list.swap(index, other);
                });
                ui.close();
            }
        }
    });
}

/// An easier and a harder exercise to put in this one's place.
fn variants_ui(ui: &mut Ui, editor: &mut Editor, row: &Prescription, index: usize, name: &str) {
    let library = editor.view.library;
    let Some(exercise) = library.exercise(&row.exercise) else {
        return;
    };
    for (word, variant) in [("Easier", &exercise.easier), ("Harder", &exercise.harder)] {
        let Some(variant) = variant.as_ref().and_then(|id| library.exercise(id)) else {
            continue;
        };
        if ui.button(format!("{word}: {}", variant.name)).clicked() {
            swap(editor, index, name, variant);
            ui.close();
        }
    }
}

fn swap(editor: &mut Editor, index: usize, name: &str, variant: &Exercise) {
    let label = format!(
        "Swap {} for {}",
        name.to_lowercase(),
        variant.name.to_lowercase()
    );
    change(editor, index, label, |row| {
        *row = dose::swapped(row, variant);
    });
}

fn change(
    editor: &mut Editor,
    index: usize,
    label: String,
    change: impl FnOnce(&mut Prescription),
) {
    change_list(editor, label, |list| {
        if let Some(row) = list.get_mut(index) {
            change(row);
        }
    });
}

fn parse_effort(typed: &str) -> Result<Option<Effort>, String> {
    quantities::optional(typed, |typed| {
        typed.parse().map_err(|_| "Write RIR 2 or RPE 8".to_owned())
    })
}

fn parse_tempo(typed: &str) -> Result<String, String> {
    let tempo = typed.trim();
    let plain = tempo.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if plain && tempo.len() <= 12 {
        Ok(tempo.to_owned())
    } else {
        Err("Write 3-1-1: down, hold, up".to_owned())
    }
}

fn parse_superset(typed: &str) -> Result<Option<char>, String> {
    let mut letters = typed.trim().chars();
    match (letters.next(), letters.next()) {
        (None, _) => Ok(None),
        (Some(letter), None) if letter.is_ascii_alphabetic() => {
            Ok(Some(letter.to_ascii_uppercase()))
        }
        _ => Err("One letter, such as A".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Count, ExerciseId, Reps, Seconds};

    #[test]
    fn the_small_fields_refuse_what_they_cannot_mean() {
        assert_eq!(parse_effort("RIR 2").unwrap(), Some(Effort::Rir(2.0)));
        assert_eq!(parse_effort(" ").unwrap(), None);
        assert!(parse_effort("hard").is_err());
        assert_eq!(parse_superset("a").unwrap(), Some('A'));
        assert!(parse_superset("AB").is_err() && parse_superset("1").is_err());
        assert_eq!(parse_tempo("3-1-X").unwrap(), "3-1-X");
        assert!(parse_tempo("slow and steady").is_err());
    }

    #[test]
    fn details_say_only_what_was_said() {
        let mut row = Prescription::new(
            ExerciseId::new("squat"),
            "Squat",
            Count::exactly(3),
            Reps::Max,
        );
        assert_eq!(details(&row), "");
        row.effort = Some(Effort::Rir(2.0));
        row.rest = Some(Seconds(180));
        row.tempo = "3-1-1".to_owned();
        assert_eq!(details(&row), "RIR 2 · rest 3 min · tempo 3-1-1");
    }
}
