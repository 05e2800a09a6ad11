//! Figures with their units: distances, durations and paces.
//!
//! Every reader answers `None` for a word that is something else, and `Some(Err(…))` for a figure
//! that is out of range, so that the place of a wrong figure is never blamed on the wrong thing.

use crate::domain::limits::{MOST_KM, MOST_SECONDS, SLOWEST};
use crate::domain::{DistanceUnit, Extent, Meters, Minutes, Pace, Seconds};

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

/// A figure with a point for decimals. Of metres, `30.000` and `1.609.3` have their thousands marked, as far as somebody
/// could run that far.
fn figure(number: &str, of_meters: bool) -> Result<f64, String> {
    /// Fewer metres are no thousands, and more nobody runs.
    const THOUSANDS: std::ops::RangeInclusive<f64> = 400.0..=200_000.0;
    let unreadable = || "this is no figure; write one such as 45 or 7.5".to_owned();
    let parts: Vec<&str> = number.split('.').collect();
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let marked = |parts: &[&str]| {
        let (first, later) = parts.split_first()?;
        let is_marked = !later.is_empty()
            && digits(first)
            && first.len() <= 3
            && !first.starts_with('0')
            && later.iter().all(|part| part.len() == 3 && digits(part));
        is_marked.then(|| parts.concat())
    };
    let plain = || number.parse::<f64>().map_err(|_| unreadable());
    match (parts.as_slice(), marked(&parts)) {
        ([_, _], Some(whole)) if of_meters => {
            let whole: f64 = whole.parse().map_err(|_| unreadable())?;
            if THOUSANDS.contains(&whole) {
                Ok(whole)
            } else {
                Err(format!(
                    "{whole} metres, or {} metres with decimals? Write it without a mark for thousands",
                    plain()?
                ))
            }
        }
        ([_, _, _, ..], Some(whole)) => whole.parse().map_err(|_| unreadable()),
        ([before @ .., tail], None) if before.len() > 1 && digits(tail) => {
            let whole = marked(before).ok_or_else(unreadable)?;
            format!("{whole}.{tail}").parse().map_err(|_| unreadable())
        }
        _ => plain(),
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

/// What a length measures, for [`two_readings`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LengthOf {
    /// A whole run, its warm-up or cool-down.
    Whole,
    /// A repeat, or the recovery after it.
    Repeat,
}

impl LengthOf {
    /// Metres from which a figure followed by `m` can mean nothing else.
    pub fn least_meters(self) -> f64 {
        match self {
            Self::Whole => 400.0,
            Self::Repeat => 50.0,
        }
    }
}

/// What `20m` and `5M` could mean, where it could be minutes or miles as well as metres; `None` where there is no doubt.
/// The words are as they were written, since a large M is a mile to many.
pub fn two_readings(first: &str, second: &str, of: LengthOf) -> Option<String> {
    let end = first
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | '-' | '–'))
        .unwrap_or(first.len());
    let (figures, unit) = first.split_at(end);
    let unit = if unit.is_empty() { second } else { unit };
    let has_figure = figures.starts_with(|c: char| c.is_ascii_digit());
    if !has_figure || !matches!(unit, "m" | "M") {
        return None;
    }
    let last = figures.rsplit(['-', '–']).next().unwrap_or(figures);
    let value = figure(&last.replace(',', "."), true).ok()?;
    if value >= of.least_meters() {
        return None;
    }
    Some(if unit == "M" {
        format!("miles, minutes or metres? Write {figures}mi, {figures}min or {figures} metres")
    } else {
        format!("minutes or metres? Write {figures}min or {figures} metres")
    })
}

/// A rest or recovery without a unit: `2:30` is minutes and seconds.
pub fn minutes_and_seconds(word: &str) -> Option<Seconds> {
    let (minutes, seconds) = word.split_once(':')?;
    let minutes: u32 = minutes.parse().ok().filter(|m| *m < 2880)?;
    let seconds: u32 = seconds.parse().ok().filter(|s| *s < 60)?;
    Some(Seconds(minutes * 60 + seconds))
}

/// A pace: `4:05/km`, `6:30/mi`, `4:05 min/km`, `242.3s/km`; with `bare`, `4:05` alone is one in that unit.
pub fn pace<'a>(
    first: &str,
    next: impl Fn(usize) -> Option<&'a str>,
    bare: Option<DistanceUnit>,
) -> Option<Parsed<Pace>> {
    let behind = || {
        let (before, per) = next(0)?.split_once('/')?;
        matches!(before, "" | "min").then_some((per, 1))
    };
    let (figure, per, more) = if let Some((figure, per)) = first.split_once('/') {
        (figure, Some(per), 0)
    } else if let Some((per, more)) = behind() {
        (first, Some(per), more)
    } else {
        first.contains(':').then_some(())?;
        (first, None, 0)
    };
    split_number(figure)?;
    let unit = match per {
        Some("km" | "k") => DistanceUnit::Km,
        Some("mi" | "mile") => DistanceUnit::Miles,
        Some(_) => return None,
        None => bare?,
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
    let tenths = figure
        .split_once('.')
        .is_some_and(|(_, tail)| tail.len() == 1);
    let pace = seconds.map(|seconds| pace_of(seconds, unit, tenths));
    let pace = pace.filter(|pace| pace.seconds_per_km() > 0.0 && *pace <= SLOWEST);
    Some(Parsed {
        value: pace.ok_or_else(|| PACE.to_owned()),
        more,
    })
}

/// A pace of so many seconds for each of the unit. Where whole seconds of the other unit come as close as a tenth can
/// tell, those were meant.
fn pace_of(seconds: f64, unit: DistanceUnit, in_tenths: bool) -> Pace {
    let exact = match unit {
        DistanceUnit::Km => Pace::from_seconds_per_km(seconds),
        DistanceUnit::Miles => Pace::from_seconds_per_mile(seconds),
    };
    let (round, close) = match unit {
        DistanceUnit::Km => {
            let round = exact.seconds_per_mile().round();
            (Pace::from_seconds_per_mile(round), 0.051)
        }
        DistanceUnit::Miles => {
            let round = exact.seconds_per_km().round();
            (Pace::from_seconds_per_km(round), 0.032)
        }
    };
    let off = (round.seconds_per_km() - exact.seconds_per_km()).abs();
    if in_tenths && off <= close {
        round
    } else {
        exact
    }
}

/// What a pace looks like.
const PACE: &str = "a pace is minutes and seconds up to an hour, such as 4:05/km or 6:30/mi";

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

    #[test]
    fn few_metres_could_be_minutes_and_a_large_m_a_mile() {
        let doubt = |first: &str, of| two_readings(first, "", of);
        for (text, words) in [
            ("151m", "151min or 151 metres"),
            ("20m", "20min"),
            ("5M", "5mi, 5min or 5 metres"),
            ("20-30m", "20-30min"),
        ] {
            let told = doubt(text, LengthOf::Whole).unwrap();
            assert!(told.contains(words), "{text}: {told}");
        }
        assert!(two_readings("20", "m", LengthOf::Whole).is_some());
        assert!(doubt("10m", LengthOf::Repeat).is_some());
        for text in ["400m", "30.000m", "30,000m", "5mi", "20min", "20", "easy"] {
            assert_eq!(doubt(text, LengthOf::Whole), None, "{text}");
        }
        assert_eq!(doubt("60m", LengthOf::Repeat), None);
    }

    #[test]
    fn paces_are_minutes_and_seconds() {
        let read = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            pace(words[0], |n| words.get(n + 1).copied(), None).map(|reading| reading.value)
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
