//! Title and subtitle of a chart.

use egui::{Align, Label, Layout, Rect, Ui, UiBuilder, vec2};

use crate::ui::theme::{Palette, Weight, text};

/// Height of the title, the same for all charts so that they stand in line.
const TITLE_HEIGHT: f32 = 20.0;
/// Height of title and subtitle together.
const HEIGHT: f32 = 39.0;

/// Draws the title with `title`, and under it how to read the chart: `subtitle` in one line, and
/// `explanation` in full when the pointer rests on it. Long words are cut and never push the chart.
pub(super) fn heading_ui(
    ui: &mut Ui,
    palette: &Palette,
    subtitle: &str,
    explanation: &str,
    title: impl FnOnce(&mut Ui),
) {
    let space = ui.available_rect_before_wrap();
    let rect = Rect::from_min_size(space.min, vec2(space.width(), HEIGHT));
    let child = &mut ui.new_child(UiBuilder::new().max_rect(rect).id_salt("heading"));
    child.shrink_clip_rect(rect);
    child.spacing_mut().item_spacing = vec2(4.0, 0.0);
    let size = vec2(rect.width(), TITLE_HEIGHT);
    child.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        title(ui);
    });
    let line = text(subtitle, 11.0, Weight::Regular).color(palette.text_faint);
    let line = child.add(Label::new(line).truncate());
    line.on_hover_text(text(explanation, 12.0, Weight::Regular));
    ui.add_space(HEIGHT);
}

/// A word of a title; a colour makes it the key to the bars of that colour.
pub(super) fn word_ui(ui: &mut Ui, word: &str, color: egui::Color32) {
    ui.add(Label::new(text(word, 13.0, Weight::SemiBold).color(color)));
}
