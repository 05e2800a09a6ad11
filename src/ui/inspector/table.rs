//! The table of exercises: name, dose and load, each edited in place; rows and new exercises are dragged into order.

use egui::{
    CursorIcon, DragAndDrop, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::domain::{LoadSource, Prescription, SessionId};
use crate::ui::calendar::ops;
use crate::ui::format;
use crate::ui::state::{Dragged, UiState};
use crate::ui::theme::{Palette, Weight, font, icons};
use crate::ui::widgets::{buttons, field::Field};

use super::editor::{Editor, faint_ui, label_ui};
use super::last::Last;
use super::strength::{change_list, distinct_names};
use super::{dose, exercise_menu};

/// Height of the fields of a row.
const ROW: f32 = 28.0;
/// Width of a row's menu button.
const MENU: f32 = 20.0;

/// A row of a table on its way to another place in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct MovedRow {
    session: SessionId,
    from: usize,
}

/// Left edges of the columns within a row.
struct Columns {
    dose: f32,
    load: f32,
    menu: f32,
}

impl Columns {
    fn of(row: Rect) -> Self {
        let width = row.width();
        let menu = row.right() - MENU;
        let load = menu - (width * 0.29).clamp(76.0, 92.0);
        Self { dose: load - (width * 0.33).clamp(84.0, 100.0), load, menu }
    }
}

/// Draws the table and takes what is dropped on it.
pub(super) fn table_ui(ui: &mut Ui, editor: &mut Editor, state: &mut UiState) {
    let session = editor.session();
    let exercises = session.plan.workout.exercises();
    let names = distinct_names(exercises, |prescription| exercise_menu::name_of(editor, prescription));
    let mut rows = Vec::with_capacity(exercises.len());
    let table = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if exercises.is_empty() {
            ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
        } else {
            header_ui(ui, editor.palette());
        }
        for ((index, prescription), name) in exercises.iter().enumerate().zip(&names) {
            rows.push(row_ui(ui, editor, state, prescription, index, name));
        }
    });
    take_drop(ui, editor, table.response.rect, &rows);
}

fn header_ui(ui: &mut Ui, palette: &Palette) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
    let columns = Columns::of(rect);
    for (left, label) in
        [(rect.left(), "Exercise"), (columns.dose + 8.0, "Sets × reps"), (columns.load + 8.0, "Load")]
    {
        let place = Rect::from_min_max(pos2(left, rect.top()), rect.max);
        let mut cell = ui.new_child(UiBuilder::new().id_salt(label).max_rect(place));
        label_ui(&mut cell, palette, label);
    }
}

fn row_ui(
    ui: &mut Ui,
    editor: &mut Editor,
    state: &mut UiState,
    prescription: &Prescription,
    index: usize,
    name: &str,
) -> Rect {
    let palette = editor.palette();
    let line = ui.max_rect().x_range();
    ui.painter().hline(line, ui.cursor().top(), Stroke::new(1.0, palette.hairline));
    let athlete = editor.view.athlete;
    let session = editor.session();
    let last = Last::of(&athlete.sessions, &session, &prescription.exercise);
    let step = last.as_ref().and_then(|last| last.step_to(prescription));

    let width = ui.available_width();
    let left = Columns::of(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, ROW)));
    let label = superset_name(prescription, name);
    let galley = ui.painter().layout(label, font(12.5, Weight::Medium), palette.text, left.dose - 2.0);
    let below = if step.is_some() { 14.0 } else { 0.0 };
    let height = (galley.size().y + 12.0).max(ROW + below);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let columns = Columns::of(rect);

    let name_rect = Rect::from_min_max(rect.min, pos2(columns.dose, rect.bottom()));
    name_ui(ui, editor, state, prescription, name_rect, index, name);
    ui.painter().galley(rect.min + vec2(0.0, 6.0), galley, palette.text);

    let cell = |left: f32, right: f32| Rect::from_min_max(pos2(left, rect.top()), pos2(right, rect.top() + ROW));
    let refused = [
        dose_ui(ui, editor, prescription, index, name, cell(columns.dose, columns.load)),
        load_ui(ui, editor, prescription, index, name, cell(columns.load, columns.menu)),
    ];
    if let Some(step) = step {
        let up = step.kg() > 0.0;
        let mark = if up { '▲' } else { '▼' };
        let size = crate::domain::Kilograms::new(step.kg().abs());
        let content = format!("{mark} {}", format::mass(size, editor.units()));
        let color = if up { palette.clear() } else { palette.text_faint };
        let at = pos2(columns.load + 8.0, rect.top() + ROW - 3.0);
        ui.painter().text(at, egui::Align2::LEFT_TOP, content, font(11.0, Weight::Medium), color);
    }
    let mut corner = ui.new_child(
        UiBuilder::new().id_salt(("more", index)).max_rect(cell(columns.menu, rect.right()).translate(vec2(0.0, 4.0))),
    );
    let more = buttons::mini_icon_ui(&mut corner, icons::MORE, &format!("More for {name}"));
    exercise_menu::popup_ui(&more, editor, prescription, index, name);

    for error in refused.into_iter().flatten() {
        let color = palette.severity(crate::rules::Severity::Conflict);
        let error = crate::ui::theme::text(error, 11.0, Weight::Regular).color(color);
        ui.add(egui::Label::new(error).wrap());
    }
    let details = exercise_menu::details(prescription);
    if !details.is_empty() {
        faint_ui(ui, palette, details);
    }
    if let Some(last) = last {
        faint_ui(ui, palette, last.text(editor.units()));
    }
    rect
}

fn superset_name(prescription: &Prescription, name: &str) -> String {
    match prescription.superset {
        Some(letter) => format!("{letter} · {name}"),
        None => name.to_owned(),
    }
}

/// The name: a click shows the exercise's card, a drag moves the row.
fn name_ui(
    ui: &mut Ui,
    editor: &Editor,
    state: &mut UiState,
    prescription: &Prescription,
    rect: Rect,
    index: usize,
    name: &str,
) {
    let id = editor.id(("name", index));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let label = format!("Show card of {name}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    response.dnd_set_drag_payload(MovedRow { session: editor.session().id, from: index });
    if response.clicked() {
        state.library.exercise = Some(prescription.exercise.clone());
        state.library.tab = crate::ui::library::Tab::Exercises;
        state.panels.library = true;
    }
    if response.hovered() || response.has_focus() {
        let fill = editor.palette().well;
        ui.painter().rect_filled(rect.expand2(vec2(4.0, -2.0)), 4, fill);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text("Click for its card, drag to reorder");
}

fn dose_ui(
    ui: &mut Ui,
    editor: &mut Editor,
    prescription: &Prescription,
    index: usize,
    name: &str,
    rect: Rect,
) -> Option<String> {
    let label = format!("Sets and reps of {name}");
    let id = editor.id(("dose", index));
    let (typed, refused) =
        cell_ui(ui, editor, rect, id, (&label, &dose::dose_text(prescription), ""), dose::parse_dose);
    if let Some(typed) = typed {
        change_list(editor, format!("Change sets of {}", name.to_lowercase()), |list| {
            if let Some(row) = list.get_mut(index) {
                (row.sets, row.reps, row.per_side) = (typed.sets, typed.reps, typed.per_side);
            }
        });
    }
    refused
}

fn load_ui(
    ui: &mut Ui,
    editor: &mut Editor,
    prescription: &Prescription,
    index: usize,
    name: &str,
    rect: Rect,
) -> Option<String> {
    let units = editor.units();
    let label = format!("Load of {name}");
    let id = editor.id(("load", index));
    let current = dose::load_text(&prescription.load, units);
    let parse = |typed: &str| dose::parse_load(typed, units);
    let (typed, refused) = cell_ui(ui, editor, rect, id, (&label, &current, "–"), parse);
    if let Some(load) = typed {
        change_list(editor, format!("Change load of {}", name.to_lowercase()), |list| {
            if let Some(row) = list.get_mut(index) {
                row.load = load;
                row.load_by = LoadSource::Coach;
            }
        });
    }
    refused
}

/// A field without a background in a fixed place. What it refuses is given back, to be said across the whole row.
fn cell_ui<T>(
    ui: &mut Ui,
    editor: &Editor,
    rect: Rect,
    id: Id,
    (name, current, hint): (&str, &str, &str),
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> (Option<T>, Option<String>) {
    let error_id = id.with("refused");
    if ui.memory(|memory| memory.has_focus(id)) {
        ui.data_mut(|data| data.remove::<String>(error_id));
    }
    let mut cell = ui.new_child(UiBuilder::new().id_salt(id).max_rect(rect));
    let visuals = cell.visuals_mut();
    visuals.text_edit_bg_color = Some(egui::Color32::TRANSPARENT);
    visuals.widgets.inactive.bg_stroke = Stroke::NONE;
    let refused = std::cell::RefCell::new(None);
    let noted = |typed: &str| {
        parse(typed).map_err(|error| {
            refused.replace(Some(error));
            String::new()
        })
    };
    let field = Field::line(name, rect.width()).hint(hint);
    let value = field.ui(&mut cell, editor.palette(), id, current, noted);
    if let Some(error) = refused.into_inner() {
        ui.data_mut(|data| data.insert_temp(error_id, error));
    }
    (value, ui.data(|data| data.get_temp(error_id)))
}

/// Takes an exercise from the library or a row of this table, and shows where it would go.
fn take_drop(ui: &Ui, editor: &mut Editor, table: Rect, rows: &[Rect]) {
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
        ui.painter().rect_stroke(zone, 6, stroke, StrokeKind::Inside);
    }
    let Some(pointer) = ui.ctx().pointer_interact_pos().filter(|_| ui.rect_contains_pointer(zone)) else {
        return;
    };
    let place = rows.iter().filter(|row| row.center().y < pointer.y).count();
    let edge = rows.get(place).map_or(table.bottom(), |row| row.top() - 1.0);
    ui.painter().hline(table.x_range(), edge, Stroke::new(2.0, palette.accent));
    if !ui.input(|input| input.pointer.any_released()) {
        return;
    }
    if let Some(exercise) = exercise {
        DragAndDrop::clear_payload(ui.ctx());
        change_list(editor, format!("Add {}", exercise.name.to_lowercase()), |list| {
            list.insert(place.min(list.len()), ops::prescription(exercise));
        });
    } else if let Some(from) = moved {
        DragAndDrop::clear_payload(ui.ctx());
        change_list(editor, "Reorder exercises", |list| move_row(list, from, place));
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
        for (from, place, expected) in [(0, 3, "bca"), (2, 0, "cab"), (1, 1, "abc"), (1, 2, "abc"), (0, 2, "bac")] {
            let mut list: Vec<char> = "abc".chars().collect();
            move_row(&mut list, from, place);
            assert_eq!(list.into_iter().collect::<String>(), expected, "{from} to {place}");
        }
    }
}
