//! The system's dialogs for files: each answer goes to the request it was opened for, whatever happens meanwhile.

use std::fs;

use super::support::{Desk, Window};
use ironstride::app::file_dialogs::Picked;

fn save_csv_of(window: &mut Window, chart: &str) {
    window.click(&format!("More for {chart}"));
    window.click("Save as CSV…");
}

#[test]
fn two_charts_go_to_their_own_files_whichever_dialog_is_answered_first() {
    let desk = Desk::new();
    let mut window = desk.start();
    let (load, lift) = (desk.next_dialog(), desk.next_dialog());
    save_csv_of(&mut window, "Weekly load");
    save_csv_of(&mut window, "Estimated 1RM");
    let (load_file, lift_file) = (desk.path("load.csv"), desk.path("lift.csv"));
    load.send(Picked::Path(load_file.clone())).unwrap();
    window.wait_until("the first file", |_| load_file.exists());
    lift.send(Picked::Path(lift_file.clone())).unwrap();
    window.wait_until("the second file", |_| lift_file.exists());
    let load = fs::read_to_string(load_file).unwrap();
    assert!(load.starts_with("Week,Run (AU)"), "{load}");
    let lift = fs::read_to_string(lift_file).unwrap();
    assert!(!lift.contains("(AU)"), "{lift}");
}

#[test]
fn a_chart_is_saved_under_the_name_of_whom_it_was_asked_for() {
    let desk = Desk::new();
    let mut window = desk.start();
    let answer = desk.next_dialog();
    window.click("More for Weekly load");
    window.click("Save as SVG…");
    window.click("Athlete: ");
    window.click("Ben Okafor");
    let file = desk.path("load.svg");
    answer.send(Picked::Path(file.clone())).unwrap();
    window.wait_until("the file", |_| file.exists());
    let svg = fs::read_to_string(file).unwrap();
    assert!(svg.contains("Anna Kovač") && !svg.contains("Ben Okafor"));
}

#[test]
fn a_path_is_typed_after_the_dialog_that_is_open_and_takes_nothing_from_it() {
    let desk = Desk::new();
    let mut window = desk.start();
    let answer = desk.next_dialog();
    save_csv_of(&mut window, "Weekly load");
    window.click("Athlete: Anna");
    window.click("New athlete…");
    answer.send(Picked::NoDialog).unwrap();
    window.type_into("Name", "Nora Quick");
    window.click("Add athlete");
    assert!(window.shows("Athlete: Nora Quick"));
    window.wait_until("the path is asked for", |window| window.shows("Save chart"));
    let file = desk.path("load.csv");
    window.retype("Path", &file.display().to_string());
    window.click("Save");
    window.wait_until("the file", |_| file.exists());
}

#[test]
fn a_dialog_that_crashes_is_said_and_the_next_one_works() {
    let desk = Desk::new();
    let mut window = desk.start();
    drop(desk.next_dialog());
    save_csv_of(&mut window, "Weekly load");
    window.wait_until("the word that it failed", |window| {
        window.shows("The file dialog failed")
    });
    let (answer, file) = (desk.next_dialog(), desk.path("load.csv"));
    answer.send(Picked::Path(file.clone())).unwrap();
    save_csv_of(&mut window, "Weekly load");
    window.wait_until("the file", |_| file.exists());
}

#[test]
fn a_place_that_was_asked_for_in_an_earlier_print_dialog_is_not_taken_over() {
    let desk = Desk::new();
    let mut window = desk.start();
    let answer = desk.next_dialog();
    window.click("Print / Export");
    window.click("Choose…");
    window.key(egui::Key::Escape);
    window.click("Print / Export");
    answer.send(Picked::Path(desk.path("earlier.pdf"))).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(100));
    window.settle();
    assert!(!window.shows("earlier.pdf"));
}
