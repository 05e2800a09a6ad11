//! A workspace's files: what is written reads back, and other editors may have been at it.

use super::*;

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
    preferences.save(&Preferences::default(), &folder).unwrap();
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
    let damaged = fs::read_to_string(&path).unwrap();
    let written = preferences.save(&Preferences::default(), &folder).unwrap();
    assert_eq!(Preferences::load(&folder).preferences, preferences);
    let kept = written.kept.expect("the damaged file is kept beside");
    assert_eq!(fs::read_to_string(kept).unwrap(), damaged);

    fs::write(&path, "(version: 3, all: New)").unwrap();
    assert!(matches!(
        preferences.save(&Preferences::default(), &folder),
        Err(StoreError::Newer { .. })
    ));
    assert!(
        Preferences::load(&dir.path().join("nowhere"))
            .warnings
            .is_empty()
    );
}

#[test]
fn two_windows_keep_each_others_preferences() {
    let dir = tempfile::tempdir().unwrap();
    let start = Preferences {
        flags: [("library.folded".to_owned(), true)].into(),
        ..Preferences::default()
    };
    start.save(&Preferences::default(), dir.path()).unwrap();
    let (mut one, mut other) = (start.clone(), start.clone());
    one.theme = Theme::Dark;
    one.flags.insert("charts.folded".to_owned(), true);
    one.remember_workspace(Path::new("/one"));
    other.flags.insert("library.folded".to_owned(), false);
    other.layout.insert("zoom".to_owned(), 1.5);
    other.remember_workspace(Path::new("/other"));
    one.save(&start, dir.path()).unwrap();
    let written = other.save(&start, dir.path()).unwrap();
    let both = Preferences::load(dir.path()).preferences;
    assert_eq!(written.preferences, both);
    assert_eq!(both.theme, Theme::Dark);
    assert!(both.flag("charts.folded") && !both.flag("library.folded"));
    assert_eq!(both.size("zoom", 1.0), 1.5);
    assert_eq!(
        both.recent,
        [PathBuf::from("/other"), PathBuf::from("/one")]
    );
    // A value that one window set back to the default is kept.
    let mut back = both.clone();
    back.theme = Theme::System;
    back.flags.remove("charts.folded");
    let written = back.save(&both, dir.path()).unwrap();
    assert_eq!(written.preferences, back);
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
            exercises: vec![ExerciseLog { exercise: ExerciseId::new("x"), name: reason, sets: vec![set; 2] }.into()],
            note: figures[2].to_string().into(),
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
