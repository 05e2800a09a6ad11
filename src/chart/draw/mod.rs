//! Laying a scene out: from the units of its axes to shapes in points.

mod along;
mod axes;
mod body;
mod callout;
mod ghost;
mod labels;
mod marks;
mod places;
mod plane;
mod rows;
mod time;
mod viewport;
mod visible;

use super::color::{Hue, Tone};
use super::picture::{Picture, Shape};
use super::scene::{Body, Scene};
use super::time::Window;

pub use axes::clear_of_words;
pub use body::key as body_key;
pub use marks::SAME_PLACE;
pub use viewport::{Annotation, AnnotationKind, Viewport};

use plane::empty;

/// Lays a scene out on the points there are.
pub fn lay_out(scene: &Scene, viewport: &Viewport<'_>) -> Picture {
    match &scene.body {
        Body::Time(body) => time::lay_out(body, viewport),
        Body::Rows(rows) => rows::bars(rows, viewport.size),
        Body::List(rows) => rows::list(rows, viewport.size),
        Body::Muscles(muscles) => body::lay_out(muscles, viewport.size),
        Body::Words(words) => words_alone(words, viewport.size),
    }
}

/// Why there is nothing to see of a scene in a window, in one sentence; `None` where there is something.
pub fn missing(scene: &Scene, window: Window) -> Option<String> {
    let words = match &scene.body {
        Body::Words(words) => words,
        Body::Time(body) if !visible::has_anything(body, window) => &body.nothing,
        Body::Time(_) | Body::Rows(_) | Body::List(_) | Body::Muscles(_) => return None,
    };
    // What comes after the first sentence tells what to do on the screen.
    let first = words.split_inclusive(". ").next().unwrap_or(words);
    let first = first.trim_end().trim_end_matches('.');
    Some(format!("{first}."))
}

/// Words in the middle, broken into lines.
fn words_alone(words: &str, size: [f32; 2]) -> Picture {
    use super::picture::{Across, Down, Heft, Text};
    const TEXT: f32 = 12.0;
    const LINE: f32 = 16.0;
    let room = size[0].min(280.0);
    let mut lines = vec![String::new()];
    for word in words.split_whitespace() {
        let Some(line) = lines.last_mut() else { break };
        let longer = if line.is_empty() {
            word.to_owned()
        } else {
            format!("{line} {word}")
        };
        if line.is_empty() || super::words::width(&longer, TEXT, Heft::Regular) <= room {
            *line = longer;
        } else {
            lines.push(word.to_owned());
        }
    }
    let top = (size[1] - LINE * lines.len() as f32) / 2.0;
    let mut picture = empty(size);
    let texts = lines.into_iter().enumerate().map(|(row, text)| {
        Shape::Text(Text {
            at: [size[0] / 2.0, top.max(0.0) + LINE * row as f32],
            across: Across::Middle,
            down: Down::Top,
            size: TEXT,
            heft: Heft::Regular,
            tone: Tone::of(Hue::Soft),
            text,
        })
    });
    picture.around = texts.collect();
    picture
}
