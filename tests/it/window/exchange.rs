//! Athlete packages: out to the athlete's own Ironstride, and home again.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::Utc;
use egui::Key;
use ironstride::app::file_dialogs::Picked;
use ironstride::domain::{
    Athlete, Author, Session, SessionId, Signature, Stamp, Status, VersionId, Workout, Workspace,
};
use ironstride::edit::{self, Edit};
use ironstride::store::{self, Store};

use super::support::{Desk, Window};

/// Has the shown athlete written into a package.
fn send(desk: &Desk, window: &mut Window, name: &str) -> std::path::PathBuf {
    let answer = desk.next_dialog();
    window.command("athlete package");
    let file = desk.path(name);
    answer.send(Picked::Path(file.clone())).unwrap();
    window.wait_until("the package", |window| window.shows("Saved "));
    file
}

fn open(desk: &Desk, window: &mut Window, file: &Path) {
    let answer = desk.next_dialog();
    window.command("open athlete package");
    answer.send(Picked::Path(file.to_owned())).unwrap();
}

/// What Anna does in her own workspace, and what she sends back.
fn answer(own: &Path, to: &Path, change: impl FnOnce(&mut Session)) {
    answer_with(own, to, |anna| {
        let mut session = (**planned(anna)).clone();
        change(&mut session);
        Edit::update(anna, session)
    });
}

fn answer_with(own: &Path, to: &Path, edit: impl FnOnce(&Athlete) -> Edit) {
    let (store, _) = Store::open(own).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    let stamp = Stamp {
        at: Utc::now(),
        by: Author::Athlete,
        name: Signature::new("Anna Kovač"),
    };
    let edits = [edit(&anna)];
    edit::apply(&mut anna, &edits, stamp);
    store.write_athlete(&anna, Utc::now()).unwrap();
    let version = VersionId::from_bits(77);
    store.write_package(to, &anna, stamp, version).unwrap();
}

/// The last session that is planned.
fn planned(anna: &Athlete) -> &Arc<Session> {
    let mut all = anna.sessions.all().iter().rev();
    all.find(|session| session.status == Status::Planned)
        .unwrap()
}

/// Anna's own workspace, into which the package was taken that her coach sent.
fn own_workspace(desk: &Desk, package: &Path) -> std::path::PathBuf {
    let own = desk.path("own");
    store::create(&own, &Workspace::default()).unwrap();
    let mut window = desk.start_on(&own);
    let answer = desk.next_dialog();
    window.click("Open athlete package…");
    answer.send(Picked::Path(package.to_owned())).unwrap();
    window.wait_until("what it brings", |window| {
        window.shows("Package of Anna Kovač")
    });
    assert!(window.shows("is not in this workspace yet"));
    assert!(window.is_ticked("I am Anna Kovač"));
    window.click("Add Anna Kovač");
    window.wait_until("her week", |window| window.shows("Athlete: Anna Kovač"));
    window.close();
    let settings = fs::read_to_string(own.join("workspace.ron")).unwrap();
    assert!(settings.contains("keeper: Athlete"), "{settings}");
    own
}

#[test]
fn a_package_goes_out_and_what_comes_back_is_shown_taken_and_undone_as_one() {
    let desk = Desk::new();
    let mut window = desk.start();
    let package = send(&desk, &mut window, "anna.ron");
    let own = own_workspace(&desk, &package);
    let home = desk.path("home.ron");
    answer(&own, &home, |session| {
        session.log.get_or_insert_default().note = "Calf again".to_owned().into();
        session.status = Status::Done;
    });
    open(&desk, &mut window, &home);
    window.wait_until("what it brings", |window| window.shows("is logged"));
    assert!(window.shows("Written by Anna Kovač on "));
    window.click("Accept");
    window.wait_until("the save", |window| window.shows("Saved"));
    let file = desk.path("demo/athletes/anna-kovac.ron");
    window.wait_until("the file", |_| {
        fs::read_to_string(&file).unwrap().contains("Calf again")
    });
    open(&desk, &mut window, &home);
    window.wait_until("a word that it is known", |window| {
        window.shows("brings nothing new")
    });
    window.command_key(Key::Z);
    window.close();
    assert!(!fs::read_to_string(&file).unwrap().contains("Calf again"));
}

/// Most sessions have no title of their own: what they consist of names them.
#[test]
fn what_a_package_changes_is_told_by_the_name_and_the_day_of_each_session() {
    let desk = Desk::new();
    let mut window = desk.start();
    let package = send(&desk, &mut window, "anna.ron");
    let own = own_workspace(&desk, &package);
    let home = desk.path("home.ron");
    answer_with(&own, &home, |anna| {
        let mut all = anna.sessions.all().iter();
        let tempo = all.find(|it| it.date.to_string() == "2026-11-26").unwrap();
        assert!(tempo.plan.title.is_empty());
        Edit::Remove(tempo.id)
    });
    open(&desk, &mut window, &home);
    let told = "Thu 26 Nov 2026: “Tempo” is deleted";
    window.wait_until("what it brings", |window| window.shows("is deleted"));
    window.must_show(told);
}

/// A window that shows what a package brings: a session that both rewrote, and which one it is.
pub(super) fn both_rewrote(desk: &Desk) -> (Window, SessionId) {
    let mut window = desk.start();
    let package = send(desk, &mut window, "anna.ron");
    let own = own_workspace(desk, &package);
    window.close();
    // The coach, too, in a window that was closed before.
    let (store, _) = Store::open(&desk.path("demo")).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    let mut session = (**planned(&anna)).clone();
    let id = session.id;
    session.plan.workout = Workout::Rest;
    let edits = [Edit::update(&anna, session)];
    edit::apply(&mut anna, &edits, Stamp::coach(Utc::now()));
    store.write_athlete(&anna, Utc::now()).unwrap();
    drop(store);
    let home = desk.path("home.ron");
    answer(&own, &home, |session| session.plan.workout = Workout::Note);
    let mut window = desk.start_on(&desk.path("demo"));
    open(desk, &mut window, &home);
    window.wait_until("the two", |window| window.shows("Keep Anna Kovač’s, "));
    (window, id)
}

/// What waits to be decided is seen on the calendar, on its card and on the board.
#[test]
fn a_session_of_which_two_versions_are_kept_is_marked_on_its_card() {
    let desk = Desk::new();
    let (mut window, id) = both_rewrote(&desk);
    let marked = "two versions to choose from";
    assert!(!window.shows(marked));
    window.click("Accept");
    let file = desk.path("demo/athletes/anna-kovac.ron");
    let date = store::read_athlete(&file)
        .unwrap()
        .sessions
        .get(id)
        .unwrap()
        .date;
    window.command_key(Key::G);
    window.type_into("Go to date", &date.to_string());
    window.key(Key::Enter);
    assert!(window.shows(marked), "{:?}", window.words());
    window.key(Key::V);
    assert!(window.shows(marked), "the board");
}

/// What a package brings is put into the athlete as they are when it is taken, not when it was opened.
#[test]
fn what_comes_while_a_package_is_looked_at_stands_beside_what_it_brings() {
    let desk = Desk::new();
    let (mut window, id) = both_rewrote(&desk);
    window.click("Keep Anna Kovač’s, ");
    let file = desk.path("demo/athletes/anna-kovac.ron");
    let other = |anna: &Athlete| {
        let mut all = anna.sessions.all().iter();
        let other = all.position(|it| it.status == Status::Planned && it.id != id);
        other.unwrap()
    };
    let elsewhere = changed_elsewhere(
        &file,
        |anna| &anna.sessions.all()[other(anna)],
        |session| session.plan.title = "Elsewhere by bus".to_owned(),
    );
    fs::write(&file, elsewhere).unwrap();
    window.wait_until("the word", |window| {
        window.shows("was changed on another computer")
    });
    window.wait_until("the package", |window| window.shows("Written by "));
    window.click("Accept");
    window.close();
    let anna = store::read_athlete(&file).unwrap();
    let of = |id| anna.sessions.get(id).unwrap();
    let other = &anna.sessions.all()[other(&anna)];
    assert_eq!(other.plan.title, "Elsewhere by bus");
    // And what was chosen before it came is chosen still.
    assert_eq!(of(id).plan.workout, Workout::Note);
    assert!(of(id).alternatives.is_empty());
}

#[test]
fn where_both_rewrote_a_session_one_of_the_two_is_chosen() {
    let desk = Desk::new();
    let (mut window, id) = both_rewrote(&desk);
    assert!(window.shows("both are kept") && window.shows("Keep the coach’s"));
    window.click("Keep Anna Kovač’s, ");
    window.click("Accept");
    window.close();
    let (store, _) = Store::open(&desk.path("demo")).unwrap();
    let anna = store.read_athlete("anna-kovac.ron").unwrap();
    let session = anna.sessions.get(id).unwrap();
    assert_eq!(session.plan.workout, Workout::Note);
    assert!(session.alternatives.is_empty());
}

#[test]
fn what_is_no_sound_package_is_told_and_changes_nothing() {
    let desk = Desk::new();
    let mut window = desk.start();
    let package = send(&desk, &mut window, "anna.ron");
    let text = fs::read_to_string(&package).unwrap();
    let file = desk.path("demo/athletes/anna-kovac.ron");
    let before = fs::read_to_string(&file).unwrap();
    for (bad, word) in [
        (text[..text.len() / 2].to_owned(), "bad-0.ron, line"),
        (
            text.replacen("version: 1", "version: 5", 1),
            "is of version 5",
        ),
    ] {
        let path = desk.path(if word.starts_with("bad") {
            "bad-0.ron"
        } else {
            "bad-1.ron"
        });
        fs::write(&path, bad).unwrap();
        open(&desk, &mut window, &path);
        window.wait_until("what is wrong", |window| window.shows(word));
        window.click("Dismiss notice 1");
    }
    window.close();
    assert_eq!(fs::read_to_string(&file).unwrap(), before);
}

/// Replaces the title of a planned session in a file, as another machine would.
fn edit_elsewhere(file: &Path, title: &str) {
    fs::write(file, edited_elsewhere(file, title)).unwrap();
}

/// What another machine makes of a file: with this title of a planned session.
fn edited_elsewhere(file: &Path, title: &str) -> Vec<u8> {
    changed_elsewhere(file, planned, |session| {
        title.clone_into(&mut session.plan.title);
    })
}

/// What another machine makes of a file whose athlete's session `which` it changes.
pub(super) fn changed_elsewhere(
    file: &Path,
    which: impl Fn(&Athlete) -> &Arc<Session>,
    change: impl FnOnce(&mut Session),
) -> Vec<u8> {
    let mut anna = store::read_athlete(file).unwrap();
    let mut session = (**which(&anna)).clone();
    change(&mut session);
    let edits = [Edit::update(&anna, session)];
    edit::apply(&mut anna, &edits, Stamp::coach(Utc::now()));
    let other = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::default();
    workspace.put(anna.into());
    store::create(&other.path().join("w"), &workspace).unwrap();
    let from = other.path().join("w/athletes/anna-kovac.ron");
    fs::read(from).unwrap()
}

#[test]
fn what_another_machine_changes_comes_onto_the_screen_and_takes_nothing_away() {
    let desk = Desk::new();
    let mut window = desk.start();
    let file = desk.path("demo/athletes/anna-kovac.ron");
    let changed = std::time::Instant::now();
    edit_elsewhere(&file, "Elsewhere by bus");
    window.wait_until("the word", |window| {
        window.shows("was changed on another computer")
    });
    assert!(changed.elapsed() < std::time::Duration::from_secs(5));
    // An edit of ours, and one of theirs before ours is on the disk.
    let by_train = edited_elsewhere(&file, "Elsewhere by train");
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    fs::write(&file, by_train).unwrap();
    window.wait_until("both on the disk", |_| {
        let Ok(anna) = store::read_athlete(&file) else {
            return false;
        };
        planned(&anna).plan.title == "Elsewhere by train" && !anna.tombstones.is_empty()
    });
    window.close();
    assert!(store::read_athlete(&file).unwrap().tombstones.len() == 1);
}

#[test]
fn settings_and_library_of_another_machine_come_onto_the_screen_and_merge_with_ours() {
    let desk = Desk::new();
    let mut window = desk.start();
    let folder = desk.path("demo");
    // As a sync tool puts them there: whole files that another machine wrote.
    let settings = folder.join("workspace.ron");
    let text = fs::read_to_string(&settings).unwrap();
    let coach = text.split("coach: \"").nth(1).unwrap();
    let coach = coach.split('"').next().unwrap();
    let theirs = text.replacen(coach, "Mira of the other desk", 1);
    fs::write(&settings, &theirs).unwrap();
    window.wait_until("the word", |window| {
        window.shows("settings of the workspace were changed on another computer")
    });
    window.command("your name");
    assert!(window.shows("signed as Mira of the other desk"));
    window.key(Key::Escape);
    let mut own = ironstride::domain::OwnLibrary::default();
    let shipped = ironstride::library::Library::shipped().unwrap();
    let mut squat = shipped
        .exercise(&ironstride::domain::ExerciseId::new("squat"))
        .unwrap()
        .clone();
    squat.id = ironstride::domain::ExerciseId::new("own-tempo-squat");
    squat.name = "Tempo squat of Mira".to_owned();
    own.exercises.push(squat);
    let other = tempfile::tempdir().unwrap();
    let workspace = Workspace {
        own: own.into(),
        ..Workspace::default()
    };
    store::create(&other.path().join("w"), &workspace).unwrap();
    fs::copy(
        other.path().join("w/library.ron"),
        folder.join("library.ron"),
    )
    .unwrap();
    window.wait_until("the word", |window| {
        window.shows("Your library was changed on another computer")
    });
    window.type_into("Search the library", "tempo squat of");
    assert!(window.shows("Tempo squat of Mira"));
    window.close();
    assert_eq!(fs::read_to_string(&settings).unwrap(), theirs);
}

#[test]
fn edits_are_signed_with_the_name_of_this_computer_and_else_with_the_workspaces() {
    let desk = Desk::new();
    let mut window = desk.start();
    let file = desk.path("demo/athletes/anna-kovac.ron");
    window.click("Lower body strength, ");
    window.key(Key::Delete);
    window.command("your name");
    window.type_into("Your name", "Ben Okafor");
    window.key(Key::Enter);
    window.click("Long run, ");
    window.key(Key::Delete);
    window.wait_until("the save", |_| {
        let anna = store::read_athlete(&file);
        anna.is_ok_and(|anna| anna.tombstones.len() == 2)
    });
    window.close();
    let anna = store::read_athlete(&file).unwrap();
    let names: Vec<&str> = anna
        .tombstones
        .iter()
        .map(|it| it.deleted.name.as_str())
        .collect();
    let coach = Store::look(&desk.path("demo")).unwrap().1.settings.coach;
    assert_eq!(names, [coach.as_str(), "Ben Okafor"]);
    let window = desk.start();
    drop(window);
    let preferences = fs::read_to_string(desk.path("preferences/preferences.ron")).unwrap();
    assert!(
        preferences.contains("name: \"Ben Okafor\""),
        "{preferences}"
    );
}
