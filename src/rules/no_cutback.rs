//! **After some rising weeks comes a lighter one.**
//!
//! Four weeks that each bring more distance than any since the last cutback, and no cutback of 15 % or more among
//! them: a tip. Races are left out of the distance.
//!
//! Evidence: practice; most plans lighten every third or fourth week.

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::{Case, Remedy};
use super::rule::{Placement, Rule, RuleGroup};
use super::running_history::RunningHistory;
use super::source::Source;
use super::threshold::thresholds;
use super::wording::{count, distance};

pub(super) const RULE: Rule = Rule {
    id: "no-cutback",
    group: RuleGroup::Running,
    placement: Placement::Apart,
    title: "No lighter week",
    summary: "After three rising weeks, run 15 % less for one.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "A tip after {weeks} that each bring more distance than any since the last lighter week, \
                    with none among them that is {cutback-percent} or more below.",
        grounds: "Most plans lighten every third or fourth week, to let the training take hold. It is a habit \
                  with good reasons, and it has not been tested in runners.",
        says: &[Source::PRACTICE.says("One lighter week in three or four.")],
        disagrees: &[],
        certainty: Certainty::Weak,
    },
    thresholds: thresholds! {
        "weeks": 4.0 "weeks" in 2.0..=5.0, "Rising weeks before a tip, 5 at most";
        "cutback-percent": 15.0 "%" in 5.0..=50.0, "Least cut in distance for a lighter week";
    },
    remedies: &[Remedy::TrimWeek(allowed)],
    check,
};

/// Weeks that are looked back upon.
const LOOK_BACK: i32 = 6;
/// How much more distance is a rise: less comes of rounding and of estimates.
const RISE: f64 = 1.02;

/// Metres that a lighter week may come to.
#[expect(clippy::unnecessary_wraps, reason = "other rules may know no limit")]
fn allowed(case: &Case, week: i32) -> Option<f64> {
    let last = case.history().week(week - 1).meters;
    Some(last * (1.0 - case.threshold("cutback-percent") / 100.0))
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let history = report.history();
    let cutback = 1.0 - report.threshold("cutback-percent") / 100.0;
    let units = report.profile.units;
    for week in timeline.in_weeks() {
        let rises = rising_weeks(&history, week.number, cutback);
        let Some(place) = week.runs().next() else {
            continue;
        };
        if f64::from(rises) < report.threshold("weeks") {
            continue;
        }
        let meters = history.week(week.number).meters;
        let facts = format!("{rises} rising");
        report.add_week(Severity::Tip, &week, place, &facts, || {
            format!(
                "Running has risen for {} without a lighter one, to {}; one in four gives the body time.",
                count(rises as usize, "week", "weeks"),
                distance(meters, units)
            )
        });
    }
}

/// How many weeks, with this one as the last, rose above all since the last cutback; 0 when this one did not.
fn rising_weeks(history: &RunningHistory, number: i32, cutback: f64) -> u32 {
    let mut rises = 0;
    let mut highest = 0.0;
    let mut last = 0.0;
    let mut rose = false;
    for week in number - LOOK_BACK..=number {
        let meters = history.week(week).meters;
        rose = highest > 0.0 && meters > highest * RISE;
        if meters <= last * cutback || highest <= 0.0 {
            (rises, highest, rose) = (0, meters, false);
        } else if rose {
            rises += 1;
            highest = meters;
        }
        last = meters;
    }
    if rose { rises } else { 0 }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    /// Weeks with one run of these kilometres.
    fn found(km: &[f64]) -> Vec<String> {
        weeks(km).found_by("no-cutback")
    }

    fn weeks(km: &[f64]) -> TestWeek {
        let text: Vec<String> = km.iter().map(|km| format!("Tue easy {km}km")).collect();
        TestWeek::of(&text.join("; next "))
    }

    #[test]
    fn the_fourth_rising_week_is_a_tip() {
        assert!(found(&[30.0, 32.0, 34.0, 36.0]).is_empty());
        assert_eq!(found(&[30.0, 32.0, 34.0, 36.0, 38.0]), ["hint week"]);
        assert_eq!(found(&[30.0, 32.0, 34.0, 36.0, 38.0, 40.0]).len(), 2);
    }

    #[test]
    fn a_lighter_week_begins_anew() {
        assert!(found(&[30.0, 32.0, 34.0, 28.9, 36.0, 38.0]).is_empty());
        assert_eq!(found(&[30.0, 32.0, 34.0, 29.0, 36.0, 38.0]), ["hint week"]);
    }

    #[test]
    fn even_weeks_do_not_rise() {
        assert!(found(&[40.0, 41.0, 40.0, 41.0, 40.0, 41.0]).is_empty());
        assert!(
            found(&[40.0, 40.5, 40.9, 41.2, 41.5]).is_empty(),
            "that is rounding"
        );
    }

    #[test]
    fn the_sentence_counts_the_weeks() {
        assert_eq!(
            weeks(&[30.0, 32.0, 34.0, 36.0, 38.0]).messages("no-cutback"),
            [
                "Running has risen for 4 weeks without a lighter one, to 38 km; \
                one in four gives the body time."
            ]
        );
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = weeks(&[30.0, 32.0, 34.0, 36.0]).threshold("no-cutback", "weeks", 3.0);
        assert_eq!(week.found_by("no-cutback"), ["hint week"]);
    }
}
