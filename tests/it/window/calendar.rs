//! Planning with the mouse.

use std::time::Duration;

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Shape, ViewportId, pos2, vec2};
use egui_kittest::kittest::Queryable;

use super::support::{Desk, Window};

const HEAVY: &str = "Lower body strength, ";
const FRIDAY: &str = "Friday 27 November 2026";
const SATURDAY: &str = "Saturday 28 November 2026";

/// What the box beside the dragged card says; empty while there is none.
fn words(window: &Window) -> String {
    let tells = |text: &String| TELLS.iter().any(|start| text.starts_with(start));
    let nodes = window.harness.root().query_all_by(|_| true);
    nodes
        .filter_map(|node| node.value())
        .find(tells)
        .unwrap_or_default()
}

/// How the words of the box may begin.
const TELLS: [&str; 7] = [
    "Morning. ",
    "Morning or evening. ",
    "Evening. ",
    "It is ",
    "Adds ",
    "Lays out ",
    "Sat 5 Dec. ",
];

/// The upper and the lower half of a day.
fn halves(window: &Window, day: &str) -> (Pos2, Pos2) {
    let middle = window.place(day);
    (middle - vec2(0.0, 100.0), middle + vec2(0.0, 100.0))
}

fn let_go(window: &mut Window, at: Pos2) {
    window.harness.drop_at(at);
    window.settle();
}

#[test]
fn a_press_in_the_frame_in_which_the_pointer_arrives_selects_the_card() {
    let desk = Desk::new();
    let mut window = desk.start();
    let (resting, card) = (window.place("Tempo, "), window.place(HEAVY));
    window.harness.hover_at(resting);
    window.harness.step();
    // Events of one frame; the harness would give each a frame of its own.
    let press = Event::PointerButton {
        pos: card,
        button: PointerButton::Primary,
        pressed: true,
        modifiers: Modifiers::NONE,
    };
    let events = &mut window.harness.input_mut().events;
    events.extend([Event::PointerMoved(card), press]);
    window.harness.step();
    let_go(&mut window, card);
    assert!(
        window.shows("17 leg sets"),
        "the inspector shows the session"
    );
}

#[test]
fn a_drag_tells_both_halves_and_the_nearest_clear_slot_and_escape_cancels_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    let (_, evening) = halves(&window, "Wednesday 25 November 2026");
    let card = window.place(HEAVY);
    window.drag_and_hold(card, evening);
    let said = words(&window);
    assert!(said.contains("Evening. "), "{said}");
    assert!(
        said.contains("Morning. ") || said.starts_with("Morning or evening"),
        "{said}"
    );
    assert!(said.contains("Nearest clear slot: Fri 27"), "{said}");
    window.harness.key_press(Key::Escape);
    window.harness.step();
    assert_eq!(words(&window), "", "nothing is told any more");
    let_go(&mut window, evening);
    assert!(window.shows("Nothing to undo"));
    assert!(window.shows("Lower body strength, Sat 28"));
}

#[test]
fn a_slot_that_is_not_clear_names_the_nearest_that_is() {
    let desk = Desk::new();
    let mut window = desk.start();
    let (morning, _) = halves(&window, SATURDAY);
    let card = window.place("Tempo, ");
    window.drag_and_hold(card, morning + vec2(0.0, 60.0));
    let said = words(&window);
    assert!(said.contains("Nearest clear slot: Thu 26"), "{said}");
}

#[test]
fn days_that_have_passed_are_told_and_never_offered() {
    let desk = Desk::new();
    let mut window = desk.start();
    let (morning, _) = halves(&window, "Tuesday 24 November 2026");
    let card = window.place(HEAVY);
    window.drag_and_hold(card, morning + vec2(0.0, 60.0));
    let said = words(&window);
    assert!(said.contains("This day has passed."), "{said}");
    assert!(
        !said.contains("slot: Mon") && !said.contains("slot: Tue"),
        "{said}"
    );
}

#[test]
fn a_drop_is_one_step_back() {
    let desk = Desk::new();
    let mut window = desk.start();
    let (morning, _) = halves(&window, FRIDAY);
    let card = window.place(HEAVY);
    window.drag(card, morning);
    assert!(window.shows("Lower body strength, Fri 27, AM"));
    window.click("Undo move lower body strength");
    assert!(window.shows("Lower body strength, Sat 28, AM"));
    assert!(window.shows("Nothing to undo"));
}

#[test]
fn a_drop_where_it_is_says_so_and_changes_nothing() {
    let desk = Desk::new();
    let mut window = desk.start();
    let card = window.place(HEAVY);
    let (morning, _) = halves(&window, SATURDAY);
    window.drag_and_hold(card, card + vec2(20.0, 10.0));
    assert!(words(&window).contains("a drop changes nothing"));
    window.harness.hover_at(morning + vec2(0.0, 60.0));
    window.harness.step();
    assert!(words(&window).contains("a drop changes nothing"));
    let_go(&mut window, morning + vec2(0.0, 60.0));
    assert!(window.shows("Nothing to undo"));
}

#[test]
fn with_ctrl_a_copy_lands() {
    let desk = Desk::new();
    let mut window = desk.start();
    let (_, evening) = halves(&window, FRIDAY);
    let card = window.place(HEAVY);
    window.drag_and_hold(card, evening);
    window
        .harness
        .event(Event::ModifiersChanged(Modifiers::COMMAND));
    window.harness.step();
    window.harness.step();
    let_go(&mut window, evening);
    window
        .harness
        .event(Event::ModifiersChanged(Modifiers::NONE));
    window.settle();
    assert!(window.shows("Lower body strength, Fri 27, PM"));
    assert!(window.shows("Lower body strength, Sat 28, AM"));
    assert!(window.shows("Undo copy lower body strength"));
}

#[test]
fn a_card_dropped_on_a_week_of_the_strip_moves_there_and_it_is_told() {
    let desk = Desk::new();
    let mut window = desk.start();
    let (card, week) = (window.place(HEAVY), window.place("Week 49, "));
    window.drag_and_hold(card, week);
    let said = words(&window);
    assert!(said.starts_with("Sat 5 Dec. "), "{said}");
    let_go(&mut window, week);
    assert!(window.shows("Moved lower body strength to Sat 5 Dec"));
    assert!(window.shows(&format!("{SATURDAY}: 0 sessions")));
    window.click("Week 49, ");
    assert!(window.shows("Lower body strength, Sat 5, AM"));
    window.click("Undo move lower body strength");
    assert!(
        window.shows("Lower body strength, Sat 28, AM"),
        "undo brings the week on screen that it changed"
    );
}

#[test]
fn cards_of_one_half_change_their_order() {
    let desk = Desk::new();
    let mut window = desk.start();
    let (morning, _) = halves(&window, FRIDAY);
    for card in [HEAVY, "Tempo, "] {
        let from = window.place(card);
        window.drag(from, morning + vec2(0.0, 90.0));
    }
    let above = |window: &Window| window.place("Tempo, ").y < window.place(HEAVY).y;
    assert!(!above(&window), "the later drop stands behind");
    let (from, to) = (window.place("Tempo, "), window.place(HEAVY));
    window.drag(from, pos2(to.x, to.y - 40.0));
    assert!(above(&window));
    assert!(window.shows("Tempo, Fri 27, AM"));
    window.command_key(Key::Z);
    assert!(!above(&window));
}

#[test]
fn a_clock_time_stays_within_its_half() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.type_into("Start time", "06:15");
    window.key(Key::Enter);
    assert!(window.shows("Lower body strength, Sat 28, 06:15"));
    let (morning, evening) = halves(&window, FRIDAY);
    let card = window.place(HEAVY);
    window.drag(card, morning);
    assert!(window.shows("Lower body strength, Fri 27, 06:15"));
    let card = window.place(HEAVY);
    // Below the card, which tells its exercises where there is room.
    window.drag(card, evening + vec2(0.0, 60.0));
    assert!(window.shows("Lower body strength, Fri 27, PM"));
}

#[test]
fn an_exercise_joins_the_card_it_is_dropped_on() {
    let desk = Desk::new();
    let mut window = desk.start();
    let (exercise, card) = (window.place("Goblet squat"), window.place(HEAVY));
    window.drag_and_hold(exercise, card);
    let said = words(&window);
    assert!(
        said.contains("Adds goblet squat to “Lower body strength”."),
        "{said}"
    );
    let_go(&mut window, card);
    assert!(window.shows("Undo add goblet squat"));
    assert!(window.shows(&format!("{SATURDAY}: 1 session")));
    let (exercise, (morning, _)) = (window.place("Plank"), halves(&window, FRIDAY));
    window.drag(pos2(exercise.x, window.place("Split squat").y), morning);
    assert!(
        window.shows(&format!("{FRIDAY}: 1 session")),
        "else it begins a session"
    );
}

/// It was judged without the load that it gets once it is dropped: a squat was held as light and stood there as heavy.
#[test]
fn an_exercise_is_judged_by_what_it_will_be_once_it_is_dropped() {
    let desk = Desk::new();
    let mut window = desk.start();
    let (exercise, (morning, _)) = (window.place("Squat"), halves(&window, FRIDAY));
    window.drag_and_hold(exercise, morning);
    let said = words(&window);
    let_go(&mut window, morning);
    let found = "Too little rest between leg sessions";
    assert!(window.shows(found), "what was dropped");
    let told = "heavy lower body is 23 h before Saturday’s";
    assert!(said.contains(told), "what was held: {said}");
}

/// What is said while a program is held is what its layout holds: sessions of all its weeks, none on days that have passed.
#[test]
fn a_program_that_is_held_says_what_its_layout_then_shows() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Programs");
    window.type_into("Search the library", "six for");
    let (program, friday) = (window.place("Six for runners"), window.place(FRIDAY));
    window.drag_and_hold(program, friday);
    window.wait_until("the layout", |window| {
        words(window).contains("from Wed 25 Nov to Sun 20 Dec")
    });
    let said = words(&window);
    assert!(said.starts_with("Lays out 8 sessions "), "{said}");
    let_go(&mut window, friday);
    window.wait_until("the dialog", |window| window.shows("8 sessions"));
}

#[test]
fn a_template_week_drops_on_any_day_and_is_laid_out_from_the_week() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Next week");
    window.click("Weeks");
    window.click("Week 49, ");
    window.type_into("Search the library", "hard days");
    let template = window.place("Hard days hard");
    let thursday = window.place("Thursday 3 December 2026");
    window.drag_and_hold(template, thursday);
    let said = words(&window);
    assert!(said.starts_with("Lays out "), "{said}");
    assert!(said.contains("from Mon 30 Nov to Sun 6 Dec"), "{said}");
    let asks = "Asks whether it goes beside what is planned or instead of it.";
    assert!(said.contains(asks), "{said}");
    let_go(&mut window, thursday);
    window.click("Beside what is planned");
    assert!(window.shows("Undo lay out “Hard days hard"));
}

/// How many sessions would come is written on days to come alone.
#[test]
fn a_template_week_held_over_the_running_week_comes_to_its_rest() {
    fn arriving(shape: &Shape, lefts: &mut Vec<f32>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| arriving(shape, lefts)),
            Shape::Text(text) => {
                let words = text.galley.text();
                let count = words.strip_prefix('+').map(str::parse::<u32>);
                if matches!(count, Some(Ok(_))) {
                    lefts.push(text.pos.x);
                }
            }
            _ => {}
        }
    }
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Weeks");
    window.type_into("Search the library", "hard days");
    let template = window.place("Hard days hard");
    window.drag_and_hold(template, window.place(FRIDAY));
    let said = words(&window);
    assert!(said.contains("from Wed 25 Nov to Sun 29 Nov"), "{said}");
    let mut lefts = Vec::new();
    for clipped in &window.harness.output().shapes {
        arriving(&clipped.shape, &mut lefts);
    }
    let wednesday = window.rect("Wednesday 25 November 2026").left();
    assert!(!lefts.is_empty(), "what comes is counted");
    assert!(
        lefts.iter().all(|left| *left > wednesday),
        "{lefts:?}, {wednesday}"
    );
}

#[test]
fn nothing_is_drawn_while_nothing_happens() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click(HEAVY);
    window.settle();
    window.harness.step();
    let output = &window.harness.output().viewport_output;
    assert_eq!(output[&ViewportId::ROOT].repaint_delay, Duration::MAX);
}

#[test]
fn a_week_that_nobody_planned_has_no_days_of_rest() {
    let desk = Desk::new();
    let mut window = desk.start();
    let rests = |window: &Window| window.harness.query_all_by_value("Rest").count();
    assert_eq!(rests(&window), 1, "Friday");
    for _ in 0..20 {
        window.key_with(Modifiers::ALT, Key::ArrowRight);
    }
    assert!(window.shows("Nothing is planned this week"));
    assert_eq!(rests(&window), 0);
}

/// A panel that opens for what is dragged would put another day under the pointer.
#[test]
fn no_day_moves_while_a_card_is_dragged() {
    for (size, folded) in [
        (vec2(1440.0, 900.0), true),
        (vec2(1440.0, 900.0), false),
        (vec2(800.0, 500.0), false),
    ] {
        let desk = Desk::new();
        let mut window = desk.start();
        window.harness.set_size(size);
        window.settle();
        if folded {
            window.click("Inspector panel");
        }
        let card = window.place("Lower body strength, ");
        let days = |window: &Window| {
            ["Monday 23", "Friday 27", "Sunday 29"].map(|day| window.rect(day).left())
        };
        let before = days(&window);
        let friday = window.rect("Friday 27").center() + vec2(0.0, 40.0);
        window.drag_and_hold(card, friday);
        window.settle();
        assert_eq!(days(&window), before, "{size} {folded}");
        window.harness.drop_at(friday);
        window.settle();
        assert!(
            window.shows("Lower body strength, Fri 27"),
            "{size} {folded}"
        );
    }
}
