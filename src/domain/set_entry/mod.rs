//! Logged sets in one line: `w5x40 5x60@2 5x60@2 4x60@1!`, or in short `3x8 62.5`, `60 5,5,4` and `60kg x 5`.

mod doubt;
mod entry;
mod figures;
mod reader;

#[cfg(test)]
mod tests;

use std::fmt;

use super::{MassUnit, SetKind, SetLog, Side};

pub use entry::{Doubt, EXAMPLE, EntryRules, SetEntry};
pub use figures::mass_text;

use figures::{mass_figure, trimmed};
use reader::Reader;

/// Reads sets of `reps x load @ reps in reserve`, with a blank between them.
///
/// `8` or `8@2` is bodyweight, `45s` a hold, `w` beside a set a warm-up, `d` a drop set, `l` and `r` a side, `!`
/// behind it a failed last repetition, `-` an unknown count, `@rpe8` an exertion. `3x5x60` are three equal sets.
/// Forms that stand alone: `3x8 62.5` are three sets of eight at 62.5, and `60 5,5,4` are sets of 5, 5 and 4 at 60. A
/// load that names its unit or the body may come first: `60kg x 5`, `bw+10 x 5`. Behind an `@` what can be no reserve
/// is a load: `5,5,4 @60`, `3x5 @100`. Loads are in the athlete's unit unless they name one.
///
/// # Errors
///
/// Names the word that could not be read, or the figure that cannot be meant.
pub fn parse_sets(text: &str, rules: EntryRules) -> Result<SetEntry, String> {
    let plain = normalised(text);
    let words: Vec<&str> = plain
        .split([' ', ';', '\n', '\t'])
        .map(|word| word.trim_end_matches(','))
        .filter(|word| !word.is_empty())
        .collect();
    let mut reader = Reader::new(rules);
    let sets = reader.entry(&words)?;
    Ok(SetEntry {
        doubt: doubt::doubt(&sets, &reader.bare, rules),
        sets,
        converted: reader.converted,
    })
}

/// One spelling for every way of writing the same.
fn normalised(text: &str) -> String {
    let mut plain = text
        .to_lowercase()
        .replace(['×', '*'], "x")
        .replace('−', "-")
        .replace("bodyweight", "bw")
        .replace("bw + ", "bw+")
        .replace("bw - ", "bw-");
    for tail in ["!", "kg", "lbs", "lb"] {
        plain = plain.replace(&format!(" {tail}"), tail);
    }
    for joint in ["x", "@"] {
        for spaced in [
            format!(" {joint} "),
            format!(" {joint}"),
            format!("{joint} "),
        ] {
            plain = plain.replace(&spaced, joint);
        }
    }
    plain
}

/// Sets as they stand in their field; [`parse_sets`] reads them back.
pub fn sets_text(sets: &[SetLog], unit: MassUnit) -> String {
    let loaded = sets.iter().any(|set| set.kg.is_some());
    let words: Vec<String> = sets.iter().map(|set| set_text(set, unit, loaded)).collect();
    words.join(" ")
}

/// Beside sets with a load, one without says so: else it could be read as the load of the set before.
fn set_text(set: &SetLog, unit: MassUnit, loaded: bool) -> String {
    let mut words = SetWords::of(set, unit);
    if loaded && words.load.is_empty() {
        "xbw".clone_into(&mut words.load);
    }
    words.to_string()
}

/// What a set is written with, figure by figure. Written one behind the other, [`parse_sets`] reads them back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetWords {
    /// "w" and "d" for a warm-up and a drop set, "l" and "r" for a side.
    sort: String,
    /// Repetitions "5", seconds "45s", or "-".
    pub count: String,
    /// "x62.5", in the unit asked for; empty for the body alone.
    pub load: String,
    /// "@2"; empty where nothing was said.
    pub reserve: String,
    /// "!" behind a failed last repetition.
    failed: &'static str,
}

impl SetWords {
    /// The words of a set, with its load in a unit.
    pub fn of(set: &SetLog, unit: MassUnit) -> Self {
        let kind = match set.kind {
            SetKind::Working => "",
            SetKind::WarmUp => "w",
            SetKind::Drop => "d",
        };
        let side = match set.side {
            None => "",
            Some(Side::Left) => "l",
            Some(Side::Right) => "r",
        };
        Self {
            sort: format!("{kind}{side}"),
            count: match (set.reps, set.seconds) {
                (Some(reps), _) => reps.to_string(),
                (None, Some(seconds)) => format!("{seconds}s"),
                (None, None) => "-".to_owned(),
            },
            load: set
                .kg
                .map(|kg| format!("x{}", mass_figure(kg, unit)))
                .unwrap_or_default(),
            reserve: set
                .rir
                .map(|rir| format!("@{}", trimmed(rir, 1)))
                .unwrap_or_default(),
            failed: if set.failed { "!" } else { "" },
        }
    }
}

impl fmt::Display for SetWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            sort,
            count,
            load,
            reserve,
            failed,
        } = self;
        write!(f, "{sort}{count}{load}{reserve}{failed}")
    }
}
