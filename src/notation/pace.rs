//! Paces as people write them.

use crate::domain::limits::SLOWEST;
use crate::domain::{DistanceUnit, Pace};

use super::measure::Parsed;
use super::written_number::split_number;

/// What a pace looks like.
const PACE: &str = "a pace is minutes and seconds up to an hour, such as 4:05/km or 6:30/mi";

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

#[cfg(test)]
mod tests {
    use super::*;

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
