//! What the dialog remembers while it is open.

use crate::ui::command::Command;
use crate::ui::keymap::Keymap;

use super::catching::Catching;

/// The dialog's state.
#[derive(Debug)]
pub struct ShortcutsForm {
    pub(super) keys: Keymap,
    pub(super) query: String,
    pub(super) chosen: Option<Command>,
    /// The keys that are waited for, where some are.
    pub(super) catching: Option<Catching>,
    /// What was done last, or why it was not.
    pub(super) told: Option<String>,
    /// The search has yet to get the keyboard.
    pub(super) focus: bool,
}

impl ShortcutsForm {
    /// The dialog, with the keys as they are.
    pub fn new(keys: Keymap) -> Self {
        Self {
            keys,
            query: String::new(),
            chosen: None,
            catching: None,
            told: None,
            focus: true,
        }
    }
}
