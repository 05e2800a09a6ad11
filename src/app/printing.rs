//! Printing the shown week: the system's dialog, the PDF off the interface's thread, the viewer.

use std::path::PathBuf;

use chrono::{Datelike, Utc};

use crate::domain::Order;
use crate::export::{self, Maker};
use crate::store;
use crate::ui::dialogs::{Dialog, PathForm, PathUse};

use super::App;
use super::background::{Event, Picked};
use super::folders::{NO_DIALOG, answer};

impl App {
    /// Asks where the PDF goes.
    pub(super) fn ask_print_target(&mut self) {
        let Some(target) = self.usual_target() else {
            return;
        };
        let name = target
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let mut dialog = rfd::AsyncFileDialog::new()
            .set_title("Save the week as a PDF")
            .add_filter("PDF", &["pdf"])
            .set_file_name(name.unwrap_or_default());
        if let Some(folder) = target.parent() {
            dialog = dialog.set_directory(folder);
        }
        let dialog = dialog.save_file();
        self.post.spawn("file dialog", move |post| {
            post.send(Event::PrintTarget(answer(dialog)));
        });
    }

    /// Takes in the answer of the system's dialog.
    pub(super) fn take_print_target(&mut self, picked: Picked) {
        match picked {
            Picked::Path(path) => self.print_to(path),
            Picked::Nothing => {}
            Picked::NoDialog => {
                let path = self.usual_target().map(|path| path.display().to_string());
                self.state.dialog = Some(Dialog::Path(PathForm {
                    purpose: PathUse::Print,
                    path: path.unwrap_or_default(),
                    message: NO_DIALOG.to_owned(),
                }));
            }
        }
    }

    /// "Anna Kovač 2026-W48.pdf" in the folder of documents, or beside the workspace.
    fn usual_target(&self) -> Option<PathBuf> {
        let name = self.file_name_of_athlete()?;
        let week = self.state.week.iso_week();
        let file = format!("{name} {}-W{:02}.pdf", week.year(), week.week());
        Some(self.documents_folder()?.join(file))
    }

    /// The shown athlete's name with nothing in it that a file name may not have.
    pub(super) fn file_name_of_athlete(&self) -> Option<String> {
        let athlete = self.athlete.and_then(|id| self.workspace.athlete(id))?;
        let name: String = athlete
            .profile
            .name
            .chars()
            .map(|c| {
                if c.is_alphanumeric() || " -.".contains(c) {
                    c
                } else {
                    '_'
                }
            })
            .take(80)
            .collect();
        Some(name.trim().to_owned())
    }

    /// Where files go while nobody says otherwise: the folder of documents, or the workspace.
    pub(super) fn documents_folder(&self) -> Option<PathBuf> {
        directories::UserDirs::new()
            .and_then(|dirs| dirs.document_dir().map(PathBuf::from))
            .or_else(|| self.store.as_ref().map(|store| store.dir().to_owned()))
    }

    /// Makes the PDF in the background, writes it, and opens it in the system's viewer.
    pub(super) fn print_to(&mut self, path: PathBuf) {
        let Some(athlete) = self.athlete.and_then(|id| self.workspace.athlete(id)) else {
            return;
        };
        let athlete = athlete.clone();
        let library = self.library.clone();
        let order = Order {
            coach: self.workspace.settings.coach.clone(),
            ..Order::new(self.state.week)
        };
        let today = self.clock.today();
        let settings = self.workspace.settings.clone();
        self.say("Making the PDF…");
        self.post.spawn("print", move |post| {
            let maker = Maker {
                library: &library,
                settings: &settings,
                today,
                written: Utc::now(),
                zone: export::local_moment,
            };
            let written = export::make(&order, &[&athlete], &maker)
                .map_err(|error| error.to_string())
                .and_then(|bytes| store::replace(&path, &bytes).map_err(|error| error.to_string()));
            post.send(Event::Printed(written.map(|()| path)));
        });
    }
}
