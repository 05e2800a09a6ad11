//! Several selected sessions: which they are, and what can be done with all of them at once.

use egui::{Label, Ui};

use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::{aside, buttons, command_button};

/// Draws them; each command is one undo step.
pub(super) fn several_ui(ui: &mut Ui, view: &View, state: &Shared, actions: &mut Actions) {
    let mut sessions: Vec<_> = state
        .selection()
        .filter_map(|id| view.session(id))
        .collect();
    sessions.sort_by_key(|session| session.date);
    let title = format!(
        "{} selected",
        format::plural(sessions.len(), "session", "sessions")
    );
    ui.label(text(title, 15.0, Weight::SemiBold));
    ui.spacing_mut().item_spacing.y = 4.0;
    for session in &sessions {
        let name = crate::load::title_of(&session.plan, view.library);
        let (day, month) = (
            format::weekday(session.date),
            format::day_month(session.date),
        );
        let line = text(format!("{day} {month} · {name}"), 12.0, Weight::Regular);
        ui.add(Label::new(line.color(view.palette.text_soft)).truncate());
    }
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(5.0, 5.0);
        for command in Command::for_several() {
            if actions.missing_for(command).is_some() {
                continue;
            }
            let button = buttons::small_ui(ui, words(command));
            if command_button::told(button, command, words(command)).clicked() {
                actions.command(command);
            }
        }
    });
    ui.add_space(4.0);
    let hint = "Ctrl-click adds or takes away a session, Shift-click takes all between, Shift with an arrow the next one. \
                Drag one, and all of them move.";
    aside::faint_ui(ui, view.palette, 11.0, hint);
}

/// What a command's button says, where all of them are meant.
fn words(command: Command) -> &'static str {
    match command {
        Command::Copy => "Copy",
        Command::Duplicate => "Duplicate",
        Command::Delete => "Delete",
        other => other.text(),
    }
}
