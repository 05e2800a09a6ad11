//! The joints by the names that cues and things use.

use serde::Deserialize;

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
