//! Kept versions found and brought back, and copies beside files settled.

use super::*;

/// A workspace whose Anna was written three times, a day apart: with notes "1", "2" and "3".
fn versions() -> (TempDir, Store) {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    for day in 1..=3 {
        anna.profile.notes = day.to_string();
        store.write_athlete(&anna, moment(24 * day)).unwrap();
    }
    (dir, store)
}

fn notes(content: &Content) -> &str {
    match content {
        Content::Athlete(athlete) => &athlete.profile.notes,
        other => panic!("{other:?}"),
    }
}

fn of<'a>(kept: &'a [KeptFile], name: &str) -> &'a KeptFile {
    kept.iter().find(|file| file.name == name).unwrap()
}

#[test]
fn every_file_is_listed_with_its_versions_newest_first() {
    let (_dir, store) = versions();
    let kept = store.kept_files();
    let names: Vec<_> = kept.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["Anna Kovač", "Ben Okafor", "Library", "Settings"]);
    let anna = of(&kept, "Anna Kovač");
    assert_eq!(
        (anna.kind, anna.state),
        (KeptKind::Athlete, FileState::Whole)
    );
    assert_eq!(anna.athlete, Some(AthleteId::from_bits(1)));
    let read = |version: &KeptVersion| store.read_version(anna.kind, &version.path).unwrap();
    let said: Vec<_> = anna.versions.iter().map(read).collect();
    let said: Vec<_> = said.iter().map(notes).collect();
    assert_eq!(said, ["2", "1", ""], "each as it was before the change");
    assert_eq!(anna.versions[0].moment, moment(72));
    assert!(anna.versions.iter().all(|version| version.bytes > 100));
    assert!(of(&kept, "Ben Okafor").versions.is_empty());
}

#[test]
fn an_athlete_who_has_no_file_any_more_is_listed_by_name_and_comes_back_as_the_same() {
    let (dir, store) = versions();
    store
        .remove_athlete(AthleteId::from_bits(1), moment(96))
        .unwrap();
    let kept = store.kept_files();
    let anna = of(&kept, "Anna Kovač");
    assert_eq!(anna.state, FileState::Missing);
    let Content::Athlete(then) = store
        .read_version(anna.kind, &anna.versions[0].path)
        .unwrap()
    else {
        panic!("an athlete")
    };
    assert_eq!(then.profile.notes, "3");
    let id = store.make_way(anna, then.id, moment(97)).unwrap();
    assert_eq!(id, AthleteId::from_bits(1));
    assert_eq!(
        store.write_athlete(&then, moment(97)).unwrap(),
        Saved::Written
    );
    assert_eq!(read_athlete(&anna_file(&dir)).unwrap(), *then);
}

#[test]
fn a_damaged_file_makes_way_and_is_kept_as_it_was() {
    let (dir, store) = versions();
    drop(store);
    for damage in ["(version: 1, athlete: (id: \"no", ""] {
        fs::write(anna_file(&dir), damage).unwrap();
        let (store, _) = Store::open(dir.path()).unwrap();
        let kept = store.kept_files();
        let anna = of(&kept, "Anna Kovač");
        assert_eq!(anna.state, FileState::Damaged, "{damage:?}");
        let path = anna.versions[0].path.clone();
        let Content::Athlete(then) = store.read_version(anna.kind, &path).unwrap() else {
            panic!("an athlete")
        };
        store.make_way(anna, then.id, moment(100)).unwrap();
        assert_eq!(
            store.write_athlete(&then, moment(100)).unwrap(),
            Saved::Written
        );
        assert_eq!(read_athlete(&anna_file(&dir)).unwrap(), *then);
        let aside = names_in(&dir.path().join("backups"));
        let aside = aside.iter().filter(|name| name.contains(".damaged-"));
        let texts: Vec<_> = aside
            .map(|name| fs::read_to_string(dir.path().join("backups").join(name)).unwrap())
            .collect();
        assert!(texts.iter().any(|text| text == damage), "{texts:?}");
        // It is not offered as a version, and not deleted.
        let versions = store.kept_files();
        assert!(
            of(&versions, "Anna Kovač").versions.iter().all(|it| !it
                .path
                .display()
                .to_string()
                .contains("damaged"))
        );
    }
}

#[test]
fn what_is_there_now_is_kept_before_a_version_comes_back_however_lately_another_was() {
    let (_dir, store) = versions();
    let before = of(&store.kept_files(), "Anna Kovač").versions.len();
    let kept = store.kept_files();
    let anna = of(&kept, "Anna Kovač");
    let Content::Athlete(then) = store
        .read_version(anna.kind, &anna.versions[2].path)
        .unwrap()
    else {
        panic!("an athlete")
    };
    // Within the hour in which no other version would be kept.
    let soon = moment(72) + TimeDelta::minutes(1);
    store.make_way(anna, then.id, soon).unwrap();
    store.write_athlete(&then, soon).unwrap();
    let kept = store.kept_files();
    let anna = of(&kept, "Anna Kovač");
    assert_eq!(anna.versions.len(), before + 1);
    let newest = store
        .read_version(anna.kind, &anna.versions[0].path)
        .unwrap();
    assert_eq!(notes(&newest), "3");
}

#[test]
fn versions_of_a_later_file_do_not_come_back_over_it() {
    let (dir, store) = versions();
    drop(store);
    let text = fs::read_to_string(anna_file(&dir)).unwrap();
    let newer = text.replacen("version: 1", "version: 9", 1);
    fs::write(anna_file(&dir), &newer).unwrap();
    let (store, _) = Store::open(dir.path()).unwrap();
    let kept = store.kept_files();
    let anna = of(&kept, "Anna Kovač");
    assert_eq!(anna.state, FileState::Newer);
    let refused = store.make_way(anna, AthleteId::from_bits(1), moment(100));
    assert!(
        matches!(refused, Err(StoreError::Newer { version: 9, .. })),
        "{refused:?}"
    );
    assert_eq!(fs::read_to_string(anna_file(&dir)).unwrap(), newer);
}

/// Anna's file, and what this program wrote beside it: damaged the one, with notes "ours" the other.
fn conflict(theirs: &str) -> (TempDir, Store, PathBuf) {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    fs::write(anna_file(&dir), theirs).unwrap();
    anna.profile.notes = "ours".to_owned();
    let saved = store.write_athlete(&anna, moment(1)).unwrap();
    let Saved::Conflict { ours, .. } = saved else {
        panic!("{saved:?}")
    };
    (dir, store, ours)
}

#[test]
fn ours_takes_the_place_of_a_damaged_file_which_is_kept() {
    let (dir, store, copy) = conflict("(version: 1, athl");
    let pair = store.pair_of(&copy).unwrap();
    assert_eq!(pair.file, anna_file(&dir));
    assert!(pair.copy_is_ours);
    let refused = store.settle(&pair, Take::File, moment(2)).unwrap_err();
    assert!(refused.damaged_file().is_some(), "{refused}");
    assert!(copy.exists(), "nothing was moved");
    store.settle(&pair, Take::Copy, moment(2)).unwrap();
    drop(store);
    assert!(!copy.exists());
    assert_eq!(
        read_athlete(&anna_file(&dir)).unwrap().profile.notes,
        "ours"
    );
    let (_, opened) = Store::open(dir.path()).unwrap();
    assert!(opened.warnings.is_empty() && opened.conflicts.is_empty());
    let aside = names_in(&dir.path().join("backups"));
    assert!(
        aside
            .iter()
            .any(|name| name.contains("anna-kovac.damaged-")),
        "{aside:?}"
    );
}

#[test]
fn the_one_that_is_not_taken_is_a_version_in_the_backups() {
    for take in [Take::File, Take::Copy] {
        let theirs = format::encode(Path::new("a"), &athlete(1, "Anna by somebody else")).unwrap();
        let (dir, store, copy) = conflict(&theirs);
        let pair = store.pair_of(&copy).unwrap();
        store.settle(&pair, take, moment(2)).unwrap();
        drop(store);
        let (store, _) = Store::open(dir.path()).unwrap();
        let name = read_athlete(&anna_file(&dir)).unwrap().profile.name;
        let kept = store.kept_files();
        let anna = kept.iter().find(|it| it.path == anna_file(&dir)).unwrap();
        let Content::Athlete(other) = store
            .read_version(anna.kind, &anna.versions[0].path)
            .unwrap()
        else {
            panic!("an athlete")
        };
        let expected = match take {
            Take::File => ("Anna by somebody else", "Anna Kovač"),
            Take::Copy => ("Anna Kovač", "Anna by somebody else"),
        };
        assert_eq!((name.as_str(), other.profile.name.as_str()), expected);
    }
}

#[test]
fn a_copy_finds_its_file_by_name_where_no_identity_tells() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    for (copy, file) in [
        (
            "athletes/anna-kovac (Ben's conflicted copy).ron",
            Some("athletes/anna-kovac.ron"),
        ),
        (
            "athletes/ben-okafor.sync-conflict-1.ron",
            Some("athletes/ben-okafor.ron"),
        ),
        ("workspace.conflict-1.ron", Some("workspace.ron")),
        ("athletes/carla.conflict-1.ron", None),
    ] {
        let path = dir.path().join(copy);
        fs::write(&path, "damaged").unwrap();
        let found = store.pair_of(&path).map(|pair| pair.file);
        assert_eq!(found, file.map(|file| dir.path().join(file)), "{copy}");
    }
}
