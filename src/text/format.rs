//! Figures as plan text writes them: the shortest form that reads back as the same number.

use crate::domain::{DistanceUnit, Extent, Kilograms, LoadSpec, MassUnit, Meters, Pace, Seconds};

use super::quantities::{Amount, measure, pace};

/// Decimals that still look like a figure somebody would write.
const SHORT: f64 = 1000.0;

fn short(value: f64) -> f64 {
    (value * SHORT).round() / SHORT
}

/// A distance: in metres below a kilometre, else in the athlete's unit, else in whatever is exact.
pub(super) fn distance_word(distance: Meters, unit: DistanceUnit) -> String {
    let meters = format!("{}m", distance.m());
    let km = format!("{}km", short(distance.km()));
    let miles = format!("{}mi", short(distance.miles()));
    let exact = |word: &String| {
        let read = measure(word, |_| None).and_then(|reading| reading.value.ok());
        read.is_some_and(|measure| measure.amount == Amount::Distance(distance))
    };
    let order = match unit {
        _ if distance.m() < 1000.0 && distance.m().fract() == 0.0 => return meters,
        DistanceUnit::Km => [km, miles],
        DistanceUnit::Miles => [miles, km],
    };
    order.into_iter().find(exact).unwrap_or(meters)
}

/// A time: whole minutes where it is some, else seconds.
pub(super) fn time_word(time: Seconds) -> String {
    if time.0.is_multiple_of(60) {
        format!("{}min", time.0 / 60)
    } else {
        format!("{}s", time.0)
    }
}

/// How far or long.
pub(super) fn extent_word(extent: Extent, unit: DistanceUnit) -> String {
    match extent {
        Extent::Distance(distance) => distance_word(distance, unit),
        Extent::Time(time) => time_word(time),
    }
}

/// A pace, without its `@`: in the athlete's unit, else in whatever is exact.
pub(super) fn pace_word(aim: Pace, unit: DistanceUnit) -> String {
    let km = clock_word(aim.seconds_per_km(), "km");
    let miles = clock_word(aim.seconds_per_mile(), "mi");
    let exact = |word: &String| {
        pace(word, |_| None)
            .and_then(|reading| reading.value.ok())
            .is_some_and(|read| read == aim)
    };
    let order = match unit {
        DistanceUnit::Km => [km, miles],
        DistanceUnit::Miles => [miles, km],
    };
    order
        .into_iter()
        .find(exact)
        .unwrap_or_else(|| format!("{}s/km", aim.seconds_per_km()))
}

fn clock_word(seconds: f64, per: &str) -> String {
    let tenths = (seconds * 10.0).round();
    let (minutes, rest) = ((tenths / 600.0).floor(), (tenths % 600.0) / 10.0);
    if rest.fract() == 0.0 {
        format!("{minutes}:{rest:02}/{per}")
    } else {
        format!("{minutes}:{rest:04.1}/{per}")
    }
}

/// A load, without its `@`: masses in the athlete's unit where that is exact.
pub(super) fn load_word(load: &LoadSpec, unit: MassUnit) -> String {
    let mass = |kg: &Kilograms| mass_word(*kg, unit);
    match load {
        LoadSpec::Kg(kg) => mass(kg),
        LoadSpec::Pair(kg) => format!("2x{}", mass(kg)),
        LoadSpec::Bodyweight(kg) if kg.kg() > 0.0 => format!("bw+{}", mass(kg)),
        LoadSpec::Bodyweight(kg) if kg.kg() < 0.0 => {
            format!("bw-{}", mass(&Kilograms::new(-kg.kg())))
        }
        LoadSpec::Band(kind) if kind.is_empty() => "band".to_owned(),
        LoadSpec::Band(kind) => super::lexer::quote(&format!("band {kind}")),
        _ => load.to_string(),
    }
}

fn mass_word(mass: Kilograms, unit: MassUnit) -> String {
    let pounds = short(mass.pounds());
    let kilograms_are_short = short(mass.kg()) == mass.kg();
    let wants_pounds = unit == MassUnit::Pounds || !kilograms_are_short;
    if wants_pounds && Kilograms::from_pounds(pounds) == mass {
        format!("{pounds}lb")
    } else {
        format!("{}kg", mass.kg())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn figures_are_written_as_people_write_them() {
        let km = |m: f64| distance_word(Meters::new(m), DistanceUnit::Km);
        assert_eq!(km(18_000.0), "18km");
        assert_eq!(km(800.0), "800m");
        assert_eq!(km(1500.0), "1.5km");
        assert_eq!(km(21_097.5), "21097.5m");
        assert_eq!(
            distance_word(Meters::from_miles(6.0), DistanceUnit::Km),
            "6mi"
        );
        let pace = |seconds| pace_word(Pace::from_seconds_per_km(seconds), DistanceUnit::Km);
        assert_eq!(pace(245.0), "4:05/km");
        assert_eq!(pace(299.96), "299.96s/km");
        assert_eq!(
            pace_word(Pace::from_seconds_per_mile(390.0), DistanceUnit::Km),
            "6:30/mi"
        );
        let load = LoadSpec::Kg(Kilograms::from_pounds(135.0));
        assert_eq!(load_word(&load, MassUnit::Pounds), "135lb");
    }

    proptest! {
        #[test]
        fn any_distance_reads_back(meters in 0.0..1_000_000.0, miles in any::<bool>()) {
            let unit = if miles { DistanceUnit::Miles } else { DistanceUnit::Km };
            let word = distance_word(Meters::new(meters), unit);
            let read = measure(&word, |_| None).unwrap().value.unwrap();
            prop_assert_eq!(read.amount, Amount::Distance(Meters::new(meters)));
        }

        #[test]
        fn any_pace_reads_back(seconds in 1.0..3600.0) {
            let aim = Pace::from_seconds_per_km(seconds);
            let word = pace_word(aim, DistanceUnit::Km);
            prop_assert_eq!(pace(&word, |_| None).unwrap().value, Ok(aim));
        }
    }
}
