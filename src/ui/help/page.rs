//! A chapter on the screen.

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, CornerRadius, FontId, Frame, Margin, Role, Stroke, Ui, WidgetInfo, vec2};

use crate::ui::keymap;
use crate::ui::theme::{Palette, Weight, font, text};

use super::markdown::{Block, Span, plain};
use super::pictures::Pictures;
use super::{chapters, samples, search};

/// Size of the text, in points.
const SIZE: f32 = 13.0;
/// Code of no more letters than this is not parted.
const SHORT_CODE: usize = 18;
/// What an item of a list is set in by, in points.
const INDENT: f32 = 16.0;
/// The head of a table of letters, and the width of its first column, in points.
const LETTERS: &str = "Letter";
const LETTER_WIDTH: f32 = 72.0;

/// Where a click on a link leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// To a chapter.
    Chapter(usize),
    /// To a page of the web.
    Web(String),
}

/// How a page is drawn.
pub(super) struct Page<'a> {
    pub(super) palette: &'a Palette,
    /// How the words begin that were searched: they are told from the rest.
    pub(super) found: &'a [String],
}

/// Draws the blocks and scrolls to the one with the number `goal`; of a table to the row that holds what was found.
pub(super) fn page_ui(
    ui: &mut Ui,
    page: &Page<'_>,
    blocks: &[Block],
    goal: Option<usize>,
    pictures: &mut Pictures,
) -> Option<Wish> {
    let mut wish = None;
    for (place, block) in blocks.iter().enumerate() {
        let top = ui.cursor().top();
        let mut hit = None;
        if let Some(link) = block_ui(ui, page, block, pictures, &mut hit) {
            wish = wish_of(&link);
        }
        if goal == Some(place) {
            let top = hit.unwrap_or(top);
            let line = egui::Rect::from_x_y_ranges(ui.min_rect().x_range(), top..=top + 20.0);
            // What was found stands below a heading that says what it is about.
            let align = if place == 0 || page.found.is_empty() {
                Align::TOP
            } else {
                Align::Center
            };
            ui.scroll_to_rect(line, Some(align));
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

/// Draws a block; gives the link that was clicked, and in `hit` where the first row of a table is that holds what was
/// found.
fn block_ui(
    ui: &mut Ui,
    page: &Page<'_>,
    block: &Block,
    pictures: &mut Pictures,
    hit: &mut Option<f32>,
) -> Option<String> {
    let palette = page.palette;
    match block {
        Block::Heading(level, words) => {
            let (size, above) = match level {
                1 => (20.0, 2.0),
                2 => (15.0, 12.0),
                _ => (SIZE, 8.0),
            };
            ui.add_space(above);
            let mut job = LayoutJob::default();
            let format = TextFormat::simple(font(size, Weight::SemiBold), palette.text);
            append(&mut job, page, words, format);
            ui.add(egui::Label::new(job).wrap());
            ui.add_space(2.0);
            None
        }
        Block::Paragraph(spans) => {
            let link = spans_ui(ui, page, spans);
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
                ui.vertical(|ui| spans_ui(ui, page, spans)).inner
            });
            ui.add_space(2.0);
            link.inner
        }
        Block::Table(head, rows) => table_ui(ui, page, head, rows, hit),
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
fn spans_ui(ui: &mut Ui, page: &Page<'_>, spans: &[Span]) -> Option<String> {
    let palette = page.palette;
    if spans.iter().all(|span| span.link.is_none()) {
        let mut job = LayoutJob::default();
        for span in spans {
            append_span(ui, &mut job, page, span);
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
            append_span(ui, &mut job, page, span);
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

/// Adds a run of text. Short code stands on one line: its ground would have a tail where the line is parted.
fn append_span(ui: &Ui, job: &mut LayoutJob, page: &Page<'_>, span: &Span) {
    let words = with_keys(ui, &span.text);
    let words = if span.code && words.chars().count() <= SHORT_CODE {
        words.replace(' ', "\u{a0}")
    } else {
        words
    };
    append(job, page, &words, format_of(page.palette, span));
}

/// Adds words, with what was found bold on a ground of its own.
fn append(job: &mut LayoutJob, page: &Page<'_>, words: &str, format: TextFormat) {
    append_found(job, page.palette, words, page.found, format);
}

/// The same for words that are on no page.
pub(super) fn append_found(
    job: &mut LayoutJob,
    palette: &Palette,
    words: &str,
    found: &[String],
    format: TextFormat,
) {
    for (piece, is_found) in search::pieces(words, found) {
        let format = if is_found {
            TextFormat {
                background: palette.accent_soft,
                ..TextFormat::simple(font(format.font_id.size, Weight::SemiBold), palette.accent)
            }
        } else {
            format.clone()
        };
        job.append(piece, 0.0, format);
    }
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
            // Where it goes on in the next line, their grounds do not lie over each other.
            expand_bg: 0.5,
            ..TextFormat::simple(FontId::monospace(SIZE - 1.0), palette.text)
        };
    }
    // Names are bold, as the typeface has no italics.
    TextFormat::simple(font(SIZE, weight), palette.text)
}

fn table_ui(
    ui: &mut Ui,
    page: &Page<'_>,
    head: &[Vec<Span>],
    rows: &[Vec<Vec<Span>>],
    hit: &mut Option<f32>,
) -> Option<String> {
    let mut table = Table::new(ui, page, head, rows);
    let strong: Vec<Vec<Span>> = head.iter().map(|cell| bold(cell)).collect();
    table.row_ui(ui, &strong, None);
    for row in rows {
        let top = ui.cursor().top();
        let mark = row.first().map(|mark| plain(mark)).unwrap_or_default();
        table.row_ui(ui, row, samples::sample(&table.kind, &mark));
        let holds = |cell: &Vec<Span>| {
            let pieces = plain(cell);
            let found = search::pieces(&pieces, page.found);
            found.iter().any(|(_, is_found)| *is_found)
        };
        if hit.is_none() && row.iter().any(holds) {
            *hit = Some(top);
        }
    }
    ui.add_space(6.0);
    table.clicked
}

fn bold(cell: &[Span]) -> Vec<Span> {
    let bold = |span: &Span| Span {
        strong: true,
        ..span.clone()
    };
    cell.iter().map(bold).collect()
}

/// What a cell keeps free above it, so that typed words, whose line is lower, stand on the line of the others.
fn above(ui: &Ui, cell: &[Span]) -> f32 {
    if cell.is_empty() || !cell.iter().all(|span| span.code) {
        return 0.0;
    }
    let words = font(SIZE, Weight::Regular);
    let typed = FontId::monospace(SIZE - 1.0);
    ui.fonts_mut(|fonts| fonts.row_height(&words) - fonts.row_height(&typed))
        .max(0.0)
}

/// A table while it is drawn.
struct Table<'a> {
    page: &'a Page<'a>,
    /// What its first column holds.
    kind: String,
    /// What the marks in front of the rows take, in points.
    marks: f32,
    /// The widths of the first column and of each other one, in points.
    widths: [f32; 2],
    width: f32,
    clicked: Option<String>,
}

impl<'a> Table<'a> {
    fn new(ui: &Ui, page: &'a Page<'a>, head: &[Vec<Span>], rows: &[Vec<Vec<Span>>]) -> Self {
        let kind = head.first().map(|cell| plain(cell)).unwrap_or_default();
        let has_mark = |row: &Vec<Vec<Span>>| {
            let mark = row.first().map(|mark| plain(mark)).unwrap_or_default();
            samples::sample(&kind, &mark).is_some()
        };
        let is_letters = kind == LETTERS;
        let marks = if !is_letters && rows.iter().any(has_mark) {
            samples::WIDTH
        } else {
            0.0
        };
        let width = ui.available_width() - 8.0;
        // The first column holds names and is narrow; the others explain.
        let first = if is_letters {
            LETTER_WIDTH
        } else {
            (width * 0.3).min(190.0)
        };
        let others = head.len().saturating_sub(1).max(1) as f32;
        Self {
            page,
            kind,
            marks,
            widths: [first, (width - marks - first) / others],
            width,
            clicked: None,
        }
    }

    fn row_ui(&mut self, ui: &mut Ui, row: &[Vec<Span>], mark: Option<&samples::Sample>) {
        let page = self.page;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            if self.marks > 0.0 {
                let height = if mark.is_some() {
                    samples::HEIGHT
                } else {
                    SIZE
                };
                let size = vec2(self.marks, height);
                let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
                if let Some(mark) = mark {
                    let room = rect.with_max_x(rect.right() - 8.0);
                    mark.paint(ui.painter(), page.palette, room);
                }
            }
            for (place, cell) in row.iter().enumerate() {
                let [first, other] = self.widths;
                // The drawn letter is the letter.
                if let (0, Some(samples::Sample::Badge(letter))) = (place, mark) {
                    let size = vec2(first, samples::HEIGHT);
                    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
                    let room = rect.with_max_x(rect.left() + samples::WIDTH);
                    samples::Sample::Badge(letter).paint(ui.painter(), page.palette, room);
                    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, *letter));
                    continue;
                }
                let wide = if place == 0 { first } else { other };
                ui.allocate_ui(vec2(wide, SIZE), |ui| {
                    ui.set_min_width(wide);
                    // Leave a gap to the next column.
                    ui.vertical(|ui| {
                        ui.set_max_width(wide - 10.0);
                        ui.add_space(above(ui, cell));
                        let clicked = spans_ui(ui, page, cell);
                        self.clicked = clicked.or(self.clicked.take());
                    });
                });
            }
        });
        let line = ui.cursor().top();
        let across = ui.min_rect().left()..=ui.min_rect().left() + self.width;
        let stroke = Stroke::new(1.0, page.palette.hairline);
        ui.painter().hline(across, line, stroke);
        ui.add_space(3.0);
    }
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
