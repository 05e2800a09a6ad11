//! What no training log holds: a figure beyond these is a slip or damage, and is told, not taken.

use crate::domain::{Kilograms, Meters, Seconds, SetLog};

use super::dates::Moment;

/// The heaviest set: above every lift of the record books, in kilograms.
pub const MOST_KG: f64 = 700.0;
/// The most assistance of a machine, in kilograms.
pub const MOST_ASSISTANCE_KG: f64 = 200.0;
/// The most repetitions of a set.
pub const MOST_REPS: u32 = 2_000;
/// The longest set or hold, in seconds: two hours.
pub const MOST_SET_SECONDS: u32 = 7_200;
/// The longest run, in metres: above the record of 24 hours.
pub const MOST_METERS: f64 = 350_000.0;
/// The longest session, in seconds: two days.
pub const MOST_SECONDS: f64 = 172_800.0;
/// The highest heart rate, in beats a minute.
pub const MOST_BPM: f64 = 250.0;

/// Why this set cannot be true, if so.
pub fn set_error(set: &SetLog) -> Option<String> {
    if let Some(kg) = set.kg.map(Kilograms::kg)
        && !(-MOST_ASSISTANCE_KG..=MOST_KG).contains(&kg)
    {
        return Some(format!("a set of {kg:.0} kg is not believable"));
    }
    if let Some(reps) = set.reps.filter(|reps| *reps > MOST_REPS) {
        return Some(format!("{reps} repetitions in one set are not believable"));
    }
    if let Some(seconds) = set.seconds.filter(|seconds| *seconds > MOST_SET_SECONDS) {
        return Some(format!("a set of {seconds} s is not believable"));
    }
    None
}

/// Why a session of so many seconds cannot be true, if so.
pub fn session_error(seconds: u32) -> Option<String> {
    let is_too_long = f64::from(seconds) > MOST_SECONDS;
    is_too_long.then(|| "a session of more than two days is not believable".to_owned())
}

/// How long a session lasted; `None` where a time is missing, or where it cannot be true.
pub fn lasted(start: Moment, end: Moment) -> Option<Seconds> {
    let from = start.date.and_time(start.time?);
    let seconds = (end.date.and_time(end.time?) - from).num_seconds();
    let seconds = u32::try_from(seconds).ok().filter(|seconds| *seconds > 0)?;
    (f64::from(seconds) <= MOST_SECONDS).then_some(Seconds(seconds))
}

/// The distance, or why it cannot be true.
pub fn distance(meters: f64) -> Result<Option<Meters>, String> {
    if meters == 0.0 {
        return Ok(None);
    }
    if meters > 0.0 && meters <= MOST_METERS {
        Ok(Some(Meters::new(meters)))
    } else {
        Err(format!(
            "a distance of {:.0} km is not believable",
            meters / 1000.0
        ))
    }
}
