//! GPX 1.1: tracks of points; heart rate in extensions under any prefix.

use crate::history::{Activity, FileContents, Sport};
use crate::import::history::format::{Content, HistoryFormat, ReadOptions};
use crate::import::history::point::Point;
use crate::import::history::sports::{kind_title, sport};
use crate::import::history::track::Track;
use crate::import::history::track_file::{self, TrackReader, activity_of, moment};
use crate::import::history::xml::{Piece, attribute, begins_with};

/// The format.
pub const FORMAT: HistoryFormat = HistoryFormat::of_contents("gpx", "GPX track", recognises, read);

fn recognises(content: &Content) -> bool {
    matches!(content, Content::Xml(text) if begins_with(text, "gpx"))
}

fn read(content: &Content, options: &ReadOptions) -> FileContents {
    track_file::read::<State>(content, options)
}

#[derive(Default)]
struct State {
    in_track: bool,
    track: Track,
    name: String,
    kind: String,
    point: Option<Point>,
}

impl TrackReader for State {
    fn take(&mut self, piece: Piece, options: &ReadOptions, reading: &mut FileContents) {
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

    fn finish(&mut self, options: &ReadOptions, reading: &mut FileContents) {
        let state = std::mem::take(self);
        if !state.in_track || state.track.points() == 0 {
            return;
        }
        // Strava writes numbers for kinds: 9 is a run.
        let kind = match state.kind.as_str() {
            "" | "9" => Sport::Run,
            number if number.bytes().all(|byte| byte.is_ascii_digit()) => {
                Sport::Cross(String::new())
            }
            kind => sport(kind),
        };
        let Some(start) = state.track.start() else {
            return reading.skip(0, "the track has no moments, so nobody knows its day");
        };
        let activity = activity_of("gpx", &state.track, start, kind, options);
        reading.activities.push(Activity {
            title: if is_made_up(&state.name) {
                kind_title(&state.kind)
            } else {
                state.name
            },
            ..activity
        });
    }
}

impl State {
    fn text(&mut self, name: &str, text: &str) {
        match (&mut self.point, name) {
            (Some(point), "ele") => point.height = text.parse().ok(),
            (Some(point), "time") => point.time = moment(text),
            (Some(point), "hr" | "heartrate") => point.pulse = text.parse().ok(),
            (None, "name") if self.in_track => text.clone_into(&mut self.name),
            (None, "type") if self.in_track => text.clone_into(&mut self.kind),
            _ => {}
        }
    }
}

/// True for a name that a program made up of a moment, as Suunto does: "suuntoapp-Running-2026-04-01T06:00:00Z".
fn is_made_up(name: &str) -> bool {
    let shape: String = name
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect();
    shape.contains("0000-00-00T00:00") || shape.chars().all(|c| !c.is_alphabetic())
}
