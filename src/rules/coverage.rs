//! **The week's strength has a leg, a hip, a single-leg, a calf and a core exercise.**
//!
//! Where all strength of a week is written out, and something of it is still to come, and it lacks one of the five: a
//! tip. Silent in the week of a race, which may leave things out.
//!
//! Evidence: 000 builds its smallest session of these five.

use crate::domain::{Exercise, Muscle, Pattern, Region};
use crate::library::Library;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::races::is_race_week;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::week::WeekEntries;
use super::wording::none_of;

pub(super) const RULE: Rule = Rule {
    id: "coverage",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Something is missing from the strength",
    summary: "Give each week a leg, a hip, a single-leg, a calf and a core exercise.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "A week whose strength is written out exercise by exercise, and lacks a leg, a hip, a \
                    single-leg, a calf or a core exercise, is a tip. Silent in the week of a race.",
        grounds: "Running loads hips, thighs, calves and trunk, one leg at a time, and the smallest session of \
                  the gym guide has an exercise for each. It is a checklist and no law of physiology.",
        says: &[Source::BASIC_FIT.says(
            "The smallest routine that works has a leg, a hip, a single-leg, a calf and a core \
                       exercise.",
        )],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: &[],
    remedies: &[Remedy::AddExercise, Remedy::AddSession],
    check,
};

/// What a week's strength is to contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MovementGroup {
    Leg,
    Hip,
    SingleLeg,
    Calf,
    Core,
}

impl MovementGroup {
    const ALL: [Self; 5] = [
        Self::Leg,
        Self::Hip,
        Self::SingleLeg,
        Self::Calf,
        Self::Core,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Leg => "leg",
            Self::Hip => "hip",
            Self::SingleLeg => "single-leg",
            Self::Calf => "calf",
            Self::Core => "core",
        }
    }

    /// True when an exercise gives it.
    pub(super) fn is_in(self, exercise: &Exercise) -> bool {
        let pattern = exercise.pattern;
        match self {
            Self::Leg => matches!(
                pattern,
                Pattern::Squat | Pattern::Lunge | Pattern::KneeExtension
            ),
            Self::Hip => matches!(
                pattern,
                Pattern::Hinge | Pattern::HipExtension | Pattern::HipAbduction
            ),
            Self::SingleLeg => {
                let steps = pattern == Pattern::Lunge;
                steps || (exercise.single_side && exercise.region == Region::Lower)
            }
            Self::Calf => exercise
                .primary
                .iter()
                .any(|muscle| matches!(muscle, Muscle::Gastrocnemius | Muscle::Soleus)),
            Self::Core => exercise.region == Region::Core,
        }
    }
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    for week in timeline.in_weeks() {
        let missing = missing(week.entries, report.library);
        let to_come = week.strength().find(|entry| entry.is_to_come());
        let (Some(missing), Some(place)) = (missing, to_come) else {
            continue;
        };
        if missing.is_empty() || is_race_week(report, &week) {
            continue;
        }
        let words: Vec<String> = missing.iter().map(|part| part.word().to_owned()).collect();
        let words = none_of(&words);
        report.add_week(Severity::Tip, &week, place, &format!("no {words}"), || {
            message(&words, &week)
        });
    }
}

/// What the strength among these entries lacks; `None` when there is none or when some of it is not written out.
pub(super) fn missing(entries: &[TimelineEntry], library: &Library) -> Option<Vec<MovementGroup>> {
    let sessions = entries.iter().filter_map(TimelineEntry::session);
    let mut plans = sessions
        .filter_map(|session| session.plan.strength())
        .peekable();
    plans.peek()?;
    let mut missing = MovementGroup::ALL.to_vec();
    for plan in plans {
        if plan.exercises.is_empty() {
            return None;
        }
        for dose in &plan.exercises {
            let exercise = library.exercise(&dose.exercise)?;
            missing.retain(|part| !part.is_in(exercise));
        }
    }
    Some(missing)
}

fn message(words: &str, week: &WeekEntries) -> String {
    let place = match week.strength().count() {
        1 => "This week’s strength session",
        _ => "The strength of this week",
    };
    format!("{place} has no {words} exercise; a runner needs a little of each.")
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    const ALL: &str =
        "goblet-squat 3x8, glute-bridge 3x10, lunge 2x8, standing-calf-raise 3x12, plank 3x45s";

    fn week(lift: &str) -> TestWeek {
        TestWeek::of("Mon easy; Tue strength").lifts("Tue", lift)
    }

    fn without(exercise: &str) -> Vec<String> {
        let kept: Vec<_> = ALL
            .split(", ")
            .filter(|lift| !lift.starts_with(exercise))
            .collect();
        week(&kept.join(", ")).messages("coverage")
    }

    #[test]
    fn one_of_five_that_is_missing_is_a_tip() {
        assert!(week(ALL).found_by("coverage").is_empty());
        assert_eq!(week("goblet-squat 3x8").found_by("coverage"), ["hint week"]);
        for (exercise, part) in [
            ("glute-bridge", "hip"),
            ("lunge", "single-leg"),
            ("standing-calf-raise", "calf"),
            ("plank", "core"),
        ] {
            let said = without(exercise);
            assert!(
                said[0].contains(&format!("has no {part} exercise")),
                "{said:?}"
            );
        }
    }

    #[test]
    fn the_sessions_of_a_week_complete_each_other() {
        let week = TestWeek::of("Mon easy; Tue strength; Fri strength")
            .lifts("Tue", "goblet-squat 3x8, glute-bridge 3x10")
            .lifts("Fri", "lunge 2x8, standing-calf-raise 3x12, plank 3x45s");
        assert!(week.found_by("coverage").is_empty());
    }

    #[test]
    fn silent_about_what_is_not_written_out_and_what_is_done() {
        assert!(
            TestWeek::of("Mon easy; Tue strength")
                .found_by("coverage")
                .is_empty()
        );
        let half = TestWeek::of("Tue strength; Fri strength").lifts("Tue", "goblet-squat 3x8");
        assert!(half.found_by("coverage").is_empty());
        assert!(
            week("goblet-squat 3x8")
                .done("Tue")
                .found_by("coverage")
                .is_empty()
        );
        let race = week("goblet-squat 3x8").race("Sun");
        assert!(race.found_by("coverage").is_empty());
    }

    #[test]
    fn the_sentence_names_all_that_is_missing() {
        assert_eq!(
            week("goblet-squat 3x8, plank 3x45s").messages("coverage"),
            [
                "This week’s strength session has no hip, single-leg or calf exercise; \
                a runner needs a little of each."
            ]
        );
    }
}
