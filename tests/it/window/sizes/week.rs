//! The week and the roster in a small window.

use egui::{Key, Rect, vec2};

use super::super::support::{Desk, Stage, Window};
use super::super::walk::judge;
use super::{drawn, resize};

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

#[test]
fn a_session_in_the_inspector_takes_nothing_from_the_week() {
    let desk = Desk::new();
    let mut window = desk.start();
    let before = window.rect("Add to Fri 27");
    for card in ["Lower body strength, ", "Intervals, ", "Upper + core, "] {
        window.click(card);
        // A row that is too wide for the panel would widen it by a little in each frame.
        for _ in 0..8 {
            window.settle();
        }
        let moved = window.rect("Add to Fri 27").left() - before.left();
        assert!(moved.abs() < 1.0, "{card}: the week moved by {moved}");
    }
}

/// At 200 % of a usual window the week scrolls beside the inspector; what is selected or has the keyboard is seen whole.
#[test]
fn a_week_without_room_scrolls_to_the_day_that_is_worked_on() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(720.0, 450.0));
    window.click("Lower body strength, ");
    window.click("Inspector panel");
    window.harness.run_steps(4);
    let beside = |window: &Window, card: &str| {
        let edge = window.rect("Title").left() - 12.0;
        let card = window.rect(card);
        assert!(
            card.left() > 0.0 && card.right() < edge,
            "{card} and {edge}"
        );
    };
    beside(&window, "Lower body strength, ");
    window.focus("Long run, ");
    window.harness.run_steps(4);
    beside(&window, "Long run, ");
    window.key(Key::Enter);
    window.harness.run_steps(4);
    beside(&window, "Long run, ");
    window.focus("Easy run, ");
    window.harness.run_steps(4);
    beside(&window, "Easy run, ");
}

/// 1180 × 700 pixels at 150 %: the board has all its days beside the inspector that was asked for.
#[test]
fn the_weekend_of_the_board_stays_in_sight_beside_the_inspector() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(787.0, 467.0));
    window.key(Key::V);
    window.click("Lower body strength, ");
    window.click("Inspector panel");
    window.harness.run_steps(4);
    let edge = window.rect("Title").left() - 12.0;
    for card in ["Easy run, ", "Long run, "] {
        let card = window.rect(card);
        assert!(
            card.left() > 0.0 && card.right() < edge,
            "{card} and {edge}"
        );
    }
}

/// In the smallest window there is, a panel that was asked for leaves all seven days in sight, with no word broken.
#[test]
fn sunday_stays_in_sight_beside_a_panel_in_the_smallest_window() {
    for panel in ["Inspector panel", "Library panel"] {
        let desk = Desk::on(Stage {
            size: vec2(720.0, 450.0),
            whole: true,
            ..Stage::default()
        });
        let mut window = desk.start();
        window.settle();
        window.click("Lower body strength, ");
        window.click(panel);
        window.settle();
        for name in ["Monday 23 November 2026", "Sunday 29 November 2026"] {
            let day = window.rect(name);
            let seen = judge::seen_of(&window, day).expect("a day");
            assert!(seen.width() > day.width() - 1.0, "{panel}: {seen} of {day}");
        }
        let broken: Vec<String> = judge::faults(&window)
            .into_iter()
            .filter(|fault| fault.starts_with("broken"))
            .collect();
        assert!(broken.is_empty(), "{panel}: {broken:?}");
    }
}

/// Over the charts of a low window the board shows one week that is read, not two that lie over each other.
#[test]
fn a_low_board_shows_fewer_weeks_rather_than_rows_without_room() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(787.0, 467.0));
    window.click("Charts panel");
    window.key(Key::V);
    for height in [450.0, 467.0, 500.0, 560.0, 640.0, 900.0] {
        resize(&mut window, vec2(787.0, height));
        let names = window.labels("Show week");
        assert!(!names.is_empty(), "{height}");
        for name in names {
            let row = window.rect(&name);
            assert!(row.height() >= 60.0, "{height}: {name} {row}");
        }
    }
}

#[test]
fn two_sessions_of_a_day_have_a_letter_each_in_the_narrowest_roster() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(720.0, 450.0));
    window.click("Roster check");
    window.wait_until("everybody to be checked", |window| {
        window.shows(" need attention")
    });
    let letters = drawn(&window)
        .into_iter()
        .filter(|line| line.len() == 1 && line.chars().all(|sign| "ELQSTURXM".contains(sign)))
        .count();
    assert!(
        letters >= 14,
        "seven sessions a week at the least: {letters}"
    );
}
