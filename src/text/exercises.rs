//! The indented lines under a strength session: an exercise and its dose.

use crate::domain::{Count, Effort, LoadSpec, Prescription, Reps, Seconds};

use super::cursor::{Cursor, Problems, said};
use super::lexer::{Token, TokenKind};
use super::names::Names;
use crate::notation::{Amount, measure, minutes_and_seconds, times, typed_load, whole_seconds};

/// True when a dose such as `4x6` or `3-4 x 8` stands among the tokens, so that the line is an exercise.
pub(super) fn has_dose(tokens: &[Token]) -> bool {
    (0..tokens.len()).any(|at| dose_at(tokens, at))
}

fn dose_at(tokens: &[Token], at: usize) -> bool {
    let mut cursor = Cursor::new(tokens, 1);
    cursor.skip(at);
    times(|n| cursor.word(n)).is_some()
}

/// Reads an exercise line. `None` when it has no dose or the exercise is unknown; `problems` then says so.
pub(super) fn exercise(
    tokens: &[Token],
    names: &dyn Names,
    problems: &mut Problems,
) -> Option<Prescription> {
    let bullets = tokens
        .iter()
        .take_while(|token| matches!(token.norm.as_str(), "-" | "*" | "•"))
        .count();
    let tokens = tokens.get(bullets..).unwrap_or_default();
    let first = tokens.first()?;
    let end = name_end(tokens);
    let name = name_text(&tokens[..end]);
    let found = names.resolve(&name);
    if found.is_none() {
        let search = problems.may_suggest_for(&name);
        problems.add(first.column, unknown(&name, names, search));
    }
    let mut cursor = Cursor::new(tokens, first.column);
    cursor.skip(end);
    let mut line = ExerciseLine {
        cursor,
        problems,
        said: Vec::new(),
    };
    let (sets, reps, per_side) = line.dose(&name)?;
    let (id, name) = found.unwrap_or_default();
    let mut prescription = Prescription::new(id, name, sets, reps);
    prescription.per_side = per_side == Sides::Each;
    line.details(&mut prescription);
    (!prescription.exercise.as_str().is_empty()).then_some(prescription)
}

fn unknown(name: &str, names: &dyn Names, search: bool) -> String {
    if name.is_empty() {
        return "an exercise begins with its name: squat 4x6 @60kg".to_owned();
    }
    let close = if search { names.closest(name) } else { None };
    match close {
        Some(close) => format!(
            "{} is not in the library; did you mean “{close}”?",
            said(name)
        ),
        None => format!(
            "{} is not in the library; the name of one of its exercises could stand here",
            said(name)
        ),
    }
}

/// Where the name ends: at the dose, or at the first thing that cannot be part of a name.
fn name_end(tokens: &[Token]) -> usize {
    if tokens
        .first()
        .is_some_and(|token| token.kind == TokenKind::Quoted)
    {
        return 1;
    }
    let stops = |at: usize, token: &Token| match token.kind {
        TokenKind::Word => dose_at(tokens, at),
        TokenKind::Comma => false,
        _ => true,
    };
    tokens
        .iter()
        .enumerate()
        .position(|(at, token)| stops(at, token))
        .unwrap_or(tokens.len())
}

fn name_text(tokens: &[Token]) -> String {
    if let [token] = tokens
        && token.kind == TokenKind::Quoted
    {
        return token.norm.clone();
    }
    let words = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Word)
        .map(|token| token.text);
    let name = words.collect::<Vec<_>>().join(" ");
    name.trim_end_matches([':', '-', '–', ' ']).to_owned()
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sides {
    Both,
    Each,
}

struct ExerciseLine<'t, 'p> {
    cursor: Cursor<'t>,
    problems: &'p mut Problems,
    said: Vec<&'static str>,
}

impl ExerciseLine<'_, '_> {
    fn wrong(&mut self, ahead: usize, message: &str) {
        let mut place = self.cursor;
        place.skip(ahead);
        let text = place.text();
        let message = if text.is_empty() {
            message.to_owned()
        } else {
            format!("{}: {message}", said(text))
        };
        self.problems.add(place.column(), message);
    }

    /// `4x6`, `3x10/side`, `3x45s`, `2-3 x max`.
    fn dose(&mut self, name: &str) -> Option<(Count, Reps, Sides)> {
        let Some((sets, first, used)) = times(|n| self.cursor.word(n)) else {
            if !name.is_empty() {
                self.wrong(
                    0,
                    "sets and repetitions such as 4x6, 3x10/side, 3x45s or 3xmax could stand here",
                );
            }
            return None;
        };
        let (figures, sides) = split_sides(first);
        let unit = if figures.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            self.cursor.word(used)
        } else {
            None
        };
        let (scale, more) = match unit {
            Some("s" | "sec" | "secs" | "seconds") => ("s", 1),
            Some("min" | "minutes") => ("min", 1),
            _ => ("", 0),
        };
        let sets = sets
            .parse::<Count>()
            .map_err(|_| "sets lie between 1 and 1000, such as 4 or 3-4".to_owned());
        let dose =
            sets.and_then(|sets| reps(&format!("{figures}{scale}")).map(|reps| (sets, reps)));
        match dose {
            Ok((sets, reps)) => {
                self.cursor.skip(used + more);
                Some((sets, reps, sides))
            }
            Err(message) => {
                self.wrong(0, &message);
                None
            }
        }
    }

    fn details(&mut self, prescription: &mut Prescription) {
        while let Some(token) = self.cursor.token() {
            match token.kind {
                TokenKind::Comma => self.cursor.skip(1),
                TokenKind::Quoted | TokenKind::Unclosed => {
                    if token.kind == TokenKind::Unclosed {
                        self.problems
                            .add(token.column, "this note has no closing quote");
                    }
                    self.once("note");
                    prescription.note.push_str(&token.norm);
                    self.cursor.skip(1);
                }
                TokenKind::At => self.at(prescription),
                TokenKind::Semicolon => {
                    self.wrong(0, "an exercise has a line of its own");
                    self.cursor.skip(1);
                }
                TokenKind::Word => self.detail(token.norm.as_str(), prescription),
            }
        }
    }

    /// What follows an `@`: a load, or an effort.
    fn at(&mut self, prescription: &mut Prescription) {
        if self
            .cursor
            .word(1)
            .is_some_and(|word| word.starts_with("rir") || word.starts_with("rpe"))
        {
            self.cursor.skip(1);
            return;
        }
        let mut place = self.cursor;
        place.skip(1);
        if let Some((load, words)) = load(&place) {
            self.once("load");
            prescription.load = load;
            self.cursor.skip(1 + words);
        } else {
            self.wrong(1, "a load from 0 to 1000 kg such as @60kg, @132lb, @2x12kg, @75%, @bw, @bw+10kg or @band could stand here");
            self.cursor.skip(2);
        }
    }

    fn detail(&mut self, word: &str, prescription: &mut Prescription) {
        let used = if word.starts_with("rir") || word.starts_with("rpe") {
            self.effort(word, prescription)
        } else if let Some((load, words)) = load(&self.cursor) {
            self.once("load");
            prescription.load = load;
            words
        } else {
            self.named(word, prescription)
        };
        self.cursor.skip(used.max(1));
    }

    /// `rir 2`, `rpe8`.
    fn effort(&mut self, word: &str, prescription: &mut Prescription) -> usize {
        self.once("effort");
        let (figure, words) = if word.len() == 3 {
            (self.cursor.word(1).unwrap_or_default(), 2)
        } else {
            (&word[3..], 1)
        };
        let figure = figure.trim_start_matches([':', '=']);
        match format!("{} {figure}", &word[..3]).parse::<Effort>() {
            Ok(effort) => prescription.effort = Some(effort),
            Err(error) => self.problems.add(self.cursor.column(), error.to_string()),
        }
        words
    }

    /// A detail that begins with its own word.
    fn named(&mut self, word: &str, prescription: &mut Prescription) -> usize {
        match (word, self.cursor.word(1)) {
            ("rest", Some(next)) => self.rest(next, prescription),
            ("tempo", _) => self.tempo(prescription),
            ("superset" | "ss", Some(letter)) => {
                self.once("superset");
                let mut letters = letter.chars();
                match (letters.next(), letters.next()) {
                    (Some(letter), None) if letter.is_ascii_alphanumeric() => {
                        prescription.superset = Some(letter.to_ascii_uppercase());
                    }
                    _ => self.wrong(1, "a superset has one letter: superset A"),
                }
                2
            }
            ("per" | "each", Some("side" | "leg" | "arm")) => {
                prescription.per_side = true;
                2
            }
            ("/side" | "/leg" | "/arm" | "each", _) => {
                prescription.per_side = true;
                1
            }
            ("reps" | "with" | "at" | "-", _) => 1,
            _ => {
                self.wrong(0, "@60kg, rir 2, rpe 8, rest 3min, tempo 3-1-1, superset A, /side or a \"note\" could stand here");
                1
            }
        }
    }

    /// `tempo 3-1-1`; one with spaces stands in quotes.
    fn tempo(&mut self, prescription: &mut Prescription) -> usize {
        self.once("tempo");
        let mut place = self.cursor;
        place.skip(1);
        match place.token() {
            Some(token) if token.kind == TokenKind::Word => {
                token.text.clone_into(&mut prescription.tempo);
            }
            Some(token) if token.kind == TokenKind::Quoted => {
                prescription.tempo.clone_from(&token.norm);
            }
            _ => {
                self.wrong(1, "a tempo such as 3-1-1 could stand here");
                return 1;
            }
        }
        2
    }

    /// `rest 3min`, `rest 90 s`, `rest 2:30`.
    fn rest(&mut self, first: &str, prescription: &mut Prescription) -> usize {
        const REST: &str = "a rest is a time such as 90s, 3min or 2:30";
        self.once("rest");
        if let Some(seconds) = minutes_and_seconds(first) {
            prescription.rest = Some(seconds);
            return 2;
        }
        let cursor = self.cursor;
        let Some(reading) = measure(first, |n| cursor.word(n + 2)) else {
            self.wrong(1, REST);
            return 2;
        };
        let rest: Result<Seconds, String> = reading.value.and_then(|measure| match measure {
            measure if measure.range.is_some() => Err("a rest is one time, not a range".to_owned()),
            measure => match measure.amount {
                Amount::Time(seconds) => whole_seconds(seconds),
                Amount::Distance(_) => Err(REST.to_owned()),
            },
        });
        match rest {
            Ok(rest) => prescription.rest = Some(rest),
            Err(message) => self.wrong(1, &message),
        }
        2 + reading.more
    }

    fn once(&mut self, what: &'static str) {
        if self.said.contains(&what) {
            self.wrong(0, &format!("the {what} is given twice; delete one"));
        } else {
            self.said.push(what);
        }
    }
}

/// Takes `/side` off a dose.
fn split_sides(text: &str) -> (&str, Sides) {
    match text.split_once('/') {
        Some((figures, "side" | "leg" | "arm" | "each" | "s")) => (figures, Sides::Each),
        _ => (text, Sides::Both),
    }
}

/// What each set asks for: `6`, `5-8`, `45s`, `1min`, `max`.
fn reps(text: &str) -> Result<Reps, String> {
    let text = text.trim_end_matches("ecs").trim_end_matches("ec");
    let minutes = text
        .strip_suffix("min")
        .and_then(|figure| figure.parse::<u32>().ok());
    let reps = match minutes.and_then(|minutes| minutes.checked_mul(60)) {
        Some(seconds) => format!("{seconds}s").parse(),
        None if text == "amrap" => Ok(Reps::Max),
        None => text.parse(),
    };
    reps.map_err(|_| "repetitions lie between 1 and 1000, such as 8, 8-10, 45s or max".to_owned())
}

/// The load here, and its words. A band may have its colour behind it.
fn load(cursor: &Cursor) -> Option<(LoadSpec, usize)> {
    /// No load has more letters; joining longer words would cost time for nothing.
    const LONGEST: usize = 32;
    if let Some(text) = cursor.quoted() {
        let band = text
            .strip_prefix("band ")
            .map(|kind| LoadSpec::Band(kind.to_owned()));
        return band.or_else(|| typed_load(text)).map(|load| (load, 1));
    }
    let first = cursor.word(0).filter(|word| word.len() <= LONGEST)?;
    if first == "band" {
        let detail = |word: &&str| {
            [
                "rir", "rpe", "rest", "tempo", "superset", "ss", "per", "each", "with", "at", "-",
            ]
            .iter()
            .any(|own| word.starts_with(own))
                || word.starts_with('/')
        };
        return Some(match cursor.word(1).filter(|word| !detail(word)) {
            Some(kind) => (LoadSpec::Band(kind.to_owned()), 2),
            None => (LoadSpec::Band(String::new()), 1),
        });
    }
    (1..=3).rev().find_map(|count| {
        let words: Option<Vec<&str>> = (0..count).map(|n| cursor.word(n)).collect();
        let joined = words?
            .concat()
            .replace("kgs", "kg")
            .replace("bodyweight", "bw");
        let load = if joined.len() <= LONGEST {
            typed_load(&joined)
        } else {
            None
        };
        load.map(|load: LoadSpec| (load, count))
    })
}
