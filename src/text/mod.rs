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
mod races;
mod reader;
mod sessions;
mod steps;
mod words;
mod write;
mod write_lines;

#[cfg(test)]
mod tests;

use chrono::{NaiveDate, Weekday};

use crate::domain::{
    Athlete, AthleteId, Availability, Level, Plan, Policy, Priority, Profile, Race, Session,
    SessionId, Stamp, Week,
};
use crate::library::Library;

pub use days::day_word;
pub use decode::decode;
pub use one_session::write_session;
pub use words::{SYNONYMS, WordGroup, kind_word};
pub use write::{Written, write};

/// Something in a plan text that could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct TextError {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in characters.
    pub column: usize,
    /// What was read and what could stand there.
    pub message: String,
}

/// One session of a plan text.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedSession {
    /// The day; for a template week, a day of the weeks from [`template_week`].
    pub date: NaiveDate,
    /// The session.
    pub plan: Plan,
}

/// What a plan text says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanText {
    /// Headers, as far as given.
    pub athlete: Option<String>,
    /// Level of lifting.
    pub level: Option<Level>,
    /// Policy.
    pub policy: Option<Policy>,
    /// Priority.
    pub priority: Option<Priority>,
    /// Races.
    pub races: Vec<Race>,
    /// When the athlete can train.
    pub availability: Option<Availability>,
    /// The day that its weeks begin on, where the text or its reader said so; else they begin on Monday.
    pub week_start: Option<Weekday>,
    /// True when no week is named, so that the weeks have no neighbours and wrap.
    pub template: bool,
    /// The sessions, by date.
    pub sessions: Vec<PlannedSession>,
    /// What could not be read; the rest was.
    pub errors: Vec<TextError>,
}

/// A day of the first template week: a Monday far from every real plan.
pub const TEMPLATE_MONDAY: NaiveDate = match NaiveDate::from_ymd_opt(2001, 1, 1) {
    Some(date) => date,
    None => NaiveDate::MIN,
};

/// The first template week, for weeks that begin on `start`.
pub fn template_week(start: Weekday) -> Week {
    Week::of(TEMPLATE_MONDAY, start)
}

impl PlanText {
    /// The week that the text begins with: the first with a session, and of template weeks always the first.
    pub fn first_week(&self) -> Week {
        let start = self.week_start.unwrap_or(Weekday::Mon);
        match self.sessions.first() {
            Some(first) if !self.template => Week::of(first.date, start),
            _ => template_week(start),
        }
    }

    /// An athlete with this plan, to be checked. Ids are made from positions, the same for the same text.
    pub fn athlete(&self) -> Athlete {
        let mut profile = Profile::named(self.athlete.clone().unwrap_or_default());
        profile.week_start = self.week_start.unwrap_or(Weekday::Mon);
        profile.level = self.level.unwrap_or_default();
        profile.policy = self.policy;
        profile.priority = self.priority.unwrap_or_default();
        profile.races.clone_from(&self.races);
        profile.availability = self.availability.clone().unwrap_or_default();
        let sessions = self.sessions.iter().enumerate().map(|(index, planned)| {
            let id = SessionId::from_bits(index as u128 + 1);
            Session::planned(id, planned.date, planned.plan.clone(), Stamp::default())
        });
        let mut athlete = Athlete::new(AthleteId::from_bits(1), profile);
        athlete.sessions = sessions.collect();
        athlete
    }
}

/// Reads a plan text, with the exercises of `library`. Takes time in proportion to the length of the text.
pub fn read(text: &str, library: &Library) -> PlanText {
    reader::read_for(text, library, None)
}

/// Reads a plan text of an athlete whose weeks begin on `week_start`: where the text does not say otherwise, its weeks
/// are that athlete's.
pub fn read_for(text: &str, library: &Library, week_start: Weekday) -> PlanText {
    reader::read_for(text, library, Some(week_start))
}
