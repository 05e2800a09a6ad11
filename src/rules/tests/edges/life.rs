//! Edges of the rules about what life leaves room for, and how the athlete fares.

use super::{Edge, edge};
use crate::domain::{DayAvailability, Log, Rpe, Session, Status};
use crate::rules::tests::support::TestWeek;

pub(super) fn edges() -> Vec<Edge> {
    [availability(), pain(), fatigue()]
        .into_iter()
        .flatten()
        .collect()
}

fn availability() -> Vec<Edge> {
    let rule = "availability";
    let thursday = |text: &str, day: DayAvailability| {
        let mut week = TestWeek::of(text);
        week.athlete.profile.availability.week[3] = day;
        week
    };
    let limited = |minutes: Option<u32>, gym: bool| DayAvailability::Limited {
        minutes,
        gym,
        equipment: Vec::new(),
    };
    let lift = |text: &str| thursday("Thu strength", limited(None, false)).lifts("Thu", text);
    vec![
        edge(
            rule,
            thursday("Thu tempo", DayAvailability::Unavailable),
            "error Thu",
        ),
        edge(rule, thursday("Thu tempo", DayAvailability::Free), ""),
        edge(
            rule,
            thursday("Thu easy 60min", limited(Some(60), true)),
            "",
        ),
        edge(
            rule,
            thursday("Thu easy 61min", limited(Some(60), true)),
            "warning Thu",
        ),
        edge(rule, lift("deadlift 3x5"), "warning Thu"),
        edge(rule, lift("goblet-squat 3x8"), ""),
    ]
}

fn pain() -> Vec<Edge> {
    let rule = "pain";
    let again = |days, sharp| TestWeek::after_pain(days, sharp, "squat 3x8");
    vec![
        edge(rule, again(14, true), "warning Mon Mon"),
        edge(rule, again(15, true), ""),
        edge(rule, again(4, false), ""),
    ]
}

fn fatigue() -> Vec<Edge> {
    let rule = "fatigue";
    let felt = |next: &str, rpe: f64| {
        let mut week = TestWeek::of(&format!("Mon easy; Tue easy; {next}"));
        for session in &week.athlete.sessions.all().to_vec()[..2] {
            let logged = Session {
                status: Status::Done,
                log: Some(Log {
                    rpe: Some(Rpe::new(rpe)),
                    ..Log::default()
                }),
                ..Session::clone(session)
            };
            week.athlete.sessions.put(logged.into(), 0);
        }
        week
    };
    vec![
        edge(rule, felt("Thu tempo", 5.0), "hint Thu"),
        edge(rule, felt("Thu tempo", 4.9), ""),
        edge(rule, felt("next Tue tempo", 5.0), "hint Tue"),
        edge(rule, felt("next Wed tempo", 5.0), ""),
    ]
}
