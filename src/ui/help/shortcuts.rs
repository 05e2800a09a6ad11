//! The sheet of shortcuts, made from the table of commands.

use egui::{Ui, vec2};

use crate::ui::command::{Category, Command};
use crate::ui::commands::COMMANDS;
use crate::ui::keymap;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::buttons;

/// Width of the keys, in points.
const KEYS: f32 = 170.0;

/// The groups, in the order of the sheet.
pub(super) const CATEGORIES: [Category; 7] = [
    Category::Session,
    Category::Week,
    Category::Planning,
    Category::PrintAndExport,
    Category::Athletes,
    Category::Edit,
    Category::Window,
];

/// What keys and pointer do that is no command.
const OTHERS: [(&str, &str); 10] = [
    (
        "Arrow keys",
        "In a list: the row above or below. After M: the day, and morning or evening, or on the board the week",
    ),
    (
        "Enter",
        "After M: drop the session. In a list: choose. In the library: add to the selected day",
    ),
    (
        "Escape",
        "Leave a field, cancel a drag, clear the selection",
    ),
    (
        "Tab",
        "To the next control. A list is one: arrows, Home, End and letters lead through it",
    ),
    ("Menu key or Shift+F10", "The menu of what has the keyboard"),
    ("Ctrl+Enter in a dialog", "Press its main button"),
    ("Ctrl while dropping", "Copy and do not move"),
    ("Ctrl or Shift + click", "Select several sessions"),
    ("Double-click on a day", "Add a session"),
    ("Double-click on a card", "Edit its title"),
];

/// Draws the sheet; true when the keys are to be changed, where they can be.
pub(super) fn shortcuts_ui(ui: &mut Ui, palette: &Palette, can_change: bool) -> bool {
    let map = keymap::of(ui.ctx());
    ui.label(text("Keyboard shortcuts", 20.0, Weight::SemiBold).color(palette.text));
    let search = Command::Palette.with_shortcut(ui.ctx(), "in the search");
    let hint = format!("Every command, with and without a shortcut, is {search}.");
    ui.label(text(hint, 13.0, Weight::Regular).color(palette.text_soft));
    ui.add_space(4.0);
    let changes = can_change && buttons::small_ui(ui, Command::ChangeShortcuts.text()).clicked();
    for category in CATEGORIES {
        heading_ui(ui, palette, category.title());
        let of_category = COMMANDS.iter().filter(|spec| spec.category == category);
        for spec in of_category.filter(|spec| !map.keys(spec.command).is_empty()) {
            let keys: Vec<_> = map
                .keys(spec.command)
                .iter()
                .map(|keys| crate::ui::keymap::shown(ui.ctx(), keys))
                .collect();
            row_ui(ui, palette, &keys.join(", "), spec.text, spec.tooltip);
        }
    }
    heading_ui(ui, palette, "Other keys");
    for (keys, does) in OTHERS {
        row_ui(ui, palette, keys, does, "");
    }
    ui.add_space(16.0);
    changes
}

fn heading_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    ui.add_space(10.0);
    ui.label(text(words, 15.0, Weight::SemiBold).color(palette.text));
}

fn row_ui(ui: &mut Ui, palette: &Palette, keys: &str, does: &str, more: &str) {
    ui.horizontal_top(|ui| {
        ui.allocate_ui(vec2(KEYS, 16.0), |ui| {
            ui.set_min_width(KEYS);
            ui.label(text(keys, 12.5, Weight::SemiBold).color(palette.text));
        });
        let does = text(does, 12.5, Weight::Regular).color(palette.text_soft);
        let label = ui.add(egui::Label::new(does).wrap());
        if !more.is_empty() {
            label.on_hover_text(more);
        }
    });
}
