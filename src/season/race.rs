//! The race as a session.

use crate::domain::{DayPart, Pace, Plan, Race, Rpe, RunKind, RunPlan, Start, Workout};

/// Metres from which a race asks for less than all-out effort (practice).
const LONG: f64 = 30_000.0;

/// The race as a session.
pub(super) fn race(race: &Race) -> Plan {
    let pace = race
        .target
        .zip(race.distance)
        .map(|(time, far)| Pace::from_seconds_per_km(f64::from(time.0) / far.km().max(0.1)));
    let is_long = race.distance.is_some_and(|far| far.m() >= LONG);
    Plan {
        title: race.name.clone(),
        start: Start::Part(DayPart::Morning),
        ..Plan::new(Workout::Run(RunPlan {
            distance: race.distance,
            pace,
            rpe: Some(Rpe::new(if is_long { 8.0 } else { 9.0 })),
            ..RunPlan::of(RunKind::Race)
        }))
    }
}
