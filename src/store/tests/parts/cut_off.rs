//! Saves that end in the middle, and what they leave behind.

use super::*;

#[test]
fn a_save_that_ends_anywhere_loses_nothing() {
    let (dir, anna) = long_folder();
    let (store, _) = open(&dir);
    let new = turned_over(&anna, 5);
    drop(store);
    let room = files_in(dir.path())
        .values()
        .map(|it| it.2.len())
        .sum::<usize>()
        * 3;
    let mut outcomes = [0; 3];
    for bytes in (0..room).step_by(room / 24) {
        let (dir, anna) = long_folder();
        if bytes % 3 == 0 {
            // In one file, as older versions of Ironstride wrote it.
            let whole = format::encode(&anna_file(&dir), &anna).unwrap();
            fs::remove_dir_all(dir.path().join("athletes/anna-kovac")).unwrap();
            fs::write(anna_file(&dir), whole).unwrap();
        }
        let (store, _) = open(&dir);
        crate::store::files::room::LEFT.set(Some(bytes));
        let saved = store.write_athlete(&new, moment(5));
        crate::store::files::room::LEFT.set(None);
        let read = on_disk(&dir);
        for session in read.sessions.all() {
            let is_one = |athlete: &Athlete| athlete.sessions.get(session.id) == Some(session);
            assert!(
                is_one(&anna) || is_one(&new),
                "{bytes}: neither old nor new"
            );
        }
        let deleted = |id| new.tombstones.iter().any(|it| it.session == id);
        for session in anna.sessions.all() {
            let is_there = read.sessions.get(session.id).is_some();
            assert!(is_there || deleted(session.id), "{bytes}: lost");
        }
        outcomes[match (saved.is_ok(), read == anna) {
            (true, _) => 2,
            (false, true) => 0,
            (false, false) => 1,
        }] += 1;
        if saved.is_ok() {
            assert_eq!(read, new);
        }
        // It goes on from there, in this session and in the next.
        if bytes % 2 == 0 {
            store.write_athlete(&new, moment(6)).unwrap();
            assert_eq!(on_disk(&dir), new);
        }
        drop(store);
        let (store, _) = open(&dir);
        store.write_athlete(&new, moment(7)).unwrap();
        assert_eq!(on_disk(&dir), new, "{bytes}");
    }
    assert!(
        outcomes.iter().all(|count| *count > 0),
        "before, between and after: {outcomes:?}"
    );
}

#[test]
fn leftovers_of_cut_off_saves_are_cleared_away_among_parts_too() {
    let (dir, _) = long_folder();
    let left = dir
        .path()
        .join("athletes/anna-kovac/.ironstride-save-aB3dE9.tmp");
    fs::write(&left, "half").unwrap();
    let (store, anna) = open(&dir);
    let new = turned_over(&anna, 1);
    store.write_athlete(&new, moment(1)).unwrap();
    assert!(!left.exists());
}
