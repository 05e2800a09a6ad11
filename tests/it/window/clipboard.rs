//! Cutting, copying and pasting sessions and weeks.

use egui::{Event, Key, Modifiers};

use super::support::{Desk, Window};

const HEAVY: &str = "Lower body strength, ";

fn send(window: &mut Window, event: Event) {
    window.harness.event(event);
    window.settle();
}

fn paste(window: &mut Window) {
    // What the system's clipboard holds does not matter.
    send(window, Event::Paste(String::from("anything")));
}

#[test]
fn a_copied_session_is_pasted_on_the_chosen_day() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    send(&mut window, Event::Copy);
    window.click("Friday 27");
    paste(&mut window);
    assert!(window.shows("Lower body strength, Fri 27, AM"));
    assert!(window.shows("Lower body strength, Sat 28, AM"));
    assert!(window.shows("Undo paste lower body strength"));
}

#[test]
fn a_cut_session_comes_back_whole_on_a_day_that_has_passed_and_then_as_copies() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Easy run, Mon 23");
    send(&mut window, Event::Cut);
    assert!(!window.shows("Easy run, Mon 23"));
    window.click("Tuesday 24");
    paste(&mut window);
    assert!(
        window.shows("Easy run, Tue 24, AM, 45 min · RPE 3, done"),
        "with its log"
    );
    window.click("Saturday 28");
    paste(&mut window);
    assert!(window.shows("Easy run, Sat 28, AM, 45 min · RPE 3, planned"));
}

#[test]
fn what_was_done_stays_on_its_day_when_it_is_cut_and_pasted_into_the_future() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Easy run, Mon 23");
    send(&mut window, Event::Cut);
    window.click("Friday 27");
    paste(&mut window);
    assert!(window.shows("Easy run, Fri 27, AM, 45 min · RPE 3, planned"));
    assert!(
        window.shows("Easy run, Mon 23, AM, 45 min · RPE 3, done"),
        "nothing that was done is lost: {:?}",
        window.labels("Easy run")
    );
    assert!(window.shows("what was done stays on Mon 23 Nov"));
    window.click("Undo paste easy run");
    assert!(!window.shows("Easy run, Fri 27") && !window.shows("Easy run, Mon 23"));
}

#[test]
fn a_cut_that_was_undone_is_pasted_as_a_copy() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    send(&mut window, Event::Cut);
    window.command_key(Key::Z);
    window.click("Friday 27");
    paste(&mut window);
    assert!(window.shows("Lower body strength, Fri 27"));
    assert!(window.shows("Lower body strength, Sat 28"));
}

#[test]
fn a_week_is_copied_pasted_and_cleared() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    assert!(window.shows("Copied 7 sessions."));
    for _ in 0..10 {
        window.key_with(Modifiers::ALT, Key::ArrowRight);
    }
    assert!(window.shows("Monday 1 February 2027: 0 sessions"));
    paste(&mut window);
    assert!(window.shows("Monday 1 February 2027: 2 sessions"));
    assert!(window.shows("Pasted 7 sessions"));

    window.command("clear week");
    assert!(window.shows("Cleared 7 sessions"));
    assert!(window.shows("Monday 1 February 2027: 0 sessions"));
    window.click("Undo");
    assert!(window.shows("Monday 1 February 2027: 2 sessions"));
}

#[test]
fn a_week_that_is_done_is_not_cleared() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Previous week");
    window.command("clear week");
    assert!(window.shows("what was done stays"));
    assert!(window.shows("Nothing to undo"));
}

#[test]
fn undo_and_redo_go_all_the_way() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Recovery run, Wed 25");
    for _ in 0..15 {
        window.command_key(Key::D);
    }
    assert!(window.shows("Wednesday 25 November 2026: 16 sessions"));
    for _ in 0..15 {
        window.command_key(Key::Z);
    }
    assert!(window.shows("Wednesday 25 November 2026: 1 session"));
    assert!(window.shows("Nothing to undo"));
    for _ in 0..15 {
        window.command_key(Key::Y);
    }
    assert!(window.shows("Wednesday 25 November 2026: 16 sessions"));
    assert!(window.shows("Undo duplicate recovery run"));
}
