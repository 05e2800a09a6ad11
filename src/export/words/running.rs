//! Runs in words: distances, paces and steps.

use crate::domain::{
    DistanceUnit, Extent, Meters, Pace, Recovery, RecoveryStyle, Step, StepKind, Target, Units,
};

use super::{number, rpe, seconds};

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
    format!("{} {name}", number(value, usize::from(value < 20.0)))
}

/// The distance of a step: "800 m", "2 km". Repeats on a track stay in metres, whatever the unit,
/// because tracks do: "1200 m".
fn step_distance(step: Meters, repeats: u32, unit: DistanceUnit) -> String {
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

/// What to aim at: "@ 4:05 /km", "RPE 7", "140–150 bpm".
fn target(target: Target, units: Units) -> String {
    match target {
        Target::Pace(aim) => format!("@ {}", pace(aim, units.distance)),
        Target::Rpe(aim) => rpe(aim),
        Target::HeartRate(range) => format!("{}–{} bpm", range.low.0, range.high.0),
        Target::Named(named) => format!("@ {}", named.label()),
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

/// How far or how long: "800 m", "3 min".
fn extent(extent: Extent, repeats: u32, units: Units) -> String {
    match extent {
        Extent::Distance(meters) => step_distance(meters, repeats, units.distance),
        Extent::Time(time) => seconds(time),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::MassUnit;

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
}
