//! **On a day with both, the run comes first.**
//!
//! Legs before a run of the same day: before a key run heavy is a conflict, moderate or light a caution; before any
//! other run moderate or heavy is a tip. Silent when the athlete's priority is strength.
//!
//! Evidence: time to exhaustion on the next day was lower after lifting before running (238 s) than after running
//! before lifting (275 s; 335 s without either; 14 men, 6 h between the two, Doma & Deakin 2013). 000, 002 and 004 run
//! first. 003 does first what matters most, which for an athlete who puts strength first is the lift.

use crate::domain::{LegLoad, Priority};

use super::checker::{Report, worst};
use super::evidence::{Certainty, Citation, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, name, sentence};

pub(super) const RULE: Rule = Rule {
    id: "lift-before-run",
    group: RuleGroup::Spacing,
    placement: Placement::Decides,
    title: "Lifting before running",
    summary: "On a day with legs and a run, run first.",
    severities: &[Severity::Conflict, Severity::Caution, Severity::Tip],
    evidence: Evidence {
        condition: "Leg work before a run of the same day: before a key run heavy legs are a conflict, moderate \
                    or light ones a caution; before any other run moderate or heavy legs are a tip. Silent for \
                    an athlete who puts strength first.",
        grounds: "The study that compared both orders, 6 h apart in 14 men, looked at the next day: a hard run lasted \
                  275 s after running and then lifting, 238 s after lifting and then running, and 335 s rested. So the \
                  order matters to a runner. It does not follow that lifting first never pays for somebody whose goal \
                  is the lift.",
        says: &[
            Source::BASIC_FIT.says(
                "If running is what you want to improve, run first and lift some hours later.",
            ),
            Source::RUNNING_BLOG.says("Lift after the run, when the legs are warm."),
            Source::TRA.says("On a hard day lift after the workout or later."),
            Citation {
                source: Source::DOMA_2013,
                says: "Lifting first took more from the next day’s run than running first.",
            },
        ],
        disagrees: &[Source::STRENGTH_LOG
            .says("Do first what matters most to the goal; for a runner that usually is the run.")],
        certainty: Certainty::Consensus,
    },
    thresholds: &[],
    remedies: &[Remedy::SwapOrder, Remedy::Move],
    check,
};

fn check(report: &mut Report) {
    if report.profile.priority == Priority::Strength {
        return;
    }
    let timeline = report.timeline;
    for day in timeline.days() {
        for (place, legs) in day.iter().enumerate() {
            let Some(load) = legs.legs() else { continue };
            let runs = day.iter().skip(place + 1).filter(|entry| entry.is_run());
            let judged = runs.filter_map(|run| Some((severity(load, run)?, run)));
            let Some((severity, run)) = worst(judged) else {
                continue;
            };
            report.add(severity, &[legs, run], || message(legs, run));
        }
    }
}

fn severity(load: LegLoad, run: &TimelineEntry) -> Option<Severity> {
    match (run.is_key(), load) {
        (true, LegLoad::Heavy) => Some(Severity::Conflict),
        (true, _) => Some(Severity::Caution),
        (false, LegLoad::Moderate | LegLoad::Heavy) => Some(Severity::Tip),
        (false, LegLoad::Light | LegLoad::None) => None,
    }
}

fn message(legs: &TimelineEntry, run: &TimelineEntry) -> String {
    let effect = if run.is_key() {
        "the run that matters is done on tired legs"
    } else {
        "run first and lift afterwards"
    };
    sentence(&format!(
        "{} comes before the {}; {effect}.",
        dated(legs),
        name(run)
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn found(text: &str) -> Vec<String> {
        TestWeek::of(text).found_by("lift-before-run")
    }

    #[test]
    fn load_and_run_decide_how_bad_it_is() {
        assert_eq!(found("Tue am strength heavy; Tue pm tempo"), ["error Tue"]);
        assert_eq!(
            found("Tue am strength moderate; Tue pm tempo"),
            ["warning Tue"]
        );
        assert_eq!(
            found("Tue am strength light; Tue pm tempo"),
            ["warning Tue"]
        );
        assert_eq!(found("Tue am strength heavy; Tue pm easy"), ["hint Tue"]);
        assert_eq!(
            found("Tue am strength moderate; Tue pm steady"),
            ["hint Tue"]
        );
        assert!(found("Tue am strength light; Tue pm easy").is_empty());
        assert!(found("Tue am strength upper; Tue pm tempo").is_empty());
        assert!(found("Tue am tempo; Tue pm strength heavy").is_empty());
    }

    #[test]
    fn without_times_the_stored_order_counts() {
        assert_eq!(found("Tue strength heavy; Tue tempo"), ["error Tue"]);
        assert!(found("Tue tempo; Tue strength heavy").is_empty());
    }

    #[test]
    fn an_untimed_session_follows_its_predecessor() {
        assert!(found("Tue 18:00 easy; Tue strength heavy; Tue 07:00 tempo").is_empty());
        assert_eq!(
            found("Tue 06:00 easy; Tue strength heavy; Tue 07:00 tempo"),
            ["error Tue"]
        );
    }

    #[test]
    fn cross_training_counts_as_an_easy_run() {
        assert_eq!(found("Tue am strength heavy; Tue pm cross"), ["hint Tue"]);
        assert!(found("Tue am strength heavy; Tue pm mobility").is_empty());
    }

    #[test]
    fn silent_when_strength_comes_first() {
        let week = TestWeek::of("Tue am strength heavy; Tue pm tempo").priority("strength");
        assert!(week.found_by("lift-before-run").is_empty());
        let week = TestWeek::of("Tue am strength heavy; Tue pm tempo").priority("balanced");
        assert_eq!(week.found_by("lift-before-run"), ["error Tue"]);
    }

    #[test]
    fn the_run_that_suffers_most_is_named() {
        assert_eq!(
            TestWeek::of("Tue 06:00 strength heavy; Tue 09:00 easy; Tue 18:00 tempo")
                .messages("lift-before-run"),
            ["Tuesday’s heavy full body comes before the tempo; \
              the run that matters is done on tired legs."]
        );
    }
}
