//! The first week with the program: a folder is proposed, and three hints are given that never stand in the way.

use egui::{Key, vec2};
use egui_kittest::kittest::Queryable;

use super::support::{Desk, Window, today};

const DRAG: &str = "Drag anything from here onto a day.";
const FINDING: &str = "Click a finding: it opens";
const LOG: &str = "Trained already?";

#[test]
fn a_workspace_is_proposed_in_the_folder_for_files_and_the_proposal_can_be_changed() {
    let desk = Desk::new();
    let files = desk.path("files");
    std::fs::create_dir_all(files.join("Ironstride")).unwrap();
    std::fs::write(files.join("Ironstride").join("notes.txt"), "mine").unwrap();
    keep(
        &desk,
        &format!("(folder: {:?})", files.display().to_string()),
    );
    let mut window = desk.start();
    window.click("Start your own…");
    window.wait_until("the proposal", |window| window.shows("New workspace"));
    let proposed = files.join("Ironstride 2");
    assert_eq!(window.value_of("Path"), proposed.display().to_string());
    assert!(!proposed.exists(), "nothing is made before it is wanted");
    let mine = desk.path("elsewhere");
    window.retype("Path", &mine.display().to_string());
    window.click("Create here");
    window.wait_until("the workspace", |window| window.shows("Who do you coach?"));
    assert!(mine.join("workspace.ron").exists() && !proposed.exists());
}

#[test]
fn the_proposal_is_taken_with_one_key() {
    let desk = Desk::new();
    let files = desk.path("files");
    std::fs::create_dir_all(&files).unwrap();
    keep(
        &desk,
        &format!("(folder: {:?})", files.display().to_string()),
    );
    let mut window = desk.start();
    window.click("Start your own…");
    window.wait_until("the proposal", |window| window.shows("New workspace"));
    window.key(Key::Enter);
    window.wait_until("the workspace", |window| window.shows("Who do you coach?"));
    assert!(files.join("Ironstride").join("workspace.ron").exists());
}

#[test]
fn a_folder_that_was_not_chosen_after_all_brings_the_proposal_back() {
    let desk = Desk::new();
    let mut window = desk.start();
    let answer = desk.next_dialog();
    window.click("Start your own…");
    window.retype("Path", "/half/typed");
    window.click("Choose another folder…");
    answer
        .send(ironstride::app::file_dialogs::Picked::Nothing)
        .unwrap();
    window.wait_until("the proposal", |window| window.shows("Create here"));
    assert_eq!(window.value_of("Path"), "/half/typed");
}

/// Puts preferences where the next start finds them.
fn keep(desk: &Desk, preferences: &str) {
    let folder = desk.path("preferences");
    std::fs::create_dir_all(&folder).unwrap();
    let text = format!("(version: 1, preferences: {preferences})");
    std::fs::write(folder.join("preferences.ron"), text).unwrap();
}

/// What is kept of the preferences now.
fn kept(desk: &Desk) -> String {
    std::fs::read_to_string(desk.path("preferences/preferences.ron")).unwrap()
}

/// A session of the past that is still planned, selected.
fn select_due(window: &mut Window) {
    window.click("Add to Mon 23");
    window.click("Easy run");
    assert!(window.shows("Status: planned") || window.shows("Mark as done"));
}

#[test]
fn each_hint_goes_for_good_when_it_is_followed() {
    let desk = Desk::new();
    let mut window = desk.start();
    assert!(window.shows(DRAG) && window.shows(FINDING) && !window.shows(LOG));
    window.click("Unfold “");
    assert!(!window.shows(FINDING), "a finding was opened");
    window.click("Sessions");
    window.type_into("Search the library", "Easy 45");
    let (from, friday) = (window.place("Easy 45"), window.place("Friday 27"));
    window.drag(from, friday - vec2(0.0, 100.0));
    assert!(
        !window.shows(DRAG),
        "something was dragged: {:#?}",
        window.words()
    );
    select_due(&mut window);
    assert!(window.shows(LOG));
    window.click("Mark as done");
    assert!(!window.shows(LOG));
    window.command_key(Key::Z);
    assert!(!window.shows(LOG), "nor does undo bring it back");
    window.close();
    let mut window = desk.start();
    assert!(!window.shows(DRAG) && !window.shows(FINDING));
    select_due(&mut window);
    assert!(!window.shows(LOG));
}

#[test]
fn each_hint_goes_for_good_when_it_is_closed() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Hide the hint about dragging");
    window.click("Hide the hint about findings");
    assert!(!window.shows(DRAG) && !window.shows(FINDING));
    select_due(&mut window);
    window.click("Hide the hint about logging");
    assert!(!window.shows(LOG));
    window.close();
    let window = desk.start();
    assert!(!window.shows(DRAG) && !window.shows(FINDING));
}

#[test]
fn hints_are_given_in_the_first_week_only_and_not_to_those_who_know_the_program() {
    let desk = Desk::new();
    desk.start().close();
    let first = format!("first_used: \"{}\"", today());
    assert!(kept(&desk).contains(&first), "{}", kept(&desk));
    for (days, gives) in [(6, true), (7, false)] {
        let before = today() - chrono::Duration::days(days);
        keep(&desk, &format!("(first_used: \"{before}\")"));
        assert_eq!(desk.start().shows(DRAG), gives, "after {days} days");
    }
    let demo = desk.path("demo").display().to_string();
    keep(&desk, &format!("(recent: [{demo:?}])"));
    assert!(!desk.start().shows(DRAG), "somebody worked here before");
}

/// A hint stands in its panel: it lies over nothing, and keys do what they do without it.
#[test]
fn hints_lie_over_nothing() {
    let desk = Desk::new();
    let window = desk.start();
    let hint = place_of(&window, DRAG);
    for label in ["Search the library", "Exercises", "New exercise…"] {
        assert!(!window.rect(label).intersects(hint), "{label}");
    }
    let hint = place_of(&window, FINDING);
    for label in ["Better week…", "Unfold “"] {
        assert!(!window.rect(label).intersects(hint), "{label}");
    }
}

/// Where these words stand.
#[track_caller]
fn place_of(window: &Window, words: &str) -> egui::Rect {
    let has_them = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.value().is_some_and(|value| value.starts_with(words))
    };
    let found = window.harness.query_all_by(has_them).next();
    found.expect("the words are on the screen").rect()
}

/// Whoever begins without a mouse has the keys of commands before there is an athlete.
#[test]
fn an_empty_workspace_is_begun_by_keyboard() {
    let desk = Desk::new();
    let folder = desk.path("own");
    let mut window = desk.start();
    window.click("Start your own…");
    window.wait_until("the proposal", |window| window.shows("New workspace"));
    window.retype("Path", &folder.display().to_string());
    window.key(egui::Key::Enter);
    window.wait_until("the workspace", |window| window.shows("Who do you coach?"));
    // The first thing to do has the keyboard.
    window.key(egui::Key::Enter);
    assert!(window.shows("Add athlete"));
    window.key(egui::Key::Escape);
    window.command("new athlete");
    assert!(window.shows("Add athlete"));
    window.key(egui::Key::Escape);
    window.command_key(egui::Key::P);
    assert!(window.shows("Add an athlete first."));
}
