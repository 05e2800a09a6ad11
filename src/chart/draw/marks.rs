//! What happened, marked over every chart of time: races, program changes, pains, notes.

use super::plane::Plane;
use super::viewport::{Annotation, AnnotationKind, Viewport};
use crate::chart::color::{Hue, Tone};
use crate::chart::picture::{Position, Shape, Spot};

/// Signs of the same place: the heaviest of them is drawn, and says what the others are. In points.
pub const SAME_PLACE: f32 = 8.0;
/// Lines down the chart keep so far apart on the mean, or only the main races have them, or none. In points.
const LINE_ROOM: f32 = 24.0;

/// Draws the marks in the window over the chart, and says where they stand. Where they are dense, the heaviest stand
/// for their neighbours.
pub(super) fn marks(plane: &Plane, viewport: &Viewport<'_>, shapes: &mut Vec<Shape>) -> Vec<Spot> {
    let mut seen: Vec<(&Annotation, Spot)> = viewport
        .marks
        .iter()
        .enumerate()
        .filter(|(_, mark)| viewport.window.holds(mark.day))
        .map(|(place, mark)| {
            let at = [plane.x(mark.day), plane.frame.min[1] - 7.0];
            (mark, Spot { at, mark: place })
        })
        .collect();
    lines(plane, &seen, shapes);
    seen.sort_by_key(|(mark, _)| std::cmp::Reverse(mark.weight()));
    let mut shown: Vec<(&Annotation, Spot)> = Vec::new();
    for (mark, spot) in seen {
        let is_near = |other: &(&Annotation, Spot)| (other.1.at[0] - spot.at[0]).abs() < SAME_PLACE;
        if !shown.iter().any(is_near) {
            shown.push((mark, spot));
        }
    }
    shown.sort_by(|a, b| a.1.at[0].total_cmp(&b.1.at[0]));
    for (mark, spot) in &shown {
        sign(mark.kind, spot.at, shapes);
    }
    shown.into_iter().map(|(_, spot)| spot).collect()
}

/// A line down the chart from every race there is room for.
fn lines(plane: &Plane, seen: &[(&Annotation, Spot)], shapes: &mut Vec<Shape>) {
    let races = || {
        seen.iter()
            .filter(|(mark, _)| mark.kind == AnnotationKind::Race)
    };
    let main = || races().filter(|(mark, _)| mark.main);
    let fits = |count: usize| count as f32 * LINE_ROOM <= plane.frame.width();
    let chosen: Vec<&(&Annotation, Spot)> = if fits(races().count()) {
        races().collect()
    } else if fits(main().count()) {
        main().collect()
    } else {
        return;
    };
    for (_, spot) in chosen {
        let x = spot.at[0].round() + 0.5;
        shapes.push(Shape::Line {
            points: vec![[x, plane.frame.min[1] - 12.0], [x, plane.frame.max[1]]],
            width: 1.0,
            tone: Tone::of(Hue::Race).faded(),
            dashed: false,
        });
    }
}

fn sign(kind: AnnotationKind, at @ [x, y]: Position, shapes: &mut Vec<Shape>) {
    let polygon = |points: Vec<Position>, hue| Shape::Polygon {
        points,
        tone: Tone::of(hue),
    };
    let stroke = |from: Position, to: Position, hue| Shape::Line {
        points: vec![from, to],
        width: 2.0,
        tone: Tone::of(hue),
        dashed: false,
    };
    match kind {
        AnnotationKind::Race => {
            let flag = vec![[x, y - 6.0], [x + 9.0, y - 2.5], [x, y + 1.0]];
            shapes.push(polygon(flag, Hue::Race));
        }
        AnnotationKind::Program => {
            let corners = [[-3.5, -3.5], [3.5, -3.5], [3.5, 3.5], [-3.5, 3.5]];
            let square = corners.map(|[dx, dy]| [x + dx, y + dy]).to_vec();
            shapes.push(polygon(square, Hue::Accent));
        }
        AnnotationKind::Pain => {
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
        AnnotationKind::Note => shapes.push(Shape::Dot {
            at,
            radius: 2.5,
            tone: Tone::of(Hue::Faint),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::picture::Area;
    use crate::chart::time::Window;

    fn mark(day: f64, kind: AnnotationKind, main: bool) -> Annotation {
        Annotation {
            day,
            kind,
            text: String::new(),
            main,
        }
    }

    /// The marks that are shown on 240 points for 240 days, and how many lines go down the chart.
    fn drawn(marks: &[Annotation]) -> (Vec<usize>, usize) {
        let window = Window {
            start: 740_000.0,
            end: 740_240.0,
        };
        let viewport = Viewport {
            size: [240.0, 100.0],
            window,
            today: chrono::NaiveDate::default(),
            shown: chrono::NaiveDate::default(),
            marks,
            before: None,
            ghost: None,
        };
        let plane = Plane {
            frame: Area {
                min: [0.0, 20.0],
                max: [240.0, 100.0],
            },
            window,
            values: [0.0, 1.0],
        };
        let mut shapes = Vec::new();
        let spots = super::marks(&plane, &viewport, &mut shapes);
        let down = |shape: &&Shape| {
            matches!(shape, Shape::Line { points, .. }
                if points.iter().any(|point| point[1] == plane.frame.max[1]))
        };
        let lines = shapes.iter().filter(down).count();
        (spots.iter().map(|spot| spot.mark).collect(), lines)
    }

    #[test]
    fn the_heaviest_of_a_place_stands_for_the_others() {
        let marks = [
            mark(740_050.5, AnnotationKind::Note, false),
            mark(740_052.5, AnnotationKind::Pain, false),
            mark(740_054.5, AnnotationKind::Race, false),
            mark(740_100.5, AnnotationKind::Race, true),
        ];
        assert_eq!(drawn(&marks), (vec![1, 3], 2));
    }

    #[test]
    fn of_many_races_the_main_ones_have_their_lines_and_of_too_many_none() {
        let races = |count: usize, main: usize| -> Vec<Annotation> {
            let day = |place: usize| 740_000.5 + 240.0 / count as f64 * place as f64;
            (0..count)
                .map(|place| mark(day(place), AnnotationKind::Race, place % main == 0))
                .collect()
        };
        assert_eq!(drawn(&races(8, 4)).1, 8);
        assert_eq!(drawn(&races(20, 4)).1, 5);
        let (signs, lines) = drawn(&races(120, 2));
        assert_eq!(lines, 0);
        assert!(signs.len() <= 31, "{} signs", signs.len());
    }
}
