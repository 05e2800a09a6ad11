//! Points of a track reduced to the figures of a run.

use chrono::{DateTime, Utc};

use crate::domain::{Bpm, HeartTime, Meters, RunLog, Seconds};

use super::fastest::{Fastest, MOST_SPEED};
use super::limits;
use super::point::{Point, way_between};

/// Below this speed in metres a second a runner stands: half a slow walk.
const STANDING: f64 = 0.5;
/// A longer gap between two points is a pause, in seconds.
const LONGEST_GAP: f64 = 120.0;
/// Climbs are counted once they exceed the noise of a watch's height, in metres.
const CLIMB_STEP: f64 = 3.0;

/// Sums points up, one at a time. Only moment and way of each are kept, for the fastest stretches.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Track {
    first: Option<DateTime<Utc>>,
    last: Option<Point>,
    meters: f64,
    /// Of these, what lies between places that are too far apart to have been run.
    jumped: f64,
    moving: f64,
    pulse_seconds: (f64, f64),
    pulse_max: f64,
    low: Option<f64>,
    climbed: f64,
    points: u64,
    fastest: Fastest,
    heart: HeartSeconds,
}

/// Seconds at each heart rate, as [`HeartTime`] has its bins.
#[derive(Debug, Clone, PartialEq)]
struct HeartSeconds([f64; HeartTime::BINS]);

impl Default for HeartSeconds {
    fn default() -> Self {
        Self([0.0; HeartTime::BINS])
    }
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
            let meters = way_between(&last, &point).unwrap_or_default();
            self.meters += meters;
            let seconds = last
                .time
                .zip(point.time)
                .map_or(0.0, |(a, b)| (b - a).as_seconds_f64());
            let counted = last.distance.is_some() && point.distance.is_some();
            if seconds > 0.0 && meters / seconds > MOST_SPEED && !counted {
                self.jumped += meters;
            }
            if seconds > 0.0
                && seconds <= LONGEST_GAP
                && (meters / seconds >= STANDING || way_between(&last, &point).is_none())
            {
                self.moving += seconds;
            }
            if let Some(pulse) = point.pulse
                && seconds > 0.0
                && seconds <= LONGEST_GAP
            {
                self.pulse_seconds.0 += pulse * seconds;
                self.pulse_seconds.1 += seconds;
                if let Some(bin) = self.heart.0.get_mut(HeartTime::bin(pulse)) {
                    *bin += seconds;
                }
            }
        }
        if let Some(pulse) = point.pulse {
            self.pulse_max = self.pulse_max.max(pulse);
        }
        self.climb(point.height);
        self.fastest.add(point);
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

    /// The figures of the track, however it was moved along.
    pub fn figures(&self) -> RunLog {
        let pulse =
            (self.pulse_seconds.1 > 0.0).then(|| self.pulse_seconds.0 / self.pulse_seconds.1);
        RunLog {
            distance: distance(self.meters),
            moving: (self.moving >= 1.0 && self.moving <= limits::MOST_SECONDS)
                .then(|| Seconds(self.moving.round() as u32)),
            hr_average: pulse.map(|pulse| Bpm(pulse.round() as u16)),
            hr_max: (self.pulse_max > 0.0).then(|| Bpm(self.pulse_max.round() as u16)),
            ascent: (self.climbed >= 1.0 && self.climbed < 20_000.0)
                .then(|| Meters::new(self.climbed.round())),
            ..RunLog::default()
        }
    }

    /// The same of a run: without the ways that nobody can run, and with what its points say besides the sums.
    pub fn run(&self) -> RunLog {
        RunLog {
            distance: distance(self.meters - self.jumped),
            ..self.series().or(self.figures())
        }
    }

    /// What only points say of a run: its fastest stretches, and how long the heart beat how fast.
    pub fn series(&self) -> RunLog {
        let [best_1k, best_5k, best_10k] = self.fastest.best();
        RunLog {
            best_1k,
            best_5k,
            best_10k,
            heart_time: HeartTime::new(&self.heart.0).map(Box::new),
            ..RunLog::default()
        }
    }
}

fn distance(meters: f64) -> Option<Meters> {
    (1.0..=limits::MOST_METERS)
        .contains(&meters)
        .then(|| Meters::new(meters.round()))
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
    fn a_run_has_no_metres_that_nobody_can_run_and_a_ride_keeps_them() {
        let mut track = Track::default();
        let step = 3.0 / 111_195.0;
        for second in 0..=1000_i64 {
            let astray = if second == 500 { 0.1 } else { 0.0 };
            track.add(at(second, 50.0 + step * second as f64 + astray));
        }
        let run = track.run();
        assert!((run.distance.unwrap().m() - 3000.0).abs() < 10.0, "{run:?}");
        assert_eq!(run.best_1k, Some(Seconds(334)));
        assert!(track.figures().distance.unwrap().m() > 20_000.0);
    }

    #[test]
    fn time_is_kept_by_heart_rate_without_pauses() {
        let mut track = Track::default();
        let beat = |second: i64, pulse: f64| Point {
            pulse: Some(pulse),
            ..at(second, 50.0)
        };
        track.add(beat(0, 141.0));
        for second in 1..=600 {
            track.add(beat(second, if second <= 400 { 141.0 } else { 171.0 }));
        }
        // After a pause of ten minutes.
        track.add(beat(1200, 120.0));
        let heart = track.run().heart_time.unwrap();
        assert_eq!((heart.below(170.0), heart.total()), (400.0, 600.0));
        assert_eq!(track.figures().heart_time, None);
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
