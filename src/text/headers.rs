//! The headers of a plan text: who it is for, races, and when they can train.

use chrono::Weekday;

use crate::domain::{Availability, DayAvailability, Level, Minutes, Policy, Priority};

use super::cursor::{Cursor, Problems, said};
use super::days::{equipment, weekday};
use super::lexer::{Token, TokenKind, lex_from, normal};
use super::plan::PlanText;
use super::races::race;
use super::words::find;
use crate::notation::{Amount, measure};

/// The headers of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Header {
    Athlete,
    Level,
    Policy,
    Priority,
    Race,
    Available,
    Week,
    WeekStart,
}

/// A header line, cut at its colon.
#[derive(Debug, Clone, Copy)]
pub(super) struct HeaderLine<'a> {
    /// Which header.
    pub(super) header: Header,
    /// What stands behind the colon, without a comment.
    pub(super) value: &'a str,
    /// Column of the value.
    pub(super) column: usize,
}

/// The header a line is, when it is one.
pub(super) fn header_line(line: &str) -> Option<HeaderLine<'_>> {
    /// No header word is longer; a colon further on belongs to something else.
    const LONGEST: usize = 20;
    let start = line.len() - line.trim_start().len();
    let colon = line
        .bytes()
        .skip(start)
        .take(LONGEST)
        .position(|b| b == b':')?
        + start;
    let header = match line
        .get(start..colon)?
        .trim_end()
        .to_ascii_lowercase()
        .as_str()
    {
        "athlete" | "name" | "runner" => Header::Athlete,
        "level" => Header::Level,
        "policy" => Header::Policy,
        "priority" => Header::Priority,
        "race" => Header::Race,
        "available" | "availability" => Header::Available,
        "week" => Header::Week,
        "week start" | "weeks start" => Header::WeekStart,
        _ => return None,
    };
    let rest = line.get(colon + 1..)?;
    let value = without_comment(rest).trim();
    let before = line.len() - rest.trim_start().len();
    let column = line.get(..before)?.chars().count() + 1;
    Some(HeaderLine {
        header,
        value,
        column,
    })
}

/// Cuts off a `#` that begins a word outside quotes.
fn without_comment(text: &str) -> &str {
    let mut quoted = false;
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        match c {
            '"' if before != '\\' => quoted = !quoted,
            '#' if !quoted && before.is_whitespace() => return &text[..at],
            _ => {}
        }
        before = c;
    }
    text
}

/// Reads every header but `week:` into `plan`.
pub(super) fn header(line: HeaderLine, plan: &mut PlanText, problems: &mut Problems) {
    if line.value.is_empty() {
        problems.add(
            line.column,
            format!("nothing stands here; {}", example(line.header)),
        );
        return;
    }
    let tokens = lex_from(line.value, line.column);
    match line.header {
        Header::Athlete => {
            let name = match tokens.as_slice() {
                [only] if only.kind == TokenKind::Quoted => only.norm.clone(),
                _ => line.value.to_owned(),
            };
            once(&mut plan.athlete, Some(name), line, problems);
        }
        Header::Level => {
            let word = normal(line.value);
            let level = if word == "beginner" {
                Some(Level::Novice)
            } else {
                find(Level::ALL, &word, Level::word)
            };
            once(&mut plan.level, level, line, problems);
        }
        Header::Policy => {
            let word = normal(line.value)
                .split_whitespace()
                .collect::<Vec<_>>()
                .join("-");
            once(
                &mut plan.policy,
                find(Policy::ALL, &word, Policy::word),
                line,
                problems,
            );
        }
        Header::Priority => {
            let word = normal(line.value);
            once(
                &mut plan.priority,
                find(Priority::ALL, &word, Priority::word),
                line,
                problems,
            );
        }
        Header::Race => plan
            .races
            .extend(race(&tokens, line.column, plan.races.len(), problems)),
        Header::Available => {
            let days = plan.availability.get_or_insert_with(Availability::default);
            available(&tokens, line.column, days, problems);
        }
        Header::WeekStart if weekday(&normal(line.value)).is_none() => problems.add(
            line.column,
            format!(
                "{} could not be read; {}",
                said(line.value),
                example(line.header)
            ),
        ),
        // The reader has looked for both before it reads any line.
        Header::Week | Header::WeekStart => {}
    }
}

/// Puts the value of a header in its place, or says what is wrong with it.
fn once<T>(place: &mut Option<T>, value: Option<T>, line: HeaderLine, problems: &mut Problems) {
    if value.is_none() {
        problems.add(
            line.column,
            format!(
                "{} could not be read; {}",
                said(line.value),
                example(line.header)
            ),
        );
    } else if place.is_some() {
        problems.add(
            line.column,
            format!(
                "{}: this header stands here a second time; once is enough",
                said(line.value)
            ),
        );
    } else {
        *place = value;
    }
}

fn example(header: Header) -> &'static str {
    match header {
        Header::Athlete => "a name could stand here",
        Header::Level => "novice, intermediate or advanced could stand here",
        Header::Policy => "easy-or-after-hard, hard-days-hard or separate could stand here",
        Header::Priority => "running, balanced or strength could stand here",
        Header::Race => super::races::EXAMPLE,
        Header::Available => AVAILABLE,
        Header::Week => "a week such as 2026-W48 could stand here",
        Header::WeekStart => "the day that weeks begin on could stand here, such as Sun",
    }
}

const AVAILABLE: &str =
    "days with minutes, no-gym or none could stand here, such as Mon 60min no-gym; Thu none";

/// `Mon 60min no-gym; Thu none`; several days may share what follows them: `Mon-Wed, Fri 60min`.
fn available(
    tokens: &[Token],
    column: usize,
    availability: &mut Availability,
    problems: &mut Problems,
) {
    let column = tokens.first().map_or(column, |token| token.column);
    for part in tokens.split(|token| token.kind == TokenKind::Semicolon) {
        let mut cursor = Cursor::new(part, column);
        while cursor.token().is_some() {
            let days = named_days(&mut cursor);
            if days.is_empty() {
                if let Some(token) = cursor.token() {
                    problems.add(token.column, format!("{}: {AVAILABLE}", said(token.text)));
                }
                break;
            }
            let column = cursor.column();
            let Some(day) = day_availability(&mut cursor, problems) else {
                problems.add(column, AVAILABLE);
                continue;
            };
            for weekday in days {
                if let Some(place) = availability
                    .week
                    .get_mut(weekday.num_days_from_monday() as usize)
                {
                    place.clone_from(&day);
                }
            }
        }
    }
}

/// The days before what they allow: `Mon`, `Mon, Wed`, `Mon-Fri`.
fn named_days(cursor: &mut Cursor) -> Vec<Weekday> {
    let mut days = Vec::new();
    while let Some(token) = cursor.token() {
        if token.kind == TokenKind::Comma {
            cursor.skip(1);
            continue;
        }
        let Some(span) = cursor.word(0).and_then(days_of) else {
            break;
        };
        for day in span {
            if !days.contains(&day) {
                days.push(day);
            }
        }
        cursor.skip(1);
    }
    days
}

/// A day or a span of days.
fn days_of(word: &str) -> Option<Vec<Weekday>> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    let (first, last) = (weekday(first)?, weekday(last)?);
    let mut days = vec![first];
    let mut day = first;
    while day != last {
        day = day.succ();
        days.push(day);
    }
    Some(days)
}

/// What the days allow, up to the next day. `None` when nothing is said.
fn day_availability(cursor: &mut Cursor, problems: &mut Problems) -> Option<DayAvailability> {
    let mut limit: Option<(Option<u32>, bool, Vec<_>)> = None;
    let mut whole = None;
    while let Some(token) = cursor.token() {
        let Some(word) = cursor.word(0) else {
            if token.kind != TokenKind::Comma {
                problems.add(token.column, format!("{}: {AVAILABLE}", said(token.text)));
            }
            cursor.skip(1);
            continue;
        };
        if days_of(word).is_some() {
            break;
        }
        let limit = &mut limit;
        let mut used = 1;
        match word {
            "none" | "off" | "unavailable" | "no" => whole = Some(DayAvailability::Unavailable),
            "free" | "any" | "all" => whole = Some(DayAvailability::Free),
            "no-gym" | "nogym" | "home" => limit.get_or_insert_default().1 = true,
            "gym" => {
                limit.get_or_insert_default();
            }
            _ => {
                let reading = measure(word, |n| cursor.word(n + 1));
                if let Some(reading) = reading {
                    used += reading.more;
                    match reading.value.and_then(|measure| minutes(measure.amount)) {
                        Ok(minutes) => limit.get_or_insert_default().0 = Some(minutes.0),
                        Err(message) => {
                            problems.add(token.column, format!("{}: {message}", said(token.text)));
                        }
                    }
                } else if let Some(item) = equipment(word) {
                    limit.get_or_insert_default().2.push(item);
                } else {
                    problems.add(token.column, format!("{}: {AVAILABLE}", said(token.text)));
                }
            }
        }
        cursor.skip(used);
    }
    let limited =
        |(minutes, no_gym, equipment): (Option<u32>, bool, Vec<_>)| DayAvailability::Limited {
            minutes,
            gym: !no_gym,
            equipment,
        };
    whole.or(limit.map(limited))
}

fn minutes(amount: Amount) -> Result<Minutes, String> {
    match amount {
        Amount::Time(seconds) => Amount::minutes(seconds),
        Amount::Distance(_) => Err("minutes such as 60min could stand here".to_owned()),
    }
}
