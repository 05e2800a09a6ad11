//! Positions as they are written down: where the body is, and where hands and feet are.

use serde::Deserialize;

use super::geometry::{Space, between, lerp};

/// Hips, trunk and legs. Angles in degrees, places in centimetres.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Body {
    /// The middle between both hips.
    pub(super) hip: Space,
    /// The pelvis: 0 upright, 90 face down, −90 face up.
    #[serde(default)]
    pub(super) lean: f32,
    /// The pelvis to the side: positive lowers the side towards the viewer.
    #[serde(default)]
    pub(super) tilt: f32,
    /// How much further forward the chest leans than the pelvis.
    #[serde(default)]
    pub(super) bend: f32,
    /// How much further to the side.
    #[serde(default)]
    pub(super) side_bend: f32,
    /// How far the chest is turned about the spine: positive brings the far shoulder forward.
    #[serde(default)]
    pub(super) twist: f32,
    /// How much further forward the head leans than the chest.
    #[serde(default)]
    pub(super) head: f32,
    /// The leg towards the viewer.
    pub(super) near: Leg,
    /// The other; without it both legs are alike.
    #[serde(default)]
    pub(super) far: Option<Leg>,
}

/// A leg.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Leg {
    /// The ball of the foot is held in a place.
    Foot {
        /// Where it touches; z counts outwards.
        ball: Space,
        /// Heel up, in degrees; negative are toes up.
        #[serde(default)]
        pitch: f32,
        /// How far the toes point outwards.
        #[serde(default)]
        toes: f32,
        /// Where the knee points; the way the pelvis faces when it is not given.
        #[serde(default)]
        knee: Option<Space>,
    },
    /// The limb is free: angles from straight down, forward positive.
    Free {
        thigh: f32,
        shin: f32,
        /// The sole: 0 is at a right angle to the shin, positive points the toes.
        #[serde(default)]
        toes: f32,
        /// Thigh and shin away from the other leg.
        #[serde(default)]
        out: f32,
        /// Only the shin, on top of it.
        #[serde(default)]
        shin_out: f32,
    },
}

/// Both arms.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Arms {
    /// The arm towards the viewer.
    pub(super) near: Arm,
    /// The other; without it both are alike.
    #[serde(default)]
    pub(super) far: Option<Arm>,
}

/// An arm. Offsets are counted from the own shoulder, z outwards.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Arm {
    /// The hand is at a place in the room.
    At {
        hand: Space,
        #[serde(default)]
        elbow: Option<Space>,
    },
    /// The hand keeps a distance from the shoulder, whatever the trunk does: a weight that hangs.
    Hang {
        hand: Space,
        #[serde(default)]
        elbow: Option<Space>,
    },
    /// The hand keeps its place on the trunk.
    Trunk {
        hand: Space,
        #[serde(default)]
        elbow: Option<Space>,
    },
    /// Angles from straight down, forward positive.
    Free {
        upper: f32,
        fore: f32,
        #[serde(default)]
        out: f32,
        #[serde(default)]
        fore_out: f32,
    },
}

/// A whole position.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Stance {
    pub(super) body: Body,
    pub(super) arms: Arms,
}

impl Body {
    pub(super) fn far(&self) -> Leg {
        self.far.unwrap_or(self.near)
    }

    /// Hips and trunk between two bodies; the legs are worked out apart.
    pub(super) fn trunk_between(a: &Self, b: &Self, phase: f32) -> Self {
        let number = |of: fn(&Self) -> f32| between(of(a), of(b), phase);
        Self {
            hip: lerp(a.hip, b.hip, phase),
            lean: number(|body| body.lean),
            tilt: number(|body| body.tilt),
            bend: number(|body| body.bend),
            side_bend: number(|body| body.side_bend),
            twist: number(|body| body.twist),
            head: number(|body| body.head),
            near: a.near,
            far: a.far,
        }
    }
}

impl Arms {
    pub(super) fn far(&self) -> Arm {
        self.far.unwrap_or(self.near)
    }
}
