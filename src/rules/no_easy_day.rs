//! **Among three days, one is easy.**
//!
//! Three consecutive days, each with a key run or heavy legs: a caution.
//!
//! Evidence: practice, in the spirit of 002, which alternates hard days with easy ones.

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline::REACH;
use super::timeline_entry::TimelineEntry;
use super::wording::{day, sentence};

pub(super) const RULE: Rule = Rule {
    id: "no-easy-day",
    group: RuleGroup::Spacing,
    placement: Placement::Decides,
    title: "Hard day after hard day",
    summary: "Among three days in a row, keep one free of key runs and heavy legs.",
    severities: &[Severity::Caution],
    evidence: Evidence {
        condition: "A caution when {days} in a row each hold a key run or heavy legs.",
        grounds: "Heavy lifting and hard running draw on the same legs, so here they count together. Where the \
                  line lies is practice: by the third hard day in a row most coaches would look twice.",
        says: &[
            Source::RUNNING_BLOG.says("Leave enough rest between strength and hard running."),
            Source::PRACTICE.says("After two hard days, an easy one."),
        ],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "days": 3.0 "days" in 2.0..=4.0, "Hard days in a row, 2 to 4";
    },
    remedies: &[
        Remedy::Move,
        Remedy::SwapForEasy,
        Remedy::Lighten,
        Remedy::MakeEasy,
    ],
    check,
};

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let days = (report.threshold("days") as i32).clamp(2, REACH as i32 + 1);
    for first in timeline.days().filter_map(<[TimelineEntry]>::first) {
        let each = first.day..first.day + days;
        let hard: Vec<&TimelineEntry> = each.filter_map(|day| hardest(timeline.on(day))).collect();
        if hard.len() == days as usize {
            report.add(Severity::Caution, &hard, || message(&hard));
        }
    }
}

/// What makes a day hard: its first key run, else its first heavy legs.
fn hardest(day: &[TimelineEntry]) -> Option<&TimelineEntry> {
    let key_run = day.iter().find(|entry| entry.is_key_run());
    key_run.or_else(|| day.iter().find(|entry| entry.is_heavy()))
}

fn message(hard: &[&TimelineEntry]) -> String {
    let name = |entry: Option<&&TimelineEntry>| entry.map_or("", |entry| day(entry.date));
    sentence(&format!(
        "{} to {} are all hard; an easy day among them lets the body take the work in.",
        name(hard.first()),
        name(hard.last())
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn found(text: &str) -> Vec<String> {
        TestWeek::of(text).found_by("no-easy-day")
    }

    #[test]
    fn three_hard_days_in_a_row_are_a_caution() {
        assert_eq!(
            found("Tue tempo; Wed strength heavy; Thu long"),
            ["warning Tue Wed Thu"]
        );
        assert!(found("Tue tempo; Wed strength moderate; Thu long").is_empty());
        assert!(found("Tue tempo; Wed long; Fri intervals").is_empty());
        assert!(found("Tue tempo; Wed steady; Thu long").is_empty());
    }

    #[test]
    fn each_further_day_is_told() {
        assert_eq!(
            found("Tue tempo; Wed strength heavy; Thu long; Fri intervals"),
            ["warning Tue Wed Thu", "warning Wed Thu Fri"]
        );
    }

    #[test]
    fn the_threshold_can_be_moved() {
        let week = TestWeek::of("Tue tempo; Wed strength heavy; Thu long");
        assert!(
            week.threshold("no-easy-day", "days", 4.0)
                .found_by("no-easy-day")
                .is_empty()
        );
    }
}
