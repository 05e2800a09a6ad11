//! Quantities as newtypes, so that kilograms never meet kilometres.

use serde::{Deserialize, Serialize};

/// Metres in one statute mile.
const METERS_PER_MILE: f64 = 1609.344;
/// Kilograms in one avoirdupois pound.
const KILOGRAMS_PER_POUND: f64 = 0.453_592_37;

/// A number that a document may not hold: not a number, or infinite.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("{0} is not a finite number; write a plain figure such as 62.5")]
pub struct NotFinite(f64);

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Default, Serialize, Deserialize)]
        #[serde(try_from = "f64", into = "f64")]
        pub struct $name(f64);

        impl TryFrom<f64> for $name {
            type Error = NotFinite;
            fn try_from(value: f64) -> Result<Self, NotFinite> {
                if value.is_finite() { Ok(Self(value)) } else { Err(NotFinite(value)) }
            }
        }

        impl From<$name> for f64 {
            fn from(value: $name) -> f64 {
                value.0
            }
        }
    };
}

quantity! {
    /// A mass in kilograms.
    Kilograms
}
quantity! {
    /// A distance in metres.
    Meters
}
quantity! {
    /// A running pace in seconds a kilometre: smaller is faster.
    Pace
}
quantity! {
    /// Rating of perceived exertion, 0–10 (Borg CR10 for sessions, Tuchscherer's scale for sets).
    Rpe
}

impl Kilograms {
    /// A mass of `kg` kilograms.
    pub const fn new(kg: f64) -> Self {
        Self(kg)
    }
    /// A mass of `lb` pounds.
    pub fn from_pounds(lb: f64) -> Self {
        Self(lb * KILOGRAMS_PER_POUND)
    }
    /// The mass in kilograms.
    pub const fn kg(self) -> f64 {
        self.0
    }
    /// The mass in pounds.
    pub fn pounds(self) -> f64 {
        self.0 / KILOGRAMS_PER_POUND
    }
}

impl Meters {
    /// A distance of `m` metres.
    pub const fn new(m: f64) -> Self {
        Self(m)
    }
    /// A distance of `km` kilometres.
    pub fn from_km(km: f64) -> Self {
        Self(km * 1000.0)
    }
    /// A distance of `mi` statute miles.
    pub fn from_miles(mi: f64) -> Self {
        Self(mi * METERS_PER_MILE)
    }
    /// The distance in metres.
    pub const fn m(self) -> f64 {
        self.0
    }
    /// The distance in kilometres.
    pub fn km(self) -> f64 {
        self.0 / 1000.0
    }
    /// The distance in statute miles.
    pub fn miles(self) -> f64 {
        self.0 / METERS_PER_MILE
    }
}

impl Pace {
    /// A pace of `seconds` for each kilometre.
    pub const fn from_seconds_per_km(seconds: f64) -> Self {
        Self(seconds)
    }
    /// A pace of `seconds` for each statute mile.
    pub fn from_seconds_per_mile(seconds: f64) -> Self {
        Self(seconds * 1000.0 / METERS_PER_MILE)
    }
    /// Seconds for each kilometre.
    pub const fn seconds_per_km(self) -> f64 {
        self.0
    }
    /// Seconds for each statute mile.
    pub fn seconds_per_mile(self) -> f64 {
        self.0 * METERS_PER_MILE / 1000.0
    }
}

impl Rpe {
    /// Exertion up to which training is easy (Seiler & Kjerland 2006, on the CR10 scale).
    pub const EASY: f64 = 4.0;
    /// Exertion from which training is hard, in the same study.
    pub const HARD: f64 = 7.0;

    /// An exertion of `value` on the 0–10 scale.
    pub const fn new(value: f64) -> Self {
        Self(value)
    }
    /// The exertion on the 0–10 scale.
    pub const fn value(self) -> f64 {
        self.0
    }
}

/// A duration in whole minutes.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Minutes(pub u32);

/// A duration in whole seconds.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Seconds(pub u32);

impl Minutes {
    /// The duration in hours.
    pub fn hours(self) -> f64 {
        f64::from(self.0) / 60.0
    }
}

impl Seconds {
    /// The duration in minutes, with its fraction.
    pub fn minutes(self) -> f64 {
        f64::from(self.0) / 60.0
    }
}

/// A heart rate in beats a minute.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct Bpm(pub u16);
