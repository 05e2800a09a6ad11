//! Noticing that another machine changed a file of the workspace: sizes and times are looked at now and then, on a thread
//! of its own. It holds neither the lock nor a file, and ends when it is dropped.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::{Duration, SystemTime};

use super::part_read::folders;
use super::paths::{ATHLETES_FOLDER, LIBRARY_FILE, SETTINGS_FILE, file_name};

/// How long between two looks. Reading, merging and drawing have the rest of the second within which a change is to be
/// on the screen.
const INTERVAL: Duration = Duration::from_millis(500);

/// A watch of a workspace's files.
#[derive(Debug)]
pub struct Watch {
    /// Nothing is ever sent; the thread ends when this is gone.
    _stop: Sender<()>,
}

/// A file that is new or changed, by its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangedFile {
    /// In the folder of athletes.
    Athlete(String),
    /// A part of an athlete.
    Part {
        /// The athlete's own file.
        athlete: String,
        /// The part's.
        name: String,
    },
    /// In the workspace's own folder: the settings, the library, or another version of one of these.
    Workspace(String),
}

/// What tells one state of the files from another without reading them.
#[derive(Debug, Default, PartialEq)]
pub struct Snapshot {
    files: BTreeMap<ChangedFile, Stat>,
    /// The folders with parts, by the athlete's own file, each with its time and what is in it.
    parts: BTreeMap<String, (Option<SystemTime>, BTreeMap<ChangedFile, Stat>)>,
}

type Stat = (Option<SystemTime>, u64);

/// Every so many looks all parts are looked at: there may be thousands, and most programs replace a file whole, which
/// the time of the folder tells.
const THOROUGH: u32 = 20;

impl Watch {
    /// Watches the workspace in `folder`. `on_change` is called with the files that are new or changed since `before`, by
    /// whomever, and not at all while nothing happens.
    pub fn start(
        folder: &Path,
        mut before: Snapshot,
        on_change: impl Fn(Vec<ChangedFile>) + Send + 'static,
    ) -> Self {
        let (stop, stopped) = mpsc::channel();
        let folder = folder.to_owned();
        let mut looks = 0;
        let watch = move || {
            while stopped.recv_timeout(INTERVAL) == Err(RecvTimeoutError::Timeout) {
                looks = (looks + 1) % THOROUGH;
                let now = Snapshot::at(&folder, Some(&before).filter(|_| looks > 0));
                let changed = now.since(&before);
                before = now;
                if !changed.is_empty() {
                    on_change(changed);
                }
            }
        };
        // If the thread cannot be started, changes are noticed at the next save.
        std::thread::Builder::new()
            .name("watch".to_owned())
            .spawn(watch)
            .ok();
        Self { _stop: stop }
    }
}

impl Snapshot {
    /// Looks at a workspace. What is read of it later and what is watched from here on leave no gap between them.
    pub fn of(folder: &Path) -> Self {
        Self::at(folder, None)
    }

    /// Looks at a workspace; folders of parts that are as they were `before` are not gone through again.
    fn at(folder: &Path, before: Option<&Self>) -> Self {
        let mut look = Self::default();
        let athletes = folder.join(ATHLETES_FOLDER);
        look.files = documents(&athletes, |name| Some(ChangedFile::Athlete(name)));
        look.files.extend(documents(folder, |name| {
            let stems = [SETTINGS_FILE, LIBRARY_FILE].map(|file| file.trim_end_matches(".ron"));
            let is_ours = stems.iter().any(|stem| name.starts_with(stem));
            is_ours.then_some(ChangedFile::Workspace(name))
        }));
        for parts in folders(folder, &athletes) {
            let name = parts.file_name().unwrap_or_default().to_string_lossy();
            let athlete = file_name(&name);
            let time = fs::metadata(&parts).and_then(|data| data.modified()).ok();
            let known = before.and_then(|before| before.parts.get(&athlete));
            let files = match known.filter(|(then, _)| *then == time && time.is_some()) {
                Some((_, files)) => files.clone(),
                None => documents(&parts, |name| {
                    let athlete = athlete.clone();
                    Some(ChangedFile::Part { athlete, name })
                }),
            };
            look.parts.insert(athlete, (time, files));
        }
        look
    }

    /// What is new or changed since another look.
    fn since(&self, before: &Self) -> Vec<ChangedFile> {
        let mut changed = new_in(&self.files, &before.files);
        let nothing = BTreeMap::new();
        for (athlete, (_, files)) in &self.parts {
            let before = before.parts.get(athlete);
            changed.extend(new_in(files, before.map_or(&nothing, |(_, files)| files)));
        }
        changed
    }
}

fn new_in(
    now: &BTreeMap<ChangedFile, Stat>,
    before: &BTreeMap<ChangedFile, Stat>,
) -> Vec<ChangedFile> {
    let changed = now
        .iter()
        .filter(|(file, state)| before.get(*file) != Some(*state));
    changed.map(|(file, _)| file.clone()).collect()
}

fn documents(
    folder: &Path,
    file: impl Fn(String) -> Option<ChangedFile>,
) -> BTreeMap<ChangedFile, Stat> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let state = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let is_document =
            !name.starts_with('.') && Path::new(&name).extension().is_some_and(|end| end == "ron");
        let file = file(name).filter(|_| is_document)?;
        let data = entry.metadata().ok()?;
        Some((file, (data.modified().ok(), data.len())))
    };
    entries.filter_map(|entry| state(entry.ok()?)).collect()
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;

    fn named(name: &str) -> ChangedFile {
        ChangedFile::Workspace(name.to_owned())
    }

    #[test]
    fn what_is_new_or_changed_is_seen_in_both_folders_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
        fs::create_dir(dir.path().join(ATHLETES_FOLDER)).unwrap();
        write("workspace.ron", "1");
        let before = Snapshot::of(dir.path());
        assert_eq!(Snapshot::at(dir.path(), Some(&before)), before);
        for (name, text) in [
            ("workspace.ron", "22"),
            ("library.ron", "1"),
            ("library.sync-conflict-1.ron", "1"),
            ("notes.ron", "1"),
            ("workspace.lock", "1"),
            (".library.ron", "1"),
            ("athletes/anna.ron", "1"),
            ("athletes/anna.txt", "1"),
        ] {
            write(name, text);
        }
        let changed = Snapshot::at(dir.path(), Some(&before)).since(&before);
        assert_eq!(
            changed,
            [
                ChangedFile::Athlete("anna.ron".to_owned()),
                named("library.ron"),
                named("library.sync-conflict-1.ron"),
                named("workspace.ron"),
            ]
        );
    }

    #[test]
    fn a_change_is_told_within_a_second() {
        let dir = tempfile::tempdir().unwrap();
        let (told, heard) = mpsc::channel();
        let seen = Snapshot::of(dir.path());
        let _watch = Watch::start(dir.path(), seen, move |files| {
            told.send((Instant::now(), files)).ok();
        });
        let mut waits = Vec::new();
        for round in 0..3 {
            let changed = Instant::now();
            fs::write(dir.path().join("workspace.ron"), "x".repeat(round + 1)).unwrap();
            let (at, files) = heard.recv_timeout(Duration::from_secs(20)).unwrap();
            assert_eq!(files, [named("workspace.ron")]);
            waits.push(at - changed);
        }
        // The machine may be busy with other tests: the quickest of three says how long the watch itself takes.
        let quickest = waits.iter().min().unwrap();
        assert!(*quickest < Duration::from_secs(1), "{waits:?}");
    }
}
