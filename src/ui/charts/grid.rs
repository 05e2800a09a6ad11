//! Where the charts stand: as many beside each other as there is room for, in rows that scroll.

use egui::{Rect, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::cache::Pace;
use super::context::{ChartsView, DrawContext, Outcome};
use super::state::ChartsState;
use super::{cell, moving};
use crate::chart::{Placed, Size};

/// A chart narrower than this would squeeze its labels.
const LEAST_WIDTH: f32 = 204.0;
/// The same in the whole window, where there is room to breathe.
const LEAST_WIDTH_FILLING: f32 = 360.0;
/// A chart lower than this has flat curves and few of its rows: of its height title, answer and axes take 75 points.
const LEAST_HEIGHT: f32 = 172.0;
/// The same in the whole window.
const LEAST_HEIGHT_FILLING: f32 = 220.0;
/// Between two charts, with a hairline in the middle.
const GAP: f32 = 20.0;
/// Between two rows, with a hairline in the middle.
const ROW_GAP: f32 = 16.0;
/// What shows of the next row in the whole window when the rows have to scroll: its title, its answer and the beginning
/// of its chart, so that it is seen to go on.
const PEEK: f32 = 64.0;
/// The most columns that make sense.
const MOST_COLUMNS: usize = 4;

/// Draws the chosen charts.
pub(super) fn grid_ui(
    ui: &mut Ui,
    context: &DrawContext<'_>,
    state: &mut ChartsState,
    outcome: &mut Outcome,
) {
    let filling = context.view.filling;
    let (least_width, least_height) = if filling {
        (LEAST_WIDTH_FILLING, LEAST_HEIGHT_FILLING)
    } else {
        (LEAST_WIDTH, LEAST_HEIGHT)
    };
    let space = ui.available_size();
    let fits = ((space.x + GAP) / (least_width + GAP)) as usize;
    let charts = state.choice.charts.clone();
    let columns = columns(&charts, fits);
    let rows = rows(&charts, columns);
    let count = rows.len().max(1);
    let even = (space.y - ROW_GAP * (count - 1) as f32) / count as f32;
    let scrolls = even < least_height;
    let height = if scrolls {
        scrolling_height(space.y, least_height, filling)
    } else {
        even
    };
    // A bar stands beside rows that scroll.
    let width = if scrolls { space.x - 12.0 } else { space.x };
    let column = (width - GAP * (columns - 1) as f32) / columns as f32;
    let bars = column - 36.0;
    // A projection redraws all charts at once, to compare them.
    let pace = match context.view.projected {
        Some(_) => Pace::AtOnce,
        None => Pace::OneByOne,
    };
    state.cache.refresh(
        &context.view,
        context.window,
        bars,
        &state.choice,
        pace,
        context.answers,
    );
    if let Some(charted) = context.view.projected {
        let view = ChartsView {
            figures: &charted.figures,
            revision: charted.revision,
            ..context.view
        };
        state.would_be.refresh(
            &view,
            context.window,
            bars,
            &state.choice,
            Pace::AtOnce,
            context.answers,
        );
    }

    let mut draw = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, row) in rows.iter().enumerate() {
            if place > 0 {
                let (gap, _) = ui.allocate_exact_size(vec2(width, ROW_GAP), Sense::hover());
                let line = Stroke::new(1.0, context.view.palette.hairline);
                let y = gap.center().y.round() + 0.5;
                ui.painter().hline(gap.x_range(), y, line);
            }
            let (rect, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
            row_ui(ui, rect, column, columns, row, context, state, outcome);
        }
    };
    if scrolls {
        // The rows end with whole words: the days below a chart, or the titles of the next row. Faded they could not be read.
        ui.spacing_mut().scroll.fade.strength = 0.0;
        ScrollArea::vertical()
            .id_salt("charts")
            .auto_shrink(false)
            .show(ui, draw);
    } else {
        draw(ui);
    }
    if state.cache.is_behind() {
        ui.ctx().request_repaint();
    }
}

/// The height of rows that have to scroll: as many whole ones as there is room for. Below the calendar they take all of it,
/// and the bar beside them says that there are more; in the whole window the next one is seen to begin.
fn scrolling_height(room: f32, least: f32, filling: bool) -> f32 {
    let whole = |room: f32| {
        let rows = ((room + ROW_GAP) / (least + ROW_GAP)).floor().max(1.0);
        (room + ROW_GAP) / rows - ROW_GAP
    };
    let peeking = whole(room - PEEK - ROW_GAP);
    if filling && peeking >= least {
        peeking
    } else {
        whole(room)
    }
}

/// How many columns there are where so many fit: as few as the number of rows allows, so that the last row is as full
/// as the others.
fn columns(charts: &[Placed], fits: usize) -> usize {
    let most = fits.clamp(1, MOST_COLUMNS);
    let spans = span_sum(charts).max(1);
    let even = spans.div_ceil(spans.div_ceil(most));
    let least = charts.iter().copied().map(span).max().unwrap_or(1);
    even.max(least).min(most)
}

fn span(placed: Placed) -> usize {
    match placed.size {
        Size::Small => 1,
        Size::Wide => 2,
    }
}

fn span_sum(charts: &[Placed]) -> usize {
    charts.iter().copied().map(span).sum()
}

/// The charts row by row, in reading order; a row that is not full lets its last chart grow.
fn rows(charts: &[Placed], columns: usize) -> Vec<Vec<Placed>> {
    let mut rows: Vec<Vec<Placed>> = Vec::new();
    for placed in charts {
        let fits = rows
            .last()
            .is_some_and(|row| span_sum(row) + span(*placed).min(columns) <= columns);
        match rows.last_mut().filter(|_| fits) {
            Some(row) => row.push(*placed),
            None => rows.push(vec![*placed]),
        }
    }
    rows
}

#[allow(clippy::too_many_arguments)] // One call, and all of it is geometry.
fn row_ui(
    ui: &mut Ui,
    rect: Rect,
    column: f32,
    columns: usize,
    row: &[Placed],
    context: &DrawContext<'_>,
    state: &mut ChartsState,
    outcome: &mut Outcome,
) {
    let mut left = rect.left();
    let mut free = columns;
    for (place, placed) in row.iter().enumerate() {
        let last = place + 1 == row.len();
        let span = if last { free } else { span(*placed).min(free) };
        free -= span;
        let width = column * span as f32 + GAP * (span.saturating_sub(1)) as f32;
        let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        if place > 0 {
            let line = Stroke::new(1.0, context.view.palette.hairline);
            let x = (left - GAP / 2.0).round() + 0.5;
            ui.painter().vline(x, rect.y_range(), line);
        }
        left += width + GAP;
        if ui.is_rect_visible(cell) {
            let builder = UiBuilder::new().max_rect(cell).id_salt(placed.chart.word());
            let mut cell_ui = ui.new_child(builder);
            cell_ui.shrink_clip_rect(cell.expand(4.0));
            cell::cell_ui(&mut cell_ui, *placed, context, state, outcome);
            let palette = context.view.palette;
            moving::target_ui(
                &cell_ui,
                cell,
                placed.chart,
                palette,
                &state.choice,
                outcome,
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::Chart;

    fn placed(chart: Chart, size: Size) -> Placed {
        Placed { chart, size }
    }

    #[test]
    fn the_last_row_is_as_full_as_the_others() {
        let six = [placed(Chart::LOAD, Size::Small); 6];
        assert_eq!(columns(&six, 9), 3, "two rows of three");
        assert_eq!(columns(&six, 2), 2);
        assert_eq!(columns(&six[..4], 9), 4);
        assert_eq!(columns(&six[..5], 9), 3);
        assert_eq!(columns(&six[..1], 9), 1);
        assert_eq!(columns(&[placed(Chart::LOAD, Size::Wide)], 1), 1);
        assert_eq!(columns(&[], 4), 1);
    }

    #[test]
    fn rows_that_scroll_are_whole_or_seen_to_go_on() {
        for room in [70.0_f32, 100.0, 150.0, 236.0, 300.0, 420.0] {
            let height = scrolling_height(room, LEAST_HEIGHT, false);
            let rows = (room + ROW_GAP) / (height + ROW_GAP);
            assert!((rows - rows.round()).abs() < 0.001, "{room}: {rows} rows");
            assert!(height >= LEAST_HEIGHT.min(room), "{room}: {height}");
        }
        for room in [330.0_f32, 420.0, 560.0, 800.0] {
            let height = scrolling_height(room, LEAST_HEIGHT_FILLING, true);
            let next = room % (height + ROW_GAP);
            assert!((next - PEEK).abs() < 0.01, "{room}: {next} of the next row");
        }
        let low = scrolling_height(250.0, LEAST_HEIGHT_FILLING, true);
        assert!(
            (low - 250.0).abs() < 0.01,
            "a low window shows one whole row"
        );
    }

    #[test]
    fn wide_charts_take_two_columns_and_never_more_than_there_are() {
        let charts = [
            placed(Chart::LOAD, Size::Small),
            placed(Chart::FORM, Size::Wide),
            placed(Chart::ONE_RM, Size::Wide),
            placed(Chart::DISTANCE, Size::Small),
        ];
        let counts = |columns| {
            rows(&charts, columns)
                .iter()
                .map(Vec::len)
                .collect::<Vec<_>>()
        };
        assert_eq!(counts(3), [2, 2]);
        assert_eq!(counts(2), [1, 1, 1, 1]);
        assert_eq!(counts(1), [1, 1, 1, 1]);
    }
}
