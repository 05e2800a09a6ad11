//! The same chart some weeks earlier, behind the one of now.

use super::labels::Trace;
use super::plane::Plane;
use super::visible::{cut, seen_bars, thinned};
use crate::chart::color::{Hue, Tone};
use crate::chart::picture::Shape;
use crate::chart::scene::{Layer, Line, Merge, TimeBody};
use crate::chart::time::Window;

/// The same chart `days` earlier, behind it: the tops of bars or the line that matters most in grey, lines that are
/// equals each in its own colour, faded. Gives the first of its lines, which is to bear the name.
pub(super) fn ghost(
    plane: &Plane,
    body: &TimeBody,
    days: f64,
    name: &str,
    shapes: &mut Vec<Shape>,
) -> Option<Trace> {
    let before = Window {
        start: plane.window.start - days,
        end: plane.window.end - days,
    };
    let mut first = None;
    for (points, tone, merge) in ghost_lines(body, before) {
        let moved: Vec<[f64; 2]> = points
            .iter()
            .map(|[day, value]| [day + days, *value])
            .collect();
        let places = thinned(plane, &moved, merge, f64::INFINITY);
        if places.len() < 2 {
            continue;
        }
        shapes.push(Shape::Line {
            points: places.clone(),
            width: 1.75,
            tone,
            dashed: false,
        });
        first.get_or_insert(Trace {
            places,
            name: name.to_owned(),
            tone: Tone::of(Hue::Soft),
        });
    }
    first
}

/// The tops of the bars in a window; without bars the lines that are equals, or the widest of them.
fn ghost_lines(body: &TimeBody, window: Window) -> Vec<(Vec<[f64; 2]>, Tone, Merge)> {
    let grey = Tone::of(Hue::Grey);
    let bars = body.layers.iter().find_map(|layer| match layer {
        Layer::Bars(bars) => Some(seen_bars(bars, window)),
        _ => None,
    });
    if let Some(bars) = bars {
        let tops = bars.iter().map(|bar| [bar.middle(), bar.height()]);
        return vec![(tops.collect(), grey, Merge::Mean)];
    }
    let lines = body.layers.iter().filter_map(|layer| match layer {
        Layer::Line(line) => Some(line),
        _ => None,
    });
    let lines: Vec<&Line> = lines.collect();
    let widest = lines.iter().map(|line| line.width).fold(0.0, f32::max);
    let equals = lines.len() > 1 && lines.iter().all(|line| line.width >= widest);
    let points = |line: &Line| cut(&line.points, window);
    let chosen = lines.iter().filter(|line| line.width >= widest);
    chosen
        .map(|line| {
            let tone = if equals { line.tone.faded() } else { grey };
            (points(line), tone, line.merge)
        })
        .collect()
}
