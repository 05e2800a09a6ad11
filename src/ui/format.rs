//! Figures as people write them, in the athlete's own units.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};

use crate::domain::{
    Athlete, Count, DayPart, DistanceUnit, Effort, Extent, Kilograms, LoadSpec, MassUnit, Meters,
    Minutes, Pace, Prescription, RecoveryStyle, Reps, Seconds, Start, Step, StepKind, Target,
    Units,
};

/// `value` with at most `digits` decimals and no trailing zeros.
pub fn number(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    if !text.contains('.') {
        return text;
    }
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A distance of a run: "18 km", "11.2 mi".
pub fn distance(meters: Meters, units: Units) -> String {
    match units.distance {
        DistanceUnit::Km => format!("{} km", number(meters.km(), 1)),
        DistanceUnit::Miles => format!("{} mi", number(meters.miles(), 1)),
    }
}

/// A distance within a run: "800 m", "2 km"; metres below a kilometre even for those who think in miles.
pub fn step_distance(meters: Meters, units: Units) -> String {
    if meters.m() < 1000.0 || (meters.m() % 1000.0 != 0.0 && meters.m() < 2000.0) {
        format!("{} m", number(meters.m(), 0))
    } else {
        distance(meters, units)
    }
}

/// The unit of distances: "km" or "mi".
pub fn distance_unit(units: Units) -> &'static str {
    match units.distance {
        DistanceUnit::Km => "km",
        DistanceUnit::Miles => "mi",
    }
}

/// The unit of masses: "kg" or "lb".
pub fn mass_unit(units: Units) -> &'static str {
    match units.mass {
        MassUnit::Kg => "kg",
        MassUnit::Pounds => "lb",
    }
}

/// A mass: "62.5 kg", "135 lb".
pub fn mass(kg: Kilograms, units: Units) -> String {
    format!("{} {}", mass_figure(kg, units), mass_unit(units))
}

fn mass_figure(kg: Kilograms, units: Units) -> String {
    match units.mass {
        MassUnit::Kg => number(kg.kg(), 2),
        MassUnit::Pounds => number(kg.pounds(), 1),
    }
}

/// A duration: "45 min", "1 h 20".
pub fn minutes(minutes: Minutes) -> String {
    let Minutes(total) = minutes;
    match (total / 60, total % 60) {
        (0, rest) => format!("{rest} min"),
        (1, 0) => "60 min".to_owned(),
        (hours, 0) => format!("{hours} h"),
        (hours, rest) => format!("{hours} h {rest:02}"),
    }
}

/// A duration to the second: "52:07", "1:40:30".
pub fn clock_duration(seconds: Seconds) -> String {
    let Seconds(total) = seconds;
    let (hours, rest) = (total / 3600, total % 3600);
    if hours == 0 {
        format!("{}:{:02}", rest / 60, rest % 60)
    } else {
        format!("{hours}:{:02}:{:02}", rest / 60, rest % 60)
    }
}

/// A pace: "4:25 /km", "7:06 /mi".
pub fn pace(pace: Pace, units: Units) -> String {
    let (seconds, unit) = match units.distance {
        DistanceUnit::Km => (pace.seconds_per_km(), "/km"),
        DistanceUnit::Miles => (pace.seconds_per_mile(), "/mi"),
    };
    let whole = seconds.round().max(0.0) as u32;
    format!("{}:{:02} {unit}", whole / 60, whole % 60)
}

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

/// A day with its month: "24 Nov".
pub fn day_month(date: NaiveDate) -> String {
    format!("{} {}", date.day(), date.format("%b"))
}

/// A day in full: "Tuesday 24 November 2026".
pub fn full_day(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
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

/// A week: "23–29 Nov 2026", "28 Dec 2026 – 3 Jan 2027".
pub fn week_span(first: NaiveDate) -> String {
    let last = first + chrono::Days::new(6);
    if first.year() != last.year() {
        format!(
            "{} {} – {} {}",
            day_month(first),
            first.year(),
            day_month(last),
            last.year()
        )
    } else if first.month() == last.month() {
        format!("{}–{} {}", first.day(), day_month(last), last.year())
    } else {
        format!("{} – {} {}", day_month(first), day_month(last), last.year())
    }
}

fn count(count: Count) -> String {
    if count.low == count.high {
        count.low.to_string()
    } else {
        format!("{}–{}", count.low, count.high)
    }
}

/// Repetitions: "8–10", "45–60 s", "max".
pub fn reps(reps: Reps) -> String {
    match reps {
        Reps::Count(n) => count(n),
        Reps::Hold(n) => format!("{} s", count(n)),
        Reps::Max => "max".to_owned(),
    }
}

/// Sets and repetitions: "3 × 8–10", "3 × 10 / side".
pub fn dose(prescription: &Prescription) -> String {
    let side = if prescription.per_side { " / side" } else { "" };
    format!(
        "{} × {}{side}",
        count(prescription.sets),
        reps(prescription.reps)
    )
}

/// A load: "62.5 kg", "2 × 12 kg", "75 %", "bodyweight", "band"; a dash when nothing is said.
pub fn load(load: &LoadSpec, units: Units) -> String {
    match load {
        LoadSpec::Unset => "–".to_owned(),
        LoadSpec::Kg(kg) => mass(*kg, units),
        LoadSpec::Pair(kg) => format!("2 × {}", mass(*kg, units)),
        LoadSpec::Percent(percent) => format!("{} %", number(*percent, 1)),
        LoadSpec::Bodyweight(kg) if kg.kg() == 0.0 => "bodyweight".to_owned(),
        LoadSpec::Bodyweight(kg) if kg.kg() > 0.0 => format!("bw + {}", mass(*kg, units)),
        LoadSpec::Bodyweight(kg) => {
            format!("bw − {}", mass(Kilograms::new(-kg.kg()), units))
        }
        LoadSpec::Band(kind) if kind.is_empty() => "band".to_owned(),
        LoadSpec::Band(kind) => format!("band, {kind}"),
    }
}

/// What a percentage of the maximum comes to for an athlete on a day: "75 % = 62.5 kg". `None` for other loads, and
/// where no maximum is known.
pub fn resolved_load(row: &Prescription, athlete: &Athlete, date: NaiveDate) -> Option<String> {
    let LoadSpec::Percent(percent) = row.load else {
        return None;
    };
    let kg = crate::load::percent_load(athlete, &row.exercise, percent, date)?;
    Some(format!(
        "{} % = {}",
        number(percent, 1),
        mass(kg, athlete.profile.units)
    ))
}

/// A load as it is typed into a field: `62.5`, `2x12`, `75%`, `bw+10`, `band green`, in the athlete's unit.
pub fn load_input(load: &LoadSpec, units: Units) -> String {
    match load {
        LoadSpec::Kg(kg) => mass_figure(*kg, units),
        LoadSpec::Pair(kg) => format!("2x{}", mass_figure(*kg, units)),
        LoadSpec::Bodyweight(kg) if kg.kg() != 0.0 => {
            let sign = if kg.kg() > 0.0 { '+' } else { '-' };
            format!(
                "bw{sign}{}",
                mass_figure(Kilograms::new(kg.kg().abs()), units)
            )
        }
        other => other.to_string(),
    }
}

/// Reads what was typed into a load field; a bare figure is in the athlete's unit.
pub fn parse_load(
    text: &str,
    units: Units,
) -> Result<LoadSpec, crate::domain::notation::NotationError> {
    let text = text.trim();
    if text == "–" || text == "-" {
        return Ok(LoadSpec::Unset);
    }
    let bare =
        text.ends_with(|c: char| c.is_ascii_digit()) && !text.to_lowercase().starts_with("band");
    if bare {
        format!("{text}{}", mass_unit(units)).parse()
    } else {
        text.parse()
    }
}

/// An effort: "RIR 2", "RPE 8".
pub fn effort(effort: Effort) -> String {
    match effort {
        Effort::Rir(rir) => format!("RIR {}", number(rir, 1)),
        Effort::Rpe(rpe) => format!("RPE {}", number(rpe, 1)),
    }
}

/// A rest: "90 s", "3 min".
pub fn rest(seconds: Seconds) -> String {
    let Seconds(total) = seconds;
    if total >= 120 && total % 60 == 0 {
        format!("{} min", total / 60)
    } else {
        format!("{total} s")
    }
}

/// A distance or a time within a run.
pub fn extent(extent: Extent, units: Units) -> String {
    match extent {
        Extent::Distance(meters) => step_distance(meters, units),
        Extent::Time(Seconds(total)) if total % 60 == 0 => minutes(Minutes(total / 60)),
        Extent::Time(Seconds(total)) if total < 120 => format!("{total} s"),
        Extent::Time(seconds) => clock_duration(seconds),
    }
}

/// A target: "@ 4:05 /km", "RPE 8", "150–165 bpm".
pub fn target(target: Target, units: Units) -> String {
    match target {
        Target::Pace(value) => format!("@ {}", pace(value, units)),
        Target::Rpe(rpe) => format!("RPE {}", number(rpe.value(), 1)),
        Target::HeartRate(range) => format!("{}–{} bpm", range.low.0, range.high.0),
    }
}

/// A step of a run: "6 × 800 m @ 4:05 /km · 400 m jog".
pub fn step(step: &Step, units: Units) -> String {
    let mut text = extent(step.extent, units);
    if step.repeats > 1 {
        text = format!("{} × {text}", step.repeats);
    }
    if let Some(aim) = step.target {
        text = format!("{text} {}", target(aim, units));
    }
    if let Some(recovery) = step.recovery {
        let style = match recovery.style {
            RecoveryStyle::Jog => "jog",
            RecoveryStyle::Walk => "walk",
            RecoveryStyle::Stand => "rest",
        };
        text = format!("{text} · {} {style}", extent(recovery.extent, units));
    }
    match step.kind {
        StepKind::WarmUp => format!("{text} warm-up"),
        StepKind::Work => text,
        StepKind::CoolDown => format!("{text} cool-down"),
    }
}

/// A name that fits on a button: at most `letters` of it, the last of them "…" where there are more.
pub fn shortened(name: &str, letters: usize) -> String {
    if name.chars().count() <= letters {
        return name.to_owned();
    }
    let kept: String = name.chars().take(letters.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// "1 set", "3 sets": a count with its noun.
pub fn plural(n: usize, one: &str, many: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {many}")
    }
}

/// A label within a sentence: its first letter small, unless it begins an abbreviation such as "VO2max".
pub fn lower_first(label: &str) -> String {
    let mut letters = label.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let second = letters.clone().next();
    if second.is_some_and(|second| !second.is_lowercase() && !second.is_whitespace()) {
        return label.to_owned();
    }
    first.to_lowercase().chain(letters).collect()
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
    fn figures_read_as_people_write_them() {
        assert_eq!(distance(Meters::from_km(18.0), METRIC), "18 km");
        assert_eq!(distance(Meters::from_miles(11.25), IMPERIAL), "11.2 mi");
        assert_eq!(pace(Pace::from_seconds_per_km(265.0), METRIC), "4:25 /km");
        assert_eq!(minutes(Minutes(80)), "1 h 20");
        assert_eq!(clock_duration(Seconds(3127)), "52:07");
        assert_eq!(
            load(&LoadSpec::Pair(Kilograms::new(12.0)), METRIC),
            "2 × 12 kg"
        );
    }

    #[test]
    fn typed_loads_read_back_in_both_units() {
        for units in [METRIC, IMPERIAL] {
            for text in ["62.5", "2x12", "75%", "bw+10", "bw", "band green"] {
                let load = parse_load(text, units).unwrap();
                assert_eq!(load_input(&load, units), text);
            }
        }
        assert!(parse_load("heavy", METRIC).is_err());
    }

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
    fn abbreviations_keep_their_capitals_within_a_sentence() {
        assert_eq!(lower_first("Long run"), "long run");
        assert_eq!(lower_first("VO2max intervals"), "VO2max intervals");
        assert_eq!(lower_first("5 km race"), "5 km race");
        assert_eq!(lower_first("A day off"), "a day off");
        assert_eq!(lower_first(""), "");
    }
}
