//! Which keys give which command: the usual ones of the table, and what a person made of them.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use egui::{Context, Event, Id, Key, KeyboardShortcut};

use super::command::{Command, WhileTyping};
use super::commands::COMMANDS;
use super::keys;
use super::typed_ahead;
use super::widgets::field;

/// The keys of every command.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Keymap {
    /// All keys of the commands whose keys are not the usual ones.
    changed: HashMap<Command, Vec<KeyboardShortcut>>,
}

impl Keymap {
    /// Takes in what was kept: keys as they are written, by the name of the command. What this version does not know
    /// is left out, and so are keys that no command may have; keys named twice go to the command that was changed.
    pub fn read(kept: &BTreeMap<String, Vec<String>>) -> Self {
        let mut map = Self::default();
        let mut taken = HashSet::new();
        for spec in COMMANDS.iter().filter(|spec| !spec.has_fixed_keys) {
            let Some(written) = kept.get(&spec.command.name()) else {
                continue;
            };
            let known = written.iter().filter_map(|written| keys::read(written));
            let own = known
                .filter(|keys| keys::why_refused(*keys, spec.command).is_none())
                .filter(|keys| taken.insert(*keys))
                .collect();
            map.set(spec.command, own);
        }
        for spec in COMMANDS
            .iter()
            .filter(|spec| !kept.contains_key(&spec.command.name()))
        {
            let left = spec.keys.iter().copied();
            let left = left.filter(|keys| !taken.contains(keys)).collect();
            map.set(spec.command, left);
        }
        map
    }

    /// What is to be kept: only what is not as usual.
    pub fn kept(&self) -> BTreeMap<String, Vec<String>> {
        let changed = self.changed.iter();
        changed
            .map(|(command, keys)| {
                let written = keys.iter().copied().map(keys::written).collect();
                (command.name(), written)
            })
            .collect()
    }

    /// The keys of a command; the first is shown where one is.
    pub fn keys(&self, command: Command) -> &[KeyboardShortcut] {
        let changed = self.changed.get(&command).map(Vec::as_slice);
        changed.unwrap_or(command.spec().keys)
    }

    /// True when the keys of a command are not the usual ones.
    pub fn is_changed(&self, command: Command) -> bool {
        self.changed.contains_key(&command)
    }

    /// True when all keys are the usual ones.
    pub fn is_usual(&self) -> bool {
        self.changed.is_empty()
    }

    /// The command that has these keys.
    pub fn holder(&self, keys: KeyboardShortcut) -> Option<Command> {
        let mut commands = COMMANDS.iter().map(|spec| spec.command);
        commands.find(|command| self.keys(*command).contains(&keys))
    }

    /// Gives keys to a command, besides those it has, and takes them from whichever had them.
    pub fn give(&mut self, command: Command, keys: KeyboardShortcut) {
        self.free(keys);
        let mut own = self.keys(command).to_vec();
        own.push(keys);
        self.set(command, own);
    }

    /// Takes all keys from a command.
    pub fn clear(&mut self, command: Command) {
        self.set(command, Vec::new());
    }

    /// Gives a command its usual keys again, and takes them from whichever has them now.
    pub fn reset(&mut self, command: Command) {
        for keys in command.spec().keys {
            self.free(*keys);
        }
        self.changed.remove(&command);
    }

    /// Takes keys from the command that has them.
    fn free(&mut self, keys: KeyboardShortcut) {
        if let Some(holder) = self.holder(keys) {
            let left = self.keys(holder).iter().copied();
            let left = left.filter(|other| *other != keys).collect();
            self.set(holder, left);
        }
    }

    fn set(&mut self, command: Command, keys: Vec<KeyboardShortcut>) {
        if keys == command.spec().keys {
            self.changed.remove(&command);
        } else {
            self.changed.insert(command, keys);
        }
    }

    /// The command of a key event. The event's own modifiers count, since those of the moment may be let go by now.
    fn bound_to(&self, event: &Event) -> Option<(Command, KeyboardShortcut)> {
        let pressed = keys::pressed(event)?;
        // The character of a key counts before its position.
        let meant = [
            Some(pressed),
            keys::without_needed_shift(pressed),
            keys::digit_of_the_key(event),
        ];
        let mut bound = meant.into_iter().flatten();
        bound.find_map(|keys| Some((self.holder(keys)?, keys)))
    }

    /// The words with every usual shortcut in them replaced by the one that is set, as `format` writes it.
    pub fn in_words(&self, words: &str, format: impl Fn(&KeyboardShortcut) -> String) -> String {
        let replaced = words.split_inclusive([' ', ',', '.', ')', '(', ';', ':']);
        replaced
            .map(|piece| {
                let word = piece.trim_end_matches([' ', ',', '.', ')', '(', ';', ':']);
                let usual = keys::read(word);
                let command = usual.and_then(|usual| {
                    let mut specs = COMMANDS.iter();
                    specs.find(|spec| spec.keys.contains(&usual))
                });
                let now = command.and_then(|spec| self.keys(spec.command).first());
                match now {
                    Some(now) => format!("{}{}", format(now), &piece[word.len()..]),
                    None => piece.to_owned(),
                }
            })
            .collect()
    }
}

fn place() -> Id {
    Id::unique("the keys of every command")
}

/// Lets these keys hold in the window.
pub fn install(ctx: &Context, map: Keymap) {
    ctx.data_mut(|data| data.insert_temp(place(), Arc::new(map)));
}

/// The keys that hold in the window.
pub fn of(ctx: &Context) -> Arc<Keymap> {
    let set = ctx.data(|data| data.get_temp::<Arc<Keymap>>(place()));
    set.unwrap_or_default()
}

/// Keys as they stand on a keyboard: "Ctrl+,", which egui spells out.
pub fn shown(ctx: &Context, keys: &KeyboardShortcut) -> String {
    let spelled = ctx.format_shortcut(keys);
    let sign = match keys.logical_key {
        Key::Comma => ",",
        Key::Period => ".",
        Key::Slash => "/",
        Key::Semicolon => ";",
        _ => return spelled,
    };
    match spelled.strip_suffix(keys.logical_key.name()) {
        Some(held) => format!("{held}{sign}"),
        None => spelled,
    }
}

impl Command {
    /// The shown shortcut as people write it: "Ctrl+Z"; empty where it has none.
    pub fn shortcut_text(self, ctx: &Context) -> String {
        let map = of(ctx);
        let keys = map.keys(self).first();
        keys.map(|keys| shown(ctx, keys)).unwrap_or_default()
    }

    /// Words with the shortcut in brackets behind them, where there is one.
    pub fn with_shortcut(self, ctx: &Context, words: &str) -> String {
        let keys = self.shortcut_text(ctx);
        if keys.is_empty() {
            words.to_owned()
        } else {
            format!("{words} ({keys})")
        }
    }
}

/// The command whose keys were pressed this frame. Cut, copy and paste arrive as events of their own. While a list has
/// the keyboard, letters look for a row.
pub fn pressed(ctx: &Context, in_list: bool) -> Option<Command> {
    let typing = ctx.text_edit_focused();
    // Asked before the input is held: within it the context cannot be asked again.
    let holds_typed_text = !field::was_untouched(ctx);
    let from_events = ctx.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Cut => Some(Command::Cut),
            Event::Copy => Some(Command::Copy),
            Event::Paste(_) => Some(Command::Paste),
            _ => None,
        })
    });
    if let Some(command) = from_events {
        return (!typing).then_some(command);
    }
    taken(ctx, |command, pressed| {
        let yields = match command.spec().while_typing {
            WhileTyping::Works => keys::edit_text(pressed),
            WhileTyping::Yields => true,
            WhileTyping::YieldsToTypedText => {
                let is_typed = keys::edit_text(pressed) && !keys::undo_text(pressed);
                is_typed || holds_typed_text
            }
        };
        let is_taken = (typing && yields) || (in_list && keys::are_a_letter(pressed));
        !is_taken
    })
}

/// The command whose keys were pressed this frame, of those that can be given wherever one is, such as in a dialog.
pub fn pressed_anywhere(ctx: &Context) -> Option<Command> {
    let typing = ctx.text_edit_focused();
    taken(ctx, |command, pressed| {
        command.spec().works_anywhere && !(typing && keys::edit_text(pressed))
    })
}

/// Takes the first key event of a command that fits.
fn taken(ctx: &Context, fits: impl Fn(Command, KeyboardShortcut) -> bool) -> Option<Command> {
    let map = of(ctx);
    let (command, behind) = ctx.input_mut(|input| {
        let (at, command) = input.events.iter().enumerate().find_map(|(at, event)| {
            let (command, pressed) = map.bound_to(event)?;
            fits(command, pressed).then_some((at, command))
        })?;
        input.events.remove(at);
        let opens_search = command == Command::Palette;
        let behind = opens_search.then(|| typed_ahead::drain(&mut input.events, at));
        Some((command, behind))
    })?;
    if let Some(behind) = behind {
        typed_ahead::begin(ctx, behind);
    }
    Some(command)
}

#[cfg(test)]
mod tests {
    use egui::Modifiers;

    use super::*;

    #[test]
    fn a_comma_is_shown_as_it_stands_on_its_key() {
        let ctx = Context::default();
        let said = |key| shown(&ctx, &KeyboardShortcut::new(Modifiers::CTRL, key));
        assert_eq!(said(Key::Comma), "Ctrl+,");
        assert_eq!(said(Key::Z), "Ctrl+Z");
    }

    /// On most keyboards a plus is typed with Shift, which is no part of what is meant.
    #[test]
    fn shift_that_a_sign_needs_is_no_other_shortcut() {
        let event = |key, modifiers| Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        let command = |key, modifiers| {
            let bound = Keymap::default().bound_to(&event(key, modifiers));
            bound.map(|(command, _)| command)
        };
        let usual = Modifiers::COMMAND;
        assert_eq!(command(Key::Plus, usual), Some(Command::ZoomIn));
        assert_eq!(
            command(Key::Plus, usual | Modifiers::SHIFT),
            Some(Command::ZoomIn)
        );
        assert_ne!(
            command(Key::P, usual | Modifiers::SHIFT),
            command(Key::P, usual)
        );
    }

    /// On a French keyboard the digits are the upper half of keys whose lower half gives other signs.
    #[test]
    fn digits_are_reached_on_keyboards_that_have_them_on_the_upper_half() {
        let command = |key, physical, modifiers| {
            let bound = Keymap::default().bound_to(&Event::Key {
                key,
                physical_key: Some(physical),
                pressed: true,
                repeat: false,
                modifiers,
            });
            bound.map(|(command, _)| command)
        };
        let ctrl = Modifiers::COMMAND;
        // The key of the 4 gives an apostrophe, with Shift the digit.
        let charts = Some(Command::FillCharts);
        assert_eq!(command(Key::Quote, Key::Num4, ctrl), charts);
        assert_eq!(
            command(Key::Num4, Key::Num4, ctrl | Modifiers::SHIFT),
            charts
        );
        assert_eq!(
            command(Key::Exclamationmark, Key::Num1, ctrl),
            Some(Command::ToggleLibrary)
        );
        // The character comes first: with this layout the key of the 6 gives a minus.
        assert_eq!(command(Key::Minus, Key::Num6, ctrl), Some(Command::ZoomOut));
        // Without Ctrl it is text, and letters go by their character.
        assert_eq!(command(Key::Quote, Key::Num4, Modifiers::NONE), None);
        assert_eq!(command(Key::A, Key::Q, ctrl), None);
    }

    fn keys_of(written: &str) -> KeyboardShortcut {
        keys::read(written).unwrap()
    }

    fn kept(changes: &[(&str, &[&str])]) -> BTreeMap<String, Vec<String>> {
        let changes = changes.iter();
        changes
            .map(|(name, keys)| {
                let keys = keys.iter().map(|it| (*it).to_owned()).collect();
                ((*name).to_owned(), keys)
            })
            .collect()
    }

    #[test]
    fn keys_that_are_given_are_taken_from_whoever_had_them_and_come_back() {
        let mut map = Keymap::default();
        let print = keys_of("Ctrl+P");
        assert_eq!(map.holder(print), Some(Command::Print));
        map.give(Command::Rules, print);
        assert_eq!(map.holder(print), Some(Command::Rules));
        assert!(map.keys(Command::Print).is_empty());
        map.reset(Command::Print);
        assert_eq!(map.holder(print), Some(Command::Print));
        assert!(!map.keys(Command::Rules).contains(&print));
        map.reset(Command::Rules);
        assert!(map.is_usual() && map.kept().is_empty());
    }

    #[test]
    fn what_is_kept_is_read_again() {
        let mut map = Keymap::default();
        map.give(Command::ToggleTheme, keys_of("Ctrl+Shift+T"));
        map.clear(Command::Undo);
        map.give(Command::NextWeek, keys_of("Alt+Down"));
        assert_eq!(Keymap::read(&map.kept()), map);
    }

    #[test]
    fn of_keys_that_are_kept_twice_the_change_counts_and_nonsense_does_not() {
        let map = Keymap::read(&kept(&[
            ("Rules", &["Ctrl+P", "Ctrl+Nonsense", "Tab"]),
            ("BetterWeek", &["Ctrl+P"]),
            ("Copy", &["Ctrl+Shift+K"]),
            ("OfALaterVersion", &["Ctrl+J"]),
        ]));
        assert_eq!(map.holder(keys_of("Ctrl+P")), Some(Command::BetterWeek));
        let holders = COMMANDS
            .iter()
            .filter(|spec| map.keys(spec.command).contains(&keys_of("Ctrl+P")));
        assert_eq!(holders.count(), 1);
        assert_eq!(map.holder(keys_of("Ctrl+J")), None);
        assert_eq!(map.holder(keys_of("Ctrl+Shift+K")), None);
        assert_eq!(map.keys(Command::Copy), Command::Copy.spec().keys);
    }

    #[test]
    fn words_name_the_keys_that_are_set() {
        let mut map = Keymap::default();
        map.clear(Command::Palette);
        map.give(Command::Palette, keys_of("Ctrl+J"));
        let format = |keys: &KeyboardShortcut| keys::written(*keys);
        let words = map.in_words("the search (Ctrl+K), or Ctrl+Z. A 5x60 M", format);
        assert_eq!(words, "the search (Ctrl+J), or Ctrl+Z. A 5x60 M");
    }

    #[test]
    fn a_letter_that_was_given_to_a_command_is_still_typed_into_fields() {
        let ctx = Context::default();
        let mut map = Keymap::default();
        map.give(Command::Print, keys_of("P"));
        install(&ctx, map);
        let event = Event::Key {
            key: Key::P,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let input = egui::RawInput {
            events: vec![event],
            ..egui::RawInput::default()
        };
        let mut given = None;
        let _ = ctx.run_ui(input.clone(), |ui| given = pressed(ui.ctx(), true));
        assert_eq!(given, None, "in a list it looks for a row");
        let _ = ctx.run_ui(input, |ui| given = pressed(ui.ctx(), false));
        assert_eq!(given, Some(Command::Print));
    }
}
