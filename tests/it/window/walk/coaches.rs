//! What goes between coaches and athletes: feedback, packages that come back, and sessions of which two versions are kept.

use egui::Key;
use ironstride::store;

use super::{Look, desk};
use crate::window::exchange::{both_rewrote, changed_elsewhere};
use crate::window::support::Stage;

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    said(stage, look);
    versions(stage, look);
}

fn said(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    window.command("roster");
    window.wait_until("the list", |window| window.shows("Sort by athlete"));
    window.wait_until("everybody", |window| {
        !window.labels("Anna Kovač: ").is_empty()
    });
    window.settle();
    let lines = window.labels("Anna Kovač: ");
    let line = lines.into_iter().find(|line| line.contains(" new "));
    window.click(&line.unwrap());
    window.unfold_inspector();
    look("feedback", &mut window);
    window.leave();
    window.leave();
    let file = desk.path("demo/athletes/anna-kovac.ron");
    let changed = changed_elsewhere(
        &file,
        |anna| anna.sessions.all().last().unwrap(),
        |session| "By the river".clone_into(&mut session.plan.title),
    );
    std::fs::write(&file, changed).unwrap();
    window.wait_until("the word", |window| {
        window.shows("was changed on another computer")
    });
    look("changed-on-another", &mut window);
}

fn versions(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let (mut window, session) = both_rewrote(&desk);
    look("package-back", &mut window);
    window.click("Accept");
    window.wait_until("the end of it", |window| !window.shows("Keep the coach’s"));
    look("package-merged", &mut window);
    let anna = store::read_athlete(&desk.path("demo/athletes/anna-kovac.ron")).unwrap();
    let date = anna.sessions.get(session).unwrap().date;
    window.command_key(Key::G);
    window.type_into("Go to date", &date.to_string());
    window.key(Key::Enter);
    look("versions-marked", &mut window);
    window.command("choose between versions");
    window.settle();
    look("versions", &mut window);
}
