//! Loads without a unit, as lifters write them behind sets and repetitions: `3x5 @ 155`, `5x5 x 185`, `3x5 100`.

use crate::domain::{Effort, Kilograms, LoadSpec, MassUnit};

use super::super::items::ItemKind;
use super::super::lexicon::Meaning;
use super::Reader;

/// The least figure that is a load where no sign leads to it.
const LEAST_BARE: f64 = 20.0;
/// The highest of the scale of effort.
const MOST_EFFORT: f64 = 10.0;
/// The most that is believed, in the plan's unit.
const MOST: f64 = 700.0;

impl Reader<'_, '_> {
    /// A figure behind the dose, at `figure`, to which the signs from `at` lead. It is in the unit of the plan's other
    /// loads, and marked. After `@`, one up to ten is an effort.
    pub(super) fn bare_load(&mut self, at: usize, figure: usize) -> Option<(LoadSpec, usize)> {
        if self.dose.sets.is_none() || self.dose.reps.is_none() || !self.ends_behind(figure) {
            return None;
        }
        let value = self.fragment.number(figure)?;
        let is_led = figure > at;
        let is_at = self.fragment.is_sign(at, '@') || self.fragment.is(at, &Meaning::At);
        if is_led && is_at && (5.0..=MOST_EFFORT).contains(&value) {
            if self.dose.effort.is_none() {
                self.fragment
                    .guess(at, figure + 1, format!("RPE {value}"), &[]);
                self.dose.effort = Some(Effort::Rpe(value));
                // The number is read, but it is not a load.
                return Some((LoadSpec::Unset, figure + 1));
            }
            return None;
        }
        let least = if is_led { MOST_EFFORT } else { LEAST_BARE };
        if !(least..=MOST).contains(&value) || value == least && is_led {
            return None;
        }
        let unit = self.unit_nearby();
        let other = match unit {
            MassUnit::Kg => MassUnit::Pounds,
            MassUnit::Pounds => MassUnit::Kg,
        };
        let word = |unit: MassUnit| match unit {
            MassUnit::Kg => format!("{value} kg"),
            MassUnit::Pounds => format!("{value} lb"),
        };
        let chosen = self
            .fragment
            .guess(figure, figure + 1, word(unit), &[word(other)]);
        let unit = if chosen == 1 { other } else { unit };
        let mass = match unit {
            MassUnit::Kg => Kilograms::new(value),
            MassUnit::Pounds => Kilograms::from_pounds(value),
        };
        Some((LoadSpec::Kg(mass), figure + 1))
    }

    /// The unit of the loads beside it, else that of the whole plan.
    fn unit_nearby(&self) -> MassUnit {
        let beside = (0..self.fragment.len()).find_map(|at| match self.fragment.meaning(at)? {
            Meaning::Kilogram => Some(MassUnit::Kg),
            Meaning::Pound => Some(MassUnit::Pounds),
            _ => None,
        });
        beside.unwrap_or(self.fragment.context.mass)
    }

    /// True where nothing follows a figure that would make something else of it.
    fn ends_behind(&self, figure: usize) -> bool {
        match self.fragment.items.get(figure + 1).map(|item| &item.kind) {
            None => true,
            Some(ItemKind::Sign(sign)) => {
                matches!(sign, ',' | ';' | '.' | ')' | '\n' | '|' | '(' | '@')
            }
            Some(ItemKind::Word(meaning)) => matches!(
                meaning,
                Meaning::And
                    | Meaning::EachSide
                    | Meaning::Rpe
                    | Meaning::Rir
                    | Meaning::Filler
                    | Meaning::At
            ),
            Some(ItemKind::Number(_) | ItemKind::Unknown) => false,
        }
    }
}
