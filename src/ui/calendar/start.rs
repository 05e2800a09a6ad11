//! The start of an athlete for whom nothing is planned yet.

use egui::{CornerRadius, Frame, Label, Margin, Stroke, Ui};

use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::theme::{CARD_RADIUS, Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::buttons;

/// Offers the ways to a first plan, as long as there is none.
pub(super) fn start_ui(ui: &mut Ui, view: &View, actions: &mut Actions) {
    if !view.athlete.sessions.is_empty() {
        return;
    }
    let palette = view.palette;
    let frame = Frame::new()
        .fill(palette.surface)
        .stroke(Stroke::new(1.0, palette.hairline))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(Margin::symmetric(14, 10));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let name = &view.athlete.profile.name;
        ui.label(text(format!("Nothing is planned for {name} yet"), 13.0, Weight::SemiBold));
        let hint = "Build a whole season from a race, drag a week or a session from the library, or add sessions \
                    day by day.";
        ui.add(Label::new(text(hint, 12.0, Weight::Regular).color(palette.text_soft)).wrap());
        ui.add_space(2.0);
        ui.horizontal(|ui| {
            if buttons::primary_ui(ui, palette, Command::BuildSeason.text()).clicked() {
                actions.command(Command::BuildSeason);
            }
            if buttons::quiet_ui(ui, Command::AddSession.text()).clicked() {
                actions.command(Command::AddSession);
            }
        });
    });
    ui.add_space(6.0);
}
