//! What athletes of a workspace begin with: units, the first day of the week, and the weights that stand in the gym.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

use super::stored_default::is_default;
use super::{Kilograms, MassUnit, OneRmFormula, Profile, Units};

/// An Olympic bar, in kilograms, and the one made in pounds.
const BAR: f64 = 20.0;
const BAR_POUNDS: f64 = 45.0;
/// A pair of the smallest plates, and what dumbbells differ by.
const PLATES: f64 = 2.5;
const DUMBBELLS: f64 = 2.0;
/// The same for those who think in pounds, of plates and dumbbells alike.
const STEP_POUNDS: f64 = 5.0;

/// What a new athlete of a workspace begins with. What is changed for one athlete later is theirs alone.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AthleteDefaults {
    /// Units to show.
    pub units: Units,
    /// First day of the week.
    pub week_start: Weekday,
    /// How maxima are estimated from logged sets.
    #[serde(skip_serializing_if = "is_default")]
    pub one_rm_formula: OneRmFormula,
    /// The weights of those who think in kilograms.
    #[serde(skip_serializing_if = "is_default")]
    pub weights_kg: Weights,
    /// The weights of those who think in pounds; in kilograms, as all quantities are kept.
    #[serde(skip_serializing_if = "is_default")]
    pub weights_lb: Weights,
}

/// The weights of a gym; what is not said is as usual where people think in the same unit.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Weights {
    /// The bar.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bar: Option<Kilograms>,
    /// Smallest step of a loaded bar: a pair of the smallest plates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plate_step: Option<Kilograms>,
    /// Smallest step between dumbbells, of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dumbbell_step: Option<Kilograms>,
}

impl Default for AthleteDefaults {
    fn default() -> Self {
        Self {
            units: Units::default(),
            week_start: Weekday::Mon,
            one_rm_formula: OneRmFormula::default(),
            weights_kg: Weights::default(),
            weights_lb: Weights::default(),
        }
    }
}

impl AthleteDefaults {
    /// What was said of the weights of those who think in this unit.
    pub fn weights(&self, unit: MassUnit) -> &Weights {
        match unit {
            MassUnit::Kg => &self.weights_kg,
            MassUnit::Pounds => &self.weights_lb,
        }
    }

    /// The same, to be changed.
    pub fn weights_mut(&mut self, unit: MassUnit) -> &mut Weights {
        match unit {
            MassUnit::Kg => &mut self.weights_kg,
            MassUnit::Pounds => &mut self.weights_lb,
        }
    }

    /// A profile for somebody new, in the units that the others have.
    pub fn profile(&self) -> Profile {
        let mut profile = Profile::named("");
        profile.units = self.units;
        profile.week_start = self.week_start;
        profile.one_rm_formula = self.one_rm_formula;
        let unit = self.units.mass;
        let weights = self.weights(unit);
        profile.bar = weights.bar;
        profile.plate_step = weights.plate_step_in(unit);
        profile.dumbbell_step = weights.dumbbell_step_in(unit);
        profile
    }

    /// The profile of somebody who kept to what stood here `before`, as it is to be now; `None` where nothing changes
    /// for them, be it that they have chosen something else. The units stay: they are a habit of the person.
    pub fn followed(&self, before: &Self, profile: &Profile) -> Option<Profile> {
        let mut new = profile.clone();
        if self.week_start != before.week_start && profile.week_start == before.week_start {
            new.week_start = self.week_start;
        }
        let (formula, old_formula) = (self.one_rm_formula, before.one_rm_formula);
        if formula != old_formula && profile.one_rm_formula == old_formula {
            new.one_rm_formula = formula;
        }
        let unit = profile.units.mass;
        let (old, now) = (before.weights(unit), self.weights(unit));
        if now.bar != old.bar && profile.bar == old.bar {
            new.bar = now.bar;
        }
        // The default step in kilograms counts as untouched in pounds too.
        let untouched = Profile::named("");
        let (plates, old_plates) = (now.plate_step_in(unit), old.plate_step_in(unit));
        let own = profile.plate_step;
        if plates != old_plates && (own == old_plates || own == untouched.plate_step) {
            new.plate_step = plates;
        }
        let (dumbbells, old_dumbbells) = (now.dumbbell_step_in(unit), old.dumbbell_step_in(unit));
        let own = profile.dumbbell_step;
        if dumbbells != old_dumbbells && (own == old_dumbbells || own == untouched.dumbbell_step) {
            new.dumbbell_step = dumbbells;
        }
        (new != *profile).then_some(new)
    }
}

impl Weights {
    /// The bar of those who think in `unit`.
    pub fn bar_in(&self, unit: MassUnit) -> Kilograms {
        self.bar.unwrap_or_else(|| usual_bar(unit))
    }

    /// The smallest step of a loaded bar, for those who think in `unit`.
    pub fn plate_step_in(&self, unit: MassUnit) -> Kilograms {
        self.plate_step.unwrap_or_else(|| match unit {
            MassUnit::Kg => Kilograms::new(PLATES),
            MassUnit::Pounds => Kilograms::from_pounds(STEP_POUNDS),
        })
    }

    /// The smallest step between dumbbells, for those who think in `unit`.
    pub fn dumbbell_step_in(&self, unit: MassUnit) -> Kilograms {
        self.dumbbell_step.unwrap_or_else(|| match unit {
            MassUnit::Kg => Kilograms::new(DUMBBELLS),
            MassUnit::Pounds => Kilograms::from_pounds(STEP_POUNDS),
        })
    }
}

/// The bar that stands in most gyms where people think in `unit`.
pub fn usual_bar(unit: MassUnit) -> Kilograms {
    match unit {
        MassUnit::Kg => Kilograms::new(BAR),
        MassUnit::Pounds => Kilograms::from_pounds(BAR_POUNDS),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newcomer_in_pounds_has_a_bar_and_plates_of_pounds() {
        let mut newcomer = AthleteDefaults::default();
        newcomer.units.mass = MassUnit::Pounds;
        newcomer.weights_lb.bar = Some(Kilograms::from_pounds(35.0));
        newcomer.week_start = Weekday::Sun;
        let profile = newcomer.profile();
        assert_eq!(profile.bar, Some(Kilograms::from_pounds(35.0)));
        assert_eq!(profile.plate_step, Kilograms::from_pounds(5.0));
        assert_eq!(profile.week_start, Weekday::Sun);
        assert_eq!(
            newcomer.weights_kg.bar_in(MassUnit::Kg),
            Kilograms::new(20.0),
            "each unit has weights of its own"
        );
    }

    #[test]
    fn who_kept_to_what_stood_before_follows_and_who_chose_does_not() {
        let before = AthleteDefaults::default();
        let mut now = before;
        now.weights_kg.plate_step = Some(Kilograms::new(1.0));
        let kept = before.profile();
        let followed = now.followed(&before, &kept).unwrap();
        assert_eq!(followed.plate_step, Kilograms::new(1.0));
        let mut chose = before.profile();
        chose.plate_step = Kilograms::new(5.0);
        assert_eq!(now.followed(&before, &chose), None);
        let mut in_pounds = before.profile();
        in_pounds.units.mass = MassUnit::Pounds;
        assert_eq!(
            now.followed(&before, &in_pounds),
            None,
            "the plates of kilograms are none of theirs"
        );
    }

    #[test]
    fn the_units_of_a_person_do_not_follow() {
        let before = AthleteDefaults::default();
        let mut now = before;
        now.units.mass = MassUnit::Pounds;
        assert_eq!(now.followed(&before, &before.profile()), None);
    }
}
