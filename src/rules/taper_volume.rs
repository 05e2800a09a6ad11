//! **Before the race of the season the running halves.**
//!
//! In the week of an A race of a half marathon or more: running without the race that is cut by less than 20 % against
//! the mean of the third to the sixth week before: a tip.
//!
//! Evidence: tapers of two weeks that cut the volume by 41–60 % and keep the intensity and the number of runs gain most
//! (Bosquet 2007).

use crate::domain::Race;

use chrono::Datelike;

use super::checker::{Report, is_under};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::races::{self, HALF_MARATHON, is_goal};
use super::remedy::{Case, Remedy};
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::week::WeekEntries;
use super::wording::{distance, percent};

pub(super) const RULE: Rule = Rule {
    id: "taper-volume",
    group: RuleGroup::Running,
    placement: Placement::Apart,
    title: "A race week without a taper",
    summary: "In the week of an A race, cut the running by half; keep the intensity and the number of runs.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "In the week of an A race of a half marathon or more, running that is cut by less than \
                    {percent} against the third to the sixth week before is a tip. The race itself is left out.",
        grounds: "A meta-analysis of tapers found the largest gain with 41 to 60 % less volume over about two weeks, \
                  with the intensity and the number of sessions kept. The rule speaks only well below that, since \
                  races and runners differ.",
        says: &[Source::BOSQUET_2007
            .says("Cut the volume by 41 to 60 %; keep the intensity and the number of sessions.")],
        disagrees: &[],
        certainty: Certainty::Strong,
    },
    thresholds: thresholds! {
        "percent": 20.0 "%" in 0.0..=80.0, "Least cut against the weeks before the taper";
    },
    remedies: &[Remedy::TrimWeek(allowed)],
    check,
};

/// The weeks before a race week that show what the athlete is used to.
const FIRST: i32 = 6;
const LAST: i32 = 3;

/// The share of the usual distance that the fix leaves: 41–60 % less is what gains most.
const TAPERED: f64 = 0.5;

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let history = report.history();
    let units = report.profile.units;
    for week in timeline.in_weeks() {
        let Some(race) = report.races().find(|race| calls_for_taper(race, &week)) else {
            continue;
        };
        let Some(usual) = usual_meters(&history, week.number) else {
            continue;
        };
        let Some(place) = week.runs().next() else {
            continue;
        };
        let meters = history.week(week.number).meters;
        let cut = 1.0 - meters / usual;
        if !is_under(cut, report.threshold("percent")) {
            continue;
        }
        let facts = format!("{meters:.0} m");
        report.add_week(Severity::Tip, &week, place, &facts, || {
            let change = if cut >= 0.0 {
                format!("only {} less", percent(cut))
            } else {
                format!("{} more", percent(-cut))
            };
            format!(
                "The week of {} has {} besides the race, {change} than before the taper; \
                 cut 41–60 %, and keep the intensity and the number of runs.",
                races::name(race),
                distance(meters, units)
            )
        });
    }
}

fn calls_for_taper(race: &Race, week: &WeekEntries) -> bool {
    let is_far = race.distance.is_some_and(|far| far.m() >= HALF_MARATHON);
    let day = race.date.num_days_from_ce();
    is_goal(race) && is_far && (week.first..=week.last()).contains(&day)
}

/// Metres that the week of the race may come to.
fn allowed(case: &Case, week: i32) -> Option<f64> {
    Some(usual_meters(&case.history(), week)? * TAPERED)
}

/// Mean metres of the weeks before the taper.
fn usual_meters(history: &super::running_history::RunningHistory, week: i32) -> Option<f64> {
    history.mean_meters(week - FIRST..=week - LAST)
}

#[cfg(test)]
mod tests {
    use crate::domain::{Meters, RacePriority};
    use crate::rules::tests::support::TestWeek;

    /// Six weeks of 40 km, and then the week of a race on Sunday.
    fn week(km: f64, race_km: f64) -> TestWeek {
        let text = format!("Tue easy {km}km; Sun race {race_km}km");
        let mut week = TestWeek::of(&text)
            .after(6, "Tue easy 20km; Sun long 20km")
            .race("Sun");
        week.athlete.profile.races[0].distance = Some(Meters::from_km(race_km));
        week
    }

    fn found(km: f64, race_km: f64) -> Vec<String> {
        week(km, race_km).found_by("taper-volume")
    }

    #[test]
    fn a_cut_under_twenty_percent_is_a_tip() {
        assert_eq!(found(32.1, 21.1), ["hint week"]);
        assert!(found(32.0, 21.1).is_empty());
        assert!(found(40.0, 10.0).is_empty(), "too short a race");
        let mut b = week(40.0, 21.1);
        b.athlete.profile.races[0].priority = RacePriority::B;
        assert!(b.found_by("taper-volume").is_empty());
    }

    #[test]
    fn it_takes_six_weeks_on_record() {
        let mut week = TestWeek::of("Tue easy 40km")
            .after(5, "Tue easy 40km")
            .race("Sun");
        week.athlete.profile.races[0].distance = Some(Meters::from_km(21.1));
        assert!(week.found_by("taper-volume").is_empty());
    }

    #[test]
    fn the_sentence_gives_the_cut() {
        assert_eq!(
            week(36.0, 21.1).messages("taper-volume"),
            [
                "The week of City run has 36 km besides the race, only 10 % less than before the taper; \
                cut 41–60 %, and keep the intensity and the number of runs."
            ]
        );
    }

    #[test]
    fn the_threshold_can_be_moved() {
        let week = week(36.0, 21.1).threshold("taper-volume", "percent", 10.0);
        assert!(week.found_by("taper-volume").is_empty());
    }
}
