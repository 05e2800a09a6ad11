//! Fixes that change which exercises a session has.

use crate::domain::{
    Count, Exercise, Kilograms, LoadSpec, LoadType, Prescription, Reps, Session, StrengthPlan,
};
use crate::rules::coverage::{self, MovementGroup};
use crate::rules::equipment::{is_equipped, is_missing, substitute};
use crate::rules::exercise_order::ordered;
use crate::rules::experience::first_weeks;
use crate::rules::lifts::{self, lifts};
use crate::rules::remedy::Objection;
use crate::rules::resolution::Fix;
use crate::rules::timeline_entry::TimelineEntry;
use crate::rules::wording::list;

use super::repair::Repair;

/// Most exercises that one fix adds: a session that lacks more wants a plan of its own.
const MOST_ADDED: usize = 3;
/// Sets of an added exercise for a novice in the first weeks.
const NOVICE_SETS: u32 = 2;

impl Repair<'_> {
    /// Other exercises instead of those that hurt or that the day has no equipment for.
    pub(super) fn exercises_swapped(&self, objection: Objection) -> Option<Fix> {
        let (_, session, plan) = self.lifting()?;
        let library = self.context.library;
        let case = self.case();
        let goes = |exercise: &Exercise| (objection.to)(&case, session, exercise);
        let profile = self.context.profile;
        let day = profile.availability.on(session.date);
        let mut swapped = plan.clone();
        let mut swaps = Vec::new();
        for lift in lifts(plan, library).filter(|lift| goes(lift.exercise)) {
            let fits = |other: &Exercise| {
                let is_same_again =
                    objection.whole_movement && other.pattern == lift.exercise.pattern;
                !is_missing(other, profile, day) && !is_same_again && !goes(other)
            };
            let other = substitute(library, &swapped, lift.exercise, fits)?;
            *swapped.exercises.get_mut(lift.place)? = in_stead_of(lift.dose, other);
            swaps.push((lift.name(), lifts::name(other)));
        }
        let label = match swaps.as_slice() {
            [(old, new)] => format!("Swap {old} for {new}"),
            swaps => format!("Swap {} exercises", swaps.len()),
        };
        self.rewritten(label, session, swapped)
    }

    /// The exercises that the rule objects to left out.
    pub(super) fn exercises_dropped(&self, objection: Objection) -> Option<Fix> {
        let (_, session, plan) = self.lifting()?;
        let library = self.context.library;
        let case = self.case();
        let goes = |dose: &Prescription| {
            let exercise = library.exercise(&dose.exercise);
            exercise.is_some_and(|exercise| (objection.to)(&case, session, exercise))
        };
        let mut kept = plan.clone();
        kept.exercises.retain(|dose| !goes(dose));
        // An exercise that the library does not know may be a whole session: keep at least one known lift.
        lifts(&kept, library).next()?;
        let gone = lifts(plan, library).filter(|lift| goes(lift.dose));
        let names: Vec<String> = gone.map(|lift| lift.name()).collect();
        let label = format!("Leave out the {}", list(&names));
        self.rewritten(label, session, kept)
    }

    /// What the week lacks added to one of its sessions, from what the athlete has at hand.
    pub(super) fn exercises_added(&self) -> Option<Fix> {
        let week: Vec<TimelineEntry> = self.week().cloned().collect();
        let missing = coverage::missing(&week, self.context.library)?;
        let sessions = week.iter().filter_map(TimelineEntry::session);
        sessions
            .filter(|session| self.can_change(session))
            .find_map(|session| self.completed(session, missing.clone()))
    }

    fn completed(&self, session: &Session, mut missing: Vec<MovementGroup>) -> Option<Fix> {
        let mut plan = session.plan.strength()?.clone();
        let mut names = Vec::new();
        while !missing.is_empty() {
            let added = self.best_for(&missing, session, &plan)?;
            missing.retain(|part| !part.is_in(added));
            plan.exercises.push(self.dose_of(added, session));
            names.push(lifts::name(added));
        }
        if names.len() > MOST_ADDED {
            return None;
        }
        // Put a lift before the core work.
        let plan = ordered(&plan, self.context.library);
        self.rewritten(format!("Add {}", list(&names)), session, plan)
    }

    /// The exercise at hand that gives most of what is missing; of equals one that source 000 names, and the first.
    fn best_for(
        &self,
        missing: &[MovementGroup],
        session: &Session,
        plan: &StrengthPlan,
    ) -> Option<&Exercise> {
        let profile = self.context.profile;
        let day = profile.availability.on(session.date);
        let gives =
            |exercise: &Exercise| missing.iter().filter(|part| part.is_in(exercise)).count();
        let is_basic = |exercise: &Exercise| {
            let mut sources = exercise.sources.iter();
            sources.any(|source| source.source == "000")
        };
        let is_new = |exercise: &Exercise| {
            let mut doses = plan.exercises.iter();
            !doses.any(|dose| dose.exercise == exercise.id)
        };
        let all = self.context.library.exercises().iter().rev();
        all.filter(|exercise| is_equipped(exercise, profile, day) && is_new(exercise))
            .filter(|exercise| gives(exercise) > 0)
            .max_by_key(|exercise| (gives(exercise), is_basic(exercise)))
    }

    /// The dose to start an exercise with.
    fn dose_of(&self, exercise: &Exercise, session: &Session) -> Prescription {
        let is_new = first_weeks(self.context.profile, session.date).is_some();
        let most = if is_new { NOVICE_SETS } else { u32::MAX };
        let sets = Count::exactly(exercise.dose.sets.low.min(most));
        let mut dose = Prescription::new(
            exercise.id.clone(),
            exercise.name.clone(),
            sets,
            exercise.dose.reps,
        );
        dose.per_side = exercise.single_side;
        dose.rest = Some(exercise.dose.rest);
        dose
    }
}

/// The dose of one exercise for another. A load that was meant for the one says nothing about the other.
pub fn in_stead_of(dose: &Prescription, other: &Exercise) -> Prescription {
    let is_hold = |reps: Reps| matches!(reps, Reps::Hold(_));
    let reps = if is_hold(dose.reps) == is_hold(other.dose.reps) {
        dose.reps
    } else {
        other.dose.reps
    };
    let load = match other.load {
        LoadType::Bodyweight => LoadSpec::Bodyweight(Kilograms::default()),
        LoadType::Kg | LoadType::Seconds | LoadType::Band => LoadSpec::Unset,
    };
    Prescription {
        exercise: other.id.clone(),
        name: other.name.clone(),
        reps,
        per_side: other.single_side,
        load,
        advice: None,
        ..dose.clone()
    }
}
