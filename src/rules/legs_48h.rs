//! **Legs that worked hard rest for two days before they do so again.**
//!
//! Two sessions of moderate or heavy legs on the same or on consecutive days are a caution, a conflict when both are
//! heavy. Two heavy ones further apart, but by less than 48 h by the clock, are a caution.
//!
//! Evidence: 002 asks for a day between; the ACSM's stands of 2009 and 2011 train a muscle on nonconsecutive days (that
//! of 2026 names two sessions a week or more and no days).

use crate::domain::LegLoad;

use super::checker::{Report, worst};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline::REACH;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, gap, sentence};

pub(super) const RULE: Rule = Rule {
    id: "legs-48h",
    group: RuleGroup::Spacing,
    placement: Placement::Decides,
    title: "Too little rest between leg sessions",
    summary: "Give legs two days between sessions that are moderate or heavy.",
    severities: &[Severity::Conflict, Severity::Caution],
    evidence: Evidence {
        condition: "Two sessions of moderate or heavy legs on the same or on consecutive days are a caution, \
                    and a conflict when both are heavy. Two heavy ones further apart are a caution as long as \
                    less than {hours} lie between them.",
        grounds: "The position stands of the American College of Sports Medicine of 2009 and 2011 train a muscle \
                  group on nonconsecutive days, which comes to about 48 h; the stand of 2026 asks for two \
                  sessions a week or more and leaves the days open. Recovery takes longer after heavy or \
                  unfamiliar work, and is quicker in those who are used to it.",
        says: &[
            Source::RUNNING_BLOG.says("Leave days of rest between strength sessions."),
            Source::ACSM_2009
                .says("Train a muscle group on two or three nonconsecutive days a week."),
        ],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "hours": 48.0 "h" in 24.0..=72.0, "Between two sessions of heavy legs";
    },
    remedies: &[Remedy::Move, Remedy::Lighten, Remedy::MakeUpper],
    check,
};

fn check(report: &mut Report) {
    let timeline = report.timeline;
    for (place, first) in timeline
        .entries()
        .iter()
        .enumerate()
        .filter(|(_, e)| is_felt(e))
    {
        let later = timeline.entries().iter().skip(place + 1);
        let near = later.take_while(|entry| entry.day <= first.day + REACH as i32);
        let judged = near
            .filter(|entry| is_felt(entry))
            .filter_map(|second| Some((severity(report, first, second)?, second)));
        let Some((severity, second)) = worst(judged) else {
            continue;
        };
        report.add(severity, &[first, second], || message(first, second));
    }
}

fn is_felt(entry: &TimelineEntry) -> bool {
    entry.legs() >= Some(LegLoad::Moderate)
}

fn severity(report: &Report, first: &TimelineEntry, second: &TimelineEntry) -> Option<Severity> {
    let both_heavy = first.is_heavy() && second.is_heavy();
    if second.day - first.day <= 1 {
        return Some(if both_heavy {
            Severity::Conflict
        } else {
            Severity::Caution
        });
    }
    let hours = report.threshold("hours");
    let close = first
        .minutes_until(second)
        .is_some_and(|gap| (gap as f64) < hours * 60.0);
    (both_heavy && close).then_some(Severity::Caution)
}

fn message(first: &TimelineEntry, second: &TimelineEntry) -> String {
    let distance = match (first.minutes_until(second), second.day - first.day) {
        (_, 0) => "on the same day as".to_owned(),
        (Some(minutes), _) if minutes >= 0 => format!("{} before", gap(minutes)),
        _ => "on the day before".to_owned(),
    };
    sentence(&format!(
        "{} is {distance} {}; the legs want two days between them.",
        dated(first),
        dated(second)
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn found(text: &str) -> Vec<String> {
        TestWeek::of(text).found_by("legs-48h")
    }

    #[test]
    fn consecutive_days_are_a_caution_and_a_conflict_when_both_are_heavy() {
        assert_eq!(
            found("Tue strength moderate; Wed strength moderate"),
            ["warning Tue Wed"]
        );
        assert_eq!(
            found("Tue strength heavy; Wed strength moderate"),
            ["warning Tue Wed"]
        );
        assert_eq!(
            found("Tue strength heavy; Wed strength heavy"),
            ["error Tue Wed"]
        );
        assert_eq!(
            found("Tue am strength heavy; Tue pm strength heavy"),
            ["error Tue"]
        );
        assert!(found("Tue strength heavy; Wed strength light").is_empty());
        assert!(found("Tue strength moderate; Wed strength upper").is_empty());
        assert!(found("Tue strength moderate; Thu strength moderate").is_empty());
    }

    #[test]
    fn two_heavy_sessions_keep_forty_eight_hours_by_the_clock() {
        let second = |time: &str, load: &str| {
            found(&format!(
                "Mon 17:00 strength heavy 60min; Wed {time} strength {load}"
            ))
        };
        assert_eq!(second("17:59", "heavy"), ["warning Mon Wed"]);
        assert!(second("18:00", "heavy").is_empty());
        assert!(second("17:59", "moderate").is_empty());
        assert!(found("Mon strength heavy; Wed strength heavy").is_empty());
    }

    #[test]
    fn each_session_has_one_finding_with_its_neighbour() {
        assert_eq!(
            found("Mon strength moderate; Tue strength moderate; Wed strength moderate"),
            ["warning Mon Tue", "warning Tue Wed"]
        );
    }

    #[test]
    fn the_threshold_can_be_moved() {
        let week = TestWeek::of("Mon 17:00 strength heavy 60min; Wed 18:00 strength heavy");
        assert_eq!(
            week.threshold("legs-48h", "hours", 49.0)
                .found_by("legs-48h"),
            ["warning Mon Wed"]
        );
    }
}
