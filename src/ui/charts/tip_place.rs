//! Where the figures under the pointer go: never over what is pointed at, and where they hide least.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::context::Around;
use super::heading;

/// Between the pointer and the figures, in points, and the least of it where there is little room.
const GAP: f32 = 14.0;
pub(super) const LEAST_GAP: f32 = 9.0;
/// Between the figures and the edge of the window, in points.
pub(super) const EDGE: f32 = 4.0;
/// Between them and what they tell of, in points.
const BESIDE: f32 = 4.0;
/// What they tell of is as much missed as all of the chart.
const POINTED: f32 = 1.0;
/// What the axes and marks of a chart take below and above it, in points.
const FOOT: f32 = 18.0;
const HEAD: f32 = 16.0;
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

/// Where a tooltip of a size goes: above or below its chart, or around the pointer, wherever it hides least; and how
/// much is missed there.
pub(super) fn place(
    size: Vec2,
    pointer: Pos2,
    chart: Rect,
    around: Around,
    of: Option<Rect>,
    window: Rect,
) -> (f32, Pos2) {
    let Around { cell, charts } = around;
    let window = window.shrink(EDGE);
    // As far to the right or left as its own place goes, and the window.
    let across = |left: f32| {
        let rightmost = cell.right().min(window.right()) - size.x;
        let leftmost = cell.left().max(window.left());
        left.min(rightmost)
            .max(leftmost.min(window.right() - size.x))
    };
    let on_left = pointer.x >= chart.center().x;
    let both = |[before, behind]: [f32; 2]| {
        let sides = [behind, before - size.x];
        if on_left { [sides[1], sides[0]] } else { sides }
    };
    let near = |gap: f32| both([pointer.x - gap, pointer.x + gap]);
    let off = of.map(|of| both([of.left() - BESIDE, of.right() + BESIDE]));
    let beside = near(GAP).into_iter().chain(near(LEAST_GAP));
    let beside: Vec<f32> = beside.chain(off.into_iter().flatten()).collect();
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
    let corners = beside.iter().flat_map(|left| down.map(|top| [*left, top]));
    // Beside the pointer, shift it up or down to fit its chart or the window, but never onto the pointer.
    let body = cell.with_min_y(heading.bottom());
    let sides = [body, cell, window].into_iter().flat_map(|around| {
        let top = (pointer.y - size.y / 2.0).min(around.bottom().min(window.bottom()) - size.y);
        let top = top.max(around.top()).max(window.top());
        let fit = |left: f32| left.min(around.right() - size.x).max(around.left());
        let fitted: Vec<[f32; 2]> = beside.iter().map(|left| [fit(*left), top]).collect();
        fitted
    });
    let places = columns.chain(corners).chain(sides);
    let places = places.map(|[left, top]| Rect::from_min_size(pos2(left, top), size));
    let cost = |rect: &Rect| {
        let off = rect.area() - rect.intersect(window).area().max(0.0);
        if rect.expand(LEAST_GAP - 1.0).contains(pointer) || off > 0.5 {
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
        let pointed = of.map_or(0.0, |of| share(*rect, of, of));
        own + HEADING * heading
            + NEIGHBOUR * beside
            + ELSEWHERE * elsewhere
            + ASIDE * aside
            + POINTED * pointed
    };
    let places = places.map(|rect| (cost(&rect), rect.min));
    let best = places.min_by(|one, other| one.0.total_cmp(&other.0));
    best.unwrap_or((f32::INFINITY, pointer + vec2(GAP, GAP)))
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

    /// Where figures of a size stand that are read of a chart at the pointer.
    fn tip(size: Vec2, pointer: Pos2, chart: Rect, around: Around, window: Rect) -> Rect {
        let (_, at) = place(size, pointer, chart, around, None, window);
        Rect::from_min_size(at, size)
    }

    /// A low window with two columns of charts, of which one begins at `left` and is half out of sight.
    fn low(left: f32, top: f32) -> (Rect, Rect, Around) {
        let window = rect(0.0, 0.0, 787.0, 467.0);
        let chart = rect(left, top, 325.0, 230.0);
        (window, chart, around(chart, rect(14.0, 94.0, 759.0, 373.0)))
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
                let tip = tip(size, pointer, chart, around, WINDOW);
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
                    assert_off_the_others(tip(size, pointer, chart, around, WINDOW), around);
                }
            }
        }
    }

    /// Two columns in a low window, and the lower row half out of sight: neither side of the pointer has room for what
    /// is read of a chart.
    #[test]
    fn figures_of_a_chart_half_out_of_sight_stay_off_its_neighbour() {
        for left in [50.0, 430.0] {
            let (window, chart, around) = low(left, 260.0);
            for x in [0.1, 0.41, 0.5, 0.6, 0.9] {
                let pointer = pos2(chart.left() + 325.0 * x, 300.0);
                let size = vec2(210.0, 112.0);
                assert_off_the_others(tip(size, pointer, chart, around, window), around);
            }
        }
    }

    /// What is read left of the pointer hung over the edge of the chart at the edge of the window.
    #[test]
    fn figures_hang_over_no_side_of_their_chart_where_the_other_has_room() {
        let (window, chart, around) = low(50.0, 290.0);
        let pointer = pos2(chart.left() + 325.0 * 0.41, 360.0);
        let tip = tip(vec2(172.0, 96.0), pointer, chart, around, window);
        let cell = around.cell.x_range();
        assert!(
            cell.contains(tip.left()) && cell.contains(tip.right()),
            "{tip:?}"
        );
    }

    /// A chart half out of sight in a low window: they ended on its lower edge, and lay on half of the bar.
    #[test]
    fn figures_keep_off_the_bar_they_tell_of_and_off_the_edge_of_the_window() {
        let window = rect(0.0, 0.0, 533.0, 333.0);
        let charts = rect(14.0, 80.0, 505.0, 253.0);
        let chart = rect(50.0, 245.0, 465.0, 190.0);
        let around = around(chart, charts);
        for week in 0_u8..12 {
            let bar = rect(50.0 + 38.0 * f32::from(week), 245.0, 38.0, 190.0);
            let pointer = pos2(bar.center().x, 300.0);
            let size = vec2(150.0, 105.0);
            let (_, at) = place(size, pointer, chart, around, Some(bar), window);
            let tip = Rect::from_min_size(at, size);
            assert!(window.shrink(EDGE - 0.1).contains_rect(tip), "{tip:?}");
            assert!(!tip.shrink(0.1).intersects(bar), "{tip:?} on {bar:?}");
        }
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
                    let (_, at) = place(size, pointer, chart, around, None, window);
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
