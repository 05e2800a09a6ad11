//! Planning without a mouse.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::support::Desk;

pub(super) const HEAVY: &str = "Lower body strength, ";

#[test]
fn tab_reaches_cards_and_enter_selects_them_and_commands_work_on_them() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.tab_to(HEAVY);
    assert!(!window.shows("17 leg sets"));
    window.key(Key::Enter);
    assert!(window.shows("17 leg sets"), "the inspector shows it");
    window.key(Key::Delete);
    assert!(!window.shows("Lower body strength, Sat 28"));
    assert!(window.shows("Deleted lower body strength"));
    window.click("Undo");
    assert!(window.shows("Lower body strength, Sat 28"));
}

#[test]
fn a_session_moves_with_the_arrow_keys() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.tab_to(HEAVY);
    window.key(Key::Space);
    window.key(Key::M);
    window.key(Key::ArrowLeft);
    window.key(Key::ArrowDown);
    assert!(window.shows("Evening. ") || window.shows("Morning or evening. "));
    window.key(Key::Enter);
    assert!(window.shows("Lower body strength, Fri 27, PM"));
    assert!(
        window.node(HEAVY).is_focused(),
        "the keyboard goes on from the card"
    );
    window.key(Key::M);
    window.key(Key::ArrowRight);
    window.key(Key::ArrowRight);
    window.key(Key::ArrowRight);
    assert!(
        window.shows("Monday 30 November 2026"),
        "over the end of the week"
    );
    window.key(Key::Escape);
    assert!(
        window.shows("Lower body strength, Fri 27, PM"),
        "Escape brings it all back"
    );
    window.command_key(Key::Z);
    assert!(window.shows("Lower body strength, Sat 28, AM"));
}

#[test]
fn a_session_moves_by_weeks() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.key_with(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowRight);
    assert!(window.shows("Moved lower body strength to Sat 5 Dec"));
    window.key_with(Modifiers::ALT, Key::ArrowRight);
    assert!(window.shows("Lower body strength, Sat 5, AM"));
}

#[test]
fn a_day_is_added_to_by_keyboard() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.tab_to("Add to Fri 27");
    window.key(Key::Enter);
    window.click("Easy run");
    assert!(window.shows("Easy run, Fri 27"));
    window.click("Sunday 29");
    window.key(Key::N);
    window.click("Recovery run");
    assert!(window.shows("Recovery run, Sun 29"));
}

#[test]
fn letters_typed_into_a_field_are_no_commands() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.type_into("Search the library", "nm");
    window.key(Key::Backspace);
    assert!(
        window.shows("Lower body strength, Sat 28"),
        "nothing was deleted"
    );
    assert!(window.shows("Nothing to undo"));
    window.key(Key::Escape);
    assert!(
        window.shows("17 leg sets"),
        "Escape leaves the field and no more"
    );
    window.key(Key::Escape);
    assert!(!window.shows("17 leg sets"), "and then the session");
}

#[test]
fn the_palette_finds_a_command_by_name_and_runs_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command("next wee");
    assert!(window.shows("Monday 30 November 2026"));
    window.search("no such thing");
    assert!(window.shows("Nothing has that name."));
    window.key(Key::Escape);
    assert!(!window.shows("Nothing has that name."));
}

#[test]
fn undo_reaches_the_athlete_whose_change_it_is() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.key(Key::Delete);
    window.click("Athlete: Anna");
    window.click("Ben Okafor");
    assert!(window.shows("Athlete: Ben Okafor"));
    window.command_key(Key::Z);
    assert!(window.shows("Athlete: Anna Kovač"));
    assert!(window.shows("Lower body strength, Sat 28"));
}

#[test]
fn arrows_lead_from_session_to_session_and_over_the_end_of_the_week() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.key(Key::ArrowLeft);
    assert!(!window.shows("17 leg sets"), "another session is selected");
    window.key(Key::ArrowRight);
    assert!(window.shows("17 leg sets"));
    assert!(window.node(HEAVY).is_focused());
    for _ in 0..2 {
        window.key(Key::ArrowRight);
    }
    assert!(
        window.shows("Monday 30 November 2026: "),
        "after Sunday comes the next week"
    );
    window.focus("Search the library");
    window.key(Key::ArrowLeft);
    assert!(
        window.shows("Monday 30 November 2026: "),
        "in a field the arrows are the field’s"
    );
}

#[test]
fn the_verdict_of_a_move_is_announced() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.key(Key::M);
    window.key(Key::ArrowLeft);
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
    window.tab_to("Add to Wed 25");
    window.key(Key::Enter);
    assert!(window.node("Recovery run").is_focused(), "in the menu");
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert!(
        window.shows("Easy run, Wed 25"),
        "it is planned and selected"
    );
    window.command_key(Key::Enter);
    assert!(
        window.shows("Status: done"),
        "{:?}",
        window.labels("Status")
    );
    window.command_key(Key::P);
    window.retype("File", &sheet.display().to_string());
    window.tab_to_exactly("Save PDF");
    window.key(Key::Enter);
    window.wait_until("the sheet", |_| sheet.exists());
    window.key(Key::Escape);
    window.command_key(Key::Z);
    window.command_key(Key::Z);
    assert!(
        window.labels("Easy run, Wed 25").is_empty(),
        "and taken back"
    );
}

#[test]
fn tab_walks_what_the_search_found_and_moves_nothing_behind_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.search("edit athlete");
    window.key(Key::Tab);
    window.key_with(Modifiers::SHIFT, Key::Tab);
    window.key(Key::Enter);
    let mut named = window
        .harness
        .query_all_by(|node| node.label().is_some_and(|label| label == "Name"));
    assert!(
        named.any(|node| node.is_focused()),
        "the page begins with the name"
    );
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
    window.key(Key::F2);
    let title = window
        .harness
        .get_by_role_and_label(egui::Role::TextInput, "Title");
    assert!(title.is_focused());
    window.key(Key::Escape);
    window.click(HEAVY);
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    let fields = window
        .harness
        .query_all_by(|node| node.is_focused() && node.role() == egui::Role::TextInput);
    let names: Vec<_> = fields.map(|field| field.accesskit_node().label()).collect();
    assert_eq!(names.len(), 1, "{names:?}");
    assert!(window.shows("Not now"), "the rows of the sets are open");
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
