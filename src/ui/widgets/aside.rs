//! Words in a lighter colour, below or beside what they are about. They wrap.

use egui::{Color32, Label, Ui};

use crate::ui::theme::{Palette, Weight, text};

/// Words that explain, of a size in points.
pub fn soft_ui(ui: &mut Ui, palette: &Palette, size: f32, words: impl Into<String>) {
    aside_ui(ui, palette.text_soft, size, words);
}

/// Words that may be passed over, of a size in points.
pub fn faint_ui(ui: &mut Ui, palette: &Palette, size: f32, words: impl Into<String>) {
    aside_ui(ui, palette.text_faint, size, words);
}

fn aside_ui(ui: &mut Ui, color: Color32, size: f32, words: impl Into<String>) {
    let words = text(words, size, Weight::Regular).color(color);
    ui.add(Label::new(words).wrap());
}
