//! What is typed into the inspector's fields besides times: distances, paces, efforts, heart rates.
//!
//! Every reader refuses what cannot be meant, in words that fit below the field.

use crate::domain::{Bpm, DistanceUnit, Kilograms, MassUnit, Meters, Pace, Rpe, Units};
use crate::ui::format;

use super::tokens::{ClockReading, Token, clock_seconds, tokens};

/// The longest distance of a run, in metres: more than anybody ran in a day.
pub(super) const MAX_METERS: f64 = 350_000.0;
/// Metres in a foot.
const METERS_PER_FOOT: f64 = 0.3048;

/// Reads a field that may be left empty.
pub(in crate::ui) fn optional<T>(
    text: &str,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Result<Option<T>, String> {
    let text = text.trim();
    if text.is_empty() {
        Ok(None)
    } else {
        parse(text).map(Some)
    }
}

/// Metres in the unit that `word` names.
pub(super) fn unit_meters(word: &str) -> Option<f64> {
    match word {
        "m" | "meter" | "meters" | "metre" | "metres" => Some(1.0),
        "km" | "k" | "kms" => Some(1000.0),
        "mi" | "mile" | "miles" => Some(Meters::from_miles(1.0).m()),
        _ => None,
    }
}

/// A distance: `18`, `18km`, `11.2mi`, `800m`; a bare figure is in the athlete's unit.
pub(in crate::ui) fn distance(text: &str, units: Units) -> Result<Meters, String> {
    let bare = match units.distance {
        DistanceUnit::Km => 1000.0,
        DistanceUnit::Miles => Meters::from_miles(1.0).m(),
    };
    let meters = match tokens(text)?.as_slice() {
        [Token::Number(value)] => Some(value * bare),
        [Token::Number(value), Token::Word(unit)] => unit_meters(unit).map(|unit| value * unit),
        _ => None,
    };
    in_range(meters.ok_or_else(|| format!("Write 18 {} or 800 m", format::distance_unit(units)))?)
}

/// A distance that a runner can run.
pub(super) fn in_range(meters: f64) -> Result<Meters, String> {
    if meters > 0.0 && meters <= MAX_METERS {
        // 1.1 km are 1100 m, and not a billionth more.
        Ok(Meters::new((meters * 1e6).round() / 1e6))
    } else {
        Err("A distance lies above 0 and up to 350 km".to_owned())
    }
}

/// A distance as it stands in a field: two decimals, so that what a watch recorded is not rounded away.
pub(in crate::ui) fn distance_text(meters: Meters, units: Units) -> String {
    let value = match units.distance {
        DistanceUnit::Km => meters.km(),
        DistanceUnit::Miles => meters.miles(),
    };
    format!(
        "{} {}",
        format::number(value, 2),
        format::distance_unit(units)
    )
}

/// A pace: `4:25`, `4:25/km`, `7:06/mi`; without a unit it is in the athlete's.
pub(in crate::ui) fn pace(text: &str, units: Units) -> Result<Pace, String> {
    let found = tokens(text)?;
    let figure = found.strip_prefix(&[Token::At]).unwrap_or(&found);
    let read = match figure {
        [Token::Clock(parts)] => pace_of(parts, None, units),
        [Token::Clock(parts), Token::Word(unit)] => pace_of(parts, Some(unit), units),
        _ => None,
    };
    read.ok_or_else(|| "A pace reads 4:25, from 1:00 to 59:59".to_owned())
}

/// A pace of minutes and seconds, for each of `unit` or of the athlete's unit.
pub(super) fn pace_of(parts: &[u32], unit: Option<&str>, units: Units) -> Option<Pace> {
    let [_, _] = parts else { return None };
    let seconds = clock_seconds(parts, ClockReading::MinutesSeconds)?;
    let unit = match unit {
        None => units.distance,
        Some("/km") => DistanceUnit::Km,
        Some("/mi" | "/mile") => DistanceUnit::Miles,
        Some(_) => return None,
    };
    (60.0..3600.0).contains(&seconds).then(|| match unit {
        DistanceUnit::Km => Pace::from_seconds_per_km(seconds),
        DistanceUnit::Miles => Pace::from_seconds_per_mile(seconds),
    })
}

/// A mass: `62.5`, `62.5 kg`, `138 lb`; a bare figure is in the athlete's unit.
pub(in crate::ui) fn mass(text: &str, units: Units) -> Result<Kilograms, String> {
    let unit = |word: &str| match word {
        "kg" | "kgs" | "kilos" => Some(MassUnit::Kg),
        "lb" | "lbs" | "pounds" => Some(MassUnit::Pounds),
        _ => None,
    };
    let found = match tokens(text)?.as_slice() {
        [Token::Number(value)] => Some((*value, units.mass)),
        [Token::Number(value), Token::Word(word)] => unit(word).map(|unit| (*value, unit)),
        _ => None,
    };
    let (value, unit) =
        found.ok_or_else(|| format!("Write a figure such as 60 {}", format::mass_unit(units)))?;
    let kilograms = match unit {
        MassUnit::Kg => Kilograms::new(value),
        MassUnit::Pounds => Kilograms::from_pounds(value),
    };
    if kilograms.kg() > 0.0 && kilograms.kg() <= 1000.0 {
        Ok(kilograms)
    } else {
        Err("A weight lies above 0 and up to 1000 kg".to_owned())
    }
}

/// An exertion from 0 to 10.
pub(super) fn rpe(text: &str) -> Result<Rpe, String> {
    let figure = text.trim().to_lowercase();
    let figure = figure
        .strip_prefix("rpe")
        .unwrap_or(&figure)
        .trim()
        .replace(',', ".");
    let value = figure
        .parse::<f64>()
        .ok()
        .filter(|value| (0.0..=10.0).contains(value));
    value
        .map(Rpe::new)
        .ok_or_else(|| "RPE runs from 0 to 10".to_owned())
}

/// A heart rate in beats a minute.
pub(in crate::ui) fn heart_rate(text: &str) -> Result<Bpm, String> {
    let figure = text.trim().to_lowercase();
    let figure = figure.strip_suffix("bpm").unwrap_or(&figure).trim();
    let beats = figure
        .parse::<u16>()
        .ok()
        .filter(|beats| (25..=250).contains(beats));
    beats
        .map(Bpm)
        .ok_or_else(|| "A heart rate runs from 25 to 250".to_owned())
}

/// Metres climbed: `320`, `320 m`, `1050 ft`; a bare figure is in feet for those who think in miles.
pub(super) fn ascent(text: &str, units: Units) -> Result<Meters, String> {
    let bare = if units.distance == DistanceUnit::Miles {
        METERS_PER_FOOT
    } else {
        1.0
    };
    let meters = match tokens(text)?.as_slice() {
        [Token::Number(value)] => Some(value * bare),
        [Token::Number(value), Token::Word(unit)] => match unit.as_str() {
            "m" => Some(*value),
            "ft" | "feet" => Some(value * METERS_PER_FOOT),
            _ => None,
        },
        _ => None,
    };
    let meters = meters.ok_or("Write 320 m or 1050 ft")?;
    if (0.0..=20_000.0).contains(&meters) {
        Ok(Meters::new(meters))
    } else {
        Err("An ascent goes up to 20 000 m".to_owned())
    }
}

/// Metres climbed as they stand in a field.
pub(super) fn ascent_text(meters: Meters, units: Units) -> String {
    match units.distance {
        DistanceUnit::Km => format!("{} m", format::number(meters.m(), 0)),
        DistanceUnit::Miles => format!("{} ft", format::number(meters.m() / METERS_PER_FOOT, 0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const METRIC: Units = Units {
        distance: DistanceUnit::Km,
        mass: MassUnit::Kg,
    };
    const IMPERIAL: Units = Units {
        distance: DistanceUnit::Miles,
        mass: MassUnit::Pounds,
    };

    #[test]
    fn distances_and_paces_take_the_athletes_unit() {
        assert_eq!(distance("18", METRIC).unwrap(), Meters::from_km(18.0));
        assert_eq!(
            distance("11,2 mi", METRIC).unwrap(),
            Meters::from_miles(11.2)
        );
        assert_eq!(distance("800m", IMPERIAL).unwrap(), Meters::new(800.0));
        assert_eq!(
            distance(&distance_text(Meters::from_miles(6.25), IMPERIAL), IMPERIAL).unwrap(),
            Meters::from_miles(6.25)
        );
        for text in ["0", "1001", "-5", "far", "5 kg"] {
            assert!(distance(text, METRIC).is_err(), "{text}");
        }
        assert_eq!(
            pace("4:25 /km", IMPERIAL).unwrap(),
            Pace::from_seconds_per_km(265.0)
        );
        assert_eq!(
            pace("@7:06", IMPERIAL).unwrap(),
            Pace::from_seconds_per_mile(426.0)
        );
        for text in ["4", "0:30", "4:75", "1:00:00", "4:25/kg"] {
            assert!(pace(text, METRIC).is_err(), "{text}");
        }
    }

    #[test]
    fn a_mass_takes_the_athletes_unit_unless_it_says_another() {
        assert_eq!(mass("62,5", METRIC).unwrap(), Kilograms::new(62.5));
        assert_eq!(
            mass("135", IMPERIAL).unwrap(),
            Kilograms::from_pounds(135.0)
        );
        assert_eq!(mass("60 kg", IMPERIAL).unwrap(), Kilograms::new(60.0));
        for text in ["", "heavy", "0", "-5", "1001", "60 km"] {
            assert!(mass(text, METRIC).is_err(), "{text}");
        }
    }

    #[test]
    fn absurd_figures_are_refused() {
        assert_eq!(rpe("RPE 7,5").unwrap(), Rpe::new(7.5));
        assert!(rpe("11").is_err() && rpe("-1").is_err() && rpe("nan").is_err());
        assert_eq!(heart_rate("152 bpm").unwrap(), Bpm(152));
        assert!(heart_rate("24").is_err() && heart_rate("251").is_err());
        assert_eq!(ascent("320", METRIC).unwrap(), Meters::new(320.0));
        assert_eq!(
            ascent_text(ascent("1050", IMPERIAL).unwrap(), IMPERIAL),
            "1050 ft"
        );
        assert!(ascent("20001", METRIC).is_err());
    }
}
