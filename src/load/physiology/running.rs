//! Running fitness from pace.

use crate::domain::{Meters, Pace};

/// The shortest and the longest effort that VDOT was fitted to, in minutes (Daniels & Gilbert 1979).
const VDOT_MINUTES: std::ops::RangeInclusive<f64> = 3.5..=240.0;
/// The slowest and the fastest speed that can be a run, in metres a minute: a stroll, and faster than any record.
const RUNNING_SPEEDS: std::ops::RangeInclusive<f64> = 60.0..=460.0;
/// The most steps that look for a race time; a few suffice.
const STEPS: usize = 60;
/// How near to the VDOT asked for is near enough, as a share of it: hundredths of a second over a marathon.
const NEAR: f64 = 1e-7;

/// VDOT of a race (Daniels & Gilbert 1979), in ml of oxygen a kilogram and minute: the oxygen cost of its speed over
/// the share of the maximum that can be held for its time.
/// `None` outside 3.5 to 240 minutes, for which it was fitted, and for speeds nobody runs.
pub fn vdot(distance: Meters, seconds: f64) -> Option<f64> {
    let minutes = seconds / 60.0;
    if !VDOT_MINUTES.contains(&minutes) || !RUNNING_SPEEDS.contains(&(distance.m() / minutes)) {
        return None;
    }
    Some(oxygen_cost(distance.m() / minutes) / share_held(minutes))
}

/// The time in seconds in which a runner of this VDOT races `distance`: the inverse of [`vdot`].
/// `None` where that would take less than 3.5 or more than 240 minutes.
pub fn race_time(distance: Meters, vdot: f64) -> Option<f64> {
    if distance.m() <= 0.0 || vdot.is_nan() || vdot <= 0.0 {
        return None;
    }
    // VDOT is nearly linear in speed, so that a line between two speeds meets it soon.
    let off = |speed: f64| oxygen_cost(speed) / share_held(distance.m() / speed) - vdot;
    let ends = [VDOT_MINUTES.end(), VDOT_MINUTES.start()].map(|minutes| distance.m() / minutes);
    let [(mut slow, mut below), (mut fast, mut above)] = ends.map(|speed| (speed, off(speed)));
    if below > 0.0 || above < 0.0 {
        return None;
    }
    let mut speed = slow;
    for _ in 0..STEPS {
        speed = (slow * above - fast * below) / (above - below);
        let found = off(speed);
        if found.abs() <= NEAR * vdot {
            break;
        }
        // An end that stays loses half its weight, so that the other one comes nearer as well (Illinois method).
        if found > 0.0 {
            (fast, above) = (speed, found);
            below /= 2.0;
        } else {
            (slow, below) = (speed, found);
            above /= 2.0;
        }
    }
    RUNNING_SPEEDS
        .contains(&speed)
        .then(|| distance.m() / speed * 60.0)
}

/// A training zone: its name, and the paces between which it lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PaceZone {
    /// "Easy", "Marathon", "Threshold", "Interval", "Repetition".
    pub name: &'static str,
    /// The slower end.
    pub slow: Pace,
    /// The faster end.
    pub fast: Pace,
}

/// Shares of VDOT between which the zones lie (Daniels).
const ZONES: [(&str, f64, f64); 5] = [
    ("Easy", 0.59, 0.74),
    ("Marathon", 0.75, 0.84),
    ("Threshold", 0.83, 0.88),
    ("Interval", 0.95, 1.00),
    ("Repetition", 1.05, 1.10),
];

/// The five training zones of a runner, from the slowest (Daniels). `None` for a VDOT outside 20 to 90.
pub fn pace_zones(vdot: f64) -> Option<[PaceZone; 5]> {
    (20.0..=90.0).contains(&vdot).then(|| {
        ZONES.map(|(name, low, high)| PaceZone {
            name,
            slow: pace_at(low * vdot),
            fast: pace_at(high * vdot),
        })
    })
}

/// Oxygen cost of running at `v` metres a minute, in ml a kilogram and minute.
fn oxygen_cost(v: f64) -> f64 {
    -4.60 + 0.182_258 * v + 0.000_104 * v * v
}

/// Share of the maximal oxygen uptake that can be held for `t` minutes.
fn share_held(t: f64) -> f64 {
    0.8 + 0.189_439_3 * (-0.012_778 * t).exp() + 0.298_955_8 * (-0.193_260_5 * t).exp()
}

/// The pace whose oxygen cost is `cost`: the positive root of the quadratic in [`oxygen_cost`].
fn pace_at(cost: f64) -> Pace {
    let root = (0.182_258_f64.powi(2) + 4.0 * 0.000_104 * (cost + 4.60)).sqrt();
    let meters_per_minute = (root - 0.182_258) / (2.0 * 0.000_104);
    Pace::from_seconds_per_km(60_000.0 / meters_per_minute)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_kilometres_in_twenty_minutes_are_a_vdot_of_49_81() {
        let vdot = vdot(Meters::from_km(5.0), 1200.0).unwrap();
        assert!((vdot - 49.81).abs() < 0.005, "{vdot}");
    }

    #[test]
    fn a_race_time_is_the_inverse_of_its_vdot() {
        for (km, seconds) in [
            (1.5, 300.0),
            (5.0, 1200.0),
            (21.0975, 5400.0),
            (42.195, 13_000.0),
        ] {
            let distance = Meters::from_km(km);
            let back = race_time(distance, vdot(distance, seconds).unwrap()).unwrap();
            assert!((back - seconds).abs() < 0.1, "{km} km: {back}");
        }
    }

    #[test]
    fn vdot_50_races_the_published_times() {
        // Daniels' table for VDOT 50: 5 km 19:57, 10 km 41:21, half marathon 1:31:35, marathon 3:10:49.
        let published = [
            (5.0, 1197.0),
            (10.0, 2481.0),
            (21.0975, 5495.0),
            (42.195, 11_449.0),
        ];
        for (km, seconds) in published {
            let time = race_time(Meters::from_km(km), 50.0).unwrap();
            assert!((time / seconds - 1.0).abs() < 0.001, "{km} km: {time}");
        }
    }

    #[test]
    fn no_vdot_outside_its_range() {
        assert_eq!(vdot(Meters::new(1000.0), 180.0), None);
        assert_eq!(vdot(Meters::from_km(60.0), 300.0 * 60.0), None);
        assert_eq!(vdot(Meters::from_km(10.0), 600.0), None);
        assert_eq!(vdot(Meters::from_km(10.0), 0.0), None);
        assert_eq!(race_time(Meters::from_km(100.0), 50.0), None);
        assert_eq!(race_time(Meters::new(0.0), 50.0), None);
        assert_eq!(pace_zones(5.0), None);
    }

    #[test]
    fn zones_run_from_easy_to_repetition() {
        let zones = pace_zones(50.0).unwrap();
        assert_eq!(zones.map(|zone| zone.name)[0], "Easy");
        // Daniels' threshold pace for VDOT 50 is 4:15 a kilometre.
        let [.., threshold, _, _] = zones;
        assert!((threshold.fast.seconds_per_km() - 255.0).abs() < 2.0);
        assert!(zones.iter().all(|zone| zone.slow > zone.fast));
        assert!(zones.windows(2).all(|pair| pair[0].fast > pair[1].fast));
    }
}
