//! A distance or a time, and its words.

use crate::domain::{DistanceUnit, Extent, Meters, Seconds};
use crate::notation;

use super::lexicon::Unit;

pub(super) const METERS_PER_MILE: f64 = 1609.344;
const METERS_PER_YARD: f64 = 0.9144;
/// The longest session that is believed, in metres and in seconds.
const MOST_METERS: f64 = 250_000.0;
const MOST_SECONDS: f64 = 30.0 * 3600.0;

/// A distance in metres or a time in seconds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Amount {
    Meters(f64),
    Seconds(f64),
}

impl Amount {
    pub(super) fn extent(self) -> Extent {
        match self {
            Self::Meters(meters) => Extent::Distance(Meters::new(meters)),
            Self::Seconds(seconds) => Extent::Time(Seconds(seconds.round() as u32)),
        }
    }

    pub(super) fn is_distance(self) -> bool {
        matches!(self, Self::Meters(_))
    }

    /// The figure in metres or seconds.
    pub(super) fn value(self) -> f64 {
        match self {
            Self::Meters(value) | Self::Seconds(value) => value,
        }
    }

    /// False for what nobody does in one session.
    pub(super) fn is_believable(self) -> bool {
        match self {
            Self::Meters(meters) => (10.0..=MOST_METERS).contains(&meters),
            Self::Seconds(seconds) => (1.0..=MOST_SECONDS).contains(&seconds),
        }
    }

    /// In words: "20 min", "1 h 10 min", "400 m", "5 mi".
    pub(super) fn words(self) -> String {
        match self {
            Self::Meters(meters) => meters_words(meters),
            Self::Seconds(seconds) => notation::seconds(Seconds(seconds.round() as u32)),
        }
    }
}

fn meters_words(meters: f64) -> String {
    let miles = meters / METERS_PER_MILE;
    let in_quarters = (miles * 4.0 - (miles * 4.0).round()).abs() < 1e-6;
    let far = Meters::new(meters);
    if in_quarters && miles >= 0.25 && (meters / 100.0).fract().abs() > 1e-6 {
        notation::distance_figure(far, DistanceUnit::Miles, 2)
    } else if meters < 1000.0 {
        format!("{} m", notation::number(meters, 2))
    } else {
        notation::distance_figure(far, DistanceUnit::Km, 2)
    }
}

/// So much of a unit of distance or time.
pub(super) fn in_unit(value: f64, unit: Unit) -> Amount {
    match unit {
        Unit::Km => Amount::Meters(value * 1000.0),
        Unit::Mile => Amount::Meters(value * METERS_PER_MILE),
        Unit::Meter => Amount::Meters(value),
        Unit::Yard => Amount::Meters(value * METERS_PER_YARD),
        Unit::Hour => Amount::Seconds(value * 3600.0),
        Unit::Minute => Amount::Seconds(value * 60.0),
        Unit::Second => Amount::Seconds(value),
    }
}
