//! What goes out: paper, pictures, tables, watches, a folder for everybody.

use egui::Key;

use crate::domain::{ExportFormat, SheetKind};
use crate::ui::command::{Audience, Category, Command, CommandSpec};

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
    .also(&["Print the week…"])
    .keys(&[keys(CTRL, Key::P)])
    .prints(ExportFormat::Pdf, SheetKind::Week, Audience::Shown),
    row(
        Command::PrintGymSheets,
        "Print gym sheets…",
        "Sessions with cues, muscles and blanks to fill in",
    )
    .prints(ExportFormat::Pdf, SheetKind::Session, Audience::Shown),
    row(
        Command::PrintSeason,
        "Print season…",
        "One line per week, up to the race",
    )
    .prints(ExportFormat::Pdf, SheetKind::Season, Audience::Shown),
    row(
        Command::PrintProgress,
        "Print progress report…",
        "What was done, as charts",
    )
    .prints(ExportFormat::Pdf, SheetKind::Progress, Audience::Shown),
    row(
        Command::PrintEveryone,
        "Print everyone’s week…",
        "One file, one page per athlete",
    )
    .keeps_roster()
    .prints(ExportFormat::Pdf, SheetKind::Week, Audience::Everyone),
    row(
        Command::ExportPicture,
        "Export picture…",
        "The week as a PNG for a phone",
    )
    .prints(ExportFormat::Png, SheetKind::Week, Audience::Shown),
    row(
        Command::ExportCalendar,
        "Export calendar…",
        "The sessions as ICS events",
    )
    .prints(ExportFormat::Ics, SheetKind::Week, Audience::Shown),
    row(
        Command::ExportWorkbook,
        "Export Excel workbook…",
        "Weeks, sessions, sets and findings as sheets",
    )
    .prints(ExportFormat::Xlsx, SheetKind::Week, Audience::Shown),
    row(
        Command::ExportTable,
        "Export CSV…",
        "Sessions or sets as a table",
    )
    .prints(ExportFormat::Csv, SheetKind::Week, Audience::Shown),
    row(
        Command::ExportText,
        "Export plan text…",
        "The week as text for an email",
    )
    .prints(ExportFormat::Text, SheetKind::Week, Audience::Shown),
    row(
        Command::ExportMarkdown,
        "Export Markdown…",
        "The week as Markdown for a chat",
    )
    .prints(ExportFormat::Markdown, SheetKind::Week, Audience::Shown),
    row(
        Command::ExportPhonePage,
        "Export phone page…",
        "A page for the athlete’s phone, where they log what was done and send it back",
    )
    .prints(ExportFormat::Html, SheetKind::Week, Audience::Shown),
    row(
        Command::ExportWorkouts,
        "Export watch workouts…",
        "Runs and lifting for a watch, as FIT files, and for intervals.icu",
    )
    .prints(ExportFormat::Watch, SheetKind::Week, Audience::Shown),
    row(
        Command::Publish,
        "Publish…",
        "Keep a calendar, a phone page and the weeks of each athlete up to date in a folder",
    )
    .keeps_roster(),
];
