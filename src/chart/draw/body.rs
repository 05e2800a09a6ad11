//! The body map as a chart, for pictures and pages; the screen has a widget that can be pointed at.

use super::plane::{SMALL_TEXT, empty};
use crate::chart::color::{Hue, Shade, Tone};
use crate::chart::picture::{Across, Down, Heft, Picture, Shape, Text};
use crate::chart::scene::{MuscleShare, MusclesBody};
use crate::library::body_map::{self, BodyPart, SIZE, View};

/// Under the figures, for the key.
pub const KEY_HEIGHT: f32 = 18.0;

/// What the tints mean: the words and a share that has the tint.
pub fn key() -> [(&'static str, Tone); 4] {
    let tone = |sets: f64| {
        let band = [4.0, 8.0];
        MuscleShare { sets, band }.tone()
    };
    [
        ("none", tone(0.0)),
        ("below band", tone(1.0)),
        ("in band", tone(6.0)),
        ("above", tone(9.0)),
    ]
}

pub(super) fn lay_out(body: &MusclesBody, size: [f32; 2]) -> Picture {
    let mut picture = empty(size);
    let scale = ((size[1] - KEY_HEIGHT) / SIZE[1]).min(size[0] / (2.0 * SIZE[0] + 4.0));
    let width = (2.0 * SIZE[0] + 4.0) * scale;
    let left = (size[0] - width) / 2.0;
    for (place, view) in View::ALL.into_iter().enumerate() {
        let origin = left + place as f32 * (SIZE[0] + 4.0) * scale;
        for shape in body_map::shapes(view) {
            let tone = match shape.part {
                BodyPart::Silhouette => Tone::of(Hue::Hairline),
                BodyPart::Muscle(muscle) => body
                    .shares
                    .iter()
                    .find(|(other, _)| *other == muscle)
                    .map_or(Tone::of(Hue::Grey).with(Shade::Faded), |(_, share)| {
                        share.tone()
                    }),
            };
            let points = shape.points.iter();
            picture.inside.push(Shape::Outline {
                points: points
                    .map(|[x, y]| [origin + x * scale, y * scale])
                    .collect(),
                tone,
            });
        }
    }
    let mut x = left;
    let y = size[1] - KEY_HEIGHT / 2.0;
    for (text, tone) in key() {
        picture.inside.push(Shape::Dot {
            at: [x + 4.0, y],
            radius: 4.0,
            tone,
        });
        picture.inside.push(Shape::Text(Text {
            at: [x + 12.0, y],
            across: Across::Start,
            down: Down::Middle,
            size: SMALL_TEXT,
            heft: Heft::Regular,
            tone: Tone::of(Hue::Soft),
            text: text.to_owned(),
        }));
        x += 22.0 + crate::chart::words::width(text, SMALL_TEXT, Heft::Regular);
    }
    picture
}
