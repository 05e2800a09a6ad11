//! The bar at the head and the strip of weeks, narrow and wide.

use egui::{Event, Key, Modifiers, vec2};

use super::super::support::{Desk, Window};
use super::{overlaps, resize};

#[test]
fn nothing_in_the_bar_lies_over_anything_however_large_it_is_drawn() {
    for width in [720.0, 800.0, 960.0, 1180.0, 1440.0] {
        let desk = Desk::new();
        let mut window = desk.start();
        resize(&mut window, vec2(width, 450.0));
        let mut names = vec![
            "Athlete: ",
            "Previous week",
            "Next week",
            "Show several weeks",
            // The way out of the demo; in a small bar it stands where undo does, while there is nothing to undo.
            "Start your own…",
            "Library panel",
            "Charts panel",
            "Inspector panel",
            "Print",
        ];
        for more in ["Today", "Nothing to undo"] {
            if !window.labels(more).is_empty() {
                names.push(more);
            }
        }
        let names: Vec<String> = names
            .iter()
            .map(|start| window.labels(start)[0].clone())
            .collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let over = overlaps(&window, &names);
        assert!(over.is_empty(), "{width}: {over:#?}");
    }
}

/// While a rest runs, its time stands in the bar as well, and the way out of the demo makes room for it.
#[test]
fn a_rest_that_runs_lies_over_nothing_in_the_bar() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Add to Wed 25");
    let entry = window.last_rect("Strength").center();
    window.press_at(entry);
    window.click("Add exercise…");
    window.letters("single-leg romanian");
    window.key(Key::Enter);
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    let row = window.labels("Add a set of ").remove(0);
    window.click(&row);
    for width in [720.0, 800.0, 960.0, 1180.0, 1320.0, 1440.0] {
        resize(&mut window, vec2(width, 450.0));
        let starts = [
            "Athlete: ",
            "Previous week",
            "Next week",
            "End rest",
            "Undo ",
            "Library panel",
            "Charts panel",
            "Inspector panel",
            "Print",
        ];
        let names = starts.map(|start| window.labels(start)[0].clone());
        let mut names: Vec<&str> = names.iter().map(String::as_str).collect();
        // It gives way to the athlete's name.
        let board = window.labels("Show several weeks");
        names.extend(board.iter().map(String::as_str));
        let over = overlaps(&window, &names);
        assert!(over.is_empty(), "{width}: {over:#?}");
    }
}

#[test]
fn undo_is_in_a_small_bar_as_soon_as_there_is_something_to_undo() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(720.0, 450.0));
    window.click("Tempo, ");
    window.key(Key::Delete);
    window.harness.run_steps(4);
    assert!(!window.labels("Undo delete").is_empty());
    assert!(window.labels("Start your own…").is_empty());
}

#[test]
fn the_strip_says_what_weeks_are_for_and_the_wheel_moves_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(1440.0, 900.0));
    let weeks = |window: &Window| {
        let mut weeks = window.labels("Week ");
        weeks.retain(|week| week.contains(", load "));
        weeks
    };
    let shown = weeks(&window);
    let says = |words: &str| shown.iter().filter(|week| week.ends_with(words)).count();
    assert_eq!(says(", cutback"), 2, "{shown:#?}");
    assert_eq!(says(", taper"), 1, "{shown:#?}");
    assert_eq!(says(", Coast half marathon"), 1, "{shown:#?}");
    let first = shown[0].clone();
    let at = window.rect(&first).center();
    for _ in 0..4 {
        window.harness.event(Event::PointerMoved(at));
        window.turn_wheel(-60.0);
        window.harness.run_steps(12);
    }
    window.settle();
    let moved = weeks(&window)[0].clone();
    assert_ne!(moved, first, "the strip has moved on");
    assert!(
        window.shows("Week 48 · 23–29 Nov 2026"),
        "the shown week has not"
    );
    resize(&mut window, vec2(2560.0, 1440.0));
    window.harness.run_steps(4);
    let wide = weeks(&window).len();
    assert!(wide > 18, "{wide} weeks");
}
