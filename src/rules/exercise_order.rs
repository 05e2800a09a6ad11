//! **Jumps first, then the heavy lifts, core work last.**
//!
//! A jump after a loaded compound leg lift, or such a lift after core work: a tip. Supersets and circuits are exempt.
//!
//! Evidence: strength grows most in what comes first (Nunes 2021, 11 trials: effect 0.32 in compound lifts, 0.58 in
//! isolation). That jumps want fresh legs and lifts a fresh trunk is practice.

use crate::domain::{Demand, StrengthPlan};
use crate::library::Library;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::lifts::{Lift, lifts};
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "exercise-order",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Order of the exercises",
    summary: "Jump while fresh, then lift, and leave core work to the end.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "A jump after a loaded compound leg lift, or such a lift after core work, is a tip. \
                    Supersets and circuits are exempt.",
        grounds: "In eleven trials strength grew most in the exercises that came first: an effect of 0.32 in \
                  compound lifts and of 0.58 in isolation exercises. So what matters most comes first. That \
                  jumps want fresh legs, and that a tired trunk holds a heavy lift less well, is practice.",
        says: &[
            Source::NUNES_2021.says(
                "Strength grows most in what is trained first; muscle size grows the same in any order.",
            ),
            Source::PRACTICE.says("Jumps while fresh, then the main lifts, the trunk last."),
        ],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: &[],
    remedies: &[Remedy::Reorder],
    check,
};

/// An exercise and the earlier one that it should stand before.
enum Late<'a> {
    Jump(Lift<'a>, Lift<'a>),
    Lift(Lift<'a>, Lift<'a>),
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    for entry in timeline.inside() {
        let Some(plan) = entry.strength_to_come() else {
            continue;
        };
        let Some(late) = late(plan, report.library) else {
            continue;
        };
        report.add(Severity::Tip, &[entry], || message(entry, &late));
    }
}

fn late<'a>(plan: &'a StrengthPlan, library: &'a Library) -> Option<Late<'a>> {
    let (mut leg_lift, mut core) = (None, None);
    for lift in lifts(plan, library).filter(|lift| !lift.is_in_turn(plan)) {
        if lift.exercise.demand == Demand::Jump {
            if let Some(earlier) = leg_lift {
                return Some(Late::Jump(lift, earlier));
            }
        } else if lift.is_leg_lift() {
            if let Some(earlier) = core {
                return Some(Late::Lift(lift, earlier));
            }
            leg_lift.get_or_insert(lift);
        } else if lift.is_core() {
            core.get_or_insert(lift);
        }
    }
    None
}

fn message(entry: &TimelineEntry, late: &Late) -> String {
    let session = dated(entry);
    sentence(&match late {
        Late::Jump(jump, lift) => format!(
            "{session} has the {} after the {}; jumps want fresh legs.",
            jump.name(),
            lift.name()
        ),
        Late::Lift(lift, core) => format!(
            "{session} has the {} after the {}; a tired trunk holds a heavy lift less well.",
            lift.name(),
            core.name()
        ),
    })
}

/// The plan in order: jumps before the first leg lift, core work at the end, all else as it was.
pub(super) fn ordered(plan: &StrengthPlan, library: &Library) -> StrengthPlan {
    let all: Vec<Lift> = lifts(plan, library)
        .filter(|lift| !lift.is_in_turn(plan))
        .collect();
    let first_lift = all.iter().find(|lift| lift.is_leg_lift());
    let first_lift = first_lift.map_or(usize::MAX, |lift| lift.place);
    let part = |place: usize| {
        let lift = all.iter().find(|lift| lift.place == place);
        match lift {
            Some(lift) if lift.is_core() => 2,
            Some(lift) if lift.exercise.demand == Demand::Jump => 0,
            _ if place < first_lift => 0,
            _ => 1,
        }
    };
    let mut order: Vec<usize> = (0..plan.exercises.len()).collect();
    order.sort_by_key(|place| part(*place));
    let exercises = order
        .into_iter()
        .filter_map(|place| plan.exercises.get(place).cloned());
    StrengthPlan {
        exercises: exercises.collect(),
        ..plan.clone()
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn week(lift: &str) -> TestWeek {
        TestWeek::of("Tue strength").lifts("Tue", lift)
    }

    fn found(lift: &str) -> Vec<String> {
        week(lift).found_by("exercise-order")
    }

    #[test]
    fn jumps_come_first() {
        assert_eq!(found("squat 3x8, box-jump 3x5"), ["hint Tue"]);
        assert!(found("box-jump 3x5, squat 3x8").is_empty());
        assert!(
            found("squat 1x8 @bw, box-jump 3x5").is_empty(),
            "that was the warm-up"
        );
        assert!(found("squat 3x8, skipping-rope 3x30s").is_empty());
        assert!(found("row 3x8, box-jump 3x5").is_empty());
    }

    #[test]
    fn core_work_comes_last() {
        assert_eq!(found("plank 3x45s, squat 3x8"), ["hint Tue"]);
        assert!(found("squat 3x8, plank 3x45s").is_empty());
        assert!(found("plank 3x45s, row 3x8").is_empty());
        assert!(found("plank 3x45s, glute-bridge 3x10").is_empty());
    }

    #[test]
    fn supersets_are_exempt() {
        assert!(found("squat 3x8 ssA, box-jump 3x5 ssA").is_empty());
        assert!(found("plank 3x45s ssA, squat 3x8 ssA").is_empty());
    }

    #[test]
    fn the_sentence_names_both() {
        assert_eq!(
            week("row 3x8, plank 2x45s, lunge 3x8").messages("exercise-order"),
            ["Tuesday’s light full body has the lunge after the plank; \
                a tired trunk holds a heavy lift less well."]
        );
    }
}
