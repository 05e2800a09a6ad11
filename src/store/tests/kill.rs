//! The program is killed at random moments of random saves. Whatever moment it is, the workspace opens, nothing that
//! was told as saved is lost, and nothing is in the way.
//!
//! The victim is this test program again, run with a folder and a seed in its environment. It edits and saves through
//! the saver of the window, and says on its standard output which edits are on the disk.
#![cfg(unix)]

use std::io::{BufRead, BufReader, Write as _};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

use super::*;
use crate::edit::{self, Edit};

const FOLDER: &str = "IRONSTRIDE_TEST_VICTIM";
const SEED: &str = "IRONSTRIDE_TEST_SEED";

/// How many are killed in the usual run, and how many by `cargo test --lib -- --ignored killed_500_times`.
const USUALLY: u64 = 50;
const OFTEN: u64 = 500;

/// Numbers that look random and are the same for a seed (a linear congruence, its upper bits).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

const NAMES: [&str; 4] = ["Anna", "Ben", "Cleo", "Dan"];

/// So many of them have years of training behind them, in several files.
const LONG: usize = 2;

/// Sessions of an early year, the first of which bears the number of the edit and the second of which goes to and fro
/// between this week and then.
const EARLY: usize = 3;

/// The workspace of the victims.
fn victims() -> Workspace {
    let mut all = workspace(&NAMES);
    for (index, name) in NAMES.iter().enumerate().take(LONG) {
        let until = Utc::now().date_naive();
        all.put(Arc::new(parts::long(index as u128 + 1, name, 70, until)));
    }
    all
}

/// Edits an athlete in every file, with a number that is found again.
fn edit_all(athlete: &mut Athlete, edit: u64) {
    let stamp = Stamp::coach(Utc::now());
    let id = |nth: usize| SessionId::from_bits(athlete.id.0.as_u128() * 100_000 + nth as u128);
    let (first, second) = (id(EARLY), id(EARLY + 1));
    let of = |athlete: &Athlete, id| athlete.sessions.get(id).map(|it| Session::clone(it));
    if let Some(mut session) = of(athlete, first) {
        session.plan.note = edit.to_string();
        edit::apply(athlete, &[Edit::update(athlete, session)], stamp);
    }
    if let Some(mut session) = of(athlete, second) {
        let today = Utc::now().date_naive();
        let other = athlete.sessions.get(first).map(|it| it.date);
        session.date = if session.date == today {
            other.unwrap()
        } else {
            today
        };
        edit::apply(athlete, &[Edit::update(athlete, session)], stamp);
    }
}

/// The number of the last edit in the early year.
fn early_edit_in(athlete: &Athlete) -> u64 {
    let id = SessionId::from_bits(athlete.id.0.as_u128() * 100_000 + EARLY as u128);
    let note = athlete.sessions.get(id).map(|it| it.plan.note.clone());
    note.and_then(|note| note.parse().ok()).unwrap_or_default()
}

fn file_of(dir: &Path, index: usize) -> PathBuf {
    dir.join(format!("athletes/{}.ron", NAMES[index].to_lowercase()))
}

/// The number of the edit that a file holds.
fn edit_in(path: &Path) -> u64 {
    let notes = read_athlete(path).unwrap().profile.notes;
    notes.split(' ').next().unwrap().parse().unwrap_or_default()
}

/// Edits and saves until somebody kills it. Does nothing in a usual run of the tests.
#[test]
fn victim() {
    let Some(dir) = std::env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let seed = std::env::var(SEED).unwrap().parse().unwrap();
    let mut chance = Chance(seed);
    let (store, opened) = Store::open(&dir).unwrap();
    assert_eq!(opened.mode, OpenMode::ReadWrite);
    let mut athletes: Vec<Athlete> = NAMES
        .iter()
        .map(|name| {
            let file = format!("{}.ron", name.to_lowercase());
            (*store.read_athlete(&file).unwrap()).clone()
        })
        .collect();
    let folder = dir.clone();
    let saver = Saver::start(store, move |event| {
        let SaveEvent::Saved(Document::Athlete(id)) = event else {
            panic!("{event:?}")
        };
        let index = (1..=NAMES.len()).find(|n| AthleteId::from_bits(*n as u128) == id);
        let index = index.unwrap() - 1;
        let mut out = std::io::stdout().lock();
        writeln!(out, "\nsaved {index} {}", edit_in(&file_of(&folder, index))).unwrap();
        out.flush().unwrap();
    });
    for edit in 1_u64.. {
        let index = chance.below(NAMES.len() as u64) as usize;
        let filling = "x".repeat(chance.below(60_000) as usize / 4);
        athletes[index].profile.notes = format!("{edit} {filling}");
        edit_all(&mut athletes[index], edit);
        let request = SaveRequest::Athlete(Arc::new(athletes[index].clone()));
        saver.save(request).unwrap();
        std::thread::sleep(Duration::from_millis(chance.below(40)));
    }
}

/// Starts a victim in `dir`.
fn start(dir: &Path, seed: u64) -> (Child, BufReader<ChildStdout>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "store::tests::kill::victim", "--nocapture"])
        .env(FOLDER, dir)
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    (child, out)
}

/// The athlete and the edit that a line of a victim tells as saved; `None` for what is told by others, or cut off.
fn saved_in(line: &str) -> Option<(usize, u64)> {
    let mut words = line.strip_prefix("saved ")?.split(' ');
    let saved = (words.next()?.parse().ok()?, words.next()?.parse().ok()?);
    words.next().is_none().then_some(saved)
}

/// How long a victim takes until it has saved something: it starts and reads, which a busy machine lets it do slowly.
fn until_first_save(dir: &Path) -> Duration {
    let begun = Instant::now();
    let (mut child, out) = start(dir, 0);
    let mut lines = out.lines().map_while(Result::ok);
    assert!(lines.any(|line| saved_in(&line).is_some()));
    let passed = begun.elapsed();
    child.kill().unwrap();
    child.wait().unwrap();
    passed
}

/// Kills a victim in `dir` at some moment from a little before its first save on, which comes after `pace`; gives the last
/// edit of each athlete that it told as saved.
fn kill_one(dir: &Path, seed: u64, pace: Duration) -> [u64; NAMES.len()] {
    let (mut child, out) = start(dir, seed);
    let reader = std::thread::spawn(move || {
        let mut saved = [0; NAMES.len()];
        for line in out.lines().map_while(Result::ok) {
            if let Some((index, edit)) = saved_in(&line) {
                saved[index] = edit;
            }
        }
        saved
    });
    let share = 600 + Chance(seed ^ 0x5eed).below(3000);
    std::thread::sleep(pace.mul_f64(share as f64 / 1000.0));
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap()
}

/// Kills as many as are asked for, some side by side, one after another in each folder.
fn kill_many(rounds: u64) {
    const FOLDERS: u64 = 5;
    let told: u64 = std::thread::scope(|scope| {
        let work = |number: u64| {
            let dir = tempfile::tempdir().unwrap();
            create(dir.path(), &victims()).unwrap();
            let pace = until_first_save(dir.path());
            check(dir.path(), [0; NAMES.len()]);
            let mut told = 0;
            for round in 0..rounds / FOLDERS {
                let saved = kill_one(dir.path(), number * 1000 + round, pace);
                check(dir.path(), saved);
                told += saved.iter().filter(|edit| **edit > 0).count() as u64;
            }
            told
        };
        let threads: Vec<_> = (0..FOLDERS).map(|n| scope.spawn(move || work(n))).collect();
        threads.into_iter().map(|it| it.join().unwrap()).sum()
    });
    assert!(
        told > rounds / 2,
        "the victims lived long enough to save: {told}"
    );
}

fn check(dir: &Path, saved: [u64; NAMES.len()]) {
    let (store, opened) = Store::open(dir).unwrap();
    assert_eq!(opened.mode, OpenMode::ReadWrite);
    assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
    assert!(opened.conflicts.is_empty(), "{:?}", opened.conflicts);
    assert_eq!(opened.athletes.len(), NAMES.len());
    let whole = victims();
    for (index, edit) in saved.into_iter().enumerate() {
        let path = file_of(dir, index);
        assert!(edit == 0 || edit_in(&path) >= edit, "{}", path.display());
        // It can go on at once, and the numbers of the next victim begin anew.
        let file = path.file_name().unwrap().to_str().unwrap();
        let mut athlete = (*store.read_athlete(file).unwrap()).clone();
        let problems = store.take_problems();
        assert!(problems.is_empty(), "{problems:?}");
        let before = whole.athlete(athlete.id).unwrap();
        assert_eq!(athlete.sessions.len(), before.sessions.len(), "{file}");
        if index < LONG {
            assert!(early_edit_in(&athlete) >= edit, "{file}");
            edit_all(&mut athlete, 0);
        }
        athlete.profile.notes = String::new();
        store.write_athlete(&athlete, Utc::now()).unwrap();
    }
    let left = names_in(&dir.join("athletes"));
    assert_eq!(left.len(), NAMES.len() + LONG, "{left:?}");
    for name in &NAMES[..LONG] {
        let left = names_in(&dir.join("athletes").join(name.to_lowercase()));
        assert!(
            left.len() > 1 && left.iter().all(|name| !name.contains("tmp")),
            "{left:?}"
        );
    }
    for name in names_in(&dir.join("backups")) {
        let kept = dir.join("backups").join(name);
        if kept.is_file() {
            read_athlete(&kept).unwrap();
            continue;
        }
        for name in names_in(&kept) {
            loading::load::<parted::StoredPart>(&kept.join(name)).unwrap();
        }
    }
}

#[test]
fn killed_at_any_moment_nothing_saved_is_lost() {
    kill_many(USUALLY);
}

#[test]
#[ignore = "takes minutes; the usual run kills 50"]
fn killed_500_times() {
    kill_many(OFTEN);
}
