//! Keys on their own: how they are written, and which of them no command may have.

use egui::{Event, Key, KeyboardShortcut, Modifiers};

use super::command::Command;

const CTRL: &str = "Ctrl";
const ALT: &str = "Alt";
const SHIFT: &str = "Shift";

/// As they are kept: "Ctrl+Shift+D". On a Mac, "Ctrl" is the command key.
pub fn written(keys: KeyboardShortcut) -> String {
    let held = keys.modifiers;
    let named = [
        (held.command || held.ctrl, CTRL),
        (held.alt, ALT),
        (held.shift, SHIFT),
    ];
    let mut words: Vec<&str> = named
        .iter()
        .filter_map(|(held, name)| held.then_some(*name))
        .collect();
    words.push(keys.logical_key.name());
    words.join("+")
}

/// Reads keys as they are kept, or as the guide writes them.
pub fn read(words: &str) -> Option<KeyboardShortcut> {
    let mut modifiers = Modifiers::NONE;
    let mut rest = words;
    for (name, held) in [
        (CTRL, Modifiers::COMMAND),
        (ALT, Modifiers::ALT),
        (SHIFT, Modifiers::SHIFT),
    ] {
        if let Some(after) = rest.strip_prefix(name).and_then(|it| it.strip_prefix('+')) {
            modifiers = modifiers.plus(held);
            rest = after;
        }
    }
    let key = Key::from_name(rest).filter(|key| !is_held(*key))?;
    Some(KeyboardShortcut::new(modifiers, key))
}

/// True for keys that are held while another is pressed, or that switch what the others do: they come as keys of their
/// own, too, before the one that is meant.
fn is_held(key: Key) -> bool {
    let held = [
        Key::ShiftLeft,
        Key::ShiftRight,
        Key::ControlLeft,
        Key::ControlRight,
        Key::AltLeft,
        Key::AltRight,
        Key::SuperLeft,
        Key::SuperRight,
        Key::CapsLock,
        Key::NumLock,
        Key::ScrollLock,
        Key::Fn,
    ];
    held.contains(&key)
}

/// The keys of an event in which some were pressed.
pub fn pressed(event: &Event) -> Option<KeyboardShortcut> {
    let Event::Key {
        key,
        pressed: true,
        modifiers,
        ..
    } = event
    else {
        return None;
    };
    if is_held(*key) {
        return None;
    }
    let held = Modifiers {
        alt: modifiers.alt,
        shift: modifiers.shift,
        command: modifiers.command,
        // On a Mac the control key is one of its own; elsewhere it is what `command` says.
        ctrl: modifiers.ctrl && !modifiers.command,
        mac_cmd: false,
    };
    Some(KeyboardShortcut::new(held, *key))
}

/// The same keys without Shift, for signs that many keyboards have on the upper half of a key: there nobody can type
/// them without it. On a French keyboard digits are among them.
pub fn without_needed_shift(keys: KeyboardShortcut) -> Option<KeyboardShortcut> {
    use Key::{
        CloseCurlyBracket, Colon, Exclamationmark, OpenCurlyBracket, Pipe, Plus, Questionmark,
    };

    let needs_shift = is_digit(keys.logical_key)
        || matches!(
            keys.logical_key,
            Plus | Questionmark
                | Exclamationmark
                | Colon
                | Pipe
                | OpenCurlyBracket
                | CloseCurlyBracket
        );
    (needs_shift && keys.modifiers.shift).then(|| {
        let held = Modifiers {
            shift: false,
            ..keys.modifiers
        };
        KeyboardShortcut::new(held, keys.logical_key)
    })
}

/// The digit that stands on the key that was pressed, where pressing it gives another sign: on a French keyboard the
/// key of the 1 gives “&”, and who reads “Ctrl+1” presses it.
pub fn digit_of_the_key(event: &Event) -> Option<KeyboardShortcut> {
    let Event::Key {
        physical_key: Some(physical),
        ..
    } = event
    else {
        return None;
    };
    let keys = pressed(event)?;
    let is_upper_half = is_digit(*physical) && !is_digit(keys.logical_key);
    is_upper_half.then(|| KeyboardShortcut::new(keys.modifiers, *physical))
}

fn is_digit(key: Key) -> bool {
    use Key::{Num0, Num1, Num2, Num3, Num4, Num5, Num6, Num7, Num8, Num9};
    matches!(
        key,
        Num0 | Num1 | Num2 | Num3 | Num4 | Num5 | Num6 | Num7 | Num8 | Num9
    )
}

/// Why a command cannot have these keys; `None` when it can.
pub fn why_refused(keys: KeyboardShortcut, command: Command) -> Option<&'static str> {
    use Key::{A, ArrowDown, ArrowLeft, ArrowRight, ArrowUp, C, Copy, Cut, Delete, End, Enter};
    use Key::{Backspace, Escape, F4, H, Home, Insert, PageDown, PageUp, Paste, Q, Space, Tab};
    use Key::{V, X, Y, Z};
    let KeyboardShortcut {
        modifiers: held,
        logical_key: key,
    } = keys;
    let ctrl = held.command || held.ctrl;
    let alone = !ctrl && !held.alt;
    match key {
        Tab => Some("Tab goes from control to control."),
        Escape => Some("Escape leaves fields and dialogs."),
        Enter | Space if alone => Some("Enter and the space bar press what has the focus."),
        ArrowUp | ArrowDown | ArrowLeft | ArrowRight | Home | End | PageUp | PageDown if alone => {
            Some("It goes through lists and text.")
        }
        F4 | Space if held.alt && !ctrl => Some("It belongs to the system."),
        Q | H if ctrl && cfg!(target_os = "macos") => Some("It belongs to the system."),
        Copy | Cut | Paste => Some("It belongs to the clipboard."),
        X | C | V if ctrl && !held.alt && !held.shift => Some("It belongs to the clipboard."),
        Insert if ctrl != held.shift && !held.alt => Some("It belongs to the clipboard."),
        Delete if held.shift && alone => Some("It belongs to the clipboard."),
        A if ctrl && !held.shift && !held.alt => Some("It selects all text of a field."),
        Z | Y if ctrl && !held.alt && !matches!(command, Command::Undo | Command::Redo) => {
            Some("In every field it undoes or redoes what was typed.")
        }
        ArrowLeft | ArrowRight | ArrowUp | ArrowDown | Home | End | Backspace | Delete
            if ctrl && !held.alt =>
        {
            Some("It goes through text or deletes words.")
        }
        // Many keyboard layouts type characters with Ctrl+Alt.
        _ if ctrl && held.alt => Some("Ctrl+Alt types characters on many keyboards."),
        _ => None,
    }
}

/// True when a text field that is being typed into needs these keys.
pub fn edit_text(keys: KeyboardShortcut) -> bool {
    let held = keys.modifiers;
    let ctrl = held.command || held.ctrl;
    undo_text(keys) || (!ctrl && !held.alt && !is_function_key(keys.logical_key))
}

/// True for the keys with which a text field takes back what was typed into it, or types it again.
pub fn undo_text(keys: KeyboardShortcut) -> bool {
    let held = keys.modifiers;
    (held.command || held.ctrl) && matches!(keys.logical_key, Key::Z | Key::Y)
}

/// True for what is typed without Ctrl and Alt and leaves a sign.
pub fn are_a_letter(keys: KeyboardShortcut) -> bool {
    let deletes = matches!(keys.logical_key, Key::Delete | Key::Backspace);
    let held = keys.modifiers;
    !held.command && !held.ctrl && !held.alt && !deletes && !is_function_key(keys.logical_key)
}

/// F1, F2 and so on.
fn is_function_key(key: Key) -> bool {
    let name = key.name();
    let number = name.strip_prefix('F').unwrap_or_default();
    !number.is_empty() && number.chars().all(|sign| sign.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::commands::COMMANDS;

    #[test]
    fn keys_are_read_as_they_are_written() {
        for spec in COMMANDS {
            for keys in spec.keys {
                assert_eq!(read(&written(*keys)), Some(*keys), "{}", written(*keys));
            }
        }
        assert_eq!(read("Ctrl"), None);
        assert_eq!(read("Ctrl+"), None);
        assert_eq!(read("Shift"), None);
        assert_eq!(read(""), None);
        assert_eq!(read("Ctrl+ControlLeft"), None);
    }

    #[test]
    fn no_usual_keys_are_refused() {
        for spec in COMMANDS.iter().filter(|spec| !spec.has_fixed_keys) {
            for keys in spec.keys {
                assert_eq!(why_refused(*keys, spec.command), None, "{}", spec.text);
            }
        }
    }

    #[test]
    fn keys_of_the_system_and_of_text_are_refused() {
        for words in [
            "Tab",
            "Ctrl+Tab",
            "Escape",
            "Enter",
            "Space",
            "Down",
            "Shift+Down",
            "Home",
            "Ctrl+C",
            "Ctrl+V",
            "Ctrl+X",
            "Ctrl+A",
            "Ctrl+Z",
            "Ctrl+Shift+Z",
            "Ctrl+Left",
            "Ctrl+Shift+Left",
            "Ctrl+Backspace",
            "Shift+Delete",
            "Shift+Insert",
            "Ctrl+Insert",
            "Alt+F4",
            "Ctrl+Alt+E",
        ] {
            let keys = read(words).unwrap();
            assert!(why_refused(keys, Command::Print).is_some(), "{words}");
        }
        for words in ["F5", "Ctrl+J", "Alt+P", "Shift+P", "P", "Ctrl+Shift+Enter"] {
            let keys = read(words).unwrap();
            assert_eq!(why_refused(keys, Command::Print), None, "{words}");
        }
    }

    #[test]
    fn what_leaves_a_sign_belongs_to_a_field() {
        let is_text = |words: &str| edit_text(read(words).unwrap());
        assert!(is_text("P") && is_text("Shift+P") && is_text("Delete") && is_text("Ctrl+Z"));
        assert!(!is_text("F5") && !is_text("Ctrl+P") && !is_text("Alt+P"));
    }
}
