//! Several selected sessions: which they are, and what can be done with all of them at once.

use egui::{Button, Color32, CornerRadius, Frame, Label, Stroke, TextStyle, Ui, vec2};

use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{CONTROL_RADIUS, Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::{aside, command_button};

/// The height of a command, in points.
const ROW: f32 = 28.0;
/// Between a command and its keys, in points.
const BETWEEN: f32 = 12.0;

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
        let day = format::weekday_day(session.date);
        let line = text(format!("{day} · {name}"), 12.0, Weight::Regular);
        ui.add(Label::new(line.color(view.palette.text_soft)).truncate());
    }
    ui.add_space(6.0);
    let frame = Frame::new()
        .stroke(Stroke::new(1.0, view.palette.hairline))
        .corner_radius(CornerRadius::same(CONTROL_RADIUS))
        .inner_margin(4);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let possible = Command::for_several();
        let possible = possible.filter(|command| actions.missing_for(*command).is_none());
        let possible: Vec<_> = possible.collect();
        let has_room = possible.iter().all(|command| fits(ui, *command));
        for command in possible {
            if command == Command::Delete {
                ui.separator();
            }
            row_ui(ui, command, has_room, actions);
        }
    });
    ui.add_space(4.0);
    let hint = "Ctrl-click adds or takes away a session, Shift-click takes all between, Shift with an arrow the next one. \
                Drag one, and all of them move.";
    aside::faint_ui(ui, view.palette, 11.0, hint);
}

/// True where a command and its keys have room beside each other.
fn fits(ui: &Ui, command: Command) -> bool {
    let keys = command.shortcut_text(ui.ctx());
    let font = TextStyle::Button.resolve(ui.style());
    let width = |words: &str| {
        let set = ui
            .painter()
            .layout_no_wrap(words.to_owned(), font.clone(), Color32::PLACEHOLDER);
        set.size().x
    };
    let room = ui.available_width() - 2.0 * ui.spacing().button_padding.x - BETWEEN;
    width(words(command)) + width(&keys) <= room
}

/// A command as a row with its keys, as in a menu. Where one of the rows has no room for them none has them, and the
/// tooltips tell the keys.
fn row_ui(ui: &mut Ui, command: Command, has_room: bool, actions: &mut Actions) {
    let keys = if has_room {
        command.shortcut_text(ui.ctx())
    } else {
        String::new()
    };
    let row = Button::new(words(command))
        .shortcut_text(keys)
        .frame_when_inactive(false)
        .min_size(vec2(ui.available_width(), ROW));
    let row = ui.add(row);
    if command_button::told(row, command, words(command)).clicked() {
        actions.command(command);
    }
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
