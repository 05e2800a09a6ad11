//! Older versions of files: seen, compared, brought back; and files that two programs changed.

use std::fs;
use std::path::{Path, PathBuf};

use egui::Key;

use super::support::{Desk, Window};

const DAMAGED: &str = "(version: 1, athlete: (id: \"no";

fn annas_file(desk: &Desk) -> PathBuf {
    desk.path("demo/athletes/anna-kovac.ron")
}

fn run(window: &mut Window, name: &str) {
    window.command_key(Key::K);
    window.type_into("Search commands", name);
    window.key(Key::Enter);
}

fn undo(window: &mut Window) {
    window.command_key(Key::Z);
}

/// The demo, from whose Anna a session was deleted: the version with it is kept.
fn with_a_version(desk: &Desk) -> Window {
    let mut window = desk.start();
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    window.close();
    desk.start()
}

/// Opens the backups and chooses the newest version of the chosen file.
fn newest(window: &mut Window) {
    run(window, "backups");
    choose_newest(window);
}

fn choose_newest(window: &mut Window) {
    window.wait_until("the list of versions", |window| {
        window.shows("Choose a version to see")
    });
    // "Tue 24 Nov 2026, 14:05 · yesterday, 84 KB".
    let is_version = |label: &String| label.contains(" · ") && label.ends_with(" KB");
    let newest = window.labels("").into_iter().find(is_version);
    window.click(&newest.expect("a version"));
    window.wait_until("what differs", |window| !window.shows("Reading…"));
}

#[test]
fn a_version_says_what_differs_and_comes_back_as_one_step() {
    let desk = Desk::new();
    let mut window = with_a_version(&desk);
    assert!(!window.shows("Lower body strength, Sat 28"));
    newest(&mut window);
    assert!(
        window.shows("Restoring brings 1 session back"),
        "{:?}",
        window.words()
    );
    assert!(window.shows("comes back"));
    window.click("Restore this version");
    window.wait_until("the session", |window| {
        window.shows("Lower body strength, Sat 28")
    });
    assert!(
        window.shows("Undo restore Anna"),
        "{:?}",
        window.labels("Undo")
    );
    undo(&mut window);
    assert!(!window.shows("Lower body strength, Sat 28"));
    window.close();
    let window = desk.start();
    assert!(
        !window.shows("Lower body strength, Sat 28"),
        "undone for good"
    );
}

#[test]
fn a_damaged_athlete_is_brought_back_from_the_notice_and_stays_back() {
    let desk = Desk::new();
    with_a_version(&desk).close();
    fs::write(annas_file(&desk), DAMAGED).unwrap();
    let mut window = desk.start();
    assert!(window.shows("Athlete: Ben Okafor"));
    window.click("Restore from backup…");
    choose_newest(&mut window);
    assert!(
        window.shows("Brings Anna Kovač back"),
        "{:?}",
        window.words()
    );
    window.click("Restore this version");
    window.wait_until("Anna", |window| window.shows("Athlete: Anna Kovač"));
    assert!(
        !window.shows("Restore from backup…"),
        "the notice is done with"
    );
    window.close();
    let window = desk.start();
    assert!(window.shows("Athlete: Anna Kovač"));
    assert!(!window.shows("anna-kovac.ron"), "nothing is wrong any more");
    assert!(
        kept_damage(&desk.path("demo/backups")),
        "the damaged file is kept"
    );
}

fn kept_damage(backups: &Path) -> bool {
    let entries = fs::read_dir(backups).unwrap();
    let mut texts = entries.map(|entry| fs::read_to_string(entry.unwrap().path()).unwrap());
    texts.any(|text| text == DAMAGED)
}

#[test]
fn three_damaged_files_are_not_answered_with_whom_do_you_coach() {
    let desk = Desk::new();
    with_a_version(&desk).close();
    for name in ["anna-kovac", "ben-okafor", "carla-ruiz"] {
        fs::write(desk.path(&format!("demo/athletes/{name}.ron")), DAMAGED).unwrap();
    }
    let mut window = desk.start();
    assert!(
        window.shows("3 athletes could not be read"),
        "{:?}",
        window.words()
    );
    assert!(!window.shows("Who do you coach?"));
    window.click("Restore from backups…");
    window.wait_until("the list", |window| window.shows("Choose a version to see"));
    window.click("Anna Kovač (damaged)");
    choose_newest(&mut window);
    window.click("Restore this version");
    window.wait_until("Anna", |window| window.shows("Athlete: Anna Kovač"));
    window.close();
    let window = desk.start();
    assert!(window.shows("Athlete: Anna Kovač"));
}

#[test]
fn an_athlete_whose_file_is_gone_is_found_by_name() {
    let desk = Desk::new();
    with_a_version(&desk).close();
    fs::remove_file(annas_file(&desk)).unwrap();
    let mut window = desk.start();
    run(&mut window, "backups");
    window.wait_until("the list", |window| window.shows("Choose a version to see"));
    window.click("Anna Kovač (no longer here)");
    choose_newest(&mut window);
    window.click("Restore this version");
    window.wait_until("Anna", |window| window.shows("Athlete: Anna Kovač"));
    window.close();
    assert!(annas_file(&desk).exists());
}

#[test]
fn a_conflict_waits_for_the_next_start_and_ours_is_taken_with_its_edits() {
    let desk = Desk::new();
    let mut window = desk.start();
    fs::write(annas_file(&desk), DAMAGED).unwrap();
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    window.wait_until("the conflict", |window| window.shows("Changed elsewhere"));
    window.close();
    let mut window = desk.start();
    window.click("Show 1 more notice");
    window.click("Compare and choose…");
    window.wait_until("the two", |window| window.shows("Take ours"));
    assert!(window.shows("They cannot be compared."));
    window.click("Take ours");
    window.wait_until("Anna", |window| {
        window
            .labels("Athlete: ")
            .iter()
            .any(|it| it.contains("Anna"))
            || window.shows("Taken.")
    });
    assert!(!window.shows("Compare and choose…"), "{:?}", window.words());
    window.close();
    let text = fs::read_to_string(annas_file(&desk)).unwrap();
    assert!(text.len() > 1000 && text != DAMAGED, "{text}");
    assert!(kept_damage(&desk.path("demo/backups")));
    let entries = fs::read_dir(desk.path("demo/athletes")).unwrap();
    assert_eq!(entries.count(), 3, "no copy is left beside the files");
}

#[test]
fn a_workspace_that_can_only_be_looked_at_shows_its_backups_and_restores_none() {
    let desk = Desk::new();
    let _first = with_a_version(&desk);
    let mut second = desk.start_on(&desk.path("demo"));
    newest(&mut second);
    assert!(second.shows("Nothing can be restored here"));
    second.click("Restore this version");
    assert!(
        second.shows("Choose a version") || second.shows("Restoring brings"),
        "it stays open"
    );
    assert!(!second.shows("Lower body strength, Sat 28"));
}
