//! **A novice's first weeks grow set by set.**
//!
//! In a novice's first four weeks of lifting: more sets of an exercise than the number of the week plus one, or fewer
//! than two repetitions in reserve: a tip, with the comfort that heavy legs pass. Sets without any reserve are left
//! to `effort`.
//!
//! Evidence: 003 begins with one set, or two, and adds one a week; 001 says that runs feel heavier for the first two to
//! four weeks.

use crate::domain::{Count, Effort, Profile, StrengthPlan};
use crate::library::Library;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::experience::first_weeks_at;
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
    id: "novice-ramp",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Much for the first weeks of lifting",
    summary: "In the first four weeks of lifting, add a set a week and keep two repetitions in reserve.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "In a novice’s first four weeks of lifting: more than {first-sets} of an exercise in the \
                    first week, with one more allowed each week, or less than {reserve} in reserve.",
        grounds: "Muscles and tendons that are new to lifting get sore from little. One guide begins with one \
                  or two sets of each exercise and adds one a week; another prepares its runners for legs that \
                  feel heavy in the first two to four weeks, and says that it passes.",
        says: &[
            Source::RUN_SMARTER
                .says("For two to four weeks runs may feel heavier; that is the body adapting."),
            Source::STRENGTH_LOG.says("Begin with one or two sets of a lift and add one a week."),
        ],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "first-sets": 2.0 "sets" in 1.0..=10.0, "Sets of an exercise in the first week; each week adds one";
        "reserve": 2.0 "repetitions" in 0.0..=6.0, "Repetitions to keep in reserve";
    },
    remedies: &[Remedy::EaseIn],
    check,
};

/// What a novice may do in a week.
#[derive(Clone, Copy)]
pub(super) struct Ramp {
    sets: f64,
    reserve: f64,
}

impl Ramp {
    /// What a week of lifting, from 1, allows by the thresholds of the rule.
    pub(super) fn of(week: u32, threshold: impl Fn(&str) -> f64) -> Self {
        Self {
            sets: threshold("first-sets") + f64::from(week.saturating_sub(1)),
            reserve: threshold("reserve"),
        }
    }

    fn has_many_sets(self, lift: &Lift) -> bool {
        f64::from(lift.sets()) > self.sets
    }

    fn is_too_hard(self, lift: &Lift) -> bool {
        let rir = lift.dose.effort.map(Effort::rir);
        rir.is_some_and(|rir| rir > 0.0 && rir < self.reserve) && !lift.is_core()
    }

    /// The plan with as many sets and as much reserve as the week allows.
    pub(super) fn eased(
        self,
        plan: &StrengthPlan,
        library: &Library,
        profile: &Profile,
    ) -> StrengthPlan {
        let mut eased = plan.clone();
        for lift in lifts(plan, library) {
            let Some(dose) = eased.exercises.get_mut(lift.place) else {
                continue;
            };
            if self.has_many_sets(&lift) {
                dose.sets = Count::exactly((self.sets as u32).max(1));
            }
            if self.is_too_hard(&lift) {
                leave_in_reserve(dose, lift.exercise, self.reserve, profile);
            }
        }
        eased
    }
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    for entry in timeline.inside() {
        let Some(plan) = entry.strength_to_come() else {
            continue;
        };
        let Some(week) = first_weeks_at(report, entry) else {
            continue;
        };
        let ramp = Ramp::of(week, |name| report.threshold(name));
        let library = report.library;
        let too_much = |lift: &Lift| ramp.has_many_sets(lift) || ramp.is_too_hard(lift);
        let Some(lift) = lifts(plan, library).find(too_much) else {
            continue;
        };
        report.add(Severity::Tip, &[entry], || message(entry, &lift, ramp));
    }
}

fn message(entry: &TimelineEntry, lift: &Lift, ramp: Ramp) -> String {
    let (session, name) = (dated(entry), lift.name());
    let advice = if ramp.has_many_sets(lift) {
        format!(
            "{session} has {} sets of {name}; {} are enough so early",
            lift.sets(),
            ramp.sets
        )
    } else {
        let reserve = ramp.reserve;
        format!("{session} takes the {name} close to the limit; keep {reserve} in reserve so early")
    };
    sentence(&format!(
        "{advice}, and legs that feel heavy for two to four weeks will pass."
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::{TestWeek, monday};
    use chrono::Days;

    /// A novice's lift in a week of lifting, from 1.
    fn week(number: u64, lift: &str) -> TestWeek {
        let mut week = TestWeek::of("Mon strength 20min")
            .lifts("Mon", lift)
            .level("novice");
        week.athlete.profile.lifting_since = Some(monday() - Days::new(7 * (number - 1)));
        week
    }

    fn found(number: u64, lift: &str) -> Vec<String> {
        week(number, lift).found_by("novice-ramp")
    }

    #[test]
    fn each_week_adds_a_set() {
        assert!(found(1, "squat 2x10").is_empty());
        assert_eq!(found(1, "squat 3x10"), ["hint Mon"]);
        assert!(found(2, "squat 2-3x10").is_empty());
        assert_eq!(found(2, "squat 3-4x10"), ["hint Mon"]);
        assert!(found(4, "squat 5x10").is_empty());
        assert!(
            found(5, "squat 6x10").is_empty(),
            "the first weeks are over"
        );
    }

    #[test]
    fn two_repetitions_stay_in_reserve() {
        assert!(found(1, "squat 2x10 rir2").is_empty());
        assert_eq!(found(1, "squat 2x10 rir1"), ["hint Mon"]);
        assert!(
            found(1, "squat 2x10 rir0").is_empty(),
            "told by another rule"
        );
    }

    #[test]
    fn unknown_beginnings_ask_the_least_and_others_nothing() {
        let of = |level: &str, lift: &str| {
            let week = TestWeek::of("Mon strength").lifts("Mon", lift).level(level);
            week.found_by("novice-ramp")
        };
        assert!(of("novice", "squat 5x10").is_empty());
        assert_eq!(of("novice", "squat 6x10"), ["hint Mon"]);
        assert!(of("intermediate", "squat 6x10 rir1").is_empty());
    }

    #[test]
    fn the_sentence_comforts() {
        assert_eq!(
            week(1, "squat 3x10 @bw").messages("novice-ramp"),
            [
                "Monday’s light lower body has 3 sets of squat; 2 are enough so early, \
                and legs that feel heavy for two to four weeks will pass."
            ]
        );
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = week(1, "squat 3x10").threshold("novice-ramp", "first-sets", 3.0);
        assert!(week.found_by("novice-ramp").is_empty());
    }
}
