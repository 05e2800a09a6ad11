//! Single figures in words: numbers, distances, masses, paces, times.

use crate::domain::{DistanceUnit, Kilograms, MassUnit, Meters, Minutes, Pace, Rpe, Seconds};

/// `value` with at most `decimals` behind the point and no needless zeros: "62.5", "60".
pub fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    if text == "-0" { "0" } else { text }.to_owned()
}

/// The unit of distances: "km" or "mi".
pub fn distance_unit(unit: impl Into<DistanceUnit>) -> &'static str {
    match unit.into() {
        DistanceUnit::Km => "km",
        DistanceUnit::Miles => "mi",
    }
}

/// The unit of masses: "kg" or "lb".
pub fn mass_unit(unit: impl Into<MassUnit>) -> &'static str {
    match unit.into() {
        MassUnit::Kg => "kg",
        MassUnit::Pounds => "lb",
    }
}

/// A distance as a plain number in the athlete's unit.
pub fn distance_in(distance: Meters, unit: impl Into<DistanceUnit>) -> f64 {
    match unit.into() {
        DistanceUnit::Km => distance.km(),
        DistanceUnit::Miles => distance.miles(),
    }
}

/// A mass as a plain number in the athlete's unit.
pub fn mass_in(mass: Kilograms, unit: impl Into<MassUnit>) -> f64 {
    match unit.into() {
        MassUnit::Kg => mass.kg(),
        MassUnit::Pounds => mass.pounds(),
    }
}

/// A distance to a tenth: "18 km", "11.2 mi".
pub fn distance(distance: Meters, unit: impl Into<DistanceUnit>) -> String {
    distance_figure(distance, unit, 1)
}

/// A distance with so many decimals: "14.52 km".
pub fn distance_figure(distance: Meters, unit: impl Into<DistanceUnit>, decimals: usize) -> String {
    let unit = unit.into();
    let figure = number(distance_in(distance, unit), decimals);
    format!("{figure} {}", distance_unit(unit))
}

/// A distance that is raced over: what is one of round kilometres is called so in miles too, "10 km".
pub fn raced_distance(raced: Meters, unit: impl Into<DistanceUnit>) -> String {
    let in_kilometres = [5_000.0, 10_000.0];
    let is_one = in_kilometres
        .iter()
        .any(|far| (raced.m() - far).abs() < 1.0);
    let unit = if is_one {
        DistanceUnit::Km
    } else {
        unit.into()
    };
    distance(raced, unit)
}

/// A sum of distances, which no one needs to the metre: "38 km", "8.5 km".
pub fn rounded_distance(sum: Meters, unit: impl Into<DistanceUnit>) -> String {
    let unit = unit.into();
    let is_small = distance_in(sum, unit) < 20.0;
    distance_figure(sum, unit, usize::from(is_small))
}

/// A mass: "62.5 kg", "135 lb".
pub fn mass(mass: Kilograms, unit: impl Into<MassUnit>) -> String {
    let unit = unit.into();
    let decimals = match unit {
        MassUnit::Kg => 2,
        MassUnit::Pounds => 1,
    };
    format!(
        "{} {}",
        number(mass_in(mass, unit), decimals),
        mass_unit(unit)
    )
}

/// A mass that was worked out, to the tenth that an estimate is good for: "73.3 kg".
pub fn rounded_mass(mass: Kilograms, unit: impl Into<MassUnit>) -> String {
    let unit = unit.into();
    format!("{} {}", number(mass_in(mass, unit), 1), mass_unit(unit))
}

/// A duration: "45 min", "1 h", "1 h 20 min".
pub fn minutes(minutes: Minutes) -> String {
    match (minutes.0 / 60, minutes.0 % 60) {
        (0, rest) => format!("{rest} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest} min"),
    }
}

/// A short duration to the second: "45 s", "90 s", "3 min", "2:30 min"; from an hour on "1:10:30".
pub fn seconds(time: Seconds) -> String {
    match whole_minutes(time) {
        (whole, 0) if whole > 0 => minutes(Minutes(whole)),
        (0 | 1, _) => format!("{} s", time.0),
        (whole, rest) if whole < 60 => format!("{whole}:{rest:02} min"),
        _ => clock(time),
    }
}

/// A rest between sets: "90 s", "3 min", "2:30 min".
pub fn rest(rest: Seconds) -> String {
    seconds(rest)
}

/// A time in whole minutes, and the seconds beyond them.
pub fn whole_minutes(time: Seconds) -> (u32, u32) {
    (time.0 / 60, time.0 % 60)
}

/// Hours, minutes and seconds of a time.
pub(super) fn clock_parts(time: Seconds) -> (u32, u32, u32) {
    (time.0 / 3600, time.0 / 60 % 60, time.0 % 60)
}

/// A time as a clock shows it: "52:07", "1:40:30".
pub fn clock(time: Seconds) -> String {
    let (hours, minutes, seconds) = clock_parts(time);
    if hours == 0 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

/// A pace to the second: "4:25 /km", "7:06 /mi".
pub fn pace(pace: Pace, unit: impl Into<DistanceUnit>) -> String {
    let unit = unit.into();
    let seconds = match unit {
        DistanceUnit::Km => pace.seconds_per_km(),
        DistanceUnit::Miles => pace.seconds_per_mile(),
    };
    let whole = seconds.round().max(0.0) as u32;
    format!("{}:{:02} /{}", whole / 60, whole % 60, distance_unit(unit))
}

/// A range of paces, the faster end first: "5:40–6:10 /km"; of two that read the same, one.
pub fn pace_range(slow: Pace, fast: Pace, unit: impl Into<DistanceUnit>) -> String {
    let unit = unit.into();
    let (slow, fast) = (pace(slow, unit), pace(fast, unit));
    if slow == fast {
        return slow;
    }
    let unit = format!(" /{}", distance_unit(unit));
    format!("{}–{slow}", fast.trim_end_matches(unit.as_str()))
}

/// An exertion: "RPE 3".
pub fn rpe(rpe: Rpe) -> String {
    format!("RPE {}", number(rpe.value(), 1))
}
