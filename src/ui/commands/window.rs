//! Panels, theme, size and help.

use egui::Key;

use crate::ui::command::{Category, Command, CommandSpec};

use super::keys::{CTRL, NONE, keys};

const fn row(command: Command, text: &'static str, tooltip: &'static str) -> CommandSpec {
    CommandSpec::new(command, Category::Window, text, tooltip)
}

pub(super) const COMMANDS: &[CommandSpec] = &[
    row(
        Command::SearchLibrary,
        "Search the library",
        "Find an exercise or a session",
    )
    .keys(&[keys(CTRL, Key::F)]),
    row(
        Command::ToggleLibrary,
        "Library panel",
        "Show or hide the library",
    )
    .keys(&[keys(CTRL, Key::Num1)]),
    row(
        Command::ToggleInspector,
        "Inspector panel",
        "Show or hide findings and session",
    )
    .keys(&[keys(CTRL, Key::Num2)]),
    row(
        Command::ToggleCharts,
        "Charts panel",
        "Show or hide the charts",
    )
    .keys(&[keys(CTRL, Key::Num3)]),
    row(
        Command::FillCharts,
        "Charts fill the window",
        "Or show them below the calendar again",
    )
    .also(&["Charts in the whole window", "Charts below the calendar"])
    .keys(&[keys(CTRL, Key::Num4)]),
    row(
        Command::Settings,
        "Settings…",
        "Coach, logo, units, weights, theme, zoom, paper, dates and folders",
    )
    .keys(&[keys(CTRL, Key::Comma)])
    .keeps_roster()
    .needs_nobody(),
    row(Command::ToggleTheme, "Light or dark", "Change the theme")
        .keeps_roster()
        .needs_nobody(),
    row(Command::ZoomIn, "Zoom in", "Make everything larger")
        .keys(&[keys(CTRL, Key::Plus), keys(CTRL, Key::Equals)])
        .keeps_roster()
        .works_anywhere(),
    row(Command::ZoomOut, "Zoom out", "Make everything smaller")
        .keys(&[keys(CTRL, Key::Minus)])
        .keeps_roster()
        .works_anywhere(),
    row(Command::ZoomReset, "Actual size", "Zoom back to 100 %")
        .keys(&[keys(CTRL, Key::Num0)])
        .keeps_roster()
        .works_anywhere(),
    row(
        Command::Help,
        "Help",
        "The guide: first week, every mark on the screen, rules, logging, printing, sharing",
    )
    .keys(&[keys(NONE, Key::F1)])
    .keeps_roster()
    .works_anywhere(),
    row(
        Command::Shortcuts,
        "Keyboard shortcuts",
        "Every shortcut on one sheet",
    )
    .keys(&[keys(CTRL, Key::F1)])
    .keeps_roster()
    .needs_nobody(),
    row(
        Command::ChangeShortcuts,
        "Change shortcuts…",
        "Which keys give which command on this computer",
    )
    .keeps_roster()
    .needs_nobody(),
    row(Command::About, "About Ironstride", "Version and licences")
        .keeps_roster()
        .needs_nobody(),
    row(
        Command::Palette,
        "Command palette…",
        "Every command by name",
    )
    .keys(&[keys(CTRL, Key::K)])
    .keeps_roster()
    .needs_nobody(),
];
