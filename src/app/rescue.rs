//! Copies of changes that could not be saved, in the user's data folder; and the system's order to end, which leaves no
//! time to ask.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::Utc;
use directories::ProjectDirs;

use crate::domain::Workspace;
use crate::store::{self, Document, StoreError};

/// The system ordered the program to end.
static ORDERED: AtomicBool = AtomicBool::new(false);

/// True once the system ordered the program to end: nobody is left to answer a question.
pub(super) fn is_ordered() -> bool {
    ORDERED.load(Ordering::Relaxed)
}

/// Where copies are kept on this computer.
pub(super) fn folder() -> PathBuf {
    let dirs = ProjectDirs::from("", "", "Ironstride");
    dirs.map_or_else(std::env::temp_dir, |dirs| dirs.data_dir().to_owned())
        .join("rescue")
}

/// Keeps these documents of a workspace as a workspace of its own, and gives its folder.
pub(super) fn keep(
    folder: &Path,
    workspace: &Workspace,
    documents: &[Document],
) -> Result<PathBuf, StoreError> {
    let athletes = workspace.athletes.iter();
    let copy = Workspace {
        settings: workspace.settings.clone(),
        own: workspace.own.clone(),
        athletes: athletes
            .filter(|athlete| documents.contains(&Document::Athlete(athlete.id)))
            .cloned()
            .collect(),
    };
    std::fs::create_dir_all(folder).map_err(|source| StoreError::Unwritable {
        path: folder.to_owned(),
        source,
    })?;
    let name = Utc::now().format("%Y-%m-%dT%H%M%SZ").to_string();
    let mut number = 1_u32;
    loop {
        let target = if number == 1 {
            folder.join(&name)
        } else {
            folder.join(format!("{name}-{number}"))
        };
        match store::create(&target, &copy) {
            Err(StoreError::Occupied { .. }) if number < 1000 => number += 1,
            Err(error) => return Err(error),
            Ok(()) => return Ok(target),
        }
    }
}

/// The copies there are, the oldest first.
pub(super) fn kept(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let folders = entries.map(|entry| entry.path());
    let mut folders: Vec<PathBuf> = folders
        .filter(|path| path.join("workspace.ron").is_file())
        .collect();
    folders.sort();
    folders
}

/// How long the window has to close when the system orders it, before the program ends without it. A window that is
/// not shown may get no frame to close in; what was edited before is on the disk by then.
#[cfg(unix)]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(4);

/// Closes the window when the system orders the program to end: at the end of the session, or by `kill`.
#[cfg(unix)]
pub(super) fn close_when_ordered(window: &egui::Context) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT]) else {
        return;
    };
    let window = window.clone();
    let wait = move || {
        let Some(signal) = signals.forever().next() else {
            return;
        };
        ORDERED.store(true, Ordering::Relaxed);
        window.send_viewport_cmd(egui::ViewportCommand::Close);
        window.request_repaint();
        std::thread::sleep(PATIENCE);
        std::process::exit(128 + signal);
    };
    std::thread::Builder::new()
        .name("signals".to_owned())
        .spawn(wait)
        .ok();
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::{Athlete, AthleteId, Profile};

    #[test]
    fn only_what_was_not_saved_is_kept_each_time_in_a_folder_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        let rescue = folder.path().join("rescue");
        let mut workspace = Workspace::default();
        for (bits, name) in [(1, "Anna"), (2, "Ben")] {
            let profile = Profile::named(name);
            workspace.put(Arc::new(Athlete::new(AthleteId::from_bits(bits), profile)));
        }
        let unsaved = [Document::Athlete(AthleteId::from_bits(2))];
        let one = keep(&rescue, &workspace, &unsaved).unwrap();
        let two = keep(&rescue, &workspace, &unsaved).unwrap();
        assert_ne!(one, two);
        assert_eq!(kept(&rescue).len(), 2);
        let (store, opened) = store::Store::look(&one).unwrap();
        assert_eq!(opened.athletes.len(), 1);
        let ben = store.read_athlete(&opened.athletes[0].file).unwrap();
        assert_eq!(ben.profile.name, "Ben");
    }
}
