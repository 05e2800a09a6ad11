//! Kept versions listed and brought back.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{TimeDelta, Utc};
use ironstride::store::{Store, read_athlete};

use super::demo::demo;
use super::{Run, ironstride};

fn backups(workspace: &Path, rest: &[&str]) -> Run {
    let mut arguments = vec!["backups", "--workspace", workspace.to_str().unwrap()];
    arguments.extend(rest);
    ironstride(arguments)
}

/// A demo whose Anna was changed twice, and the path of her file.
fn changed(folder: &Path) -> (PathBuf, PathBuf) {
    let workspace = folder.join("demo");
    let run = demo(&workspace, "--athletes 2 --years 0");
    assert_eq!(run.code, Some(0), "{run:?}");
    let (store, opened) = Store::open(&workspace).unwrap();
    let anna = opened.athletes.iter().find(|it| it.name == "Anna Kovač");
    let file = anna.unwrap().file.clone();
    let mut anna = (*store.read_athlete(&file).unwrap()).clone();
    for (hours, notes) in [(0, "one"), (2, "two")] {
        notes.clone_into(&mut anna.profile.notes);
        let now = Utc::now() - TimeDelta::hours(4 - hours);
        store.write_athlete(&anna, now).unwrap();
    }
    let path = workspace.join("athletes").join(file);
    (workspace, path)
}

#[test]
fn versions_are_listed_and_one_is_brought_back() {
    let folder = tempfile::tempdir().unwrap();
    let (workspace, path) = changed(folder.path());
    let listed = backups(&workspace, &["--athlete", "anna kovac"]);
    assert_eq!(listed.code, Some(0), "{listed:?}");
    assert!(listed.out.starts_with("Anna Kovač\n"), "{}", listed.out);
    assert_eq!(listed.out.lines().count(), 3, "{}", listed.out);
    let all = backups(&workspace, &[]);
    for name in ["Anna Kovač", "Ben Okafor", "Library", "Settings"] {
        assert!(all.out.contains(name), "{}", all.out);
    }

    let restored = backups(&workspace, &["--athlete", "Anna Kovač", "--restore", "1"]);
    assert_eq!(restored.code, Some(0), "{restored:?}");
    assert_eq!(read_athlete(&path).unwrap().profile.notes, "one");
    let again = backups(&workspace, &["--athlete", "Anna Kovač", "--restore", "1"]);
    assert_eq!(again.code, Some(0), "{again:?}");
    assert_eq!(
        read_athlete(&path).unwrap().profile.notes,
        "two",
        "what was there was kept"
    );
}

#[test]
fn a_damaged_and_a_lost_file_come_back() {
    let folder = tempfile::tempdir().unwrap();
    let (workspace, path) = changed(folder.path());
    let arguments = ["--athlete", "Anna Kovač", "--restore", "1"];
    fs::write(&path, "(version: 1, athl").unwrap();
    let run = backups(&workspace, &["--athlete", "Anna Kovač"]);
    assert!(run.out.contains("Anna Kovač (damaged)"), "{run:?}");
    let run = backups(&workspace, &arguments);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert_eq!(read_athlete(&path).unwrap().profile.notes, "one");
    fs::remove_file(&path).unwrap();
    let run = backups(&workspace, &arguments);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert_eq!(read_athlete(&path).unwrap().profile.notes, "one");
}

#[test]
fn what_cannot_be_restored_is_said_and_nothing_changes() {
    let folder = tempfile::tempdir().unwrap();
    let (workspace, path) = changed(folder.path());
    let before = fs::read(&path).unwrap();
    for arguments in [
        &["--athlete", "Anna Kovač", "--restore", "9"][..],
        &["--athlete", "Anna Kovač", "--restore", "0"],
        &["--athlete", "Nobody", "--restore", "1"],
    ] {
        let run = backups(&workspace, arguments);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(!run.failure().is_empty());
    }
    // A window has it open.
    let (_store, _) = Store::open(&workspace).unwrap();
    let run = backups(&workspace, &["--athlete", "Anna Kovač", "--restore", "1"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert_eq!(fs::read(&path).unwrap(), before);
}
