//! Figures of charts as people write them, in the athlete's units.

use chrono::{Days, NaiveDate};

use super::picture::Heft;
use crate::domain::{DateStyle, Kilograms, Seconds, Units, Week};
use crate::notation;

pub use crate::domain::phrase::counted as count;
pub use crate::notation::{
    distance, distance_in, distance_unit, mass_in, mass_unit, number as plain_number,
};

/// `value` with at most `digits` decimals, no trailing zeros, and a minus sign of its own.
pub fn number(value: f64, digits: usize) -> String {
    notation::number(value, digits).replace('-', "−")
}

/// A load: "512 AU".
pub fn au(value: f64) -> String {
    format!("{value:.0} AU")
}

/// A change, 0.1 being a tenth more: "+9 %", "−12 %".
pub fn change(share: f64) -> String {
    let percent = (share * 100.0).round();
    match percent {
        p if p > 0.0 => format!("+{p:.0} %"),
        p if p < 0.0 => format!("−{:.0} %", -p),
        _ => "±0 %".to_owned(),
    }
}

/// Seconds as a clock says them: "52:07", "1:40:30".
pub fn clock(seconds: f64) -> String {
    notation::clock(Seconds(seconds.round().max(0.0) as u32))
}

/// A mass, to the tenth that an estimate is good for: "78.7 kg".
pub fn mass(mass: Kilograms, units: Units) -> String {
    notation::rounded_mass(mass, units)
}

/// A mass of many sets, to the whole unit: "6086 kg".
pub fn whole_mass(mass: Kilograms, units: Units) -> String {
    format!("{} {}", number(mass_in(mass, units), 0), mass_unit(units))
}

/// A week by its number: "W48".
pub fn week_number(monday: NaiveDate) -> String {
    Week::starting(monday).label()
}

/// A week by number and days: "Week 48 · 23–29 Nov 2026".
pub fn week_name(dates: DateStyle, monday: NaiveDate) -> String {
    let week = Week::starting(monday).number();
    format!("Week {week} · {}", week_span(dates, monday))
}

/// A week: "23–29 Nov 2026", "28 Dec 2026 – 3 Jan 2027".
pub fn week_span(dates: DateStyle, monday: NaiveDate) -> String {
    weeks_span(dates, monday, 1)
}

/// The days of several weeks: "2 Mar – 31 May 2026".
pub fn weeks_span(dates: DateStyle, monday: NaiveDate, weeks: usize) -> String {
    let last = monday
        .checked_add_days(Days::new((7 * weeks as u64).saturating_sub(1)))
        .unwrap_or(monday);
    dates.span(monday, last)
}

/// About how many points a line of text in Inter takes across. Labels only need it to keep clear
/// of edges and of each other, so a table of typical widths will do on screen and page alike.
pub fn width(text: &str, size: f32, heft: Heft) -> f32 {
    let wide = match heft {
        Heft::Regular => 1.0,
        Heft::SemiBold => 1.04,
    };
    let em: f32 = text
        .chars()
        .map(|letter| match letter {
            'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '·' => 0.28,
            'f' | 'r' | 't' | '(' | ')' | '/' | '-' | 'I' => 0.38,
            'm' | 'w' | 'M' | 'W' | '%' | '▲' | '▼' | '●' => 0.88,
            letter if letter.is_uppercase() => 0.7,
            '0'..='9' | '+' | '−' | '±' | '×' | '–' => 0.64,
            _ => 0.57,
        })
        .sum();
    em * size * wide
}

/// `text` cut to `room` points with an ellipsis where it is wider.
pub fn cut(text: &str, size: f32, heft: Heft, room: f32) -> String {
    if width(text, size, heft) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        kept.push(letter);
        if width(&kept, size, heft) + 0.8 * size > room {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::MassUnit;

    #[test]
    fn weeks_are_named_alike_whichever_day_they_begin_on() {
        let week = |text: &str| week_name(DateStyle::DayFirst, text.parse().unwrap());
        assert_eq!(week("2026-11-23"), "Week 48 · 23–29 Nov 2026");
        assert_eq!(week("2026-11-22"), "Week 48 · 22–28 Nov 2026");
        assert!(week("2026-12-28").starts_with("Week 53 · 28 Dec 2026 – 3 Jan 2027"));
        let quarter = weeks_span(DateStyle::DayFirst, "2026-03-02".parse().unwrap(), 13);
        assert_eq!(quarter, "2 Mar – 31 May 2026");
        let winter = weeks_span(DateStyle::DayFirst, "2026-12-07".parse().unwrap(), 4);
        assert_eq!(winter, "7 Dec 2026 – 3 Jan 2027");
        let american = week_name(DateStyle::MonthFirst, "2026-11-30".parse().unwrap());
        assert_eq!(american, "Week 49 · Nov 30 – Dec 6, 2026");
    }

    #[test]
    fn figures_read_as_people_write_them() {
        let pounds = Units {
            mass: MassUnit::Pounds,
            ..Units::default()
        };
        assert_eq!(mass(Kilograms::from_pounds(173.54), pounds), "173.5 lb");
        assert_eq!(mass(Kilograms::new(80.0), Units::default()), "80 kg");
        assert_eq!(change(0.0949), "+9 %");
        assert_eq!(change(-0.12), "−12 %");
        assert_eq!(change(0.001), "±0 %");
        assert_eq!(number(-3.04, 1), "−3");
        assert_eq!(number(-0.04, 1), "0");
        assert_eq!(clock(6030.0), "1:40:30");
        assert_eq!(
            (au(511.6), count(1, "run", "runs")),
            ("512 AU".into(), "1 run".into())
        );
    }

    #[test]
    fn long_names_are_cut_to_their_room() {
        let name = "Single-leg Romanian deadlift";
        let cut_name = cut(name, 10.0, Heft::Regular, 80.0);
        assert!(cut_name.ends_with('…') && cut_name.starts_with("Single-leg"));
        assert!(width(&cut_name, 10.0, Heft::Regular) <= 82.0, "{cut_name}");
        assert_eq!(cut("Squat", 10.0, Heft::Regular, 80.0), "Squat");
    }
}
