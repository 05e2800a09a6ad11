//! From where a figure is seen, and in which order things lie.

use serde::Deserialize;

use super::geometry::Space;
use super::shape::Point;

/// How far behind or in front of the body a thing is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Deserialize)]
pub(super) enum Layer {
    /// Behind everything.
    #[default]
    Back,
    /// Between the far limbs and the trunk.
    Middle,
    /// Over the trunk and the near leg, under the near arm.
    Front,
    /// Over everything.
    Top,
}

/// From where the body is seen.
#[derive(Debug, Clone, Copy)]
pub(super) struct View {
    sin: f32,
    cos: f32,
    /// Sine and cosine of how far from above.
    above: [f32; 2],
}

impl View {
    /// Turned towards the viewer, and seen from above, in degrees.
    pub(super) fn new(turn: f32, above: f32) -> Self {
        let (sin, cos) = turn.to_radians().sin_cos();
        let above = above.to_radians().sin_cos().into();
        Self { sin, cos, above }
    }

    /// A place in space as it is seen.
    pub(super) fn of(self, [x, y, z]: Space) -> Point {
        let towards = x * self.sin + z * self.cos;
        let [sin, cos] = self.above;
        [x * self.cos - z * self.sin, towards * sin - y * cos]
    }

    /// True when the body faces the viewer more than it shows its side.
    pub(super) fn is_from_front(self) -> bool {
        self.sin.abs() > 0.7
    }

    /// How wide a disc that stands along the way the body faces is seen, as a share of its height.
    pub(super) fn depth_share(self) -> f32 {
        self.cos.abs()
    }
}
