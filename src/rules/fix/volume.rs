//! Fixes that change how much there is: shorter sessions, a lighter week, one session fewer.

use std::sync::Arc;

use crate::domain::{Athlete, LegLoad, Plan, RunKind, Session, Stamp, StrengthPlan, Workout};
use crate::edit::{Edit, apply};
use crate::load::{Emphasis, duration_of, emphasis_of, lifting_time};
use crate::rules::check::check;
use crate::rules::easier::{easy_instead, shorter_run, with_minutes};
use crate::rules::remedy::{Cap, Case};
use crate::rules::resolution::Fix;
use crate::rules::running_history::RunFacts;
use crate::rules::timeline_entry::{TimelineEntry, is_race};
use crate::rules::wording::{distance, minutes, name};

use super::dose::drop_a_set;
use super::repair::{Repair, changed};

/// The least minutes worth the change of clothes.
const FEWEST_MINUTES: f64 = 10.0;
/// The share of a run that a lighter week leaves at least.
const LEAST_SHARE: f64 = 0.3;
/// Runs of a climb that are cut together at most.
const MOST_OF_CLIMB: usize = 8;

impl Repair<'_> {
    /// The finding's session cut to what its rule allows.
    pub(super) fn shortened(
        &self,
        cap: fn(&Case, &TimelineEntry, &Session) -> Option<Cap>,
    ) -> Option<Fix> {
        let (entry, session) = self
            .concerned()
            .find(|(_, session)| self.can_change(session))?;
        if is_race(session) {
            return None;
        }
        let profile = self.context.profile;
        let plan = self.cut_to(cap(&self.case(), entry, session)?, session)?;
        let label = match plan.run().and_then(|run| run.distance) {
            Some(far) => format!("Shorten to {}", distance(far.m(), profile.units)),
            None => format!(
                "Shorten to {}",
                minutes(duration_of(&plan, profile).value.0)
            ),
        };
        let edit = changed(self.athlete, session, |session| session.plan = plan.into());
        let alone = self.proven_of_climb(label.clone(), vec![edit.clone()])?;
        if alone.worse.is_empty() {
            return Some(alone);
        }
        let whole = self.climb_shortened(&label, edit, cap);
        Some(whole.unwrap_or(alone))
    }

    /// The finding's run made easy, and cut to what its rule allows.
    pub(super) fn eased_within(
        &self,
        cap: fn(&Case, &TimelineEntry, &Session) -> Option<Cap>,
    ) -> Option<Fix> {
        let profile = self.context.profile;
        let (entry, session) = self
            .concerned()
            .find(|(entry, session)| entry.is_run() && self.can_change(session))?;
        if is_race(session) {
            return None;
        }
        let mut easy = Session::clone(session);
        easy.plan = easy_instead(&session.plan, profile, self.context.library)?.into();
        easy.plan = self
            .cut_to(cap(&self.case(), entry, session)?, &easy)?
            .into();
        let far = match easy.plan.run().and_then(|run| run.distance) {
            Some(far) => distance(far.m(), profile.units),
            None => minutes(duration_of(&easy.plan, profile).value.0),
        };
        let label = format!("Make {} easy over {far}", session.date.format("%a"));
        let edit = changed(self.athlete, session, |session| session.plan = easy.plan);
        self.proven(label, vec![edit])
    }

    /// The same with the later runs that climb on from this one, each cut to what the one before it allows.
    fn climb_shortened(
        &self,
        label: &str,
        first: Edit,
        cap: fn(&Case, &TimelineEntry, &Session) -> Option<Cap>,
    ) -> Option<Fix> {
        let mut athlete = Athlete::new(self.athlete.id, self.athlete.profile.clone());
        athlete.sessions = self.athlete.sessions.clone();
        let mut edits = vec![first];
        let mut done = 0;
        while edits.len() <= MOST_OF_CLIMB {
            apply(&mut athlete, edits.get(done..)?, Stamp::default());
            done = edits.len();
            let timeline = self.scope.timeline(&athlete, self.context);
            let found = check(&timeline, self.context);
            let Some(next) = self.worse_again(&found) else {
                if edits.len() == 1 {
                    // No later run grows from this one.
                    return None;
                }
                let text = match edits.len() - 1 {
                    1 => format!("{label}, and the next run"),
                    more => format!("{label}, and the next {more} runs"),
                };
                return self.proven(text, edits);
            };
            let id = *next.sessions.first()?;
            let session = athlete
                .sessions
                .get(id)
                .filter(|run| self.can_change(run))?;
            let case = Case {
                timeline: &timeline,
                ..self.case()
            };
            let mut entries = timeline.entries().iter();
            let entry = entries.find(|entry| entry.id() == Some(id))?;
            let plan = self.cut_to(cap(&case, entry, session)?, session)?;
            edits.push(changed(&athlete, session, |session| {
                session.plan = plan.into();
            }));
        }
        None
    }

    /// A session cut to what a rule allows.
    fn cut_to(&self, cap: Cap, session: &Session) -> Option<Plan> {
        let profile = self.context.profile;
        let takes = f64::from(duration_of(&session.plan, profile).value.0);
        let share = match cap {
            Cap::Minutes(limit) if limit >= FEWEST_MINUTES => limit / takes,
            Cap::Minutes(_) => return None,
            Cap::Meters(limit) => limit / RunFacts::of(session, profile)?.meters,
        };
        if !(share > 0.0 && share < 1.0) {
            return None;
        }
        Some(match &session.plan.workout {
            Workout::Run(_) => shorter_run(&session.plan, share, takes, profile.units)?,
            Workout::Strength(_) => self.strength_of_minutes(&session.plan, share, takes)?,
            Workout::Cross(_) => with_minutes(&session.plan, takes * share),
            _ => return None,
        })
    }

    /// A strength session cut to a share of its minutes. Where nobody said how long it takes, sets go until what is
    /// left is estimated to take no longer.
    fn strength_of_minutes(&self, plan: &Plan, share: f64, takes: f64) -> Option<Plan> {
        let mut shorter = shorter_strength(plan, share, takes);
        let most = takes * share;
        let is_long =
            |plan: &Plan| f64::from(duration_of(plan, self.context.profile).value.0) > most;
        while is_long(&shorter) {
            let Workout::Strength(strength) = &mut shorter.workout else {
                return None;
            };
            let places: Vec<usize> = (0..strength.exercises.len()).collect();
            if !drop_a_set(strength, &places) {
                return None;
            }
        }
        Some(shorter)
    }

    /// The easy and long runs of the week cut in proportion, or those of one some weeks before it.
    pub(super) fn week_trimmed(
        &self,
        allowed: fn(&Case, i32) -> Option<f64>,
        weeks_before: i32,
    ) -> Option<Fix> {
        let weeks = self.timeline.weeks();
        let number = weeks.number(self.week().next()?.day) - weeks_before;
        let target = allowed(&self.case(), number)?;
        let profile = self.context.profile;
        let facts = |session: &Session| RunFacts::of(session, profile).map(|run| run.meters);
        let of_week = self.timeline.entries().iter();
        let runs: Vec<&Session> = of_week
            .filter(|entry| weeks.number(entry.day) == number)
            .filter_map(TimelineEntry::session)
            .filter(|session| session.plan.run().is_some() && !is_race(session))
            .collect();
        let all: f64 = runs.iter().filter_map(|session| facts(session)).sum();
        let cut: Vec<&Session> = runs
            .into_iter()
            .filter(|run| self.can_be_trimmed(run))
            .collect();
        let open: f64 = cut.iter().filter_map(|session| facts(session)).sum();
        let share = (target - (all - open)) / open;
        if !(LEAST_SHARE..1.0).contains(&share) {
            return None;
        }
        // Name the total of the runs as rounded, to 100 m each.
        let mut comes_to = all;
        let mut edits: Vec<Edit> = Vec::new();
        for session in cut {
            let takes = f64::from(duration_of(&session.plan, profile).value.0);
            let plan = shorter_run(&session.plan, share, takes, profile.units)?;
            let mut shorter = session.clone();
            shorter.plan = plan.into();
            comes_to += facts(&shorter)? - facts(session)?;
            edits.push(Edit::update(self.athlete, shorter));
        }
        let which = if weeks_before == 0 {
            "runs"
        } else {
            "week before"
        };
        let label = format!("Trim the {which} to {}", distance(comes_to, profile.units));
        self.proven(label, edits)
    }

    /// The finding's session left out.
    pub(super) fn left_out(&self) -> Option<Fix> {
        self.first_left_out(self.concerned().collect())
    }

    /// The least of the week's strength left out.
    pub(super) fn least_left_out(&self) -> Option<Fix> {
        let strength = self.week().filter(|entry| !entry.is_run());
        let sessions = strength.filter_map(|entry| Some((entry, self.session(entry.id()?)?)));
        self.first_left_out(sessions.collect())
    }

    fn first_left_out(&self, mut candidates: Vec<(&TimelineEntry, &Arc<Session>)>) -> Option<Fix> {
        candidates
            .retain(|(entry, session)| self.can_move(session) && entry.emphasis == Emphasis::Plain);
        candidates.reverse();
        candidates
            .sort_by_key(|(entry, _)| (entry.legs().unwrap_or(LegLoad::None), entry.duration.0));
        candidates.into_iter().find_map(|(entry, session)| {
            let day = session.date.format("%a");
            let label = format!("Leave out {day}’s {}", name(entry));
            self.proven(label, vec![Edit::Remove(session.id)])
        })
    }

    /// True for runs that a lighter week may cut: whatever is not the quality of the week, and the long run.
    fn can_be_trimmed(&self, session: &Session) -> bool {
        let Some(run) = session.plan.run() else {
            return false;
        };
        let may_shrink = run.kind == RunKind::Long || emphasis_of(&session.plan) < Emphasis::Key;
        may_shrink && run.steps.is_empty() && self.can_move(session)
    }
}

/// A strength session that takes so many minutes cut to a share of itself: set by set, and to the minutes that this
/// leaves.
pub fn shorter_strength(plan: &Plan, share: f64, takes: f64) -> Plan {
    let mut shorter = plan.clone();
    if let Workout::Strength(strength) = &mut shorter.workout {
        let places: Vec<usize> = (0..strength.exercises.len()).collect();
        let sets = |strength: &StrengthPlan| -> f64 {
            strength
                .exercises
                .iter()
                .map(|dose| f64::from(dose.sets.high))
                .sum()
        };
        let target = sets(strength) * share;
        // If the duration follows from sets and rests, it has to follow from them afterwards too.
        let told_by_sets = plan.duration.is_none();
        let is_too_long = |strength: &StrengthPlan| match lifting_time(&strength.exercises) {
            Some(minutes) if told_by_sets => f64::from(minutes.0) > takes * share + 1e-6,
            _ => sets(strength) > target,
        };
        while is_too_long(strength) && drop_a_set(strength, &places) {}
    }
    let has_exercises = !plan.workout.exercises().is_empty();
    if plan.duration.is_some() || !has_exercises {
        shorter = with_minutes(&shorter, takes * share);
    }
    shorter
}
