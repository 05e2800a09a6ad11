//! What stands about and what is held: bars, weights, benches, walls, bands and cables as simple shapes.

use serde::Deserialize;

use super::geometry::{Space, add, lerp, scale, sub, unit};
use super::joint::Joint;
use super::shape::{Shape, Tone, hull};
use super::skeleton::{Side, Skeleton};
use super::view::{Layer, View};

/// Where a thing is fixed.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Anchor {
    /// A place in the room.
    At(Space),
    /// A joint; of a pair the middle.
    On(Joint),
    /// As far from a joint, in the room's directions.
    By(Joint, Space),
    /// A place in the room at the start, and another at the end.
    Moves(Space, Space),
    /// As far from the middle of the shoulders, in the chest's directions.
    Trunk(Space),
}

impl Anchor {
    pub(super) fn place(self, skeleton: &Skeleton) -> Space {
        let middle = |joint| {
            let places = places(skeleton, joint);
            match places[..] {
                [one] => one,
                [one, other] => lerp(one, other, 0.5),
                _ => skeleton.hip,
            }
        };
        match self {
            Self::At(place) => place,
            Self::Moves(start, end) => lerp(start, end, skeleton.phase),
            Self::On(joint) => middle(joint),
            Self::By(joint, offset) => add(middle(joint), offset),
            Self::Trunk(offset) => add(skeleton.neck, skeleton.chest_axes.place(offset)),
        }
    }
}

/// Where the joints of this name are.
pub(super) fn places(skeleton: &Skeleton, joint: Joint) -> Vec<Space> {
    use Joint as J;
    use Side::{Far, Near};
    let s = skeleton;
    let (leg, arm) = (|side| s.leg(side), |side| s.arm(side));
    match joint {
        J::Head => vec![s.head],
        J::Shoulders => vec![arm(Far).shoulder, arm(Near).shoulder],
        J::Chest => vec![lerp(s.waist, s.neck, 0.55)],
        J::Waist => vec![s.waist],
        J::Hips => vec![s.hip],
        J::Elbows => vec![arm(Far).elbow, arm(Near).elbow],
        J::Hands => vec![arm(Far).hand, arm(Near).hand],
        J::Knees => vec![leg(Far).knee, leg(Near).knee],
        J::Ankles => vec![leg(Far).ankle, leg(Near).ankle],
        J::Feet => vec![leg(Far).ball, leg(Near).ball],
        J::NearElbow => vec![arm(Near).elbow],
        J::FarElbow => vec![arm(Far).elbow],
        J::NearHand => vec![arm(Near).hand],
        J::FarHand => vec![arm(Far).hand],
        J::NearKnee => vec![leg(Near).knee],
        J::FarKnee => vec![leg(Far).knee],
        J::NearAnkle => vec![leg(Near).ankle],
        J::FarAnkle => vec![leg(Far).ankle],
        J::NearFoot => vec![leg(Near).ball],
        J::FarFoot => vec![leg(Far).ball],
    }
}

/// A thing of a figure. Places and lengths in centimetres.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Gear {
    /// A long bar across the body, with a plate at each end.
    Barbell {
        at: Anchor,
        #[serde(default = "plate")]
        plate: f32,
        #[serde(default = "half_bar")]
        half: f32,
    },
    /// A dumbbell in a hand, or in each where none is named.
    Dumbbell {
        #[serde(default)]
        hand: Option<Hand>,
        #[serde(default)]
        along: Along,
    },
    /// A kettlebell whose handle is at a place; it hangs along the forearm where `swings`, else straight down.
    Kettlebell {
        at: Anchor,
        #[serde(default)]
        swings: bool,
    },
    /// A block with upright sides, between two opposite corners: bench, box, wall, seat.
    Block {
        from: Space,
        to: Space,
        #[serde(default)]
        layer: Layer,
    },
    /// A round bar or pad from one place to another.
    Rod {
        from: Anchor,
        to: Anchor,
        #[serde(default = "rod")]
        radius: f32,
        #[serde(default)]
        layer: Layer,
    },
    /// A band, cable or rope from one place to another.
    Cord {
        from: Anchor,
        to: Anchor,
        #[serde(default = "cord_layer")]
        layer: Layer,
    },
    /// A ball, a wheel, a roller.
    Ball {
        at: Anchor,
        radius: f32,
        #[serde(default = "cord_layer")]
        layer: Layer,
    },
}

/// One of the hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum Hand {
    Near,
    Far,
}

/// Which way a dumbbell lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub(super) enum Along {
    /// Pointing forward, the thumbs ahead.
    #[default]
    Forward,
    /// Across, like a short bar.
    Across,
    /// Upright.
    Up,
}

fn plate() -> f32 {
    17.0
}

fn half_bar() -> f32 {
    62.0
}

fn rod() -> f32 {
    2.0
}

fn cord_layer() -> Layer {
    Layer::Front
}

impl Gear {
    /// Its shapes, each with the layer it belongs to.
    pub(super) fn draw(&self, skeleton: &Skeleton, view: View, draw: &mut dyn FnMut(Layer, Shape)) {
        let limb = |from: Space, to: Space, radius: f32, tone: Tone| Shape::Limb {
            ends: [view.of(from), view.of(to)],
            radii: [radius; 2],
            tone,
            gap: matches!(tone, Tone::Gear),
        };
        match *self {
            Self::Barbell { at, plate, half } => {
                let middle = at.place(skeleton);
                let end = |side: f32| add(middle, [0.0, 0.0, half * side]);
                let disc = |side: f32| Shape::Oval {
                    at: view.of(add(middle, [0.0, 0.0, (half - 6.0) * side])),
                    radii: [(plate * view.depth_share()).max(3.6), plate],
                    tone: Tone::Gear,
                };
                let (plates, bar) = if view.is_from_front() {
                    (Layer::Top, Layer::Top)
                } else {
                    (Layer::Back, Layer::Top)
                };
                draw(plates, disc(-1.0));
                draw(plates, disc(1.0));
                draw(bar, limb(end(-1.0), end(1.0), 1.8, Tone::Gear));
            }
            Self::Dumbbell { hand, along } => {
                let (near, far) = match hand {
                    None => (true, true),
                    Some(Hand::Near) => (true, false),
                    Some(Hand::Far) => (false, true),
                };
                let axis = match along {
                    Along::Forward => [1.0, 0.0, 0.0],
                    Along::Across => [0.0, 0.0, 1.0],
                    Along::Up => [0.0, 1.0, 0.0],
                };
                for (side, layer, shown) in [
                    (Side::Far, Layer::Middle, far),
                    (Side::Near, Layer::Front, near),
                ] {
                    if !shown {
                        continue;
                    }
                    let at = skeleton.arm(side).hand;
                    let end = |share: f32| add(at, scale(axis, share));
                    draw(layer, limb(end(-12.0), end(12.0), 1.8, Tone::Gear));
                    draw(layer, limb(end(-13.0), end(-8.5), 6.4, Tone::Gear));
                    draw(layer, limb(end(8.5), end(13.0), 6.4, Tone::Gear));
                }
            }
            Self::Kettlebell { at, swings } => {
                let grip = at.place(skeleton);
                let arm = skeleton.near_arm;
                let down = if swings {
                    unit(sub(arm.hand, arm.elbow), [0.0, -1.0, 0.0])
                } else {
                    [0.0, -1.0, 0.0]
                };
                let ball = add(grip, scale(down, 15.0));
                draw(Layer::Front, limb(grip, ball, 4.6, Tone::Gear));
                draw(Layer::Front, limb(ball, ball, 9.5, Tone::Gear));
            }
            Self::Block { from, to, layer } => {
                let corners: Vec<_> = (0..8_u8)
                    .map(|corner| {
                        let pick = |axis: usize, bit: u8| {
                            if corner & bit == 0 {
                                from[axis]
                            } else {
                                to[axis]
                            }
                        };
                        (view.of([pick(0, 1), pick(1, 2), pick(2, 4)]), 0.8)
                    })
                    .collect();
                draw(
                    layer,
                    Shape::Area {
                        points: hull(&corners),
                        tone: Tone::Ground,
                    },
                );
            }
            Self::Rod {
                from,
                to,
                radius,
                layer,
            } => draw(
                layer,
                limb(from.place(skeleton), to.place(skeleton), radius, Tone::Gear),
            ),
            Self::Cord { from, to, layer } => draw(
                layer,
                limb(from.place(skeleton), to.place(skeleton), 1.5, Tone::Cord),
            ),
            Self::Ball { at, radius, layer } => {
                let at = at.place(skeleton);
                draw(layer, limb(at, at, radius, Tone::Gear));
            }
        }
    }
}
