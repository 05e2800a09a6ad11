//! Labels over places: what a bar or a point comes to, clear of the bars and signs beside it.

use super::plane::{Plane, SMALL_TEXT, push_veiled};
use super::visible::seen_bars;
use crate::chart::picture::{Across, Area, Down, Position, Shape, Text};
use crate::chart::scene::{Bar, Form, Label, Layer, Line, Point, TimeBody};
use crate::chart::words;

/// Between a place and its label, in points.
const GAP: f32 = 3.0;

/// The same over a point that can be pointed at, whose ring then stands around it.
const RING_GAP: f32 = 9.0;
/// The same over a line that it stands above, on which it seemed to sit.
const LINE_GAP: f32 = 6.0;
/// Between two looks along a line, in points.
const STEP: f32 = 4.0;

/// Half of what a sign over a bar takes, in points.
const SIGN: f32 = 5.0;

/// Draws a label over its place: centred, or else flush with the side of its own bar where it covers no other; where
/// the bars on both sides are higher, above them, and above a line that would run through it. Gives what it takes.
pub(super) fn draw_label(
    plane: &Plane,
    body: &TimeBody,
    label: &Label,
    shapes: &mut Vec<Shape>,
) -> Area {
    let frame = plane.frame;
    let [x, y] = plane.place([label.at, label.value]);
    let width = words::width(&label.text, SMALL_TEXT, label.heft);
    let bars: Vec<&Bar> = body
        .layers
        .iter()
        .filter_map(|layer| match layer {
            Layer::Bars(bars) => Some(seen_bars(bars, plane.window)),
            _ => None,
        })
        .flatten()
        .collect();
    let own = bars
        .iter()
        .find(|bar| (bar.from..bar.to).contains(&label.at));
    let sides = own.map_or([x, x], |bar| [plane.x(bar.from), plane.x(bar.to)]);
    let leftmost = frame.min[0] + GAP;
    let rightmost = (frame.max[0] - width - GAP).max(leftmost);
    let places = [x - width / 2.0, sides[1] - width, sides[0]];
    let places = places.map(|left| left.clamp(leftmost, rightmost));
    let signs: Vec<&Point> = body
        .layers
        .iter()
        .filter_map(|layer| match layer {
            Layer::Points(points) => Some(points),
            _ => None,
        })
        .flatten()
        .filter(|point| matches!(point.form, Form::Triangle | Form::Hexagon))
        .collect();
    // The highest bar or sign under a label that begins there.
    let highest = |left: f32| {
        let under = bars
            .iter()
            .filter(|bar| plane.x(bar.from) < left + width - GAP && plane.x(bar.to) > left + GAP);
        let signs = signs.iter().filter(|sign| {
            let at = plane.x(sign.at);
            at > left - SIGN && at < left + width + SIGN
        });
        let bars = under.map(|bar| plane.y(bar.height()));
        let signs = signs.map(|sign| plane.y(sign.value) - 2.0 * SIGN);
        bars.chain(signs).fold(f32::INFINITY, f32::min)
    };
    let clear = places.into_iter().find(|left| highest(*left) >= y - GAP);
    let left = clear.unwrap_or(places[0]);
    let above = y.min(highest(left));
    let gap = if own.is_some() { GAP } else { RING_GAP };
    let height = SMALL_TEXT * 1.2;
    let topmost = frame.min[1] + 1.0;
    let top = (above - gap - height).max(topmost);
    let crossing = body.layers.iter().filter_map(|layer| match layer {
        Layer::Line(line) => highest_of(plane, line, [left, left + width]),
        _ => None,
    });
    let crossing = crossing.filter(|[high, low]| *high < top + height + LINE_GAP && *low > top);
    let over = crossing.map(|[high, _]| high - LINE_GAP - height);
    let over = over.fold(top, f32::min);
    // Where there is no room above the line either, it stays at its bar.
    let top = if over >= topmost { over } else { top };
    push_veiled(
        Text {
            at: [left, top],
            across: Across::Start,
            down: Down::Top,
            size: SMALL_TEXT,
            heft: label.heft,
            tone: label.tone,
            text: label.text.clone(),
        },
        shapes,
    );
    Area {
        min: [left, top],
        max: [left + width, top + height],
    }
}

/// The highest and the lowest place of a line between two places across; `None` where it has none there.
fn highest_of(plane: &Plane, line: &Line, [from, to]: [f32; 2]) -> Option<[f32; 2]> {
    let places = line.points.iter().map(|point| plane.place(*point));
    let mut span: Option<[f32; 2]> = None;
    let mut add = |y: f32| {
        let [high, low] = span.unwrap_or([y, y]);
        span = Some([high.min(y), low.max(y)]);
    };
    let mut before: Option<Position> = None;
    for here in places {
        if let Some([x, y]) = before.filter(|it| it[0] <= to && here[0] >= from) {
            let steps = ((here[0] - x) / STEP).ceil().max(1.0) as usize;
            for step in 0..=steps {
                let share = step as f32 / steps as f32;
                let at = x + (here[0] - x) * share;
                if (from..=to).contains(&at) {
                    add(y + (here[1] - y) * share);
                }
            }
        }
        before = Some(here);
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::color::{Hue, Tone};
    use crate::chart::picture::Heft;
    use crate::chart::scene::{Extent, Merge};
    use crate::chart::table::ValueFormat;
    use crate::chart::time::Window;

    /// The mean ran into both ends of the figure of the week.
    #[test]
    fn a_label_stands_above_the_line_that_would_run_through_it() {
        let tone = Tone::of(Hue::Text);
        let line = |value: f64| {
            Layer::Line(Line {
                points: vec![[0.0, value], [70.0, value]],
                turn: f64::INFINITY,
                tone,
                width: 1.5,
                label: String::new(),
                merge: Merge::Mean,
            })
        };
        let bar = Bar {
            from: 35.0,
            to: 42.0,
            parts: vec![(50.0, tone)],
        };
        let plane = Plane {
            frame: Area {
                min: [30.0, 10.0],
                max: [310.0, 110.0],
            },
            window: Window {
                start: 0.0,
                end: 70.0,
            },
            values: [0.0, 100.0],
        };
        let label = Label {
            at: 38.5,
            value: 50.0,
            text: "1449 AU".to_owned(),
            heft: Heft::SemiBold,
            tone,
        };
        let area = |value: f64| {
            let body = TimeBody {
                unit: String::new(),
                format: ValueFormat::Number(0),
                extent: Extent::FromZero(100.0),
                layers: vec![Layer::Bars(vec![bar.clone()]), line(value)],
                hits: Vec::new(),
                nothing: String::new(),
            };
            draw_label(&plane, &body, &label, &mut Vec::new())
        };
        for value in [45.0, 52.0, 58.0, 64.0, 80.0] {
            let (area, y) = (area(value), plane.y(value));
            let [top, bottom] = [area.min[1], area.max[1]];
            assert!(
                y <= top || y >= bottom + LINE_GAP - 0.1,
                "{value}: {y} in {top}–{bottom}"
            );
        }
    }
}
