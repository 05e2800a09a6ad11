//! Asked before the window closes on changes that could not be saved.

use egui::{Label, ScrollArea, Ui};

use crate::ui::action::{Action, CloseStep};
use crate::ui::help::Topic;
use crate::ui::theme::{Weight, text};
use crate::ui::widgets::aside;
use crate::ui::widgets::buttons;

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct ClosingForm {
    /// What is not saved, and why, a line each.
    pub unsaved: Vec<String>,
    /// Where a copy goes when it is closed nevertheless.
    pub rescue: String,
}

impl DialogForm for ClosingForm {
    fn id(&self) -> &'static str {
        "closing dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Sharing
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        ui.set_width(host::width(ui, 560.0));
        host::title_ui(ui, "Some changes are not saved");
        host::body(ui, 260.0, |ui, height| {
            ScrollArea::vertical().max_height(height).show(ui, |ui| {
                for line in &self.unsaved {
                    ui.add(Label::new(text(line, 12.5, Weight::Medium)).wrap());
                }
            });
        });
        let hint = format!(
            "If you close without saving, a copy is kept in {}, and the program tells you so at its next start.",
            self.rescue
        );
        aside::soft_ui(ui, palette, 12.5, hint);
        ui.add_space(6.0);
        let mut answer = DialogResponse::Open;
        host::wrapped_foot_ui(ui, |ui| {
            let mut step = None;
            let first = buttons::primary_ui(ui, palette, "Try again");
            host::take_keyboard(&first);
            if first.clicked() {
                step = Some(CloseStep::TryAgain);
            }
            if buttons::soft_ui(ui, palette, "Save in another folder…").clicked() {
                step = Some(CloseStep::Elsewhere);
            }
            if buttons::quiet_ui(ui, "Close without saving").clicked() {
                step = Some(CloseStep::Anyway);
            }
            if buttons::quiet_ui(ui, "Keep open").clicked() {
                answer = DialogResponse::Close;
            }
            if let Some(step) = step {
                context.actions.push(Action::Close(step));
                answer = DialogResponse::Close;
            }
        });
        answer
    }
}
