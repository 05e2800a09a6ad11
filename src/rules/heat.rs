//! **Who will race in the heat trains in it some weeks before.**
//!
//! A race that is expected to be run at 25 °C or more, without a run marked as warm one to three weeks before it: a
//! tip, on a run of these weeks.
//!
//! Evidence: one to two weeks of warm sessions bring most of what heat acclimation has to give, and it fades within
//! weeks (Pryor 2019).

use chrono::Datelike;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::races::{self, is_raced_in_earnest};
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "heat",
    group: RuleGroup::Running,
    placement: Placement::Apart,
    title: "A race in the heat",
    summary: "Before a race of 25 °C or more, run in the heat one to three weeks before.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "A race in earnest that is expected at {degrees} or more, without a run marked as warm in the one \
                    to three weeks before it, is a tip.",
        grounds: "Some days of training in the heat lower heart rate and body temperature at the same pace, and most \
                  of it is there within one to two weeks. It fades about as fast. Warm sessions ask for water, shade \
                  and a slower pace.",
        says: &[Source::PRYOR_2019.says("Acclimate over one to two weeks, close to the race.")],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "degrees": 25.0 "°C" in 15.0..=40.0, "Expected temperature of a race";
    },
    remedies: &[Remedy::RunWarm],
    check,
};

/// Days before a race in which warm sessions count.
const FIRST: i32 = 21;
const LAST: i32 = 7;

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let hot: Vec<_> = report
        .races()
        .filter(|race| is_raced_in_earnest(race))
        .filter_map(|race| Some((race, race.expected_celsius?)))
        .filter(|(_, celsius)| *celsius >= report.threshold("degrees"))
        .collect();
    for (race, celsius) in hot {
        let day = race.date.num_days_from_ce();
        let days = day - FIRST..=day - LAST;
        let mut sessions = timeline.lookback().sessions_of(days.clone());
        if sessions.any(|session| session.plan.run().is_some_and(|run| run.warm)) {
            continue;
        }
        let mut runs = timeline.inside().iter();
        let Some(run) = runs.find(|entry| {
            days.contains(&entry.day) && entry.plans_a_run() && entry.date >= report.today
        }) else {
            continue;
        };
        report.add_with_day(Severity::Tip, run, race.date, || {
            sentence(&format!(
                "{} could be run in the heat: {} is expected at {celsius} °C, and the body gets used to heat in \
                 one to two weeks.",
                dated(run),
                races::name(race)
            ))
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::Workout;
    use crate::rules::tests::support::{TestWeek, date};
    use chrono::Days;

    const RULE: &str = "heat";

    /// An easy run some days before a hot race.
    fn before(days: u64, celsius: f64) -> TestWeek {
        let mut week = TestWeek::of("Mon easy").race("Mon");
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + Days::new(days);
        race.expected_celsius = Some(celsius);
        week
    }

    #[test]
    fn warm_runs_come_one_to_three_weeks_before() {
        assert_eq!(before(14, 25.0).found_by(RULE), ["hint Mon Mon"]);
        assert!(before(14, 24.0).found_by(RULE).is_empty());
        assert_eq!(before(21, 25.0).found_by(RULE), ["hint Mon Mon"]);
        assert!(before(22, 25.0).found_by(RULE).is_empty());
        assert_eq!(before(7, 25.0).found_by(RULE), ["hint Mon Mon"]);
        assert!(before(6, 25.0).found_by(RULE).is_empty());
        let mut warm = before(14, 30.0);
        let mut run = crate::domain::Session::clone(&warm.athlete.sessions.on(date("Mon"))[0]);
        if let Workout::Run(plan) = &mut run.plan.workout {
            plan.warm = true;
        }
        warm.athlete.sessions.put(run.into(), 0);
        assert!(warm.found_by(RULE).is_empty());
    }
}
