//! Figures as people write them, in the athlete's units.

use chrono::{Datelike, Days, NaiveDate};

use crate::domain::{DistanceUnit, Kilograms, MassUnit, Meters, Units};
use crate::ui::format;

/// "1 run", "3 runs".
pub(super) fn count(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// A load: "512 AU".
pub(super) fn au(value: f64) -> String {
    format!("{value:.0} AU")
}

/// A change: "+9 %", "−12 %".
pub(super) fn percent(share: f64) -> String {
    let percent = (share * 100.0).round();
    match percent {
        p if p > 0.0 => format!("+{p:.0} %"),
        p if p < 0.0 => format!("−{:.0} %", -p),
        _ => "±0 %".to_owned(),
    }
}

/// A distance as a plain number in the athlete's unit.
pub(super) fn distance_in(distance: Meters, units: Units) -> f64 {
    match units.distance {
        DistanceUnit::Km => distance.km(),
        DistanceUnit::Miles => distance.miles(),
    }
}

/// A maximum, to the tenth that an estimate is good for: "78.7 kg".
pub(super) fn maximum(mass: Kilograms, units: Units) -> String {
    format!(
        "{} {}",
        format::number(mass_in(mass, units), 1),
        format::mass_unit(units)
    )
}

/// A mass as a plain number in the athlete's unit.
pub(super) fn mass_in(mass: Kilograms, units: Units) -> f64 {
    match units.mass {
        MassUnit::Kg => mass.kg(),
        MassUnit::Pounds => mass.pounds(),
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
    format!(
        "Week {} · {}",
        middle.iso_week().week(),
        format::week_span(monday)
    )
}

/// The days of several weeks: "2 Mar – 31 May 2026".
pub(super) fn weeks_span(monday: NaiveDate, weeks: usize) -> String {
    let last = monday
        .checked_add_days(Days::new(7 * weeks as u64 - 1))
        .unwrap_or(monday);
    let year = if monday.year() == last.year() {
        "%-d %b"
    } else {
        "%-d %b %Y"
    };
    format!("{} – {}", monday.format(year), last.format("%-d %b %Y"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_have_the_number_of_their_middle_day() {
        let week = |text: &str| week_name(text.parse().unwrap());
        assert_eq!(week("2026-11-23"), "Week 48 · 23–29 Nov 2026");
        assert_eq!(week("2026-11-22"), "Week 48 · 22–28 Nov 2026");
        assert!(week("2026-12-28").starts_with("Week 53"));
        let quarter = weeks_span("2026-03-02".parse().unwrap(), 13);
        assert_eq!(quarter, "2 Mar – 31 May 2026");
        let winter = weeks_span("2026-12-07".parse().unwrap(), 4);
        assert_eq!(winter, "7 Dec 2026 – 3 Jan 2027");
    }

    #[test]
    fn figures_read_as_people_write_them() {
        let pounds = Units {
            mass: MassUnit::Pounds,
            ..Units::default()
        };
        assert_eq!(maximum(Kilograms::from_pounds(173.54), pounds), "173.5 lb");
        assert_eq!(maximum(Kilograms::new(80.0), Units::default()), "80 kg");
        assert_eq!(percent(0.0949), "+9 %");
        assert_eq!(percent(-0.12), "−12 %");
        assert_eq!(percent(0.001), "±0 %");
        assert_eq!(
            (au(511.6), count(1, "run", "runs")),
            ("512 AU".into(), "1 run".into())
        );
    }
}
