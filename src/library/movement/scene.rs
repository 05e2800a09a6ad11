//! A position as shapes in painting order: what lies behind, the far limbs, the trunk, the near limbs, what is held.

use super::figure::{Frame, Movement};
use super::gear::places;
use super::geometry::{Axes, Space, add, lerp, scale, sub, unit};
use super::joint::Joint;
use super::limbs::{
    FOOT_RADII, FOREARM_RADII, HAND, HEAD, NECK_RADIUS, SHIN_RADII, THIGH_RADII, TOE,
    UPPER_ARM_RADII,
};
use super::shape::{NOTHING, Point, Shape, Tone, hull, union};
use super::skeleton::{ArmJoints, LegJoints, Side, Skeleton};
use super::view::{Layer, View};

/// Air around a figure, in centimetres.
const MARGIN: f32 = 4.0;
/// Half the thickness of the floor's line.
const FLOOR: f32 = 1.1;
/// Radius of a mark on a joint.
const MARK: f32 = 6.5;

impl Movement {
    /// What is drawn when the movement is at `phase`, from 0, the start, to 1, the end; in painting order.
    /// The joints of `cue`, counted from 0, are marked.
    pub fn shapes(&self, phase: f32, cue: Option<usize>) -> Vec<Shape> {
        let marked = cue.and_then(|cue| self.cues.get(cue));
        shapes(self, phase, marked.map_or(&[], Vec::as_slice))
    }
}

/// What is drawn, in painting order.
fn shapes(movement: &Movement, phase: f32, marked: &[Joint]) -> Vec<Shape> {
    let view = View::new(movement.turn, movement.above);
    let skeleton = skeleton(movement, phase);
    let Frame { min, max } = movement.frame;
    let mut shapes = Vec::new();
    // From above, the floor is no line.
    if movement.above == 0.0 {
        shapes.push(Shape::Limb {
            ends: [[min[0] + 2.0, FLOOR], [max[0] - 2.0, FLOOR]],
            radii: [FLOOR; 2],
            tone: Tone::Ground,
            gap: false,
        });
    }
    shapes.extend(figure(movement, &skeleton, view));
    for at in marked.iter().flat_map(|joint| places(&skeleton, *joint)) {
        let at = view.of(at);
        shapes.push(Shape::Limb {
            ends: [at, at],
            radii: [MARK; 2],
            tone: Tone::Mark,
            gap: true,
        });
    }
    shapes
}

/// The body of a movement at a phase.
pub(super) fn skeleton(movement: &Movement, phase: f32) -> Skeleton {
    Skeleton::between(&movement.start, &movement.end, phase, movement.lift)
}

/// What a movement keeps within, looked up at steps that are close enough for its soft curves.
pub(super) fn frame(movement: &Movement) -> Frame {
    const STEPS: u8 = 12;
    let view = View::new(movement.turn, movement.above);
    let [min, max] = (0..=STEPS)
        .flat_map(|step| {
            let skeleton = skeleton(movement, f32::from(step) / f32::from(STEPS));
            figure(movement, &skeleton, view)
        })
        .map(|shape| shape.bounds())
        .fold(NOTHING, union);
    Frame {
        min: [min[0] - MARGIN, min[1] - MARGIN],
        max: [max[0] + MARGIN, (max[1].max(0.0)) + MARGIN],
    }
}

/// The person and the things, without floor and marks.
fn figure(movement: &Movement, skeleton: &Skeleton, view: View) -> Vec<Shape> {
    let mut layers: Vec<(Layer, Shape)> = Vec::new();
    for thing in &movement.gear {
        thing.draw(skeleton, view, &mut |layer, shape| {
            layers.push((layer, shape));
        });
    }
    let layer = |wanted: Layer| {
        let of_layer = layers.iter().filter(move |(layer, _)| *layer == wanted);
        of_layer.map(|(_, shape)| shape.clone())
    };
    let far = if view.is_from_front() {
        Tone::Body
    } else {
        Tone::Far
    };
    let mut shapes: Vec<Shape> = layer(Layer::Back).collect();
    if view.is_from_front() {
        shapes.extend(leg(&skeleton.leg(Side::Far), view, far));
        shapes.extend(leg(&skeleton.leg(Side::Near), view, Tone::Body));
        shapes.extend(layer(Layer::Middle));
        shapes.extend(trunk(skeleton, view));
        shapes.extend(layer(Layer::Front));
        shapes.extend(arm(&skeleton.arm(Side::Far), view, far));
    } else {
        shapes.extend(arm(&skeleton.arm(Side::Far), view, far));
        shapes.extend(leg(&skeleton.leg(Side::Far), view, far));
        shapes.extend(layer(Layer::Middle));
        shapes.extend(trunk(skeleton, view));
        shapes.extend(leg(&skeleton.leg(Side::Near), view, Tone::Body));
        shapes.extend(layer(Layer::Front));
    }
    shapes.extend(arm(&skeleton.arm(Side::Near), view, Tone::Body));
    shapes.extend(layer(Layer::Top));
    shapes
}

fn limb(view: View, from: Space, to: Space, radii: [f32; 2], tone: Tone) -> Shape {
    Shape::Limb {
        ends: [view.of(from), view.of(to)],
        radii,
        tone,
        gap: true,
    }
}

fn leg(leg: &LegJoints, view: View, tone: Tone) -> Vec<Shape> {
    // The foot's line lies within the sole, so that it stands on the floor and not in it.
    let up = unit(
        sub(leg.ankle, lerp(leg.heel, leg.ball, 0.235)),
        [0.0, 1.0, 0.0],
    );
    let within = |at: Space, radius: f32| add(at, scale(up, radius));
    let ball = within(leg.ball, FOOT_RADII[1]);
    vec![
        limb(
            view,
            ball,
            add(leg.toes, [0.0, TOE, 0.0]),
            [FOOT_RADII[1], TOE],
            tone,
        ),
        limb(
            view,
            within(leg.heel, FOOT_RADII[0]),
            ball,
            FOOT_RADII,
            tone,
        )
        .without_gap(),
        limb(view, leg.knee, leg.ankle, SHIN_RADII, tone),
        limb(view, leg.hip, leg.knee, THIGH_RADII, tone),
    ]
}

fn arm(arm: &ArmJoints, view: View, tone: Tone) -> Vec<Shape> {
    vec![
        limb(view, arm.shoulder, arm.elbow, UPPER_ARM_RADII, tone),
        limb(view, arm.elbow, arm.hand, FOREARM_RADII, tone),
        limb(view, arm.hand, arm.hand, [HAND; 2], tone),
    ]
}

fn trunk(skeleton: &Skeleton, view: View) -> Vec<Shape> {
    let spread = |from: Space, axes: Axes, up: f32, half: f32, radius: f32| {
        [-1.0, 1.0].map(|side: f32| {
            let at = add(from, axes.place([0.0, up, half * side]));
            (view.of(at), radius)
        })
    };
    let (pelvis, chest) = (skeleton.pelvis_axes, skeleton.chest_axes);
    let waist = spread(skeleton.waist, chest, 0.0, 5.0, 8.4);
    let body = |circles: Vec<(Point, f32)>| Shape::Area {
        points: hull(&circles),
        tone: Tone::Body,
    };
    let lower = [spread(skeleton.hip, pelvis, 0.0, 7.0, 9.2), waist].concat();
    let upper = [
        waist,
        spread(skeleton.neck, chest, -11.0, 6.5, 10.4),
        spread(skeleton.neck, chest, -1.5, 14.0, 6.6),
    ]
    .concat();
    let nose = add(
        skeleton.head,
        skeleton.head_axes.place([HEAD[0], -1.0, 0.0]),
    );
    let head = skeleton.head_axes.up;
    let crown = HEAD[1] - HEAD[0];
    vec![
        body(lower),
        body(upper),
        limb(
            view,
            skeleton.neck,
            skeleton.head,
            [NECK_RADIUS; 2],
            Tone::Body,
        )
        .without_gap(),
        limb(
            view,
            add(skeleton.head, scale(head, -crown)),
            add(skeleton.head, scale(head, crown)),
            [HEAD[0]; 2],
            Tone::Body,
        )
        .without_gap(),
        limb(view, skeleton.head, nose, [1.8; 2], Tone::Body).without_gap(),
    ]
}

impl Shape {
    fn without_gap(mut self) -> Self {
        if let Self::Limb { gap, .. } = &mut self {
            *gap = false;
        }
        self
    }
}
