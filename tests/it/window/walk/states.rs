//! Workspaces that are away, of a later version, open elsewhere or empty; an athlete of whom nothing is known yet; and a
//! window that cannot save.

use std::fs;

use egui::Key;
use ironstride::app::file_dialogs::Picked;

use super::{Look, desk};
use crate::window::closing::ask_to_close;
use crate::window::support::{Desk, Stage};

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    newcomer(stage, look);
    elsewhere(stage, look);
    away(stage, look);
    later(stage, look);
    unsaved(stage, look);
}

/// Somebody of whom nothing is planned or done.
fn newcomer(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    window.add_athlete("Nora Quick");
    look("newcomer", &mut window);
    window.unfold_charts();
    window.click("Charts in the whole window");
    look("newcomer-charts", &mut window);
    window.click("Charts below the calendar");
    window.command("print / export");
    window.wait_until("the dialog", |window| window.shows("Close"));
    window.harness.run_steps(6);
    window.settle();
    look("newcomer-print", &mut window);
    window.leave();
}

/// A second window, which can look and not touch.
fn elsewhere(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let first = desk.start();
    let mut second = desk.start_on(&desk.path("demo"));
    look("read-only", &mut second);
    second.click("Lower body strength, ");
    second.key(Key::Delete);
    look("read-only-refusal", &mut second);
    second.close();
    first.close();
    let own = desk.path("own");
    ironstride::store::create(&own, &ironstride::domain::Workspace::default()).unwrap();
    let first = desk.start_on(&own);
    let mut second = desk.start_on(&own);
    look("read-only-empty", &mut second);
    second.close();
    first.close();
}

/// A drive that is not there.
fn away(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mine = desk.path("mine");
    ironstride::store::create(&mine, &ironstride::domain::Workspace::default()).unwrap();
    let mut window = desk.start();
    let answer = desk.next_dialog();
    answer.send(Picked::Path(mine.clone())).unwrap();
    window.command("open workspace");
    window.wait_until("the workspace", |window| window.shows("Who do you coach?"));
    window.close();
    fs::rename(&mine, desk.path("elsewhere")).unwrap();
    let mut window = desk.start();
    look("workspace-away", &mut window);
}

/// What a later version wrote, and preferences that nobody can read.
fn later(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    desk.start().close();
    let file = desk.path("demo/athletes/anna-kovac.ron");
    let text = fs::read_to_string(&file).unwrap();
    let (_, rest) = text.split_once(',').unwrap();
    fs::write(&file, format!("(version: 9,{rest}")).unwrap();
    let mut window = desk.start();
    look("later-version", &mut window);
    window.close();
    let preferences = desk.path("preferences/preferences.ron");
    let text = fs::read_to_string(&preferences).unwrap();
    fs::write(&preferences, &text[..text.len() / 2]).unwrap();
    let mut window = desk.start();
    look("preferences-damaged", &mut window);
}

/// Changes that cannot be written, and the copy that is kept of them.
fn unsaved(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    fs::rename(desk.path("demo/athletes"), desk.path("away")).unwrap();
    fs::write(desk.path("demo/athletes"), "in the way").unwrap();
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    window.wait_until("the word", |window| window.shows("Not saved"));
    look("not-saved", &mut window);
    ask_to_close(&mut window);
    window.settle();
    look("closing-unsaved", &mut window);
    window.click("Close without saving");
    ask_to_close(&mut window);
    window.close();
    fs::remove_file(desk.path("demo/athletes")).unwrap();
    fs::rename(desk.path("away"), desk.path("demo/athletes")).unwrap();
    rescued(&desk, look);
}

fn rescued(desk: &Desk, look: &mut Look<'_>) {
    let mut window = desk.start();
    look("copy-kept", &mut window);
}
