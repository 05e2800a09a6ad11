//! **Run and legs of one day want hours between them.**
//!
//! Both with clock times: less than 3 h apart with a key run is a caution, less than 6 h a tip. A morning run and
//! evening legs by day part are fine. Anything else is one tip a day to set times. Where hard days are kept hard and
//! the run comes first, it is a tip at most.
//!
//! Evidence: strength gains more with 6 h between sessions than with none, VO2peak with 24 h than with 0 or 6 h
//! (Robineau 2016); alternate days beat one session for endurance (Schumann 2015). On what it costs the lift the
//! reviews are divided: Schumann 2022 finds next to nothing, Petré 2021 a loss in trained lifters. 003 names 6 h, 000 a
//! few. 002 and 004 let the lift follow the run at once.

use crate::domain::{DayPart, Policy, Start};

use super::checker::{Report, in_order};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, gap, hours, name, sentence};

pub(super) const RULE: Rule = Rule {
    id: "same-day-gap",
    group: RuleGroup::Spacing,
    placement: Placement::Decides,
    title: "Little time between run and legs",
    summary: "Leave 6 h between run and legs of one day.",
    severities: &[Severity::Caution, Severity::Tip],
    evidence: Evidence {
        condition: "Leg work and a run on one day, both with clock times: less than {close-hours} from a key \
                    run is a caution, less than {apart-hours} from any run a tip. A morning run and evening \
                    legs are fine without times; any other day gets one tip to set them. Under the policy that \
                    keeps hard days hard, legs after the run are a tip at most.",
        grounds: "In a trial with 0, 6 and 24 h between the two, those without a gap gained least strength, and \
                  VO2peak rose more with 24 h than with 0 or 6 h. Over 24 weeks, lifting and cycling on alternate \
                  days brought 18 % (men) and 25 % (women) more endurance, in one session 7 to 12 %. Reviews \
                  divide on the lift: one finds maximum strength unharmed (−0.06), one a loss of −0.66 in trained \
                  lifters within one session and of −0.10 apart, one a loss in men (−0.43) and none in women \
                  (+0.08).",
        says: &[
            Source::STRENGTH_LOG.says("If both have to share a day, keep at least 6 h between them."),
            Source::BASIC_FIT.says("Leave a few hours between the two."),
            Source::ROBINEAU_2016.says(
                "6 h and 24 h apart brought more strength than no gap; VO2peak gained most with 24 h.",
            ),
            Source::SCHUMANN_2015.says("Alternate days brought more endurance than one session with both."),
            Source::PETRE_2021.says("Trained lifters lose strength where both share a session, and hardly any apart."),
            Source::HUIBERTS_2024.says(
                "In men the legs gain less strength beside endurance training; in women as much.",
            ),
        ],
        disagrees: &[
            Source::RUNNING_BLOG.says("Lift straight after the run, while the legs are warm."),
            Source::TRA.says("Straight after the workout or later in the day: either will do."),
            Source::SCHUMANN_2022.says(
                "Maximum strength and muscle size grow the same, however close; explosive strength suffers where both \
                 share a session.",
            ),
        ],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "close-hours": 3.0 "h" in 0.0..=12.0, "From a key run", below "apart-hours";
        "apart-hours": 6.0 "h" in 0.0..=12.0, "From any run";
    },
    remedies: &[Remedy::SetTimes, Remedy::Move],
    check,
};

/// How the legs and a run of one day stand to each other.
#[derive(Clone, Copy)]
struct Pair<'e> {
    severity: Severity,
    /// Minutes between them, negative when they overlap; `None` when the times are missing.
    gap: Option<i64>,
    first: &'e TimelineEntry,
    second: &'e TimelineEntry,
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let apart = report.threshold("apart-hours");
    for day in timeline.days() {
        let mut told_to_set_times = false;
        for legs in day.iter().filter(|entry| entry.legs().is_some()) {
            let Some(pair) = worst_pair(report, day, legs) else {
                continue;
            };
            // Ask once a day to set times, however many sessions it has.
            let lacks_times = pair.gap.is_none();
            if lacks_times && told_to_set_times {
                continue;
            }
            told_to_set_times |= lacks_times;
            report.add(pair.severity, &[pair.first, pair.second], || {
                message(&pair, apart)
            });
        }
    }
}

/// The worst of what legs have with the runs of their day, and of equals the closest.
fn worst_pair<'e>(
    report: &Report,
    day: &'e [TimelineEntry],
    legs: &'e TimelineEntry,
) -> Option<Pair<'e>> {
    let runs = day.iter().filter(|entry| entry.is_run());
    let pairs = runs.filter_map(|run| judge(report, legs, run));
    pairs.reduce(|best, next| if is_worse(&next, &best) { next } else { best })
}

fn is_worse(next: &Pair, best: &Pair) -> bool {
    let closeness = |pair: &Pair| pair.gap.unwrap_or(i64::MAX);
    next.severity > best.severity
        || (next.severity == best.severity && closeness(next) < closeness(best))
}

fn judge<'e>(report: &Report, legs: &'e TimelineEntry, run: &'e TimelineEntry) -> Option<Pair<'e>> {
    let [first, second] = in_order(legs, run);
    let (severity, gap) = match (legs.start, run.start) {
        (Start::Clock(_), Start::Clock(_)) => {
            let gap = first.minutes_until(second)?;
            let within = |name| (gap as f64) < report.threshold(name) * 60.0;
            if run.is_key() && within("close-hours") {
                (Severity::Caution, Some(gap))
            } else if within("apart-hours") {
                (Severity::Tip, Some(gap))
            } else {
                return None;
            }
        }
        _ if runs_early_and_lifts_late(legs, run) => return None,
        _ => (Severity::Tip, None),
    };
    let run_first = first.is_run();
    let severity = match report.profile.policy() {
        Policy::HardDaysHard if run_first => Severity::Tip,
        _ => severity,
    };
    Some(Pair {
        severity,
        gap,
        first,
        second,
    })
}

fn runs_early_and_lifts_late(legs: &TimelineEntry, run: &TimelineEntry) -> bool {
    run.start.part() == Some(DayPart::Morning) && legs.start.part() == Some(DayPart::Evening)
}

fn message(pair: &Pair, apart: f64) -> String {
    let (first, second) = (dated(pair.first), name(pair.second));
    sentence(&match pair.gap {
        None => format!(
            "{first} and the {second} have no times that keep them apart; run first and leave {}.",
            hours(apart)
        ),
        Some(minutes) if minutes < 0 => format!(
            "{first} overlaps with the {second}; leave {} between them.",
            hours(apart)
        ),
        Some(minutes) => format!(
            "{first} ends {} before the {second}; with {} between them the second one suffers less.",
            gap(minutes),
            hours(apart)
        ),
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn found(text: &str) -> Vec<String> {
        TestWeek::of(text).found_by("same-day-gap")
    }

    #[test]
    fn a_key_run_wants_three_hours_and_any_run_six() {
        let lift = |time: &str, run: &str| {
            found(&format!(
                "Tue 07:00 {run} 60min; Tue {time} strength moderate 40min"
            ))
        };
        assert_eq!(lift("10:59", "tempo"), ["warning Tue"]);
        assert_eq!(lift("11:00", "tempo"), ["hint Tue"]);
        assert_eq!(lift("13:59", "tempo"), ["hint Tue"]);
        assert!(lift("14:00", "tempo").is_empty());
        assert_eq!(lift("08:00", "easy"), ["hint Tue"]);
        assert!(lift("14:00", "easy").is_empty());
    }

    #[test]
    fn the_gap_counts_in_both_orders() {
        assert_eq!(
            found("Tue 07:00 strength light 60min; Tue 10:59 tempo"),
            ["warning Tue"]
        );
        assert!(found("Tue 07:00 strength light 60min; Tue 14:00 tempo").is_empty());
    }

    #[test]
    fn a_morning_run_and_evening_legs_are_fine_by_day_part() {
        assert!(found("Tue am tempo; Tue pm strength heavy").is_empty());
        assert!(found("Tue 07:00 tempo; Tue pm strength heavy").is_empty());
        assert_eq!(found("Tue pm tempo; Tue am strength heavy"), ["hint Tue"]);
        assert_eq!(found("Tue am tempo; Tue am strength heavy"), ["hint Tue"]);
    }

    #[test]
    fn a_day_without_times_is_told_once() {
        assert_eq!(
            found("Tue tempo; Tue strength heavy; Tue easy; Tue strength light"),
            ["hint Tue"]
        );
        assert!(found("Tue tempo; Tue strength upper").is_empty());
    }

    #[test]
    fn a_tip_at_most_where_hard_days_are_hard_and_the_run_comes_first() {
        let found = |text: &str| {
            TestWeek::of(text)
                .policy("hard-days-hard")
                .found_by("same-day-gap")
        };
        assert_eq!(
            found("Tue 07:00 tempo 60min; Tue 08:00 strength heavy"),
            ["hint Tue"]
        );
        assert_eq!(
            found("Tue 07:00 strength heavy 60min; Tue 08:00 tempo"),
            ["warning Tue"]
        );
    }

    #[test]
    fn the_sentence_counts_the_gap() {
        assert_eq!(
            TestWeek::of("Tue 07:00 tempo 60min; Tue 09:30 strength lower")
                .messages("same-day-gap"),
            [
                "Tuesday’s tempo ends 1 h 30 min before the moderate lower body; \
              with 6 h between them the second one suffers less."
            ]
        );
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = TestWeek::of("Tue 07:00 easy 60min; Tue 12:00 strength lower");
        assert_eq!(week.found_by("same-day-gap"), ["hint Tue"]);
        assert!(
            week.threshold("same-day-gap", "apart-hours", 4.0)
                .found_by("same-day-gap")
                .is_empty()
        );
    }
}
