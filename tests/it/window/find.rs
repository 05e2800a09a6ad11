//! The search: everybody, every session, the library and days, however they are spelled.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, Queryable};

use super::support::Desk;

#[test]
fn a_session_of_anybody_is_found_by_its_words_and_shown() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Athlete: Anna");
    window.click("Ben Okafor");
    window.search("anna tempo 26 november");
    let found = window.labels("Session: ");
    assert!(
        found[0].starts_with("Session: Tempo, Thu 26 Nov 2026 · Anna Kovač"),
        "{found:?}"
    );
    window.key(Key::Enter);
    assert!(window.shows("Athlete: Anna Kovač") && window.shows("Tempo, Thu 26"));
    assert!(window.shows("Title"), "it is selected");
}

/// Another command may hold all that was typed in its description.
#[test]
fn a_command_that_is_called_so_comes_before_one_that_is_described_so() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.search("new athlete");
    window.key(Key::Enter);
    assert!(window.shows("Add athlete"));
}

/// What stands on a button is what people type.
#[test]
fn a_command_is_found_by_what_its_button_says() {
    let desk = Desk::new();
    let mut window = desk.start();
    for name in [
        "Start your own…",
        "Roster check",
        "Previous week",
        "Next week",
        "Today",
        "Show several weeks",
        "Library panel",
        "Charts panel",
        "Inspector panel",
        "Light or dark",
        "Print / Export",
        "Charts in the whole window",
        "Better week…",
    ] {
        assert!(!window.labels(name).is_empty(), "{name} is on the screen");
        window.search(name);
        assert!(!window.shows("Nothing has that name"), "{name}");
        window.key(Key::Escape);
        window.key(Key::Escape);
    }
    window.search("charts in the whole window");
    window.key(Key::Enter);
    assert!(!window.labels("Charts below the calendar").is_empty());
}

#[test]
fn people_exercises_programs_rules_and_days_are_found_and_slips_forgiven() {
    let desk = Desk::new();
    let mut window = desk.start();
    for (typed, found) in [
        ("ben okafr", "Athlete: Ben Okafor"),
        ("romanian dedlift", "Exercise: Romanian deadlift"),
        ("six for runers", "Program: Six for runners"),
        (
            "legs before a key sesion",
            "Rule: legs before a key session",
        ),
        ("10 jan 2027", "Go to Sunday 10 January 2027"),
        ("tue 24", "Go to Tuesday 24 November 2026"),
        ("tuedsay 24", "Go to Tuesday 24 November 2026"),
        ("novmber 24", "Go to Tuesday 24 November 2026"),
        ("nxt monday", "Go to Monday 30 November 2026"),
        ("anna tuesday intervals", "Session: Intervals, Tue 24 Nov"),
    ] {
        window.search(typed);
        assert!(
            window.shows(found),
            "{typed}: {:?}",
            window.labels("Session: ")
        );
        window.key(Key::Escape);
    }
    window.search("10 jan 2027");
    window.key(Key::Enter);
    assert!(window.shows("Sunday 10 January 2027: "));
    window.search("romanian deadlift");
    window.click("Exercise: Romanian deadlift");
    assert!(window.shows("Form cues"), "its card is open");
}

#[test]
fn what_is_found_stands_below_the_name_of_its_kind_and_what_is_called_so_comes_first() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.search("squat");
    window.wait_until("the sessions", |window| window.shows("Session: "));
    let heading = |title: &str| {
        let named =
            |node: &AccessKitNode<'_>| node.value().is_some_and(|words| words.starts_with(title));
        let found = window.harness.query_all_by(named).last();
        found.unwrap_or_else(|| panic!("{title}")).rect()
    };
    let (exercises, sessions) = (heading("Exercises"), heading("Sessions"));
    let squat = window.last_rect("Exercise: Squat");
    assert!(exercises.bottom() <= squat.top() && squat.top() < sessions.top());
    window.key(Key::Enter);
    assert!(window.shows("Form cues"), "the exercise of that name");
}

/// On a slow computer a frame may take as long as a word: what is typed behind Ctrl+K comes with it.
#[test]
fn what_is_typed_behind_the_keys_is_searched_for_and_is_no_key_of_the_calendar() {
    let desk = Desk::new();
    let mut window = desk.start();
    let sessions = window.labels("Recovery run").len();
    let press = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    window.harness.event(Event::Key {
        key: Key::K,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::COMMAND,
    });
    for (key, letter) in [(Key::N, "n"), (Key::E, "e")] {
        window.harness.event(press(key));
        window.harness.event(Event::Text(letter.to_owned()));
    }
    window.harness.step();
    // In the frame in which the search appears, too.
    window.harness.event(press(Key::X));
    window.harness.event(Event::Text("x".to_owned()));
    window.harness.step();
    window.settle();
    assert_eq!(window.value_of("Search commands"), "nex");
    assert_eq!(window.labels("Recovery run").len(), sessions);
    assert!(!window.shows("Add session"), "{:?}", window.words());
}

#[test]
fn enter_runs_nothing_before_something_is_typed_or_chosen() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    window.command_key(Key::K);
    window.key(Key::Enter);
    assert!(window.shows("Undo delete"), "the session is deleted still");
    assert!(window.labels("Lower body strength, Sat 28").is_empty());
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert!(
        !window.labels("Lower body strength, Sat 28").is_empty(),
        "the first row undoes"
    );
}
