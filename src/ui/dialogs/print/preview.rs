//! What will be made, to be looked at first: a page as pixels, or the beginning of a text.

use std::sync::Arc;

use egui::{
    Align, Color32, FontId, Frame, Label, Layout, RichText, ScrollArea, Sense, Stroke, StrokeKind,
    TextStyle, TextureHandle, Ui, Vec2, vec2,
};

use crate::domain::PreviewTable;
use crate::rules::Severity;
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, icons, text};
use crate::ui::widgets::busy::busy_ui;
use crate::ui::widgets::buttons;
use crate::ui::widgets::together::keep_together;

use super::tables;

/// What the page and the ways around it take before they were drawn once, in points.
const AT_FIRST: f32 = 160.0;

/// The line that turns pages, and the gap above it, in points.
const TURNER: f32 = 38.0;
/// Size of a text, in points.
const SIZE: f32 = 11.5;

/// A page as a picture on the graphics card.
#[derive(Clone)]
pub struct PageTexture(pub TextureHandle);

impl std::fmt::Debug for PageTexture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("PageTexture").field(&self.0.id()).finish()
    }
}

/// What the preview shows.
#[derive(Debug, Clone, Default)]
pub struct PrintPreview {
    /// The page that is wanted, from 0.
    pub page: usize,
    /// How many pages there are; 0 while that is not known.
    pub pages: usize,
    /// The page on show, and the size of its paper in points.
    pub shown: Option<(PageTexture, [f32; 2])>,
    /// The tables on show, where that is what the file holds.
    pub tables: Option<Arc<[PreviewTable]>>,
    /// The text on show, where there are neither pages nor tables.
    pub text: Option<PreviewText>,
    /// Why there is nothing to show.
    pub error: Option<String>,
    /// What is on show is old, and the new one is being made.
    pub busy: bool,
    /// The pixels there are for a page, across and down: drawn for them, it is sharp.
    pub room: [u32; 2],
}

pub(super) fn preview_ui(ui: &mut Ui, palette: &Palette, preview: &mut PrintPreview, room: Vec2) {
    let paged = preview.text.is_none() && preview.tables.is_none() && preview.error.is_none();
    let turner = if paged { TURNER } else { 0.0 };
    let frame = Frame::new()
        .fill(palette.well)
        .corner_radius(CARD_RADIUS)
        .inner_margin(12);
    frame.show(ui, |ui| {
        let inner = vec2(room.x - 24.0, room.y - 24.0 - turner).max(Vec2::ZERO);
        ui.set_min_size(inner);
        ui.set_max_size(inner);
        if let Some(error) = &preview.error {
            error_ui(ui, palette, error, inner);
        } else if let Some(tables) = &preview.tables {
            tables::tables_ui(ui, palette, tables);
        } else if let Some(written) = &preview.text {
            text_ui(ui, palette, written);
        } else {
            page_ui(ui, palette, preview, inner);
        }
    });
    if paged {
        turner_ui(ui, palette, preview, room.x);
    }
}

/// Why there is nothing to show, in the middle. Its lines are centred, not justified, which would tear gaps between words.
fn error_ui(ui: &mut Ui, palette: &Palette, error: &str, room: Vec2) {
    ui.add_space((room.y * 0.4).max(0.0));
    ui.vertical_centered(|ui| {
        ui.set_max_width(room.x.min(360.0));
        let color = palette.severity(Severity::Caution);
        ui.add(Label::new(text(error, 13.0, Weight::Medium).color(color)).wrap());
    });
}

fn text_ui(ui: &mut Ui, palette: &Palette, text: &PreviewText) {
    ui.spacing_mut().scroll.floating_allocated_width = 8.0;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        for (lead, words) in &text.lines {
            line_ui(ui, palette, lead, words);
        }
    });
}

/// A line of a text. One that is too long goes on in the next row, below where its own words begin.
fn line_ui(ui: &mut Ui, palette: &Palette, lead: &str, words: &str) {
    let font = FontId::new(SIZE, TextStyle::Monospace.resolve(ui.style()).family);
    let color = palette.text_soft;
    let lead = ui.painter().layout_no_wrap(lead.to_owned(), font, color);
    ui.horizontal_top(|ui| {
        let (before, _) = ui.allocate_exact_size(lead.size(), Sense::hover());
        ui.painter().galley(before.min, lead, color);
        let words = RichText::new(words).monospace().size(SIZE).color(color);
        ui.add(Label::new(words).wrap().selectable(true));
    });
}

/// The beginning of a text that will be written, and its lines as they are shown: what each begins with, and its words,
/// figures with their units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewText {
    whole: String,
    lines: Vec<(String, String)>,
}

impl PreviewText {
    /// The lines of a text.
    pub fn of(text: &str) -> Self {
        let lines = text.lines().map(|line| {
            let (lead, words) = lead_of(line);
            (lead.to_owned(), keep_together(words))
        });
        Self {
            whole: text.to_owned(),
            lines: lines.collect(),
        }
    }

    /// True for that of this text.
    pub fn is_of(&self, text: &str) -> bool {
        self.whole == text
    }
}

/// What a line begins with, its blanks and the sign of a list, and the words after that.
fn lead_of(line: &str) -> (&str, &str) {
    let rest = line.trim_start_matches([' ', '\t']);
    let rest = ["– ", "- "]
        .iter()
        .find_map(|sign| rest.strip_prefix(sign))
        .unwrap_or(rest);
    line.split_at(line.len() - rest.len())
}

fn page_ui(ui: &mut Ui, palette: &Palette, preview: &mut PrintPreview, room: Vec2) {
    let pixels = ui.ctx().pixels_per_point();
    preview.room = [(room.x * pixels) as u32, (room.y * pixels) as u32];
    let Some((PageTexture(texture), [width, height])) = &preview.shown else {
        let size = ui.spacing().interact_size.y;
        ui.centered_and_justified(|ui| busy_ui(ui, size, "Laying out the page…"));
        return;
    };
    let scale = (room.x / width.max(1.0)).min(room.y / height.max(1.0));
    let size = vec2(*width, *height) * scale;
    ui.with_layout(
        Layout::centered_and_justified(egui::Direction::TopDown),
        |ui| {
            // An old page is dimmed until the new one is there.
            let tint = if preview.busy {
                Color32::from_gray(225)
            } else {
                Color32::WHITE
            };
            let image = egui::Image::new((texture.id(), size))
                .fit_to_exact_size(size)
                .tint(tint)
                .alt_text(format!("Page {} of the preview", preview.page + 1));
            let response = ui.add(image);
            let page = egui::Rect::from_center_size(response.rect.center(), size);
            let line = Stroke::new(1.0, palette.hairline);
            ui.painter()
                .rect_stroke(page, 0.0, line, StrokeKind::Outside);
        },
    );
}

/// The page and the ways to those around it, in the middle of so much width.
fn turner_ui(ui: &mut Ui, palette: &Palette, preview: &mut PrintPreview, width: f32) {
    let id = ui.scope_id().with("turner");
    let known = ui.data(|data| data.get_temp::<f32>(id));
    ui.allocate_ui(vec2(width, 32.0), |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(((width - known.unwrap_or(AT_FIRST)) / 2.0).max(0.0));
            let begun = ui.cursor().left();
            let earlier = preview.page > 0;
            if buttons::icon_enabled_ui(ui, icons::PREVIOUS, "Previous page", earlier).clicked() {
                preview.page -= 1;
            }
            let said = match preview.pages {
                0 => "Laying out…".to_owned(),
                pages => format!("Page {} of {pages}", preview.page + 1),
            };
            ui.label(text(said, 12.0, Weight::Medium).color(palette.text_soft));
            let later = preview.page + 1 < preview.pages;
            if buttons::icon_enabled_ui(ui, icons::NEXT, "Next page", later).clicked() {
                preview.page += 1;
            }
            let taken = ui.min_rect().right() - begun;
            if known.is_none_or(|known| (known - taken).abs() > 0.5) {
                ui.data_mut(|data| data.insert_temp(id, taken));
                ui.ctx().request_repaint();
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_on_below_its_words() {
        assert_eq!(
            lead_of("– all day · Easy run"),
            ("– ", "all day · Easy run")
        );
        assert_eq!(lead_of("    45 min, RPE 3"), ("    ", "45 min, RPE 3"));
        assert_eq!(lead_of("-5 °C"), ("", "-5 °C"));
        assert_eq!(lead_of(""), ("", ""));
    }
}
