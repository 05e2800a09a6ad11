//! Keys given to commands, by keyboard alone: told where they clash, refused where they are needed, kept, and shown
//! wherever keys are shown.

use egui::{Key, Role};

use super::support::{Desk, Window};

const FIND: &str = "Find a command";

/// Opens the dialog, finds a command, chooses it and asks for other keys, without the mouse.
fn ask_keys(window: &mut Window, command: &str) {
    window.command("change shortcuts");
    assert!(
        window.is_focused(Role::TextInput, FIND),
        "it has the keyboard"
    );
    window.type_into(FIND, command);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert!(window.shows("Change keys…") || window.shows("Set keys…"));
    window.key(Key::Tab);
    window.key(Key::Enter);
    window.must_show("Press the keys for");
}

#[test]
fn keys_are_given_to_a_command_by_keyboard_alone_and_hold_after_a_restart() {
    let desk = Desk::new();
    let mut window = desk.start();
    ask_keys(&mut window, "better week");
    // On a keyboard the key that is held comes first.
    window.command_key(Key::ControlLeft);
    window.command_key(Key::J);
    assert!(window.shows("Better week has Ctrl+J now."));
    window.key(Key::Escape);
    window.command_key(Key::B);
    assert!(
        !window.shows("A better week"),
        "the old keys give it no more"
    );
    window.command_key(Key::J);
    window.wait_until("the dialog", |window| window.shows("A better week"));
    window.key(Key::Escape);
    window.close();
    let mut window = desk.start();
    window.command_key(Key::J);
    window.wait_until("the dialog", |window| window.shows("A better week"));
}

#[test]
fn keys_of_another_command_change_hands_only_when_that_is_said() {
    let desk = Desk::new();
    let mut window = desk.start();
    ask_keys(&mut window, "better week");
    window.command_key(Key::P);
    assert!(window.shows("Ctrl+P belongs to Print / Export."));
    window.click("Cancel");
    window.key(Key::Escape);
    window.command_key(Key::P);
    assert!(window.shows("Save PDF"), "nothing has changed");
    window.key(Key::Escape);
    ask_keys(&mut window, "better week");
    window.command_key(Key::P);
    // The first button has the keyboard.
    window.key(Key::Enter);
    assert!(window.shows("Better week has Ctrl+P now. Print / Export has no keys any more."));
    window.click("Default keys for all commands");
    window.key(Key::Escape);
    window.command_key(Key::P);
    assert!(window.shows("Save PDF"));
}

#[test]
fn keys_of_the_system_and_of_text_fields_are_refused_and_escape_gives_up() {
    let desk = Desk::new();
    let mut window = desk.start();
    ask_keys(&mut window, "better week");
    window.key(Key::Tab);
    assert!(window.shows("Tab cannot be used."));
    window.key(Key::Space);
    assert!(window.shows("Space cannot be used."));
    window.command_key(Key::A);
    assert!(window.shows("Ctrl+A cannot be used. It selects all text of a field."));
    window.harness.event(egui::Event::Copy);
    window.settle();
    assert!(window.shows("Ctrl+C cannot be used. It belongs to the clipboard."));
    window.key(Key::Escape);
    assert!(
        !window.shows("Press the keys for"),
        "Escape ends the waiting"
    );
    assert!(
        window.shows("Default keys for all commands"),
        "and not the dialog"
    );
    window.key(Key::Escape);
    assert!(!window.shows("Default keys for all commands"));
}

#[test]
fn what_is_set_is_shown_wherever_keys_are_shown() {
    let desk = Desk::new();
    let mut window = desk.start();
    assert!(window.shows("Search… Ctrl+K"));
    ask_keys(&mut window, "command palette");
    window.command_key(Key::J);
    window.key(Key::Escape);
    assert!(window.shows("Search… Ctrl+J"), "on the bar");
    window.command_key(Key::F1);
    assert!(
        window.shows("Ctrl+J") && !window.shows("Ctrl+K"),
        "on the sheet"
    );
    window.click("Your first week");
    assert!(window.shows("in the search, Ctrl+J"), "in the guide");
    window.key(Key::F1);
    window.command_key(Key::J);
    assert!(window.is_focused(Role::TextInput, "Search commands"));
}

#[test]
fn a_letter_alone_may_be_given_and_is_still_typed_into_fields() {
    let desk = Desk::new();
    let mut window = desk.start();
    ask_keys(&mut window, "print / export");
    window.key(Key::P);
    assert!(window.shows("Print / Export has P now."));
    window.key(Key::Escape);
    window.focus("Search the library");
    window.key(Key::P);
    assert!(!window.shows("Save PDF"), "it is typed");
    window.key(Key::Escape);
    window.key(Key::P);
    assert!(window.shows("Save PDF"));
}
