//! **Pain in a bone, or a pain that changes the stride, is looked at before the next run.**
//!
//! A logged pain of a bone, or one that changes the stride, that nobody marked as clear: the next run or session with
//! jumps still to come is a conflict. Upper body, trunk and cross-training go on.
//!
//! Evidence: Warden 2021: bone pain at shin, foot or groin may be a bone stress injury, which running makes worse. The
//! program makes no diagnosis.

use crate::domain::{Demand, Status, Workout};

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::lifts::lifts;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::timeline_entry::TimelineEntry;
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "bone-pain",
    group: RuleGroup::Life,
    placement: Placement::Warns,
    title: "Pain of a bone, or in the stride",
    summary: "After bone pain, or pain that changes the stride, let somebody examine it before the next run.",
    severities: &[Severity::Conflict],
    evidence: Evidence {
        condition: "After a logged pain of a bone (shin, foot, groin), or one that changes the stride, the next run or \
                    session with jumps is a conflict until the pain is marked as clear.",
        grounds: "Pain on a bone that comes with running may be a bone stress injury. Those found early heal in weeks; \
                  those that are run on may take months. Only somebody who can examine it can tell. This is no \
                  diagnosis.",
        says: &[
            Source::WARDEN_2021.says("Stop running on suspected bone stress until it is examined.")
        ],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: &[],
    // Nothing in the plan resolves it: somebody has to look at it, and then the pain is marked as clear.
    remedies: &[],
    check,
};

fn check(report: &mut Report) {
    let Some(pain) = report.timeline.lookback().bone_pain() else {
        return;
    };
    let first = pain.date.max(report.today);
    let next = report.timeline.lookback().sessions.iter().find(|session| {
        let is_jump = || {
            let plan = session.plan.strength();
            plan.is_some_and(|plan| {
                lifts(plan, report.library).any(|lift| lift.exercise.demand == Demand::Jump)
            })
        };
        session.date >= first
            && session.status == Status::Planned
            && (matches!(session.plan.workout, Workout::Run(_)) || is_jump())
    });
    let Some(next) = next else { return };
    let mut entries = report.timeline.inside().iter();
    let Some(entry) = entries.find(|entry| entry.id() == Some(next.id)) else {
        return;
    };
    let place = pain.place.trim().to_owned();
    report.add_with_day(Severity::Conflict, entry, pain.date, || {
        message(entry, &place)
    });
}

fn message(entry: &TimelineEntry, place: &str) -> String {
    let what = if place.is_empty() {
        "a pain that may come from a bone".to_owned()
    } else {
        format!("a pain that may come from a bone ({place})")
    };
    sentence(&format!(
        "{} comes after {what}; see somebody who can examine it first, then mark it as clear.",
        dated(entry)
    ))
}

#[cfg(test)]
mod tests {
    use crate::domain::{Log, Pain, Session, Status};
    use crate::rules::tests::support::{TestWeek, date};

    const RULE: &str = "bone-pain";

    /// A week whose Monday left a pain.
    fn after(pain: Pain, text: &str) -> TestWeek {
        let mut week = TestWeek::of(&format!("Mon easy 40min; {text}")).on(date("Tue"));
        let hurt = Session {
            status: Status::Done,
            log: Some(Log {
                pains: vec![pain].into(),
                ..Log::default()
            }),
            ..Session::clone(&week.athlete.sessions.on(date("Mon"))[0])
        };
        week.athlete.sessions.put(hurt.into(), 0);
        week
    }

    fn shin() -> Pain {
        Pain {
            place: "left shin".to_owned(),
            bone: true,
            ..Pain::default()
        }
    }

    #[test]
    fn the_next_run_waits_until_it_is_clear() {
        let text = "Wed easy 30min; Thu easy 30min";
        assert_eq!(after(shin(), text).found_by(RULE), ["error Wed Mon"]);
        let stride = Pain {
            limps: true,
            ..Pain::default()
        };
        assert_eq!(after(stride, text).found_by(RULE), ["error Wed Mon"]);
        let cleared = Pain {
            clear: true,
            ..shin()
        };
        assert!(after(cleared, text).found_by(RULE).is_empty());
        let ache = Pain {
            sharp: true,
            ..Pain::default()
        };
        assert!(after(ache, text).found_by(RULE).is_empty());
    }

    #[test]
    fn what_loads_no_bone_goes_on_and_jumps_do_not() {
        let week = after(shin(), "Wed strength; Thu cross 40min").lifts("Wed", "row 3x8");
        assert!(week.found_by(RULE).is_empty());
        let jumps = after(shin(), "Wed strength").lifts("Wed", "box-jump 3x5");
        assert_eq!(jumps.found_by(RULE), ["error Wed Mon"]);
        assert_eq!(
            after(shin(), "Wed easy").messages(RULE),
            [
                "Wednesday’s easy run comes after a pain that may come from a bone (left shin); \
              see somebody who can examine it first, then mark it as clear."
            ]
        );
    }
}
