//! Labels over places: what a bar or a point comes to, clear of the bars and signs beside it.

use super::plane::{Plane, SMALL_TEXT, push_veiled};
use super::visible::seen_bars;
use crate::chart::picture::{Across, Area, Down, Shape, Text};
use crate::chart::scene::{Bar, Form, Label, Layer, Point, TimeBody};
use crate::chart::words;

/// Between a place and its label, in points.
const GAP: f32 = 3.0;

/// Half of what a sign over a bar takes, in points.
const SIGN: f32 = 5.0;

/// Draws a label over its place: centred, or else flush with the side of its own bar where it covers no other; where
/// the bars on both sides are higher, above them. Gives what it takes.
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
    let top = (above - GAP - SMALL_TEXT * 1.2).max(frame.min[1] + 1.0);
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
        max: [left + width, top + SMALL_TEXT * 1.2],
    }
}
