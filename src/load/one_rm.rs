//! Estimated one-repetition maximum, and percent of it from repetitions and exertion.

use crate::domain::{Kilograms, OneRmFormula};

/// Most repetitions to failure for an estimate to be trusted.
const RELIABLE_REPS: f64 = 10.0;
/// Most repetitions to failure for any estimate.
const MOST_REPS: f64 = 12.0;

/// Percent of the one-repetition maximum by half steps of repetitions and exertion (Tuchscherer):
/// the index is 2 (repetitions − 1) + 2 (10 − RPE).
const PERCENT_OF_MAX: [f64; 29] = [
    100.0, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85.0, 83.7, 82.4, 81.1, 79.9, 78.6,
    77.4, 76.2, 75.1, 73.9, 72.3, 70.7, 69.4, 68.0, 66.7, 65.3, 64.0, 62.6, 61.3, 59.9,
];

/// How far an estimate can be trusted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reliability {
    /// From 11 or 12 repetitions to failure: shown in grey.
    Rough,
    /// From up to 10 repetitions to failure.
    Usable,
}

/// An estimated one-repetition maximum.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OneRm {
    /// The load, without the body.
    pub kg: Kilograms,
    /// How far to trust it.
    pub reliability: Reliability,
}

impl OneRmFormula {
    /// The one-repetition maximum from `reps` to failure; repetitions in reserve are to be added before.
    /// `None` without a load, under 1 repetition, and above 12, where no formula holds.
    pub fn estimate(self, load: Kilograms, reps: f64) -> Option<OneRm> {
        let w = load.kg();
        if w <= 0.0 || !(1.0..=MOST_REPS).contains(&reps) {
            return None;
        }
        let kg = if reps == 1.0 { w } else { self.apply(w, reps) };
        let reliability = if reps <= RELIABLE_REPS {
            Reliability::Usable
        } else {
            Reliability::Rough
        };
        Some(OneRm {
            kg: Kilograms::new(kg),
            reliability,
        })
    }

    fn apply(self, w: f64, r: f64) -> f64 {
        match self {
            Self::Epley => w * (1.0 + r / 30.0),
            Self::Brzycki => 36.0 * w / (37.0 - r),
            Self::Lombardi => w * r.powf(0.10),
            Self::OConner => w * (1.0 + 0.025 * r),
            Self::Wathan => 100.0 * w / (48.8 + 53.8 * (-0.075 * r).exp()),
            Self::Mayhew => 100.0 * w / (52.2 + 41.9 * (-0.055 * r).exp()),
        }
    }
}

/// One-repetition maximum after Epley: w (1 + r/30), for 1 ≤ r ≤ 12 repetitions to failure.
pub fn epley(load: Kilograms, reps: f64) -> Option<Kilograms> {
    OneRmFormula::Epley.estimate(load, reps).map(|max| max.kg)
}

/// Percent of the one-repetition maximum at which `reps` feel like `rpe` (Tuchscherer); `None` outside the table,
/// which ends at 15 repetitions to failure.
pub fn percent_of_max(reps: u32, rpe: f64) -> Option<f64> {
    if reps == 0 || !(0.0..=10.0).contains(&rpe) {
        return None;
    }
    let index = 2.0 * f64::from(reps - 1) + 2.0 * (10.0 - rpe);
    PERCENT_OF_MAX.get(index.round() as usize).copied()
}

/// The load at which `reps` feel like `rpe` for an athlete with this maximum.
pub fn load_for(max: Kilograms, reps: u32, rpe: f64) -> Option<Kilograms> {
    percent_of_max(reps, rpe).map(|percent| Kilograms::new(max.kg() * percent / 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{SetKind, SetLog};
    use crate::load::best_e1rm;

    fn set(kg: f64, reps: u32, rir: Option<f64>) -> SetLog {
        SetLog {
            reps: Some(reps),
            kg: Some(Kilograms::new(kg)),
            rir,
            ..SetLog::default()
        }
    }

    #[test]
    fn five_repetitions_at_a_hundred_give_the_published_figures() {
        let published = [116.67, 112.50, 117.46, 112.50, 116.58, 119.01];
        for (formula, expected) in OneRmFormula::ALL.into_iter().zip(published) {
            let max = formula.estimate(Kilograms::new(100.0), 5.0).unwrap();
            assert!(
                (max.kg.kg() - expected).abs() < 0.005,
                "{}: {}",
                formula.name(),
                max.kg.kg()
            );
        }
    }

    #[test]
    fn a_single_is_its_own_maximum() {
        for formula in OneRmFormula::ALL {
            let max = formula.estimate(Kilograms::new(100.0), 1.0).unwrap();
            assert_eq!(max.kg.kg(), 100.0, "{}", formula.name());
        }
    }

    #[test]
    fn estimates_turn_rough_after_ten_and_end_after_twelve() {
        let at = |reps| {
            OneRmFormula::Epley
                .estimate(Kilograms::new(60.0), reps)
                .map(|max| max.reliability)
        };
        assert_eq!(at(10.0), Some(Reliability::Usable));
        assert_eq!(at(10.5), Some(Reliability::Rough));
        assert_eq!(at(12.0), Some(Reliability::Rough));
        assert_eq!(at(12.5), None);
        assert_eq!(at(0.0), None);
        assert_eq!(epley(Kilograms::new(0.0), 5.0), None);
    }

    #[test]
    fn the_best_set_counts_its_reserve() {
        let sets = [
            set(100.0, 3, Some(2.0)),
            set(100.0, 4, None),
            set(40.0, 12, None),
        ];
        let best = best_e1rm(&sets, OneRmFormula::Epley).unwrap();
        assert!((best.kg.kg() - 116.67).abs() < 0.005);
        let warm_up = SetLog {
            kind: SetKind::WarmUp,
            ..set(200.0, 5, None)
        };
        assert_eq!(best_e1rm(&[warm_up], OneRmFormula::Epley), None);
    }

    #[test]
    fn a_hundred_lifted_once_is_a_maximum_of_a_hundred_in_every_formula() {
        for formula in OneRmFormula::ALL {
            let once = best_e1rm(&[set(100.0, 1, None)], formula).unwrap();
            assert_eq!(once.kg, Kilograms::new(100.0), "{}", formula.name());
            assert_eq!(formula.estimate(Kilograms::new(100.0), 12.5), None);
        }
    }

    #[test]
    fn a_usable_estimate_beats_a_higher_rough_one() {
        let sets = [set(100.0, 5, None), set(100.0, 12, None)];
        let best = best_e1rm(&sets, OneRmFormula::Epley).unwrap();
        assert_eq!(best.reliability, Reliability::Usable);
    }

    #[test]
    fn percent_comes_from_the_table() {
        assert_eq!(percent_of_max(5, 8.0), Some(81.1));
        assert_eq!(percent_of_max(1, 10.0), Some(100.0));
        assert_eq!(percent_of_max(15, 10.0), Some(59.9));
        assert_eq!(percent_of_max(15, 9.0), None);
        assert_eq!(percent_of_max(0, 9.0), None);
        let load = load_for(Kilograms::new(100.0), 5, 8.0).unwrap();
        assert!((load.kg() - 81.1).abs() < 1e-9);
    }
}
