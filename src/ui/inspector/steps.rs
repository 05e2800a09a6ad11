//! Steps of a run in the coach's notation: `2 km warm-up`, `6x800 m @4:05 jog 400 m`.

use crate::domain::{DistanceUnit, Extent, RecoveryStyle, Seconds, Step, StepKind, Target, Units};
use crate::ui::format;

use super::step_reader::parse_step;

/// What a step may look like, for hints and errors.
pub(super) const EXAMPLE: &str = "6x800 m @4:05 jog 400 m";

/// Reads one or more steps, separated by semicolons, line breaks, or a comma and a space.
pub(super) fn parse_steps(text: &str, units: Units) -> Result<Vec<Step>, String> {
    text.replace(", ", ";")
        .split([';', '\n'])
        .filter(|part| !part.trim().is_empty())
        .map(|part| parse_step(part, units))
        .collect()
}

/// A step as it stands in its field; [`parse_step`] reads it back.
pub(super) fn step_text(step: &Step, units: Units) -> String {
    let mut text = extent_text(step.extent, units);
    if step.repeats > 1 {
        text = format!("{}x{text}", step.repeats);
    }
    match step.target {
        Some(Target::Pace(pace)) => {
            let pace = format::pace(pace, units);
            text = format!("{text} @{}", pace.split(' ').next().unwrap_or_default());
        }
        Some(Target::Rpe(rpe)) => text = format!("{text} rpe {}", format::number(rpe.value(), 1)),
        Some(Target::HeartRate(range)) => {
            text = format!("{text} @{}-{} bpm", range.low.0, range.high.0);
        }
        Some(Target::Named(named)) => text = format!("{text} @{named}"),
        None => {}
    }
    if let Some(recovery) = step.recovery {
        let style = match recovery.style {
            RecoveryStyle::Jog => "jog",
            RecoveryStyle::Walk => "walk",
            RecoveryStyle::Stand => "stand",
        };
        text = format!("{text} {style} {}", extent_text(recovery.extent, units));
    }
    match step.kind {
        StepKind::WarmUp => text + " warm-up",
        StepKind::Work => text,
        StepKind::CoolDown => text + " cool-down",
    }
}

/// A length in the unit that says it without loss.
fn extent_text(extent: Extent, units: Units) -> String {
    match extent {
        Extent::Distance(meters) => {
            let hundredths = meters.miles() * 100.0;
            let in_miles = units.distance == DistanceUnit::Miles
                && (hundredths - hundredths.round()).abs() < 1e-6;
            if in_miles && meters.m() >= 400.0 {
                format!("{} mi", format::number(meters.miles(), 2))
            } else if meters.m() >= 1000.0 && meters.m() % 100.0 == 0.0 {
                format!("{} km", format::number(meters.km(), 1))
            } else {
                format!("{} m", format::number(meters.m(), 1))
            }
        }
        Extent::Time(Seconds(seconds)) if seconds % 60 == 0 => format!("{} min", seconds / 60),
        Extent::Time(Seconds(seconds)) if seconds < 120 => format!("{seconds} s"),
        Extent::Time(seconds) => format::clock_duration(seconds),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::MassUnit;

    const METRIC: Units = Units {
        distance: DistanceUnit::Km,
        mass: MassUnit::Kg,
    };
    const IMPERIAL: Units = Units {
        distance: DistanceUnit::Miles,
        mass: MassUnit::Pounds,
    };

    #[test]
    fn steps_read_back_as_written() {
        for text in [
            "2 km warm-up",
            "6x800 m @4:05 jog 400 m",
            "25 min @4:25",
            "10 min cool-down",
            "8x20 s rpe 9 walk 60 s",
            "3:30 @150-165 bpm stand 90 s",
            "5x1609 m",
        ] {
            let step = parse_step(text, METRIC).unwrap();
            let printed = step_text(&step, METRIC);
            assert_eq!(parse_step(&printed, METRIC).unwrap(), step, "{printed}");
        }
        assert_eq!(
            step_text(
                &parse_step("6x800m @4:05 jog 400m", METRIC).unwrap(),
                METRIC
            ),
            "6x800 m @4:05 jog 400 m"
        );
        for text in ["1.5 mi warm-up", "3x1 mi @6:40 jog 400 m", "1 km"] {
            let step = parse_step(text, IMPERIAL).unwrap();
            assert_eq!(step_text(&step, IMPERIAL), text);
        }
    }

    #[test]
    fn the_part_may_stand_first() {
        assert_eq!(
            parse_step("warm up 10 min", METRIC).unwrap().kind,
            StepKind::WarmUp
        );
        assert_eq!(
            parse_steps("2 km wu, 4x1km @4:00; 1,5 km cd", METRIC)
                .unwrap()
                .len(),
            3
        );
    }
}
