//! A session of every kind in the inspector, and the coach's own exercises, weeks and programs while they are edited.

use egui::{Key, Modifiers, Rect, pos2, vec2};

use super::{Look, desk};
use crate::window::support::{Stage, Window};

const SEARCH: &str = "Search the library";

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    for (kind, name) in [
        ("Intervals", "kind-intervals"),
        ("Cross-training", "kind-cross"),
        ("Mobility", "kind-mobility"),
        ("Rest day", "kind-rest"),
        ("Note", "kind-note"),
        ("Strength", "kind-strength"),
    ] {
        window.click("Add to Fri 27");
        window.settle();
        window.click_last(kind);
        window.unfold_inspector();
        look(name, &mut window);
        if kind == "Strength" {
            end(&mut window, "kind-strength-end", look);
        }
        window.leave();
        window.command_key(Key::Z);
    }
    ends(&mut window, look);
    race(&mut window, look);
    own(&mut window, look);
    logged(&mut window, look);
}

/// What stands below the fold of the inspector.
fn ends(window: &mut Window, look: &mut Look<'_>) {
    for (session, name) in [
        ("Lower body strength, ", "session-strength-end"),
        ("Intervals, Tue 24", "session-run-end"),
    ] {
        window.press(session);
        window.unfold_inspector();
        end(window, name, look);
        window.leave();
    }
}

fn end(window: &mut Window, name: &str, look: &mut Look<'_>) {
    let screen = window.harness.ctx.content_rect();
    let kind = window.rect("Kind of session");
    let inspector =
        Rect::from_center_size(pos2(kind.center().x, screen.center().y), vec2(8.0, 8.0));
    window.wheel(inspector, 9000.0);
    look(name, window);
}

/// A set better than any before it, and the rest after a set of today.
fn logged(window: &mut Window, look: &mut Look<'_>) {
    window.click("Add to Wed 25");
    window.settle();
    let entry = window.last_rect("Strength").center();
    window.press_at(entry);
    window.unfold_inspector();
    window.press("Add exercise…");
    window.letters("hip thrust");
    window.key(Key::Enter);
    window.settle();
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    let rows = window.labels("Add a set of ");
    window.press(rows.first().unwrap());
    look("rest-runs", window);
    if window.shows("End rest") {
        window.press("End rest");
    }
    window.leave();
    window.press("Lower body strength, Sat 28");
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    window.fill("Sets of Squat", "3x5 165");
    look("record", window);
    window.leave();
}

fn race(window: &mut Window, look: &mut Look<'_>) {
    window.command_key(Key::G);
    window.type_into("Go to date", "10 Jan 2027");
    window.key(Key::Enter);
    window.press("Coast half marathon, ");
    window.unfold_inspector();
    look("kind-race", window);
    window.leave();
    window.command_key(Key::T);
}

fn own(window: &mut Window, look: &mut Look<'_>) {
    window.unfold_library();
    window.click("Exercises");
    window.press("New exercise…");
    window.type_into("Name", "Stair bound");
    let form = window.rect("Cancel");
    window.wheel(form.translate(vec2(0.0, -60.0)), 900.0);
    look("own-exercise-end", window);
    window.press("Cancel");
    window.command("save week as template");
    window.settle();
    window.unfold_library();
    window.click("Weeks");
    look("own-week", window);
    if let Some(edit) = window.labels("Edit ").first() {
        window.press(edit);
        look("own-week-edited", window);
    }
    window.leave();
    window.unfold_library();
    window.click("Exercises");
    window.type_into(SEARCH, "nordic");
    window.press("Nordic");
    look("library-card-other", window);
    window.leave();
}
