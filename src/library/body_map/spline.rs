//! Smooth curves through a few knots, flattened to as few points as the eye needs.
//!
//! The curve is a centripetal Catmull–Rom spline (Yuksel, Schaefer and Keyser 2011), which passes
//! through every knot and neither loops nor overshoots between knots of uneven distance. The points
//! it is sampled at are thinned out after Douglas and Peucker (1973).

use super::curve::Point;

/// How far the flattened outline may stray from the curve: a sixth of a pixel at 600 px height.
const TOLERANCE: f32 = 0.065;

/// Samples between two knots, before thinning out.
const STEPS: u8 = 12;

/// A closed curve; its last point joins its first.
pub(super) fn ring(knots: &[Point]) -> Vec<Point> {
    let knots = marked(knots);
    let count = knots.len();
    let around = || knots.iter().copied().cycle();
    let spans = around()
        .skip(count.saturating_sub(1))
        .zip(around())
        .zip(around().skip(1))
        .zip(around().skip(2))
        .take(count);
    let mut samples = Vec::with_capacity(count * usize::from(STEPS) + 1);
    for (((before, from), to), after) in spans {
        samples.extend(span(before, from, to, after));
    }
    samples.extend(samples.first().copied());
    let mut points = Vec::new();
    thin_out(&samples, &mut points);
    points
}

/// The right half of a curve that is its own mirror image about x = 0, from its first knot to its last.
/// Both lie on the axis, which the curve crosses smoothly.
pub(super) fn half(knots: &[Point]) -> Vec<Point> {
    let knots = marked(knots);
    let beyond_first = knots.get(1).map(Knot::mirrored);
    let beyond_last = knots.iter().rev().nth(1).map(Knot::mirrored);
    let padded: Vec<Knot> = beyond_first
        .into_iter()
        .chain(knots.iter().copied())
        .chain(beyond_last)
        .collect();
    let mut samples = Vec::with_capacity(knots.len() * usize::from(STEPS) + 1);
    for window in padded.windows(4) {
        let &[before, from, to, after] = window else {
            continue;
        };
        samples.extend(span(before, from, to, after));
    }
    samples.extend(knots.last().map(|knot| knot.at));
    let mut points = Vec::new();
    thin_out(&samples, &mut points);
    points.extend(samples.last());
    points
}

#[derive(Debug, Clone, Copy)]
struct Knot {
    at: Point,
    corner: bool,
}

impl Knot {
    fn mirrored(&self) -> Self {
        let [x, y] = self.at;
        Self {
            at: [-x, y],
            corner: self.corner,
        }
    }
}

/// Joins repeated knots into corners.
fn marked(knots: &[Point]) -> Vec<Knot> {
    let mut marked: Vec<Knot> = Vec::with_capacity(knots.len());
    for &at in knots {
        match marked.last_mut() {
            Some(last) if last.at == at => last.corner = true,
            _ => marked.push(Knot { at, corner: false }),
        }
    }
    marked
}

/// Samples from `from` up to, but without, `to`.
fn span(before: Knot, from: Knot, to: Knot, after: Knot) -> impl Iterator<Item = Point> {
    // A corner knows nothing of the curve on its other side: that neighbour is the reflected far end.
    let p0 = if from.corner {
        reflected(to.at, from.at)
    } else {
        before.at
    };
    let p3 = if to.corner {
        reflected(from.at, to.at)
    } else {
        after.at
    };
    let t1 = knot_interval(p0, from.at);
    let t2 = t1 + knot_interval(from.at, to.at);
    let t3 = t2 + knot_interval(to.at, p3);
    (0..STEPS).map(move |step| {
        let t = t1 + (t2 - t1) * f32::from(step) / f32::from(STEPS);
        // The pyramid of Barry and Goldman (1988).
        let a1 = between(p0, from.at, t / t1);
        let a2 = between(from.at, to.at, (t - t1) / (t2 - t1));
        let a3 = between(to.at, p3, (t - t2) / (t3 - t2));
        let b1 = between(a1, a2, t / t2);
        let b2 = between(a2, a3, (t - t1) / (t3 - t1));
        between(b1, b2, (t - t1) / (t2 - t1))
    })
}

/// The centripetal parameter grows with the square root of the distance.
fn knot_interval(a: Point, b: Point) -> f32 {
    length(a, b).sqrt().max(1e-4)
}

fn length([ax, ay]: Point, [bx, by]: Point) -> f32 {
    (bx - ax).hypot(by - ay)
}

fn reflected([x, y]: Point, [cx, cy]: Point) -> Point {
    [2.0 * cx - x, 2.0 * cy - y]
}

fn between([ax, ay]: Point, [bx, by]: Point, share: f32) -> Point {
    [ax + (bx - ax) * share, ay + (by - ay) * share]
}

/// Keeps the points that matter, all but the last one.
fn thin_out(points: &[Point], kept: &mut Vec<Point>) {
    let [first, inner @ .., last] = points else {
        return;
    };
    let farthest = inner
        .iter()
        .map(|&point| distance(point, *first, *last))
        .enumerate()
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .filter(|&(_, distance)| distance > TOLERANCE);
    let Some((index, _)) = farthest else {
        kept.push(*first);
        return;
    };
    thin_out(points.get(..=index + 1).unwrap_or_default(), kept);
    thin_out(points.get(index + 1..).unwrap_or_default(), kept);
}

/// From `point` to the nearest place on the line from `a` to `b`.
pub(super) fn distance(point: Point, a: Point, b: Point) -> f32 {
    let ([px, py], [ax, ay], [bx, by]) = (point, a, b);
    let squared = (bx - ax).powi(2) + (by - ay).powi(2);
    if squared <= f32::EPSILON {
        return length(point, a);
    }
    let share = ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / squared;
    length(point, between(a, b, share.clamp(0.0, 1.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ring_passes_near_every_knot() {
        let knots = [[0.0, 0.0], [10.0, 2.0], [12.0, 9.0], [3.0, 14.0]];
        let points = ring(&knots);
        for knot in knots {
            let nearest = points
                .iter()
                .zip(points.iter().cycle().skip(1))
                .map(|(&a, &b)| distance(knot, a, b))
                .fold(f32::MAX, f32::min);
            assert!(nearest <= TOLERANCE, "{knot:?} is {nearest} off");
        }
    }

    #[test]
    fn corners_stay_sharp_and_straight_edges_need_no_points() {
        let square = [[0.0, 0.0], [8.0, 0.0], [8.0, 8.0], [0.0, 8.0]];
        let doubled: Vec<Point> = square.iter().flat_map(|&knot| [knot, knot]).collect();
        assert_eq!(ring(&doubled).len(), 4);
        assert!(ring(&square).len() > 8, "without corners it is rounded");
    }

    #[test]
    fn a_half_starts_and_ends_on_the_axis_and_meets_it_squarely() {
        let points = half(&[[0.0, 0.0], [6.0, 3.0], [0.0, 9.0]]);
        assert_eq!(points.first(), Some(&[0.0, 0.0]));
        assert_eq!(points.last(), Some(&[0.0, 9.0]));
        let [x, y] = points[1];
        assert!(y.abs() < 0.2 * x.abs(), "no cusp on the axis: {x}, {y}");
    }
}
