//! Print / Export: the dialog opens, and what it asks for is begun.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use egui::Context;

use crate::chart::report::ReportCharts;
use crate::domain::{Athlete, AthleteId, Format, Order, SheetKind};
use crate::export;
use crate::ui::action::ExportStep;
use crate::ui::dialogs::{Dialog, PrintForm, Stage, Who};

use super::export_job::{self, Destination, ExportJob, maker};
use super::file_dialogs::{FileRequest, Picked};
use super::file_requests::NO_DIALOG;
use super::jobs::{Job, Kind, Progress};
use super::print_choices::Awaited;
use super::print_preview::Key;
use super::shell::App;

/// Whom a command of Print / Export is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Audience {
    /// The shown athlete.
    Shown,
    /// Everybody.
    Everyone,
}

impl App {
    /// Opens Print / Export with the choices of last time, but for these.
    pub(super) fn ask_print(&mut self, format: Format, sheet: SheetKind, audience: Audience) {
        let Some(athlete) = self.shown() else { return };
        let last = self.printing.last.take();
        let week = self.session.ui.week;
        let base = last.unwrap_or_else(|| Order {
            coach: self.open.workspace().settings.coach.clone(),
            ..Order::new(week)
        });
        let order = Order {
            format,
            sheet,
            from: week,
            weeks: 1,
            session: None,
            ..base
        };
        let selected = self.session.ui.selected;
        let selected = selected
            .and_then(|id| athlete.sessions.get(id))
            .filter(|session| !session.plan.workout.exercises().is_empty());
        let session = selected.map(|session| {
            let title = crate::load::title_of(&session.plan, self.open.library());
            (session.id, title)
        });
        let who = match audience {
            Audience::Shown => Who::One(athlete.id),
            Audience::Everyone => Who::Together,
        };
        let folder = self.printing.folder.clone().or_else(|| self.documents());
        let folder = folder.map_or_else(String::new, |folder| {
            format!("{}{MAIN_SEPARATOR}", folder.display())
        });
        let people = self.people(athlete.id);
        let mut form = PrintForm::new(order, who, people, session, folder);
        form.unread = self.open.unread();
        form.report = self.report_charts(athlete.id);
        self.session.ui.dialog = Some(Dialog::Print(Box::new(form)));
    }

    /// Everybody who can be printed: who is not archived, and `shown` in any case.
    fn people(&self, shown: AthleteId) -> Vec<(AthleteId, String)> {
        let all = self.open.athletes().iter();
        all.filter(|other| !other.profile.archived || other.id == shown)
            .map(|other| (other.id, other.profile.name.clone()))
            .collect()
    }

    /// Lets the open dialog know who was read since, and begins what waited for everybody.
    pub(super) fn follow_reading(&mut self, ctx: &Context) {
        let unread = self.open.unread();
        let Some(form) = self.form() else {
            self.printing.awaiting = None;
            return;
        };
        if form.unread == unread {
            return;
        }
        form.unread = unread;
        if let Some(shown) = self.session.athlete() {
            let people = self.people(shown);
            if let Some(form) = self.form() {
                form.people = people;
            }
        }
        if unread > 0 {
            if self.printing.awaiting.is_some() {
                self.tell(self.reading());
            }
            return;
        }
        match self.printing.awaiting.take() {
            Some(Awaited::Save(replace)) => self.save_export(replace),
            Some(Awaited::Begin(destination)) => self.begin_export(destination),
            Some(Awaited::Copy) => self.copy_export(ctx),
            None => {}
        }
    }

    /// How far the reading of everybody is.
    fn reading(&self) -> Stage {
        let total = self.open.to_read();
        Stage::Working {
            done: total.saturating_sub(self.open.unread()),
            total,
            name: "reading everybody’s plans".to_owned(),
        }
    }

    /// True when what the dialog asks for is about somebody who is still to be read: it begins when they are.
    fn must_wait(&mut self, awaited: Awaited) -> bool {
        let is_about_all = self
            .form()
            .is_some_and(|form| !matches!(form.who, Who::One(_)));
        if !is_about_all || self.open.unread() == 0 {
            return false;
        }
        self.printing.awaiting = Some(awaited);
        self.tell(self.reading());
        true
    }

    /// The charts that were chosen for reports last, and how everybody is looked at; `shown` as on the screen now.
    fn report_charts(&self, shown: AthleteId) -> ReportCharts {
        let mut on_screen = self.preferences.now.charts.clone();
        on_screen.insert(shown, self.session.ui.charts.choice.clone());
        ReportCharts {
            selection: self.printing.charts.clone(),
            on_screen,
        }
    }

    /// The folder of documents, or that of the workspace.
    pub(super) fn documents(&self) -> Option<PathBuf> {
        directories::UserDirs::new()
            .and_then(|dirs| dirs.document_dir().map(PathBuf::from))
            .or_else(|| self.open.folder().map(Path::to_owned))
    }

    /// Does what the open dialog asks for.
    pub(super) fn export(&mut self, ctx: &Context, step: ExportStep) {
        match step {
            ExportStep::Save => self.save_export(false),
            ExportStep::Replace => self.save_export(true),
            ExportStep::PrintNow => self.begin_export(Destination::Print),
            ExportStep::View => self.begin_export(Destination::View),
            ExportStep::Copy => self.copy_export(ctx),
            ExportStep::Choose => self.choose_export_place(),
            ExportStep::Stop => {
                if self.printing.awaiting.is_some() {
                    self.tell(Stage::Choosing);
                }
                self.printing.stop();
            }
        }
    }

    fn form(&mut self) -> Option<&mut PrintForm> {
        match &mut self.session.ui.dialog {
            Some(Dialog::Print(form)) => Some(form),
            _ => None,
        }
    }

    /// Those whom the open dialog is about.
    fn chosen(&mut self) -> Vec<Arc<Athlete>> {
        let chosen = self.form().map(|form| form.chosen()).unwrap_or_default();
        let athletes = chosen.iter().filter_map(|id| self.open.athlete(*id));
        athletes.cloned().collect()
    }

    /// Tells how far the work is, in the dialog while it is open, else in passing.
    fn tell(&mut self, stage: Stage) {
        if let Some(form) = self.form() {
            form.stage = stage;
            return;
        }
        match stage {
            Stage::Done(said) | Stage::Failed(said) => self.say(said),
            Stage::Choosing | Stage::Asking(_) | Stage::Working { .. } => {}
        }
    }

    fn save_export(&mut self, replace: bool) {
        if self.must_wait(Awaited::Save(replace)) {
            return;
        }
        let documents = self.documents();
        let Some(form) = self.form() else { return };
        let typed = form.path.trim().to_owned();
        if typed.is_empty() {
            form.stage = Stage::Failed("Type where to save it, or choose the place.".to_owned());
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
            form.stage = Stage::Asking(there);
            return;
        }
        self.begin_export(Destination::Save(files));
    }

    /// Begins to make what the dialog asks for, in the background.
    fn begin_export(&mut self, then: Destination) {
        if self.must_wait(Awaited::Begin(then.clone())) {
            return;
        }
        let athletes = self.chosen();
        let Some(form) = self.form() else { return };
        let (order, report) = (form.order.clone(), form.report.clone());
        let each = form.who == Who::Each;
        self.printing.last = Some(order.clone());
        self.printing.charts = report.selection.clone();
        if let Destination::Save(files) = &then {
            let folder = files.first().and_then(|file| file.parent());
            self.printing.folder = folder.map(Path::to_owned);
        }
        self.tell(Stage::Working {
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
        let (library, today) = (self.open.library().clone(), self.today());
        let settings = self.open.workspace().settings.clone();
        let job = Job::new(
            "Making the files",
            move |progress: &Progress<Self>| {
                let maker = maker(&library, &settings, &export.report, today);
                export_job::run(&export, &maker, &|how_far| {
                    progress.tell(move |app| {
                        app.tell(Stage::Working {
                            done: how_far.done,
                            total: how_far.total,
                            name: how_far.name,
                        });
                    });
                })
            },
            |app: &mut Self, made| {
                app.tell(match made {
                    Ok(Ok(said)) => Stage::Done(said),
                    Ok(Err(why)) => Stage::Failed(why),
                    Err(failure) => Stage::Failed(format!("Not made: {failure}.")),
                });
            },
        );
        self.jobs.start_beside(job);
    }

    fn copy_export(&mut self, ctx: &Context) {
        if self.must_wait(Awaited::Copy) {
            return;
        }
        let athletes = self.chosen();
        let athletes: Vec<&Athlete> = athletes.iter().map(AsRef::as_ref).collect();
        let Some(form) = self.form() else { return };
        let (order, report) = (form.order.clone(), form.report.clone());
        let settings = &self.open.workspace().settings;
        let maker = maker(self.open.library(), settings, &report, self.today());
        let stage = match export::make(&order, &athletes, &maker) {
            Ok(bytes) => {
                ctx.copy_text(String::from_utf8_lossy(&bytes).into_owned());
                Stage::Done("It is on the clipboard.".to_owned())
            }
            Err(error) => Stage::Failed(format!("Nothing was copied: {error}.")),
        };
        self.tell(stage);
    }

    fn choose_export_place(&mut self) {
        let documents = self.documents();
        let Some(form) = self.form() else { return };
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
            // Another opening of the dialog asked for nothing.
            let Some(form) = app.form().filter(|form| form.opening == opening) else {
                return;
            };
            match picked {
                Picked::Path(path) if form.who == who => {
                    form.path = path.display().to_string();
                    form.own_path = true;
                    // The system has asked already whether the file is to be replaced.
                    form.asked = (who != Who::Each).then(|| form.path.clone());
                    form.stage = Stage::Choosing;
                }
                Picked::Path(_) | Picked::Nothing => {}
                Picked::NoDialog => form.stage = Stage::Failed(NO_DIALOG.to_owned()),
            }
        });
    }

    /// Shows in the open dialog what there is of its preview, and has the rest made.
    pub(super) fn follow_preview(&mut self, today: NaiveDate) {
        let athletes = self.chosen();
        let state = (self.open.id(), self.open.revision());
        let unread = self.open.unread();
        let Some(Dialog::Print(form)) = &mut self.session.ui.dialog else {
            self.previews.clear();
            return;
        };
        if unread > 0 && !matches!(form.who, Who::One(_)) {
            // It is about everybody, and shown when everybody is there.
            form.preview.busy = true;
            return;
        }
        let key = Key::new(form, athletes, state, today);
        let Some(request) = self.previews.follow(form, key) else {
            return;
        };
        if self.jobs.is_running(Kind::Preview) {
            return;
        }
        let library = self.open.library().clone();
        let settings = self.open.workspace().settings.clone();
        let of = request.clone();
        let job = Job::new(
            "Drawing the preview",
            move |_| request.run(&library, &settings),
            |app: &mut Self, preview| {
                let preview = preview.map_err(|failure| format!("No preview: {failure}."));
                app.previews.take(of, preview, &app.window);
            },
        );
        self.jobs.start(Kind::Preview, job);
    }
}

/// What was typed as a path of its own: "~" is the home folder, and a bare name goes to the documents.
fn full_path(typed: &str, documents: Option<&Path>) -> PathBuf {
    let home = || directories::UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    let at_home = typed
        .strip_prefix("~/")
        .or_else(|| typed.strip_prefix("~\\"));
    if let (Some(rest), Some(home)) = (at_home, home()) {
        return home.join(rest);
    }
    match documents {
        Some(documents) => documents.join(typed),
        None => PathBuf::from(typed),
    }
}

/// The path with the end of its format, which is added where another or none was typed.
fn with_end(path: &Path, format: Format) -> PathBuf {
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
        let path = |typed: &str| with_end(&full_path(typed, Some(documents)), Format::Ics);
        assert_eq!(path("week.ics"), documents.join("week.ics"));
        assert_eq!(path("week"), documents.join("week.ics"));
        assert_eq!(path("week.ICS"), documents.join("week.ICS"));
        assert_eq!(path("week.pdf"), documents.join("week.pdf.ics"));
        if cfg!(unix) {
            assert_eq!(path("/tmp/a.b/week"), Path::new("/tmp/a.b/week.ics"));
        }
    }
}
