//! How long an athlete's file takes to be read and saved, for 1 to 20 years, beside what cannot be done faster: parsing the
//! same text with plain `ron`, and writing the same bytes and forcing them onto the disk. 200 athletes of three years
//! are to be read on both cores in no more than 4 s.

mod machine;

use std::fs::{self, File};
use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use chrono::{DateTime, Days, NaiveDate, Utc};
use criterion::{Criterion, criterion_group, criterion_main};
use ironstride::demo::{self, DemoOptions};
use ironstride::domain::{Athlete, Workspace, WorkspaceSettings};
use ironstride::library::Library;
use ironstride::store::{self, Store};
use ron::extensions::Extensions;
use serde::Deserialize;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 25).expect("a date")
}

/// The file of an athlete as plain `ron` reads it.
#[derive(Deserialize)]
struct PlainFile {
    athlete: Athlete,
}

fn one_athlete(criterion: &mut Criterion) {
    let library = Library::shipped().expect("the library");
    let ron = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let recent = today() - Days::new(400);
    for years in [1, 3, 10, 20] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let workspace = Workspace {
            settings: WorkspaceSettings::default(),
            own: Arc::default(),
            athletes: vec![Arc::new(demo::heavy_years(years, today(), &library))],
        };
        let dir = folder.path().join("workspace");
        store::create(&dir, &workspace).expect("a workspace");
        let (store, opened) = Store::open(&dir).expect("the workspace");
        let file = opened.athletes.first().expect("an athlete").file.clone();
        let path = store.athlete_path(&file);
        let text = fs::read_to_string(&path).expect("the file");
        let bench = |criterion: &mut Criterion, what: &str, work: &mut dyn FnMut()| {
            machine::bench(criterion, &format!("{what}, {years} years"), work);
        };
        bench(criterion, "plain ron", &mut || {
            let plain: PlainFile = ron.from_str(black_box(&text)).expect("an athlete");
            black_box(plain.athlete);
        });
        bench(criterion, "reading an athlete", &mut || {
            black_box(store.read_athlete(&file).expect("an athlete"));
        });
        bench(criterion, "reading what the first frame shows", &mut || {
            black_box(store.read_recent(&file, recent).expect("an athlete"));
        });
        let beside = folder.path().join("beside");
        bench(criterion, "plain write and fsync", &mut || {
            plain_save(&beside, text.as_bytes());
        });
        let mut athlete = Athlete::clone(&store.read_athlete(&file).expect("an athlete"));
        let mut edits = 0;
        bench(criterion, "saving an edit", &mut || {
            edits += 1;
            athlete.profile.notes = format!("Edit {edits}");
            let saved = store.write_athlete(&athlete, DateTime::<Utc>::UNIX_EPOCH);
            black_box(saved.expect("a save"));
        });
    }
}

fn plain_save(path: &Path, bytes: &[u8]) {
    let mut file = File::create(path).expect("a file");
    file.write_all(bytes).expect("room");
    file.sync_all().expect("a disk");
}

fn many_athletes(criterion: &mut Criterion) {
    let library = Library::shipped().expect("the library");
    for athletes in [1, 10, 50, 200] {
        let options = DemoOptions {
            athletes,
            weeks: 156,
            seed: 1,
            today: today(),
        };
        let folder = tempfile::tempdir().expect("a temporary folder");
        let dir = folder.path().join("workspace");
        store::create(&dir, &demo::workspace(&options, &library)).expect("a workspace");
        let (store, opened) = Store::open(&dir).expect("the workspace");
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let name = format!("reading {athletes} athletes of 3 years on {cores} cores");
        machine::bench_few(criterion, &name, || {
            let next = AtomicUsize::new(0);
            let read = || {
                while let Some(file) = opened.athletes.get(next.fetch_add(1, Ordering::Relaxed)) {
                    black_box(store.read_athlete(&file.file).expect("an athlete"));
                }
            };
            thread::scope(|scope| {
                for _ in 0..cores {
                    scope.spawn(read);
                }
            });
        });
    }
}

criterion_group!(benches, one_athlete, many_athletes);
criterion_main!(benches);
