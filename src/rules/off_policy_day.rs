//! **Legs stand on the days that the athlete's policy prefers.**
//!
//! Legs on any other day are a tip. Easy days or the day after a hard run: any day without a key run is preferred.
//! Hard days hard: a day with a key run, the legs after it. Separate days: `shared-day` speaks instead.
//! Silent for a session that already tires a key run or comes before a run.
//!
//! Evidence: practice, and the sources disagree: 001 keeps legs to easy days and the day after a hard run, 004 puts
//! them on the hard days themselves.

use crate::domain::Policy;

use super::checker::{Report, in_order, nearest_on_day};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, name, sentence};
use super::{legs_before_key_run, lift_before_run};

pub(super) const RULE: Rule = Rule {
    id: "off-policy-day",
    group: RuleGroup::Spacing,
    placement: Placement::Decides,
    title: "Legs outside the chosen days",
    summary: "Keep legs to the days that the athlete’s policy prefers.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "Leg work on a day that the policy does not prefer is a tip. Easy day or day after a hard \
                    run: any day without a key run is fine. Hard days hard: a day with a key run, the legs \
                    after it. Separate days: the rule on shared days speaks instead. Silent where a finding on \
                    legs before a run says as much already.",
        grounds: "The guides contradict each other on where legs belong, and no trial decides between them. So \
                  the coach chooses a policy, and this rule only tells where the week leaves it.",
        says: &[
            Source::RUN_SMARTER.says("Lift on easy days or on the day after a hard run."),
            Source::TRA.says("Lift on the hard days and keep the easy ones easy."),
        ],
        disagrees: &[],
        certainty: Certainty::Weak,
    },
    thresholds: &[],
    remedies: &[Remedy::Move],
    check,
};

fn check(report: &mut Report) {
    let policy = report.profile.policy();
    let told = report.sessions_with(&[legs_before_key_run::RULE.id, lift_before_run::RULE.id]);
    let timeline = report.timeline;
    for day in timeline.days() {
        for (place, legs) in day.iter().enumerate().filter(|(_, e)| e.legs().is_some()) {
            if legs.id().is_some_and(|id| told.contains(&id)) {
                continue;
            }
            let key_run = nearest_on_day(day, place, TimelineEntry::is_key_run);
            match (policy, key_run) {
                (Policy::EasyOrAfterHard, Some(run)) => {
                    report.add(Severity::Tip, &in_order(legs, run), || {
                        sentence(&format!(
                            "{} shares its day with the {}; this athlete’s legs belong on easy \
                             days or on the day after a hard run.",
                            dated(legs),
                            name(run)
                        ))
                    });
                }
                (Policy::HardDaysHard, _) if !follows_a_key_run(day, place) => {
                    report.add(Severity::Tip, &[legs], || {
                        sentence(&format!(
                            "{} follows no key run of its day; this athlete’s legs belong after \
                             the hard runs, so that easy days stay easy.",
                            dated(legs)
                        ))
                    });
                }
                _ => {}
            }
        }
    }
}

fn follows_a_key_run(day: &[TimelineEntry], place: usize) -> bool {
    day.iter().take(place).any(TimelineEntry::is_key_run)
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn found(policy: &str, text: &str) -> Vec<String> {
        TestWeek::of(text).policy(policy).found_by("off-policy-day")
    }

    #[test]
    fn easy_or_after_hard_prefers_days_without_a_key_run() {
        let found = |text| found("easy-or-after-hard", text);
        assert_eq!(found("Tue am tempo; Tue pm strength light"), ["hint Tue"]);
        assert!(found("Tue am steady; Tue pm strength heavy").is_empty());
        assert!(found("Tue tempo; Wed strength moderate").is_empty());
        assert!(found("Tue am tempo; Tue pm strength upper").is_empty());
    }

    #[test]
    fn hard_days_hard_prefers_legs_after_a_key_run() {
        let found = |text| found("hard-days-hard", text);
        assert!(found("Tue am tempo; Tue pm strength heavy").is_empty());
        assert_eq!(found("Tue am easy; Tue pm strength heavy"), ["hint Tue"]);
        assert_eq!(found("Tue strength light"), ["hint Tue"]);
        assert!(found("Tue strength upper").is_empty());
    }

    #[test]
    fn separate_days_are_another_rules_matter() {
        assert!(found("separate", "Tue am tempo; Tue pm strength heavy").is_empty());
    }

    #[test]
    fn silent_where_a_graver_rule_has_spoken() {
        assert!(found("hard-days-hard", "Tue strength heavy; Wed tempo").is_empty());
        assert!(found("easy-or-after-hard", "Tue am strength heavy; Tue pm tempo").is_empty());
        let text = "Tue strength heavy; Wed tempo";
        let week = TestWeek::of(text)
            .policy("hard-days-hard")
            .off("legs-before-key-run");
        assert_eq!(week.found_by("off-policy-day"), ["hint Tue"]);
    }
}
