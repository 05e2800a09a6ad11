//! Asking for files and folders: with the system's dialog, or typed where it has none.

use std::path::PathBuf;

use crate::ui::dialogs::{Dialog, PathForm, PathUse};

use super::file_dialogs::{FileRequest, Picked};
use super::jobs::Job;
use super::shell::App;

/// What stands over a path that has to be typed.
pub(super) const NO_DIALOG: &str =
    "This desktop offers no file dialog to programs, so please type the path.";

impl App {
    /// Shows the system's dialog. Its answer goes to `then`, however many others are open.
    pub(super) fn ask(
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

    /// Asks for a path with the system's dialog, and has it typed where there is none.
    pub(super) fn ask_path(
        &mut self,
        request: FileRequest,
        purpose: PathUse,
        then: impl FnOnce(&mut Self, PathBuf) + Send + 'static,
    ) {
        let start = request.start.clone();
        self.ask(&request, move |app, picked| match picked {
            Picked::Path(path) => then(app, path),
            Picked::Paths(paths) => {
                if let Some(path) = paths.into_iter().next() {
                    then(app, path);
                }
            }
            Picked::Nothing => {}
            Picked::NoDialog => app.typed_paths.ask(purpose, start, Box::new(then)),
        });
    }

    /// Asks for files with the system's dialog, and has one path typed where there is none.
    pub(super) fn ask_paths(
        &mut self,
        request: &FileRequest,
        purpose: PathUse,
        then: impl FnOnce(&mut Self, Vec<PathBuf>) + Send + 'static,
    ) {
        let start = request.start.clone();
        self.ask(request, move |app, picked| match picked {
            Picked::Path(path) => then(app, vec![path]),
            Picked::Paths(paths) => then(app, paths),
            Picked::Nothing => {}
            Picked::NoDialog => {
                let then = |app: &mut Self, path| then(app, vec![path]);
                app.typed_paths.ask(purpose, start, Box::new(then));
            }
        });
    }

    /// Opens the dialog for the next path that is to be typed.
    pub(super) fn follow_typed_paths(&mut self) {
        let dialog = &mut self.session.ui.dialog;
        if !dialog
            .as_ref()
            .is_some_and(|open| open.as_form::<PathForm>().is_some())
        {
            self.typed_paths.closed();
        }
        if dialog.is_none()
            && let Some((id, purpose, start)) = self.typed_paths.next()
        {
            let start = start.display().to_string();
            *dialog = Some(Dialog::new(PathForm::new(id, purpose, start, NO_DIALOG)));
            self.window.request_repaint();
        }
    }

    /// Takes in the path that was typed for a request.
    pub(super) fn take_typed_path(&mut self, request: u64, path: PathBuf) {
        if let Some(then) = self.typed_paths.take(request) {
            then(self, path);
        }
    }
}
