//! Title and subtitle of a chart.

use egui::{Align, Label, Layout, Ui, vec2};

use crate::ui::theme::{Palette, Weight, text};

/// Height of the title, the same for all charts so that they stand in line.
const TITLE_HEIGHT: f32 = 20.0;

/// Draws the title with `title`, and under it how to read the chart: `subtitle` in one line, and
/// `explanation` in full when the pointer rests on it.
pub(super) fn heading_ui(
    ui: &mut Ui,
    palette: &Palette,
    subtitle: &str,
    explanation: &str,
    title: impl FnOnce(&mut Ui),
) {
    ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
    let size = vec2(ui.available_width(), TITLE_HEIGHT);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        title(ui);
    });
    let line = text(subtitle, 11.0, Weight::Regular).color(palette.text_faint);
    ui.add(Label::new(line).truncate())
        .on_hover_text(text(explanation, 12.0, Weight::Regular));
    ui.add_space(4.0);
}

/// A word of a title; a colour makes it the key to the bars of that colour.
pub(super) fn word_ui(ui: &mut Ui, word: &str, color: egui::Color32) {
    ui.add(Label::new(text(word, 13.0, Weight::SemiBold).color(color)));
}
