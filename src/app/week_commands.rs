//! Commands about the shown week.

use chrono::Days;
use egui::Context;

use crate::domain::Status;
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::planning;
use crate::text;
use crate::ui;
use crate::ui::command::Command;
use crate::ui::library::own;
use crate::ui::shared::Clipboard;

use super::shell::App;

impl App {
    /// Runs a command that is about the shown week.
    pub(super) fn run_on_week(&mut self, ctx: &Context, command: Command) {
        let Some(athlete) = self.shown() else { return };
        let (first, last) = (
            self.screen.ui.shared.week,
            self.screen.ui.shared.week + Days::new(6),
        );
        let sessions = athlete.sessions.between(first, last).to_vec();
        if sessions.is_empty() {
            self.say("This week is empty.");
            return;
        }
        match command {
            Command::CopyWeek => {
                let plans = planning::week_plans(&sessions, first);
                let count = ui::format::plural(plans.len(), "session", "sessions");
                // Copy as text too, or an older text of another program would be pasted instead.
                let written = text::write(&athlete, self.open.library(), first, last);
                ctx.copy_text(written.text.clone());
                self.screen.ui.shared.clipboard = Some(Clipboard {
                    plans,
                    week: true,
                    cut: Vec::new(),
                    text: written.text,
                });
                self.say(format!("Copied {count}. Go to another week and paste."));
            }
            Command::CopyWeekAsText => {
                let written = text::write(&athlete, self.open.library(), first, last);
                let left_out = written.left_out_in_short();
                ctx.copy_text(written.text);
                let note = if left_out.is_empty() {
                    String::new()
                } else {
                    format!(" Left out: {}.", left_out.join("; "))
                };
                self.say(format!("The week is on the clipboard as text.{note}"));
            }
            Command::ClearWeek => {
                let planned = sessions.iter().filter(|s| s.status == Status::Planned);
                let edits: Vec<Edit> = planned.map(|s| Edit::Remove(s.id)).collect();
                let count = ui::format::plural(edits.len(), "session", "sessions");
                if edits.is_empty() {
                    self.say("Nothing of this week is still planned; what was done stays.");
                } else if self.edit("Clear week", &athlete, edits) {
                    self.screen.ui.shared.select(None);
                    self.say_with(format!("Cleared {count}"), true);
                }
            }
            Command::SaveWeekAsTemplate => {
                let name = format!("Week of {}", ui::format::day_month(first));
                let template = own::week_template(name.clone(), &sessions, first);
                let edit = WorkspaceEdit::PutWeekTemplate(Box::new(template));
                if self.apply(Transaction::new(format!("Save template “{name}”"), edit)) {
                    self.say_with(format!("“{name}” is under Weeks in the library"), true);
                }
            }
            _ => {}
        }
    }
}
