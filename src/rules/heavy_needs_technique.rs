//! **Who has just begun to lift learns the lift before it gets heavy.**
//!
//! Heavy leg work in a novice's first four weeks of lifting: a tip.
//!
//! Evidence: practice; 000 and 003 let beginners learn the movements with light loads and raise them once the form
//! holds.

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::experience::first_weeks_at;
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "heavy-needs-technique",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Heavy before the lift is learnt",
    summary: "In the first four weeks of lifting, learn the lifts with light loads.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "Heavy leg work in a novice’s first four weeks of lifting is a tip.",
        grounds: "A squat that is new wobbles, and load makes the wobble larger. Strength grows in the first weeks \
                  from almost any load, so nothing is lost by learning first. That four weeks are enough is \
                  experience and differs between people.",
        says: &[
            Source::BASIC_FIT
                .says("Learn the movement first; add load when the form stays the same."),
            Source::STRENGTH_LOG
                .says("Begin lighter than you could, and let the first weeks be practice."),
            Source::PRACTICE.says("About a month before the first heavy sets."),
        ],
        disagrees: &[],
        certainty: Certainty::Weak,
    },
    thresholds: &[],
    remedies: &[Remedy::Lighten],
    check,
};

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let heavy =
        |entry: &&super::timeline_entry::TimelineEntry| entry.is_heavy() && entry.is_to_come();
    for entry in timeline.inside().iter().filter(heavy) {
        if first_weeks_at(report, entry).is_none() {
            continue;
        }
        report.add(Severity::Tip, &[entry], || {
            sentence(&format!(
                "{} is heavy so early; learn the lifts with less first, and let the load come later.",
                dated(entry)
            ))
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::{TestWeek, monday};
    use chrono::Days;

    const RULE: &str = "heavy-needs-technique";

    #[test]
    fn heavy_legs_of_the_first_weeks_are_told() {
        let week = |load: &str, began: u64| {
            let mut week = TestWeek::of(&format!("Mon strength {load}")).level("novice");
            week.athlete.profile.lifting_since = Some(monday() - Days::new(began));
            week.found_by(RULE)
        };
        assert_eq!(week("heavy", 0), ["hint Mon"]);
        assert_eq!(week("heavy", 27), ["hint Mon"]);
        assert!(week("heavy", 28).is_empty());
        assert!(week("moderate", 0).is_empty());
        assert!(TestWeek::of("Mon strength heavy").found_by(RULE).is_empty());
        // Four weeks of lifting in the calendar say as much as a date.
        let after = |weeks| {
            let week = TestWeek::of("Mon strength heavy").level("novice");
            week.after(weeks, "Mon strength moderate; Thu strength upper")
                .found_by(RULE)
        };
        assert_eq!(after(3), ["hint Mon"]);
        assert!(after(4).is_empty());
        let done = TestWeek::of("Mon strength heavy done").level("novice");
        assert!(done.found_by(RULE).is_empty());
    }
}
