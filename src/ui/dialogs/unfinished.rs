//! Asked before the window closes on something that was typed and not finished.

use egui::{Label, ScrollArea, Ui};

use crate::ui::action::{Action, CloseStep};
use crate::ui::help::Topic;
use crate::ui::theme::{Weight, text};
use crate::ui::widgets::buttons;

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct UnfinishedForm {
    /// What would be lost, a line each.
    pub typed: Vec<String>,
}

impl DialogForm for UnfinishedForm {
    fn id(&self) -> &'static str {
        "unfinished dialog"
    }

    fn topic(&self) -> Topic {
        Topic::FirstWeek
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        ui.set_width(host::width(ui, 480.0));
        host::title_ui(ui, "Something you typed is not saved");
        host::body(ui, 200.0, |ui, height| {
            ScrollArea::vertical().max_height(height).show(ui, |ui| {
                for line in &self.typed {
                    ui.add(Label::new(text(line, 12.5, Weight::Medium)).wrap());
                }
            });
        });
        ui.add_space(6.0);
        let mut answer = DialogResponse::Open;
        host::wrapped_foot_ui(ui, |ui| {
            let first = buttons::primary_ui(ui, context.palette, "Keep open");
            host::take_keyboard(&first);
            if first.clicked() {
                answer = DialogResponse::Close;
            }
            if buttons::quiet_ui(ui, "Discard and close").clicked() {
                context.actions.push(Action::Close(CloseStep::Discarded));
                answer = DialogResponse::Close;
            }
        });
        answer
    }
}
