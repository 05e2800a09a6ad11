//! What the keyboard does to a window.

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use super::support::Window;

impl Window {
    /// Presses a key.
    pub(super) fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    /// Presses a key while others are held.
    pub(super) fn key_with(&mut self, held: Modifiers, key: Key) {
        self.harness.key_press_modifiers(held, key);
        self.settle();
    }

    /// Presses a key with the command key.
    pub(super) fn command_key(&mut self, key: Key) {
        self.key_with(Modifiers::COMMAND, key);
    }

    /// Types into whatever has the keyboard.
    pub(super) fn letters(&mut self, typed: &str) {
        self.harness.event(Event::Text(typed.to_owned()));
        self.settle();
    }

    /// Opens the search and types into it.
    pub(super) fn search(&mut self, typed: &str) {
        self.command_key(Key::K);
        self.letters(typed);
    }

    /// Runs a command by its name.
    pub(super) fn command(&mut self, name: &str) {
        self.search(name);
        self.key(Key::Enter);
    }

    /// What has the keyboard, by its name.
    #[expect(
        clippy::redundant_closure_for_method_calls,
        reason = "the method itself holds for one lifetime of a node only"
    )]
    pub(super) fn focused(&self) -> String {
        let node = self.harness.query_all_by(|node| node.is_focused()).next();
        let name = node.and_then(|node| node.accesskit_node().label());
        name.unwrap_or_default()
    }

    /// Walks backwards with Tab to the first thing whose name is `label` or begins with it.
    #[track_caller]
    pub(super) fn tab_to(&mut self, label: &str) {
        for _ in 0..300 {
            if self.node(label).is_focused() {
                return;
            }
            self.key_with(Modifiers::SHIFT, Key::Tab);
        }
        panic!("Tab never reaches {label:?}");
    }

    /// Walks forwards with Tab to what bears this very name.
    #[track_caller]
    pub(super) fn tab_to_exactly(&mut self, name: &str) {
        for _ in 0..300 {
            if self.focused() == name {
                return;
            }
            self.key(Key::Tab);
        }
        panic!("Tab never reaches {name:?}");
    }
}
