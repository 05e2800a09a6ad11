//! **The week's distance grows without jumps.**
//!
//! A weekly distance, races left out, of more than 30 % above the mean of the last four weeks: a tip, with the word
//! that the evidence is weak.
//!
//! Evidence: weak. New runners who grew by 10 % a week were injured as often as those on a standard program of eight
//! weeks (20.8 against 20.3 %, Buist 2008). Novices who grew by over 30 % in a fortnight had more injuries of the kind
//! that distance brings than those under 10 % (hazard ratio 1.59, 0.96–2.66, Nielsen 2014). Frandsen 2025 found no link
//! for the week-to-week ratio and a negative one for acute to chronic load.

use super::checker::{Report, is_over};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::{Case, Remedy};
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::wording::{distance, percent};

pub(super) const RULE: Rule = Rule {
    id: "weekly-jump",
    group: RuleGroup::Running,
    placement: Placement::Apart,
    title: "A jump in weekly distance",
    summary: "Let the week’s distance stay within 30 % of the last four weeks’ mean.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "A week of running, races left out, that lies over {percent} above the mean of the last four \
                    weeks is a tip.",
        grounds: "The evidence is thin. Beginners who added 10 % a week were injured as often as those on a \
                  standard program of eight weeks (20.8 against 20.3 %). Novices whose distance grew by over 30 % \
                  in a fortnight had more injuries of the kind that distance brings than those under 10 %: \
                  hazard ratio 1.59, but anything from 0.96 to 2.66 would fit. Among 5 205 runners the ratio of \
                  week to week showed no link, acute to chronic load even a negative one, and the length of \
                  single runs told more.",
        says: &[
            Source::NIELSEN_2014.says(
                "Over 30 % in a fortnight went with more injuries in novices, at the edge of chance.",
            ),
            Source::PRACTICE.says("A third more than usual is where many coaches look twice."),
        ],
        disagrees: &[
            Source::BUIST_2008.says(
                "Growing by 10 % a week made no difference against a standard program: 20.8 against 20.3 %.",
            ),
            Source::FRANDSEN_2025.says("No link for the week-to-week ratio; the length of single runs tells more."),
        ],
        certainty: Certainty::Weak,
    },
    thresholds: thresholds! {
        "percent": 30.0 "%" in 5.0..=200.0, "Above the mean of four weeks";
    },
    remedies: &[Remedy::TrimWeek(allowed)],
    check,
};

/// Weeks whose mean a week is measured against.
const HABIT_WEEKS: i32 = 4;

/// Metres that a week may come to.
fn allowed(case: &Case, week: i32) -> Option<f64> {
    let before = week - HABIT_WEEKS..=week - 1;
    let rise = 1.0 + case.threshold("percent") / 100.0;
    Some(case.history().mean_meters(before)? * rise)
}

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let history = report.history();
    let units = report.profile.units;
    for week in timeline.in_weeks() {
        let before = week.number - HABIT_WEEKS..=week.number - 1;
        let Some(mean) = history.mean_meters(before) else {
            continue;
        };
        let meters = history.week(week.number).meters;
        let rise = meters / mean - 1.0;
        let Some(place) = week.runs().next() else {
            continue;
        };
        if !is_over(rise, report.threshold("percent")) {
            continue;
        }
        let facts = format!("{meters:.0} m");
        report.add_week(Severity::Tip, &week, place, &facts, || {
            format!(
                "This week’s {} are {} above the mean of the last four weeks ({}, races left out); \
                 the evidence against that is weak, so watch how it feels.",
                distance(meters, units),
                percent(rise),
                distance(mean, units)
            )
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::{TestWeek, monday};
    use chrono::NaiveDate;

    /// Four weeks of 40 km, and then another.
    fn week(text: &str) -> TestWeek {
        TestWeek::of(text).after(4, "Tue easy 20km; Sun long 20km")
    }

    fn found(text: &str) -> Vec<String> {
        week(text).found_by("weekly-jump")
    }

    #[test]
    fn thirty_percent_above_four_weeks_is_a_tip() {
        assert!(found("Tue easy 26km; Thu easy 26km").is_empty());
        assert_eq!(found("Tue easy 26km; Thu easy 26.1km"), ["hint week"]);
        assert!(found("Tue easy 26km; Thu easy 26km; Sun race 21.1km").is_empty());
        assert!(found("Tue easy 26km; Thu easy 26km; Fri easy 10km missed").is_empty());
        assert!(found("Tue easy 26km; Thu easy 26km; Fri cross 120min").is_empty());
    }

    #[test]
    fn it_takes_four_weeks_on_record() {
        let new = TestWeek::of("Tue easy 60km").after(3, "Tue easy 20km; Sun long 20km");
        assert!(new.found_by("weekly-jump").is_empty());
    }

    #[test]
    fn one_idle_week_is_borne_and_two_are_no_habit() {
        let gap = |idle: &[i64]| {
            let mut week = week("Tue easy 41km");
            let all = week.athlete.sessions.all().to_vec();
            let weeks_ago = |date: NaiveDate| (monday() - date).num_days() / 7 + 1;
            let kept = all.iter().filter(|session| {
                session.date >= monday() || !idle.contains(&weeks_ago(session.date))
            });
            week.athlete.sessions = kept.map(|session| (**session).clone()).collect();
            week.found_by("weekly-jump")
        };
        assert_eq!(gap(&[1]), ["hint week"], "41 km against a mean of 30");
        assert!(gap(&[1, 2]).is_empty());
    }

    #[test]
    fn the_sentence_owns_that_the_evidence_is_weak() {
        assert_eq!(
            week("Tue easy 60km").messages("weekly-jump"),
            [
                "This week’s 60 km are 50 % above the mean of the last four weeks (40 km, races left out); \
                the evidence against that is weak, so watch how it feels."
            ]
        );
    }

    #[test]
    fn the_threshold_can_be_moved() {
        let week = week("Tue easy 60km").threshold("weekly-jump", "percent", 50.0);
        assert!(week.found_by("weekly-jump").is_empty());
    }
}
