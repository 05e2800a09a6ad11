//! Taking back and doing again.

use egui::Key;

use crate::ui::command::{Category, Command, CommandSpec, Needs};

use super::keys::{CTRL, CTRL_SHIFT, keys};

const fn row(command: Command, text: &'static str, tooltip: &'static str) -> CommandSpec {
    CommandSpec::new(command, Category::Edit, text, tooltip)
}

pub(super) const COMMANDS: &[CommandSpec] = &[
    row(Command::Undo, "Undo", "Undo the last change")
        .keys(&[keys(CTRL, Key::Z)])
        .needs(Needs::Undo)
        .yields_to_typed_text()
        .keeps_roster()
        .needs_nobody(),
    row(Command::Redo, "Redo", "Redo the last undone change")
        .keys(&[keys(CTRL_SHIFT, Key::Z), keys(CTRL, Key::Y)])
        .needs(Needs::Redo)
        .yields_to_typed_text()
        .keeps_roster()
        .needs_nobody(),
];
