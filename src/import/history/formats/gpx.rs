//! GPX 1.1: tracks of points; heart rate in extensions under any prefix.

use chrono::{DateTime, Utc};

use crate::history::Reading;
use crate::history::{Activity, Sport};
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::point::Point;
use crate::import::history::sports::sport;
use crate::import::history::track::Track;
use crate::import::history::xml::{Piece, attribute, begins_with, walk};

/// The format.
pub struct Gpx;

impl HistoryFormat for Gpx {
    fn id(&self) -> &'static str {
        "gpx"
    }

    fn name(&self) -> &'static str {
        "GPX track"
    }

    fn recognises(&self, content: &Content) -> bool {
        matches!(content, Content::Xml(text) if begins_with(text, "gpx"))
    }

    fn read(&self, content: &Content, options: &ReadOptions) -> Reading {
        let mut reading = Reading::default();
        let Content::Xml(text) = content else {
            return reading;
        };
        let mut state = State::default();
        let ended = walk(text, |piece| state.take(piece, options, &mut reading));
        if let Err(error) = ended {
            state.finish(options, &mut reading);
            reading.skip(0, error.to_string());
        }
        reading
    }
}

#[derive(Default)]
struct State {
    in_track: bool,
    track: Track,
    name: String,
    kind: String,
    point: Option<Point>,
}

impl State {
    fn take(&mut self, piece: Piece, options: &ReadOptions, reading: &mut Reading) {
        match piece {
            Piece::Open("trk", _) => {
                *self = Self {
                    in_track: true,
                    ..Self::default()
                };
            }
            Piece::Open("trkpt", tag) => {
                let degrees = |name| attribute(tag, name).and_then(|text| text.parse().ok());
                self.point = Some(Point {
                    place: degrees("lat").zip(degrees("lon")),
                    ..Point::default()
                });
            }
            Piece::Text(name, text) => self.text(name, text),
            Piece::Close("trkpt") => {
                if let Some(point) = self.point.take() {
                    self.track.add(point);
                }
            }
            Piece::Close("trk") => self.finish(options, reading),
            Piece::Open(..) | Piece::Close(_) => {}
        }
    }

    fn text(&mut self, name: &str, text: &str) {
        match (&mut self.point, name) {
            (Some(point), "ele") => point.height = text.parse().ok(),
            (Some(point), "time") => {
                point.time = DateTime::parse_from_rfc3339(text)
                    .ok()
                    .map(|time| time.to_utc());
            }
            (Some(point), "hr" | "heartrate") => point.pulse = text.parse().ok(),
            (None, "name") if self.in_track => text.clone_into(&mut self.name),
            (None, "type") if self.in_track => text.clone_into(&mut self.kind),
            _ => {}
        }
    }

    fn finish(&mut self, options: &ReadOptions, reading: &mut Reading) {
        let state = std::mem::take(self);
        if !state.in_track || state.track.points() == 0 {
            return;
        }
        // Strava writes numbers for kinds: 9 is a run.
        let kind = match state.kind.as_str() {
            "" | "9" => Sport::Run,
            kind => sport(kind),
        };
        let Some(start) = state.track.start() else {
            return reading.skip(0, "the track has no moments, so nobody knows its day");
        };
        push(
            "gpx",
            start,
            kind,
            &state.name,
            &state.track,
            options,
            reading,
        );
    }
}

/// Adds the activity of a track.
pub(super) fn push(
    system: &'static str,
    start: DateTime<Utc>,
    kind: Sport,
    title: &str,
    track: &Track,
    options: &ReadOptions,
    reading: &mut Reading,
) {
    let local = (options.zone)(start);
    let run = if kind == Sport::Run {
        track.run()
    } else {
        track.figures()
    };
    reading.activities.push(Activity {
        time: Some(local.time()),
        title: title.to_owned(),
        duration: run.moving.or(track.elapsed()),
        run,
        ..Activity::new(
            system,
            start.format("%Y-%m-%dT%H:%M:%SZ").to_string(),
            local.date(),
            kind,
        )
    });
}
