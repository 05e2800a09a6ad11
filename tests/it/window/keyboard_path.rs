//! What the path of a week by keys met: each step where one expects it, and what was asked for done once.

use egui::{Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, Queryable};

use super::support::Desk;

const HEAVY: &str = "Lower body strength, ";

#[test]
fn the_log_of_a_run_that_keys_open_has_the_keyboard() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Tempo, ");
    window.key(Key::ArrowRight);
    window.key(Key::ArrowLeft);
    assert!(window.focused().starts_with("Tempo, "));
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    assert!(window.shows("Status: done"));
    assert_eq!(window.focused(), "Logged duration");
    window.letters("51");
    window.key(Key::Enter);
    assert_eq!(window.value_of("Logged duration"), "51 min");
}

#[test]
fn what_is_searched_in_the_library_gives_way_to_what_is_typed_next() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command_key(Key::F);
    window.letters("squat");
    window.click("Friday 27");
    window.command_key(Key::F);
    window.letters("plank");
    assert_eq!(window.value_of("Search the library"), "plank");
}

#[test]
fn tab_leads_from_the_tabs_of_the_library_to_its_search_and_then_to_its_clearing() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command_key(Key::F);
    window.letters("squat");
    window.key(Key::Tab);
    assert_eq!(window.focused(), "Clear search");
    window.key_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(window.focused(), "Search the library");
    window.key_with(Modifiers::SHIFT, Key::Tab);
    assert_eq!(window.focused(), "Exercises", "the tabs come before");
    assert_eq!(window.value_of("Search the library"), "squat");
}

/// In every tab the arrow leads from the search into the list, and up out of it.
#[test]
fn the_arrow_leads_from_the_search_into_the_list_of_every_tab() {
    let desk = Desk::new();
    let mut window = desk.start();
    for tab in ["Exercises", "Sessions", "Weeks", "Programs"] {
        window.click(tab);
        window.command_key(Key::F);
        assert_eq!(window.focused(), "Search the library", "{tab}");
        window.key(Key::ArrowDown);
        let first = window.focused();
        assert!(!first.is_empty() && first != "Search the library", "{tab}");
        window.key(Key::ArrowDown);
        let second = window.focused();
        assert!(second != first && !second.is_empty(), "{tab}: {second}");
        window.key(Key::ArrowUp);
        window.key(Key::ArrowUp);
        assert_eq!(window.focused(), "Search the library", "{tab}");
    }
}

#[test]
fn the_filters_of_programs_are_one_stop() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Programs");
    window.command_key(Key::F);
    window.key(Key::Tab);
    assert_eq!(window.focused(), "At home");
    window.key(Key::ArrowRight);
    assert_eq!(window.focused(), "Two days");
    window.key(Key::Tab);
    let next = window.focused();
    assert!(!["30 min", "To a race"].contains(&next.as_str()), "{next}");
}

/// Enter adds what the list shows; Escape then leaves the list, and the session is there to be moved.
#[test]
fn what_was_added_from_the_library_is_moved_next() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Friday 27");
    window.click("Sessions");
    window.command_key(Key::F);
    window.letters("easy 45");
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    assert!(window.shows("Easy run, Fri 27"));
    window.key(Key::Escape);
    assert!(
        window.focused().starts_with("Easy run, Fri 27"),
        "{}",
        window.focused()
    );
    window.key(Key::M);
    window.key(Key::ArrowLeft);
    window.key(Key::Enter);
    assert!(window.shows("Easy run, Thu 26"));
    window.key(Key::Escape);
    assert!(!window.shows("Back to planned") && !window.shows("Mark as done"));
}

#[test]
fn a_date_that_was_typed_has_the_keyboard_on_its_day() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.command_key(Key::G);
    window.letters("1 dec");
    window.key(Key::Enter);
    assert!(
        window.focused().starts_with("Tuesday 1 December 2026"),
        "{}",
        window.focused()
    );
    window.key(Key::N);
    window.key(Key::Enter);
    assert!(window.shows("Recovery run, Tue 1"));
    window.command_key(Key::G);
    window.letters("4 dec");
    window.key(Key::Enter);
    window.key(Key::ArrowLeft);
    assert!(
        !window.focused().starts_with("Friday 4"),
        "the arrows lead from the day to the sessions"
    );
}

/// What is said of a move lies beside what its keys are, also where the window is low.
#[test]
fn the_verdict_of_a_move_covers_no_word_of_how_it_goes_on() {
    for (size, zoom) in [
        (egui::vec2(1440.0, 900.0), 1.0),
        (egui::vec2(1180.0, 700.0), 1.0),
        (egui::vec2(1180.0, 700.0), 1.5),
        (egui::vec2(1440.0, 900.0), 2.0),
    ] {
        let desk = Desk::new();
        let mut window = desk.start();
        window.harness.set_size(size / zoom);
        window.settle();
        for session in ["Long run, ", HEAVY] {
            window.click(session);
            window.key(Key::M);
            for way in [Key::ArrowLeft; 5] {
                window.key(way);
                let is_hint = |node: &AccessKitNode<'_>| {
                    let said = node.label().or_else(|| node.value()).unwrap_or_default();
                    said.starts_with("Arrow keys move it")
                };
                let hint = window.harness.query_all_by(is_hint).last();
                let hint = hint.expect("how it goes on").rect();
                let is_verdict = |node: &AccessKitNode<'_>| {
                    let said = node.label().or_else(|| node.value()).unwrap_or_default();
                    said.starts_with("Morning") || said.starts_with("Evening")
                };
                let verdict = window.harness.query_all_by(is_verdict).last();
                let verdict = verdict.expect("a verdict").rect();
                assert!(
                    !verdict.intersects(hint),
                    "{size:?} at {zoom}: {verdict:?} on {hint:?}"
                );
            }
            window.key(Key::Escape);
        }
    }
}

/// The log of a session that lies ahead stands below its plan.
#[test]
fn the_log_that_keys_open_is_in_sight_wherever_it_stands() {
    for size in [egui::vec2(1440.0, 900.0), egui::vec2(1180.0, 700.0) / 1.5] {
        let desk = Desk::new();
        let mut window = desk.start();
        window.harness.set_size(size);
        window.settle();
        window.click(HEAVY);
        window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
        let name = window.focused();
        assert!(name.starts_with("Reps of "), "{name}");
        let field = window.rect(&name);
        let foot = ["Hide the week’s findings", "Show the week’s findings"]
            .into_iter()
            .find(|name| window.shows(name))
            .expect("the foot of the panel");
        let foot = window.rect(foot).top();
        assert!(
            field.top() > 48.0 && field.bottom() < foot,
            "{size:?}: {field:?} above {foot}"
        );
    }
}

/// A load that was typed for one set is that of those after it, as long as nothing else was planned for them.
#[test]
fn the_sets_after_the_first_begin_with_its_load() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Friday 27");
    window.click("Sessions");
    window.type_into("Search the library", "Lower body foundation II");
    window.key(Key::ArrowDown);
    window.key(Key::Enter);
    window.key(Key::Escape);
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Enter);
    for (typed, then) in [("8", Key::Tab), ("12", Key::Enter)] {
        window.letters(typed);
        window.key(then);
    }
    window.key(Key::Enter);
    let short = window.labels("Sets of ");
    assert_eq!(window.value_of(&short[0]), "8x12@2 8x12@2");
}

/// The board says what a move by keys means as well, and its arrows lead from week to week.
#[test]
fn a_move_by_keys_on_the_board_has_its_verdict_and_goes_by_weeks() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.key(Key::V);
    window.key(Key::M);
    assert!(window.shows("It is here now: a drop changes nothing."));
    window.key(Key::ArrowLeft);
    window.must_show("Fri 27 Nov. ");
    window.key(Key::ArrowDown);
    window.must_show("Fri 4 Dec. ");
    window.key(Key::ArrowUp);
    assert!(window.shows("Fri 27 Nov. "));
    window.key(Key::Enter);
    assert!(window.shows("Lower body strength, Fri 27"));
    assert!(window.focused().starts_with("Lower body strength, Fri 27"));
}
