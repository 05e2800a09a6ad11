//! Who works on this computer: the name that edits are signed with.

use egui::{Key, Role, TextEdit, Ui, WidgetInfo};

use crate::ui::action::Action;
use crate::ui::help::Topic;
use crate::ui::widgets::aside;
use crate::ui::widgets::buttons;

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct SignAsForm {
    /// What is typed.
    name: String,
    /// What the field began with.
    start: String,
    /// The name that the workspace gives, used for an empty name.
    usual: String,
    /// The field has yet to get the keyboard.
    focus: bool,
}

impl SignAsForm {
    /// A form with the name of this computer so far; `usual` is whom the workspace names.
    pub fn new(name: &str, usual: &str) -> Self {
        Self {
            name: name.to_owned(),
            start: name.to_owned(),
            usual: usual.to_owned(),
            focus: true,
        }
    }
}

impl DialogForm for SignAsForm {
    fn id(&self) -> &'static str {
        "sign as dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Sharing
    }

    fn is_changed(&self) -> bool {
        self.name != self.start
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        ui.set_width(host::width(ui, 420.0));
        host::title_ui(ui, "Your name on this computer");
        let usual = if self.usual.trim().is_empty() {
            "If this is empty, edits carry no name.".to_owned()
        } else {
            format!(
                "If this is empty, edits are signed as {}.",
                self.usual.trim()
            )
        };
        let about = format!(
            "Where several coaches share a folder, each edit says who made it, and two versions of a session say whose is which. {usual}"
        );
        aside::soft_ui(ui, context.palette, 12.5, about);
        let edit = TextEdit::singleline(&mut self.name)
            .hint_text(self.usual.as_str())
            .desired_width(f32::INFINITY);
        let response = ui.add(edit);
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Your name"));
        if std::mem::take(&mut self.focus) {
            response.request_focus();
        }
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let mut answer = DialogResponse::Open;
        host::foot_ui(ui, |ui| {
            if buttons::primary_ui(ui, context.palette, "Use this name").clicked() || entered {
                let name = self.name.trim().to_owned();
                context.actions.push(Action::SignAs(name));
                answer = DialogResponse::Close;
            }
            if buttons::quiet_ui(ui, "Cancel").clicked() {
                answer = DialogResponse::Close;
            }
        });
        answer
    }
}
