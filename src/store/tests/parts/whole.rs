//! What is done with an athlete and all of its parts: read first, remove, go back, copy.

use super::*;

#[test]
fn of_a_session_in_two_places_the_later_version_counts_and_the_other_goes() {
    let (dir, _) = long_folder();
    let (store, anna) = open(&dir);
    let part = parts_of(&dir)[0].clone();
    let before = fs::read(&part).unwrap();
    let mut newer = anna.clone();
    let mut old = nth(&newer, 3);
    old.date = today();
    change(&mut newer, old.clone(), 1);
    let id = nth(&newer, 6).id;
    delete(&mut newer, id, 1);
    store.write_athlete(&newer, moment(1)).unwrap();
    drop(store);
    // As a merge that git made file by file, or a sync tool, may leave it.
    fs::write(&part, &before).unwrap();
    let read = on_disk(&dir);
    assert_eq!(read, newer, "moved once, and what is deleted stays so");
    let (store, _) = open(&dir);
    let mut edited = read.clone();
    edited.profile.notes = "a word".to_owned();
    store.write_athlete(&edited, moment(2)).unwrap();
    let left = read_part(&part).sessions;
    assert!(left.get(old.id).is_none() && left.get(id).is_none());
    assert_eq!(on_disk(&dir), edited);
}

#[test]
fn removing_takes_the_parts_along_and_undo_brings_all_back() {
    let (dir, anna) = long_folder();
    let (store, _) = open(&dir);
    let parts = parts_of(&dir).len();
    store.remove_athlete(anna.id, moment(1)).unwrap();
    assert_eq!(names_in(&dir.path().join("athletes")), ["ben-okafor.ron"]);
    assert_eq!(
        names_in(&dir.path().join("backups/anna-kovac")).len(),
        parts
    );
    let kept = store.kept_files();
    let file = kept.iter().find(|file| file.name == "Anna Kovač").unwrap();
    assert_eq!(file.state, FileState::Missing);
    let own = file.versions.iter().find(|it| it.part.is_none()).unwrap();
    let Content::Athlete(then) = store.read_version(file.kind, &own.path).unwrap() else {
        panic!("an athlete")
    };
    assert_eq!(*then, anna, "from the backups as a whole");
    store.write_athlete(&anna, moment(2)).unwrap();
    assert_eq!(on_disk(&dir), anna);
}

#[test]
fn a_version_of_the_own_file_stands_for_the_athlete_as_of_then() {
    let (dir, _) = long_folder();
    let (store, mut anna) = open(&dir);
    let mut then = Vec::new();
    for hour in (2..30).step_by(2) {
        then.push((hour, anna.clone()));
        anna = turned_over(&anna, hour);
        anna.profile.notes = format!("Hour {hour}");
        store.write_athlete(&anna, moment(hour)).unwrap();
    }
    let kept = store.kept_files();
    let file = kept.iter().find(|file| file.name == "Anna Kovač").unwrap();
    let mut seen = 0;
    for version in file.versions.iter().filter(|it| it.part.is_none()) {
        let Some((hour, wanted)) = then
            .iter()
            .find(|(hour, _)| moment(*hour) == version.moment)
        else {
            continue;
        };
        let Content::Athlete(mut read) = store.read_version(file.kind, &version.path).unwrap()
        else {
            panic!("an athlete")
        };
        let mut wanted = wanted.clone();
        for athlete in [&mut *read, &mut wanted] {
            athlete.tombstones.sort_by_key(|it| it.session);
        }
        assert_eq!(read.sessions.len(), wanted.sessions.len(), "hour {hour}");
        assert_eq!(*read, wanted, "hour {hour}");
        seen += 1;
    }
    assert!(seen > 5, "{seen}");
}

#[test]
fn a_copy_of_an_athlete_with_its_parts_is_another_athlete_with_all_of_them() {
    let (dir, anna) = long_folder();
    let copy = dir.path().join("athletes/anna-kovac (1)");
    fs::create_dir(&copy).unwrap();
    for part in parts_of(&dir) {
        fs::copy(&part, copy.join(part.file_name().unwrap())).unwrap();
    }
    fs::copy(
        anna_file(&dir),
        dir.path().join("athletes/anna-kovac (1).ron"),
    )
    .unwrap();
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes.len(), 3);
    let mut other = (*store.read_athlete("anna-kovac (1).ron").unwrap()).clone();
    assert_ne!(other.id, anna.id);
    assert_eq!(other.sessions, anna.sessions);
    other.profile.notes = "another".to_owned();
    store.write_athlete(&other, moment(1)).unwrap();
    drop(store);
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
    assert_eq!(*store.read_athlete("anna-kovac (1).ron").unwrap(), other);
    assert_eq!(*store.read_athlete(ANNA).unwrap(), anna);
    assert!(store.take_problems().is_empty());
}

#[test]
fn the_first_frame_reads_the_last_time_and_the_first_session_and_no_more() {
    let (dir, anna) = long_folder();
    let from = today() - Days::new(400);
    let damaged = parts_of(&dir)[1].clone();
    fs::write(&damaged, "what is not read does not matter").unwrap();
    let (store, _) = Store::open(dir.path()).unwrap();
    let recent = store.read_recent(ANNA, from).unwrap();
    let expected: Vec<_> = anna
        .sessions
        .all()
        .iter()
        .enumerate()
        .filter(|(place, session)| *place == 0 || from <= session.date)
        .map(|(_, session)| session.clone())
        .collect();
    assert_eq!(recent.sessions.all(), expected);
    assert_eq!(recent.profile, anna.profile);
    let all = anna.sessions.all()[0].date;
    assert_eq!(store.read_recent(ANNA, all), None, "then it is read whole");
    assert_eq!(store.read_recent("ben-okafor.ron", from), None);
}
