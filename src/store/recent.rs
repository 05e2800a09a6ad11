//! The newest part of an athlete's file, taken out of it without reading the rest: what the first frame shows.
//!
//! Of an athlete with parts those are read that reach into that time. A large file without parts is cut instead.
//!
//! It knows such a file only as this program lays it out, a line a field. What somebody laid out otherwise is not looked
//! into, and what is taken out is read like any document, so that a wrong cut is no document and nothing worse.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::Athlete;

use super::part_read::read_recent_parts;
use super::workspace::Store;
use super::{files, format, links};

/// A file of fewer bytes is read whole in a few milliseconds.
const WORTH_IT: usize = 256 << 10;

impl Store {
    /// The athlete of a large file, or of several, with the sessions from `from` on and their first: to be shown until
    /// [`Store::read_athlete`] has read all of it, and never to be saved. `None` for a small file, and for one that has to
    /// be read whole to be understood.
    pub fn read_recent(&self, file: &str, from: NaiveDate) -> Option<Arc<Athlete>> {
        let path = self.athlete_path(file);
        links::stay_within(self.dir(), &path).ok()?;
        let bytes = files::read(&path).ok()?;
        let mut athlete = if bytes.len() < WORTH_IT {
            read_recent_parts(self.dir(), &path, &bytes, from)?
        } else {
            let short = shortened(format::text_of(&path, &bytes).ok()?, from)?;
            let decoded = format::decode::<Athlete>(&path, short.as_bytes()).ok()?;
            decoded.newer.is_none().then_some(decoded.value)?
        };
        let state = self.state();
        if let Some(own) = state.renamed.get(file) {
            athlete.id = *own;
        }
        let is_its_own = state
            .athletes
            .get(&athlete.id)
            .is_some_and(|own| own == file);
        is_its_own.then(|| Arc::new(athlete))
    }
}

/// What stands before the first session.
const SESSIONS: &str = "\n    sessions: [\n";
/// What stands after the last.
const END: &str = "\n    ],\n";
/// What a session begins and ends with.
const OPEN: &str = "\n      (\n";
const CLOSE: &str = "\n      ),";
/// What stands before the day of a session.
const DATE: &str = "\n        date: \"";

/// The text of a file with its first session and those from `from` on, the first being the one that tells since when
/// the athlete is known. `None` when the file is laid out otherwise, or holds nothing that could be left out.
pub(super) fn shortened(text: &str, from: NaiveDate) -> Option<String> {
    // Include the line end before the first session: it is part of the pattern.
    let first = text.find(SESSIONS)? + SESSIONS.len() - 1;
    let first_end = first + text.get(first..)?.find(CLOSE)? + CLOSE.len();
    let recent = first_since(text, first_end, from)?;
    let end = recent + text.get(recent..)?.find(END)?;
    Some(
        [
            text.get(..first_end)?,
            text.get(recent..end)?,
            text.get(end..)?,
        ]
        .concat(),
    )
}

/// Where the first session behind `start` begins that is not before `from`; where they end when there is none. Sessions
/// stand by date, so that a few of them have to be looked at.
fn first_since(text: &str, start: usize, from: NaiveDate) -> Option<usize> {
    let (mut low, mut high) = (start, text.len());
    // Sessions before `low` are too old; those from `high` on are not.
    while high.saturating_sub(low) > NEAR {
        let middle = boundary(text, low + (high - low) / 2);
        match next_session(text, middle) {
            Some((at, date)) if date < from => low = boundary(text, at + OPEN.len()),
            _ => high = middle,
        }
    }
    let mut at = low;
    loop {
        match next_session(text, at) {
            Some((_, date)) if date < from => at = next_open(text, at)? + OPEN.len(),
            Some((at, _)) => return Some(at),
            None => return Some(at + text.get(at..)?.find(END)?),
        }
    }
}

/// When so few bytes are left, the sessions in them are looked at one by one.
const NEAR: usize = 16 << 10;

/// The nearest place before a byte at which no character is cut.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default()
}

fn next_open(text: &str, at: usize) -> Option<usize> {
    Some(at + text.get(at..)?.find(OPEN)?)
}

/// The next session from a place on, and its day; `None` behind the last one.
fn next_session(text: &str, at: usize) -> Option<(usize, NaiveDate)> {
    let open = next_open(text, at)?;
    let inside = text.get(open..)?;
    let close = inside.find(CLOSE)?;
    let date = inside.find(DATE).filter(|date| *date < close)? + DATE.len();
    let date = inside.get(date..date + 10)?.parse().ok()?;
    Some((open, date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::demo;
    use crate::domain::Athlete;
    use crate::library::Library;
    use crate::store::document::Body;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn written() -> (Athlete, String) {
        let library = Library::shipped().unwrap();
        let mut athlete = demo::heavy_years(2, day("2026-11-25"), &library);
        athlete.tombstones = vec![crate::domain::Tombstone {
            session: crate::domain::SessionId::from_bits(9),
            deleted: crate::domain::Stamp::default(),
            plan_changed: None,
            log_changed: None,
            date: None,
        }];
        let mut text = athlete.write().unwrap();
        text.push('\n');
        (athlete, text)
    }

    #[test]
    fn the_sessions_from_a_day_on_are_left_and_the_first() {
        let (athlete, text) = written();
        let all = athlete.sessions.all();
        for from in ["2026-11-01", "2026-11-24", "2026-02-07", "2025-06-30"].map(day) {
            let short = shortened(&text, from).unwrap();
            let read = Athlete::read(1, &short).unwrap();
            let expected: Vec<_> = all
                .iter()
                .enumerate()
                .filter(|(place, session)| *place == 0 || session.date >= from)
                .map(|(_, session)| session.clone())
                .collect();
            assert_eq!(read.sessions.all(), expected, "{from}");
            assert_eq!(
                (&read.profile, &read.tombstones),
                (&athlete.profile, &athlete.tombstones)
            );
        }
    }

    #[test]
    fn a_day_behind_the_last_leaves_the_first_alone_and_one_before_it_leaves_all() {
        let (athlete, text) = written();
        let read = |from| Athlete::read(1, &shortened(&text, day(from)).unwrap()).unwrap();
        assert_eq!(
            read("2030-01-01").sessions.all(),
            &athlete.sessions.all()[..1]
        );
        assert_eq!(read("1990-01-01"), athlete);
    }

    #[test]
    fn what_is_laid_out_otherwise_is_left_alone() {
        let (_, text) = written();
        let other = text.replace("\n    sessions: [\n", "\n    sessions: [");
        assert_eq!(shortened(&other, day("2026-11-01")), None);
        assert_eq!(shortened("(version: 1)", day("2026-11-01")), None);
        for end in (0..text.len())
            .step_by(997)
            .filter(|end| text.is_char_boundary(*end))
        {
            if let Some(short) = shortened(&text[..end], day("2026-11-01")) {
                assert!(Athlete::read(1, &short).is_err(), "cut at {end}");
            }
        }
    }
}
