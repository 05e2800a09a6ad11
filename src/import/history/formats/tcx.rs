//! TCX: activities of laps. The laps' own sums are taken; where there are none, the points are.

use crate::domain::{Bpm, Meters, RunKind, RunLog, Seconds};
use crate::history::{Activity, FileContents, Sport};
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::laps::{self, LapKind, repeats};
use crate::import::history::limits;
use crate::import::history::point::Point;
use crate::import::history::sports::sport;
use crate::import::history::track::Track;
use crate::import::history::track_file::{self, TrackReader, activity_at, moment};
use crate::import::history::xml::{Piece, attribute, begins_with};

/// The format.
pub const FORMAT: HistoryFormat =
    HistoryFormat::of_contents("tcx", "TCX activity", recognises, read);

fn recognises(content: &Content) -> bool {
    matches!(content, Content::Xml(text) if begins_with(text, "TrainingCenterDatabase"))
}

fn read(content: &Content, options: &ReadOptions) -> FileContents {
    track_file::read::<State>(content, options)
}

#[derive(Default)]
struct State {
    kind: Option<Sport>,
    id: String,
    seconds: f64,
    meters: f64,
    pulse_seconds: (f64, f64),
    pulse_max: f64,
    lap: Lap,
    point: Option<Point>,
    /// Which of a lap's two heart rates the next value is.
    pulse_of: Pulse,
    track: Track,
    note: String,
    /// Within the workout that was followed, whose name is that of the run; others are of watches.
    in_plan: bool,
    title: String,
    laps: Vec<laps::Lap>,
}

#[derive(Default)]
struct Lap {
    seconds: f64,
    meters: f64,
    pulse: Option<f64>,
    kind: LapKind,
}

#[derive(Default, Clone, Copy, PartialEq)]
enum Pulse {
    #[default]
    None,
    Average,
    Highest,
    Point,
}

impl TrackReader for State {
    fn take(&mut self, piece: Piece, options: &ReadOptions, reading: &mut FileContents) {
        match piece {
            Piece::Open("Activity", tag) => {
                *self = Self {
                    kind: Some(sport(&attribute(tag, "Sport").unwrap_or_default())),
                    ..Self::default()
                };
            }
            Piece::Open("Lap", _) => self.lap = Lap::default(),
            Piece::Open("Plan", _) => self.in_plan = true,
            Piece::Close("Plan") => self.in_plan = false,
            Piece::Open("Trackpoint", _) => self.point = Some(Point::default()),
            Piece::Open("AverageHeartRateBpm", _) => self.pulse_of = Pulse::Average,
            Piece::Open("MaximumHeartRateBpm", _) => self.pulse_of = Pulse::Highest,
            Piece::Open("HeartRateBpm", _) => self.pulse_of = Pulse::Point,
            Piece::Text(name, text) => self.text(name, text),
            Piece::Close("AverageHeartRateBpm" | "MaximumHeartRateBpm" | "HeartRateBpm") => {
                self.pulse_of = Pulse::None;
            }
            Piece::Close("Trackpoint") => {
                if let Some(point) = self.point.take() {
                    self.track.add(point);
                }
            }
            Piece::Close("Lap") => {
                self.seconds += self.lap.seconds;
                self.meters += self.lap.meters;
                self.laps.push(laps::Lap {
                    kind: self.lap.kind,
                    seconds: self.lap.seconds,
                    meters: self.lap.meters,
                });
                if let Some(pulse) = self.lap.pulse {
                    self.pulse_seconds.0 += pulse * self.lap.seconds;
                    self.pulse_seconds.1 += self.lap.seconds;
                }
            }
            Piece::Close("Activity") => self.finish(options, reading),
            Piece::Open(..) | Piece::Close(_) => {}
        }
    }

    fn finish(&mut self, options: &ReadOptions, reading: &mut FileContents) {
        let state = std::mem::take(self);
        let Some(kind) = state.kind else { return };
        let Some(start) = moment(&state.id).or(state.track.start()) else {
            return reading.skip(0, "the activity says no moment, so nobody knows its day");
        };
        let points = if kind == Sport::Run {
            state.track.run()
        } else {
            state.track.figures()
        };
        let summed = if state.meters > 0.0 {
            limits::distance(state.meters)
        } else {
            Ok(points.distance)
        };
        let distance = match summed {
            Ok(distance) => distance,
            Err(reason) => return reading.skip(0, reason),
        };
        let pulse = |bpm: f64| {
            (20.0..=limits::MOST_BPM)
                .contains(&bpm)
                .then(|| Bpm(bpm.round() as u16))
        };
        let moving = Some(state.seconds)
            .filter(|seconds| (1.0..=limits::MOST_SECONDS).contains(seconds))
            .map(|seconds| Seconds(seconds.round() as u32))
            .or(points.moving);
        let weighted =
            (state.pulse_seconds.1 > 0.0).then(|| state.pulse_seconds.0 / state.pulse_seconds.1);
        let repeats = repeats(&state.laps).filter(|_| kind == Sport::Run);
        reading.activities.push(Activity {
            run_kind: repeats.is_some().then_some(RunKind::Intervals),
            title: if state.title.is_empty() {
                repeats.unwrap_or_default()
            } else {
                state.title
            },
            note: state.note,
            duration: moving,
            run: RunLog {
                distance: distance.map(|distance| Meters::new(distance.m())),
                moving,
                hr_average: weighted.and_then(pulse).or(points.hr_average),
                hr_max: pulse(state.pulse_max).or(points.hr_max),
                ..points
            },
            ..activity_at("tcx", start, kind, options)
        });
    }
}

impl State {
    fn text(&mut self, name: &str, text: &str) {
        let figure = || text.parse::<f64>().ok().filter(|value| value.is_finite());
        match (&mut self.point, name) {
            (None, "Id") => text.clone_into(&mut self.id),
            (None, "TotalTimeSeconds") => self.lap.seconds = figure().unwrap_or_default(),
            (None, "DistanceMeters") => self.lap.meters += figure().unwrap_or_default(),
            (None, "Intensity") if text == "Resting" => self.lap.kind = LapKind::Rest,
            (None, "Name") if self.in_plan => text.clone_into(&mut self.title),
            (None, "Notes") => text.clone_into(&mut self.note),
            (None, "Value") if self.pulse_of == Pulse::Average => self.lap.pulse = figure(),
            (None, "Value") if self.pulse_of == Pulse::Highest => {
                self.pulse_max = self.pulse_max.max(figure().unwrap_or_default());
            }
            (Some(point), "Time") => point.time = moment(text),
            (Some(point), "LatitudeDegrees") => {
                point.place = figure().map(|lat| (lat, point.place.map_or(0.0, |p| p.1)));
            }
            (Some(point), "LongitudeDegrees") => {
                point.place = figure().map(|lon| (point.place.map_or(0.0, |p| p.0), lon));
            }
            (Some(point), "AltitudeMeters") => point.height = figure(),
            (Some(point), "DistanceMeters") => point.distance = figure(),
            (Some(point), "Value") if self.pulse_of == Pulse::Point => point.pulse = figure(),
            _ => {}
        }
    }
}
