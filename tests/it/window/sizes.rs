//! Small windows: panels make room for the week.

use egui::{Rect, Vec2, vec2};

use super::support::{Desk, Window};

fn resize(window: &mut Window, size: Vec2) {
    window.harness.set_size(size);
    window.settle();
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
