//! The list of commands with their keys, and below the chosen one what can be done with its keys.

use egui::{
    Align2, CornerRadius, Id, Key, Modifiers, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::ui::command::{Category, Command, CommandSpec};
use crate::ui::commands::COMMANDS;
use crate::ui::theme::{Palette, Weight, font, text};
use crate::ui::widgets::aside;
use crate::ui::widgets::buttons;
use crate::ui::widgets::row_keys::RowKeys;

use super::catching::{Catching, Caught, Giving, plain};
use super::form::ShortcutsForm;

/// Height of a row in points.
const HEIGHT: f32 = 28.0;
/// Between a row and words above or below it, in points: the ring around a row that has the keyboard lies over nothing.
const RING: f32 = 4.0;
/// Width that the keys of a row take at the most, in points.
const KEYS: f32 = 200.0;

impl ShortcutsForm {
    /// Draws the commands that are looked for.
    pub(super) fn list_ui(&mut self, ui: &mut Ui, palette: &Palette) {
        ui.spacing_mut().item_spacing.y = 1.0;
        let found: Vec<&CommandSpec> = COMMANDS
            .iter()
            .filter(|spec| self.is_meant(ui, spec))
            .collect();
        let mut keys = RowKeys::begin(ui, Id::unique("commands and their keys"));
        let in_search =
            ui.memory(egui::Memory::focused) == Some(Id::unique("command to be given keys"));
        if in_search && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
            keys.enter(ui);
        }
        let mut category: Option<Category> = None;
        for spec in &found {
            if category != Some(spec.category) {
                category = Some(spec.category);
                ui.add_space(6.0);
                let heading = text(spec.category.title(), 11.5, Weight::SemiBold);
                ui.label(heading.color(palette.text_faint));
                ui.add_space(RING);
            }
            self.row_ui(ui, palette, spec, &mut keys);
            if self.chosen == Some(spec.command) {
                self.change_ui(ui, palette, spec.command);
            }
        }
        keys.end(ui);
        if found.is_empty() {
            let words = text(
                "No command has that name or those keys.",
                12.0,
                Weight::Regular,
            );
            ui.label(words.color(palette.text_soft));
        }
    }

    /// True when every typed word is in a command's name or keys.
    fn is_meant(&self, ui: &Ui, spec: &CommandSpec) -> bool {
        let about = format!("{} {}", spec.text, self.keys_text(ui, spec.command));
        let about = about.to_lowercase();
        let query = self.query.to_lowercase();
        query.split_whitespace().all(|word| about.contains(word))
    }

    /// "Ctrl+Shift+Z, Ctrl+Y".
    fn keys_text(&self, ui: &Ui, command: Command) -> String {
        let keys = self.keys.keys(command).iter();
        let keys: Vec<_> = keys
            .map(|keys| crate::ui::keymap::shown(ui.ctx(), keys))
            .collect();
        keys.join(", ")
    }

    fn row_ui(&mut self, ui: &mut Ui, palette: &Palette, spec: &CommandSpec, keys: &mut RowKeys) {
        let chosen = self.chosen == Some(spec.command);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width() - 6.0, HEIGHT));
        let id = Id::unique(("command", spec.command));
        let sense = keys.row(id, spec.text, chosen, Sense::click());
        let response = ui.interact(rect, id, sense);
        let shown = self.keys_text(ui, spec.command);
        let said = if shown.is_empty() { "no keys" } else { &shown };
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(said.to_owned()),
            ..WidgetInfo::selected(Role::Button, true, chosen, spec.text)
        });
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        if ui.is_rect_visible(rect) {
            let changed = self.keys.is_changed(spec.command);
            let hovered = response.hovered();
            paint_row(ui, palette, rect, (chosen, hovered));
            paint_words(ui, palette, rect, spec.text, &shown, changed);
        }
        if response.on_hover_text(spec.tooltip).clicked() {
            self.chosen = (!chosen).then_some(spec.command);
            self.catching = None;
            self.told = None;
        }
    }

    /// What can be done with the keys of the chosen command.
    fn change_ui(&mut self, ui: &mut Ui, palette: &Palette, command: Command) {
        ui.add_space(RING);
        ui.indent(("keys of", command), |ui| {
            if command.spec().has_fixed_keys {
                let words = "The system turns these keys into cut, copy and paste itself.";
                aside::soft_ui(ui, palette, 12.0, words);
                return;
            }
            match self.catching.take() {
                Some(catching) => self.catch_ui(ui, palette, command, catching),
                None => self.buttons_ui(ui, command),
            }
        });
        ui.add_space(4.0);
    }

    fn buttons_ui(&mut self, ui: &mut Ui, command: Command) {
        let has_keys = !self.keys.keys(command).is_empty();
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            let change = if has_keys {
                "Change keys…"
            } else {
                "Set keys…"
            };
            if buttons::small_ui(ui, change).clicked() {
                self.catching = Some(Catching::new(Giving::Instead));
            }
            if has_keys && buttons::small_ui(ui, "Add keys…").clicked() {
                self.catching = Some(Catching::new(Giving::Besides));
            }
            if has_keys && buttons::small_ui(ui, "Remove keys").clicked() {
                self.keys.clear(command);
                self.told = Some(format!("{} has no keys now.", plain(command)));
            }
            if self.keys.is_changed(command) && buttons::small_ui(ui, "Default keys").clicked() {
                self.keys.reset(command);
                self.told = Some(format!("{} is back to its default keys.", plain(command)));
            }
        });
    }

    fn catch_ui(
        &mut self,
        ui: &mut Ui,
        palette: &Palette,
        command: Command,
        mut catching: Catching,
    ) {
        match catching.ui(ui, palette, command, &self.keys) {
            Caught::Nothing => self.catching = Some(catching),
            Caught::Left => {}
            Caught::Keys(keys) => {
                let before = self.keys.holder(keys).filter(|holder| *holder != command);
                if catching.giving == Giving::Instead {
                    self.keys.clear(command);
                }
                self.keys.give(command, keys);
                let shown = crate::ui::keymap::shown(ui.ctx(), &keys);
                let mut told = format!("{} has {shown} now.", plain(command));
                if let Some(before) = before {
                    let left = if self.keys.keys(before).is_empty() {
                        "has no keys any more"
                    } else {
                        "keeps its other keys"
                    };
                    told = format!("{told} {} {left}.", plain(before));
                }
                self.told = Some(told);
                // Focus the command again, so that arrows go on from it.
                let row = Id::unique(("command", command));
                ui.memory_mut(|memory| memory.request_focus(row));
            }
        }
    }
}

fn paint_row(ui: &Ui, palette: &Palette, rect: Rect, (chosen, hovered): (bool, bool)) {
    let corners = CornerRadius::same(6);
    if chosen || hovered {
        let fill = if chosen {
            palette.accent_soft
        } else {
            palette.well
        };
        ui.painter().rect_filled(rect, corners, fill);
    }
}

fn paint_words(ui: &Ui, palette: &Palette, rect: Rect, name: &str, keys: &str, changed: bool) {
    let middle = rect.center().y;
    let painter = ui.painter();
    let left = pos2(rect.left() + 8.0, middle);
    let (ink, weight) = (palette.text, Weight::Regular);
    painter.text(left, Align2::LEFT_CENTER, name, font(13.0, weight), ink);
    let (ink, weight) = if changed {
        (palette.accent, Weight::SemiBold)
    } else {
        (palette.text_soft, Weight::Medium)
    };
    let room = painter.with_clip_rect(Rect::from_min_max(
        pos2((rect.right() - KEYS).max(rect.left()), rect.top()),
        rect.max,
    ));
    let right = pos2(rect.right() - 8.0, middle);
    room.text(right, Align2::RIGHT_CENTER, keys, font(12.5, weight), ink);
}
