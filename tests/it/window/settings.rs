//! The settings page: what is set there holds at once, and after a restart.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, Queryable};

use super::support::{Desk, Window};

fn open_settings(window: &mut Window) {
    window.command_key(Key::Comma);
    assert!(window.shows("Every change takes effect at once."));
}

/// Chooses `choice` in the list named `name`.
fn choose(window: &mut Window, name: &str, choice: &str) {
    window.click(name);
    window.click(choice);
}

#[test]
fn the_page_says_what_goes_with_the_workspace_and_what_stays_on_the_computer() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_settings(&mut window);
    let demo = desk.path("demo").display().to_string();
    assert!(window.shows(&format!(
        "Saved with the workspace, in workspace.ron in {demo}"
    )));
    let preferences = desk.path("preferences").display().to_string();
    assert!(window.shows(&format!("Kept in preferences.ron in {preferences}")));
}

#[test]
fn what_is_set_on_the_computer_holds_at_once_and_after_a_restart() {
    let desk = Desk::new();
    let mut window = desk.start();
    assert!(window.shows("23–29 Nov 2026"));
    open_settings(&mut window);
    choose(&mut window, "Dates", "Nov 24, 2026");
    choose(&mut window, "Theme", "Dark");
    choose(&mut window, "Paper", "Letter");
    window.click("Reduce motion");
    assert!(window.shows("Nov 23–29, 2026"), "behind the page");
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    assert_eq!(window.harness.ctx.global_style().animation_time, 0.0);
    window.close();
    let mut window = desk.start();
    assert!(window.shows("Nov 23–29, 2026"));
    assert_eq!(window.harness.ctx.theme(), egui::Theme::Dark);
    assert_eq!(window.harness.ctx.global_style().animation_time, 0.0);
    window.command_key(Key::P);
    assert!(window.is_ticked("Letter"), "the paper is preset");
}

#[test]
fn zoom_is_chosen_in_steps_and_shows_what_the_keys_made_of_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_settings(&mut window);
    choose(&mut window, "Zoom", "125 %");
    assert_eq!(window.harness.ctx.zoom_factor(), 1.25);
    assert_eq!(window.choice_of("Zoom"), "125 %");
}

/// Only its fields scroll, and not the page around them.
#[test]
fn the_page_has_one_bar_at_every_zoom() {
    fn bars(window: &Window) -> usize {
        let all = window
            .harness
            .query_all_by(|node| node.role() == Role::ScrollBar);
        all.count()
    }
    let desk = Desk::new();
    let mut window = desk.start();
    for zoom in [1.1, 1.2, 1.3, 1.4, 1.5, 1.6] {
        window.key_with(Modifiers::COMMAND, Key::Plus);
        assert!((window.harness.ctx.zoom_factor() - zoom).abs() < 0.01);
        let before = bars(&window);
        open_settings(&mut window);
        let more = bars(&window) - before;
        assert!(more <= 1, "{more} at {zoom}");
        window.key(Key::Escape);
    }
}

#[test]
fn the_weights_of_the_gym_reach_those_who_kept_to_them_as_one_step() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_settings(&mut window);
    window.retype("Bar, kg", "15");
    window.retype("Smallest pair of plates, kg", "1");
    window.key(Key::Escape);
    let bar = |window: &mut Window| {
        window.click("Athlete: ");
        window.click("Edit athlete…");
        window.scroll_to("Bar");
        let shown = window.value_of("Bar");
        window.click("Cancel");
        shown
    };
    assert_eq!(bar(&mut window), "15 kg");
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.command_key(Key::Z);
    assert_eq!(bar(&mut window), "20 kg", "undo takes both back");
}

/// Who hears the page, or looks at it, is told the unit of a row before its value.
#[test]
fn the_weights_of_either_unit_are_called_by_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_settings(&mut window);
    for name in ["Bar", "Smallest pair of plates", "Dumbbell increment"] {
        let written = |words: &str| {
            let named = |node: &AccessKitNode<'_>| node.value().is_some_and(|it| it == words);
            window.harness.query_all_by(named).count()
        };
        assert_eq!(written(name), 0, "{name} of which unit?");
        for unit in ["kg", "lb"] {
            assert_eq!(written(&format!("{name}, {unit}")), 1, "{name}, {unit}");
        }
    }
}

#[test]
fn a_new_athlete_begins_with_what_the_settings_say() {
    let desk = Desk::new();
    let mut window = desk.start();
    open_settings(&mut window);
    choose(&mut window, "Weights", "Pounds");
    choose(&mut window, "Week starts", "Sunday");
    window.retype("Bar, lb", "35");
    window.key(Key::Escape);
    window.click("Athlete: ");
    window.click("New athlete…");
    assert_eq!(window.choice_of("Weights"), "Pounds");
    assert_eq!(window.choice_of("Week starts"), "Sunday");
    window.scroll_to("Bar");
    assert_eq!(window.value_of("Bar"), "35 lb");
}

#[test]
fn the_coachs_name_and_logo_stand_on_printed_sheets() {
    let desk = Desk::new();
    let mut window = desk.start();
    let logo = desk.path("crest.svg");
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"10\"><rect width=\"9\" height=\"9\"/></svg>";
    std::fs::write(&logo, svg).unwrap();
    std::fs::write(desk.path("broken.png"), "no picture").unwrap();
    open_settings(&mut window);
    window.retype("Coach’s name", "Mira Vale");
    window.click("Choose logo…");
    window.wait_until("the path is asked for", |window| {
        window.shows("Logo on printed sheets") && window.shows("This desktop offers no file dialog")
    });
    window.retype("Path", &desk.path("broken.png").display().to_string());
    window.click("Use");
    assert!(window.shows("cannot be the logo: it is no picture"));
    window.retype("Path", &logo.display().to_string());
    window.click("Use");
    assert!(window.shows("The logo is printed on every sheet from now on."));
    assert!(window.shows("logo.svg"), "the page is back");
    window.close();
    let settings = std::fs::read_to_string(desk.path("demo/workspace.ron")).unwrap();
    assert!(settings.contains("Mira Vale") && settings.contains("logo.svg"));
    assert_eq!(
        std::fs::read_to_string(desk.path("demo/logo.svg")).unwrap(),
        svg
    );
}
