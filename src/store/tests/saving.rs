//! Saving, in the foreground and in the background, and what was there before.

use super::*;

#[test]
fn backups_are_kept_at_most_hourly_and_twenty_deep() {
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

    fs::write(
        backups.join("anna-kovac-2.2020-01-01T000000Z.ron"),
        "another athlete's",
    )
    .unwrap();
    fs::write(backups.join("anna-kovac.keep-me.ron"), "not ours").unwrap();
    for hour in 2..40 {
        anna.profile.notes = format!("hour {hour}");
        store.write_athlete(&anna, moment(hour)).unwrap();
    }
    let kept = names_in(&backups);
    assert_eq!(
        kept.iter()
            .filter(|name| name.starts_with("anna-kovac.19") || name.starts_with("anna-kovac.2"))
            .count(),
        20
    );
    assert!(!kept.contains(&first));
    assert!(kept.contains(&"anna-kovac-2.2020-01-01T000000Z.ron".to_owned()));
    assert!(kept.contains(&"anna-kovac.keep-me.ron".to_owned()));
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
