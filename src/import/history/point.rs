//! A point of a track, and the way from one to the next.

use chrono::{DateTime, Utc};

/// Mean radius of the earth in metres (IUGG).
const EARTH: f64 = 6_371_008.8;

/// One point.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// When.
    pub time: Option<DateTime<Utc>>,
    /// Latitude and longitude in degrees.
    pub place: Option<(f64, f64)>,
    /// Height in metres.
    pub height: Option<f64>,
    /// Heart rate in beats a minute.
    pub pulse: Option<f64>,
    /// Metres since the start, where the watch counted them.
    pub distance: Option<f64>,
}

/// Metres from one point to a later one: as the watch counted them, else as the crow flies; `None` where the two say
/// nothing of it.
pub(super) fn way_between(from: &Point, to: &Point) -> Option<f64> {
    if let (Some(before), Some(now)) = (from.distance, to.distance) {
        return Some((now - before).max(0.0));
    }
    let (from, to) = from.place.zip(to.place)?;
    Some(great_circle(from, to))
}

/// Metres between two places by the haversine formula (Sinnott 1984).
fn great_circle((lat_a, lon_a): (f64, f64), (lat_b, lon_b): (f64, f64)) -> f64 {
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let h = half(lat_b - lat_a)
        + lat_a.to_radians().cos() * lat_b.to_radians().cos() * half(lon_b - lon_a);
    2.0 * EARTH * h.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_degree_of_latitude_is_111_kilometres() {
        assert!((great_circle((50.0, 8.0), (51.0, 8.0)) - 111_195.0).abs() < 5.0);
    }
}
