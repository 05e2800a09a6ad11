//! Closing the window on changes that cannot be saved.

use std::fs;
use std::path::Path;

use egui::{Key, ViewportCommand, ViewportId};

use super::support::{Desk, Window};
use ironstride::app::file_dialogs::Picked;

/// The demo with an edit of Anna that cannot be saved, since the folder of athletes is gone and a file in its place.
fn with_an_unsaved_edit(desk: &Desk) -> Window {
    let mut window = desk.start();
    fs::rename(desk.path("demo/athletes"), desk.path("away")).unwrap();
    fs::write(desk.path("demo/athletes"), "in the way").unwrap();
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    window
}

fn back(desk: &Desk) {
    fs::remove_file(desk.path("demo/athletes")).unwrap();
    fs::rename(desk.path("away"), desk.path("demo/athletes")).unwrap();
}

/// Asks the window to close as the system does; true when it does not.
pub(super) fn ask_to_close(window: &mut Window) -> bool {
    let viewports = &mut window.harness.input_mut().viewports;
    let root = viewports.entry(ViewportId::ROOT).or_default();
    root.events.push(egui::ViewportEvent::Close);
    window.harness.step();
    let commands = commands(window);
    let events = &mut window.harness.input_mut().viewports;
    events.entry(ViewportId::ROOT).or_default().events.clear();
    window.harness.run_steps(3);
    commands.contains(&ViewportCommand::CancelClose)
}

fn commands(window: &Window) -> Vec<ViewportCommand> {
    let output = window.harness.output();
    let root = output.viewport_output.get(&ViewportId::ROOT);
    root.map(|root| root.commands.clone()).unwrap_or_default()
}

fn rescued(desk: &Desk) -> Vec<std::path::PathBuf> {
    let entries = fs::read_dir(desk.path("rescue")).into_iter().flatten();
    entries.map(|entry| entry.unwrap().path()).collect()
}

fn athletes_in(folder: &Path) -> usize {
    let entries = fs::read_dir(folder.join("athletes")).into_iter().flatten();
    entries
        .filter(|entry| entry.as_ref().is_ok_and(|it| it.path().is_file()))
        .count()
}

#[test]
fn a_window_with_everything_saved_closes_without_a_word() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    assert!(!ask_to_close(&mut window));
    assert!(!window.shows("Some changes are not saved"));
    window.close();
    assert!(rescued(&desk).is_empty());
}

#[test]
fn closing_on_unsaved_edits_asks_and_saves_once_that_works_again() {
    let desk = Desk::new();
    let mut window = with_an_unsaved_edit(&desk);
    assert!(ask_to_close(&mut window), "the window stays");
    assert!(window.shows("Some changes are not saved"));
    assert!(window.shows("athletes"), "it says which and why");
    assert!(window.shows("a part of that path is a file") && !window.shows("os error"));
    window.click("Keep open");
    assert!(!window.shows("Some changes are not saved"));
    assert!(window.shows("Athlete: Anna Kovač"), "nothing is lost");
    back(&desk);
    assert!(!ask_to_close(&mut window), "now it can be saved");
    window.close();
    assert!(rescued(&desk).is_empty());
    let window = desk.start();
    assert!(
        !window.shows("Lower body strength, Sat 28"),
        "the edit is there"
    );
}

#[test]
fn closed_without_saving_a_copy_is_kept_and_the_next_start_says_so() {
    let desk = Desk::new();
    let mut window = with_an_unsaved_edit(&desk);
    assert!(ask_to_close(&mut window));
    window.click("Close without saving");
    let rescue = {
        assert!(!ask_to_close(&mut window), "it does not ask twice");
        window.close();
        rescued(&desk)
    };
    assert_eq!(rescue.len(), 1);
    assert_eq!(athletes_in(&rescue[0]), 1, "only what was not saved");
    back(&desk);
    let mut window = desk.start();
    assert!(
        window.shows("Lower body strength, Sat 28"),
        "as it was last saved"
    );
    window.must_show("holds changes that could not be saved");
    window.click("Open it");
    window.wait_until("the copy", |window| {
        !window.shows("Lower body strength, Sat 28")
    });
    assert!(window.shows("Athlete: Anna Kovač"));
}

#[test]
fn everything_can_be_saved_in_another_folder() {
    let desk = Desk::new();
    let mut window = with_an_unsaved_edit(&desk);
    assert!(ask_to_close(&mut window));
    let other = desk.path("other");
    desk.next_dialog()
        .send(Picked::Path(other.clone()))
        .unwrap();
    window.click("Save in another folder…");
    window.wait_until("the copy", |_| other.join("workspace.ron").exists());
    window.close();
    assert!(rescued(&desk).is_empty(), "nothing was lost");
    assert_eq!(athletes_in(&other), 3);
    let window = desk.start();
    assert!(
        window.shows("Athlete: Anna Kovač"),
        "it is the one that opens next"
    );
    assert!(
        !window.shows("Lower body strength, Sat 28"),
        "with the edit"
    );
}

#[test]
fn another_workspace_opened_on_unsaved_edits_keeps_a_copy_too() {
    let desk = Desk::new();
    let mut window = with_an_unsaved_edit(&desk);
    let other = desk.path("other");
    desk.next_dialog().send(Picked::Path(other)).unwrap();
    window.click("Start your own…");
    window.click("Choose another folder…");
    window.wait_until("the workspace", |window| window.shows("Who do you coach?"));
    window.must_show("A copy is in");
    assert_eq!(rescued(&desk).len(), 1);
}
