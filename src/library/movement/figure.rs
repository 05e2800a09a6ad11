//! A figure as it was read: two positions, the things about, and what the cues speak of.

use super::gear::Gear;
use super::joint::Joint;
use super::pose::Stance;
use super::shape::Point;

/// How an exercise looks: two positions, what stands about, and what its cues speak of.
#[derive(Debug, Clone, PartialEq)]
pub struct Movement {
    /// How far the body is turned towards the viewer: 0 is seen from the side, 90 from the front, in degrees.
    pub(super) turn: f32,
    /// From how far above it is seen, in degrees.
    pub(super) above: f32,
    pub(super) start: Stance,
    pub(super) end: Stance,
    /// How high the body rises above the straight way between both positions, in centimetres: a jump.
    pub(super) lift: f32,
    pub(super) gear: Vec<Gear>,
    /// For each cue of the exercise, in order, the joints that it speaks of.
    pub(super) cues: Vec<Vec<Joint>>,
    pub(super) frame: Frame,
}

/// The part of the picture plane that a movement takes, in centimetres; x grows to the right, y downwards, and the
/// floor is at 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Upper left corner.
    pub min: Point,
    /// Lower right corner.
    pub max: Point,
}

impl Frame {
    /// Width and height.
    pub fn size(self) -> [f32; 2] {
        [self.max[0] - self.min[0], self.max[1] - self.min[1]]
    }
}

impl Movement {
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
