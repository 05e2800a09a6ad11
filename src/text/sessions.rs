//! One session of a line: its time, its kind and what it needs, in any order.

use chrono::NaiveTime;

use crate::domain::{
    CrossPlan, Kind, LegLoad, MobilityPlan, Plan, Region, Rpe, RunKind, Start, StrengthPlan,
    Workout,
};

use super::calendar::clock;
use super::cursor::{Cursor, Problems, said};
use super::fields::Field;
use super::lexer::TokenKind;
use super::steps::{Repeated, Runs, Taken, length};
use super::words::{self, Meaning};
use crate::notation::{Amount, LengthOf};

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

    /// What could have been the time of day or the duration is the time when the duration was said besides.
    fn settle_times(&mut self) {
        for (column, clock, doubt) in std::mem::take(&mut self.doubtful) {
            let said = |field| self.said.iter().any(|(other, _)| *other == field);
            if said(Field::Duration) && !said(Field::Start) {
                self.said.push((Field::Start, column));
                self.plan.start = Start::Clock(clock);
            } else {
                self.problems.add(column, doubt);
            }
        }
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
                    "{} is no exertion; rpe lies between 0 and 10, such as rpe 5",
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

    /// Marks a field as said, and complains when it was before.
    fn once(&mut self, field: Field) {
        let column = self.cursor.column();
        if self.said.iter().any(|(other, _)| *other == field) {
            let text = said(self.cursor.text());
            self.problems.add(
                column,
                format!(
                    "{text}: the {} is said twice; {}",
                    field.name(),
                    field.advice()
                ),
            );
        } else {
            self.said.push((field, column));
        }
    }

    fn wrong(&mut self, message: &str) {
        let text = said(self.cursor.text());
        self.problems
            .add(self.cursor.column(), format!("{text}: {message}"));
    }

    fn unknown_word(&mut self) {
        let place = self.cursor.passed();
        let goes_on = self.unknown.is_some_and(|last| last + 1 == place);
        self.unknown = Some(place);
        if !goes_on {
            let message = self.what_else();
            self.problems.add(self.cursor.column(), message);
        }
        self.cursor.skip(1);
    }

    fn what_else(&mut self) -> String {
        let text = self.cursor.text();
        let word = self.cursor.word(0).unwrap_or_default();
        if word.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
            return format!(
                "{} has no unit; write {word}min, {word}km or {word}mi",
                said(text)
            );
        }
        let close = if self.problems.may_suggest() {
            words::closest(word)
        } else {
            None
        };
        match close {
            Some(close) => format!(
                "{} is not known; did you mean \"{close}\"? Otherwise {COULD_STAND}",
                said(text)
            ),
            None => format!("{} is not known; {COULD_STAND}", said(text)),
        }
    }

    fn finish(mut self) -> Option<Plan> {
        let Some(kind) = self.kind.or_else(|| self.implied_kind()) else {
            if self.unknown.is_none() {
                let message = format!("the kind of session is missing; {COULD_STAND}");
                self.problems.add(self.cursor.column(), message);
            }
            return None;
        };
        self.settle_times();
        for (column, message) in self.run.settle() {
            self.problems.add(column, message);
        }
        let mut misplaced: Vec<Field> = Vec::new();
        for &(field, column) in &self.said {
            if !field.fits(kind) && !misplaced.contains(&field) {
                misplaced.push(field);
                let kind = words::kind_word(kind);
                let message = format!(
                    "a {} belongs to {}, and this is \"{kind}\"",
                    field.name(),
                    field.belongs_to()
                );
                self.problems.add(column, message);
            }
        }
        // Only the upper end of a range counts; the note keeps what was written.
        let note = std::mem::take(&mut self.plan.note);
        let mut notes = std::mem::take(&mut self.run.ranges);
        notes.extend(Some(note).filter(|note| !note.is_empty()));
        self.plan.note = notes.join("; ");
        self.plan.workout = self.workout(kind);
        Some(self.plan)
    }

    /// What a session is when no word names its kind but others leave no doubt.
    fn implied_kind(&self) -> Option<Kind> {
        let said = |field| self.said.iter().any(|(other, _)| *other == field);
        if self.region.is_some() || said(Field::Circuit) {
            Some(Kind::Strength)
        } else if !self.sport.is_empty() {
            Some(Kind::Cross)
        } else if self.said.is_empty() && self.unknown.is_none() && !self.plan.note.is_empty() {
            Some(Kind::Note)
        } else {
            None
        }
    }

    fn workout(&mut self, kind: Kind) -> Workout {
        match kind {
            Kind::Run(kind) => {
                Workout::Run(std::mem::take(&mut self.run).into_plan(kind, self.rpe))
            }
            Kind::Strength => Workout::Strength(StrengthPlan {
                region: self.region,
                leg_load: match self.region {
                    // What is heavy for the arms is nothing for the legs.
                    Some(Region::Upper | Region::Core) => self.leg_load.map(|_| LegLoad::None),
                    _ => self.leg_load,
                },
                circuit: self.said.iter().any(|(field, _)| *field == Field::Circuit),
                ..StrengthPlan::default()
            }),
            Kind::Cross => Workout::Cross(CrossPlan {
                sport: std::mem::take(&mut self.sport),
                rpe: self.rpe,
            }),
            Kind::Mobility => Workout::Mobility(MobilityPlan::default()),
            Kind::Rest => Workout::Rest,
            Kind::Note => Workout::Note,
        }
    }
}

/// A figure of hours, minutes and seconds behind the kind of a run.
enum TimeFigure {
    /// A duration in seconds.
    Duration(u32),
    /// A time of day, `07:30`.
    Clock,
    /// Either, with the doubt in words.
    Either(NaiveTime, String),
}

impl TimeFigure {
    /// Reads `2:45`, `90:00`, `1:30:00`. `None` for anything else.
    fn read(word: &str) -> Option<Self> {
        /// Nobody trains at this hour, and nobody runs longer than this many.
        const MOST_HOURS: u32 = 4;
        let parts: Vec<&str> = word.split(':').collect();
        let figures: Option<Vec<u32>> = parts.iter().map(|part| part.parse().ok()).collect();
        match figures?.as_slice() {
            [hours, minutes, seconds] if *minutes < 60 && *seconds < 60 && *hours < 48 => {
                Some(Self::Duration(hours * 3600 + minutes * 60 + seconds))
            }
            [_, second] if *second >= 60 => None,
            [hours, minutes] if *hours <= MOST_HOURS && parts[0].len() == 1 => {
                Some(Self::Duration(hours * 3600 + minutes * 60))
            }
            [hours, _] if *hours < 24 && parts[0].starts_with('0') => Some(Self::Clock),
            [hours, minutes] if *hours < 24 => {
                let clock = NaiveTime::from_hms_opt(*hours, *minutes, 0)?;
                let long = format!("{hours}h{minutes:02}");
                let short = match minutes {
                    0 => format!("{hours}min"),
                    _ => long.clone(),
                };
                Some(Self::Either(
                    clock,
                    format!(
                        "\"{word}\": a time of day or a duration? Write a time of day before the kind, and a duration \
                         as {short}{}",
                        if short == long {
                            String::new()
                        } else {
                            format!(" or {long}")
                        }
                    ),
                ))
            }
            [minutes, seconds] if *minutes < 2880 => Some(Self::Duration(minutes * 60 + seconds)),
            _ => None,
        }
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
