//! What a fix would do, shown on the calendar before anybody clicks it.

use egui::{Event, Key, Modifiers, PointerButton, pos2};

use super::support::{Desk, Window};

const SATURDAY: &str = "Saturday 28 November 2026: 1 session";

/// The fix of Anna's conflict that moves the lift, as its button says it.
fn moving_fix(window: &Window) -> String {
    let fixes = window.labels("Move to ");
    fixes.first().cloned().expect("a fix that moves the lift")
}

#[test]
fn pointing_at_a_fix_shows_where_the_session_would_stand_and_changes_nothing() {
    let desk = Desk::new();
    let mut window = desk.start();
    let fix = moving_fix(&window);
    assert!(!window.shows("Would stand here"));
    window.hover(&fix);
    assert!(window.shows("Would stand here: Lower body strength"));
    assert!(window.shows(&format!("{SATURDAY}, would be clear")));
    assert!(window.shows("2 findings → "));
    assert!(
        window.shows("Lower body strength, Sat 28"),
        "the card stays"
    );
    assert!(window.shows("Nothing to undo"));
    window.harness.hover_at(pos2(700.0, 500.0));
    window.settle();
    assert!(!window.shows("Would stand here"));
    assert!(!window.shows("would be clear"));
}

#[test]
fn the_keyboard_previews_as_the_mouse_does_and_enter_is_one_step() {
    let desk = Desk::new();
    let mut window = desk.start();
    let fix = moving_fix(&window);
    window.focus(&fix);
    assert!(window.shows("Would stand here: Lower body strength"));
    window.key(Key::Enter);
    assert!(!window.shows("Would stand here"));
    assert!(!window.shows("Legs before a key session"));
    let label = fix.split(" (").next().unwrap_or(&fix);
    window.click(&format!("Undo {}", label.replacen("Move", "move", 1)));
    assert!(window.shows("Legs before a key session"));
    assert!(window.shows("Nothing to undo"));
}

#[test]
fn a_session_that_stays_says_what_would_change_about_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.hover("Shorten to ");
    assert!(window.shows("18 km → 16.6 km"));
    assert!(window.shows("2 findings → 1"));
}

#[test]
fn a_double_click_makes_one_fix_which_says_what_it_did() {
    let desk = Desk::new();
    let mut window = desk.start();
    let fix = moving_fix(&window);
    window.scroll_to(&fix);
    let at = window.place(&fix);
    window.harness.hover_at(at);
    window.harness.step();
    window.harness.drag_at(at);
    window.harness.step();
    window.harness.drop_at(at);
    window.harness.step();
    // The second click of a double click, in the next frame: whatever fix stands there by now is not meant.
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let events = &mut window.harness.input_mut().events;
    events.extend([button(true), button(false)]);
    window.harness.step();
    window.settle();
    let label = fix.split(" (").next().unwrap_or(&fix).to_owned();
    assert!(
        window.shows(&format!("{label} · ")),
        "the message says what was done: {:?}",
        window.labels(&label)
    );
    assert!(window.shows("Undo"), "and offers to take it back");
    window.click(&format!("Undo {}", label.replacen("Move", "move", 1)));
    assert!(window.shows("Legs before a key session"));
    assert!(window.shows("Nothing to undo"), "one click, one step");
}
