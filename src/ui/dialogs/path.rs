//! A path typed by hand, where the system offers no dialog.

use std::path::PathBuf;

use egui::{Key, Ui};

use crate::rules::Severity;
use crate::ui::action::Action;
use crate::ui::help::Topic;
use crate::ui::widgets::{aside, buttons, line::path_with, live};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// What the path is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathUse {
    /// A workspace to open.
    Open,
    /// A folder to begin a workspace in.
    Create,
    /// The coach's logo.
    Logo,
    /// The folder that files are put into at first.
    DefaultFolder,
    /// A folder to save everything in that could not be saved in its own.
    SaveElsewhere,
    /// A chart to write.
    Chart,
    /// A file or folder of history to bring in.
    BringInHistory,
    /// The file of a plan to bring in.
    BringInPlan,
    /// Where an athlete package is to be written.
    SavePackage,
    /// An athlete package to open.
    OpenPackage,
    /// The file of a program to bring in.
    ImportProgram,
    /// Where a program is to be written.
    ExportProgram,
}

impl PathUse {
    /// True when the path is for the workspace that is open, and useless once another one is.
    pub fn is_for_workspace(self) -> bool {
        !matches!(self, Self::Open | Self::Create)
    }
}

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct PathForm {
    /// The request that the path is for.
    pub request: u64,
    /// What it is for.
    pub purpose: PathUse,
    /// What is typed.
    pub path: String,
    /// Why it is typed and not chosen, or what becomes of it.
    pub message: String,
    /// Why the one typed before cannot be taken.
    problem: Option<String>,
    /// What the field began with.
    start: String,
    /// The field has yet to get the keyboard.
    focus: bool,
}

impl PathForm {
    /// A form for a request, with a path to begin with; `message` says why the path is typed and not chosen.
    pub fn new(
        request: u64,
        purpose: PathUse,
        path: impl Into<String>,
        message: impl Into<String>,
    ) -> Self {
        let path = path.into();
        Self {
            request,
            purpose,
            start: path.clone(),
            path,
            message: message.into(),
            problem: None,
            focus: true,
        }
    }

    /// The same after a path that cannot be taken, and why; `None` where none was typed before.
    #[must_use]
    pub fn after(mut self, problem: Option<String>) -> Self {
        self.problem = problem;
        self
    }
}

impl DialogForm for PathForm {
    fn id(&self) -> &'static str {
        "path dialog"
    }

    fn topic(&self) -> Topic {
        Topic::FirstWeek
    }

    fn is_changed(&self) -> bool {
        self.path != self.start
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let actions = context.actions;
        let (title, verb) = match self.purpose {
            PathUse::Open => ("Open workspace", "Open"),
            PathUse::Create => ("New workspace", "Create here"),
            PathUse::Logo => ("Logo on printed sheets", "Use"),
            PathUse::DefaultFolder => ("Folder for files", "Use"),
            PathUse::SaveElsewhere => ("Save in another folder", "Save and close"),
            PathUse::Chart => ("Save chart", "Save"),
            PathUse::BringInHistory => ("Bring in history", "Read"),
            PathUse::BringInPlan => ("Bring in a plan", "Read"),
            PathUse::SavePackage => ("Save an athlete package", "Save"),
            PathUse::OpenPackage => ("Open an athlete package", "Open"),
            PathUse::ImportProgram => ("Import program", "Import"),
            PathUse::ExportProgram => ("Save program", "Save"),
        };
        ui.set_width(super::host::width(ui, 460.0));
        host::title_ui(ui, title);
        if !self.message.is_empty() {
            aside::soft_ui(ui, palette, 12.0, &self.message);
        }
        let hint = match self.purpose {
            PathUse::Chart => "File, ending in .png, .svg or .csv",
            PathUse::ImportProgram
            | PathUse::ExportProgram
            | PathUse::SavePackage
            | PathUse::OpenPackage => "File, ending in .ron",
            PathUse::BringInHistory => "File, .zip or folder of another program",
            PathUse::BringInPlan => "File, such as .xlsx, .ods, .csv, .ics or .txt",
            PathUse::Logo => "File, ending in .png, .jpg or .svg",
            PathUse::Open | PathUse::Create | PathUse::DefaultFolder | PathUse::SaveElsewhere => {
                "Folder"
            }
        };
        let response = path_with(ui, "Path", &mut self.path, f32::INFINITY, |edit| {
            edit.hint_text(hint)
        });
        // Request focus, or it stays where it was before, such as on the button that opened the dialog.
        if std::mem::take(&mut self.focus) {
            response.request_focus();
        }
        if let Some(problem) = &self.problem {
            let color = palette.severity(Severity::Conflict);
            live::announce(&aside::aside_ui(ui, color, 12.0, problem));
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let mut answer = DialogResponse::Open;
        ui.add_space(6.0);
        host::foot_ui(ui, |ui| {
            let ready = !self.path.trim().is_empty();
            let go = ui
                .add_enabled_ui(ready, |ui| buttons::primary_ui(ui, palette, verb))
                .inner;
            if ready && (go.clicked() || entered) {
                let path = PathBuf::from(self.path.trim());
                actions.push(Action::TypedPath(self.request, path));
                answer = DialogResponse::Close;
            }
            let browses = self.purpose == PathUse::Create;
            if browses && buttons::quiet_ui(ui, "Choose another folder…").clicked() {
                let typed = PathBuf::from(self.path.trim());
                actions.push(Action::BrowsePath(self.request, typed));
            }
            if buttons::quiet_ui(ui, "Cancel").clicked() {
                answer = DialogResponse::Close;
            }
        });
        answer
    }
}
