//! **Hard runs stand neither on one day nor on consecutive days.**
//!
//! Key runs on the same or on consecutive days are a caution; a run that is harder than easy beside a key run is a tip.
//!
//! Evidence: practice, in the spirit of 002, which puts an easy day or a day of rest between hard runs. 001's sample
//! week has a steady run on the eve of its long run.

use super::checker::{Report, worst};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, day, name, sentence};

pub(super) const RULE: Rule = Rule {
    id: "key-runs-back-to-back",
    group: RuleGroup::Spacing,
    placement: Placement::Decides,
    title: "Hard runs back to back",
    summary: "Put an easy day between key runs.",
    severities: &[Severity::Caution, Severity::Tip],
    evidence: Evidence {
        condition: "Key runs on the same or on consecutive days are a caution. A run that is harder than easy (steady, \
                    progression, fartlek) beside a key run is a tip.",
        grounds: "Hard and easy days in turn are how most plans are built: the hard run is the stimulus, the \
                  easy day lets it take hold. It has not been tested in recreational runners, and experienced \
                  ones put hard days together on purpose.",
        says: &[
            Source::RUNNING_BLOG
                .says("Its sample week keeps an easy day or a day of rest between the hard ones."),
            Source::PRACTICE.says("Hard and easy days take turns."),
        ],
        disagrees: &[Source::RUN_SMARTER_WEEK
            .says("Its sample week has a steady run on the eve of the long run.")],
        certainty: Certainty::Consensus,
    },
    thresholds: &[],
    remedies: &[Remedy::Move, Remedy::SwapForEasy, Remedy::MakeEasy],
    check,
};

fn check(report: &mut Report) {
    let timeline = report.timeline;
    for first in timeline.entries() {
        let near = timeline.between(first.day, first.day + 1).iter();
        let later = near.filter(|second| second.order() > first.order());
        let judged = later.filter_map(|second| Some((severity(first, second)?, second)));
        let Some((severity, second)) = worst(judged) else {
            continue;
        };
        report.add(severity, &[first, second], || {
            message(first, second, severity)
        });
    }
}

fn severity(first: &TimelineEntry, second: &TimelineEntry) -> Option<Severity> {
    if first.is_key_run() && second.is_key_run() {
        Some(Severity::Caution)
    } else if (first.is_key_run() && second.is_semi_key_run())
        || (first.is_semi_key_run() && second.is_key_run())
    {
        Some(Severity::Tip)
    } else {
        None
    }
}

fn message(first: &TimelineEntry, second: &TimelineEntry, severity: Severity) -> String {
    if first.day == second.day {
        let advice = match severity {
            Severity::Tip => "an easier run beside it would serve the key run",
            Severity::Caution | Severity::Conflict => "neither is run fresh",
        };
        let other = name(second);
        let both = if name(first) == other {
            format!("{}’s two runs", day(first.date))
        } else {
            format!("{} and the {other}", dated(first))
        };
        return sentence(&format!("{both} share a day; {advice}."));
    }
    let advice = match severity {
        Severity::Tip => "an easier day beside it would serve the key run",
        Severity::Caution | Severity::Conflict => "the second one is run on tired legs",
    };
    sentence(&format!(
        "{}, then {}; {advice}.",
        dated(first),
        dated(second)
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn found(text: &str) -> Vec<String> {
        TestWeek::of(text).found_by("key-runs-back-to-back")
    }

    #[test]
    fn two_key_runs_are_a_caution_and_a_mixed_pair_a_tip() {
        assert_eq!(found("Tue tempo; Wed intervals"), ["warning Tue Wed"]);
        assert_eq!(found("Fri steady; Sat long"), ["hint Fri Sat"]);
        assert_eq!(found("Fri long; Sat progression"), ["hint Fri Sat"]);
        assert!(found("Fri steady; Sat steady").is_empty());
        assert!(found("Tue tempo; Wed easy; Thu intervals").is_empty());
    }

    #[test]
    fn two_of_one_name_are_not_told_apart_by_it() {
        let week = TestWeek::of("Tue am tempo; Tue pm tempo");
        let said = week.messages("key-runs-back-to-back");
        assert_eq!(
            said,
            ["Tuesday’s two runs share a day; neither is run fresh."]
        );
    }

    #[test]
    fn two_on_one_day_are_told_like_two_on_consecutive_days() {
        assert_eq!(found("Tue am tempo; Tue pm intervals"), ["warning Tue"]);
        assert_eq!(found("Sat long; Sat tempo"), ["warning Sat"]);
        assert_eq!(found("Tue am steady; Tue pm intervals"), ["hint Tue"]);
        assert!(found("Tue am easy; Tue pm intervals").is_empty());
        assert!(found("Tue am tempo; Tue pm cross").is_empty());
        assert_eq!(
            TestWeek::of("Sat am long; Sat pm tempo").messages("key-runs-back-to-back"),
            ["Saturday’s long run and the tempo share a day; neither is run fresh."]
        );
        let race = TestWeek::of("Sun tempo").race("Sun");
        assert_eq!(race.found_by("key-runs-back-to-back"), ["warning Sun"]);
    }

    #[test]
    fn a_fartlek_weighs_by_its_exertion() {
        assert_eq!(found("Tue fartlek rpe6; Wed tempo"), ["hint Tue Wed"]);
        assert_eq!(found("Tue fartlek rpe7; Wed tempo"), ["warning Tue Wed"]);
    }

    #[test]
    fn the_mark_wins() {
        assert!(found("Tue tempo; Wed intervals not-key").is_empty());
        assert_eq!(found("Tue tempo; Wed easy key"), ["warning Tue Wed"]);
        assert!(found("Tue tempo; Wed strength upper key").is_empty());
    }

    #[test]
    fn the_graver_of_two_neighbours_is_named() {
        assert_eq!(
            found("Tue tempo; Wed am steady; Wed pm intervals"),
            ["warning Tue Wed", "hint Wed"]
        );
    }
}
