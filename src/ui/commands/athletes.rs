//! Athletes, and the folders they stand in.

use egui::Key;

use crate::ui::command::{Category, Command, CommandSpec};

use super::keys::{CTRL, CTRL_SHIFT, keys};

const fn row(command: Command, text: &'static str, tooltip: &'static str) -> CommandSpec {
    CommandSpec::new(command, Category::Athletes, text, tooltip)
}

pub(super) const COMMANDS: &[CommandSpec] = &[
    row(
        Command::Roster,
        "Roster check",
        "Everyone’s findings for this week and next, worst first",
    )
    .also(&["Close the roster"])
    .keys(&[keys(CTRL, Key::R)])
    .keeps_roster(),
    row(
        Command::NewAthlete,
        "New athlete…",
        "Add an athlete to this workspace",
    )
    .keys(&[keys(CTRL_SHIFT, Key::N)])
    .keeps_roster().needs_nobody(),
    row(
        Command::EditAthlete,
        "Edit athlete…",
        "Name, units, level, availability, races",
    ),
    row(
        Command::NewWorkspace,
        "New workspace…",
        "Create a workspace folder of your own",
    )
    .also(&["Start your own…"])
    .keeps_roster().needs_nobody(),
    row(
        Command::OpenWorkspace,
        "Open workspace…",
        "Open another workspace folder",
    )
    .keys(&[keys(CTRL, Key::O)])
    .keeps_roster().needs_nobody(),
    row(
        Command::SeeFeedback,
        "Mark feedback as seen",
        "What the shown athlete said about sessions no longer stands out, on this computer",
    ),
    row(
        Command::Backups,
        "Backups…",
        "Older versions of athletes, library and settings: what differs from now, and the way back",
    )
    .keeps_roster().needs_nobody(),
    row(
        Command::SignAs,
        "Your name…",
        "The name that edits are signed with on this computer, where several coaches share a folder",
    )
    .keeps_roster().needs_nobody(),
];
