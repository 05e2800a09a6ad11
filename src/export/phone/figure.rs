//! The body's figure as a template that the script copies for each exercise and tints muscle by muscle.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::domain::ExerciseId;
use crate::library::Library;
use crate::library::body_map::{BodyPart, SIZE, View, shapes};
use crate::library::movement::{SvgStyle, Tone, movement_of, svg};

/// Both views, from the front and from behind. Each muscle is one path that carries its name.
pub(super) fn figure() -> String {
    let [width, height] = SIZE;
    let mut out = String::new();
    for view in View::ALL {
        let name = match view {
            View::Front => "front",
            View::Back => "back",
        };
        // Writing to a string cannot fail, here and below.
        let _ = write!(
            out,
            r#"<svg class="figure {name}" viewBox="0 0 {width} {height}" aria-hidden="true" focusable="false">"#
        );
        let mut muscles: BTreeMap<&str, String> = BTreeMap::new();
        let mut body = Vec::new();
        for shape in shapes(view) {
            match shape.part {
                BodyPart::Silhouette => body.push(outline(&shape.points)),
                BodyPart::Muscle(muscle) => {
                    *muscles.entry(muscle.name()).or_default() += &outline(&shape.points);
                }
            }
        }
        // The head comes last: chin and nape lie over the neck.
        let head = body.pop();
        for path in body {
            let _ = write!(out, r#"<path class="body" d="{path}"/>"#);
        }
        for (muscle, path) in muscles {
            let _ = write!(out, r#"<path data-muscle="{muscle}" d="{path}"/>"#);
        }
        if let Some(path) = head {
            let _ = write!(out, r#"<path class="body" d="{path}"/>"#);
        }
        out.push_str("</svg>");
    }
    out
}

/// The movements of these exercises, each as a template with its exercise's name; those without a figure are left out.
pub(super) fn movements<'e>(
    exercises: impl Iterator<Item = &'e ExerciseId>,
    library: &Library,
) -> String {
    let shape = |tone, gap| {
        let class = match tone {
            Tone::Body => "b",
            Tone::Far => "f",
            Tone::Gear => "g",
            Tone::Ground => "r",
            Tone::Cord | Tone::Mark => "c",
        };
        format!("class={class}{} ", if gap { "" } else { "0" })
    };
    let style = SvgStyle {
        root: r#"class="moves" role="img" aria-label="Start and end" "#,
        shape: &shape,
    };
    let mut out = String::new();
    for id in exercises {
        let known = library.exercise(id);
        if let Some(movement) = known.and_then(|known| movement_of(known, library)) {
            let svg = svg(movement, &style);
            let _ = write!(out, r#"<template id="moves-{id}">{svg}</template>"#);
        }
    }
    out
}

fn outline(points: &[[f32; 2]]) -> String {
    let mut path = String::new();
    for (place, [x, y]) in points.iter().enumerate() {
        let _ = write!(path, "{}{x:.1} {y:.1}", if place == 0 { 'M' } else { 'L' });
    }
    path.push('Z');
    path
}
