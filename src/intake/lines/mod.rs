//! Reads a text: which lines are days, headings, totals and greetings, and which belong together.

mod days;
mod headings;
mod sorts;

use std::collections::HashMap;

use chrono::Weekday;

use crate::domain::{Kind, Workout};
use crate::library::known_exercise;

use super::builder::{Builder, MOST_SESSIONS};
use super::dates::{week, week_behind, when};
use super::items::{Context, Fragment, ItemKind};
use super::letter_days::letter_days;
use super::lexicon::Meaning;
use super::named_sessions::ExplainingLine;
use super::reading::{Certainty, MarkedWord, Options, SourceSpan};
use super::session::sessions;
use super::strength::strength_in;
use sorts::{Sort, bullets, day_behind, is_phase, is_session, is_total};

/// Lines longer than this are prose; they are kept, and not searched for figures.
const LONGEST_LINE: usize = 4_000;

/// A line with its place in the text.
#[derive(Debug, Clone, Copy)]
struct TextLine<'a> {
    text: &'a str,
    start: usize,
    indent: usize,
}

/// Reads the lines of a piece into a builder.
pub(super) fn read_lines(
    text: &str,
    piece: usize,
    context: &Context,
    options: &Options,
    builder: &mut Builder,
) {
    let lines = lines(text);
    let mut reader = Reader {
        text,
        piece,
        context,
        options,
        builder,
        has_days: false,
        letter_days: letter_days(text, context.votes.first()),
    };
    let year = reader.year();
    reader.has_days = lines.iter().any(|line| {
        let fragment = reader.fragment(line.start, line.start + line.text.len().min(200));
        let first = bullets(&fragment);
        day_behind(&fragment, first).is_some()
            || when(&fragment, first, year)
                .is_some_and(|when| !when.days.is_empty() || when.date.is_some())
    });
    let mut at = 0;
    while at < lines.len() {
        at = reader.block(&lines, at).max(at + 1);
    }
}

fn lines(text: &str) -> Vec<TextLine<'_>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for raw in text.split('\n') {
        let line = raw.strip_suffix('\r').unwrap_or(raw);
        let indent = line
            .chars()
            .take_while(|c| c.is_whitespace())
            .map(|c| if c == '\t' { 4 } else { 1 })
            .sum();
        lines.push(TextLine {
            text: line,
            start,
            indent,
        });
        start += raw.len() + 1;
    }
    lines
}

struct Reader<'a, 'b> {
    text: &'a str,
    piece: usize,
    context: &'a Context<'a>,
    options: &'a Options,
    builder: &'b mut Builder,
    /// True when some line begins with a day, so that others without one are no sessions of their own.
    has_days: bool,
    /// Days that stand as letters at the head of lines, by the byte in the text.
    letter_days: HashMap<usize, Weekday>,
}
impl<'a> Reader<'a, '_> {
    fn year(&self) -> Option<i32> {
        use chrono::Datelike;
        let said = self
            .options
            .start
            .or(self.options.race)
            .map(|date| date.year());
        self.options.year.or(said)
    }

    fn fragment(&self, start: usize, end: usize) -> Fragment<'a> {
        let mut end = end.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let text = self.text.get(start..end).unwrap_or_default();
        let mut fragment = Fragment::new(text, self.piece, start, self.context);
        for item in &mut fragment.items {
            if let Some(day) = self.letter_days.get(&(start + item.start)) {
                item.kind = ItemKind::Word(Meaning::Day(*day));
            }
        }
        fragment
    }

    fn place(&self, line: &TextLine) -> SourceSpan {
        let trimmed = line.text.trim_start();
        let start = line.start + line.text.len() - trimmed.len();
        SourceSpan {
            piece: self.piece,
            start,
            end: start + trimmed.trim_end().len(),
        }
    }

    fn sort(&self, line: &TextLine) -> Sort {
        if line.text.trim().is_empty() || line.text.chars().all(|c| !c.is_alphanumeric()) {
            return Sort::Blank;
        }
        if self
            .context
            .legend
            .clone()
            .learn(line.text, self.context.unit)
        {
            return Sort::Legend;
        }
        if self.explanation(line).is_some() {
            return Sort::Explained;
        }
        let fragment = self.fragment(line.start, line.start + line.text.len());
        let first = bullets(&fragment);
        if is_total(&fragment, first) {
            return Sort::Total;
        }
        if week(&fragment, 0, self.year()).is_some() || week_behind(&fragment).is_some() {
            return Sort::Week;
        }
        if when(&fragment, first, self.year()).is_some() || day_behind(&fragment, first).is_some() {
            return Sort::Day;
        }
        if is_phase(&fragment, first) {
            return Sort::Week;
        }
        match fragment.meaning(first) {
            Some(Meaning::Greeting | Meaning::Farewell) => Sort::Greeting,
            _ => Sort::Plain,
        }
    }

    /// What explains a session on a line.
    fn explanation(&self, line: &TextLine) -> Option<&'a ExplainingLine> {
        let end = line.start + line.text.len();
        self.context.named.line_at(self.piece, line.start, end)
    }

    /// Marks the words that explain a session. What is guessed of them is asked about where its name stands.
    fn explained(&mut self, line: &TextLine) {
        let Some(own) = self.explanation(line) else {
            return;
        };
        let start = own.place.map_or(line.start, |(_, start)| start);
        let head = SourceSpan {
            end: start,
            ..self.place(line)
        };
        if head.end > head.start {
            self.builder.reading.marks.push(MarkedWord {
                place: head,
                certainty: Certainty::Sure,
            });
        }
        let mut words = [Fragment::new(&own.words, self.piece, start, self.context)];
        let _ = strength_in(&mut words, Kind::Strength);
        let [words] = words;
        self.builder.reading.marks.extend(words.marks());
    }

    /// Reads the block that begins with a line; tells which line comes next.
    fn block(&mut self, lines: &[TextLine<'a>], at: usize) -> usize {
        let Some(line) = lines.get(at) else {
            return at + 1;
        };
        match self.sort(line) {
            Sort::Blank => at + 1,
            Sort::Legend => {
                let place = self.place(line);
                self.builder.reading.marks.push(MarkedWord {
                    place,
                    certainty: Certainty::Sure,
                });
                at + 1
            }
            Sort::Explained => {
                self.explained(line);
                at + 1
            }
            Sort::Total => {
                self.total(line);
                at + 1
            }
            Sort::Week => {
                self.heading(line);
                at + 1
            }
            Sort::Day => self.day(lines, at),
            Sort::Greeting => {
                if !self.days_within(line) {
                    let place = self.place(line);
                    self.builder.note(place, line.text);
                }
                at + 1
            }
            Sort::Plain => self.plain(lines, at),
        }
    }

    /// A line without a day.
    fn plain(&mut self, lines: &[TextLine<'a>], at: usize) -> usize {
        let Some(line) = lines.get(at) else {
            return at + 1;
        };
        let place = self.place(line);
        if line.text.len() > LONGEST_LINE || self.builder.reading.notes.len() > MOST_SESSIONS {
            self.builder.note(place, line.text);
            return at + 1;
        }
        if self.days_within(line) {
            return at + 1;
        }
        if self.has_days {
            self.builder.note(place, line.text);
            return at + 1;
        }
        // In a text without days each line can be a session; exercises below a strength session are part of it.
        let mut end = at + 1;
        while let Some(next) = lines.get(end)
            && matches!(self.sort(next), Sort::Plain)
            && (next.indent > line.indent || self.goes_on_with(line, next))
        {
            end += 1;
        }
        let last = lines.get(end - 1).unwrap_or(line);
        let mut fragment = self.fragment(line.start, last.start + last.text.len());
        let first = bullets(&fragment);
        let drafts = sessions(&mut fragment, first);
        if drafts.is_empty() || !is_session(&fragment, &drafts) {
            self.builder.note(
                SourceSpan {
                    end: last.start + last.text.len(),
                    ..place
                },
                self.text
                    .get(place.start..last.start + last.text.len())
                    .unwrap_or_default(),
            );
            return end;
        }
        self.builder.add(&drafts, &[], None, None);
        self.builder.finish_fragment(&mut fragment);
        end
    }

    /// True when a line holds an exercise of the strength session above: `A2 Row 3x10` under `A1 Bench press 3x8`.
    fn goes_on_with(&self, line: &TextLine, next: &TextLine) -> bool {
        let strength = |line: &TextLine| {
            let mut fragment = self.fragment(line.start, line.start + line.text.len());
            let first = bullets(&fragment);
            let drafts = sessions(&mut fragment, first);
            let all = drafts
                .iter()
                .all(|draft| matches!(draft.plan.workout, Workout::Strength(_)));
            let exercises = drafts
                .iter()
                .any(|draft| !draft.plan.workout.exercises().is_empty());
            (all && !drafts.is_empty(), exercises)
        };
        let named = {
            let fragment = self.fragment(next.start, next.start + next.text.len());
            (0..fragment.len()).any(|at| matches!(fragment.meaning(at), Some(Meaning::Kind(_))))
        };
        let lifts = || strength(next) == (true, true) || self.is_exercise(next);
        !named && strength(line).0 && lifts()
    }

    /// True for a bullet with the name of an exercise and no more, as below "Circuit, 3 rounds".
    fn is_exercise(&self, line: &TextLine) -> bool {
        let fragment = self.fragment(line.start, line.start + line.text.len());
        let first = bullets(&fragment);
        let name = fragment.written(first, fragment.len());
        let is_word = first + 1 == fragment.len()
            && matches!(fragment.meaning(first), Some(Meaning::Exercise(_)));
        first > 0 && (is_word || known_exercise(name, self.context.library).is_some())
    }
}
