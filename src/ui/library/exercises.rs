//! The list of exercises.

use std::sync::Arc;

use egui::{Color32, Id, Painter, Rect, Ui, pos2, vec2};

use crate::domain::{Exercise, Muscle, Pattern};
use crate::library::Filter;
use crate::ui::action::Actions;
use crate::ui::shared::{Dragged, Shared};
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::row_keys::RowKeys;
use crate::ui::widgets::{buttons, marks};

use super::keys::{self, Asked};
use super::parts::{FOOT, begin_ui, list_ui};
use super::row::{self, LibraryRow};
use super::state::{LibraryState, Question, Tab};
use super::{adding, exercise_card, exercise_editor, filters};

/// A panel with less height than this below its search has no room for filters above a card, in points.
const LOW: f32 = 380.0;
/// The rows of the list that are seen above a card there.
const LOW_ROWS: f32 = 1.5;

/// Draws filters, list and the card of the chosen exercise.
pub fn exercises_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    mut keys: RowKeys,
    actions: &mut Actions,
) {
    // What was chosen may be gone, as after undo.
    let chosen = state.exercise.clone();
    let chosen = chosen.and_then(|id| view.library.exercise(&id));
    // Where there is little height, the open card takes that of the filters: they come back when it is closed.
    let low = ui.available_height() < LOW;
    if chosen.is_none() || !low {
        filters::filters_ui(ui, view.palette, &mut state.filter);
    }
    refresh(view, state);
    let hits = std::mem::take(&mut state.hits.exercises);
    let card_height = if chosen.is_some() {
        // The card gets the room that a short list leaves.
        let rows = if low {
            LOW_ROWS
        } else {
            hits.len().max(2) as f32
        };
        let list = row::HEIGHT * rows + 8.0;
        let usual = (ui.available_height() * 0.58).min(480.0);
        usual.max(ui.available_height() - list)
    } else {
        FOOT
    };
    list_ui(ui, "exercises", card_height, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if hits.is_empty() {
            nothing_ui(ui, view.palette, state);
            // The card replaces the button below the list.
            if chosen.is_some() && begin_ui(ui, view.palette, "New exercise…") {
                state.editing = Some(Box::new(exercise_editor::blank(&state.query)));
            }
        }
        for id in &hits {
            if let Some(exercise) = view.library.exercise(id) {
                row_ui(ui, view.palette, state, &mut keys, exercise);
            }
        }
    });
    keys.end(ui);
    state.hits.exercises = hits;
    ui.separator();
    if let Some(exercise) = chosen {
        exercise_card::card_ui(ui, view, state, shared, exercise, actions);
    } else if begin_ui(ui, view.palette, "New exercise…") {
        state.editing = Some(Box::new(exercise_editor::blank(&state.query)));
    }
}

/// Follows the keyboard: the arrows show the card of one exercise after the other, Enter adds it.
pub(super) fn keyboard(
    ui: &Ui,
    view: &View,
    state: &mut LibraryState,
    shared: &Shared,
    actions: &mut Actions,
) -> RowKeys {
    refresh(view, state);
    let keys = RowKeys::begin(ui, keys::list_id(Tab::Exercises));
    let first = state.hits.exercises.first().map(row_id);
    let Some(asked) = keys::asked(ui, &keys, first) else {
        return keys;
    };
    let (Asked::Show(at) | Asked::Take(at)) = asked;
    let chosen = state.hits.exercises.get(at).cloned();
    state.exercise.clone_from(&chosen);
    if let (Asked::Take(_), Some(id)) = (asked, chosen)
        && let Some(exercise) = view.library.exercise(&id)
    {
        adding::add_exercise(view, shared, exercise, actions);
    }
    keys
}

fn row_id(exercise: &crate::domain::ExerciseId) -> Id {
    Id::unique(("library exercise", exercise))
}

/// Searches again when the question or the library has changed.
fn refresh(view: &View, library: &mut LibraryState) {
    let own = &view.workspace.own;
    let hits = &library.hits;
    let known = hits.question.as_ref().is_some_and(|question| {
        question.query == library.query
            && question.filter == library.filter
            && Arc::ptr_eq(&question.own, own)
    });
    if known {
        return;
    }
    let found = view.library.search(&library.query, &library.filter);
    library.hits.exercises = found
        .into_iter()
        .map(|exercise| exercise.id.clone())
        .collect();
    library.hits.question = Some(Question {
        query: library.query.clone(),
        filter: library.filter.clone(),
        own: own.clone(),
    });
}

fn nothing_ui(ui: &mut Ui, palette: &Palette, library: &mut LibraryState) {
    ui.add_space(12.0);
    let filtered = library.filter != Filter::default();
    let hint = if filtered {
        "No exercise matches these filters."
    } else {
        "No exercise has that name. Add one of your own below."
    };
    ui.add(egui::Label::new(text(hint, 12.0, Weight::Regular).color(palette.text_soft)).wrap());
    ui.add_space(6.0);
    if filtered && buttons::small_ui(ui, "Show all exercises").clicked() {
        library.filter = Filter::default();
        library.query.clear();
    }
}

fn row_ui(
    ui: &mut Ui,
    palette: &Palette,
    library: &mut LibraryState,
    keys: &mut RowKeys,
    exercise: &Exercise,
) {
    let chosen = library.exercise.as_ref() == Some(&exercise.id);
    let short = detail(exercise, Muscle::short);
    let whole = detail(exercise, Muscle::name);
    let row = LibraryRow {
        id: row_id(&exercise.id),
        name: &exercise.name,
        detail: &short,
        whole: Some(whole.as_str()).filter(|whole| *whole != short),
        chosen,
        indent: 38.0,
    };
    let response = row.ui(ui, palette, keys, |painter, rect| {
        badge(painter, palette, rect, exercise.pattern);
    });
    if response.clicked() {
        library.exercise = (!chosen).then(|| exercise.id.clone());
    }
    response.dnd_set_drag_payload(Dragged::Exercise(exercise.id.clone()));
}

/// "Quads · Glutes / side", by the names that `name` gives.
fn detail(exercise: &Exercise, name: fn(Muscle) -> &'static str) -> String {
    let muscles: Vec<&str> = exercise.primary.iter().map(|of| name(*of)).collect();
    let side = if exercise.single_side { " / side" } else { "" };
    format!("{}{side}", muscles.join(" · "))
}

/// The movement's initial on its colour.
fn badge(painter: &Painter, palette: &Palette, row: Rect, pattern: Pattern) {
    let rect = Rect::from_center_size(pos2(row.left() + 14.0, row.center().y), vec2(28.0, 28.0));
    let color = pattern_color(palette, pattern);
    let initial = pattern.name().chars().next().unwrap_or('?').to_string();
    marks::paint_badge(painter, palette, rect, &initial, color);
}

fn pattern_color(palette: &Palette, pattern: Pattern) -> Color32 {
    match pattern {
        Pattern::Mobility => palette.text_faint,
        Pattern::Plyometric | Pattern::Power => palette.severity(crate::rules::Severity::Caution),
        _ => palette.strength(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    #[test]
    fn a_row_names_muscles_as_a_coach_does_and_in_few_letters() {
        let library = Library::shipped().unwrap();
        let said = |id: &str, name| {
            let exercise = library.exercise(&crate::domain::ExerciseId::new(id));
            detail(exercise.unwrap(), name)
        };
        assert_eq!(said("squat", Muscle::short), "Quads · Glutes");
        assert_eq!(said("squat", Muscle::name), "Quadriceps · Gluteus maximus");
        for exercise in library.exercises() {
            let row = detail(exercise, Muscle::short);
            assert!(row.chars().count() <= 36, "{}: {row}", exercise.name);
        }
    }
}
