//! Plan text: a plan as plain text, both ways.
//!
//! ```text
//! athlete: Anna
//! policy: hard-days-hard
//! race: 2027-01-10 half marathon A "Seville" target 1:45:00
//! available: Mon 60min no-gym; Thu none
//! week: 2026-W48
//!
//! Tue  07:00 easy 45min
//! Tue  18:00 strength lower heavy 40min
//!      squat 4x6 @62.5kg rir 2 rest 3min
//! Thu  am intervals 6x800m @4:05/km jog 400m, warm-up 2km, cool-down 1.5km
//! Sun  long 18km not-key "last 4 km at marathon pace"
//! next week
//! Mon  easy 40min; pm strength upper 30min
//! ```
//!
//! A line is a header, a day with its sessions, or, indented, an exercise of the session above.
//! [`SYNONYMS`] lists the words. Reading forgives much, but drops nothing silently: what it does
//! not know is an error with its place, and the rest of the text is still read.
//!
//! Beyond the common forms, so that more plans read back as they were written:
//!
//! - `title "…"` gives a session a title of its own, `circuit` makes strength a circuit,
//!   `cross sport "…"` names any sport, `note "…"` puts a note on a day.
//! - Several blocks of repeats follow one another: `3x1km @4:00/km jog 400m, 4x200m @3:30/km`.
//!   Repeats may aim at `@rpe 8` or `@150-160bpm`. A pace before the repeats is that of the whole run
//!   when the first repeats have an aim of their own.
//! - A day alone on its line is a heading: its sessions stand indented beneath, their exercises further in.
//! - Figures with two readings are refused, and both are named: `20m` may be minutes or metres, `5M` miles, `7:30`
//!   behind the kind of a run a time of day or a duration. `2:45` and `90:00` there are durations.
//! - The upper end of a range counts (`easy 45-60min`), and the note keeps the range.
//! - A race may have a name in quotes, a `target` and a `result`; equipment may stand under `available:`.
//! - `week start: Sun` makes weeks begin on Sunday; without it they begin on Monday. A week has its ISO name, which is
//!   that of its Thursday, whichever day it begins on.
//! - `week:` may stand again further down, to leave weeks out. A text with dates and without `week:` is a plan
//!   of those dates.
//! - In quotes, `\"`, `\\` and `\n` stand for a quote, a backslash and a new line.

mod anchor;
mod calendar;
mod cursor;
mod days;
mod decode;
mod exercises;
mod fields;
mod headers;
mod lexer;
mod lossy;
mod names;
mod one_session;
mod plan;
mod races;
mod reader;
mod sessions;
mod steps;
mod words;
mod write;
mod write_lines;

#[cfg(test)]
mod tests;

use chrono::Weekday;

use crate::library::Library;

pub use days::day_word;
pub use decode::decode;
pub use one_session::write_session;
pub use plan::{PlanText, PlannedSession, TEMPLATE_MONDAY, TextError, template_week};
pub use words::{SYNONYMS, WordGroup, kind_word};
pub use write::{Written, write};

/// Reads a plan text, with the exercises of `library`. Takes time in proportion to the length of the text.
pub fn read(text: &str, library: &Library) -> PlanText {
    reader::read_for(text, library, None)
}

/// Reads a plan text of an athlete whose weeks begin on `week_start`: where the text does not say otherwise, its weeks
/// are that athlete's.
pub fn read_for(text: &str, library: &Library, week_start: Weekday) -> PlanText {
    reader::read_for(text, library, Some(week_start))
}
