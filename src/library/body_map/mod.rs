//! The body map's figure: a body from the front and from behind, muscle by muscle.
//!
//! It is drawn here, as plain polygons, so that the screen and the print show the same body. Each
//! picture is given by the right half of its curves; the left half is their mirror image.

mod back;
mod curve;
mod front;
mod outline;
mod spline;
mod triangles;

use std::fmt::Write;
use std::sync::OnceLock;

use crate::domain::Muscle;

use curve::{Mirroring, Point};

/// Width and height of the frame each view is drawn in; x grows to the right, y downwards.
pub const SIZE: [f32; 2] = [100.0, 240.0];

/// x of the line the figure is symmetric about.
const CENTRE: f32 = SIZE[0] / 2.0;

/// From which side the body is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum View {
    /// From the front.
    Front,
    /// From behind.
    Back,
}

impl View {
    /// Both views, from left to right as they stand side by side.
    pub const ALL: [Self; 2] = [Self::Front, Self::Back];
}

/// What a shape stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BodyPart {
    /// The body itself: the whole outline, and the head and knee caps on it.
    Silhouette,
    /// A muscle; most have several shapes.
    Muscle(Muscle),
}

/// A filled polygon of the figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// What it stands for.
    pub part: BodyPart,
    /// The outline, clockwise, in the frame of [`SIZE`]; the last point joins the first.
    pub points: Vec<[f32; 2]>,
    /// For each point, which way is out: moving every point by it moves every edge by one.
    pub normals: Vec<[f32; 2]>,
    /// Indices into `points` of the triangles that fill the outline.
    pub triangles: Vec<[u16; 3]>,
    /// Half the width of a strip as long and as large as the shape: how far its edges may be moved in.
    pub half_width: f32,
}

/// The shapes of a view, in painting order, worked out once.
pub fn shapes(view: View) -> &'static [Shape] {
    static FRONT: OnceLock<Vec<Shape>> = OnceLock::new();
    static BACK: OnceLock<Vec<Shape>> = OnceLock::new();
    match view {
        View::Front => FRONT.get_or_init(|| drawn(view)),
        View::Back => BACK.get_or_init(|| drawn(view)),
    }
}

/// The muscle drawn at `point` of the frame.
pub fn muscle_at(view: View, point: [f32; 2]) -> Option<Muscle> {
    muscles(view)
        .find(|(_, shape)| shape.contains(point))
        .map(|(muscle, _)| muscle)
}

/// The muscle drawn at `point` of the frame, or else the nearest one within `reach`: slender muscles
/// of a small picture are hard to hit, and the gaps between muscles belong to none.
pub fn muscle_near(view: View, point: [f32; 2], reach: f32) -> Option<Muscle> {
    let nearest = || {
        muscles(view)
            .map(|(muscle, shape)| (muscle, shape.distance(point)))
            .filter(|&(_, distance)| distance <= reach)
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(muscle, _)| muscle)
    };
    muscle_at(view, point).or_else(nearest)
}

/// The view as an SVG document in the frame of [`SIZE`]; `fill` gives each part its SVG paint,
/// such as `#7048C6` or `none`.
pub fn svg(view: View, fill: &dyn Fn(BodyPart) -> String) -> String {
    let [width, height] = SIZE;
    let mut svg =
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">"#);
    for shape in shapes(view) {
        let line = match shape.part {
            BodyPart::Silhouette => {
                r##" stroke="#1B2430" stroke-opacity="0.25" stroke-width="0.5""##
            }
            BodyPart::Muscle(_) => "",
        };
        svg.push_str(r#"<path d=""#);
        for (index, [x, y]) in shape.points.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(svg, "{}{x:.2} {y:.2}", if index == 0 { 'M' } else { 'L' });
        }
        let _ = write!(svg, r#"Z" fill="{}"{line}/>"#, fill(shape.part));
    }
    svg.push_str("</svg>");
    svg
}

impl Shape {
    fn new(part: BodyPart, points: Vec<Point>) -> Self {
        let next = || points.iter().cycle().skip(1);
        let perimeter: f32 = points
            .iter()
            .zip(next())
            .map(|([ax, ay], [bx, by])| (bx - ax).hypot(by - ay))
            .sum();
        let half_width = triangles::signed_area(&points).abs() / perimeter.max(f32::EPSILON);
        let normals = normals(&points);
        let triangles = triangles::triangles(&points);
        Self {
            part,
            points,
            normals,
            triangles,
            half_width,
        }
    }

    /// True when `point` lies within the outline.
    pub fn contains(&self, [x, y]: [f32; 2]) -> bool {
        // A ray to the right crosses the outline an odd number of times from within.
        let crossings = self
            .edges()
            .filter(|([ax, ay], [bx, by])| {
                (*ay > y) != (*by > y) && x < ax + (y - ay) / (by - ay) * (bx - ax)
            })
            .count();
        crossings % 2 == 1
    }

    fn distance(&self, point: Point) -> f32 {
        self.edges()
            .map(|(a, b)| spline::distance(point, a, b))
            .fold(f32::INFINITY, f32::min)
    }

    fn edges(&self) -> impl Iterator<Item = (Point, Point)> {
        self.points
            .iter()
            .copied()
            .zip(self.points.iter().copied().cycle().skip(1))
    }
}

fn drawn(view: View) -> Vec<Shape> {
    let (foot, head, muscles) = match view {
        View::Front => (outline::FOOT_FRONT, outline::HEAD_FRONT, front::MUSCLES),
        View::Back => (outline::FOOT_BACK, outline::HEAD_BACK, back::MUSCLES),
    };
    let mut shapes = vec![across(
        BodyPart::Silhouette,
        &[outline::OUTER, foot, outline::INNER].concat(),
    )];
    if view == View::Front {
        shapes.extend(both_sides(BodyPart::Silhouette, outline::KNEE_CAP));
        shapes.extend(both_sides(BodyPart::Silhouette, outline::NECK));
    }
    for curve in muscles {
        let part = BodyPart::Muscle(curve.muscle);
        match curve.place {
            Mirroring::Sides => shapes.extend(both_sides(part, curve.knots)),
            Mirroring::Middle => shapes.push(across(part, curve.knots)),
        }
    }
    // The head comes last: chin and nape lie over the neck.
    shapes.push(across(BodyPart::Silhouette, head));
    shapes
}

/// A shape on the right of the picture and its mirror image.
fn both_sides(part: BodyPart, knots: &[Point]) -> [Shape; 2] {
    let right = clockwise(
        spline::ring(knots)
            .into_iter()
            .map(|[x, y]| [CENTRE + x, y])
            .collect(),
    );
    let left = right.iter().rev().map(|&point| mirrored(point)).collect();
    [Shape::new(part, right), Shape::new(part, left)]
}

/// A shape that is its own mirror image.
fn across(part: BodyPart, knots: &[Point]) -> Shape {
    let mut points: Vec<Point> = spline::half(knots)
        .into_iter()
        .map(|[x, y]| [CENTRE + x, y])
        .collect();
    let left: Vec<Point> = points
        .iter()
        .rev()
        .filter(|[x, _]| *x != CENTRE)
        .map(|&point| mirrored(point))
        .collect();
    points.extend(left);
    Shape::new(part, clockwise(points))
}

fn mirrored([x, y]: Point) -> Point {
    [2.0 * CENTRE - x, y]
}

fn clockwise(mut points: Vec<Point>) -> Vec<Point> {
    if triangles::signed_area(&points) < 0.0 {
        points.reverse();
    }
    points
}

/// The outward mitre of each corner, kept short where the outline turns sharply.
fn normals(points: &[Point]) -> Vec<Point> {
    const LONGEST: f32 = 1.6;
    let outward = |[ax, ay]: Point, [bx, by]: Point| {
        let length = (bx - ax).hypot(by - ay).max(f32::EPSILON);
        [(by - ay) / length, (ax - bx) / length]
    };
    let around = || points.iter().copied().cycle();
    around()
        .skip(points.len().saturating_sub(1))
        .zip(around())
        .zip(around().skip(1))
        .take(points.len())
        .map(|((before, here), after)| {
            let ([ax, ay], [bx, by]) = (outward(before, here), outward(here, after));
            let [x, y] = [ax + bx, ay + by];
            let mitre =
                (2.0 / (x * x + y * y).max(f32::EPSILON)).min(LONGEST / x.hypot(y).max(1e-3));
            [x * mitre, y * mitre]
        })
        .collect()
}

/// The muscles' shapes of a view, topmost first.
fn muscles(view: View) -> impl Iterator<Item = (Muscle, &'static Shape)> {
    shapes(view)
        .iter()
        .rev()
        .filter_map(|shape| match shape.part {
            BodyPart::Muscle(muscle) => Some((muscle, shape)),
            BodyPart::Silhouette => None,
        })
}

#[cfg(test)]
mod tests;
