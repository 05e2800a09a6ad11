//! One session of a line: its time, its kind and what it needs, in any order.

mod finish;
mod problems;
mod time_figure;

use chrono::NaiveTime;

use crate::domain::{Kind, LegLoad, Plan, Region, Rpe, RunKind, Start, Workout};
use crate::notation::{Amount, LengthOf};

use super::calendar::clock;
use super::cursor::{Cursor, Problems, said};
use super::fields::Field;
use super::lexer::TokenKind;
use super::steps::{Repeated, Runs, Taken, length};
use super::words::{self, Meaning};

use time_figure::TimeFigure;

/// What could stand in a session, for errors.
const COULD_STAND: &str = "a kind (easy, tempo, intervals, long, strength, rest …), 07:00, am, 45min, 18km, \
                           6x800m, @4:05/km, rpe 5, key or a \"note\" could stand here";

/// Reads one session. `None` when not even its kind is said; `problems` then says so.
pub(super) fn session(cursor: Cursor, problems: &mut Problems) -> Option<Plan> {
    let mut reader = SessionReader {
        cursor,
        problems,
        said: Vec::new(),
        plan: Plan::new(Workout::Rest),
        kind: None,
        kind_is_weak: false,
        region: None,
        leg_load: None,
        sport: String::new(),
        rpe: None,
        run: Runs::default(),
        doubtful: Vec::new(),
        unknown: None,
    };
    reader.read();
    reader.finish()
}

struct SessionReader<'t, 'p> {
    cursor: Cursor<'t>,
    problems: &'p mut Problems,
    said: Vec<(Field, usize)>,
    plan: Plan,
    kind: Option<Kind>,
    /// `run` and `jog` name a kind only where no other word does.
    kind_is_weak: bool,
    region: Option<Region>,
    leg_load: Option<LegLoad>,
    sport: String,
    rpe: Option<Rpe>,
    run: Runs,
    /// Figures that could be a time of day or a duration: their column, the time, and the doubt in words.
    doubtful: Vec<(usize, NaiveTime, String)>,
    /// Place of the last word that nobody knows.
    unknown: Option<usize>,
}

impl SessionReader<'_, '_> {
    fn read(&mut self) {
        while let Some(token) = self.cursor.token() {
            match token.kind {
                TokenKind::Quoted | TokenKind::Unclosed => self.note(token.kind, &token.norm),
                TokenKind::At => {
                    self.run(|run, cursor| Some(run.target(cursor)));
                }
                TokenKind::Comma | TokenKind::Semicolon => self.cursor.skip(1),
                TokenKind::Word => {
                    let word = token.norm.as_str();
                    let figure = word
                        .trim_start_matches('-')
                        .starts_with(|c: char| c.is_ascii_digit());
                    let known = if figure {
                        self.figure(word)
                    } else {
                        self.word(word)
                    };
                    if !known {
                        self.unknown_word();
                    }
                }
            }
        }
    }

    fn note(&mut self, kind: TokenKind, text: &str) {
        if kind == TokenKind::Unclosed {
            self.problems
                .add(self.cursor.column(), "this note has no closing quote");
        }
        if !self.plan.note.is_empty() {
            self.plan.note.push(' ');
        }
        self.plan.note.push_str(text);
        self.cursor.skip(1);
    }

    /// Something that begins with a figure.
    fn figure(&mut self, word: &str) -> bool {
        if self.run(Runs::repeats) || self.run(Runs::plain_pace) {
            return true;
        }
        if self.time_behind_the_kind(word) {
            return true;
        }
        let cursor = self.cursor;
        if let Some(reading) = clock(word, |n| cursor.word(n + 1)) {
            self.once(Field::Start);
            match reading.value {
                Ok(time) => self.plan.start = Start::Clock(time),
                Err(message) => self.wrong(&message),
            }
            self.cursor.skip(1 + reading.more);
            return true;
        }
        let repeated = self.repeated();
        if self.run(|run, cursor| run.extent_first(cursor, repeated)) {
            return true;
        }
        let Some(reading) = length(&cursor, word, 0, LengthOf::Whole) else {
            return false;
        };
        let amount = reading.value.and_then(|measure| {
            if let Amount::Time(seconds) = measure.amount {
                self.plan.duration = Some(Amount::minutes(seconds)?);
            }
            Ok(measure)
        });
        match amount {
            Ok(measure) => {
                self.run.ranges.extend(measure.range);
                match measure.amount {
                    Amount::Distance(distance) => {
                        self.once(Field::Distance);
                        self.run.distance = Some(distance);
                    }
                    Amount::Time(_) => self.once(Field::Duration),
                }
            }
            Err(message) => self.wrong(&message),
        }
        self.cursor.skip(1 + reading.more);
        true
    }

    /// `2:45` behind the kind of a run, where a clock stands before it: hours and minutes, or from `24:00` on minutes and
    /// seconds. Hours of the day wait until everything is read.
    fn time_behind_the_kind(&mut self, word: &str) -> bool {
        let is_run = matches!(self.kind, Some(Kind::Run(_)));
        let is_clock = matches!(self.cursor.word(1), Some("am" | "pm"));
        let said = |field| self.said.iter().any(|(other, _)| *other == field);
        if !is_run || is_clock || said(Field::Duration) {
            return false;
        }
        let Some(time) = TimeFigure::read(word) else {
            return false;
        };
        match time {
            TimeFigure::Clock => return false,
            TimeFigure::Duration(seconds) => {
                self.once(Field::Duration);
                match Amount::minutes(f64::from(seconds)) {
                    Ok(minutes) => self.plan.duration = Some(minutes),
                    Err(message) => self.wrong(&message),
                }
            }
            TimeFigure::Either(clock, doubt) => {
                self.doubtful.push((self.cursor.column(), clock, doubt));
            }
        }
        self.cursor.skip(1);
        true
    }

    /// Something that begins with a letter or a sign.
    fn word(&mut self, word: &str) -> bool {
        if let Some(figure) = word.strip_prefix("rpe") {
            return self.exertion(figure.trim_start_matches([':', '=']));
        }
        if self.repeated() == Repeated::Yes && self.run(Runs::recovery) {
            return true;
        }
        match word {
            "title" => return self.quoted_field(Field::Title),
            "sport" => return self.quoted_field(Field::Sport),
            "circuit" => {
                self.once(Field::Circuit);
                self.cursor.skip(1);
                return true;
            }
            _ => {}
        }
        let Some((meaning, words)) = self.phrase() else {
            let filler = words::is_filler(word);
            if filler {
                self.cursor.skip(1);
            }
            return filler;
        };
        match meaning {
            Meaning::WarmUp | Meaning::CoolDown => {
                return self.run(|run, cursor| Some(run.outer(cursor, meaning, words)));
            }
            Meaning::Kind(kind) => self.kind(kind, word),
            Meaning::Sport(sport) => {
                self.kind(Kind::Cross, word);
                sport.clone_into(&mut self.sport);
            }
            Meaning::Region(region) => {
                self.once(Field::Region);
                self.region = Some(region);
            }
            Meaning::LegLoad(load) => {
                self.once(Field::LegLoad);
                self.leg_load = Some(load);
            }
            Meaning::Part(part) => {
                self.once(Field::Start);
                self.plan.start = Start::Part(part);
            }
            Meaning::Key(mark) => {
                self.once(Field::Key);
                self.plan.key = mark;
            }
        }
        self.cursor.skip(words);
        true
    }

    /// Whether `jog 400m` is a recovery here, and not an easy run.
    fn repeated(&self) -> Repeated {
        if self.run.has_repeats() || self.kind.is_some_and(has_repeats_by_nature) {
            Repeated::Yes
        } else {
            Repeated::No
        }
    }

    /// The longest phrase here that means something, and its words.
    fn phrase(&self) -> Option<(Meaning, usize)> {
        const LONGEST: usize = 24;
        (1..=3).rev().find_map(|count| {
            let words: Option<Vec<&str>> = (0..count).map(|n| self.cursor.word(n)).collect();
            let words = words?;
            if words.iter().map(|word| word.len()).sum::<usize>() > LONGEST {
                return None;
            }
            let phrase = words.join(" ").replace('-', " ");
            words::meaning(phrase.trim_end_matches(':')).map(|meaning| (meaning, count))
        })
    }

    fn kind(&mut self, kind: Kind, word: &str) {
        let weak = matches!(word, "run" | "jog");
        match self.kind {
            Some(Kind::Run(_)) if weak => {}
            Some(old) if old == kind => {}
            Some(_) if !self.kind_is_weak => self.once(Field::Kind),
            _ => {
                if self.kind.is_none() {
                    self.once(Field::Kind);
                }
                self.kind = Some(kind);
                self.kind_is_weak = weak;
            }
        }
    }

    /// `rpe 5`; `figure` is what stands behind `rpe` in the same word.
    fn exertion(&mut self, figure: &str) -> bool {
        self.once(Field::Rpe);
        let (figure, words) = if figure.is_empty() {
            (self.cursor.word(1).unwrap_or_default(), 2)
        } else {
            (figure, 1)
        };
        match figure
            .parse::<f64>()
            .ok()
            .filter(|rpe| (0.0..=10.0).contains(rpe))
        {
            Some(rpe) => self.rpe = Some(Rpe::new(rpe)),
            None => self.problems.add(
                self.cursor.column(),
                format!(
                    "{} is not an RPE, which lies between 0 and 10, such as rpe 5",
                    said(&format!("rpe {figure}"))
                ),
            ),
        }
        self.cursor.skip(words);
        true
    }

    /// A field whose text stands in quotes behind its word.
    fn quoted_field(&mut self, field: Field) -> bool {
        self.once(field);
        self.cursor.skip(1);
        let Some(text) = self.cursor.quoted() else {
            let message = format!("the {} stands in quotes here: {0} \"…\"", field.name());
            self.problems.add(self.cursor.column(), message);
            return true;
        };
        match field {
            Field::Sport => text.clone_into(&mut self.sport),
            _ => text.clone_into(&mut self.plan.title),
        }
        self.cursor.skip(1);
        true
    }

    /// Lets the run's part of the session read on, and takes note of what it took.
    fn run(&mut self, read: impl FnOnce(&mut Runs, &Cursor) -> Option<Taken>) -> bool {
        let Some(taken) = read(&mut self.run, &self.cursor) else {
            return false;
        };
        if self.said.iter().all(|(field, _)| *field != Field::Run) {
            self.said.push((Field::Run, self.cursor.column()));
        }
        if let Err((ahead, message)) = taken.result {
            let mut place = self.cursor;
            place.skip(ahead);
            let text = place.text();
            let message = if text.is_empty() {
                message
            } else {
                format!("{}: {message}", said(text))
            };
            self.problems.add(place.column(), message);
        }
        self.cursor.skip(taken.words.max(1));
        true
    }
}

/// True for the kinds that consist of repeats, so that `jog 400m` is a recovery even before the repeats are said.
fn has_repeats_by_nature(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Run(
            RunKind::Tempo | RunKind::Intervals | RunKind::Hills | RunKind::Fartlek | RunKind::Race
        )
    )
}
