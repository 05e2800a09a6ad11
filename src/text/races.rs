//! The `race:` header: a date, a distance, a name, a priority, a target and a result.

use crate::domain::{Meters, Race, RaceId, RacePriority, Seconds};

use super::calendar::date;
use super::cursor::{Cursor, Problems, said};
use super::lexer::{Token, TokenKind};
use crate::notation::{Amount, measure};

/// What the header looks like, for errors.
pub(super) const EXAMPLE: &str = "a race could stand here, such as 2027-01-10 half marathon A";

/// Half a marathon in metres, by World Athletics' rules.
const HALF_MARATHON: Meters = Meters::new(21_097.5);
/// A marathon in metres, by World Athletics' rules.
const MARATHON: Meters = Meters::new(42_195.0);

/// The bits that set identities of races apart from others of a plan text.
const RACE_BITS: u128 = 1 << 64;

/// Reads a race; `position` among the races of the text gives its identity.
pub(super) fn race(
    tokens: &[Token],
    column: usize,
    position: usize,
    problems: &mut Problems,
) -> Option<Race> {
    let mut cursor = Cursor::new(tokens, column);
    let day = match cursor.word(0).and_then(date) {
        Some(Ok(day)) => day,
        Some(Err(message)) => {
            problems.add(
                cursor.column(),
                format!("{}: {message}", said(cursor.text())),
            );
            return None;
        }
        None => {
            problems.add(
                cursor.column(),
                format!("{}: {EXAMPLE}", said(cursor.text())),
            );
            return None;
        }
    };
    cursor.skip(1);
    let mut race = Race {
        id: RaceId::from_bits(RACE_BITS + position as u128),
        date: day,
        name: String::new(),
        distance: None,
        priority: RacePriority::A,
        target: None,
        result: None,
        expected_celsius: None,
    };
    let mut words = Vec::new();
    let mut says_more_than_distance = false;
    while let Some(token) = cursor.token() {
        if token.kind == TokenKind::Quoted {
            race.name.clone_from(&token.norm);
            cursor.skip(1);
            continue;
        }
        let Some(word) = cursor.word(0) else {
            if token.kind != TokenKind::Comma {
                problems.add(token.column, format!("{}: {EXAMPLE}", said(token.text)));
            }
            cursor.skip(1);
            continue;
        };
        if matches!(word, "target" | "result" | "goal") {
            let time = cursor.word(1).and_then(race_time);
            if time.is_none() {
                problems.add(
                    token.column,
                    format!("{}: a time such as 1:45:00 follows here", said(token.text)),
                );
            }
            let place = if word == "result" {
                &mut race.result
            } else {
                &mut race.target
            };
            *place = time;
            cursor.skip(2);
            continue;
        }
        if let Some(priority) = priority(word).filter(|_| ends_the_words(&cursor)) {
            race.priority = priority;
            cursor.skip(1);
            continue;
        }
        let (distance, used) = match distance(&cursor) {
            Some((Ok(distance), used)) => (Some(distance), used),
            Some((Err(message), used)) => {
                problems.add(token.column, format!("{}: {message}", said(token.text)));
                (None, used)
            }
            None => {
                says_more_than_distance = true;
                (None, 1)
            }
        };
        race.distance = distance.or(race.distance);
        for _ in 0..used {
            words.push(cursor.text());
            cursor.skip(1);
        }
    }
    if race.name.is_empty() {
        race.name = if says_more_than_distance {
            words.join(" ")
        } else {
            usual_name(race.distance)
        };
    }
    Some(race)
}

/// True when nothing of the name can follow, so that a lone `A` is the priority and no part of the name.
fn ends_the_words(cursor: &Cursor) -> bool {
    let mut next = *cursor;
    next.skip(1);
    match next.token() {
        Some(token) if token.kind == TokenKind::Word => {
            matches!(token.norm.as_str(), "target" | "result" | "goal")
        }
        _ => true,
    }
}

fn priority(word: &str) -> Option<RacePriority> {
    match word {
        "a" => Some(RacePriority::A),
        "b" => Some(RacePriority::B),
        "c" => Some(RacePriority::C),
        _ => None,
    }
}

/// The letter of a priority.
pub(super) fn priority_word(priority: RacePriority) -> &'static str {
    match priority {
        RacePriority::A => "A",
        RacePriority::B => "B",
        RacePriority::C => "C",
    }
}

/// The distance here and its words.
fn distance(cursor: &Cursor) -> Option<(Result<Meters, String>, usize)> {
    match (cursor.word(0)?, cursor.word(1)) {
        ("half", Some("marathon")) => Some((Ok(HALF_MARATHON), 2)),
        ("half" | "half-marathon" | "hm", _) => Some((Ok(HALF_MARATHON), 1)),
        ("marathon", _) => Some((Ok(MARATHON), 1)),
        (first, _) => {
            let reading = measure(first, |n| cursor.word(n + 1))?;
            let used = 1 + reading.more;
            match reading.value {
                Ok(measure) => match measure.amount {
                    Amount::Distance(distance) => Some((Ok(distance), used)),
                    Amount::Time(_) => None,
                },
                Err(message) => Some((Err(message), used)),
            }
        }
    }
}

/// What a race of this distance is called when nobody gave it a name.
pub(super) fn usual_name(distance: Option<Meters>) -> String {
    match distance {
        None => "Race".to_owned(),
        Some(HALF_MARATHON) => "Half marathon".to_owned(),
        Some(MARATHON) => "Marathon".to_owned(),
        Some(distance) => format!("{} km", distance.km()),
    }
}

/// The words of a distance that has its own: `half marathon`.
pub(super) fn distance_words(distance: Meters) -> Option<&'static str> {
    match distance {
        HALF_MARATHON => Some("half marathon"),
        MARATHON => Some("marathon"),
        _ => None,
    }
}

/// `1:45:00` or `45:00`: hours, minutes and seconds, or minutes and seconds.
fn race_time(text: &str) -> Option<Seconds> {
    /// 48 hours, the longest duration of plan text.
    const MOST: u32 = 48 * 3600;
    let mut total = 0u32;
    let parts: Vec<&str> = text.split(':').take(4).collect();
    if !(2..=3).contains(&parts.len()) {
        return None;
    }
    for (at, part) in parts.iter().enumerate() {
        let figure: u32 = part.parse().ok()?;
        if at > 0 && figure > 59 {
            return None;
        }
        total = total.checked_mul(60)?.checked_add(figure)?;
    }
    (total <= MOST).then_some(Seconds(total))
}

/// A time that the header reads back.
pub(super) fn race_time_word(time: Seconds) -> String {
    let (hours, minutes, seconds) = (time.0 / 3600, time.0 / 60 % 60, time.0 % 60);
    format!("{hours}:{minutes:02}:{seconds:02}")
}
