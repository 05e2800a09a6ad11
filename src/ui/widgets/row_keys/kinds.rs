//! The kinds of rows a list may have: words, boxes to tick, chips, buttons, choices.

use egui::{Button, Popup, Response, Role, Ui, WidgetInfo, WidgetText};
use egui_material_icons::MaterialIcon;

use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::widgets::{buttons, check};

use super::{RowKeys, list_ui};

impl RowKeys {
    /// Draws a row that is words alone.
    pub fn label_ui(&mut self, ui: &mut Ui, words: &str, chosen: bool) -> Response {
        self.next_ui(ui, words, chosen, |ui, sense| {
            ui.add(Button::selectable(chosen, words).sense(sense))
        })
    }

    /// Draws a row that is a box to tick.
    pub fn check_ui(
        &mut self,
        ui: &mut Ui,
        on: &mut bool,
        words: impl Into<WidgetText>,
    ) -> Response {
        let words = words.into();
        let name = words.text().to_owned();
        self.next_ui(ui, &name, false, |ui, sense| {
            check::check_sensing_ui(ui, on, words, sense)
        })
    }

    /// Draws a row that is one of several things of which one is chosen.
    pub fn radio_ui(&mut self, ui: &mut Ui, on: bool, words: impl Into<WidgetText>) -> Response {
        let words = words.into();
        let name = words.text().to_owned();
        self.next_ui(ui, &name, on, |ui, sense| {
            check::radio_sensing_ui(ui, on, words, sense)
        })
    }

    /// Draws a row that is a chip.
    pub fn chip_ui(&mut self, ui: &mut Ui, palette: &Palette, label: &str, on: bool) -> Response {
        self.next_ui(ui, label, false, |ui, sense| {
            buttons::chip_sensing_ui(ui, palette, label, on, sense)
        })
    }

    /// Draws a row that is a small quiet button.
    pub fn small_ui(&mut self, ui: &mut Ui, label: &str) -> Response {
        self.next_ui(ui, label, false, |ui, sense| {
            buttons::small_sensing_ui(ui, label, sense)
        })
    }

    /// Draws a row that is a small icon; `name` is its tooltip and accessible name.
    pub fn mini_icon_ui(&mut self, ui: &mut Ui, icon: MaterialIcon, name: &str) -> Response {
        self.next_ui(ui, name, false, |ui, sense| {
            buttons::mini_icon_sensing_ui(ui, icon, name, sense)
        })
    }

    /// Draws a row that is a small button tinted with the accent.
    pub fn soft_ui(&mut self, ui: &mut Ui, palette: &Palette, label: &str) -> Response {
        self.next_ui(ui, label, false, |ui, sense| {
            buttons::soft_sensing_ui(ui, palette, label, sense)
        })
    }

    /// Draws a row that is a button with the present choice on it, over a menu of all of them; gives the one that was
    /// chosen. `name` says what is chosen.
    pub fn choice_ui<T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        name: &str,
        choices: &[(T, &str)],
        current: T,
    ) -> Option<T> {
        let shown = choices.iter().find(|(value, _)| *value == current);
        let shown = shown.map_or("–", |(_, label)| label);
        let button = self.next_ui(ui, name, false, |ui, sense| {
            let content = text(shown, 12.0, Weight::Regular);
            let opens = icons::icon(icons::EXPAND, 14.0);
            ui.add(Button::new((content, opens)).sense(sense))
        });
        button.widget_info(|| WidgetInfo {
            current_text_value: Some(shown.to_owned()),
            ..WidgetInfo::labeled(Role::ComboBox, true, name)
        });
        let mut chosen = None;
        Popup::menu(&button).accessible_name(name).show(|ui| {
            list_ui(ui, name, |ui, keys| {
                for (value, label) in choices {
                    let is_current = *value == current;
                    if keys.label_ui(ui, label, is_current).clicked() {
                        chosen = (!is_current).then_some(*value);
                        ui.close();
                    }
                }
            });
        });
        chosen
    }
}
