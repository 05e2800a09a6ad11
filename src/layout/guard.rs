//! The last word of all rules about what was laid out.

use chrono::{Days, NaiveDate};

use crate::domain::{Athlete, SessionId, Stamp};
use crate::edit::{Edit, apply};
use crate::rules::{Context, Finding, Severity, Timeline, added, check};

/// Days after a session on which rules still remember it: a long run is the measure for a month.
const AFTERMATH: u64 = 31;
/// Days before on which rules that look back still see a neighbour.
const BEFORE: u64 = 7;

/// A session that has to go, and what all rules together say against it.
pub(super) struct Removal {
    pub(super) session: SessionId,
    pub(super) message: String,
}

/// Which sessions are new, and which of them give way to a caution already.
pub(super) struct NewSession {
    pub(super) session: SessionId,
    pub(super) date: NaiveDate,
    pub(super) optional: bool,
}

/// What the rules say in the end.
#[derive(Default)]
pub(super) struct Ruling {
    /// The sessions that had to go.
    pub(super) objections: Vec<Removal>,
    /// What is found now and was not found before.
    pub(super) findings: Vec<Finding>,
}

/// Takes new sessions out of the athlete again until no rule finds a conflict that was not there before, nor a caution
/// that comes of an optional session.
pub(super) fn cleared(
    before: &Athlete,
    athlete: &mut Athlete,
    context: &Context,
    mut newcomers: Vec<NewSession>,
) -> Ruling {
    let mut ruling = Ruling::default();
    let dates = || newcomers.iter().map(|newcomer| newcomer.date);
    let (Some(first), Some(last)) = (dates().min(), dates().max()) else {
        return ruling;
    };
    let (first, last) = (first - Days::new(BEFORE), last + Days::new(AFTERMATH));
    let findings =
        |athlete: &Athlete| check(&Timeline::new(athlete, context, first, last), context);
    let known = findings(before);
    loop {
        let now = findings(athlete);
        let objection = added(&known, &now).find_map(|finding| against(finding, &newcomers));
        let Some((place, message)) = objection else {
            ruling.findings = added(&known, &now).cloned().collect();
            ruling.findings.retain(|finding| finding.accepted.is_none());
            return ruling;
        };
        let gone = newcomers.remove(place);
        apply(athlete, &[Edit::Remove(gone.session)], Stamp::default());
        athlete.tombstones.retain(|t| t.session != gone.session);
        ruling.objections.push(Removal {
            session: gone.session,
            message,
        });
    }
}

/// The newcomer that has to give way to a finding: one that it names, else one of its days, else the last before them.
fn against(finding: &Finding, newcomers: &[NewSession]) -> Option<(usize, String)> {
    if finding.accepted.is_some() || finding.severity < Severity::Caution {
        return None;
    }
    let is_conflict = finding.severity == Severity::Conflict;
    let may_go = |newcomer: &NewSession| is_conflict || newcomer.optional;
    let named = |newcomer: &NewSession| finding.sessions.contains(&newcomer.session);
    let of_days = |newcomer: &NewSession| finding.days.contains(&newcomer.date);
    let begins = finding.days.iter().min();
    let before = |newcomer: &NewSession| begins.is_some_and(|&day| newcomer.date <= day);
    let last = |fits: &dyn Fn(&NewSession) -> bool| {
        let ours = newcomers.iter().enumerate();
        let fitting = ours.filter(|(_, newcomer)| may_go(newcomer) && fits(newcomer));
        fitting
            .max_by_key(|(_, newcomer)| (newcomer.optional, newcomer.date))
            .map(|(place, _)| place)
    };
    let place = last(&named).or_else(|| last(&of_days));
    // For a caution, drop the optional session only if it is about that session; for a conflict one has to go in any
    // case.
    let place = place.or_else(|| is_conflict.then(|| last(&before).or_else(|| last(&|_| true)))?);
    Some((place?, finding.message.clone()))
}
