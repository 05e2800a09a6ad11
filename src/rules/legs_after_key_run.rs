//! **Legs on the day after a key run are better light.**
//!
//! Moderate or heavy legs on the day after a key run: a tip to lighten, except under the policy that recommends this
//! very day.
//!
//! Evidence: practice. 000 spares legs that are still tired from a hard run; 001 recommends the day after for lifting.

use crate::domain::{LegLoad, Policy};

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "legs-after-key-run",
    group: RuleGroup::Spacing,
    placement: Placement::Decides,
    title: "Legs on the day after a key run",
    summary: "Lighten legs on the day after a key run.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "Moderate or heavy leg work on the day after a key run is a tip to lighten it, except under the \
                    policy that recommends this very day.",
        grounds: "Legs that are still tired from a hard run lift less and take longer to recover. Then again, \
                  the day after is as far from the next hard run as a week allows. Which of the two weighs more \
                  is not settled.",
        says: &[Source::BASIC_FIT.says("After a hard workout, take the next one down a notch.")],
        disagrees: &[Source::RUN_SMARTER.says(
            "The day after a hard run is a good one for lifting: it keeps the eve of the next one \
                       free.",
        )],
        certainty: Certainty::Weak,
    },
    thresholds: &[],
    remedies: &[Remedy::Lighten, Remedy::Move],
    check,
};

fn check(report: &mut Report) {
    if report.profile.policy() == Policy::EasyOrAfterHard {
        return;
    }
    let timeline = report.timeline;
    for legs in timeline.entries() {
        if legs.legs() < Some(LegLoad::Moderate) {
            continue;
        }
        let before = timeline.on(legs.day - 1).iter().rev();
        let Some(run) = before.into_iter().find(|entry| entry.is_key_run()) else {
            continue;
        };
        report.add(Severity::Tip, &[run, legs], || message(legs, run));
    }
}

fn message(legs: &TimelineEntry, run: &TimelineEntry) -> String {
    sentence(&format!(
        "{} follows {}; lighten it while the legs recover.",
        dated(legs),
        dated(run)
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn found(policy: &str, text: &str) -> Vec<String> {
        TestWeek::of(text)
            .policy(policy)
            .found_by("legs-after-key-run")
    }

    #[test]
    fn felt_legs_are_a_tip_but_where_the_day_after_is_meant() {
        for load in ["moderate", "heavy"] {
            let text = format!("Tue tempo; Wed strength {load}");
            for policy in ["hard-days-hard", "separate"] {
                assert_eq!(found(policy, &text), ["hint Tue Wed"], "{policy}");
            }
            assert!(found("easy-or-after-hard", &text).is_empty(), "{load}");
        }
        assert!(found("separate", "Tue tempo; Wed strength light").is_empty());
    }

    #[test]
    fn only_the_very_next_day_counts() {
        assert!(found("separate", "Tue tempo; Thu strength heavy").is_empty());
        assert!(found("separate", "Tue steady; Wed strength heavy").is_empty());
    }
}
