//! Links, pipes, sockets and devices in a workspace, and what an export is told to write to.
#![cfg(unix)]

use std::os::unix::fs::{FileTypeExt, symlink};
use std::os::unix::net::UnixListener;
use std::process::Command;

use super::*;

/// A file outside of the workspace that must not change.
fn precious(outside: &TempDir) -> PathBuf {
    let path = outside.path().join("precious.ron");
    fs::write(&path, "years of work").unwrap();
    path
}

fn pipe(path: &Path) {
    let made = Command::new("mkfifo").arg(path).status().unwrap();
    assert!(made.success());
}

#[test]
fn a_lock_that_is_a_link_empties_no_file() {
    let (dir, outside) = (folder(), tempfile::tempdir().unwrap());
    let precious = precious(&outside);
    let lock = dir.path().join("workspace.lock");
    symlink(&precious, &lock).unwrap();
    let (_, opened) = Store::open(dir.path()).unwrap();
    assert!(matches!(&opened.mode, OpenMode::ReadOnly(why) if why.contains("is a link")));
    assert_eq!(fs::read_to_string(&precious).unwrap(), "years of work");
    fs::remove_file(&lock).unwrap();
    symlink(outside.path().join("nothing-yet"), &lock).unwrap();
    Store::open(dir.path()).unwrap();
    assert!(!outside.path().join("nothing-yet").exists());
    fs::remove_file(&lock).unwrap();

    // Hard links and files that somebody else made are not symbolic links, but not ours either.
    fs::hard_link(&precious, &lock).unwrap();
    Store::open(dir.path()).unwrap();
    assert_eq!(fs::read_to_string(&precious).unwrap(), "years of work");
    fs::remove_file(&lock).unwrap();
    fs::write(&lock, "my notes").unwrap();
    let (_, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.mode, OpenMode::ReadWrite);
    assert_eq!(fs::read_to_string(&lock).unwrap(), "my notes");
    fs::remove_file(&lock).unwrap();

    pipe(&lock);
    let (_, opened) = Store::open(dir.path()).unwrap();
    assert!(matches!(opened.mode, OpenMode::ReadOnly(_)));
}

#[test]
fn links_out_of_the_workspace_are_refused_with_a_word_and_links_within_are_not() {
    let (dir, outside) = (folder(), tempfile::tempdir().unwrap());
    let stranger = outside.path().join("eve.ron");
    fs::rename(anna_file(&dir), &stranger).unwrap();
    symlink(&stranger, anna_file(&dir)).unwrap();
    let settings = dir.path().join("workspace.ron");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(outside.path().join("w.ron"), &text).unwrap();
    fs::remove_file(&settings).unwrap();
    symlink(outside.path().join("w.ron"), &settings).unwrap();
    let before = fs::read(&stranger).unwrap();

    let (store, opened) = Store::open(dir.path()).unwrap();
    let told: Vec<String> = opened.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told.iter()
            .all(|told| told.contains("leads out of the workspace"))
    );
    assert_eq!(opened.athletes.len(), 1);
    assert!(store.read_athlete("anna-kovac.ron").is_err());
    assert!(store.write_settings(&opened.settings, moment(0)).is_err());
    assert_eq!(fs::read(&stranger).unwrap(), before);
    assert_eq!(
        fs::read_to_string(outside.path().join("w.ron")).unwrap(),
        text
    );
    drop(store);

    let kept = dir.path().join("shared");
    fs::create_dir(&kept).unwrap();
    fs::rename(&stranger, kept.join("anna.ron")).unwrap();
    fs::remove_file(anna_file(&dir)).unwrap();
    symlink("../shared/anna.ron", anna_file(&dir)).unwrap();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    anna.profile.notes = "through the link".to_owned();
    store.write_athlete(&anna, moment(0)).unwrap();
    assert!(fs::symlink_metadata(anna_file(&dir)).unwrap().is_symlink());
    assert_eq!(read_athlete(&kept.join("anna.ron")).unwrap(), anna);
    let backup = &names_in(&dir.path().join("backups"))[0];
    let backup = dir.path().join("backups").join(backup);
    assert!(
        fs::symlink_metadata(&backup).unwrap().is_file(),
        "not the link"
    );
    assert_eq!(read_athlete(&backup).unwrap(), athlete(1, "Anna Kovač"));
}

#[test]
fn a_folder_of_athletes_elsewhere_is_not_read_and_not_written() {
    let (dir, outside) = (folder(), tempfile::tempdir().unwrap());
    let athletes = dir.path().join("athletes");
    let elsewhere = outside.path().join("athletes");
    fs::rename(&athletes, &elsewhere).unwrap();
    fs::write(elsewhere.join(".ironstride-save-aB3dE9.tmp"), "theirs").unwrap();
    symlink(&elsewhere, &athletes).unwrap();
    let before = names_in(&elsewhere);
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes.len(), 0);
    assert!(matches!(&opened.warnings[..], [StoreError::Outside { .. }]));
    let error = store
        .write_athlete(&athlete(7, "New"), moment(0))
        .unwrap_err();
    assert!(matches!(error, StoreError::Outside { .. }), "{error}");
    assert_eq!(names_in(&elsewhere), before);
}

#[test]
fn a_linked_backups_folder_loses_no_file_outside() {
    let (dir, outside) = (folder(), tempfile::tempdir().unwrap());
    for month in 1..=12 {
        let name = format!("anna-kovac.2020-{month:02}-01T000000Z.ron");
        fs::write(outside.path().join(name), "theirs").unwrap();
    }
    let before = names_in(outside.path());
    symlink(outside.path(), dir.path().join("backups")).unwrap();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    anna.profile.notes = "more".to_owned();
    let error = store.write_athlete(&anna, moment(0)).unwrap_err();
    assert!(matches!(error, StoreError::Outside { .. }), "{error}");
    assert!(store.remove_athlete(anna.id, moment(0)).is_err());
    assert_eq!(names_in(outside.path()), before);
    assert!(anna_file(&dir).exists());
}

#[test]
fn pipes_sockets_folders_and_devices_are_told_and_keep_nobody_waiting() {
    let dir = folder();
    let athletes = dir.path().join("athletes");
    pipe(&athletes.join("pipe.ron"));
    let _listener = UnixListener::bind(athletes.join("socket.ron")).unwrap();
    fs::create_dir(athletes.join("folder.ron")).unwrap();
    symlink("/dev/zero", athletes.join("zero.ron")).unwrap();
    fs::remove_file(dir.path().join("library.ron")).unwrap();
    pipe(&dir.path().join("library.ron"));
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes.len(), 2);
    let told: Vec<String> = opened.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 5, "{told:?}");
    for what in ["a pipe", "a socket", "a folder"] {
        assert!(told.iter().any(|told| told.contains(what)), "{what}");
    }
    assert!(store.read_athlete("pipe.ron").is_err());
    assert!(store.write_own(&OwnLibrary::default(), moment(0)).is_err());
    let lone = dir.path().join("lone.ron");
    pipe(&lone);
    assert!(matches!(
        read_athlete(&lone),
        Err(StoreError::NotAFile { .. })
    ));
    assert!(matches!(
        read_program(Path::new("/dev/zero")),
        Err(StoreError::NotAFile { .. })
    ));
}

#[test]
fn an_export_never_replaces_a_device_or_a_pipe() {
    let dir = tempfile::tempdir().unwrap();
    let null = dir.path().join("week.pdf");
    symlink("/dev/null", &null).unwrap();
    replace(&null, b"pages").unwrap();
    assert!(fs::symlink_metadata(&null).unwrap().is_symlink());
    let device = fs::metadata("/dev/null").unwrap().file_type();
    assert!(device.is_char_device());
    let full = dir.path().join("full.pdf");
    symlink("/dev/full", &full).unwrap();
    assert!(matches!(
        replace(&full, b"pages"),
        Err(StoreError::Unwritable { .. })
    ));

    let to = dir.path().join("pipe.pdf");
    pipe(&to);
    assert!(replace(&to, b"pages").is_err(), "nobody reads it");
    let reads = to.clone();
    let reader = std::thread::spawn(move || fs::read(reads).unwrap());
    while replace(&to, b"pages").is_err() {
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(reader.join().unwrap(), b"pages");
    assert!(fs::metadata(&to).unwrap().file_type().is_fifo());
    assert!(replace(dir.path(), b"pages").is_err());
}

#[test]
fn an_export_follows_a_link_but_not_out_of_a_workspace() {
    let (dir, outside) = (folder(), tempfile::tempdir().unwrap());
    let precious = precious(&outside);
    let link = dir.path().join("week.pdf");
    symlink(&precious, &link).unwrap();
    assert!(matches!(
        replace(&link, b"pages"),
        Err(StoreError::Outside { .. })
    ));
    assert_eq!(fs::read_to_string(&precious).unwrap(), "years of work");
    let mine = outside.path().join("latest.pdf");
    symlink(&precious, &mine).unwrap();
    replace(&mine, b"pages").unwrap();
    assert_eq!(fs::read(&precious).unwrap(), b"pages");
    assert!(fs::symlink_metadata(&mine).unwrap().is_symlink());
}
