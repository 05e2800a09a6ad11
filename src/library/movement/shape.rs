//! What a figure is drawn with: simple filled shapes on a plane, in centimetres.

/// Across, to the right, and down; the floor is at 0.
pub type Point = [f32; 2];

/// What a shape is, which gives it its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// The body, and the limbs towards the viewer.
    Body,
    /// The limbs away from the viewer.
    Far,
    /// Weights and what is held.
    Gear,
    /// Benches, boxes, walls and the floor.
    Ground,
    /// Bands, cables and ropes.
    Cord,
    /// A joint that a cue speaks of.
    Mark,
}

/// A filled shape.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// Two circles and what lies between them: a limb, a bar, a cord.
    Limb {
        /// The middles of the circles.
        ends: [Point; 2],
        /// Their radii.
        radii: [f32; 2],
        /// Colour.
        tone: Tone,
        /// Set off from what lies behind it by a narrow gap.
        gap: bool,
    },
    /// An upright ellipse.
    Oval {
        /// Its middle.
        at: Point,
        /// Half its width and half its height.
        radii: [f32; 2],
        /// Colour.
        tone: Tone,
    },
    /// A convex polygon.
    Area {
        /// Its corners.
        points: Vec<Point>,
        /// Colour.
        tone: Tone,
    },
}

impl Shape {
    /// Its colour.
    pub fn tone(&self) -> Tone {
        match self {
            Self::Limb { tone, .. } | Self::Oval { tone, .. } | Self::Area { tone, .. } => *tone,
        }
    }

    /// The corners of the box around it: upper left and lower right.
    pub fn bounds(&self) -> [Point; 2] {
        let around =
            |at: &Point, rx: f32, ry: f32| [[at[0] - rx, at[1] - ry], [at[0] + rx, at[1] + ry]];
        let boxes: Vec<[Point; 2]> = match self {
            Self::Limb { ends, radii, .. } => ends
                .iter()
                .zip(radii)
                .map(|(end, radius)| around(end, *radius, *radius))
                .collect(),
            Self::Oval { at, radii, .. } => vec![around(at, radii[0], radii[1])],
            Self::Area { points, .. } => points.iter().map(|at| around(at, 0.0, 0.0)).collect(),
        };
        boxes.into_iter().fold(NOTHING, union)
    }

    /// Its outline as a convex polygon, for painters that know only these.
    pub fn outline(&self) -> Vec<Point> {
        match self {
            Self::Limb { ends, radii, .. } => hull(&[(ends[0], radii[0]), (ends[1], radii[1])]),
            Self::Oval { at, radii, .. } => circle()
                .map(|[x, y]| [at[0] + x * radii[0], at[1] + y * radii[1]])
                .collect(),
            Self::Area { points, .. } => points.clone(),
        }
    }
}

/// Bounds that any other exceed.
pub(super) const NOTHING: [Point; 2] = [[f32::INFINITY; 2], [f32::NEG_INFINITY; 2]];

/// The box around two boxes.
pub(super) fn union([a, b]: [Point; 2], [c, d]: [Point; 2]) -> [Point; 2] {
    [
        [a[0].min(c[0]), a[1].min(c[1])],
        [b[0].max(d[0]), b[1].max(d[1])],
    ]
}

/// Points of the circle of radius 1.
fn circle() -> impl Iterator<Item = Point> {
    const CORNERS: u8 = 20;
    (0..CORNERS).map(|corner| {
        let angle = f32::from(corner) * std::f32::consts::TAU / f32::from(CORNERS);
        [angle.cos(), angle.sin()]
    })
}

/// The tightest convex polygon around circles (Andrew's monotone chain).
pub(super) fn hull(circles: &[(Point, f32)]) -> Vec<Point> {
    let mut points: Vec<Point> = circles
        .iter()
        .flat_map(|&([x, y], radius)| {
            circle().map(move |[cx, cy]| [x + cx * radius, y + cy * radius])
        })
        .collect();
    points.sort_by(|a, b| a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1])));
    let half = |points: &mut dyn Iterator<Item = &Point>| {
        let mut kept: Vec<Point> = Vec::new();
        for &point in points {
            while let [.., a, b] = kept[..] {
                let turn = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
                if turn > 0.0 {
                    break;
                }
                kept.pop();
            }
            kept.push(point);
        }
        kept.pop();
        kept
    };
    let mut outline = half(&mut points.iter());
    outline.extend(half(&mut points.iter().rev()));
    outline
}
