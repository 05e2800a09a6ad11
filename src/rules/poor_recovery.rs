//! **After bad nights or with very sore legs, the next hard session is lighter.**
//!
//! The last two logged sessions came after bad nights, or the last one was logged as very sore: the next hard session,
//! a key run or heavy legs within three days, gets a tip to lighten it. A race is left alone.
//!
//! Evidence: in two cohorts of 2025 poor sleep and soreness came before injuries (hazard ratios 1.36 and 1.78). What to
//! do about it is practice.

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::fatigue::{last_logged, next_hard};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "poor-recovery",
    group: RuleGroup::Life,
    placement: Placement::Apart,
    title: "Slept badly, or very sore",
    summary: "After two bad nights or with very sore legs, lighten the next hard session.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "When the last two logged sessions came after bad nights, or the last one was logged as very sore, \
                    the next key run or heavy legs within {days} get a tip to lighten them. Races are left alone.",
        grounds: "In two cohorts of runners poor sleep and soreness came before injuries, with hazard ratios of 1.36 \
                  and 1.78. That a lighter session then helps is what coaches do; it was not tested.",
        says: &[
            Source::COHORTS_2025
                .says("Poor sleep and soreness came before more injuries (1.36 and 1.78)."),
            Source::PRACTICE.says("Lighten the next hard session and see."),
        ],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "days": 3.0 "days" in 1.0..=14.0, "Days in which the next hard session counts";
    },
    remedies: &[Remedy::Lighten, Remedy::MakeEasy],
    check,
};

fn check(report: &mut Report) {
    let [before, last] = last_logged(report);
    let Some(last) = last else { return };
    let logged = |session: &crate::domain::Session| session.log.clone().unwrap_or_default();
    let is_sore = logged(last).sore;
    let slept_badly = logged(last).slept_badly
        && before.is_some_and(|before| logged(before).slept_badly && before.date < last.date);
    if !is_sore && !slept_badly {
        return;
    }
    let days = report.threshold("days");
    let Some(next) = next_hard(report, last, days) else {
        return;
    };
    let mut entries = report.timeline.inside().iter();
    let Some(next) = entries.find(|entry| entry.id() == Some(next.id)) else {
        return;
    };
    report.add(Severity::Tip, &[next], || {
        let why = if is_sore {
            "very sore legs"
        } else {
            "two bad nights"
        };
        sentence(&format!("{} comes after {why}; lighten it.", dated(next)))
    });
}

#[cfg(test)]
mod tests {
    use crate::domain::{Log, Session, Status};
    use crate::rules::tests::support::TestWeek;

    const RULE: &str = "poor-recovery";

    /// Monday and Tuesday as they were logged, and what comes next.
    fn week(monday: Log, tuesday: Log, next: &str) -> TestWeek {
        let mut week = TestWeek::of(&format!("Mon easy; Tue easy; {next}"));
        let sessions = week.athlete.sessions.all().to_vec();
        for (session, log) in sessions.iter().zip([monday, tuesday]) {
            let logged = Session {
                status: Status::Done,
                log: Some(log),
                ..Session::clone(session)
            };
            week.athlete.sessions.put(logged.into(), 0);
        }
        week
    }

    fn bad_night() -> Log {
        Log {
            slept_badly: true,
            ..Log::default()
        }
    }

    fn sore() -> Log {
        Log {
            sore: true,
            ..Log::default()
        }
    }

    #[test]
    fn two_bad_nights_or_sore_legs_lighten_the_next_hard_session() {
        let none = Log::default;
        assert_eq!(
            week(bad_night(), bad_night(), "Fri tempo").found_by(RULE),
            ["hint Fri"]
        );
        assert!(
            week(none(), bad_night(), "Fri tempo")
                .found_by(RULE)
                .is_empty()
        );
        assert_eq!(
            week(none(), sore(), "Thu strength heavy").found_by(RULE),
            ["hint Thu"]
        );
        assert!(week(sore(), none(), "Thu tempo").found_by(RULE).is_empty());
        assert!(week(none(), sore(), "Sat tempo").found_by(RULE).is_empty());
        assert!(week(none(), sore(), "Thu easy").found_by(RULE).is_empty());
        assert!(week(none(), sore(), "Thu race").found_by(RULE).is_empty());
    }
}
