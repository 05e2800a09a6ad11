//! Help: opened by key, searched, read, and left, while the work goes on beside it.

use egui::{Key, Role};

use super::support::Desk;

const SEARCH: &str = "Search the guide";

#[test]
fn f1_opens_the_guide_which_is_searched_and_read() {
    let desk = Desk::new();
    let mut window = desk.start();
    assert!(!window.shows("Your first week"));
    window.key(Key::F1);
    assert!(window.shows("Your first week") && window.is_focused(Role::TextInput, SEARCH));
    window.type_into(SEARCH, "padlok");
    assert!(window.shows("On a session's card"), "{:?}", window.words());
    window.click("Every mark on the screen · On a session's card");
    assert!(window.shows("locked: no suggestion moves it"));
    window.click("Rules and why");
    assert!(window.shows("What is a finding") || window.shows("What a finding is"));
    // The week behind it can be worked on meanwhile.
    window.click("Next week");
    assert!(window.shows("Week 49"));
    window.key(Key::F1);
    assert!(!window.shows("What a finding is"));
}

#[test]
fn the_sheet_of_shortcuts_says_what_the_keys_do() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command_key(Key::F1);
    for words in [
        "Ctrl+Z",
        "Undo",
        "Ctrl+K",
        "Move with arrow keys",
        "Copy and do not move",
    ] {
        assert!(window.shows(words), "{words}");
    }
    window.click("About Ironstride");
    let version = concat!("Version ", env!("CARGO_PKG_VERSION"));
    assert!(window.shows(version) && window.shows("MIT licence"));
    assert!(window.shows("Packages ("));
}
