//! **A session is what its exercises are, whatever it is called.**
//!
//! A session declared as upper body or core whose exercises load the legs, or declared as lower body with hardly a
//! leg set: a tip. A coach who set region or leg load by hand knows better.
//!
//! Evidence: 001's own sample Thursday, "upper body and core only", names a lower-body workout.

use crate::domain::{LegLoad, Region};

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::{Role, TimelineEntry};
use super::wording::{day, sentence};

pub(super) const RULE: Rule = Rule {
    id: "content-mismatch",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Not what it is called",
    summary: "A session called upper body or core spares the legs, and one called lower body trains them.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "A session declared as upper body or core whose exercises load the legs, or one declared as \
                    lower body with hardly a leg set, is a tip. Silent where the coach set region or leg load \
                    by hand.",
        grounds: "This one needs no study: weeks are planned by what sessions are called, and legs that are \
                  trained under another name are tired all the same. Even a guide for runners got it wrong.",
        says: &[Source::RUN_SMARTER.says(
            "Its sample Thursday is called upper body and core only, and names a lower-body workout.",
        )],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: &[],
    remedies: &[Remedy::MakeUpper, Remedy::Relabel],
    check,
};

fn check(report: &mut Report) {
    let timeline = report.timeline;
    for entry in timeline.inside() {
        let Some(declared) = mismatch(entry) else {
            continue;
        };
        report.add(Severity::Tip, &[entry], || message(entry, declared));
    }
}

/// The declared region that the exercises belie.
fn mismatch(entry: &TimelineEntry) -> Option<Region> {
    let plan = entry.strength_to_come()?;
    let Role::Strength(region, leg_load) = entry.role else {
        return None;
    };
    let is_set_by_hand = plan.region_override.is_some() || plan.leg_load_override.is_some();
    if plan.exercises.is_empty() || is_set_by_hand {
        return None;
    }
    let declared = plan.region?;
    let belies = match declared {
        Region::Upper | Region::Core => leg_load != LegLoad::None,
        Region::Lower => matches!(region, Region::Upper | Region::Core),
        Region::Full => false,
    };
    belies.then_some(declared)
}

fn message(entry: &TimelineEntry, declared: Region) -> String {
    let called = match declared {
        Region::Upper => "upper body",
        Region::Core => "core",
        Region::Lower => "lower body",
        Region::Full => "full body",
    };
    let truth = match (declared, entry.legs()) {
        (Region::Lower, _) => "its exercises hardly train the legs".to_owned(),
        (_, Some(load)) => format!("its exercises are {} work for the legs", load.word()),
        (_, None) => "its exercises train the legs".to_owned(),
    };
    sentence(&format!(
        "{}’s strength is called {called}, and {truth}.",
        day(entry.date)
    ))
}

#[cfg(test)]
mod tests {
    use crate::domain::{LegLoad, Workout};
    use crate::rules::tests::support::TestWeek;

    fn week(declared: &str, lift: &str) -> TestWeek {
        TestWeek::of(&format!("Thu strength {declared}")).lifts("Thu", lift)
    }

    fn found(declared: &str, lift: &str) -> Vec<String> {
        week(declared, lift).found_by("content-mismatch")
    }

    #[test]
    fn upper_and_core_spare_the_legs() {
        assert_eq!(found("upper", "row 3x8, squat 3x8"), ["hint Thu"]);
        assert!(
            found("upper", "row 3x8, squat 2x8").is_empty(),
            "the legs feel nothing"
        );
        assert_eq!(found("core", "plank 3x45s, lunge 3x8"), ["hint Thu"]);
        assert!(found("core", "plank 3x45s, row 3x8").is_empty());
        assert!(found("full", "squat 3x8").is_empty());
        assert!(found("", "squat 3x8").is_empty());
    }

    #[test]
    fn lower_trains_the_legs() {
        assert_eq!(found("lower", "row 9x8, squat 1x8"), ["hint Thu"]);
        assert!(
            found("lower", "row 5x8, squat 1x8").is_empty(),
            "17 % are leg sets"
        );
    }

    #[test]
    fn the_coachs_hand_wins_and_words_alone_say_nothing() {
        let mut set = week("upper", "row 3x8, squat 3x8");
        let mut session = (*set.athlete.sessions.all()[0]).clone();
        let Workout::Strength(plan) = &mut session.plan.workout else {
            panic!()
        };
        plan.leg_load_override = Some(LegLoad::Light);
        set.athlete.sessions.put(session.into(), 0);
        assert!(set.found_by("content-mismatch").is_empty());
        let words = TestWeek::of("Thu strength upper heavy");
        assert!(words.found_by("content-mismatch").is_empty());
    }

    #[test]
    fn the_sentence_says_what_it_is() {
        assert_eq!(
            week("upper", "row 3x8, lunge 4x8").messages("content-mismatch"),
            [
                "Thursday’s strength is called upper body, and its exercises are moderate work for the legs."
            ]
        );
    }
}
