//! How long and how thick the parts of the body are, in centimetres: a person of 170.

/// From the hip to the knee.
pub(super) const THIGH: f32 = 42.0;
/// From the knee to the ankle.
pub(super) const SHIN: f32 = 41.0;
/// From the sole up to the ankle.
pub(super) const ANKLE: f32 = 7.0;
/// From the ankle forward to the ball of the foot.
pub(super) const BALL: f32 = 13.0;
/// From the ball of the foot to the tip of the toes.
pub(super) const TOES: f32 = 6.0;
/// From the ankle back to the heel.
pub(super) const HEEL: f32 = 4.0;
/// From the hips to the waist.
pub(super) const PELVIS: f32 = 20.0;
/// From the waist to the shoulders.
pub(super) const CHEST: f32 = 30.0;
/// From between the shoulders to the middle of the head.
pub(super) const NECK: f32 = 20.0;
/// Half the distance between the hips.
pub(super) const HIP_HALF: f32 = 9.0;
/// Half the distance between the shoulders.
pub(super) const SHOULDER_HALF: f32 = 17.0;
/// From the shoulder to the elbow.
pub(super) const UPPER_ARM: f32 = 29.0;
/// From the elbow to the grip of the hand.
pub(super) const FOREARM: f32 = 27.0;

/// Radii of the head, across and up.
pub(super) const HEAD: [f32; 2] = [9.6, 11.4];
/// Radius of the neck.
pub(super) const NECK_RADIUS: f32 = 4.6;
/// Radii of the thigh, at hip and knee.
pub(super) const THIGH_RADII: [f32; 2] = [8.6, 5.8];
/// Radii of the shin, at knee and ankle.
pub(super) const SHIN_RADII: [f32; 2] = [5.9, 3.7];
/// Radii of the foot, at heel and ball.
pub(super) const FOOT_RADII: [f32; 2] = [3.6, 2.7];
/// Radius of the tip of the toes.
pub(super) const TOE: f32 = 2.1;
/// Radii of the upper arm, at shoulder and elbow.
pub(super) const UPPER_ARM_RADII: [f32; 2] = [5.6, 4.2];
/// Radii of the forearm, at elbow and wrist.
pub(super) const FOREARM_RADII: [f32; 2] = [4.3, 3.1];
/// Radius of a hand.
pub(super) const HAND: f32 = 4.2;
