//! Words in a lighter colour, below or beside what they are about. They wrap.

use egui::{Color32, Label, Response, Role, Ui, WidgetInfo};

use crate::ui::theme::{Palette, Weight, text};

use super::together::keep_together;

/// Words that explain, of a size in points.
pub fn soft_ui(ui: &mut Ui, palette: &Palette, size: f32, words: impl Into<String>) {
    aside_ui(ui, palette.text_soft, size, words);
}

/// Words that may be passed over, of a size in points.
pub fn faint_ui(ui: &mut Ui, palette: &Palette, size: f32, words: impl Into<String>) {
    aside_ui(ui, palette.text_faint, size, words);
}

/// Words of a colour and a size in points, in which no line ends between a figure and its unit.
pub fn aside_ui(ui: &mut Ui, color: Color32, size: f32, words: impl Into<String>) -> Response {
    told_ui(ui, color, size, Weight::Regular, words)
}

/// The same in a weight.
pub fn told_ui(
    ui: &mut Ui,
    color: Color32,
    size: f32,
    weight: Weight,
    words: impl Into<String>,
) -> Response {
    let words = words.into();
    let set = text(keep_together(&words), size, weight).color(color);
    let response = ui.add(Label::new(set).wrap());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    response
}
