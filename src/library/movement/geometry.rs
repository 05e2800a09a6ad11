//! Places and directions in space, in centimetres: x forward, y up, z to the side towards the viewer.

/// A place or a direction.
pub(super) type Space = [f32; 3];

pub(super) fn add([ax, ay, az]: Space, [bx, by, bz]: Space) -> Space {
    [ax + bx, ay + by, az + bz]
}

pub(super) fn sub([ax, ay, az]: Space, [bx, by, bz]: Space) -> Space {
    [ax - bx, ay - by, az - bz]
}

pub(super) fn scale([x, y, z]: Space, by: f32) -> Space {
    [x * by, y * by, z * by]
}

pub(super) fn dot([ax, ay, az]: Space, [bx, by, bz]: Space) -> f32 {
    ax * bx + ay * by + az * bz
}

pub(super) fn length(a: Space) -> f32 {
    dot(a, a).sqrt()
}

pub(super) fn lerp(a: Space, b: Space, phase: f32) -> Space {
    add(a, scale(sub(b, a), phase))
}

pub(super) fn between(a: f32, b: f32, phase: f32) -> f32 {
    a + (b - a) * phase
}

/// The direction of `a`, or `otherwise` where it has none.
pub(super) fn unit(a: Space, otherwise: Space) -> Space {
    let length = length(a);
    if length < 1e-4 {
        otherwise
    } else {
        scale(a, 1.0 / length)
    }
}

/// Three directions at right angles: a part of the body, turned in space.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Axes {
    pub(super) forward: Space,
    pub(super) up: Space,
    pub(super) side: Space,
}

impl Axes {
    /// Turned about the upright by `twist`, then to the side by `tilt`, then forward by `lean`, in degrees.
    pub(super) fn turned(lean: f32, tilt: f32, twist: f32) -> Self {
        let turn = |place: Space| {
            let (sin, cos) = twist.to_radians().sin_cos();
            let [x, y, z] = place;
            let [x, z] = [x * cos - z * sin, x * sin + z * cos];
            let (sin, cos) = tilt.to_radians().sin_cos();
            let [y, z] = [y * cos - z * sin, y * sin + z * cos];
            let (sin, cos) = lean.to_radians().sin_cos();
            [x * cos + y * sin, y * cos - x * sin, z]
        };
        Self {
            forward: turn([1.0, 0.0, 0.0]),
            up: turn([0.0, 1.0, 0.0]),
            side: turn([0.0, 0.0, 1.0]),
        }
    }

    /// A place given along these axes, seen from their origin.
    pub(super) fn place(&self, [x, y, z]: Space) -> Space {
        add(
            add(scale(self.forward, x), scale(self.up, y)),
            scale(self.side, z),
        )
    }
}

/// The joint between two bones that reach from `from` towards `to`, bent in the direction of `bend`, and the end that
/// they reach: it is `to` wherever the bones are long enough.
pub(super) fn reach(
    from: Space,
    to: Space,
    [first, second]: [f32; 2],
    bend: Space,
) -> (Space, Space) {
    let along = unit(sub(to, from), [0.0, -1.0, 0.0]);
    let distance = length(sub(to, from)).clamp((first - second).abs() + 0.1, first + second);
    let forward = (first * first - second * second + distance * distance) / (2.0 * distance);
    let height = (first * first - forward * forward).max(0.0).sqrt();
    // Only what of the direction lies across the line bends the joint.
    let across = sub(bend, scale(along, dot(bend, along)));
    let across = unit(across, [1.0, 0.0, 0.0]);
    let joint = add(from, add(scale(along, forward), scale(across, height)));
    (joint, add(from, scale(along, distance)))
}
