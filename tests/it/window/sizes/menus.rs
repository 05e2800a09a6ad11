//! Menus in a low window.

use egui::{Key, Modifiers, Rect, Vec2, pos2, vec2};

use super::super::support::{Desk, Window};
use super::super::walk::judge::seen_of;
use super::super::walk::names;
use super::{around, resize, wheel_to_the_end};

/// What has opened over the window reaches neither over nor below it.
fn entries_beyond(window: &Window, size: Vec2, entries: &[&str]) -> Vec<String> {
    let inside = Rect::from_min_size(pos2(0.0, 0.0), size);
    let shown = entries.iter().map(|entry| (entry, window.rect(entry)));
    shown
        .filter(|(_, rect)| !inside.contains_rect(*rect))
        .map(|(entry, rect)| format!("{entry} at {size}: {rect}"))
        .collect()
}

#[test]
fn the_last_entry_of_a_menu_is_reached_in_a_low_window() {
    let size = vec2(720.0, 450.0);
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, size);
    window.click("Athlete: ");
    wheel_to_the_end(&mut window, "Rules and why…");
    let beyond = entries_beyond(&window, size, &["Backups…"]);
    assert!(beyond.is_empty(), "{beyond:#?}");
    window.key(Key::Escape);
    window.focus("Lower body strength, ");
    window.key_with(Modifiers::SHIFT, Key::F10);
    wheel_to_the_end(&mut window, "Copy session");
    let beyond = entries_beyond(&window, size, &["Delete session"]);
    assert!(beyond.is_empty(), "{beyond:#?}");
}

#[test]
fn an_entry_of_a_menu_is_one_line_also_beside_its_bar() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(800.0, 500.0));
    window.focus("Lower body strength, ");
    window.key_with(Modifiers::SHIFT, Key::F10);
    let line = window.rect("Copy session").height();
    for entry in ["Log set by set", "Move with arrow keys", "Repeat weekly…"] {
        let height = window.rect(entry).height();
        assert!(height < 1.4 * line, "{entry}: {height} of {line}");
    }
}

#[test]
fn keys_in_the_menu_of_many_athletes_stand_beside_its_bar() {
    let desk = Desk::new();
    let folder = names::fifty(&desk);
    let mut window = desk.start_on(&folder);
    for size in [vec2(720.0, 450.0), vec2(1280.0, 720.0)] {
        resize(&mut window, size);
        window.click("Athlete: ");
        window.settle();
        let (menu, entry) = (
            around(&window, "Roster check"),
            window.last_rect("Roster check"),
        );
        let beside = menu.right() - entry.right();
        assert!(beside > 12.0, "{size}: {entry} in {menu}");
        // Below the names, something is seen of what else the menu holds.
        assert!(entry.bottom() < size.y - 100.0, "{size}: {entry}");
        window.key(Key::Escape);
        window.harness.run_steps(2);
    }
}

#[test]
fn the_end_of_a_long_menu_stays_in_sight_in_a_low_window() {
    let desk = Desk::new();
    let mut window = desk.start();
    let size = vec2(720.0, 450.0);
    resize(&mut window, size);
    window.click("Library panel");
    window.click("More…");
    window.harness.run_steps(6);
    let clear = window.rect("Clear filters");
    let seen = seen_of(&window, clear).unwrap();
    assert!(
        (seen.size() - clear.size()).length() < 1.0,
        "{seen} of {clear}"
    );
}
