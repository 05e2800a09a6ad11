//! Inputs that nobody wrote: files of every kind that is read, cut, spliced and scrambled. Whatever comes, no reader
//! panics, takes longer than a second, or fills the memory.
//!
//! The usual run replays what was found before (`tests/data/fuzz/found`) and tries some hundred inputs of each target
//! from a fixed seed. To look for more, one target at a time, so that its memory can be told:
//!
//! ```console
//! $ IRONSTRIDE_FUZZ_SECONDS=1200 cargo test --release --test it fuzz::looking::athlete -- --nocapture
//! ```
//!
//! It prints how many inputs were tried; one that fails is written to `tests/data/fuzz/found` and named. An input that
//! makes a reader say something that it had not said before is kept as a start for others, which leads it on from
//! branch to branch without a compiler that counts them: this runs with the compiler the program is built with.

mod desk;
mod mutate;
mod seeds;
mod shape;
mod targets;

use std::collections::HashSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use mutate::Mutator;
use targets::{TARGETS, Target};

/// How many inputs of each target the usual run tries. The slowest target takes milliseconds for each.
const USUALLY: u64 = 300;
/// No input may take longer of a processor's time, the best of three. Without the optimiser everything takes some ten times as long.
const LONGEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 10 } else { 1 });
/// No input may be longer than this; what takes more than a second for megabytes is told by other tests.
const LARGEST: usize = 64 << 10;
/// No input may take more memory than ten times its size and this.
const MEMORY: u64 = 64 << 20;

fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/fuzz")
}

fn files(folder: &Path, prefix: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> = entries
        .filter_map(|entry| {
            let name = entry.file_name().into_string().ok()?;
            let starts = name.starts_with(prefix);
            starts.then(|| (name, fs::read(entry.path()).unwrap()))
        })
        .collect();
    files.sort();
    files
}

/// How long this thread has worked. Where the system does not tell, the time that has gone by, which on a machine that
/// does much else is longer.
fn worked(since: Instant) -> Duration {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// What a target said of an input, and how long it worked on it.
fn run(target: &Target, input: &[u8]) -> Result<(u64, Duration), String> {
    let start = Instant::now();
    let before = worked(start);
    let said = catch_unwind(AssertUnwindSafe(|| (target.run)(input)));
    match said {
        Ok(said) => Ok((said, worked(start).saturating_sub(before))),
        Err(panic) => {
            let text = panic.downcast_ref::<String>().cloned();
            let text = text.or_else(|| panic.downcast_ref::<&str>().map(|&it| it.to_owned()));
            Err(text.unwrap_or_default())
        }
    }
}

/// Runs an input and gives what was said; why it is a fault, where it is one.
fn judge(target: &Target, input: &[u8]) -> Result<u64, String> {
    let (said, mut took) = run(target, input)?;
    for _ in 0..2 {
        if took <= LONGEST {
            break;
        }
        took = took.min(run(target, input)?.1);
    }
    if took > LONGEST {
        return Err(format!("it takes {took:?}"));
    }
    Ok(said)
}

/// The most memory this process has had, in bytes; `None` where the system does not tell.
fn most_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes << 10)
}

fn keep(target: &Target, input: &[u8], why: &str) -> ! {
    let name = format!("{}-{:016x}", target.name, mutate::hash(input));
    let path = data().join("found").join(&name);
    fs::create_dir_all(data().join("found")).unwrap();
    fs::write(&path, input).unwrap();
    panic!("{}: {why}; the input is {}", target.name, path.display());
}

/// Tries inputs until `ends` says so.
fn look(
    target: &Target,
    seed: u64,
    watches_memory: bool,
    mut ends: impl FnMut(u64) -> bool,
) -> u64 {
    let mut corpus: Vec<Vec<u8>> = (target.seeds)();
    corpus.extend(
        files(&data().join("found"), target.name)
            .into_iter()
            .map(|(_, it)| it),
    );
    assert!(
        !corpus.is_empty(),
        "{} has nothing to begin with",
        target.name
    );
    let mut heard = HashSet::new();
    for input in &corpus {
        match judge(target, input) {
            Ok(said) => heard.insert(said),
            Err(why) => panic!("{}: a seed fails: {why}", target.name),
        };
    }
    let mut mutator = Mutator::new(seed, target.words);
    let mut tried = 0;
    while !ends(tried) {
        tried += 1;
        let mut input = mutator.mutate(&corpus);
        input.truncate(LARGEST);
        let before = most_memory().filter(|_| watches_memory);
        match judge(target, &input) {
            Ok(said) => {
                if heard.insert(said) && corpus.len() < 4000 {
                    corpus.push(input.clone());
                }
            }
            Err(why) => keep(target, &input, &why),
        }
        if let (Some(before), Some(after)) = (before, most_memory()) {
            let bound = 10 * input.len() as u64 + MEMORY;
            // The system counts in steps, and now and then one back.
            let taken = after.saturating_sub(before);
            if taken > bound {
                keep(target, &input, &format!("it takes {taken} bytes"));
            }
        }
    }
    if watches_memory {
        eprintln!(
            "{}: {tried} inputs tried, {} kinds of answers, {} in the corpus, at most {:?} bytes of memory",
            target.name,
            heard.len(),
            corpus.len(),
            most_memory()
        );
    }
    tried
}

fn target(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).unwrap()
}

#[test]
fn what_was_found_before_stays_mended() {
    let all = files(&data().join("found"), "");
    for (name, input) in all {
        let target = TARGETS.iter().find(|target| name.starts_with(target.name));
        let target = target.unwrap_or_else(|| panic!("{name} belongs to no target"));
        if let Err(why) = judge(target, &input) {
            panic!("{name}: {why}");
        }
    }
}

/// A test for each target: a short look in the usual run, a long one where `IRONSTRIDE_FUZZ_SECONDS` says how long.
mod looking {
    use super::*;

    fn look_at(name: &str) {
        let seconds = std::env::var("IRONSTRIDE_FUZZ_SECONDS").ok();
        let seed = std::env::var("IRONSTRIDE_FUZZ_SEED").ok();
        let seed = seed.map_or(1, |seed| seed.parse().unwrap());
        if let Some(seconds) = seconds.and_then(|it| it.parse().ok()) {
            let end = Instant::now() + Duration::from_secs(seconds);
            look(target(name), seed, true, |_| Instant::now() >= end);
        } else {
            // A machine that is slow tries fewer, not longer.
            let end = Instant::now() + Duration::from_secs(4);
            let ends = |tried| tried >= USUALLY || (tried >= 20 && Instant::now() >= end);
            assert!(look(target(name), seed, false, ends) >= 20);
        }
    }

    #[test]
    fn athlete() {
        look_at("athlete");
    }

    #[test]
    fn part() {
        look_at("part");
    }

    #[test]
    fn plan_text_strict() {
        look_at("strict");
    }

    #[test]
    fn plan_text_lenient() {
        look_at("lenient");
    }

    #[test]
    fn workbook() {
        look_at("workbook");
    }

    #[test]
    fn table_of_a_plan() {
        look_at("table");
    }

    #[test]
    fn history() {
        look_at("history");
    }

    #[test]
    fn watch_file() {
        look_at("watch");
    }

    #[test]
    fn archive() {
        look_at("archive");
    }

    #[test]
    fn package() {
        look_at("package");
    }

    #[test]
    fn phone_reply() {
        look_at("reply");
    }

    #[test]
    fn every_target_has_its_test() {
        let source = include_str!("mod.rs");
        for target in TARGETS {
            let call = format!("look_at(\"{}\")", target.name);
            assert!(source.contains(&call), "{}", target.name);
        }
    }
}
