//! Logged sets in one line: `w5x40 5x60@2 5x60@2 4x60@1!`, or in short `3x8 62.5` and `60 5,5,4`.

use super::{Kilograms, MassUnit, SetKind, SetLog, Side};

/// What a set may look like, for hints and errors.
pub const EXAMPLE: &str = "5x60@2";

/// The heaviest load that is believed, in kilograms.
const MOST_KG: f64 = 500.0;
/// The most help that a machine or band gives, in kilograms.
const MOST_HELP_KG: f64 = 200.0;
/// The most repetitions of a set that are believed.
const MOST_REPS: u32 = 200;
/// The longest hold that is believed, in seconds.
const MOST_SECONDS: u32 = 3600;
/// The most equal sets in one word.
const MOST_SETS: u32 = 20;

/// How an entry is to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryRules {
    /// The unit of loads that name none.
    pub unit: MassUnit,
    /// A load under nothing makes sense: a machine or band helps the body up.
    pub assisted: bool,
}

/// Sets that were read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SetEntry {
    /// The sets, in order.
    pub sets: Vec<SetLog>,
    /// Loads that named the other unit, and what they were taken as: "135 lb = 61.23 kg".
    pub converted: Vec<String>,
}

/// Reads sets of `reps x load @ reps in reserve`, with a blank between them.
///
/// `8` or `8@2` is bodyweight, `45s` a hold, `w` before a set a warm-up, `d` a drop set, `l` and `r` a side, `!`
/// behind it a failed last repetition, `-` an unknown count, `@rpe8` an exertion. `3x5x60` are three equal sets.
/// Two forms stand alone: `3x8 62.5` are three sets of eight at 62.5, and `60 5,5,4` are sets of 5, 5 and 4 at 60.
/// Loads are in the athlete's unit unless they name one.
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
    let mut reader = Reader {
        rules,
        converted: Vec::new(),
    };
    let sets = reader.entry(&words)?;
    Ok(SetEntry {
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
        .replace("bodyweight", "bw");
    for joint in ["x", "@"] {
        for spaced in [
            format!(" {joint} "),
            format!(" {joint}"),
            format!("{joint} "),
        ] {
            plain = plain.replace(&spaced, joint);
        }
    }
    for tail in ["!", "kg", "lbs", "lb"] {
        plain = plain.replace(&format!(" {tail}"), tail);
    }
    plain
}

struct Reader {
    rules: EntryRules,
    converted: Vec<String>,
}

impl Reader {
    fn entry(&mut self, words: &[&str]) -> Result<Vec<SetLog>, String> {
        if let [first, second] = words {
            let refused = |reason: String| format!("“{first} {second}”: {reason}");
            if is_equal_sets(first) && is_load(second) {
                return self.equal_sets(first, second).map_err(refused);
            }
            if is_load(first) && is_list(second) {
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
        }
        Ok(sets)
    }

    /// `3x8` with a load behind it.
    fn equal_sets(&mut self, word: &str, load: &str) -> Result<Vec<SetLog>, String> {
        let (load, behind) = with_reserve(load)?;
        let (mut set, rest) = marked(word);
        let (rest, before) = with_reserve(rest)?;
        set.rir = behind.or(before);
        let (count, reps) = rest.split_once('x').unwrap_or(("1", rest));
        (set.reps, set.seconds) = parse_count(reps)?;
        set.kg = self.load(load)?;
        Ok(vec![set; count_of_sets(count)?])
    }

    /// `5,5,4`, with a load before it or none.
    fn list(&mut self, word: &str, load: Option<&str>) -> Result<Vec<SetLog>, String> {
        let kg = match load {
            Some(load) => self.load(load)?,
            None => None,
        };
        let (rest, failed) = match word.strip_suffix('!') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        let (rest, rir) = with_reserve(rest)?;
        let mut sets = Vec::new();
        for part in rest.split(',') {
            let (reps, seconds) = parse_count(part)?;
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
        let (rest, rir) = with_reserve(rest)?;
        set.rir = rir;
        let parts: Vec<&str> = rest.split('x').collect();
        let (sets, reps, load) = match parts[..] {
            [reps] => ("1", reps, None),
            // A load is never said in seconds, so this is a number of holds.
            [sets, hold] if is_hold(hold) => (sets, hold, None),
            [reps, load] => ("1", reps, Some(load)),
            [sets, reps, load] => (sets, reps, Some(load)),
            _ => return Err(what_to_write()),
        };
        (set.reps, set.seconds) = parse_count(reps)?;
        if let Some(load) = load {
            set.kg = self.load(load)?;
        }
        Ok(vec![set; count_of_sets(sets)?])
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

/// Takes the marks of a set off: `w`, `d`, `l`, `r` before it and `!` behind it.
fn marked(word: &str) -> (SetLog, &str) {
    let mut set = SetLog::default();
    let mut rest = word;
    if let Some(before) = rest.strip_suffix('!') {
        set.failed = true;
        rest = before;
    }
    loop {
        let mut letters = rest.chars();
        match letters.next() {
            Some('w') => set.kind = SetKind::WarmUp,
            Some('d') => set.kind = SetKind::Drop,
            Some('l') => set.side = Some(Side::Left),
            Some('r') => set.side = Some(Side::Right),
            _ => return (set, rest),
        }
        rest = letters.as_str();
    }
}

/// What stands before the `@`, and the repetitions in reserve behind it.
fn with_reserve(word: &str) -> Result<(&str, Option<f64>), String> {
    let Some((before, said)) = word.rsplit_once('@') else {
        return Ok((word, None));
    };
    let (number, is_rpe) = match said.strip_prefix("rpe") {
        Some(number) => (number, true),
        None => (said.strip_prefix("rir").unwrap_or(said), false),
    };
    let value = figure(number).filter(|value| (0.0..=10.0).contains(value));
    let value = value.ok_or("reps in reserve, behind the @, run from 0 to 10")?;
    let rir = if is_rpe { 10.0 - value } else { value };
    Ok((before, Some(rir)))
}

/// Repetitions, or seconds held.
fn parse_count(text: &str) -> Result<(Option<u32>, Option<u32>), String> {
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

fn count_of_sets(text: &str) -> Result<usize, String> {
    let count = text.parse::<u32>().map_err(|_| what_to_write())?;
    if (1..=MOST_SETS).contains(&count) {
        Ok(count as usize)
    } else {
        Err(format!("{count} equal sets? They go from 1 to {MOST_SETS}"))
    }
}

fn what_to_write() -> String {
    format!(
        "write reps x load @ reps in reserve, such as {EXAMPLE}, or sets x reps and the load: 3x8 60"
    )
}

/// `3x8`, with marks or without.
fn is_equal_sets(word: &str) -> bool {
    let (_, rest) = marked(word);
    let rest = rest.split('@').next().unwrap_or_default();
    rest.split_once('x').is_some_and(|(sets, reps)| {
        let whole = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        whole(sets) && (whole(reps) || is_hold(reps))
    })
}

/// A load by itself: `62.5`, `135lb`, `62,5@2`.
fn is_load(word: &str) -> bool {
    let load = word.split('@').next().unwrap_or_default();
    let number = load
        .trim_end_matches("lbs")
        .trim_end_matches("lb")
        .trim_end_matches("kg");
    load.starts_with("bw") || (figure(number).is_some() && number.matches(',').count() <= 1)
}

/// `5,5,4`: whole numbers with commas between them.
fn is_list(word: &str) -> bool {
    let list = word.trim_end_matches('!');
    let list = list.split('@').next().unwrap_or_default();
    list.contains(',')
        && list
            .split(',')
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
}

fn is_hold(text: &str) -> bool {
    text.strip_suffix("sec")
        .or_else(|| text.strip_suffix('s'))
        .is_some_and(|count| !count.is_empty() && count.chars().all(|c| c.is_ascii_digit()))
}

fn figure(text: &str) -> Option<f64> {
    let plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'));
    if plain {
        text.replace(',', ".").parse().ok()
    } else {
        None
    }
}

/// Sets as they stand in their field; [`parse_sets`] reads them back.
pub fn sets_text(sets: &[SetLog], unit: MassUnit) -> String {
    let loaded = sets.iter().any(|set| set.kg.is_some());
    let words: Vec<String> = sets.iter().map(|set| set_text(set, unit, loaded)).collect();
    words.join(" ")
}

/// Beside sets with a load, one without says so: else it could be read as the load of the set before.
fn set_text(set: &SetLog, unit: MassUnit, loaded: bool) -> String {
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
    let count = match (set.reps, set.seconds) {
        (Some(reps), _) => reps.to_string(),
        (None, Some(seconds)) => format!("{seconds}s"),
        (None, None) => "-".to_owned(),
    };
    let load = match set.kg {
        Some(kg) => format!("x{}", mass_figure(kg, unit)),
        None if loaded => "xbw".to_owned(),
        None => String::new(),
    };
    let rir = set
        .rir
        .map(|rir| format!("@{}", trimmed(rir, 1)))
        .unwrap_or_default();
    let failed = if set.failed { "!" } else { "" };
    format!("{kind}{side}{count}{load}{rir}{failed}")
}

/// A mass in a unit: "62.5 kg", "135 lb".
pub fn mass_text(kg: Kilograms, unit: MassUnit) -> String {
    let word = match unit {
        MassUnit::Kg => "kg",
        MassUnit::Pounds => "lb",
    };
    format!("{} {word}", mass_figure(kg, unit))
}

fn mass_figure(kg: Kilograms, unit: MassUnit) -> String {
    match unit {
        MassUnit::Kg => trimmed(kg.kg(), 2),
        MassUnit::Pounds => trimmed(kg.pounds(), 1),
    }
}

fn trimmed(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const METRIC: EntryRules = EntryRules {
        unit: MassUnit::Kg,
        assisted: false,
    };
    const POUNDS: EntryRules = EntryRules {
        unit: MassUnit::Pounds,
        assisted: true,
    };
    const HELPED: EntryRules = EntryRules {
        unit: MassUnit::Kg,
        assisted: true,
    };

    /// What an entry comes to, in the long notation.
    fn read(text: &str) -> String {
        sets_text(&parse_sets(text, METRIC).unwrap().sets, METRIC.unit)
    }

    fn refused(text: &str) -> String {
        parse_sets(text, METRIC).unwrap_err()
    }

    #[test]
    fn sets_read_back_as_written() {
        for rules in [HELPED, POUNDS] {
            for text in [
                "w5x40 5x60@2 5x60@2 4x60@1!",
                "8 8@2 7@1.5",
                "45s 30s",
                "45sxbw 30sx10",
                "5x100 d8x62.5",
                "l10x12 r10x12",
                "6x-20@3",
                "8x0",
                "-xbw -x60@2",
                "8x20 8xbw",
            ] {
                let entry = parse_sets(text, rules).unwrap();
                assert_eq!(sets_text(&entry.sets, rules.unit), text);
            }
        }
    }

    #[test]
    fn the_short_forms_are_what_people_jot_down() {
        assert_eq!(read("3x8 62.5"), "8x62.5 8x62.5 8x62.5");
        assert_eq!(read("3 x 8 62,5 kg"), "8x62.5 8x62.5 8x62.5");
        assert_eq!(read("2x5@2 60"), "5x60@2 5x60@2");
        assert_eq!(read("2x5 60@2"), "5x60@2 5x60@2");
        assert_eq!(read("60 5,5,4"), "5x60 5x60 4x60");
        assert_eq!(read("62.5kg 5,5,4@1!"), "5x62.5@1 5x62.5@1 4x62.5@1!");
        assert_eq!(read("8,8,7"), "8 8 7");
        assert_eq!(read("2x5x60@2"), "5x60@2 5x60@2");
        assert_eq!(read("2x45s"), "45s 45s");
        assert_eq!(read("2x45s 10"), "45sx10 45sx10");
        assert_eq!(read("5x60@rpe8"), "5x60@2");
        assert_eq!(read("8xbw 8xbw+10"), "8xbw 8x10");
        assert_eq!(read("w8x40 5x60, 5x60"), "w8x40 5x60 5x60");
    }

    #[test]
    fn spaces_and_units_may_stand_where_people_put_them() {
        assert_eq!(read("5 × 60 kg @ 2, 4 x 62,5kg @1 !"), "5x60@2 4x62.5@1!");
    }

    #[test]
    fn a_load_in_the_other_unit_is_converted_and_said() {
        let entry = parse_sets("5x135lb 5x135lb 5x60", METRIC).unwrap();
        assert!((entry.sets[0].kg.unwrap().kg() - 61.235).abs() < 0.001);
        assert_eq!(entry.converted, ["135 lb = 61.23 kg"]);
        assert_eq!(parse_sets("5x60", METRIC).unwrap().converted, [""; 0]);
        let entry = parse_sets("5x60kg", POUNDS).unwrap();
        assert_eq!(entry.converted, ["60 kg = 132.3 lb"]);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for text in ["5x60@11", "5x", "fast", "5xnan", "5x60@", "1x2x3x4"] {
            let error = refused(&format!("5x60 {text}"));
            assert!(error.contains(text), "{error}");
        }
        assert!(refused("x60").starts_with("“x60”"));
    }

    #[test]
    fn figures_that_cannot_be_meant_get_a_clear_word() {
        assert_eq!(
            refused("5x900"),
            "“5x900”: 900 kg is more than anybody lifts; loads go up to 500 kg"
        );
        assert_eq!(
            refused("300x20"),
            "“300x20”: 300 reps in one set? They go up to 200; seconds are written 300s"
        );
        assert_eq!(
            refused("5x-60"),
            "“5x-60”: a load is above 0; a minus is for help in bodyweight exercises"
        );
        assert_eq!(refused("-5x60"), "“-5x60”: repetitions are not below 0");
        assert_eq!(
            refused("50x8 60"),
            "“50x8 60”: 50 equal sets? They go from 1 to 20"
        );
        assert_eq!(refused("8000s"), "“8000s”: a hold lasts 1 to 3600 s");
        assert!(parse_sets("6x-20", HELPED).is_ok());
        assert!(
            parse_sets("5x1200", POUNDS)
                .unwrap_err()
                .contains("1102.3 lb")
        );
    }
}
