//! Weekly bars: several weeks share one when the window is too wide for a bar each.

use std::ops::Range;

use egui::{Color32, CornerRadius, Pos2, Rect, Shape, Stroke, pos2};

use super::canvas::Canvas;
use super::time_axis::{Window, day_of};
use crate::load::series::{Progress, WeekTotals};

/// The narrowest bar that can be told from its neighbour, in points.
const LEAST_WIDTH: f64 = 4.0;

/// One bar: the mean of its weeks.
pub(super) struct Bin<'a> {
    /// Its weeks, at least one.
    pub(super) weeks: &'a [WeekTotals],
    /// What the athlete was used to when it began, in AU.
    pub(super) habit: Option<f64>,
}

impl Bin<'_> {
    /// Where it begins on the time axis.
    pub(super) fn start(&self) -> f64 {
        self.weeks.first().map_or(0.0, |week| day_of(week.monday))
    }

    /// Where its middle stands on the time axis.
    pub(super) fn middle(&self) -> f64 {
        self.start() + 3.5 * self.weeks.len() as f64
    }

    /// The mean of a figure over its weeks.
    pub(super) fn mean(&self, figure: impl Fn(&WeekTotals) -> f64) -> f64 {
        self.weeks.iter().map(figure).sum::<f64>() / self.weeks.len().max(1) as f64
    }

    /// True when a place on the time axis lies in it.
    pub(super) fn holds(&self, day: f64) -> bool {
        (0.0..7.0 * self.weeks.len() as f64).contains(&(day - self.start()))
    }
}

/// The bars in `window` on `width` points, from left to right. Weeks are grouped by their place in
/// the whole span, so that bars stay the same while the window moves.
pub(super) fn bins(
    progress: &Progress,
    window: Window,
    width: f32,
) -> impl Iterator<Item = Bin<'_>> + Clone {
    let per_week = f64::from(width) * 7.0 / window.days();
    let fits = |weeks: &usize| *weeks as f64 * per_week >= LEAST_WIDTH;
    let group = [1, 2, 4, 13, 26].into_iter().find(fits).unwrap_or(52);
    let visible = visible(progress, window);
    let first = visible.start / group;
    let last = visible.end.div_ceil(group);
    let weeks = progress
        .weeks
        .chunks(group)
        .zip(progress.habit.chunks(group));
    weeks.take(last).skip(first).map(|(weeks, habit)| Bin {
        weeks,
        habit: habit.first().copied().flatten(),
    })
}

/// The weeks that overlap the window, by index.
fn visible(progress: &Progress, window: Window) -> Range<usize> {
    let Some(first) = progress.weeks.first() else {
        return 0..0;
    };
    let index = |day: f64| (day - day_of(first.monday)) / 7.0;
    let start = index(window.start).floor().max(0.0) as usize;
    let end = index(window.end).ceil().max(0.0) as usize;
    start.min(progress.weeks.len())..end.min(progress.weeks.len())
}

/// Paints the parts of a bar on top of each other, from the bottom, with the topmost corners round.
pub(super) fn paint_stack(canvas: &Canvas<'_>, bin: &Bin<'_>, parts: &[(f64, Color32)]) {
    let left = canvas.x(bin.start());
    let room = canvas.x(bin.start() + 7.0 * bin.weeks.len() as f64) - left;
    let width = if room > 6.0 {
        (room * 0.8).round()
    } else {
        room * 0.86
    };
    let left = if room > 6.0 {
        (left + (room - width) / 2.0).round()
    } else {
        left
    };
    let top_part = parts.iter().rposition(|(value, _)| *value > 0.0);
    let mut base = 0.0;
    for (place, (value, color)) in parts.iter().enumerate() {
        if *value <= 0.0 {
            continue;
        }
        let (low, high) = (canvas.y(base), canvas.y(base + value));
        base += value;
        let seam = if place > 0 && low - high > 3.0 && room > 6.0 && base > *value {
            1.0
        } else {
            0.0
        };
        let rect = Rect::from_min_max(pos2(left, high), pos2(left + width, low - seam));
        let round = if Some(place) == top_part {
            (width / 4.0).min(3.0) as u8
        } else {
            0
        };
        let corners = CornerRadius {
            nw: round,
            ne: round,
            sw: 0,
            se: 0,
        };
        canvas.painter.rect_filled(rect, corners, *color);
    }
}

/// Paints a line through `points`, solid up to `turn` on screen and dashed from there on, with a
/// rim that keeps it apart from the bars behind it.
pub(super) fn paint_line(canvas: &Canvas<'_>, points: Vec<Pos2>, turn: f32, stroke: Stroke) {
    let rim = canvas.palette().surface.gamma_multiply(0.7);
    canvas.painter.add(Shape::line(
        points.clone(),
        Stroke::new(stroke.width + 2.0, rim),
    ));
    let split = points.partition_point(|point| point.x <= turn);
    let future = points.get(split.saturating_sub(1)..).unwrap_or_default();
    canvas
        .painter
        .extend(Shape::dashed_line(future, stroke, 4.0, 3.0));
    let mut past = points;
    past.truncate(split);
    canvas.painter.add(Shape::line(past, stroke));
}
