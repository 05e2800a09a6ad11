//! The marks of severities and of what was done: a shape for each, so that colour is never alone.

use egui::{
    Align2, Color32, CornerRadius, FontId, Painter, Pos2, Rect, Response, Role, Sense, Shape,
    Stroke, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::MaterialIcon;

use crate::domain::Status;
use crate::rules::Severity;
use crate::ui::theme::{Palette, Weight, font};

/// The side of a day on the roster, in points.
pub const SQUARE: f32 = 20.0;
/// The least height of a square that has a letter, in points.
pub const LETTER_HEIGHT: f32 = 9.0;

/// Paints the mark of a severity about `center`: hexagon, triangle, circle; a check mark for clear.
pub fn paint(
    painter: &Painter,
    center: Pos2,
    size: f32,
    severity: Option<Severity>,
    color: Color32,
) {
    let radius = size / 2.0;
    let polygon = |corners: usize, turn: f32| {
        let points = (0..corners).map(|i| {
            let angle = turn + std::f32::consts::TAU * i as f32 / corners as f32;
            center + radius * vec2(angle.cos(), angle.sin())
        });
        Shape::convex_polygon(points.collect(), color, Stroke::NONE)
    };
    match severity {
        Some(Severity::Conflict) => {
            painter.add(polygon(6, 0.0));
        }
        Some(Severity::Caution) => {
            let top = pos2(center.x, center.y - radius * 0.9);
            let left = pos2(center.x - radius, center.y + radius * 0.8);
            let right = pos2(center.x + radius, center.y + radius * 0.8);
            painter.add(Shape::convex_polygon(
                vec![top, right, left],
                color,
                Stroke::NONE,
            ));
        }
        Some(Severity::Tip) => {
            painter.circle_filled(center, radius * 0.82, color);
        }
        None => {
            let stroke = Stroke::new((size / 5.5).max(1.5), color);
            painter.line(
                vec![
                    center + radius * vec2(-0.8, 0.05),
                    center + radius * vec2(-0.2, 0.65),
                    center + radius * vec2(0.85, -0.6),
                ],
                stroke,
            );
        }
    }
}

/// Paints the mark of what was done in part about `center`: a ring, half of it filled.
pub fn paint_half(painter: &Painter, center: Pos2, size: f32, color: Color32) {
    let radius = size / 2.0 * 0.9;
    painter.circle_stroke(center, radius, Stroke::new(1.5, color));
    let half = (0..=12).map(|step| {
        let angle = std::f32::consts::PI * (0.5 + step as f32 / 12.0);
        center + radius * vec2(angle.cos(), angle.sin())
    });
    painter.add(Shape::convex_polygon(half.collect(), color, Stroke::NONE));
}

/// Draws the mark of what was done: a check mark, or a half-filled ring for what was cut short.
pub fn paint_status(
    painter: &Painter,
    palette: &Palette,
    status: &Status,
    center: Pos2,
    size: f32,
) {
    match status {
        Status::Done => paint(painter, center, size, None, palette.clear()),
        Status::Partial => paint_half(painter, center, size, palette.clear()),
        _ => {}
    }
}

/// True for what was not trained: its title is struck out.
pub fn is_struck(status: &Status) -> bool {
    matches!(status, Status::Skipped { .. } | Status::Missed)
}

/// What the mark of a severity takes of a row, in points.
pub const WIDTH: f32 = 12.0;

/// A mark in the flow of a layout, named for screen readers.
pub fn mark_ui(ui: &mut Ui, palette: &Palette, severity: Severity) -> Response {
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, WIDTH), Sense::hover());
    paint(
        ui.painter(),
        rect.center(),
        11.0,
        Some(severity),
        palette.severity(severity),
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, severity.word()));
    response
}

/// The counts of a week in a row, worst first; "clear" when there is nothing.
pub fn counts_ui(ui: &mut Ui, palette: &Palette, counts: [usize; 3]) {
    use crate::ui::theme::text;
    ui.spacing_mut().item_spacing.x = 4.0;
    if counts == [0; 3] {
        let (rect, _) = ui.allocate_exact_size(vec2(14.0, 12.0), Sense::hover());
        paint(ui.painter(), rect.center(), 11.0, None, palette.clear());
        ui.label(text("clear", 12.0, Weight::SemiBold).color(palette.clear()));
        return;
    }
    let severities = [Severity::Conflict, Severity::Caution, Severity::Tip];
    for (severity, count) in severities.into_iter().zip(counts) {
        if count > 0 {
            mark_ui(ui, palette, severity);
            let color = palette.severity(severity);
            ui.label(text(count.to_string(), 12.0, Weight::SemiBold).color(color));
            ui.add_space(2.0);
        }
    }
}

/// A solid bar along the left edge of a card, following its corners.
pub fn edge_bar(painter: &Painter, card: Rect, color: Color32) {
    let bar = Rect::from_min_size(card.min, vec2(4.0, card.height()));
    let corners = CornerRadius {
        nw: 6,
        sw: 6,
        ne: 0,
        se: 0,
    };
    painter.rect_filled(bar, corners, color);
}

/// The mark of the current week below `top`: an arrow that points down at its bar. No finding has this shape.
pub fn paint_now(painter: &Painter, top: Pos2, color: Color32) {
    let points = vec![
        top + vec2(-4.5, 0.0),
        top + vec2(4.5, 0.0),
        top + vec2(0.0, 5.0),
    ];
    painter.add(Shape::convex_polygon(points, color, Stroke::NONE));
}

/// The mark of a race: a flag, as in the charts. `top` is where its cloth meets the pole.
pub fn paint_flag(painter: &Painter, top: Pos2, color: Color32) {
    let cloth = vec![top, top + vec2(8.0, 3.0), top + vec2(0.0, 6.0)];
    painter.line_segment([top, top + vec2(0.0, 12.0)], Stroke::new(1.5, color));
    painter.add(Shape::convex_polygon(cloth, color, Stroke::NONE));
}

/// An icon as a mark about `center`.
pub fn paint_icon(painter: &Painter, center: Pos2, icon: MaterialIcon, color: Color32) {
    let font = FontId::new(13.0, icon.font_family());
    painter.text(center, Align2::CENTER_CENTER, icon.codepoint, font, color);
}

/// The letter of an exercise's movement on a tint of its colour.
pub fn paint_badge(painter: &Painter, palette: &Palette, rect: Rect, letter: &str, color: Color32) {
    painter.rect_filled(rect, CornerRadius::same(7), palette.badge(color));
    let font = font(
        if rect.height() < 28.0 { 11.0 } else { 13.0 },
        Weight::SemiBold,
    );
    painter.text(rect.center(), Align2::CENTER_CENTER, letter, font, color);
}

/// A session of the roster as a square with its letter; a low one has a small letter.
pub fn paint_square(
    painter: &Painter,
    palette: &Palette,
    rect: Rect,
    letter: &str,
    color: Color32,
) {
    let is_low = rect.height() < SQUARE;
    let ink = ink_on_kind(palette);
    painter.rect_filled(rect, CornerRadius::same(if is_low { 3 } else { 5 }), color);
    if rect.height() >= LETTER_HEIGHT {
        let is_small = is_low || rect.width() < SQUARE / 1.5;
        let font = font(if is_small { 8.5 } else { 10.0 }, Weight::SemiBold);
        painter.text(rect.center(), Align2::CENTER_CENTER, letter, font, ink);
    }
}

/// What is written on the colour of a kind.
pub fn ink_on_kind(palette: &Palette) -> Color32 {
    if palette.dark {
        palette.background
    } else {
        Color32::WHITE
    }
}
