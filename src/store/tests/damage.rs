//! Files that are broken, each in its own way.

use super::*;

#[test]
fn each_kind_of_damage_has_its_error() {
    let dir = folder();
    let path = anna_file(&dir);
    let text = fs::read_to_string(&path).unwrap();
    let damage = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        read_athlete(&path).unwrap_err()
    };
    let utf16: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    assert!(
        damage(&utf16)
            .to_string()
            .contains("UTF-16 text; save it as UTF-8")
    );
    assert!(matches!(
        damage(b"(version: 1,\n\xff\xfe)"),
        StoreError::Encoding { .. }
    ));
    assert!(matches!(damage(b""), StoreError::Empty { .. }));
    assert!(matches!(damage(b" \r\n"), StoreError::Empty { .. }));
    assert!(matches!(damage(&[0; 512]), StoreError::Damaged { .. }));
    assert!(matches!(
        damage(b"(version: 0)"),
        StoreError::Damaged { .. }
    ));
    assert!(matches!(
        damage(b"(athlete: ())"),
        StoreError::Damaged { .. }
    ));
    for figure in ["NaN", "-inf", "1e999"] {
        let bad = text.replace("rir: 2.0", &format!("rir: {figure}"));
        let StoreError::Damaged { line, message, .. } = damage(bad.as_bytes()) else {
            panic!("{figure}")
        };
        assert!(
            bad.lines().nth(line - 1).unwrap().contains(figure),
            "{figure}: {line}"
        );
        assert!(message.contains("finite"), "{message}");
    }
    let bad = text.replace("\"62.5kg\"", "\"62.5 stone\"");
    let error = damage(bad.as_bytes()).to_string();
    assert!(
        error.contains("line ") && error.contains("62.5 stone") && error.contains("backups"),
        "{error}"
    );
    for cut in [text.len() / 3, text.len() / 2, text.len() - 4] {
        let cut = text.floor_char_boundary(cut);
        assert!(matches!(
            damage(&text.as_bytes()[..cut]),
            StoreError::Damaged { .. }
        ));
    }
}

#[test]
fn bombs_and_junk_are_refused_without_harm() {
    let dir = folder();
    let path = anna_file(&dir);
    for open in ["(", "[", "{a:", "Some("] {
        let bomb = format!("(version: 1, junk: {})", open.repeat(200_000));
        fs::write(&path, bomb).unwrap();
        assert!(
            matches!(read_athlete(&path), Err(StoreError::Damaged { .. })),
            "{open}"
        );
    }
    fs::write(&path, "/*".repeat(200_000)).unwrap();
    assert!(read_athlete(&path).is_err());
    fs::File::create(&path).unwrap().set_len(200 << 20).unwrap();
    let error = read_athlete(&path).unwrap_err();
    assert!(
        matches!(error, StoreError::TooLarge { megabytes: 200, .. }),
        "{error}"
    );
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes.len(), 2);
    let saved = store
        .write_athlete(&athlete(1, "Anna Kovač"), moment(0))
        .unwrap();
    assert_eq!(
        saved,
        Saved::Written,
        "the head told no identity, so Anna is new and gets a new file"
    );
    assert!(dir.path().join("athletes/anna-kovac-2.ron").exists());
}

#[test]
fn a_damaged_athlete_stops_nobody_and_is_never_overwritten() {
    let dir = folder();
    let path = anna_file(&dir);
    let damaged = fs::read_to_string(&path)
        .unwrap()
        .replace("reps: 6", "reps: six");
    fs::write(&path, &damaged).unwrap();
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes.len(), 2);
    assert!(matches!(
        store.read_athlete("anna-kovac.ron"),
        Err(StoreError::Damaged { .. })
    ));
    assert!(store.read_athlete("ben-okafor.ron").is_ok());

    let saved = store
        .write_athlete(&athlete(1, "Anna Kovač"), moment(0))
        .unwrap();
    let Saved::Conflict { theirs, ours, why } = saved else {
        panic!("{saved:?}")
    };
    assert_eq!((theirs, why), (path.clone(), Beside::Damaged));
    assert_eq!(fs::read_to_string(&path).unwrap(), damaged);
    assert_eq!(read_athlete(&ours).unwrap().profile.name, "Anna Kovač");
}

#[test]
fn damaged_settings_and_library_leave_the_athletes() {
    let dir = folder();
    fs::write(
        dir.path().join("workspace.ron"),
        "(version: 1, settings: (coach: 7))",
    )
    .unwrap();
    fs::write(dir.path().join("library.ron"), "nonsense").unwrap();
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.warnings.len(), 2);
    assert_eq!(opened.athletes.len(), 2);
    assert!(matches!(
        store.write_own(&OwnLibrary::default(), moment(0)).unwrap(),
        Saved::Conflict { .. }
    ));
    assert_eq!(
        fs::read_to_string(dir.path().join("library.ron")).unwrap(),
        "nonsense"
    );
}

#[test]
fn what_is_made_while_the_library_is_damaged_is_kept_in_one_file_for_all_sessions() {
    let dir = folder();
    let path = dir.path().join("library.ron");
    let (store, opened) = Store::open(dir.path()).unwrap();
    let mut own = (*opened.own).clone();
    let library = crate::library::Library::shipped().unwrap();
    let add = |own: &mut OwnLibrary, name: &str| {
        let mut exercise = library.exercises()[0].clone();
        exercise.id = ExerciseId::new(format!("own-{name}"));
        exercise.name = name.to_owned();
        own.exercises.push(exercise);
    };
    add(&mut own, "first");
    store.write_own(&own, moment(0)).unwrap();
    add(&mut own, "second");
    store.write_own(&own, moment(2)).unwrap();
    drop(store);
    fs::write(&path, "(version: 1, library: (exer").unwrap();
    for (session, names) in [
        (3, &["first"][..]),
        (5, &["first", "third"]),
        (7, &["first", "third", "third"]),
    ] {
        let (store, opened) = Store::open(dir.path()).unwrap();
        assert!(
            matches!(&opened.warnings[..], [StoreError::Damaged { .. }]),
            "{:?}",
            opened.warnings
        );
        assert!(opened.notes[0].contains("is used in its place"));
        let mut own = (*opened.own).clone();
        let found: Vec<&str> = own.exercises.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(found.len(), names.len(), "{found:?}");
        own.exercises.retain(|it| it.name != "second");
        add(&mut own, "third");
        let n = own.exercises.len();
        own.exercises[n - 1].id = ExerciseId::new(format!("own-third-{session}"));
        let saved = store.write_own(&own, moment(session)).unwrap();
        assert!(
            matches!(
                saved,
                Saved::Conflict {
                    why: Beside::Damaged,
                    ..
                }
            ),
            "{saved:?}"
        );
    }
    let beside = names_in(dir.path());
    let beside = beside.iter().filter(|name| name.contains(".conflict-"));
    assert_eq!(beside.count(), 1, "no new file each session");
    assert_eq!(
        fs::read_to_string(&path).unwrap(),
        "(version: 1, library: (exer"
    );
}

#[test]
fn a_damaged_file_names_its_last_backup() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    anna.profile.notes = "more".to_owned();
    store.write_athlete(&anna, moment(0)).unwrap();
    fs::write(anna_file(&dir), "(version: 1, athlete: ").unwrap();
    let error = store
        .read_athlete("anna-kovac.ron")
        .unwrap_err()
        .to_string();
    let backup = &names_in(&dir.path().join("backups"))[0];
    assert!(error.contains(backup), "{error}");
}

#[test]
fn a_damaged_file_is_called_by_the_name_in_the_copy_beside_it() {
    let dir = folder();
    let whole = fs::read_to_string(anna_file(&dir)).unwrap();
    let (_, opened) = Store::open(dir.path()).unwrap();
    let named = |opened: &Opened| {
        let mut all = opened.athletes.iter();
        let anna = all.find(|known| known.file == "anna-kovac.ron").unwrap();
        anna.name.clone()
    };
    let name = named(&opened);
    assert!(!name.is_ascii(), "{name} cannot be told from its file");
    let beside = anna_file(&dir).with_file_name("anna-kovac.conflict-2026-11-30T093056Z.ron");
    fs::write(beside, whole).unwrap();
    fs::write(anna_file(&dir), "(version: 1, athlete: ").unwrap();
    let (_, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(named(&opened), name);
}
