//! The figures under the pointer.

use egui::text::{LayoutJob, TextFormat};
use egui::{Area, Color32, Frame, Label, Order, Rect, Response, Ui, Vec2, vec2};

use super::context::Around;
use super::heading;
use super::paint::color;
use super::tip_place::{EDGE, LEAST_GAP, place};
use crate::chart::table::Readout;
use crate::ui::theme::{Palette, Weight, font, text};

/// What they take before they were drawn once, in points.
const AT_FIRST: Vec2 = vec2(190.0, 150.0);
/// Figures need so much width, even where a chart has less, in points.
const LEAST: f32 = 140.0;
/// What their frame takes left and right of them, in points.
const MARGINS: f32 = 14.0;
/// They never need more, in points: words go on in the next line.
const MOST: f32 = 300.0;
/// Size of the title.
const TITLE_SIZE: f32 = 12.0;
/// Size of the figures, what a colour takes before a name, and the least between name and value, in points.
const SIZE: f32 = 11.0;
const SWATCH: f32 = 14.0;
const APART: f32 = 16.0;
/// The height of a line, what stands between two, and what stands around them, in points.
const ROW: f32 = 15.0;
const BETWEEN: f32 = 3.0;
const AROUND: f32 = 12.0;
/// How much of the chart may rather be hidden than that a name goes on in the next line, as a share of it.
const GOES_ON: f32 = 0.15;
/// Letters that stand on one line.
const SHORT: usize = 24;

/// What stands beside the pointer.
pub(super) struct Tip {
    /// What it is about.
    pub(super) title: String,
    /// The figures.
    pub(super) rows: Vec<Readout>,
    /// What a click does; nothing where it is empty.
    pub(super) hint: &'static str,
    /// Where what it tells of stands, as far as that is known.
    pub(super) of: Option<Rect>,
}

/// Shows the figures at once: never over what is pointed at, and where they hide least of their own chart and of its
/// neighbours.
pub(super) fn tooltip_ui(response: &Response, around: Around, palette: &Palette, tip: &Tip) {
    let ctx = &response.ctx;
    let Some(pointer) = ctx.pointer_latest_pos() else {
        return;
    };
    let window = ctx.content_rect();
    // Of a chart that is half out of sight there is no room above or below the pointer: figures that are no wider than
    // what lies beside it need not go over a neighbour.
    let Around { cell, charts } = around;
    let whole = charts.top() <= cell.top() && cell.bottom() <= charts.bottom() + 1.0;
    let narrow = if whole {
        cell.width()
    } else {
        (pointer.x - cell.left()).max(cell.right() - pointer.x) - LEAST_GAP - MARGINS
    };
    let narrow = narrow.clamp(LEAST, MOST);
    let widths = needed(response, tip);
    let natural = widths.iter().copied().fold(0.0, f32::max).min(MOST);
    let lines = tip.rows.len() + 1 + usize::from(!tip.hint.is_empty());
    let height = |lines: usize| AROUND + (ROW + BETWEEN) * lines as f32;
    let best = |size: Vec2| place(size, pointer, response.rect, around, tip.of, window);
    let width = if natural <= narrow {
        narrow
    } else {
        let going_on = widths.iter().filter(|width| **width > narrow).count();
        let size = |width: f32, lines: usize| vec2(width + MARGINS, height(lines));
        let (in_one, _) = best(size(natural, lines));
        let (in_more, _) = best(size(narrow, lines + going_on));
        if in_one <= in_more + GOES_ON * going_on as f32 {
            natural
        } else {
            narrow
        }
    };
    // Where the chart is half out of sight the room is for the figures.
    let room = cell.bottom().min(window.bottom() - EDGE) - cell.top() - heading::HEIGHT;
    let hint = if whole || height(lines) <= room {
        tip.hint
    } else {
        ""
    };
    let id = response.id.with("figures");
    let size = ctx.memory(|memory| memory.area_rect(id));
    let size = size.map_or(AT_FIRST, |rect| rect.size());
    let (_, at) = best(size);
    Area::new(id)
        .order(Order::Tooltip)
        .interactable(false)
        .fixed_pos(at)
        .constrain_to(window)
        .show(ctx, |ui| {
            Frame::popup(&ctx.global_style()).show(ui, |ui| {
                ui.set_max_width(width);
                content_ui(ui, palette, tip, hint);
            });
        });
}

/// The widths that the title and each figure need on one line, in points.
fn needed(response: &Response, tip: &Tip) -> Vec<f32> {
    let painter = response.ctx.layer_painter(response.layer_id);
    let width = |words: &str, size: f32, weight| {
        let laid = painter.layout_no_wrap(words.to_owned(), font(size, weight), Color32::BLACK);
        laid.size().x
    };
    let figures = tip.rows.iter().filter(|row| is_figure(row)).map(|row| {
        let value = width(&row.value, SIZE, Weight::Medium);
        SWATCH + width(&row.name, SIZE, Weight::Regular) + APART + value
    });
    let title = width(&tip.title, TITLE_SIZE, Weight::SemiBold);
    figures.chain([title]).map(f32::ceil).collect()
}

/// It stands on the line of its name.
fn is_figure(row: &Readout) -> bool {
    row.value.chars().count() <= SHORT
}

fn content_ui(ui: &mut Ui, palette: &Palette, tip: &Tip, hint: &str) {
    ui.spacing_mut().item_spacing = vec2(APART, BETWEEN);
    ui.spacing_mut().interact_size.y = ROW;
    let title = ui.label(text(&tip.title, TITLE_SIZE, Weight::SemiBold).color(palette.text));
    let (figures, words): (Vec<&Readout>, Vec<&Readout>) =
        tip.rows.iter().partition(|row| is_figure(row));
    let width = |words: &str, weight| {
        let ink = palette.text;
        let laid = ui
            .painter()
            .layout_no_wrap(words.to_owned(), font(SIZE, weight), ink);
        laid.size().x
    };
    let widths = figures.iter().map(|row| {
        let name = width(&row.name, Weight::Regular);
        [name, width(&row.value, Weight::Medium)]
    });
    let widths: Vec<[f32; 2]> = widths.collect();
    let widest = |column: usize| widths.iter().map(|row| row[column]).fold(0.0, f32::max);
    let whole = SWATCH + widest(0) + APART + widest(1);
    // Under a title that is wider the values still end where it ends.
    let whole = whole.max(title.rect.width()).min(ui.available_width());
    for (row, [name, value]) in figures.into_iter().zip(&widths) {
        let name = name.ceil().min(whole - SWATCH - APART - value);
        row_ui(ui, palette, row, [name, whole - SWATCH - name - value]);
    }
    // Put words below the numbers, since there may be many; in the column of the names, which they go on from.
    for row in words {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(SWATCH);
            ui.vertical(|ui| {
                ui.set_width(whole.max(LEAST) - SWATCH);
                ui.add(Label::new(in_words(palette, row)).wrap());
            });
        });
    }
    if !hint.is_empty() {
        ui.label(text(hint, 11.0, Weight::Regular).color(palette.text_faint));
    }
}

/// A name and what goes on from it, in one sentence.
fn in_words(palette: &Palette, row: &Readout) -> LayoutJob {
    let mut job = LayoutJob::default();
    let parts = [
        (format!("{} ", row.name), Weight::Regular, palette.text_soft),
        (row.value.clone(), Weight::Medium, palette.text),
    ];
    for (words, weight, ink) in parts {
        job.append(&words, 0.0, TextFormat::simple(font(SIZE, weight), ink));
    }
    job
}

/// A figure on one line with its unit, its value at the right. Its name, which has so much room, goes on in the next
/// line where that is little.
fn row_ui(ui: &mut Ui, palette: &Palette, row: &Readout, [room, between]: [f32; 2]) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (rect, _) = ui.allocate_exact_size(vec2(8.0, 8.0), egui::Sense::hover());
        if let Some(tone) = row.tone {
            ui.painter().rect_filled(rect, 2.0, color(palette, tone));
        }
        ui.add_space(SWATCH - 8.0);
        let name = text(&row.name, SIZE, Weight::Regular).color(palette.text_soft);
        ui.vertical(|ui| {
            ui.set_width(room);
            ui.add(Label::new(name).wrap());
        });
        ui.add_space(between);
        let value = text(&row.value, SIZE, Weight::Medium).color(palette.text);
        ui.add(Label::new(value).extend());
    });
}
