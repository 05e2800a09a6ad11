//! The week as it is printed: plain words, ready to be set.
//!
//! The fields serialise under their own names, and the templates in `assets/print` read them under these names.

use serde::Serialize;

use crate::domain::{Ink, Paper};

use super::logo::Logo;

/// Sheets of one kind that make one document.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Booklet<S> {
    /// The sheet of paper.
    pub paper: Paper,
    /// What the printer can do.
    pub ink: Ink,
    /// The coach's name. May be empty.
    pub coach: String,
    /// The coach's logo. It is handed to the template beside the words.
    #[serde(skip)]
    pub logo: Option<Logo>,
    /// Year, month and day for the document's own date, where given.
    pub printed_on: Option<(i32, u32, u32)>,
    /// The document's title, for its readers and for those who listen to it.
    pub title: String,
    /// What it is about, in a line.
    pub description: String,
    /// Its sheets.
    pub sheets: Vec<S>,
}

/// The colour of a card: what kind of session it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Tone {
    /// Easy and recovery runs.
    Easy,
    /// Steady and progression runs.
    Steady,
    /// Tempo, intervals, hills, fartlek.
    Quality,
    /// Long runs.
    Long,
    /// Races.
    Race,
    /// Strength that works the legs.
    Strength,
    /// Upper body and core.
    Upper,
    /// Cross-training.
    Cross,
    /// Mobility.
    Mobility,
    /// Rest and notes, which have no bar.
    Quiet,
}

/// What the box of a card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum TickBox {
    /// An empty box, to be ticked by hand.
    Open,
    /// A ticked box.
    Done,
    /// A box with a dash: begun and cut short.
    Partial,
    /// A crossed box: left out.
    LeftOut,
    /// No box: nothing to do.
    NoBox,
}

/// One session, race or note of a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Card {
    /// What kind it is.
    pub tone: Tone,
    /// The letter that stands for the kind where there is no colour.
    pub letter: &'static str,
    /// When in the day: "07:00", "Morning". Empty when not said.
    pub start: String,
    /// Its title.
    pub title: String,
    /// What to do, a line each: "45 min, RPE 3".
    pub lines: Vec<String>,
    /// A word from the coach.
    pub note: String,
    /// What was done, a line each: "Done: 8.2 km, 42 min".
    pub done: Vec<String>,
    /// What its box shows.
    pub mark: TickBox,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DaySheet {
    /// "Mon".
    pub name: String,
    /// "23 Nov".
    pub date: String,
    /// What is special about it: "Travel: Lisbon". Empty on most days.
    pub remark: String,
    /// Its sessions, in order.
    pub cards: Vec<Card>,
    /// What an empty or resting day says: "Rest. Walk if you like." Empty on days with a session.
    pub rest: String,
}

/// One set of an exercise on a strength sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "is", content = "text")]
pub enum SetCell {
    /// To be filled in: load × repetitions.
    LoadAndReps,
    /// To be filled in: repetitions.
    Reps,
    /// To be filled in: seconds.
    Seconds,
    /// What was done: "60 kg × 6".
    Done(String),
}

/// One exercise of a strength sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExerciseRow {
    /// Name, with the superset's letter where it has one: "A · Squat".
    pub exercise: String,
    /// "RIR 2 · tempo 3-1-1", and the coach's note. Empty when nothing is said.
    pub detail: String,
    /// "3 × 8–10".
    pub dose: String,
    /// "62.5 kg".
    pub load: String,
    /// "2–4 min".
    pub rest: String,
    /// Its sets, in order.
    pub sets: Vec<SetCell>,
}

/// The table of one strength session, to be taken to the gym.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StrengthTable {
    /// "Sheet B".
    pub sheet: String,
    /// The session's title.
    pub title: String,
    /// "Friday · stop with 2 reps in reserve".
    pub subtitle: String,
    /// How many columns of sets a row has; further sets go on in a row below.
    pub columns: usize,
    /// Its exercises, in order.
    pub rows: Vec<ExerciseRow>,
}

/// A finding on paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingLine {
    /// "Conflict", "Caution" or "Tip"; drawn as hexagon, triangle or circle.
    pub severity: &'static str,
    /// What and why.
    pub message: String,
    /// Why it is fine, when it was accepted.
    pub reason: String,
}

/// The week on paper.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WeekSheet {
    /// The athlete's name.
    pub athlete: String,
    /// "Week 48".
    pub week: String,
    /// "Week 48 · 23–29 November 2026 · Half marathon in 7 weeks".
    pub subtitle: String,
    /// "38 km running · 2 strength sessions", and what of it is done.
    pub totals: Vec<String>,
    /// Seven days.
    pub days: Vec<DaySheet>,
    /// One for each session with exercises, in order.
    pub tables: Vec<StrengthTable>,
    /// Notes from the coach.
    pub notes: Vec<String>,
    /// Findings accepted with a reason.
    pub accepted: Vec<FindingLine>,
    /// Findings still open, where they are wanted on paper.
    pub open: Vec<FindingLine>,
}
