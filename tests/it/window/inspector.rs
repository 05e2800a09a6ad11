//! The inspector, where a session is edited.

use egui::{Key, vec2};

use super::sizes::resize;
use super::support::{Desk, Stage, Window};
use super::walk::judge;

/// A window on Carla's week, with one easy run of hers on Wednesday, selected.
fn carlas_run(desk: &Desk) -> Window {
    let mut window = desk.start();
    window.click("Athlete: ");
    window.click("Carla Ruiz");
    for _ in 0..30 {
        window.key_with(egui::Modifiers::ALT, Key::ArrowRight);
    }
    window.click("Sessions");
    window.type_into("Search the library", "Easy 45");
    window.click("Easy 45 min");
    window.click("Add to ");
    window
}

/// In a usual window the exercises are a table: a name and what is done of it stand on one row.
#[test]
fn exercises_are_a_table_of_three_columns_in_a_usual_window() {
    let desk = Desk::on(Stage {
        size: vec2(1440.0, 900.0),
        whole: true,
        ..Stage::default()
    });
    let mut window = desk.start();
    window.click("Lower body strength, ");
    // The name stands left of it, and not above it.
    let (sets, edge) = (
        window.rect("Sets and reps of Squat"),
        window.rect("Duration"),
    );
    assert!(sets.left() > edge.left() + 40.0, "{sets} beside {edge}");
}

/// "Missed" stood on a row of its own.
#[test]
fn what_can_become_of_a_run_stands_in_one_row() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(1440.0, 900.0));
    window.click("Long run, ");
    let [done, skipped, missed] =
        ["Mark as done", "Skipped…", "Missed"].map(|name| window.rect(name).top());
    assert!(
        (done - missed).abs() < 2.0 && (done - skipped).abs() < 2.0,
        "{done} {skipped} {missed}"
    );
}

/// Below a session that leaves room the week's findings stand whole, to their last button.
#[test]
fn findings_of_the_week_take_the_room_that_a_short_session_leaves() {
    let desk = Desk::new();
    let mut window = desk.start();
    resize(&mut window, vec2(1440.0, 1100.0));
    window.click("Add to Fri 27");
    window.settle();
    window.click_last("Rest day");
    window.settle();
    for name in window.labels("Unfold “") {
        let row = window.rect(&name);
        let seen = judge::seen_of(&window, row).expect("a finding");
        assert!(
            seen.height() > row.height() - 1.0,
            "{name}: {seen} of {row}"
        );
    }
    let last = window.rect("Better week…");
    let seen = judge::seen_of(&window, last).expect("the way to a better week");
    assert!(seen.height() > last.height() - 1.0, "{seen} of {last}");
}

#[test]
fn what_is_typed_is_read_in_the_athletes_units() {
    let desk = Desk::new();
    let mut window = carlas_run(&desk);
    window.fill("Distance", "6");
    assert_eq!(window.value_of("Distance"), "6 mi");
    window.fill("Pace", "10:30");
    assert_eq!(window.value_of("Pace"), "10:30 /mi");
    window.fill("Add step", "1 mi warm-up, 3x1 mi @8:00 jog 400 m");
    assert_eq!(window.value_of("Step 2"), "3 × 1 mi @ 8:00 /mi · 400 m jog");
    assert!(!window.shows(" km"), "{:?}", window.words());
}

#[test]
fn a_refusal_keeps_the_text_and_changes_nothing() {
    let desk = Desk::new();
    let mut window = carlas_run(&desk);
    window.fill("Duration", "soon");
    assert_eq!(window.value_of("Duration"), "soon");
    assert!(window.shows("Write 45 min, 1h20 or 1:20"));
    assert!(window.shows("45 min"), "the card stays as it was");
    window.fill("Duration", "1h20");
    assert_eq!(window.value_of("Duration"), "1 h 20 min");
    assert!(!window.shows("Write 45 min, 1h20 or 1:20"));
}

#[test]
fn the_leg_load_says_why_is_overridden_and_goes_back_to_what_the_exercises_say() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Lower body strength, ");
    let said = "Lower body, legs heavy · 17 leg sets, squat at 81 % of 1RM";
    assert!(window.shows(said));
    assert!(!window.shows("Reset to match the exercises"));
    window.click("Leg load of session");
    window.click("Light");
    assert!(window.shows("legs light · by the coach’s word; the exercises say heavy: 17 leg sets"));
    assert!(window.shows("Lower body strength, Sat 28, AM, 40 min · legs light"));
    window.click("Reset to match the exercises");
    assert!(window.shows(said));
    window.click("Undo reset leg load");
    assert!(window.shows("by the coach’s word"));
}

#[test]
fn a_session_with_many_findings_is_in_sight_below_the_worst_of_them() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.harness.set_size(egui::vec2(1180.0, 700.0));
    let plan = "Hi Anna,\n\nMon: Lift: Squat 5x5 @ 100 kg, deadlift 3x3 @ 130 kg\nTue: 5x1000 @ 5k, 90s jog\nSat: Race 10 km\nSun: 20 km long\n";
    window.harness.event(egui::Event::Paste(plan.to_owned()));
    window.settle();
    let taken = "Put 4 sessions into the calendar";
    window.wait_until(taken, |window| window.shows(taken));
    window.click(taken);
    window.click("Lower body strength, Mon 23");
    assert!(window.shows("3 more findings"));
    let (low, foot) = (
        window.rect("Any time").bottom(),
        window.rect("Hide the week’s findings").top(),
    );
    assert!(
        low < foot,
        "the session is in sight above the week’s findings: {low} of {foot}"
    );
    window.click("3 more findings");
    assert!(window.shows("Fewer findings") && !window.shows("3 more findings"));
    window.click("Fewer findings");
    assert!(window.shows("3 more findings"));
}

#[test]
fn a_low_panel_belongs_to_the_selected_session_until_the_findings_are_asked_for() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.harness.set_size(egui::vec2(1180.0, 520.0));
    window.settle();
    window.click("Lower body strength, ");
    assert!(!window.shows("Better week…"), "the findings are folded");
    window.click("Show the week’s findings");
    assert!(window.shows("Better week…"));
    window.harness.set_size(egui::vec2(1180.0, 900.0));
    window.settle();
    window.click("Hide the week’s findings");
    assert!(!window.shows("Better week…"), "what was said last counts");
}
