//! Movement figures: a small person at the start and at the end of an exercise.
//!
//! A figure is data, in `assets/poses`: where hips, trunk, hands and feet are, and what stands about. From it a body
//! with limbs of fixed length is worked out in space, seen from one side and told as plain shapes, so that the
//! screen, paper and the phone page draw the same person.

mod data;
mod gear;
mod geometry;
mod limbs;
mod pose;
mod scene;
mod shape;
mod skeleton;
mod svg;

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::ExerciseId;

use super::read::LibraryError;
use pose::Stance;

pub use shape::{Place, Shape, Tone};
pub use svg::{SvgStyle, svg};

/// A place on the body that a cue speaks of. `Near` is the side towards the viewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Joint {
    /// Head and eyes.
    Head,
    /// Both shoulders and the shoulder blades.
    Shoulders,
    /// The rib cage.
    Chest,
    /// Belly and lower back.
    Waist,
    /// Pelvis, glutes and both hips.
    Hips,
    /// Both elbows.
    Elbows,
    /// Both hands, and what they hold.
    Hands,
    /// Both knees.
    Knees,
    /// Both ankles and heels.
    Ankles,
    /// The balls of both feet.
    Feet,
    /// The elbow towards the viewer.
    NearElbow,
    /// The elbow away from the viewer.
    FarElbow,
    /// The hand towards the viewer.
    NearHand,
    /// The hand away from the viewer.
    FarHand,
    /// The knee towards the viewer.
    NearKnee,
    /// The knee away from the viewer.
    FarKnee,
    /// The ankle towards the viewer.
    NearAnkle,
    /// The ankle away from the viewer.
    FarAnkle,
    /// The ball of the foot towards the viewer.
    NearFoot,
    /// The ball of the foot away from the viewer.
    FarFoot,
}

/// How an exercise looks: two positions, what stands about, and what its cues speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct Movement {
    /// How far the body is turned towards the viewer: 0 is seen from the side, 90 from the front, in degrees.
    turn: f32,
    /// From how far above it is seen, in degrees.
    above: f32,
    start: Stance,
    end: Stance,
    /// How high the body rises above the straight way between both positions, in centimetres: a jump.
    lift: f32,
    gear: Vec<gear::Gear>,
    /// For each cue of the exercise, in order, the joints that it speaks of.
    cues: Vec<Vec<Joint>>,
    frame: Frame,
}

/// The part of the picture plane that a movement takes, in centimetres; x grows to the right, y downwards, and the
/// floor is at 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Upper left corner.
    pub min: Place,
    /// Lower right corner.
    pub max: Place,
}

impl Frame {
    /// Width and height.
    pub fn size(self) -> [f32; 2] {
        [self.max[0] - self.min[0], self.max[1] - self.min[1]]
    }
}

impl Movement {
    /// What is drawn when the movement is at `phase`, from 0, the start, to 1, the end; in painting order.
    /// The joints of `cue`, counted from 0, are marked.
    pub fn shapes(&self, phase: f32, cue: Option<usize>) -> Vec<Shape> {
        let marked = cue.and_then(|cue| self.cues.get(cue));
        scene::shapes(self, phase, marked.map_or(&[], Vec::as_slice))
    }

    /// What both positions and all between them keep within.
    pub fn frame(&self) -> Frame {
        self.frame
    }

    /// The joints that the cue with this number, from 0, speaks of.
    pub fn joints(&self, cue: usize) -> &[Joint] {
        self.cues.get(cue).map_or(&[], Vec::as_slice)
    }

    /// How many cues have joints.
    pub fn cues(&self) -> usize {
        self.cues.len()
    }
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
