//! **A strength session takes between 10 minutes and an hour.**
//!
//! A strength session of under 10 or over 60 minutes is a tip; a novice's of over 40 minutes as well. Who lifts first
//! and runs beside it may take longer.
//!
//! Evidence: 000, 001, 002 and 004 give 20 to 60 minutes, 002 lets beginners start with 10 to 15. 003 gives no length;
//! with its own rests its basic program takes about 80 minutes at five sets.

use crate::domain::{Level, Priority, Session};

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::{Cap, Case, Remedy};
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::{Role, TimelineEntry};
use super::wording::{lasting, sentence};

pub(super) const RULE: Rule = Rule {
    id: "session-length",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Length of a strength session",
    summary: "Let strength sessions take 10 to 60 min, and up to 40 min for a novice.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "A strength session of under {shortest} or over {longest} is a tip; for a novice the upper \
                    end is {novice-longest}. Where strength comes first, none is too long.",
        grounds: "Four guides name 20 to 60 min, and one of them lets beginners start with 10 to 15. StrengthLog gives \
                  no length: with its own rests its basic program takes about 80 min at five sets. Longer sessions are \
                  no worse for strength; they are the first to be dropped in a busy week, and they cost legs that have \
                  to run.",
        says: &[
            Source::BASIC_FIT.says("20 to 30 min, week after week."),
            Source::RUN_SMARTER.says("25 to 40 min, twice a week."),
            Source::RUNNING_BLOG.says("30 to 60 min; 10 to 15 min to begin with."),
            Source::TRA.says("30 min a session."),
        ],
        disagrees: &[Source::STRENGTH_LOG
            .says("Six exercises of up to five sets with long rests, which takes about 80 min.")],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "shortest": 10.0 "min" in 0.0..=60.0, "Shortest strength session", below "novice-longest";
        "longest": 60.0 "min" in 20.0..=180.0, "Longest strength session";
        "novice-longest": 40.0 "min" in 10.0..=180.0, "Longest strength session of a novice", below "longest";
    },
    remedies: &[Remedy::Shorten(cap)],
    check,
};

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let longest = report.threshold(longest_name(report.profile.level));
    let shortest = report.threshold("shortest");
    let strength = |entry: &&TimelineEntry| matches!(entry.role, Role::Strength(..));
    for entry in timeline.inside().iter().filter(strength) {
        let duration = f64::from(entry.duration.0);
        // Zero minutes means that the duration is missing.
        let is_for_running = report.profile.priority != Priority::Strength;
        let advice = if duration > longest && is_for_running {
            format!("up to {longest} min do as much for a runner")
        } else if duration > 0.0 && duration < shortest {
            format!("{shortest} min or more are worth the effort")
        } else {
            continue;
        };
        report.add(Severity::Tip, &[entry], || {
            sentence(&format!("{}; {advice}.", lasting(entry)))
        });
    }
}

#[expect(clippy::unnecessary_wraps, reason = "other rules may know no limit")]
fn cap(case: &Case, _: &TimelineEntry, _: &Session) -> Option<Cap> {
    let name = longest_name(case.profile.level);
    Some(Cap::Minutes(case.threshold(name)))
}

/// The name of the threshold that a level of lifting goes by.
fn longest_name(level: Level) -> &'static str {
    match level {
        Level::Novice => "novice-longest",
        Level::Intermediate | Level::Advanced => "longest",
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn found(minutes: u32) -> Vec<String> {
        TestWeek::of(&format!("Tue strength {minutes}min")).found_by("session-length")
    }

    #[test]
    fn ten_minutes_to_an_hour_are_fine() {
        assert_eq!(found(9), ["hint Tue"]);
        assert!(found(10).is_empty());
        assert!(found(60).is_empty());
        assert_eq!(found(61), ["hint Tue"]);
        assert!(found(0).is_empty(), "nobody said how long");
        assert!(
            TestWeek::of("Tue easy 90min")
                .found_by("session-length")
                .is_empty()
        );
    }

    #[test]
    fn a_novice_stops_at_forty() {
        let novice = |minutes| {
            let week = TestWeek::of(&format!("Tue strength {minutes}min")).level("novice");
            week.found_by("session-length")
        };
        assert!(novice(40).is_empty());
        assert_eq!(novice(41), ["hint Tue"]);
    }

    #[test]
    fn who_lifts_first_may_take_longer() {
        let week = TestWeek::of("Tue strength 75min; Sun long").priority("strength");
        assert!(week.found_by("session-length").is_empty());
        let week = TestWeek::of("Tue strength 75min; Sun long").priority("balanced");
        assert_eq!(week.found_by("session-length"), ["hint Tue"]);
    }

    #[test]
    fn without_a_duration_the_sets_tell_it() {
        let week = TestWeek::of("Tue strength").lifts("Tue", "squat 10x8, deadlift 10x8, row 8x8");
        assert_eq!(
            week.messages("session-length"),
            ["Tuesday’s heavy lower body takes 1 h 1 min; up to 60 min do as much for a runner."]
        );
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = TestWeek::of("Tue strength 70min").threshold("session-length", "longest", 75.0);
        assert!(week.found_by("session-length").is_empty());
    }
}
