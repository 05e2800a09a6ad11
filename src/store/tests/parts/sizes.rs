//! How much is written for an edit, and how large the files stay.

use super::*;

#[test]
fn an_edit_of_this_week_writes_at_most_150_kb_after_20_years_and_nothing_is_lost_on_the_way() {
    let library = Library::shipped().unwrap();
    let dir = tempfile::tempdir().unwrap();
    create(dir.path(), &Workspace::default()).unwrap();
    let now = Utc::now();
    let anna = Athlete {
        profile: Profile::named("Anna Kovač"),
        ..demo::heavy_years(20, now.date_naive(), &library)
    };
    // As an older version of Ironstride wrote it.
    let path = anna_file(&dir);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    let whole = format::encode(&path, &anna).unwrap();
    fs::write(&path, &whole).unwrap();
    let (store, read) = open(&dir);
    assert_eq!(read, anna);
    let mut anna = anna;
    for (round, most) in [(0, usize::MAX), (1, 150_000), (2, 150_000)] {
        let before = files_in(dir.path());
        let saver = Saver::start(store.clone(), |event| {
            assert!(matches!(event, SaveEvent::Saved(_)), "{event:?}");
        });
        let place = anna.sessions.len() - 1;
        let mut session = nth(&anna, place);
        session.plan.note = format!("Round {round}");
        change(&mut anna, session, 1);
        saver
            .save(SaveRequest::Athlete(Arc::new(anna.clone())))
            .unwrap();
        assert_eq!(saver.finish(), []);
        let bytes = written(&before, &files_in(dir.path()));
        assert!(bytes > 1000 && bytes <= most, "{bytes} in round {round}");
        println!("round {round}: {bytes} bytes written");
    }
    // On the first days of a part a version of it is kept too, in a folder beside.
    let backups = names_in(&dir.path().join("backups"));
    let is_file = |name: &&String| Path::new(name).extension().is_some_and(|it| it == "ron");
    let first = backups.iter().find(is_file).unwrap();
    let first = dir.path().join("backups").join(first);
    assert_eq!(
        fs::read_to_string(first).unwrap(),
        whole,
        "as it was before"
    );
    let old = nth(&anna, anna.sessions.len() / 2);
    let before = files_in(dir.path());
    let note = "Ten years ago".to_owned();
    change(
        &mut anna,
        Session {
            plan: Plan {
                note,
                ..Plan::clone(&old.plan)
            }
            .into(),
            ..old
        },
        2,
    );
    store.write_athlete(&anna, now).unwrap();
    let bytes = written(&before, &files_in(dir.path()));
    assert!(bytes <= 150_000, "an edit of any week: {bytes}");
    assert_eq!(on_disk(&dir), anna);
}

#[test]
fn what_is_made_anew_is_parted_and_every_file_is_small() {
    let (dir, anna) = long_folder();
    let parts = parts_of(&dir);
    assert!(parts.len() > 2, "{parts:?}");
    for file in parts.iter().chain([&anna_file(&dir)]) {
        let bytes = fs::metadata(file).unwrap().len();
        assert!(
            (500..=100_000).contains(&bytes),
            "{}: {bytes}",
            file.display()
        );
    }
    assert_eq!(on_disk(&dir), anna);
    assert_eq!(read_athlete(&anna_file(&dir)).unwrap(), anna);
    let main = loading::load::<Main>(&anna_file(&dir)).unwrap().0.value;
    let history = main.history.unwrap();
    let sessions = main.athlete.sessions.all();
    assert!(sessions.iter().all(|it| history.from <= it.date));
    assert!(history.from <= today() - Days::new(28));
    let ben = fs::read_to_string(dir.path().join("athletes/ben-okafor.ron")).unwrap();
    assert!(
        ben.starts_with("(\n  version: 1,"),
        "in one file as ever: {ben}"
    );
    let (_, opened) = Store::look(dir.path()).unwrap();
    assert_eq!(opened.athletes[0].name, "Anna Kovač");
    assert_eq!(opened.athletes[0].newer, None);
}

#[test]
fn only_the_files_are_written_whose_sessions_changed() {
    let (dir, _) = long_folder();
    let (store, mut anna) = open(&dir);
    let changed = |before: &BTreeMap<PathBuf, (u64, SystemTime, Vec<u8>)>| -> Vec<String> {
        let after = files_in(&dir.path().join("athletes"));
        let new = after
            .iter()
            .filter(|(path, file)| before.get(*path).map(|it| it.0) != Some(file.0));
        let mut names: Vec<String> = new
            .map(|(path, _)| path.file_name().unwrap().to_string_lossy().into_owned())
            .collect();
        names.sort_by_key(|name| name != ANNA);
        names
    };
    let first = parts_of(&dir)[0]
        .file_name()
        .unwrap()
        .to_string_lossy()
        .into_owned();
    let look = || files_in(&dir.path().join("athletes"));

    let before = look();
    let mut old = nth(&anna, 3);
    old.plan.note = "A word on it".to_owned();
    change(&mut anna, old, 1);
    assert_eq!(
        store.write_athlete(&anna, moment(1)).unwrap(),
        Saved::Written
    );
    assert_eq!(changed(&before), std::slice::from_ref(&first));
    assert_eq!(on_disk(&dir), anna);

    let before = look();
    let id = anna.sessions.all()[5].id;
    delete(&mut anna, id, 2);
    store.write_athlete(&anna, moment(2)).unwrap();
    assert_eq!(changed(&before), [ANNA.to_owned(), first.clone()]);
    assert_eq!(on_disk(&dir), anna);

    // A session moved from years ago into this week goes from one file to another.
    let before = look();
    let mut moved = nth(&anna, 7);
    moved.date = today();
    change(&mut anna, moved, 3);
    store.write_athlete(&anna, moment(3)).unwrap();
    assert_eq!(changed(&before), [ANNA.to_owned(), first]);
    assert_eq!(on_disk(&dir), anna);

    let before = look();
    assert_eq!(
        store.write_athlete(&anna, moment(4)).unwrap(),
        Saved::Unchanged
    );
    assert_eq!(changed(&before), Vec::<String>::new());
}

#[test]
fn years_of_saves_keep_every_file_small_and_lose_nothing() {
    let (dir, _) = long_folder();
    let (store, mut anna) = open(&dir);
    let template = nth(&anna, 0);
    for week in 0..120_i64 {
        let now = moment(week * 7 * 24);
        for day in 0..3 {
            let session = Session {
                id: SessionId::from_bits((1 << 70) + (week * 3 + day) as u128),
                date: now.date_naive() + Days::new(day as u64),
                ..template.clone()
            };
            edit::apply(&mut anna, &[Edit::put(session)], Stamp::coach(now));
        }
        if week % 3 == 0 {
            let id = anna.sessions.all()[week as usize].id;
            delete(&mut anna, id, week * 7 * 24);
        }
        let before = files_in(&dir.path().join("athletes"));
        store.write_athlete(&anna, now).unwrap();
        let bytes = written(&before, &files_in(&dir.path().join("athletes")));
        // Every third week something of years ago is deleted too.
        let most = if week % 3 == 0 { 250_000 } else { 150_000 };
        assert!(bytes <= most, "week {week}: {bytes}");
        let own = fs::metadata(anna_file(&dir)).unwrap().len();
        assert!(own <= 102_400, "week {week}: {own}");
    }
    let mut read = on_disk(&dir);
    read.tombstones.sort_by_key(|it| it.session);
    anna.tombstones.sort_by_key(|it| it.session);
    assert_eq!(read, anna);
}

#[test]
fn a_season_planned_ahead_does_not_make_the_own_file_large() {
    let (dir, _) = long_folder();
    let (store, mut anna) = open(&dir);
    let template = nth(&anna, 0);
    for day in 0..700_u64 {
        let session = Session {
            id: SessionId::from_bits((1 << 70) + u128::from(day)),
            date: today() + Days::new(day / 2),
            ..template.clone()
        };
        edit::apply(&mut anna, &[Edit::put(session)], Stamp::coach(moment(0)));
    }
    store.write_athlete(&anna, moment(1)).unwrap();
    assert_eq!(on_disk(&dir), anna);
    // As the season goes on, sessions that were far ahead come near.
    for week in 0..50_i64 {
        let now = moment(week * 7 * 24);
        let day = now.date_naive();
        let before = files_in(&dir.path().join("athletes"));
        let mut session = Session::clone(&anna.sessions.on(day)[0]);
        session.plan.note = format!("Week {week}");
        change(&mut anna, session, week * 7 * 24);
        store.write_athlete(&anna, now).unwrap();
        let bytes = written(&before, &files_in(&dir.path().join("athletes")));
        assert!(bytes <= 300_000, "week {week}: {bytes}");
        let main = loading::load::<Main>(&anna_file(&dir)).unwrap().0.value;
        let near = anna.sessions.between(day, day + Days::new(14));
        assert!(
            near.iter()
                .all(|it| main.athlete.sessions.get(it.id).is_some()),
            "{week}"
        );
    }
    assert_eq!(on_disk(&dir), anna);
}
