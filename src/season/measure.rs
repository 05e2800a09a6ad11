//! Distances and minutes of sessions, and distances as people write them.

use crate::domain::{Meters, Profile, RunKind, Session, Units};
use crate::load::series::done_distance;
use crate::load::{distance_of, duration_of};
use crate::notation;

/// Metres of a run, as done or as planned; `None` for what is none.
pub(super) fn meters_of(session: &Session, profile: &Profile) -> Option<f64> {
    let planned = distance_of(&session.plan, profile)?;
    Some(if session.status.is_trained() {
        done_distance(session, profile).0
    } else {
        planned.value.m()
    })
}

/// Minutes of a session.
pub(super) fn minutes_of(session: &Session, profile: &Profile) -> u32 {
    let logged = session.log.as_ref().and_then(|log| log.duration);
    logged
        .unwrap_or_else(|| duration_of(&session.plan, profile).value)
        .0
}

/// True for a race.
pub(super) fn is_race(session: &Session) -> bool {
    session
        .plan
        .run()
        .is_some_and(|run| run.kind == RunKind::Race)
}

/// Metres down to figures that people write: halves, and tenths below five of them, in the athlete's unit.
pub(super) fn rounded_down(meters: f64, units: Units) -> f64 {
    let part = part(meters, units);
    (meters / part + 1e-6).floor().max(0.0) * part
}

/// Metres to the nearest such figure.
pub(super) fn rounded(meters: f64, units: Units) -> f64 {
    let part = part(meters, units);
    (meters / part).round().max(0.0) * part
}

/// Metres down to tenths of the athlete's unit, for runs that are cut by a little.
pub(super) fn tenths_down(meters: f64, units: Units) -> f64 {
    let unit = units.distance.meters();
    ((meters / unit * 10.0 + 1e-6).floor() / 10.0).max(0.0) * unit
}

/// Metres of the part of a unit to which such a distance is written.
fn part(meters: f64, units: Units) -> f64 {
    units.distance.meters() / units.distance.written_parts(meters)
}

/// A distance as people write it.
pub(super) fn distance(meters: f64, units: Units) -> String {
    notation::distance(Meters::new(meters), units)
}
