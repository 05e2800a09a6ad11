//! What every line of the list has: its ground, its place among those the keyboard walks, and words that are cut to fit.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, FontId, Painter, Pos2, Rect, Response, Role, Sense, Stroke, TextFormat,
    Ui, WidgetInfo, pos2, vec2,
};

use crate::rules::Severity;
use crate::ui::theme::Palette;
use crate::ui::widgets::row_keys::RowKeys;

use super::columns::Columns;

/// The height of the lines below an athlete's.
pub(super) const LOW: f32 = 32.0;

/// The list while it is drawn.
pub(super) struct Listing {
    pub(super) columns: Columns,
    /// The one severity that is listed, where it is one.
    pub(super) only: Option<Severity>,
    pub(super) keys: RowKeys,
    /// The first finding is to have the keyboard.
    pub(super) take_focus: bool,
}

/// A line of so many points to click, with its ground; `name` is what a screen reader says, and what typing finds.
pub(super) fn line_ui(
    ui: &mut Ui,
    palette: &Palette,
    listing: &mut Listing,
    height: f32,
    (id, name): (impl std::hash::Hash + std::fmt::Debug, &str),
) -> (Rect, Response) {
    let (_, rect) = ui.allocate_space(vec2(listing.columns.width, height));
    let id = ui.scope_id().with(id);
    let sense = listing.keys.row(id, name, false, Sense::click());
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
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
        // Within its own line: half a point lower the next one's ground would lie over it.
        painter.hline(rect.x_range(), rect.bottom() - 1.0, line);
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
