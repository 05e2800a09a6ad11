//! What every line of the list has: its ground, its place among those the keyboard walks, and words that are cut to fit.

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, FontId, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind,
    TextFormat, Ui, WidgetInfo, pos2, vec2,
};

use crate::rules::Severity;
use crate::ui::theme::{CARD_RADIUS, Palette};
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
    /// The next line begins a card of its own, or ends the card it is in: it has its round corners.
    pub(super) ends: Ends,
}

/// Which ends of a card a line is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Ends {
    pub(super) top: bool,
    pub(super) bottom: bool,
}

impl Ends {
    fn corners(self) -> CornerRadius {
        let radius = |is_end| if is_end { CARD_RADIUS } else { 0 };
        let (above, below) = (radius(self.top), radius(self.bottom));
        CornerRadius {
            nw: above,
            ne: above,
            sw: below,
            se: below,
        }
    }
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
    let ends = std::mem::take(&mut listing.ends);
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
        ground(ui.painter(), rect, fill, palette.hairline, ends);
    }
    (rect, response)
}

/// Paints the ground of a line with the edges of the card it is in, and what parts it from the next.
fn ground(painter: &Painter, rect: Rect, fill: Color32, hairline: Color32, ends: Ends) {
    let (line, corners) = (Stroke::new(1.0, hairline), ends.corners());
    painter.rect_filled(rect, corners, fill);
    // The card goes on beyond a line that is not its end: what is drawn of its edge ends with the line.
    let beyond = |is_end: bool| {
        if is_end {
            0.0
        } else {
            2.0 * f32::from(CARD_RADIUS)
        }
    };
    let card = Rect::from_min_max(
        pos2(rect.left(), rect.top() - beyond(ends.top)),
        pos2(rect.right(), rect.bottom() + beyond(ends.bottom)),
    );
    let seen = painter.clip_rect().intersect(rect);
    let edge = StrokeKind::Inside;
    let within = painter.with_clip_rect(seen);
    within.rect_stroke(card, corners, line, edge);
    if !ends.bottom {
        // Within its own line: half a point lower the next one's ground would lie over it.
        painter.hline(rect.x_range(), rect.bottom() - 1.0, line);
    }
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
