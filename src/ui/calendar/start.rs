//! The start of an athlete for whom nothing is planned yet.

use egui::{CornerRadius, Frame, Margin, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::theme::{CARD_RADIUS, Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::aside;
use crate::ui::widgets::buttons;

/// The most that the offer takes of the days, in points.
const SIZE: egui::Vec2 = vec2(560.0, 112.0);
/// What the names and the pluses of the days take of them, in points.
const HEADS: f32 = 66.0;

/// Offers the ways to a first plan, as long as there is none. It lies over the middle of the days, so that nothing moves
/// when the first session comes, and no edge of a day ends beneath it.
pub(super) fn start_ui(ui: &mut Ui, view: &View, days: Rect, actions: &mut Actions) {
    if !view.athlete.sessions.is_empty() {
        return;
    }
    let size = vec2(SIZE.x.min(days.width() - 16.0), SIZE.y);
    // Below their heads, and in low days within them.
    let middle = (days.top() + HEADS + days.bottom()) / 2.0;
    let top = (middle - size.y / 2.0).min(days.bottom() - size.y - 8.0);
    let place = Rect::from_min_size(pos2(days.center().x - size.x / 2.0, top), size);
    let builder = UiBuilder::new().id_salt("first plan").max_rect(place);
    ui.scope_builder(builder, |ui| offer_ui(ui, view, actions));
}

fn offer_ui(ui: &mut Ui, view: &View, actions: &mut Actions) {
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
        aside::soft_ui(ui, palette, 12.0, hint);
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
}
