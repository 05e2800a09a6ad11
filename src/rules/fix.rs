//! Ways to resolve a finding: each is tried on a copy, and offered only if it works there.

mod add;
mod change;
mod dose;
mod exercise;
mod place;
mod volume;

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, Session, SessionId, Stamp, Status, Workout};
use crate::edit::{Edit, apply};

pub use exercise::in_stead_of;
pub use volume::shorter_strength;

use super::checker::threshold;
use super::timeline::REACH;
use super::timeline_entry::{Entry, is_race, shifted};
use super::verdict::{added, is_same};
use super::{
    Context, Finding, Fix, Remedy, Rule, Severity, Timeline, check, rule, single_run_spike,
};

/// Days before and after a finding within which a session may be moved.
const FARTHEST_MOVE: i64 = 13;

/// Days after a session on which rules still remember it: a long run is the measure for a month.
const AFTERMATH: i64 = 31;

/// The fixes of a finding, best first, computed on demand. Applying one removes the finding and adds no conflict:
/// at worst it leaves a tip where there was more.
pub fn fixes(finding: &Finding, athlete: &Athlete, context: &Context) -> Vec<Fix> {
    let Some(rule) = rule(finding.rule) else {
        return Vec::new();
    };
    let Some(repair) = Repair::of(finding, athlete, context) else {
        return Vec::new();
    };
    rule.remedies
        .iter()
        .flat_map(|remedy| repair.try_out(*remedy))
        .collect()
}

/// A finding on the bench: what it concerns, and what was found around it before anything changed.
struct Repair<'a> {
    finding: &'a Finding,
    athlete: &'a Athlete,
    context: &'a Context<'a>,
    scope: Scope,
    timeline: Timeline,
    before: Vec<Finding>,
}

/// Which timeline shows the finding.
#[derive(Clone, Copy)]
enum Scope {
    /// That of these days.
    Dated(NaiveDate, NaiveDate),
    /// That of template weeks.
    Template,
}

impl Scope {
    fn timeline(self, athlete: &Athlete, context: &Context) -> Timeline {
        match self {
            Self::Dated(from, to) => Timeline::new(athlete, context, from, to),
            Self::Template => Timeline::template(athlete, context),
        }
    }
}

impl<'a> Repair<'a> {
    /// `None` when the finding no longer holds.
    fn of(finding: &'a Finding, athlete: &'a Athlete, context: &'a Context<'a>) -> Option<Self> {
        let first = shifted(*finding.days.iter().min()?, -FARTHEST_MOVE - REACH);
        let last = shifted(*finding.days.iter().max()?, FARTHEST_MOVE + AFTERMATH);
        [Scope::Dated(first, last), Scope::Template]
            .into_iter()
            .find_map(|scope| {
                let timeline = scope.timeline(athlete, context);
                let before = check(&timeline, context);
                let holds = before.iter().any(|found| is_same(found, finding));
                holds.then_some(Self {
                    finding,
                    athlete,
                    context,
                    scope,
                    timeline,
                    before,
                })
            })
    }

    fn try_out(&self, remedy: Remedy) -> Vec<Fix> {
        match remedy {
            Remedy::Move => self.moves(),
            Remedy::Lighten => self.lightened(),
            Remedy::SwapForUpper => self.swapped_for_upper().into_iter().collect(),
            Remedy::SwapOrder => self.swapped_order().into_iter().collect(),
            Remedy::SetTimes => self.times_set().into_iter().collect(),
            Remedy::MakeUpper => self.made_upper(),
            Remedy::MakeEasy => self.made_easy(),
            Remedy::EaseIn => self.eased_in().into_iter().collect(),
            Remedy::KeepReserve => self.with_reserve().into_iter().collect(),
            Remedy::RestLonger => self.rested().into_iter().collect(),
            Remedy::LowerLoad => self.lowered().into_iter().collect(),
            Remedy::TrimUpper => self.upper_trimmed().into_iter().collect(),
            Remedy::Relabel => self.relabelled().into_iter().collect(),
            Remedy::Reorder => self.reordered().into_iter().collect(),
            Remedy::SwapExercise => self.exercises_swapped().into_iter().collect(),
            Remedy::DropExercise => self.exercises_dropped().into_iter().collect(),
            Remedy::AddExercise => self.exercises_added().into_iter().collect(),
            Remedy::Shorten => self.shortened().into_iter().collect(),
            Remedy::TrimWeek => self.week_trimmed().into_iter().collect(),
            Remedy::LeaveOut => self.left_out().into_iter().collect(),
            Remedy::AddSession => self.sessions_added().into_iter().collect(),
        }
    }

    /// The fix, if its edits resolve the finding without harm.
    fn proven(&self, label: String, edits: Vec<Edit>) -> Option<Fix> {
        let mut athlete = Athlete::new(self.athlete.id, self.athlete.profile.clone());
        athlete.sessions = self.athlete.sessions.clone();
        apply(&mut athlete, &edits, Stamp::default());
        let after = check(&self.scope.timeline(&athlete, self.context), self.context);
        let is_gone = !after.iter().any(|found| is_same(found, self.finding));
        let harms = added(&self.before, &after).any(|found| self.is_harm(found));
        (is_gone && !harms).then_some(Fix { label, edits })
    }

    /// A new finding is worth it when it is a tip in the stead of something graver, and not the same trouble again;
    /// or when a plan that climbs on is cut back run by run, and the next run is the next to be cut.
    fn is_harm(&self, new: &Finding) -> bool {
        let same_rule = new.rule == self.finding.rule;
        let mut sessions = new.sessions.iter();
        let same_again = same_rule && sessions.any(|id| self.finding.sessions.contains(id));
        let is_milder = new.severity == Severity::Tip && self.finding.severity > Severity::Tip;
        let climbs_on =
            same_rule && self.is_of(&single_run_spike::RULE) && new.severity < Severity::Conflict;
        same_again || !(is_milder || climbs_on)
    }

    /// The finding's sessions with their facts, in order.
    fn concerned(&self) -> impl Iterator<Item = (&Entry, &Arc<Session>)> {
        self.finding
            .sessions
            .iter()
            .filter_map(|id| Some((self.entry(*id)?, self.session(*id)?)))
    }

    /// The entries of the week that the finding is about.
    fn week(&self) -> impl Iterator<Item = &Entry> {
        let entries = self.timeline.entries().iter();
        entries.filter(|entry| self.finding.days.contains(&entry.date))
    }

    /// A figure of the finding's rule.
    fn threshold(&self, name: &str) -> f64 {
        rule(self.finding.rule).map_or(0.0, |rule| threshold(self.context.profile, rule, name))
    }

    /// True when the finding is one of this rule.
    fn is_of(&self, rule: &Rule) -> bool {
        self.finding.rule == rule.id
    }

    fn session(&self, id: SessionId) -> Option<&'a Arc<Session>> {
        self.athlete.sessions.get(id)
    }

    fn entry(&self, id: SessionId) -> Option<&Entry> {
        self.timeline
            .entries()
            .iter()
            .find(|entry| entry.id() == Some(id))
    }

    /// The finding's legs and run, where it is about one of each.
    fn legs_and_run(&self) -> Option<(&Arc<Session>, &Arc<Session>)> {
        let legs = self
            .concerned()
            .find(|(entry, _)| entry.legs().is_some())?
            .1;
        let run = self.concerned().find(|(entry, _)| entry.is_run())?.1;
        Some((legs, run))
    }
}

/// True for sessions still to come: what was done cannot be planned otherwise.
fn can_change(session: &Session) -> bool {
    session.status == Status::Planned
}

/// True for sessions that may stand elsewhere: still to come, not locked, and no race.
fn can_move(session: &Session) -> bool {
    can_change(session) && !session.locked && !is_race(session)
}

/// The edit that puts a changed copy of a session in its place, or at the end of the day it goes to.
fn changed(athlete: &Athlete, session: &Session, change: impl FnOnce(&mut Session)) -> Edit {
    let mut copy = session.clone();
    change(&mut copy);
    if copy.date == session.date {
        Edit::update(athlete, copy)
    } else {
        put_last(athlete, copy)
    }
}

/// The edit that puts a session at the end of its day.
fn put_last(athlete: &Athlete, session: Session) -> Edit {
    let place = athlete.sessions.on(session.date).len();
    Edit::Put {
        session: Arc::new(session),
        place,
    }
}

/// The strength plan of a session, to change.
fn strength_of(session: &mut Session) -> Option<&mut crate::domain::StrengthPlan> {
    match &mut session.plan.workout {
        Workout::Strength(plan) => Some(plan),
        _ => None,
    }
}
