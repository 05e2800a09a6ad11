//! Text to read in a menu.

use egui::{Align, Label, Layout, Response, RichText, Ui};

/// Words that wrap and stand flush left, also in a menu, which would else set them to its full width with gaps between.
pub fn prose_ui(ui: &mut Ui, words: RichText) -> Response {
    let layout = Layout::top_down(Align::Min);
    ui.with_layout(layout, |ui| ui.add(Label::new(words).wrap()))
        .inner
}
