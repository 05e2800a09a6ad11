//! What a reading hands out: sessions with their certainty, and the place of every word.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::domain::{
    Athlete, AthleteId, DistanceUnit, Plan, Profile, Session, SessionId, Stamp, Units,
};
use crate::text::TEMPLATE_MONDAY;

use super::language::Language;

/// How sure a reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Certainty {
    /// It can mean nothing else.
    #[default]
    Sure,
    /// The likelier of several meanings.
    Guessed,
    /// Not understood: kept as a note, in the writer's words.
    Note,
}

impl Certainty {
    /// The word of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Guessed => "guessed",
            Self::Note => "note",
        }
    }
}

/// A piece of the source: a line of a text, a cell of a table, a field of a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// Line or row, from 1.
    pub line: usize,
    /// Column of its first character, or of its cell, from 1.
    pub column: usize,
    /// What stands there.
    pub text: String,
    /// True for a cell: all of it has one row and column, however many lines it holds.
    pub cell: bool,
}

/// A place in a piece of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct SourceSpan {
    /// Which piece, from 0.
    pub piece: usize,
    /// First byte within its text.
    pub start: usize,
    /// Byte behind the last.
    pub end: usize,
}

/// A word of the source and how sure its reading is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MarkedWord {
    /// Where it stands.
    pub place: SourceSpan,
    /// How sure its reading is.
    pub certainty: Certainty,
}

/// A word with several readings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// Where it stands.
    pub place: SourceSpan,
    /// The word.
    pub text: String,
    /// What it was taken for: "20 min".
    pub read: String,
    /// What else it could be: "20 metres".
    pub or: Vec<String>,
}

/// Readings that somebody chose: for the place of a guess, which of its other readings, from 1; 0 confirms the first.
pub type Choices = BTreeMap<SourceSpan, usize>;

/// One session of a reading.
#[derive(Debug, Clone, PartialEq)]
pub struct ReadSession {
    /// Week of the plan, from 1.
    pub week: u32,
    /// Day of the week, where one is said.
    pub day: Option<Weekday>,
    /// The date, where one is said or follows from what was answered.
    pub date: Option<NaiveDate>,
    /// The session.
    pub plan: Plan,
    /// How sure it is: the least sure of its words, notes aside; [`Certainty::Note`] when nothing was understood.
    pub certainty: Certainty,
    /// Where it stands.
    pub source: SourceSpan,
    /// The session of this program that it came from, where the source says so.
    pub id: Option<SessionId>,
}

impl ReadSession {
    /// Its day in the weeks from [`TEMPLATE_MONDAY`].
    pub fn template_date(&self) -> NaiveDate {
        let weeks = 7 * u64::from(self.week.clamp(1, 2_000) - 1);
        let day = self
            .day
            .map_or(0, |day| u64::from(day.num_days_from_monday()));
        TEMPLATE_MONDAY
            .checked_add_days(Days::new(weeks + day))
            .unwrap_or(TEMPLATE_MONDAY)
    }
}

/// Words that belong to no session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Where they stand.
    pub place: SourceSpan,
    /// The words.
    pub text: String,
}

/// A week of the plan.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReadWeek {
    /// Its number, from 1.
    pub number: u32,
    /// Its heading beside the number: "Base phase".
    pub title: String,
    /// Its first day, where the source says it.
    pub monday: Option<NaiveDate>,
    /// Weeks left to the race, where the source counts down.
    pub to_go: Option<u32>,
    /// The total the source gives, in metres.
    pub total: Option<f64>,
}

/// A total that differs from the sum of its week.
#[derive(Debug, Clone, PartialEq)]
pub struct TotalDiffers {
    /// The week, from 1.
    pub week: u32,
    /// What the source says, in metres.
    pub said: f64,
    /// What its sessions come to, in metres.
    pub sum: f64,
}

/// Something the source cannot say, to be asked once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// When the plan begins, or on which day the race is.
    Dates,
    /// Whether plain figures are kilometres or miles.
    Unit,
}

/// What a source says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PlanReading {
    /// The source.
    pub pieces: Vec<Piece>,
    /// The sessions, in the order of the plan.
    pub sessions: Vec<ReadSession>,
    /// Every word that was looked at, in the order of the source.
    pub marks: Vec<MarkedWord>,
    /// Words with several readings.
    pub guesses: Vec<Guess>,
    /// Words that belong to no session.
    pub notes: Vec<Note>,
    /// The weeks that are named, and those that follow from the sessions.
    pub weeks: Vec<ReadWeek>,
    /// Totals that differ from the sum of their weeks.
    pub totals: Vec<TotalDiffers>,
    /// What is to be asked.
    pub questions: Vec<Question>,
    /// The language that most of it is written in.
    pub language: Option<Language>,
    /// The units that most of it is written in.
    pub units: Units,
    /// Its weeks begin on Sunday.
    pub sunday_first: bool,
    /// What went wrong on the way or was left out, in sentences.
    pub warnings: Vec<String>,
}

impl PlanReading {
    /// Line and column of a place, from 1. In a table the column is that of the cell.
    pub fn line_and_column(&self, place: SourceSpan) -> (usize, usize) {
        let Some(piece) = self.pieces.get(place.piece) else {
            return (1, 1);
        };
        let before = piece.text.get(..place.start).unwrap_or_default();
        if piece.cell {
            return (piece.line, piece.column);
        }
        let last = before.rsplit('\n').next().unwrap_or_default();
        let breaks = before.bytes().filter(|byte| *byte == b'\n').count();
        (piece.line + breaks, piece.column + last.chars().count())
    }

    /// An athlete with this plan, in its units and with its first day of the week. Sessions without a date stand in the
    /// template weeks around [`TEMPLATE_MONDAY`], those without a day on a Monday.
    pub fn athlete(&self) -> Athlete {
        let mut athlete = Athlete::new(AthleteId::from_bits(1), Profile::named(""));
        athlete.profile.units = self.units;
        if self.sunday_first {
            athlete.profile.week_start = Weekday::Sun;
        }
        let undated = |read: &ReadSession| {
            let date = read.template_date();
            let leads = self.sunday_first && date.weekday() == Weekday::Sun;
            if leads { date - Days::new(7) } else { date }
        };
        let sessions = self.sessions.iter().enumerate().map(|(at, read)| {
            let id = read.id.unwrap_or(SessionId::from_bits(at as u128 + 1));
            let date = read.date.unwrap_or_else(|| undated(read));
            Session::planned(id, date, read.plan.clone(), Stamp::default())
        });
        athlete.sessions = sessions.collect();
        athlete
    }

    /// True when nothing was guessed and nothing is left as a note.
    pub fn is_sure(&self) -> bool {
        self.guesses.is_empty()
            && self.notes.is_empty()
            && self
                .sessions
                .iter()
                .all(|session| session.certainty == Certainty::Sure)
            && self.totals.is_empty()
    }
}

/// What is known beside the source.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// The unit of plain figures, where somebody said it.
    pub unit: Option<DistanceUnit>,
    /// The first day of the plan.
    pub start: Option<NaiveDate>,
    /// The day of the race, which the last week of the plan holds.
    pub race: Option<NaiveDate>,
    /// Readings that somebody chose.
    pub choices: Choices,
    /// The year of dates without one: that of the plan, or of today.
    pub year: Option<i32>,
}
