//! Asking for files and folders: with the system's dialog, or typed where it has none.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::store::{self, StoreError};
use crate::ui::dialogs::{Dialog, PathForm, PathUse, SettingsForm};

use super::file_dialogs::{FileRequest, NO_DIALOG, Picked};
use super::jobs::Job;
use super::shell::App;

/// What stands over the folder that is proposed for a workspace.
const NEW_WORKSPACE: &str =
    "Everything is kept in this folder, in files you can read. It is made if it is not there.";

impl App {
    /// Shows the system's dialog. Its answer goes to `then`, however many others are open, unless another workspace was
    /// opened meanwhile: it was asked for this one.
    pub(super) fn ask(
        &mut self,
        request: &FileRequest,
        then: impl FnOnce(&mut Self, Picked) + Send + 'static,
    ) {
        let workspace = self.open.id();
        self.ask_in_any(request, move |app, picked| {
            let is_open = app.open.id() == workspace;
            match picked {
                Picked::Path(path) if !is_open => app.refuse(&path),
                Picked::Paths(paths) if !is_open => {
                    if let Some(path) = paths.first() {
                        app.refuse(path);
                    }
                }
                Picked::NoDialog if !is_open => {}
                picked => then(app, picked),
            }
        });
    }

    /// Says that nothing was done with a path, which was asked for in a workspace that is not open any more.
    fn refuse(&mut self, path: &Path) {
        self.say(format!(
            "Nothing was done with {}: another workspace was opened meanwhile. Ask for it again.",
            path.display()
        ));
    }

    /// Shows the system's dialog. Its answer goes to `then`, whichever workspace is open then.
    fn ask_in_any(
        &mut self,
        request: &FileRequest,
        then: impl FnOnce(&mut Self, Picked) + Send + 'static,
    ) {
        let waiting = self.files.0.open(request);
        let job = Job::new(
            "The file dialog",
            move |_| waiting(),
            |app: &mut Self, picked| then(app, picked.unwrap_or(Picked::Nothing)),
        );
        self.jobs.start_beside(job);
    }

    /// Asks for a path with the system's dialog, and has it typed where there is none. `then` says why a path cannot be
    /// used; one that was typed is asked for again, as it was typed.
    pub(super) fn ask_path(
        &mut self,
        request: FileRequest,
        purpose: PathUse,
        mut then: impl FnMut(&mut Self, PathBuf) -> Result<(), String> + Send + 'static,
    ) {
        let start = request.start.clone();
        let then = move |app: &mut Self, picked| match picked {
            Picked::Path(path) => app.use_picked(path, &mut then),
            Picked::Paths(paths) => {
                if let Some(path) = paths.into_iter().next() {
                    app.use_picked(path, &mut then);
                }
            }
            Picked::Nothing => {}
            Picked::NoDialog => app.typed_paths.ask(purpose, start, Box::new(then)),
        };
        if purpose.is_for_workspace() {
            self.ask(&request, then);
        } else {
            self.ask_in_any(&request, then);
        }
    }

    /// Uses a path from the system's dialog, or says why it cannot be used.
    fn use_picked(
        &mut self,
        path: PathBuf,
        then: &mut impl FnMut(&mut Self, PathBuf) -> Result<(), String>,
    ) {
        if let Err(why) = then(self, path) {
            self.say(why);
        }
    }

    /// Asks for files with the system's dialog, and has one path typed where there is none.
    pub(super) fn ask_paths(
        &mut self,
        request: &FileRequest,
        purpose: PathUse,
        mut then: impl FnMut(&mut Self, Vec<PathBuf>) + Send + 'static,
    ) {
        let start = request.start.clone();
        self.ask(request, move |app, picked| match picked {
            Picked::Path(path) => then(app, vec![path]),
            Picked::Paths(paths) => then(app, paths),
            Picked::Nothing => {}
            Picked::NoDialog => {
                let then = move |app: &mut Self, path: PathBuf| {
                    is_there(&path)?;
                    then(app, vec![path]);
                    Ok(())
                };
                app.typed_paths.ask(purpose, start, Box::new(then));
            }
        });
    }

    /// Opens the dialog for the next path that is to be typed.
    pub(super) fn follow_typed_paths(&mut self) {
        let dialog = &mut self.screen.ui.dialog;
        // The settings page closes while its path is typed, and opens again with the answer.
        let asks = |open: &Dialog| open.as_form::<SettingsForm>().is_some();
        if self.typed_paths.is_waiting() && dialog.as_ref().is_some_and(asks) {
            *dialog = None;
        }
        let types_none = |open: &Dialog| open.as_form::<PathForm>().is_none();
        if dialog.as_ref().is_none_or(types_none) {
            self.typed_paths.closed();
        }
        if dialog.is_none()
            && let Some(asked) = self.typed_paths.next()
        {
            let start = asked.start.display().to_string();
            let why = match asked.purpose {
                PathUse::Create => NEW_WORKSPACE,
                _ => NO_DIALOG,
            };
            let form = PathForm::new(asked.id, asked.purpose, start, why).after(asked.problem);
            *dialog = Some(Dialog::new(form));
            self.window.request_repaint();
        }
    }

    /// Has the path of a request chosen with the system's dialog in the place of the one that was typed so far. Whatever
    /// comes of it, the path is asked for again, or used.
    pub(super) fn browse_path(&mut self, request: u64, typed: PathBuf) {
        let Some((purpose, mut then)) = self.typed_paths.take(request) else {
            return;
        };
        self.screen.ui.dialog = None;
        // The proposed folder does not exist yet: begin in the one above it.
        let start = typed.ancestors().find(|folder| folder.is_dir());
        let dialog = FileRequest {
            start: start.map(Path::to_owned).unwrap_or_default(),
            ..FileRequest::folder("Choose an empty folder")
        };
        self.ask_in_any(&dialog, move |app, picked| {
            let path = match picked {
                Picked::Path(path) => path,
                Picked::Paths(paths) => paths.into_iter().next().unwrap_or(typed),
                Picked::Nothing => {
                    let words = NEW_WORKSPACE.to_owned();
                    return app.typed_paths.ask_again(purpose, typed, words, then);
                }
                Picked::NoDialog => {
                    let words = NO_DIALOG.to_owned();
                    return app.typed_paths.ask_again(purpose, typed, words, then);
                }
            };
            if let Err(why) = then(app, path.clone()) {
                app.typed_paths.ask_again(purpose, path, why, then);
            }
        });
    }

    /// Takes in the path that was typed for a request.
    pub(super) fn take_typed_path(&mut self, request: u64, path: PathBuf) {
        let Some((purpose, mut then)) = self.typed_paths.take(request) else {
            return;
        };
        let path = from_home(&path);
        if let Err(why) = then(self, path.clone()) {
            self.typed_paths.ask_again(purpose, path, why, then);
        }
    }
}

/// A path as it was typed, in which "~" is the home folder.
pub(super) fn from_home(typed: &Path) -> PathBuf {
    let home = || directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (typed.strip_prefix("~"), home()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => typed.to_owned(),
    }
}

/// Says in words where a path leads nowhere.
pub(super) fn is_there(path: &Path) -> Result<(), String> {
    if path.exists() {
        return Ok(());
    }
    let path = path.display();
    Err(format!(
        "There is nothing at {path}. Check the path, or connect its drive."
    ))
}

/// Why a file cannot be read, in words.
pub(super) fn unreadable(path: &Path, error: &std::io::Error) -> String {
    let shown = path.display();
    match error.kind() {
        ErrorKind::NotFound => is_there(path)
            .err()
            .unwrap_or_else(|| format!("{shown} cannot be read: it is being changed.")),
        ErrorKind::PermissionDenied => format!("{shown} cannot be read: you may not read it."),
        _ => format!("{shown} cannot be read: {}.", store::system_words(error)),
    }
}

/// Says in words where the folder that a file is to be written to is not there.
pub(super) fn folder_is_there(file: &Path) -> Result<(), String> {
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            let folder = folder.display();
            Err(format!(
                "There is no folder {folder}. Check the path, or make the folder first."
            ))
        }
        _ => Ok(()),
    }
}

/// Why a folder cannot be used for a workspace or for what is published, in words for the reader of a dialog.
pub(super) fn folder_problem(error: &StoreError) -> String {
    let (path, source) = match error {
        StoreError::Unwritable { path, source } | StoreError::Unreadable { path, source } => {
            (path.display(), source)
        }
        other => return format!("{other}."),
    };
    let why = match source.kind() {
        ErrorKind::NotFound => "no folder can be made there".to_owned(),
        ErrorKind::AlreadyExists => "a part of that path is a file and not a folder".to_owned(),
        _ => store::system_words(source),
    };
    format!("{path} cannot be used: {why}. Choose another folder.")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder that is not there is made with all that lead to it: that cannot be what is wrong.
    #[test]
    fn a_folder_that_cannot_be_made_is_not_said_to_be_missing() {
        let problem = folder_problem(&StoreError::Unwritable {
            path: "/proc/nowhere".into(),
            source: ErrorKind::NotFound.into(),
        });
        let words =
            "/proc/nowhere cannot be used: no folder can be made there. Choose another folder.";
        assert_eq!(problem, words);
    }
}
