//! Better weeks, seasons, plans and histories brought in, rules.

use egui::Key;

use crate::ui::command::{Category, Command, CommandSpec};

use super::keys::{CTRL, CTRL_SHIFT, keys};

const fn row(command: Command, text: &'static str, tooltip: &'static str) -> CommandSpec {
    CommandSpec::new(command, Category::Planning, text, tooltip)
}

pub(super) const COMMANDS: &[CommandSpec] = &[
    row(
        Command::BetterWeek,
        "Better week…",
        "Rearrange this week, or all up to the race, so that fewer rules object",
    )
    .keys(&[keys(CTRL, Key::B)]),
    row(
        Command::BuildSeason,
        "Build a season…",
        "A whole plan from a race: runs, strength, and a reason for each session",
    ),
    row(
        Command::BringIn,
        "Bring in a plan…",
        "A coach’s mail, spreadsheet or calendar file, read and checked before it is taken",
    )
    .keys(&[keys(CTRL_SHIFT, Key::I)]),
    row(
        Command::BringInHistory,
        "Bring in history…",
        "Years of sets and runs from Strong, Hevy, Strava, Garmin, watch files and others",
    ),
    row(
        Command::SendPackage,
        "Athlete package…",
        "The shown athlete in one file, for their own Ironstride or another coach’s; what comes back is merged",
    ),
    row(
        Command::OpenPackage,
        "Open athlete package…",
        "What the athlete or another coach sent, shown before it is merged with what is here",
    )
    .needs_nobody(),
    row(
        Command::ChooseVersions,
        "Choose between versions…",
        "Sessions that two people changed at the same time, both versions side by side",
    ),
    row(
        Command::MaxCalculator,
        "1RM calculator…",
        "Estimate a maximum from a set, and the training loads that follow",
    )
    .keys(&[keys(CTRL, Key::M)]),
    row(
        Command::Rules,
        "Rules and why…",
        "Settings, thresholds, policy and severity, and the evidence of each rule",
    )
    .keys(&[keys(CTRL_SHIFT, Key::R)]),
    row(
        Command::AcceptedFindings,
        "Accepted findings…",
        "Findings accepted on purpose, with their reasons",
    ),
];
