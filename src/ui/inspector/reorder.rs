//! What is dropped on the table of exercises: one of the library, or a row of the table itself.

use egui::{DragAndDrop, Rect, Stroke, StrokeKind, Ui};

use crate::domain::SessionId;
use crate::planning;
use crate::ui::shared::Dragged;

use super::editor::Editor;
use super::exercise_list::change_list;

/// A row of a table on its way to another place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct MovedRow {
    /// Of which session.
    pub(super) session: SessionId,
    /// Where it stood.
    pub(super) from: usize,
}

/// Takes an exercise from the library or a row of this table, and shows where it would go.
pub(super) fn take_drop(ui: &Ui, editor: &mut Editor, table: Rect, rows: &[Rect]) {
    let exercise = DragAndDrop::payload::<Dragged>(ui.ctx()).and_then(|dragged| match &*dragged {
        Dragged::Exercise(id) => editor.view.library.exercise(id),
        _ => None,
    });
    let moved = DragAndDrop::payload::<MovedRow>(ui.ctx())
        .filter(|moved| moved.session == editor.session().id)
        .map(|moved| moved.from);
    if exercise.is_none() && moved.is_none() {
        return;
    }
    let palette = editor.palette();
    let zone = table.expand(4.0);
    let stroke = Stroke::new(1.5, palette.accent);
    if exercise.is_some() {
        ui.painter()
            .rect_stroke(zone, 6, stroke, StrokeKind::Inside);
    }
    let Some(pointer) = ui
        .ctx()
        .pointer_interact_pos()
        .filter(|_| ui.rect_contains_pointer(zone))
    else {
        return;
    };
    let place = rows.iter().filter(|row| row.center().y < pointer.y).count();
    let edge = rows
        .get(place)
        .map_or(table.bottom(), |row| row.top() - 1.0);
    ui.painter()
        .hline(table.x_range(), edge, Stroke::new(2.0, palette.accent));
    if !ui.input(|input| input.pointer.any_released()) {
        return;
    }
    if let Some(exercise) = exercise {
        DragAndDrop::clear_payload(ui.ctx());
        change_list(
            editor,
            format!("Add {}", exercise.name.to_lowercase()),
            |list| {
                list.insert(place.min(list.len()), planning::prescription(exercise));
            },
        );
    } else if let Some(from) = moved {
        DragAndDrop::clear_payload(ui.ctx());
        change_list(editor, "Reorder exercises", |list| {
            move_row(list, from, place);
        });
    }
}

/// Moves the row at `from` to before the row that stands at `place`.
fn move_row<T>(list: &mut Vec<T>, from: usize, place: usize) {
    if from >= list.len() {
        return;
    }
    let row = list.remove(from);
    let place = if place > from { place - 1 } else { place };
    list.insert(place.min(list.len()), row);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_lands_before_the_one_it_was_dropped_on() {
        for (from, place, expected) in [
            (0, 3, "bca"),
            (2, 0, "cab"),
            (1, 1, "abc"),
            (1, 2, "abc"),
            (0, 2, "bac"),
        ] {
            let mut list: Vec<char> = "abc".chars().collect();
            move_row(&mut list, from, place);
            assert_eq!(
                list.into_iter().collect::<String>(),
                expected,
                "{from} to {place}"
            );
        }
    }
}
