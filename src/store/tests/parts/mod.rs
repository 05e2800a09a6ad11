//! Athletes in several files: what is written for an edit, and what may happen to the files.

mod cut_off;
mod damage;
mod others;
mod sizes;
mod whole;

use std::collections::BTreeMap;
use std::time::SystemTime;

use chrono::Days;

use crate::demo;
use crate::edit::{self, Edit};
use crate::library::Library;
use crate::store::parted::{Main, StoredPart};

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

fn read_part(path: &Path) -> StoredPart {
    loading::load::<StoredPart>(path).unwrap().0.value
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

/// The first day whose sessions stand in Anna's own file.
fn opening_from(dir: &TempDir) -> NaiveDate {
    let main = loading::load::<Main>(&anna_file(dir)).unwrap().0.value;
    main.history.unwrap().from
}
