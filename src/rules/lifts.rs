//! The exercises of a plan, with what the library knows about them.

use chrono::NaiveDate;

use crate::domain::{Exercise, LoadSpec, LoadType, Prescription, Profile, Region, StrengthPlan};
use crate::library::Library;
use crate::load::tested_max;

/// An exercise of a plan that the library knows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lift<'a> {
    /// Its place in the plan.
    pub(super) place: usize,
    /// Its dose.
    pub(super) dose: &'a Prescription,
    /// What it is.
    pub(super) exercise: &'a Exercise,
}

/// The exercises of a plan that the library knows, in order.
pub(super) fn lifts<'a>(
    plan: &'a StrengthPlan,
    library: &'a Library,
) -> impl Iterator<Item = Lift<'a>> {
    let all = plan.exercises.iter().enumerate();
    all.filter_map(|(place, dose)| {
        Some(Lift {
            place,
            dose,
            exercise: library.exercise(&dose.exercise)?,
        })
    })
}

/// True for a plan whose exercises are all known: only such a plan can be said to lack something.
pub(super) fn is_known(plan: &StrengthPlan, library: &Library) -> bool {
    let known = |dose: &Prescription| library.exercise(&dose.exercise).is_some();
    !plan.exercises.is_empty() && plan.exercises.iter().all(known)
}

impl Lift<'_> {
    /// Its name within a sentence.
    pub(super) fn name(&self) -> String {
        name(self.exercise)
    }

    /// Its working sets; a range counts by its upper end.
    pub(super) fn sets(&self) -> u32 {
        self.dose.sets.high
    }

    /// True when mass is moved besides the body, as planned or as is usual for it.
    pub(super) fn is_loaded(&self) -> bool {
        match &self.dose.load {
            LoadSpec::Kg(kg) | LoadSpec::Pair(kg) | LoadSpec::Bodyweight(kg) => kg.kg() > 0.0,
            LoadSpec::Percent(_) => true,
            LoadSpec::Band(_) => false,
            LoadSpec::Unset => self.exercise.load == LoadType::Kg,
        }
    }

    /// True for loaded squats, hinges, lunges and their kin.
    pub(super) fn is_leg_lift(&self) -> bool {
        self.exercise.is_compound_leg() && self.is_loaded()
    }

    /// True for work of the trunk.
    pub(super) fn is_core(&self) -> bool {
        self.exercise.region == Region::Core
    }

    /// True when it is done in turn with others.
    pub(super) fn is_in_turn(&self, plan: &StrengthPlan) -> bool {
        plan.circuit || self.dose.superset.is_some()
    }

    /// Percent of the one-repetition maximum, as planned or of a maximum that was tested.
    pub(super) fn percent(&self, profile: &Profile, date: NaiveDate) -> Option<f64> {
        if let LoadSpec::Percent(percent) = self.dose.load {
            return Some(percent);
        }
        if !matches!(self.dose.load, LoadSpec::Kg(_) | LoadSpec::Pair(_)) {
            return None;
        }
        let max = tested_max(profile, &self.exercise.id, date)?.kg();
        let kg = self.dose.load.kilograms()?.kg();
        (max > 0.0).then(|| 100.0 * kg / max)
    }
}

/// The name of an exercise within a sentence.
pub(super) fn name(exercise: &Exercise) -> String {
    exercise.name.to_lowercase()
}
