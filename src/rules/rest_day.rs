//! **Each week has a day of rest.**
//!
//! No day of the week is free of runs and legs: a caution, for advanced lifters a tip. Upper body, core, mobility and
//! cross-training may stand on the day of rest.
//!
//! Evidence: 002 asks for days of rest between strength and hard running, and its sample week has one.

use crate::domain::Level;
use crate::load::Emphasis;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::week::{DAYS, WeekEntries};
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "rest-day",
    group: RuleGroup::Dose,
    placement: Placement::Warns,
    title: "No day of rest",
    summary: "Keep one day of the week free of runs and legs.",
    severities: &[Severity::Caution, Severity::Tip],
    evidence: Evidence {
        condition: "A week in which every day has a run or leg work is a caution, for advanced lifters a tip. \
                    Upper body, core, mobility and cross-training may stand on the day of rest.",
        grounds: "Many runners train every day and thrive, and no trial shows that one free day a week prevents \
                  injuries. It is a margin: room for what went wrong, and for the head.",
        says: &[Source::RUNNING_BLOG.says(
            "Leave days of rest between strength and hard running; its sample week has one.",
        )],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: &[],
    remedies: &[Remedy::Move, Remedy::LeaveOut],
    check,
};

fn check(report: &mut Report) {
    let severity = if report.profile.level == Level::Advanced {
        Severity::Tip
    } else {
        Severity::Caution
    };
    let timeline = report.timeline;
    for week in timeline.in_weeks() {
        let days = week.entries.chunk_by(|a, b| a.day == b.day);
        if days.filter(|day| day.iter().any(tires)).count() < DAYS as usize {
            continue;
        }
        let Some(place) = least(&week) else { continue };
        report.add_week(severity, &week, place, "no day of rest", || {
            sentence(&format!(
                "Every day of this week has a run or legs; without {} it would have a day of rest.",
                dated(place)
            ))
        });
    }
}

/// True for runs and for strength that the legs feel.
pub(super) fn tires(entry: &TimelineEntry) -> bool {
    entry.is_running() || entry.legs().is_some()
}

/// The session that would give way first: alone on its day, the least of its kind, and the shortest.
fn least<'e>(week: &WeekEntries<'e>) -> Option<&'e TimelineEntry> {
    let days = week.entries.chunk_by(|a, b| a.day == b.day);
    let alone = days.filter_map(|day| {
        let mut tiring = day.iter().filter(|entry| tires(entry));
        let first = tiring.next()?;
        tiring.next().is_none().then_some(first)
    });
    let weight = |entry: &&TimelineEntry| -> (bool, Emphasis, u32) {
        (!entry.is_to_come(), entry.emphasis, entry.duration.0)
    };
    alone
        .min_by_key(weight)
        .or_else(|| week.entries.iter().find(|entry| tires(entry)))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    const SIX: &str = "Mon easy 50min; Tue tempo; Wed easy 30min; Thu strength; Fri easy; Sat long";

    fn found(text: &str) -> Vec<String> {
        TestWeek::of(text).found_by("rest-day")
    }

    #[test]
    fn seven_days_of_runs_and_legs_are_a_caution() {
        let full = format!("{SIX}; Sun easy");
        assert!(found(SIX).is_empty());
        assert_eq!(found(&full), ["warning week"]);
        let advanced = TestWeek::of(&full).level("advanced");
        assert_eq!(advanced.found_by("rest-day"), ["hint week"]);
    }

    #[test]
    fn what_spares_the_legs_leaves_the_day_free() {
        assert!(found(&format!("{SIX}; Sun strength upper")).is_empty());
        assert!(found(&format!("{SIX}; Sun cross")).is_empty());
        assert!(found(&format!("{SIX}; Sun mobility")).is_empty());
        assert!(found(&format!("{SIX}; Sun easy missed")).is_empty());
        assert_eq!(
            found(&format!("{SIX}; Sun strength light")),
            ["warning week"]
        );
    }

    #[test]
    fn the_sentence_names_the_least_of_the_week() {
        let week = TestWeek::of(&format!("{SIX}; Sun easy"));
        assert_eq!(
            week.messages("rest-day"),
            ["Every day of this week has a run or legs; \
                without Wednesday’s easy run it would have a day of rest."]
        );
    }
}
