//! **Heavy legs and a key run on one day are a lot.**
//!
//! Heavy legs and a key run on one day: a caution for a novice, else a tip. Silent under the policy that keeps hard
//! days hard, which asks for just this.
//!
//! Evidence: practice; no trial compares it in runners (in cyclists, alternate days brought more, Schumann 2015). 000
//! finds both on one day too much for whoever is not used to it; 004 recommends it, so that easy days stay easy.

use crate::domain::{Level, Policy};

use super::checker::{Report, in_order, nearest_on_day};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::wording::{day, name, sentence};

pub(super) const RULE: Rule = Rule {
    id: "hard-stack",
    group: RuleGroup::Spacing,
    placement: Placement::Decides,
    title: "Heavy legs and a key run on one day",
    summary: "Heavy legs and a key run on one day need getting used to.",
    severities: &[Severity::Caution, Severity::Tip],
    evidence: Evidence {
        condition: "Heavy legs and a key run on one day: a caution for a novice lifter, a tip for everybody \
                    else. Silent under the policy that keeps hard days hard.",
        grounds: "No trial compares stacked days with spread ones in runners. In people who cycled and lifted for 24 \
                  weeks, alternate days brought more endurance than both in one session. One guide warns of too much \
                  intensity in a day; another wants it all there, so that easy days stay easy. Both can work. What \
                  counts is what the athlete is used to.",
        says: &[
            Source::BASIC_FIT.says(
                "Hard intervals and heavy lifting on one day can be too much for those who are not used to it.",
            ),
            Source::SCHUMANN_2015.says("Alternate days brought more endurance than both in one session, in cycling."),
        ],
        disagrees: &[Source::TRA.says("Lift on the hard days, so that recovery days stay easy.")],
        certainty: Certainty::Weak,
    },
    thresholds: &[],
    remedies: &[Remedy::Move, Remedy::Lighten],
    check,
};

fn check(report: &mut Report) {
    if report.profile.policy() == Policy::HardDaysHard {
        return;
    }
    let severity = if report.profile.level == Level::Novice {
        Severity::Caution
    } else {
        Severity::Tip
    };
    let timeline = report.timeline;
    for entries in timeline.days() {
        for (place, legs) in entries
            .iter()
            .enumerate()
            .filter(|(_, entry)| entry.is_heavy())
        {
            let Some(run) = nearest_on_day(entries, place, TimelineEntry::is_key_run) else {
                continue;
            };
            report.add(severity, &in_order(legs, run), || message(legs, run));
        }
    }
}

fn message(legs: &TimelineEntry, run: &TimelineEntry) -> String {
    sentence(&format!(
        "{} stacks {} on {}; unless the athlete is used to it, that is a lot for one day.",
        day(legs.date),
        name(legs),
        name(run)
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    const STACKED: &str = "Tue 07:00 tempo; Tue 18:00 strength heavy";

    #[test]
    fn a_caution_for_a_novice_and_a_tip_for_all_others() {
        assert_eq!(
            TestWeek::of(STACKED).level("novice").found_by("hard-stack"),
            ["warning Tue"]
        );
        assert_eq!(TestWeek::of(STACKED).found_by("hard-stack"), ["hint Tue"]);
        assert_eq!(
            TestWeek::of(STACKED)
                .level("advanced")
                .found_by("hard-stack"),
            ["hint Tue"]
        );
    }

    #[test]
    fn only_heavy_legs_and_key_runs_stack() {
        let found = |text: &str| TestWeek::of(text).found_by("hard-stack");
        assert!(found("Tue tempo; Tue strength moderate").is_empty());
        assert!(found("Tue steady; Tue strength heavy").is_empty());
        assert!(found("Tue tempo; Wed strength heavy").is_empty());
        assert_eq!(found("Tue strength heavy; Tue long"), ["hint Tue"]);
    }

    #[test]
    fn silent_where_hard_days_are_meant_to_be_hard() {
        let week = TestWeek::of(STACKED).policy("hard-days-hard");
        assert!(week.found_by("hard-stack").is_empty());
    }
}
