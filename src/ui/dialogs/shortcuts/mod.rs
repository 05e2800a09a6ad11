//! Which keys give which command: a list of all commands, of which the chosen one's keys are changed.

mod catching;
mod form;
mod list;

pub use form::ShortcutsForm;

use egui::{Id, Label, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use crate::ui::action::Action;
use crate::ui::help::Topic;
use crate::ui::keymap::Keymap;
use crate::ui::theme::{Weight, text};
use crate::ui::widgets::aside;
use crate::ui::widgets::buttons;

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

impl DialogForm for ShortcutsForm {
    fn id(&self) -> &'static str {
        "shortcuts dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Settings
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let (palette, actions) = (context.palette, context.actions);
        let before = self.keys.clone();
        ui.set_width(host::width(ui, 560.0));
        ui.label(text("Keyboard shortcuts", 15.0, Weight::SemiBold));
        let about = "Choose a command and press the keys it is to have. They hold on this computer and are shown wherever the command is.";
        aside::soft_ui(ui, palette, 12.0, about);
        self.search_ui(ui);
        host::body(ui, host::tall(ui, 480.0), |ui, height| {
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, false])
                .show(ui, |ui| self.list_ui(ui, palette));
        });
        if let Some(told) = &self.told {
            let told = text(told, 12.0, Weight::Regular).color(palette.text_soft);
            let response = ui.add(Label::new(told).wrap());
            crate::ui::widgets::live::announce(&response);
        }
        ui.add_space(6.0);
        let mut answer = DialogResponse::Open;
        host::foot_ui(ui, |ui| {
            if buttons::quiet_ui(ui, "Close").clicked() {
                answer = DialogResponse::Close;
            }
            let usual = self.keys.is_usual();
            let reset = ui.add_enabled_ui(!usual, |ui| {
                buttons::quiet_ui(ui, "Default keys for all commands")
            });
            if reset.inner.clicked() {
                self.keys = Keymap::default();
                self.catching = None;
                self.told = Some("Every command is back to its default keys.".to_owned());
            }
        });
        if self.keys != before {
            actions.push(Action::SetKeys(Box::new(self.keys.clone())));
        }
        answer
    }
}

impl ShortcutsForm {
    fn search_ui(&mut self, ui: &mut Ui) {
        const NAME: &str = "Find a command";
        let field = TextEdit::singleline(&mut self.query)
            .id(Id::unique("command to be given keys"))
            .hint_text("Find a command by its name or its keys")
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, NAME));
        if std::mem::take(&mut self.focus) {
            response.request_focus();
        }
    }
}
