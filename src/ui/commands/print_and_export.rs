//! What goes out: paper, pictures, tables, watches, a folder for everybody.

use egui::Key;

use crate::ui::command::{Category, Command, CommandSpec};

use super::keys::{CTRL, keys};

const fn row(command: Command, text: &'static str, tooltip: &'static str) -> CommandSpec {
    CommandSpec::new(command, Category::PrintAndExport, text, tooltip)
}

pub(super) const COMMANDS: &[CommandSpec] = &[
    row(
        Command::Print,
        "Print / Export…",
        "The week on paper or as a file",
    )
    .keys(&[keys(CTRL, Key::P)]),
    row(
        Command::PrintGymSheets,
        "Print gym sheets…",
        "Sessions with cues, muscles and blanks to fill in",
    ),
    row(
        Command::PrintSeason,
        "Print season…",
        "One line per week, up to the race",
    ),
    row(
        Command::PrintProgress,
        "Print progress report…",
        "What was done, as charts",
    ),
    row(
        Command::PrintEveryone,
        "Print everyone's week…",
        "One file, one page per athlete",
    )
    .keeps_roster(),
    row(
        Command::ExportPicture,
        "Export picture…",
        "The week as a PNG for a phone",
    ),
    row(
        Command::ExportCalendar,
        "Export calendar…",
        "The sessions as ICS events",
    ),
    row(
        Command::ExportWorkbook,
        "Export Excel workbook…",
        "Weeks, sessions, sets and findings as sheets",
    ),
    row(
        Command::ExportTable,
        "Export CSV…",
        "Sessions or sets as a table",
    ),
    row(
        Command::ExportText,
        "Export plan text…",
        "The week as text for an email",
    ),
    row(
        Command::ExportMarkdown,
        "Export Markdown…",
        "The week as Markdown for a chat",
    ),
    row(
        Command::ExportPhonePage,
        "Export phone page…",
        "A page for the athlete's phone, where they log what was done and send it back",
    ),
    row(
        Command::ExportWorkouts,
        "Export watch workouts…",
        "Runs and lifting for a watch, as FIT files, and for intervals.icu",
    ),
    row(
        Command::Publish,
        "Publish…",
        "Keep a calendar, a phone page and the weeks of each athlete up to date in a folder",
    )
    .keeps_roster(),
];
