//! Slips of the pen: figures beyond what anybody does, which must make no record and stretch no chart.

use crate::domain::{Kilograms, Meters, Seconds, SetLog};

use super::physiology::vdot;

/// More than anybody lifts, in kilograms.
const MOST_KG: f64 = 1500.0;
/// More repetitions than a set can have.
const MOST_REPS: u32 = 1000;
/// The longest run that counts in full, in metres.
pub const MOST_METERS: f64 = 500_000.0;
/// A little above the highest VDOT that was ever run.
pub const MOST_VDOT: f64 = 87.0;

/// A little above the speed of the fastest sprint, in metres a second.
const SPRINT: f64 = 11.0;
/// A little above that of the fastest mile, in metres a second.
const MILE: f64 = 7.5;
/// A little less than the fastest mile took, in seconds.
const MILE_SECONDS: u32 = 220;

/// True for a mass that somebody may have lifted; less than nothing is assistance.
pub fn is_liftable(kg: Kilograms) -> bool {
    kg.kg().is_finite() && kg.kg().abs() <= MOST_KG
}

/// True for a set that somebody may have done.
pub fn is_doable(set: &SetLog) -> bool {
    set.kg.is_none_or(is_liftable) && set.reps.is_none_or(|reps| reps <= MOST_REPS)
}

/// True for a distance that somebody may have run at a time.
pub fn is_runnable(distance: Meters) -> bool {
    (0.0..=MOST_METERS).contains(&distance.m())
}

/// True for a run that is not faster than anybody runs: than a sprint, or beyond the fastest mile, by VDOT where that
/// holds.
pub fn is_human(distance: Meters, time: Seconds) -> bool {
    let most = if time.0 < MILE_SECONDS { SPRINT } else { MILE };
    let seconds = f64::from(time.0);
    distance.m() <= most * seconds && vdot(distance, seconds).is_none_or(|vdot| vdot <= MOST_VDOT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_do_is_no_slip_and_what_nobody_does_is_one() {
        let set = |kg, reps| SetLog {
            kg: Some(Kilograms::new(kg)),
            reps: Some(reps),
            ..SetLog::default()
        };
        assert!(is_doable(&set(500.0, 1)) && is_doable(&set(-30.0, 12)));
        assert!(is_doable(&SetLog::default()));
        assert!(!is_doable(&set(6250.0, 5)) && !is_doable(&set(60.0, 5000)));
        assert!(!is_liftable(Kilograms::new(f64::NAN)));
        assert!(is_runnable(Meters::from_km(320.0)) && !is_runnable(Meters::from_km(4200.0)));
        // Joshua Cheptegei ran 5 km in 12:35; nobody runs them in 5:00.
        let five = Meters::from_km(5.0);
        assert!(is_human(five, Seconds(755)) && !is_human(five, Seconds(300)));
    }
}
