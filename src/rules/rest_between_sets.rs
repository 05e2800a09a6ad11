//! **Heavy sets want long rests.**
//!
//! Compound lifts of up to six repetitions, or at 80 % of the maximum and more, with less than two minutes between
//! sets: a tip. Supersets and circuits are exempt, and so is what is done with the body's own weight.
//!
//! Evidence: 003 lets runners rest long between sets, since there is nothing to gain from the rush. 001 likes
//! supersets, to save time.

use chrono::NaiveDate;

use crate::domain::{Demand, Profile, Reps, Seconds, StrengthPlan};
use crate::library::Library;
use crate::notation;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::lifts::{Lift, lifts};
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "rest-between-sets",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Short rest between heavy sets",
    summary: "Rest two minutes or more between heavy sets of compound lifts.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "Compound lifts of up to {reps} a set, or from {percent} of the maximum, with less than \
                    {minutes} of rest between sets: a tip. Supersets, circuits and lifts with the body’s own \
                    weight are exempt.",
        grounds: "Heavy sets are only as good as the recovery before them. The strength guide gives 2 to 4 min \
                  for heavy compound lifts, 2 to 3 min for moderate ones and about 1 min for small ones and the \
                  core, and calls these suggestions. Hurry adds breathlessness, which runners get from running.",
        says: &[Source::STRENGTH_LOG.says("2 to 4 min between heavy sets of compound lifts.")],
        disagrees: &[Source::RUN_SMARTER.says(
            "Alternate two exercises to save time; supersets are exempt here for that reason.",
        )],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "minutes": 2.0 "min" in 0.0..=6.0, "Rest between heavy sets";
        "reps": 6.0 "repetitions" in 1.0..=15.0, "Most repetitions of a heavy set";
        "percent": 80.0 "%" in 50.0..=100.0, "Percent of the maximum from which a set is heavy";
    },
    remedies: &[Remedy::RestLonger],
    check,
};

/// What makes a set heavy, and the rest it wants.
#[derive(Clone, Copy)]
pub(super) struct Heavy {
    minutes: f64,
    reps: f64,
    percent: f64,
}

impl Heavy {
    /// By the thresholds of the rule.
    pub(super) fn of(threshold: impl Fn(&str) -> f64) -> Self {
        Self {
            minutes: threshold("minutes"),
            reps: threshold("reps"),
            percent: threshold("percent"),
        }
    }

    /// The rest of a lift that is too short for it.
    fn short_rest(
        self,
        lift: &Lift,
        plan: &StrengthPlan,
        profile: &Profile,
        date: NaiveDate,
    ) -> Option<Seconds> {
        let rest = lift.dose.rest?;
        let is_short = rest.minutes() < self.minutes;
        let is_exempt =
            lift.is_in_turn(plan) || lift.exercise.demand != Demand::Compound || !lift.is_loaded();
        if !is_short || is_exempt {
            return None;
        }
        let few = matches!(lift.dose.reps, Reps::Count(reps) if f64::from(reps.high) <= self.reps);
        let percent = || lift.percent(profile, date);
        let is_heavy = few || percent().is_some_and(|percent| percent >= self.percent);
        is_heavy.then_some(rest)
    }

    /// The plan with the rests that its heavy sets want.
    pub(super) fn rested(
        self,
        plan: &StrengthPlan,
        library: &Library,
        profile: &Profile,
        date: NaiveDate,
    ) -> StrengthPlan {
        let mut rested = plan.clone();
        for lift in lifts(plan, library) {
            if self.short_rest(&lift, plan, profile, date).is_some()
                && let Some(dose) = rested.exercises.get_mut(lift.place)
            {
                dose.rest = Some(Seconds((self.minutes * 60.0).ceil() as u32));
            }
        }
        rested
    }
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let heavy = Heavy::of(|name| report.threshold(name));
    for entry in timeline.inside() {
        let Some(plan) = entry.strength_to_come() else {
            continue;
        };
        let profile = report.profile;
        let short = |lift: Lift| heavy.short_rest(&lift, plan, profile, entry.date);
        let library = report.library;
        let Some((lift, rest)) = lifts(plan, library).find_map(|lift| Some((lift, short(lift)?)))
        else {
            continue;
        };
        report.add(Severity::Tip, &[entry], || {
            message(entry, &lift, rest, heavy.minutes)
        });
    }
}

fn message(entry: &TimelineEntry, lift: &Lift, rest: Seconds, minutes: f64) -> String {
    let rest = notation::rest(rest);
    sentence(&format!(
        "{} leaves {rest} between heavy sets of {}; {minutes} min or more let each set be a good one.",
        dated(entry),
        lift.name()
    ))
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    fn week(lift: &str) -> TestWeek {
        TestWeek::of("Tue strength").lifts("Tue", lift)
    }

    fn found(lift: &str) -> Vec<String> {
        week(lift).found_by("rest-between-sets")
    }

    #[test]
    fn heavy_sets_want_two_minutes() {
        assert_eq!(found("squat 3x6 rest119s"), ["hint Tue"]);
        assert!(found("squat 3x6 rest120s").is_empty());
        assert!(found("squat 3x7 rest60s").is_empty());
        assert_eq!(found("squat 3x8 @80% rest60s"), ["hint Tue"]);
        assert!(found("squat 3x8 @79% rest60s").is_empty());
        assert!(found("squat 3x5").is_empty(), "nobody said how long");
    }

    #[test]
    fn supersets_and_light_work_are_exempt() {
        assert!(found("squat 3x5 rest60s ssA, row 3x5 rest60s ssA").is_empty());
        assert!(found("squat 3x5 @bw rest60s").is_empty());
        assert!(found("standing-calf-raise 3x6 rest60s").is_empty());
        assert!(found("push-up 3x5 rest60s").is_empty());
        assert_eq!(found("bench-press 3x5 rest60s"), ["hint Tue"]);
    }

    #[test]
    fn the_sentence_gives_the_rest() {
        assert_eq!(
            week("squat 3x5 rest90s").messages("rest-between-sets"),
            [
                "Tuesday’s heavy lower body leaves 90 s between heavy sets of squat; \
                2 min or more let each set be a good one."
            ]
        );
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = week("squat 3x8 rest60s").threshold("rest-between-sets", "reps", 8.0);
        assert_eq!(week.found_by("rest-between-sets"), ["hint Tue"]);
    }
}
