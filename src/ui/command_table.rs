//! The table row of a command, found by its value.

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

    /// True when its keys cannot be changed: the system itself turns them into events of the clipboard.
    pub fn has_fixed_keys(self) -> bool {
        matches!(self, Self::Cut | Self::Copy | Self::Paste)
    }

    /// True when it can be given while no athlete is shown.
    pub fn needs_nobody(self) -> bool {
        let is_of_window = matches!(
            self,
            Self::Palette | Self::Settings | Self::ToggleTheme | Self::ChangeShortcuts
        ) || matches!(self, Self::Shortcuts | Self::About)
            || self.works_anywhere();
        let is_of_workspace = matches!(
            self,
            Self::NewAthlete | Self::NewWorkspace | Self::OpenWorkspace | Self::OpenPackage
        ) || matches!(self, Self::Backups | Self::SignAs);
        is_of_window || is_of_workspace || matches!(self, Self::Undo | Self::Redo)
    }

    /// True when its keys hold wherever one is, in a dialog as well.
    pub fn works_anywhere(self) -> bool {
        matches!(
            self,
            Self::Help | Self::ZoomIn | Self::ZoomOut | Self::ZoomReset
        )
    }
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
