//! What makes the window look finished in every size: nothing is cut that has room, nothing loses its edges, and what is
//! looked for stands first.

use egui::{Key, Rect, pos2, vec2};

use super::sizes::{open, overlaps, resize, wheel_to_the_end};
use super::support::{Desk, Window};
use super::walk::written::Written;

/// A window of a size, on the demo.
fn of_size(desk: &Desk, width: f32, height: f32) -> Window {
    let mut window = desk.start();
    resize(&mut window, vec2(width, height));
    window
}

#[test]
fn a_chip_keeps_its_round_ends_in_a_menu() {
    let desk = Desk::new();
    let mut window = desk.start();
    let outside = window.rect("Filter Squat").width();
    window.click("More…");
    let inside = window.rect("Movement: Squat").width();
    assert!(inside > outside - 0.5, "{inside} and {outside}");
}

#[test]
fn the_search_of_the_roster_keeps_its_width_beside_the_counts() {
    for (width, height) in [
        (720.0, 450.0),
        (787.0, 467.0),
        (960.0, 600.0),
        (1180.0, 700.0),
    ] {
        let desk = Desk::new();
        let mut window = of_size(&desk, width, height);
        window.click("Roster check");
        window.wait_until("everybody to be checked", |window| {
            !window.labels("Conflict, ").is_empty()
        });
        window.harness.run_steps(6);
        let search = window.rect("Search athletes");
        assert!(search.width() > 140.0, "{width}: {search}");
        assert!(search.right() <= width, "{width}: {search}");
    }
}

#[test]
fn day_lock_and_time_of_a_session_stand_clear_of_each_other() {
    for (width, height) in [
        (720.0, 450.0),
        (787.0, 467.0),
        (960.0, 600.0),
        (1180.0, 700.0),
    ] {
        let desk = Desk::new();
        let mut window = of_size(&desk, width, height);
        window.click("Lower body strength, ");
        if !window.shows("A day later") {
            window.click("Inspector panel");
        }
        window.scroll_to("A day later");
        let over = overlaps(&window, &["A day earlier", "A day later", "Lock"]);
        assert!(over.is_empty(), "{width}: {over:#?}");
        // "07:00" with what parts it from the edges.
        let time = window.rect("Start time");
        assert!(time.width() > 50.0, "{width}: {time}");
    }
}

#[test]
fn the_way_out_of_an_exercise_stays_in_sight_however_far_it_is_scrolled() {
    let desk = Desk::new();
    let mut window = of_size(&desk, 1180.0, 700.0);
    window.type_into("Search the library", "romanian");
    window.click("Romanian deadlift");
    let close = window.rect("Close card");
    wheel_to_the_end(&mut window, "Add to ");
    let scrolled = window.rect("Close card");
    assert!((close.top() - scrolled.top()).abs() < 1.0, "{scrolled}");
    let inside = Rect::from_min_size(pos2(0.0, 0.0), vec2(1180.0, 700.0));
    assert!(inside.contains_rect(scrolled), "{scrolled}");
}

#[test]
fn an_exercise_takes_the_room_that_a_short_list_leaves() {
    let desk = Desk::new();
    let mut window = of_size(&desk, 1440.0, 900.0);
    window.type_into("Search the library", "single-leg romanian");
    window.click("Single-leg Romanian deadlift");
    let list = window.rect("Single-leg Romanian deadlift").bottom();
    let card = window.rect("Close card").top();
    // There is room for two rows.
    assert!(card - list < 80.0, "from {list} to {card}");
}

#[test]
fn a_large_window_shows_the_settings_whole() {
    let desk = Desk::new();
    let mut window = of_size(&desk, 2560.0, 1440.0);
    open(&mut window, "settings", "Close");
    let (last, foot) = (
        window.last_rect("Choose folder…"),
        window.last_rect("Close"),
    );
    assert!(last.bottom() < foot.top(), "{last} and {foot}");
}

#[test]
fn sessions_that_are_called_so_stand_before_commands_that_are_called_nearly_so() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.search("tempo");
    window.wait_until("the sessions", |window| window.shows("Session: Tempo"));
    let session = window.rect("Session: Tempo").top();
    for command in ["Save session as template", "Save week as template"] {
        if !window.labels(command).is_empty() {
            assert!(session < window.rect(command).top(), "{command}");
        }
    }
}

#[test]
fn an_athlete_with_races_keeps_to_the_edges_of_a_small_window() {
    let desk = Desk::new();
    let mut window = of_size(&desk, 720.0, 450.0);
    open(&mut window, "edit athlete", "Save");
    let (save, delete) = (window.last_rect("Save"), window.last_rect("Delete athlete"));
    assert!(
        save.left() > 24.0 && delete.right() < 720.0 - 24.0,
        "{save} {delete}"
    );
}

/// A note of many words took the room that was counted for the exercises of a card.
#[test]
fn a_card_with_a_long_note_shows_exercises_where_there_is_room() {
    let desk = Desk::new();
    let mut window = of_size(&desk, 1440.0, 900.0);
    window.click("Lower body strength, ");
    let note = "Warm up well, with two lighter sets before the first; keep the back long, breathe out on the way up, \
                and stop where the form goes. Leave the last set out if the legs are still heavy from the week.";
    window.retype("Note to the athlete", note);
    window.key(Key::Escape);
    let written = Written::of(
        &window.harness.output().shapes,
        window.harness.ctx.content_rect(),
    );
    let note = written
        .lines
        .iter()
        .find(|line| line.text.starts_with("Warm up") && line.ink.width() < 110.0);
    let column = note.expect("the note is on the card").ink.left();
    let on_card = written
        .lines
        .iter()
        .filter(|line| (line.ink.left() - column).abs() < 8.0);
    let on_card: Vec<&str> = on_card.map(|line| line.text.as_str()).collect();
    assert!(
        on_card.iter().any(|line| line.starts_with("Romanian")),
        "{on_card:?}"
    );
}
