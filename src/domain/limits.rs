//! Which figures are plausible: the bounds that all readers share, of fields, plans, tables and files alike.

use std::ops::RangeInclusive;

use super::{Meters, Pace};

/// The longest distance of a run or a part of it, in kilometres.
pub const MOST_KM: f64 = 1000.0;
/// The longest duration, in hours.
pub const MOST_HOURS: f64 = 48.0;
/// The same in seconds.
pub const MOST_SECONDS: f64 = MOST_HOURS * 3600.0;
/// The slowest pace: an hour a kilometre.
pub const SLOWEST: Pace = Pace::from_seconds_per_km(3600.0);
/// The heaviest load, in kilograms.
pub const MOST_KG: f64 = 1000.0;
/// Sets, repetitions, seconds of a hold, repeats of a run.
pub const COUNTS: RangeInclusive<u32> = 1..=1000;
/// Percent of a one-repetition maximum.
pub const PERCENT: RangeInclusive<f64> = 0.0..=200.0;
/// Exertion: Borg's CR10 for sessions, Tuchscherer's scale for sets.
pub const EXERTION: RangeInclusive<f64> = 0.0..=10.0;
/// Repetitions in reserve.
pub const RESERVE: RangeInclusive<f64> = 0.0..=20.0;
/// Heart rates in beats a minute.
pub const HEART_RATE: RangeInclusive<u16> = 25..=250;
/// The longest rest between sets, in seconds.
pub const MOST_REST: f64 = 3600.0;
/// The most metres climbed in a run.
pub const MOST_ASCENT: Meters = Meters::new(20_000.0);
