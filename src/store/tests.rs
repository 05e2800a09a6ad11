//! The promises of the store, each broken on purpose as the world breaks them.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use tempfile::TempDir;

use crate::domain::{
    Athlete, AthleteId, Effort, ExerciseId, ExerciseLog, Kilograms, LoadSpec, Log, OwnLibrary,
    Plan, Prescription, Profile, Session, SessionId, SetLog, Stamp, Status, StrengthPlan, Workout,
    Workspace,
};

use super::*;

fn moment(hours: i64) -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::hours(hours)
}

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn athlete(bits: u128, name: &str) -> Athlete {
    let mut athlete = Athlete::new(AthleteId::from_bits(bits), Profile::named(name));
    let mut squat = Prescription::new(
        ExerciseId::new("squat"),
        "Squat",
        "4".parse().unwrap(),
        "6".parse().unwrap(),
    );
    squat.load = "62.5kg".parse().unwrap();
    squat.effort = Some(Effort::Rir(2.0));
    let plan = StrengthPlan {
        exercises: vec![squat],
        ..StrengthPlan::default()
    };
    let mut session = Session::planned(
        SessionId::from_bits(bits + 1000),
        date(23),
        Plan::new(Workout::Strength(plan)),
        Stamp::coach(moment(0)),
    );
    session.status = Status::Done;
    let set = SetLog {
        reps: Some(6),
        kg: Some(Kilograms::new(62.5)),
        rir: Some(2.0),
        ..SetLog::default()
    };
    session.log = Some(Log {
        exercises: vec![ExerciseLog {
            exercise: ExerciseId::new("squat"),
            name: "Squat".to_owned(),
            sets: vec![set; 4],
        }],
        ..Log::default()
    });
    athlete.sessions = [session].into_iter().collect();
    athlete
}

fn workspace(names: &[&str]) -> Workspace {
    let mut workspace = Workspace::default();
    for (index, name) in names.iter().enumerate() {
        workspace.put(Arc::new(athlete(index as u128 + 1, name)));
    }
    workspace
}

/// A folder with a workspace of Anna and Ben.
fn folder() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    create(dir.path(), &workspace(&["Anna Kovač", "Ben Okafor"])).unwrap();
    dir
}

fn anna_file(dir: &TempDir) -> PathBuf {
    dir.path().join("athletes/anna-kovac.ron")
}

fn names_in(dir: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(dir) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[test]
fn what_was_created_opens_again() {
    let dir = folder();
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
    assert_eq!(opened.mode, OpenMode::ReadWrite);
    let names: Vec<&str> = opened
        .athletes
        .iter()
        .map(|athlete| athlete.name.as_str())
        .collect();
    assert_eq!(names, ["Anna Kovač", "Ben Okafor"]);
    assert_eq!(opened.athletes[0].id, Some(AthleteId::from_bits(1)));
    let anna = store.read_athlete(&opened.athletes[0].file).unwrap();
    assert_eq!(*anna, athlete(1, "Anna Kovač"));
    assert_eq!(read_athlete(&anna_file(&dir)).unwrap(), *anna);
}

#[test]
fn a_file_is_written_for_people() {
    let dir = folder();
    let text = fs::read_to_string(anna_file(&dir)).unwrap();
    let start: String = text.split_whitespace().collect();
    assert!(start.starts_with("(version:1,athlete:(id:\""), "{text}");
    let name = text.split("name: \"").nth(1).unwrap();
    assert!(name.starts_with("Anna Kovač\""), "{text}");
    let prescription = text.lines().find(|line| line.contains("62.5kg")).unwrap();
    assert!(
        prescription.contains("sets: \"4\", reps: \"6\""),
        "{prescription}"
    );
}

#[test]
fn a_second_workspace_is_not_made_over_the_first() {
    let dir = folder();
    assert!(matches!(
        create(dir.path(), &Workspace::default()),
        Err(StoreError::Occupied { .. })
    ));
}

#[test]
fn the_same_workspace_makes_the_same_bytes() {
    let (one, two) = (folder(), folder());
    assert_eq!(
        fs::read(anna_file(&one)).unwrap(),
        fs::read(anna_file(&two)).unwrap()
    );
}

#[test]
fn folders_that_are_no_workspace_say_so() {
    let dir = tempfile::tempdir().unwrap();
    assert!(matches!(
        Store::open(dir.path()),
        Err(StoreError::NotAWorkspace { .. })
    ));
    assert!(matches!(
        Store::open(&dir.path().join("gone")),
        Err(StoreError::Missing { .. })
    ));
    assert_eq!(
        names_in(dir.path()),
        Vec::<String>::new(),
        "looking leaves no trace"
    );
}

#[test]
fn marks_and_line_ends_of_other_editors_are_read() {
    let dir = folder();
    let path = anna_file(&dir);
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("\u{feff}{}", text.replace('\n', "\r\n"))).unwrap();
    assert_eq!(read_athlete(&path).unwrap(), athlete(1, "Anna Kovač"));
    let (_, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes[0].name, "Anna Kovač");
}

#[test]
fn a_file_rearranged_by_hand_is_read() {
    let dir = folder();
    let path = anna_file(&dir);
    let text = fs::read_to_string(&path).unwrap();
    let rearranged = format!(
        "(// mine\n{}version: 1)",
        text.trim().replacen("version: 1,", "", 1)[1..].trim_end_matches(')')
    );
    fs::write(&path, rearranged).unwrap();
    assert_eq!(read_athlete(&path).unwrap(), athlete(1, "Anna Kovač"));
}

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

#[test]
fn a_newer_athlete_is_looked_at_and_not_changed() {
    let dir = folder();
    let path = anna_file(&dir);
    let newer = fs::read_to_string(&path)
        .unwrap()
        .replacen("version: 1", "version: 2", 1)
        .replacen("profile: (", "moon: Full(3), profile: (", 1);
    fs::write(&path, &newer).unwrap();
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes[0].newer, Some(2));
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    anna.profile.notes = "more".to_owned();
    let error = store.write_athlete(&anna, moment(0)).unwrap_err();
    assert!(
        matches!(
            error,
            StoreError::Newer {
                version: 2,
                known: 1,
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
    assert!(reason.contains(&std::process::id().to_string()), "{reason}");
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
    // A folder in the lock's place stands for every reason a file cannot be opened, also for root.
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
            ours: ours.clone()
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
fn a_copied_file_is_reported_and_left_out() {
    let dir = folder();
    fs::copy(
        anna_file(&dir),
        dir.path().join("athletes/copy of anna.ron"),
    )
    .unwrap();
    let (_, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes.len(), 2);
    assert!(matches!(
        opened.warnings[..],
        [StoreError::SameAthlete { .. }]
    ));
}

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
fn files_of_others_are_left_alone() {
    let dir = folder();
    fs::write(dir.path().join("athletes/notes.txt"), "mine").unwrap();
    fs::create_dir(dir.path().join("logos")).unwrap();
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.athletes.len(), 2);
    store.write_athlete(&athlete(7, "New"), moment(0)).unwrap();
    assert_eq!(
        fs::read_to_string(dir.path().join("athletes/notes.txt")).unwrap(),
        "mine"
    );
    assert!(dir.path().join("logos").is_dir());
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

#[test]
fn preferences_come_back_and_damage_gives_defaults_and_a_warning() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("config");
    let mut preferences = Preferences {
        theme: Theme::Dark,
        ..Preferences::default()
    };
    preferences.remember_workspace(Path::new("/a"));
    preferences.remember_workspace(Path::new("/b"));
    preferences.remember_workspace(Path::new("/a"));
    preferences.layout.insert("library.width".to_owned(), 280.5);
    preferences.flags.insert("welcome.seen".to_owned(), true);
    preferences.save(&folder).unwrap();
    let loaded = Preferences::load(&folder);
    assert!(loaded.warnings.is_empty());
    assert_eq!(loaded.preferences, preferences);
    assert_eq!(
        loaded.preferences.recent,
        [PathBuf::from("/a"), PathBuf::from("/b")]
    );

    let path = folder.join("preferences.ron");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("280.5", "NaN")).unwrap();
    let loaded = Preferences::load(&folder);
    assert_eq!(loaded.preferences, Preferences::default());
    assert_eq!(loaded.warnings.len(), 1);
    preferences.save(&folder).unwrap();
    assert_eq!(Preferences::load(&folder).preferences, preferences);

    fs::write(&path, "(version: 3, all: New)").unwrap();
    assert!(matches!(
        preferences.save(&folder),
        Err(StoreError::Newer { .. })
    ));
    assert!(
        Preferences::load(&dir.path().join("nowhere"))
            .warnings
            .is_empty()
    );
}

#[test]
fn the_sample_opens_without_a_warning() {
    // A copy is opened, since opening leaves a lock file behind.
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("saves/sample");
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("athletes")).unwrap();
    for file in ["workspace.ron", "library.ron"] {
        fs::copy(sample.join(file), dir.path().join(file)).unwrap();
    }
    for file in names_in(&sample.join("athletes")) {
        let within = Path::new("athletes").join(file);
        fs::copy(sample.join(&within), dir.path().join(&within)).unwrap();
    }
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
    let names: Vec<&str> = opened
        .athletes
        .iter()
        .map(|athlete| athlete.name.as_str())
        .collect();
    assert_eq!(names, ["Anna Kovač", "Ben Okafor"]);
    for entry in &opened.athletes {
        let athlete = store.read_athlete(&entry.file).unwrap();
        assert!(
            athlete.sessions.len() >= 18,
            "three weeks of {}",
            entry.name
        );
        assert_eq!(
            store.write_athlete(&athlete, moment(0)).unwrap(),
            Saved::Unchanged
        );
    }
}

prop_compose! {
    fn any_session(bits: u128)(
        day in 1..30_u32,
        texts in any::<[String; 5]>(),
        figures in any::<[f64; 3]>().prop_filter("finite", |f| f.iter().all(|f| f.is_finite())),
        kg in 0.0..1000.0_f64,
        rir in 0.0..10.0_f64,
        letter in proptest::option::of(any::<char>()),
        counts in any::<[Option<u32>; 3]>(),
    ) -> Session {
        let [title, note, reason, name, tempo] = texts;
        let mut prescription = Prescription::new(
            ExerciseId::new(reason.clone()), name, "3-5".parse().unwrap(), "45-60s".parse().unwrap());
        prescription.load = LoadSpec::Pair(Kilograms::new(kg));
        prescription.effort = Some(Effort::Rir(rir));
        prescription.superset = letter;
        prescription.tempo = tempo;
        let strength = StrengthPlan { exercises: vec![prescription], ..StrengthPlan::default() };
        let mut plan = Plan::new(Workout::Strength(strength));
        plan.title = title;
        plan.note = note;
        let mut session = Session::planned(SessionId::from_bits(bits), date(day), plan, Stamp::coach(moment(1)));
        session.status = Status::Skipped { reason: reason.clone() };
        let set = SetLog {
            reps: counts[0], seconds: counts[1], kg: Some(Kilograms::new(figures[0])),
            rir: Some(figures[1]), ..SetLog::default()
        };
        session.log = Some(Log {
            exercises: vec![ExerciseLog { exercise: ExerciseId::new("x"), name: reason, sets: vec![set; 2] }],
            note: figures[2].to_string(),
            ..Log::default()
        });
        session
    }
}

proptest! {
    // Every case forces files onto the disk.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_athlete_comes_back_as_written(
        name in any::<String>(),
        bits in any::<u128>(),
        one in any_session(1),
        two in any_session(2),
    ) {
        let mut athlete = Athlete::new(AthleteId::from_bits(bits), Profile::named(name.clone()));
        athlete.sessions = [one, two].into_iter().collect();
        let mut workspace = Workspace::default();
        workspace.put(Arc::new(athlete.clone()));
        let dir = tempfile::tempdir().unwrap();
        create(dir.path(), &workspace).unwrap();
        let (store, opened) = Store::open(dir.path()).unwrap();
        prop_assert_eq!(&opened.athletes[0].name, &name);
        prop_assert_eq!(opened.athletes[0].id, Some(athlete.id));
        prop_assert_eq!(&*store.read_athlete(&opened.athletes[0].file).unwrap(), &athlete);
    }
}
