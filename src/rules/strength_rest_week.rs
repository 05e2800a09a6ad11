//! **A lighter week cuts sets, and not the strength sessions.**
//!
//! A week that is called a deload, in the title or note of one of its sessions, and has no strength although the week
//! before had some: a tip.
//!
//! Evidence: weak. A week without lifting in the middle of a program brought no gain and cost some strength (Coleman
//! 2024).

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;

pub(super) const RULE: Rule = Rule {
    id: "strength-rest-week",
    group: RuleGroup::Dose,
    placement: Placement::Apart,
    title: "A lighter week without strength",
    summary: "In a lighter week, cut sets and keep the strength sessions.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "A week that is called a deload or a lighter week in a title or note, without strength although the \
                    week before had some, is a tip.",
        grounds: "In a trial, a week without any lifting in the middle of a program brought no extra gain, and \
                  strength grew a little less than without the pause. Fewer sets at the same load make a week lighter \
                  as well and keep the habit. One trial is little.",
        says: &[Source::COLEMAN_2024.says("A week off gained nothing and cost a little strength.")],
        disagrees: &[],
        certainty: Certainty::Weak,
    },
    thresholds: &[],
    remedies: &[Remedy::AddSession],
    check,
};

/// What a lighter week is called.
const WORDS: [&str; 4] = ["deload", "lighter week", "cutback week", "recovery week"];

fn check(report: &mut Report) {
    let timeline = report.timeline;
    let history = report.history();
    for week in timeline.in_weeks() {
        let had_strength = history.week(week.number - 1).strength > 0;
        if !had_strength
            || week.strength().next().is_some()
            || !is_called_lighter(report, week.number)
        {
            continue;
        }
        let Some(place) = week.entries.iter().find(|entry| entry.is_to_come()) else {
            continue;
        };
        report.add_week(Severity::Tip, &week, place, "no strength", || {
            "This lighter week leaves the strength out; a session with fewer sets at the usual load keeps it."
                .to_owned()
        });
    }
}

fn is_called_lighter(report: &Report, week: i32) -> bool {
    let days = report.timeline.weeks().days(week);
    let says_so = |text: &str| {
        let text = text.to_lowercase();
        WORDS.iter().any(|word| text.contains(word))
    };
    let lookback = report.timeline.lookback();
    let sessions = lookback.sessions_of(days.clone());
    let mut remarks = sessions.chain(lookback.remarks_of(days));
    remarks.any(|session| says_so(&session.plan.title) || says_so(&session.plan.note))
}

#[cfg(test)]
mod tests {
    use crate::domain::Session;
    use crate::rules::tests::support::{TestWeek, date};

    const RULE: &str = "strength-rest-week";

    fn week(text: &str, title: &str) -> TestWeek {
        let mut week = TestWeek::of(text).after(1, "Mon strength; Tue easy; Sun long");
        let mut first = Session::clone(&week.athlete.sessions.on(date("Mon"))[0]);
        title.clone_into(&mut first.plan.title);
        week.athlete.sessions.put(first.into(), 0);
        week
    }

    #[test]
    fn a_deload_keeps_its_strength() {
        let runs = "Mon easy; Wed easy";
        assert_eq!(week(runs, "Deload").found_by(RULE), ["hint week"]);
        assert!(week(runs, "Easy does it").found_by(RULE).is_empty());
        assert!(
            week("Mon easy; Wed strength light", "Deload")
                .found_by(RULE)
                .is_empty()
        );
        let note = "Mon note; Wed easy";
        assert_eq!(week(note, "Lighter week").found_by(RULE), ["hint week"]);
        let nothing_before = TestWeek::of("Mon easy").found_by(RULE);
        assert!(nothing_before.is_empty());
    }
}
