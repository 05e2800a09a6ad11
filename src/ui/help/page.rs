//! A chapter on the screen.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, CornerRadius, FontId, Frame, Margin, Stroke, Ui, vec2};

use crate::ui::keymap;
use crate::ui::theme::{Palette, Weight, font, text};

use super::chapters;
use super::markdown::{Block, Span};
use super::pictures::Pictures;

/// Size of the text, in points.
const SIZE: f32 = 13.0;
/// What an item of a list is set in by, in points.
const INDENT: f32 = 16.0;

/// Where a click on a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To a chapter.
    Chapter(usize),
    /// To a page of the web.
    Web(String),
}

/// Draws the blocks and scrolls to the one with the number `goal`.
pub(super) fn page_ui(
    ui: &mut Ui,
    palette: &Palette,
    blocks: &[Block],
    goal: Option<usize>,
    pictures: &mut Pictures,
) -> Option<Wish> {
    let mut wish = None;
    for (place, block) in blocks.iter().enumerate() {
        let top = ui.cursor().top();
        if let Some(link) = block_ui(ui, palette, block, pictures) {
            wish = wish_of(&link);
        }
        if goal == Some(place) {
            let line = egui::Rect::from_x_y_ranges(ui.min_rect().x_range(), top..=top + 20.0);
            ui.scroll_to_rect(line, Some(Align::TOP));
        }
    }
    ui.add_space(16.0);
    wish
}

fn wish_of(link: &str) -> Option<Wish> {
    match chapters::place_of(link) {
        Some(place) => Some(Wish::Chapter(place)),
        None if link.starts_with("https://") => Some(Wish::Web(link.to_owned())),
        None => None,
    }
}

/// Draws a block; gives the link that was clicked.
fn block_ui(
    ui: &mut Ui,
    palette: &Palette,
    block: &Block,
    pictures: &mut Pictures,
) -> Option<String> {
    match block {
        Block::Heading(level, words) => {
            let (size, above) = match level {
                1 => (20.0, 2.0),
                2 => (15.0, 12.0),
                _ => (SIZE, 8.0),
            };
            ui.add_space(above);
            ui.label(text(words, size, Weight::SemiBold).color(palette.text));
            ui.add_space(2.0);
            None
        }
        Block::Paragraph(spans) => {
            let link = spans_ui(ui, palette, spans);
            ui.add_space(6.0);
            link
        }
        Block::Item(depth, mark, spans) => {
            let link = ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(INDENT * *depth as f32 + 4.0);
                let mark = text(mark, SIZE, Weight::Regular).color(palette.text_soft);
                ui.allocate_ui(vec2(INDENT, SIZE), |ui| {
                    ui.set_min_width(INDENT);
                    ui.label(mark);
                });
                ui.vertical(|ui| spans_ui(ui, palette, spans)).inner
            });
            ui.add_space(2.0);
            link.inner
        }
        Block::Table(head, rows) => table_ui(ui, palette, head, rows),
        Block::Code(code) => {
            code_ui(ui, palette, code);
            None
        }
        Block::Picture(file, shows) => {
            pictures.picture_ui(ui, palette, file, shows);
            None
        }
    }
}

/// Text that wraps. Without links it is one label, which a screen reader reads as one.
fn spans_ui(ui: &mut Ui, palette: &Palette, spans: &[Span]) -> Option<String> {
    if spans.iter().all(|span| span.link.is_none()) {
        let mut job = LayoutJob::default();
        for span in spans {
            job.append(&with_keys(ui, &span.text), 0.0, format_of(palette, span));
        }
        ui.add(egui::Label::new(job).wrap());
        return None;
    }
    let mut clicked = None;
    // With the height of a button, links would be centred and text at the bottom.
    let height = std::mem::take(&mut ui.spacing_mut().interact_size.y);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for span in spans {
            let mut job = LayoutJob::default();
            job.append(&with_keys(ui, &span.text), 0.0, format_of(palette, span));
            match &span.link {
                Some(link) => {
                    let words = text(&span.text, SIZE, Weight::Medium).color(palette.accent);
                    if ui.link(words).clicked() {
                        clicked = Some(link.clone());
                    }
                }
                None => {
                    ui.label(job);
                }
            }
        }
    });
    ui.spacing_mut().interact_size.y = height;
    clicked
}

/// The words, with the shortcuts as they are set and as this system writes them.
fn with_keys(ui: &Ui, words: &str) -> String {
    let ctx = ui.ctx();
    keymap::of(ctx).in_words(words, |keys| keymap::shown(ctx, keys))
}

fn format_of(palette: &Palette, span: &Span) -> TextFormat {
    let weight = if span.strong || span.emphasis {
        Weight::SemiBold
    } else {
        Weight::Regular
    };
    if span.code {
        return TextFormat {
            background: palette.well,
            ..TextFormat::simple(FontId::monospace(SIZE - 1.0), palette.text)
        };
    }
    // Names are bold, as the typeface has no italics.
    TextFormat::simple(font(SIZE, weight), palette.text)
}

fn table_ui(
    ui: &mut Ui,
    palette: &Palette,
    head: &[Vec<Span>],
    rows: &[Vec<Vec<Span>>],
) -> Option<String> {
    let columns = head.len().max(1);
    let width = ui.available_width() - 8.0;
    // The first column holds names and is narrow; the others explain.
    let first = (width * 0.3).min(190.0);
    let other = (width - first) / (columns.saturating_sub(1).max(1)) as f32;
    let mut clicked = None;
    let mut row_ui = |ui: &mut Ui, row: &[Vec<Span>], strong: bool| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            for (place, cell) in row.iter().enumerate() {
                let wide = if place == 0 { first } else { other };
                ui.allocate_ui(vec2(wide, SIZE), |ui| {
                    ui.set_min_width(wide);
                    let mut cell = cell.clone();
                    for span in &mut cell {
                        span.strong |= strong;
                    }
                    // Leave a gap to the next column.
                    ui.scope(|ui| {
                        ui.set_max_width(wide - 10.0);
                        clicked = spans_ui(ui, palette, &cell).or(clicked.take());
                    });
                });
            }
        });
        let line = ui.cursor().top();
        let across = ui.min_rect().left()..=ui.min_rect().left() + width;
        ui.painter()
            .hline(across, line, Stroke::new(1.0, palette.hairline));
        ui.add_space(3.0);
    };
    row_ui(ui, head, true);
    for row in rows {
        row_ui(ui, row, false);
    }
    ui.add_space(6.0);
    clicked
}

fn code_ui(ui: &mut Ui, palette: &Palette, code: &str) {
    Frame::new()
        .fill(palette.well)
        .corner_radius(CornerRadius::same(6))
        .inner_margin(Margin::symmetric(10, 6))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let code = egui::RichText::new(code)
                .font(FontId::monospace(SIZE - 1.0))
                .color(palette.text);
            ui.add(egui::Label::new(code).wrap());
        });
    ui.add_space(6.0);
}
