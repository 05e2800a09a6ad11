//! A finding under repair: what it concerns, and whether a change resolves it without harm.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Athlete, Session, SessionId, Stamp, Status, StrengthPlan, Workout};
use crate::edit::{Edit, apply};
use crate::rules::check::check;
use crate::rules::context::Context;
use crate::rules::finding::{Finding, Severity};
use crate::rules::remedy::Case;
use crate::rules::resolution::Fix;
use crate::rules::rule::Rule;
use crate::rules::tally::Tally;
use crate::rules::timeline::{REACH, Timeline};
use crate::rules::timeline_entry::{TimelineEntry, is_race, shifted};
use crate::rules::verdict::{is_same, worsened};
use crate::rules::wording::day;

/// Days before and after its own within which a session may be moved: farther away it would be another week's session.
pub(super) const FARTHEST_MOVE: i64 = 7;

/// Days after a session on which rules still remember it: a long run is the measure for a month.
const AFTERMATH: i64 = 31;

/// A finding on the bench: what it concerns, and what was found around it before anything changed.
pub(super) struct Repair<'a> {
    pub(super) rule: &'static Rule,
    pub(super) finding: &'a Finding,
    pub(super) athlete: &'a Athlete,
    pub(super) context: &'a Context<'a>,
    pub(super) scope: Scope,
    pub(super) timeline: Timeline,
    before: Vec<Finding>,
}

/// Whether the next run of a plan that climbs may be found too long instead of this one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Climb {
    Allowed,
    Refused,
}

/// Which timeline shows the finding.
#[derive(Clone, Copy)]
pub(super) enum Scope {
    /// That of these days.
    Dated(NaiveDate, NaiveDate),
    /// That of template weeks.
    Template,
}

impl Scope {
    pub(super) fn timeline(self, athlete: &Athlete, context: &Context) -> Timeline {
        match self {
            Self::Dated(from, to) => Timeline::new(athlete, context, from, to),
            Self::Template => Timeline::template(athlete, context),
        }
    }
}

impl<'a> Repair<'a> {
    /// `None` when the finding no longer holds.
    pub(super) fn of(
        rule: &'static Rule,
        finding: &'a Finding,
        athlete: &'a Athlete,
        context: &'a Context<'a>,
    ) -> Option<Self> {
        let first = shifted(*finding.days.iter().min()?, -FARTHEST_MOVE - REACH);
        let last = shifted(*finding.days.iter().max()?, FARTHEST_MOVE + AFTERMATH);
        [Scope::Dated(first, last), Scope::Template]
            .into_iter()
            .find_map(|scope| {
                let timeline = scope.timeline(athlete, context);
                let before = check(&timeline, context);
                let holds = before.iter().any(|found| is_same(found, finding));
                holds.then_some(Self {
                    rule,
                    finding,
                    athlete,
                    context,
                    scope,
                    timeline,
                    before,
                })
            })
    }

    /// The fix, if its edits resolve the finding without harm.
    pub(super) fn proven(&self, label: String, edits: Vec<Edit>) -> Option<Fix> {
        self.weighed(label, edits, Climb::Refused)
    }

    /// The same for a run that is cut: where a plan climbs on from it, the next run is the next to be cut, and the fix
    /// says so.
    pub(super) fn proven_of_climb(&self, label: String, edits: Vec<Edit>) -> Option<Fix> {
        self.weighed(label, edits, Climb::Allowed)
    }

    fn weighed(&self, label: String, edits: Vec<Edit>, climb: Climb) -> Option<Fix> {
        let mut athlete = Athlete::new(self.athlete.id, self.athlete.profile.clone());
        athlete.sessions = self.athlete.sessions.clone();
        apply(&mut athlete, &edits, Stamp::default());
        let after = check(&self.scope.timeline(&athlete, self.context), self.context);
        let is_gone = !after.iter().any(|found| is_same(found, self.finding));
        let worse: Vec<&Finding> = worsened(&self.before, &after).collect();
        let harms = worse.iter().any(|found| self.is_harm(found, climb));
        (is_gone && !harms).then(|| Fix {
            label,
            edits,
            worse: worse.into_iter().map(said).collect(),
            after: Tally::of(&after),
        })
    }

    /// The first finding of the same rule that was not there before.
    pub(super) fn worse_again(&self, after: &[Finding]) -> Option<Finding> {
        let mut worse = worsened(&self.before, after);
        worse.find(|found| found.rule == self.rule.id).cloned()
    }

    /// A new finding is worth it when it is a tip instead of something graver, and not the same trouble again;
    /// or when a plan climbs on and its next run is found too long in turn.
    fn is_harm(&self, new: &Finding, climb: Climb) -> bool {
        let same_rule = new.rule == self.finding.rule;
        let mut sessions = new.sessions.iter();
        let same_again = same_rule && sessions.any(|id| self.finding.sessions.contains(id));
        let is_milder = new.severity == Severity::Tip && self.finding.severity > Severity::Tip;
        let climbs_on = same_rule && climb == Climb::Allowed && new.severity < Severity::Conflict;
        same_again || !(is_milder || climbs_on)
    }

    /// What the rule may ask about the finding's surroundings.
    pub(super) fn case(&self) -> Case<'_> {
        Case {
            profile: self.context.profile,
            timeline: &self.timeline,
            rule: self.rule.id,
            figures: self.rule.thresholds,
        }
    }

    /// True for sessions still to come: what was done, or has passed, cannot be planned otherwise.
    pub(super) fn can_change(&self, session: &Session) -> bool {
        session.status == Status::Planned && !self.is_past(session.date)
    }

    /// True for sessions that may stand elsewhere: still to come, not locked, and no race.
    pub(super) fn can_move(&self, session: &Session) -> bool {
        self.can_change(session) && !session.locked && !is_race(session)
    }

    /// True for a day that has passed; the days of a template never do.
    pub(super) fn is_past(&self, date: NaiveDate) -> bool {
        match self.scope {
            Scope::Dated(..) => date < self.context.today,
            Scope::Template => false,
        }
    }

    /// The finding's sessions with their facts, in order.
    pub(super) fn concerned(&self) -> impl Iterator<Item = (&TimelineEntry, &Arc<Session>)> {
        self.finding
            .sessions
            .iter()
            .filter_map(|id| Some((self.entry(*id)?, self.session(*id)?)))
    }

    /// The entries of the week that the finding is about.
    pub(super) fn week(&self) -> impl Iterator<Item = &TimelineEntry> {
        let entries = self.timeline.entries().iter();
        entries.filter(|entry| self.finding.days.contains(&entry.date))
    }

    /// A figure of the finding's rule.
    pub(super) fn threshold(&self, name: &str) -> f64 {
        self.rule.figure(self.context.profile, name)
    }

    pub(super) fn session(&self, id: SessionId) -> Option<&'a Arc<Session>> {
        self.athlete.sessions.get(id)
    }

    pub(super) fn entry(&self, id: SessionId) -> Option<&TimelineEntry> {
        self.timeline
            .entries()
            .iter()
            .find(|entry| entry.id() == Some(id))
    }

    /// The finding's legs and run, where it is about one of each.
    pub(super) fn legs_and_run(&self) -> Option<(&Arc<Session>, &Arc<Session>)> {
        let legs = self
            .concerned()
            .find(|(entry, _)| entry.legs().is_some())?
            .1;
        let run = self.concerned().find(|(entry, _)| entry.is_run())?.1;
        Some((legs, run))
    }
}

/// The edit that puts a changed copy of a session in its place, or at the end of the day it goes to.
pub(super) fn changed(
    athlete: &Athlete,
    session: &Session,
    change: impl FnOnce(&mut Session),
) -> Edit {
    let mut copy = session.clone();
    change(&mut copy);
    if copy.date == session.date {
        Edit::update(athlete, copy)
    } else {
        put_last(athlete, copy)
    }
}

/// The edit that puts a session at the end of its day.
pub(super) fn put_last(athlete: &Athlete, session: Session) -> Edit {
    let place = athlete.sessions.on(session.date).len();
    Edit::Put {
        session: Arc::new(session),
        place,
    }
}

/// The strength plan of a session, to change.
pub(super) fn strength_of(session: &mut Session) -> Option<&mut StrengthPlan> {
    match &mut session.plan.workout {
        Workout::Strength(plan) => Some(plan),
        _ => None,
    }
}

/// A finding in a few words: "Tip on Wednesday: Little time between run and legs".
fn said(finding: &Finding) -> String {
    let (word, title) = (finding.severity.word(), finding.title);
    match finding.days.first().filter(|_| !finding.is_about_a_week()) {
        Some(date) => format!("{word} on {}: {title}", day(*date)),
        None => format!("{word} for the week: {title}"),
    }
}
