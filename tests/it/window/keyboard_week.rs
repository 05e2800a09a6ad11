//! A week by keys alone, from a fresh start to the closed window: planned from the library, moved, mended, logged, handed
//! on, copied and kept.

use egui::{Key, Modifiers};

use super::support::{Desk, Window};

fn go_to(window: &mut Window, typed: &str, day: &str) {
    window.command_key(Key::G);
    window.letters(typed);
    window.key(Key::Enter);
    assert!(window.focused().starts_with(day), "{}", window.focused());
}

/// Puts the session on the chosen day that the library finds by `query`.
fn add_from_library(window: &mut Window, query: &str) {
    window.command_key(Key::F);
    window.letters(query);
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    window.key(Key::Escape);
}

fn tab_until(window: &mut Window, start: &str, most: usize) {
    for _ in 0..most {
        window.key(Key::Tab);
        if window.focused().starts_with(start) {
            return;
        }
    }
    panic!("{most} tabs do not lead to {start:?}: {}", window.focused());
}

/// Opens the list of the choice that has the keyboard, and takes its neighbour.
fn choose_next(window: &mut Window, way: Key) {
    window.key(Key::Space);
    window.key(way);
    window.key(Key::Enter);
}

/// Writes over the path that a dialog proposes, and presses its main button.
fn save_as(window: &mut Window, path: &std::path::Path) {
    window.command_key(Key::A);
    window.letters(&path.display().to_string());
    window.command_key(Key::Enter);
    window.wait_until("the file", |_| path.exists());
    window.key(Key::Escape);
}

/// From a fresh start to the closed window, as it is lived through by somebody without a mouse.
fn a_week_by_keys(size: egui::Vec2, thinks_in_pounds: bool) {
    let desk = Desk::new();
    let mut window = desk.start();
    window.harness.set_size(size);
    window.settle();
    window.command("new workspace");
    window.command_key(Key::A);
    window.letters(&desk.path("mine").display().to_string());
    window.key(Key::Enter);
    window.wait_until("the workspace", |window| window.shows("Who do you coach?"));
    window.key(Key::Enter);
    window.letters("Nora Quick");
    if thinks_in_pounds {
        for way in [Key::ArrowDown, Key::ArrowDown, Key::ArrowUp] {
            window.key(Key::Tab);
            choose_next(&mut window, way);
        }
    }
    window.command_key(Key::Enter);
    assert!(window.shows("Athlete: Nora Quick"));

    // From the library into days, moved with its verdict in sight, and a fix taken.
    go_to(&mut window, "3 dec", "Thursday 3 December");
    window.command_key(Key::F);
    window.key_with(Modifiers::SHIFT, Key::Tab);
    window.key(Key::ArrowRight);
    window.key(Key::Enter);
    add_from_library(&mut window, "800");
    assert!(window.shows("800 m repeats, Thu 3"));
    go_to(&mut window, "1 dec", "Tuesday 1 December");
    add_from_library(&mut window, "advanced 1");
    assert!(window.focused().starts_with("Lower body strength, Tue 1"));
    window.key(Key::M);
    window.key(Key::ArrowRight);
    assert!(
        window.shows("is on the day before Thursday’s"),
        "the verdict is told"
    );
    window.key(Key::Enter);
    assert!(window.focused().starts_with("Lower body strength, Wed 2"));
    // A small window shows the inspector with it.
    window.key(Key::F2);
    assert!(window.shows("Legs before a key session"));
    tab_until(&mut window, "Move to ", 5);
    window.key(Key::Enter);
    assert!(!window.shows("Legs before a key session"));

    // Logged set by set.
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    let load = if thinks_in_pounds { "95" } else { "60" };
    for (typed, then) in [("6", Key::Tab), (load, Key::Enter)] {
        window.letters(typed);
        window.key(then);
    }
    window.key(Key::Enter);
    let sets = |window: &Window| window.value_of(&window.labels("Sets of ")[0]);
    assert_eq!(sets(&window), format!("6x{load}@2 6x{load}@2"));

    // A program.
    window.command_key(Key::F);
    window.key_with(Modifiers::SHIFT, Key::Tab);
    window.key(Key::End);
    window.key(Key::Enter);
    window.command_key(Key::F);
    window.key(Key::ArrowDown);
    tab_until(&mut window, "Lay out ", 1);
    window.key(Key::Enter);
    window.wait_until("the report", |window| {
        window.focused().starts_with("Lay out ")
    });
    window.key(Key::Enter);
    window.must_show("Laid out ");

    // Handed on.
    window.command("export phone page");
    save_as(&mut window, &desk.path("nora.html"));
    window.command_key(Key::P);
    save_as(&mut window, &desk.path("week.pdf"));
    let sheet = std::fs::read(desk.path("week.pdf")).unwrap();
    assert!(sheet.starts_with(b"%PDF"));

    // Other units.
    window.command("edit athlete");
    window.key(Key::Tab);
    window.key(Key::Tab);
    let way = if thinks_in_pounds {
        Key::ArrowUp
    } else {
        Key::ArrowDown
    };
    choose_next(&mut window, way);
    window.command_key(Key::Enter);
    window.key(Key::F2);
    let other = if thinks_in_pounds { "43.09" } else { "132.3" };
    assert!(sets(&window).contains(other), "{}", sets(&window));

    // The week copied, taken back and done again.
    window.key(Key::Escape);
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::C);
    for _ in 0..5 {
        let held = Modifiers::ALT;
        window.key_with(held, Key::ArrowRight);
    }
    let paste = egui::Event::Paste("anything".to_owned());
    window.harness.event(paste);
    window.settle();
    window.must_show("800 m repeats, Thu 7");
    window.command_key(Key::Z);
    assert!(!window.shows("800 m repeats, Thu 7"));
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(window.shows("800 m repeats, Thu 7"));

    // What stands in a field when the window closes is kept.
    go_to(&mut window, "6 jan", "Wednesday 6 January");
    window.key(Key::ArrowRight);
    assert!(window.focused().starts_with("800 m repeats, Thu 7"));
    window.key(Key::F2);
    window.letters("Fast ones");
    window.close();
    let window = desk.start();
    assert!(window.shows("Athlete: Nora Quick"));
    drop(window);
    let file = desk.path("mine/athletes/nora-quick.ron");
    let kept = std::fs::read_to_string(file).unwrap();
    assert!(kept.contains("Fast ones"));
}

#[test]
fn a_week_goes_from_a_fresh_start_to_the_closed_window_by_keys_alone() {
    a_week_by_keys(egui::vec2(1440.0, 900.0), false);
}

/// The same in pounds, miles and weeks from Sunday, in a small window zoomed.
#[test]
fn a_week_goes_by_keys_alone_in_a_small_window_and_other_units() {
    a_week_by_keys(egui::vec2(1180.0, 700.0) / 1.5, true);
}
