//! Reads a plan text line by line: which week a line belongs to, and what it is.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};

use crate::domain::Week;
use crate::domain::calendar::in_years;

use super::anchor::{Origin, anchor, lines, said_week_start};
use super::calendar::{clock, date};
use crate::notation::measure;

use super::cursor::{Cursor, Problems, said};
use super::days;
use super::exercises::{exercise, has_dose};
use super::headers::{Header, HeaderLine, header, header_line};
use super::lexer::{Token, TokenKind, lex};
use super::names::Names;
use super::plan::{PlanText, PlannedSession, template_week};
use super::sessions::session;
use super::words;

/// Reads a plan text with the exercises of `names`, whosever it is.
#[cfg(test)]
pub(super) fn read_with(text: &str, names: &dyn Names) -> PlanText {
    read_for(text, names, None)
}

/// Reads a plan text with the exercises of `names`. Where it does not say on which day its weeks begin, they begin on
/// `week_start`, and on Monday when that is not known either.
pub(super) fn read_for(text: &str, names: &dyn Names, week_start: Option<Weekday>) -> PlanText {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let week_start = said_week_start(text).or(week_start);
    let start = week_start.unwrap_or(Weekday::Mon);
    let anchor = anchor(text, start);
    let mut reader = Reader {
        names,
        plan: PlanText {
            template: anchor.is_none(),
            week_start,
            ..PlanText::default()
        },
        problems: Problems::default(),
        week: anchor.map_or(template_week(start), |anchor| anchor.week),
        start,
        written: BTreeMap::new(),
        weekdays: if anchor.is_some_and(|anchor| anchor.origin == Origin::Date) {
            Weekdays::Unplaced
        } else {
            Weekdays::Placed
        },
        open: Open::Nothing,
        heading: None,
    };
    for (at, line) in lines(text).enumerate() {
        reader.problems.go_to(at + 1);
        reader.line(line);
    }
    reader.close_heading();
    let mut plan = reader.plan;
    plan.errors = reader.problems.finish();
    plan.sessions.sort_by_key(|planned| planned.date);
    plan
}

/// Whether a weekday says which day is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weekdays {
    /// The week is known, or it is a template.
    Placed,
    /// The text has dates and no week, so that a weekday could be any.
    Unplaced,
    /// The week that was named on this line could not be read.
    Lost(usize),
}

/// What an indented line belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    /// No session stands above.
    Nothing,
    /// The line of this number above could not be read, so that what belongs to it is lost.
    Unread(usize),
    /// The session at this place in the plan.
    Session(usize),
}

/// A day that stands alone on its line, with its sessions on the indented lines beneath.
#[derive(Debug, Clone, Copy)]
struct Heading {
    /// The day, where the calendar has it.
    date: Option<NaiveDate>,
    line: usize,
    /// The column behind the day.
    end: usize,
    /// How far its sessions are indented; their exercises stand further in.
    indent: Option<usize>,
}

struct Reader<'n> {
    names: &'n dyn Names,
    plan: PlanText,
    problems: Problems,
    week: Week,
    /// The day that weeks begin on.
    start: Weekday,
    /// The line on which each week was begun.
    written: BTreeMap<Week, usize>,
    weekdays: Weekdays,
    open: Open,
    heading: Option<Heading>,
}

/// What could begin a line, for errors.
const LINE: &str = "with a day such as Mon or 2026-11-24, with a header such as week: 2026-W48, with “next week”, or \
                    indented with an exercise";

impl Reader<'_> {
    fn line(&mut self, line: &str) {
        if let Some(found) = header_line(line) {
            self.close_heading();
            self.open = Open::Nothing;
            match found.header {
                Header::Week => self.week(found),
                _ => header(found, &mut self.plan, &mut self.problems),
            }
            return;
        }
        let tokens = lex(line);
        let bullets = tokens
            .iter()
            .take_while(|token| matches!(token.norm.as_str(), "-" | "*" | "•"))
            .count();
        let content = tokens.get(bullets..).unwrap_or_default();
        let Some(first) = content.first() else { return };
        let indented = first.column > 1;
        if !indented {
            self.close_heading();
        } else if self.under_heading(content, first) {
            return;
        }
        if is_next_week(content) {
            self.next_week(first.column);
            return;
        }
        if let Some(day) = self.day(first)
            && (!indented || begins_a_session(content))
        {
            self.day_line(content, day);
        } else if indented || (self.open != Open::Nothing && has_dose(content)) {
            self.exercise(content, first);
        } else {
            self.open = Open::Unread(self.problems.line());
            self.problems.add(
                first.column,
                format!("{} begins no line; one begins {LINE}", said(first.text)),
            );
        }
    }

    fn week(&mut self, line: HeaderLine) {
        match Week::parse(line.value, self.start) {
            Ok(week) => {
                self.week = week;
                if let Weekdays::Lost(_) = self.weekdays {
                    self.weekdays = Weekdays::Placed;
                }
                self.begin_week(line.column);
            }
            Err(message) => {
                self.weekdays = Weekdays::Lost(self.problems.line());
                self.problems
                    .add(line.column, format!("{}: {message}", said(line.value)));
            }
        }
    }

    fn next_week(&mut self, column: usize) {
        self.open = Open::Nothing;
        // A text without `week:` begins in the week that this line ends.
        self.written
            .entry(self.week)
            .or_insert_with(|| self.problems.line());
        match in_years(self.week.next().first()) {
            Ok(_) => {
                self.week = self.week.next();
                self.begin_week(column);
            }
            Err(message) => self.problems.add(column, message.to_string()),
        }
    }

    /// Notes that the current week is written from this line on, and complains when it was before: its sessions would
    /// be planned twice.
    fn begin_week(&mut self, column: usize) {
        let line = self.problems.line();
        let first = *self.written.entry(self.week).or_insert(line);
        if first != line {
            let message = format!(
                "the week {} is written twice, first on line {first}; write all its days under one heading",
                self.week
            );
            self.problems.add(column, message);
        }
    }

    /// The day a token names: a weekday of the current week, or a date.
    fn day(&self, token: &Token) -> Option<Day> {
        if token.kind != TokenKind::Word {
            return None;
        }
        if let Some(weekday) = days::weekday(&token.norm) {
            return Some(Day::Weekday(weekday, self.week.on(weekday)));
        }
        date(&token.norm).map(Day::Date)
    }

    fn day_line(&mut self, tokens: &[Token], day: Day) {
        let date = self.place(day, tokens);
        let rest = tokens.get(1..).unwrap_or_default();
        let end = tokens
            .last()
            .map_or(1, |token| token.column + token.text.chars().count());
        if rest.is_empty() {
            self.open = Open::Nothing;
            self.heading = Some(Heading {
                date,
                line: self.problems.line(),
                end,
                indent: None,
            });
            return;
        }
        self.sessions(rest, date, end);
    }

    /// A session on an indented line under a day that stands alone. False when the line is something else.
    fn under_heading(&mut self, content: &[Token], first: &Token) -> bool {
        let Some(heading) = &mut self.heading else {
            return false;
        };
        let is_deeper = heading.indent.is_some_and(|indent| first.column > indent);
        if is_deeper || !is_a_session(content) {
            return false;
        }
        heading.indent.get_or_insert(first.column);
        let date = heading.date;
        let end = content
            .last()
            .map_or(1, |token| token.column + token.text.chars().count());
        self.sessions(content, date, end);
        true
    }

    /// A day that stood alone and under which nothing came lacks its session.
    fn close_heading(&mut self) {
        if let Some(heading) = self.heading.take()
            && heading.indent.is_none()
        {
            let here = self.problems.line();
            self.problems.go_to(heading.line);
            self.session(&[], heading.date, heading.end);
            self.problems.go_to(here);
        }
    }

    /// The sessions of a day, with `;` between them.
    fn sessions(&mut self, tokens: &[Token], mut date: Option<NaiveDate>, end: usize) {
        let mut rest = tokens;
        loop {
            let cut = rest
                .iter()
                .position(|token| token.kind == TokenKind::Semicolon);
            let (part, after) = rest.split_at(cut.unwrap_or(rest.len()));
            let begins = part.first().map(|first| (first, self.day(first)));
            let part = match begins {
                Some((_, Some(day))) => {
                    date = self.place(day, part);
                    part.get(1..).unwrap_or_default()
                }
                _ => part,
            };
            // A separator at the end of the line begins nothing.
            if !(part.is_empty() && cut.is_none() && rest.len() < tokens.len()) {
                self.session(part, date, end);
            }
            if cut.is_none() {
                return;
            }
            rest = after.get(1..).unwrap_or_default();
        }
    }

    /// The date of a day, `None` when the calendar has none.
    fn place(&mut self, day: Day, tokens: &[Token]) -> Option<NaiveDate> {
        let (column, text) = tokens
            .first()
            .map_or((1, ""), |token| (token.column, token.text));
        match day {
            Day::Weekday(weekday, date) => {
                if let Weekdays::Lost(line) = self.weekdays {
                    let message = format!(
                        "{}: this line is lost, because the week on line {line} could not be read",
                        said(text)
                    );
                    self.problems.add(column, message);
                    return None;
                }
                if self.weekdays == Weekdays::Unplaced {
                    let day = days::day_word(weekday);
                    let message = format!(
                        "{}: which {day}? Name its week with week: 2026-W48, or write its date",
                        said(text)
                    );
                    self.problems.add(column, message);
                }
                Some(date)
            }
            Day::Date(Ok(date)) => Some(date),
            Day::Date(Err(message)) => {
                self.problems
                    .add(column, format!("{}: {message}", said(text)));
                None
            }
        }
    }

    fn session(&mut self, tokens: &[Token], date: Option<NaiveDate>, end: usize) {
        self.open = Open::Unread(self.problems.line());
        let plan = session(Cursor::new(tokens, end), &mut self.problems);
        if let Some((date, plan)) = date.zip(plan) {
            self.plan.sessions.push(PlannedSession { date, plan });
            self.open = Open::Session(self.plan.sessions.len() - 1);
        }
    }

    fn exercise(&mut self, tokens: &[Token], first: &Token) {
        let place = match self.open {
            Open::Session(place) => place,
            Open::Unread(line) => {
                let message = format!(
                    "{}: this line is lost, because line {line} above it could not be read",
                    said(first.text)
                );
                self.problems.add(first.column, message);
                return;
            }
            Open::Nothing => {
                let message = format!(
                    "{}: an indented line is an exercise, and no session stands above it; a line begins {LINE}",
                    said(first.text)
                );
                self.problems.add(first.column, message);
                return;
            }
        };
        let Some(planned) = self.plan.sessions.get_mut(place) else {
            return;
        };
        let Some(exercises) = planned.plan.workout.exercises_mut() else {
            let message = format!(
                "{}: exercises stand under strength and mobility only",
                said(first.text)
            );
            self.problems.add(first.column, message);
            return;
        };
        exercises.extend(exercise(tokens, self.names, &mut self.problems));
    }
}

/// What a line says about its day.
enum Day {
    Weekday(Weekday, NaiveDate),
    Date(Result<NaiveDate, String>),
}

fn is_next_week(tokens: &[Token]) -> bool {
    let words: Vec<&str> = tokens
        .iter()
        .take(3)
        .map(|token| token.norm.trim_end_matches(':'))
        .collect();
    matches!(words.as_slice(), ["next", "week"] | ["next-week"])
}

/// True when a line under a day's heading is a session: it begins with a kind, a time, a length or a note, and not with
/// the name of an exercise.
fn is_a_session(tokens: &[Token]) -> bool {
    let Some(first) = tokens.first() else {
        return false;
    };
    if first.kind != TokenKind::Word {
        return first.kind == TokenKind::Quoted && !has_dose(tokens);
    }
    let words: Vec<&str> = tokens
        .iter()
        .take_while(|token| token.kind == TokenKind::Word)
        .take(3)
        .map(|token| token.norm.as_str())
        .collect();
    let is_meant = (1..=words.len()).any(|count| {
        let phrase = words.get(..count).unwrap_or_default().join(" ");
        words::meaning(phrase.replace('-', " ").trim_end_matches(':')).is_some()
    });
    let word = first.norm.as_str();
    let next = |n: usize| words.get(n + 1).copied();
    is_meant
        || words::is_filler(word)
        || clock(word, next).is_some()
        || (measure(word, next).is_some() && !has_dose(tokens))
}

/// True when a session follows the day, so that an indented `Sun salutation 3x5` stays an exercise.
fn begins_a_session(tokens: &[Token]) -> bool {
    let Some(second) = tokens.get(1) else {
        return true;
    };
    if second.kind != TokenKind::Word {
        return true;
    }
    let word = second.norm.as_str();
    words::meaning(&word.replace('-', " ")).is_some()
        || words::is_filler(word)
        || clock(word, |_| None).is_some()
}
