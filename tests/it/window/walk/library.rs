//! The library: exercises, sessions, weeks and programs, and the coach's own.

use egui::Key;

use super::{Look, desk};
use crate::window::support::{Stage, Window};

const SEARCH: &str = "Search the library";

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    window.unfold_library();
    exercises(&mut window, look);
    templates(&mut window, look);
    programs(&mut window, look);
}

fn exercises(window: &mut Window, look: &mut Look<'_>) {
    window.type_into(SEARCH, "romanian");
    window.press("Romanian deadlift");
    look("library-card", window);
    let card = window.rect("Close card");
    window.wheel(card.translate(egui::vec2(-60.0, 60.0)), 400.0);
    look("library-card-below", window);
    window.press("Close card");
    window.retype(SEARCH, "zzzz");
    look("library-nothing", window);
    window.clear_search();
    window.press("More…");
    look("library-filters", window);
    window.key(Key::Escape);
    look("library-exercises", window);
    window.press("New exercise…");
    window.type_into("Name", "Stair bound");
    look("library-own-exercise", window);
    window.press("Cancel");
}

fn templates(window: &mut Window, look: &mut Look<'_>) {
    window.press("Sessions");
    look("library-sessions", window);
    window.type_into(SEARCH, "Advanced 1");
    window.press("Advanced 1");
    window.press("Make a copy of your own");
    look("library-template-editor", window);
    window.press("Close template");
    window.unfold_library();
    window.press("Weeks");
    window.retype(SEARCH, "does not say how heavy these are");
    look("library-weeks", window);
    window.press("Lay out here");
    look("library-week-asks", window);
    window.leave();
}

fn programs(window: &mut Window, look: &mut Look<'_>) {
    window.unfold_library();
    window.press("Programs");
    window.clear_search();
    look("library-programs", window);
    window.retype(SEARCH, "countdown");
    window.press("Race countdown, 6 weeks");
    look("library-program", window);
    window.press("Lay out from this week…");
    window.harness.run_steps(4);
    window.settle();
    look("lay-out", window);
    window.leave();
    window.unfold_library();
    if window.shows("All programs") {
        window.press("All programs");
    }
    window.press("New program…");
    window.press("From the calendar");
    window.press("2 weeks from ");
    window.harness.run_steps(4);
    look("program-own", window);
    window.leave();
}
