//! Planning without a mouse.

use egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};

use super::focus::name_of_focused;
use super::support::{Desk, Window};

const HEAVY: &str = "Lower body strength, ";

fn press(window: &mut Window, key: Key) {
    window.harness.key_press(key);
    window.settle();
}

fn press_with(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.harness.key_press_modifiers(modifiers, key);
    window.settle();
}

fn node<'w>(window: &'w Window, start: &'w str) -> Node<'w> {
    let found = window
        .harness
        .query_all_by(move |node| node.label().is_some_and(|label| label.starts_with(start)))
        .next();
    found.unwrap_or_else(|| panic!("nothing begins with {start:?}"))
}

fn tab_to(window: &mut Window, start: &str) {
    for _ in 0..300 {
        if node(window, start).is_focused() {
            return;
        }
        press_with(window, Modifiers::SHIFT, Key::Tab);
    }
    panic!("Tab never reaches {start:?}");
}

/// Tabs forward to what bears this very name.
fn tab_to_exactly(window: &mut Window, name: &str) {
    let has_it = |window: &Window| {
        let mut named = window
            .harness
            .query_all_by(|node| node.label().is_some_and(|label| label == name));
        named.any(|node| node.is_focused())
    };
    for _ in 0..300 {
        if has_it(window) {
            return;
        }
        press(window, Key::Tab);
    }
    panic!("Tab never reaches {name:?}");
}

#[test]
fn tab_reaches_cards_and_enter_selects_them_and_commands_work_on_them() {
    let desk = Desk::new();
    let mut window = desk.start();
    tab_to(&mut window, HEAVY);
    assert!(!window.shows("17 leg sets"));
    press(&mut window, Key::Enter);
    assert!(window.shows("17 leg sets"), "the inspector shows it");
    press(&mut window, Key::Delete);
    assert!(!window.shows("Lower body strength, Sat 28"));
    assert!(window.shows("Deleted lower body strength"));
    window.click("Undo");
    assert!(window.shows("Lower body strength, Sat 28"));
}

#[test]
fn a_session_moves_with_the_arrow_keys() {
    let desk = Desk::new();
    let mut window = desk.start();
    tab_to(&mut window, HEAVY);
    press(&mut window, Key::Space);
    press(&mut window, Key::M);
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::ArrowDown);
    assert!(window.shows("Evening. ") || window.shows("Morning or evening. "));
    press(&mut window, Key::Enter);
    assert!(window.shows("Lower body strength, Fri 27, PM"));
    assert!(
        node(&window, HEAVY).is_focused(),
        "the keyboard goes on from the card"
    );
    press(&mut window, Key::M);
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowRight);
    assert!(
        window.shows("Monday 30 November 2026"),
        "over the end of the week"
    );
    press(&mut window, Key::Escape);
    assert!(
        window.shows("Lower body strength, Fri 27, PM"),
        "Escape brings it all back"
    );
    press_with(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(window.shows("Lower body strength, Sat 28, AM"));
}

#[test]
fn a_session_moves_by_weeks() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    press_with(
        &mut window,
        Modifiers::ALT | Modifiers::SHIFT,
        Key::ArrowRight,
    );
    assert!(window.shows("Moved lower body strength to Sat 5 Dec"));
    press_with(&mut window, Modifiers::ALT, Key::ArrowRight);
    assert!(window.shows("Lower body strength, Sat 5, AM"));
}

#[test]
fn a_day_is_added_to_by_keyboard() {
    let desk = Desk::new();
    let mut window = desk.start();
    tab_to(&mut window, "Add to Fri 27");
    press(&mut window, Key::Enter);
    window.click("Easy run");
    assert!(window.shows("Easy run, Fri 27"));
    window.click("Sunday 29");
    press(&mut window, Key::N);
    window.click("Recovery run");
    assert!(window.shows("Recovery run, Sun 29"));
}

#[test]
fn letters_typed_into_a_field_are_no_commands() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.type_into("Search the library", "nm");
    press(&mut window, Key::Backspace);
    assert!(
        window.shows("Lower body strength, Sat 28"),
        "nothing was deleted"
    );
    assert!(window.shows("Nothing to undo"));
    press(&mut window, Key::Escape);
    assert!(
        window.shows("17 leg sets"),
        "Escape leaves the field and no more"
    );
    press(&mut window, Key::Escape);
    assert!(!window.shows("17 leg sets"), "and then the session");
}

#[test]
fn the_palette_finds_a_command_by_name_and_runs_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    press_with(&mut window, Modifiers::COMMAND, Key::K);
    window.type_into("Search commands", "next wee");
    press(&mut window, Key::Enter);
    assert!(window.shows("Monday 30 November 2026"));
    press_with(&mut window, Modifiers::COMMAND, Key::K);
    window.type_into("Search commands", "no such thing");
    assert!(window.shows("Nothing has that name."));
    press(&mut window, Key::Escape);
    assert!(!window.shows("Nothing has that name."));
}

#[test]
fn undo_reaches_the_athlete_whose_change_it_is() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    press(&mut window, Key::Delete);
    window.click("Athlete: Anna");
    window.click("Ben Okafor");
    assert!(window.shows("Athlete: Ben Okafor"));
    press_with(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(window.shows("Athlete: Anna Kovač"));
    assert!(window.shows("Lower body strength, Sat 28"));
}

#[test]
fn arrows_lead_from_session_to_session_and_over_the_end_of_the_week() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    press(&mut window, Key::ArrowLeft);
    assert!(!window.shows("17 leg sets"), "another session is selected");
    press(&mut window, Key::ArrowRight);
    assert!(window.shows("17 leg sets"));
    assert!(node(&window, HEAVY).is_focused());
    for _ in 0..2 {
        press(&mut window, Key::ArrowRight);
    }
    assert!(
        window.shows("Monday 30 November 2026: "),
        "after Sunday comes the next week"
    );
    window.focus("Search the library");
    press(&mut window, Key::ArrowLeft);
    assert!(
        window.shows("Monday 30 November 2026: "),
        "in a field the arrows are the field's"
    );
}

#[test]
fn the_verdict_of_a_move_is_announced() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    press(&mut window, Key::M);
    press(&mut window, Key::ArrowLeft);
    let is_verdict = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        let said = node.value().unwrap_or_default();
        said.starts_with("Morning") || said.starts_with("Evening")
    };
    let verdict = window.harness.query_all_by(is_verdict).last();
    let live = verdict.expect("a verdict").accesskit_node().live();
    assert_eq!(live, egui::accesskit::Live::Polite);
}

/// A plan, its log and its print without the mouse: what is pressed is all that is used.
#[test]
fn a_day_is_planned_logged_and_printed_by_keyboard_alone() {
    let desk = Desk::new();
    let mut window = desk.start();
    let sheet = desk.path("week.pdf");
    tab_to(&mut window, "Add to Wed 25");
    press(&mut window, Key::Enter);
    assert!(node(&window, "Recovery run").is_focused(), "in the menu");
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    assert!(
        window.shows("Easy run, Wed 25"),
        "it is planned and selected"
    );
    press_with(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(
        window.shows("Status: done"),
        "{:?}",
        window.labels("Status")
    );
    press_with(&mut window, Modifiers::COMMAND, Key::P);
    window.retype("File", &sheet.display().to_string());
    tab_to_exactly(&mut window, "Save PDF");
    press(&mut window, Key::Enter);
    window.wait_until("the sheet", |_| sheet.exists());
    press(&mut window, Key::Escape);
    press_with(&mut window, Modifiers::COMMAND, Key::Z);
    press_with(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(
        window.labels("Easy run, Wed 25").is_empty(),
        "and taken back"
    );
}

/// A list of what is alike is one stop: Tab leads into it and out of it, arrows through it.
#[test]
fn charts_are_chosen_from_a_list_that_is_one_stop() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Charts");
    tab_to_exactly(&mut window, "Weekly load");
    press(&mut window, Key::ArrowDown);
    assert!(node(&window, "Weekly distance").is_focused());
    press(&mut window, Key::End);
    assert!(node(&window, "Records").is_focused());
    let before = window.is_ticked("Records");
    press(&mut window, Key::Space);
    assert_ne!(window.is_ticked("Records"), before);
    press(&mut window, Key::Tab);
    assert!(node(&window, "Reset to the default charts").is_focused());
}

#[test]
fn weeks_of_the_strip_are_one_stop() {
    let desk = Desk::new();
    let mut window = desk.start();
    tab_to(&mut window, "Week 48, ");
    press(&mut window, Key::ArrowRight);
    assert!(node(&window, "Week 49, ").is_focused());
    press(&mut window, Key::Enter);
    assert!(window.shows("Week 49 · "));
    press(&mut window, Key::Tab);
    let strip = window
        .harness
        .query_all_by(|node| node.label().is_some_and(|label| label.starts_with("Week ")));
    assert_eq!(strip.filter(egui_kittest::Node::is_focused).count(), 0);
}

#[test]
fn who_gets_a_copy_is_chosen_with_the_arrows() {
    let desk = Desk::new();
    let mut window = desk.start();
    press_with(&mut window, Modifiers::COMMAND, Key::K);
    window.type_into("Search commands", "copy to other athletes");
    press(&mut window, Key::Enter);
    tab_to_exactly(&mut window, "Copy to Ben Okafor");
    press(&mut window, Key::ArrowRight);
    assert!(node(&window, "Copy to Carla Ruiz").is_focused());
    press(&mut window, Key::Space);
    assert!(window.is_ticked("Copy to Carla Ruiz"));
    press(&mut window, Key::Home);
    assert!(node(&window, "Copy to Ben Okafor").is_focused());
}

#[test]
fn the_menu_key_opens_the_menu_of_a_card_and_its_first_entry_has_the_keyboard() {
    for (modifiers, key) in [(Modifiers::NONE, Key::Menu), (Modifiers::SHIFT, Key::F10)] {
        let desk = Desk::new();
        let mut window = desk.start();
        tab_to(&mut window, HEAVY);
        press(&mut window, Key::Enter);
        assert!(window.labels("Repeat weekly").is_empty());
        press_with(&mut window, modifiers, key);
        assert!(!window.labels("Repeat weekly").is_empty(), "{key:?}");
        let named = window.harness.query_all_by(|node| {
            node.label()
                .is_some_and(|it| it.starts_with("Mark as done"))
        });
        let focused = named.filter(egui_kittest::Node::is_focused).count();
        assert_eq!(focused, 1, "{key:?}");
        press(&mut window, Key::Enter);
        assert!(window.shows("Status: done"));
    }
}

#[test]
fn a_choice_is_made_by_keyboard_and_its_list_closes() {
    let desk = Desk::new();
    let mut window = desk.start();
    press_with(&mut window, Modifiers::COMMAND, Key::Comma);
    tab_to_exactly(&mut window, "Dates");
    press(&mut window, Key::Space);
    assert!(
        node(&window, "24 Nov 2026").is_focused(),
        "the present choice"
    );
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    assert!(node(&window, "Dates").is_focused(), "the list is left");
    assert!(window.labels("24 Nov 2026").is_empty(), "and closed");
    assert!(window.shows("Nov 24, 2026"));
    press(&mut window, Key::Space);
    press(&mut window, Key::Enter);
    assert!(
        window.labels("2026-11-24").is_empty(),
        "what is chosen already closes it as well"
    );
}

#[test]
fn an_arrow_opens_a_choice_and_does_nothing_on_a_button() {
    let desk = Desk::new();
    let mut window = desk.start();
    tab_to_exactly(&mut window, "Today");
    for arrow in [
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowUp,
        Key::ArrowRight,
    ] {
        press(&mut window, arrow);
        assert!(node(&window, "Today").is_focused(), "{arrow:?}");
    }
    press_with(&mut window, Modifiers::COMMAND, Key::Comma);
    tab_to_exactly(&mut window, "Dates");
    press(&mut window, Key::ArrowDown);
    assert!(
        node(&window, "24 Nov 2026").is_focused(),
        "the present choice"
    );
    press(&mut window, Key::ArrowDown);
    press(&mut window, Key::Enter);
    assert!(window.shows("Nov 24, 2026"));
    assert!(node(&window, "Dates").is_focused());
}

#[test]
fn tab_walks_what_the_search_found_and_moves_nothing_behind_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    press_with(&mut window, Modifiers::COMMAND, Key::K);
    window.type_into("Search commands", "edit athlete");
    press(&mut window, Key::Tab);
    press_with(&mut window, Modifiers::SHIFT, Key::Tab);
    press(&mut window, Key::Enter);
    let mut named = window
        .harness
        .query_all_by(|node| node.label().is_some_and(|label| label == "Name"));
    assert!(
        named.any(|node| node.is_focused()),
        "the page begins with the name"
    );
}

#[test]
fn a_dialog_that_comes_again_is_walked_from_its_beginning() {
    let desk = Desk::new();
    let mut window = desk.start();
    let first = |window: &mut Window| {
        press_with(window, Modifiers::COMMAND, Key::K);
        window.type_into("Search commands", "copy to other");
        press(window, Key::Enter);
        press(window, Key::Tab);
        let name = name_of_focused(window);
        press(window, Key::Tab);
        press(window, Key::Escape);
        name
    };
    let once = first(&mut window);
    assert!(!once.is_empty());
    assert_eq!(first(&mut window), once);
}

#[test]
fn a_new_exercise_is_named_as_soon_as_its_fields_are_there() {
    let desk = Desk::new();
    let mut window = desk.start();
    for _ in 0..2 {
        window.click("New exercise…");
        window
            .harness
            .event(egui::Event::Text("Stair run".to_owned()));
        window.settle();
        assert!(window.shows("Stair run"));
        window.click("Cancel");
    }
}

#[test]
fn a_session_is_edited_and_logged_set_by_set_without_a_walk_of_tabs() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    press(&mut window, Key::F2);
    let title = window
        .harness
        .get_by_role_and_label(egui::Role::TextInput, "Title");
    assert!(title.is_focused());
    press(&mut window, Key::Escape);
    window.click(HEAVY);
    press_with(
        &mut window,
        Modifiers::COMMAND | Modifiers::SHIFT,
        Key::Enter,
    );
    let fields = window
        .harness
        .query_all_by(|node| node.is_focused() && node.role() == egui::Role::TextInput);
    let names: Vec<_> = fields.map(|field| field.accesskit_node().label()).collect();
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(window.shows("Not now"), "the rows of the sets are open");
}

#[test]
fn a_name_that_is_typed_into_the_short_menu_of_athletes_finds_them() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Athlete: Anna");
    for letter in ["c", "a"] {
        window.harness.event(egui::Event::Text(letter.to_owned()));
        window.harness.step();
    }
    press(&mut window, Key::Enter);
    assert!(window.shows("Athlete: Carla Ruiz"));
}

#[test]
fn a_menu_goes_when_the_keys_of_a_dialog_bring_it_over_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Athlete: Anna");
    assert!(window.shows("Roster check"));
    press_with(&mut window, Modifiers::COMMAND, Key::Comma);
    assert!(window.shows("Every change takes effect at once."));
    press(&mut window, Key::Escape);
    assert!(
        window.labels("Build a season").is_empty(),
        "the menu is closed"
    );
}

/// Whoever comes by keyboard types over what stands there.
#[test]
fn a_field_that_tab_reaches_is_typed_over() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Lower body strength, ");
    window.focus("Duration");
    let field = window
        .harness
        .get_by_role_and_label(egui::Role::TextInput, "Duration");
    field.type_text("55");
    window.settle();
    window.key(egui::Key::Enter);
    assert_eq!(window.value_of("Duration"), "55 min");
}

/// Ctrl and Enter press the main button of a dialog, and what is being typed counts.
#[test]
fn a_dialog_is_accepted_from_the_field_that_is_typed_into() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Athlete: Anna");
    window.click("New athlete…");
    press_with(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(
        window.shows("Give the athlete a name"),
        "what is greyed out is not pressed"
    );
    window.type_into("Name", "Nora Quick");
    press_with(&mut window, Modifiers::COMMAND, Key::Enter);
    assert!(window.shows("Athlete: Nora Quick"));
    assert!(!window.shows("Give the athlete a name"));
}
