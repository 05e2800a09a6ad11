//! The table of exercises: name, dose and load, each edited in place; rows and new exercises are dragged into order.

use egui::{CursorIcon, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::domain::{Kilograms, LoadSource, LoadSpec, Prescription, Units};
use crate::planning::Last;
use crate::ui::action::Action;
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, font, icons};
use crate::ui::widgets::rows::rows_of;
use crate::ui::widgets::{buttons, field};

use super::cell::cell_ui;
use super::editor::{Editor, faint_ui, label_ui};
use super::exercise_list::{change_list, distinct_names};
use super::hands::Hands;
use super::last::last_text;
use super::reorder::{MovedRow, take_drop};
use super::{advice, dose, exercise_menu};

/// Height of the fields of a row.
const ROW: f32 = 28.0;
/// Width of a row's menu button.
const MENU: f32 = buttons::MINI;
/// How far the field of a load reaches below its row's menu button, which is no wider than its dots.
const OVER_MENU: f32 = 4.0;

/// Below this width a name has a line of its own, so that it is not broken between letters.
const STACKED: f32 = 250.0;

/// Left edges of the columns within a row.
struct Columns {
    /// Right edge of the name.
    name_end: f32,
    dose: f32,
    load: f32,
    /// Right edge of the load.
    load_end: f32,
    menu: f32,
    /// The name stands above the fields, and not beside them.
    stacked: bool,
}

impl Columns {
    fn of(row: Rect) -> Self {
        let width = row.width();
        let menu = row.right() - MENU;
        if width < STACKED {
            return Self {
                name_end: menu,
                dose: row.left(),
                load: row.left() + (width - MENU) / 2.0,
                load_end: menu,
                menu,
                stacked: true,
            };
        }
        let load = menu - (width * 0.29).clamp(76.0, 92.0);
        let dose = load - (width * 0.35).clamp(90.0, 104.0);
        Self {
            name_end: dose,
            dose,
            load,
            // The margin of the field may lie below that of the button: "bodyweight" has room then.
            load_end: menu + OVER_MENU,
            menu,
            stacked: false,
        }
    }
}

/// Draws the table and takes what is dropped on it.
pub(super) fn table_ui(ui: &mut Ui, editor: &mut Editor) {
    let session = editor.session();
    let exercises = session.plan.workout.exercises();
    let names = distinct_names(exercises, |prescription| {
        exercise_menu::name_of(editor, prescription)
    });
    let mut rows = Vec::with_capacity(exercises.len());
    let table = ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if exercises.is_empty() {
            ui.allocate_exact_size(vec2(ui.available_width(), 8.0), Sense::hover());
        } else {
            header_ui(ui, editor.palette());
        }
        for ((index, prescription), name) in exercises.iter().enumerate().zip(&names) {
            rows.push(row_ui(ui, editor, prescription, index, name));
        }
    });
    take_drop(ui, editor, table.response.rect, &rows);
}

fn header_ui(ui: &mut Ui, palette: &Palette) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
    let columns = Columns::of(rect);
    let labels = [
        (rect.left(), "Exercise"),
        (columns.dose + 8.0, "Sets × reps"),
        (columns.load + 8.0, "Load"),
    ];
    for (left, label) in labels.into_iter().skip(usize::from(columns.stacked)) {
        let place = Rect::from_min_max(pos2(left, rect.top()), rect.max);
        let mut cell = ui.new_child(UiBuilder::new().id_salt(label).max_rect(place));
        label_ui(&mut cell, palette, label);
    }
}

fn row_ui(
    ui: &mut Ui,
    editor: &mut Editor,
    prescription: &Prescription,
    index: usize,
    name: &str,
) -> Rect {
    let palette = editor.palette();
    let line = ui.max_rect().x_range();
    ui.painter()
        .hline(line, ui.cursor().top(), Stroke::new(1.0, palette.hairline));
    let athlete = editor.view.athlete;
    let session = editor.session();
    let last = if editor.is_template() {
        None
    } else {
        Last::of(&athlete.sessions, &session, &prescription.exercise)
    };
    let step = last.as_ref().and_then(|last| last.step_to(prescription));

    let width = ui.available_width();
    let left = Columns::of(Rect::from_min_size(pos2(0.0, 0.0), vec2(width, ROW)));
    let label = superset_name(prescription, name);
    let (name_font, name_width) = (font(12.5, Weight::Medium), left.name_end - 2.0);
    let painter = ui.painter();
    let label = rows_of(&label, " ", name_width, |row| {
        let row = row.to_owned();
        let galley = painter.layout_no_wrap(row, name_font.clone(), palette.text);
        galley.size().x
    });
    let galley = painter.layout(label, name_font, palette.text, name_width);
    let below = if step.is_some() { 12.0 } else { 0.0 };
    let above = if left.stacked {
        galley.size().y + 8.0
    } else {
        0.0
    };
    let height = (galley.size().y + 12.0).max(above + ROW + below);
    let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let columns = Columns::of(rect);

    let name_bottom = if columns.stacked {
        rect.top() + above
    } else {
        rect.bottom()
    };
    let name_rect = Rect::from_min_max(rect.min, pos2(columns.name_end, name_bottom));
    name_ui(ui, editor, prescription, name_rect, index, name);
    ui.painter()
        .galley(rect.min + vec2(0.0, 6.0), galley, palette.text);

    let top = rect.top() + above;
    let cell = |left: f32, right: f32| Rect::from_min_max(pos2(left, top), pos2(right, top + ROW));
    let refused = [
        dose_ui(
            ui,
            editor,
            prescription,
            index,
            name,
            cell(columns.dose, columns.load),
        ),
        load_ui(
            ui,
            editor,
            prescription,
            index,
            name,
            cell(columns.load, columns.load_end),
        ),
    ];
    if let Some(step) = step {
        let up = step.kg() > 0.0;
        let content = step_text(step, editor.units());
        let color = if up {
            palette.clear()
        } else {
            palette.text_faint
        };
        // In a narrow panel it is longer than what is left to the right of the load's edge.
        let font = font(11.0, Weight::Medium);
        let galley = ui.painter().layout_no_wrap(content, font, color);
        let left = (columns.load + 8.0).min(rect.right() - galley.size().x);
        ui.painter()
            .galley(pos2(left.max(rect.left()), top + ROW - 3.0), galley, color);
    }
    let mut corner = ui.new_child(
        UiBuilder::new()
            .id_salt(("more", index))
            .max_rect(cell(columns.menu, rect.right()).translate(vec2(0.0, 2.0))),
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
    if let Some(percent) = percent_text(editor, prescription) {
        faint_ui(ui, palette, percent);
    }
    if let Some(last) = last {
        let hands = Hands::of(std::slice::from_ref(prescription), &prescription.exercise);
        faint_ui(ui, palette, last_text(&last, editor.units(), hands));
    }
    advice::advice_ui(ui, editor, prescription, index, name);
    ui.add_space(2.0);
    rect
}

/// "▲ 2.5 kg more than last time".
fn step_text(step: Kilograms, units: Units) -> String {
    let size = format::mass(Kilograms::new(step.kg().abs()), units);
    if step.kg() > 0.0 {
        format!("▲ {size} more than last time")
    } else {
        format!("▼ {size} less than last time")
    }
}

/// What a percentage comes to on the day: "75 % = 62.5 kg".
fn percent_text(editor: &Editor, row: &Prescription) -> Option<String> {
    if editor.is_template() {
        return None;
    }
    let date = editor.session().date;
    let (athlete, library) = (editor.view.athlete, editor.view.library);
    let resolved = format::resolved_load(row, athlete, library, date);
    match (&row.load, resolved) {
        (_, Some(resolved)) => Some(resolved),
        (LoadSpec::Percent(percent), None) => Some(format!(
            "{} % of a maximum that is neither tested nor logged yet",
            format::number(*percent, 1)
        )),
        _ => None,
    }
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
    editor: &mut Editor,
    prescription: &Prescription,
    rect: Rect,
    index: usize,
    name: &str,
) {
    let id = editor.id(("name", index));
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let label = format!("Show card of {name}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    response.dnd_set_drag_payload(MovedRow {
        session: editor.session().id,
        from: index,
    });
    if response.clicked() {
        let exercise = prescription.exercise.clone();
        editor.actions.push(Action::ShowExercise(exercise));
    }
    if response.hovered() || response.has_focus() {
        let fill = editor.palette().well;
        ui.painter()
            .rect_filled(rect.expand2(vec2(4.0, -2.0)), 4, fill);
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text("Click for its card, drag to reorder");
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
    let mut current = dose::dose_text(prescription);
    if !field::fits(ui, &current, rect.width()) {
        current = current.replace(" / ", "/");
    }
    let id = editor.id(("dose", index));
    let (typed, refused) = cell_ui(
        ui,
        editor,
        rect,
        id,
        (&label, &current, ""),
        crate::notation::parse_dose,
    );
    if let Some(typed) = typed {
        change_list(
            editor,
            format!("Change sets of {}", name.to_lowercase()),
            |list| {
                if let Some(row) = list.get_mut(index) {
                    (row.sets, row.reps, row.per_side) = (typed.sets, typed.reps, typed.per_side);
                }
            },
        );
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
    let parse = |typed: &str| crate::notation::parse_load(typed, units);
    let (typed, refused) = cell_ui(ui, editor, rect, id, (&label, &current, "–"), parse);
    if let Some(load) = typed {
        change_list(
            editor,
            format!("Change load of {}", name.to_lowercase()),
            |list| {
                if let Some(row) = list.get_mut(index) {
                    row.load = load;
                    row.load_by = LoadSource::Coach;
                }
            },
        );
    }
    refused
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_triangle_says_what_a_load_is_compared_with() {
        let said = |kg| step_text(Kilograms::new(kg), Units::METRIC);
        assert_eq!(said(2.5), "▲ 2.5 kg more than last time");
        assert_eq!(said(-5.0), "▼ 5 kg less than last time");
    }
}
