//! What panels ask for while they draw; it is done afterwards, in one place.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::{AthleteId, ProgramId, SessionId};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::season::SeasonRequest;

use super::charts::ChartFile;
use super::command::Command;

/// One request of a panel.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
pub enum Action {
    /// Run a command.
    Command(Command),
    /// Change the document as one undo step.
    Step(Transaction),
    /// Change the document and offer to take it back in a message: what it says.
    StepWithUndo(Transaction, String),
    /// Show another athlete.
    ShowAthlete(AthleteId),
    /// Show the week of this day.
    ShowWeek(NaiveDate),
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
    /// Open the demo.
    OpenDemo,
    /// Ask for a folder with the system's dialog, for opening or beginning a workspace.
    AskFolder(FolderUse),
    /// This path was typed for the request of this number.
    TypedPath(u64, PathBuf),
    /// Ask where to save a chart, and save it there.
    SaveChart(Box<ChartFile>),
    /// Remember which charts the shown athlete is looked at with.
    KeepCharts,
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
    /// Say something in passing.
    Notify(String),
    /// Take the notice at this place, from 0, off the screen.
    DismissNotice(usize),
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
pub struct Actions(pub Vec<Action>);

impl Actions {
    /// Adds a request.
    pub fn push(&mut self, action: Action) {
        self.0.push(action);
    }

    /// Adds a command.
    pub fn command(&mut self, command: Command) {
        self.push(Action::Command(command));
    }

    /// Adds an undo step that changes an athlete.
    pub fn edit(&mut self, label: impl Into<String>, athlete: AthleteId, edits: Vec<Edit>) {
        if !edits.is_empty() {
            self.push(Action::Step(Transaction::new(
                label,
                WorkspaceEdit::Athlete(athlete, edits),
            )));
        }
    }

    /// Adds an undo step that deletes something, with a message that offers to take it back. The label begins with
    /// "Delete", the message says "Deleted".
    pub fn delete(&mut self, label: impl Into<String>, edit: WorkspaceEdit) {
        let label = label.into();
        let message = label.replacen("Delete ", "Deleted ", 1);
        self.push(Action::StepWithUndo(Transaction::new(label, edit), message));
    }
}
