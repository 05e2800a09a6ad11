//! **A taper shortens runs, and hardly leaves any out.**
//!
//! In the last two weeks before an A race: fewer runs, by more than a quarter, than in the third to the sixth week
//! before the race's: a tip. The race counts as a run.
//!
//! Evidence: the tapers that gain most cut the volume and keep the number of sessions (Bosquet 2007).

use crate::domain::Race;

use chrono::Datelike;

use super::checker::{Report, is_over};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::races::{self, goal_ahead};
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::week::{DAYS, WeekEntries};
use super::wording::{count, percent};

pub(super) const RULE: Rule = Rule {
    id: "taper-frequency",
    group: RuleGroup::Running,
    placement: Placement::Apart,
    title: "Runs left out in the taper",
    summary: "In the taper, run less far and nearly as often.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "In the last two weeks before an A race, a number of runs that is cut by more than {percent} \
                    against the third to the sixth week before that of the race is a tip. The race counts as a run, \
                    and of its own week only the days up to it count.",
        grounds: "A meta-analysis of tapers found the gain where the volume fell and the intensity and the number of \
                  sessions stayed. Legs that suddenly rest for days feel heavy and not fresh, runners say; that has \
                  not been measured.",
        says: &[Source::BOSQUET_2007
            .says("Cut the volume; keep the number of sessions and the intensity.")],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "percent": 25.0 "%" in 5.0..=80.0, "Fewer runs than before the taper";
    },
    remedies: &[Remedy::AddRuns],
    check,
};

/// Weeks of taper, that of the race among them.
const TAPER_WEEKS: f64 = 2.0;
/// Weeks before that of the race whose number of runs is the usual one.
const FIRST: i32 = 6;
const LAST: i32 = 3;

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let history = report.history();
    for week in timeline.in_weeks() {
        let Some(race) = goal_ahead(report, &week, TAPER_WEEKS) else {
            continue;
        };
        let race_week = timeline.weeks().number(race.date.num_days_from_ce());
        let Some(usual) = history.mean_runs(race_week - FIRST..=race_week - LAST) else {
            continue;
        };
        let Some(place) = week.runs().find(|run| run.is_to_come()) else {
            continue;
        };
        let runs = week.runs().count();
        // In race week, count only the days up to the race.
        let days = (race.date.num_days_from_ce() - week.first + 1).min(DAYS);
        let usual = usual * f64::from(days) / f64::from(DAYS);
        let cut = 1.0 - runs as f64 / usual;
        if !is_over(cut, report.threshold("percent")) {
            continue;
        }
        let facts = format!("{runs} runs");
        report.add_week(Severity::Tip, &week, place, &facts, || {
            message(&week, race, cut)
        });
    }
}

fn message(week: &WeekEntries, race: &Race, cut: f64) -> String {
    format!(
        "{} before {} this week are {} fewer than before the taper; shorten runs rather than leave them out.",
        count(week.runs().count(), "run", "runs"),
        races::name(race),
        percent(cut)
    )
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    const RULE: &str = "taper-frequency";

    fn week(text: &str) -> TestWeek {
        let past = "Tue easy 8km; Wed easy 8km; Fri easy 8km; Sun long 16km";
        TestWeek::of(text).after(7, past).race("Sun")
    }

    #[test]
    fn a_taper_keeps_most_of_its_runs() {
        assert!(
            week("Tue easy 4km; Thu easy 4km; Sun race")
                .found_by(RULE)
                .is_empty()
        );
        assert_eq!(week("Tue easy 4km; Sun race").found_by(RULE), ["hint week"]);
        let far = week("Tue easy 4km; Thu easy 4km; Sun race").threshold(RULE, "percent", 20.0);
        assert_eq!(far.found_by(RULE), ["hint week"]);
    }

    #[test]
    fn without_a_race_or_a_habit_it_is_silent() {
        let mut c_race = week("Tue easy 4km; Sun race");
        c_race.athlete.profile.races[0].priority = crate::domain::RacePriority::C;
        assert!(c_race.found_by(RULE).is_empty());
        let new = TestWeek::of("Tue easy 4km; Sun race").race("Sun");
        assert!(new.found_by(RULE).is_empty());
    }

    #[test]
    fn the_sentence_counts_the_runs() {
        assert_eq!(
            week("Tue easy 4km; Sun race").messages(RULE),
            [
                "2 runs before City run this week are 50 % fewer than before the taper; \
              shorten runs rather than leave them out."
            ]
        );
    }
}
