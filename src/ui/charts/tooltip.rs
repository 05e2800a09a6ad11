//! The figures under the pointer.

use egui::{Align2, Area, Frame, Label, Order, Response, Ui, vec2};

use super::paint::color;
use crate::chart::table::Readout;
use crate::ui::theme::{Palette, Weight, font, text};

/// Between the pointer and the figures, in points.
const GAP: f32 = 14.0;
/// What a chart's own axes take at its left, in points.
const AXES: f32 = 24.0;
/// What stays between it and the neighbour at its right, in points.
const BESIDE: f32 = 12.0;
/// Figures need so much width, even where a chart has less, in points.
const LEAST: f32 = 140.0;
/// They never need more, in points: words go on in the next line.
const MOST: f32 = 300.0;
/// Size of the figures, what a colour takes before a name, and the least between name and value, in points.
const SIZE: f32 = 11.0;
const SWATCH: f32 = 14.0;
const APART: f32 = 16.0;
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
}

/// Shows the figures beside the pointer at once, on the side where its own chart has more room: what a neighbour shows
/// stays in sight.
pub(super) fn tooltip_ui(response: &Response, palette: &Palette, tip: &Tip) {
    let ctx = &response.ctx;
    let Some(pointer) = ctx.pointer_latest_pos() else {
        return;
    };
    let chart = response.rect;
    let to_the_right = pointer.x < chart.center().x;
    let pivot = if to_the_right {
        Align2::LEFT_TOP
    } else {
        Align2::RIGHT_TOP
    };
    let aside = if to_the_right { GAP } else { -GAP };
    let window = ctx.content_rect();
    let bounds = chart
        .with_min_x(chart.left() - AXES)
        .with_max_x(chart.right() + BESIDE)
        .intersect(window)
        .with_min_y(window.top())
        .with_max_y(window.bottom());
    Area::new(response.id.with("figures"))
        .order(Order::Tooltip)
        .interactable(false)
        .pivot(pivot)
        .fixed_pos(pointer + vec2(aside, GAP))
        .constrain_to(bounds)
        .show(ctx, |ui| {
            Frame::popup(&ctx.global_style()).show(ui, |ui| {
                ui.set_max_width(bounds.width().clamp(LEAST, MOST));
                content_ui(ui, palette, tip);
            });
        });
}

fn content_ui(ui: &mut Ui, palette: &Palette, tip: &Tip) {
    ui.spacing_mut().item_spacing = vec2(16.0, 3.0);
    ui.spacing_mut().interact_size.y = 15.0;
    ui.label(text(&tip.title, 12.0, Weight::SemiBold).color(palette.text));
    let is_figure = |row: &&Readout| row.value.chars().count() <= SHORT;
    let (figures, words): (Vec<&Readout>, Vec<&Readout>) = tip.rows.iter().partition(is_figure);
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
    for (row, [name, value]) in figures.into_iter().zip(&widths) {
        let between = whole - SWATCH - name - value;
        row_ui(ui, palette, row, between);
    }
    // Words, which can be many, stand below the figures and not beside them.
    for row in words {
        let name = text(&row.name, SIZE, Weight::Regular).color(palette.text_soft);
        ui.label(name);
        let words = text(&row.value, 11.0, Weight::Medium).color(palette.text);
        ui.add(Label::new(words).wrap());
    }
    if !tip.hint.is_empty() {
        ui.label(text(tip.hint, 11.0, Weight::Regular).color(palette.text_faint));
    }
}

/// A figure on one line with its unit, its value at the right.
fn row_ui(ui: &mut Ui, palette: &Palette, row: &Readout, between: f32) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (rect, _) = ui.allocate_exact_size(vec2(8.0, 8.0), egui::Sense::hover());
        if let Some(tone) = row.tone {
            ui.painter().rect_filled(rect, 2.0, color(palette, tone));
        }
        ui.add_space(SWATCH - 8.0);
        let name = text(&row.name, SIZE, Weight::Regular).color(palette.text_soft);
        ui.add(Label::new(name).extend());
        ui.add_space(between);
        let value = text(&row.value, SIZE, Weight::Medium).color(palette.text);
        ui.add(Label::new(value).extend());
    });
}
