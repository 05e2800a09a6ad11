//! Reads the words of an entry, each one set or several.

use super::entry::{EXAMPLE, EntryRules};
use super::figures::{
    Behind, behind_at, count_of_sets, figure, is_equal_sets, is_hold, is_list, is_load, is_whole,
    marked, mass_text, names_itself, no_reserve, parse_count, what_to_write,
};
use crate::domain::{Kilograms, MassUnit, SetLog};

/// The heaviest plausible load, in kilograms.
const MOST_KG: f64 = 500.0;
/// The most help that a machine or band gives, in kilograms.
const MOST_HELP_KG: f64 = 200.0;

/// The most plausible repetitions of one of several equal sets, where the figure could be a load as well.
const MOST_IN_A_SET: u32 = 30;

/// What is read, word by word.
pub(super) struct Reader {
    rules: EntryRules,
    /// Loads that named the other unit.
    pub(super) converted: Vec<String>,
    /// Of each set whether it was written as two bare figures.
    pub(super) bare: Vec<bool>,
}

impl Reader {
    pub(super) fn new(rules: EntryRules) -> Self {
        Self {
            rules,
            converted: Vec::new(),
            bare: Vec::new(),
        }
    }

    /// All sets of an entry.
    pub(super) fn entry(&mut self, words: &[&str]) -> Result<Vec<SetLog>, String> {
        if let [first, second] = words {
            let refused = |reason: String| format!("“{first} {second}”: {reason}");
            if is_equal_sets(first) && is_load(second) && !names_a_load_behind(first) {
                return self.equal_sets(first, second).map_err(refused);
            }
            let counts = is_list(second) || (names_itself(first) && is_whole(second));
            if is_load(first) && counts {
                return self.list(second, Some(first)).map_err(refused);
            }
        }
        let mut sets = Vec::new();
        for word in words {
            let read = if is_list(word) {
                self.list(word, None)
            } else {
                self.word(word)
            };
            sets.extend(read.map_err(|reason| format!("“{word}”: {reason}"))?);
            self.bare.resize(sets.len(), false);
        }
        Ok(sets)
    }

    /// `3x8` with a load behind it.
    fn equal_sets(&mut self, word: &str, load: &str) -> Result<Vec<SetLog>, String> {
        let (load, behind) = behind_at(load)?;
        let (mut set, rest) = marked(word);
        let (rest, before) = behind_at(rest)?;
        set.rir = reserve(behind)?.or(reserve(before)?);
        let (count, reps) = rest.split_once('x').unwrap_or(("1", rest));
        (set.reps, set.seconds) = self.count(reps)?;
        set.kg = self.load(load)?;
        Ok(vec![set; count_of_sets(count)?])
    }

    /// `5,5,4`, with a load before it or behind an `@`, or with none.
    fn list(&mut self, word: &str, load: Option<&str>) -> Result<Vec<SetLog>, String> {
        let (rest, failed) = match word.strip_suffix('!') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        let (rest, behind) = behind_at(rest)?;
        let (kg, rir) = match (load, behind) {
            (Some(load), behind) => (self.load(load)?, reserve(behind)?),
            (None, Behind::Load(load)) => (self.load(load)?, None),
            (None, behind) => (None, reserve(behind)?),
        };
        let mut sets = Vec::new();
        for part in rest.split(',') {
            let (reps, seconds) = self.count(part)?;
            sets.push(SetLog {
                reps,
                seconds,
                kg,
                rir,
                ..SetLog::default()
            });
        }
        if let Some(last) = sets.last_mut() {
            last.failed = failed;
        }
        Ok(sets)
    }

    fn word(&mut self, word: &str) -> Result<Vec<SetLog>, String> {
        let (mut set, rest) = marked(word);
        let (rest, behind) = behind_at(rest)?;
        let parts: Vec<&str> = rest.split('x').collect();
        if let [load, counts] = parts[..]
            && names_itself(load)
            && is_list(counts)
        {
            let list = word.split_once('x').map_or(word, |(_, list)| list);
            return self.list(list, Some(load));
        }
        let (sets, reps, load) = match parts[..] {
            [reps] => ("1", reps, None),
            // A load is never said in seconds, so this is a number of holds.
            [sets, hold] if is_hold(hold) => (sets, hold, None),
            [sets, hold] if self.rules.held && is_whole(sets) && is_whole(hold) => {
                (sets, hold, None)
            }
            [load, reps] if names_itself(load) => ("1", reps, Some(load)),
            [load, sets, reps] if names_itself(load) => (sets, reps, Some(load)),
            [sets, reps] if is_sets_of(reps, behind) => (sets, reps, None),
            [reps, load] => ("1", reps, Some(load)),
            [sets, reps, load] => (sets, reps, Some(load)),
            _ => return Err(what_to_write()),
        };
        (set.reps, set.seconds) = self.count(reps)?;
        let load = match (load, behind) {
            (Some(load), behind) => {
                set.rir = reserve(behind)?;
                Some(load)
            }
            (None, Behind::Load(load)) => Some(load),
            (None, behind) => {
                set.rir = reserve(behind)?;
                None
            }
        };
        if let Some(load) = load {
            set.kg = self.load(load)?;
        }
        let is_bare = parts.len() == 2 && parts.iter().all(|part| figure(part).is_some());
        let sets = vec![set; count_of_sets(sets)?];
        self.bare.extend(sets.iter().map(|_| is_bare));
        Ok(sets)
    }

    /// Repetitions or seconds of a set.
    fn count(&self, text: &str) -> Result<(Option<u32>, Option<u32>), String> {
        if self.rules.held && is_whole(text) {
            return parse_count(&format!("{text}s"));
        }
        parse_count(text)
    }

    /// A load; less than nothing where the body is helped, nothing for plain bodyweight.
    fn load(&mut self, text: &str) -> Result<Option<Kilograms>, String> {
        let body = text.strip_prefix("bw");
        let text = match body {
            Some("") => return Ok(None),
            Some(added) => added.strip_prefix('+').unwrap_or(added),
            None => text,
        };
        let pounds = text.strip_suffix("lbs").or_else(|| text.strip_suffix("lb"));
        let (number, unit) = match (pounds, text.strip_suffix("kg")) {
            (Some(number), _) => (number, MassUnit::Pounds),
            (None, Some(number)) => (number, MassUnit::Kg),
            (None, None) => (text, self.rules.unit),
        };
        let value = figure(number)
            .ok_or_else(|| format!("write the load as a figure, such as {EXAMPLE}"))?;
        let mass = match unit {
            MassUnit::Kg => Kilograms::new(value),
            MassUnit::Pounds => Kilograms::from_pounds(value),
        };
        let shown = |kg: f64| mass_text(Kilograms::new(kg), self.rules.unit);
        if value < 0.0 && !self.rules.assisted && body.is_none() {
            return Err(
                "a load is above 0; a minus is for help in bodyweight exercises".to_owned(),
            );
        }
        if mass.kg() > MOST_KG {
            let most = shown(MOST_KG);
            return Err(format!(
                "{} is more than anybody lifts; loads go up to {most}",
                shown(mass.kg())
            ));
        }
        if mass.kg() < -MOST_HELP_KG {
            return Err(format!("help goes up to {}", shown(MOST_HELP_KG)));
        }
        if unit != self.rules.unit {
            self.note(mass, unit);
        }
        Ok(Some(mass))
    }

    fn note(&mut self, mass: Kilograms, unit: MassUnit) {
        let said = format!(
            "{} = {}",
            mass_text(mass, unit),
            mass_text(mass, self.rules.unit)
        );
        if !self.converted.contains(&said) {
            self.converted.push(said);
        }
    }
}

/// The repetitions in reserve behind an `@`; a load has no place where there is one already.
fn reserve(behind: Behind<'_>) -> Result<Option<f64>, String> {
    match behind {
        Behind::Nothing => Ok(None),
        Behind::Reserve(rir) => Ok(Some(rir)),
        Behind::Load(_) => Err(no_reserve()),
    }
}

/// True where `3x5 @100` must be three sets of five: `5x60@11` has its load, and its reserve is no reserve.
fn is_sets_of(reps: &str, behind: Behind<'_>) -> bool {
    let Behind::Load(load) = behind else {
        return false;
    };
    let most = f64::from(MOST_IN_A_SET);
    let (Some(reps), said) = (figure(reps).filter(|reps| *reps <= most), figure(load)) else {
        return false;
    };
    said.is_none_or(|load| load > reps)
}

fn names_a_load_behind(word: &str) -> bool {
    matches!(behind_at(word), Ok((_, Behind::Load(_))))
}
