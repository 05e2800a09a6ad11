//! **Before a marathon the running falls for three weeks, week by week.**
//!
//! Over the last three weeks before an A marathon, that of the race with them, the running does not fall from each week
//! to the next: a tip, said of the race's week. The race is left out.
//!
//! Evidence: of 158 000 recreational marathon runners those whose running fell steadily over three weeks were 2.6 %
//! faster (Smyth 2021); meta-analyses of tapers agree (Wang 2023). It is observational: disciplined runners may do
//! both.

use chrono::Datelike;

use crate::domain::Race;

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::races::{self, MARATHON, is_goal};
use super::remedy::{Case, Remedy};
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::week::WeekEntries;
use super::wording::distance;

pub(super) const RULE: Rule = Rule {
    id: "marathon-taper",
    group: RuleGroup::Running,
    placement: Placement::Apart,
    title: "No taper before the marathon",
    summary: "Let the running fall from week to week over the last three before a marathon.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "Before an A race of a marathon or more, running that does not fall from each of the last three \
                    weeks to the next, the race left out, is a tip.",
        grounds: "Among 158 thousand recreational marathon runners those whose running fell week by week over three \
                  weeks were 2.6 % faster than those who hardly tapered. Nobody assigned them, and who tapers with \
                  discipline may train so too. Pooled trials of tapers point the same way.",
        says: &[
            Source::SMYTH_2021
                .says("Three weeks that fall strictly went with 2.6 % faster marathons."),
            Source::WANG_2023.says("Tapers of two to three weeks help endurance athletes."),
        ],
        disagrees: &[],
        certainty: Certainty::Strong,
    },
    thresholds: &[],
    remedies: &[Remedy::TrimWeek(of_last), Remedy::TrimWeekBefore(of_second)],
    check,
};

/// What a week of the taper is cut to, as a share of the one before it (practice; Bosquet 2007 has 41–60 % less in
/// all).
const FALLS_TO: f64 = 0.7;

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let history = report.history();
    let units = report.profile.units;
    for week in timeline.in_weeks() {
        let Some(race) = report.races().find(|race| is_of(race, &week)) else {
            continue;
        };
        let Some(place) = week.runs().next() else {
            continue;
        };
        let meters = [2, 1, 0].map(|back| history.week(week.number - back).meters);
        let [first, second, last] = meters;
        let falls = second < first && last < second;
        if falls || first <= 0.0 || !history.is_on_record(week.number - 2) {
            continue;
        }
        let facts = format!("{first:.0}, {second:.0}, {last:.0} m");
        report.add_week(Severity::Tip, &week, place, &facts, || {
            let [first, second, last] = meters.map(|meters| distance(meters, units));
            format!(
                "The running before {} goes {first}, {second} and {last}; falling from week to week leaves fresher \
                 legs.",
                races::name(race)
            )
        });
    }
}

/// Metres of the week of the race, where the one before it falls already.
fn of_last(case: &Case, week: i32) -> Option<f64> {
    let history = case.history();
    let [first, second] = [2, 1].map(|back| history.week(week - back).meters);
    (second < first).then_some(second * FALLS_TO)
}

/// Metres of the week before that of the race, between the two around it.
fn of_second(case: &Case, week: i32) -> Option<f64> {
    let history = case.history();
    let [first, last] = [week - 1, week + 1].map(|week| history.week(week).meters);
    let between = (first * FALLS_TO).max(f64::midpoint(first, last));
    (last < first).then_some(between)
}

/// True for a goal of a marathon or more that is run in a week.
fn is_of(race: &Race, week: &WeekEntries) -> bool {
    let is_far = race.distance.is_some_and(|far| far.m() >= MARATHON);
    let day = race.date.num_days_from_ce();
    is_goal(race) && is_far && (week.first..=week.last()).contains(&day)
}

#[cfg(test)]
mod tests {
    use crate::domain::Meters;
    use crate::rules::tests::support::TestWeek;

    const RULE: &str = "marathon-taper";

    /// The last three weeks before a marathon.
    fn weeks(km: [u32; 3], race_km: f64) -> TestWeek {
        let [first, second, last] = km;
        let text = format!(
            "Tue easy {first}km; next Tue easy {second}km; next Tue easy {last}km; Sun race {race_km}km"
        );
        let mut week = TestWeek::of(&text).race("Sun");
        let race = &mut week.athlete.profile.races[0];
        race.date = race.date + chrono::Days::new(14);
        race.distance = Some(Meters::from_km(race_km));
        week
    }

    #[test]
    fn three_weeks_fall_one_after_the_other() {
        assert!(weeks([60, 45, 30], 42.2).found_by(RULE).is_empty());
        assert_eq!(weeks([60, 60, 30], 42.2).found_by(RULE), ["hint week"]);
        assert_eq!(weeks([45, 60, 30], 42.2).found_by(RULE), ["hint week"]);
        assert_eq!(weeks([60, 45, 45], 42.2).found_by(RULE), ["hint week"]);
        assert!(weeks([60, 60, 30], 21.1).found_by(RULE).is_empty());
        assert!(weeks([60, 60, 30], 42.2).messages(RULE)[0].contains("60 km, 60 km and 30 km"));
    }
}
