//! The first week with the program: which hints are given, and where a workspace of one's own is proposed.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use directories::UserDirs;

use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::ui::hint::{self, Hint, Hints};

use super::shell::App;

/// The name of the folder that is proposed for a workspace.
const NAME: &str = "Ironstride";

impl App {
    /// Gives the hints of the first week that were neither followed nor closed.
    pub(super) fn begin_hints(&mut self, today: NaiveDate) {
        let kept = &mut self.preferences.now;
        let first = match kept.first_used {
            Some(first) => first,
            // Somebody who used the program before this date was stored needs no hints.
            None if !kept.recent.is_empty() => return,
            None => {
                kept.first_used = Some(today);
                self.preferences.keep_at_end();
                today
            }
        };
        let is_first_week = (0..hint::DAYS).contains(&(today - first).num_days());
        let kept = &self.preferences.now;
        self.screen.ui.shared.hints = Hints::of(|hint| is_first_week && !kept.flag(hint.switch()));
    }

    /// Never gives a hint again.
    pub(super) fn end_hint(&mut self, hint: Hint) {
        if !self.screen.ui.shared.hints.gives(hint) {
            return;
        }
        self.screen.ui.shared.hints.end(hint);
        let switch = hint.switch().to_owned();
        self.preferences.now.flags.insert(switch, true);
        self.save_preferences();
    }

    /// The folder proposed for a new workspace: one of its own in the folder for files, else in the person's documents,
    /// else at home.
    pub(super) fn proposed_workspace(&self) -> PathBuf {
        let chosen = self.preferences.now.folder.clone();
        let chosen = chosen.filter(|folder| folder.is_dir());
        let usual = || {
            let dirs = UserDirs::new()?;
            let documents = dirs.document_dir().filter(|folder| folder.is_dir());
            Some(documents.unwrap_or(dirs.home_dir()).to_owned())
        };
        chosen
            .or_else(usual)
            .map(|folder| free_folder(&folder))
            .unwrap_or_default()
    }
}

/// "Ironstride" in a folder, or "Ironstride 2" and so on where there is something of that name.
fn free_folder(folder: &Path) -> PathBuf {
    let first = folder.join(NAME);
    let is_free = |path: &PathBuf| {
        let entries = std::fs::read_dir(path).map(|mut entries| entries.next().is_none());
        entries.unwrap_or_else(|_| !path.exists())
    };
    if is_free(&first) {
        return first;
    }
    let mut others = (2..100).map(|number| folder.join(format!("{NAME} {number}")));
    others.find(is_free).unwrap_or(first)
}

/// True when a step says of a session that it was trained: whoever logs knows how.
pub(super) fn logs(transaction: &Transaction) -> bool {
    let is_trained = |edit: &Edit| match edit {
        Edit::Put { session, .. } => session.status.is_trained(),
        Edit::Remove(_) | Edit::Profile(_) => false,
    };
    transaction.edits.iter().any(|edit| match edit {
        WorkspaceEdit::Athlete(_, edits) => edits.iter().any(is_trained),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_that_holds_something_is_not_proposed() {
        let folder = tempfile::tempdir().unwrap();
        let first = folder.path().join("Ironstride");
        assert_eq!(free_folder(folder.path()), first);
        std::fs::create_dir(&first).unwrap();
        assert_eq!(free_folder(folder.path()), first, "it is empty");
        std::fs::write(first.join("workspace.ron"), "").unwrap();
        assert_eq!(
            free_folder(folder.path()),
            folder.path().join("Ironstride 2")
        );
        std::fs::write(folder.path().join("Ironstride 2"), "a file").unwrap();
        assert_eq!(
            free_folder(folder.path()),
            folder.path().join("Ironstride 3")
        );
    }
}
