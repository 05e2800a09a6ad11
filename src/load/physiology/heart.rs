//! Training load from heart rate.

use crate::domain::{Bpm, HeartRate, Sex};

/// Training impulse of a session (Banister 1991): minutes · x · 0.64 e^(1.92 x) for men and 0.86 e^(1.67 x) for
/// women, x being the share of the heart-rate reserve, held between 0 and 1. In arbitrary units.
///
/// `None` without both anchors, with a maximum that is not above rest, or with a negative time.
pub fn trimp(minutes: f64, average: Bpm, anchors: HeartRate, sex: Sex) -> Option<f64> {
    let rest = f64::from(anchors.rest?.0);
    let max = f64::from(anchors.max?.0);
    if max <= rest || minutes.is_nan() || minutes < 0.0 {
        return None;
    }
    let x = ((f64::from(average.0) - rest) / (max - rest)).clamp(0.0, 1.0);
    let (factor, exponent) = match sex {
        Sex::Male => (0.64, 1.92),
        Sex::Female => (0.86, 1.67),
    };
    Some(minutes * x * factor * (exponent * x).exp())
}

/// Minutes in the five zones of tenths of the maximal heart rate: 50–60 %, 60–70 % … 90–100 %.
pub type HeartZones = [f64; 5];

/// Load after Edwards (1993): minutes in each zone times its number, 1 to 5. In arbitrary units; negative minutes
/// count as none.
pub fn edwards(zones: &HeartZones) -> f64 {
    let weighted = zones
        .iter()
        .zip(1_u8..)
        .map(|(minutes, zone)| minutes.max(0.0) * f64::from(zone));
    weighted.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANCHORS: HeartRate = HeartRate {
        rest: Some(Bpm(50)),
        max: Some(Bpm(190)),
    };

    #[test]
    fn an_hour_at_seven_tenths_of_the_reserve() {
        let of = |sex| trimp(60.0, Bpm(148), ANCHORS, sex).unwrap();
        assert!((of(Sex::Male) - 103.07).abs() < 0.01);
        assert!((of(Sex::Female) - 116.27).abs() < 0.01);
    }

    #[test]
    fn heart_rates_beyond_the_anchors_count_as_the_anchors() {
        assert_eq!(trimp(60.0, Bpm(40), ANCHORS, Sex::Male), Some(0.0));
        assert_eq!(
            trimp(60.0, Bpm(240), ANCHORS, Sex::Male),
            trimp(60.0, Bpm(190), ANCHORS, Sex::Male)
        );
    }

    #[test]
    fn without_anchors_there_is_no_impulse() {
        let unknown = HeartRate::default();
        assert_eq!(trimp(60.0, Bpm(148), unknown, Sex::Male), None);
        let upside_down = HeartRate {
            rest: Some(Bpm(190)),
            max: Some(Bpm(50)),
        };
        assert_eq!(trimp(60.0, Bpm(148), upside_down, Sex::Male), None);
        assert_eq!(trimp(-1.0, Bpm(148), ANCHORS, Sex::Male), None);
    }

    #[test]
    fn edwards_weighs_each_minute_by_its_zone() {
        assert_eq!(edwards(&[10.0; 5]), 150.0);
        assert_eq!(edwards(&[30.0, 0.0, 0.0, 0.0, -5.0]), 30.0);
    }
}
