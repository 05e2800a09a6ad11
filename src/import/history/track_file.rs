//! Files of tracks in markup: what GPX and TCX have in common.

use chrono::{DateTime, Utc};

use crate::history::{Activity, FileContents, InUtc, Sport};

use super::format::{Content, ReadOptions};
use super::track::Track;
use super::xml::{Piece, walk};

/// Gathers activities from the pieces of a file, which come in order.
pub trait TrackReader: Default {
    /// Takes a piece in.
    fn take(&mut self, piece: Piece, options: &ReadOptions, reading: &mut FileContents);

    /// Ends the activity that is being read, where the file breaks off within it too.
    fn finish(&mut self, options: &ReadOptions, reading: &mut FileContents);
}

/// What a reader makes of a file; of a damaged one what stands before the damage.
pub fn read<R: TrackReader>(content: &Content, options: &ReadOptions) -> FileContents {
    let mut reading = FileContents::default();
    let Content::Xml(text) = content else {
        return reading;
    };
    let mut reader = R::default();
    if let Err(error) = walk(text, |piece| reader.take(piece, options, &mut reading)) {
        reader.finish(options, &mut reading);
        reading.is_cut = true;
        reading.skip(0, error.to_string());
    }
    reading
}

/// An activity that begins at this moment, which it is known by, on the day that it is where the athlete lives.
pub fn activity_at(
    system: &'static str,
    start: DateTime<Utc>,
    sport: Sport,
    options: &ReadOptions,
) -> Activity {
    let local = (options.zone)(start);
    let key = start.format("%Y-%m-%dT%H:%M:%SZ").to_string();
    Activity {
        time: Some(local.time()),
        in_utc: Some(Box::new(InUtc {
            utc: start,
            home: local,
        })),
        ..Activity::new(system, key, local.date(), sport)
    }
}

/// The activity of a track of points.
pub fn activity_of(
    system: &'static str,
    track: &Track,
    start: DateTime<Utc>,
    sport: Sport,
    options: &ReadOptions,
) -> Activity {
    let run = match sport {
        Sport::Run => track.run(),
        _ => track.figures(),
    };
    Activity {
        duration: run.moving.or(track.elapsed()),
        run,
        ..activity_at(system, start, sport, options)
    }
}

/// A moment as these files write it: `2026-04-01T06:00:00Z`.
pub fn moment(text: &str) -> Option<DateTime<Utc>> {
    let moment = DateTime::parse_from_rfc3339(text).ok()?;
    Some(moment.to_utc())
}
