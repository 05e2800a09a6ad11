//! Small windows: dialogs lie within them with title and buttons, and panels make room for the week.

use egui::{Key, Rect, Vec2, pos2, vec2};

use super::support::{Desk, Window};

/// Every dialog that a command opens, with buttons that have to be in sight.
const DIALOGS: [(&str, &[&str]); 9] = [
    ("new athlete", &["Add athlete", "Cancel"]),
    ("edit athlete", &["Save", "Cancel"]),
    ("rules and why", &["Apply", "Close"]),
    ("accepted findings", &["Apply", "Close"]),
    ("print / export", &["Save PDF", "Close"]),
    ("copy to other athletes", &["Copy to 0 athletes", "Cancel"]),
    ("better week…", &["Close"]),
    ("1rm calculator", &["Close"]),
    ("build a season", &["Build season", "Cancel"]),
];

fn resize(window: &mut Window, size: Vec2) {
    window.harness.set_size(size);
    window.settle();
}

#[test]
fn every_dialog_keeps_its_buttons_within_the_window() {
    for size in [vec2(800.0, 500.0), vec2(1180.0, 700.0), vec2(1440.0, 900.0)] {
        let desk = Desk::new();
        let mut window = desk.start();
        resize(&mut window, size);
        let inside = Rect::from_min_size(pos2(0.0, 0.0), size);
        let mut outside = Vec::new();
        for (command, buttons) in DIALOGS {
            window.command_key(Key::K);
            window.type_into("Search commands", command);
            window.key(Key::Enter);
            let last = buttons[buttons.len() - 1];
            window.wait_until(command, |window| !window.labels(last).is_empty());
            window.harness.run_steps(6);
            for button in buttons {
                let shown = window.last_rect(button);
                if !inside.contains_rect(shown) {
                    outside.push(format!("{button} of {command} at {size}: {shown}"));
                }
            }
            window.key(Key::Escape);
            window.harness.run_steps(2);
        }
        assert!(outside.is_empty(), "{outside:#?}");
    }
}

#[test]
fn panels_fold_by_themselves_in_a_small_window_and_come_when_asked_for() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(800.0, 500.0));
    assert!(window.shows("Search the library") && !window.shows("Select a session to see"));
    assert!(!window.shows("Weekly load chart"));
    window.click("Inspector panel");
    assert!(window.shows("Select a session to see") && !window.shows("Search the library"));
    resize(&mut window, vec2(1440.0, 900.0));
    assert!(window.shows("Search the library") && window.shows("Weekly load chart"));
}

#[test]
fn day_heads_never_overlap_and_days_stay_in_a_row() {
    for width in [540.0, 720.0, 800.0, 960.0, 1180.0, 2560.0] {
        let desk = Desk::new();
        let mut window = desk.start();
        resize(&mut window, vec2(width, 600.0));
        let days: Vec<Rect> = (23..=29)
            .map(|day| {
                let weekday = [
                    "Monday",
                    "Tuesday",
                    "Wednesday",
                    "Thursday",
                    "Friday",
                    "Saturday",
                    "Sunday",
                ][day - 23];
                window.rect(&format!("{weekday} {day} November 2026"))
            })
            .collect();
        for pair in days.windows(2) {
            assert!(pair[0].right() <= pair[1].left(), "{width}: {pair:?}");
            assert!(pair[0].width() >= 69.0, "{width}: {pair:?}");
        }
    }
}
