//! The pace to assume when nobody said one.

use crate::domain::{Pace, Profile, RunKind};

/// Threshold pace of a recreational runner (about 50 min over 10 km), for athletes who never gave a pace.
const DEFAULT_THRESHOLD: Pace = Pace::from_seconds_per_km(300.0);

/// The average pace of a whole run of `kind`, warm-up and recoveries included: by the athlete's own pace for
/// that kind, else worked out from the threshold pace, else from any other pace of theirs,
/// else that of a recreational runner. Of tempo and interval runs the own pace is that of the work,
/// and the whole run is slower by as much as it is in the table of factors.
pub fn pace_for(kind: RunKind, profile: &Profile) -> Pace {
    match own(kind, profile) {
        Some(pace) => scaled(pace, whole_run_factor(kind) / own_factor(kind)),
        None => scaled(threshold(profile), whole_run_factor(kind)),
    }
}

/// The pace of the work within a run of `kind`, without warm-up and recoveries.
pub(super) fn work_pace(kind: RunKind, profile: &Profile) -> Pace {
    if is_of_the_work(kind)
        && let Some(pace) = own(kind, profile)
    {
        return pace;
    }
    match work_factor(kind) {
        Some(factor) => scaled(threshold(profile), factor),
        None => pace_for(kind, profile),
    }
}

/// True for the kinds whose pace people say as that of the work: nobody calls the mean of repeats and jogging an
/// interval pace.
fn is_of_the_work(kind: RunKind) -> bool {
    matches!(kind, RunKind::Tempo | RunKind::Intervals)
}

/// The share of its time that a run of `kind` works, where warm-up and recoveries are a part of it: as much as makes
/// easy running and the work together as fast as the whole is.
pub(super) fn work_share(kind: RunKind) -> Option<f64> {
    let speed = |factor: f64| 1.0 / factor;
    let easy = speed(whole_run_factor(RunKind::Easy));
    let work = speed(work_factor(kind)?) - easy;
    Some((speed(whole_run_factor(kind)) - easy) / work)
}

/// The pace that the athlete gave for a kind of run.
fn own(kind: RunKind, profile: &Profile) -> Option<Pace> {
    let pace = profile.paces.get(&kind).copied();
    pace.filter(|pace| is_usable(*pace))
}

/// What an athlete's own pace for a kind of run is over threshold pace.
fn own_factor(kind: RunKind) -> f64 {
    match work_factor(kind) {
        Some(factor) if is_of_the_work(kind) => factor,
        _ => whole_run_factor(kind),
    }
}

/// Threshold pace: said, or worked out from a pace by kind, or that of a recreational runner.
fn threshold(profile: &Profile) -> Pace {
    threshold_pace(profile).unwrap_or(DEFAULT_THRESHOLD)
}

/// The threshold pace, said or worked out from a pace that the athlete runs; `None` where nothing is known.
pub fn threshold_pace(profile: &Profile) -> Option<Pace> {
    let said = profile.threshold_pace.filter(|pace| is_usable(*pace));
    said.or_else(|| {
        let (kind, pace) = profile.paces.iter().find(|(_, pace)| is_usable(**pace))?;
        Some(scaled(*pace, 1.0 / own_factor(*kind)))
    })
}

/// A pace of zero would make every distance endless.
fn is_usable(pace: Pace) -> bool {
    pace.seconds_per_km() > 0.0
}

fn scaled(pace: Pace, factor: f64) -> Pace {
    Pace::from_seconds_per_km(pace.seconds_per_km() * factor)
}

/// Whole-run pace over threshold pace. Easy and long running is taken from the middle of the VDOT zones
/// (67 against 86 % of VDOT); quality runs include their warm-up, recoveries and cool-down.
fn whole_run_factor(kind: RunKind) -> f64 {
    match kind {
        RunKind::Recovery => 1.38,
        RunKind::Easy | RunKind::Long => 1.28,
        RunKind::Hills => 1.22,
        RunKind::Progression | RunKind::Intervals | RunKind::Fartlek => 1.15,
        RunKind::Steady => 1.13,
        RunKind::Tempo => 1.10,
        RunKind::Race => 1.0,
    }
}

/// Pace of the work over threshold pace, for the kinds whose work differs from the whole.
fn work_factor(kind: RunKind) -> Option<f64> {
    match kind {
        RunKind::Tempo | RunKind::Hills => Some(1.0),
        RunKind::Fartlek => Some(0.97),
        RunKind::Intervals => Some(0.92),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_athletes_own_pace_comes_first_then_threshold_then_any_other() {
        let mut profile = Profile::named("Anna");
        assert_eq!(pace_for(RunKind::Easy, &profile).seconds_per_km(), 384.0);

        profile
            .paces
            .insert(RunKind::Tempo, Pace::from_seconds_per_km(264.0));
        // Tempo pace is threshold pace: 264 s × 1.28.
        assert!((pace_for(RunKind::Easy, &profile).seconds_per_km() - 337.92).abs() < 1e-9);

        profile.threshold_pace = Some(Pace::from_seconds_per_km(250.0));
        assert_eq!(pace_for(RunKind::Easy, &profile).seconds_per_km(), 320.0);

        profile
            .paces
            .insert(RunKind::Easy, Pace::from_seconds_per_km(330.0));
        assert_eq!(pace_for(RunKind::Easy, &profile).seconds_per_km(), 330.0);
    }

    /// An hour of repeats with their warm-up and jogging was run at the pace of the repeats from first to last.
    #[test]
    fn an_interval_pace_is_that_of_the_repeats_and_the_whole_run_is_slower() {
        let mut profile = Profile::named("Anna");
        profile.threshold_pace = Some(Pace::from_seconds_per_km(265.0));
        for (kind, pace) in [(RunKind::Intervals, 245.0), (RunKind::Tempo, 265.0)] {
            profile.paces.insert(kind, Pace::from_seconds_per_km(pace));
        }
        let whole = |kind| pace_for(kind, &profile).seconds_per_km();
        let work = |kind| work_pace(kind, &profile).seconds_per_km();
        assert!((whole(RunKind::Intervals) - 245.0 * 1.15 / 0.92).abs() < 1e-9);
        assert!((whole(RunKind::Tempo) - 265.0 * 1.10).abs() < 1e-9);
        assert_eq!(
            (work(RunKind::Intervals), work(RunKind::Tempo)),
            (245.0, 265.0)
        );
    }

    /// Of an hour of repeats 17 minutes are repeats: 0.29 × 1/0.92 + 0.71 × 1/1.28 = 1/1.15.
    #[test]
    fn the_work_is_the_share_that_makes_the_whole_as_fast_as_it_is() {
        let share = |kind| work_share(kind).map(|share| (share * 100.0).round());
        assert_eq!(share(RunKind::Intervals), Some(29.0));
        assert_eq!(share(RunKind::Tempo), Some(58.0));
        assert_eq!(share(RunKind::Hills), Some(18.0));
        assert_eq!(share(RunKind::Fartlek), Some(35.0));
        assert_eq!(share(RunKind::Easy), None);
    }

    #[test]
    fn a_pace_of_zero_is_ignored() {
        let mut profile = Profile::named("Anna");
        profile
            .paces
            .insert(RunKind::Easy, Pace::from_seconds_per_km(0.0));
        profile.threshold_pace = Some(Pace::from_seconds_per_km(0.0));
        assert_eq!(pace_for(RunKind::Easy, &profile).seconds_per_km(), 384.0);
    }
}
