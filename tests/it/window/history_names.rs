//! Exercises of other programs that no library knows: added to it like one that is there.

use egui::Key;

use super::history::{STRONG, drop_file};
use super::support::{Desk, Window};

fn read_in_kilograms(window: &mut Window, desk: &Desk) {
    drop_file(window, desk, "strong.csv", STRONG);
    window.wait_until("Weights are in", |window| window.shows("Weights are in"));
    window.click("kilograms");
    window.wait_until("the report", |window| window.shows("Bring in 1 session"));
}

fn add_like(window: &mut Window, like: &str) {
    window.click("Add, like…: Moon Press");
    window.letters(like);
    window.key(Key::Enter);
    window.wait_until("the answer", |window| {
        window.shows("Do not add: Moon Press")
    });
}

#[test]
fn an_unknown_exercise_is_added_with_its_sets_in_one_step_and_is_known_the_next_time() {
    let desk = Desk::new();
    let mut window = desk.start();
    read_in_kilograms(&mut window, &desk);
    add_like(&mut window, "overhead press");
    window.must_show("like Overhead press");
    window.wait_until("the report", |window| window.shows("Bring in 1 session"));
    window.click("Bring in 1 session");
    window.focus("Search the library");
    window.letters("moon");
    assert!(window.shows("Moon Press"), "it is in the library");
    assert!(window.shows("Shoulders"), "it works what the other works");

    drop_file(&mut window, &desk, "again.csv", STRONG);
    window.wait_until("the report", |window| {
        window.shows("All of it is in the calendar already")
    });
    assert!(!window.shows("Add, like…: Moon Press"), "nothing is asked");
    window.click("Cancel");
    window.click("Undo bring in history");
    assert!(!window.shows("Moon Press"), "one step took both back");
}

#[test]
fn an_addition_is_taken_back_before_anything_is_brought_in() {
    let desk = Desk::new();
    let mut window = desk.start();
    read_in_kilograms(&mut window, &desk);
    add_like(&mut window, "squat");
    window.click("Do not add: Moon Press");
    window.wait_until("the question", |window| {
        window.shows("Add, like…: Moon Press")
    });
    assert!(!window.shows("Do not add: Moon Press"));
}
