//! What other programs do to the files: sync tools, copies, files that come one after the other.

use crate::domain::Half;

use super::*;

#[test]
fn what_a_sync_tool_put_beside_a_part_is_merged_into_it() {
    for name in [
        "{}.sync-conflict-20261128-101500-ABCDEFG.ron",
        "{} (Ben's conflicted copy).ron",
    ] {
        let (dir, _) = long_folder();
        let part = parts_of(&dir)[0].clone();
        let (store, mut anna) = open(&dir);
        let mut theirs = read_part(&part).as_athlete();
        let mut ours = nth(&anna, 3);
        ours.plan.note = "Ours".to_owned();
        let id = ours.id;
        change(&mut anna, ours, 1);
        store.write_athlete(&anna, moment(1)).unwrap();
        drop(store);
        let mut other = Session::clone(theirs.sessions.get(id).unwrap());
        other.plan.title = "Theirs".to_owned();
        change(&mut theirs, other, 2);
        let stem = part.file_stem().unwrap().to_str().unwrap();
        let copy = part.with_file_name(name.replace("{}", stem));
        fs::write(
            &copy,
            format::encode(&copy, &StoredPart::of(theirs)).unwrap(),
        )
        .unwrap();
        let (store, opened) = Store::open_and_merge(dir.path(), moment(3)).unwrap();
        assert!(
            opened.conflicts.is_empty() && opened.notes[0].contains("merged"),
            "{:?}",
            opened.notes
        );
        let read = store.read_athlete(ANNA).unwrap();
        let plan = &read.sessions.get(id).unwrap().plan;
        assert_eq!(
            (plan.title.as_str(), plan.note.as_str()),
            ("Theirs", "Ours")
        );
        assert!(!copy.exists());
        drop(store);
        assert_eq!(on_disk(&dir), *read);
    }
}

#[test]
fn a_copy_whose_part_is_not_there_is_read_as_one_and_put_away_when_it_is_saved() {
    let (dir, anna) = long_folder();
    let part = parts_of(&dir)[1].clone();
    let copy = part.with_file_name("sent by Ben.ron");
    fs::rename(&part, &copy).unwrap();
    let (store, mut read) = open(&dir);
    assert_eq!(read, anna);
    read.profile.notes = "an edit".to_owned();
    store.write_athlete(&read, moment(1)).unwrap();
    assert!(!copy.exists());
    drop(store);
    let (store, again) = open(&dir);
    assert_eq!(again, read);
    assert_eq!(
        store.take_problems().len(),
        1,
        "its own place is still empty"
    );
}

#[test]
fn a_part_that_somebody_else_changes_is_brought_in_and_never_overwritten() {
    let (dir, _) = long_folder();
    let part = parts_of(&dir)[0].clone();
    let name = part.file_name().unwrap().to_string_lossy().into_owned();
    let (store, mut anna) = open(&dir);
    let base = anna.clone();
    let text = fs::read_to_string(&part).unwrap();
    let theirs = text.replacen("title: \"Session 3\"", "title: \"Theirs\"", 1);
    fs::write(&part, &theirs).unwrap();
    // An edit of that part of the calendar before the change is noticed.
    let mut ours = nth(&anna, 5);
    ours.plan.note = "Ours".to_owned();
    change(&mut anna, ours.clone(), 1);
    let saved = store.write_athlete(&anna, moment(1)).unwrap();
    assert_eq!(saved, Saved::Written, "into her own file");
    assert_eq!(fs::read_to_string(&part).unwrap(), theirs);
    let changed = ChangedFile::Part {
        athlete: ANNA.to_owned(),
        name,
    };
    let Some(External::Athlete {
        base: Some(before),
        theirs,
    }) = store.take_external(&changed, moment(2)).unwrap()
    else {
        panic!("it is news")
    };
    assert_eq!(*before, anna);
    let titles = theirs
        .sessions
        .all()
        .iter()
        .map(|it| it.plan.title.as_str());
    assert!(titles.clone().any(|title| title == "Theirs"));
    assert_eq!(theirs.sessions.get(ours.id).unwrap().plan.note, "Ours");
    assert_eq!(theirs.sessions.len(), base.sessions.len());
    assert!(
        store.take_external(&changed, moment(2)).unwrap().is_none(),
        "told once"
    );
    store.write_athlete(&theirs, moment(3)).unwrap();
    assert_eq!(on_disk(&dir), *theirs);
}

#[test]
fn files_that_come_one_after_the_other_delete_nothing() {
    let (dir, _) = long_folder();
    let (store, anna) = open(&dir);
    // Another machine moved weeks into a part, and the own file arrives before that part.
    let own = fs::read(anna_file(&dir)).unwrap();
    let parts = parts_of(&dir);
    let late = fs::read(parts.last().unwrap()).unwrap();
    fs::remove_file(parts.last().unwrap()).unwrap();
    let text = String::from_utf8(own).unwrap();
    fs::write(
        anna_file(&dir),
        text.replacen("name: \"Anna", "name: \"Dr. Anna", 1),
    )
    .unwrap();
    let changed = ChangedFile::Athlete(ANNA.to_owned());
    let Some(External::Athlete { theirs, .. }) = store.take_external(&changed, moment(1)).unwrap()
    else {
        panic!("it is news")
    };
    assert_eq!(theirs.sessions, anna.sessions);
    assert_eq!(theirs.profile.name, "Dr. Anna Kovač");
    store.write_athlete(&theirs, moment(2)).unwrap();
    fs::write(parts.last().unwrap(), late).unwrap();
    drop(store);
    assert_eq!(on_disk(&dir).sessions, anna.sessions);
}

#[test]
fn a_file_of_before_that_somebody_copied_over_is_read_with_the_parts() {
    let (dir, old) = long_folder();
    let whole = format::encode(&anna_file(&dir), &old).unwrap();
    let (store, mut anna) = open(&dir);
    let mut changed = nth(&anna, 3);
    changed.plan.note = "Changed since".to_owned();
    change(&mut anna, changed, 1);
    store.write_athlete(&anna, moment(1)).unwrap();
    drop(store);
    fs::write(anna_file(&dir), whole).unwrap();
    assert_eq!(on_disk(&dir), anna, "the later version of each session");
    let (store, mut read) = open(&dir);
    read.profile.notes = "an edit".to_owned();
    store.write_athlete(&read, moment(2)).unwrap();
    assert_eq!(on_disk(&dir), read);
    let own = fs::metadata(anna_file(&dir)).unwrap().len();
    assert!(own <= 102_400, "in parts again: {own}");
}

#[test]
fn an_own_file_that_comes_before_the_parts_it_was_written_with_deletes_nothing() {
    let (dir, _) = long_folder();
    let (there, _) = long_folder();
    let (store, anna) = open(&dir);
    let (other, mut theirs) = open(&there);
    let template = nth(&theirs, 0);
    for day in 0..60_u64 {
        let session = Session {
            id: SessionId::from_bits((1 << 70) + u128::from(day)),
            date: today() + Days::new(day / 3),
            ..template.clone()
        };
        edit::apply(&mut theirs, &[Edit::put(session)], Stamp::coach(moment(1)));
    }
    other.write_athlete(&theirs, moment(1)).unwrap();
    let before = opening_from(&dir);
    fs::copy(anna_file(&there), anna_file(&dir)).unwrap();
    assert!(before < opening_from(&dir), "days moved into a part");
    let changed = ChangedFile::Athlete(ANNA.to_owned());
    let Some(External::Athlete { theirs: first, .. }) =
        store.take_external(&changed, moment(2)).unwrap()
    else {
        panic!("it is news")
    };
    let is_there = |it: &Arc<Session>| first.sessions.get(it.id).is_some();
    assert!(anna.sessions.all().iter().all(is_there));
    assert_eq!(first.sessions.len(), theirs.sessions.len());
    for part in parts_of(&there) {
        let name = part.file_name().unwrap().to_string_lossy().into_owned();
        fs::copy(&part, dir.path().join("athletes/anna-kovac").join(&name)).unwrap();
        let changed = ChangedFile::Part {
            athlete: ANNA.to_owned(),
            name,
        };
        store.take_external(&changed, moment(2)).unwrap();
    }
    drop(store);
    assert_eq!(on_disk(&dir), theirs);
}

/// Session 3 of Anna as two branches leave it: one moved it to today, into her own file, with a note; the other gave it a
/// title where it was. Both files are merged on what they were before, as git does it.
fn moved_and_changed(moved_at: i64, titled_at: Option<i64>) -> (TempDir, SessionId) {
    let (base, _) = long_folder();
    let (ours, _) = long_folder();
    let (theirs, _) = long_folder();
    let part = |dir: &TempDir| parts_of(dir)[0].clone();
    let (store, mut anna) = open(&ours);
    let mut moved = nth(&anna, 3);
    moved.date = today();
    moved.plan.note = "Moved".to_owned();
    let id = moved.id;
    change(&mut anna, moved, moved_at);
    store.write_athlete(&anna, moment(moved_at)).unwrap();
    drop(store);
    assert!(read_part(&part(&ours)).sessions.get(id).is_none());
    if let Some(hour) = titled_at {
        let (store, mut anna) = open(&theirs);
        let mut titled = nth(&anna, 3);
        titled.plan.title = "Titled".to_owned();
        change(&mut anna, titled, hour);
        store.write_athlete(&anna, moment(hour)).unwrap();
    }
    for file in [part as fn(&TempDir) -> PathBuf, anna_file] {
        merge_files(&file(&base), &file(&ours), &file(&theirs)).unwrap();
    }
    (ours, id)
}

#[test]
fn a_session_moved_by_one_and_changed_by_the_other_is_one_with_both_changes() {
    for (moved_at, titled_at) in [(1, 2), (2, 1)] {
        let (dir, id) = moved_and_changed(moved_at, Some(titled_at));
        let read = on_disk(&dir);
        let session = read.sessions.get(id).unwrap();
        assert_eq!(
            (session.plan.title.as_str(), session.plan.note.as_str()),
            ("Titled", "Moved")
        );
        assert_eq!(session.date, today());
        assert!(session.alternatives.is_empty(), "{session:?}");
        assert_eq!(session.log, nth(&on_disk(&long_folder().0), 3).log);
        // After saving, each session is stored once and unchanged.
        let (store, mut anna) = open(&dir);
        anna.profile.notes = "an edit".to_owned();
        store.write_athlete(&anna, moment(3)).unwrap();
        assert_eq!(on_disk(&dir), anna);
        assert_eq!(anna.sessions, read.sessions);
    }
}

#[test]
fn a_session_that_only_one_side_moved_is_as_that_side_left_it() {
    let (dir, id) = moved_and_changed(1, None);
    let read = on_disk(&dir);
    let session = read.sessions.get(id).unwrap();
    assert!(session.alternatives.is_empty());
    assert_eq!(
        (session.date, session.plan.note.as_str()),
        (today(), "Moved")
    );
}

#[test]
fn days_that_one_side_only_put_into_a_part_take_the_change_of_the_other() {
    // The own file of a later week: its first days moved into a part unchanged, while the other side changed one of them.
    let (base, _) = long_folder();
    let (ours, _) = long_folder();
    let (theirs, _) = long_folder();
    let (store, mut anna) = open(&ours);
    let before = opening_from(&ours);
    let template = nth(&anna, 0);
    for day in 0..60_u64 {
        let session = Session {
            id: SessionId::from_bits((1 << 70) + u128::from(day)),
            date: today() + Days::new(day / 3),
            ..template.clone()
        };
        edit::apply(&mut anna, &[Edit::put(session)], Stamp::coach(moment(1)));
    }
    store.write_athlete(&anna, moment(1)).unwrap();
    drop(store);
    let (store, mut anna) = open(&theirs);
    let mut changed = Session::clone(&anna.sessions.between(before, today())[0]);
    assert!(changed.date < opening_from(&ours), "it moved into a part");
    changed.plan.title = "Titled".to_owned();
    let id = changed.id;
    change(&mut anna, changed, 2);
    store.write_athlete(&anna, moment(2)).unwrap();
    drop(store);
    merge_files(&anna_file(&base), &anna_file(&ours), &anna_file(&theirs)).unwrap();
    let read = on_disk(&ours);
    let session = read.sessions.get(id).unwrap();
    assert_eq!(session.plan.title, "Titled");
    assert!(session.alternatives.is_empty(), "{session:?}");
}

#[test]
fn where_both_changed_the_same_of_a_moved_session_one_stands_and_the_other_is_beside_it() {
    let (base, anna) = long_folder();
    let sides = [("60kg", Some(today())), ("70kg", None)].map(|(load, moved)| {
        let (dir, _) = long_folder();
        let (store, mut anna) = open(&dir);
        let mut session = nth(&anna, 3);
        let exercises = session.plan.workout.exercises_mut().unwrap();
        exercises[0].load = load.parse().unwrap();
        session.date = moved.unwrap_or(session.date);
        let hour = 1 + i64::from(moved.is_some());
        change(&mut anna, session, hour);
        store.write_athlete(&anna, moment(hour)).unwrap();
        dir
    });
    for place in [parts_of(&base)[0].clone(), anna_file(&base)] {
        let inside = place.strip_prefix(base.path()).unwrap();
        let [ours, theirs] = sides.each_ref().map(|dir| dir.path().join(inside));
        merge_files(&place, &ours, &theirs).unwrap();
    }
    let read = on_disk(&sides[0]);
    let session = read.sessions.get(nth(&anna, 3).id).unwrap();
    let load = |plan: &Plan| plan.workout.exercises()[0].load.to_string();
    assert_eq!(
        (session.date, load(&session.plan)),
        (today(), "60kg".to_owned())
    );
    let [other] = &session.alternatives[..] else {
        panic!("{session:?}")
    };
    assert!(
        matches!(&other.half, Half::Plan { plan, .. } if load(plan) == "70kg"),
        "{other:?}"
    );
}
