//! Saving, in the foreground and in the background, and what was there before.

use super::*;

#[test]
fn backups_are_kept_at_most_hourly_and_thin_out_with_age() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    let backups = dir.path().join("backups");
    for (index, minutes) in [0, 10, 59, 60, 61].into_iter().enumerate() {
        anna.profile.notes = index.to_string();
        store
            .write_athlete(&anna, moment(0) + TimeDelta::minutes(minutes))
            .unwrap();
    }
    assert_eq!(
        names_in(&backups).len(),
        2,
        "one at once, one after an hour"
    );
    let first = names_in(&backups).remove(0);
    assert_eq!(
        read_athlete(&backups.join(&first)).unwrap(),
        athlete(1, "Anna Kovač")
    );

    let others = [
        "anna-kovac-2.2020-01-01T000000Z.ron",
        "anna-kovac.keep-me.ron",
        "anna-kovac.2020.ron",
    ];
    for other in others {
        fs::write(backups.join(other), "not one of hers").unwrap();
    }
    for hour in 2..100 {
        anna.profile.notes = format!("hour {hour}");
        store.write_athlete(&anna, moment(hour)).unwrap();
    }
    let kept = names_in(&backups);
    let hers = kept.iter().filter(|name| !others.contains(&name.as_str()));
    assert_eq!(
        hers.count(),
        12 + 3,
        "a day is a version's, and of five days one is in the newest"
    );
    for other in others {
        assert!(kept.contains(&other.to_owned()), "{other}");
    }
}

#[test]
fn a_clock_set_back_deletes_nothing_new() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    let backups = dir.path().join("backups");
    for hour in 0..10 {
        anna.profile.notes = format!("hour {hour}");
        store.write_athlete(&anna, moment(hour)).unwrap();
    }
    let before = names_in(&backups);
    for hour in 0..10 {
        anna.profile.notes = format!("in the past, {hour}");
        store.write_athlete(&anna, moment(hour - 40_000)).unwrap();
    }
    let after = names_in(&backups);
    assert!(before.iter().all(|name| after.contains(name)), "{after:?}");
    assert_eq!(after.len(), 20, "and those made then are there too");
}

#[test]
fn a_backup_stays_as_it_was_when_the_file_is_written_again() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    for hour in 0..3 {
        anna.profile.notes = format!("hour {hour}");
        store.write_athlete(&anna, moment(hour)).unwrap();
    }
    let backups = dir.path().join("backups");
    let notes: Vec<String> = names_in(&backups)
        .iter()
        .map(|name| read_athlete(&backups.join(name)).unwrap().profile.notes)
        .collect();
    assert_eq!(notes, ["", "hour 0", "hour 1"]);
}

/// Runs with so many bytes left on the disk.
fn with_room<T>(bytes: usize, run: impl FnOnce() -> T) -> T {
    crate::store::files::room::LEFT.set(Some(bytes));
    let result = run();
    crate::store::files::room::LEFT.set(None);
    result
}

#[test]
fn on_a_nearly_full_disk_the_save_comes_before_the_backup() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let path = anna_file(&dir);
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    let size = fs::metadata(&path).unwrap().len() as usize;
    anna.profile.notes = "there is room for this and for no copy".to_owned();
    let saved = with_room(size + 100, || store.write_athlete(&anna, moment(0)));
    assert_eq!(saved.unwrap(), Saved::Written);
    assert_eq!(read_athlete(&path).unwrap(), anna);
}

#[test]
fn on_a_full_disk_old_backups_make_room_and_the_newest_stay() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let path = anna_file(&dir);
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    for day in 0..9 {
        anna.profile.notes = format!("day {day}");
        store.write_athlete(&anna, moment(day * 24)).unwrap();
    }
    let before = fs::read(&path).unwrap();
    let backups = dir.path().join("backups");
    let newest = names_in(&backups).split_off(6);
    anna.profile.notes = "no room at all".to_owned();
    let error = with_room(0, || store.write_athlete(&anna, moment(240))).unwrap_err();
    assert!(error.may_pass(), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_eq!(names_in(&backups), newest, "a few stay however full it is");
    assert_eq!(names_in(&dir.path().join("athletes")).len(), 2, "no rest");
    assert_eq!(
        store.write_athlete(&anna, moment(240)).unwrap(),
        Saved::Written
    );
}

#[test]
fn a_failed_save_leaves_the_old_file_whole_and_can_be_repeated() {
    let dir = folder();
    let path = anna_file(&dir);
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    let before = fs::read(&path).unwrap();
    anna.profile.notes = "new".to_owned();
    let in_the_way = dir.path().join("backups");
    fs::write(&in_the_way, "a file where the backups should go").unwrap();
    let error = store.write_athlete(&anna, moment(0)).unwrap_err();
    assert!(error.may_pass(), "{error}");
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::remove_file(&in_the_way).unwrap();
    assert_eq!(
        store.write_athlete(&anna, moment(0)).unwrap(),
        Saved::Written
    );
    assert_eq!(read_athlete(&path).unwrap(), anna);
    assert_eq!(
        names_in(&dir.path().join("athletes")).len(),
        2,
        "no temporary file stays behind"
    );
}

#[test]
fn a_file_marked_read_only_stays_as_it_is() {
    let dir = folder();
    let path = anna_file(&dir);
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    anna.profile.notes = "new".to_owned();
    assert!(matches!(
        store.write_athlete(&anna, moment(0)),
        Err(StoreError::Unwritable { .. })
    ));
    assert_eq!(read_athlete(&path).unwrap(), athlete(1, "Anna Kovač"));
}

#[test]
fn a_figure_that_could_not_be_read_back_is_not_written() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let before = fs::read(anna_file(&dir)).unwrap();
    let anna = store.read_athlete("anna-kovac.ron").unwrap();
    for load in [
        LoadSpec::Kg(Kilograms::new(f64::NAN)),
        LoadSpec::Percent(-1.0),
    ] {
        let mut anna = (*anna).clone();
        let mut session = (*anna.sessions.all()[0]).clone();
        session.plan.workout.exercises_mut().unwrap()[0].load = load;
        anna.sessions.put(Arc::new(session), 0);
        let error = store.write_athlete(&anna, moment(0)).unwrap_err();
        assert!(
            matches!(error, StoreError::Unsound { .. }) && !error.may_pass(),
            "{error}"
        );
    }
    assert_eq!(fs::read(anna_file(&dir)).unwrap(), before);
}

#[test]
fn renaming_keeps_the_file_and_removing_moves_it_into_the_backups() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    anna.profile.name = "Anna Horvat".to_owned();
    assert_eq!(
        store.write_athlete(&anna, moment(0)).unwrap(),
        Saved::Written
    );
    assert_eq!(
        read_athlete(&anna_file(&dir)).unwrap().profile.name,
        "Anna Horvat"
    );

    store.remove_athlete(anna.id, moment(1)).unwrap();
    assert_eq!(names_in(&dir.path().join("athletes")), ["ben-okafor.ron"]);
    assert_eq!(names_in(&dir.path().join("backups")).len(), 2);
    store.remove_athlete(anna.id, moment(1)).unwrap();

    assert_eq!(
        store.write_athlete(&anna, moment(2)).unwrap(),
        Saved::Written,
        "undo brings her back"
    );
    assert!(dir.path().join("athletes/anna-horvat.ron").exists());
    assert_eq!(
        store
            .write_athlete(&athlete(9, "Anna Horvat"), moment(2))
            .unwrap(),
        Saved::Written
    );
    assert!(dir.path().join("athletes/anna-horvat-2.ron").exists());
}

#[test]
fn the_saver_writes_the_last_of_many_edits_before_it_ends() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    let events = Arc::new(Mutex::new(Vec::new()));
    let heard = events.clone();
    let saver = Saver::start(store, move |event| heard.lock().unwrap().push(event));
    for edit in 0..200 {
        anna.profile.notes = format!("edit {edit}");
        saver
            .save(SaveRequest::Athlete(Arc::new(anna.clone())))
            .unwrap();
    }
    saver
        .save(SaveRequest::Remove(AthleteId::from_bits(2)))
        .unwrap();
    assert_eq!(saver.finish(), []);
    assert_eq!(
        read_athlete(&anna_file(&dir)).unwrap().profile.notes,
        "edit 199"
    );
    assert!(!dir.path().join("athletes/ben-okafor.ron").exists());
    let events = events.lock().unwrap();
    assert!(events.contains(&SaveEvent::Saved(Document::Athlete(anna.id))));
    assert!(events.len() < 20, "edits are collected: {}", events.len());
    assert_eq!(
        Store::open(dir.path()).unwrap().1.mode,
        OpenMode::ReadWrite,
        "the lock is gone with it"
    );
}

#[test]
fn a_failure_to_save_is_told_as_one() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    let athletes = dir.path().join("athletes");
    fs::rename(&athletes, dir.path().join("away")).unwrap();
    fs::write(&athletes, "in the way").unwrap();
    let saver = Saver::start(store, |_| {});
    anna.profile.notes = "lost?".to_owned();
    saver.save(SaveRequest::Athlete(Arc::new(anna))).unwrap();
    let failed = saver.finish();
    let [SaveEvent::Failed { message, .. }] = &failed[..] else {
        panic!("{failed:?}")
    };
    assert!(message.contains("cannot be saved"), "{message}");
}

#[test]
fn the_saver_returns_what_it_could_not_save() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    fs::write(dir.path().join("backups"), "in the way").unwrap();
    let saver = Saver::start(store, |_| {});
    anna.profile.notes = "lost?".to_owned();
    saver
        .save(SaveRequest::Athlete(Arc::new(anna.clone())))
        .unwrap();
    let failed = saver.finish();
    assert!(
        matches!(&failed[..], [SaveEvent::Failed { document: Document::Athlete(id), .. }] if *id == anna.id)
    );
}
