//! The week checker: one file a rule, a timeline in, findings out.

pub mod arrange;
pub mod breaches;
mod checker;
pub mod checkup;
mod clear;
pub mod effect;
mod equipment;
pub mod evidence;
mod experience;
pub mod finding;
pub mod fix;
mod history;
mod lifts;
mod order;
mod races;
mod record;
pub mod rule;
pub mod source;
pub mod threshold;
pub mod timeline;
pub mod timeline_entry;
pub mod verdict;
mod week;
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

mod balance;
mod content_mismatch;
mod coverage;
mod effort;
mod exercise_order;
mod exercise_variety;
mod keep_strength;
mod load_step;
mod novice_ramp;
mod rest_between_sets;
mod rest_day;
mod session_length;
mod short_sessions_at_volume;
mod strength_frequency;

mod long_run_time;
mod no_cutback;
mod race_week_legs;
mod single_run_spike;
mod taper_volume;
mod weekly_jump;

mod availability;
mod fatigue;
mod pain;

#[cfg(test)]
mod tests;

pub use breaches::{Breach, breaches, breaches_in};
pub use checkup::{WeekFindings, checkup};
pub use effect::{DayEffect, Effect, SessionEffect, effect};
pub use equipment::{is_equipped, is_missing, substitute};
pub use evidence::{Certainty, Citation, Evidence};
pub use experience::first_weeks;
pub use finding::{Finding, Fix, Severity};
pub use fix::{fixes, in_stead_of, shorter_strength};
pub use rule::{Group, Remedy, Rule};
pub use source::Source;
pub use threshold::Threshold;
pub use timeline::{Context, Timeline};
pub use timeline_entry::{Entry, Role, Subject};
pub use verdict::{Verdict, added, verdicts};

use chrono::NaiveDate;

use crate::domain::Accepted;

use checker::Report;

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
    strength_frequency::RULE,
    keep_strength::RULE,
    short_sessions_at_volume::RULE,
    rest_day::RULE,
    session_length::RULE,
    novice_ramp::RULE,
    effort::RULE,
    rest_between_sets::RULE,
    load_step::RULE,
    coverage::RULE,
    balance::RULE,
    exercise_variety::RULE,
    content_mismatch::RULE,
    exercise_order::RULE,
    single_run_spike::RULE,
    weekly_jump::RULE,
    no_cutback::RULE,
    long_run_time::RULE,
    race_week_legs::RULE,
    taper_volume::RULE,
    availability::RULE,
    pain::RULE,
    fatigue::RULE,
];

/// Rules besides spacing whose findings follow from where a session stands.
const SLOT_RULES: [&str; 4] = [
    rest_day::RULE.id,
    race_week_legs::RULE.id,
    availability::RULE.id,
    pain::RULE.id,
];

/// The rule with this id.
pub fn rule(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// All findings of a timeline, in display order of the rules and then by date.
/// Accepted findings are included and carry their reason.
pub fn check(timeline: &Timeline, context: &Context) -> Vec<Finding> {
    check_with(timeline, context, |_| true)
}

/// The findings that follow from where the sessions stand: a drag asks for these alone, slot by slot.
fn check_slots(timeline: &Timeline, context: &Context) -> Vec<Finding> {
    check_with(timeline, context, |rule| {
        rule.group == Group::Spacing || SLOT_RULES.contains(&rule.id)
    })
}

fn check_with(
    timeline: &Timeline,
    context: &Context,
    is_asked: impl Fn(&Rule) -> bool,
) -> Vec<Finding> {
    let mut report = Report::new(timeline, context);
    for rule in RULES.iter().filter(|rule| is_asked(rule)) {
        report.run(rule);
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
