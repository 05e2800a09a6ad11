//! Asks the rules about a timeline.

use chrono::NaiveDate;

use crate::domain::Accepted;

use super::checker::Report;
use super::context::Context;
use super::finding::Finding;
use super::registry::RULES;
use super::rule::{Placement, Rule};
use super::timeline::Timeline;

/// All findings of a timeline, in display order of the rules and then by date.
/// Accepted findings are included and carry their reason.
pub fn check(timeline: &Timeline, context: &Context) -> Vec<Finding> {
    check_with(Report::new(timeline, context), |_| true)
}

/// The findings that follow from where the sessions stand: a drag asks for these alone, slot by slot.
pub(super) fn check_slots(timeline: &Timeline, context: &Context) -> Vec<Finding> {
    check_slots_beside(timeline, context, &[])
}

/// [`check_slots`] for comparing with what was found before: what is as bad there carries no words again.
pub(super) fn check_slots_beside(
    timeline: &Timeline,
    context: &Context,
    before: &[Finding],
) -> Vec<Finding> {
    let report = Report::new(timeline, context).beside(before);
    check_with(report, |rule| rule.placement != Placement::Apart)
}

/// The findings of the rules that decide where sessions stand, without words: the search for a better week asks tens of
/// thousands of times and reads none. Words and the other rules took four fifths of the answer.
pub(super) fn check_deciding(timeline: &Timeline, context: &Context) -> Vec<Finding> {
    let report = Report::new(timeline, context).without_words();
    check_with(report, |rule| rule.placement == Placement::Decides)
}

fn check_with(mut report: Report, is_asked: impl Fn(&Rule) -> bool) -> Vec<Finding> {
    for rule in RULES.iter().filter(|rule| is_asked(rule)) {
        rule.run(&mut report);
    }
    report.into_findings()
}

/// The acceptance of a finding, to be kept with the athlete. It holds until one of its sessions moves or
/// changes load; one about a week until the figures it rests on change.
pub fn accept(finding: &Finding, reason: impl Into<String>, date: NaiveDate) -> Accepted {
    Accepted {
        rule: finding.rule.to_owned(),
        sessions: finding.sessions.clone(),
        state: finding.state.clone(),
        reason: reason.into(),
        date,
    }
}
