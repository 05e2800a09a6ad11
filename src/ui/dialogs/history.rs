//! Bringing in history: what files of other programs would add, what they do not say, and names nobody knows, before
//! anything changes.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::Ui;

use crate::domain::{Athlete, AthleteId};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::history::{Answers, HistoryReport, added_exercises};
use crate::library::Library;
use crate::rules::Severity;
use crate::ui::action::{Action, Actions};
use crate::ui::format::plural;
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::busy::busy_ui;
use crate::ui::widgets::{buttons, scrolling};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::history_files::files_ui;
use super::history_names::{heading_ui, names_ui};
use super::history_questions::questions_ui;
use super::host;

/// Width of the dialog.
const WIDTH: f32 = 640.0;

/// How far the files are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryProgress {
    /// Nothing is known of them yet.
    Begun,
    /// They are fetched and unpacked: which one, from 1, of how many.
    Opening(usize, usize),
    /// They are read: which one, from 1, of how many.
    Reading(usize, usize),
}

impl HistoryProgress {
    fn words(self) -> String {
        match self {
            Self::Begun => "Reading the files…".to_owned(),
            Self::Opening(file, of) => format!("Opening file {file} of {of}…"),
            Self::Reading(file, of) => format!("Reading file {file} of {of}…"),
        }
    }
}

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct HistoryForm {
    athlete: AthleteId,
    name: String,
    answers: Answers,
    /// What the files would do, once they are read.
    report: Option<Arc<HistoryReport>>,
    /// The athlete to whom they would do it.
    of: Option<Arc<Athlete>>,
    /// How the first sessions will stand.
    sample: Vec<String>,
    /// Why nothing could be read.
    failure: Option<String>,
    /// How far the reading is, while it goes on.
    progress: Option<HistoryProgress>,
    /// Nothing of this report was seen yet.
    is_fresh: bool,
}

impl HistoryForm {
    /// A dialog for this athlete, whose files are being read.
    pub fn new(athlete: AthleteId, name: impl Into<String>) -> Self {
        Self {
            athlete,
            name: name.into(),
            answers: Answers::default(),
            report: None,
            of: None,
            sample: Vec::new(),
            failure: None,
            progress: Some(HistoryProgress::Begun),
            is_fresh: true,
        }
    }

    /// Whose history it is.
    pub fn athlete(&self) -> AthleteId {
        self.athlete
    }

    /// What was answered so far.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// Takes in what the files would do to this athlete, and how the first sessions will stand.
    pub fn take(&mut self, of: Arc<Athlete>, report: Arc<HistoryReport>, sample: Vec<String>) {
        self.of = Some(of);
        self.report = Some(report);
        self.sample = sample;
        self.failure = None;
        self.progress = None;
    }

    /// Waits for the files to be read again, when what they would do was found for another state of the athlete than
    /// `now`; true when it was not yet known.
    pub fn becomes_outdated(&mut self, now: &Arc<Athlete>) -> bool {
        let is_outdated = self.of.as_ref().is_some_and(|of| !Arc::ptr_eq(of, now));
        if is_outdated {
            self.of = None;
            self.progress = Some(HistoryProgress::Begun);
        }
        is_outdated
    }

    /// Shows how far the reading is.
    pub fn show_progress(&mut self, progress: HistoryProgress) {
        if self.progress.is_some() {
            self.progress = Some(progress);
        }
    }

    /// The reading was ended before it came to anything.
    pub fn stop(&mut self) {
        self.fail("Stopped. Nothing was brought in, and the calendar is as it was.".to_owned());
    }

    /// Takes in why the files could not be read.
    pub fn fail(&mut self, why: String) {
        self.report = None;
        self.failure = Some(why);
        self.progress = None;
    }

    fn ask_again(&mut self, actions: &mut Actions) {
        self.progress = Some(HistoryProgress::Begun);
        actions.push(Action::ReadHistory(
            self.athlete,
            Box::new(self.answers.clone()),
        ));
    }
}

impl DialogForm for HistoryForm {
    fn id(&self) -> &'static str {
        "history dialog"
    }

    fn topic(&self) -> Topic {
        Topic::BringIn
    }

    fn is_changed(&self) -> bool {
        self.answers != Answers::default()
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let width = host::width(ui, WIDTH);
        ui.set_width(width);
        let title = format!("Bring in history for {}", self.name);
        host::title_ui(ui, &title);
        ui.add_space(6.0);
        let palette = context.palette;
        if let Some(why) = &self.failure {
            ui.label(text(why, 13.0, Weight::Regular).color(palette.severity(Severity::Conflict)));
            ui.add_space(10.0);
            return close_ui(ui);
        }
        let Some(report) = self.report.clone() else {
            let progress = self.progress.unwrap_or(HistoryProgress::Begun);
            progress_ui(ui, palette, progress, context.actions);
            return DialogResponse::Open;
        };
        host::body(ui, host::tall(ui, 460.0), |ui, height| {
            let mut read = scrolling::list(height);
            // Scroll to the top, where the questions are.
            if std::mem::take(&mut self.is_fresh) {
                read = read.vertical_scroll_offset(0.0);
            }
            read.show(ui, |ui| {
                ui.set_width(width - 12.0);
                if questions_ui(ui, palette, &report, &mut self.answers) {
                    self.ask_again(context.actions);
                }
                files_ui(ui, palette, &report);
                let (library, answers) = (context.library, &mut self.answers);
                if names_ui(ui, library, palette, &report, answers) {
                    self.ask_again(context.actions);
                }
                self.sample_ui(ui, palette);
            });
        });
        ui.add_space(10.0);
        // The report above is still about the answers before.
        if let Some(progress) = self.progress {
            progress_ui(ui, palette, progress, context.actions);
            return DialogResponse::Open;
        }
        self.buttons_ui(ui, palette, &report, context.library, context.actions)
    }
}

impl HistoryForm {
    fn sample_ui(&self, ui: &mut Ui, palette: &Palette) {
        if self.sample.is_empty() {
            return;
        }
        ui.add_space(4.0);
        heading_ui(ui, "Preview of the newest sessions");
        for line in &self.sample {
            ui.label(text(line, 12.5, Weight::Regular).color(palette.text_soft));
        }
    }

    fn buttons_ui(
        &self,
        ui: &mut Ui,
        palette: &Palette,
        report: &HistoryReport,
        library: &Library,
        actions: &mut Actions,
    ) -> DialogResponse {
        let mut response = DialogResponse::Open;
        host::foot_ui(ui, |ui| {
            let sessions = report.added() + report.joined();
            if report.waits() {
                let words = "Answer the question above to go on.";
                ui.label(text(words, 13.0, Weight::Regular).color(palette.text_soft));
            } else if report.edits.is_empty() {
                let words = if report.is_empty() {
                    "There is nothing to bring in."
                } else {
                    "All of it is in the calendar already."
                };
                ui.label(text(words, 13.0, Weight::Regular).color(palette.text_soft));
            } else {
                let count = plural(sessions, "session", "sessions");
                let completed = report.completed();
                let label = match (sessions, report.reweighed) {
                    (0, 0) if completed > 0 => {
                        format!("Complete {}", plural(completed, "session", "sessions"))
                    }
                    (0, 0) => "Add what was missing".to_owned(),
                    (0, changed) => {
                        format!("Change loads of {}", plural(changed, "session", "sessions"))
                    }
                    _ => format!("Bring in {count}"),
                };
                if buttons::primary_ui(ui, palette, &label).clicked() {
                    actions.push(self.accepted(report, library));
                    if let Some((first, last)) = days(report) {
                        actions.push(Action::ShowPast(first, last));
                    }
                    response = DialogResponse::Close;
                }
            }
            if buttons::quiet_ui(ui, "Cancel").clicked() {
                response = DialogResponse::Close;
            }
        });
        response
    }

    /// One step: the sessions, and the answers to remember.
    fn accepted(&self, report: &HistoryReport, library: &Library) -> Action {
        let added = added_exercises(&self.answers.added, library).into_iter();
        let added = added.map(|exercise| WorkspaceEdit::PutExercise(Box::new(exercise)));
        let names = self.answers.names.iter().map(|(name, answer)| {
            WorkspaceEdit::PutExerciseName(name.clone(), Some(answer.clone()))
        });
        let dumbbells = self.answers.dumbbells.iter().map(|(program, answer)| {
            WorkspaceEdit::PutDumbbellWeight(program.clone(), Some(*answer))
        });
        let mut edits: Vec<WorkspaceEdit> = added.chain(names).chain(dumbbells).collect();
        edits.push(WorkspaceEdit::Athlete(self.athlete, report.edits.clone()));
        let label = "Bring in history".to_owned();
        let joined = plural(report.joined(), "planned session", "planned sessions");
        let mut message = match (report.added(), report.joined()) {
            (0, 0) if report.reweighed > 0 => format!(
                "Changed the loads of {}",
                plural(report.reweighed, "session", "sessions")
            ),
            (0, 0) if report.completed() > 0 => format!(
                "Completed {}",
                plural(report.completed(), "session", "sessions")
            ),
            (0, 0) => "Added what was missing".to_owned(),
            (0, _) => format!("Logged {joined}"),
            (added, _) => format!("Brought in {}", plural(added, "session", "sessions")),
        };
        if report.relinked > 0 {
            message = format!(
                "{message}; the sets of {} brought in before now count for their exercise",
                plural(report.relinked, "session", "sessions")
            );
        }
        if report.added() > 0 && report.joined() > 0 {
            let joined = plural(
                report.joined(),
                "planned session was completed",
                "planned sessions were completed",
            );
            message = format!("{message}; {joined}");
        }
        Action::ApplyWithUndo(Transaction { label, edits }, message)
    }
}

/// The days of the oldest and of the newest session that come in or change.
fn days(report: &HistoryReport) -> Option<(NaiveDate, NaiveDate)> {
    let day = |edit: &Edit| match edit {
        Edit::Put { session, .. } => Some(session.date),
        _ => None,
    };
    let days = || report.edits.iter().filter_map(day);
    Some((days().min()?, days().max()?))
}

/// How far the reading is, and a way to end it.
fn progress_ui(ui: &mut Ui, palette: &Palette, progress: HistoryProgress, actions: &mut Actions) {
    ui.horizontal(|ui| {
        busy_ui(ui, 16.0, "At work:");
        ui.label(text(progress.words(), 13.0, Weight::Regular).color(palette.text_soft));
        if buttons::quiet_ui(ui, "Stop").clicked() {
            actions.push(Action::StopHistory);
        }
    });
}

fn close_ui(ui: &mut Ui) -> DialogResponse {
    if host::foot_ui(ui, |ui| buttons::quiet_ui(ui, "Close").clicked()) {
        DialogResponse::Close
    } else {
        DialogResponse::Open
    }
}
