//! Figures as runners and lifters write them, in the athlete's own units.

use chrono::{Datelike, NaiveDate};

use crate::domain::{
    Count, DistanceUnit, Effort, Extent, Kilograms, LoadSpec, MassUnit, Meters, Minutes, Pace,
    Recovery, RecoveryStyle, Reps, Rpe, Seconds, Step, StepKind, Target, Units,
};

/// A number without needless zeros, at most `decimals` behind the point: `62.5`, `60`.
pub fn number(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.')
    } else {
        &text
    };
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// A distance: "18 km", "11.2 mi".
pub fn distance(distance: Meters, unit: DistanceUnit) -> String {
    match unit {
        DistanceUnit::Km => format!("{} km", number(distance.km(), 1)),
        DistanceUnit::Miles => format!("{} mi", number(distance.miles(), 1)),
    }
}

/// A sum of distances, which no one needs to the metre: "38 km", "8.5 km".
pub fn rounded_distance(sum: Meters, unit: DistanceUnit) -> String {
    let (value, name) = match unit {
        DistanceUnit::Km => (sum.km(), "km"),
        DistanceUnit::Miles => (sum.miles(), "mi"),
    };
    format!("{} {name}", number(value, if value < 20.0 { 1 } else { 0 }))
}

/// The distance of a step: "800 m", "2 km". Repeats on a track stay in metres, whatever the unit,
/// because tracks do: "1200 m".
pub fn step_distance(step: Meters, repeats: u32, unit: DistanceUnit) -> String {
    let m = step.m();
    let is_even = (m % 50.0).abs() < 0.01;
    let is_track = repeats > 1 && m < 2000.0 && (m % 1000.0).abs() > 0.01;
    if m < 100.0 || is_even && (m < 1000.0 || is_track) {
        return format!("{} m", number(m, 0));
    }
    match unit {
        DistanceUnit::Km => format!("{} km", number(step.km(), 2)),
        DistanceUnit::Miles => format!("{} mi", number(step.miles(), 2)),
    }
}

/// A pace: "4:25 /km", "7:06 /mi".
pub fn pace(pace: Pace, unit: DistanceUnit) -> String {
    let (seconds, per) = match unit {
        DistanceUnit::Km => (pace.seconds_per_km(), "/km"),
        DistanceUnit::Miles => (pace.seconds_per_mile(), "/mi"),
    };
    let seconds = seconds.round().max(0.0) as u64;
    format!("{}:{:02} {per}", seconds / 60, seconds % 60)
}

/// A duration: "45 min", "1 h 20 min", "2 h".
pub fn minutes(minutes: Minutes) -> String {
    let (hours, rest) = (minutes.0 / 60, minutes.0 % 60);
    match (hours, rest) {
        (0, _) => format!("{rest} min"),
        (_, 0) => format!("{hours} h"),
        _ => format!("{hours} h {rest} min"),
    }
}

/// A short duration: "45 s", "3 min", "1:30 min".
pub fn seconds(seconds: Seconds) -> String {
    match (seconds.0 / 60, seconds.0 % 60) {
        (0, rest) => format!("{rest} s"),
        (whole, 0) => minutes(Minutes(whole)),
        (whole, rest) if whole < 60 => format!("{whole}:{rest:02} min"),
        (whole, rest) => clock(Seconds(whole * 60 + rest)),
    }
}

/// A race time: "1:39:30", "19:45".
pub fn clock(time: Seconds) -> String {
    let (hours, minutes, seconds) = (time.0 / 3600, time.0 / 60 % 60, time.0 % 60);
    if hours == 0 {
        format!("{minutes}:{seconds:02}")
    } else {
        format!("{hours}:{minutes:02}:{seconds:02}")
    }
}

/// A rest between sets: "90 s", "3 min".
pub fn rest(rest: Seconds) -> String {
    if rest.0 % 60 == 0 {
        format!("{} min", rest.0 / 60)
    } else {
        format!("{} s", rest.0)
    }
}

/// An exertion: "RPE 3".
pub fn rpe(rpe: Rpe) -> String {
    format!("RPE {}", number(rpe.value(), 1))
}

/// A number or a range of it: "3", "8–10".
pub fn count(count: Count) -> String {
    if count.low == count.high {
        count.low.to_string()
    } else {
        format!("{}–{}", count.low, count.high)
    }
}

/// Sets and repetitions: "3 × 8–10", "3 × 10 / side", "3 × 45–60 s", "3 × max".
pub fn dose(sets: Count, reps: Reps, per_side: bool) -> String {
    let reps = match reps {
        Reps::Count(reps) => count(reps),
        Reps::Hold(hold) => format!("{} s", count(hold)),
        Reps::Max => "max".to_owned(),
    };
    let side = if per_side { " / side" } else { "" };
    format!("{} × {reps}{side}", count(sets))
}

/// A mass: "62.5 kg", "138 lb".
pub fn mass(mass: Kilograms, unit: MassUnit) -> String {
    match unit {
        MassUnit::Kg => format!("{} kg", number(mass.kg(), 2)),
        MassUnit::Pounds => format!("{} lb", number(mass.pounds(), 1)),
    }
}

/// A load: "62.5 kg", "2 × 12 kg", "75 %", "bodyweight + 10 kg", "band, green". Empty when not said.
pub fn load(load: &LoadSpec, unit: MassUnit) -> String {
    match load {
        LoadSpec::Unset => String::new(),
        LoadSpec::Kg(kg) => mass(*kg, unit),
        LoadSpec::Pair(kg) => format!("2 × {}", mass(*kg, unit)),
        LoadSpec::Percent(percent) => format!("{} %", number(*percent, 1)),
        LoadSpec::Bodyweight(kg) if kg.kg() == 0.0 => "bodyweight".to_owned(),
        LoadSpec::Bodyweight(kg) => {
            let sign = if kg.kg() > 0.0 { '+' } else { '−' };
            format!(
                "bodyweight {sign} {}",
                mass(Kilograms::new(kg.kg().abs()), unit)
            )
        }
        LoadSpec::Band(kind) if kind.is_empty() => "band".to_owned(),
        LoadSpec::Band(kind) => format!("band, {kind}"),
    }
}

/// An effort in the column's short form: "RIR 2", "RPE 8".
pub fn effort(effort: Effort) -> String {
    match effort {
        Effort::Rir(rir) => format!("RIR {}", number(rir, 1)),
        Effort::Rpe(rpe) => format!("RPE {}", number(rpe, 1)),
    }
}

/// An effort as advice: "stop with 2 reps in reserve", "RPE 8".
pub fn effort_advice(target: Effort) -> String {
    match target {
        Effort::Rir(1.0) => "stop with 1 rep in reserve".to_owned(),
        Effort::Rir(rir) if rir > 0.0 => format!("stop with {} reps in reserve", number(rir, 1)),
        Effort::Rir(_) | Effort::Rpe(_) => effort(target),
    }
}

/// How far or how long: "800 m", "3 min".
fn extent(extent: Extent, repeats: u32, units: Units) -> String {
    match extent {
        Extent::Distance(meters) => step_distance(meters, repeats, units.distance),
        Extent::Time(time) => seconds(time),
    }
}

/// What to aim at: "@ 4:05 /km", "RPE 7", "140–150 bpm".
pub fn target(target: Target, units: Units) -> String {
    match target {
        Target::Pace(aim) => format!("@ {}", pace(aim, units.distance)),
        Target::Rpe(aim) => rpe(aim),
        Target::HeartRate(range) => format!("{}–{} bpm", range.low.0, range.high.0),
    }
}

fn recovery(recovery: Recovery, units: Units) -> String {
    let style = match recovery.style {
        RecoveryStyle::Jog => "jog",
        RecoveryStyle::Walk => "walk",
        RecoveryStyle::Stand => "standing",
    };
    format!("{} {style}", extent(recovery.extent, 1, units))
}

/// A step of a run: "6 × 800 m @ 4:05 /km, 400 m jog", "2 km warm-up".
pub fn step(step: &Step, units: Units) -> String {
    let mut text = extent(step.extent, step.repeats, units);
    if step.repeats > 1 {
        text = format!("{} × {text}", step.repeats);
    }
    match step.kind {
        StepKind::WarmUp => text.push_str(" warm-up"),
        StepKind::Work => {}
        StepKind::CoolDown => text.push_str(" cool-down"),
    }
    if let Some(aim) = step.target {
        text.push(' ');
        text.push_str(&target(aim, units));
    }
    if let Some(pause) = step.recovery {
        text.push_str(", ");
        text.push_str(&recovery(pause, units));
    }
    text
}

/// "1 run", "2 runs".
pub fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// Parts that are not empty, joined.
pub fn joined<I>(parts: I, separator: &str) -> String
where
    I: IntoIterator,
    I::Item: Into<String>,
{
    let parts: Vec<String> = parts
        .into_iter()
        .map(Into::into)
        .filter(|part| !part.trim().is_empty())
        .collect();
    parts.join(separator)
}

/// The first letter as a capital.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// A span of days: "23–29 November 2026", "30 November – 6 December 2026".
pub fn span(from: NaiveDate, to: NaiveDate) -> String {
    let end = to.format("%-d %B %Y");
    if (from.year(), from.month()) == (to.year(), to.month()) {
        format!("{}–{end}", from.day())
    } else if from.year() == to.year() {
        format!("{} – {end}", from.format("%-d %B"))
    } else {
        format!("{} – {end}", from.format("%-d %B %Y"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MILES: Units = Units {
        distance: DistanceUnit::Miles,
        mass: MassUnit::Pounds,
    };

    #[test]
    fn distances_follow_the_unit_and_drop_zeros() {
        assert_eq!(distance(Meters::from_km(18.0), DistanceUnit::Km), "18 km");
        assert_eq!(distance(Meters::from_km(16.5), DistanceUnit::Km), "16.5 km");
        assert_eq!(
            distance(Meters::from_km(18.0), DistanceUnit::Miles),
            "11.2 mi"
        );
    }

    #[test]
    fn track_repeats_stay_in_metres() {
        assert_eq!(
            step_distance(Meters::new(800.0), 6, DistanceUnit::Miles),
            "800 m"
        );
        assert_eq!(
            step_distance(Meters::new(1200.0), 5, DistanceUnit::Km),
            "1200 m"
        );
        assert_eq!(
            step_distance(Meters::new(1000.0), 5, DistanceUnit::Km),
            "1 km"
        );
        assert_eq!(
            step_distance(Meters::from_miles(1.0), 1, DistanceUnit::Miles),
            "1 mi"
        );
    }

    #[test]
    fn paces_round_to_whole_seconds() {
        assert_eq!(
            pace(Pace::from_seconds_per_km(265.0), DistanceUnit::Km),
            "4:25 /km"
        );
        assert_eq!(
            pace(Pace::from_seconds_per_km(265.0), DistanceUnit::Miles),
            "7:06 /mi"
        );
        assert_eq!(
            pace(Pace::from_seconds_per_km(299.6), DistanceUnit::Km),
            "5:00 /km"
        );
    }

    #[test]
    fn loads_read_as_people_write_them() {
        let say = |text: &str, unit| load(&text.parse().unwrap(), unit);
        assert_eq!(say("62.5kg", MassUnit::Kg), "62.5 kg");
        assert_eq!(say("2x12kg", MassUnit::Kg), "2 × 12 kg");
        assert_eq!(say("75%", MassUnit::Kg), "75 %");
        assert_eq!(say("bw", MassUnit::Kg), "bodyweight");
        assert_eq!(say("bw-20kg", MassUnit::Kg), "bodyweight − 20 kg");
        assert_eq!(say("135lb", MassUnit::Pounds), "135 lb");
        assert_eq!(say("band green", MassUnit::Kg), "band, green");
    }

    #[test]
    fn doses_and_rests() {
        let three = Count::exactly(3);
        assert_eq!(
            dose(three, Reps::Count(Count::range(8, 10)), false),
            "3 × 8–10"
        );
        assert_eq!(
            dose(three, Reps::Count(Count::exactly(10)), true),
            "3 × 10 / side"
        );
        assert_eq!(
            dose(three, Reps::Hold(Count::range(45, 60)), false),
            "3 × 45–60 s"
        );
        assert_eq!(rest(Seconds(90)), "90 s");
        assert_eq!(rest(Seconds(180)), "3 min");
    }

    #[test]
    fn steps_say_repeats_target_and_recovery() {
        let repeats = Step {
            kind: StepKind::Work,
            repeats: 6,
            extent: Extent::Distance(Meters::new(800.0)),
            target: Some(Target::Pace(Pace::from_seconds_per_km(245.0))),
            recovery: Some(Recovery {
                extent: Extent::Distance(Meters::new(400.0)),
                style: RecoveryStyle::Jog,
            }),
        };
        assert_eq!(
            step(&repeats, Units::default()),
            "6 × 800 m @ 4:05 /km, 400 m jog"
        );
        assert_eq!(step(&repeats, MILES), "6 × 800 m @ 6:34 /mi, 400 m jog");
    }

    #[test]
    fn durations_and_spans() {
        assert_eq!(minutes(Minutes(80)), "1 h 20 min");
        assert_eq!(minutes(Minutes(120)), "2 h");
        assert_eq!(seconds(Seconds(90)), "1:30 min");
        assert_eq!(clock(Seconds(5970)), "1:39:30");
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        assert_eq!(
            span(day(2026, 11, 23), day(2026, 11, 29)),
            "23–29 November 2026"
        );
        assert_eq!(
            span(day(2026, 11, 30), day(2026, 12, 6)),
            "30 November – 6 December 2026"
        );
        assert_eq!(
            span(day(2026, 12, 28), day(2027, 1, 3)),
            "28 December 2026 – 3 January 2027"
        );
    }
}
