//! Buttons that give a command: their tooltip says by which keys it is given as well, whatever those are by now.

use egui::{Response, Role, Ui, WidgetInfo};
use egui_material_icons::MaterialIcon;

use crate::ui::command::Command;

use super::buttons;
use super::hint::hint;

/// A square button with an icon; `name` is its accessible name, and with the keys its tooltip.
pub fn icon_ui(ui: &mut Ui, icon: MaterialIcon, command: Command, name: &str) -> Response {
    icon_enabled_ui(ui, icon, command, name, true)
}

/// The same, greyed out unless `enabled`.
pub fn icon_enabled_ui(
    ui: &mut Ui,
    icon: MaterialIcon,
    command: Command,
    name: &str,
    enabled: bool,
) -> Response {
    let button = buttons::bare_icon_ui(ui, icon, enabled);
    told(button, command, name)
}

/// A square button with an icon for what is on or off.
pub fn toggle_ui(
    ui: &mut Ui,
    icon: MaterialIcon,
    command: Command,
    name: &str,
    on: bool,
) -> Response {
    let button = icon_ui(ui, icon, command, name);
    button.widget_info(|| WidgetInfo::selected(Role::Button, true, on, name));
    button
}

/// Names a button for those who cannot see it, and adds the tooltip.
pub fn told(button: Response, command: Command, name: &str) -> Response {
    let enabled = button.enabled();
    button.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    let words = command.with_shortcut(&button.ctx, name);
    hint(button, words)
}

/// A small icon without an outline.
pub fn mini_icon_ui(ui: &mut Ui, icon: MaterialIcon, command: Command, name: &str) -> Response {
    let button = buttons::bare_mini_icon_ui(ui, icon, egui::Sense::click());
    told(button, command, name)
}
