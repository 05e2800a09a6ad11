//! What is typed into a field is kept, whichever way the field is left.

use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use ironstride::domain::Status;
use ironstride::store;

use super::support::{Desk, Window, today};

const HEAVY: &str = "Lower body strength, ";
const NOTE: &str = "Note to the athlete";

/// Every key that takes the inspector, or the session in it, off the screen, and the one that brings it back.
const WAYS_OUT: [(&str, Modifiers, Key, Option<Key>); 7] = [
    ("the roster", Modifiers::COMMAND, Key::R, Some(Key::R)),
    (
        "the inspector folded",
        Modifiers::COMMAND,
        Key::Num2,
        Some(Key::Num2),
    ),
    (
        "the charts filling the window",
        Modifiers::COMMAND,
        Key::Num4,
        Some(Key::Num4),
    ),
    (
        "the command palette",
        Modifiers::COMMAND,
        Key::K,
        Some(Key::Escape),
    ),
    (
        "the rules",
        Modifiers::COMMAND,
        Key::Comma,
        Some(Key::Escape),
    ),
    ("the search", Modifiers::COMMAND, Key::F, None),
    ("Escape", Modifiers::NONE, Key::Escape, None),
];

/// Replaces what stands in a field, and leaves the cursor in it.
fn type_and_stay(window: &mut Window, label: &str, typed: &str) {
    let field = |window: &Window| {
        let node = window.field(label);
        node.scroll_to_me();
        node.focus();
    };
    field(window);
    window.settle();
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.harness.step();
    window.field(label).type_text(typed);
    window.settle();
    assert!(window.field(label).is_focused());
}

/// Asks for what is named `label` as a screen reader does: at once, and the keyboard stays where it was.
fn ask_for(window: &mut Window, label: &str) {
    let found = window.harness.query_all_by(|node| {
        node.label()
            .is_some_and(|name| name == label || name.starts_with(label))
    });
    let node = found.into_iter().next();
    node.unwrap_or_else(|| panic!("nothing begins with {label:?}"))
        .click_accesskit();
    window.settle();
}

/// Leaves a field of the heavy session in every way there is and comes back to it.
#[track_caller]
fn is_kept(prepare: &[&str], field: &str, typed: &str, shown: &str) {
    for (way, modifiers, key, back) in WAYS_OUT {
        let desk = Desk::new();
        let mut window = desk.start();
        for label in [HEAVY].iter().chain(prepare) {
            window.click(label);
        }
        type_and_stay(&mut window, field, typed);
        window.key_with(modifiers, key);
        if let Some(back) = back {
            let modifiers = if back == Key::Escape {
                Modifiers::NONE
            } else {
                modifiers
            };
            window.key_with(modifiers, back);
        }
        let field_there = |window: &Window| window.find_field(field).is_some();
        if !field_there(&window) {
            // A menu is closed by what leaves it.
            for label in prepare {
                window.click(label);
            }
        }
        assert_eq!(window.value_of(field), shown, "{field}, left by {way}");
    }
}

#[test]
fn text_of_several_lines_is_kept() {
    is_kept(&[], NOTE, "Slow on the way down", "Slow on the way down");
}

#[test]
fn a_line_is_kept() {
    is_kept(&[], "Title", "Castle gym", "Castle gym");
}

#[test]
fn a_cell_of_the_table_is_kept() {
    is_kept(&[], "Sets and reps of Squat", "4x6", "4 × 6");
}

#[test]
fn a_field_in_a_menu_is_kept() {
    is_kept(&["More for Squat"], "Tempo of Squat", "3-1-1", "3-1-1");
}

#[test]
fn a_figure_that_the_log_asks_for_is_kept() {
    is_kept(
        &["Mark as done"],
        "Note of the athlete",
        "Felt easy",
        "Felt easy",
    );
}

#[test]
fn what_a_field_refuses_stands_there_still_after_a_look_at_the_roster() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    let before = window.value_of("Duration");
    type_and_stay(&mut window, "Duration", "soon");
    window.command_key(Key::R);
    window.command_key(Key::R);
    assert_eq!(window.value_of("Duration"), "soon");
    assert!(window.shows("Write 45 min, 1h20 or 1:20"));

    type_and_stay(&mut window, "Duration", "later");
    window.key_with(Modifiers::NONE, Key::Escape);
    assert_eq!(
        window.value_of("Duration"),
        before,
        "Escape is the way back"
    );
    assert!(window.shows("Nothing to undo"));
}

#[test]
fn what_was_typed_is_one_step_to_undo_and_comes_before_what_was_asked_for() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    type_and_stay(&mut window, NOTE, "Ask about the knee");
    // Marking as done is a change of its own, of the session as it was typed.
    window.command_key(Key::Enter);
    assert!(window.shows("Done"));
    assert_eq!(window.value_of(NOTE), "Ask about the knee");
    window.key_with(Modifiers::NONE, Key::Escape);
    window.command_key(Key::Z);
    assert_eq!(window.value_of(NOTE), "Ask about the knee");
    window.command_key(Key::Z);
    assert_ne!(window.value_of(NOTE), "Ask about the knee");
    assert!(window.shows("Nothing to undo"));
}

#[test]
fn closing_the_window_keeps_what_is_being_typed() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    type_and_stay(&mut window, NOTE, "Bring the belt");
    window.close();
    let mut window = desk.start();
    window.click(HEAVY);
    assert_eq!(window.value_of(NOTE), "Bring the belt");
}

#[test]
fn another_athlete_another_week_and_another_session_leave_what_was_typed_with_the_first() {
    for ask in ["Next week", "Athlete: ", "Easy run, Fri 27", "Friday 27"] {
        let desk = Desk::new();
        let mut window = desk.start();
        window.click("Add to Fri 27");
        window.click("Easy run");
        window.click(HEAVY);
        let other = ask == "Athlete: ";
        if other {
            // The menu is open before the typing begins, as it may be for a screen reader.
            type_and_stay(&mut window, NOTE, "Low bar");
            ask_for(&mut window, ask);
            ask_for(&mut window, "Ben Okafor");
            ask_for(&mut window, "Athlete: ");
            ask_for(&mut window, "Anna Kova");
        } else {
            type_and_stay(&mut window, NOTE, "Low bar");
            ask_for(&mut window, ask);
            if ask == "Next week" {
                ask_for(&mut window, "Previous week");
            }
        }
        window.click(HEAVY);
        assert_eq!(window.value_of(NOTE), "Low bar", "after {ask}");
        window.key_with(Modifiers::NONE, Key::Escape);
        window.click("Easy run, Fri 27");
        assert_eq!(window.value_of(NOTE), "", "after {ask}");
    }
}

#[test]
fn a_template_keeps_what_is_typed_when_another_one_is_asked_for() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Sessions");
    window.type_into("Search the library", "Easy 45");
    window.click("Easy 45 min");
    window.click("Make a copy of your own");
    type_and_stay(&mut window, "Template name", "Easy by the river");
    // Adds it to the selected day, and selects the new session in the template's place.
    ask_for(&mut window, "Add to ");
    assert!(window.shows("Easy by the river"));
}

#[test]
fn a_reason_for_skipping_waits_until_its_popup_is_opened_again() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.click("Skipped…");
    window.field("Reason").type_text("Calf is sore");
    window.settle();
    window.command_key(Key::R);
    window.command_key(Key::R);
    window.click("Skipped…");
    assert_eq!(window.value_of("Reason"), "Calf is sore");
    assert!(window.field("Reason").is_focused());
}

/// What is kept of a skipped session is the same whichever way it was said.
#[test]
fn a_session_is_skipped_alike_by_its_button_and_by_the_command() {
    let skipped = |say: fn(&mut Window)| {
        let desk = Desk::new();
        let mut window = desk.start();
        window.click(HEAVY);
        say(&mut window);
        assert!(window.shows("Back to planned"));
        window.close();
        let anna = store::read_athlete(&desk.path("demo/athletes/anna-kovac.ron")).unwrap();
        let today = today();
        let mut all = anna.sessions.all().iter();
        let session = all.rfind(|it| it.date >= today && it.status != Status::Planned);
        let session = session.unwrap();
        (session.id, session.status.clone(), session.log.clone())
    };
    let by_button = skipped(|window| {
        window.click("Skipped…");
        window.click("Mark as skipped");
    });
    let by_command = skipped(|window| {
        window.click("Search… ");
        window.type_into("Search commands", "mark as skipped");
        window.key(Key::Enter);
    });
    assert_eq!(by_button, by_command);
    assert_eq!(by_button.2, None);
}

#[test]
fn a_form_keeps_what_is_typed_into_it_while_its_panel_is_folded() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("New exercise…");
    type_and_stay(&mut window, "Other names, separated by commas", "Air squat");
    window.command_key(Key::Num1);
    window.command_key(Key::Num1);
    assert_eq!(
        window.value_of("Other names, separated by commas"),
        "Air squat"
    );
}

#[test]
fn zooming_does_not_take_the_cursor_out_of_a_field() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    type_and_stay(&mut window, NOTE, "Half");
    window.command_key(Key::Plus);
    assert!(window.field(NOTE).is_focused());
    window.field(NOTE).type_text(" and half");
    window.settle();
    window.command_key(Key::R);
    window.command_key(Key::R);
    assert_eq!(window.value_of(NOTE), "Half and half");
}

/// In a field the clipboard and undo are the field's: nothing of the plan is pasted or taken back.
#[test]
fn pasting_and_undoing_in_a_field_concern_its_text_alone() {
    for field in ["Title", NOTE] {
        let desk = Desk::new();
        let mut window = desk.start();
        window.click(HEAVY);
        let sessions = window.labels("Lower body strength").len();
        let before = window.value_of(field);
        type_and_stay(&mut window, field, "Castle");
        window
            .harness
            .event(egui::Event::Paste(" gym\nat noon".to_owned()));
        window.settle();
        let pasted = window.value_of(field);
        assert!(pasted.starts_with("Castle gym"), "{field}: {pasted:?}");
        assert_eq!(pasted.contains('\n'), field == NOTE, "{pasted:?}");
        window.command_key(Key::Z);
        assert_ne!(window.value_of(field), pasted, "{field} takes it back");
        assert!(window.field(field).is_focused());
        window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        assert_eq!(window.value_of(field), pasted, "{field} does it again");
        assert!(
            window.shows("Nothing to undo"),
            "{field}: the plan is as it was"
        );
        window.key_with(Modifiers::NONE, Key::Escape);
        window.command_key(Key::Z);
        assert_eq!(
            window.value_of(field),
            before,
            "{field}: one step of the plan"
        );
        assert_eq!(window.labels("Lower body strength").len(), sessions);
    }
}
