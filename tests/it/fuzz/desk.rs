//! A folder with an athlete, in which what can only be read from the disk is written.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use chrono::{DateTime, TimeZone, Utc};
use ironstride::domain::{Athlete, AthleteId, Profile, Session, SessionId, Stamp, Workspace};
use ironstride::library::Library;
use ironstride::store::{self, Store};
use ironstride::text;

pub(super) static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::shipped().unwrap());

/// The moment at which everything is read.
pub(super) fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, 11, 25, 12, 0, 0).unwrap()
}

pub(super) fn anna() -> Athlete {
    let mut anna = Athlete::new(AthleteId::from_bits(1), Profile::named("Anna Kovač"));
    let plan = fs::read_to_string(saved("weeks/half-marathoner.txt")).unwrap();
    let read = text::read(&plan, &LIBRARY);
    let sessions = read.sessions.iter().enumerate().map(|(place, read)| {
        let id = SessionId::from_bits(place as u128 + 1);
        Session::planned(id, read.date, read.plan.clone(), Stamp::coach(now()))
    });
    anna.sessions = sessions.collect();
    anna
}

pub(super) fn saved(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("saves")
        .join(path)
}

/// A folder in which files are written that can only be read from the disk.
pub(super) struct Desk {
    pub(super) folder: tempfile::TempDir,
    pub(super) store: Store,
    pub(super) anna: Arc<Athlete>,
}

thread_local! {
    pub(super) static DESK: Desk = {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().join("workspace");
        let mut workspace = Workspace::default();
        workspace.put(Arc::new(anna()));
        store::create(&dir, &workspace).unwrap();
        let (store, opened) = Store::open(&dir).unwrap();
        let anna = store.read_athlete(&opened.athletes[0].file).unwrap();
        Desk { folder, store, anna }
    };
}

pub(super) fn on_desk<R>(bytes: &[u8], read: impl FnOnce(&Desk, &Path) -> R) -> R {
    DESK.with(|desk| {
        let path = desk.folder.path().join("input.ron");
        fs::write(&path, bytes).unwrap();
        read(desk, &path)
    })
}
