//! What happened, marked over every chart of time: races, program changes, pains, notes.

use super::{Plane, Viewport};
use crate::chart::picture::{Place, Shape, Spot};
use crate::chart::tone::{Hue, Tone};

/// What a mark is about. Each has a form of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// A race: a flag.
    Race,
    /// A program begins or ends: a square.
    Program,
    /// Pain was logged: a cross.
    Pain,
    /// A note: a dot.
    Note,
}

/// Something that happened on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// The middle of the day.
    pub day: f64,
    /// What it is about.
    pub kind: MarkKind,
    /// What it says.
    pub text: String,
}

/// Draws the marks in the window over the chart, and says where they stand.
pub(super) fn marks(plane: &Plane, viewport: &Viewport<'_>, shapes: &mut Vec<Shape>) -> Vec<Spot> {
    let seen = viewport.marks.iter().enumerate();
    let seen = seen.filter(|(_, mark)| viewport.window.holds(mark.day));
    let spots: Vec<Spot> = seen
        .map(|(place, mark)| Spot {
            at: [plane.x(mark.day), plane.frame.min[1] - 7.0],
            mark: place,
        })
        .collect();
    for spot in &spots {
        let Some(mark) = viewport.marks.get(spot.mark) else {
            continue;
        };
        if mark.kind == MarkKind::Race {
            let x = spot.at[0].round() + 0.5;
            shapes.push(Shape::Line {
                points: vec![[x, plane.frame.min[1] - 12.0], [x, plane.frame.max[1]]],
                width: 1.0,
                tone: Tone::of(Hue::Race).faded(),
                dashed: false,
            });
        }
        sign(mark.kind, spot.at, shapes);
    }
    spots
}

fn sign(kind: MarkKind, at @ [x, y]: Place, shapes: &mut Vec<Shape>) {
    let polygon = |points: Vec<Place>, hue| Shape::Polygon {
        points,
        tone: Tone::of(hue),
    };
    let stroke = |from: Place, to: Place, hue| Shape::Line {
        points: vec![from, to],
        width: 2.0,
        tone: Tone::of(hue),
        dashed: false,
    };
    match kind {
        MarkKind::Race => {
            let flag = vec![[x, y - 6.0], [x + 9.0, y - 2.5], [x, y + 1.0]];
            shapes.push(polygon(flag, Hue::Race));
        }
        MarkKind::Program => {
            let corners = [[-3.5, -3.5], [3.5, -3.5], [3.5, 3.5], [-3.5, 3.5]];
            let square = corners.map(|[dx, dy]| [x + dx, y + dy]).to_vec();
            shapes.push(polygon(square, Hue::Accent));
        }
        MarkKind::Pain => {
            shapes.push(stroke(
                [x - 3.0, y - 3.0],
                [x + 3.0, y + 3.0],
                Hue::Conflict,
            ));
            shapes.push(stroke(
                [x - 3.0, y + 3.0],
                [x + 3.0, y - 3.0],
                Hue::Conflict,
            ));
        }
        MarkKind::Note => shapes.push(Shape::Dot {
            at,
            radius: 2.5,
            tone: Tone::of(Hue::Faint),
        }),
    }
}
