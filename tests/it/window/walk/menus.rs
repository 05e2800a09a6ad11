//! Menus that keys and the second button of a mouse open, lists that drop down, and what is told where the pointer rests.

use egui::{Key, Modifiers, vec2};

use super::{Look, desk};
use crate::window::support::{Stage, Window};

const HEAVY: &str = "Lower body strength, ";
const TEMPO: &str = "Tempo, Thu 26";
const FRIDAY: &str = "Friday 27 November 2026";
const SEARCH: &str = "Search the library";

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    of_sessions(&mut window, look);
    of_days(&mut window, look);
    lists(&mut window, look);
    window.close();
    let desk = super::desk(stage);
    let mut window = desk.start();
    pointer(&mut window, look);
    drags(&mut window, look);
}

fn of_sessions(window: &mut Window, look: &mut Look<'_>) {
    for (entry, name) in [
        ("Move to…", "menu-move-to"),
        ("Key session", "menu-key-session"),
    ] {
        window.focus(HEAVY);
        window.key_with(Modifiers::SHIFT, Key::F10);
        let entry = window.last_rect(entry).center();
        window.press_at(entry);
        look(name, window);
        window.leave();
    }
    window.press(TEMPO);
    window.press_with(Modifiers::COMMAND, HEAVY);
    let at = window.place(HEAVY);
    window.second_click_at(at);
    look("menu-several", window);
    window.leave();
}

fn of_days(window: &mut Window, look: &mut Look<'_>) {
    window.scroll_into_view(FRIDAY);
    let day = window.rect(FRIDAY);
    window.second_click_at(day.center() + vec2(0.0, 40.0));
    look("menu-day", window);
    if window.shows("Copy week as text") {
        window.press("Copy week as text");
        look("copied-as-text", window);
    }
    window.leave();
    window.key(Key::V);
    let day = window.rect("Tuesday 1 December 2026");
    window.second_click_at(day.center());
    look("menu-board-day", window);
    window.leave();
    window.key(Key::V);
    window.settle();
}

fn lists(window: &mut Window, look: &mut Look<'_>) {
    window.press(HEAVY);
    window.unfold_inspector();
    window.press("Kind of session");
    look("list-kinds", window);
    window.leave();
    window.press(HEAVY);
    window.unfold_inspector();
    window.press("Add exercise…");
    window.letters("hip");
    look("list-exercises", window);
    window.leave();
    window.leave();
    window.click("Athlete: ");
    window.letters("ben");
    window.settle();
    look("athlete-menu-search", window);
    window.leave();
}

fn pointer(window: &mut Window, look: &mut Look<'_>) {
    for (what, name) in [
        (HEAVY, "hover-session"),
        ("Week 49, ", "hover-week"),
        ("Better week", "hover-button"),
    ] {
        if !window.labels(what).is_empty() {
            window.hover(what);
            window.harness.run_steps(40);
            look(name, window);
        }
    }
    window.harness.remove_cursor();
    window.unfold_inspector();
    let fixes = window.labels("Move to ");
    if let Some(fix) = fixes.first() {
        window.scroll_into_view(fix);
        window.hover(fix);
        look("hover-fix", window);
    }
    window.harness.remove_cursor();
    window.settle();
    window.unfold_library();
    window.click("Exercises");
    window.type_into(SEARCH, "romanian");
    window.hover("Romanian deadlift");
    window.harness.run_steps(20);
    look("hover-exercise", window);
    window.harness.remove_cursor();
    window.clear_search();
}

/// What is held and not yet let go: from the library, and over the weeks of the strip.
fn drags(window: &mut Window, look: &mut Look<'_>) {
    window.leave();
    for (tab, query, what, name) in [
        (
            "Sessions",
            "Long by distance",
            "Long by distance",
            "drag-template",
        ),
        ("Weeks", "hard days", "Hard days hard", "drag-week"),
        ("Programs", "six for", "Six for runners", "drag-program"),
    ] {
        window.unfold_library();
        window.click(tab);
        window.type_into(SEARCH, query);
        window.scroll_into_view(FRIDAY);
        let friday = window.rect(FRIDAY).center() + vec2(0.0, 40.0);
        window.scroll_into_view(what);
        let from = window.place(what);
        window.drag_and_hold(from, friday);
        window.settle();
        look(name, window);
        window.key(Key::Escape);
        window.harness.drop_at(from);
        window.settle();
        window.unfold_library();
        window.clear_search();
    }
    window.scroll_into_view(HEAVY);
    let card = window.place(HEAVY);
    let week = window.place("Week 49, ");
    window.drag_and_hold(card, week);
    window.settle();
    look("drag-strip", window);
    window.key(Key::Escape);
    window.harness.drop_at(card);
    window.settle();
}
