//! What several tabs of the library are made of.

use egui::Ui;

use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, scrolling, trailing};

/// What the hairline below a list and the line of [`begin_ui`] take.
pub(super) const FOOT: f32 = 48.0;

/// A vertical list that scrolls in what is left of the panel above `below` points.
pub(super) fn list_ui(ui: &mut Ui, salt: &str, below: f32, add: impl FnOnce(&mut Ui)) {
    let height = (ui.available_height() - below).max(80.0);
    scrolling::list(height)
        .id_salt(salt)
        .auto_shrink([false, false])
        .show(ui, add);
}

/// The foot of a list of things for a day: true when a new one is to be begun.
pub(super) fn begin_ui(ui: &mut Ui, palette: &Palette, label: &str) -> bool {
    ui.horizontal(|ui| {
        let is_begun = buttons::small_ui(ui, label).clicked();
        let hint = text("or drag to a day", 11.0, Weight::Regular);
        ui.add(egui::Label::new(hint.color(palette.text_faint)).truncate());
        is_begun
    })
    .inner
}

/// True when every word of `query` stands somewhere in `name` or `more`.
pub(super) fn matches(query: &str, name: &str, more: &str) -> bool {
    let haystack = format!("{} {}", name.to_lowercase(), more.to_lowercase());
    query
        .to_lowercase()
        .split_whitespace()
        .all(|word| haystack.contains(word))
}

/// The title of a card, wrapped beside the buttons at its right.
pub(super) fn title_ui(ui: &mut Ui, title: &str, buttons: impl FnOnce(&mut Ui)) {
    let words_ui = |ui: &mut Ui| {
        let title = text(title, 15.0, Weight::SemiBold);
        ui.add(egui::Label::new(title).wrap());
    };
    ui.horizontal_top(|ui| trailing::top_row_ui(ui, "title", words_ui, buttons));
}
