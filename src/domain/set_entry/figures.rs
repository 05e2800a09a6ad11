//! The figures of an entry: counts, loads and reserves, each within what is plausible.

use super::entry::EXAMPLE;
use crate::domain::{Kilograms, MassUnit, SetKind, SetLog, Side};

/// The most plausible repetitions of a set.
const MOST_REPS: u32 = 200;
/// The longest plausible hold, in seconds.
const MOST_SECONDS: u32 = 3600;
/// The most equal sets in one word.
const MOST_SETS: u32 = 20;
/// The most repetitions in reserve.
const MOST_RESERVE: f64 = 10.0;

/// What stands behind an `@`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Behind<'a> {
    /// Nothing: there is none.
    Nothing,
    /// Repetitions in reserve.
    Reserve(f64),
    /// A load: it names its unit, or is more than anybody leaves in reserve.
    Load(&'a str),
}

/// Takes the marks of a set off: `w`, `d`, `l`, `r` before it or behind it, and `!` behind it.
pub(super) fn marked(word: &str) -> (SetLog, &str) {
    let mut set = SetLog::default();
    let mut rest = word;
    if let Some(before) = rest.strip_suffix('!') {
        set.failed = true;
        rest = before;
    }
    while let Some(after) = rest.chars().next().filter(|c| mark(&mut set, *c)) {
        rest = rest.strip_prefix(after).unwrap_or(rest);
    }
    while let Some(last) = rest.chars().next_back() {
        let before = rest.strip_suffix(last).unwrap_or(rest);
        if !before.ends_with(|c: char| c.is_ascii_digit()) || !mark(&mut set, last) {
            break;
        }
        rest = before;
    }
    (set, rest)
}

/// Puts a mark on a set; `false` where the letter is none.
fn mark(set: &mut SetLog, letter: char) -> bool {
    match letter {
        'w' => set.kind = SetKind::WarmUp,
        'd' => set.kind = SetKind::Drop,
        'l' => set.side = Some(Side::Left),
        'r' => set.side = Some(Side::Right),
        _ => return false,
    }
    true
}

/// What stands before the `@`, and what behind it.
pub(super) fn behind_at(word: &str) -> Result<(&str, Behind<'_>), String> {
    let Some((before, said)) = word.rsplit_once('@') else {
        return Ok((word, Behind::Nothing));
    };
    let (number, is_rpe) = match said.strip_prefix("rpe") {
        Some(number) => (number, true),
        None => (said.strip_prefix("rir").unwrap_or(said), false),
    };
    match figure(number) {
        Some(value) if (0.0..=MOST_RESERVE).contains(&value) => {
            let rir = if is_rpe { MOST_RESERVE - value } else { value };
            Ok((before, Behind::Reserve(rir)))
        }
        _ if number == said && has_figure(said) => Ok((before, Behind::Load(said))),
        _ => Err(no_reserve()),
    }
}

/// A load by itself, with its unit or without.
fn has_figure(text: &str) -> bool {
    figure(without_unit(text)).is_some_and(|value| value > 0.0)
}

pub(super) fn no_reserve() -> String {
    "reps in reserve, behind the @, run from 0 to 10".to_owned()
}

/// Repetitions, or seconds held.
pub(super) fn parse_count(text: &str) -> Result<(Option<u32>, Option<u32>), String> {
    if text == "-" {
        return Ok((None, None));
    }
    if text.starts_with('-') && figure(text).is_some() {
        return Err("repetitions are not below 0".to_owned());
    }
    let seconds = text.strip_suffix("sec").or_else(|| text.strip_suffix('s'));
    let count = seconds
        .unwrap_or(text)
        .parse::<u32>()
        .map_err(|_| what_to_write())?;
    match seconds {
        Some(_) if (1..=MOST_SECONDS).contains(&count) => Ok((None, Some(count))),
        Some(_) => Err(format!("a hold lasts 1 to {MOST_SECONDS} s")),
        None if count <= MOST_REPS => Ok((Some(count), None)),
        None => Err(format!(
            "{count} reps in one set? They go up to {MOST_REPS}; seconds are written {count}s"
        )),
    }
}

pub(super) fn count_of_sets(text: &str) -> Result<usize, String> {
    let count = text.parse::<u32>().map_err(|_| what_to_write())?;
    if (1..=MOST_SETS).contains(&count) {
        Ok(count as usize)
    } else {
        Err(format!("{count} equal sets? They go from 1 to {MOST_SETS}"))
    }
}

pub(super) fn what_to_write() -> String {
    format!(
        "write reps x load @ reps in reserve, such as {EXAMPLE}, or sets x reps and the load: 3x8 60"
    )
}

/// `3x8`, with marks or without.
pub(super) fn is_equal_sets(word: &str) -> bool {
    let (_, rest) = marked(word);
    let rest = rest.split('@').next().unwrap_or_default();
    rest.split_once('x')
        .is_some_and(|(sets, reps)| is_whole(sets) && (is_whole(reps) || is_hold(reps)))
}

/// A load by itself: `62.5`, `135lb`, `62,5@2`.
pub(super) fn is_load(word: &str) -> bool {
    let load = word.split('@').next().unwrap_or_default();
    let number = without_unit(load);
    load.starts_with("bw") || (figure(number).is_some() && number.matches(',').count() <= 1)
}

/// A load that says of itself that it is one: `60kg`, `135lb`, `bw`, `bw+10`.
pub(super) fn names_itself(load: &str) -> bool {
    is_load(load) && (load.starts_with("bw") || without_unit(load) != load)
}

fn without_unit(load: &str) -> &str {
    load.trim_end_matches("lbs")
        .trim_end_matches("lb")
        .trim_end_matches("kg")
}

/// `5,5,4`: whole numbers with commas between them.
pub(super) fn is_list(word: &str) -> bool {
    let list = word.trim_end_matches('!');
    let list = list.split('@').next().unwrap_or_default();
    list.contains(',') && list.split(',').all(is_whole)
}

pub(super) fn is_whole(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit())
}

pub(super) fn is_hold(text: &str) -> bool {
    text.strip_suffix("sec")
        .or_else(|| text.strip_suffix('s'))
        .is_some_and(is_whole)
}

pub(super) fn figure(text: &str) -> Option<f64> {
    let plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    if plain {
        text.replace(',', ".").parse().ok()
    } else {
        None
    }
}

/// A mass in a unit: "62.5 kg", "135 lb".
pub fn mass_text(kg: Kilograms, unit: MassUnit) -> String {
    let word = match unit {
        MassUnit::Kg => "kg",
        MassUnit::Pounds => "lb",
    };
    format!("{} {word}", mass_figure(kg, unit))
}

pub(super) fn mass_figure(kg: Kilograms, unit: MassUnit) -> String {
    match unit {
        MassUnit::Kg => trimmed(kg.kg(), 2),
        MassUnit::Pounds => trimmed(kg.pounds(), 1),
    }
}

pub(super) fn trimmed(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}
