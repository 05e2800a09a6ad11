//! The editor of an own exercise: the same fields as those that ship.

use egui::{Id, ScrollArea, Ui};

use crate::domain::Exercise;
use crate::edit::{Transaction, WorkspaceEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::theme::{Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::aside;
use crate::ui::widgets::buttons;
use crate::ui::widgets::field::{self, refusals_of};

use super::exercise_fields::fields_ui;
use super::own;
use super::state::LibraryState;

/// An exercise of the coach's own with nothing but a name.
pub fn blank(name: &str) -> Exercise {
    Exercise::named(own::exercise_id(), name)
}

/// Draws the editor in the library's place.
pub fn editor_ui(ui: &mut Ui, view: &View, state: &mut LibraryState, actions: &mut Actions) {
    let Some(mut exercise) = state.editing.take() else {
        return;
    };
    let palette = view.palette;
    let known = view
        .workspace
        .own
        .exercises
        .iter()
        .any(|own| own.id == exercise.id);
    ui.label(text(
        if known {
            "Edit exercise"
        } else {
            "New exercise"
        },
        15.0,
        Weight::SemiBold,
    ));
    let mut keep_open = true;
    // A new id per opening, so that fields do not show text from before.
    let openings = Id::unique("openings of the exercise editor");
    let opening = ui.data(|data| data.get_temp::<u32>(openings)).unwrap_or(0);
    let begun = Id::unique("opening of the exercise editor that has had the keyboard");
    let begins = ui.data(|data| data.get_temp::<u32>(begun)) != Some(opening);
    ui.data_mut(|data| data.insert_temp(begun, opening));
    let refusals = ScrollArea::vertical()
        .id_salt("exercise editor")
        .max_height(ui.available_height() - 44.0)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let id = (exercise.id.clone(), opening);
            let fields = |ui: &mut Ui| fields_ui(ui, view, &mut exercise, begins);
            ui.push_id(id, |ui| refusals_of(ui, fields).1).inner
        })
        .inner;
    let problem = problem(view, &exercise, refusals);
    ui.horizontal(|ui| {
        let save = ui.add_enabled_ui(problem.is_none(), |ui| {
            buttons::primary_ui(ui, palette, "Save")
        });
        if save.inner.clicked() {
            let name = exercise.name.trim().to_owned();
            exercise.name = name;
            let label = format!("Save {}", exercise.name.to_lowercase());
            state.exercise = Some(exercise.id.clone());
            let edit = WorkspaceEdit::PutExercise(exercise.clone());
            actions.push(Action::Apply(Transaction::new(label, edit)));
            keep_open = false;
        }
        if buttons::quiet_ui(ui, "Cancel").clicked() {
            keep_open = false;
        }
        if let Some(problem) = &problem {
            aside::soft_ui(ui, palette, 11.0, problem);
        }
    });
    if keep_open {
        state.editing = Some(exercise);
    } else {
        ui.data_mut(|data| data.insert_temp(openings, opening + 1));
    }
}

/// Why the exercise cannot be saved yet.
fn problem(view: &View, exercise: &Exercise, refusals: u32) -> Option<String> {
    let name = exercise.name.trim();
    if refusals > 0 {
        return Some(field::CORRECT_FIRST.to_owned());
    }
    if name.is_empty() {
        return Some("Give it a name".to_owned());
    }
    if exercise.primary.is_empty() {
        return Some("Choose a primary muscle".to_owned());
    }
    let taken = view
        .library
        .find(name)
        .filter(|other| other.id != exercise.id);
    taken.map(|other| format!("“{}” has that name already", other.name))
}
