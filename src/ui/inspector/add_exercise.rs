//! "Add exercise…" below the table of exercises.

use egui::Ui;

use crate::planning;
use crate::ui::widgets::exercise_search;

use super::editor::Editor;
use super::exercise_list::change_list;

/// Draws the button with its search.
pub(super) fn button_ui(ui: &mut Ui, editor: &mut Editor) {
    let id = editor.id("exercise query");
    let (palette, library) = (editor.palette(), editor.view.library);
    let chosen = exercise_search::button_ui(ui, palette, library, "Add exercise…", id);
    let Some(exercise) = chosen else { return };
    let label = format!("Add {}", exercise.name.to_lowercase());
    change_list(editor, label, |list| {
        list.push(planning::prescription(exercise));
    });
}
