//! Entries in which load and repetitions may have been turned round.

use super::entry::{Doubt, EntryRules};
use super::figures::mass_text;
use crate::domain::{Kilograms, MassUnit, SetLog};

/// Repetitions within this share of the planned load look like the load.
const LIKE_THE_LOAD: f64 = 1.5;
/// A load under this share of the planned one does not.
const UNLIKE_THE_LOAD: f64 = 0.5;
/// Without a plan: more repetitions than anybody counts with a load of fewer.
const MANY_REPS: u32 = 30;

/// Wonders about sets that were written as two bare figures. `bare` says of each set whether it was.
pub(super) fn doubt(sets: &[SetLog], bare: &[bool], rules: EntryRules) -> Option<Doubt> {
    let mut turned = sets.to_vec();
    let mut question = None;
    for (set, bare) in turned.iter_mut().zip(bare) {
        let (true, Some(reps), Some(kg)) = (*bare, set.reps, set.kg) else {
            continue;
        };
        if !is_doubtful(reps, figure_of(kg, rules.unit), rules) {
            continue;
        }
        let other = turned_round(reps, kg, rules.unit);
        question.get_or_insert_with(|| {
            format!(
                "{reps} reps of {}, or {} reps of {}?",
                mass_text(kg, rules.unit),
                other.0,
                mass_text(other.1, rules.unit)
            )
        });
        (set.reps, set.kg) = (Some(other.0), Some(other.1));
    }
    question.map(|question| Doubt { question, turned })
}

fn figure_of(kg: Kilograms, unit: MassUnit) -> f64 {
    match unit {
        MassUnit::Kg => kg.kg(),
        MassUnit::Pounds => kg.pounds(),
    }
}

fn turned_round(reps: u32, kg: Kilograms, unit: MassUnit) -> (u32, Kilograms) {
    let load = f64::from(reps);
    let mass = match unit {
        MassUnit::Kg => Kilograms::new(load),
        MassUnit::Pounds => Kilograms::from_pounds(load),
    };
    (figure_of(kg, unit).round() as u32, mass)
}

/// True for a set that makes more sense the other way round. Its load must be a number of repetitions.
fn is_doubtful(reps: u32, load: f64, rules: EntryRules) -> bool {
    let is_count = load >= 1.0 && (load - load.round()).abs() < 1e-6;
    if !is_count {
        return false;
    }
    match rules.planned.map(|planned| figure_of(planned, rules.unit)) {
        Some(planned) if planned > 0.0 => {
            let ratio = f64::from(reps) / planned;
            let is_like = (1.0 / LIKE_THE_LOAD..=LIKE_THE_LOAD).contains(&ratio);
            is_like && load < UNLIKE_THE_LOAD * planned
        }
        _ => reps > MANY_REPS && load < f64::from(reps) / 2.0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::figures::mass_figure;
    use super::*;

    #[test]
    fn a_doubtful_set_turned_round_says_the_same_figures() {
        for unit in [MassUnit::Kg, MassUnit::Pounds] {
            let five = match unit {
                MassUnit::Kg => Kilograms::new(5.0),
                MassUnit::Pounds => Kilograms::from_pounds(5.0),
            };
            let (reps, load) = turned_round(135, five, unit);
            assert_eq!((reps, mass_figure(load, unit)), (5, "135".to_owned()));
        }
    }
}
