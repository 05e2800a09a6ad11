//! **Strength for running stops short of failure.**
//!
//! Sets to failure, sets without a repetition in reserve, or an attempt at the one-repetition maximum: a caution.
//! Core work and holds to the maximum are exempt.
//!
//! Evidence: 003 keeps one or two repetitions in reserve; 000 counsels against attempts at the maximum. Failure brings
//! no clear gain, not for muscle size either (Refalo 2023: 0.12, −0.13 to 0.37), and more fatigue; the ACSM's stand of
//! 2026 calls it not decisive.

use chrono::NaiveDate;

use crate::domain::{Effort, Pattern, Profile, Reps, StrengthPlan};
use crate::library::Library;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::lifts::{Lift, lifts};
use super::lighter::leave_in_reserve;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "effort",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Lifting to the limit",
    summary: "Stop a repetition or two short of failure, and leave tests of the maximum out.",
    severities: &[Severity::Caution],
    evidence: Evidence {
        condition: "A set to failure, a set with {reserve} in reserve or less, or an attempt at the \
                    one-repetition maximum is a caution. Core work and holds to the maximum are exempt.",
        grounds: "Training to failure brings no clear gain, neither in strength nor in muscle size (an effect of \
                  0.12, and anything from −0.13 to 0.37 would fit), and it tires more: a set that stops one or \
                  two repetitions short leaves more for the run. A test of the maximum says how strong somebody \
                  is and makes nobody stronger.",
        says: &[
            Source::STRENGTH_LOG.says(
                "Keep one or two repetitions in reserve; failure tires more for the same strength.",
            ),
            Source::BASIC_FIT
                .says("Lift loads that are demanding, and leave attempts at the maximum out."),
            Source::REFALO_2023.says("Failure brings no clear gain in muscle size."),
            Source::ACSM_2026.says("Training to failure is not decisive."),
        ],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "reserve": 0.0 "repetitions" in 0.0..=4.0, "Repetitions in reserve that are too few";
    },
    remedies: &[Remedy::KeepReserve],
    check,
};

/// Repetitions in reserve that the fix gives back.
const RESERVE: f64 = 2.0;
/// Percent of the maximum that is an attempt at it.
const MAXIMUM: f64 = 100.0;

/// How a lift goes to the limit.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Limit {
    Failure,
    NoReserve,
    Maximum,
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let reserve = report.threshold("reserve");
    for entry in timeline.inside() {
        let Some(plan) = entry.strength_to_come() else {
            continue;
        };
        let library = report.library;
        let found = lifts(plan, library)
            .find_map(|lift| Some((limit(&lift, report.profile, entry.date, reserve)?, lift)));
        let Some((limit, lift)) = found else { continue };
        report.add(Severity::Caution, &[entry], || message(entry, &lift, limit));
    }
}

fn limit(lift: &Lift, profile: &Profile, date: NaiveDate, reserve: f64) -> Option<Limit> {
    let is_maximal = lift.dose.reps == Reps::Max;
    let is_hold = lift.exercise.is_held();
    let is_mobility = lift.exercise.pattern == Pattern::Mobility;
    if lift.is_core() || is_mobility || (is_hold && is_maximal) {
        return None;
    }
    match lift.dose.effort.map(Effort::rir) {
        Some(rir) if rir <= reserve => return Some(Limit::NoReserve),
        None if is_maximal => return Some(Limit::Failure),
        _ => {}
    }
    let percent = lift.percent(profile, date);
    percent
        .is_some_and(|percent| percent >= MAXIMUM)
        .then_some(Limit::Maximum)
}

fn message(entry: &TimelineEntry, lift: &Lift, limit: Limit) -> String {
    let how = match limit {
        Limit::Failure => "to failure",
        Limit::NoReserve => "without a repetition in reserve",
        Limit::Maximum => "to its maximum",
    };
    sentence(&format!(
        "{} takes the {} {how}; one or two in reserve tire less and gain as much.",
        dated(entry),
        lift.name()
    ))
}

/// The plan with repetitions in reserve, and how many; `None` when only a lower load would help.
pub(super) fn with_reserve(
    plan: &StrengthPlan,
    library: &Library,
    profile: &Profile,
    date: NaiveDate,
    reserve: f64,
) -> Option<(f64, StrengthPlan)> {
    let kept = RESERVE.max(reserve + 1.0);
    let mut eased = plan.clone();
    for lift in lifts(plan, library) {
        match limit(&lift, profile, date, reserve) {
            None => {}
            Some(Limit::Maximum) => return None,
            Some(Limit::Failure | Limit::NoReserve) => {
                let dose = eased.exercises.get_mut(lift.place)?;
                leave_in_reserve(dose, lift.exercise, kept, profile);
            }
        }
    }
    Some((kept, eased))
}

#[cfg(test)]
mod tests {
    use crate::domain::{ExerciseId, Kilograms, TestedMax};
    use crate::rules::tests::support::{TestWeek, monday};

    fn week(lift: &str) -> TestWeek {
        TestWeek::of("Tue strength").lifts("Tue", lift)
    }

    fn found(lift: &str) -> Vec<String> {
        week(lift).found_by("effort")
    }

    #[test]
    fn sets_to_the_limit_are_a_caution() {
        assert_eq!(found("squat 3x8 rir0"), ["warning Tue"]);
        assert!(found("squat 3x8 rir1").is_empty());
        assert_eq!(found("squat 3x8 rpe10"), ["warning Tue"]);
        assert!(found("squat 3x8 rpe9").is_empty());
        assert_eq!(found("push-up 3xmax"), ["warning Tue"]);
        assert!(found("push-up 3xmax rir2").is_empty());
        assert!(found("squat 3x8").is_empty(), "nobody said how hard");
    }

    #[test]
    fn attempts_at_the_maximum_are_a_caution() {
        assert_eq!(found("squat 1x1 @100%"), ["warning Tue"]);
        assert!(found("squat 1x1 @99%").is_empty());
        let mut tested = week("squat 1x1 @100kg");
        tested.athlete.profile.tested_maxes.push(TestedMax {
            exercise: ExerciseId::new("squat"),
            kg: Kilograms::new(100.0),
            date: monday(),
        });
        assert_eq!(tested.found_by("effort"), ["warning Tue"]);
    }

    #[test]
    fn core_work_and_holds_are_exempt() {
        assert!(found("sit-up 3xmax").is_empty());
        assert!(found("plank 3xmax").is_empty());
        assert!(found("wall-sit 3xmax").is_empty());
    }

    #[test]
    fn what_is_done_is_done() {
        let week = TestWeek::of("Tue strength done").lifts("Tue", "squat 3x8 rir0");
        assert!(week.found_by("effort").is_empty());
    }

    #[test]
    fn the_sentence_names_the_lift() {
        assert_eq!(
            week("squat 3x10 rir2, push-up 3xmax").messages("effort"),
            ["Tuesday’s light full body takes the push-up to failure; \
                one or two in reserve tire less and gain as much."]
        );
    }

    #[test]
    fn the_threshold_can_be_moved() {
        let week = week("squat 3x8 rir1").threshold("effort", "reserve", 1.0);
        assert_eq!(week.found_by("effort"), ["warning Tue"]);
    }
}
