//! **Legs on the day after a key run are better light.**
//!
//! Legs on the day after a key run: heavy is a tip to lighten; moderate is one too, except under the policy that
//! recommends this very day.
//!
//! Evidence: practice. 000 spares legs that are still tired from a hard run; 001 recommends the day after for lifting.

use crate::domain::{LegLoad, Policy};

use super::checker::Report;
use super::evidence::{Certainty, Citation, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Group, Placement, Rule};
use super::source::Source;
use super::timeline_entry::Entry;
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "legs-after-key-run",
    group: Group::Spacing,
    placement: Placement::Decides,
    title: "Legs on the day after a key run",
    summary: "Lighten legs on the day after a key run.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "Leg work on the day after a key run: heavy legs are a tip to lighten them. Moderate legs \
                    are one too, except under the policy that recommends this very day.",
        grounds: "Legs that are still tired from a hard run lift less and take longer to recover. Then again, \
                  the day after is as far from the next hard run as a week allows. Which of the two weighs more \
                  is not settled.",
        says: &[Citation {
            source: Source::BASIC_FIT,
            says: "After a hard workout, take the next one down a notch.",
        }],
        disagrees: &[Citation {
            source: Source::RUN_SMARTER,
            says: "The day after a hard run is a good one for lifting: it keeps the eve of the next one \
                       free.",
        }],
        certainty: Certainty::Weak,
    },
    thresholds: &[],
    remedies: &[Remedy::Lighten, Remedy::Move],
    check,
};

fn check(report: &mut Report) {
    let after_hard_is_meant = report.profile.policy() == Policy::EasyOrAfterHard;
    let timeline = report.timeline;
    for legs in timeline.entries() {
        let is_felt = match legs.legs() {
            Some(LegLoad::Heavy) => true,
            Some(LegLoad::Moderate) => !after_hard_is_meant,
            _ => false,
        };
        if !is_felt {
            continue;
        }
        let before = timeline.on(legs.day - 1).iter().rev();
        let Some(run) = before.into_iter().find(|entry| entry.is_key_run()) else {
            continue;
        };
        report.add(Severity::Tip, &[run, legs], || message(legs, run));
    }
}

fn message(legs: &Entry, run: &Entry) -> String {
    sentence(&format!(
        "{} follows {}; lighten it while the legs recover.",
        dated(legs),
        dated(run)
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::Week;

    fn found(policy: &str, text: &str) -> Vec<String> {
        Week::of(text).policy(policy).found_by("legs-after-key-run")
    }

    #[test]
    fn heavy_is_a_tip_under_every_policy() {
        for policy in ["easy-or-after-hard", "hard-days-hard", "separate"] {
            assert_eq!(
                found(policy, "Tue tempo; Wed strength heavy"),
                ["hint Tue Wed"]
            );
        }
    }

    #[test]
    fn moderate_is_fine_where_the_day_after_is_meant() {
        assert!(found("easy-or-after-hard", "Tue tempo; Wed strength moderate").is_empty());
        assert_eq!(
            found("separate", "Tue tempo; Wed strength moderate"),
            ["hint Tue Wed"]
        );
        assert!(found("separate", "Tue tempo; Wed strength light").is_empty());
    }

    #[test]
    fn only_the_very_next_day_counts() {
        assert!(found("separate", "Tue tempo; Thu strength heavy").is_empty());
        assert!(found("separate", "Tue steady; Wed strength heavy").is_empty());
    }
}
