//! Later versions, second windows, and changes from elsewhere.

use super::*;

#[test]
fn a_newer_athlete_is_looked_at_and_not_changed() {
    let dir = folder();
    let path = anna_file(&dir);
    let newer = fs::read_to_string(&path)
        .unwrap()
        .replacen("version: 1", "version: 3", 1)
        .replacen("profile: (", "moon: Full(3), profile: (", 1);
    fs::write(&path, &newer).unwrap();
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes[0].newer, Some(3));
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    anna.profile.notes = "more".to_owned();
    let error = store.write_athlete(&anna, moment(0)).unwrap_err();
    assert!(
        matches!(
            error,
            StoreError::Newer {
                version: 3,
                known: 2,
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
    // Whose window it is helps; the number of a process helps nobody at the screen. It stands in the file.
    assert!(
        reason.contains(" of ") && reason.contains(" on "),
        "{reason}"
    );
    let id = std::process::id().to_string();
    assert!(
        !reason.contains("process") && !reason.contains("since"),
        "{reason}"
    );
    let signed = fs::read_to_string(dir.path().join("workspace.lock")).unwrap();
    assert!(
        signed.contains(&id) && signed.contains(", since "),
        "{signed}"
    );
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
    // A folder in the lock's place: any file that cannot be opened, also as root.
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
            ours: ours.clone(),
            why: Beside::Changed,
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
fn a_copied_file_is_reported_and_both_are_shown() {
    for copy in ["copy of anna.ron", "anna-kovac (1).ron", "a.ron"] {
        let dir = folder();
        let path = dir.path().join("athletes").join(copy);
        fs::copy(anna_file(&dir), &path).unwrap();
        let (store, opened) = Store::open(dir.path()).unwrap();
        let [StoreError::SameAthlete { path: second, .. }] = &opened.warnings[..] else {
            panic!("{:?}", opened.warnings)
        };
        assert_eq!(opened.athletes.len(), 3, "{copy}");
        let ids: Vec<_> = opened.athletes.iter().map(|it| it.id.unwrap()).collect();
        assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2]);
        for file in &opened.athletes {
            let athlete = store.read_athlete(&file.file).unwrap();
            assert_eq!(Some(athlete.id), file.id, "{copy}: {}", file.file);
        }
        // Each is saved into its own file.
        let file = second.file_name().unwrap().to_str().unwrap();
        let mut second = (*store.read_athlete(file).unwrap()).clone();
        second.profile.notes = "the copy".to_owned();
        assert_eq!(
            store.write_athlete(&second, moment(0)).unwrap(),
            Saved::Written
        );
        drop(store);
        let (_, opened) = Store::open(dir.path()).unwrap();
        assert!(
            opened.warnings.is_empty(),
            "it is an athlete of its own now"
        );
        assert_eq!(opened.athletes.len(), 3);
    }
}

#[test]
fn a_copy_never_takes_an_athlete_over_because_its_name_sorts_first() {
    let dir = folder();
    for copy in [
        "anna-kovac (1).ron",
        "anna-kovac - Copy.ron",
        "anna-kovac 2.ron",
    ] {
        let copy = dir.path().join("athletes").join(copy);
        let text = fs::read_to_string(anna_file(&dir)).unwrap();
        fs::write(&copy, text.replace("62.5kg", "20kg")).unwrap();
        let (store, opened) = Store::open(dir.path()).unwrap();
        let own = opened
            .athletes
            .iter()
            .find(|file| file.id == Some(AthleteId::from_bits(1)));
        assert_eq!(own.unwrap().file, "anna-kovac.ron");
        drop(store);
        fs::remove_file(copy).unwrap();
    }
}

#[test]
fn what_a_sync_tool_could_not_merge_waits_as_a_conflict() {
    let dir = folder();
    let name = "anna-kovac (Ben's conflicted copy 2026-11-24).ron";
    let copy = dir.path().join("athletes").join(name);
    fs::copy(anna_file(&dir), &copy).unwrap();
    let (_, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes.len(), 2);
    assert_eq!(opened.conflicts, std::slice::from_ref(&copy));
    fs::remove_file(anna_file(&dir)).unwrap();
    let (_, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes.len(), 2, "alone it is the athlete");
}

#[test]
fn sessions_with_one_identity_are_told_apart_and_none_is_lost() {
    let dir = folder();
    let path = anna_file(&dir);
    let text = fs::read_to_string(&path).unwrap();
    let from = text.find("      (\n        id:").unwrap();
    let to = text
        .find("    ],\n  ),\n)")
        .or(text.find("    ],\n    tombstones"))
        .unwrap();
    let session = &text[from..to];
    let twice = session.replace("2026-11-23", "2026-11-25");
    let merged = format!("{}{session}{twice}{}", &text[..from], &text[from..]);
    fs::write(&path, merged).unwrap();
    let (store, _) = Store::open(dir.path()).unwrap();
    let anna = store.read_athlete("anna-kovac.ron").unwrap();
    let ids: std::collections::BTreeSet<_> = anna
        .sessions
        .all()
        .iter()
        .map(|session| session.id)
        .collect();
    assert_eq!((anna.sessions.len(), ids.len()), (3, 3));
    assert!(
        ids.contains(&SessionId::from_bits(1001)),
        "the first keeps its own"
    );
    let notes = store.take_notes();
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes[0].contains("one identity") && notes[0].contains("Anna"));
    assert_eq!(store.take_notes(), Vec::<String>::new(), "told once");
    let again = store.read_athlete("anna-kovac.ron").unwrap();
    assert_eq!(again, anna, "the new identity is the same at every reading");
    assert_eq!(store.take_notes(), notes);
    store.write_athlete(&anna, moment(0)).unwrap();
    store.read_athlete("anna-kovac.ron").unwrap();
    assert_eq!(store.take_notes(), Vec::<String>::new());
}

#[test]
fn fields_that_are_not_known_stay_in_the_file() {
    let dir = folder();
    let path = anna_file(&dir);
    let text = fs::read_to_string(&path).unwrap();
    let richer = text
        .replacen(
            "profile: (",
            "shoes: [\"A\", \"B\"],\n    profile: (\n      moon: Full(3),",
            1,
        )
        .replacen(
            "status: Done,",
            "status: Done,\n        sleep: (hours: 7.5),",
            1,
        )
        .replacen("sets: \"4\",", "cluster: true, sets: \"4\",", 1);
    fs::write(&path, &richer).unwrap();
    let (store, opened) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    for note in ["one", "two"] {
        anna.profile.notes = note.to_owned();
        let mut another = (*anna.sessions.all()[0]).clone();
        another.id = SessionId::from_bits(note.len() as u128 + 7);
        another.date = date(20);
        anna.sessions.put(Arc::new(another), 0);
        assert_eq!(
            store.write_athlete(&anna, moment(0)).unwrap(),
            Saved::Written
        );
        let text = fs::read_to_string(&path).unwrap();
        for kept in [
            "shoes: [\"A\", \"B\"]",
            "moon: Full(3)",
            "sleep: (hours: 7.5)",
            "cluster: true",
        ] {
            assert_eq!(text.matches(kept).count(), 1, "{kept}\n{text}");
        }
        assert_eq!(read_athlete(&path).unwrap(), anna);
    }
    let settings = dir.path().join("workspace.ron");
    drop(store);
    fs::write(
        &settings,
        "(version: 1, settings: (coach: \"Eve\", color: Red))",
    )
    .unwrap();
    let (store, reopened) = Store::open(dir.path()).unwrap();
    let mut changed = reopened.settings.clone();
    changed.coach = "Ada".to_owned();
    store.write_settings(&changed, moment(0)).unwrap();
    let text = fs::read_to_string(&settings).unwrap();
    assert!(
        text.contains("color: Red") && text.contains("Ada"),
        "{text}"
    );
    assert!(opened.warnings.is_empty());
}

#[test]
fn looking_takes_no_lock_and_leaves_no_trace() {
    let dir = folder();
    let before = names_in(dir.path());
    let (look, opened) = Store::look(dir.path()).unwrap();
    assert_eq!(opened.athletes.len(), 2);
    assert_eq!(names_in(dir.path()), before);
    let (window, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.mode, OpenMode::ReadWrite, "though somebody looks");
    assert!(look.read_athlete("anna-kovac.ron").is_ok());
    assert!(look.write_athlete(&athlete(1, "Anna"), moment(0)).is_err());
    drop(window);
}

#[test]
fn what_killed_saves_and_demos_left_is_cleared_away_and_nothing_else() {
    let dir = folder();
    let athletes = dir.path().join("athletes");
    for left in [".ironstride-save-aB3dE9.tmp", ".ironstride-aB3dE9.tmp"] {
        fs::write(athletes.join(left), "half").unwrap();
    }
    let others = [".ironstride-out-aB3dE9.tmp", ".hidden.tmp", "note.tmp"];
    for other in others {
        fs::write(athletes.join(other), "another's").unwrap();
    }
    let (_store, _) = Store::open(dir.path()).unwrap();
    let mut left = names_in(&athletes);
    left.retain(|name| name.contains(".tmp"));
    left.sort_unstable();
    let mut wanted = others;
    wanted.sort_unstable();
    assert_eq!(left, wanted);
}

#[test]
fn a_workspace_is_made_whole_or_not_at_all_and_copies_do_not_mix() {
    let dir = tempfile::tempdir().unwrap();
    // A leftover of a program that was ended while it made a workspace.
    let half = dir.path().join(".ironstride-new-aB3dE9/athletes");
    fs::create_dir_all(&half).unwrap();
    fs::write(half.join("anna-kovac.ron"), "half").unwrap();
    fs::create_dir(dir.path().join("athletes")).unwrap();
    fs::write(dir.path().join("athletes/notes.txt"), "mine").unwrap();
    create(dir.path(), &workspace(&["Anna Kovač"])).unwrap();
    assert_eq!(
        names_in(dir.path()),
        ["athletes", "library.ron", "workspace.ron"]
    );
    assert_eq!(
        names_in(&dir.path().join("athletes")),
        ["anna-kovac.ron", "notes.txt"]
    );
    fs::remove_file(dir.path().join("workspace.ron")).unwrap();
    assert!(
        matches!(
            create(dir.path(), &workspace(&["Anna Kovač"])),
            Err(StoreError::Occupied { .. })
        ),
        "there are athletes"
    );
    assert_eq!(names_in(&dir.path().join("athletes")).len(), 2);
}
