//! Later versions, second windows, and changes from elsewhere.

use super::*;

#[test]
fn a_newer_athlete_is_looked_at_and_not_changed() {
    let dir = folder();
    let path = anna_file(&dir);
    let newer = fs::read_to_string(&path)
        .unwrap()
        .replacen("version: 1", "version: 2", 1)
        .replacen("profile: (", "moon: Full(3), profile: (", 1);
    fs::write(&path, &newer).unwrap();
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes[0].newer, Some(2));
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    anna.profile.notes = "more".to_owned();
    let error = store.write_athlete(&anna, moment(0)).unwrap_err();
    assert!(
        matches!(
            error,
            StoreError::Newer {
                version: 2,
                known: 1,
                ..
            }
        ),
        "{error}"
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);

    fs::write(&path, "(version: 9, everything: Different)").unwrap();
    assert!(matches!(
        read_athlete(&path),
        Err(StoreError::Newer { version: 9, .. })
    ));
}

#[test]
fn a_newer_workspace_opens_for_reading_only() {
    let dir = folder();
    fs::write(
        dir.path().join("workspace.ron"),
        "(version: 2, settings: (coach: \"Eve\"))",
    )
    .unwrap();
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.settings.coach, "Eve");
    let OpenMode::ReadOnly(reason) = &opened.mode else {
        panic!("{:?}", opened.mode)
    };
    assert!(reason.contains("update the program"), "{reason}");
    let error = store
        .write_settings(&opened.settings, moment(0))
        .unwrap_err();
    assert!(matches!(error, StoreError::ReadOnly { .. }));
}

#[test]
fn a_second_window_only_looks() {
    let dir = folder();
    let (first, _) = Store::open(dir.path()).unwrap();
    let (second, opened) = Store::open(dir.path()).unwrap();
    let OpenMode::ReadOnly(reason) = &opened.mode else {
        panic!("{:?}", opened.mode)
    };
    assert!(reason.contains(&std::process::id().to_string()), "{reason}");
    assert!(second.read_athlete("anna-kovac.ron").is_ok());
    assert!(
        second
            .write_athlete(&athlete(1, "Anna"), moment(0))
            .is_err()
    );
    let clone = first.clone();
    drop(first);
    assert_ne!(
        Store::open(dir.path()).unwrap().1.mode,
        OpenMode::ReadWrite,
        "a clone keeps the lock"
    );
    drop(clone);
    assert_eq!(Store::open(dir.path()).unwrap().1.mode, OpenMode::ReadWrite);
}

#[test]
fn a_folder_that_cannot_be_written_opens_for_reading_only() {
    let dir = folder();
    // A folder in the lock's place stands for every reason a file cannot be opened, also for root.
    fs::create_dir(dir.path().join("workspace.lock")).unwrap();
    let (_, opened) = Store::open(dir.path()).unwrap();
    assert!(
        matches!(opened.mode, OpenMode::ReadOnly(_)),
        "{:?}",
        opened.mode
    );
    assert_eq!(opened.athletes.len(), 2);
}

#[test]
fn a_change_from_elsewhere_is_never_overwritten() {
    let dir = folder();
    let path = anna_file(&dir);
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    let theirs = fs::read_to_string(&path).unwrap().replace("62.5kg", "65kg");
    fs::write(&path, &theirs).unwrap();
    anna.profile.notes = "ours".to_owned();
    let Saved::Conflict { ours, .. } = store.write_athlete(&anna, moment(0)).unwrap() else {
        panic!()
    };
    anna.profile.notes = "ours, later".to_owned();
    let again = store.write_athlete(&anna, moment(1)).unwrap();
    assert_eq!(
        again,
        Saved::Conflict {
            theirs: path.clone(),
            ours: ours.clone()
        }
    );
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    assert_eq!(read_athlete(&ours).unwrap(), anna);
    drop(store);

    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.conflicts, [ours]);
    assert_eq!(
        opened.athletes.len(),
        2,
        "a conflict is not another athlete"
    );
    let merged = store.read_athlete("anna-kovac.ron").unwrap();
    assert_eq!(
        store.write_athlete(&merged, moment(2)).unwrap(),
        Saved::Unchanged
    );
}

#[test]
fn an_athlete_nobody_read_is_not_overwritten() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = athlete(1, "Anna Kovač");
    anna.profile.notes = "from an import".to_owned();
    assert!(matches!(
        store.write_athlete(&anna, moment(0)).unwrap(),
        Saved::Conflict { .. }
    ));
}

#[test]
fn a_copied_file_is_reported_and_left_out() {
    let dir = folder();
    fs::copy(
        anna_file(&dir),
        dir.path().join("athletes/copy of anna.ron"),
    )
    .unwrap();
    let (_, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes.len(), 2);
    assert!(matches!(
        opened.warnings[..],
        [StoreError::SameAthlete { .. }]
    ));
}
