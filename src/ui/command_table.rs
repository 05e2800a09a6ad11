//! Finds a command: by its value, and by the keys that were pressed.

use super::command::{Command, CommandSpec};
use super::commands::COMMANDS;

impl Command {
    /// All there is to say of it.
    pub fn spec(self) -> &'static CommandSpec {
        let mut all = COMMANDS.iter();
        // Every command has a row; a test holds the table to that.
        all.find(|spec| spec.command == self)
            .unwrap_or(&COMMANDS[0])
    }

    /// What the menu says.
    pub fn text(self) -> &'static str {
        self.spec().text
    }

    /// What hovering it says.
    pub fn tooltip(self) -> &'static str {
        self.spec().tooltip
    }

    /// The shown shortcut as people write it: "Ctrl+Z".
    pub fn shortcut_text(self, ctx: &egui::Context) -> String {
        let keys = self.spec().keys.first();
        keys.map(|keys| ctx.format_shortcut(keys))
            .unwrap_or_default()
    }
}

/// The command whose keys were pressed this frame. Cut, copy and paste arrive as events of their own.
pub fn pressed(ctx: &egui::Context) -> Option<Command> {
    let typing = ctx.text_edit_focused();
    let from_events = ctx.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Cut => Some(Command::Cut),
            egui::Event::Copy => Some(Command::Copy),
            egui::Event::Paste(_) => Some(Command::Paste),
            _ => None,
        })
    });
    if let Some(command) = from_events {
        return (!typing).then_some(command);
    }
    ctx.input_mut(|input| {
        let (at, command) = input.events.iter().enumerate().find_map(|(at, event)| {
            let command = bound_to(event)?;
            (!(typing && command.spec().yields_to_typing)).then_some((at, command))
        })?;
        input.events.remove(at);
        Some(command)
    })
}

/// The command of a key event. The event's own modifiers count, since those of the moment may be let go by now.
fn bound_to(event: &egui::Event) -> Option<Command> {
    let egui::Event::Key {
        key,
        pressed: true,
        modifiers,
        ..
    } = event
    else {
        return None;
    };
    let bound = COMMANDS.iter().find(|spec| {
        let mut keys = spec.keys.iter();
        keys.any(|keys| keys.logical_key == *key && modifiers.matches_exact(keys.modifiers))
    });
    bound.map(|spec| spec.command)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_command_has_a_row_and_no_keys_are_shared() {
        // The last variant; the others come before it.
        for number in 0..=Command::Palette as usize {
            let rows = COMMANDS
                .iter()
                .filter(|spec| spec.command as usize == number);
            assert_eq!(rows.count(), 1, "command {number}");
        }
        let texts: HashSet<_> = COMMANDS.iter().map(|spec| spec.text).collect();
        assert_eq!(texts.len(), COMMANDS.len());
        let keys: Vec<_> = COMMANDS.iter().flat_map(|spec| spec.keys).collect();
        let distinct: HashSet<_> = keys.iter().map(|keys| format!("{keys:?}")).collect();
        assert_eq!(distinct.len(), keys.len());
    }
}
