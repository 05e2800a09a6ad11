//! Plans brought in: dropped, pasted or asked for, and read off the interface's thread.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use egui::Context;

use crate::import::exercises::{is_exercises, read_exercises};
use crate::import::history::{is_history, is_reply};
use crate::import::plan::{MOST_BYTES, read_plan, read_plan_text};
use crate::intake::PlanReading;
use crate::library::ForeignLibrary;
use crate::planning;
use crate::store::is_package;
use crate::ui::dialogs::{
    BringInForm, Dialog, ExerciseFileForm, HistoryForm, PathUse, PlanRead, PlanRequest, PlanSource,
};
use crate::ui::format::plural;
use crate::ui::ids::new_session_id;

use super::file_dialogs::{FileRequest, Picked};
use super::file_requests::{is_there, unreadable};
use super::jobs::{Failure, Job, Kind};
use super::plan_in_calendar::{arrival, days_put, findings, incoming, weeks};
use super::shell::App;

/// Said of an answer where a plan is asked for.
const PASTE_REPLY: &str = "This is no plan but an athlete’s answer from the phone. Close this, and paste it on the calendar.";

/// Said where there is no file dialog: asking for a path instead would lose the plan that is being typed.
const NO_DIALOG_HERE: &str = "This desktop offers no file dialog to programs.";

impl App {
    /// Opens the dialog, with nothing in it yet or with what was dropped or pasted.
    pub(super) fn bring_in(&mut self, source: PlanSource) {
        let Some(athlete) = self.shown() else {
            return self.say("Add an athlete first; the plan goes into a calendar.");
        };
        let athletes = self.open.athletes().iter();
        let athletes = athletes.map(|athlete| (athlete.id, athlete.profile.name.clone()));
        let form = BringInForm::new(
            source,
            athlete.id,
            athletes.collect(),
            self.screen.ui.shared.week,
            self.today(),
        );
        self.screen.ui.dialog = Some(Dialog::new(form));
    }

    /// Takes files that were dropped on the window: the history of another program, or else a plan. Dialogs about other
    /// things keep what they hold.
    pub(super) fn take_dropped(&mut self, ctx: &Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let mut paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_owned()).collect();
        if paths.is_empty() && self.shown().is_some() {
            paths = std::mem::take(&mut self.started_with);
        }
        let dialog = &self.screen.ui.dialog;
        let is_open = |other: fn(&Dialog) -> bool| dialog.as_ref().is_some_and(other);
        let only_history = is_open(|open| open.as_form::<HistoryForm>().is_some());
        let is_plan = is_open(|open| open.as_form::<BringInForm>().is_some());
        if dialog.is_some() && !only_history && !is_plan {
            return;
        }
        // A plan is one file; a folder or several files are history.
        let path = match paths.as_slice() {
            [] => return,
            [path] if !only_history && !path.is_dir() => paths.swap_remove(0),
            _ => return self.bring_in_history(paths),
        };
        self.read_dropped(path);
    }

    /// Asks for the file of a plan. Where the system shows no dialog the path is typed, in the place of a dialog for a
    /// plan that holds nothing yet.
    pub(super) fn ask_plan_file(&mut self) {
        let request = FileRequest::any_file("Bring in a plan");
        self.ask(&request, |app, picked| match picked {
            Picked::Path(path) => app.read_dropped(path),
            Picked::Paths(paths) => paths
                .into_iter()
                .take(1)
                .for_each(|path| app.read_dropped(path)),
            Picked::Nothing => {}
            Picked::NoDialog => {
                let dialog = &mut app.screen.ui.dialog;
                let is_plan = |open: &Dialog| open.as_form::<BringInForm>().is_some();
                if dialog
                    .as_ref()
                    .is_some_and(|open| is_plan(open) && open.is_changed())
                {
                    return app.say(format!(
                        "{NO_DIALOG_HERE} Drop the file on the window instead."
                    ));
                }
                // Close the plan dialog only; another one may have been opened meanwhile.
                *dialog = dialog.take().filter(|open| !is_plan(open));
                let then = Box::new(|app: &mut Self, path: PathBuf| {
                    is_there(&path)?;
                    app.read_dropped(path);
                    Ok(())
                });
                app.typed_paths
                    .ask(PathUse::BringInPlan, PathBuf::new(), then);
            }
        });
    }

    /// Reads a file to see whether it is history or a plan. An open dialog for a plan keeps what was answered in it.
    fn read_dropped(&mut self, path: PathBuf) {
        self.read_file(path, |app, _, name, bytes| {
            let source = PlanSource::File(name, bytes.into());
            match app.plan_form() {
                Some(form) => form.replace_source(source),
                None => app.bring_in(source),
            }
        });
    }

    /// Reads files that were chosen as history. One that is something else, such as a collection of exercises, leads to
    /// what is done with that.
    pub(super) fn read_as_history(&mut self, paths: Vec<PathBuf>) {
        match paths.as_slice() {
            [path] if !path.is_dir() => self.read_file(path.clone(), |app, path, _, _| {
                app.bring_in_history(vec![path]);
            }),
            _ => self.bring_in_history(paths),
        }
    }

    /// Reads a file off the interface's thread, and opens what it turns out to be; `otherwise` takes its path, its name
    /// and its bytes where it is nothing that is known by its content.
    fn read_file(
        &mut self,
        path: PathBuf,
        otherwise: impl FnOnce(&mut Self, PathBuf, String, Vec<u8>) + Send + 'static,
    ) {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.into_owned();
        let read = path.clone();
        let today = self.today();
        let job = Job::new(
            "Reading the file",
            move |_| bounded(&read).map(|bytes| FoundFile::of(bytes, today)),
            |app: &mut Self, read| match read {
                Ok(Ok(FoundFile::Package)) => app.open_package(path),
                Ok(Ok(FoundFile::History)) => app.bring_in_history(vec![path]),
                Ok(Ok(FoundFile::Exercises(Ok(found)))) => {
                    let form = ExerciseFileForm::new(name, found);
                    app.screen.ui.dialog = Some(Dialog::new(form));
                }
                Ok(Ok(FoundFile::Exercises(Err(why)))) => app.say(format!("{name}: {why}.")),
                Ok(Ok(FoundFile::Plan(bytes))) => otherwise(app, path, name, bytes),
                Ok(Err(error)) => app.say(unreadable(&path, &error)),
                Err(_) => {}
            },
        );
        self.jobs.start(Kind::PlanFile, job);
    }

    fn plan_form(&mut self) -> Option<&mut BringInForm> {
        self.screen.ui.dialog.as_mut()?.as_form_mut()
    }

    /// Reads a plan in the background.
    pub(super) fn read_plan(&mut self, request: PlanRequest, today: NaiveDate) {
        let athlete = self.open.athlete(request.athlete).cloned();
        let library = self.open.library().clone();
        let settings = self.open.workspace().settings.clone();
        let number = request.job;
        let job = Job::new(
            "Reading the plan",
            move |_| {
                let reading = match &request.source {
                    PlanSource::Text(text) if is_reply(text) => Err(PASTE_REPLY.to_owned()),
                    PlanSource::Text(text) => Ok(read_plan_text(text, &library, &request.options)),
                    PlanSource::File(_, bytes) => read_plan(bytes, &library, &request.options)
                        .map_err(|error| error.to_string()),
                };
                let mut read = PlanRead::new(number, reading);
                if let (Ok(reading), Some(athlete)) = (&read.reading, athlete) {
                    let incoming = incoming(reading, &athlete, request.shown);
                    read.units = athlete.profile.units;
                    read.weeks = weeks(&incoming, &athlete);
                    read.arrival = arrival(&incoming, &athlete, &library, &request);
                    read.findings = findings(&read.arrival, &athlete, &settings, &library, today);
                }
                read
            },
            move |app: &mut Self, read| {
                let failed = |failure: Failure| PlanRead::new(number, Err(failure.to_string()));
                let read = read.unwrap_or_else(failed);
                if let Some(form) = app.plan_form() {
                    form.take(read);
                }
            },
        );
        self.jobs.start(Kind::Plan, job);
    }

    /// Puts a plan into the calendar as that stands now, as one step, and shows the first week that has something new.
    pub(super) fn take_plan(&mut self, request: &PlanRequest, reading: &PlanReading) {
        let Some(athlete) = self.open.athlete(request.athlete).cloned() else {
            return self.say("The athlete is gone; nothing was brought in.");
        };
        let incoming = incoming(reading, &athlete, request.shown);
        let library = self.open.library();
        let arrival = planning::bring_in(
            &incoming,
            &athlete,
            library,
            &request.choices,
            &mut new_session_id,
        );
        let first = days_put(&arrival).min();
        let count = plural(arrival.added + arrival.updated, "session", "sessions");
        self.show_athlete(athlete.id);
        if let Some(first) = first {
            self.show_week(first);
        }
        if self.edit("Bring in plan", &athlete, arrival.edits) {
            self.say_with(format!("Brought in {count}"), true);
        }
    }
}

/// What a file turns out to be.
enum FoundFile {
    /// An athlete who was handed over.
    Package,
    /// The history of another program.
    History,
    /// A collection of exercises, or why it cannot be read.
    Exercises(Result<ForeignLibrary, String>),
    /// Anything else is taken for a plan.
    Plan(Vec<u8>),
}

impl FoundFile {
    fn of(bytes: Vec<u8>, today: NaiveDate) -> Self {
        if is_package(&bytes) {
            Self::Package
        } else if is_exercises(&bytes) {
            Self::Exercises(read_exercises(&bytes))
        } else if is_history(&bytes, today) {
            Self::History
        } else {
            Self::Plan(bytes)
        }
    }
}

/// A file's bytes, and no more than one too many.
fn bounded(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MOST_BYTES as u64 + 1)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}
