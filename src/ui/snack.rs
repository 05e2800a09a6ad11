//! A message in passing, with a way to take back what it tells of.

use egui::{
    Align2, Area, Context, CornerRadius, Frame, Id, Label, LayerId, Margin, Order, Rect, vec2,
};

use super::action::Actions;
use super::command::Command;
use super::theme::{Palette, Weight, text};
use super::widgets::live;

/// The width from which a message takes a second line, and what stays free beside it in a small window, in points.
const MOST_WIDTH: f32 = 640.0;
const EDGE: f32 = 32.0;
/// What "Undo" takes beside the message, in points.
const UNDO: f32 = 56.0;

/// Above the panels.
const ORDER: Order = Order::Foreground;

/// A message in passing.
#[derive(Debug, Clone, PartialEq)]
pub struct Snack {
    /// What it says.
    pub text: String,
    /// Whether it offers to undo.
    pub undo: bool,
    /// When it goes, in seconds of the interface's clock.
    pub until: f64,
}

fn area_id() -> Id {
    Id::unique("message")
}

/// Where the message stands, while one is shown: what floats over the window keeps off it.
pub fn shown_at(ctx: &Context) -> Option<Rect> {
    let layer = LayerId::new(ORDER, area_id());
    ctx.memory(|memory| {
        let is_shown = memory.areas().visible_last_frame(&layer);
        memory.area_rect(area_id()).filter(|_| is_shown)
    })
}

/// Draws the message until its time is over; the only repaint it asks for is the one that removes it.
pub fn snack_ui(
    ctx: &Context,
    palette: &Palette,
    shown: &mut Option<Snack>,
    actions: &mut Actions,
) {
    let Some(snack) = shown else { return };
    let now = ctx.input(|input| input.time);
    if now >= snack.until {
        *shown = None;
        return;
    }
    ctx.request_repaint_after(std::time::Duration::from_secs_f64(snack.until - now));
    let mut close = false;
    let [ground, ink, link] = palette.message();
    Area::new(area_id())
        .order(ORDER)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -18.0))
        .show(ctx, |ui| {
            let frame = Frame::new()
                .fill(ground)
                .corner_radius(CornerRadius::same(8))
                .inner_margin(Margin::symmetric(14, 8))
                .shadow(ui.visuals().popup_shadow);
            frame.show(ui, |ui| {
                let room = MOST_WIDTH.min(ctx.content_rect().width() - 2.0 * EDGE);
                ui.set_max_width(room);
                ui.horizontal(|ui| {
                    let words = text(&snack.text, 13.0, Weight::Regular).color(ink);
                    let beside = if snack.undo { UNDO } else { 0.0 };
                    let said = ui.scope(|ui| {
                        ui.set_max_width(room - beside);
                        ui.add(Label::new(words).wrap())
                    });
                    live::announce(&said.inner);
                    if snack.undo {
                        let undo = text("Undo", 13.0, Weight::SemiBold).color(link);
                        if ui.add(egui::Button::new(undo).frame(false)).clicked() {
                            actions.command(Command::Undo);
                            close = true;
                        }
                    }
                });
            });
        });
    if close {
        *shown = None;
    }
}
