//! What sync tools put beside a file, merged into it.

use super::*;
use crate::edit::{self, Edit};

/// What the tools call a file that they could not bring together with another.
const COPIES: [&str; 6] = [
    "anna-kovac.sync-conflict-20261128-101500-ABCDEFG.ron",
    "anna-kovac (Ben's conflicted copy 2026-11-28).ron",
    "anna-kovac (conflicted copy 2026-11-28 101500).ron",
    "anna-kovac (Case Conflict).ron",
    "anna-kovac-DESKTOP-7K2.ron",
    "anna-kovac.conflict-2026-11-28T101500Z.ron",
];

/// Anna after an edit of her only session.
fn edited(anna: &Athlete, hour: i64, change: impl FnOnce(&mut Session)) -> Athlete {
    let mut anna = anna.clone();
    let mut session = (**anna.sessions.get(SessionId::from_bits(1001)).unwrap()).clone();
    change(&mut session);
    let edits = [Edit::update(&anna, session)];
    edit::apply(&mut anna, &edits, Stamp::coach(moment(hour)));
    anna
}

/// A folder in which Anna was edited here and, from the same version, on another machine; the file of the latter is
/// beside hers under this name.
fn conflicting(copy: &str) -> (TempDir, PathBuf) {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    // A session that is never changed, so that both sides share a history.
    let other = Session::planned(
        SessionId::from_bits(7),
        date(20),
        Plan::new(Workout::Rest),
        Stamp::coach(moment(0)),
    );
    anna.sessions.put(Arc::new(other), 0);
    store.write_athlete(&anna, moment(0)).unwrap();
    let theirs = edited(&anna, 2, |it| it.plan.title = "Theirs".to_owned());
    let ours = edited(&anna, 1, |it| it.plan.note = "Ours".to_owned());
    store.write_athlete(&ours, moment(2)).unwrap();
    drop(store);
    let copy = dir.path().join("athletes").join(copy);
    let before = fs::read(anna_file(&dir)).unwrap();
    let text = format::encode(&copy, &theirs).unwrap();
    fs::write(
        &copy,
        text.replacen("profile: (", "moon: 3,\n    profile: (", 1),
    )
    .unwrap();
    assert_eq!(fs::read(anna_file(&dir)).unwrap(), before);
    (dir, copy)
}

/// Opens a workspace that nobody has open. A process that another test starts may hold the lock for a moment, as it
/// inherits it until it runs its own program.
fn opened_and_merged(dir: &TempDir, now: DateTime<Utc>) -> (Store, Opened) {
    let mut tries = 0;
    loop {
        let (store, opened) = Store::open_and_merge(dir.path(), now).unwrap();
        if opened.mode == OpenMode::ReadWrite || tries == 40 {
            return (store, opened);
        }
        tries += 1;
        drop(store);
        std::thread::sleep(std::time::Duration::from_millis(25));
    }
}

#[test]
fn copies_of_every_tool_are_merged_on_opening_and_moved_into_the_backups() {
    for name in COPIES {
        let (dir, copy) = conflicting(name);
        let (store, opened) = opened_and_merged(&dir, moment(3));
        assert_eq!(
            (opened.athletes.len(), opened.conflicts.len()),
            (2, 0),
            "{name}: {:?}",
            opened.notes
        );
        assert!(opened.warnings.is_empty(), "{name}: {:?}", opened.warnings);
        assert!(
            opened.notes[0].contains(name) && opened.notes[0].contains("merged"),
            "{:?}",
            opened.notes
        );
        let anna = store.read_athlete("anna-kovac.ron").unwrap();
        let session = anna.sessions.get(SessionId::from_bits(1001)).unwrap();
        assert_eq!(
            (session.plan.title.as_str(), session.plan.note.as_str()),
            ("Theirs", "Ours")
        );
        let text = fs::read_to_string(anna_file(&dir)).unwrap();
        assert!(text.contains("moon: 3"), "what only the copy held");
        assert!(!copy.exists());
        let backups = names_in(&dir.path().join("backups"));
        let of_anna = backups
            .iter()
            .filter(|name| name.starts_with("anna-kovac."));
        assert_eq!(
            of_anna.count(),
            4,
            "the one before, the base, ours and theirs: {backups:?}"
        );
        drop(store);
        let (_, opened) = opened_and_merged(&dir, moment(4));
        assert_eq!(
            opened.notes,
            Vec::<String>::new(),
            "told once, and nothing is left to do"
        );
    }
}

#[test]
fn an_edit_of_ours_is_never_taken_back_by_a_base_that_holds_it() {
    // The newest backup has our edit, which the other machine never saw.
    let (dir, _) = conflicting(COPIES[0]);
    let (store, _) = Store::open(dir.path()).unwrap();
    let anna = store.read_athlete("anna-kovac.ron").unwrap();
    let later = edited(&anna, 5, |it| it.locked = true);
    store.write_athlete(&later, moment(5)).unwrap();
    drop(store);
    let (store, _) = opened_and_merged(&dir, moment(6));
    let anna = store.read_athlete("anna-kovac.ron").unwrap();
    let session = anna.sessions.get(SessionId::from_bits(1001)).unwrap();
    assert_eq!(
        (session.plan.title.as_str(), session.plan.note.as_str()),
        ("Theirs", "Ours")
    );
    assert!(session.locked);
}

#[test]
fn without_a_backup_the_two_are_merged_by_their_stamps() {
    let (dir, _) = conflicting(COPIES[1]);
    fs::remove_dir_all(dir.path().join("backups")).unwrap();
    let (store, _) = opened_and_merged(&dir, moment(3));
    let anna = store.read_athlete("anna-kovac.ron").unwrap();
    let plan = &anna.sessions.get(SessionId::from_bits(1001)).unwrap().plan;
    assert_eq!(
        (plan.title.as_str(), plan.note.as_str()),
        ("Theirs", "Ours")
    );
}

#[test]
fn a_copy_that_cannot_be_merged_stays_and_waits() {
    let (dir, copy) = conflicting(COPIES[0]);
    let text = fs::read_to_string(&copy).unwrap();
    for bad in [
        text.chars().take(text.len() / 2).collect(),
        text.replacen("version: 1", "version: 9", 1),
    ] {
        fs::write(&copy, &bad).unwrap();
        let before = fs::read(anna_file(&dir)).unwrap();
        let (_, opened) = opened_and_merged(&dir, moment(3));
        assert_eq!(opened.conflicts, std::slice::from_ref(&copy));
        assert_eq!(opened.athletes.len(), 2);
        assert_eq!(fs::read_to_string(&copy).unwrap(), bad);
        assert_eq!(fs::read(anna_file(&dir)).unwrap(), before);
        assert!(
            opened.notes.iter().any(|note| note.contains("not merged")),
            "{:?}",
            opened.notes
        );
    }
}

#[test]
fn settings_and_library_are_merged_too() {
    let dir = folder();
    let copy = dir
        .path()
        .join("workspace.sync-conflict-20261128-101500-ABCDEFG.ron");
    fs::write(&copy, "(version: 1, settings: (coach: \"Mira\"))").unwrap();
    let library = dir
        .path()
        .join("library (Mira's conflicted copy 2026-11-28).ron");
    fs::copy(dir.path().join("library.ron"), &library).unwrap();
    let (_, opened) = opened_and_merged(&dir, moment(0));
    assert_eq!(opened.settings.coach, "Mira");
    assert!(!copy.exists() && !library.exists());
    assert_eq!(opened.conflicts, Vec::<PathBuf>::new());
}

#[test]
fn a_workspace_that_is_only_looked_at_is_not_merged() {
    let (dir, copy) = conflicting(COPIES[0]);
    let (first, _) = Store::open(dir.path()).unwrap();
    let (_, opened) = opened_and_merged(&dir, moment(3));
    assert!(matches!(opened.mode, OpenMode::ReadOnly(_)));
    assert_eq!(opened.conflicts, std::slice::from_ref(&copy));
    assert!(copy.exists());
    drop(first);
}
