//! Short words for the keys of a row.

use egui::{Key, KeyboardShortcut, Modifiers};

pub(super) const NONE: Modifiers = Modifiers::NONE;
pub(super) const ALT: Modifiers = Modifiers::ALT;
pub(super) const CTRL: Modifiers = Modifiers::COMMAND;
pub(super) const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
pub(super) const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

pub(super) const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}
