//! A file and another version beside it that could not be merged: what differs, and which of them is to be taken.

use std::path::{Path, PathBuf};

use egui::{Label, ScrollArea, Ui};

use crate::ui::action::Action;
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::aside;
use crate::ui::widgets::buttons;

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// More lines than this say no more.
const MOST_LINES: usize = 200;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct TwoVersionsForm {
    /// The copy, by which the two are known.
    pub copy: PathBuf,
    /// Whose they are, or what they hold.
    pub name: String,
    /// This side's: its file, and why it cannot be taken.
    pub ours: VersionSide,
    /// The other side's.
    pub theirs: VersionSide,
    /// What is different in ours, one by one; `None` where one of them cannot be read.
    pub differences: Option<Vec<String>>,
}

/// One of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionSide {
    /// Where it is.
    pub path: PathBuf,
    /// Why it cannot be read, where that is so.
    pub problem: Option<String>,
}

impl DialogForm for TwoVersionsForm {
    fn id(&self) -> &'static str {
        "two versions dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Sharing
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        ui.set_width(host::width(ui, 600.0));
        let title = format!("Two versions of {}", self.name);
        host::title_ui(ui, &title);
        for (whose, side) in [("Ours", &self.ours), ("Theirs", &self.theirs)] {
            let line = format!("{whose}: {}", file_name(&side.path));
            ui.add(Label::new(text(line, 12.5, Weight::Medium)).wrap());
            if let Some(problem) = &side.problem {
                aside::soft_ui(ui, palette, 12.5, problem);
            }
        }
        ui.add_space(6.0);
        host::body(ui, 380.0, |ui, height| {
            let list = ScrollArea::vertical()
                .max_height(height)
                .auto_shrink([false, true]);
            list.show(ui, |ui| self.differences_ui(ui, palette));
        });
        ui.add_space(6.0);
        aside::soft_ui(
            ui,
            palette,
            12.5,
            "The other one goes into the backups, from where it can be restored. The workspace is opened again.",
        );
        ui.add_space(6.0);
        let mut answer = DialogResponse::Open;
        host::wrapped_foot_ui(ui, |ui| {
            for (label, side) in [("Take ours", &self.ours), ("Take theirs", &self.theirs)] {
                let ready = side.problem.is_none();
                let button = |ui: &mut Ui| buttons::primary_ui(ui, palette, label);
                if ui.add_enabled_ui(ready, button).inner.clicked() {
                    let takes_copy = side.path == self.copy;
                    let action = Action::TakeVersion(self.copy.clone(), takes_copy);
                    context.actions.push(action);
                    answer = DialogResponse::Close;
                }
            }
            if buttons::quiet_ui(ui, "Leave both").clicked() {
                answer = DialogResponse::Close;
            }
        });
        answer
    }
}

impl TwoVersionsForm {
    fn differences_ui(&self, ui: &mut Ui, palette: &Palette) {
        let Some(lines) = &self.differences else {
            aside::soft_ui(ui, palette, 12.5, "They cannot be compared.");
            return;
        };
        if lines.is_empty() {
            aside::soft_ui(ui, palette, 12.5, "Both say the same.");
            return;
        }
        ui.label(text("What is different in ours", 13.0, Weight::SemiBold));
        for line in lines.iter().take(MOST_LINES) {
            aside::soft_ui(ui, palette, 12.5, line);
        }
        let rest = lines.len().saturating_sub(MOST_LINES);
        if rest > 0 {
            aside::soft_ui(ui, palette, 12.5, format!("… and {rest} more"));
        }
    }
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
