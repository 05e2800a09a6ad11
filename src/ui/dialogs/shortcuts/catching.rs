//! Waiting for keys to be pressed, and asking where they belong to another command.

use egui::{Event, EventFilter, Id, Key, KeyboardShortcut, Label, Role, Sense, Ui, WidgetInfo};

use crate::ui::command::Command;
use crate::ui::keymap::Keymap;
use crate::ui::keys;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, live};

/// Around words that have a ring around them while they have the keyboard, in points.
const GAP: f32 = 4.0;

/// How keys that are caught go to a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Giving {
    /// In place of all it has.
    Instead,
    /// Besides those it has.
    Besides,
}

/// Keys that are waited for.
#[derive(Debug)]
pub(super) struct Catching {
    /// What to do with the keys that the command has.
    pub(super) giving: Giving,
    /// Why the keys pressed last cannot be taken.
    refused: Option<String>,
    /// Keys that belong to another command.
    taken: Option<KeyboardShortcut>,
    /// What takes the keys has yet to get the keyboard.
    focus: bool,
}

/// What the keys of a frame came to: nothing yet, given up, or keys.
pub(super) enum Caught {
    /// Nothing yet.
    Nothing,
    /// Nothing is to come.
    Left,
    /// These keys, whoever had them.
    Keys(KeyboardShortcut),
}

impl Catching {
    /// Begins to wait.
    pub(super) fn new(giving: Giving) -> Self {
        Self {
            giving,
            refused: None,
            taken: None,
            focus: true,
        }
    }

    /// Draws what is waited for, or the question that came up.
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        palette: &Palette,
        command: Command,
        keys: &Keymap,
    ) -> Caught {
        match self
            .taken
            .and_then(|taken| Some((taken, keys.holder(taken)?)))
        {
            Some((taken, holder)) => self.ask_ui(ui, palette, command, taken, holder),
            None => self.wait_ui(ui, palette, command, keys),
        }
    }

    fn wait_ui(
        &mut self,
        ui: &mut Ui,
        palette: &Palette,
        command: Command,
        keys: &Keymap,
    ) -> Caught {
        let words = format!(
            "Press the keys for {}. Escape leaves them as they are.",
            plain(command)
        );
        let label = text(&words, 12.5, Weight::SemiBold).color(palette.accent);
        ui.add_space(GAP);
        let label = ui.add(Label::new(label).wrap());
        let id = Id::unique("keys are waited for");
        // The ring around it keeps off the words.
        let place = label.rect.expand2(egui::vec2(5.0, 2.0));
        let response = ui.interact(place, id, Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
        live::announce(&response);
        if std::mem::take(&mut self.focus) {
            response.request_focus();
        } else if !response.has_focus() {
            // A click went elsewhere.
            return Caught::Left;
        }
        // Tab and the arrows are keys like others here, if only to be told why they cannot be had.
        let filter = EventFilter {
            tab: true,
            escape: true,
            horizontal_arrows: true,
            vertical_arrows: true,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        if let Some(refused) = &self.refused {
            ui.add_space(2.0 * GAP);
            let refused = text(refused, 12.0, Weight::Regular);
            let caution = palette.severity(crate::rules::Severity::Caution);
            let response = ui.add(Label::new(refused.color(caution)).wrap());
            live::announce(&response);
        }
        let Some(pressed) = take_pressed(ui) else {
            return Caught::Nothing;
        };
        if pressed == KeyboardShortcut::new(egui::Modifiers::NONE, Key::Escape) {
            let row = Id::unique(("command", command));
            ui.memory_mut(|memory| memory.request_focus(row));
            return Caught::Left;
        }
        let shown = crate::ui::keymap::shown(ui.ctx(), &pressed);
        if let Some(why) = keys::why_refused(pressed, command) {
            self.refused = Some(format!("{shown} cannot be used. {why}"));
            return Caught::Nothing;
        }
        match keys.holder(pressed) {
            Some(holder) if holder == command && self.giving == Giving::Besides => {
                self.refused = Some(format!("It has {shown} already."));
                Caught::Nothing
            }
            Some(holder) if holder != command => {
                self.taken = Some(pressed);
                self.focus = true;
                ui.request_repaint();
                Caught::Nothing
            }
            _ => Caught::Keys(pressed),
        }
    }

    fn ask_ui(
        &mut self,
        ui: &mut Ui,
        palette: &Palette,
        command: Command,
        taken: KeyboardShortcut,
        holder: Command,
    ) -> Caught {
        let shown = crate::ui::keymap::shown(ui.ctx(), &taken);
        let words = format!("{shown} belongs to {}.", plain(holder));
        let caution = palette.severity(crate::rules::Severity::Caution);
        let words = text(words, 12.5, Weight::SemiBold).color(caution);
        ui.add_space(GAP);
        let response = ui.add(Label::new(words).wrap());
        live::announce(&response);
        ui.add_space(GAP);
        let mut caught = Caught::Nothing;
        ui.horizontal_wrapped(|ui| {
            let give = format!("Assign {shown} to {}", plain(command));
            let give = buttons::small_ui(ui, &give);
            if std::mem::take(&mut self.focus) {
                give.request_focus();
            }
            if give.clicked() {
                caught = Caught::Keys(taken);
            }
            if buttons::small_ui(ui, "Press other keys").clicked() {
                *self = Self::new(self.giving);
            }
            if buttons::small_ui(ui, "Cancel").clicked() {
                caught = Caught::Left;
            }
        });
        caught
    }
}

/// What a command is called within a sentence.
pub(super) fn plain(command: Command) -> &'static str {
    command.text().trim_end_matches('…')
}

/// Takes every key out of this frame, and gives the first that was pressed.
fn take_pressed(ui: &Ui) -> Option<KeyboardShortcut> {
    ui.input_mut(|input| {
        let mut pressed = None;
        input.events.retain(|event| {
            let found = match event {
                Event::Key { repeat: true, .. } | Event::Text(_) => None,
                Event::Key { .. } => keys::pressed(event),
                Event::Copy => Some(KeyboardShortcut::new(egui::Modifiers::COMMAND, Key::C)),
                Event::Cut => Some(KeyboardShortcut::new(egui::Modifiers::COMMAND, Key::X)),
                Event::Paste(_) => Some(KeyboardShortcut::new(egui::Modifiers::COMMAND, Key::V)),
                _ => return true,
            };
            pressed = pressed.or(found);
            false
        });
        pressed
    })
}
