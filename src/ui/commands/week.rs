//! What is done to the shown week, and the ways to another.

use egui::Key;

use crate::ui::command::{Category, Command, CommandSpec, Needs};

use super::keys::{ALT, CTRL, CTRL_SHIFT, NONE, keys};

const fn row(command: Command, text: &'static str, tooltip: &'static str) -> CommandSpec {
    CommandSpec::new(command, Category::Week, text, tooltip)
}

pub(super) const COMMANDS: &[CommandSpec] = &[
    row(
        Command::PreviousWeek,
        "Previous week",
        "Show the week before",
    )
    .keys(&[keys(ALT, Key::ArrowLeft)])
    .yields_to_typing()
    .keeps_roster(),
    row(Command::NextWeek, "Next week", "Show the week after")
        .keys(&[keys(ALT, Key::ArrowRight)])
        .yields_to_typing()
        .keeps_roster(),
    row(Command::ThisWeek, "Today", "Show the current week")
        .keys(&[keys(CTRL, Key::T)])
        .keeps_roster(),
    row(
        Command::GoToDate,
        "Go to date…",
        "Choose or type a day to show",
    )
    .keys(&[keys(CTRL, Key::G)])
    .keeps_roster(),
    row(
        Command::ToggleBoard,
        "Week or month",
        "Several weeks on a board, to drag across them, or one week in full",
    )
    .also(&["Show several weeks", "Show one week"])
    .keys(&[keys(NONE, Key::V)])
    .yields_to_typing(),
    row(
        Command::CopyWeek,
        "Copy week",
        "Copy all sessions of the week",
    )
    .keys(&[keys(CTRL_SHIFT, Key::C)])
    .needs(Needs::FilledWeek),
    row(
        Command::CopyWeekAsText,
        "Copy week as text",
        "For an email or a chat",
    )
    .needs(Needs::FilledWeek),
    row(
        Command::CopyToOthers,
        "Copy to other athletes…",
        "Copy weeks, rescaled to each athlete’s loads and paces",
    )
    .also(&["Copy the week to others…"]),
    row(
        Command::ClearWeek,
        "Clear week",
        "Delete all sessions of the week that are not done",
    )
    .needs(Needs::FilledWeek),
    row(
        Command::SaveWeekAsTemplate,
        "Save week as template",
        "Save it under Weeks in the library",
    )
    .needs(Needs::FilledWeek),
];
