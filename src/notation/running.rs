//! The steps of a run in words.

use crate::domain::{
    DistanceUnit, Extent, Meters, Recovery, RecoveryStyle, Step, StepKind, Target, Units,
};

use super::Style;
use super::doubtful_length::LengthOf;
use super::exact::{extent_word, pace_word};
use super::figures::{distance_figure, number, pace, rpe, seconds};

/// How a runner recovers: the word that is written, and what else people write for it.
pub const RECOVERIES: &[(&str, &[&str])] = &[
    ("jog", &["jogging", "float", "recovery", "easy"]),
    ("walk", &["walking"]),
    ("stand", &["standing", "rest", "pause"]),
];

/// The styles in the order of [`RECOVERIES`].
const STYLES: [RecoveryStyle; 3] = [
    RecoveryStyle::Jog,
    RecoveryStyle::Walk,
    RecoveryStyle::Stand,
];

/// How a runner recovers, when the word says it.
pub fn recovery_style(word: &str) -> Option<RecoveryStyle> {
    let (_, style) = RECOVERIES
        .iter()
        .zip(STYLES)
        .find(|((own, synonyms), _)| *own == word || synonyms.contains(&word))?;
    Some(style)
}

/// The word of a way to recover, as it is typed.
pub fn recovery_word(style: RecoveryStyle) -> &'static str {
    match style {
        RecoveryStyle::Jog => "jog",
        RecoveryStyle::Walk => "walk",
        RecoveryStyle::Stand => "stand",
    }
}

/// The distance of a step: "800 m", "2 km". Repeats on a track stay in metres, whatever the unit, because tracks do:
/// "1200 m".
pub fn step_distance(step: Meters, repeats: u32, units: Units) -> String {
    let m = step.m();
    let is_even = (m % 50.0).abs() < 0.01;
    let is_whole = units.distance == DistanceUnit::Km && (m % 1000.0).abs() < 0.01;
    let is_track = repeats > 1 && m <= 3000.0 && (m % 100.0).abs() < 0.01 && !is_whole;
    if m < 100.0 || is_even && m < 1000.0 || is_track {
        return format!("{} m", number(m, 0));
    }
    distance_figure(step, units, 2)
}

/// A step of a run: "6 × 800 m @ 4:05 /km · 400 m jog", "2 km warm-up"; as input `6x800m @4:05/km jog 400m`.
pub fn step(step: &Step, units: Units, style: Style) -> String {
    if style == Style::Input {
        return input(step, units);
    }
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
        text.push_str(if style == Style::Screen { " · " } else { ", " });
        text.push_str(&recovery(pause, units));
    }
    text
}

fn input(step: &Step, units: Units) -> String {
    let unit = units.distance;
    let mut words = Vec::new();
    let length_of = match step.kind {
        StepKind::Work => LengthOf::Repeat,
        StepKind::WarmUp | StepKind::CoolDown => LengthOf::Whole,
    };
    match step.kind {
        StepKind::WarmUp => words.push("warm-up".to_owned()),
        StepKind::Work => {}
        StepKind::CoolDown => words.push("cool-down".to_owned()),
    }
    let extent = extent_word(step.extent, unit, length_of);
    words.push(match step.repeats {
        1 => extent,
        repeats => format!("{repeats}x{extent}"),
    });
    words.extend(step.target.map(|target| match target {
        Target::Pace(pace) => format!("@{}", pace_word(pace, unit)),
        Target::Rpe(rpe) => format!("@rpe {}", rpe.value()),
        Target::HeartRate(range) => format!("@{}-{}bpm", range.low.0, range.high.0),
        Target::Named(named) => format!("@{named}"),
    }));
    words.extend(step.recovery.map(|recovery| {
        let extent = extent_word(recovery.extent, unit, LengthOf::Repeat);
        format!("{} {extent}", recovery_word(recovery.style))
    }));
    words.join(" ")
}

/// What to aim at: "@ 4:05 /km", "RPE 7", "140–150 bpm".
pub fn target(target: Target, units: Units) -> String {
    match target {
        Target::Pace(aim) => format!("@ {}", pace(aim, units)),
        Target::Rpe(aim) => rpe(aim),
        Target::HeartRate(range) if range.low == range.high => format!("{} bpm", range.low.0),
        Target::HeartRate(range) if range.is_open() => format!("up to {} bpm", range.high.0),
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
    // A recovery belongs to its repeats, and with them to the track.
    format!("{} {style}", extent(recovery.extent, 2, units))
}

/// How far or how long: "800 m", "3 min".
fn extent(extent: Extent, repeats: u32, units: Units) -> String {
    match extent {
        Extent::Distance(meters) => step_distance(meters, repeats, units),
        Extent::Time(time) => seconds(time),
    }
}
