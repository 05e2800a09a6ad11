//! What is on the disk, and what the window says when something is wrong there.

use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use egui_kittest::kittest::Queryable;

use super::support::Desk;

/// The file of the demo's first athlete.
fn annas_file(desk: &Desk) -> PathBuf {
    desk.path("demo/athletes/anna-kovac.ron")
}

#[test]
fn an_edit_reaches_the_disk_by_itself() {
    let desk = Desk::new();
    let mut window = desk.start();
    let before = fs::read_to_string(annas_file(&desk)).unwrap();
    window.click("Lower body strength, ");
    window.key(egui::Key::Delete);
    let edited = Instant::now();
    while fs::read_to_string(annas_file(&desk)).unwrap() == before {
        assert!(
            edited.elapsed() < Duration::from_secs(5),
            "nothing was written"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
    window.wait_until("the word that all is saved", |window| window.shows("Saved"));
}

#[test]
fn a_second_window_can_look_and_not_touch() {
    let desk = Desk::new();
    let first = desk.start();
    let mut second = desk.start_on(&desk.path("demo"));
    assert!(second.shows("Read-only"));
    let before = fs::read_to_string(annas_file(&desk)).unwrap();
    second.click("Lower body strength, ");
    second.key(egui::Key::Delete);
    assert!(second.shows("Nothing was changed. Another window"));
    let told = second.harness.query_all_by(|node| {
        node.value()
            .is_some_and(|value| value.starts_with("Nothing was changed."))
    });
    let screen = second.harness.ctx.content_rect();
    for node in told {
        assert!(
            screen.contains_rect(node.rect()),
            "the whole of it can be read"
        );
    }
    assert!(second.shows("Lower body strength, Sat 28"));
    second.close();
    first.close();
    assert_eq!(fs::read_to_string(annas_file(&desk)).unwrap(), before);
}

#[test]
fn a_damaged_athlete_is_named_and_left_alone_while_the_others_open() {
    let desk = Desk::new();
    desk.start().close();
    let damaged = "(version: 1, athlete: (id: \"no";
    fs::write(annas_file(&desk), damaged).unwrap();
    let mut window = desk.start();
    assert!(window.shows("Athlete: Ben Okafor"));
    assert!(window.shows("anna-kovac.ron"), "the message names the file");
    window.settle();
    window.close();
    assert_eq!(fs::read_to_string(annas_file(&desk)).unwrap(), damaged);
}

#[test]
fn a_file_of_a_later_version_is_never_overwritten() {
    let desk = Desk::new();
    desk.start().close();
    let text = fs::read_to_string(annas_file(&desk)).unwrap();
    let (head, rest) = text.split_once(',').unwrap();
    assert!(head.contains("version: "), "{head}");
    let newer = format!("(version: 9,{rest}");
    fs::write(annas_file(&desk), &newer).unwrap();
    let mut window = desk.start();
    assert!(window.shows("Athlete: Anna"), "it can be looked at");
    window.harness.run_steps(600);
    assert!(window.shows("is of version 9"), "that stays on the screen");
    window.click("Lower body strength, ");
    window.key(egui::Key::Delete);
    window.must_show("Nothing was changed.");
    assert!(window.shows("Lower body strength, Sat 28"));
    window.close();
    assert_eq!(fs::read_to_string(annas_file(&desk)).unwrap(), newer);
}

#[test]
fn a_workspace_that_is_not_there_is_said_and_nothing_is_made() {
    let desk = Desk::new();
    let nowhere = desk.path("nowhere");
    let window = desk.start_on(&nowhere);
    assert!(window.shows("nowhere"), "the message names the folder");
    assert!(!nowhere.exists());
}

#[test]
fn a_workspace_of_ones_own_begins_empty_and_is_the_one_that_opens_next() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Start your own…");
    window.wait_until("a place to type the path", |window| window.shows("Path"));
    let mine = desk.path("mine");
    window.retype("Path", &mine.display().to_string());
    window.click("Create here");
    assert!(window.shows("Who do you coach?"));
    assert!(mine.join("workspace.ron").exists());
    window.click("New athlete…");
    window.type_into("Name", "Elin Berg");
    window.click("Add athlete");
    window.wait_until("the athlete", |window| window.shows("Athlete: Elin Berg"));
    assert!(!window.shows("Start your own…"), "this is no demo any more");
    window.close();
    let window = desk.start();
    assert!(window.shows("Athlete: Elin Berg"));
}
