//! Fixes that change what a session is: lighter, for the upper body, easy.

use std::sync::Arc;

use chrono::Datelike;

use crate::domain::{KeyMark, LegLoad, Region, RunKind, RunPlan, Session, StrengthPlan, Workout};
use crate::load::{duration_of, leg_sets_of};
use crate::rules::Fix;

use super::{Repair, can_change, changed, is_race, strength_of};

impl Repair<'_> {
    /// Strength made light on the legs.
    pub(super) fn lightened(&self) -> Vec<Fix> {
        let heavier: Vec<_> = self
            .concerned()
            .filter(|(entry, session)| entry.legs() > Some(LegLoad::Light) && can_change(session))
            .map(|(_, session)| session)
            .collect();
        let fixes = heavier.iter().filter_map(|session| {
            let edit = changed(self.athlete, session, |session| {
                if let Some(plan) = strength_of(session) {
                    lighten(plan);
                }
            });
            let label = match heavier.len() {
                1 => "Make it light".to_owned(),
                _ => format!("Make {} light", session.date.weekday()),
            };
            self.proven(label, vec![edit])
        });
        fixes.collect()
    }

    /// The legs taken out of one of two strength sessions, rather the later.
    pub(super) fn made_upper(&self) -> Vec<Fix> {
        let mut strength: Vec<&Arc<Session>> = self
            .concerned()
            .filter(|(entry, session)| entry.legs().is_some() && can_change(session))
            .map(|(_, session)| session)
            .collect();
        strength.reverse();
        let fix = strength.into_iter().find_map(|session| {
            let plan = self.without_legs(session.plan.strength()?)?;
            let edit = changed(self.athlete, session, |session| {
                session.plan.workout = Workout::Strength(plan);
            });
            self.proven(
                format!("Make {} upper and core", session.date.weekday()),
                vec![edit],
            )
        });
        fix.into_iter().collect()
    }

    /// The plan without what loads the legs; `None` when nothing would be left.
    fn without_legs(&self, plan: &StrengthPlan) -> Option<StrengthPlan> {
        let mut spared = StrengthPlan {
            region: Some(Region::Upper),
            leg_load: None,
            region_override: None,
            leg_load_override: None,
            ..plan.clone()
        };
        spared.exercises.retain(|prescription| {
            let exercise = self.context.library.exercise(&prescription.exercise);
            exercise.is_some_and(|exercise| leg_sets_of(prescription, exercise) == 0.0)
        });
        (plan.exercises.is_empty() || !spared.exercises.is_empty()).then_some(spared)
    }

    /// One of the runs made easy: the lesser first, of equals the later.
    pub(super) fn made_easy(&self) -> Vec<Fix> {
        let mut runs: Vec<_> = self
            .concerned()
            .filter(|(entry, session)| entry.is_run() && can_change(session) && !is_race(session))
            .collect();
        runs.reverse();
        runs.sort_by_key(|(entry, _)| entry.emphasis);
        let fixes = runs.into_iter().filter_map(|(_, session)| {
            let volume = duration_of(&session.plan, self.context.profile).value;
            let edit = changed(self.athlete, session, |session| {
                let Workout::Run(run) = &session.plan.workout else {
                    return;
                };
                let distance = run.distance;
                // A run of steps keeps its volume as a duration.
                if distance.is_none() {
                    session.plan.duration = Some(volume);
                }
                session.plan.key = KeyMark::ByKind;
                session.plan.workout = Workout::Run(RunPlan {
                    distance,
                    ..RunPlan::of(RunKind::Easy)
                });
            });
            self.proven(format!("Make {} easy", session.date.weekday()), vec![edit])
        });
        fixes.collect()
    }
}

/// Makes a plan light: by the coach's word where exercises say otherwise, else by what is declared.
fn lighten(plan: &mut StrengthPlan) {
    if plan.exercises.is_empty() && plan.leg_load_override.is_none() {
        plan.leg_load = Some(LegLoad::Light);
    } else {
        plan.leg_load_override = Some(LegLoad::Light);
    }
}
