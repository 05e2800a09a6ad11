//! Figures with their units: distances, durations and paces.
//!
//! Every reader answers `None` for a word that is something else, and `Some(Err(…))` for a figure
//! that is out of range, so that the place of a wrong figure is never blamed on the wrong thing.

use crate::domain::{Extent, Meters, Minutes, Pace, Seconds};

/// The longest distance of a session, in kilometres.
const MAX_KM: f64 = 1000.0;
/// The longest duration of a session, in hours.
const MAX_HOURS: f64 = 48.0;
/// The slowest pace, in seconds a kilometre: an hour.
const SLOWEST: f64 = 3600.0;

/// What a reader made of some words, and how many words after the first it used.
pub(super) struct Reading<T> {
    /// The figure, or what is wrong with it.
    pub(super) value: Result<T, String>,
    /// Words used besides the first.
    pub(super) more: usize,
}

/// How far or long, as said; the figure is the upper end where `range` holds a range.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Measure {
    /// How far, or how long.
    pub(super) amount: Amount,
    /// The range as it was written: `45-60min`.
    pub(super) range: Option<String>,
}

/// A distance or a duration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Amount {
    /// A distance.
    Distance(Meters),
    /// A duration in seconds.
    Time(f64),
}

impl Amount {
    /// The duration in whole minutes.
    pub(super) fn minutes(seconds: f64) -> Result<Minutes, String> {
        let minutes = seconds / 60.0;
        if minutes.fract() == 0.0 {
            Ok(Minutes(minutes as u32))
        } else {
            Err("a session lasts whole minutes, such as 45min or 1h20".to_owned())
        }
    }

    /// How far or long a step goes.
    pub(super) fn extent(self) -> Result<Extent, String> {
        match self {
            Self::Distance(distance) => Ok(Extent::Distance(distance)),
            Self::Time(seconds) => whole_seconds(seconds).map(Extent::Time),
        }
    }
}

/// A duration in whole seconds.
pub(super) fn whole_seconds(seconds: f64) -> Result<Seconds, String> {
    if seconds.fract() == 0.0 {
        Ok(Seconds(seconds as u32))
    } else {
        Err("this lasts whole seconds, such as 90s or 3min".to_owned())
    }
}

/// The figure at the start of `word` and what follows it. A minus sign belongs to the figure.
fn split_number(word: &str) -> Option<(&str, &str)> {
    let digits = word.strip_prefix('-').unwrap_or(word);
    if !digits.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let sign = word.len() - digits.len();
    let end = digits
        .find(|c: char| !c.is_ascii_digit() && c != '.')
        .unwrap_or(digits.len());
    Some(word.split_at(sign + end))
}

enum Unit {
    Meters(f64),
    Miles,
    Seconds(f64),
}

fn unit(word: &str) -> Option<Unit> {
    Some(match word {
        "km" | "k" | "kms" | "kilometer" | "kilometers" | "kilometre" | "kilometres" => {
            Unit::Meters(1000.0)
        }
        "m" | "meter" | "meters" | "metre" | "metres" => Unit::Meters(1.0),
        "mi" | "mile" | "miles" => Unit::Miles,
        "h" | "hr" | "hrs" | "hour" | "hours" => Unit::Seconds(3600.0),
        "min" | "mins" | "minute" | "minutes" | "'" => Unit::Seconds(60.0),
        "s" | "sec" | "secs" | "second" | "seconds" => Unit::Seconds(1.0),
        _ => return None,
    })
}

/// A distance or a duration: `18km`, `6 mi`, `45min`, `1h20`, `1 h 20 min`, `90s`, `45-60min`.
/// `next` gives the words after the first.
pub(super) fn measure<'a>(
    first: &str,
    next: impl Fn(usize) -> Option<&'a str>,
) -> Option<Reading<Measure>> {
    let (mut number, mut rest) = split_number(first)?;
    let mut low = None;
    if let Some((high, after)) = rest.strip_prefix('-').and_then(split_number) {
        low = Some(number);
        (number, rest) = (high, after);
    }
    let mut more = 0;
    if rest.is_empty() {
        rest = next(0)?;
        more = 1;
    }
    let value = if let Some(unit) = unit(rest) {
        let hours = matches!(unit, Unit::Seconds(3600.0));
        let minutes = if hours && low.is_none() {
            minutes_after(more, &next)
        } else {
            None
        };
        let (extra, words) = minutes.unwrap_or((0.0, 0));
        more += words;
        amount(number, &unit, extra)
    } else {
        compound(number, rest)?
    };
    let range = low.map(|low| (low, format!("{low}-{number}{}", unit_label(rest))));
    let value = value.and_then(|amount| match range {
        Some((low, _)) if low.parse::<f64>().ok() > number.parse().ok() => {
            Err("the lower end of a range stands first".to_owned())
        }
        range => Ok(Measure {
            amount,
            range: range.map(|(_, text)| text),
        }),
    });
    Some(Reading { value, more })
}

/// A unit as it stands after a figure: words with a space, abbreviations without.
fn unit_label(unit: &str) -> String {
    if unit.len() > 3 {
        format!(" {unit}")
    } else {
        unit.to_owned()
    }
}

/// The `20min` after `1h`, as seconds, and the words it takes.
fn minutes_after<'a>(at: usize, next: &impl Fn(usize) -> Option<&'a str>) -> Option<(f64, usize)> {
    let (number, rest) = split_number(next(at)?)?;
    let (rest, words) = if rest.is_empty() {
        (next(at + 1)?, 2)
    } else {
        (rest, 1)
    };
    let minutes: f64 = number.parse().ok()?;
    let fits = matches!(unit(rest), Some(Unit::Seconds(60.0))) && (0.0..60.0).contains(&minutes);
    fits.then_some((minutes * 60.0, words))
}

/// `1h20`, `1h20min`, `1min30`, `1:20h`, `2:30min`.
fn compound(number: &str, rest: &str) -> Option<Result<Amount, String>> {
    let parts = |size: f64, tail: &str, ends: &[&str]| {
        let (minor, end) = split_number(tail)?;
        let minor: f64 = minor
            .parse()
            .ok()
            .filter(|minor| (0.0..60.0).contains(minor))?;
        ends.contains(&end)
            .then(|| amount(number, &Unit::Seconds(size), minor * size / 60.0))
    };
    if let Some(tail) = rest.strip_prefix('h') {
        parts(3600.0, tail, &["", "m", "min"])
    } else if let Some(tail) = rest.strip_prefix("min") {
        parts(60.0, tail, &["", "s", "sec"])
    } else if let Some(tail) = rest.strip_prefix(':') {
        parts(3600.0, tail, &["h"]).or_else(|| parts(60.0, tail, &["min"]))
    } else {
        None
    }
}

fn amount(number: &str, unit: &Unit, extra_seconds: f64) -> Result<Amount, String> {
    let Ok(figure) = number.parse::<f64>() else {
        return Err("this is no figure; write one such as 45 or 7.5".to_owned());
    };
    match unit {
        Unit::Meters(size) => distance(Meters::new(figure * size)),
        Unit::Miles => distance(Meters::from_miles(figure)),
        Unit::Seconds(size) => {
            let seconds = figure * size + extra_seconds;
            if (0.0..=MAX_HOURS * 3600.0).contains(&seconds) {
                Ok(Amount::Time(seconds))
            } else {
                Err("a duration lies between 0 and 48 hours".to_owned())
            }
        }
    }
}

fn distance(distance: Meters) -> Result<Amount, String> {
    if (0.0..=MAX_KM).contains(&distance.km()) {
        Ok(Amount::Distance(distance))
    } else {
        Err("a distance lies between 0 and 1000 km".to_owned())
    }
}

/// A rest or recovery without a unit: `2:30` is minutes and seconds.
pub(super) fn minutes_and_seconds(word: &str) -> Option<Seconds> {
    let (minutes, seconds) = word.split_once(':')?;
    let minutes: u32 = minutes.parse().ok().filter(|m| *m < 2880)?;
    let seconds: u32 = seconds.parse().ok().filter(|s| *s < 60)?;
    Some(Seconds(minutes * 60 + seconds))
}

/// A pace: `4:05/km`, `6:30/mi`, `4:05 min/km`, `242.3s/km`.
pub(super) fn pace<'a>(
    first: &str,
    next: impl Fn(usize) -> Option<&'a str>,
) -> Option<Reading<Pace>> {
    let (figure, per, more) = if let Some((figure, per)) = first.split_once('/') {
        (figure, per, 0)
    } else {
        let (before, per) = next(0)?.split_once('/')?;
        matches!(before, "" | "min").then_some(())?;
        (first, per, 1)
    };
    split_number(figure)?;
    let from: fn(f64) -> Pace = match per {
        "km" | "k" => Pace::from_seconds_per_km,
        "mi" | "mile" => Pace::from_seconds_per_mile,
        _ => return None,
    };
    let figure = figure.strip_suffix("min").unwrap_or(figure);
    let seconds = match (figure.split_once(':'), figure.strip_suffix('s')) {
        (Some((minutes, seconds)), _) => {
            let seconds = seconds
                .parse::<f64>()
                .ok()
                .filter(|s| (0.0..60.0).contains(s));
            minutes
                .parse::<u16>()
                .ok()
                .zip(seconds)
                .map(|(m, s)| f64::from(m) * 60.0 + s)
        }
        (None, Some(seconds)) => seconds.parse().ok(),
        (None, None) => None,
    };
    let pace = seconds.map(from).filter(|pace| {
        let seconds = pace.seconds_per_km();
        seconds > 0.0 && seconds <= SLOWEST
    });
    Some(Reading {
        value: pace.ok_or_else(|| PACE.to_owned()),
        more,
    })
}

/// What a pace looks like.
pub(super) const PACE: &str =
    "a pace is minutes and seconds up to an hour, such as 4:05/km or 6:30/mi";

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<Result<Amount, String>> {
        let words: Vec<&str> = text.split(' ').collect();
        let reading = measure(words[0], |n| words.get(n + 1).copied())?;
        if reading.value.is_ok() {
            assert_eq!(reading.more + 1, words.len(), "{text}");
        }
        Some(reading.value.map(|measure| measure.amount))
    }

    #[test]
    fn durations_have_many_spellings() {
        for (text, minutes) in [
            ("45min", 45.0),
            ("45 min", 45.0),
            ("1h20", 80.0),
            ("1h20min", 80.0),
            ("1h", 60.0),
            ("1 h 20 min", 80.0),
            ("1h 20min", 80.0),
            ("1:20h", 80.0),
            ("1.5h", 90.0),
            ("90'", 90.0),
            ("45-60min", 60.0),
            ("90 minutes", 90.0),
            ("48h", 2880.0),
            ("0min", 0.0),
            ("1min30", 1.5),
        ] {
            assert_eq!(said(text), Some(Ok(Amount::Time(minutes * 60.0))), "{text}");
        }
    }

    #[test]
    fn distances_have_many_spellings() {
        for (text, meters) in [
            ("18km", 18000.0),
            ("18 km", 18000.0),
            ("10k", 10000.0),
            ("800m", 800.0),
            ("7.5km", 7500.0),
            ("1000km", 1_000_000.0),
            ("6mi", 6.0 * 1609.344),
            ("6 miles", 6.0 * 1609.344),
        ] {
            assert_eq!(
                said(text),
                Some(Ok(Amount::Distance(Meters::new(meters)))),
                "{text}"
            );
        }
    }

    #[test]
    fn figures_out_of_range_are_wrong_and_words_are_not_figures() {
        for text in [
            "1001km",
            "48h1",
            "2881min",
            "-5km",
            "1.2.3km",
            "60-45min",
            &format!("{}km", "9".repeat(400)),
        ] {
            assert!(matches!(said(text), Some(Err(_))), "{text}");
        }
        for text in ["tempo", "5", "km", "", "-", "5 easy", "1h99", "½km"] {
            assert_eq!(said(text), None, "{text}");
        }
    }

    #[test]
    fn paces_are_minutes_and_seconds() {
        let read = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            pace(words[0], |n| words.get(n + 1).copied()).map(|reading| reading.value)
        };
        for text in [
            "4:05/km",
            "4:05 /km",
            "4:05 min/km",
            "4:05min/km",
            "245s/km",
        ] {
            assert_eq!(
                read(text),
                Some(Ok(Pace::from_seconds_per_km(245.0))),
                "{text}"
            );
        }
        assert_eq!(
            read("6:30/mi"),
            Some(Ok(Pace::from_seconds_per_mile(390.0)))
        );
        assert!(matches!(read("4:75/km"), Some(Err(_))));
        assert!(matches!(read("0:00/km"), Some(Err(_))));
        assert_eq!(read("4:05"), None);
    }
}
