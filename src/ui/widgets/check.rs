//! Boxes to tick and rings to choose from: outlined so that they are seen, filled with the accent once they are on.

use egui::{
    Color32, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    WidgetText, pos2, vec2,
};

use crate::ui::theme;

/// The side of a box and the width of a ring, in points.
const SIDE: f32 = 16.0;
/// Words that have less room do not wrap, in points.
const LEAST: f32 = 80.0;
/// Between it and its words, in points.
const GAP: f32 = 7.0;
/// Where the words begin: what belongs to them is set in so far, in points.
pub const INDENT: f32 = SIDE + GAP;

/// A box to tick, with its words. The response says when it was changed.
pub fn check_ui(ui: &mut Ui, on: &mut bool, words: impl Into<WidgetText>) -> Response {
    check_sensing_ui(ui, on, words, Sense::click())
}

/// The same where a list says what it listens to.
pub(super) fn check_sensing_ui(
    ui: &mut Ui,
    on: &mut bool,
    words: impl Into<WidgetText>,
    sense: Sense,
) -> Response {
    let (mut response, name) = mark_ui(ui, Shape::Box, *on, words.into(), sense);
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    let (enabled, on) = (response.enabled(), *on);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, enabled, on, &name));
    response
}

/// One of several things of which one is chosen.
pub fn radio_ui(ui: &mut Ui, on: bool, words: impl Into<WidgetText>) -> Response {
    radio_sensing_ui(ui, on, words, Sense::click())
}

/// The same where a list says what it listens to.
pub(super) fn radio_sensing_ui(
    ui: &mut Ui,
    on: bool,
    words: impl Into<WidgetText>,
    sense: Sense,
) -> Response {
    let (response, name) = mark_ui(ui, Shape::Ring, on, words.into(), sense);
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, on, &name));
    response
}

#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Box,
    Ring,
}

fn mark_ui(
    ui: &mut Ui,
    shape: Shape,
    on: bool,
    words: WidgetText,
    sense: Sense,
) -> (Response, String) {
    let palette = theme::palette(ui.ctx());
    let name = words.text().to_owned();
    let room = ui.available_width() - SIDE - GAP;
    // In a wrapping row the whole checkbox moves to the next line; its label does not wrap.
    let wraps = room > LEAST && !ui.layout().main_wrap();
    let wrap = Some(egui::TextWrapMode::Wrap).filter(|_| wraps);
    let galley = words.into_galley(ui, wrap, room, egui::TextStyle::Button);
    let width = if name.is_empty() {
        SIDE
    } else {
        SIDE + GAP + galley.size().x
    };
    let height = galley
        .size()
        .y
        .max(SIDE)
        .max(ui.spacing().interact_size.y - 4.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), sense);
    if ui.is_rect_visible(rect) {
        let middle = pos2(rect.left() + SIDE / 2.0, rect.center().y);
        let mark = Rect::from_center_size(middle, vec2(SIDE, SIDE));
        let (fill, line) = match (on, response.hovered()) {
            (true, _) => (palette.accent, palette.accent),
            (false, true) => (palette.accent_soft, palette.accent),
            (false, false) => (palette.surface, palette.mix(palette.text_faint, 0.75)),
        };
        let corners = match shape {
            Shape::Box => CornerRadius::same(4),
            Shape::Ring => CornerRadius::same(SIDE as u8 / 2),
        };
        let painter = ui.painter();
        let stroke = Stroke::new(1.5, line);
        painter.rect(mark.shrink(0.5), corners, fill, stroke, StrokeKind::Inside);
        if on {
            paint_on(ui, shape, mark, palette.on_accent);
        }
        let at = pos2(
            rect.left() + SIDE + GAP,
            rect.center().y - galley.size().y / 2.0,
        );
        painter.galley(at, galley, palette.text);
    }
    (response, name)
}

fn paint_on(ui: &Ui, shape: Shape, mark: Rect, ink: Color32) {
    let painter = ui.painter();
    match shape {
        Shape::Ring => {
            painter.circle_filled(mark.center(), SIDE / 5.0, ink);
        }
        Shape::Box => {
            let at = |x: f32, y: f32| mark.lerp_inside(vec2(x, y));
            let tick = vec![at(0.24, 0.52), at(0.43, 0.71), at(0.77, 0.31)];
            painter.line(tick, Stroke::new(1.8, ink));
        }
    }
}
