//! Print / Export with every sheet and every kind of file.

use egui::Key;

use super::{Look, desk};
use crate::window::support::{Stage, Window};

/// Each sheet or file, and the picture's name.
const KINDS: [(&str, &str); 12] = [
    ("print / export", "print-week"),
    ("print gym sheets", "print-gym"),
    ("print season", "print-season"),
    ("print progress", "print-progress"),
    ("print everyone", "print-everyone"),
    ("export picture", "export-picture"),
    ("export calendar", "export-calendar"),
    ("export excel", "export-excel"),
    ("export csv", "export-csv"),
    ("export plan text", "export-text"),
    ("export phone page", "export-phone"),
    ("export watch workouts", "export-watch"),
];

pub(super) fn lead(stage: &Stage, look: &mut Look<'_>) {
    let desk = desk(stage);
    let mut window = desk.start();
    for (command, name) in KINDS {
        window.command(command);
        window.wait_until("the dialog", |window| window.shows("Close"));
        window.wait_until("the preview", |window| !is_waiting(window));
        window.harness.run_steps(6);
        window.settle();
        window.wait_until("the preview", |window| !is_waiting(window));
        look(name, &mut window);
        window.key(Key::Escape);
        window.harness.run_steps(2);
    }
}

fn is_waiting(window: &Window) -> bool {
    window.shows("Laying out") || window.shows("Making ")
}
