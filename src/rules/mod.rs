//! The week checker: one file a rule, a timeline in, findings out.

pub mod arrange;
mod clear;
pub mod entry;
pub mod finding;
pub mod fix;
mod report;
pub mod rule;
pub mod timeline;
pub mod verdict;
mod wording;

mod hard_stack;
mod key_runs_back_to_back;
mod legs_48h;
mod legs_after_key_run;
mod legs_before_key_run;
mod lift_before_run;
mod no_easy_day;
mod off_policy_day;
mod same_day_gap;
mod shared_day;

#[cfg(test)]
mod tests;

pub use entry::{Entry, Role, Subject};
pub use finding::{Finding, Fix, Severity};
pub use fix::fixes;
pub use rule::{Remedy, Rule, Threshold};
pub use timeline::{Context, Timeline};
pub use verdict::{Verdict, verdicts};

use chrono::NaiveDate;

use crate::domain::Accepted;

use report::Report;

/// Every rule, in display order.
pub const RULES: &[Rule] = &[
    legs_before_key_run::RULE,
    lift_before_run::RULE,
    hard_stack::RULE,
    same_day_gap::RULE,
    shared_day::RULE,
    off_policy_day::RULE,
    legs_after_key_run::RULE,
    legs_48h::RULE,
    key_runs_back_to_back::RULE,
    no_easy_day::RULE,
];

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// All findings of a timeline, in display order of the rules and then by date.
/// Accepted findings are included and carry their reason.
pub fn check(timeline: &Timeline, context: &Context) -> Vec<Finding> {
    let mut report = Report::new(timeline, context.profile);
    for rule in RULES {
        report.run(rule);
    }
    report.into_findings()
}

/// The acceptance of a finding, to be kept with the athlete. It holds until one of its sessions moves or
/// changes load.
pub fn accept(finding: &Finding, reason: impl Into<String>, date: NaiveDate) -> Accepted {
    Accepted {
        rule: finding.rule.to_owned(),
        sessions: finding.sessions.clone(),
        state: finding.state.clone(),
        reason: reason.into(),
        date,
    }
}
