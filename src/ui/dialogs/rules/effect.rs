//! What a change of settings does to the findings of a week.

use crate::rules::{Finding, Severity};
use crate::ui::format;

/// The findings of a week before and after.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Effect {
    /// Conflicts, cautions and tips before.
    pub(super) before: [usize; 3],
    /// Conflicts, cautions and tips after.
    pub(super) after: [usize; 3],
    /// What comes, goes, or counts differently, worst first.
    pub(super) changes: Vec<FindingChange>,
}

/// A finding that is no longer as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FindingChange {
    /// Its severity before; `None` when it was not there.
    pub(super) before: Option<Severity>,
    /// Its severity after; `None` when it is gone.
    pub(super) after: Option<Severity>,
    /// The heading of its card.
    pub(super) title: &'static str,
    /// Its days: "Tue 24, Wed 25".
    pub(super) days: String,
}

impl FindingChange {
    /// What happens to it, in a word or two.
    pub(super) fn word(&self) -> String {
        match (self.before, self.after) {
            (None, _) => "Comes".to_owned(),
            (_, None) => "Goes".to_owned(),
            (Some(before), Some(after)) => {
                let (before, after) = (before.word().to_lowercase(), after.word().to_lowercase());
                format!("From {before} to {after}")
            }
        }
    }

    fn worst(&self) -> Option<Severity> {
        self.before.max(self.after)
    }
}

impl Effect {
    /// What is different between two checks of one week. Accepted findings count as quiet.
    pub(super) fn between(before: &[Finding], after: &[Finding]) -> Self {
        let change = |one: &Finding, before, after| FindingChange {
            before,
            after,
            title: one.title,
            days: days(one),
        };
        let gone = loud(before).filter_map(|old| {
            let new = loud(after).find(|new| is_same(old, new));
            let severity = new.map(|new| new.severity);
            (severity != Some(old.severity)).then(|| change(old, Some(old.severity), severity))
        });
        let come = loud(after)
            .filter(|new| !loud(before).any(|old| is_same(old, new)))
            .map(|new| change(new, None, Some(new.severity)));
        let mut changes: Vec<FindingChange> = gone.chain(come).collect();
        changes.sort_by_key(|change| std::cmp::Reverse(change.worst()));
        Self {
            before: counts(before),
            after: counts(after),
            changes,
        }
    }
}

fn loud(findings: &[Finding]) -> impl Iterator<Item = &Finding> {
    findings.iter().filter(|finding| finding.accepted.is_none())
}

fn is_same(one: &Finding, other: &Finding) -> bool {
    one.rule == other.rule && one.sessions == other.sessions && one.days == other.days
}

fn counts(findings: &[Finding]) -> [usize; 3] {
    [Severity::Conflict, Severity::Caution, Severity::Tip].map(|severity| {
        loud(findings)
            .filter(|finding| finding.severity == severity)
            .count()
    })
}

fn days(finding: &Finding) -> String {
    if finding.is_about_a_week() {
        return "the week".to_owned();
    }
    let days: Vec<_> = finding.days.iter().map(|day| format::day(*day)).collect();
    days.join(", ")
}
