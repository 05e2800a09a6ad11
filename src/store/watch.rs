//! Noticing that another machine changed a file of the workspace: sizes and times are looked at now and then, on a thread
//! of its own. It holds neither the lock nor a file, and ends when it is dropped.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::{Duration, SystemTime};

use super::paths::ATHLETES_FOLDER;

/// How long between two looks. A change is on the screen within a second.
const INTERVAL: Duration = Duration::from_millis(700);

/// A watch of the athletes' files.
#[derive(Debug)]
pub struct Watch {
    /// Nothing is ever sent; the thread ends when this is gone.
    _stop: Sender<()>,
}

/// What tells one state of a file from another without reading it.
type Look = BTreeMap<String, (Option<SystemTime>, u64)>;

impl Watch {
    /// Watches the workspace in `folder`. `on_change` is called with the names of athletes' files that are new or changed,
    /// by whomever, and with nothing while nothing happens.
    pub fn start(folder: &Path, on_change: impl Fn(Vec<String>) + Send + 'static) -> Self {
        let (stop, stopped) = mpsc::channel();
        let folder = folder.join(ATHLETES_FOLDER);
        let mut before = look(&folder);
        let watch = move || {
            while stopped.recv_timeout(INTERVAL) == Err(RecvTimeoutError::Timeout) {
                let now = look(&folder);
                let changed = now
                    .iter()
                    .filter(|(name, state)| before.get(*name) != Some(state));
                let changed: Vec<String> = changed.map(|(name, _)| name.clone()).collect();
                before = now;
                if !changed.is_empty() {
                    on_change(changed);
                }
            }
        };
        // Without the thread, changes are met when the file is next written.
        std::thread::Builder::new()
            .name("watch".to_owned())
            .spawn(watch)
            .ok();
        Self { _stop: stop }
    }
}

fn look(folder: &PathBuf) -> Look {
    let Ok(entries) = fs::read_dir(folder) else {
        return Look::new();
    };
    let state = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let is_document =
            !name.starts_with('.') && Path::new(&name).extension().is_some_and(|end| end == "ron");
        let data = entry.metadata().ok().filter(|_| is_document)?;
        Some((name, (data.modified().ok(), data.len())))
    };
    entries.filter_map(|entry| state(entry.ok()?)).collect()
}
