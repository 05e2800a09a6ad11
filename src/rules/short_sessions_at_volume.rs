//! **With many runs, strength is short: one or two sessions of up to 40 minutes.**
//!
//! Five runs or more in a week, and more than two strength sessions or one of over 40 minutes: a tip. Advanced
//! lifters are used to more.
//!
//! Evidence: 000 keeps one or two shorter sessions beside five runs. 002 allows up to an hour.

use crate::domain::{Level, Session};

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::{Cap, Case, Remedy};
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::timeline_entry::TimelineEntry;
use super::week::WeekEntries;
use super::wording::{count, lasting, sentence};

pub(super) const RULE: Rule = Rule {
    id: "short-sessions-at-volume",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "Much strength beside many runs",
    summary: "With five runs a week, keep strength to two sessions of up to 40 min.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "With {runs} or more in a week, more than {sessions} of strength or one that takes over \
                    {minutes} is a tip. Silent for advanced lifters.",
        grounds: "Where the line lies has not been tested. The thought is simple: the more days are run, the \
                  less is left for lifting, and a short session is one that still happens in a full week.",
        says: &[
            Source::BASIC_FIT.says("With five runs a week, keep to one or two shorter sessions.")
        ],
        disagrees: &[Source::RUNNING_BLOG.says("Sessions may take 30 to 60 min.")],
        certainty: Certainty::Weak,
    },
    thresholds: thresholds! {
        "runs": 5.0 "runs" in 1.0..=14.0, "Runs a week that count as many";
        "sessions": 2.0 "sessions" in 0.0..=7.0, "Most strength sessions in such a week";
        "minutes": 40.0 "min" in 10.0..=120.0, "Longest strength session in such a week";
    },
    remedies: &[Remedy::Shorten(cap), Remedy::LeaveOutLeast],
    check,
};

fn check(report: &mut Report) {
    if report.profile.level == Level::Advanced {
        return;
    }
    let timeline = report.timeline;
    for week in timeline.in_weeks() {
        let runs = week.runs().count();
        if (runs as f64) < report.threshold("runs") {
            continue;
        }
        let sessions = week.strength().count();
        let too_long = longest(&week)
            .filter(|entry| f64::from(entry.duration.0) > report.threshold("minutes"));
        let are_many = sessions as f64 > report.threshold("sessions");
        let last = week.strength().last().filter(|_| are_many);
        let Some(place) = too_long.or(last) else {
            continue;
        };
        let facts = format!("{runs} runs, {sessions} strength, {} min", place.duration.0);
        let limit = report.threshold("minutes");
        report.add_week(Severity::Tip, &week, place, &facts, || {
            let runs = count(runs, "run", "runs");
            if too_long.is_none() {
                let sessions = count(sessions, "strength session", "strength sessions");
                format!("With {runs} this week, {sessions} are a lot; two short ones are enough.")
            } else {
                sentence(&format!(
                    "{} beside {runs} this week; up to {limit} min leave more for the running.",
                    lasting(place)
                ))
            }
        });
    }
}

#[expect(clippy::unnecessary_wraps, reason = "other rules may know no limit")]
fn cap(case: &Case, _: &TimelineEntry, _: &Session) -> Option<Cap> {
    Some(Cap::Minutes(case.threshold("minutes")))
}

/// The longest strength session of a week, of equals the first.
fn longest<'e>(week: &WeekEntries<'e>) -> Option<&'e TimelineEntry> {
    let sessions = week.strength();
    sessions.reduce(|longest, next| {
        if next.duration > longest.duration {
            next
        } else {
            longest
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::tests::support::TestWeek;

    const RULE: &str = "short-sessions-at-volume";
    const FOUR: &str = "Mon easy; Tue tempo; Thu easy; Sat long";

    fn found(text: &str) -> Vec<String> {
        TestWeek::of(text).found_by(RULE)
    }

    #[test]
    fn five_runs_bear_two_sessions_of_forty_minutes() {
        let with = |lifts: &str| found(&format!("{FOUR}; Sun easy; {lifts}"));
        assert!(with("Wed strength 40min; Fri strength 40min").is_empty());
        assert_eq!(
            with("Wed strength 40min; Fri strength 41min"),
            ["hint week"]
        );
        assert_eq!(
            with("Mon strength 20min; Wed strength 20min; Fri strength 20min"),
            ["hint week"]
        );
        assert!(found(&format!("{FOUR}; Wed strength 60min; Sun cross")).is_empty());
    }

    #[test]
    fn advanced_lifters_are_used_to_it() {
        let week = TestWeek::of(&format!("{FOUR}; Sun easy; Wed strength 60min")).level("advanced");
        assert!(week.found_by(RULE).is_empty());
    }

    #[test]
    fn the_sentence_names_the_longest() {
        let text = format!("{FOUR}; Sun easy; Wed strength 45min; Fri strength lower 50min");
        assert_eq!(
            TestWeek::of(&text).messages(RULE),
            [
                "Friday’s moderate lower body takes 50 min beside 5 runs this week; \
                up to 40 min leave more for the running."
            ]
        );
        let told = TestWeek::of(&text).done("Fri").messages(RULE);
        assert!(told[0].contains("took 50 min"), "{told:?}");
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = TestWeek::of(&format!("{FOUR}; Wed strength 60min"));
        assert_eq!(
            week.threshold(RULE, "runs", 4.0).found_by(RULE),
            ["hint week"]
        );
    }
}
