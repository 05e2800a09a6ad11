//! The fastest kilometre, five and ten within a run, by its points.

use super::point::{Point, way_between};
use crate::domain::Seconds;

/// The distances, in metres, and a little less than the fastest that anybody ran them in, in seconds: a window that is
/// faster was measured wrongly.
const COURSES: [(f64, f64); 3] = [(1000.0, 130.0), (5000.0, 750.0), (10_000.0, 1560.0)];
/// A little above the speed of the fastest sprint, in metres a second: what is faster is a jump of the position.
pub(super) const MOST_SPEED: f64 = 11.0;
/// Longest gap between two points over which a speed is still known, in seconds.
const LONGEST_UNSEEN: f64 = 30.0;
/// Below this mean speed, in metres a second, such a gap is a pause, and its time counts.
const WALK: f64 = 2.0;

/// Where the runner was when.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Position {
    /// Seconds and metres since the piece began.
    seconds: f64,
    meters: f64,
}

/// Windows over the points of a run, one at a time. Time stood still counts, as it does in a race. A position that
/// jumps away and comes back is left out; where it stays away, or where nobody saw how the way was made, a piece ends,
/// and no window reaches over the end of a piece.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Fastest {
    piece: Vec<Position>,
    last: Option<Point>,
    /// A point that is too far away to be true, unless the next one is there too.
    suspect: Option<Point>,
    best: [Option<f64>; COURSES.len()],
}

impl Fastest {
    /// Adds a point. One without a moment, out of order or without a place says nothing.
    pub fn add(&mut self, point: Point) {
        if point.time.is_none() || (point.place.is_none() && point.distance.is_none()) {
            return;
        }
        let Some(last) = self.last else {
            return self.begin(point);
        };
        match stretch(&last, &point) {
            Stretch::Silent => {}
            Stretch::Sound(run) => self.push(run, point),
            Stretch::Unseen => {
                self.end_piece();
                self.begin(point);
            }
            Stretch::Jump => match self
                .suspect
                .map(|suspect| (suspect, stretch(&suspect, &point)))
            {
                Some((suspect, Stretch::Sound(step))) => {
                    self.end_piece();
                    self.begin(suspect);
                    self.push(step, point);
                }
                _ => self.suspect = Some(point),
            },
        }
    }

    /// The fastest kilometre, five and ten; `None` where the run is shorter or was not seen in one piece that long.
    pub fn best(&self) -> [Option<Seconds>; COURSES.len()] {
        let mut best = self.best;
        fold(&self.piece, &mut best);
        // Rounded up, so that nobody is told to have been faster than they were.
        best.map(|seconds| Some(Seconds(seconds?.ceil() as u32)))
    }

    fn begin(&mut self, point: Point) {
        self.piece.push(Position {
            seconds: 0.0,
            meters: 0.0,
        });
        self.last = Some(point);
        self.suspect = None;
    }

    fn push(&mut self, step: Position, point: Point) {
        if let Some(last) = self.piece.last() {
            let mark = Position {
                seconds: last.seconds + step.seconds,
                meters: last.meters + step.meters,
            };
            self.piece.push(mark);
        }
        self.last = Some(point);
        self.suspect = None;
    }

    fn end_piece(&mut self) {
        fold(&self.piece, &mut self.best);
        self.piece.clear();
    }
}

/// What lies between two points.
enum Stretch {
    /// Nothing that can be told.
    Silent,
    /// Seconds and metres that somebody may have run.
    Sound(Position),
    /// A way that nobody saw.
    Unseen,
    /// Faster than anybody runs.
    Jump,
}

fn stretch(from: &Point, to: &Point) -> Stretch {
    let seconds = from.time.zip(to.time);
    let seconds = seconds.map_or(0.0, |(from, to)| (to - from).as_seconds_f64());
    let Some(meters) = way_between(from, to).filter(|_| seconds > 0.0) else {
        return Stretch::Silent;
    };
    let speed = meters / seconds;
    if speed > MOST_SPEED {
        Stretch::Jump
    } else if seconds > LONGEST_UNSEEN && speed > WALK {
        Stretch::Unseen
    } else {
        Stretch::Sound(Position { seconds, meters })
    }
}

/// Takes the fastest windows of a piece where they beat the best so far.
fn fold(piece: &[Position], best: &mut [Option<f64>; COURSES.len()]) {
    for (best, (meters, least)) in best.iter_mut().zip(COURSES) {
        let found = fastest_window(piece, meters).filter(|seconds| *seconds >= least);
        *best = match (*best, found) {
            (Some(best), Some(found)) => Some(best.min(found)),
            (best, found) => best.or(found),
        };
    }
}

/// The least time in which so many metres were run, each window ending at a point and beginning where it has to between
/// two.
fn fastest_window(piece: &[Position], meters: f64) -> Option<f64> {
    let mut best: Option<f64> = None;
    let mut start = 0;
    for end in piece {
        while let Some(next) = piece.get(start + 1)
            && end.meters - next.meters >= meters
        {
            start += 1;
        }
        let (Some(from), Some(next)) = (piece.get(start), piece.get(start + 1)) else {
            break;
        };
        let over = end.meters - from.meters - meters;
        if over < 0.0 {
            continue;
        }
        let share = over / (next.meters - from.meters).max(f64::MIN_POSITIVE);
        let begun = from.seconds + (next.seconds - from.seconds) * share.min(1.0);
        let took = end.seconds - begun;
        best = Some(best.map_or(took, |best| best.min(took)));
    }
    best
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    /// A run by the watch's own count of metres: for so many seconds at so many metres a second, a point a second.
    fn run(parts: &[(u32, f64)]) -> Vec<Point> {
        let (mut second, mut meters) = (0, 0.0);
        let mut points = vec![at(0, 0.0)];
        for (seconds, speed) in parts {
            for _ in 0..*seconds {
                second += 1;
                meters += speed;
                points.push(at(second, meters));
            }
        }
        points
    }

    fn at(second: i64, meters: f64) -> Point {
        Point {
            time: DateTime::from_timestamp(1_700_000_000 + second, 0),
            distance: Some(meters),
            ..Point::default()
        }
    }

    /// The same points as places on a meridian.
    fn placed(points: &[Point]) -> Vec<Point> {
        let place = |point: &Point| Point {
            place: point
                .distance
                .map(|meters| (50.0 + meters / 111_195.0, 8.0)),
            distance: None,
            ..*point
        };
        points.iter().map(place).collect()
    }

    fn best(points: &[Point]) -> [Option<u32>; 3] {
        let mut fastest = Fastest::default();
        for point in points {
            fastest.add(*point);
        }
        fastest.best().map(|best| best.map(|seconds| seconds.0))
    }

    #[test]
    fn the_fastest_stretch_is_found_wherever_it_lies() {
        // 2 km at 2.5 m/s, 1 km at 5 m/s, 4 km at 2.5 m/s.
        let points = run(&[(800, 2.5), (200, 5.0), (1600, 2.5)]);
        assert_eq!(best(&points), [Some(200), Some(1800), None]);
        assert_eq!(best(&placed(&points)), [Some(200), Some(1800), None]);
        // A point every seven seconds, which meets no kilometre exactly.
        let sparse: Vec<Point> = points.iter().copied().step_by(7).collect();
        let [Some(one), Some(five), None] = best(&sparse) else {
            panic!("a kilometre and five")
        };
        assert!((200..=207).contains(&one) && (1800..=1807).contains(&five));
    }

    #[test]
    fn standing_and_pauses_count_as_they_do_in_a_race() {
        let stood = run(&[(200, 2.5), (60, 0.0), (200, 2.5)]);
        assert_eq!(best(&stood), [Some(460), None, None]);
        // The watch was paused for five minutes on the spot.
        let mut paused = run(&[(400, 2.5)]);
        for point in &mut paused[201..] {
            point.time = point.time.map(|time| time + chrono::TimeDelta::minutes(5));
        }
        assert_eq!(best(&paused), [Some(700), None, None]);
    }

    #[test]
    fn a_position_that_jumps_makes_nobody_faster() {
        let honest = run(&[(1000, 2.5)]);
        let without = best(&placed(&honest));
        // Away by three kilometres for a second, and for three.
        for lost in [500..501, 500..503] {
            let mut points = placed(&honest);
            for point in &mut points[lost] {
                point.place = point.place.map(|(lat, lon)| (lat + 0.03, lon));
            }
            assert_eq!(best(&points), without);
        }
        // Away for good: no window reaches over the jump, and both sides have theirs.
        let mut points = run(&[(1000, 2.5)]);
        for point in &mut points[600..] {
            point.distance = point.distance.map(|meters| meters + 7000.0);
        }
        assert_eq!(best(&points), [Some(400), None, None]);
    }

    #[test]
    fn a_way_that_nobody_saw_is_no_best() {
        // 600 m in a minute without a point, between a kilometre at 2.5 m/s each.
        let mut points = run(&[(400, 2.5)]);
        points.extend(run(&[(400, 2.5)]).iter().map(|point| {
            Point {
                time: point
                    .time
                    .map(|time| time + chrono::TimeDelta::seconds(460)),
                distance: point.distance.map(|meters| meters + 1600.0),
                ..*point
            }
        }));
        assert_eq!(best(&points), [Some(400), None, None]);
    }

    #[test]
    fn what_nobody_ever_ran_is_no_best() {
        // Ten metres a second for ever: below a sprint, and beyond every kilometre.
        assert_eq!(best(&run(&[(1100, 10.0)])), [None; 3]);
        // A clock that runs backwards, and points that say nothing.
        let mut odd = run(&[(400, 2.5)]);
        odd.reverse();
        assert_eq!(best(&odd), [None; 3]);
        let silent = Point::default();
        assert_eq!(best(&[silent, at(0, 0.0), silent]), [None; 3]);
    }
}
