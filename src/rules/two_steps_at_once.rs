//! **One thing grows at a time: the long run, or the hard minutes.**
//!
//! A week with over 30 % more minutes of hard running than the mean of the last four, and a run longer than any of
//! those weeks: a tip. Hard running is what key runs take that are neither long runs nor races.
//!
//! Evidence: practice, after Warden 2021: bone adapts to load that grows in one way at a time.

use super::checker::{Report, is_over};
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::wording::{distance, minutes, percent};

pub(super) const RULE: Rule = Rule {
    id: "two-steps-at-once",
    group: RuleGroup::Running,
    placement: Placement::Apart,
    title: "Two steps at once",
    summary: "Let either the longest run or the hard minutes grow in a week, and not both.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "A week with over {percent} more minutes of hard running than the mean of the last four weeks and \
                    clearly more than any of them, and a run longer than any of theirs, is a tip. Hard running is the \
                    work of tempo runs, intervals, hills and their like; one repeat or a tenth more than the hardest \
                    week is no step.",
        grounds: "Bone and tendon answer to how hard and to how long they are loaded, and reviews of bone stress \
                  injuries advise to let one of the two grow at a time. That 30 % more is a step is practice.",
        says: &[
            Source::WARDEN_2021.says("Raise distance or intensity, one after the other."),
            Source::PRACTICE
                .says("About a third more hard running than usual is a step of its own."),
        ],
        disagrees: &[],
        certainty: Certainty::Weak,
    },
    thresholds: thresholds! {
        "percent": 30.0 "%" in 5.0..=200.0, "More hard minutes than the mean of four weeks";
    },
    remedies: &[Remedy::MakeEasy],
    check,
};

/// Weeks that the hard minutes and the longest run are measured against.
const HABIT_WEEKS: i32 = 4;
/// What a week may have beyond the hardest of them: a tenth, or the minutes of one repeat.
const A_TENTH_MORE: f64 = 1.1;
const A_REPEAT: f64 = 4.0;

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let history = report.history();
    let units = report.profile.units;
    for week in timeline.in_weeks() {
        let before = week.number - HABIT_WEEKS..=week.number - 1;
        if history.mean_meters(before.clone()).is_none() {
            continue;
        }
        let weeks = before.map(|number| history.week(number));
        let (mut hard, mut hardest, mut longest) = (0.0, 0.0_f64, 0.0_f64);
        for volume in weeks {
            hard += volume.hard_minutes / f64::from(HABIT_WEEKS);
            hardest = hardest.max(volume.hard_minutes);
            longest = longest.max(volume.longest);
        }
        let now = history.week(week.number);
        let rise = now.hard_minutes / hard - 1.0;
        // A lighter week lowers the mean. Going slightly beyond the hardest week is normal growth.
        let known = (hardest * A_TENTH_MORE).max(hardest + A_REPEAT);
        let is_step =
            hard > 0.0 && is_over(rise, report.threshold("percent")) && now.hard_minutes > known;
        let key_run = week.runs().find(|run| run.is_key_run() && run.is_to_come());
        let (true, true, Some(place)) = (is_step, now.longest > longest, key_run) else {
            continue;
        };
        let facts = format!("{:.0} min, {:.0} m", now.hard_minutes, now.longest);
        report.add_week(Severity::Tip, &week, place, &facts, || {
            format!(
                "This week has {} of hard running, {} more than usual, and with {} the longest run as well; \
                 one of them is enough.",
                minutes(now.hard_minutes.round() as u32),
                percent(rise),
                distance(now.longest, units)
            )
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    const RULE: &str = "two-steps-at-once";

    fn week(tempo: u32, long: u32) -> TestWeek {
        TestWeek::of(&format!("Tue tempo {tempo}min; Sun long {long}km"))
            .after(5, "Tue tempo 100min; Sun long 40km")
    }

    #[test]
    fn a_lighter_week_among_the_four_makes_no_step() {
        let text = "Tue tempo 22min; Sun long 21km";
        let usual = "Tue tempo 20min; Sun long 20km";
        assert!(TestWeek::of(text).after(5, usual).found_by(RULE).is_empty());
        let steps = TestWeek::of("Tue tempo 27min; Sun long 21km").after(5, usual);
        assert_eq!(steps.found_by(RULE), ["hint week"]);
    }

    #[test]
    fn either_may_grow_and_not_both() {
        assert_eq!(week(131, 41).found_by(RULE), ["hint week"]);
        assert!(week(130, 41).found_by(RULE).is_empty());
        assert!(week(131, 40).found_by(RULE).is_empty());
        let first = TestWeek::of("Tue tempo 60min; Sun long 41km").after(5, "Sun long 40km");
        assert!(
            first.found_by(RULE).is_empty(),
            "the first hard run is another matter"
        );
    }
}
