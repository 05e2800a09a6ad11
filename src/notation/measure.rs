//! Figures with their units: distances and durations.
//!
//! Every reader answers `None` for a word that is something else, and `Some(Err(…))` for a figure
//! that is out of range, so that the place of a wrong figure is never blamed on the wrong thing.

use crate::domain::limits::{MOST_KM, MOST_SECONDS};
use crate::domain::{Extent, Meters, Minutes, Seconds};

use super::written_number::{figure, split_number};

/// What a reader made of some words, and how many words after the first it used.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed<T> {
    /// The figure, or what is wrong with it.
    pub value: Result<T, String>,
    /// Words used besides the first.
    pub more: usize,
}

/// How far or long, as said; the figure is the upper end where `range` holds a range.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// How far, or how long.
    pub amount: Amount,
    /// The range as it was written: `45-60min`.
    pub range: Option<String>,
}

/// A distance or a duration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// A distance.
    Distance(Meters),
    /// A duration in seconds.
    Time(f64),
}

impl Amount {
    /// The duration in whole minutes.
    ///
    /// # Errors
    ///
    /// Says that a session lasts whole minutes.
    pub fn minutes(seconds: f64) -> Result<Minutes, String> {
        let minutes = seconds / 60.0;
        if minutes.fract() == 0.0 {
            Ok(Minutes(minutes as u32))
        } else {
            Err("a session lasts whole minutes, such as 45min or 1h20".to_owned())
        }
    }

    /// How far or long a step goes.
    ///
    /// # Errors
    ///
    /// Says that a step lasts whole seconds.
    pub fn extent(self) -> Result<Extent, String> {
        match self {
            Self::Distance(distance) => Ok(Extent::Distance(distance)),
            Self::Time(seconds) => whole_seconds(seconds).map(Extent::Time),
        }
    }
}

/// A duration in whole seconds.
///
/// # Errors
///
/// Says that it lasts whole seconds.
pub fn whole_seconds(seconds: f64) -> Result<Seconds, String> {
    if seconds.fract() == 0.0 {
        Ok(Seconds(seconds as u32))
    } else {
        Err("this lasts whole seconds, such as 90s or 3min".to_owned())
    }
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
pub fn measure<'a>(
    first: &str,
    next: impl Fn(usize) -> Option<&'a str>,
) -> Option<Parsed<Measure>> {
    let (mut number, mut rest) = split_number(first)?;
    let mut low = None;
    let mut more = 0;
    if let Some((high, after)) = rest.strip_prefix('-').and_then(split_number) {
        low = Some(number);
        (number, rest) = (high, after);
    } else if rest.is_empty()
        && next(0) == Some("to")
        && let Some((high, after)) = next(1).and_then(split_number)
    {
        low = Some(number);
        (number, rest) = (high, after);
        more = 2;
    }
    if rest.is_empty() {
        rest = next(more)?;
        more += 1;
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
    Some(Parsed { value, more })
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
    let figure = figure(number, matches!(unit, Unit::Meters(1.0)))?;
    // A figure that was converted is cut anywhere; one that ends in a zero was written so.
    let decimals = match number.split_once('.') {
        Some((_, tail)) if !tail.ends_with('0') => tail.len(),
        _ => 0,
    };
    match (unit, decimals) {
        (Unit::Meters(1000.0), 3) => distance(from_miles(figure)),
        (Unit::Meters(size), _) => distance(Meters::new(figure * size)),
        (Unit::Miles, 3) => distance(from_meters(Meters::from_miles(figure), 10.0, 0.81)),
        (Unit::Miles, 4) => distance(from_meters(Meters::from_miles(figure), 0.5, 0.081)),
        (Unit::Miles, _) => distance(Meters::from_miles(figure)),
        (Unit::Seconds(size), _) => {
            let seconds = figure * size + extra_seconds;
            if (0.0..=MOST_SECONDS).contains(&seconds) {
                Ok(Amount::Time(seconds))
            } else {
                Err("a duration lies between 0 and 48 hours".to_owned())
            }
        }
    }
}

/// A distance in kilometres with three decimals: where hundredths of a mile come so close, it was one of those.
fn from_miles(km: f64) -> Meters {
    let exact = Meters::from_km(km);
    let round = Meters::from_miles((exact.miles() * 100.0).round() / 100.0);
    if (round.m() - exact.m()).abs() <= 0.51 {
        round
    } else {
        exact
    }
}

/// A distance in miles with many decimals: where a multiple of `step` metres comes so `close`, it was one of those.
fn from_meters(miles: Meters, step: f64, close: f64) -> Meters {
    let round = (miles.m() / step).round() * step;
    if (round - miles.m()).abs() <= close {
        Meters::new(round)
    } else {
        miles
    }
}

fn distance(distance: Meters) -> Result<Amount, String> {
    if (0.0..=MOST_KM).contains(&distance.km()) {
        Ok(Amount::Distance(distance))
    } else {
        Err("a distance lies between 0 and 1000 km".to_owned())
    }
}

/// A rest or recovery without a unit: `2:30` is minutes and seconds.
pub fn minutes_and_seconds(word: &str) -> Option<Seconds> {
    let (minutes, seconds) = word.split_once(':')?;
    let minutes: u32 = minutes.parse().ok().filter(|m| *m < 2880)?;
    let seconds: u32 = seconds.parse().ok().filter(|s| *s < 60)?;
    Some(Seconds(minutes * 60 + seconds))
}

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
            ("45 to 60 min", 60.0),
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
            ("6-8 mi", 8.0 * 1609.344),
            ("8 to 10 km", 10_000.0),
            ("30.000m", 30_000.0),
            ("1.609.3 m", 1609.3),
            ("7.500km", 7500.0),
            ("20 metres", 20.0),
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
            "500.000m",
            "60-45min",
            &format!("{}km", "9".repeat(400)),
        ] {
            assert!(matches!(said(text), Some(Err(_))), "{text}");
        }
        for text in ["tempo", "5", "km", "", "-", "5 easy", "1h99", "½km"] {
            assert_eq!(said(text), None, "{text}");
        }
    }
}
