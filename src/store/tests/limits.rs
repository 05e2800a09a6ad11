//! What no document may hold, or not so much of.

use super::*;
use crate::store::settle::{MOST_IN_NAME, MOST_IN_NOTE};

/// Anna's file with one text of it replaced.
fn with(dir: &TempDir, from: &str, to: &str) -> PathBuf {
    let path = anna_file(dir);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    fs::write(&path, text.replacen(from, to, 1)).unwrap();
    path
}

#[test]
fn a_day_that_no_calendar_reaches_is_damage_with_its_place() {
    for day in ["+262142-12-31", "-262143-01-01", "2201-01-01", "1899-12-31"] {
        let dir = folder();
        let path = with(&dir, "\"2026-11-23\"", &format!("\"{day}\""));
        let StoreError::Damaged { line, message, .. } = read_athlete(&path).unwrap_err() else {
            panic!("{day}")
        };
        assert!(message.contains("between 1900 and 2200"), "{message}");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.lines().nth(line - 1).unwrap().contains(day));
        let (_, opened) = Store::open(dir.path()).unwrap();
        assert_eq!(opened.athletes.len(), 2);
    }
}

#[test]
fn a_day_out_of_reach_is_not_written_either() {
    let dir = folder();
    let (store, _) = Store::open(dir.path()).unwrap();
    let mut anna = (*store.read_athlete("anna-kovac.ron").unwrap()).clone();
    anna.profile.lifting_since = NaiveDate::from_ymd_opt(9999, 1, 1);
    let error = store.write_athlete(&anna, moment(0)).unwrap_err();
    assert!(matches!(error, StoreError::Unsound { .. }), "{error}");
}

#[test]
fn texts_of_a_hundred_thousand_characters_are_cut_and_told() {
    let dir = folder();
    let long = "é".repeat(100_000);
    with(&dir, "Anna Kovač", &format!("Anna {long}"));
    with(
        &dir,
        "plan: (",
        &format!("because: \"{long}\", plan: (title: \"{long}\", note: \"{long}\","),
    );
    let path = with(&dir, "\"Squat\"", &format!("\"{long}\""));
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert!(
        opened
            .athletes
            .iter()
            .all(|file| file.name.chars().count() <= MOST_IN_NAME)
    );
    let anna = store.read_athlete("anna-kovac.ron").unwrap();
    let session = &anna.sessions.all()[0];
    let lengths = [
        (&anna.profile.name, MOST_IN_NAME),
        (&session.plan.title, MOST_IN_NAME),
        (&session.plan.workout.exercises()[0].name, MOST_IN_NAME),
        (&session.plan.note, MOST_IN_NOTE),
        (&session.because, MOST_IN_NOTE),
    ];
    for (text, most) in lengths {
        assert_eq!(text.chars().count(), most);
        assert!(text.ends_with('…'));
    }
    let told = store.take_notes().join("\n");
    assert!(told.contains("3 texts were longer than 300"), "{told}");
    assert!(told.contains("2 texts were longer than 20000"), "{told}");
    assert!(
        fs::read_to_string(path).unwrap().contains(&long),
        "the file is as it was"
    );
}

#[test]
fn ten_thousand_sessions_on_a_day_are_refused() {
    let dir = folder();
    let mut many = athlete(1, "Anna Kovač");
    let one = many.sessions.all()[0].clone();
    many.sessions = (0..10_000)
        .map(|n| Session {
            id: SessionId::from_bits(n),
            ..(*one).clone()
        })
        .collect();
    let text = crate::store::syntax::print(&many).unwrap();
    fs::write(anna_file(&dir), format!("(version: 1, athlete: {text})")).unwrap();
    let error = read_athlete(&anna_file(&dir)).unwrap_err().to_string();
    assert!(error.contains("10000 sessions on 2026-11-23"), "{error}");
}

#[test]
fn a_figure_beyond_all_numbers_is_told_and_blocks_no_later_save() {
    for figure in ["1.e400", "1_e400", "1e400f64"] {
        let dir = folder();
        let path = with(&dir, "rir: 2.0", &format!("rir: {figure}"));
        let error = read_athlete(&path).unwrap_err().to_string();
        assert!(error.contains("is not a finite number"), "{error}");
    }
}

#[test]
fn a_size_beyond_its_type_does_not_keep_preferences_from_being_saved() {
    let dir = tempfile::tempdir().unwrap();
    let text = "(version: 1, preferences: (layout: {\"a\": 1e39, \"b\": 2.0}))";
    fs::write(dir.path().join("preferences.ron"), text).unwrap();
    let loaded = Preferences::load(dir.path());
    assert_eq!(loaded.preferences.size("a", 7.0), 7.0);
    assert_eq!(loaded.preferences.size("b", 7.0), 2.0);
    let base = loaded.preferences.clone();
    loaded.preferences.save(&base, dir.path()).unwrap();
}

#[test]
fn entries_of_the_library_with_one_identity_are_told_apart() {
    let dir = folder();
    let library = crate::library::Library::shipped().unwrap();
    let mut own = OwnLibrary::default();
    for name in ["First", "Second"] {
        let mut exercise = library.exercises()[0].clone();
        exercise.id = ExerciseId::new("own-1");
        exercise.name = name.to_owned();
        own.exercises.push(exercise);
    }
    let (store, _) = Store::open(dir.path()).unwrap();
    store.write_own(&own, moment(0)).unwrap();
    drop(store);
    let (_, opened) = Store::open(dir.path()).unwrap();
    let ids: Vec<&str> = opened
        .own
        .exercises
        .iter()
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(ids, ["own-1", "own-1-2"]);
    assert!(opened.notes[0].contains("\"Second\""), "{:?}", opened.notes);
}
