//! The notation of figures as paper has it, and the words around them.

use crate::domain::{Count, Kind, LoadSpec, MassUnit, Reps, Step, Units};
use crate::notation::{self, Dose, Style};

pub use crate::domain::phrase::{capitalised, counted};
pub use crate::notation::{
    clock, distance, effort, effort_advice, mass, minutes, number, pace, reps, rest,
    rounded_distance, rpe,
};

/// Sets and repetitions: "3 × 8–10", "3 × 10 / side", "3 × 45–60 s", "3 × max".
pub fn dose(sets: Count, reps: Reps, per_side: bool) -> String {
    let dose = Dose {
        sets,
        reps,
        per_side,
    };
    notation::dose(dose, Style::Paper)
}

/// A load: "62.5 kg", "2 × 12 kg", "75 %", "bodyweight + 10 kg", "band, green". Empty when not said.
pub fn load(load: &LoadSpec, unit: MassUnit) -> String {
    notation::load(load, unit, Style::Paper)
}

/// A step of a run: "6 × 800 m @ 4:05 /km, 400 m jog", "2 km warm-up".
pub fn step(step: &Step, units: Units) -> String {
    notation::step(step, units, Style::Paper)
}

/// Parts that are not empty, joined.
pub fn joined<I>(parts: I, separator: &str) -> String
where
    I: IntoIterator,
    I::Item: Into<String>,
{
    let parts: Vec<String> = parts
        .into_iter()
        .map(Into::into)
        .filter(|part| !part.trim().is_empty())
        .collect();
    parts.join(separator)
}

/// What a kind of session is called: "Easy run", "Strength".
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Run(run) => run.title(),
        Kind::Strength => "Strength",
        Kind::Cross => "Cross-training",
        Kind::Mobility => "Mobility",
        Kind::Rest => "Rest",
        Kind::Note => "Note",
    }
}

/// What was typed, with one sign for the end of a line and without control characters, which no format but ours keeps.
pub fn plain(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    text.chars()
        .filter(|&c| c == '\n' || c == '\t' || !c.is_control() && !is_noncharacter(c))
        .collect()
}

/// What was typed, on one line.
pub fn one_line(text: &str) -> String {
    let text = plain(text);
    joined(text.split_whitespace(), " ")
}

/// The two values no text may hold, not even XML.
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FFFE}' | '\u{FFFF}')
}
