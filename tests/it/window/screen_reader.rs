//! What the window says to those who hear it.

use egui::Key;
use egui::accesskit::Toggled;
use egui_kittest::kittest::NodeT;

use super::support::{Desk, Window};

fn description(window: &Window, start: &str) -> String {
    let described = window.node(start).accesskit_node().description();
    described.unwrap_or_default()
}

#[test]
fn a_session_says_its_load_and_what_was_found_of_it() {
    let desk = Desk::new();
    let window = desk.start();
    let said = description(&window, "Lower body strength, Sat 28");
    assert!(said.starts_with("load ") && said.contains(" AU"), "{said}");
    assert!(
        said.contains("conflict: Legs before a key session"),
        "{said}"
    );
}

#[test]
fn a_day_says_its_load_and_what_was_found_on_it() {
    let desk = Desk::new();
    let window = desk.start();
    let name = "Saturday 28 November 2026: ";
    assert!(
        window
            .node(name)
            .accesskit_node()
            .label()
            .unwrap()
            .contains("session")
    );
    let said = description(&window, name);
    assert!(said.starts_with("load "), "{said}");
    assert!(said.contains("conflict: "), "{said}");
}

#[test]
fn a_week_of_the_strip_says_what_it_is_for_its_load_and_the_worst_of_it() {
    let desk = Desk::new();
    let window = desk.start();
    let said = window.labels("Week 48, ");
    let said = said.first().expect("the week on the strip");
    assert!(said.contains(" AU") && said.contains("conflict"), "{said}");
    assert!(said.contains(" km"), "{said}");
}

#[test]
fn a_chart_says_its_last_figure_and_how_it_changed() {
    let desk = Desk::new();
    let window = desk.start();
    let chart = window.node("Weekly load chart. ");
    let said = chart.accesskit_node().value().unwrap_or_default();
    assert!(
        said.contains("weeks up to W48: ") && said.contains(" AU"),
        "{said}"
    );
    assert!(said.contains("% on W47"), "{said}");
}

#[test]
fn the_body_map_says_every_muscle_with_its_sets() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Charts");
    window.click("Body map of hard sets");
    window.key(Key::Escape);
    window.click("Charts in the whole window");
    let said = description(&window, "Body map of hard sets, Week 48");
    let muscles: Vec<&str> = said.split("; ").collect();
    assert!(muscles.len() > 4, "{said}");
    assert!(
        muscles.iter().all(|muscle| muscle.ends_with(" sets")),
        "{said}"
    );
    let sets = |muscle: &&str| {
        let (_, rest) = muscle.split_once(": ").unwrap();
        let figure = rest.split_once(' ').unwrap().0;
        figure.parse::<f64>().unwrap()
    };
    let sets: Vec<f64> = muscles.iter().map(sets).collect();
    assert!(sets.is_sorted_by(|a, b| a >= b), "the most first: {said}");
}

#[test]
fn a_panel_that_is_shown_says_so() {
    let desk = Desk::new();
    let mut window = desk.start();
    let state = |window: &Window| window.node("Library panel").accesskit_node().toggled();
    assert_eq!(state(&window), Some(Toggled::True));
    window.click("Library panel");
    assert_eq!(state(&window), Some(Toggled::False));
}

#[test]
fn an_athlete_of_the_roster_says_their_next_race() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Roster check");
    window.wait_until("everybody to be checked", |window| {
        window.shows("Anna Kovač: 1 conflict")
    });
    let said = window.labels("Anna Kovač: ");
    assert!(said[0].contains("next race "), "{said:?}");
}

#[test]
fn tooltips_of_buttons_name_the_keys_that_are_set() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.hover("Library panel");
    assert!(
        window.shows("Library panel (Ctrl+1)"),
        "{:?}",
        window.labels("Library panel")
    );
    window.command("change shortcuts");
    window.type_into("Find a command", "library panel");
    for key in [Key::ArrowDown, Key::Enter, Key::Tab, Key::Enter] {
        window.key(key);
    }
    window.command_key(Key::J);
    window.must_show("Library panel has ");
    window.key(Key::Escape);
    window.hover("Charts panel");
    window.hover("Library panel");
    assert!(
        window.shows("Library panel (Ctrl+J"),
        "{:?}",
        window.labels("Library panel")
    );
}
