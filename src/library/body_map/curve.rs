//! The curves that the figure is made of.

use crate::domain::Muscle;

/// Across and down in the frame.
pub(super) type Point = [f32; 2];

/// The points that a curve passes through.
pub(super) type Knots = &'static [Point];

/// A muscle's curve as it is written down: x is the distance from the centre line.
pub(super) struct Curve {
    pub(super) muscle: Muscle,
    pub(super) place: Mirroring,
    pub(super) knots: Knots,
}

pub(super) enum Mirroring {
    /// Once on each side of the centre line; the knots are the right one, all around.
    Sides,
    /// Once, across the centre line; the knots are its right half, from axis to axis.
    Middle,
}

pub(super) const fn pair(muscle: Muscle, knots: Knots) -> Curve {
    Curve {
        muscle,
        place: Mirroring::Sides,
        knots,
    }
}

pub(super) const fn middle(muscle: Muscle, knots: Knots) -> Curve {
    Curve {
        muscle,
        place: Mirroring::Middle,
        knots,
    }
}
