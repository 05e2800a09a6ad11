//! The `race:` header: a date, a distance, a name, a priority, a target and a result.

use crate::domain::{DistanceUnit, Meters, Race, RaceId, RacePriority, Seconds};

use super::calendar::date;
use super::cursor::{Cursor, Problems, said};
use super::lexer::{Token, TokenKind};
use crate::notation::limits::MOST_SECONDS;
use crate::notation::{self, Amount, measure};

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
    let mut race = Race::new(
        RaceId::from_bits(RACE_BITS + position as u128),
        day,
        String::new(),
    );
    let mut words = Vec::new();
    let mut times: Vec<(usize, &str, bool)> = Vec::new();
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
            // What two figures mean depends on the distance, which may stand behind them.
            times.push((
                token.column,
                cursor.word(1).unwrap_or_default(),
                word == "result",
            ));
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
    for (column, text, is_result) in times {
        let time = race_time(text, race.distance);
        let time = time.map_err(|message| problems.add(column, message)).ok();
        let place = if is_result {
            &mut race.result
        } else {
            &mut race.target
        };
        *place = time;
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
        Some(distance) => notation::distance_figure(distance, unit_said(distance), 2),
    }
}

/// The unit in which a distance is a whole figure: races are of so many kilometres, or of so many miles.
fn unit_said(distance: Meters) -> DistanceUnit {
    let is_whole = |unit: f64| (unit - unit.round()).abs() < 1e-6 && unit > 0.5;
    if !is_whole(distance.km()) && is_whole(notation::distance_in(distance, DistanceUnit::Miles)) {
        DistanceUnit::Miles
    } else {
        DistanceUnit::Km
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

/// `1:45:00`, or two figures that only one reading makes believable over the distance: `1:45` for a half marathon,
/// `45:00` for ten kilometres.
fn race_time(text: &str, distance: Option<Meters>) -> Result<Seconds, String> {
    let unreadable = || format!("{}: a time such as 1:45:00 follows here", said(text));
    let parts: Option<Vec<u32>> = text.split(':').map(|part| part.parse().ok()).collect();
    let parts = parts.filter(|parts| parts.iter().skip(1).all(|part| *part < 60));
    let seconds = |hours: u32, minutes: u32, seconds: u32| {
        let total = hours
            .checked_mul(3600)?
            .checked_add(minutes.checked_mul(60)?)?;
        total.checked_add(seconds).map(Seconds)
    };
    let within = |time: &Seconds| f64::from(time.0) <= MOST_SECONDS;
    match parts.as_deref() {
        Some(&[h, m, s]) => seconds(h, m, s).filter(within).ok_or_else(unreadable),
        Some(&[first, second]) => {
            let (short, long) = (seconds(0, first, second), seconds(first, second, 0));
            let fits = |time: &Seconds| match distance {
                Some(far) => is_believable(*time, far),
                // Without a distance, 24 or more must be minutes: nobody races for a day. Less could be hours, so ask.
                None => within(time) && first >= 24,
            };
            match (short.filter(fits), long.filter(fits).filter(within)) {
                (Some(time), None) | (None, Some(time)) => Ok(time),
                (Some(time), Some(_)) if distance.is_none() => Ok(time),
                _ => Err(format!(
                    "{}: minutes and seconds, or hours and minutes? Write 0:{first:02}:{second:02} or \
                     {first}:{second:02}:00",
                    said(text)
                )),
            }
        }
        _ => Err(unreadable()),
    }
}

/// Metres and the seconds of the fastest runner ever over them (World Athletics, men, as of 2025).
const RECORDS: [(f64, f64); 7] = [
    (0.0, 0.0),
    (1000.0, 132.0),
    (5000.0, 755.0),
    (10_000.0, 1571.0),
    (21_097.5, 3402.0),
    (42_195.0, 7235.0),
    (100_000.0, 21_941.0),
];

/// True for a time that is no faster than the record and no slower than a walk of twenty minutes a kilometre.
fn is_believable(time: Seconds, distance: Meters) -> bool {
    const SLOWEST: f64 = 1.2;
    // Over longer distances nobody is faster than over the shorter one that a record is known for.
    let known = RECORDS
        .iter()
        .rev()
        .find(|(meters, _)| *meters <= distance.m());
    let pace = known.map_or(0.0, |(meters, seconds)| seconds / meters.max(1.0));
    let time = f64::from(time.0);
    (pace * distance.m()..=SLOWEST * distance.m()).contains(&time)
}
