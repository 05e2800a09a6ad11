//! What a step aims at, read: exertion, heart rate and intensities in words. For paces see `measure`.

use crate::domain::limits::{EXERTION, HEART_RATE};
use crate::domain::{Bpm, HeartRateRange, NamedPace, Rpe, Target};

use super::measure::Parsed;

/// `rpe 8` as an aim.
pub fn exertion<'a>(
    first: &str,
    next: impl Fn(usize) -> Option<&'a str>,
) -> Option<Parsed<Target>> {
    let figure = first.strip_prefix("rpe")?;
    let (figure, more) = if figure.is_empty() {
        (next(0).unwrap_or_default(), 1)
    } else {
        (figure, 0)
    };
    let figure = figure.trim_start_matches([':', '=']);
    let value = figure.parse::<f64>().ok();
    let value = value
        .filter(|rpe| EXERTION.contains(rpe))
        .ok_or_else(|| "RPE lies between 0 and 10, such as RPE 8".to_owned());
    Some(Parsed {
        value: value.map(|rpe| Target::Rpe(Rpe::new(rpe))),
        more,
    })
}

/// `150-160bpm` or `150 bpm` as an aim.
pub fn heart_rate<'a>(
    first: &str,
    next: impl Fn(usize) -> Option<&'a str>,
) -> Option<Parsed<Target>> {
    let (figures, more) = match first.strip_suffix("bpm") {
        Some(figures) => (figures, 0),
        None => next(0).filter(|unit| *unit == "bpm").map(|_| (first, 1))?,
    };
    let (low, high) = figures.split_once('-').unwrap_or((figures, figures));
    let rate = |text: &str| {
        let rate = text.parse::<u16>().ok();
        rate.filter(|rate| HEART_RATE.contains(rate)).map(Bpm)
    };
    let range = rate(low).zip(rate(high)).filter(|(low, high)| low <= high);
    let value = range.ok_or_else(|| {
        format!(
            "heart rates lie between {} and {}, the lower first, such as @150-160bpm",
            HEART_RATE.start(),
            HEART_RATE.end()
        )
    });
    Some(Parsed {
        value: value.map(|(low, high)| Target::HeartRate(HeartRateRange { low, high })),
        more,
    })
}

/// `5k-pace` or `threshold` as an aim.
pub fn named_pace(word: &str) -> Option<Parsed<Target>> {
    let named = word.parse::<NamedPace>().ok()?;
    Some(Parsed {
        value: Ok(Target::Named(named)),
        more: 0,
    })
}
