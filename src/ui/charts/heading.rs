//! Title of a chart, and under it what it answers.

use egui::{Align, Label, Layout, Rect, Ui, UiBuilder, vec2};

use super::moving;
use super::paint::ink;
use crate::chart::Scene;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::trailing;

/// Height of the title, the same for all charts so that they stand in line.
const TITLE_HEIGHT: f32 = 20.0;
/// Height of title and answer together.
const HEIGHT: f32 = 41.0;

/// Draws the title, whose coloured words are the key to the chart, the buttons of `buttons` at its right, and
/// under it the answer, or what the chart says of the day under the pointer. Long words are cut and never push
/// the chart.
pub(super) fn heading_ui(
    ui: &mut Ui,
    palette: &Palette,
    scene: &Scene,
    read: Option<&str>,
    buttons: impl FnOnce(&mut Ui),
) {
    let space = ui.available_rect_before_wrap();
    let top = Rect::from_min_size(space.min, vec2(space.width(), TITLE_HEIGHT));
    let title = &mut ui.new_child(
        UiBuilder::new()
            .max_rect(top)
            .layout(Layout::left_to_right(Align::Center))
            .id_salt("title"),
    );
    title.spacing_mut().item_spacing.x = 0.0;
    let words_ui = |words: &mut Ui| {
        let left = words.max_rect();
        words.shrink_clip_rect(left);
        words.spacing_mut().item_spacing.x = 5.0;
        for word in &scene.title {
            let word = text(&word.text, 13.0, Weight::SemiBold).color(ink(palette, word.tone));
            words.add(Label::new(word).truncate());
        }
        moving::handle_ui(words, left.intersect(top), scene.chart);
    };
    trailing::row_ui(title, "buttons", words_ui, buttons);
    let (line, shade) = match read {
        Some(line) => (line, palette.text),
        None => (scene.subtitle.as_str(), palette.text_soft),
    };
    let line = text(line, 11.0, Weight::Regular).color(shade);
    let under = Rect::from_min_max(
        top.left_bottom() + vec2(0.0, 2.0),
        space.min + vec2(space.width(), HEIGHT),
    );
    ui.new_child(UiBuilder::new().max_rect(under).id_salt("answer"))
        .add(Label::new(line).truncate());
    ui.add_space(HEIGHT);
}
