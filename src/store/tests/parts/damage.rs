//! Parts that are damaged, missing, later, foreign, or no files at all.

use super::*;

#[test]
fn a_damaged_part_is_told_and_left_alone_and_the_rest_is_usable() {
    let (dir, _) = long_folder();
    let part = parts_of(&dir)[0].clone();
    let lost = read_part(&part).sessions;
    for damage in ["(version: 2, part: (athl", ""] {
        fs::write(&part, damage).unwrap();
        let (store, mut anna) = open(&dir);
        let problems = store.take_problems();
        let [error] = &problems[..] else {
            panic!("{problems:?}")
        };
        let told = error.to_string();
        assert!(told.contains(&part.display().to_string()), "{told}");
        assert!(told.contains("The rest of the athlete is shown"), "{told}");
        assert_eq!(
            error.damaged_file(),
            Some(&*anna_file(&dir)),
            "it can be restored"
        );
        assert!(
            lost.all()
                .iter()
                .all(|it| anna.sessions.get(it.id).is_none())
        );
        assert!(anna.sessions.len() > 500);
        assert!(
            read_athlete(&anna_file(&dir)).is_err(),
            "nobody takes it for all there is"
        );

        // What is put into that time is saved elsewhere.
        let mut again = Session::clone(&lost.all()[0]);
        again.id = SessionId::from_bits(77 + damage.len() as u128);
        edit::apply(
            &mut anna,
            &[Edit::put(again.clone())],
            Stamp::coach(moment(1)),
        );
        store.write_athlete(&anna, moment(1)).unwrap();
        assert_eq!(fs::read_to_string(&part).unwrap(), damage);
        drop(store);
        let (_, read) = open(&dir);
        assert_eq!(read, anna);
    }
}

#[test]
fn a_damaged_part_comes_back_from_the_backups_without_taking_this_week_back() {
    for is_gone in [false, true] {
        let (dir, _) = long_folder();
        let part = parts_of(&dir)[0].clone();
        let (store, mut anna) = open(&dir);
        for hour in 1..3 {
            let mut old = nth(&anna, 3);
            old.plan.note = format!("Hour {hour}");
            change(&mut anna, old, hour);
            store.write_athlete(&anna, moment(hour)).unwrap();
        }
        drop(store);
        if is_gone {
            fs::remove_file(&part).unwrap();
        } else {
            fs::write(&part, "(version: 2, part: what").unwrap();
        }
        let (store, mut now) = open(&dir);
        assert_eq!(store.take_problems().len(), 1);
        let mut week = nth(&now, now.sessions.len() - 1);
        week.plan.note = "This week".to_owned();
        change(&mut now, week.clone(), 4);
        store.write_athlete(&now, moment(4)).unwrap();

        let kept = store.kept_files();
        let file = kept.iter().find(|file| file.name == "Anna Kovač").unwrap();
        assert_eq!(file.state, FileState::Damaged);
        let version = file.versions.iter().find(|it| it.part.is_some()).unwrap();
        let Content::Athlete(then) = store.read_version(file.kind, &version.path).unwrap() else {
            panic!("an athlete")
        };
        assert_eq!(then.sessions.len(), anna.sessions.len(), "nobody is missed");
        assert_eq!(nth(&then, 3).plan.note, "Hour 1");
        assert_eq!(then.sessions.get(week.id).unwrap().plan.note, "This week");
        store.make_way(file, then.id, moment(5)).unwrap();
        store.write_athlete(&then, moment(5)).unwrap();
        drop(store);
        assert_eq!(on_disk(&dir), *then, "nothing is missed any more");
        let aside = names_in(&dir.path().join("backups/anna-kovac"));
        assert_eq!(
            aside.iter().any(|name| name.contains("damaged")),
            !is_gone,
            "{aside:?}"
        );
    }
}

#[test]
fn a_missing_part_is_told_until_it_is_back_and_nothing_takes_its_place() {
    let (dir, whole) = long_folder();
    let parts = parts_of(&dir);
    let away = dir.path().join("away.ron");
    fs::rename(&parts[1], &away).unwrap();
    let lost = read_part(&away).sessions;
    let (store, mut anna) = open(&dir);
    let told = store.take_problems()[0].to_string();
    assert!(
        told.contains("is missing") && told.contains("sync tool"),
        "{told}"
    );
    let mut again = Session::clone(&lost.all()[0]);
    again.id = SessionId::from_bits(77);
    edit::apply(
        &mut anna,
        &[Edit::put(again.clone())],
        Stamp::coach(moment(1)),
    );
    store.write_athlete(&anna, moment(1)).unwrap();
    assert!(!parts[1].exists());
    assert!(
        store
            .write_package(
                &dir.path().join("p"),
                &anna,
                Stamp::default(),
                crate::domain::VersionId::from_bits(1)
            )
            .is_err(),
        "a package would delete what is missing"
    );
    drop(store);
    fs::rename(&away, &parts[1]).unwrap();
    let read = on_disk(&dir);
    assert_eq!(read.sessions.len(), whole.sessions.len() + 1);
    let (store, _) = open(&dir);
    store.write_athlete(&read, moment(2)).unwrap();
    assert_eq!(on_disk(&dir), read);
}

#[test]
fn a_part_of_a_later_version_makes_the_athlete_one_to_look_at() {
    let (dir, whole) = long_folder();
    let part = parts_of(&dir)[0].clone();
    let text = fs::read_to_string(&part).unwrap();
    fs::write(&part, text.replacen("version: 2", "version: 3", 1)).unwrap();
    let (store, mut anna) = open(&dir);
    assert_eq!(anna, whole);
    let why = store.why_fixed(anna.id).unwrap();
    assert!(
        matches!(
            why,
            StoreError::Newer {
                version: 3,
                known: 2,
                ..
            }
        ),
        "{why}"
    );
    anna.profile.notes = "more".to_owned();
    let error = store.write_athlete(&anna, moment(0)).unwrap_err();
    assert!(
        matches!(error, StoreError::Newer { version: 3, .. }),
        "{error}"
    );
    let kept = store.kept_files();
    assert_eq!(kept[0].state, FileState::Newer);
}

#[test]
fn fields_that_are_not_known_go_along_from_file_to_file() {
    let (dir, anna) = long_folder();
    let part = parts_of(&dir)[0].clone();
    let mark = |path: &Path, title: &str, field: &str| {
        let text = fs::read_to_string(path).unwrap();
        let at = text.find(title).unwrap();
        let end = at + text[at..].find("\n        status:").unwrap();
        fs::write(
            path,
            format!("{}\n        {field},{}", &text[..end], &text[end..]),
        )
        .unwrap();
    };
    let title = nth(&anna, 3).plan.title.clone();
    mark(&part, &format!("\"{title}\""), "moon: Full(3)");
    mark(
        &part,
        &format!("\"{}\"", nth(&anna, 4).plan.title),
        "sleep: 7.5",
    );
    let (store, mut anna) = open(&dir);
    let mut moved = nth(&anna, 3);
    moved.date = today();
    change(&mut anna, moved, 1);
    store.write_athlete(&anna, moment(1)).unwrap();
    let own = fs::read_to_string(anna_file(&dir)).unwrap();
    let left = fs::read_to_string(&part).unwrap();
    assert_eq!(own.matches("moon: Full(3)").count(), 1);
    assert!(!left.contains("moon:") && left.contains("sleep: 7.5"));
    assert_eq!(on_disk(&dir), anna);
    drop(store);
    // And from one file into parts.
    let whole = format::encode(&anna_file(&dir), &anna).unwrap();
    fs::remove_dir_all(dir.path().join("athletes/anna-kovac")).unwrap();
    let first = format!("\"{}\"", nth(&anna, 0).plan.title);
    fs::write(anna_file(&dir), whole).unwrap();
    mark(&anna_file(&dir), &first, "wind: \"north\"");
    let (store, mut anna) = open(&dir);
    anna.profile.notes = "an edit".to_owned();
    store.write_athlete(&anna, moment(2)).unwrap();
    let part = fs::read_to_string(&parts_of(&dir)[0]).unwrap();
    assert_eq!(part.matches("wind: \"north\"").count(), 1);
    assert!(
        !fs::read_to_string(anna_file(&dir))
            .unwrap()
            .contains("wind")
    );
    assert_eq!(on_disk(&dir), anna);
}

#[test]
fn links_and_pipes_among_the_parts_are_refused_and_the_rest_is_read() {
    let (dir, anna) = long_folder();
    let outside = tempfile::tempdir().unwrap();
    let part = parts_of(&dir)[0].clone();
    let there = outside.path().join("part.ron");
    fs::rename(&part, &there).unwrap();
    std::os::unix::fs::symlink(&there, &part).unwrap();
    let before = fs::read(&there).unwrap();
    let check = |told: &str| {
        let (store, mut read) = open(&dir);
        let problem = store.take_problems().remove(0).to_string();
        assert!(problem.contains(told), "{problem}");
        let in_part = anna.sessions.len() - read.sessions.len();
        assert!(in_part > 10);
        let mut old = nth(&anna, 3);
        old.plan.note = "ours".to_owned();
        edit::apply(&mut read, &[Edit::put(old)], Stamp::coach(moment(1)));
        store.write_athlete(&read, moment(1)).unwrap();
        assert_eq!(
            fs::read(&there).unwrap(),
            before,
            "nothing is written outside"
        );
    };
    check("leads out of the workspace");
    fs::remove_file(&part).unwrap();
    let status = std::process::Command::new("mkfifo")
        .arg(&part)
        .status()
        .unwrap();
    assert!(status.success());
    check("is a pipe");
    fs::remove_file(&part).unwrap();
    // The folder itself may be a link.
    let folder = dir.path().join("athletes/anna-kovac");
    let moved = outside.path().join("parts");
    fs::rename(&folder, &moved).unwrap();
    std::os::unix::fs::symlink(&moved, &folder).unwrap();
    let before = files_in(&moved);
    let (store, mut read) = open(&dir);
    assert!(
        store
            .take_problems()
            .iter()
            .any(|it| it.to_string().contains("leads out"))
    );
    read = turned_over(&read, 9);
    store.write_athlete(&read, moment(9)).ok();
    assert_eq!(files_in(&moved), before);
}

#[test]
fn what_is_set_right_in_a_part_is_told_with_the_name_of_the_athlete() {
    let (dir, _) = long_folder();
    let part = parts_of(&dir)[0].clone();
    let text = fs::read_to_string(&part).unwrap();
    let long = "x".repeat(400);
    let long = text.replacen("Session 3\"", &format!("{long}\""), 1);
    fs::write(&part, long).unwrap();
    let (store, _) = open(&dir);
    let notes = store.take_notes();
    assert!(
        notes[0].starts_with("Anna Kovač: a text was longer than 300"),
        "{notes:?}"
    );
}

#[test]
fn parts_of_another_athlete_are_not_taken_over() {
    let (dir, anna) = long_folder();
    let part = parts_of(&dir)[0].clone();
    let other = AthleteId::from_bits(99);
    let mut theirs = read_part(&part);
    let count = theirs.sessions.len();
    theirs.athlete = other;
    let text = format::encode(&part, &theirs).unwrap();
    fs::write(&part, &text).unwrap();
    let (store, mut read) = open(&dir);
    assert_eq!(read.sessions.len(), anna.sessions.len() - count);
    assert!(
        store.take_problems()[0]
            .to_string()
            .contains("another athlete")
    );
    let mut old = nth(&anna, 3);
    old.id = SessionId::from_bits(77);
    edit::apply(&mut read, &[Edit::put(old)], Stamp::coach(moment(1)));
    store.write_athlete(&read, moment(1)).unwrap();
    assert_eq!(fs::read_to_string(&part).unwrap(), text);
}
