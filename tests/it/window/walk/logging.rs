//! What was done: set by set, as a run, and what follows from it.

use egui::{Key, Modifiers};

use super::{Look, desk};
use crate::window::support::{Stage, Window};

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    window.press("Lower body strength, ");
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    look("log-sets", &mut window);
    window.key(Key::Enter);
    window.key(Key::Enter);
    look("log-sets-begun", &mut window);
    window.press("Easy run, ");
    window.command_key(Key::Enter);
    look("log-done", &mut window);
    window.leave();
    run(&mut window, look);
    window.click("Previous week");
    window.press("Lower body strength, ");
    window.unfold_inspector();
    look("log-of-last-week", &mut window);
    pains(&mut window, look);
}

fn run(window: &mut Window, look: &mut Look<'_>) {
    window.press("Tempo, ");
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    look("log-run", window);
    window.leave();
    window.focus("Long run, ");
    window.press("Long run, ");
    window.unfold_inspector();
    look("log-ahead", window);
    window.press("Skipped…");
    look("log-skipped", window);
    window.leave();
    window.unfold_inspector();
    if let Some(accept) = window.labels("Accept").first().cloned() {
        window.press(&accept);
        look("accepting", window);
        window.leave();
    }
}

fn pains(window: &mut Window, look: &mut Look<'_>) {
    if window.shows("Add pain") {
        window.press("Add pain");
        look("log-pain", window);
    }
    window.leave();
}
