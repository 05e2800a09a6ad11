//! What comes in: plans, history, a phone's answer, exercises and packages.

use std::path::Path;

use egui::Event;
use ironstride::app::file_dialogs::Picked;
use ironstride::store;

use super::{Look, desk};
use crate::window::history::{STRONG, drop_file, drop_quietly};
use crate::window::support::{Desk, Stage, Window, today};

const MAIL: &str = "Hi Anna,\n\nhere is next week:\n\nMon: off\nTue: 8 x 400m @ 5k pace (90 sec jog)\n\
    Wed: 6 miles easy\nThu: tempo 20m, then squat 3x5 @ 100kg, power clean 3x3 @ 60\nSun: long run 12 miles\n\n\
    Cheers, Tom\n";

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    plan(&mut window, look);
    history(&desk, &mut window, look);
    phone(&desk, &mut window, look);
    exercises(&desk, &mut window, look);
    package(&desk, &mut window, look);
}

fn plan(window: &mut Window, look: &mut Look<'_>) {
    window.command("bring in a plan");
    look("plan-empty", window);
    window.leave();
    window.harness.event(Event::Paste(MAIL.to_owned()));
    window.settle();
    window.wait_until("the plan", |window| window.shows("Bring in a plan"));
    window.settle();
    look("plan-read", window);
    window.press("Into the library");
    look("plan-into-library", window);
    window.leave();
}

fn history(desk: &Desk, window: &mut Window, look: &mut Look<'_>) {
    drop_file(window, desk, "strong.csv", STRONG);
    window.wait_until("the question", |window| window.shows("Weights are in"));
    look("history-question", window);
    window.press("kilograms");
    window.wait_until("the report", |window| window.shows("Bring in 1 session"));
    look("history-report", window);
    window.leave();
}

fn phone(desk: &Desk, window: &mut Window, look: &mut Look<'_>) {
    let athlete = store::read_athlete(&desk.path("demo/athletes/anna-kovac.ron")).unwrap();
    let sessions = athlete.sessions.between(today(), chrono::NaiveDate::MAX);
    let mut runs = sessions
        .iter()
        .filter(|it| it.log.is_none() && it.plan.run().is_some());
    let run = runs.next().unwrap();
    let answer = serde_json::json!({
        "format": "ironstride-answer", "version": 1, "mass": "kg", "distance": "km",
        "athlete": {"id": athlete.id.to_string(), "name": athlete.profile.name},
        "sessions": [{
            "id": run.id.to_string(), "date": run.date, "title": "Run", "kind": "run", "plan": "Wed easy 20min",
            "changed": "2026-11-25T18:00:00Z", "done_on": run.date, "status": "done", "distance": "7.3", "time": "41:00",
            "note": "Windy, calf a little tight on the way home", "exercises": [],
        }],
    });
    window
        .harness
        .event(Event::Paste(format!("Hi coach!\n{answer}\n")));
    window.settle();
    window.wait_until("the answer", |window| window.shows("Phone page"));
    window.settle();
    look("phone-answer", window);
    window.leave();
}

fn exercises(desk: &Desk, window: &mut Window, look: &mut Look<'_>) {
    let collection = r#"[{"id":"Barbell_Full_Squat","name":"Barbell Full Squat","force":"push","level":"intermediate",
        "mechanic":"compound","equipment":"barbell","primaryMuscles":["quadriceps"],"secondaryMuscles":["glutes"],
        "instructions":[],"category":"strength","images":[]},
        {"id":"Zercher_Carry","name":"Zercher Carry","force":"static","level":"expert","mechanic":"compound",
        "equipment":"other","primaryMuscles":["forearms"],"secondaryMuscles":["neck"],
        "instructions":["Hold the bar in the crook of the elbows."],"category":"strongman","images":[]}]"#;
    drop_quietly(window, desk, "exercises.json", collection);
    window.wait_until("the exercises", |window| {
        window.shows("2 exercises in exercises.json")
    });
    window.press("Zercher Carry");
    look("exercises-of-others", window);
    window.leave();
}

fn package(desk: &Desk, window: &mut Window, look: &mut Look<'_>) {
    let answer = desk.next_dialog();
    window.command("athlete package");
    let file = desk.path("anna.ron");
    answer.send(Picked::Path(file.clone())).unwrap();
    window.wait_until("the package", |window| window.shows("Saved "));
    look("package-sent", window);
    open(desk, &file, look);
}

/// The package in a workspace that does not know the athlete.
fn open(desk: &Desk, package: &Path, look: &mut Look<'_>) {
    let own = desk.path("own");
    store::create(&own, &ironstride::domain::Workspace::default()).unwrap();
    let mut window = desk.start_on(&own);
    let answer = desk.next_dialog();
    window.press("Open athlete package…");
    answer.send(Picked::Path(package.to_owned())).unwrap();
    window.wait_until("what it brings", |window| {
        window.shows("Package of Anna Kovač")
    });
    window.settle();
    look("package-taken", &mut window);
}
