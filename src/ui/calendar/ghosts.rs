//! What a previewed fix would do, on the calendar: days in the colour they would have, and words under cards that go
//! or change.

use egui::epaint::RectShape;
use egui::{CornerRadius, Label, Pos2, Rect, Shape, Stroke, StrokeKind, Ui};

use crate::rules::{DayEffect, Severity};
use crate::ui::preview::SessionChange;
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, text};
use crate::ui::widgets::marks;

use super::note::color_of;

/// The background of a day whose verdict would change.
pub(super) fn ground(palette: &Palette, column: Rect, effect: DayEffect) -> Shape {
    let color = color_of(palette, effect.after);
    let (corners, line) = (CornerRadius::same(CARD_RADIUS), Stroke::new(2.0, color));
    let fill = palette.tint(color);
    RectShape::new(column, corners, fill, line, StrokeKind::Inside).into()
}

/// The mark of the verdict that a day would have.
pub(super) fn paint_mark(ui: &Ui, palette: &Palette, at: Pos2, effect: DayEffect) {
    let color = color_of(palette, effect.after);
    marks::paint(ui.painter(), at, 12.0, effect.after, color);
}

/// The verdict that a day would have, in words.
pub(super) fn day_words(effect: DayEffect) -> &'static str {
    match effect.after {
        None => "would be clear",
        Some(Severity::Tip) => "would have a tip",
        Some(Severity::Caution) => "would have a caution",
        Some(Severity::Conflict) => "would have a conflict",
    }
}

/// What happens to the card above.
pub(super) fn mark_ui(ui: &mut Ui, palette: &Palette, mark: &SessionChange) {
    let mut line = |words: &str| {
        let words = text(words, 11.5, Weight::SemiBold).color(palette.accent);
        ui.add(Label::new(words).wrap());
    };
    match mark {
        SessionChange::Leaves(to) => line(to),
        SessionChange::Changes(changes) => changes.iter().for_each(|change| line(change)),
    }
}
