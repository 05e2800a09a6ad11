//! Points of a track reduced to the figures of a run.

use chrono::{DateTime, Utc};

use crate::domain::{Bpm, Meters, RunLog, Seconds};

use super::limits;

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

/// Below this speed in metres a second a runner stands: half a slow walk.
const STANDING: f64 = 0.5;
/// A longer gap between two points is a pause, in seconds.
const LONGEST_GAP: f64 = 120.0;
/// Climbs are counted once they exceed the noise of a watch's height, in metres.
const CLIMB_STEP: f64 = 3.0;
/// Mean radius of the earth in metres (IUGG).
const EARTH: f64 = 6_371_008.8;

/// Sums points up, one at a time, so that a long track needs no more room than a short one.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Track {
    first: Option<DateTime<Utc>>,
    last: Option<Point>,
    meters: f64,
    moving: f64,
    pulse_seconds: (f64, f64),
    pulse_max: f64,
    low: Option<f64>,
    climbed: f64,
    points: u64,
}

impl Track {
    /// Adds a point; one without a moment or out of order only tells its place.
    pub fn add(&mut self, point: Point) {
        let sound = |value: &f64| value.is_finite();
        let point = Point {
            place: point
                .place
                .filter(|(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0),
            height: point.height.filter(sound),
            pulse: point
                .pulse
                .filter(|pulse| (20.0..=limits::MOST_BPM).contains(pulse)),
            distance: point.distance.filter(|m| m.is_finite() && *m >= 0.0),
            ..point
        };
        self.points += 1;
        self.first = self.first.or(point.time);
        if let Some(last) = self.last {
            let meters = match (last.distance, point.distance) {
                (Some(before), Some(now)) => (now - before).max(0.0),
                _ => last
                    .place
                    .zip(point.place)
                    .map_or(0.0, |(a, b)| great_circle(a, b)),
            };
            self.meters += meters;
            let seconds = last
                .time
                .zip(point.time)
                .map_or(0.0, |(a, b)| (b - a).as_seconds_f64());
            if seconds > 0.0
                && seconds <= LONGEST_GAP
                && (meters / seconds >= STANDING || !has_way(&last, &point))
            {
                self.moving += seconds;
            }
            if let Some(pulse) = point.pulse
                && seconds > 0.0
                && seconds <= LONGEST_GAP
            {
                self.pulse_seconds.0 += pulse * seconds;
                self.pulse_seconds.1 += seconds;
            }
        }
        if let Some(pulse) = point.pulse {
            self.pulse_max = self.pulse_max.max(pulse);
        }
        self.climb(point.height);
        self.last = Some(Point {
            time: point.time.or(self.last.and_then(|last| last.time)),
            place: point.place.or(self.last.and_then(|last| last.place)),
            ..point
        });
    }

    fn climb(&mut self, height: Option<f64>) {
        let Some(height) = height else { return };
        match self.low {
            Some(low) if height >= low + CLIMB_STEP => {
                self.climbed += height - low;
                self.low = Some(height);
            }
            Some(low) if height > low => {}
            _ => self.low = Some(height),
        }
    }

    /// The moment of its first point.
    pub fn start(&self) -> Option<DateTime<Utc>> {
        self.first
    }

    /// How many points it had.
    pub fn points(&self) -> u64 {
        self.points
    }

    /// From the first point to the last.
    pub fn elapsed(&self) -> Option<Seconds> {
        let seconds = (self.last?.time? - self.first?).num_seconds();
        u32::try_from(seconds)
            .ok()
            .filter(|seconds| *seconds > 0 && f64::from(*seconds) <= limits::MOST_SECONDS)
            .map(Seconds)
    }

    /// The figures of the run.
    pub fn run(&self) -> RunLog {
        let pulse =
            (self.pulse_seconds.1 > 0.0).then(|| self.pulse_seconds.0 / self.pulse_seconds.1);
        RunLog {
            distance: (self.meters >= 1.0 && self.meters <= limits::MOST_METERS)
                .then(|| Meters::new(self.meters.round())),
            moving: (self.moving >= 1.0 && self.moving <= limits::MOST_SECONDS)
                .then(|| Seconds(self.moving.round() as u32)),
            hr_average: pulse.map(|pulse| Bpm(pulse.round() as u16)),
            hr_max: (self.pulse_max > 0.0).then(|| Bpm(self.pulse_max.round() as u16)),
            ascent: (self.climbed >= 1.0 && self.climbed < 20_000.0)
                .then(|| Meters::new(self.climbed.round())),
        }
    }
}

/// True when the two points can say whether anybody moved between them.
fn has_way(a: &Point, b: &Point) -> bool {
    (a.distance.is_some() && b.distance.is_some()) || (a.place.is_some() && b.place.is_some())
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

    fn at(seconds: i64, lat: f64) -> Point {
        Point {
            time: DateTime::from_timestamp(1_700_000_000 + seconds, 0),
            place: Some((lat, 8.0)),
            ..Point::default()
        }
    }

    #[test]
    fn a_degree_of_latitude_is_111_kilometres() {
        assert!((great_circle((50.0, 8.0), (51.0, 8.0)) - 111_195.0).abs() < 5.0);
    }

    #[test]
    fn pauses_and_standing_are_no_moving_time() {
        let mut track = Track::default();
        // 3 m/s for 100 s, standing for 60 s, a pause of 10 min, 3 m/s for 50 s.
        let step = 3.0 / 111_195.0;
        let mut lat = 50.0;
        for second in 0..=100 {
            lat = 50.0 + step * second as f64;
            track.add(at(second, lat));
        }
        for second in 101..=160 {
            track.add(at(second, lat));
        }
        for second in 0..=50 {
            track.add(at(760 + second, lat + step * second as f64));
        }
        let run = track.run();
        assert_eq!(run.moving, Some(Seconds(150)));
        assert!((run.distance.unwrap().m() - 450.0).abs() < 2.0, "{run:?}");
        assert_eq!(track.elapsed(), Some(Seconds(810)));
    }

    #[test]
    fn climbs_leave_the_noise_out() {
        let mut track = Track::default();
        for height in [100.0, 101.0, 100.0, 101.5, 110.0, 109.0, 120.0, 90.0, 95.0] {
            track.add(Point {
                height: Some(height),
                ..Point::default()
            });
        }
        assert_eq!(track.run().ascent, Some(Meters::new(26.0)));
    }

    #[test]
    fn odd_points_do_no_harm() {
        let mut track = Track::default();
        for place in [(f64::NAN, 8.0), (91.0, 8.0), (50.0, 500.0)] {
            track.add(Point {
                place: Some(place),
                pulse: Some(900.0),
                height: Some(f64::INFINITY),
                ..Point::default()
            });
        }
        assert_eq!(track.run(), RunLog::default());
    }
}
