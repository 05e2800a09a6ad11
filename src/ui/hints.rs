//! A hint on the screen: a line where it applies, which goes for good once it was followed or closed. It stands within its
//! panel and never over anything.

use egui::{Align, CornerRadius, Frame, Label, Layout, Margin, Ui};

use super::action::{Action, Actions};
use super::hint::{Hint, Hints};
use super::theme::{CONTROL_RADIUS, Palette, Weight, icons, text};
use super::widgets::buttons;

/// Draws a hint where it is still to be given.
pub fn hint_ui(ui: &mut Ui, palette: &Palette, hints: &Hints, hint: Hint, actions: &mut Actions) {
    if !hints.gives(hint) {
        return;
    }
    let frame = Frame::new()
        .fill(palette.accent_soft)
        .corner_radius(CornerRadius::same(CONTROL_RADIUS))
        .inner_margin(Margin::symmetric(8, 4));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            if buttons::mini_icon_ui(ui, icons::CLOSE, hint.close()).clicked() {
                actions.push(Action::EndHint(hint));
            }
            ui.with_layout(Layout::left_to_right(Align::TOP), |ui| {
                let words = text(hint.words(), 12.0, Weight::Regular).color(palette.text);
                ui.add(Label::new(words).wrap());
            });
        });
    });
    ui.add_space(4.0);
}
