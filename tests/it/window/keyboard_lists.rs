//! Lists, menus and dialogs without a mouse.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use super::focus::name_of_focused;
use super::keyboard::HEAVY;
use super::support::{Desk, Window};

/// A list of what is alike is one stop: Tab leads into it and out of it, arrows through it.
#[test]
fn charts_are_chosen_from_a_list_that_is_one_stop() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Charts");
    window.tab_to_exactly("Weekly load");
    window.key(Key::ArrowDown);
    assert!(window.node("Weekly distance").is_focused());
    window.key(Key::End);
    assert!(window.node("Records").is_focused());
    let before = window.is_ticked("Records");
    window.key(Key::Space);
    assert_ne!(window.is_ticked("Records"), before);
    window.key(Key::Tab);
    assert!(window.node("Reset to the default charts").is_focused());
}

#[test]
fn weeks_of_the_strip_are_one_stop() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.tab_to("Week 48, ");
    window.key(Key::ArrowRight);
    assert!(window.node("Week 49, ").is_focused());
    window.key(Key::Enter);
    assert!(window.shows("Week 49 · "));
    window.key(Key::Tab);
    let strip = window
        .harness
        .query_all_by(|node| node.label().is_some_and(|label| label.starts_with("Week ")));
    assert_eq!(strip.filter(egui_kittest::Node::is_focused).count(), 0);
}

/// Its weeks are a part of many: what lies beyond comes into sight, and the week below stays as it is.
#[test]
fn arrows_over_the_end_of_the_strip_move_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.tab_to("Week 48, ");
    for (end, arrow, further) in [
        (Key::End, Key::ArrowRight, 7),
        (Key::Home, Key::ArrowLeft, -7),
    ] {
        window.key(end);
        let before = week_with_keyboard(&window);
        for step in 1..=3 {
            window.key(arrow);
            let expected = before + chrono::Duration::days(further * step);
            assert_eq!(week_with_keyboard(&window), expected);
        }
    }
    assert!(window.shows("Week 48 · 23–29 Nov 2026"));
}

/// The first day of the week of the strip that has the keyboard.
#[track_caller]
fn week_with_keyboard(window: &Window) -> chrono::NaiveDate {
    let name = window.focused();
    let number: u32 = name
        .strip_prefix("Week ")
        .and_then(|rest| rest.split_once(','))
        .and_then(|(number, _)| number.parse().ok())
        .unwrap_or_else(|| panic!("{name:?} is no week"));
    let year = if number > 30 { 2026 } else { 2027 };
    chrono::NaiveDate::from_isoywd_opt(year, number, chrono::Weekday::Mon).unwrap()
}

#[test]
fn who_gets_a_copy_is_chosen_with_the_arrows() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command("copy to other athletes");
    window.tab_to_exactly("Copy to everybody");
    window.key(Key::ArrowRight);
    assert!(window.node("Copy to Ben Okafor").is_focused());
    window.key(Key::ArrowRight);
    assert!(window.node("Copy to Carla Ruiz").is_focused());
    window.key(Key::Space);
    assert!(window.is_ticked("Copy to Carla Ruiz"));
    window.key(Key::Home);
    assert!(window.node("Copy to everybody").is_focused());
}

#[test]
fn the_menu_key_opens_the_menu_of_a_card_and_its_first_entry_has_the_keyboard() {
    for (modifiers, key) in [(Modifiers::NONE, Key::Menu), (Modifiers::SHIFT, Key::F10)] {
        let desk = Desk::new();
        let mut window = desk.start();
        window.tab_to(HEAVY);
        window.key(Key::Enter);
        assert!(window.labels("Repeat weekly").is_empty());
        window.key_with(modifiers, key);
        assert!(!window.labels("Repeat weekly").is_empty(), "{key:?}");
        let named = window.harness.query_all_by(|node| {
            node.label()
                .is_some_and(|it| it.starts_with("Mark as done"))
        });
        let focused = named.filter(egui_kittest::Node::is_focused).count();
        assert_eq!(focused, 1, "{key:?}");
        window.key(Key::Enter);
        assert!(window.shows("Status: done"));
    }
}

#[test]
fn a_choice_is_made_by_keyboard_and_its_list_closes() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command_key(Key::Comma);
    window.tab_to_exactly("Dates");
    window.key(Key::Space);
    assert!(
        window.node("24 Nov 2026").is_focused(),
        "the present choice"
    );
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert!(window.node("Dates").is_focused(), "the list is left");
    assert!(window.labels("24 Nov 2026").is_empty(), "and closed");
    assert!(window.shows("Nov 24, 2026"));
    window.key(Key::Space);
    window.key(Key::Enter);
    assert!(
        window.labels("2026-11-24").is_empty(),
        "what is chosen already closes it as well"
    );
}

#[test]
fn arrows_lead_on_from_the_present_choice_in_a_list_that_the_pointer_opened() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command_key(Key::Comma);
    let at = window.place("Dates");
    window.press_at(at);
    window.harness.run_steps(4);
    window.key(Key::ArrowDown);
    assert!(window.node("Nov 24, 2026").is_focused());
    window.key(Key::ArrowUp);
    assert!(window.node("24 Nov 2026").is_focused());
}

#[test]
fn an_arrow_opens_a_choice_and_does_nothing_on_a_button() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.tab_to_exactly("Today");
    for arrow in [
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowUp,
        Key::ArrowRight,
    ] {
        window.key(arrow);
        assert!(window.node("Today").is_focused(), "{arrow:?}");
    }
    window.command_key(Key::Comma);
    window.tab_to_exactly("Dates");
    window.key(Key::ArrowDown);
    assert!(
        window.node("24 Nov 2026").is_focused(),
        "the present choice"
    );
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert!(window.shows("Nov 24, 2026"));
    assert!(window.node("Dates").is_focused());
}

#[test]
fn a_dialog_that_comes_again_is_walked_from_its_beginning() {
    let desk = Desk::new();
    let mut window = desk.start();
    let first = |window: &mut Window| {
        window.command("copy to other");
        window.key(Key::Tab);
        let name = name_of_focused(window);
        window.key(Key::Tab);
        window.key(Key::Escape);
        name
    };
    let once = first(&mut window);
    assert!(!once.is_empty());
    assert_eq!(first(&mut window), once);
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
    window.key(Key::Enter);
    assert!(window.shows("Athlete: Carla Ruiz"));
}

#[test]
fn a_menu_goes_when_the_keys_of_a_dialog_bring_it_over_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Athlete: Anna");
    assert!(window.shows("Roster check"));
    window.command_key(Key::Comma);
    assert!(window.shows("Every change takes effect at once."));
    window.key(Key::Escape);
    assert!(
        window.labels("Build a season").is_empty(),
        "the menu is closed"
    );
}

/// Ctrl and Enter press the main button of a dialog, and what is being typed counts.
#[test]
fn a_dialog_is_accepted_from_the_field_that_is_typed_into() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Athlete: Anna");
    window.click("New athlete…");
    window.command_key(Key::Enter);
    assert!(
        window.shows("Give the athlete a name"),
        "what is greyed out is not pressed"
    );
    window.type_into("Name", "Nora Quick");
    window.command_key(Key::Enter);
    assert!(window.shows("Athlete: Nora Quick"));
    assert!(!window.shows("Give the athlete a name"));
}
