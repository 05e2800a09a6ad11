//! From the units of the axes to points, and what several parts of a picture are drawn with.

use crate::chart::color::{Hue, Shade, Tone};
use crate::chart::picture::{Area, Picture, Position, Shape, Text};
use crate::chart::time::Window;
use crate::chart::words;

/// Size of figures on the axes and of labels, in points.
pub(super) const SMALL_TEXT: f32 = 10.0;

/// From time and value to points.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plane {
    pub(super) frame: Area,
    pub(super) window: Window,
    pub(super) values: [f64; 2],
}

impl Plane {
    pub(super) fn x(&self, day: f64) -> f32 {
        let share = (day - self.window.start) / self.window.days();
        self.frame.min[0] + self.frame.width() * share as f32
    }

    pub(super) fn y(&self, value: f64) -> f32 {
        let [low, high] = self.values;
        let share = (value - low) / (high - low).max(f64::MIN_POSITIVE);
        self.frame.max[1] - self.frame.height() * share as f32
    }

    pub(super) fn place(&self, [day, value]: [f64; 2]) -> Position {
        [self.x(day), self.y(value)]
    }
}

/// A picture without anything in it.
pub(super) fn empty(size: [f32; 2]) -> Picture {
    Picture {
        frame: Area {
            min: [0.0, 0.0],
            max: size,
        },
        around: Vec::new(),
        inside: Vec::new(),
        spots: Vec::new(),
        rows: None,
        values: [0.0, 1.0],
    }
}

/// Text over a veil, legible over what it covers. It begins at its place, from the top.
pub(super) fn push_veiled(text: Text, shapes: &mut Vec<Shape>) {
    let width = words::width(&text.text, text.size, text.heft);
    let [x, y] = text.at;
    shapes.push(Shape::Bar {
        area: Area {
            min: [x - 3.0, y],
            max: [x + width + 3.0, y + text.size * 1.25],
        },
        round: 0.0,
        tone: Tone::of(Hue::Surface).with(Shade::Veil),
    });
    shapes.push(Shape::Text(text));
}
