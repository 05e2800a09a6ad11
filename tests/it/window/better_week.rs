//! A better week: looked for, looked at, taken, and taken back.

use egui::{Key, Modifiers};

use super::support::{Desk, Window};

#[test]
fn a_better_week_is_suggested_and_taken_in_two_clicks_and_undone_in_one() {
    let desk = Desk::new();
    let mut window = desk.start();
    assert!(
        window.shows("Legs before a key session"),
        "Anna’s week has a conflict"
    );
    window.click("Better week…");
    window.wait_until("the suggestion", |window| window.shows("A better week"));
    assert!(window.shows("Every arrangement was compared"));
    window.click("Make ");
    assert!(!window.shows("Legs before a key session"));
    window.click("Undo arrange a better week");
    assert!(window.shows("Legs before a key session"));
}

/// The dialog about the weeks to the race, with all of them looked at.
fn to_the_race(desk: &Desk) -> Window {
    let mut window = desk.start();
    window.click("Better week…");
    window.wait_until("the race to be offered", |window| {
        window.shows("To Coast half marathon")
    });
    window.click("To Coast half marathon");
    window.wait_until("all weeks to be looked at", |window| {
        window.shows("one week after the other") || window.shows("there may be a better one")
    });
    window
}

#[test]
fn weeks_to_the_race_are_arranged_together_and_undone_in_one_step() {
    let desk = Desk::new();
    let mut window = to_the_race(&desk);
    assert!(window.shows("To Coast half marathon"));
    assert!(window.shows("Week 48 · 23–29 Nov 2026"));
    assert!(
        window.shows("Week 1 · 4–10 Jan 2027"),
        "the week of the race"
    );
    assert!(window.shows("Solves: Legs before a key session (Sat 28, Sun 29)."));
    let all = window.labels("Make ");
    let all = all
        .iter()
        .rfind(|name| name.contains(" move") && !name.contains("these"));
    window.focus(all.expect("a button for all moves"));
    window.key(Key::Enter);
    assert!(!window.shows("one week after the other"), "it is closed");
    assert!(!window.shows("Legs before a key session"));
    window.click("Undo arrange better weeks");
    assert!(window.shows("Legs before a key session"));
    assert!(window.shows("Nothing to undo"));
}

#[test]
fn what_no_move_can_mend_is_named_beside_what_they_mend() {
    let desk = Desk::new();
    let window = to_the_race(&desk);
    // The long run that grows too fast stays, on whatever day it stands.
    assert!(
        window.shows("Besides, "),
        "{:?}",
        window.labels("Every arrangement")
    );
}

#[test]
fn a_move_can_be_made_alone() {
    let desk = Desk::new();
    let mut window = to_the_race(&desk);
    let only = window.labels("Move ");
    let only: Vec<&String> = only
        .iter()
        .filter(|name| name.contains(" only, "))
        .collect();
    assert!(!only.is_empty());
    window.click(only[0]);
    window.key(Key::Escape);
    assert!(!window.shows("Legs before a key session"));
    window.click("Undo move ");
    assert!(window.shows("Legs before a key session"));
}

#[test]
fn another_span_is_looked_at_when_it_is_chosen() {
    let desk = Desk::new();
    let mut window = to_the_race(&desk);
    window.click("This week");
    window.wait_until("the week to be looked at", |window| {
        window.shows("Every arrangement was compared")
    });
    assert!(window.shows("A better week"));
    assert!(!window.shows("Week 1 · 4–10 Jan 2027"));
    window.key(Key::Escape);
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::B);
    window.wait_until("the keys to open it as well", |window| {
        window.shows("Every arrangement was compared")
    });
}

#[test]
fn the_first_articles_week_is_clear_in_two_clicks() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.add_athlete("Nora Quick");
    window.click("Next week");
    window.click("Weeks");
    window.type_into("Search the library", "does not say how heavy these are");
    window.click("Lay out here");
    assert!(
        window.shows("Legs before a key session"),
        "on the eve of the tempo"
    );
    window.click("Better week…");
    window.wait_until("the suggestion", |window| window.shows("A better week"));
    window.click("Make 2 moves");
    assert!(window.shows("Runs and strength sessions leave each other room."));
    window.click("Undo arrange a better week");
    assert!(window.shows("Legs before a key session"));
}
