//! What went wrong: damaged files, two versions, backups, and a window that closes on something typed.

use std::fs;

use egui::Key;

use super::{Look, desk};
use crate::window::closing::ask_to_close;
use crate::window::support::{Desk, Stage, Window};

const DAMAGED: &str = "(version: 1, athlete: (id: \"no";

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    look("deleted", &mut window);
    window.close();
    let mut window = desk.start();
    backups(&mut window, look);
    closing(&mut window, look);
    drop(window);
    damage(&desk, look);
    conflict(stage, look);
}

fn backups(window: &mut Window, look: &mut Look<'_>) {
    window.run_until("backups", "Choose a version to see");
    look("backups", window);
    let is_version = |label: &String| label.contains(" · ") && label.ends_with(" KB");
    let newest = window.labels("").into_iter().find(is_version).unwrap();
    window.press(&newest);
    window.wait_until("what differs", |window| !window.shows("Reading…"));
    window.settle();
    look("backups-differ", window);
    window.leave();
}

fn closing(window: &mut Window, look: &mut Look<'_>) {
    window.command("new athlete…");
    window.type_into("Name", "Nora Quick");
    ask_to_close(window);
    window.settle();
    look("closing", window);
    window.press("Keep editing");
    window.leave();
}

fn damage(desk: &Desk, look: &mut Look<'_>) {
    for name in ["anna-kovac", "ben-okafor"] {
        fs::write(desk.path(&format!("demo/athletes/{name}.ron")), DAMAGED).unwrap();
    }
    let mut window = desk.start();
    look("damaged-two", &mut window);
    fs::write(desk.path("demo/athletes/carla-ruiz.ron"), DAMAGED).unwrap();
    drop(window);
    let mut window = desk.start();
    look("damaged-all", &mut window);
}

fn conflict(stage: &Stage, look: &mut Look<'_>) {
    let desk = super::desk(stage);
    let mut window = desk.start();
    fs::write(desk.path("demo/athletes/anna-kovac.ron"), DAMAGED).unwrap();
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    window.wait_until("the conflict", |window| window.shows("Changed elsewhere"));
    look("changed-elsewhere", &mut window);
    window.close();
    let mut window = desk.start();
    window.press("Show 1 more notice");
    window.settle();
    look("notices", &mut window);
    window.press("Compare and choose…");
    window.wait_until("the two", |window| window.shows("Take ours"));
    window.settle();
    look("two-files", &mut window);
}
