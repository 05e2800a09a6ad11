//! Charts over time: bars, lines, bands and points in a window.

use super::callout::draw_label;
use super::ghost::{before, ghost};
use super::labels::{self, Trace};
use super::plane::Plane;
use super::viewport::Viewport;
use super::visible::{LEAST_STEP, cut, has_anything, seen_bars, thinned, values};
use super::{axes, marks};
use crate::chart::color::{Hue, Shade, Tone};
use crate::chart::picture::{Across, Area, Down, Heft, Picture, Position, Shape, Text};
use crate::chart::scale::Scale;
use crate::chart::scene::{Bar, Extent, Form, Layer, Line, Point, TimeBody};
use crate::chart::table::ValueFormat;
use crate::chart::time::{Window, day_of};
use crate::chart::words;

/// Width of a sign, in points of the screen.
const SIGN: f32 = 10.0;
/// The smallest sign whose form can be told, as a share of its size.
const LEAST_SIGN: f32 = 0.6;

pub(super) fn lay_out(body: &TimeBody, viewport: &Viewport<'_>) -> Picture {
    let frame = axes::frame(viewport.size, body.format);
    let scale = scale(body, viewport, frame.height());
    let frame = axes::beside_figures(frame, body, scale, viewport);
    let plane = Plane {
        frame,
        window: viewport.window,
        values: [scale.low, scale.high],
    };
    let mut around = Vec::new();
    axes::values(&plane, body, scale, &mut around);
    axes::times(&plane, viewport, &mut around);
    let spots = marks::marks(&plane, viewport, &mut around);
    let taken: Vec<f32> = spots.iter().map(|spot| spot.at[0]).collect();

    let mut inside = Vec::new();
    let mut traces = Vec::new();
    let mut written = Vec::new();
    // What is held against lies over the bars, which would hide all of it that is lower, and behind the lines.
    let is_bars = |layer: &Layer| matches!(layer, Layer::Bars(_));
    let behind = body
        .layers
        .iter()
        .rposition(is_bars)
        .map_or(0, |last| last + 1);
    for (place, layer) in body.layers.iter().enumerate() {
        if let (Some((days, name)), true) = (viewport.ghost, place == behind) {
            traces.extend(ghost(&plane, body, days, name, &mut inside));
        }
        if let Layer::Labels(labels) = layer {
            let seen = labels.iter().filter(|it| plane.window.holds(it.at));
            written.extend(seen.map(|label| draw_label(&plane, body, label, &mut inside)));
        } else {
            draw(layer, &plane, &mut inside, &mut traces);
            written.extend(signs(&plane, layer));
        }
    }
    if let Some(old) = viewport.before {
        traces.extend(before(&plane, old, body, &mut inside));
    }
    if let (Some((days, name)), true) = (viewport.ghost, behind >= body.layers.len()) {
        traces.extend(ghost(&plane, body, days, name, &mut inside));
    }
    let bars = body
        .layers
        .iter()
        .flat_map(|layer| bar_areas(&plane, layer));
    let bars: Vec<Area> = bars.collect();
    let dots = body.layers.iter().flat_map(|layer| dots(&plane, layer));
    let drawn: Vec<Area> = bars.iter().copied().chain(dots).collect();
    let today = day_of(viewport.today) + 0.5;
    let today = viewport.window.holds(today).then(|| plane.x(today));
    for name in labels::names(frame, &traces, &written, &drawn, today) {
        written.push(axes::written_area(&name.text));
        name.draw(&mut inside);
    }
    // Behind a bar it would be seen only in the seams between its parts.
    let hiding = written.into_iter().map(axes::beside_line).chain(bars);
    let hiding: Vec<Area> = hiding.collect();
    axes::today(&plane, viewport, &taken, &hiding, &mut around);
    if !has_anything(body, viewport.window) {
        inside.push(Shape::Text(Text {
            at: [
                f32::midpoint(frame.min[0], frame.max[0]),
                f32::midpoint(frame.min[1], frame.max[1]),
            ],
            across: Across::Middle,
            down: Down::Middle,
            size: 11.0,
            heft: Heft::Regular,
            tone: Tone::of(Hue::Faint),
            text: words::cut(&body.nothing, 11.0, Heft::Regular, frame.width()),
        }));
    }
    Picture {
        frame,
        around,
        inside,
        spots,
        rows: None,
        values: plane.values,
    }
}

fn scale(body: &TimeBody, viewport: &Viewport<'_>, height: f32) -> Scale {
    let before = viewport.ghost.map(|(days, _)| Window {
        start: viewport.window.start - days,
        end: viewport.window.end - days,
    });
    let windows = std::iter::once(viewport.window).chain(before);
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in windows.flat_map(|window| values(body, window)) {
        low = low.min(value);
        high = high.max(value);
    }
    let nothing = low > high;
    let scale = match body.extent {
        Extent::FromZero(least) => {
            let levels = body.layers.iter().filter_map(|layer| match layer {
                Layer::Level { range, .. } => Some(range[1]),
                _ => None,
            });
            Scale::from_zero(levels.fold(high.max(0.0), f64::max), least, height)
        }
        Extent::Around(least) if nothing => Scale::from_zero(0.0, least, height),
        Extent::Signed(least) if nothing => Scale::around(0.0, 0.0, least, -least, height),
        Extent::Around(least) => Scale::around(low, high, least, 0.0, height),
        Extent::Signed(least) => Scale::around(low, high, least, f64::NEG_INFINITY, height),
    };
    match body.format {
        ValueFormat::Clock => scale.on_the_clock(height),
        ValueFormat::Number(0) => scale.whole(),
        ValueFormat::Number(_) | ValueFormat::Share | ValueFormat::Change => scale,
    }
}

fn draw(layer: &Layer, plane: &Plane, shapes: &mut Vec<Shape>, traces: &mut Vec<Trace>) {
    match layer {
        Layer::Bars(bars) => {
            for bar in seen_bars(bars, plane.window) {
                stack(plane, bar, shapes);
            }
        }
        Layer::Line(line) => traces.push(draw_line(plane, line, shapes)),
        Layer::Band { points, tone } => {
            let points = cut(points, plane.window)
                .iter()
                .map(|[day, low, high]| [plane.x(*day), plane.y(*high), plane.y(*low)])
                .collect();
            shapes.push(Shape::Band {
                points,
                tone: *tone,
            });
        }
        Layer::Points(points) => {
            let seen: Vec<_> = points
                .iter()
                .filter(|point| plane.window.holds(point.at))
                .collect();
            let room = room_of_points(plane, seen.len());
            let gaps = seen.windows(2).map(|pair| match pair {
                [one, other] => plane.x(other.at) - plane.x(one.at),
                _ => f32::INFINITY,
            });
            let gap = gaps.fold(f32::INFINITY, f32::min);
            for point in seen {
                draw_point(plane, point, [room, gap], shapes);
            }
        }
        Layer::Level { range, text, tone } => {
            traces.push(draw_level(plane, *range, text, *tone, shapes));
        }
        // Drawn later, together with the names of the lines, which have to keep clear of them.
        Layer::Labels(_) => {}
    }
}

/// The parts of a bar on top of each other, with the topmost corners round.
fn stack(plane: &Plane, bar: &Bar, shapes: &mut Vec<Shape>) {
    let (left, right) = (plane.x(bar.from), plane.x(bar.to));
    let room = right - left;
    let wide = room > 6.0;
    let width = if wide {
        (room * 0.8).round()
    } else {
        room * 0.86
    };
    let left = if wide {
        (left + (room - width) / 2.0).round()
    } else {
        left
    };
    let top_part = bar.parts.iter().rposition(|(height, _)| *height > 0.0);
    let mut base = 0.0;
    for (place, (height, tone)) in bar.parts.iter().enumerate() {
        if *height <= 0.0 {
            continue;
        }
        let (low, high) = (plane.y(base), plane.y(base + height));
        let seam = if base > 0.0 && low - high > 3.0 && wide {
            1.0
        } else {
            0.0
        };
        base += height;
        let round = if Some(place) == top_part {
            (width / 4.0).min(3.0)
        } else {
            0.0
        };
        shapes.push(Shape::Bar {
            area: Area {
                min: [left, high],
                max: [left + width, low - seam],
            },
            round,
            tone: *tone,
        });
    }
}

/// A line, solid up to its turn and dashed from there on, with a rim that keeps it apart from what
/// lies behind it. Gives the line as it was drawn.
fn draw_line(plane: &Plane, line: &Line, shapes: &mut Vec<Shape>) -> Trace {
    let places = thinned(
        plane,
        &cut(&line.points, plane.window),
        line.merge,
        line.turn,
    );
    if places.len() > 1 {
        shapes.push(Shape::Line {
            points: places.clone(),
            width: line.width + 2.0,
            tone: Tone::of(Hue::Surface).with(Shade::Veil),
            dashed: false,
        });
    }
    let turn = plane.x(line.turn);
    let split = places.partition_point(|place| place[0] <= turn);
    let future = places.get(split.saturating_sub(1)..).unwrap_or_default();
    if split < places.len() && future.len() > 1 {
        shapes.push(Shape::Line {
            points: future.to_vec(),
            width: line.width,
            tone: line.tone,
            dashed: true,
        });
    }
    let past = places.get(..split).unwrap_or_default();
    if past.len() > 1 {
        shapes.push(Shape::Line {
            points: past.to_vec(),
            width: line.width,
            tone: line.tone,
            dashed: false,
        });
    }
    Trace {
        places,
        name: line.label.clone(),
        tone: line.tone,
    }
}

/// Where the bars of a layer stand.
fn bar_areas(plane: &Plane, layer: &Layer) -> Vec<Area> {
    let Layer::Bars(bars) = layer else {
        return Vec::new();
    };
    let seen = seen_bars(bars, plane.window).iter();
    let seen = seen.filter(|bar| bar.height() > 0.0);
    seen.map(|bar| Area {
        min: [plane.x(bar.from), plane.y(bar.height())],
        max: [plane.x(bar.to), plane.frame.max[1]],
    })
    .collect()
}

/// Where the signs of a layer stand, which no name may cover.
fn signs(plane: &Plane, layer: &Layer) -> Vec<Area> {
    let Layer::Points(points) = layer else {
        return Vec::new();
    };
    let seen = points.iter().filter(|point| {
        matches!(point.form, Form::Triangle | Form::Hexagon) && plane.window.holds(point.at)
    });
    let area = |point: &Point| {
        let [x, y] = plane.place([point.at, point.value]);
        Area {
            min: [x - 5.0, y - 10.0],
            max: [x + 5.0, y],
        }
    };
    seen.map(area).collect()
}

/// What each of so many points has on the mean, in points of the screen.
fn room_of_points(plane: &Plane, count: usize) -> f32 {
    plane.frame.width() / count.max(1) as f32
}

/// False for a point of a line so dense that it is drawn without them.
fn is_drawn(form: Form, room: f32) -> bool {
    !matches!(form, Form::Dot | Form::Hollow) || room >= 2.0 * LEAST_STEP
}

/// Where the points of a layer stand that are figures, which a name had better not cover.
fn dots(plane: &Plane, layer: &Layer) -> Vec<Area> {
    let Layer::Points(points) = layer else {
        return Vec::new();
    };
    let seen = || {
        let points = points.iter();
        points.filter(|point| plane.window.holds(point.at))
    };
    let room = room_of_points(plane, seen().count());
    let seen = seen().filter(|point| {
        !matches!(point.form, Form::Triangle | Form::Hexagon) && is_drawn(point.form, room)
    });
    let area = |point: &Point| {
        let [x, y] = plane.place([point.at, point.value]);
        let radius = if point.form == Form::Ring { 7.0 } else { 3.5 };
        Area {
            min: [x - radius, y - radius],
            max: [x + radius, y + radius],
        }
    };
    seen.map(area).collect()
}

/// Draws a point; `room` is what each of its kind has on the mean, `gap` what lies between the nearest two.
fn draw_point(plane: &Plane, point: &Point, [room, gap]: [f32; 2], shapes: &mut Vec<Shape>) {
    let at @ [x, y] = plane.place([point.at, point.value]);
    let tone = point.tone;
    // Signs of neighbouring weeks shrink before they cover each other.
    let scale = (gap / SIGN).clamp(LEAST_SIGN, 1.0);
    let around = |corners: &[Position]| Shape::Polygon {
        points: corners
            .iter()
            .map(|[dx, dy]| [x + dx * scale, y + dy * scale])
            .collect(),
        tone,
    };
    match point.form {
        form if !is_drawn(form, room) => {}
        Form::Dot => shapes.push(Shape::Dot {
            at,
            radius: if room >= 8.0 { 3.0 } else { 2.0 },
            tone,
        }),
        Form::Hollow => {
            let radius = if room >= 8.0 { 2.5 } else { 1.75 };
            shapes.push(Shape::Dot {
                at,
                radius,
                tone: Tone::of(Hue::Surface),
            });
            shapes.push(Shape::Ring {
                at,
                radius,
                width: 1.25,
                tone,
            });
        }
        Form::Ring => shapes.push(Shape::Ring {
            at,
            radius: 6.5,
            width: 1.75,
            tone,
        }),
        Form::Diamond => {
            shapes.push(around(&[[0.0, -4.5], [4.5, 0.0], [0.0, 4.5], [-4.5, 0.0]]));
        }
        Form::Triangle => shapes.push(around(&[[0.0, -9.0], [4.5, -1.5], [-4.5, -1.5]])),
        Form::Hexagon => shapes.push(around(&[
            [-2.3, -9.5],
            [2.3, -9.5],
            [4.6, -5.5],
            [2.3, -1.5],
            [-2.3, -1.5],
            [-4.6, -5.5],
        ])),
    }
}

/// A level, or what lies between two. Gives its upper edge as a line, to be named where no other line runs over the name.
fn draw_level(
    plane: &Plane,
    range: [f64; 2],
    text: &str,
    tone: Tone,
    shapes: &mut Vec<Shape>,
) -> Trace {
    let frame = plane.frame;
    let (low, high) = (plane.y(range[0]), plane.y(range[1]));
    if low - high > 1.0 {
        shapes.push(Shape::Bar {
            area: Area {
                min: [frame.min[0], high],
                max: [frame.max[0], low],
            },
            round: 0.0,
            tone: tone.with(Shade::Tint),
        });
    } else {
        shapes.push(Shape::Line {
            points: vec![[frame.min[0], high], [frame.max[0], high]],
            width: 1.0,
            tone,
            dashed: true,
        });
    }
    // Of a level above or below what is shown there is nothing that a name could be for.
    let is_seen = (frame.min[1]..=frame.max[1]).contains(&high);
    Trace {
        places: vec![[frame.min[0], high], [frame.max[0], high]],
        name: if is_seen {
            text.to_owned()
        } else {
            String::new()
        },
        tone,
    }
}
