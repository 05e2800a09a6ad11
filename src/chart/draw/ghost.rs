//! The same chart some weeks earlier, behind the one of now.

use super::time::{push_veiled, seen, seen_bars, thinned};
use super::{Plane, SMALL_TEXT};
use crate::chart::picture::{Across, Down, Heft, Shape, Text};
use crate::chart::scene::{Layer, Line, TimeBody};
use crate::chart::time::Window;
use crate::chart::tone::{Hue, Tone};

/// The same chart `days` earlier, behind it: the tops of bars or the line that matters most in grey, lines that are
/// equals each in its own colour, faded.
pub(super) fn ghost(
    plane: &Plane,
    body: &TimeBody,
    days: f64,
    name: &str,
    shapes: &mut Vec<Shape>,
) {
    let before = Window {
        start: plane.window.start - days,
        end: plane.window.end - days,
    };
    let mut label = None;
    for (points, tone) in ghost_lines(body, before) {
        let moved: Vec<[f64; 2]> = points
            .iter()
            .map(|[day, value]| [day + days, *value])
            .collect();
        let places = thinned(plane, &moved);
        let first = places.iter().find(|place| place[0] >= plane.frame.min[0]);
        label = label.or(first.copied());
        if places.len() > 1 {
            shapes.push(Shape::Line {
                points: places,
                width: 2.0,
                tone,
                dashed: false,
            });
        }
    }
    let Some([x, y]) = label.filter(|_| !name.is_empty()) else {
        return;
    };
    let text = Text {
        at: [
            x.max(plane.frame.min[0]) + 2.0,
            (y - 14.0).max(plane.frame.min[1]),
        ],
        across: Across::Start,
        down: Down::Top,
        size: SMALL_TEXT,
        heft: Heft::Regular,
        tone: Tone::of(Hue::Soft),
        text: name.to_owned(),
    };
    push_veiled(text, shapes);
}

/// The tops of the bars in a window; without bars the lines that are equals, or the widest of them.
fn ghost_lines(body: &TimeBody, window: Window) -> Vec<(Vec<[f64; 2]>, Tone)> {
    let grey = Tone::of(Hue::Grey);
    let bars = body.layers.iter().find_map(|layer| match layer {
        Layer::Bars(bars) => Some(seen_bars(bars, window)),
        _ => None,
    });
    if let Some(bars) = bars {
        let tops = bars.iter().map(|bar| [bar.middle(), bar.height()]);
        return vec![(tops.collect(), grey)];
    }
    let lines = body.layers.iter().filter_map(|layer| match layer {
        Layer::Line(line) => Some(line),
        _ => None,
    });
    let lines: Vec<&Line> = lines.collect();
    let widest = lines.iter().map(|line| line.width).fold(0.0, f32::max);
    let equals = lines.len() > 1 && lines.iter().all(|line| line.width >= widest);
    let points = |line: &Line| seen(&line.points, window, |point| point[0]).to_vec();
    let chosen = lines.iter().filter(|line| line.width >= widest);
    chosen
        .map(|line| (points(line), if equals { line.tone.faded() } else { grey }))
        .collect()
}
