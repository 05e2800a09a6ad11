//! The same chart some weeks earlier, under the lines of now.

use super::labels::Trace;
use super::plane::Plane;
use super::visible::{cut, seen_bars, thinned};
use crate::chart::color::{Hue, Shade, Tone};
use crate::chart::picture::{Position, Shape};
use crate::chart::scene::{Bar, Layer, Line, Merge, TimeBody};
use crate::chart::time::Window;

/// The same chart `days` earlier, under it: the tops of bars or the line that matters most in grey, lines that are
/// equals each in its own colour, faded. A rim keeps it apart from the bars that it crosses. Gives its lines, one of which is to bear the name.
pub(super) fn ghost(
    plane: &Plane,
    body: &TimeBody,
    days: f64,
    name: &str,
    shapes: &mut Vec<Shape>,
) -> Vec<Trace> {
    let before = Window {
        start: plane.window.start - days,
        end: plane.window.end - days,
    };
    let mut traces = Vec::new();
    for (points, tone, merge) in ghost_lines(body, before) {
        let moved: Vec<[f64; 2]> = points
            .iter()
            .map(|[day, value]| [day + days, *value])
            .collect();
        let places = thinned(plane, &moved, merge, f64::INFINITY);
        if places.len() < 2 {
            continue;
        }
        let rim = Tone::of(Hue::Surface).with(Shade::Veil);
        for (width, tone) in [(3.75, rim), (1.75, tone)] {
            shapes.push(Shape::Line {
                points: places.clone(),
                width,
                tone,
                dashed: false,
            });
        }
        traces.push(Trace {
            places,
            name: name.to_owned(),
            tone: Tone::of(Hue::Soft),
        });
    }
    traces
}

/// Where a chart differs from how it was `before`: the old tops of bars that have another now, and lines from where
/// they part. Nothing where nothing changes. Gives what may bear the name.
pub(super) fn before(
    plane: &Plane,
    before: &TimeBody,
    now: &TimeBody,
    shapes: &mut Vec<Shape>,
) -> Vec<Trace> {
    let old = match (bars_of(before), bars_of(now)) {
        (Some(old), Some(new)) => old_tops(plane, old, new),
        _ => old_lines(plane, before, now),
    };
    for places in &old {
        // A rim keeps it apart from the bars it crosses.
        let rim = Tone::of(Hue::Surface).with(Shade::Veil);
        for (width, tone) in [(3.75, rim), (1.75, Tone::of(Hue::Soft))] {
            shapes.push(Shape::Line {
                points: places.clone(),
                width,
                tone,
                dashed: false,
            });
        }
    }
    let traces = old.into_iter().map(|places| Trace {
        places,
        name: "before".to_owned(),
        tone: Tone::of(Hue::Soft),
    });
    traces.collect()
}

fn bars_of(body: &TimeBody) -> Option<&[Bar]> {
    body.layers.iter().find_map(|layer| match layer {
        Layer::Bars(bars) => Some(bars.as_slice()),
        _ => None,
    })
}

/// What lies nearer together is not seen to be two, in points.
const APART: f32 = 0.5;

fn old_tops(plane: &Plane, old: &[Bar], new: &[Bar]) -> Vec<Vec<Position>> {
    let moved = seen_bars(old, plane.window).iter().filter_map(|bar| {
        let mut new = new.iter().filter(|new| new.from == bar.from);
        let now = new.next().map_or(0.0, Bar::height);
        let y = plane.y(bar.height());
        let differs = bar.height() > 0.0 && (plane.y(now) - y).abs() > APART;
        differs.then(|| vec![[plane.x(bar.from), y], [plane.x(bar.to), y]])
    });
    moved.collect()
}

fn old_lines(plane: &Plane, before: &TimeBody, now: &TimeBody) -> Vec<Vec<Position>> {
    let pairs = ghost_lines(before, plane.window)
        .into_iter()
        .zip(ghost_lines(now, plane.window));
    let parted = pairs.filter_map(|((old, _, merge), (new, ..))| {
        // What moved to another day along the same line changed nothing of it.
        let is_same = |[day, was]: &&[f64; 2]| {
            value_at(&new, *day).is_some_and(|is| (plane.y(*was) - plane.y(is)).abs() <= APART)
        };
        let same = old.iter().take_while(is_same).count();
        let rest = old.get(same.saturating_sub(1)..)?;
        let places = thinned(plane, rest, merge, f64::INFINITY);
        (same < old.len() && places.len() > 1).then_some(places)
    });
    parted.collect()
}

/// The value of a line on a day; before its first and after its last point it is that of the point.
fn value_at(points: &[[f64; 2]], day: f64) -> Option<f64> {
    let next = points.partition_point(|point| point[0] < day);
    let before = next.checked_sub(1).and_then(|place| points.get(place));
    match (before, points.get(next)) {
        (Some([from, was]), Some([to, is])) => {
            Some(was + (is - was) * (day - from) / (to - from).max(f64::MIN_POSITIVE))
        }
        (Some(point), None) | (None, Some(point)) => Some(point[1]),
        (None, None) => None,
    }
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
        return vec![(tops.collect(), Tone::of(Hue::Soft), Merge::Mean)];
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::draw::viewport::Viewport;
    use crate::chart::picture::Area;
    use crate::chart::scene::Extent;
    use crate::chart::table::ValueFormat;

    fn body(layer: Layer) -> TimeBody {
        TimeBody {
            unit: String::new(),
            format: ValueFormat::Number(0),
            extent: Extent::FromZero(1.0),
            layers: vec![layer],
            hits: Vec::new(),
            nothing: String::new(),
        }
    }

    fn bars(heights: [f64; 4]) -> TimeBody {
        let bar = |(week, height): (usize, f64)| Bar {
            from: 7.0 * week as f64,
            to: 7.0 * week as f64 + 7.0,
            parts: vec![(height, Tone::of(Hue::Run))],
        };
        body(Layer::Bars(
            heights.into_iter().enumerate().map(bar).collect(),
        ))
    }

    fn line(values: [f64; 4]) -> TimeBody {
        let points = values.into_iter().enumerate();
        body(Layer::Line(Line {
            points: points
                .map(|(week, value)| [7.0 * week as f64, value])
                .collect(),
            turn: f64::INFINITY,
            tone: Tone::of(Hue::Run),
            width: 2.0,
            label: String::new(),
            merge: Merge::Mean,
        }))
    }

    fn drawn(old: &TimeBody, now: &TimeBody) -> (Vec<Position>, Option<String>) {
        let plane = Plane {
            frame: Area {
                min: [0.0, 0.0],
                max: [280.0, 100.0],
            },
            window: Window {
                start: 0.0,
                end: 28.0,
            },
            values: [0.0, 100.0],
        };
        let mut shapes = Vec::new();
        let traces = before(&plane, old, now, &mut shapes);
        let name = traces.into_iter().next().map(|trace| trace.name);
        let lines = shapes.into_iter().filter_map(|shape| match shape {
            Shape::Line { points, tone, .. } if tone.hue == Hue::Soft => Some(points),
            _ => None,
        });
        let places = lines.flatten().map(|place| place.map(f32::round));
        (places.collect(), name)
    }

    /// The line of the time before ran behind the bars of now: of a lighter time only pieces were to be seen.
    #[test]
    fn what_is_held_against_lies_over_bars_and_under_lines() {
        let heights = [50.0, 40.0, 60.0, 30.0, 80.0, 90.0, 80.0, 90.0];
        let bar = |(week, height): (usize, f64)| Bar {
            from: 7.0 * week as f64,
            to: 7.0 * week as f64 + 7.0,
            parts: vec![(height, Tone::of(Hue::Run))],
        };
        let bars = heights.into_iter().enumerate().map(bar).collect();
        let mut body = line([50.0; 4]);
        if let Some(Layer::Line(line)) = body.layers.first_mut() {
            line.points.push([56.0, 50.0]);
        }
        body.layers.insert(0, Layer::Bars(bars));
        let viewport = Viewport {
            size: [320.0, 150.0],
            window: Window {
                start: 28.0,
                end: 56.0,
            },
            today: chrono::NaiveDate::default(),
            shown: chrono::NaiveDate::default(),
            marks: &[],
            before: None,
            ghost: Some((28.0, "4 weeks before")),
        };
        let shapes = super::super::time::lay_out(&body, &viewport).inside;
        let line = |hue: Hue| {
            let is_line =
                |shape: &Shape| matches!(shape, Shape::Line { tone, .. } if tone.hue == hue);
            shapes.iter().position(is_line).expect("a line")
        };
        let is_bar =
            |shape: &Shape| matches!(shape, Shape::Bar { tone, .. } if tone.hue == Hue::Run);
        let last_bar = shapes.iter().rposition(is_bar).expect("bars");
        assert!(last_bar < line(Hue::Soft) && line(Hue::Soft) < line(Hue::Run));
    }

    /// A line led from top to top of all bars, also where nothing changed.
    #[test]
    fn what_was_before_is_drawn_only_where_it_differs() {
        let heights = [50.0, 40.0, 60.0, 30.0];
        assert_eq!(drawn(&bars(heights), &bars(heights)), (Vec::new(), None));
        let (places, name) = drawn(&bars(heights), &bars([50.0, 40.0, 80.0, 30.0]));
        assert_eq!(places, [[140.0, 40.0], [210.0, 40.0]]);
        assert_eq!(name.as_deref(), Some("before"));

        assert_eq!(drawn(&line(heights), &line(heights)), (Vec::new(), None));
        // A session that is moved to another day of a level line: the chart says "no change" and draws none.
        let mut moved = line([50.0; 4]);
        if let Some(Layer::Line(line)) = moved.layers.first_mut() {
            line.points[2][0] -= 2.0;
        }
        assert_eq!(drawn(&line([50.0; 4]), &moved), (Vec::new(), None));
        let (places, name) = drawn(&line(heights), &line([50.0, 40.0, 80.0, 35.0]));
        assert_eq!(places, [[70.0, 60.0], [140.0, 40.0], [210.0, 70.0]]);
        assert_eq!(name.as_deref(), Some("before"));
    }
}
