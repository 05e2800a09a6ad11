//! Athletes in several files: what is written for an edit, and what may happen to the files.

use std::collections::BTreeMap;
use std::time::SystemTime;

use chrono::Days;

use crate::demo;
use crate::edit::{self, Edit};
use crate::library::Library;
use crate::store::parted::{Main, Part};

use super::*;

/// The day of [`moment`]`(0)`.
fn today() -> NaiveDate {
    moment(0).date_naive()
}

/// An athlete with so many weeks of training behind them and some before them.
pub(super) fn long(bits: u128, name: &str, weeks: u32, until: NaiveDate) -> Athlete {
    let mut long = athlete(bits, name);
    let template = long.sessions.all()[0].clone();
    let all = (0..weeks * 3).map(|nth| {
        let back = u64::from((weeks * 3 - nth) * 7 / 3);
        let date = until + Days::new(28) - Days::new(back);
        let mut session = Session {
            id: SessionId::from_bits(bits * 100_000 + u128::from(nth)),
            date,
            ..Session::clone(&template)
        };
        session.plan_changed = Stamp::coach(moment(-1));
        session.log_changed = Some(Stamp::coach(moment(-1)));
        session.plan.title = format!("Session {nth}");
        session
    });
    long.sessions = all.collect();
    long
}

/// A folder with an athlete of many years, Anna, and Ben.
fn long_folder() -> (TempDir, Athlete) {
    let dir = tempfile::tempdir().unwrap();
    let anna = long(1, "Anna Kovač", 260, today());
    let mut workspace = workspace(&["-", "Ben Okafor"]);
    workspace.put(Arc::new(anna.clone()));
    create(dir.path(), &workspace).unwrap();
    (dir, anna)
}

const ANNA: &str = "anna-kovac.ron";

fn parts_of(dir: &TempDir) -> Vec<PathBuf> {
    let folder = dir.path().join("athletes/anna-kovac");
    let names = names_in(&folder).into_iter();
    names.map(|name| folder.join(name)).collect()
}

fn read_part(path: &Path) -> Part {
    loading::load::<Part>(path).unwrap().0.value
}

/// Anna as another start of the program reads her, without a complaint.
fn on_disk(dir: &TempDir) -> Athlete {
    let (store, opened) = Store::look(dir.path()).unwrap();
    assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
    let anna = store.read_athlete(ANNA).unwrap();
    let problems = store.take_problems();
    assert!(problems.is_empty(), "{problems:?}");
    (*anna).clone()
}

fn open(dir: &TempDir) -> (Store, Athlete) {
    let (store, opened) = Store::open(dir.path()).unwrap();
    assert_eq!(opened.mode, OpenMode::ReadWrite);
    let anna = (*store.read_athlete(ANNA).unwrap()).clone();
    (store, anna)
}

fn nth(anna: &Athlete, place: usize) -> Session {
    Session::clone(&anna.sessions.all()[place])
}

fn change(anna: &mut Athlete, session: Session, hour: i64) {
    let edits = [Edit::update(anna, session)];
    edit::apply(anna, &edits, Stamp::coach(moment(hour)));
}

fn delete(anna: &mut Athlete, id: SessionId, hour: i64) {
    edit::apply(anna, &[Edit::Remove(id)], Stamp::coach(moment(hour)));
}

/// Every file of a folder and what is in it, with the moment it was written.
fn files_in(dir: &Path) -> BTreeMap<PathBuf, (u64, SystemTime, Vec<u8>)> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap().flatten() {
        if entry.path().is_dir() {
            all.extend(files_in(&entry.path()));
        } else {
            use std::os::unix::fs::MetadataExt as _;
            let data = entry.metadata().unwrap();
            let bytes = fs::read(entry.path()).unwrap();
            all.insert(entry.path(), (data.ino(), data.modified().unwrap(), bytes));
        }
    }
    all
}

/// How many bytes were written between two looks: a file that was written anew is another one under its name, and a
/// backup that is a second name of one that was there before takes none.
fn written(
    before: &BTreeMap<PathBuf, (u64, SystemTime, Vec<u8>)>,
    after: &BTreeMap<PathBuf, (u64, SystemTime, Vec<u8>)>,
) -> usize {
    let known: Vec<u64> = before.values().map(|file| file.0).collect();
    let new = after.values().filter(|file| !known.contains(&file.0));
    new.map(|file| file.2.len()).sum()
}

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
    // As a program of before wrote it.
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
    let backups = names_in(&dir.path().join("backups"));
    let first = dir.path().join("backups").join(&backups[0]);
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
                ..old.plan.clone()
            },
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

    // What is moved from years ago into this week goes from one file into the other.
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
    // And as the season goes by, what was far away comes near.
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

/// Anna after edits that move, delete, change and add sessions in many files at once.
fn turned_over(anna: &Athlete, hour: i64) -> Athlete {
    let mut anna = anna.clone();
    let count = anna.sessions.len();
    for place in (0..count).step_by(count / 20) {
        let mut session = nth(&anna, place.min(anna.sessions.len() - 1));
        match place % 4 {
            0 => session.plan.note = format!("At {hour}"),
            1 => session.date = today() - Days::new(hour.unsigned_abs()),
            2 => session.date = session.date + Days::new(400),
            _ => {
                delete(&mut anna, session.id, hour);
                continue;
            }
        }
        change(&mut anna, session, hour);
    }
    anna
}

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
            // In one file, as programs of before wrote it.
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
    let title = nth(&anna, 3).plan.title;
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
        fs::write(&copy, format::encode(&copy, &Part::of(theirs)).unwrap()).unwrap();
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
    // An edit of the same time before anybody noticed.
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

/// The first day whose sessions stand in Anna's own file.
fn opening_from(dir: &TempDir) -> NaiveDate {
    let main = loading::load::<Main>(&anna_file(dir)).unwrap().0.value;
    main.history.unwrap().from
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
