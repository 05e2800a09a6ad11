//! The week, its sessions and days, and what is dragged across them.

use egui::{Key, Modifiers, vec2};

use super::{Look, desk};
use crate::window::support::{Stage, Window};

const HEAVY: &str = "Lower body strength, ";
const TEMPO: &str = "Tempo, Thu 26";

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    look("week", &mut window);
    window.unfold_inspector();
    for finding in window.labels("Unfold “").iter().take(2) {
        window.press(finding);
    }
    look("week-findings", &mut window);
    sessions(&mut window, look);
    days(&mut window, look);
    drags(&mut window, look);
    boards(&mut window, look);
    empty(&mut window, look);
}

fn sessions(window: &mut Window, look: &mut Look<'_>) {
    window.press(HEAVY);
    window.unfold_inspector();
    look("session-strength", window);
    window.press("Show card of Squat");
    look("session-exercise-card", window);
    window.leave();
    window.press(HEAVY);
    window.unfold_inspector();
    window.press("More for Squat");
    look("session-exercise-menu", window);
    window.leave();
    window.press("Intervals, Tue 24");
    window.unfold_inspector();
    look("session-run-done", window);
    window.press(TEMPO);
    window.press("More for step 1");
    look("session-run-planned", window);
    window.leave();
    window.focus(HEAVY);
    window.key_with(Modifiers::SHIFT, Key::F10);
    look("session-menu", window);
    window.leave();
    window.press(TEMPO);
    window.press_with(Modifiers::COMMAND, HEAVY);
    window.press_with(Modifiers::COMMAND, "Recovery run, Wed 25");
    window.unfold_inspector();
    look("sessions-several", window);
    window.leave();
}

fn days(window: &mut Window, look: &mut Look<'_>) {
    window.click("Add to Fri 27");
    look("day-add", window);
    window.leave();
    allows(window, "What Fri 27 allows: ");
    look("day-allows", window);
    window.press("Travel, no training");
    look("day-travel", window);
    window.press("Through Sun 29");
    window.leave();
    look("days-marked", window);
    window.command_key(Key::Z);
    window.command_key(Key::G);
    look("date-picker", window);
    window.leave();
}

/// Opens what a day allows, beside the button that adds to it.
fn allows(window: &mut Window, day: &str) {
    window.scroll_into_view(day);
    let head = window.rect(day);
    window.press_at(head.left_center() + vec2(8.0, 0.0));
}

fn drags(window: &mut Window, look: &mut Look<'_>) {
    window.scroll_into_view(HEAVY);
    let card = window.place(HEAVY);
    let friday = window.rect("Friday 27 November 2026");
    window.drag_and_hold(card, friday.center() + vec2(0.0, 60.0));
    window.settle();
    look("drag-clear", window);
    let thursday = window.rect("Thursday 26 November 2026");
    window.harness.hover_at(thursday.center() + vec2(0.0, 60.0));
    window.settle();
    look("drag-conflict", window);
    window.key(Key::Escape);
    window.harness.drop_at(card);
    window.settle();
    window.press(HEAVY);
    window.key(Key::M);
    window.key(Key::ArrowLeft);
    look("move-by-keys", window);
    window.leave();
    window.unfold_library();
    window.click("Exercises");
    window.type_into("Search the library", "hip thrust");
    let from = window.place("Hip thrust");
    // The library may have moved the days.
    let friday = window.rect("Friday 27 November 2026");
    window.drag_and_hold(from, friday.center() + vec2(0.0, 60.0));
    window.settle();
    look("drag-exercise", window);
    window.key(Key::Escape);
    window.harness.drop_at(from);
    window.settle();
    window.clear_search();
    window.leave();
}

fn boards(window: &mut Window, look: &mut Look<'_>) {
    window.key(Key::V);
    look("board", window);
    let card = window.place(HEAVY);
    let tuesday = window.rect("Tuesday 1 December 2026");
    window.drag_and_hold(card, tuesday.center());
    window.settle();
    look("board-drag", window);
    window.key(Key::Escape);
    window.harness.drop_at(card);
    window.settle();
    window.key(Key::V);
    window.settle();
}

fn empty(window: &mut Window, look: &mut Look<'_>) {
    window.command_key(Key::G);
    window.type_into("Go to date", "10 Jan 2027");
    window.key(Key::Enter);
    look("week-of-race", window);
    window.command_key(Key::G);
    window.type_into("Go to date", "1 Feb 2027");
    window.key(Key::Enter);
    window.unfold_inspector();
    look("week-empty", window);
    window.command_key(Key::T);
    for panel in ["Inspector panel", "Library panel", "Charts panel"] {
        if window.is_open(panel) {
            window.click(panel);
        }
    }
    look("week-alone", window);
}
