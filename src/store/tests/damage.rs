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
    let Saved::Conflict { theirs, ours } = saved else {
        panic!("{saved:?}")
    };
    assert_eq!(theirs, path);
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
