//! More than a week: days by their date, what a day allows, several sessions at once, and the board of weeks.

use egui::{Event, Key, Modifiers, PointerButton, Role, Shape, vec2};

use super::support::{Desk, Window};

const HEAVY: &str = "Lower body strength, ";
const TEMPO: &str = "Tempo, Thu 26";

fn hold(window: &mut Window, modifiers: Modifiers) {
    window.harness.event(Event::ModifiersChanged(modifiers));
    window.harness.step();
}

fn click_with(window: &mut Window, modifiers: Modifiers, label: &str) {
    let at = window.place(label);
    hold(window, modifiers);
    window.press_at(at);
    hold(window, Modifiers::NONE);
}

fn double_click(window: &mut Window, at: egui::Pos2) {
    let button = |pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.harness.hover_at(at);
    window.harness.step();
    for _ in 0..2 {
        let events = &mut window.harness.input_mut().events;
        events.extend([button(true), button(false)]);
        window.harness.step();
    }
    window.settle();
}

#[test]
fn a_date_is_gone_to_by_keyboard_and_by_mouse() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.command_key(Key::G);
    window.type_into("Go to date", "no such day");
    window.key(Key::Enter);
    assert!(window.shows("A date such as 10 Jan 2027"));
    window.retype("Go to date", "10 Jan 2027");
    window.key(Key::Enter);
    assert!(
        window.shows("Sunday 10 January 2027: "),
        "{:?}",
        window.labels("Sunday")
    );
    window.click("Week 1 · 4–10 Jan 2027");
    window.click("Month before");
    window.click("Go to Tuesday 8 December 2026");
    assert!(window.shows("Tuesday 8 December 2026: "));
    assert!(!window.shows("Month before"), "the picker is closed");
}

#[test]
fn what_a_day_allows_is_set_on_its_head_as_one_step() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("What Fri 27 allows: ");
    window.click("No gym");
    assert!(window.shows("What Fri 27 allows: no gym"));
    window.click("What Fri 27 allows: ");
    window.click("Travel, no training");
    window.click("Through Sun 29");
    assert!(window.shows("What Sun 29 allows: Travel · no training"));
    window.click("What Sat 28 allows: ");
    window.click("As usual");
    let saturday = window.labels("What Sat 28 allows: ")[0].clone();
    assert!(!saturday.contains("Travel"), "{saturday}");
    assert!(
        window.shows("What Fri 27 allows: Travel") && window.shows("What Sun 29 allows: Travel")
    );
    window.click("Undo set Sat 28 to as usual");
    assert!(window.shows("What Sat 28 allows: Travel · no training"));
}

#[test]
fn several_sessions_are_deleted_and_brought_back_as_one_step() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(TEMPO);
    click_with(&mut window, Modifiers::COMMAND, HEAVY);
    assert!(window.shows("2 sessions selected"));
    window.key(Key::Delete);
    assert!(window.shows("Deleted 2 sessions"));
    assert!(!window.shows(TEMPO) && !window.shows("Lower body strength, Sat 28"));
    window.click("Undo delete 2 sessions");
    assert!(window.shows(TEMPO) && window.shows("Lower body strength, Sat 28"));
    assert!(window.shows("Nothing to undo"));
}

#[test]
fn shift_selects_all_between_and_they_are_marked_as_done_together() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Recovery run, Wed 25");
    click_with(&mut window, Modifiers::SHIFT, HEAVY);
    assert!(window.shows("3 sessions selected"));
    window.click("Mark as done");
    assert!(window.shows("Marked 3 sessions as done"));
    assert!(window.shows("Tempo, Thu 26, AM, 8 km, done"));
    window.click("Undo mark 3 sessions as done");
    assert!(window.shows("Tempo, Thu 26, AM, 8 km, planned"));
}

#[test]
fn several_are_selected_by_keys_and_marked_and_deleted() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Recovery run, Wed 25");
    // A quick hand has Shift up again before the frame is drawn.
    window.harness.event(Event::Key {
        key: Key::ArrowRight,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::SHIFT,
    });
    window.settle();
    assert!(window.shows("2 sessions selected"));
    window.key_with(Modifiers::SHIFT, Key::ArrowRight);
    assert!(window.shows("3 sessions selected"));
    assert!(window.focused().starts_with(HEAVY), "{}", window.focused());
    window.key_with(Modifiers::SHIFT, Key::ArrowLeft);
    assert!(window.shows("2 sessions selected"), "back on the way");
    assert!(window.focused().starts_with(TEMPO), "{}", window.focused());
    window.command_key(Key::Enter);
    assert!(window.shows("Marked 2 sessions as done"));
    window.key(Key::Delete);
    assert!(window.shows("Deleted 2 sessions"));
    assert!(window.shows("Lower body strength, Sat 28"));
}

#[test]
fn several_sessions_are_dragged_and_pasted_with_their_distance() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(TEMPO);
    click_with(&mut window, Modifiers::COMMAND, "Recovery run, Wed 25");
    let (card, friday) = (window.place(TEMPO), window.place("Friday 27 November 2026"));
    window.drag(card, friday - vec2(0.0, 100.0));
    assert!(
        window.shows("Tempo, Fri 27") && window.shows("Recovery run, Thu 26"),
        "{:?}",
        window.labels("Recovery")
    );
    assert!(
        window.shows("2 sessions selected"),
        "both are at hand for the next step"
    );
    window.click("Undo move 2 sessions");
    assert!(window.shows(TEMPO) && window.shows("Recovery run, Wed 25"));
    window.click("Recovery run, Wed 25");
    click_with(&mut window, Modifiers::COMMAND, TEMPO);
    window.harness.event(Event::Copy);
    window.settle();
    window.click("Friday 27 November 2026");
    window.harness.event(Event::Paste("anything".to_owned()));
    window.settle();
    window.must_show("Recovery run, Fri 27");
    window.must_show("Tempo, Sat 28");
    assert!(window.shows("2 sessions selected"), "those pasted");
    window.key(Key::Delete);
    assert!(window.shows(TEMPO) && !window.shows("Tempo, Sat 28"));
}

#[test]
fn several_sessions_are_moved_by_keys_and_stay_selected() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(TEMPO);
    click_with(&mut window, Modifiers::COMMAND, "Recovery run, Wed 25");
    window.key(Key::M);
    window.key(Key::ArrowRight);
    window.key(Key::Escape);
    assert!(window.shows(TEMPO) && window.shows("Recovery run, Wed 25"));
    assert!(window.shows("2 sessions selected"), "nothing was let go");
    window.key(Key::M);
    window.key(Key::ArrowRight);
    window.key(Key::ArrowRight);
    window.key(Key::Enter);
    assert!(
        window.shows("Tempo, Sat 28") && window.shows("Recovery run, Fri 27"),
        "{:?}",
        window.labels("Recovery")
    );
    assert!(window.shows("2 sessions selected"));
    window.click("Undo move 2 sessions");
    assert!(window.shows(TEMPO) && window.shows("Recovery run, Wed 25"));
}

#[test]
fn a_double_click_on_a_card_edits_its_title_and_on_a_day_adds() {
    let desk = Desk::new();
    let mut window = desk.start();
    let card = window.place(TEMPO);
    double_click(&mut window, card);
    assert!(window.is_focused(Role::TextInput, "Title"));
    let friday = window.place("Friday 27 November 2026");
    double_click(&mut window, friday + vec2(0.0, 120.0));
    window.click("Recovery run");
    assert!(
        window.shows("Recovery run, Fri 27"),
        "{:?}",
        window.labels("Recovery")
    );
}

#[test]
fn the_board_shows_weeks_and_takes_a_card_across_them_with_a_verdict() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.key(Key::V);
    assert!(
        window.shows("Wednesday 9 December 2026: "),
        "three weeks are in sight"
    );
    let (card, tuesday) = (window.place(HEAVY), window.place("Tuesday 1 December 2026"));
    window.drag_and_hold(card, tuesday);
    let said = window.words().join("\n");
    assert!(said.contains("Tue 1 Dec. "), "the reason is said: {said}");
    window.harness.drop_at(tuesday);
    window.settle();
    assert!(window.shows("Lower body strength, Tue 1, AM"));
    assert!(window.shows("Moved lower body strength to Tue 1 Dec"));
    window.click("Undo move lower body strength");
    assert!(window.shows("Lower body strength, Sat 28, AM"));
    window.click("Lower body strength, Fri 4");
    assert!(
        window.shows("Title"),
        "a session of another week is edited beside the board"
    );
    window.key(Key::V);
    assert!(!window.shows("Wednesday 9 December 2026: "));
}

/// Everything that is painted within the chip of a session.
fn painted_on(window: &Window, label: &str) -> Vec<Shape> {
    fn flat(shape: &Shape, into: &mut Vec<Shape>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| flat(shape, into)),
            one => into.push(one.clone()),
        }
    }
    let chip = window.rect(label);
    let mut all = Vec::new();
    for clipped in &window.harness.output().shapes {
        flat(&clipped.shape, &mut all);
    }
    all.retain(|shape| chip.contains_rect(shape.visual_bounding_rect()));
    all
}

#[test]
fn the_board_marks_what_was_done_in_part_or_skipped_as_the_week_does() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.click("Mark as done");
    window.click("In part");
    window.click(TEMPO);
    window.command("mark as skipped");
    window.key(Key::Escape);
    window.key(Key::V);
    let lift = window.labels(HEAVY);
    let lift = lift.iter().find(|name| name.contains("Sat 28")).unwrap();
    assert!(lift.contains("done in part"), "{lift}");
    let ring = |shape: &Shape| matches!(shape, Shape::Circle(ring) if ring.stroke.width > 0.0);
    assert!(painted_on(&window, lift).iter().any(ring), "half a ring");
    let is_struck = |shape: &Shape| match shape {
        Shape::Text(text) => {
            let mut sections = text.galley.job.sections.iter();
            sections.any(|section| section.format.strikethrough.width > 0.0)
        }
        _ => false,
    };
    assert!(painted_on(&window, TEMPO).iter().any(is_struck));
}

#[test]
fn a_session_is_repeated_weekly_as_one_step_with_every_date_shown_before() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.command("Repeat weekly");
    // The day has the keyboard, and what is typed takes its place.
    window.harness.event(Event::Text("19 Dec 2026".to_owned()));
    window.settle();
    window.key(Key::Enter);
    assert!(
        !window.shows("Sat 26 Dec · Lower body strength"),
        "{:?} {:?}",
        window.labels("Add"),
        window.words()
    );
    for day in [
        "Sat 5 Dec · Lower body strength",
        "Sat 12 Dec · Lower body strength",
        "Sat 19 Dec · Lower body strength",
    ] {
        assert!(window.shows(day), "{day}: {:?}", window.labels("Sat"));
    }
    // What would be a conflict says so, and comes only if somebody wants it all the same.
    let first = window.labels("Sat 5 Dec")[0].clone();
    assert!(first.contains("Legs before a key session"), "{first}");
    assert!(!window.is_ticked(&first));
    window.click(&first);
    let third = window.labels("Sat 19 Dec")[0].clone();
    window.click(&third);
    window.click("Add 2 sessions");
    assert!(window.shows("Added 2 sessions, up to 19 Dec 2026"));
    window.click("Next week");
    let lifts = |window: &Window| window.labels("Lower body strength, Sat 5").len();
    assert_eq!(lifts(&window), 1);
    window.command_key(Key::Z);
    assert_eq!(lifts(&window), 0, "one step takes all back");
}

#[test]
fn what_is_planned_on_a_day_already_is_not_repeated_onto_it_unasked() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(TEMPO);
    window.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    let next = window.labels("Thu 3 Dec · Tempo")[0].clone();
    assert!(next.contains("planned there already"), "{next}");
    assert!(!window.is_ticked(&next));
    window.click(&next);
    assert!(window.is_ticked(&next), "it can be had all the same");
}

#[test]
fn the_board_comes_back_after_a_restart() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.key(Key::V);
    assert!(window.shows("Show one week"));
    window.close();
    let mut window = desk.start();
    assert!(window.shows("Show one week"));
    window.click("Show one week");
    window.close();
    assert!(desk.start().shows("Show several weeks"));
}

#[test]
fn the_tab_of_the_library_comes_back_after_a_restart() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Weeks");
    let shown = window.value_of("Search the library");
    assert_eq!(shown, "");
    assert!(window.is_ticked("Weeks"));
    window.close();
    assert!(desk.start().is_ticked("Weeks"));
}

#[test]
fn a_right_click_on_several_selected_sessions_acts_on_all_of_them() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    click_with(&mut window, Modifiers::COMMAND, TEMPO);
    let at = window.place(TEMPO);
    window.second_click_at(at);
    // The inspector has a button of that name as well; the menu is drawn over everything.
    let delete = window.labels("Delete sessions").pop().expect("its menu");
    let delete = window.last_rect(&delete).center();
    window.press_at(delete);
    for session in [HEAVY, TEMPO] {
        assert!(window.labels(session).is_empty(), "{session} is gone");
    }
    window.command_key(Key::Z);
    for session in [HEAVY, TEMPO] {
        assert!(!window.labels(session).is_empty(), "{session} is back");
    }
}

/// What was done cannot be done next week: its plan is copied, and that is what is said.
#[test]
fn sessions_that_were_done_are_copied_ahead_and_said_to_be_so() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Previous week");
    let dones = window.labels("Tempo, ");
    assert!(dones[0].contains("done"), "{dones:?}");
    window.click("Tempo, ");
    click_with(&mut window, Modifiers::COMMAND, "Long run, ");
    window.click("Move a week later");
    assert!(
        window.shows("Copied the plans of 2 sessions a week later; what was done stays on its day"),
        "{:?}",
        window.words()
    );
    assert!(window.shows("Undo copy 2 sessions"));
}

/// The same by drag, and by cutting and pasting: what is said is said of all of them.
#[test]
fn several_that_were_done_are_dragged_and_pasted_ahead_and_all_of_them_are_told_of() {
    let desk = Desk::new();
    let mut window = desk.start();
    let select = |window: &mut Window| {
        window.click("Intervals, Tue 24");
        click_with(window, Modifiers::COMMAND, "Easy run, Mon 23");
        assert!(window.shows("2 sessions selected"));
    };
    let told = "Copied the plans of 2 sessions 3 days later; what was done stays on its day";
    select(&mut window);
    let card = window.place("Intervals, Tue 24");
    let friday = window.place("Friday 27 November 2026");
    window.drag(card, friday - vec2(0.0, 100.0));
    window.must_show("Intervals, Fri 27");
    window.must_show("Easy run, Thu 26");
    assert!(window.shows("Intervals, Tue 24") && window.shows("Easy run, Mon 23"));
    window.must_show(told);
    window.click("Undo copy 2 sessions");
    assert!(!window.shows("Intervals, Fri 27") && !window.shows("Easy run, Thu 26"));

    // One that was done and one that lies ahead: each is told of.
    window.click("Intervals, Tue 24");
    click_with(&mut window, Modifiers::COMMAND, TEMPO);
    let card = window.place("Intervals, Tue 24");
    window.drag(card, friday - vec2(0.0, 100.0));
    let told = "Moved 1 session 3 days later and copied the plans of 1 session; what was done stays on its day";
    window.must_show(told);
    window.click("Undo move 2 sessions");

    select(&mut window);
    window.harness.event(Event::Cut);
    window.settle();
    window.click("Friday 27 November 2026");
    window.harness.event(Event::Paste("anything".to_owned()));
    window.settle();
    let told = "Copied the plans of 2 sessions 4 days later; what was done stays on its day";
    window.must_show(told);
}

/// The same week has one distance, wherever it is told.
#[test]
fn the_board_tells_the_distance_of_a_week_as_the_strip_does() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Previous week");
    window.key(Key::V);
    let strip = window.labels("Week 47, ")[0].clone();
    let (_, told) = strip.split_once(": ").unwrap();
    let (distance, _) = told.split_once(", ").unwrap();
    assert!(
        window.shows(&format!("Show week 47, {distance}")),
        "{:?}",
        window.labels("Show week")
    );
}
