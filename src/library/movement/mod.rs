//! Movement figures: a small person at the start and at the end of an exercise.
//!
//! A figure is data, in `assets/poses`: where hips, trunk, hands and feet are, and what stands about. From it a body
//! with limbs of fixed length is worked out in space, seen from one side and told as plain shapes, so that the
//! screen, paper and the phone page draw the same person.

mod data;
mod figure;
mod gear;
mod geometry;
mod joint;
mod limbs;
mod pose;
mod scene;
mod shape;
mod skeleton;
mod svg;
mod view;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::domain::{Exercise, ExerciseId};

use super::Library;
use super::read::LibraryError;

pub use figure::{Frame, Movement};
pub use joint::Joint;
pub use shape::{Point, Shape, Tone};
pub use svg::{SvgStyle, svg};

/// The movement that an exercise shows: that of its own, or of the shipped one it is a copy of, as long as it is done in the
/// same way.
pub fn movement_of(exercise: &Exercise, library: &Library) -> Option<&'static Movement> {
    if let Some(own) = movement(&exercise.id) {
        return Some(own);
    }
    let original = library.exercise(exercise.figure.as_ref()?)?;
    let is_same = original.pattern == exercise.pattern
        && original.single_side == exercise.single_side
        && original.equipment == exercise.equipment;
    movement(&original.id).filter(|_| is_same)
}

/// The movement of a shipped exercise; own exercises have none.
pub fn movement(id: &ExerciseId) -> Option<&'static Movement> {
    static ALL: OnceLock<BTreeMap<String, Movement>> = OnceLock::new();
    ALL.get_or_init(|| shipped().unwrap_or_default())
        .get(id.as_str())
}

/// The phase of a movement that goes to and fro without a jerk, `seconds` after it began: 0 at the start, 1 at the end.
pub fn phase(seconds: f64) -> f32 {
    /// Seconds from the start to the end and back, with a rest at both.
    const ROUND: f64 = 3.2;
    let round = (seconds / ROUND).rem_euclid(1.0);
    let way = 1.0 - (2.0 * round - 1.0).abs();
    let eased = ((way - 0.12) / 0.76).clamp(0.0, 1.0);
    (eased * eased * (3.0 - 2.0 * eased)) as f32
}

/// Reads the embedded figures. A damaged file gives none; a test reads them all.
fn shipped() -> Result<BTreeMap<String, Movement>, LibraryError> {
    data::movements(data::Files {
        bodies: include_str!("../../../assets/poses/bodies.ron"),
        arms: include_str!("../../../assets/poses/arms.ron"),
        figures: include_str!("../../../assets/poses/figures.ron"),
    })
}

#[cfg(test)]
mod gallery;
#[cfg(test)]
mod tests;
