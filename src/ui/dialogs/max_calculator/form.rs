//! What the calculator is about: a set, an exercise and an athlete.

use crate::domain::{
    Athlete, AthleteId, ExerciseId, Kilograms, OneRmFormula, Profile, SetKind, SetLog, Units,
};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::load::OneRm;
use crate::ui::action::{Action, Actions};

/// The dialog's state: a set, and whom it is about.
#[derive(Debug, Clone)]
pub struct MaxForm {
    pub(super) athlete: AthleteId,
    pub(super) profile: Box<Profile>,
    pub(super) today: chrono::NaiveDate,
    pub(super) exercise: Option<ExerciseId>,
    pub(super) kg: Kilograms,
    pub(super) reps: u32,
    pub(super) rir: f64,
    /// The first field still has to get the keyboard.
    pub(super) fresh: bool,
    /// A field holds what is no set: there is nothing to work out.
    pub(super) refused: bool,
}

impl MaxForm {
    /// A calculator for an athlete. It begins with the last set of the exercise, where there is one.
    pub fn new(athlete: &Athlete, today: chrono::NaiveDate, exercise: Option<ExerciseId>) -> Self {
        let set = exercise.as_ref().and_then(|id| last_set(athlete, id));
        let reps = set.and_then(SetLog::completed_reps);
        Self {
            athlete: athlete.id,
            profile: Box::new(athlete.profile.clone()),
            today,
            exercise,
            kg: set.and_then(|set| set.kg).unwrap_or(Kilograms::new(60.0)),
            reps: reps.filter(|reps| *reps > 0).unwrap_or(5),
            rir: set.and_then(|set| set.rir).unwrap_or(0.0),
            fresh: true,
            refused: false,
        }
    }

    /// Takes in what has become of the athlete since the calculator was opened: what it changed is there already.
    pub fn follow(&mut self, athlete: &Athlete) {
        if athlete.id == self.athlete && athlete.profile != *self.profile {
            (*self.profile).clone_from(&athlete.profile);
        }
    }

    pub(super) fn units(&self) -> Units {
        self.profile.units
    }

    pub(super) fn estimate(&self, formula: OneRmFormula) -> Option<OneRm> {
        formula.estimate(self.kg, f64::from(self.reps) + self.rir)
    }

    /// The estimate by the chosen formula, to what the plates make in practice: half a kilogram, or a pound.
    pub(super) fn maximum(&self) -> Option<Kilograms> {
        let kg = self.estimate(self.profile.one_rm_formula)?.kg;
        Some(match self.units().mass {
            crate::domain::MassUnit::Kg => Kilograms::new((kg.kg() * 2.0).round() / 2.0),
            crate::domain::MassUnit::Pounds => Kilograms::from_pounds(kg.pounds().round()),
        })
    }
}

/// The heaviest working set of the last time an exercise was done with a load.
fn last_set<'a>(athlete: &'a Athlete, exercise: &ExerciseId) -> Option<&'a SetLog> {
    let logs = athlete.sessions.all().iter().rev();
    let mut done = logs
        .filter(|session| session.status.is_trained())
        .filter_map(|session| session.log.as_ref())
        .flat_map(|log| &log.exercises)
        .filter(|done| done.exercise == *exercise);
    done.find_map(|done| {
        let loaded = done.sets.iter().filter(|set| {
            set.kind == SetKind::Working && set.reps.is_some_and(|reps| (1..=12).contains(&reps))
        });
        let loaded = loaded.filter(|set| set.kg.is_some_and(|kg| kg.kg() > 0.0));
        loaded.max_by(|a, b| {
            let kg = |set: &SetLog| set.kg.unwrap_or_default().kg();
            kg(a).total_cmp(&kg(b))
        })
    })
}

/// Keeps the profile as the dialog changed it.
pub(super) fn push(form: &MaxForm, label: String, actions: &mut Actions) {
    let edit = Edit::Profile(form.profile.clone());
    let edit = WorkspaceEdit::Athlete(form.athlete, vec![edit]);
    actions.push(Action::Apply(Transaction::new(label, edit)));
}
