//! Fixes that change what the exercises of a session ask.

use std::sync::Arc;

use crate::domain::{Count, LoadSpec, Plan, Region, Session, StrengthPlan, Workout};
use crate::edit::Edit;
use crate::rules::balance;
use crate::rules::effort;
use crate::rules::exercise_order::ordered;
use crate::rules::experience::first_weeks;
use crate::rules::lifts::lifts;
use crate::rules::lighter::with_minutes_of;
use crate::rules::load_step::{self, Done};
use crate::rules::novice_ramp::Ramp;
use crate::rules::resolution::Fix;
use crate::rules::rest_between_sets::Heavy;
use crate::rules::timeline_entry::{Role, TimelineEntry};
use crate::rules::wording::load;

use super::repair::{Repair, changed};

impl Repair<'_> {
    /// A novice's session with as many sets and as much reserve as the week of lifting allows.
    pub(super) fn eased_in(&self) -> Option<Fix> {
        let (_, session, plan) = self.lifting()?;
        let week = first_weeks(self.context.profile, session.date)?;
        let ramp = Ramp::of(week, |name| self.threshold(name));
        self.rewritten(
            "Ease into it".to_owned(),
            session,
            ramp.eased(plan, self.context.library, self.context.profile),
        )
    }

    /// Sets that stop short of failure.
    pub(super) fn with_reserve(&self) -> Option<Fix> {
        let (_, session, plan) = self.lifting()?;
        let (library, profile) = (self.context.library, self.context.profile);
        let reserve = self.threshold("reserve");
        let (kept, plan) = effort::with_reserve(plan, library, profile, session.date, reserve)?;
        self.rewritten(format!("Leave {kept} in reserve"), session, plan)
    }

    /// Longer rests between the heavy sets.
    pub(super) fn rested(&self) -> Option<Fix> {
        let (_, session, plan) = self.lifting()?;
        let heavy = Heavy::of(|name| self.threshold(name));
        let (library, profile) = (self.context.library, self.context.profile);
        let plan = heavy.rested(plan, library, profile, session.date);
        let label = format!("Rest {} min", self.threshold("minutes"));
        self.rewritten(label, session, plan)
    }

    /// Loads lowered to steps that are small enough.
    pub(super) fn lowered(&self) -> Option<Fix> {
        let (_, session, plan) = self.lifting()?;
        let profile = self.context.profile;
        let percents = (
            self.threshold("tip-percent"),
            self.threshold("caution-percent"),
        );
        let lookback = self.timeline.lookback();
        let done = Done::of(&lookback.sessions);
        let mut lowered = plan.clone();
        let mut loads: Vec<LoadSpec> = Vec::new();
        for lift in lifts(plan, self.context.library) {
            let new = load_step::lowered(&lift, &done, profile, session.date, percents);
            if let (Some(new), Some(dose)) = (new, lowered.exercises.get_mut(lift.place)) {
                dose.load = new.clone();
                loads.push(new);
            }
        }
        let label = match loads.as_slice() {
            [one] => format!("Lower to {}", load(one, profile.units)),
            _ => "Lower the loads".to_owned(),
        };
        self.rewritten(label, session, lowered)
    }

    /// Fewer sets for the upper body, until those for legs and core are as many.
    pub(super) fn upper_trimmed(&self) -> Option<Fix> {
        let (_, session, plan) = self.lifting()?;
        let week: Vec<TimelineEntry> = self.week().cloned().collect();
        let sets = balance::sets(&week, self.context.library)?;
        let mut excess = sets.upper.saturating_sub(sets.other);
        let mut trimmed = plan.clone();
        let upper: Vec<usize> = lifts(plan, self.context.library)
            .filter(|lift| lift.exercise.region == Region::Upper)
            .map(|lift| lift.place)
            .collect();
        while excess > 0 && drop_a_set(&mut trimmed, &upper) {
            excess -= 1;
        }
        self.rewritten("Fewer upper-body sets".to_owned(), session, trimmed)
    }

    /// The session called what its exercises are.
    pub(super) fn relabelled(&self) -> Option<Fix> {
        let (entry, session, plan) = self.lifting()?;
        let Role::Strength(region, _) = entry.role else {
            return None;
        };
        let called = match region {
            Region::Lower => "lower body",
            Region::Upper => "upper body",
            Region::Core => "core",
            Region::Full => "full body",
        };
        let plan = StrengthPlan {
            region: Some(region),
            ..plan.clone()
        };
        self.rewritten(format!("Call it {called}"), session, plan)
    }

    /// The exercises in order: jumps, lifts, core.
    pub(super) fn reordered(&self) -> Option<Fix> {
        let (_, session, plan) = self.lifting()?;
        let plan = ordered(plan, self.context.library);
        self.rewritten("Jumps first, core last".to_owned(), session, plan)
    }

    /// The finding's strength session still to come, with its plan.
    pub(super) fn lifting(&self) -> Option<(&TimelineEntry, &Arc<Session>, &StrengthPlan)> {
        let (entry, session) = self
            .concerned()
            .find(|(_, session)| self.can_change(session))?;
        Some((entry, session, session.plan.strength()?))
    }

    /// The session with another strength plan, if that resolves the finding.
    pub(super) fn rewritten(
        &self,
        label: String,
        session: &Session,
        plan: StrengthPlan,
    ) -> Option<Fix> {
        if session.plan.strength() == Some(&plan) {
            return None;
        }
        let edit = self.with_plan(session, plan);
        self.proven(label, vec![edit])
    }
}

impl Repair<'_> {
    /// The edit that gives a session another strength plan, and the minutes that go with it.
    pub(super) fn with_plan(&self, session: &Session, plan: StrengthPlan) -> Edit {
        let profile = self.context.profile;
        changed(self.athlete, session, |session| {
            let before = session.plan.clone();
            let workout = Workout::Strength(plan);
            let after = Plan {
                workout,
                ..Plan::clone(&before)
            };
            session.plan = with_minutes_of(&before, after, profile).into();
        })
    }
}

/// Takes a set from the exercise among these places that has most, of equals the last; false when each has but one.
pub(super) fn drop_a_set(plan: &mut StrengthPlan, places: &[usize]) -> bool {
    let most = plan
        .exercises
        .iter_mut()
        .enumerate()
        .filter(|(place, dose)| places.contains(place) && dose.sets.high > 1)
        .max_by_key(|(_, dose)| dose.sets.high);
    let Some((_, dose)) = most else { return false };
    let high = dose.sets.high - 1;
    dose.sets = Count::range(dose.sets.low.min(high), high);
    true
}
