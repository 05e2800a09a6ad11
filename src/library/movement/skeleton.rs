//! The body in space: every joint of a position, worked out with limbs that keep their length.

use super::geometry::{Axes, Space, add, between, lerp, reach, scale, sub, unit};
use super::limbs::{
    ANKLE, BALL, CHEST, FOREARM, HEEL, HIP_HALF, NECK, PELVIS, SHIN, SHOULDER_HALF, THIGH, TOES,
    UPPER_ARM,
};
use super::pose::{Arm, Arms, Body, Leg, Stance};

/// Which side of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Near,
    Far,
}

impl Side {
    /// The sign of z on this side.
    pub(super) fn sign(self) -> f32 {
        match self {
            Self::Near => 1.0,
            Self::Far => -1.0,
        }
    }

    /// A place whose z is counted outwards.
    fn outward(self, [x, y, z]: Space) -> Space {
        [x, y, z * self.sign()]
    }
}

/// A leg's joints.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct LegJoints {
    pub(super) hip: Space,
    pub(super) knee: Space,
    pub(super) ankle: Space,
    pub(super) heel: Space,
    pub(super) ball: Space,
    pub(super) toes: Space,
    /// How far the ankle stays from where it was to be, in centimetres.
    pub(super) short: f32,
}

/// An arm's joints.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct ArmJoints {
    pub(super) shoulder: Space,
    pub(super) elbow: Space,
    pub(super) hand: Space,
    /// How far the hand stays from where it was to be, in centimetres.
    pub(super) short: f32,
}

/// All joints of a position.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Skeleton {
    pub(super) hip: Space,
    pub(super) waist: Space,
    /// The middle between both shoulders.
    pub(super) neck: Space,
    pub(super) head: Space,
    pub(super) pelvis_axes: Axes,
    pub(super) chest_axes: Axes,
    pub(super) head_axes: Axes,
    pub(super) near_leg: LegJoints,
    pub(super) far_leg: LegJoints,
    pub(super) near_arm: ArmJoints,
    pub(super) far_arm: ArmJoints,
    /// From 0, the start, to 1, the end.
    pub(super) phase: f32,
}

impl Skeleton {
    /// The body at `phase` between two positions.
    pub(super) fn between(start: &Stance, end: &Stance, phase: f32, lift: f32) -> Self {
        let mut body = Body::trunk_between(&start.body, &end.body, phase);
        let rise = lift * 4.0 * phase * (1.0 - phase);
        body.hip = add(body.hip, [0.0, rise, 0.0]);
        let trunk = Trunk::of(&body);
        let leg = |side, of: fn(&Body) -> Leg| {
            let (a, b) = (of(&start.body), of(&end.body));
            trunk.leg_between(side, [(&start.body, a), (&end.body, b)], phase, rise)
        };
        let arm = |side, of: fn(&Arms) -> Arm| {
            let (a, b) = (of(&start.arms), of(&end.arms));
            trunk.arm_between(side, [(&start.body, a), (&end.body, b)], phase)
        };
        Self {
            hip: body.hip,
            waist: trunk.waist,
            neck: trunk.neck,
            head: add(trunk.neck, scale(trunk.head.up, NECK)),
            pelvis_axes: trunk.pelvis,
            chest_axes: trunk.chest,
            head_axes: trunk.head,
            near_leg: leg(Side::Near, |body| body.near),
            far_leg: leg(Side::Far, Body::far),
            near_arm: arm(Side::Near, |arms| arms.near),
            far_arm: arm(Side::Far, Arms::far),
            phase,
        }
    }

    pub(super) fn arm(&self, side: Side) -> ArmJoints {
        match side {
            Side::Near => self.near_arm,
            Side::Far => self.far_arm,
        }
    }

    pub(super) fn leg(&self, side: Side) -> LegJoints {
        match side {
            Side::Near => self.near_leg,
            Side::Far => self.far_leg,
        }
    }
}

/// The trunk in space.
struct Trunk {
    hip: Space,
    waist: Space,
    neck: Space,
    pelvis: Axes,
    chest: Axes,
    head: Axes,
}

impl Trunk {
    fn of(body: &Body) -> Self {
        let pelvis = Axes::turned(body.lean, body.tilt, 0.0);
        let (lean, tilt) = (body.lean + body.bend, body.tilt + body.side_bend);
        let chest = Axes::turned(lean, tilt, body.twist);
        let waist = add(body.hip, scale(pelvis.up, PELVIS));
        Self {
            hip: body.hip,
            waist,
            neck: add(waist, scale(chest.up, CHEST)),
            pelvis,
            chest,
            head: Axes::turned(lean + body.head, tilt, body.twist),
        }
    }

    fn shoulder(&self, side: Side) -> Space {
        add(
            self.neck,
            scale(self.chest.side, SHOULDER_HALF * side.sign()),
        )
    }

    fn hip(&self, side: Side) -> Space {
        add(self.hip, scale(self.pelvis.side, HIP_HALF * side.sign()))
    }

    fn leg_between(
        &self,
        side: Side,
        [(from, a), (to, b)]: [(&Body, Leg); 2],
        phase: f32,
        rise: f32,
    ) -> LegJoints {
        if let (
            Leg::Free {
                thigh,
                shin,
                toes,
                out,
                shin_out,
            },
            Leg::Free {
                thigh: thigh_b,
                shin: shin_b,
                toes: toes_b,
                out: out_b,
                shin_out: shin_out_b,
            },
        ) = (a, b)
        {
            return self.leg(
                side,
                Leg::Free {
                    thigh: between(thigh, thigh_b, phase),
                    shin: between(shin, shin_b, phase),
                    toes: between(toes, toes_b, phase),
                    out: between(out, out_b, phase),
                    shin_out: between(shin_out, shin_out_b, phase),
                },
            );
        }
        let (a, b) = (
            Self::of(from).leg_goal(side, a),
            Self::of(to).leg_goal(side, b),
        );
        self.leg_to(side, &a.between(&b, phase, rise))
    }

    fn leg(&self, side: Side, leg: Leg) -> LegJoints {
        let hip = self.hip(side);
        let Leg::Free {
            thigh,
            shin,
            toes,
            out,
            shin_out,
        } = leg
        else {
            return self.leg_to(side, &self.leg_goal(side, leg));
        };
        let knee = add(hip, scale(side.outward(limb(thigh, out)), THIGH));
        let down = side.outward(limb(shin, out + shin_out));
        let ankle = add(knee, scale(down, SHIN));
        let toes = side.outward(limb(shin + 90.0 - toes, (out + shin_out) * 0.5));
        foot(hip, knee, ankle, Foot::along(toes, down), 0.0)
    }

    /// Where a leg's foot is to be, and where its knee points.
    fn leg_goal(&self, side: Side, leg: Leg) -> LegGoal {
        match leg {
            Leg::Foot {
                ball,
                pitch,
                toes,
                knee,
            } => {
                let (sin, cos) = pitch.to_radians().sin_cos();
                let (out_sin, out_cos) = toes.to_radians().sin_cos();
                let forward = side.outward([cos * out_cos, -sin, cos * out_sin]);
                let up = side.outward([sin * out_cos, cos, sin * out_sin]);
                let flat = side.outward([out_cos, 0.0, out_sin]);
                // A raised heel bends the toes, which stay flat; a foot laid on its back does not.
                let toes = if (0.0..90.0).contains(&pitch) {
                    flat
                } else {
                    forward
                };
                let foot = Foot { forward, up, toes };
                let ball = side.outward(ball);
                let ankle = add(ball, add(scale(up, ANKLE), scale(forward, -BALL)));
                // A pelvis that lies face down faces the floor, but the knees of a standing person still point forward.
                let faced = add(self.pelvis.forward, [0.35, 0.0, 0.0]);
                let knee = knee.map_or(add(faced, [0.0, 0.0, side.sign() * out_sin]), |knee| {
                    side.outward(knee)
                });
                LegGoal { ankle, foot, knee }
            }
            Leg::Free { .. } => {
                let joints = self.leg(side, leg);
                let middle = lerp(joints.hip, joints.ankle, 0.5);
                let faced = add(self.pelvis.forward, [0.35, 0.0, 0.0]);
                LegGoal {
                    ankle: joints.ankle,
                    foot: Foot::along(
                        unit(sub(joints.toes, joints.heel), [1.0, 0.0, 0.0]),
                        unit(sub(joints.ankle, joints.knee), [0.0, -1.0, 0.0]),
                    ),
                    knee: unit(sub(joints.knee, middle), faced),
                }
            }
        }
    }

    fn leg_to(&self, side: Side, goal: &LegGoal) -> LegJoints {
        let hip = self.hip(side);
        let (knee, ankle) = reach(hip, goal.ankle, [THIGH, SHIN], goal.knee);
        let short = super::geometry::length(sub(goal.ankle, ankle));
        foot(hip, knee, ankle, goal.foot, short)
    }

    fn arm_between(
        &self,
        side: Side,
        [(from, a), (to, b)]: [(&Body, Arm); 2],
        phase: f32,
    ) -> ArmJoints {
        let shoulder = self.shoulder(side);
        if let (
            Arm::Free {
                upper,
                fore,
                out,
                fore_out,
            },
            Arm::Free {
                upper: upper_b,
                fore: fore_b,
                out: out_b,
                fore_out: fore_out_b,
            },
        ) = (a, b)
        {
            return free_arm(
                side,
                shoulder,
                [between(upper, upper_b, phase), between(fore, fore_b, phase)],
                [
                    between(out, out_b, phase),
                    between(fore_out, fore_out_b, phase),
                ],
            );
        }
        let goals = if std::mem::discriminant(&a) == std::mem::discriminant(&b) {
            // Alike, the hand keeps to what it is held by while the trunk moves.
            [self.arm_goal(side, a), self.arm_goal(side, b)]
        } else {
            [
                Self::of(from).arm_goal(side, a),
                Self::of(to).arm_goal(side, b),
            ]
        };
        let [(hand, bend), (hand_b, bend_b)] = goals;
        let goal = lerp(hand, hand_b, phase);
        let (elbow, hand) = reach(
            shoulder,
            goal,
            [UPPER_ARM, FOREARM],
            lerp(bend, bend_b, phase),
        );
        ArmJoints {
            shoulder,
            elbow,
            hand,
            short: super::geometry::length(sub(goal, hand)),
        }
    }

    /// Where the hand is to be, and where the elbow points.
    fn arm_goal(&self, side: Side, arm: Arm) -> (Space, Space) {
        let shoulder = self.shoulder(side);
        let bend = |elbow: Option<Space>, otherwise: Space| {
            elbow.map_or(otherwise, |elbow| side.outward(elbow))
        };
        let back = add(scale(self.chest.forward, -1.0), scale(self.chest.up, -0.6));
        match arm {
            Arm::At { hand, elbow } => (side.outward(hand), bend(elbow, back)),
            Arm::Hang { hand, elbow } => (add(shoulder, side.outward(hand)), bend(elbow, back)),
            Arm::Trunk { hand, elbow } => {
                let hand = add(shoulder, self.chest.place(side.outward(hand)));
                let elbow = elbow.map_or(back, |elbow| self.chest.place(side.outward(elbow)));
                (hand, elbow)
            }
            Arm::Free {
                upper,
                fore,
                out,
                fore_out,
            } => {
                let joints = free_arm(side, shoulder, [upper, fore], [out, fore_out]);
                let middle = lerp(joints.shoulder, joints.hand, 0.5);
                (joints.hand, unit(sub(joints.elbow, middle), back))
            }
        }
    }
}

/// What a leg reaches for.
struct LegGoal {
    ankle: Space,
    foot: Foot,
    knee: Space,
}

impl LegGoal {
    fn between(&self, other: &Self, phase: f32, rise: f32) -> Self {
        Self {
            ankle: add(lerp(self.ankle, other.ankle, phase), [0.0, rise, 0.0]),
            foot: Foot {
                forward: unit(
                    lerp(self.foot.forward, other.foot.forward, phase),
                    self.foot.forward,
                ),
                up: unit(lerp(self.foot.up, other.foot.up, phase), self.foot.up),
                toes: unit(lerp(self.foot.toes, other.foot.toes, phase), self.foot.toes),
            },
            knee: lerp(self.knee, other.knee, phase),
        }
    }
}

/// How a foot is turned.
#[derive(Debug, Clone, Copy)]
struct Foot {
    forward: Space,
    up: Space,
    /// Where the toes point, which bend in the ball of the foot.
    toes: Space,
}

impl Foot {
    /// A foot whose toes point along `toes`, below a shin that points along `down`.
    fn along(toes: Space, down: Space) -> Self {
        let forward = unit(toes, [1.0, 0.0, 0.0]);
        let along = super::geometry::dot(down, forward);
        let up = scale(
            unit(sub(down, scale(forward, along)), [0.0, -1.0, 0.0]),
            -1.0,
        );
        Self {
            forward,
            up,
            toes: forward,
        }
    }
}

fn foot(hip: Space, knee: Space, ankle: Space, foot: Foot, short: f32) -> LegJoints {
    let sole = add(ankle, scale(foot.up, -ANKLE));
    let ball = add(sole, scale(foot.forward, BALL));
    LegJoints {
        hip,
        knee,
        ankle,
        heel: add(sole, scale(foot.forward, -HEEL)),
        ball,
        toes: add(ball, scale(foot.toes, TOES)),
        short,
    }
}

/// The direction of a limb: `forward` degrees from straight down, and `out` to its side.
fn limb(forward: f32, out: f32) -> Space {
    let (sin, cos) = forward.to_radians().sin_cos();
    let (out_sin, out_cos) = out.to_radians().sin_cos();
    [sin * out_cos, -cos * out_cos, out_sin]
}

fn free_arm(
    side: Side,
    shoulder: Space,
    [upper, fore]: [f32; 2],
    [out, fore_out]: [f32; 2],
) -> ArmJoints {
    let elbow = add(shoulder, scale(side.outward(limb(upper, out)), UPPER_ARM));
    let hand = add(
        elbow,
        scale(side.outward(limb(fore, out + fore_out)), FOREARM),
    );
    ArmJoints {
        shoulder,
        elbow,
        hand,
        short: 0.0,
    }
}
