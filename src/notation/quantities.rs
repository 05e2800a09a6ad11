//! What is typed into fields besides times: distances, paces, masses, efforts, heart rates.
//!
//! Every reader refuses what cannot be meant, in words that fit below the field.

use crate::domain::limits::{EXERTION, HEART_RATE, MOST_ASCENT, MOST_KG, MOST_KM};
use crate::domain::{Bpm, DistanceUnit, Kilograms, LoadSpec, Meters, Pace, Rpe, Units};

use super::figures::{self, distance_figure, distance_unit, mass_unit, number};
use super::lifting::parse_load;
use super::measure::{Amount, measure};
use super::pace::pace as read_pace;
use super::words::words;

/// The fastest pace that is believed, in seconds a kilometre; nobody runs a kilometre in a minute.
const FASTEST: f64 = 60.0;
/// Metres in a foot.
const METERS_PER_FOOT: f64 = 0.3048;

/// Reads a field that may be left empty.
///
/// # Errors
///
/// In words that fit below the field, what could stand there.
pub fn optional<T>(
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

/// A distance: `18`, `18km`, `11.2mi`, `800m`; a bare figure is in the athlete's unit.
///
/// # Errors
///
/// In words that fit below the field, what could stand there.
pub fn distance(text: &str, units: Units) -> Result<Meters, String> {
    let words = words(text);
    let word = |n: usize| words.get(n).map(|word| word.plain.as_str());
    let how = || format!("Write 18 {} or 800 m", distance_unit(units));
    let bare = match word(0) {
        Some(figure) if words.len() == 1 && figure.parse::<f64>().is_ok() => {
            Some(format!("{figure}{}", distance_unit(units)))
        }
        _ => None,
    };
    let first = bare.as_deref().or(word(0)).ok_or_else(how)?;
    let read = measure(first, |n| word(n + 1)).filter(|read| read.more + 1 == words.len());
    let measure = read.ok_or_else(how)?.value?;
    match measure.amount {
        Amount::Distance(far) if measure.range.is_none() => in_range(far.m(), units),
        _ => Err(how()),
    }
}

/// A distance that a runner can run.
fn in_range(meters: f64, units: Units) -> Result<Meters, String> {
    if meters > 0.0 && meters <= MOST_KM * 1000.0 {
        // 1.1 km are 1100 m, and not a billionth more.
        Ok(Meters::new((meters * 1e6).round() / 1e6))
    } else {
        let most = distance_figure(Meters::from_km(MOST_KM), units, 0);
        Err(format!("A distance lies above 0 and up to {most}"))
    }
}

/// A distance as it stands in a field: two decimals, so that what a watch recorded is not rounded away.
pub fn distance_text(meters: Meters, units: Units) -> String {
    distance_figure(meters, units, 2)
}

/// A pace: `4:25`, `4:25/km`, `7:06/mi`; without a unit it is in the athlete's.
///
/// # Errors
///
/// In words that fit below the field, what could stand there.
pub fn pace(text: &str, units: Units) -> Result<Pace, String> {
    const HOW: &str = "A pace reads 4:25, from 1:00 to 60:00";
    let words = words(text);
    let is_announced = words.first().is_some_and(|word| word.plain == "@");
    let all = words.get(usize::from(is_announced)..).unwrap_or_default();
    let word = |n: usize| all.get(n).map(|word| word.plain.as_str());
    let read = word(0).and_then(|first| read_pace(first, |n| word(n + 1), Some(units.distance)));
    read.filter(|read| read.more + 1 == all.len())
        .and_then(|read| read.value.ok())
        .filter(|pace| pace.seconds_per_km() >= FASTEST)
        .ok_or_else(|| HOW.to_owned())
}

/// A mass: `62.5`, `62.5 kg`, `138 lb`; a bare figure is in the athlete's unit.
///
/// # Errors
///
/// In words that fit below the field, what could stand there.
pub fn mass(text: &str, units: Units) -> Result<Kilograms, String> {
    let compact: String = text.split_whitespace().collect::<String>().to_lowercase();
    let compact = compact
        .replace("kilos", "kg")
        .replace("pounds", "lb")
        .replace("kgs", "kg");
    let how = || format!("Write a figure such as 60 {}", mass_unit(units));
    if !compact.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(how());
    }
    match parse_load(&compact, units) {
        Ok(LoadSpec::Kg(kg)) if kg.kg() > 0.0 => Ok(kg),
        Ok(LoadSpec::Kg(_)) => Err(format!(
            "A weight lies above 0 and up to {}",
            figures::mass(Kilograms::new(MOST_KG), units)
        )),
        _ => Err(how()),
    }
}

/// An exertion from 0 to 10.
///
/// # Errors
///
/// In words that fit below the field, what could stand there.
pub fn rpe(text: &str) -> Result<Rpe, String> {
    let figure = text.trim().to_lowercase();
    let figure = figure
        .strip_prefix("rpe")
        .unwrap_or(&figure)
        .trim()
        .replace(',', ".");
    let value = figure
        .parse::<f64>()
        .ok()
        .filter(|value| EXERTION.contains(value));
    value
        .map(Rpe::new)
        .ok_or_else(|| "RPE runs from 0 to 10".to_owned())
}

/// A heart rate in beats a minute.
///
/// # Errors
///
/// In words that fit below the field, what could stand there.
pub fn heart_rate(text: &str) -> Result<Bpm, String> {
    let figure = text.trim().to_lowercase();
    let figure = figure.strip_suffix("bpm").unwrap_or(&figure).trim();
    let beats = figure
        .parse::<u16>()
        .ok()
        .filter(|beats| HEART_RATE.contains(beats));
    beats
        .map(Bpm)
        .ok_or_else(|| "A heart rate runs from 25 to 250".to_owned())
}

/// Metres climbed: `320`, `320 m`, `1050 ft`; a bare figure is in feet for those who think in miles.
///
/// # Errors
///
/// In words that fit below the field, what could stand there.
pub fn ascent(text: &str, units: Units) -> Result<Meters, String> {
    let compact: String = text.split_whitespace().collect::<String>().to_lowercase();
    let in_feet = compact
        .strip_suffix("feet")
        .or_else(|| compact.strip_suffix("ft"));
    let (figure, unit) = match (in_feet, compact.strip_suffix('m')) {
        (Some(figure), _) => (figure, METERS_PER_FOOT),
        (None, Some(figure)) => (figure, 1.0),
        (None, None) if units.distance == DistanceUnit::Miles => (&*compact, METERS_PER_FOOT),
        (None, None) => (&*compact, 1.0),
    };
    let value = figure.replace(',', ".").parse::<f64>().ok();
    let meters = value.ok_or("Write 320 m or 1050 ft")? * unit;
    if (0.0..=MOST_ASCENT.m()).contains(&meters) {
        Ok(Meters::new(meters))
    } else {
        Err("An ascent goes up to 20 000 m".to_owned())
    }
}

/// Metres climbed as they stand in a field.
pub fn ascent_text(meters: Meters, units: Units) -> String {
    match units.distance {
        DistanceUnit::Km => format!("{} m", number(meters.m(), 0)),
        DistanceUnit::Miles => format!("{} ft", number(meters.m() / METERS_PER_FOOT, 0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const METRIC: Units = Units::METRIC;
    const IMPERIAL: Units = Units::IMPERIAL;

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
        for text in ["0", "1001", "-5", "far", "5 kg", "8-10 km", "45 min"] {
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
