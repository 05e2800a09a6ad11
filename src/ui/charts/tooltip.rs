//! The figures under the pointer.

use egui::{Area, Frame, Label, Order, Pos2, Rect, Response, Ui, Vec2, pos2, vec2};

use super::context::Around;
use super::heading;
use super::paint::color;
use crate::chart::table::Readout;
use crate::ui::theme::{Palette, Weight, font, text};

/// Between the pointer and the figures, in points.
const GAP: f32 = 14.0;
/// What the axes and marks of a chart take below and above it, in points.
const FOOT: f32 = 18.0;
const HEAD: f32 = 16.0;
/// What they take before they were drawn once, in points.
const AT_FIRST: Vec2 = vec2(190.0, 150.0);
/// A chart can still be read while so much of it is hidden, as a share; what is hidden beyond that counts for more.
const READABLE: f32 = 0.4;
const UNREADABLE: f32 = 4.0;
/// What is hidden of a neighbour counts so many times as much as what is hidden of the chart that is pointed at.
const NEIGHBOUR: f32 = 12.0;
/// The title of the chart and what it answers are less than the chart, and more than the little of it that is hidden.
const HEADING: f32 = 0.8;
/// What lies beside the charts is little missed; all of the figures there count for so much.
const ELSEWHERE: f32 = 0.3;
/// Figures that hang over the left or right edge of their chart's place look lost; all of them there would count for so
/// much more.
const ASIDE: f32 = 2.0;
/// Figures need so much width, even where a chart has less, in points.
const LEAST: f32 = 140.0;
/// What their frame takes left and right of them, in points.
const MARGINS: f32 = 14.0;
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

/// Shows the figures at once: never over what is pointed at, and where they hide least of their own chart and of its
/// neighbours.
pub(super) fn tooltip_ui(response: &Response, around: Around, palette: &Palette, tip: &Tip) {
    let ctx = &response.ctx;
    let Some(pointer) = ctx.pointer_latest_pos() else {
        return;
    };
    let window = ctx.content_rect();
    let id = response.id.with("figures");
    let size = ctx.memory(|memory| memory.area_rect(id));
    let size = size.map_or(AT_FIRST, |rect| rect.size());
    let at = place(size, pointer, response.rect, around, window);
    // Of a chart that is half out of sight there is no room above or below the pointer: figures that are no wider than
    // what lies beside it need not go over a neighbour.
    let Around { cell, charts } = around;
    let whole = charts.top() <= cell.top() && cell.bottom() <= charts.bottom() + 1.0;
    let width = if whole {
        cell.width()
    } else {
        (pointer.x - cell.left()).max(cell.right() - pointer.x) - GAP - MARGINS
    };
    let width = width.clamp(LEAST, MOST);
    Area::new(id)
        .order(Order::Tooltip)
        .interactable(false)
        .fixed_pos(at)
        .constrain_to(window)
        .show(ctx, |ui| {
            Frame::popup(&ctx.global_style()).show(ui, |ui| {
                ui.set_max_width(width);
                content_ui(ui, palette, tip);
            });
        });
}

/// Where a tooltip of a size goes: above or below its chart, or around the pointer, wherever it hides least.
fn place(size: Vec2, pointer: Pos2, chart: Rect, around: Around, window: Rect) -> Pos2 {
    let Around { cell, charts } = around;
    // As far to the right or left as its own place goes, and the window.
    let across = |left: f32| {
        let rightmost = cell.right().min(window.right()) - size.x;
        let leftmost = cell.left().max(window.left());
        left.min(rightmost)
            .max(leftmost.min(window.right() - size.x))
    };
    let beside = if pointer.x < chart.center().x {
        [pointer.x + GAP, pointer.x - GAP - size.x]
    } else {
        [pointer.x - GAP - size.x, pointer.x + GAP]
    };
    let down = [pointer.y + GAP, pointer.y - GAP - size.y];
    let heading = cell.with_max_y(cell.top() + heading::HEIGHT);
    let outside = [
        cell.top() - size.y,
        heading.bottom() - size.y,
        chart.top() - HEAD - size.y,
        chart.bottom() + FOOT,
    ];
    let columns = outside.into_iter().chain(down);
    let columns = columns.map(|top| [across(pointer.x - size.x / 2.0), top]);
    let corners = beside
        .into_iter()
        .flat_map(|left| down.map(|top| [left, top]));
    // Beside the pointer, shift it up or down to fit its chart or the window, but never onto the pointer.
    let body = cell.with_min_y(heading.bottom());
    let sides = [body, cell, window].into_iter().flat_map(|around| {
        let top = (pointer.y - size.y / 2.0).min(around.bottom().min(window.bottom()) - size.y);
        let top = top.max(around.top()).max(window.top());
        let fit = |left: f32| left.min(around.right() - size.x).max(around.left());
        beside.map(|left| [fit(left), top])
    });
    let places = columns.chain(corners).chain(sides);
    let places = places.map(|[left, top]| Rect::from_min_size(pos2(left, top), size));
    let cost = |rect: &Rect| {
        let off = rect.area() - rect.intersect(window).area().max(0.0);
        if rect.expand(8.0).contains(pointer) || off > 0.5 {
            return f32::INFINITY;
        }
        let own = share(*rect, body, body);
        let own = own + UNREADABLE * (own - READABLE).max(0.0);
        // Half of what lies between two charts is nobody's.
        let inside = share(*rect, cell.expand(8.0), chart);
        let beside = (share(*rect, charts, chart) - inside).max(0.0);
        let elsewhere = 1.0 - share(*rect, cell.expand(8.0), *rect);
        let heading = share(*rect, heading, heading);
        let within = rect.x_range().intersection(cell.x_range()).span().max(0.0);
        let aside = 1.0 - within / rect.width().max(1.0);
        own + HEADING * heading + NEIGHBOUR * beside + ELSEWHERE * elsewhere + ASIDE * aside
    };
    let best = places.min_by(|one, other| cost(one).total_cmp(&cost(other)));
    best.map_or(pointer + vec2(GAP, GAP), |rect| rect.min)
}

/// What `rect` hides of `of`, as a share of `whole`.
fn share(rect: Rect, of: Rect, whole: Rect) -> f32 {
    let covered = rect.intersect(of);
    if covered.is_positive() {
        covered.area() / whole.area().max(1.0)
    } else {
        0.0
    }
}

fn content_ui(ui: &mut Ui, palette: &Palette, tip: &Tip) {
    ui.spacing_mut().item_spacing = vec2(16.0, 3.0);
    ui.spacing_mut().interact_size.y = 15.0;
    let title = ui.label(text(&tip.title, 12.0, Weight::SemiBold).color(palette.text));
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
    // Under a title that is wider the values still end where it ends.
    let whole = whole.max(title.rect.width()).min(ui.available_width());
    for (row, [name, value]) in figures.into_iter().zip(&widths) {
        let name = name.ceil().min(whole - SWATCH - APART - value);
        row_ui(ui, palette, row, [name, whole - SWATCH - name - value]);
    }
    // Put words below the numbers, since there may be many.
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

#[cfg(test)]
mod tests {
    use super::*;

    const WINDOW: Rect = Rect {
        min: pos2(0.0, 0.0),
        max: pos2(1440.0, 900.0),
    };

    fn rect(left: f32, top: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(left, top), vec2(width, height))
    }

    /// A chart among others, with its title above it and its axes around it.
    fn around(chart: Rect, charts: Rect) -> Around {
        let cell = Rect::from_min_max(
            pos2(chart.left() - 30.0, chart.top() - 60.0),
            chart.max + vec2(6.0, 18.0),
        );
        Around { cell, charts }
    }

    #[test]
    fn figures_of_a_small_chart_stand_off_it_and_off_its_neighbours() {
        let charts = rect(280.0, 684.0, 860.0, 216.0);
        for left in [320.0, 600.0, 880.0] {
            let chart = rect(left, 740.0, 230.0, 95.0);
            let around = around(chart, charts);
            for x in [0.02, 0.3, 0.5, 0.7, 0.98] {
                let pointer = chart.min + vec2(230.0 * x, 50.0);
                let size = vec2(200.0, 170.0);
                let tip = Rect::from_min_size(place(size, pointer, chart, around, WINDOW), size);
                assert!(WINDOW.contains_rect(tip), "{tip:?}");
                assert!(!tip.intersects(chart), "{tip:?} on {chart:?}");
                let own = around.cell.x_range();
                assert!(own.contains(tip.left()) && own.contains(tip.right()));
            }
        }
    }

    /// In the whole window charts stand in rows: what is read of one stays off those above, below and beside it.
    #[test]
    fn figures_of_a_chart_among_others_stay_on_their_own_chart() {
        let charts = rect(14.0, 90.0, 1412.0, 800.0);
        for row in [0.0_f32, 1.0, 2.0] {
            for column in [0.0_f32, 1.0, 2.0] {
                let chart = rect(50.0 + 470.0 * column, 160.0 + 255.0 * row, 410.0, 175.0);
                let around = around(chart, charts);
                for x in [0.02, 0.3, 0.5, 0.62, 0.98] {
                    let pointer = chart.min + vec2(410.0 * x, 175.0 * 0.3);
                    let size = vec2(210.0, 150.0);
                    let at = place(size, pointer, chart, around, WINDOW);
                    assert_off_the_others(Rect::from_min_size(at, size), around);
                }
            }
        }
    }

    /// Two columns in a low window, and the lower row half out of sight: neither side of the pointer has room for what
    /// is read of a chart.
    #[test]
    fn figures_of_a_chart_half_out_of_sight_stay_off_its_neighbour() {
        let window = rect(0.0, 0.0, 787.0, 467.0);
        let charts = rect(14.0, 94.0, 759.0, 373.0);
        for left in [50.0, 430.0] {
            let chart = rect(left, 260.0, 325.0, 230.0);
            let around = around(chart, charts);
            for x in [0.1, 0.41, 0.5, 0.6, 0.9] {
                let pointer = pos2(chart.left() + 325.0 * x, 300.0);
                let size = vec2(210.0, 112.0);
                let at = place(size, pointer, chart, around, window);
                assert_off_the_others(Rect::from_min_size(at, size), around);
            }
        }
    }

    /// What is read left of the pointer hung over the edge of the chart at the edge of the window.
    #[test]
    fn figures_hang_over_no_side_of_their_chart_where_the_other_has_room() {
        let window = rect(0.0, 0.0, 787.0, 467.0);
        let charts = rect(14.0, 94.0, 759.0, 373.0);
        let chart = rect(50.0, 290.0, 325.0, 230.0);
        let around = around(chart, charts);
        let pointer = pos2(chart.left() + 325.0 * 0.41, 360.0);
        let size = vec2(172.0, 96.0);
        let at = place(size, pointer, chart, around, window);
        let cell = around.cell.x_range();
        assert!(
            cell.contains(at.x) && cell.contains(at.x + size.x),
            "{at:?}"
        );
    }

    #[track_caller]
    fn assert_off_the_others(tip: Rect, around: Around) {
        let Around { cell, charts } = around;
        // Between two charts there is nothing to be hidden.
        let beside = tip.intersect(charts).area() - tip.intersect(cell.expand(10.0)).area();
        assert!(beside < 1.0, "{tip:?} of {cell:?} hides {beside}");
    }

    /// Wherever one points, in charts of any size: what is pointed at stays in sight.
    #[test]
    fn figures_never_cover_what_is_pointed_at() {
        let windows = [
            WINDOW,
            rect(0.0, 0.0, 800.0, 500.0),
            rect(0.0, 0.0, 533.0, 333.0),
        ];
        for window in windows {
            for (width, height) in [(0.2, 0.15), (0.3, 0.4), (0.9, 0.8)] {
                let size = vec2(190.0, 150.0);
                let chart = rect(
                    window.width() * 0.06,
                    window.height() * 0.15,
                    window.width() * width,
                    window.height() * height,
                );
                let around = around(chart, window);
                for step in 0_u8..100 {
                    let share = vec2(f32::from(step % 10) / 9.0, f32::from(step / 10) / 9.0);
                    let pointer = chart.min + chart.size() * share;
                    let at = place(size, pointer, chart, around, window);
                    let tip = Rect::from_min_size(at, size);
                    assert!(!tip.contains(pointer), "{pointer:?} under {tip:?}");
                    assert!(
                        window.expand(0.5).contains_rect(tip),
                        "{tip:?} in {window:?}"
                    );
                }
            }
        }
    }
}
