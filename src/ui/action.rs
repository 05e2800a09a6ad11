//! What panels ask for while they draw; it is done afterwards, in one place.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::chart::Scene;
use crate::domain::{
    AthleteId, ExerciseId, Program, ProgramId, Publication, SessionId, TemplateId,
};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::history::Answers;
use crate::intake::PlanReading;
use crate::layout::Layout;
use crate::merge::AthletePackage;
use crate::season::SeasonRequest;

use super::charts::ChartFile;
use super::command::{Command, Situation};
use super::hint::Hint;
use super::keymap::Keymap;
use super::notice_action::NoticeAction;
use super::plan_reading::PlanRequest;
use super::preferred::Preferred;

/// One request of a panel.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Action {
    /// Run a command.
    Command(Command),
    /// Change the document as one undo step.
    Apply(Transaction),
    /// Change the document and offer to take it back in a message: what it says.
    ApplyWithUndo(Transaction, String),
    /// Change the document as part of the last undo step, while there are so many of them, else as one of its own, and
    /// offer to take it back in a message.
    AmendWithUndo(Transaction, usize, String),
    /// Show another athlete.
    ShowAthlete(AthleteId),
    /// Show the week of this day.
    ShowWeek(NaiveDate),
    /// Select a session or none, and the day that sessions are added to.
    Select(Option<SessionId>, NaiveDate),
    /// Select several sessions, and the day that sessions are added to.
    SelectAll(Vec<SessionId>, NaiveDate),
    /// Select a session together with others.
    Extend(SessionId, Extend),
    /// Edit an own session template in the inspector.
    EditTemplate(TemplateId),
    /// Show the card of an exercise in the library.
    ShowExercise(ExerciseId),
    /// Show a session: its week, selected.
    ShowSession(SessionId),
    /// Open the page of a rule, by its id.
    ShowRule(&'static str),
    /// Show a finding: its athlete and week, and itself told from the others.
    ShowFinding(FindingPlace),
    /// Look for better arrangements of so many weeks from the shown one.
    SeekBetterWeeks(u32),
    /// End the search for better weeks.
    StopSeeking,
    /// Open this workspace folder.
    OpenFolder(PathBuf),
    /// Set what is preferred on this computer.
    Prefer(Box<Preferred>),
    /// Let these keys give the commands on this computer.
    SetKeys(Box<Keymap>),
    /// Never give this hint again: it was followed or closed.
    EndHint(Hint),
    /// Ask for the coach's logo with the system's dialog.
    AskLogo,
    /// Ask for the folder that files are put into at first with the system's dialog.
    AskDefaultFolder,
    /// Sign edits with this name on this computer.
    SignAs(String),
    /// Do what the dialog about publishing says.
    Publish(PublishStep),
    /// Remember that the athlete's feedback on a session was looked at.
    SeeFeedback(SessionId),
    /// Open the demo.
    OpenDemo,
    /// Ask for a folder with the system's dialog, for opening or beginning a workspace.
    AskFolder(FolderUse),
    /// This path was typed for the request of this number.
    TypedPath(u64, PathBuf),
    /// Choose the path for the request of this number with the system's dialog; this was typed so far.
    BrowsePath(u64, PathBuf),
    /// Ask where to save a chart, and save it there.
    SaveChart(Box<ChartFile>),
    /// Remember which charts the shown athlete is looked at with.
    KeepCharts,
    /// Let the charts show the past from the first of these days on, where they show less, and the calendar the week of
    /// the last, where it shows an empty one not long after it.
    ShowPast(NaiveDate, NaiveDate),
    /// Do what the open Print / Export dialog says.
    Export(ExportStep),
    /// Show a program in the library.
    ShowProgram(ProgramId),
    /// Ask for the file of a program with the system's dialog.
    AskProgramFile,
    /// Ask where this program is to be written with the system's dialog.
    AskProgramTarget(ProgramId),
    /// Build a season to look at.
    PreviewSeason(AthleteId, Box<SeasonRequest>),
    /// Read the history that is being brought in for this athlete again, by these answers.
    ReadHistory(AthleteId, Box<Answers>),
    /// Stop reading the files of the history dialog.
    StopHistory,
    /// Take what a package brings or what was chosen between versions, as one undo step.
    TakeMerge(Box<Transaction>, Option<Arc<AthletePackage>>),
    /// Read a plan that is being brought in.
    ReadPlan(Box<PlanRequest>),
    /// Put a plan that was read into the calendar that it was read for.
    TakePlan(Box<PlanRequest>, Box<PlanReading>),
    /// Ask for the file of a plan with the system's dialog.
    AskPlanFile,
    /// Say something in passing.
    Notify(String),
    /// Take the notice at this place, from 0, off the screen.
    DismissNotice(usize),
    /// Do what a notice offers.
    Remedy(NoticeAction),
    /// Compare a kept version with what is there now: the file's place in the dialog, and the version's.
    LookAtBackup(usize, usize),
    /// Bring a kept version back: the file's place in the dialog, and the version's.
    RestoreBackup(usize, usize),
    /// Of a file and this copy beside it take one: true for the copy.
    TakeVersion(PathBuf, bool),
    /// Go on with closing the window.
    Close(CloseStep),
}

impl Action {
    /// True when it may take fields off the screen, or change what they stand for. False for what is asked for while
    /// somebody goes on typing.
    pub fn disturbs_fields(&self) -> bool {
        match self {
            Self::Command(_)
            | Self::Apply(_)
            | Self::ApplyWithUndo(..)
            | Self::AmendWithUndo(..)
            | Self::TakeMerge(..)
            | Self::TakePlan(..)
            | Self::ShowAthlete(_)
            | Self::ShowWeek(_)
            | Self::Select(..)
            | Self::SelectAll(..)
            | Self::Extend(..)
            | Self::EditTemplate(_)
            | Self::ShowExercise(_)
            | Self::ShowSession(_)
            | Self::ShowRule(_)
            | Self::ShowFinding(_)
            | Self::OpenFolder(_)
            | Self::OpenDemo
            | Self::Prefer(_)
            | Self::SetKeys(_)
            | Self::BrowsePath(..)
            | Self::AskLogo
            | Self::AskDefaultFolder
            | Self::Remedy(_)
            | Self::RestoreBackup(..)
            | Self::TakeVersion(..)
            | Self::Close(_)
            | Self::AskFolder(_)
            | Self::TypedPath(..)
            | Self::ShowProgram(_)
            | Self::AskProgramFile => true,
            Self::SeekBetterWeeks(_)
            | Self::StopSeeking
            | Self::SaveChart(_)
            | Self::KeepCharts
            | Self::ShowPast(..)
            | Self::Export(_)
            | Self::AskProgramTarget(_)
            | Self::PreviewSeason(..)
            | Self::ReadHistory(..)
            | Self::StopHistory
            | Self::ReadPlan(_)
            | Self::AskPlanFile
            | Self::SignAs(_)
            | Self::Publish(_)
            | Self::SeeFeedback(_)
            | Self::EndHint(_)
            | Self::Notify(_)
            | Self::LookAtBackup(..)
            | Self::DismissNotice(_) => false,
        }
    }
}

/// How a session comes to those that are selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extend {
    /// It is added, or taken away where it is selected.
    Toggle,
    /// With all sessions between the one selected last and itself.
    Through,
}

/// A dialog that a panel asks for, with what it is to be about.
#[derive(Debug, Clone, PartialEq)]
pub enum DialogRequest {
    /// A program to be laid out.
    LayOut {
        /// Which program.
        program: ProgramId,
        /// First day of its first week.
        first: NaiveDate,
        /// Its first proposal, where that is known already.
        known: Option<Arc<Layout>>,
    },
    /// A template week to be laid out where something is planned already.
    LayWeek {
        /// Which template.
        template: TemplateId,
        /// First day of its first week.
        first: NaiveDate,
    },
    /// A program that is not kept yet, to be written.
    NewProgram(Box<Program>),
    /// An own program to be edited.
    EditProgram(Box<Program>),
    /// The figures of a chart.
    Figures(Arc<Scene>),
}

impl DialogRequest {
    /// A program to be laid out from the week that begins on `first`.
    pub fn lay_out(program: ProgramId, first: NaiveDate) -> Self {
        Self::LayOut {
            program,
            first,
            known: None,
        }
    }
}

/// Where a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FindingPlace {
    /// Whose.
    pub athlete: AthleteId,
    /// First day of its week.
    pub week: NaiveDate,
    /// Its rule.
    pub rule: &'static str,
    /// The session it hangs on.
    pub session: Option<SessionId>,
    /// True when that session is to be selected: of a finding about a whole week it only marks the place.
    pub selects: bool,
}

/// What Print / Export can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportStep {
    /// Write the files, unless that would replace some.
    Save,
    /// Write the files, whatever they replace.
    Replace,
    /// Print the pages.
    PrintNow,
    /// Show the pages in the system's viewer.
    View,
    /// Copy the text to the clipboard.
    Copy,
    /// Choose the place with the system's dialog.
    Choose,
    /// Stop making files; those that are made stay.
    Stop,
}

/// What the dialog about publishing can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublishStep {
    /// Choose the folder with the system's dialog.
    Choose,
    /// Keep files up to date so from here on, and write them now.
    Start(Box<Publication>),
    /// Stop; the files stay unless they are to be taken away.
    Stop {
        /// They are.
        remove: bool,
    },
}

/// How closing the window goes on with changes that could not be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CloseStep {
    /// Save once more, and close if that works.
    TryAgain,
    /// Close without what was typed and not finished.
    Discarded,
    /// Ask for another folder, save everything there and close.
    Elsewhere,
    /// Close; a copy of what was not saved is kept.
    Anyway,
}

/// What a folder is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderUse {
    /// To open the workspace in it.
    Open,
    /// To begin a workspace in it.
    Create,
}

/// The requests of a frame, in order.
#[derive(Debug, Default)]
pub struct Actions {
    /// What is done after drawing, one after the other.
    pub list: Vec<Action>,
    /// A dialog to open.
    pub dialog: Option<DialogRequest>,
    /// What there is for commands to act on.
    pub situation: Situation,
}

impl Actions {
    /// Adds a request.
    pub fn push(&mut self, action: Action) {
        self.list.push(action);
    }

    /// Asks for a dialog.
    pub fn open(&mut self, dialog: DialogRequest) {
        self.dialog = Some(dialog);
    }

    /// Adds a command, or says why it cannot be done now.
    pub fn command(&mut self, command: Command) {
        self.push(match self.missing_for(command) {
            Some(reason) => Action::Notify(reason.to_owned()),
            None => Action::Command(command),
        });
    }

    /// Why a command cannot be done now; `None` when it can.
    pub fn missing_for(&self, command: Command) -> Option<&'static str> {
        if self.situation.is_nobody && !command.spec().needs_nobody {
            return Some("Add an athlete first.");
        }
        command.spec().needs.missing(&self.situation)
    }

    /// Selects a session or none, and a day.
    pub fn select(&mut self, session: Option<SessionId>, day: NaiveDate) {
        self.push(Action::Select(session, day));
    }

    /// Selects several sessions, the first of them as the one selected last, and a day.
    pub fn select_all(&mut self, sessions: Vec<SessionId>, day: NaiveDate) {
        self.push(Action::SelectAll(sessions, day));
    }

    /// Adds an undo step that changes an athlete.
    pub fn edit(&mut self, label: impl Into<String>, athlete: AthleteId, edits: Vec<Edit>) {
        if !edits.is_empty() {
            self.push(Action::Apply(Transaction::new(
                label,
                WorkspaceEdit::Athlete(athlete, edits),
            )));
        }
    }

    /// Adds an undo step for an athlete with a message that says what it did and offers to take it back.
    pub fn edit_told(
        &mut self,
        label: impl Into<String>,
        athlete: AthleteId,
        edits: Vec<Edit>,
        message: String,
    ) {
        if !edits.is_empty() {
            let transaction = Transaction::new(label, WorkspaceEdit::Athlete(athlete, edits));
            self.push(Action::ApplyWithUndo(transaction, message));
        }
    }

    /// Adds an undo step that deletes something, with a message that offers to take it back. The label begins with
    /// "Delete", the message says "Deleted".
    pub fn delete(&mut self, label: impl Into<String>, edit: WorkspaceEdit) {
        let label = label.into();
        let message = label.replacen("Delete ", "Deleted ", 1);
        self.push(Action::ApplyWithUndo(
            Transaction::new(label, edit),
            message,
        ));
    }
}
