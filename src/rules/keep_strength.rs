//! **When running grows, strength shrinks and never vanishes.**
//!
//! More distance than the mean of the last four weeks, and no strength session in a week that follows on weeks with
//! some: a caution. Silent in the week of a race.
//!
//! Evidence: 001 calls dropping strength in the build-up the opposite of what to do. One session and one set an
//! exercise keep strength for up to 32 weeks, load kept (Spiering 2021); runners did it over 40 weeks (Beattie 2017).
//! In cyclists too, six in each arm (Rønnestad 2010).

use super::checker::{Report, is_over};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::races::is_race_week;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::week::WeekEntries;
use super::wording::{distance, percent};

pub(super) const RULE: Rule = Rule {
    id: "keep-strength",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Strength dropped while running grows",
    summary: "When the running grows, reduce the strength but keep one session.",
    severities: &[Severity::Caution],
    evidence: Evidence {
        condition: "A week whose running exceeds the mean of the last four by more than {rise-percent}, without \
                    a strength session although the weeks before had some, is a caution. Silent in the week of \
                    a race.",
        grounds: "Strength fades when it is not trained, and little is needed to keep it: one session a week \
                  with one set an exercise holds it for up to 32 weeks, as long as the load stays. Distance \
                  runners who lifted once a week in season kept it over 40 weeks, and so did cyclists in a small \
                  trial.",
        says: &[
            Source::RUN_SMARTER.says("As the running grows, cut the strength back but never out."),
            Source::SPIERING_2021.says(
                "One session a week, one set an exercise, maintains strength; the load has to stay.",
            ),
            Source::BEATTIE_2017.says(
                "Runners kept strength and economy over 40 weeks, with one session a week in season.",
            ),
            Source::RONNESTAD_2010.says("One session a week maintained strength in cyclists, six in each arm."),
        ],
        disagrees: &[],
        certainty: Certainty::Strong,
    },
    thresholds: thresholds! {
        "rise-percent": 0.0 "%" in 0.0..=100.0, "Rise of the distance that counts as growth";
    },
    remedies: &[Remedy::AddSession],
    check,
};

/// Weeks whose mean the running is measured against.
const HABIT_WEEKS: i32 = 4;

fn check(report: &mut Report) {
    let timeline = report.timeline;
    for week in timeline.in_weeks() {
        let Some(rise) = rise(report, &week) else {
            continue;
        };
        let Some(place) = week.runs().next() else {
            continue;
        };
        let meters = report.history().week(week.number).meters;
        let units = report.profile.units;
        report.add_week(Severity::Caution, &week, place, "no strength", || {
            format!(
                "Running grows to {}, {} above the last four weeks, and strength is gone; \
                 one short session keeps what was built.",
                distance(meters, units),
                percent(rise)
            )
        });
    }
}

/// The share by which the running of a week without strength exceeds the last four weeks, when these had strength.
pub(super) fn rise(report: &Report, week: &WeekEntries) -> Option<f64> {
    if week.strength().next().is_some() || is_race_week(report, week) {
        return None;
    }
    let history = report.history();
    let before = week.number - HABIT_WEEKS..=week.number - 1;
    let had_strength = before
        .clone()
        .any(|number| history.week(number).strength > 0);
    if !had_strength {
        return None;
    }
    let mean = history.mean_meters(before)?;
    let rise = history.week(week.number).meters / mean - 1.0;
    let setting = RULE.figure(report.profile, "rise-percent");
    is_over(rise, setting).then_some(rise)
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    /// Four weeks of 40 km and two lifts, and then a week of some kilometres with as many lifts as said.
    fn found(km: u32, lifts: &str) -> Vec<String> {
        week(km, lifts).found_by("keep-strength")
    }

    fn week(km: u32, lifts: &str) -> TestWeek {
        TestWeek::of(&format!("Tue easy 20km; Thu tempo {}km{lifts}", km - 20)).after(
            4,
            "Mon strength; Tue easy 20km; Thu easy 20km; Fri strength",
        )
    }

    #[test]
    fn more_running_without_strength_is_a_caution() {
        assert_eq!(found(41, ""), ["warning week"]);
        assert!(found(40, "").is_empty());
        assert!(found(60, "; Sat strength core").is_empty());
    }

    #[test]
    fn it_speaks_in_the_stead_of_the_weeks_count() {
        assert!(week(50, "").found_by("strength-frequency").is_empty());
        assert_eq!(
            week(40, "").found_by("strength-frequency"),
            ["warning week"]
        );
        let off = week(50, "").off("keep-strength");
        assert_eq!(off.found_by("strength-frequency"), ["warning week"]);
    }

    #[test]
    fn silent_without_strength_before_and_without_history() {
        let runs = TestWeek::of("Tue easy 60km").after(4, "Tue easy 40km");
        assert!(runs.found_by("keep-strength").is_empty());
        let new = TestWeek::of("Tue easy 60km").after(3, "Mon strength; Tue easy 40km");
        assert!(new.found_by("keep-strength").is_empty());
        assert!(
            week(50, "")
                .race("Sun")
                .found_by("keep-strength")
                .is_empty()
        );
    }

    #[test]
    fn a_sunday_race_is_led_up_to_by_the_same_days_whichever_day_weeks_begin_on() {
        for start in [
            chrono::Weekday::Mon,
            chrono::Weekday::Sat,
            chrono::Weekday::Sun,
        ] {
            let mut week = week(50, "");
            week.athlete.profile.week_start = start;
            assert!(!week.found_by("keep-strength").is_empty(), "{start}");
            assert!(
                week.race("Sun").found_by("keep-strength").is_empty(),
                "{start}"
            );
        }
    }

    #[test]
    fn the_sentence_gives_the_figures() {
        assert_eq!(
            week(50, "").messages("keep-strength"),
            [
                "Running grows to 50 km, 25 % above the last four weeks, and strength is gone; \
                one short session keeps what was built."
            ]
        );
    }

    #[test]
    fn the_threshold_can_be_moved() {
        let week = week(50, "").threshold("keep-strength", "rise-percent", 25.0);
        assert!(week.found_by("keep-strength").is_empty());
    }
}
