//! Sheets to look at, written into a folder: ordinary ones, crowded ones, and some with hostile texts.

use std::sync::Arc;

use crate::domain::*;
use crate::rules::Severity;

use super::test_support::*;
use super::*;

/// Writes sheets to look at: `IRONSTRIDE_PRINT_TO=DIR cargo test --lib -- --ignored write_sheets`.
#[test]
#[ignore = "writes files to look at"]
fn write_sheets() {
    let Ok(dir) = std::env::var("IRONSTRIDE_PRINT_TO") else {
        return;
    };
    let save = |name: &str, sheet: &WeekSheet| {
        std::fs::write(format!("{dir}/{name}.pdf"), pdf(&print(sheet)).unwrap()).unwrap();
        std::fs::write(format!("{dir}/{name}.md"), week_markdown(sheet)).unwrap();
    };
    save("ordinary", &ordinary_sheet());
    let plain = Booklet {
        paper: Paper::Letter,
        ink: Ink::BlackAndWhite,
        ..booklet(&ordinary_sheet())
    };
    let plain = pdf(&Print::Weeks(plain)).unwrap();
    std::fs::write(format!("{dir}/plain.pdf"), plain).unwrap();
    save(
        "empty",
        &sheet(&athlete("Nobody yet"), &[], &WeekOptions::default()),
    );

    let mut busy = athlete("Busy");
    for n in 0..40 {
        add(
            &mut busy,
            n % 3,
            Plan {
                title: format!("Session {n}"),
                ..run(RunKind::Easy, 30, 3.0)
            },
        );
    }
    let (mut past, _) = ordinary();
    past.profile.units = Units::IMPERIAL;
    past.profile.availability.exceptions.push(Exception {
        from: MONDAY,
        to: MONDAY,
        kind: ExceptionKind::Travel,
        day: DayAvailability::Free,
        note: "Lisbon".to_owned(),
    });
    let ids: Vec<SessionId> = past
        .sessions
        .all()
        .iter()
        .map(|session| session.id)
        .collect();
    for (n, id) in ids.into_iter().enumerate() {
        let mut session = Session::clone(past.sessions.get(id).unwrap());
        session.status = match n {
            0 => Status::Partial,
            3 => Status::Skipped {
                reason: "cold".to_owned(),
            },
            4 => Status::Missed,
            _ => Status::Done,
        };
        let set = |reps| SetLog {
            reps: Some(reps),
            kg: Some(Kilograms::new(60.0)),
            ..SetLog::default()
        };
        let exercises = session
            .plan
            .workout
            .exercises()
            .iter()
            .map(|exercise| ExerciseLog {
                exercise: exercise.exercise.clone(),
                name: exercise.name.clone(),
                sets: vec![
                    SetLog {
                        kind: SetKind::WarmUp,
                        ..set(8)
                    },
                    set(6),
                    SetLog {
                        failed: true,
                        ..set(5)
                    },
                ],
            });
        session.log = Some(Log {
            duration: Some(Minutes(42)),
            rpe: Some(Rpe::new(4.0)),
            exercises: exercises.map(Interned::from).collect(),
            heavy_legs: n == 2,
            note: "Felt good.".into(),
            ..Log::default()
        });
        past.sessions.put(Arc::new(session), n);
    }
    let findings = [Severity::Conflict, Severity::Caution, Severity::Tip].map(|severity| {
        finding(
            past.sessions.all()[0].id,
            severity,
            "Heavy legs meet a key run.",
            None,
        )
    });
    let options = WeekOptions {
        open_findings: OpenFindings::Show,
        ..WeekOptions::default()
    };
    save("past", &sheet(&past, &findings, &options));

    let mut crowded = ordinary().0;
    for n in 0..40 {
        add(
            &mut crowded,
            2,
            Plan {
                title: format!("Session {n}"),
                ..run(RunKind::Steady, 30, 3.0)
            },
        );
    }
    save("crowded", &sheet(&crowded, &[], &WeekOptions::default()));
    save("busy", &sheet(&busy, &[], &WeekOptions::default()));

    let mut strong = athlete("Strong");
    let names: Vec<String> = (0..30).map(|n| format!("Exercise {n}")).collect();
    let exercises: Vec<_> = names
        .iter()
        .map(|name| (name.as_str(), "9", "5", "60kg", 90))
        .collect();
    add(&mut strong, 2, strength("Everything", &exercises));
    save("strong", &sheet(&strong, &[], &WeekOptions::default()));

    let mut hostile = athlete(HOSTILE[0]);
    for (n, text) in HOSTILE.iter().enumerate() {
        let plan = strength(text, &[(*text, "3", "8", "60kg", 90)]);
        add(
            &mut hostile,
            n as u64 % 7,
            Plan {
                note: (*text).to_owned(),
                ..plan
            },
        );
    }
    let message = HOSTILE.join("\n");
    save(
        "hostile",
        &sheet(
            &hostile,
            &[],
            &WeekOptions {
                message,
                ..WeekOptions::default()
            },
        ),
    );
    let long = "Wolfeschlegelsteinhausenbergerdorff".repeat(9);
    let mut name = athlete(&long);
    let plan = strength(&long, &[(long.as_str(), "3", "8", "60kg", 90)]);
    add(&mut name, 0, plan);
    save("long", &sheet(&name, &[], &WeekOptions::default()));
}
