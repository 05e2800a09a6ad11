//! The pace to assume when nobody said one.

use crate::domain::{Pace, Profile, RunKind};

/// Threshold pace of a recreational runner (about 50 min over 10 km), for athletes who never gave a pace.
const DEFAULT_THRESHOLD: Pace = Pace::from_seconds_per_km(300.0);

/// The average pace of a whole run of `kind`, warm-up and recoveries included: the athlete's own pace for
/// that kind, else worked out from the threshold pace, else from any other pace of theirs,
/// else that of a recreational runner.
pub fn pace_for(kind: RunKind, profile: &Profile) -> Pace {
    let own = profile
        .paces
        .get(&kind)
        .copied()
        .filter(|pace| is_usable(*pace));
    own.unwrap_or_else(|| scaled(threshold(profile), whole_run_factor(kind)))
}

/// The pace of the work within a run of `kind`, without warm-up and recoveries.
pub(super) fn work_pace(kind: RunKind, profile: &Profile) -> Pace {
    match work_factor(kind) {
        Some(factor) => scaled(threshold(profile), factor),
        None => pace_for(kind, profile),
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
        Some(scaled(*pace, 1.0 / whole_run_factor(*kind)))
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
        assert!((pace_for(RunKind::Easy, &profile).seconds_per_km() - 307.2).abs() < 1e-9);

        profile.threshold_pace = Some(Pace::from_seconds_per_km(250.0));
        assert_eq!(pace_for(RunKind::Easy, &profile).seconds_per_km(), 320.0);

        profile
            .paces
            .insert(RunKind::Easy, Pace::from_seconds_per_km(330.0));
        assert_eq!(pace_for(RunKind::Easy, &profile).seconds_per_km(), 330.0);
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
