//! **A run takes two and a half hours at the most.**
//!
//! A run of over 150 minutes, whatever it is called, is a tip; before a marathon or more within 16 weeks, of over 180
//! minutes. Races are exempt.
//!
//! Evidence: Daniels caps the long run at 150 minutes, since what follows costs more than it gives. Marathon runners
//! go longer in practice.

use crate::domain::{Race, RunKind, Session};

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::races::{MARATHON, days_until};
use super::remedy::{Cap, Case, Remedy};
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::week::DAYS;
use super::wording::{lasting, sentence};

pub(super) const RULE: Rule = Rule {
    id: "long-run-time",
    group: RuleGroup::Running,
    placement: Placement::Apart,
    title: "A very long run",
    summary: "Let long runs take 150 min at most, and 180 min on the way to a marathon.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "A run of over {minutes} is a tip; within {marathon-weeks} of a marathon or more, one \
                    of over {marathon-minutes}. Races are exempt.",
        grounds: "Daniels ends long runs at 150 min, since what follows costs more recovery than it adds. That \
                  is a coach’s judgement. Before a marathon many go longer, above all those who will be on \
                  their feet for long on the day.",
        says: &[Source::DANIELS.says("No long run over 150 min.")],
        disagrees: &[Source::PRACTICE
            .says("On the way to a marathon, long runs of up to three hours are common.")],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "minutes": 150.0 "min" in 60.0..=300.0, "Longest long run", below "marathon-minutes";
        "marathon-minutes": 180.0 "min" in 60.0..=360.0, "Longest long run on the way to a marathon or more";
        "marathon-weeks": 16.0 "weeks" in 1.0..=52.0, "Weeks before a marathon with the longer limit";
    },
    remedies: &[Remedy::Shorten(cap)],
    check,
};

fn check(report: &mut Report) {
    let timeline = report.timeline;
    // All kinds of run count but races: an easy run of three hours costs as much as a long one.
    let long = |entry: &&TimelineEntry| entry.run_kind().is_some_and(|kind| kind != RunKind::Race);
    for entry in timeline.inside().iter().filter(long) {
        let limit = report.threshold(limit_name(
            report.races(),
            entry,
            report.threshold("marathon-weeks"),
        ));
        if f64::from(entry.duration.0) <= limit {
            continue;
        }
        report.add(Severity::Tip, &[entry], || {
            sentence(&format!(
                "{}; beyond {limit} min a long run costs more than it gives.",
                lasting(entry)
            ))
        });
    }
}

#[expect(clippy::unnecessary_wraps, reason = "other rules may know no limit")]
fn cap(case: &Case, entry: &TimelineEntry, _: &Session) -> Option<Cap> {
    let races = case.profile.races.iter();
    let name = limit_name(races, entry, case.threshold("marathon-weeks"));
    Some(Cap::Minutes(case.threshold(name)))
}

/// The name of the threshold that a long run goes by.
fn limit_name<'r>(
    mut races: impl Iterator<Item = &'r Race>,
    entry: &TimelineEntry,
    weeks: f64,
) -> &'static str {
    let is_marathon = |race: &Race| race.distance.is_some_and(|far| far.m() >= MARATHON);
    let is_ahead = |race: &Race| {
        let days = days_until(race, entry.date);
        days >= 0 && f64::from(days) <= weeks * f64::from(DAYS)
    };
    if races.any(|race| is_marathon(race) && is_ahead(race)) {
        "marathon-minutes"
    } else {
        "minutes"
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::Meters;
    use crate::rules::tests::support::TestWeek;
    use chrono::Days;

    fn found(run: &str) -> Vec<String> {
        TestWeek::of(&format!("Sun {run}")).found_by("long-run-time")
    }

    #[test]
    fn two_and_a_half_hours_are_the_most() {
        assert!(found("long 150min").is_empty());
        assert_eq!(found("long 151min"), ["hint Sun"]);
        assert_eq!(found("easy 200min"), ["hint Sun"], "whatever it is called");
        assert!(found("race 200min").is_empty());
    }

    #[test]
    fn three_hours_on_the_way_to_a_marathon() {
        let before = |days: u64, km: f64, minutes: u32| {
            let mut week = TestWeek::of(&format!("Sun long {minutes}min")).race("Sun");
            let race = &mut week.athlete.profile.races[0];
            race.date = race.date + Days::new(days);
            race.distance = Some(Meters::from_km(km));
            week.found_by("long-run-time")
        };
        assert!(before(112, 42.2, 180).is_empty());
        assert_eq!(before(112, 42.2, 181), ["hint Sun"]);
        assert_eq!(before(113, 42.2, 151), ["hint Sun"]);
        assert_eq!(before(14, 21.1, 151), ["hint Sun"]);
    }

    #[test]
    fn the_sentence_gives_the_time() {
        assert_eq!(
            TestWeek::of("Sun long 165min").messages("long-run-time"),
            [
                "Sunday’s long run takes 2 h 45 min; beyond 150 min a long run costs more than it gives."
            ]
        );
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = TestWeek::of("Sun long 165min").threshold("long-run-time", "minutes", 165.0);
        assert!(week.found_by("long-run-time").is_empty());
    }
}
