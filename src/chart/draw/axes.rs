//! The axes around a chart over time.

use super::plane::{Plane, SMALL_TEXT};
use super::viewport::Viewport;
use crate::chart::color::{Hue, Tone};
use crate::chart::picture::{Across, Area, Down, Heft, Picture, Position, Shape, Text};
use crate::chart::scale::Scale;
use crate::chart::scene::TimeBody;
use crate::chart::table::ValueFormat;
use crate::chart::time::{self, LabelPlace, Window, day_of};
use crate::chart::words;

/// Left of the chart, for the figures of the value axis.
const GUTTER: f32 = 34.0;
/// The same where the figures are times of day.
const CLOCK_GUTTER: f32 = 46.0;
/// Above the chart, for "today", marks and the unit.
const HEAD: f32 = 16.0;
/// Under the chart, for the time labels.
const FOOT: f32 = 18.0;
/// Room a month or year takes after its tick, in points.
const ROOM_AFTER: f32 = 24.0;
/// Between the figures of the value axis and the chart.
const FIGURE_GAP: f32 = 7.0;
/// The smallest chart worth drawing.
const LEAST: [f32; 2] = [60.0, 30.0];

/// The chart itself among its axes.
pub(super) fn frame(size: [f32; 2], format: ValueFormat) -> Area {
    let gutter = if format == ValueFormat::Clock {
        CLOCK_GUTTER
    } else {
        GUTTER
    };
    let min = [gutter, HEAD];
    let max = [
        (size[0] - 2.0).max(min[0] + LEAST[0]),
        (size[1] - FOOT).max(min[1] + LEAST[1]),
    ];
    Area { min, max }
}

/// The chart moved right as far as the figures of its value axis need, and their unit where a mark stands beside it:
/// without one a long unit reaches over the chart, which begins where those beside it do.
pub(super) fn beside_figures(
    frame: Area,
    body: &TimeBody,
    scale: Scale,
    viewport: &Viewport<'_>,
) -> Area {
    let width = |words: &str| words::width(words, SMALL_TEXT, Heft::Regular);
    let figures = scale.ticks().map(|value| width(&body.format.figure(value)));
    let unit = width(&body.unit);
    let Window { start, .. } = viewport.window;
    let per_day = frame.width() / viewport.window.days() as f32;
    let is_beside = |day: f64| {
        viewport.window.holds(day)
            && frame.min[0] + (day - start) as f32 * per_day < unit + MARK + FIGURE_GAP
    };
    let mut marks = viewport.marks.iter().map(|mark| mark.day);
    let today = day_of(viewport.today) + 0.5;
    let unit = if marks.any(is_beside) || is_beside(today) {
        unit
    } else {
        0.0
    };
    let widest = figures.fold(unit, f32::max) + FIGURE_GAP + 1.0;
    let left = widest.max(frame.min[0]).min(frame.max[0] - LEAST[0]);
    Area {
        min: [left.max(frame.min[0]), frame.min[1]],
        ..frame
    }
}

/// A line of small text on an axis.
pub(super) fn label(at: Position, across: Across, down: Down, hue: Hue, text: String) -> Shape {
    Shape::Text(Text {
        at,
        across,
        down,
        size: SMALL_TEXT,
        heft: Heft::Regular,
        tone: Tone::of(hue),
        text,
    })
}

/// Lines and figures of the value axis.
pub(super) fn values(plane: &Plane, body: &TimeBody, scale: Scale, shapes: &mut Vec<Shape>) {
    let frame = plane.frame;
    let right = frame.min[0] - FIGURE_GAP;
    // A figure at the very top leaves room for the unit above it.
    let topmost = frame.min[1] + 4.0;
    for value in scale.ticks() {
        let y = plane.y(value).round() + 0.5;
        let base = value == 0.0;
        let tone = if base {
            Tone::of(Hue::Faint).faded()
        } else {
            Tone::of(Hue::Hairline)
        };
        shapes.push(Shape::Line {
            points: vec![[frame.min[0], y], [frame.max[0], y]],
            width: 1.0,
            tone,
            dashed: false,
        });
        let figure = body.format.figure(value);
        shapes.push(label(
            [right, y.max(topmost)],
            Across::End,
            Down::Middle,
            Hue::Faint,
            figure,
        ));
    }
    // The unit stands above the highest figure, also where that is at the very top.
    let highest = scale.ticks().last().map_or(f32::INFINITY, |it| plane.y(it));
    let highest = highest.max(topmost);
    // A long one begins at the edge of the picture instead of beyond it.
    let wide = words::width(&body.unit, SMALL_TEXT, Heft::Regular);
    let (x, across) = if wide > right {
        (0.0, Across::Start)
    } else {
        (right, Across::End)
    };
    let at = [x, (frame.min[1] - 3.0).min(highest - 8.0)];
    shapes.push(label(
        at,
        across,
        Down::Bottom,
        Hue::Faint,
        body.unit.clone(),
    ));
}

/// Labels of the time axis; the shown week in the accent.
pub(super) fn times(plane: &Plane, viewport: &Viewport<'_>, shapes: &mut Vec<Shape>) {
    let frame = plane.frame;
    let in_middle = day_of(viewport.shown) + 3.5;
    let top = frame.max[1] + 5.0;
    for mark in time::labels(viewport.window, frame.width(), viewport.shown) {
        let x = plane.x(mark.day);
        if mark.place == LabelPlace::Centred {
            let hue = if mark.day == in_middle {
                Hue::Accent
            } else {
                Hue::Faint
            };
            shapes.push(label([x, top], Across::Middle, Down::Top, hue, mark.text));
        } else if x + ROOM_AFTER < frame.max[0] {
            let x = x.round() + 0.5;
            shapes.push(Shape::Line {
                points: vec![[x, frame.max[1]], [x, frame.max[1] + 5.0]],
                width: 1.0,
                tone: Tone::of(Hue::Hairline),
                dashed: false,
            });
            let at = [x + 2.0, top];
            shapes.push(label(at, Across::Start, Down::Top, Hue::Faint, mark.text));
        }
    }
}

/// The pieces of an upright line over a picture at `x`, between two heights, that run through no label of it.
pub fn clear_of_words(picture: &Picture, x: f32, down: [f32; 2]) -> Vec<[f32; 2]> {
    let texts = picture.inside.iter().filter_map(|shape| match shape {
        Shape::Text(text) if text.across == Across::Start && text.down == Down::Top => Some(text),
        _ => None,
    });
    let written = texts.map(|text| beside_line(written_area(text)));
    gaps(&written.collect::<Vec<_>>(), x, down)
}

/// What is written and the room beside it in which no line may run.
pub(super) fn beside_line(written: Area) -> Area {
    let ([left, top], [right, bottom]) = (written.min, written.max);
    Area {
        min: [left - BESIDE_WORDS, top],
        max: [right + BESIDE_WORDS, bottom],
    }
}

/// What a text takes that begins at its place, from the top.
pub(super) fn written_area(text: &Text) -> Area {
    let [x, y] = text.at;
    let width = words::width(&text.text, text.size, text.heft);
    Area {
        min: [x, y],
        max: [x + width, y + text.size * 1.25],
    }
}

/// The pieces of an upright line that run through none of the areas.
fn gaps(areas: &[Area], x: f32, [from, to]: [f32; 2]) -> Vec<[f32; 2]> {
    let mut crossed: Vec<&Area> = areas
        .iter()
        .filter(|area| area.min[0] < x && x < area.max[0])
        .collect();
    crossed.sort_by(|one, other| one.min[1].total_cmp(&other.min[1]));
    let mut pieces = Vec::new();
    let mut top = from;
    for area in crossed {
        pieces.push([top, area.min[1].min(to)]);
        top = top.max(area.max[1]);
    }
    pieces.push([top, to]);
    pieces.retain(|[top, bottom]| bottom - top > 1.0);
    pieces
}

/// What stays free between a line and words beside it, in points.
const BESIDE_WORDS: f32 = 4.0;

/// What "today" takes beside its line, and a mark to either side of its middle, in points.
const WORD: f32 = 32.0;
const MARK: f32 = 8.0;

/// Today as a dashed line with its word, which keeps off the marks above the chart; the line is left out where it would
/// run through the areas.
pub(super) fn today(
    plane: &Plane,
    viewport: &Viewport<'_>,
    taken: &[f32],
    hiding: &[Area],
    shapes: &mut Vec<Shape>,
) {
    let day = day_of(viewport.today) + 0.5;
    if !viewport.window.holds(day) {
        return;
    }
    let frame = plane.frame;
    let x = plane.x(day).round() + 0.5;
    for [top, bottom] in gaps(hiding, x, [frame.min[1], frame.max[1]]) {
        shapes.push(Shape::Line {
            points: vec![[x, top], [x, bottom]],
            width: 1.0,
            tone: Tone::of(Hue::Accent),
            dashed: true,
        });
    }
    name_today(frame, x, taken, shapes);
}

/// The word beside the line of today at `x`, where there is room for it.
fn name_today(frame: Area, x: f32, taken: &[f32], shapes: &mut Vec<Shape>) {
    let free = |from: f32, to: f32| {
        !taken
            .iter()
            .any(|mark| (from - 6.0..to + 6.0).contains(mark))
    };
    let y = frame.min[1] - 3.0;
    let mut word = |at: f32, across: Across| {
        let word = label([at, y], across, Down::Bottom, Hue::Accent, "today".into());
        shapes.push(word);
    };
    if x + WORD < frame.max[0] && free(x, x + WORD) {
        word(x - 2.0, Across::Start);
        return;
    }
    if x - WORD > frame.min[0] && free(x - WORD, x) {
        word(x + 2.0, Across::End);
        return;
    }
    // A mark stands on the line itself, or one to either side: the word stands behind it, or before it.
    for reach in [2.0 * MARK, WORD + MARK] {
        let near = || {
            let marks = taken.iter().copied();
            marks.filter(|mark| (mark - x).abs() < reach)
        };
        let (first, last) = (near().reduce(f32::min), near().reduce(f32::max));
        let behind = last.map(|mark| mark + MARK);
        let before = first.map(|mark| mark - MARK);
        if let Some(at) = behind.filter(|at| at + WORD < frame.max[0] && free(at + 6.0, at + WORD))
        {
            word(at, Across::Start);
            return;
        }
        if let Some(at) = before.filter(|at| at - WORD > frame.min[0] && free(at - WORD, at - 6.0))
        {
            word(at, Across::End);
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A note of the day took the word off every chart.
    #[test]
    fn today_is_named_also_where_a_mark_stands_on_its_line() {
        let frame = Area {
            min: [40.0, 20.0],
            max: [400.0, 120.0],
        };
        let named = |taken: &[f32]| -> Vec<f32> {
            let mut shapes = Vec::new();
            name_today(frame, 200.5, taken, &mut shapes);
            let words = shapes.iter().filter_map(|shape| match shape {
                Shape::Text(word) => Some(word.at[0]),
                _ => None,
            });
            words.collect()
        };
        assert_eq!(named(&[]), [198.5]);
        assert_eq!(named(&[220.0]), [202.5], "to the left of its line");
        assert_eq!(named(&[200.0]), [208.0], "behind the mark");
        assert_eq!(named(&[200.0, 230.0]), [192.0], "before it");
        assert_eq!(named(&[180.0, 222.0]), [230.0], "behind the next one");
    }

    /// It ran through the figure of the week that is shown.
    #[test]
    fn the_line_of_today_runs_through_no_label() {
        let label = |left: f32, top: f32| Area {
            min: [left, top],
            max: [left + 50.0, top + 12.0],
        };
        let written = [label(80.0, 60.0), label(90.0, 20.0), label(200.0, 40.0)];
        assert_eq!(
            gaps(&written, 100.0, [10.0, 90.0]),
            [[10.0, 20.0], [32.0, 60.0], [72.0, 90.0]]
        );
        assert_eq!(gaps(&[], 100.0, [10.0, 90.0]), [[10.0, 90.0]]);
    }
}
