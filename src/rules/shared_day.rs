//! **Run and lift on different days, where the athlete chose so.**
//!
//! Under the policy of separate days, any run and legs on one day: a tip.
//!
//! Evidence: practice. 003 holds separate days for ideal; 002 and 004 lift on running days, after the run.

use crate::domain::Policy;

use super::checker::{Report, in_order, nearest_on_day};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::wording::{day, name, sentence};

pub(super) const RULE: Rule = Rule {
    id: "shared-day",
    group: RuleGroup::Spacing,
    placement: Placement::Decides,
    title: "Run and legs share a day",
    summary: "Under the policy of separate days, run and lift on different days.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "Under the policy of separate days, a run and leg work on one day are a tip. Silent under \
                    the other policies.",
        grounds: "Separate days give each session fresher legs; shared days leave more days free. No study sets \
                  one against the other for runners who have the choice, so this rule only keeps watch over \
                  what was chosen.",
        says: &[Source::STRENGTH_LOG.says("Run and lift on different days where possible.")],
        disagrees: &[
            Source::RUNNING_BLOG.says("Lift on running days, after the run."),
            Source::TRA.says("Lift on the days of hard runs."),
        ],
        certainty: Certainty::Weak,
    },
    thresholds: &[],
    remedies: &[Remedy::Move],
    check,
};

fn check(report: &mut Report) {
    if report.profile.policy() != Policy::Separate {
        return;
    }
    let timeline = report.timeline;
    for entries in timeline.days() {
        for (place, legs) in entries
            .iter()
            .enumerate()
            .filter(|(_, e)| e.legs().is_some())
        {
            let Some(run) = nearest_on_day(entries, place, TimelineEntry::is_run) else {
                continue;
            };
            report.add(Severity::Tip, &in_order(legs, run), || message(legs, run));
        }
    }
}

fn message(legs: &TimelineEntry, run: &TimelineEntry) -> String {
    sentence(&format!(
        "{} has {} and {}; this athlete runs and lifts on different days.",
        day(legs.date),
        name(legs),
        name(run)
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    #[test]
    fn any_run_beside_legs_is_a_tip_under_separate_days() {
        let found = |text: &str| TestWeek::of(text).policy("separate").found_by("shared-day");
        assert_eq!(found("Tue am easy; Tue pm strength light"), ["hint Tue"]);
        assert_eq!(found("Tue am cross; Tue pm strength heavy"), ["hint Tue"]);
        assert!(found("Tue am easy; Tue pm strength upper").is_empty());
        assert!(found("Tue easy; Wed strength heavy").is_empty());
    }

    #[test]
    fn silent_under_the_other_policies() {
        for policy in ["easy-or-after-hard", "hard-days-hard"] {
            let week = TestWeek::of("Tue am easy; Tue pm strength heavy").policy(policy);
            assert!(week.found_by("shared-day").is_empty());
        }
    }
}
