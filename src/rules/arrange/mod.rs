//! A better week: where the sessions of a week would stand best.
//!
//! The best arrangement has the fewest conflicts, of those the fewest cautions, then the fewest tips; then the fewest
//! moves, and at last the smallest ones. What is locked, done or past stays, and so do races, rest days and notes.
//! A session may go to the morning or the evening of any day of its week that the athlete can train on: never past
//! a day's minutes, never to a day without the equipment it needs, never over another session, never onto a day of
//! rest that the coach wrote down.
//!
//! # How it is found
//!
//! An arrangement counts what [`check`](crate::rules::check) finds in it, and nothing else. Sessions are placed one by one, those that
//! matter most first. What two sessions say about each other is asked of the rules once, and gives a number of
//! findings that no completion of a half-placed week can come below. Where that is no better than the best week so far, the
//! branch is cut; where a week is complete, `check` has the last word. So the answer is exact as long as the
//! bound never says too much: tests hold it against every arrangement of small weeks. No clock ends the search, but a
//! count of half-placed weeks, so that the same input gives the same answer everywhere.
//!
//! # Further rules
//!
//! [`PLACEMENT`] names the rules that decide. A rule that is added there counts from then on, exactly: it is asked about
//! complete weeks. For speed, what it says about two sessions can be made part of the bound.
//! Rules about a week's dose do not belong there: no order of its days changes what a week contains.

mod board;
mod cost;
mod explain;
mod lanes;
mod problem;
mod relax;
mod room;
mod search;
mod seats;
mod span;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use crate::domain::{Athlete, CheckedProfile, SessionId, Slot};
use crate::edit::Edit;

pub use span::{ArrangedWeek, Span, better_weeks, seek_span};

use super::timeline::Maxes;
use super::{Context, Finding, RULES, Severity, availability};

use problem::Problem;

/// The rules that decide where sessions stand.
pub const PLACEMENT: [&str; 11] = {
    let [a, b, c, d, e, f, g, h, i, j] = lanes::SPACING;
    [a, b, c, d, e, f, g, h, i, j, availability::RULE.id]
};

/// Up to how many movable sessions the search goes on until it is sure of the best week. Beyond, and in absurdly
/// overfull weeks, it ends after a fixed amount of work and says so.
pub const PROVEN: usize = 8;

/// How many findings there are of each severity; accepted ones do not count. The lesser tally is the better week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Tally {
    /// One session spoils another.
    pub conflicts: usize,
    /// Something will probably suffer.
    pub cautions: usize,
    /// Something could be better.
    pub tips: usize,
}

impl Tally {
    /// Counts the findings that were not accepted.
    pub fn of(findings: &[Finding]) -> Self {
        let count = |severity| {
            let open = findings.iter().filter(|found| found.accepted.is_none());
            open.filter(|found| found.severity == severity).count()
        };
        Self {
            conflicts: count(Severity::Conflict),
            cautions: count(Severity::Caution),
            tips: count(Severity::Tip),
        }
    }

    /// How many there are of each severity, worst first.
    pub fn by_severity(self) -> [usize; 3] {
        [self.conflicts, self.cautions, self.tips]
    }

    /// How many there are of all severities.
    pub fn total(self) -> usize {
        self.by_severity().iter().sum()
    }

    /// The worst there is.
    pub fn worst(self) -> Option<Severity> {
        let severities = [Severity::Conflict, Severity::Caution, Severity::Tip];
        let mut found = severities.into_iter().zip(self.by_severity());
        found.find(|(_, count)| *count > 0).map(|(worst, _)| worst)
    }

    /// True when nothing is left to say.
    pub fn is_clear(self) -> bool {
        self == Self::default()
    }
}

/// One session that would stand elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The session.
    pub session: SessionId,
    /// Where it stands.
    pub from: Slot,
    /// Where it would stand.
    pub to: Slot,
    /// Titles of the findings that go with this move, by itself or together with the others.
    pub solves: Vec<String>,
    /// The edits that make this move alone.
    pub edits: Vec<Edit>,
}

/// How sure it is that nothing better exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Proof {
    /// Every arrangement was compared or ruled out.
    Optimal,
    /// The best of those that were tried before the work was to end.
    BestFound,
}

/// A better week, or several.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggestion {
    /// What is found as the sessions stand.
    pub before: Tally,
    /// What is found once all moves are made.
    pub after: Tally,
    /// The moves, in an order in which they can be made. Empty when nothing would be gained.
    pub moves: Vec<Move>,
    /// How sure it is that nothing better exists.
    pub proof: Proof,
    /// Where no arrangement is clear: what would have to give, in one sentence.
    pub relax: Option<String>,
}

impl Suggestion {
    /// The edits of all moves, to be applied as one step.
    pub fn edits(&self) -> Vec<Edit> {
        let all = self.moves.iter().flat_map(|change| &change.edits);
        all.cloned().collect()
    }
}

/// The best arrangement of the seven days from `first_day`. The same input gives the same answer.
pub fn better_week(athlete: &Athlete, context: &Context, first_day: NaiveDate) -> Suggestion {
    let profile = only_placement(context);
    let context = context.with(&profile);
    let maxes = Maxes::of(athlete);
    let problem = Problem::of(athlete, &context, first_day, &maxes);
    let solution = search::solve(&problem);
    let mut suggestion = explain::suggestion(&problem, athlete, &solution);
    if solution.is_lacking() {
        suggestion.relax = Some(relax::hint(athlete, &context, first_day, &maxes, &solution));
    }
    suggestion
}

/// The profile with all rules switched off that do not decide where sessions stand.
fn only_placement(context: &Context) -> CheckedProfile<'static> {
    context.changed(|profile| {
        for rule in RULES.iter().filter(|rule| !PLACEMENT.contains(&rule.id)) {
            profile
                .rules
                .change(rule.id, |setting| setting.off = Some(true));
        }
    })
}
