//! Fixes that change how much there is: shorter sessions, a lighter week, one session fewer.

use std::sync::Arc;

use crate::domain::{
    DayAvailability, LegLoad, Meters, Minutes, Plan, RunKind, RunPlan, Session, StrengthPlan,
    Workout,
};
use crate::edit::Edit;
use crate::load::{Emphasis, duration_of, emphasis_of, lifting_time};
use crate::rules::availability::total_minutes;
use crate::rules::history::{History, RunFacts};
use crate::rules::single_run_spike::comparison;
use crate::rules::timeline_entry::{Entry, is_race};
use crate::rules::wording::{distance, minutes, name};
use crate::rules::{
    Fix, availability, long_run_time, no_cutback, race_week_legs, rest_day, session_length,
    short_sessions_at_volume, single_run_spike, taper_volume, weekly_jump,
};

use super::dose::drop_a_set;
use super::{Repair, can_change, can_move, changed};

/// The least minutes worth the change of clothes.
const FEWEST_MINUTES: f64 = 10.0;
/// The share of a run that a lighter week leaves at least.
const LEAST_SHARE: f64 = 0.3;
/// The share of the usual distance that a taper leaves: 41–60 % less is what gains most.
const TAPERED: f64 = 0.5;
/// Distances are cut to these metres.
const ROUND_TO: f64 = 100.0;

/// How long a session may be.
#[derive(Debug, Clone, Copy)]
enum Cap {
    Minutes(f64),
    Meters(f64),
}

impl Repair<'_> {
    /// The finding's session cut to what its rule allows.
    pub(super) fn shortened(&self) -> Option<Fix> {
        let (entry, session) = self.concerned().find(|(_, session)| can_change(session))?;
        if is_race(session) {
            return None;
        }
        let cap = self.cap(entry, session)?;
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
        let plan = match &session.plan.workout {
            Workout::Run(run) => shorter_run(&session.plan, run, share, takes)?,
            Workout::Strength(_) => shorter_strength(&session.plan, share, takes),
            Workout::Cross(_) => with_minutes(&session.plan, takes * share),
            _ => return None,
        };
        let label = match plan.run().and_then(|run| run.distance) {
            Some(far) => format!("Shorten to {}", distance(far.m(), profile.units)),
            None => format!(
                "Shorten to {}",
                minutes(duration_of(&plan, profile).value.0)
            ),
        };
        let edit = changed(self.athlete, session, |session| session.plan = plan);
        self.proven(label, vec![edit])
    }

    fn cap(&self, entry: &Entry, session: &Session) -> Option<Cap> {
        let profile = self.context.profile;
        if self.is_of(&session_length::RULE) {
            let name = session_length::longest_name(profile.level);
            Some(Cap::Minutes(self.threshold(name)))
        } else if self.is_of(&short_sessions_at_volume::RULE) {
            Some(Cap::Minutes(self.threshold("minutes")))
        } else if self.is_of(&long_run_time::RULE) {
            let races = profile.races.iter();
            let weeks = self.threshold("marathon-weeks");
            let name = long_run_time::limit_name(races, entry, weeks);
            Some(Cap::Minutes(self.threshold(name)))
        } else if self.is_of(&single_run_spike::RULE) {
            let (_, longest) = comparison(entry, &self.history(), profile, self.threshold("days"))?;
            let percent = self.threshold("percent");
            Some(Cap::Meters(longest.meters * (1.0 + percent / 100.0)))
        } else if self.is_of(&availability::RULE) {
            let DayAvailability::Limited {
                minutes: Some(allowed),
                ..
            } = profile.availability.on(session.date)
            else {
                return None;
            };
            let all = total_minutes(self.timeline.on(entry.day));
            let others = all.saturating_sub(entry.duration.0);
            Some(Cap::Minutes(f64::from(allowed.saturating_sub(others))))
        } else {
            None
        }
    }

    fn history(&self) -> History {
        let timeline = &self.timeline;
        History::of(timeline.record(), self.context.profile, timeline.weeks())
    }

    /// The easy and long runs of the week cut in proportion.
    pub(super) fn week_trimmed(&self) -> Option<Fix> {
        let target = self.target_meters()?;
        let profile = self.context.profile;
        let facts = |session: &Session| RunFacts::of(session, profile).map(|run| run.meters);
        let runs: Vec<&Session> = self
            .week()
            .filter_map(Entry::session)
            .filter(|session| session.plan.run().is_some() && !is_race(session))
            .collect();
        let all: f64 = runs.iter().filter_map(|session| facts(session)).sum();
        let cut: Vec<&Session> = runs.into_iter().filter(|s| can_be_trimmed(s)).collect();
        let open: f64 = cut.iter().filter_map(|session| facts(session)).sum();
        let share = (target - (all - open)) / open;
        if !(LEAST_SHARE..1.0).contains(&share) {
            return None;
        }
        let shorter = |session: &&Session| -> Option<Edit> {
            let takes = f64::from(duration_of(&session.plan, profile).value.0);
            let plan = shorter_run(&session.plan, session.plan.run()?, share, takes)?;
            let edit = changed(self.athlete, session, |session| session.plan = plan);
            Some(edit)
        };
        let edits: Vec<Edit> = cut.iter().filter_map(shorter).collect();
        let label = format!("Trim the runs to {}", distance(target, profile.units));
        self.proven(label, edits)
    }

    /// The distance that the rule allows the week.
    fn target_meters(&self) -> Option<f64> {
        let history = self.history();
        let number = self.timeline.weeks().number(self.week().next()?.day);
        if self.is_of(&weekly_jump::RULE) {
            let before = number - weekly_jump::HABIT_WEEKS..=number - 1;
            let rise = 1.0 + self.threshold("percent") / 100.0;
            Some(history.mean_meters(before)? * rise)
        } else if self.is_of(&no_cutback::RULE) {
            let last = history.week(number - 1).meters;
            Some(last * (1.0 - self.threshold("cutback-percent") / 100.0))
        } else if self.is_of(&taper_volume::RULE) {
            Some(taper_volume::usual_meters(&history, number)? * TAPERED)
        } else {
            None
        }
    }

    /// The least of the sessions that could give way left out.
    pub(super) fn left_out(&self) -> Option<Fix> {
        let is_about_its_session = self.is_of(&rest_day::RULE) || self.is_of(&race_week_legs::RULE);
        let mut candidates: Vec<(&Entry, &Arc<Session>)> = if is_about_its_session {
            self.concerned().collect()
        } else {
            let strength = self.week().filter(|entry| !entry.is_run());
            strength
                .filter_map(|entry| Some((entry, self.session(entry.id()?)?)))
                .collect()
        };
        candidates
            .retain(|(entry, session)| can_move(session) && entry.emphasis == Emphasis::Plain);
        candidates.reverse();
        candidates
            .sort_by_key(|(entry, _)| (entry.legs().unwrap_or(LegLoad::None), entry.duration.0));
        candidates.into_iter().find_map(|(entry, session)| {
            let day = session.date.format("%a");
            let label = format!("Leave out {day}'s {}", name(entry));
            self.proven(label, vec![Edit::Remove(session.id)])
        })
    }
}

/// True for runs that a lighter week may cut: whatever is not the quality of the week, and the long run.
fn can_be_trimmed(session: &Session) -> bool {
    let Some(run) = session.plan.run() else {
        return false;
    };
    let may_shrink = run.kind == RunKind::Long || emphasis_of(&session.plan) < Emphasis::Key;
    may_shrink && run.steps.is_empty() && can_move(session)
}

/// A run cut to a share of itself; `None` when its steps say what it is.
fn shorter_run(plan: &Plan, run: &RunPlan, share: f64, takes: f64) -> Option<Plan> {
    if !run.steps.is_empty() {
        return None;
    }
    let cut = |far: Meters| Meters::new((far.m() * share / ROUND_TO + 1e-6).floor() * ROUND_TO);
    let mut shorter = match (plan.duration, run.distance) {
        (None, Some(_)) => plan.clone(),
        _ => with_minutes(plan, takes * share),
    };
    shorter.workout = Workout::Run(RunPlan {
        distance: run.distance.map(cut),
        ..run.clone()
    });
    Some(shorter)
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
        // Where the sets and their rests say how long it takes, they have to say so afterwards as well.
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

fn with_minutes(plan: &Plan, minutes: f64) -> Plan {
    Plan {
        duration: Some(Minutes((minutes + 1e-6).floor() as u32)),
        ..plan.clone()
    }
}
