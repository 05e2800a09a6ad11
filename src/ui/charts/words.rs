//! Figures as people write them, in the athlete's units.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::{DistanceUnit, Kilograms, MassUnit, Meters, Units};

/// "1 run", "3 runs".
pub(super) fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// One decimal, and none where it is a nought: "38", "38.4".
pub(super) fn number(value: f64) -> String {
    let tenths = (value * 10.0).round() / 10.0;
    // An empty sum may be −0, which nobody writes.
    format!("{}", if tenths == 0.0 { 0.0 } else { tenths })
}

/// A load: "512 AU".
pub(super) fn au(value: f64) -> String {
    format!("{:.0}\u{a0}AU", value.abs())
}

/// A change: "+9 %", "−12 %".
pub(super) fn percent(share: f64) -> String {
    let percent = (share * 100.0).round();
    match percent {
        p if p > 0.0 => format!("+{p:.0}\u{a0}%"),
        p if p < 0.0 => format!("−{:.0}\u{a0}%", -p),
        _ => "±0\u{a0}%".to_owned(),
    }
}

/// A distance: "38.4 km".
pub(super) fn distance(distance: Meters, units: Units) -> String {
    format!(
        "{}\u{a0}{}",
        number(distance_in(distance, units)),
        distance_unit(units)
    )
}

/// A distance as a plain number in the athlete's unit.
pub(super) fn distance_in(distance: Meters, units: Units) -> f64 {
    match units.distance {
        DistanceUnit::Km => distance.km(),
        DistanceUnit::Miles => distance.miles(),
    }
}

/// The athlete's unit of distance.
pub(super) fn distance_unit(units: Units) -> &'static str {
    match units.distance {
        DistanceUnit::Km => "km",
        DistanceUnit::Miles => "mi",
    }
}

/// A mass: "78.7 kg".
pub(super) fn mass(mass: Kilograms, units: Units) -> String {
    format!("{}\u{a0}{}", number(mass_in(mass, units)), mass_unit(units))
}

/// A mass as a plain number in the athlete's unit.
pub(super) fn mass_in(mass: Kilograms, units: Units) -> f64 {
    match units.mass {
        MassUnit::Kg => mass.kg(),
        MassUnit::Pounds => mass.pounds(),
    }
}

/// The athlete's unit of mass.
pub(super) fn mass_unit(units: Units) -> &'static str {
    match units.mass {
        MassUnit::Kg => "kg",
        MassUnit::Pounds => "lb",
    }
}

/// A day with its year: "Tue 3 Nov 2026".
pub(super) fn date(date: NaiveDate) -> String {
    date.format("%a %-d %b %Y").to_string()
}

/// A week by number and days: "Week 48 · 23–29 Nov 2026".
pub(super) fn week_name(monday: NaiveDate) -> String {
    // The middle day names the week, whichever day it starts on.
    let middle = monday.checked_add_days(Days::new(3)).unwrap_or(monday);
    format!("Week {} · {}", middle.iso_week().week(), days(monday, 1))
}

/// The days of `weeks` weeks: "23–29 Nov 2026", "30 Nov–6 Dec 2026".
pub(super) fn days(monday: NaiveDate, weeks: usize) -> String {
    let last = monday
        .checked_add_days(Days::new(7 * weeks as u64 - 1))
        .unwrap_or(monday);
    let first = if monday.year() != last.year() {
        monday.format("%-d %b %Y")
    } else if monday.month() != last.month() {
        monday.format("%-d %b")
    } else {
        monday.format("%-d")
    };
    format!("{first}–{}", last.format("%-d %b %Y"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_name_what_differs() {
        let week = |text: &str| week_name(text.parse().unwrap());
        assert_eq!(week("2026-11-23"), "Week 48 · 23–29 Nov 2026");
        assert_eq!(week("2026-11-30"), "Week 49 · 30 Nov–6 Dec 2026");
        assert_eq!(week("2026-12-28"), "Week 53 · 28 Dec 2026–3 Jan 2027");
        assert_eq!(week("2026-11-22"), "Week 48 · 22–28 Nov 2026");
    }

    #[test]
    fn figures_read_as_people_write_them() {
        let miles = Units {
            distance: DistanceUnit::Miles,
            mass: MassUnit::Pounds,
        };
        assert_eq!(
            distance(Meters::from_km(38.0), Units::default()),
            "38\u{a0}km"
        );
        assert_eq!(distance(Meters::from_miles(23.64), miles), "23.6\u{a0}mi");
        assert_eq!(mass(Kilograms::from_pounds(173.5), miles), "173.5\u{a0}lb");
        assert_eq!(percent(0.0949), "+9\u{a0}%");
        assert_eq!(percent(-0.12), "−12\u{a0}%");
        assert_eq!(percent(0.001), "±0\u{a0}%");
        assert_eq!((number(-0.0), au(-0.0)), ("0".into(), "0\u{a0}AU".into()));
    }
}
