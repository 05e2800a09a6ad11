//! What a session's card says below its title.

use crate::domain::{Log, Plan, RunPlan, Session, Units, Workout};

use super::card_facts::CardFacts;
use super::card_lines::card_lines;
use super::format;

/// What the session asks. Where it asks for nothing in particular and was done, as sessions do that were logged in
/// another program, what was done: an estimate of it would be a guess at what is known.
pub fn session_lines(session: &Session, facts: &CardFacts, units: Units) -> Vec<String> {
    let done = session
        .log
        .as_ref()
        .filter(|_| asks_nothing(&session.plan))
        .and_then(|log| done_line(&session.plan, log, units));
    match done {
        Some(line) => [line]
            .into_iter()
            .chain((!session.plan.note.is_empty()).then(|| session.plan.note.clone()))
            .collect(),
        None => card_lines(&session.plan, facts, units),
    }
}

/// True for a plan that names no more than a kind of training.
fn asks_nothing(plan: &Plan) -> bool {
    let content = match &plan.workout {
        Workout::Run(run) => {
            *run == RunPlan {
                kind: run.kind,
                ..RunPlan::default()
            }
        }
        Workout::Strength(strength) => strength.exercises.is_empty(),
        Workout::Cross(_) | Workout::Mobility(_) => true,
        Workout::Rest | Workout::Note => false,
    };
    content && plan.duration.is_none()
}

/// "7.9 km · 36 min", "52 min · 21 sets"; `None` where the log holds no figure.
fn done_line(plan: &Plan, log: &Log, units: Units) -> Option<String> {
    let run = log.run.clone().unwrap_or_default();
    let sets: usize = log.exercises.iter().map(|done| done.sets.len()).sum();
    let figures = [
        run.distance
            .map(|distance| format::distance(distance, units)),
        log.duration.map(format::minutes),
        (sets > 0).then(|| format::plural(sets, "set", "sets")),
    ];
    let sport = match &plan.workout {
        Workout::Cross(cross) if !cross.sport.is_empty() => Some(cross.sport.clone()),
        _ => None,
    };
    let figures: Vec<String> = figures.into_iter().flatten().collect();
    let parts = sport.into_iter().chain(figures.iter().cloned());
    (!figures.is_empty()).then(|| parts.collect::<Vec<_>>().join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Meters, Minutes, RunKind, RunLog, SessionId, Stamp, Status};

    fn run(plan: RunPlan) -> Session {
        let day = "2026-11-23".parse().unwrap();
        let plan = Plan::new(Workout::Run(plan));
        let mut session = Session::planned(SessionId::from_bits(1), day, plan, Stamp::default());
        session.status = Status::Done;
        session.log = Some(Log {
            duration: Some(Minutes(36)),
            run: Some(RunLog {
                distance: Some(Meters::new(7900.0)),
                ..RunLog::default()
            }),
            ..Log::default()
        });
        session
    }

    #[test]
    fn a_run_of_another_program_tells_what_was_done() {
        let plain = RunPlan {
            kind: RunKind::Long,
            ..RunPlan::default()
        };
        let facts = CardFacts {
            title: "Long run".to_owned(),
            content: None,
            minutes: Minutes(60),
            distance: None,
            load: 0.0,
            worst: None,
            record: false,
            news: false,
        };
        let lines = session_lines(&run(plain.clone()), &facts, Units::default());
        assert_eq!(lines, ["7.9 km · 36 min"]);
        let planned = RunPlan {
            distance: Some(Meters::new(10_000.0)),
            ..plain
        };
        let lines = session_lines(&run(planned), &facts, Units::default());
        assert_eq!(lines, ["10 km"], "what was asked stays to be read");
    }
}
