//! The files of Print / Export: where they go, and that they are made.

use std::path::{Path, PathBuf};

use egui::Context;

use crate::domain::{Athlete, ExportFormat};
use crate::export;
use crate::ui::dialogs::{ExportStage, Who};

use super::export_job::{self, Destination, ExportJob, render_context};
use super::file_dialogs::{FileRequest, NO_DIALOG, Picked};
use super::file_requests::from_home;
use super::jobs::{Job, Progress};
use super::print_choices::Awaited;
use super::printed_logo::logo_of;
use super::shell::App;

impl App {
    /// Saves what the dialog asks for, unless that would replace files and is not meant to.
    pub(super) fn save_export(&mut self, replace: bool) {
        if self.must_wait(Awaited::Save(replace)) {
            return;
        }
        let documents = self.documents();
        let Some(form) = self.print_form() else {
            return;
        };
        let typed = form.path.trim().to_owned();
        if typed.is_empty() {
            form.stage =
                ExportStage::Failed("Type where to save it, or choose the place.".to_owned());
            return;
        }
        let place = full_path(&typed, documents.as_deref());
        let format = form.order.format;
        let asked = form.asked.as_deref() == Some(typed.as_str());
        let files = match form.who {
            Who::One(_) | Who::Together => vec![with_end(&place, format)],
            Who::Each => {
                let names = form.people.iter().map(|(_, name)| name.as_str());
                let names = crate::domain::file_names(names);
                let order = &form.order;
                let file = |name: &String| {
                    let stem = order.file_stem(name);
                    place.join(format!("{stem}.{}", format.extension()))
                };
                names.iter().map(file).collect()
            }
        };
        let there: Vec<String> = files
            .iter()
            .filter(|file| file.exists())
            .map(|file| file.display().to_string())
            .collect();
        if !there.is_empty() && !replace && !asked {
            form.stage = ExportStage::Asking(there);
            return;
        }
        self.begin_export(Destination::Save(files));
    }

    /// Begins to make what the dialog asks for, in the background.
    pub(super) fn begin_export(&mut self, then: Destination) {
        if self.must_wait(Awaited::Begin(then.clone())) {
            return;
        }
        let athletes = self.chosen();
        let Some(form) = self.print_form() else {
            return;
        };
        let (order, report) = (form.order.clone(), form.report.clone());
        let each = form.who == Who::Each;
        self.printing.last = Some(order.clone());
        self.printing.charts = report.selection.clone();
        if let Destination::Save(files) = &then {
            let folder = files.first().and_then(|file| file.parent());
            self.printing.folder = folder.map(Path::to_owned);
        }
        self.tell(ExportStage::Working {
            done: 0,
            total: if each { athletes.len() } else { 1 },
            name: order.format.label().to_owned(),
        });
        let export = ExportJob {
            order,
            report,
            athletes,
            each,
            then,
            stop: self.printing.new_stop(),
        };
        let (library, when) = (self.open.library().clone(), self.when());
        let settings = self.open.workspace().settings.clone();
        let store = self.open.store();
        let job = Job::new(
            "Making the files",
            move |progress: &Progress<Self>| {
                let logo = logo_of(store.as_ref(), &settings);
                let render_context =
                    render_context(&library, &settings, &export.report, logo.as_ref(), when);
                export_job::run(&export, &render_context, &|how_far| {
                    progress.tell(move |app| {
                        app.tell(ExportStage::Working {
                            done: how_far.done,
                            total: how_far.total,
                            name: how_far.name,
                        });
                    });
                })
            },
            |app: &mut Self, made| {
                app.tell(match made {
                    Ok(Ok(said)) => ExportStage::Done(said),
                    Ok(Err(why)) => ExportStage::Failed(why),
                    Err(failure) => {
                        ExportStage::Failed(format!("The files could not be made: {failure}."))
                    }
                });
            },
        );
        self.jobs.start_beside(job);
    }

    /// Copies what the dialog asks for to the clipboard.
    pub(super) fn copy_export(&mut self, ctx: &Context) {
        if self.must_wait(Awaited::Copy) {
            return;
        }
        let athletes = self.chosen();
        let athletes: Vec<&Athlete> = athletes.iter().map(AsRef::as_ref).collect();
        let Some(form) = self.print_form() else {
            return;
        };
        let (order, report) = (form.order.clone(), form.report.clone());
        let settings = &self.open.workspace().settings;
        let render_context =
            render_context(self.open.library(), settings, &report, None, self.when());
        let stage = match export::render(&order, &athletes, &render_context) {
            Ok(bytes) => {
                ctx.copy_text(String::from_utf8_lossy(&bytes).into_owned());
                ExportStage::Done("It is on the clipboard.".to_owned())
            }
            Err(error) => ExportStage::Failed(format!("Nothing was copied: {error}.")),
        };
        self.tell(stage);
    }

    /// Asks where the files go.
    pub(super) fn choose_export_place(&mut self) {
        let documents = self.documents();
        let Some(form) = self.print_form() else {
            return;
        };
        let place = full_path(form.path.trim(), documents.as_deref());
        let (opening, who, format) = (form.opening, form.who, form.order.format);
        let request = if who == Who::Each {
            FileRequest {
                start: place.parent().map(Path::to_owned).unwrap_or_default(),
                ..FileRequest::folder("A folder for the files")
            }
        } else {
            let place = with_end(&place, format);
            FileRequest::target("Save as", format.label(), format.extension(), place)
        };
        self.ask(&request, move |app, picked| {
            // The dialog was closed or opened anew since: ignore the answer.
            let Some(form) = app.print_form().filter(|form| form.opening == opening) else {
                return;
            };
            match picked {
                Picked::Path(path) if form.who == who => {
                    form.path = path.display().to_string();
                    form.own_path = true;
                    // The system has asked already whether the file is to be replaced.
                    form.asked = (who != Who::Each).then(|| form.path.clone());
                    form.stage = ExportStage::Choosing;
                }
                Picked::Path(_) | Picked::Paths(_) | Picked::Nothing => {}
                Picked::NoDialog => form.stage = ExportStage::Failed(NO_DIALOG.to_owned()),
            }
        });
    }
}

/// What was typed as a path of its own: "~" is the home folder, and a bare name goes to the documents.
fn full_path(typed: &str, documents: Option<&Path>) -> PathBuf {
    let place = from_home(Path::new(typed));
    match documents {
        Some(documents) => documents.join(place),
        None => place,
    }
}

/// The path with the end of its format, which is added where another or none was typed.
fn with_end(path: &Path, format: ExportFormat) -> PathBuf {
    let end = path.extension().and_then(|end| end.to_str());
    if end.is_some_and(|end| end.eq_ignore_ascii_case(format.extension())) {
        return path.to_owned();
    }
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(format.extension());
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_typed_path_gets_a_folder_and_its_end() {
        let documents = Path::new("/home/anna/Documents");
        let path = |typed: &str| with_end(&full_path(typed, Some(documents)), ExportFormat::Ics);
        assert_eq!(path("week.ics"), documents.join("week.ics"));
        assert_eq!(path("week"), documents.join("week.ics"));
        assert_eq!(path("week.ICS"), documents.join("week.ICS"));
        assert_eq!(path("week.pdf"), documents.join("week.pdf.ics"));
        if cfg!(unix) {
            assert_eq!(path("/tmp/a.b/week"), Path::new("/tmp/a.b/week.ics"));
        }
    }
}
