//! Print / Export: the dialog opens, shows what it will make, and waits for everybody it is about.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use chrono::{NaiveDate, Weekday};
use egui::Context;

use crate::chart::report::ReportCharts;
use crate::domain::{Athlete, AthleteId, ExportFormat, ExportOrder, SheetKind, Week};
use crate::ui::action::ExportStep;
use crate::ui::command::Audience;
use crate::ui::dialogs::{Dialog, ExportStage, PrintForm, Who};

use super::export_job::Destination;
use super::jobs::{Job, Kind};
use super::print_choices::Awaited;
use super::print_preview::Key;
use super::shell::App;

impl App {
    /// Opens Print / Export with the choices of last time, but for these.
    pub(super) fn ask_print(&mut self, format: ExportFormat, sheet: SheetKind, audience: Audience) {
        let Some(athlete) = self.shown() else { return };
        let last = self.printing.last.clone();
        // Print by the number of the week: weeks of athletes may begin on different days.
        let week = Week::starting(self.screen.ui.shared.week).on(Weekday::Thu);
        let base = last.unwrap_or_else(|| ExportOrder {
            coach: self.open.workspace().settings.coach.clone(),
            paper: self.preferences.now.paper,
            ..ExportOrder::new(week)
        });
        let order = ExportOrder {
            format,
            sheet,
            from: week,
            weeks: 1,
            session: None,
            ..base
        };
        let selected = self.screen.ui.shared.selected;
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
        form.week_start = athlete.profile.week_start;
        form.report = self.report_charts(athlete.id);
        self.screen.ui.dialog = Some(Dialog::new(form));
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
        let Some(form) = self.print_form() else {
            self.printing.awaiting = None;
            return;
        };
        if form.unread == unread {
            return;
        }
        form.unread = unread;
        if let Some(shown) = self.screen.athlete() {
            let people = self.people(shown);
            if let Some(form) = self.print_form() {
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
    fn reading(&self) -> ExportStage {
        let total = self.open.to_read();
        ExportStage::Working {
            done: total.saturating_sub(self.open.unread()),
            total,
            name: "reading everybody’s plans".to_owned(),
        }
    }

    /// True when what the dialog asks for is about somebody who is still to be read: it begins when they are.
    pub(super) fn must_wait(&mut self, awaited: Awaited) -> bool {
        let who = self.print_form().map(|form| form.who);
        let is_known = match who {
            Some(Who::One(id)) => !self.open.is_partial(id),
            Some(_) => self.open.unread() == 0,
            None => true,
        };
        if is_known {
            return false;
        }
        self.printing.awaiting = Some(awaited);
        self.tell(self.reading());
        true
    }

    /// The charts that were chosen for reports last, and how everybody is looked at; `shown` as on the screen now.
    fn report_charts(&self, shown: AthleteId) -> ReportCharts {
        let mut on_screen = self.preferences.now.charts.clone();
        on_screen.insert(shown, self.screen.ui.charts.choice.clone());
        ReportCharts {
            selection: self.printing.charts.clone(),
            on_screen,
        }
    }

    /// The folder that was chosen for files, that of documents, or that of the workspace.
    pub(super) fn documents(&self) -> Option<PathBuf> {
        let chosen = self.preferences.now.folder.clone();
        chosen
            .filter(|folder| folder.is_dir())
            .or_else(|| {
                directories::UserDirs::new()?
                    .document_dir()
                    .map(PathBuf::from)
            })
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
                    self.tell(ExportStage::Choosing);
                }
                self.printing.stop();
            }
        }
    }

    /// The open dialog of Print / Export.
    pub(super) fn print_form(&mut self) -> Option<&mut PrintForm> {
        let dialog = self.screen.ui.dialog.as_mut();
        dialog.and_then(Dialog::as_form_mut)
    }

    /// Those whom the open dialog is about.
    pub(super) fn chosen(&mut self) -> Vec<Arc<Athlete>> {
        let chosen = self
            .print_form()
            .map(|form| form.chosen())
            .unwrap_or_default();
        let athletes = chosen.iter().filter_map(|id| self.open.athlete(*id));
        athletes.cloned().collect()
    }

    /// Tells how far the work is, in the dialog while it is open, else in passing.
    pub(super) fn tell(&mut self, stage: ExportStage) {
        if let Some(form) = self.print_form() {
            form.tell(stage);
            return;
        }
        match stage {
            ExportStage::Done(said) | ExportStage::Failed(said) => self.say(said),
            ExportStage::Choosing | ExportStage::Asking(_) | ExportStage::Working { .. } => {}
        }
    }

    /// Shows in the open dialog what there is of its preview, and has the rest made.
    pub(super) fn follow_preview(&mut self, today: NaiveDate) {
        let athletes = self.chosen();
        let state = (self.open.id(), self.open.revision());
        let unread = self.open.unread();
        let Some(form) = self
            .screen
            .ui
            .dialog
            .as_mut()
            .and_then(Dialog::as_form_mut::<PrintForm>)
        else {
            self.tasks.previews.clear();
            return;
        };
        if unread > 0 && !matches!(form.who, Who::One(_)) {
            // It covers all athletes, so wait until all of them are read.
            form.preview.busy = true;
            return;
        }
        let key = Key::new(form, athletes, state, (today, self.preferences.now.dates));
        let Some(request) = self.tasks.previews.follow(form, key) else {
            return;
        };
        if self.jobs.is_running(Kind::Preview) {
            return;
        }
        let library = self.open.library().clone();
        let settings = self.open.workspace().settings.clone();
        let (of, store) = (request.clone(), self.open.store());
        let job = Job::new(
            "Drawing the preview",
            move |_| request.run(&library, &settings, store.as_ref()),
            |app: &mut Self, preview| {
                let preview = preview.map_err(|failure| format!("No preview: {failure}."));
                app.tasks.previews.take(of, preview, &app.window);
            },
        );
        self.jobs.start(Kind::Preview, job);
    }
}
