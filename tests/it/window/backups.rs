//! Older versions of files: seen, compared, brought back; and files that two programs changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Key;
use ironstride::demo;
use ironstride::domain::{Athlete, Session, Stamp, Workspace};
use ironstride::edit::{self, Edit};
use ironstride::library::Library;
use ironstride::store::{self, Store};

use super::support::{Desk, Window, today};

const DAMAGED: &str = "(version: 1, athlete: (id: \"no";

fn annas_file(desk: &Desk) -> PathBuf {
    desk.path("demo/athletes/anna-kovac.ron")
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
    window.command("backups");
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
    window.must_show("Restoring brings 1 session back");
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
    let told =
        "Anna Kovač could not be opened: the file athletes/anna-kovac.ron is damaged near line 1.";
    window.must_show(told);
    window.click("Restore from backup…");
    choose_newest(&mut window);
    window.must_show("Brings Anna Kovač back");
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

/// Nothing is offered that does not exist.
#[test]
fn a_damaged_athlete_of_whom_nothing_is_kept_is_said_to_be_so() {
    let desk = Desk::new();
    desk.start().close();
    assert!(!desk.path("demo/backups").join("anna-kovac").exists());
    fs::write(annas_file(&desk), DAMAGED).unwrap();
    let window = desk.start();
    window.must_show("could not be opened: the file athletes/anna-kovac.ron is damaged");
    assert!(window.shows("No older version of it is kept; correct it in a text editor."));
    assert!(!window.shows("Restore from backup…"));
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
    window.must_show("3 athletes could not be read");
    assert!(!window.shows("Who do you coach?"));
    window.click("Restore from backups…");
    let anna = "Anna Kovač (damaged)";
    window.wait_until("the list", |window| window.shows(anna));
    window.click(anna);
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
    window.command("backups");
    let anna = "Anna Kovač (no longer here)";
    window.wait_until("the list", |window| window.shows(anna));
    window.click(anna);
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
            || window.shows("Done. The other version")
    });
    assert!(!window.shows("Compare and choose…"), "{:?}", window.words());
    window.close();
    let text = fs::read_to_string(annas_file(&desk)).unwrap();
    assert!(text.len() > 1000 && text != DAMAGED, "{text}");
    assert!(kept_damage(&desk.path("demo/backups")));
    let entries = fs::read_dir(desk.path("demo/athletes")).unwrap();
    let files = entries.filter(|entry| entry.as_ref().unwrap().path().is_file());
    assert_eq!(files.count(), 3, "no copy is left beside the files");
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

/// Of an athlete in several files, the one of today was damaged while it was open: what was changed here can be taken at
/// once, with all the years before.
#[test]
fn ours_is_taken_while_theirs_is_damaged_and_the_years_before_stay() {
    let desk = Desk::new();
    let (own, _) = with_years(&desk);
    let mut window = desk.start_on(&desk.path("years"));
    fs::write(&own, DAMAGED).unwrap();
    window.click("Add to ");
    window.click("Easy run");
    window.wait_until("the conflict", |window| window.shows("Changed elsewhere"));
    window.click("Compare and choose…");
    window.wait_until("the two", |window| window.shows("Take ours"));
    window.must_show("It is damaged near line 1.");
    window.click("Take ours");
    // The word passes, and on a busy machine before what was to be chosen is gone.
    let told = std::cell::Cell::new(false);
    window.wait_until("it to be taken", |window| {
        told.set(told.get() || window.shows("Done. The other version"));
        told.get() && !window.shows("Compare and choose…")
    });
    window.close();
    let back = store::read_athlete(&own).unwrap();
    let (_, before) = with_years(&Desk::new());
    assert_eq!(back.sessions.len(), before.sessions.len() + 1);
}

/// A workspace with two years of training in several files: the athlete's own file, and the athlete.
fn with_years(desk: &Desk) -> (PathBuf, Athlete) {
    let folder = desk.path("years");
    let library = Library::shipped().unwrap();
    let athlete = demo::heavy_years(2, today(), &library);
    let mut workspace = Workspace::default();
    workspace.put(Arc::new(athlete.clone()));
    store::create(&folder, &workspace).unwrap();
    let (_, opened) = Store::open(&folder).unwrap();
    (
        folder.join("athletes").join(&opened.athletes[0].file),
        athlete,
    )
}

/// A workspace with two years of training in several files, of which the first was changed once and then damaged.
fn with_a_damaged_part(desk: &Desk) -> (PathBuf, Athlete, PathBuf) {
    let (_, athlete) = with_years(desk);
    let folder = desk.path("years");
    let (open, opened) = Store::open(&folder).unwrap();
    let file = &opened.athletes[0].file;
    let mut changed = Athlete::clone(&open.read_athlete(file).unwrap());
    let mut first = Session::clone(&changed.sessions.all()[0]);
    "Changed since".clone_into(&mut first.plan.note);
    let edits = [Edit::update(&changed, first)];
    edit::apply(&mut changed, &edits, Stamp::coach(chrono::Utc::now()));
    open.write_athlete(&changed, chrono::Utc::now()).unwrap();
    let own = folder.join("athletes").join(file);
    let parts = fs::read_dir(own.with_extension("")).unwrap();
    let mut parts: Vec<PathBuf> = parts.map(|entry| entry.unwrap().path()).collect();
    parts.sort();
    fs::write(&parts[0], DAMAGED).unwrap();
    (own, athlete, parts.remove(0))
}

#[test]
fn a_damaged_part_of_earlier_years_is_told_and_brought_back_alone() {
    let desk = Desk::new();
    let (own, athlete, part) = with_a_damaged_part(&desk);
    let mut window = desk.start_on(&desk.path("years"));
    window.wait_until("what is wrong", |window| {
        window.shows("The rest of the athlete is shown")
    });
    assert!(window.shows(&format!("Athlete: {}", athlete.profile.name)));
    window.click("Restore from backup…");
    let is_of_part = |label: &String| label.contains("only the training from");
    window.wait_until("the version", |window| {
        window.labels("").iter().any(is_of_part)
    });
    let version = window.labels("").into_iter().find(is_of_part);
    window.click(&version.unwrap());
    window.wait_until("what differs", |window| !window.shows("Reading…"));
    window.click("Restore this version");
    window.wait_until("the notice to go", |window| {
        !window.shows("The rest of the athlete is shown")
    });
    window.close();
    let back = store::read_athlete(&own).unwrap();
    assert_eq!(back.sessions.len(), athlete.sessions.len());
    assert!(!part.exists() || fs::read_to_string(&part).unwrap() != DAMAGED);
    let window = desk.start_on(&desk.path("years"));
    assert!(!window.shows("The rest of the athlete is shown"));
}
