//! What the cells of a set hold: repetitions, weights, units, exertion.

use crate::domain::MassUnit;

use super::figures::{DecimalMark, duration, is_missing, number, said_number};

/// True for the number of a row that is no set: Strong writes its rest timer and notes as if they were some.
pub fn is_pseudo(order: &str) -> bool {
    if order.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let order = order.to_lowercase();
    order.contains("timer")
        || matches!(
            order.as_str(),
            "note" | "notiz" | "ruhe" | "ruhezeit" | "pausentimer" | "minuteur de repos"
        )
}

/// The repetitions that a cell counts; `None` for none.
///
/// # Errors
///
/// In words, that it counts none that can be done.
pub fn repetitions(cell: &str, mark: DecimalMark) -> Result<Option<u32>, String> {
    if let Some(count) = count(cell) {
        return Ok(Some(count).filter(|count| *count > 0));
    }
    match said_number(cell, mark)? {
        Some(value) if value < 0.0 => Err(format!("{value} repetitions are not believable")),
        Some(value) => Ok(Some(value.round().min(f64::from(u32::MAX)) as u32).filter(|r| *r > 0)),
        None => Ok(None),
    }
}

/// The number of a few digits alone, as most cells of repetitions hold it.
fn count(cell: &str) -> Option<u32> {
    let digits = cell.as_bytes();
    let is_count = (1..=9).contains(&digits.len()) && digits.iter().all(u8::is_ascii_digit);
    let join = |value, digit: &u8| value * 10 + u32::from(digit - b'0');
    is_count.then(|| digits.iter().fold(0, join))
}

/// The weight in a cell, in whatever unit; `None` for none but the body's own.
///
/// # Errors
///
/// In words, that it is no number.
pub fn weight(cell: &str, mark: DecimalMark) -> Result<Option<f64>, String> {
    match said_number(cell, mark) {
        Err(_) if is_own_weight(cell) => Ok(None),
        value => Ok(value?.filter(|value| *value != 0.0)),
    }
}

/// True for a word that stands for the body's own weight.
fn is_own_weight(cell: &str) -> bool {
    ["bw", "bodyweight", "body weight"]
        .iter()
        .any(|own| cell.eq_ignore_ascii_case(own))
}

/// True for a cell that says so.
pub fn says_yes(cell: &str) -> bool {
    let is = |yes: &&str| cell.eq_ignore_ascii_case(yes);
    !cell.is_empty() && ["true", "1", "yes"].iter().any(is)
}

/// The unit that a cell names, by itself or behind a figure.
pub fn unit_of(cell: &str) -> Option<MassUnit> {
    // Most cells are a figure alone.
    if cell.is_empty() || cell.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let unit = cell.trim_matches(|c: char| !c.is_alphabetic());
    let is_one_of = |names: [&str; 4]| names.iter().any(|name| unit.eq_ignore_ascii_case(name));
    if is_one_of(["kg", "kgs", "kilogram", "kilograms"]) {
        Some(MassUnit::Kg)
    } else if is_one_of(["lb", "lbs", "pound", "pounds"]) {
        Some(MassUnit::Pounds)
    } else {
        None
    }
}

/// Adds a line to a note.
pub fn add_line(note: &mut String, line: &str) {
    if is_missing(line) {
        return;
    }
    if !note.is_empty() {
        note.push('\n');
    }
    note.push_str(line);
}

/// The exertion in a cell, between 1 and 10; `None` for any other figure.
pub fn exertion(cell: &str, mark: DecimalMark) -> Option<f64> {
    number(cell, mark).filter(|rpe| (1.0..=10.0).contains(rpe))
}

/// How long a set was held, in whole seconds; `None` for less than one.
pub fn held(cell: &str, mark: DecimalMark) -> Option<u32> {
    let seconds = duration(cell, mark).filter(|seconds| *seconds >= 1.0);
    seconds.map(|seconds| seconds.min(f64::from(u32::MAX)) as u32)
}
