//! Days and times as people write them, and the notation of figures as the screen shows it.

use std::cell::Cell;

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::domain::{
    Athlete, Bpm, DateStyle, DayPart, LoadSpec, Prescription, Reps, Start, Step, Units,
};
use crate::notation::{self, Dose, Style};

pub use crate::domain::phrase::{capitalised as upper_first, counted as plural};
use crate::library::Library;
pub use crate::notation::{
    clock as clock_duration, distance, distance_unit, effort, mass, mass_unit, minutes, number,
    pace, rest, rounded_mass,
};
use crate::rules::Finding;

/// A clock time: "07:00".
pub fn time(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// When in the day: "AM", "07:00", or nothing.
pub fn start(start: Start) -> Option<String> {
    match start {
        Start::Unset => None,
        Start::Part(DayPart::Morning) => Some("AM".to_owned()),
        Start::Part(DayPart::Evening) => Some("PM".to_owned()),
        Start::Clock(clock) => Some(time(clock)),
    }
}

/// A day: "Tue 24".
pub fn day(date: NaiveDate) -> String {
    format!("{} {}", weekday(date), date.day())
}

thread_local! {
    /// How dates are written in the window that this thread draws.
    static DATES: Cell<DateStyle> = const { Cell::new(DateStyle::DayFirst) };
}

/// Has the window that this thread draws write dates so.
pub fn write_dates(style: DateStyle) {
    DATES.set(style);
}

/// A day with its month: "24 Nov", or as it was chosen.
pub fn day_month(date: NaiveDate) -> String {
    DATES.get().day_month(date)
}

/// A day with its month and year: "24 Nov 2026", or as it was chosen.
pub fn date(date: NaiveDate) -> String {
    DATES.get().date(date)
}

/// A day in full: "Tuesday 24 November 2026", or as it was chosen.
pub fn full_day(date: NaiveDate) -> String {
    DATES.get().full_day(date)
}

/// A weekday in three letters.
pub fn weekday(date: NaiveDate) -> &'static str {
    match date.weekday() {
        chrono::Weekday::Mon => "Mon",
        chrono::Weekday::Tue => "Tue",
        chrono::Weekday::Wed => "Wed",
        chrono::Weekday::Thu => "Thu",
        chrono::Weekday::Fri => "Fri",
        chrono::Weekday::Sat => "Sat",
        chrono::Weekday::Sun => "Sun",
    }
}

/// The days of a finding: "Sat–Sun" where they follow each other, else "Tue, Thu"; "whole week" for all of them.
pub fn finding_days(finding: &Finding) -> String {
    if finding.is_about_a_week() {
        return "whole week".to_owned();
    }
    match finding.days.as_slice() {
        [first, .., last] if (*last - *first).num_days() + 1 == finding.days.len() as i64 => {
            format!("{}–{}", weekday(*first), weekday(*last))
        }
        days => {
            let days: Vec<&str> = days.iter().map(|day| weekday(*day)).collect();
            days.join(", ")
        }
    }
}

/// A week: "23–29 Nov 2026", "28 Dec 2026 – 3 Jan 2027".
pub fn week_span(first: NaiveDate) -> String {
    DATES.get().span(first, first + chrono::Days::new(6))
}

/// How dates are written in the window that this thread draws: for work that is handed to another thread.
pub fn date_style() -> DateStyle {
    DATES.get()
}

/// A short day of the week with its day and month: "Tue 24 Nov", or as it was chosen.
pub fn weekday_day(date: NaiveDate) -> String {
    DATES.get().weekday_day(date)
}

/// The same with the year: "Tue 24 Nov 2026", or as it was chosen.
pub fn weekday_date(date: NaiveDate) -> String {
    DATES.get().weekday_date(date)
}

/// A week without its year: "23–29 Nov", "30 Nov – 6 Dec".
pub fn short_week_span(first: NaiveDate) -> String {
    DATES.get().short_span(first, first + chrono::Days::new(6))
}

/// A heart rate: "142 bpm".
pub fn bpm(rate: Bpm) -> String {
    format!("{} bpm", rate.0)
}

/// Repetitions: "8–10", "45–60 s", "max".
pub fn reps(reps: Reps) -> String {
    notation::reps(reps, false)
}

/// Sets and repetitions: "3 × 8–10", "3 × 10 / side".
pub fn dose(prescription: &Prescription) -> String {
    let dose = Dose {
        sets: prescription.sets,
        reps: prescription.reps,
        per_side: prescription.per_side,
    };
    notation::dose(dose, Style::Screen)
}

/// A dose so that no row ends within it: "3 × 10 / side".
pub fn keep_dose(dose: &str) -> String {
    dose.replace(' ', "\u{a0}")
}

/// A load: "62.5 kg", "2 × 12 kg", "75 %", "bodyweight", "band"; a dash when nothing is said.
pub fn load(load: &LoadSpec, units: Units) -> String {
    notation::load(load, units, Style::Screen)
}

/// A step of a run: "6 × 800 m @ 4:05 /km · 400 m jog".
pub fn step(step: &Step, units: Units) -> String {
    notation::step(step, units, Style::Screen)
}

/// What a percentage of the maximum comes to for an athlete on a day: "75 % = 62.5 kg". `None` for other loads, and
/// where no maximum is known.
pub fn resolved_load(
    row: &Prescription,
    athlete: &Athlete,
    library: &Library,
    date: NaiveDate,
) -> Option<String> {
    let LoadSpec::Percent(percent) = row.load else {
        return None;
    };
    let loaded = crate::load::percent_load(athlete, library, &row.exercise, percent, date)?;
    Some(format!(
        "{} % = {}",
        number(percent, 1),
        load(&loaded, athlete.profile.units)
    ))
}

/// A name that fits on a button: at most `letters` of it, the last of them "…" where there are more.
pub fn shortened(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        return name.to_owned();
    }
    let kept: String = name.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A label within a sentence: its first letter small, unless it begins an abbreviation such as "VO2max".
pub fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let second = letters.clone().next();
    // Product names keep their capital.
    if label.starts_with("Excel") || label.starts_with("Markdown") {
        return label.to_owned();
    }
    if second.is_some_and(|second| !second.is_lowercase() && !second.is_whitespace()) {
        return label.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_between_letters() {
        assert_eq!(shortened("Lower body strength", 22), "Lower body strength");
        assert_eq!(shortened("Łydki 🦵🦵 i stopy", 8), "Łydki 🦵…");
    }

    #[test]
    fn weeks_name_their_months() {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(week_span(date(2026, 11, 23)), "23–29 Nov 2026");
        assert_eq!(week_span(date(2026, 11, 30)), "30 Nov – 6 Dec 2026");
        assert_eq!(week_span(date(2026, 12, 28)), "28 Dec 2026 – 3 Jan 2027");
    }

    #[test]
    fn dates_are_written_as_chosen() {
        let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let (week, turn) = (date(2026, 11, 23), date(2026, 12, 28));
        write_dates(DateStyle::MonthFirst);
        assert_eq!(day_month(week), "Nov 23");
        assert_eq!(full_day(week), "Monday, November 23, 2026");
        assert_eq!(week_span(week), "Nov 23–29, 2026");
        assert_eq!(week_span(turn), "Dec 28, 2026 – Jan 3, 2027");
        write_dates(DateStyle::Iso);
        assert_eq!(full_day(week), "Monday 2026-11-23");
        assert_eq!(week_span(week), "2026-11-23 – 11-29");
        assert_eq!(week_span(turn), "2026-12-28 – 2027-01-03");
        write_dates(DateStyle::DayFirst);
        assert_eq!(week_span(week), "23–29 Nov 2026");
    }

    #[test]
    fn abbreviations_keep_their_capitals_within_a_sentence() {
        assert_eq!(lower_first("Long run"), "long run");
        assert_eq!(lower_first("VO2max intervals"), "VO2max intervals");
        assert_eq!(lower_first("5 km race"), "5 km race");
        assert_eq!(lower_first("A day off"), "a day off");
        assert_eq!(lower_first(""), "");
    }
}
