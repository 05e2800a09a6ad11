//! A field in a cell of a table.

use std::cell::RefCell;

use egui::{Color32, Id, Rect, Stroke, Ui, UiBuilder};

use crate::ui::widgets::field::{self, Field};

use super::editor::Editor;

/// A field without a background in a fixed place. What it refuses is given back, to be said across the whole row.
pub(super) fn cell_ui<T>(
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
    visuals.text_edit_bg_color = Some(Color32::TRANSPARENT);
    visuals.widgets.inactive.bg_stroke = Stroke::NONE;
    let refused = RefCell::new(None);
    let noted = |typed: &str| {
        parse(typed).map_err(|error| {
            refused.replace(Some(error));
            String::new()
        })
    };
    let field = Field::line(name, rect.width()).hint(hint);
    let value = field.ui(&mut cell, editor.palette(), id, current, noted);
    if let Some(error) = refused.into_inner().filter(|_| !field::escaped(ui)) {
        ui.data_mut(|data| data.insert_temp(error_id, error));
    }
    (value, ui.data(|data| data.get_temp(error_id)))
}
