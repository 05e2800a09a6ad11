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

    /// Those that can be done with several selected sessions at once, deleting them last.
    pub fn for_several() -> impl Iterator<Item = Self> {
        let all = COMMANDS.iter().filter(|spec| spec.for_several);
        let all = all.map(|spec| spec.command);
        let others = all.clone().filter(|command| *command != Self::Delete);
        others.chain(all.filter(|command| *command == Self::Delete))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_command_has_a_row_and_no_keys_are_shared() {
        // That none is missing the compiler cannot say; tests/it/house/tables.rs reads it from the source.
        let commands: HashSet<_> = COMMANDS.iter().map(|spec| spec.command.name()).collect();
        assert_eq!(commands.len(), COMMANDS.len());
        let texts: HashSet<_> = COMMANDS.iter().map(|spec| spec.text).collect();
        assert_eq!(texts.len(), COMMANDS.len());
        let keys: Vec<_> = COMMANDS.iter().flat_map(|spec| spec.keys).collect();
        let distinct: HashSet<_> = keys.iter().map(|keys| format!("{keys:?}")).collect();
        assert_eq!(distinct.len(), keys.len());
    }
}
