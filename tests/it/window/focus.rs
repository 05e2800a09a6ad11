//! Tab through every screen and dialog: it comes round, is never caught, and whatever it reaches is seen to have the
//! keyboard.

use std::collections::HashSet;

use egui::epaint::Shape;
use egui::{Color32, Key, Modifiers, Rect, Role};
use egui_kittest::kittest::{NodeT, Queryable};

use super::dialogs::DIALOGS;
use super::support::{Desk, Window};

/// No screen has so many stops.
const MANY: usize = 400;

/// What has the keyboard: its name, and where it is.
#[expect(
    clippy::redundant_closure_for_method_calls,
    reason = "the method itself holds for one lifetime of a node only"
)]
fn focused(window: &Window) -> Option<(String, Rect, Role)> {
    let node = window
        .harness
        .query_all_by(|node| node.is_focused())
        .next()?;
    let inner = node.accesskit_node();
    let name = inner.label().or_else(|| inner.value()).unwrap_or_default();
    Some((name, node.rect(), inner.role()))
}

/// Every rectangle that is drawn with a line of this colour in the last frame.
fn outlines(window: &Window, color: Color32) -> Vec<Rect> {
    fn collect(shape: &Shape, color: Color32, found: &mut Vec<Rect>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|it| collect(it, color, found)),
            Shape::Rect(rect) if rect.stroke.color == color && rect.stroke.width >= 1.0 => {
                found.push(rect.rect);
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for clipped in &window.harness.output().shapes {
        collect(&clipped.shape, color, &mut found);
    }
    found
}

/// Walks with Tab until a stop comes again, and gives the stops. Fails where one cannot be seen to have the keyboard.
#[track_caller]
fn walk(window: &mut Window, screen: &str) -> Vec<String> {
    let accent = ironstride::ui::theme::palette(&window.harness.ctx).accent;
    let mut seen = HashSet::new();
    let mut stops = Vec::new();
    for _ in 0..MANY {
        window.harness.key_press(Key::Tab);
        window.harness.run_ok();
        let Some((name, rect, role)) = focused(window) else {
            // Between the last stop and the first nothing may have it for a moment.
            continue;
        };
        let place = (name.clone(), rect.min.x as i32, rect.min.y as i32);
        if !seen.insert(place) {
            return stops;
        }
        assert!(
            !name.trim().is_empty(),
            "{screen}: the {role:?} at {rect:?} has no name"
        );
        let screen_rect = window.harness.ctx.content_rect();
        assert!(
            screen_rect.expand(1.0).intersects(rect),
            "{screen}: {name:?} has the keyboard out of sight at {rect:?}"
        );
        let around = outlines(window, accent);
        let is_seen = around.iter().any(|ring| {
            let clipped = rect.intersect(screen_rect);
            ring.expand(1.0).intersects(clipped)
                && ring.width() <= rect.width() + 16.0
                && ring.height() <= rect.height() + 16.0
        });
        assert!(
            is_seen,
            "{screen}: nothing shows that {name:?} ({role:?}) at {rect:?} has the keyboard"
        );
        stops.push(name);
    }
    panic!("{screen}: Tab does not come round: {stops:#?}");
}

#[test]
fn tab_comes_round_the_week_and_what_it_reaches_is_seen() {
    let desk = Desk::new();
    let mut window = desk.start();
    let stops = walk(&mut window, "week");
    for name in ["Print / Export", "Search the library", "Add to Fri 27"] {
        let has_it = stops.iter().any(|stop| stop.starts_with(name));
        assert!(has_it, "{name} is no stop: {stops:#?}");
    }
    let in_library = stops.iter().filter(|stop| stop.as_str() == "Back squat");
    assert!(in_library.count() <= 1);
}

#[test]
fn tab_comes_round_the_board_and_the_roster() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command("week or month");
    assert!(walk(&mut window, "board").len() > 10);
    window.command("roster check");
    let stops = walk(&mut window, "roster");
    let athletes = ["Anna", "Ben", "Cara"];
    let rows = stops
        .iter()
        .filter(|stop| athletes.iter().any(|name| stop.starts_with(name)));
    assert!(rows.count() <= 1, "the list is one stop: {stops:#?}");
}

#[test]
fn tab_comes_round_in_every_dialog() {
    for command in DIALOGS {
        let desk = Desk::new();
        let mut window = desk.start();
        window.command(command);
        let stops = walk(&mut window, command);
        assert!(!stops.is_empty(), "{command} has no stop");
        let behind = stops.iter().any(|stop| stop == "Search the library");
        assert!(!behind, "{command}: Tab leaves the dialog");
    }
}

#[test]
fn tab_comes_round_in_help() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command_key(Key::P);
    window.key(Key::F1);
    let stops = walk(&mut window, "help over a dialog");
    assert!(stops.iter().any(|stop| stop == "Back to the dialog"));
    let chapters = ["Your first week", "Charts", "Logging"];
    let rows = stops
        .iter()
        .filter(|stop| chapters.contains(&stop.as_str()));
    assert!(rows.count() <= 1, "{stops:#?}");
}

/// Tabs to the list and walks in it.
#[test]
fn lists_are_walked_with_arrows_home_end_and_letters() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command("rules and why");
    window.focus("Search rules");
    window.key(Key::Tab);
    window.key(Key::Home);
    assert_eq!(name_of_focused(&window), "Policy and strictness");
    window.key(Key::ArrowDown);
    let second = name_of_focused(&window);
    assert_ne!(second, "Policy and strictness");
    window.key(Key::Enter);
    window.key(Key::End);
    assert_ne!(name_of_focused(&window), second);
    window.key(Key::Tab);
    window.key_with(Modifiers::SHIFT, Key::Tab);
    assert_ne!(name_of_focused(&window), "Policy and strictness");
    window.key(Key::Home);
    window.harness.event(egui::Event::Text("p".to_owned()));
    window.settle();
    let typed = name_of_focused(&window).to_lowercase();
    let fits = typed.split_whitespace().any(|word| word.starts_with('p'));
    assert!(fits, "{typed}");
}

#[test]
fn letters_in_the_roster_find_an_athlete_and_enter_shows_them() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command("roster check");
    window.wait_until("the first finding to have the keyboard", |window| {
        name_of_focused(window).starts_with("Conflict, Anna")
    });
    window.key(Key::Home);
    window.harness.event(egui::Event::Text("b".to_owned()));
    window.settle();
    assert!(
        name_of_focused(&window).starts_with("Ben"),
        "{}",
        name_of_focused(&window)
    );
    window.key(Key::Enter);
    assert!(window.shows("Athlete: Ben Okafor"));
}

#[test]
fn a_letter_typed_in_a_list_is_no_command() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.focus("Search the library");
    window.key(Key::ArrowDown);
    let before = name_of_focused(&window);
    window.harness.key_press(Key::V);
    window.harness.event(egui::Event::Text("s".to_owned()));
    window.settle();
    assert!(
        !window.shows("Show one week"),
        "V would have shown the board"
    );
    assert_ne!(name_of_focused(&window), before);
}

const EDGES: [(&str, Key, Key); 3] = [
    ("Width of the library", Key::ArrowRight, Key::ArrowLeft),
    ("Width of the inspector", Key::ArrowLeft, Key::ArrowRight),
    ("Height of the charts", Key::ArrowUp, Key::ArrowDown),
];

/// Where an edge stands, as a share of the way it can go.
fn place_of(window: &Window, edge: &str) -> f64 {
    let edge = window.harness.get_by_role_and_label(Role::Splitter, edge);
    edge.accesskit_node().numeric_value().unwrap_or_default()
}

/// The edges of the panels are stops of Tab as well: each has its own name, and arrows move it.
#[test]
fn arrows_move_the_edge_of_a_panel_that_has_the_keyboard() {
    let desk = Desk::new();
    let mut window = desk.start();
    for (edge, larger, smaller) in EDGES {
        window.focus(edge);
        let before = place_of(&window, edge);
        window.key(larger);
        assert!(place_of(&window, edge) > before, "{edge}");
        assert_eq!(name_of_focused(&window), edge, "it keeps the keyboard");
        window.key(smaller);
        window.key(smaller);
        assert!(place_of(&window, edge) < before, "{edge}");
    }
}

#[test]
fn panels_are_as_large_at_the_next_start_as_they_were_left() {
    let desk = Desk::new();
    let mut window = desk.start();
    let at_first = EDGES.map(|(edge, ..)| place_of(&window, edge));
    for (edge, larger, smaller) in EDGES {
        window.focus(edge);
        let key = if edge.starts_with("Height") {
            smaller
        } else {
            larger
        };
        window.key(key);
        window.key(key);
    }
    let left = EDGES.map(|(edge, ..)| place_of(&window, edge));
    window.close();
    let window = desk.start();
    for (((edge, ..), left), first) in EDGES.iter().zip(left).zip(at_first) {
        let back = place_of(&window, edge);
        assert!((back - left).abs() < 0.005, "{edge}: {left}, then {back}");
        assert!((back - first).abs() > 0.01, "{edge} was moved from {first}");
    }
}

#[test]
fn a_menu_that_keys_open_has_the_keyboard_and_gives_it_back() {
    let desk = Desk::new();
    let mut window = desk.start();
    for button in ["View", "Add to Fri 27", "More for Weekly load"] {
        window.focus(button);
        window.key(Key::Enter);
        let first = name_of_focused(&window);
        assert!(first != button && !first.is_empty(), "{button}: {first}");
        window.key(Key::Escape);
        assert_eq!(name_of_focused(&window), button);
    }
    // By its key, wherever the keyboard is.
    window.click("Friday 27");
    window.key(Key::N);
    assert_eq!(name_of_focused(&window), "Recovery run");
    window.harness.event(egui::Event::Text("e".to_owned()));
    window.settle();
    assert_eq!(name_of_focused(&window), "Easy run");
    window.key(Key::Enter);
    assert!(window.shows("Easy run, Fri 27"));
}

#[test]
fn the_tabs_of_the_library_are_one_stop() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.focus("Exercises");
    window.key(Key::ArrowRight);
    assert_eq!(name_of_focused(&window), "Sessions");
    window.key(Key::Enter);
    assert!(window.shows("Search the library"));
    window.key(Key::End);
    assert_eq!(name_of_focused(&window), "Programs");
    window.key(Key::ArrowRight);
    assert_eq!(name_of_focused(&window), "Programs", "it ends there");
    window.key(Key::Tab);
    assert_eq!(name_of_focused(&window), "Search the library");
}

/// Enter and Escape leave a field, and egui lets go of the keyboard with it.
#[test]
fn tab_goes_on_from_a_field_that_was_left() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Lower body strength, ");
    window.focus("Title");
    window.key(Key::Tab);
    let next = name_of_focused(&window);
    for way in [Key::Enter, Key::Escape] {
        window.click("Lower body strength, ");
        window.focus("Title");
        window.key(way);
        assert_eq!(name_of_focused(&window), "", "{way:?} leaves the field");
        window.key(Key::Tab);
        assert_eq!(name_of_focused(&window), next, "after {way:?}");
    }
}

#[test]
fn tab_goes_on_from_where_a_button_was_that_is_gone() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Lower body strength, ");
    window.focus("Skipped…");
    window.key(Key::Tab);
    window.key_with(Modifiers::SHIFT, Key::Tab);
    window.key(Key::Tab);
    assert_eq!(name_of_focused(&window), "Missed");
    window.key(Key::Enter);
    assert!(window.shows("Status: missed"));
    window.key(Key::Tab);
    let name = name_of_focused(&window);
    assert!(!name.is_empty() && !name.starts_with("Athlete: "), "{name}");
}

#[test]
fn the_keyboard_comes_back_to_what_had_it_when_what_covered_the_window_goes() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Lower body strength, ");
    let on_the_card = |window: &Window| name_of_focused(window).starts_with("Lower body strength");
    window.focus("Lower body strength, ");
    for key in [Key::Comma, Key::K, Key::P] {
        assert!(on_the_card(&window));
        window.command_key(key);
        assert!(!on_the_card(&window), "{key:?} opens something");
        window.key(Key::Escape);
        assert!(
            on_the_card(&window),
            "{key:?}: {}",
            name_of_focused(&window)
        );
    }
    window.command("settings…");
    window.focus("Zoom");
    window.key(Key::Escape);
    assert!(on_the_card(&window), "by way of the search");
}

pub(super) fn name_of_focused(window: &Window) -> String {
    focused(window).map(|(name, ..)| name).unwrap_or_default()
}
