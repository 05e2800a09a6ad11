//! Workspaces: opened, opened again, away, read-only, and changed by somebody else.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use egui::Key;

use super::support::{Desk, Window};
use ironstride::app::file_dialogs::Picked;

fn annas_file(desk: &Desk) -> PathBuf {
    desk.path("demo/athletes/anna-kovac.ron")
}

/// Opens a folder with the system's dialog.
fn open(desk: &Desk, window: &mut Window, folder: &Path) {
    desk.next_dialog()
        .send(Picked::Path(folder.to_owned()))
        .unwrap();
    if window.shows("Athlete: ") {
        window.command("open workspace");
    } else {
        window.click("Open another workspace…");
    }
    window.wait_until("the folder to be open", |window| {
        !window.shows("Search commands")
    });
}

/// A workspace with one athlete, at this path.
fn workspace_with(desk: &Desk, folder: &Path, name: &str) -> Window {
    let mut window = desk.start();
    desk.next_dialog()
        .send(Picked::Path(folder.to_owned()))
        .unwrap();
    window.click("Start your own…");
    window.click("Choose another folder…");
    window.wait_until("the workspace", |window| window.shows("Who do you coach?"));
    window.click("New athlete…");
    window.type_into("Name", name);
    window.click("Add athlete");
    assert!(window.shows(&format!("Athlete: {name}")));
    window
}

#[test]
fn a_drive_that_is_away_is_said_and_is_the_workspace_again_when_it_is_back() {
    let desk = Desk::new();
    let (mine, away) = (desk.path("mine"), desk.path("away"));
    workspace_with(&desk, &mine, "Elin Berg").close();
    fs::rename(&mine, &away).unwrap();
    let mut window = desk.start();
    assert!(window.shows("Your workspace could not be opened"));
    assert!(
        window.shows("mine does not exist"),
        "the reason stands there"
    );
    assert!(
        !window.shows("Athlete: "),
        "nobody else’s plans take its place"
    );
    window.click("Try again");
    assert!(window.shows("Your workspace could not be opened"));
    window.click("Look at the demo");
    assert!(window.shows("Athlete: Anna Kovač"));
    window.close();
    assert!(!mine.exists(), "nothing was made there");
    fs::rename(&away, &mine).unwrap();
    let window = desk.start();
    window.must_show("Athlete: Elin Berg");
}

/// Whoever opened the demo as a workspace is not offered it twice, by its path and by its name.
#[test]
fn the_demo_is_offered_once_where_no_workspace_is_open() {
    let desk = Desk::new();
    let (mine, away) = (desk.path("mine"), desk.path("away"));
    let mut window = workspace_with(&desk, &mine, "Elin Berg");
    for (folder, name) in [
        (desk.path("demo"), "Anna Kovač"),
        (mine.clone(), "Elin Berg"),
    ] {
        open(&desk, &mut window, &folder);
        let shown = format!("Athlete: {name}");
        window.wait_until("the workspace", |window| window.shows(&shown));
    }
    window.close();
    fs::rename(&mine, &away).unwrap();
    let window = desk.start();
    assert!(window.shows("Your workspace could not be opened"));
    assert_eq!(window.labels("Look at the demo").len(), 1);
    let demo = format!("Open {}", desk.path("demo").display());
    assert!(!window.shows(&demo), "{:?}", window.labels("Open"));
}

#[test]
fn a_dialog_that_grows_under_the_hand_keeps_its_top_where_it_was() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Start your own…");
    window.wait_until("a place to type the path", |window| window.shows("Path"));
    window.settle();
    let before = window.rect("Create here").top();
    window.retype("Path", "somewhere/else");
    window.key(Key::Escape);
    window.must_show("Your changes here are not saved yet");
    window.settle();
    assert_eq!(window.rect("Create here").top(), before);
}

/// Who looks at the demo while their drive is away, and settles a conflict there, begins with their own workspace again.
#[test]
fn a_conflict_that_is_settled_in_the_demo_leaves_the_own_workspace_the_first() {
    let desk = Desk::new();
    let (mine, away) = (desk.path("mine"), desk.path("away"));
    workspace_with(&desk, &mine, "Elin Berg").close();
    fs::rename(&mine, &away).unwrap();
    let mut window = desk.start();
    window.click("Look at the demo");
    assert!(window.shows("Athlete: Anna Kovač"));
    fs::write(annas_file(&desk), "(version: 1, athlete: (id: \"no").unwrap();
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    window.wait_until("the conflict", |window| window.shows("Changed elsewhere"));
    window.click("Compare and choose…");
    window.wait_until("the two", |window| window.shows("Take ours"));
    window.click("Take ours");
    window.wait_until("it to be taken", |window| {
        window.shows("Done. The other version")
    });
    window.close();
    fs::rename(&away, &mine).unwrap();
    let window = desk.start();
    window.must_show("Athlete: Elin Berg");
}

#[test]
fn trying_again_opens_a_drive_that_came_back_meanwhile() {
    let desk = Desk::new();
    let (mine, away) = (desk.path("mine"), desk.path("away"));
    workspace_with(&desk, &mine, "Elin Berg").close();
    fs::rename(&mine, &away).unwrap();
    let mut window = desk.start();
    fs::rename(&away, &mine).unwrap();
    window.click("Try again");
    assert!(window.shows("Athlete: Elin Berg"));
    assert!(
        !window.shows("mine does not exist"),
        "what is mended is not said"
    );
}

#[test]
fn the_open_folder_is_opened_again_and_can_still_be_changed() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    open(&desk, &mut window, &desk.path("demo"));
    window.wait_until("the workspace", |window| window.shows("Nothing to undo"));
    assert!(!window.shows("Read-only"), "it locked itself out");
    assert!(window.shows("Athlete: Anna Kovač"));
    assert!(
        !window.shows("Lower body strength, Sat 28"),
        "the edit was saved first"
    );
    window.click("Tempo, ");
    window.key(Key::Delete);
    assert!(window.shows("Undo delete tempo"));
}

#[test]
fn the_roster_of_one_workspace_is_not_that_of_another() {
    let desk = Desk::new();
    let mut window = workspace_with(&desk, &desk.path("mine"), "Elin Berg");
    window.command_key(Key::R);
    window.wait_until("Elin to be checked", |window| window.shows("Elin Berg: "));
    window.type_into("Search athletes", "elin");
    open(&desk, &mut window, &desk.path("demo"));
    window.wait_until("everybody to be checked", |window| {
        window.shows("Anna Kovač: ")
    });
    assert!(!window.shows("Elin Berg: "));
}

#[test]
fn every_damaged_file_is_named_until_it_is_dismissed() {
    let desk = Desk::new();
    desk.start().close();
    let bens = desk.path("demo/athletes/ben-okafor.ron");
    for file in [&annas_file(&desk), &bens] {
        fs::write(file, "(version: 1, athlete: (id: \"no").unwrap();
    }
    let mut window = desk.start();
    assert!(window.shows("Athlete: Carla Ruiz"));
    // Longer than any message in passing.
    window.harness.run_steps(600);
    window.must_show("anna-kovac.ron");
    let more = window.labels("Show ");
    let more = more.iter().find(|label| label.contains("more notice"));
    window.click(more.expect("there is more than one"));
    window.must_show("ben-okafor.ron");
    let count = window.labels("Dismiss notice ").len();
    for _ in 0..count {
        window.click("Dismiss notice 1");
    }
    assert!(!window.shows("ben-okafor.ron") && !window.shows("anna-kovac.ron"));
}

#[test]
fn a_change_by_another_program_is_said_until_it_is_dealt_with() {
    let desk = Desk::new();
    let mut window = desk.start();
    // What can be read is merged; what cannot stays until somebody deals with it.
    let theirs = "(version: 1, athlete: (id: \"no".to_owned();
    fs::write(annas_file(&desk), &theirs).unwrap();
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    window.wait_until("the conflict", |window| window.shows("Changed elsewhere"));
    window.harness.run_steps(600);
    assert!(
        window.shows("was changed by another program"),
        "a conflict is no message in passing"
    );
    window.click("Tempo, ");
    window.key(Key::Delete);
    let start = Instant::now();
    while start.elapsed() < Duration::from_secs(1) {
        window.harness.step();
        assert!(!window.shows("Saving…") && window.shows("Changed elsewhere"));
        std::thread::sleep(Duration::from_millis(20));
    }
    assert_eq!(fs::read_to_string(annas_file(&desk)).unwrap(), theirs);

    // Another workspace has nothing to do with it.
    let other = desk.path("other");
    desk.next_dialog().send(Picked::Path(other)).unwrap();
    window.click("Start your own…");
    window.click("Choose another folder…");
    window.wait_until("the workspace", |window| window.shows("Who do you coach?"));
    window.click("New athlete…");
    window.type_into("Name", "Elin Berg");
    window.click("Add athlete");
    window.wait_until("the new athlete to be saved", |window| {
        window.labels("").iter().any(|_| window.shows("Saved"))
    });
    assert!(!window.shows("Changed elsewhere"));
    // Where one's own version lies is still to be read.
    assert!(window.shows("was changed by another program"));
}

#[test]
fn nobody_is_added_to_a_workspace_that_can_only_be_looked_at() {
    let desk = Desk::new();
    let _first = desk.start();
    let mut second = desk.start_on(&desk.path("demo"));
    assert!(second.shows("Read-only"));
    second.click("Athlete: Anna");
    second.click("New athlete…");
    assert!(second.shows("No athlete can be added here"));
    assert!(!second.shows("Add athlete"));
    assert!(second.shows("Athlete: Anna Kovač"));
}

#[test]
fn an_empty_workspace_that_can_only_be_looked_at_has_a_way_out() {
    let desk = Desk::new();
    let mine = desk.path("mine");
    workspace_with(&desk, &mine, "Elin Berg").close();
    fs::remove_dir_all(mine.join("athletes")).unwrap();
    let first = desk.start_on(&mine);
    assert!(first.shows("Who do you coach?"));
    let mut second = desk.start_on(&mine);
    assert!(second.shows("This workspace has no athletes yet"));
    assert!(second.shows("Another window"), "a sentence begins large");
    assert!(!second.shows("New athlete…"));
    second.click("Look at the demo");
    assert!(second.shows("Athlete: Anna Kovač"));
    first.close();
    open(&desk, &mut second, &mine);
    second.wait_until("the workspace", |window| window.shows("Who do you coach?"));
}

#[test]
fn damaged_preferences_are_kept_beside_the_new_ones() {
    let desk = Desk::new();
    let folder = desk.path("preferences");
    fs::create_dir_all(&folder).unwrap();
    let damaged = "(version: 1, preferences: (theme: Da";
    fs::write(folder.join("preferences.ron"), damaged).unwrap();
    let mut window = desk.start();
    assert!(window.shows("preferences.ron"), "it says what is wrong");
    window.click("Light or dark");
    window.wait_until("the word where the damaged ones are", |window| {
        window.shows("Show 1 more notice")
    });
    window.click("Show 1 more notice");
    assert!(window.shows("preferences.damaged-"));
    window.close();
    let files = fs::read_dir(&folder).unwrap();
    let kept = files
        .map(|file| file.unwrap().path())
        .find(|path| path.display().to_string().contains("damaged"));
    assert_eq!(fs::read_to_string(kept.unwrap()).unwrap(), damaged);
}

#[test]
fn two_windows_keep_each_others_preferences() {
    let desk = Desk::new();
    let mine = desk.path("mine");
    let mut one = workspace_with(&desk, &mine, "Elin Berg");
    let mut other = desk.start_on(&desk.path("demo"));
    let folded = |window: &Window| !window.shows("Search the library");
    one.click("Library panel");
    assert!(folded(&one) && !folded(&other));
    other.click("Charts panel");
    one.close();
    other.close();
    let window = desk.start_on(&mine);
    assert!(folded(&window), "the first window’s");
    assert!(!window.shows("Weekly load chart"), "the second window’s");
}

#[test]
fn preferences_are_written_without_the_window_being_closed() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("Charts panel");
    let file = desk.path("preferences/preferences.ron");
    window.wait_until("the preferences", |_| {
        fs::read_to_string(&file).is_ok_and(|text| text.contains("charts.folded"))
    });
}

#[test]
fn taking_back_a_step_shows_whom_it_is_about_with_their_own_charts() {
    let desk = Desk::new();
    let mut window = desk.start();
    window.click("More for Estimated 1RM");
    window.click("Hide this chart");
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    window.click("Athlete: ");
    window.click("Ben Okafor");
    assert!(window.shows("Estimated 1RM chart"), "Ben’s are the usual");
    window.command_key(Key::Z);
    assert!(window.shows("Athlete: Anna Kovač"));
    assert!(!window.shows("Estimated 1RM chart"), "as Anna’s were left");
}
