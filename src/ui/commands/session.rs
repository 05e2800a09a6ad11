//! What is done to the selected session or day.

use egui::Key;

use crate::ui::command::{Category, Command, CommandSpec, Needs};

use super::keys::{ALT_SHIFT, CTRL, CTRL_SHIFT, NONE, keys};

const fn row(command: Command, text: &'static str, tooltip: &'static str) -> CommandSpec {
    CommandSpec::new(command, Category::Session, text, tooltip)
}

pub(super) const COMMANDS: &[CommandSpec] = &[
    row(
        Command::Cut,
        "Cut session",
        "Move the selected session to the clipboard",
    )
    .keys(&[keys(CTRL, Key::X)])
    .needs(Needs::Session)
    .yields_to_typing()
    .fixed_keys(),
    row(Command::Copy, "Copy session", "Copy the selected session")
        .keys(&[keys(CTRL, Key::C)])
        .needs(Needs::Session)
        .yields_to_typing()
        .for_several()
        .fixed_keys(),
    row(
        Command::Paste,
        "Paste",
        "Put the clipboard on the selected day",
    )
    .keys(&[keys(CTRL, Key::V)])
    .yields_to_typing()
    .fixed_keys(),
    row(
        Command::Duplicate,
        "Duplicate session",
        "Put a copy on the same day",
    )
    .keys(&[keys(CTRL, Key::D)])
    .needs(Needs::Session)
    .for_several(),
    row(
        Command::Delete,
        "Delete session",
        "Delete the selected session",
    )
    .keys(&[keys(NONE, Key::Delete), keys(NONE, Key::Backspace)])
    .needs(Needs::Session)
    .yields_to_typing()
    .for_several(),
    row(
        Command::Move,
        "Move with arrow keys",
        "Move the selected session; Enter drops it",
    )
    .keys(&[keys(NONE, Key::M)])
    .needs(Needs::Session)
    .yields_to_typing()
    .for_several(),
    row(
        Command::MoveEarlier,
        "Move a week earlier",
        "To the same day of the week before",
    )
    .keys(&[keys(ALT_SHIFT, Key::ArrowLeft)])
    .needs(Needs::Session)
    .yields_to_typing()
    .for_several(),
    row(
        Command::MoveLater,
        "Move a week later",
        "To the same day of the week after",
    )
    .keys(&[keys(ALT_SHIFT, Key::ArrowRight)])
    .needs(Needs::Session)
    .yields_to_typing()
    .for_several(),
    row(
        Command::RepeatWeekly,
        "Repeat weekly…",
        "The selected sessions again in the weeks to come, up to a day",
    )
    .keys(&[keys(CTRL_SHIFT, Key::D)])
    .needs(Needs::Session)
    .for_several(),
    row(
        Command::AddSession,
        "Add session…",
        "Choose what to add to the selected day",
    )
    .keys(&[keys(NONE, Key::N)])
    .yields_to_typing(),
    row(
        Command::EditSession,
        "Edit session",
        "Go to the fields of the selected session, beginning with its title",
    )
    .keys(&[keys(NONE, Key::F2)])
    .needs(Needs::Session),
    row(
        Command::LogSets,
        "Log set by set",
        "Go to the rows for each set of the selected session, or to the log of a run",
    )
    .keys(&[keys(CTRL_SHIFT, Key::Enter)])
    .needs(Needs::Session),
    row(
        Command::MarkDone,
        "Mark as done",
        "Log the selected session as planned",
    )
    .keys(&[keys(CTRL, Key::Enter)])
    .needs(Needs::PlannedSession)
    .for_several(),
    row(
        Command::MarkSkipped,
        "Mark as skipped",
        "It was left out on purpose",
    )
    .also(&["Skipped…"])
    .needs(Needs::PlannedSession)
    .for_several(),
    row(Command::BackToPlanned, "Back to planned", "Remove its log")
        .needs(Needs::LoggedSession)
        .for_several(),
    row(
        Command::ToggleLock,
        "Lock or unlock",
        "A locked session stays where it is",
    )
    .keys(&[keys(CTRL, Key::L)])
    .needs(Needs::Session)
    .for_several(),
    row(
        Command::ForgetFeedback,
        "Mark feedback as new",
        "What the athlete said about the selected session stands out again",
    )
    .needs(Needs::Session),
    row(
        Command::SaveAsTemplate,
        "Save session as template",
        "Save it under Sessions in the library",
    )
    .needs(Needs::Session),
];
