//! **Legs do not tire a key session: none on the day before it, nor within 24 h.**
//!
//! Legs on an earlier day that end less than 24 h before a key session, or stand on the calendar day before it:
//! heavy is a conflict, moderate a caution, light a tip. On the day before but at least 24 h apart by the clock each
//! is one step milder. The strict setting adds a caution for heavy legs within 48 h. Legs that followed a run of
//! their own day tire the next day no less. Upper body and core never count.
//!
//! Evidence: on the day after a run and a lift 6 h apart, 14 men held a hard pace for 275 s when the run had come first
//! and for 238 s when the lift had, against 335 s rested (Doma & Deakin 2013). Lifting alone was not measured there.
//! 000, 001 and 002 keep the eve of a
//! hard run free of legs, 003 asks for 24 h. 001 breaks it in its own sample week: full body on the eve of the tempo.

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
    id: "legs-before-key-run",
    group: RuleGroup::Spacing,
    placement: Placement::Decides,
    title: "Legs before a key session",
    summary: "Keep legs off the day before a key session, and at least 24 h away from it.",
    severities: &[Severity::Conflict, Severity::Caution, Severity::Tip],
    evidence: Evidence {
        condition: "Leg work that ends less than {hours} before a key session, or stands on the calendar day \
                    before it: heavy legs are a conflict, moderate ones a caution, light ones a tip. On the day \
                    before but at least {hours} apart by the clock, each counts one step less. In the strict \
                    setting heavy legs within {strict-hours} are a caution as well. Upper body and core never \
                    count.",
        grounds: "Fourteen men held a hard pace for 335 s when rested. On the day after a run and a lift, 6 h \
                  apart, it was 275 s when the run had come first and 238 s when the lift had: the legs still \
                  feel such a day a day later. How much of that is the lift alone was not measured, and the \
                  grading by leg load is practice.",
        says: &[
            Source::BASIC_FIT.says("No hard strength on the eve of a long run or a key workout."),
            Source::RUN_SMARTER.says("No heavy lower-body work on the day before a key run."),
            Source::RUNNING_BLOG.says("No leg day right before a long run."),
            Source::STRENGTH_LOG.says("No heavy lower-body lifting within 24 h of long runs and important workouts."),
            Source::DOMA_2013.says(
                "A hard run on the day after a run and a lift ended 60 to 97 s earlier than a rested one.",
            ),
        ],
        disagrees: &[Source::RUN_SMARTER_WEEK.says(
            "Its own sample week has full-body strength on the eve of the tempo run.",
        )],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "hours": 24.0 "h" in 0.0..=72.0, "Legs before a key session", below "strict-hours";
        "strict-hours": 48.0 "h" in 24.0..=72.0, "Heavy legs before a key session, in the strict setting";
    },
    remedies: &[Remedy::Move, Remedy::Lighten, Remedy::SwapForUpper],
    check,
};

fn check(report: &mut Report) {
    let timeline = report.timeline;
    for legs in timeline.entries() {
        let Some(load) = legs.legs() else { continue };
        let later = timeline.between(legs.day + 1, legs.day + REACH as i32);
        let keys = later.iter().filter(|entry| entry.is_key());
        let judged = keys.filter_map(|key| Some((severity(report, legs, load, key)?, key)));
        let Some((severity, key)) = worst(judged) else {
            continue;
        };
        report.add(severity, &[legs, key], || message(legs, key, severity));
    }
}

fn severity(
    report: &Report,
    legs: &TimelineEntry,
    load: LegLoad,
    key: &TimelineEntry,
) -> Option<Severity> {
    let gap = legs.minutes_until(key);
    let within = |hours: f64| gap.is_some_and(|gap| (gap as f64) < hours * 60.0);
    let days = key.day - legs.day;
    let full = match load {
        LegLoad::Heavy => Severity::Conflict,
        LegLoad::Moderate => Severity::Caution,
        LegLoad::Light | LegLoad::None => Severity::Tip,
    };
    let usual = match gap {
        _ if within(report.threshold("hours")) => Some(full),
        None if days == 1 => Some(full),
        Some(_) if days == 1 => full.milder(),
        _ => None,
    };
    let is_strict = report.profile.rules.is_strict() && load == LegLoad::Heavy;
    // Without times of day, two days apart may be less than 48 h; the strict setting assumes so.
    let close = within(report.threshold("strict-hours")) || (gap.is_none() && days <= 2);
    usual.max((is_strict && close).then_some(Severity::Caution))
}

fn message(legs: &TimelineEntry, key: &TimelineEntry, severity: Severity) -> String {
    let distance = match (legs.minutes_until(key), key.day - legs.day) {
        (Some(minutes), _) if minutes < 0 => "runs into".to_owned(),
        (Some(minutes), _) => format!("ends {} before", gap(minutes)),
        (None, 1) => "is on the day before".to_owned(),
        (None, days) => format!("is {days} days before"),
    };
    let effect = match severity {
        Severity::Conflict => "expect tired legs where quality matters",
        Severity::Caution => "the legs may still be tired where quality matters",
        Severity::Tip => "the legs may feel it a little",
    };
    sentence(&format!(
        "{} {distance} {}; {effect}.",
        dated(legs),
        dated(key)
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn found(text: &str) -> Vec<String> {
        TestWeek::of(text).found_by("legs-before-key-run")
    }

    #[test]
    fn the_load_decides_how_bad_it_is() {
        assert_eq!(found("Tue strength heavy; Wed tempo"), ["error Tue Wed"]);
        assert_eq!(
            found("Tue strength moderate; Wed tempo"),
            ["warning Tue Wed"]
        );
        assert_eq!(found("Tue strength light; Wed tempo"), ["hint Tue Wed"]);
        assert!(found("Tue strength upper; Wed tempo").is_empty());
        assert!(found("Tue strength core; Wed tempo").is_empty());
        assert!(found("Tue strength heavy; Wed easy; Thu tempo").is_empty());
    }

    #[test]
    fn a_full_day_by_the_clock_is_one_step_milder() {
        let at = |end: &str, load: &str| {
            found(&format!("Tue {end} strength {load} 60min; Wed 18:00 tempo"))
        };
        assert_eq!(at("17:01", "heavy"), ["error Tue Wed"]);
        assert_eq!(at("17:00", "heavy"), ["warning Tue Wed"]);
        assert_eq!(at("17:00", "moderate"), ["hint Tue Wed"]);
        assert!(at("17:00", "light").is_empty());
        // Day parts stand for the athlete's usual times.
        assert_eq!(
            found("Tue am strength heavy; Wed pm tempo"),
            ["warning Tue Wed"]
        );
        // Without both times it may have been less than a full day.
        assert_eq!(found("Tue strength heavy; Wed pm tempo"), ["error Tue Wed"]);
    }

    #[test]
    fn strict_asks_forty_eight_hours_of_heavy_legs() {
        let strict = |text: &str| TestWeek::of(text).strict().found_by("legs-before-key-run");
        assert_eq!(
            strict("Mon 17:01 strength heavy 60min; Wed 18:00 tempo"),
            ["warning Mon Wed"]
        );
        assert!(strict("Mon 17:00 strength heavy 60min; Wed 18:00 tempo").is_empty());
        assert_eq!(strict("Mon strength heavy; Wed tempo"), ["warning Mon Wed"]);
        assert!(strict("Mon strength moderate; Wed tempo").is_empty());
        assert_eq!(strict("Tue strength heavy; Wed tempo"), ["error Tue Wed"]);
        assert!(found("Mon 17:01 strength heavy 60min; Wed 18:00 tempo").is_empty());
    }

    #[test]
    fn a_run_before_the_legs_changes_nothing() {
        let text = "Tue 07:00 intervals; Tue 18:00 strength heavy; Wed 07:00 tempo";
        let week = TestWeek::of(text).policy("hard-days-hard");
        assert_eq!(week.found_by("legs-before-key-run"), ["error Tue Wed"]);
    }

    #[test]
    fn marks_decide_what_is_protected() {
        assert!(found("Tue strength heavy; Wed tempo not-key").is_empty());
        assert_eq!(found("Tue strength heavy; Wed easy key"), ["error Tue Wed"]);
        assert_eq!(
            found("Tue strength heavy; Wed strength upper key"),
            ["error Tue Wed"]
        );
        assert!(found("Tue strength heavy; Wed steady").is_empty());
    }

    #[test]
    fn one_finding_names_the_nearest_key_session() {
        assert_eq!(
            TestWeek::of("Tue strength heavy; Wed 07:00 tempo; Wed 18:00 intervals")
                .messages("legs-before-key-run"),
            [
                "Tuesday’s heavy full body is on the day before Wednesday’s tempo; \
              expect tired legs where quality matters."
            ]
        );
    }

    #[test]
    fn a_race_without_a_session_is_protected() {
        let week = TestWeek::of("Sat strength heavy").race("Sun");
        assert_eq!(week.found_by("legs-before-key-run"), ["error Sat Sun"]);
        let planned = TestWeek::of("Sat strength heavy; Sun race").race("Sun");
        assert_eq!(planned.found_by("legs-before-key-run"), ["error Sat Sun"]);
        let left_out = TestWeek::of("Sat strength heavy; Sun race skipped").race("Sun");
        assert!(left_out.found_by("legs-before-key-run").is_empty());
    }

    #[test]
    fn the_sentence_counts_the_hours() {
        assert_eq!(
            TestWeek::of("Tue 18:00 strength lower heavy 60min; Wed 09:00 tempo")
                .messages("legs-before-key-run"),
            [
                "Tuesday’s heavy lower body ends 14 h before Wednesday’s tempo; \
              expect tired legs where quality matters."
            ]
        );
    }

    #[test]
    fn the_threshold_can_be_moved() {
        let week = TestWeek::of("Tue 12:00 strength heavy 60min; Wed 18:00 tempo");
        assert_eq!(week.found_by("legs-before-key-run"), ["warning Tue Wed"]);
        let week = week.threshold("legs-before-key-run", "hours", 30.0);
        assert_eq!(week.found_by("legs-before-key-run"), ["error Tue Wed"]);
    }
}
