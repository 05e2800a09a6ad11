//! What athletes say about sessions: it stands out, is seen by looking, and is answered in the session's note.

use std::fs;

use egui::Key;

use super::support::{Desk, Window};

/// The line of the roster that says how much of Anna is new, once everybody is listed.
fn news(window: &mut Window) -> Option<String> {
    window.command("roster");
    window.wait_until("the list", |window| window.shows("Sort by athlete"));
    window.wait_until("everybody", |window| {
        !window.labels("Anna Kovač: ").is_empty()
    });
    let lines = window.labels("Anna Kovač: ");
    lines.into_iter().find(|line| line.contains(" new "))
}

fn count(line: &str) -> usize {
    let figure = line.trim_start_matches("Anna Kovač: ");
    figure.split(' ').next().unwrap().parse().unwrap()
}

#[test]
fn feedback_stands_out_until_it_was_looked_at_and_is_answered_in_the_note() {
    let desk = Desk::new();
    let mut window = desk.start();
    let line = news(&mut window).expect("the demo’s athletes say something");
    assert!(
        line.contains(" new since ") || line.ends_with(" new today"),
        "{line}"
    );
    let before = count(&line);
    window.click(&line);
    assert!(window.shows("New from Anna Kovač"));
    window.type_into("Answer to the athlete", "Shorter strides uphill");
    window.key(Key::Tab);
    let file = desk.path("demo/athletes/anna-kovac.ron");
    window.wait_until("the note", |_| {
        let text = fs::read_to_string(&file).unwrap();
        text.contains("Shorter strides uphill")
    });
    window.key(Key::Escape);
    let left = news(&mut window).map_or(0, |line| count(&line));
    assert_eq!(left, before - 1, "looking is seeing");
    window.key(Key::Escape);
    window.command("feedback as seen");
    assert_eq!(news(&mut window), None);
    window.close();
    let preferences = fs::read_to_string(desk.path("preferences/preferences.ron")).unwrap();
    assert!(preferences.contains("seen: {"), "{preferences}");
    assert!(
        !fs::read_to_string(&file).unwrap().contains("seen: "),
        "each coach has their own"
    );
    let mut window = desk.start();
    assert_eq!(news(&mut window), None, "another start remembers");
}
