//! **Tired legs get an easier next session.**
//!
//! The last two logged sessions felt at least two points harder than planned, or the last one left heavy legs: the
//! next hard session, a key run or heavy legs within seven days, gets a tip to lighten it. A race is left alone.
//!
//! Evidence: 000 and 002 cut back when the legs feel overly tired. The two points are practice.

use chrono::Timelike;

use crate::domain::{LegLoad, RunKind, Session, Start, Status, Workout};
use crate::load::{Emphasis, content_of, emphasis_of, rpe_for};

use super::checker::Report;
use super::evidence::{Certainty, Evidence};
use super::finding::Severity;
use super::remedy::Remedy;
use super::rule::{Placement, Rule, RuleGroup};
use super::source::Source;
use super::threshold::thresholds;
use super::wording::{dated, sentence};

pub(super) const RULE: Rule = Rule {
    id: "fatigue",
    group: RuleGroup::Life,
    placement: Placement::Apart,
    title: "Signs of fatigue",
    summary: "When sessions feel harder than planned, lighten the next hard one.",
    severities: &[Severity::Tip],
    evidence: Evidence {
        condition: "When the last two logged sessions felt harder than planned by {rpe-over-plan} or more, or \
                    the last one left heavy legs, the next hard session within {days} gets a tip to lighten it. \
                    Races are left alone.",
        grounds: "Runners feel early when recovery lags behind, and two guides adjust the training by feel. \
                  That two points in two sessions are the mark is practice; a bad night can look the same. There \
                  is no rule for the phase of the menstrual cycle: reviews find no effect on strength to plan by.",
        says: &[
            Source::BASIC_FIT.says("After a hard workout, take the next one down a notch."),
            Source::RUNNING_BLOG.says("Cut back when the legs feel overly tired."),
            Source::PRACTICE.says("Two sessions in a row, two points over plan."),
        ],
        disagrees: &[],
        certainty: Certainty::Consensus,
    },
    thresholds: thresholds! {
        "rpe-over-plan": 2.0 "points" in 1.0..=5.0, "RPE over plan, two sessions in a row";
        "days": 7.0 "days" in 1.0..=14.0, "Days within which the next hard session follows";
    },
    remedies: &[Remedy::Lighten, Remedy::MakeEasy],
    check,
};

/// What speaks of fatigue.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    HeavyLegs,
    HarderThanPlanned,
}

fn check(report: &mut Report) {
    let Some((last, sign)) = sign(report) else {
        return;
    };
    let Some(next) = next_hard(report, last, report.threshold("days")) else {
        return;
    };
    let mut entries = report.timeline.inside().iter();
    let Some(next) = entries.find(|entry| entry.id() == Some(next.id)) else {
        return;
    };
    let points = report.threshold("rpe-over-plan");
    report.add(Severity::Tip, &[next], || {
        let why = match sign {
            Sign::HeavyLegs => "a session that left heavy legs".to_owned(),
            Sign::HarderThanPlanned => {
                format!("two sessions that felt {points} points harder than planned, or more")
            }
        };
        sentence(&format!("{} comes after {why}; lighten it.", dated(next)))
    });
}

/// The last two logged sessions, the last one last.
pub(super) fn last_logged<'a>(report: &Report<'a>) -> [Option<&'a Session>; 2] {
    let timeline = report.timeline;
    let sessions = timeline.lookback().sessions.iter().map(AsRef::as_ref);
    let mut last_two: [Option<&Session>; 2] = [None, None];
    for session in sessions.filter(|session| is_logged(session)) {
        if last_two[1].is_none_or(|last| when(last) <= when(session)) {
            last_two = [last_two[1], Some(session)];
        } else if last_two[0].is_none_or(|other| when(other) <= when(session)) {
            last_two[0] = Some(session);
        }
    }
    last_two
}

/// The last logged session, if it or the last two together speak of fatigue.
fn sign<'a>(report: &Report<'a>) -> Option<(&'a Session, Sign)> {
    let last_two = last_logged(report);
    let last = last_two[1]?;
    if last.log.as_ref().is_some_and(|log| log.heavy_legs) {
        return Some((last, Sign::HeavyLegs));
    }
    let points = report.threshold("rpe-over-plan");
    let felt_hard = |session: &Session| over_plan(report, session) >= Some(points);
    (felt_hard(last) && last_two[0].is_some_and(felt_hard))
        .then_some((last, Sign::HarderThanPlanned))
}

fn is_logged(session: &Session) -> bool {
    session.status.is_trained() && session.log.is_some()
}

fn when(session: &Session) -> (chrono::NaiveDate, u32) {
    let minute = match session.plan.start {
        Start::Clock(time) => time.num_seconds_from_midnight(),
        Start::Unset | Start::Part(_) => 0,
    };
    (session.date, minute)
}

/// RPE points that a session felt harder than planned; negative when it felt easier.
fn over_plan(report: &Report, session: &Session) -> Option<f64> {
    let felt = session.log.as_ref()?.rpe?.value();
    let leg_load = match session.plan.strength() {
        Some(plan) => content_of(plan, report.library).leg_load,
        None => LegLoad::None,
    };
    Some(felt - rpe_for(&session.plan, leg_load).value.value())
}

/// The next hard session still to come, wherever it stands: it may lie before the days that are checked.
pub(super) fn next_hard<'a>(report: &Report<'a>, last: &Session, days: f64) -> Option<&'a Session> {
    let first = last.date.max(report.today);
    let is_near = |session: &&Session| {
        session.date >= first && (session.date - last.date).num_days() as f64 <= days
    };
    let sessions = report.timeline.lookback().sessions.iter();
    sessions
        .map(AsRef::as_ref)
        .filter(is_near)
        .filter(|session| is_hard_to_come(report, session))
        .min_by_key(|session| when(session))
}

fn is_hard_to_come(report: &Report, session: &Session) -> bool {
    let is_hard = match &session.plan.workout {
        Workout::Run(run) => {
            run.kind != RunKind::Race && emphasis_of(&session.plan) == Emphasis::Key
        }
        Workout::Strength(plan) => content_of(plan, report.library).leg_load == LegLoad::Heavy,
        _ => false,
    };
    is_hard && session.status == Status::Planned
}

#[cfg(test)]
mod tests {
    use crate::domain::{Log, Rpe, Status};
    use crate::rules::tests::support::TestWeek;

    /// A week whose first sessions were logged with these exertions.
    fn logged(text: &str, rpes: &[f64]) -> TestWeek {
        let mut week = TestWeek::of(text);
        for (index, rpe) in rpes.iter().enumerate() {
            let mut session = (*week.athlete.sessions.all()[index]).clone();
            session.status = Status::Done;
            session.log = Some(Log {
                rpe: Some(Rpe::new(*rpe)),
                ..Log::default()
            });
            week.athlete.sessions.put(session.into(), 0);
        }
        week
    }

    fn found(text: &str, rpes: &[f64]) -> Vec<String> {
        logged(text, rpes).found_by("fatigue")
    }

    const WEEK: &str = "Mon easy; Tue easy; Wed easy; Thu tempo; Sat long";

    #[test]
    fn two_sessions_two_points_over_plan_are_a_tip() {
        assert_eq!(found(WEEK, &[5.0, 5.0]), ["hint Thu"]);
        assert!(found(WEEK, &[5.0, 4.9]).is_empty());
        assert!(found(WEEK, &[4.9, 5.0]).is_empty());
        assert!(found(WEEK, &[5.0]).is_empty());
        assert_eq!(found(WEEK, &[3.0, 5.0, 5.0]), ["hint Thu"]);
        assert!(found(WEEK, &[5.0, 5.0, 3.0]).is_empty());
    }

    #[test]
    fn heavy_legs_are_enough() {
        let mut week = logged("Mon easy; Tue easy; Wed strength heavy; Sat long", &[3.0]);
        let mut session = (*week.athlete.sessions.all()[0]).clone();
        session.log.as_mut().unwrap().heavy_legs = true;
        week.athlete.sessions.put(session.into(), 0);
        assert_eq!(week.found_by("fatigue"), ["hint Wed"]);
        assert_eq!(
            week.messages("fatigue"),
            ["Wednesday’s heavy full body comes after a session that left heavy legs; lighten it."]
        );
    }

    #[test]
    fn the_next_hard_session_follows_within_a_week() {
        let text = |day: &str| format!("Mon easy; Tue easy; next {day} tempo");
        assert_eq!(found(&text("Tue"), &[5.0, 5.0]), ["hint Tue"]);
        assert!(found(&text("Wed"), &[5.0, 5.0]).is_empty());
        assert!(found("Mon easy; Tue easy; Thu race", &[5.0, 5.0]).is_empty());
        assert!(found("Mon easy; Tue easy; Thu steady", &[5.0, 5.0]).is_empty());
    }

    #[test]
    fn the_thresholds_can_be_moved() {
        let week = logged(WEEK, &[4.0, 4.0]);
        assert!(week.found_by("fatigue").is_empty());
        let week = week.threshold("fatigue", "rpe-over-plan", 1.0);
        assert_eq!(week.found_by("fatigue"), ["hint Thu"]);
    }
}
