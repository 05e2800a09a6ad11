//! Closing the window loses nothing that was typed: it is an edit by then, or the window asks first.

use egui::Key;

use super::closing::ask_to_close;
use super::support::{Desk, Window};

const HEAVY: &str = "Lower body strength, ";
const DIALOG_ASKS: &str = "Close the window again to discard them.";
const PANEL_ASKS: &str = "Something you typed is not saved";

/// Types into a field and leaves the cursor in it.
fn type_and_stay(window: &mut Window, label: &str, typed: &str) {
    window.field(label).scroll_to_me();
    window.settle();
    window.field(label).focus();
    window.harness.step();
    window.field(label).type_text(typed);
    window.settle();
}

/// What is asked before the window closes on a field, and that it closes when it is closed once more.
#[track_caller]
fn is_asked(window: &mut Window, question: &str, what: &str) {
    assert!(
        ask_to_close(window),
        "{what}: the window closes without a word"
    );
    assert!(window.shows(question), "{what}: {:?}", window.words());
    window.settle();
    assert!(!ask_to_close(window), "{what}: it asks twice");
}

#[test]
fn every_dialog_with_something_typed_is_asked_about() {
    for (name, field, typed) in [
        ("new athlete", "Name", "Nora Quick"),
        ("new athlete", "Notes", "Runs in the dark"),
        ("edit athlete", "Notes", "Runs in the dark"),
        ("edit athlete", "Threshold pace", "3:59"),
        ("edit athlete", "Body weight today", "61"),
        ("build a season", "Race name", "Lakes"),
        ("bring in a plan", "Plan", "Mon easy 45min"),
        ("your name", "Your name", "Mira"),
        ("publish", "Folder", "somewhere"),
        ("print / export", "A word to the athlete", "Bring a hat"),
    ] {
        let desk = Desk::new();
        let mut window = desk.start();
        window.command(name);
        type_and_stay(&mut window, field, typed);
        is_asked(&mut window, DIALOG_ASKS, &format!("{name}, {field}"));
    }
}

#[test]
fn what_a_dialog_holds_is_kept_while_nobody_answers_and_goes_with_the_window() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command("new athlete");
    type_and_stay(&mut window, "Name", "Nora Quick");
    assert!(ask_to_close(&mut window));
    window.click("Keep editing");
    assert_eq!(window.value_of("Name"), "Nora Quick");
    assert!(ask_to_close(&mut window), "asked anew");
    window.click("Discard and close");
    assert!(!window.shows(DIALOG_ASKS));
    assert!(window.find_field("Name").is_none());
}

#[test]
fn forms_in_panels_are_asked_about_even_while_their_panel_is_folded() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("New exercise…");
    type_and_stay(&mut window, "Name", "Air squat");
    window.command_key(Key::Num1);
    assert!(ask_to_close(&mut window));
    assert!(window.shows(PANEL_ASKS) && window.shows("Air squat"));
    window.click("Keep open");
    window.command_key(Key::Num1);
    assert_eq!(window.value_of("Name"), "Air squat");
    is_asked(&mut window, PANEL_ASKS, "the new exercise");
}

#[test]
fn reasons_tags_and_what_a_field_refuses_are_asked_about() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.click("Skipped…");
    type_and_stay(&mut window, "Reason", "Calf is sore");
    is_asked(&mut window, PANEL_ASKS, "a reason for skipping");

    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Accept…");
    type_and_stay(&mut window, "Reason for accepting", "Only once");
    is_asked(&mut window, PANEL_ASKS, "a reason for accepting");

    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    type_and_stay(&mut window, "Duration", "soon");
    is_asked(&mut window, PANEL_ASKS, "what is not understood");
}

#[test]
fn what_is_typed_on_the_week_and_in_the_settings_is_there_at_the_next_start() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    type_and_stay(&mut window, "Title", "Castle gym");
    assert!(!ask_to_close(&mut window));
    window.close();
    let mut window = desk.start();
    assert!(window.shows("Castle gym, Sat 28"));
    window.command_key(Key::Comma);
    type_and_stay(&mut window, "Coach’s name", "Mira Vale");
    assert!(!ask_to_close(&mut window), "it is set by then");
    window.close();
    let settings = std::fs::read_to_string(desk.path("demo/workspace.ron")).unwrap();
    assert!(settings.contains("Mira Vale"), "{settings}");
}

#[test]
fn a_word_that_went_into_a_file_is_not_asked_about() {
    let desk = Desk::new();
    let mut window = desk.start();
    let sheet = desk.path("week.pdf");
    window.command("print / export");
    type_and_stay(&mut window, "A word to the athlete", "Bring a hat");
    window.retype("File", &sheet.display().to_string());
    window.click("Save PDF");
    window.wait_until("the sheet", |_| sheet.exists());
    window.wait_until("the dialog to say so", |window| window.shows("Saved"));
    assert!(!ask_to_close(&mut window));
}
