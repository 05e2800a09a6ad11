//! Figures as they are typed and as plan text has them: in the athlete's unit, in the shortest form that reads back as
//! the same number.

use crate::domain::{DistanceUnit, Extent, Kilograms, LoadSpec, MassUnit, Meters, Pace, Seconds};

use super::doubtful_length::LengthOf;
use super::figures::clock_parts;
use super::measure::{Amount, measure};
use super::pace::pace;
use super::typed_load::typed_load;

/// The first of these forms that `is_exact`.
fn first_exact(
    forms: impl IntoIterator<Item = String>,
    is_exact: impl Fn(&str) -> bool,
) -> Option<String> {
    forms.into_iter().find(|form| is_exact(form))
}

/// A value with 0 to `most` decimals, then with all it has.
fn finer_and_finer(value: f64, most: usize) -> impl Iterator<Item = String> {
    let all = std::iter::once(value.to_string());
    (0..=most)
        .map(move |decimals| format!("{value:.decimals$}"))
        .chain(all)
}

/// A distance: `18km`, `6mi`, `800m`. What is no whole number of metres, or long, is in the athlete's unit. Few metres
/// are written out, since `20m` could be minutes.
pub fn distance_word(distance: Meters, unit: DistanceUnit, of: LengthOf) -> String {
    let m = distance.m();
    let is_track =
        unit == DistanceUnit::Miles && of == LengthOf::Repeat && m <= 3000.0 && m % 100.0 == 0.0;
    if m.fract() == 0.0 && (m < 1000.0 || is_track) {
        return if m < of.least_meters() {
            format!("{m}metres")
        } else {
            format!("{m}m")
        };
    }
    let (value, name) = match unit {
        DistanceUnit::Km => (distance.km(), "km"),
        DistanceUnit::Miles => (distance.miles(), "mi"),
    };
    let is_exact = |word: &str| {
        let read = measure(word, |_| None).and_then(|read| read.value.ok());
        read.is_some_and(|measure| measure.amount == Amount::Distance(distance))
    };
    let forms = finer_and_finer(value, 4).map(|figure| format!("{figure}{name}"));
    // Three decimals of a metre read as thousands; a zero more does not.
    let meters = [format!("{m}metres"), format!("{m}0metres")];
    first_exact(forms.chain(meters), is_exact).unwrap_or_else(|| format!("{m}m"))
}

/// A time: whole minutes where it is some, else seconds.
pub fn duration_word(time: Seconds) -> String {
    if time.0.is_multiple_of(60) {
        format!("{}min", time.0 / 60)
    } else {
        format!("{}s", time.0)
    }
}

/// The time of a race, with its hours even where there are none, so that it reads back as what it is: `0:52:07`.
pub fn race_time_word(time: Seconds) -> String {
    let (hours, minutes, seconds) = clock_parts(time);
    format!("{hours}:{minutes:02}:{seconds:02}")
}

/// How far or long.
pub fn extent_word(extent: Extent, unit: DistanceUnit, of: LengthOf) -> String {
    match extent {
        Extent::Distance(distance) => distance_word(distance, unit, of),
        Extent::Time(time) => duration_word(time),
    }
}

/// A pace, without its `@`: `4:05/km`, `6:34.2/mi`.
pub fn pace_word(aim: Pace, unit: DistanceUnit) -> String {
    let (seconds, per) = match unit {
        DistanceUnit::Km => (aim.seconds_per_km(), "km"),
        DistanceUnit::Miles => (aim.seconds_per_mile(), "mi"),
    };
    let is_exact = |word: &str| {
        let read = pace(word, |_| None, None).and_then(|read| read.value.ok());
        read == Some(aim)
    };
    let forms = [
        clock_word(seconds, 0, per),
        clock_word(seconds, 1, per),
        format!("{seconds}s/{per}"),
    ];
    first_exact(forms, is_exact).unwrap_or_else(|| format!("{}s/km", aim.seconds_per_km()))
}

fn clock_word(seconds: f64, decimals: usize, per: &str) -> String {
    let scale = 10_f64.powi(decimals as i32);
    let rounded = (seconds * scale).round() / scale;
    let (minutes, rest) = ((rounded / 60.0).floor(), rounded % 60.0);
    let width = if decimals == 0 { 2 } else { 3 + decimals };
    format!("{minutes}:{rest:0width$.decimals$}/{per}")
}

/// A load, without its `@`: `62.5kg`, `2x25lb`, `75%`, `bw+10kg`. Nothing when it is not said.
pub fn load_word(load: &LoadSpec, unit: MassUnit) -> String {
    match load {
        LoadSpec::Kg(kg) => mass_word(*kg, unit),
        LoadSpec::Pair(kg) => format!("2x{}", mass_word(*kg, unit)),
        LoadSpec::Bodyweight(kg) if kg.kg() > 0.0 => format!("bw+{}", mass_word(*kg, unit)),
        LoadSpec::Bodyweight(kg) if kg.kg() < 0.0 => {
            format!("bw-{}", mass_word(Kilograms::new(-kg.kg()), unit))
        }
        other => other.to_string(),
    }
}

fn mass_word(mass: Kilograms, unit: MassUnit) -> String {
    let (kg, pounds) = ((mass.kg(), "kg"), (mass.pounds(), "lb"));
    let ((value, name), (converted, other)) = match unit {
        MassUnit::Kg => (kg, pounds),
        MassUnit::Pounds => (pounds, kg),
    };
    let is_exact = |word: &str| typed_load(word) == Some(LoadSpec::Kg(mass));
    // What has no short form in this unit was said in the other.
    let short = (0..=4).map(|decimals| format!("{value:.decimals$}{name}"));
    let other = (0..=2).map(|decimals| format!("{converted:.decimals$}{other}"));
    first_exact(short.chain(other), is_exact)
        .or_else(|| Some(format!("{value}{name}")).filter(|word| is_exact(word)))
        .unwrap_or_else(|| format!("{}kg", mass.kg()))
}
