//! Fixes that change what a session is: lighter, for the upper body, easy.

use std::sync::Arc;

use chrono::Datelike;

use crate::domain::{ExerciseId, LegLoad, Region, Session, StrengthPlan};
use crate::load::{leg_sets_of, max_on};
use crate::rules::easier::easy_instead;
use crate::rules::lighter::lightened;
use crate::rules::resolution::Fix;
use crate::rules::timeline_entry::is_race;

use super::repair::{Repair, changed};

impl Repair<'_> {
    /// Strength made light on the legs.
    pub(super) fn lightened(&self) -> Vec<Fix> {
        let heavier: Vec<_> = self
            .concerned()
            .filter(|(entry, session)| {
                entry.legs() > Some(LegLoad::Light) && self.can_change(session)
            })
            .map(|(_, session)| session)
            .collect();
        let fixes = heavier.iter().filter_map(|session| {
            let max = |exercise: &ExerciseId| max_on(self.athlete, exercise, session.date);
            let (library, profile) = (self.context.library, self.context.profile);
            let plan = lightened(session.plan.strength()?, library, profile, &max)?;
            let label = match heavier.len() {
                1 => "Make it light".to_owned(),
                _ => format!("Make {} light", session.date.weekday()),
            };
            self.proven(label, vec![self.with_plan(session, plan)])
        });
        fixes.collect()
    }

    /// The legs taken out of one of two strength sessions, rather the later.
    pub(super) fn made_upper(&self) -> Vec<Fix> {
        let mut strength: Vec<&Arc<Session>> = self
            .concerned()
            .filter(|(entry, session)| entry.legs().is_some() && self.can_change(session))
            .map(|(_, session)| session)
            .collect();
        strength.reverse();
        let fix = strength.into_iter().find_map(|session| {
            let plan = self.without_legs(session.plan.strength()?)?;
            self.proven(
                format!("Make {} upper body and core", session.date.weekday()),
                vec![self.with_plan(session, plan)],
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
            .filter(|(entry, session)| {
                entry.is_run() && self.can_change(session) && !is_race(session)
            })
            .collect();
        runs.reverse();
        runs.sort_by_key(|(entry, _)| entry.emphasis);
        let fixes = runs.into_iter().filter_map(|(_, session)| {
            let easy = easy_instead(&session.plan, self.context.profile, self.context.library)?;
            let edit = changed(self.athlete, session, |session| session.plan = easy.into());
            self.proven(format!("Make {} easy", session.date.weekday()), vec![edit])
        });
        fixes.collect()
    }
}
