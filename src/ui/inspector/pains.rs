//! What hurt: where, during which exercise, and whether it was sharp.

use egui::Ui;

use crate::domain::{ExerciseId, Log, Pain};
use crate::ui::theme::icons;
use crate::ui::widgets::{buttons, field::Field};

use super::editor::{Editor, any_text};
use super::exercise_menu;

/// Draws a row for each pain and one to add another.
pub(super) fn pains_ui(ui: &mut Ui, editor: &mut Editor, log: &Log) {
    for (index, pain) in log.pains.iter().enumerate() {
        pain_ui(ui, editor, pain, index);
    }
    let field = Field::line("Add pain", ui.available_width()).hint("Pain? Say where: left knee…");
    let id = editor.id("add pain");
    let added = field
        .ui(ui, editor.palette(), id, "", any_text)
        .filter(|place| !place.is_empty());
    if let Some(place) = added {
        editor.change_log("Add pain", |log| {
            log.pains.push(Pain {
                place,
                ..Pain::default()
            });
        });
    }
}

fn pain_ui(ui: &mut Ui, editor: &mut Editor, pain: &Pain, index: usize) {
    let number = index + 1;
    ui.horizontal_top(|ui| {
        let name = format!("Place of pain {number}");
        let width = (ui.available_width() - 100.0).max(80.0);
        let id = editor.id(("pain", index));
        let field = Field::line(&name, width);
        if let Some(place) = field.ui(ui, editor.palette(), id, &pain.place, any_text) {
            if place.is_empty() {
                remove(editor, index);
            } else {
                change(editor, index, |pain| pain.place = place);
            }
        }
        let chip = buttons::chip_ui(ui, editor.palette(), "Sharp", pain.sharp);
        if chip
            .on_hover_text(format!(
                "Whether pain {number} was sharp, and not merely an ache"
            ))
            .clicked()
        {
            change(editor, index, |pain| pain.sharp = !pain.sharp);
        }
        if buttons::mini_icon_ui(ui, icons::CLOSE, &format!("Remove pain {number}")).clicked() {
            remove(editor, index);
        }
    });
    signs_ui(ui, editor, pain, index);
    during_ui(ui, editor, pain, index);
}

/// Signs that somebody ought to examine it, and whether that has been done.
fn signs_ui(ui: &mut Ui, editor: &mut Editor, pain: &Pain, index: usize) {
    let number = index + 1;
    ui.horizontal_wrapped(|ui| {
        let palette = editor.palette();
        let chip = buttons::chip_ui(ui, palette, "On a bone", pain.bone);
        let hint = format!("Whether pain {number} is on a bone: shin, foot, groin");
        if chip.on_hover_text(hint).clicked() {
            change(editor, index, |pain| pain.bone = !pain.bone);
        }
        let chip = buttons::chip_ui(ui, palette, "Changes the stride", pain.limps);
        let hint = format!("Whether pain {number} changes how the athlete runs");
        if chip.on_hover_text(hint).clicked() {
            change(editor, index, |pain| pain.limps = !pain.limps);
        }
        if pain.bone || pain.limps {
            let chip = buttons::chip_ui(ui, palette, "Clear", pain.clear);
            let hint =
                format!("Pain {number} was examined and is no reason not to run, or is gone");
            if chip.on_hover_text(hint).clicked() {
                change(editor, index, |pain| pain.clear = !pain.clear);
            }
        }
    });
}

/// During which exercise, where the session has any.
fn during_ui(ui: &mut Ui, editor: &mut Editor, pain: &Pain, index: usize) {
    let session = editor.session();
    let exercises = session.plan.workout.exercises();
    if exercises.is_empty() {
        return;
    }
    let names: Vec<String> = exercises
        .iter()
        .map(|row| {
            format!(
                "During {}",
                exercise_menu::name_of(editor, row).to_lowercase()
            )
        })
        .collect();
    let mut choices: Vec<(Option<&ExerciseId>, &str)> =
        vec![(None, "During no exercise in particular")];
    for (row, name) in exercises.iter().zip(&names) {
        if choices
            .iter()
            .all(|(known, _)| *known != Some(&row.exercise))
        {
            choices.push((Some(&row.exercise), name));
        }
    }
    let name = format!("Exercise of pain {}", index + 1);
    let width = ui.available_width();
    if let Some(exercise) = buttons::choice_ui(ui, &name, &choices, pain.exercise.as_ref(), width) {
        let exercise = exercise.cloned();
        change(editor, index, |pain| pain.exercise = exercise);
    }
}

fn change(editor: &mut Editor, index: usize, change: impl FnOnce(&mut Pain)) {
    editor.change_log("Change pain", |log| {
        if let Some(pain) = log.pains.get_mut(index) {
            change(pain);
        }
    });
}

fn remove(editor: &mut Editor, index: usize) {
    editor.change_log("Remove pain", |log| {
        if index < log.pains.len() {
            log.pains.remove(index);
        }
    });
}
