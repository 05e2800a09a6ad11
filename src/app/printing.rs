//! Print / Export: the dialog opens, and what it asks for is begun.

use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use chrono::Weekday;
use egui::Context;

use crate::chart::report::ReportCharts;
use crate::domain::{AthleteId, Format, Order, SheetKind, Week};
use crate::ui::action::ExportStep;
use crate::ui::dialogs::{Dialog, PrintForm, Stage, Who};

use super::App;
use super::background::{Event, Picked};
use super::folders::answer;
use super::making::{Job, Then};

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
        let Some(athlete) = self
            .athlete
            .and_then(|id| self.workspace.athlete(id))
            .cloned()
        else {
            return;
        };
        // The name of the week is asked for, so that everybody's week of that name is printed.
        let week = Week::starting(self.state.week).on(Weekday::Thu);
        let last = self.printing.last.take();
        let base = last.unwrap_or_else(|| Order {
            coach: self.workspace.settings.coach.clone(),
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
        let all = self.workspace.athletes.iter();
        let people: Vec<_> = all
            .filter(|other| !other.profile.archived || other.id == athlete.id)
            .map(|other| (other.id, other.profile.name.clone()))
            .collect();
        let selected = self
            .state
            .selected
            .and_then(|id| athlete.sessions.get(id))
            .filter(|session| !session.plan.workout.exercises().is_empty());
        let session = selected.map(|session| {
            let title = crate::load::title_of(&session.plan, &self.library);
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
        let mut form = PrintForm::new(order, who, people, session, folder);
        form.report = self.report_charts(athlete.id);
        form.week_start = athlete.profile.week_start;
        self.state.dialog = Some(Dialog::Print(Box::new(form)));
    }

    /// The charts that were chosen for reports last, and how everybody is looked at; `shown` as on the screen now.
    fn report_charts(&self, shown: AthleteId) -> ReportCharts {
        let mut on_screen = self.preferences.charts.clone();
        on_screen.insert(shown, self.state.charts.choice.clone());
        ReportCharts {
            selection: self.printing.charts.clone(),
            on_screen,
        }
    }

    /// The folder of documents, or that of the workspace.
    pub(super) fn documents(&self) -> Option<PathBuf> {
        directories::UserDirs::new()
            .and_then(|dirs| dirs.document_dir().map(PathBuf::from))
            .or_else(|| self.store.as_ref().map(|store| store.dir().to_owned()))
    }

    /// Does what the open dialog asks for.
    pub(super) fn export(&mut self, ctx: &Context, step: ExportStep) {
        match step {
            ExportStep::Save => self.save_export(false),
            ExportStep::Replace => self.save_export(true),
            ExportStep::PrintNow => self.begin_export(Then::Print),
            ExportStep::View => self.begin_export(Then::View),
            ExportStep::Copy => self.copy_export(ctx),
            ExportStep::Choose => self.choose_export_place(),
            ExportStep::Stop => self.printing.stop(),
        }
    }

    fn form(&mut self) -> Option<&mut PrintForm> {
        match &mut self.state.dialog {
            Some(Dialog::Print(form)) => Some(form),
            _ => None,
        }
    }

    /// Tells how far the work is, in the dialog while it is open, else in passing.
    pub(super) fn tell(&mut self, stage: Stage) {
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
        self.begin_export(Then::Save(files));
    }

    /// Begins to make what the dialog asks for, in the background.
    fn begin_export(&mut self, then: Then) {
        let Some(form) = self.form() else { return };
        let (order, who, chosen) = (form.order.clone(), form.who, form.chosen());
        let report = form.report.clone();
        let athletes: Vec<_> = chosen
            .iter()
            .filter_map(|id| self.workspace.athlete(*id).cloned())
            .collect();
        self.printing.last = Some(order.clone());
        self.printing.charts = report.selection.clone();
        self.make(Job {
            order,
            report,
            athletes,
            each: who == Who::Each,
            then,
        });
    }

    fn copy_export(&mut self, ctx: &Context) {
        let Some(form) = self.form() else { return };
        let (order, report, chosen) = (form.order.clone(), form.report.clone(), form.chosen());
        let athletes: Vec<_> = chosen
            .iter()
            .filter_map(|id| self.workspace.athlete(*id).cloned())
            .collect();
        let athletes: Vec<_> = athletes.iter().map(AsRef::as_ref).collect();
        let today = self.clock.today();
        let made = crate::export::make(
            &order,
            &athletes,
            &super::making::maker(&self.library, &self.workspace.settings, &report, today),
        );
        let stage = match made {
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
        let format = form.order.format;
        let each = form.who == Who::Each;
        let mut dialog = rfd::AsyncFileDialog::new();
        if let Some(folder) = place.parent() {
            dialog = dialog.set_directory(folder);
        }
        if each {
            let dialog = dialog.set_title("A folder for the files").pick_folder();
            self.post.spawn("folder dialog", move |post| {
                post.send(Event::ExportPlace(answer(dialog)));
            });
            return;
        }
        let name = with_end(&place, format);
        let name = name.file_name().map(|name| name.to_string_lossy());
        let dialog = dialog
            .set_title("Save as")
            .add_filter(format.label(), &[format.extension()])
            .set_file_name(name.unwrap_or_default().into_owned())
            .save_file();
        self.post.spawn("file dialog", move |post| {
            post.send(Event::ExportPlace(answer(dialog)));
        });
    }

    /// Takes in the answer of the system's dialog.
    pub(super) fn take_export_place(&mut self, picked: Picked) {
        let Some(form) = self.form() else { return };
        match picked {
            Picked::Path(path) => {
                form.path = path.display().to_string();
                form.own_path = true;
                // The system has asked already whether the file is to be replaced.
                form.asked = (form.who != Who::Each).then(|| form.path.clone());
                form.stage = Stage::Choosing;
            }
            Picked::Nothing => {}
            Picked::NoDialog => form.stage = Stage::Failed(super::folders::NO_DIALOG.to_owned()),
        }
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
