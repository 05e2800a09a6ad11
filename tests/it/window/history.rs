//! History of other programs: dropped on the window, asked about, brought in, and known the second time.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::support::{Desk, Window};

/// A file as the system hands it over when it is dropped.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

const STRONG: &str = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps\n\
    2026-10-05 06:10:00,Old gym,Squat (Barbell),1,102.5,5\n\
    2026-10-05 06:10:00,Old gym,Moon Press,1,40,8\n";

fn drop_file(window: &mut Window, desk: &Desk, name: &str, text: &str) {
    let path = desk.path(name);
    std::fs::write(&path, text).unwrap();
    let file = Arc::new(Dropped(path));
    window.harness.input_mut().dropped_files.push(file);
    window.settle();
    window.wait_until("Bring in history for", |window| {
        window.shows("Bring in history for")
    });
}

#[test]
fn a_dropped_file_is_asked_about_brought_in_taken_back_and_known_again() {
    let desk = Desk::new();
    let mut window = desk.start();
    drop_file(&mut window, &desk, "strong.csv", STRONG);
    window.wait_until("Weights are in", |window| window.shows("Weights are in"));
    assert!(
        window.shows("Answer the question above"),
        "{:?}",
        window.words()
    );
    window.click("kilograms");
    window.wait_until("Bring in 1 session", |window| {
        window.shows("Bring in 1 session")
    });
    assert!(window.shows("Moon Press") && window.shows("strong"));
    assert!(
        window.shows("Old gym"),
        "the sample shows how it will stand"
    );
    window.click("Leave out");
    window.wait_until("the answer", |window| !window.shows("Moon Press"));
    window.click("Bring in 1 session");
    assert!(window.shows("Brought in 1 session"), "{:?}", window.words());

    drop_file(&mut window, &desk, "again.csv", STRONG);
    window.wait_until("kilograms", |window| window.shows("kilograms"));
    window.click("kilograms");
    window.wait_until("All of it is in the calendar already", |window| {
        window.shows("All of it is in the calendar already")
    });
    assert!(!window.shows("Moon Press"), "the answer is remembered");
    window.click("Cancel");

    window
        .harness
        .key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    window.settle();
    assert!(
        window.shows("Undone: bring in history"),
        "{:?}",
        window.words()
    );
}

#[test]
fn what_is_no_history_is_taken_for_a_plan() {
    let desk = Desk::new();
    let mut window = desk.start();
    let path = desk.path("plan.txt");
    std::fs::write(&path, "Mon easy 45 min\nSun long 18 km\n").unwrap();
    let file = Arc::new(Dropped(path));
    window.harness.input_mut().dropped_files.push(file);
    window.settle();
    window.wait_until("the plan", |window| window.shows("Bring in a plan"));
}
