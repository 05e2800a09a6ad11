//! The units in which an athlete reads and writes.

use serde::{Deserialize, Serialize};

use super::Meters;

/// How distances are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum DistanceUnit {
    /// Kilometres.
    #[default]
    Km,
    /// Statute miles.
    Miles,
}

impl DistanceUnit {
    /// Metres of one.
    pub fn meters(self) -> f64 {
        match self {
            Self::Km => Meters::from_km(1.0).m(),
            Self::Miles => Meters::from_miles(1.0).m(),
        }
    }

    /// How finely people write a planned distance of so many metres, in parts of one: tenths below five of them, from
    /// there on halves. Practice.
    pub fn written_parts(self, meters: f64) -> f64 {
        if meters / self.meters() < 5.0 {
            10.0
        } else {
            2.0
        }
    }
}

/// How masses are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum MassUnit {
    /// Kilograms.
    #[default]
    Kg,
    /// Pounds.
    Pounds,
}

/// The units an athlete thinks in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Units {
    /// For distances and paces.
    pub distance: DistanceUnit,
    /// For loads.
    pub mass: MassUnit,
}

impl Units {
    /// Kilometres and kilograms.
    pub const METRIC: Self = Self {
        distance: DistanceUnit::Km,
        mass: MassUnit::Kg,
    };
    /// Miles and pounds.
    pub const IMPERIAL: Self = Self {
        distance: DistanceUnit::Miles,
        mass: MassUnit::Pounds,
    };
}

impl From<Units> for DistanceUnit {
    fn from(units: Units) -> Self {
        units.distance
    }
}

impl From<Units> for MassUnit {
    fn from(units: Units) -> Self {
        units.mass
    }
}
