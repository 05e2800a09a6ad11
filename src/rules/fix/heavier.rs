//! Fixes that make light strength heavy enough to help running.

use std::sync::Arc;

use crate::domain::{
    Count, DayAvailability, Effort, Exercise, ExerciseId, Kilograms, LoadSource, LoadSpec,
    Prescription, Reps, Seconds, Session, StrengthPlan,
};
use crate::load::loadable::{Implement, shape_of, share_of_max};
use crate::load::max_on;
use crate::rules::equipment::is_equipped;
use crate::rules::lifts::{Lift, lifts};
use crate::rules::resolution::Fix;

use super::repair::Repair;

/// Repetitions of a heavy set, what stays in reserve, the sets at least and the rest between them at least: about 80 %
/// of the maximum and more, which is what helps the economy of running (Llanos-Lagos 2024).
const REPS: (u32, u32) = (4, 6);
const RESERVE: f64 = 2.0;
const FEWEST_SETS: u32 = 3;
const REST: Seconds = Seconds(150);
/// Percent of the maximum that such a set takes, where the maximum is known.
const PERCENT: f64 = 82.0;
/// Jumps for those who have nothing to load, the first that they have what it takes for.
const JUMPS: [&str; 2] = ["box-jump", "squat-jump"];

impl Repair<'_> {
    /// The first leg lift of the session made heavy, or jumps put before what is there.
    pub(super) fn lifted_heavier(&self) -> Option<Fix> {
        let (_, session, plan) = self.lifting()?;
        let mut all = lifts(plan, self.context.library);
        match all.find(Lift::is_leg_lift) {
            Some(lift) => {
                let heavy = self.heavy(&lift, session);
                let mut plan = plan.clone();
                *plan.exercises.get_mut(lift.place)? = heavy;
                let label = format!("Lift heavy: {} for 4–6", lift.name());
                self.rewritten(label, session, plan)
            }
            None => self.with_jumps(session, plan),
        }
    }

    fn heavy(&self, lift: &Lift, session: &Arc<Session>) -> Prescription {
        let mut dose = lift.dose.clone();
        dose.reps = Reps::Count(Count::range(REPS.0, REPS.1));
        dose.sets = Count::exactly(dose.sets.high.max(FEWEST_SETS));
        dose.effort = Some(Effort::Rir(RESERVE));
        dose.rest = Some(Seconds(dose.rest.map_or(0, |rest| rest.0).max(REST.0)));
        dose.load = match (
            &dose.load,
            max_on(self.athlete, &dose.exercise, session.date),
        ) {
            (LoadSpec::Percent(_), _) => LoadSpec::Percent(PERCENT),
            (load, Some(max)) => {
                let held = shape_of(load);
                let implement = Implement::of(held, Some(lift.exercise), self.context.profile);
                share_of_max(max, PERCENT, implement)
            }
            // Without a known maximum, the repetitions in reserve say how heavy.
            (_, None) => LoadSpec::Unset,
        };
        dose
    }

    fn with_jumps(&self, session: &Arc<Session>, plan: &StrengthPlan) -> Option<Fix> {
        let profile = self.context.profile;
        let owned = DayAvailability::Limited {
            minutes: None,
            gym: profile.equipment.is_empty(),
            equipment: profile.equipment.clone(),
        };
        let known = JUMPS.iter().filter_map(|id| {
            let id = ExerciseId::new(*id);
            self.context.library.exercise(&id)
        });
        let suits = |exercise: &&Exercise| is_equipped(exercise, profile, &owned);
        let exercise = known.into_iter().find(suits)?;
        let mut jumps = Prescription::new(
            exercise.id.clone(),
            exercise.name.clone(),
            Count::exactly(3),
            Reps::Count(Count::exactly(5)),
        );
        jumps.rest = Some(Seconds(90));
        jumps.load = LoadSpec::Bodyweight(Kilograms::default());
        jumps.load_by = LoadSource::Program;
        let mut plan = plan.clone();
        plan.exercises.insert(0, jumps);
        let label = format!("Add {} first", exercise.name.to_lowercase());
        self.rewritten(label, session, plan)
    }
}
