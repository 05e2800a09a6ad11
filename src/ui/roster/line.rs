//! What every line of the list has: its ground, its keyboard ring, and words that are cut to fit.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, FontId, Painter, Pos2, Rect, Response, Sense, Stroke, StrokeKind,
    TextFormat, Ui, pos2, vec2,
};

use crate::ui::theme::Palette;

/// The height of the lines below an athlete's.
pub(super) const LOW: f32 = 32.0;

/// A line to click, with its ground.
pub(super) fn line_ui(
    ui: &mut Ui,
    palette: &Palette,
    width: f32,
    height: f32,
    id: impl std::hash::Hash + std::fmt::Debug,
) -> (Rect, Response) {
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = ui.interact(rect, ui.scope_id().with(id), Sense::click());
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        let fill = if response.hovered() {
            palette.well
        } else {
            palette.surface
        };
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::ZERO, fill);
        let line = Stroke::new(1.0, palette.hairline);
        painter.vline(rect.left() + 0.5, rect.y_range(), line);
        painter.vline(rect.right() - 0.5, rect.y_range(), line);
        painter.hline(rect.x_range(), rect.bottom() - 0.5, line);
        if response.has_focus() {
            let ring = Stroke::new(2.0, palette.accent);
            painter.rect_stroke(rect, CornerRadius::same(4), ring, StrokeKind::Inside);
        }
    }
    (rect, response)
}

/// Paints words on one line, cut with "…" where they are too long, and tells where they end.
pub(super) fn elided(
    painter: &Painter,
    at: Pos2,
    words: &str,
    font: FontId,
    color: Color32,
    width: f32,
) -> f32 {
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, color));
    job.wrap = TextWrapping::truncate_at_width(width.max(10.0));
    let galley = painter.layout_job(job);
    let right = at.x + galley.size().x;
    let top = at.y - galley.size().y / 2.0;
    painter.galley(pos2(at.x, top), galley, color);
    right
}
