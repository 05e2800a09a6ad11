//! An athlete of many years is on the screen before all of their file is read, and can be changed afterwards.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use tempfile::TempDir;

use super::open_workspace::OpenWorkspace;
use super::startup::{self, OpenedWorkspace};
use crate::demo;
use crate::domain::{Athlete, AthleteId, Session, Workspace};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::library::Library;
use crate::store::{self, Snapshot, Watch};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).unwrap()
}

/// A folder with an athlete of three years.
fn folder() -> (TempDir, Arc<Athlete>) {
    let library = Library::shipped().unwrap();
    let athlete = Arc::new(demo::heavy_years(3, today(), &library));
    let workspace = Workspace {
        athletes: vec![athlete.clone()],
        ..Workspace::default()
    };
    let dir = tempfile::tempdir().unwrap();
    store::create(dir.path(), &workspace).unwrap();
    (dir, athlete)
}

fn open(opened: OpenedWorkspace, dir: &Path) -> OpenWorkspace {
    let watch = Watch::start(dir, Snapshot::of(dir), |_| {});
    OpenWorkspace::new(1, Arc::new(Library::default()), opened, |_| {}, watch)
}

/// Reads what was left to be read, as the job does.
fn read_rest(open: &mut OpenWorkspace) -> Result<(), String> {
    let (store, files) = open.take_waiting().unwrap();
    assert_eq!(files.len(), 1);
    let read = store.read_athlete(&files[0].file);
    let told = read.as_ref().map(|_| ()).map_err(ToString::to_string);
    open.take_athlete(files[0].id, read.ok());
    told
}

fn note(athlete: &Athlete) -> Transaction {
    let last = athlete.sessions.all().last().unwrap();
    let mut changed = Session::clone(last);
    changed.plan.note = "Felt good".to_owned();
    let edits = vec![Edit::update(athlete, changed)];
    Transaction::new("Note", WorkspaceEdit::Athlete(athlete.id, edits))
}

fn file_of(dir: &Path) -> std::path::PathBuf {
    let files = fs::read_dir(dir.join("athletes")).unwrap();
    let mut files = files.map(|file| file.unwrap().path());
    files.find(|path| path.is_file()).unwrap()
}

/// The second of the files with earlier sessions.
fn part_of(dir: &Path) -> std::path::PathBuf {
    let files = fs::read_dir(file_of(dir).with_extension("")).unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    files.remove(1)
}

#[test]
fn the_last_weeks_are_shown_at_once_and_changed_when_all_is_read() {
    let (dir, athlete) = folder();
    let opened = startup::open(dir.path(), today()).unwrap();
    assert!(opened.first_is_partial);
    let shown = opened.first.clone().unwrap();
    assert_eq!(shown.profile, athlete.profile);
    assert!(shown.sessions.len() < athlete.sessions.len() / 2);
    let weeks = |athlete: &Athlete| {
        let from = today() - Days::new(300);
        athlete.sessions.between(from, NaiveDate::MAX).to_vec()
    };
    assert_eq!(weeks(&shown), weeks(&athlete));

    let mut open = open(opened, dir.path());
    assert!(open.is_partial(athlete.id) && open.unread() == 1);
    let before = fs::read(file_of(dir.path())).unwrap();
    let why = open.apply(note(&athlete)).unwrap_err();
    assert!(why.contains("still being read"), "{why}");

    let revision = open.revision();
    read_rest(&mut open).unwrap();
    assert!(
        open.revision() > revision,
        "what is shown is worked out anew"
    );
    assert_eq!(open.unread(), 0);
    assert_eq!(**open.athlete(athlete.id).unwrap(), *athlete);
    assert_eq!(open.apply(note(&athlete)), Ok(true));
    assert!(open.close().is_empty());
    assert_ne!(fs::read(file_of(dir.path())).unwrap(), before);
    let saved = store::read_athlete(&file_of(dir.path())).unwrap();
    assert_eq!(saved.sessions.len(), athlete.sessions.len());
}

#[test]
fn damage_in_earlier_years_is_told_and_left_alone_and_the_rest_can_be_changed() {
    let (dir, athlete) = folder();
    let path = part_of(dir.path());
    let text = fs::read_to_string(&path).unwrap();
    let at = text.len() / 3;
    let at = at + text[at..].find("date: ").unwrap();
    let damaged = format!("{}dote {}", &text[..at], &text[at + 5..]);
    fs::write(&path, &damaged).unwrap();
    let opened = startup::open(dir.path(), today()).unwrap();
    assert!(opened.first_is_partial, "what is whole is shown");
    let mut open = open(opened, dir.path());
    assert!(open.take_problems().is_empty(), "nobody looked there yet");
    read_rest(&mut open).unwrap();
    let problems = open.take_problems();
    assert!(
        problems[0]
            .to_string()
            .contains(&path.display().to_string())
    );
    let rest = open.athlete(athlete.id).unwrap().clone();
    assert!(rest.sessions.len() < athlete.sessions.len());
    assert_eq!((open.unread(), open.why_read_only()), (0, None));
    assert_eq!(open.apply(note(&rest)), Ok(true));
    assert!(open.close().is_empty());
    assert_eq!(fs::read_to_string(&path).unwrap(), damaged);
    let opened = startup::open(dir.path(), today()).unwrap();
    let last = opened.first.unwrap().sessions.all().last().unwrap().clone();
    assert_eq!(last.plan.note, "Felt good");
}

#[test]
fn an_athlete_with_a_part_of_a_later_version_cannot_be_changed() {
    let (dir, athlete) = folder();
    let path = part_of(dir.path());
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replacen("version: 2", "version: 7", 1)).unwrap();
    let mut open = open(startup::open(dir.path(), today()).unwrap(), dir.path());
    read_rest(&mut open).unwrap();
    let why = open.apply(note(&athlete)).unwrap_err();
    assert!(
        why.contains("of version 7") && why.contains("update"),
        "{why}"
    );
    assert!(open.close().is_empty(), "nothing is lost on closing");
}

#[test]
fn a_small_file_is_read_whole() {
    let dir = tempfile::tempdir().unwrap();
    let profile = crate::domain::Profile::named("Anna");
    let athlete = Athlete::new(AthleteId::from_bits(1), profile);
    let workspace = Workspace {
        athletes: vec![Arc::new(athlete)],
        ..Workspace::default()
    };
    store::create(dir.path(), &workspace).unwrap();
    let opened = startup::open(dir.path(), today()).unwrap();
    assert!(!opened.first_is_partial && opened.others.is_empty());
}
