//! Edges of the rules about pain of a bone, nights, energy, and runs close to the lift.

use super::{Edge, edge};
use crate::domain::{Log, Pain, Session, Status};
use crate::rules::tests::support::{TestWeek, date};

pub(super) fn edges() -> Vec<Edge> {
    [bone_pain(), poor_recovery(), low_energy(), close_runs()]
        .into_iter()
        .flatten()
        .collect()
}

/// A week whose first day was logged so.
fn logged(text: &str, log: Log) -> TestWeek {
    let mut week = TestWeek::of(text);
    let done = Session {
        status: Status::Done,
        log: Some(log),
        ..Session::clone(&week.athlete.sessions.all()[0])
    };
    week.athlete.sessions.put(done.into(), 0);
    week
}

fn bone_pain() -> Vec<Edge> {
    let rule = "bone-pain";
    let after = |clear: bool| {
        let pain = Pain {
            bone: true,
            clear,
            ..Pain::default()
        };
        let log = Log {
            pains: vec![pain].into(),
            ..Log::default()
        };
        logged("Mon easy; Wed easy", log).on(date("Tue"))
    };
    vec![
        edge(rule, after(false), "error Wed Mon"),
        edge(rule, after(true), ""),
    ]
}

fn poor_recovery() -> Vec<Edge> {
    let rule = "poor-recovery";
    let sore = |next: &str| {
        let log = Log {
            sore: true,
            ..Log::default()
        };
        logged(&format!("Tue easy; {next}"), log)
    };
    vec![
        edge(rule, sore("Fri tempo"), "hint Fri"),
        edge(rule, sore("Sat tempo"), ""),
    ]
}

fn low_energy() -> Vec<Edge> {
    let rule = "low-energy";
    let week = |ticked: bool| {
        let mut week = TestWeek::of("Mon easy");
        week.athlete.profile.low_energy.second_bone_injury = ticked;
        week
    };
    vec![
        edge(rule, week(true), "warning week"),
        edge(rule, week(false), ""),
    ]
}

fn close_runs() -> Vec<Edge> {
    let rule = "lift-close-to-run";
    let lift = |start: &str| {
        TestWeek::of(&format!(
            "Tue 07:00 easy 60min; Tue {start} strength moderate 60min"
        ))
        .level("advanced")
        .priority("balanced")
    };
    vec![
        edge(rule, lift("10:59"), "warning Tue"),
        edge(rule, lift("11:00"), ""),
    ]
}
