//! A row of a library list: a mark, a name and a line of detail, cut with an ellipsis where they do not fit.

use std::sync::Arc;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, FontId, Galley, Id, Painter, Rect, Response, Role, Sense, Ui,
    WidgetInfo, pos2, vec2,
};

use crate::ui::theme::{Palette, Weight, font};
use crate::ui::widgets::hint::hint;
use crate::ui::widgets::row_keys::RowKeys;

/// Height of a row in points.
pub(super) const HEIGHT: f32 = 46.0;
/// How far the ground of a chosen row reaches beyond its content, so that marks stay in line with the search.
const BLEED: f32 = 6.0;

/// What a row shows.
pub(super) struct LibraryRow<'a> {
    /// Its identity, so that the keyboard can walk to it.
    pub(super) id: Id,
    /// The name, which is also what it is called by.
    pub(super) name: &'a str,
    /// The line below.
    pub(super) detail: &'a str,
    /// The same without abbreviations, where there are any, for the tooltip.
    pub(super) whole: Option<&'a str>,
    /// Whether its card is shown.
    pub(super) chosen: bool,
    /// Width left of the texts, for the mark.
    pub(super) indent: f32,
}

impl LibraryRow<'_> {
    /// Draws the row, with `mark` at its left edge, and scrolls to it when the keyboard has reached it.
    pub(super) fn ui(
        self,
        ui: &mut Ui,
        palette: &Palette,
        keys: &mut RowKeys,
        mark: impl FnOnce(&Painter, Rect),
    ) -> Response {
        let size = vec2(ui.available_width(), HEIGHT);
        let (_, rect) = ui.allocate_space(size);
        let sense = keys.row(self.id, self.name, self.chosen, Sense::click_and_drag());
        let response = ui.interact(rect, self.id, sense);
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(self.detail.to_owned()),
            ..WidgetInfo::selected(Role::Button, true, self.chosen, self.name)
        });
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        let mut is_cut = false;
        if ui.is_rect_visible(rect) {
            is_cut = self.paint(ui, palette, rect, &response);
            mark(ui.painter(), rect);
        }
        let response = response.on_hover_cursor(egui::CursorIcon::Grab);
        let whole = self.whole.unwrap_or(self.detail);
        if is_cut {
            hint(response, format!("{}\n{whole}", self.name))
        } else if self.whole.is_some() {
            hint(response, whole)
        } else {
            response
        }
    }

    /// Paints the row; true where its words are cut.
    fn paint(&self, ui: &Ui, palette: &Palette, rect: Rect, response: &Response) -> bool {
        let ground = rect.expand2(vec2(BLEED, 0.0));
        let painter = ui
            .painter()
            .with_clip_rect(ui.clip_rect().expand2(vec2(BLEED, 0.0)));
        let corners = CornerRadius::same(6);
        if self.chosen || response.hovered() {
            let fill = if self.chosen {
                palette.accent_soft
            } else {
                palette.well
            };
            painter.rect_filled(ground, corners, fill);
        }
        let left = rect.left() + self.indent;
        let width = rect.right() - left;
        let mut is_cut = false;
        for (content, top, font, color) in [
            (self.name, 6.0, font(13.0, Weight::SemiBold), palette.text),
            (
                self.detail,
                24.0,
                font(11.5, Weight::Regular),
                palette.text_soft,
            ),
        ] {
            let galley = cut(ui.painter(), content, font, color, width);
            is_cut |= galley.elided;
            ui.painter()
                .galley(pos2(left, rect.top() + top), galley, color);
        }
        is_cut
    }
}

/// One line of text that ends in "…" where it would be wider than `width`.
pub(super) fn cut(
    painter: &Painter,
    content: &str,
    font: FontId,
    color: Color32,
    width: f32,
) -> Arc<Galley> {
    // A line break would end the line early, without an ellipsis.
    let mut job = LayoutJob::simple_singleline(content.replace('\n', " "), font, color);
    job.wrap = TextWrapping {
        max_width: width.max(0.0),
        max_rows: 1,
        break_anywhere: true,
        overflow_character: Some('…'),
    };
    painter.layout_job(job)
}
