//! Everything the program can be told to do without further words: one list for menus, palette and keyboard.

use egui::{Key, KeyboardShortcut, Modifiers};

/// A command without arguments. What it acts on is what is selected or shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Takes the last change back.
    Undo,
    /// Does the last undone change again.
    Redo,
    /// Adds an athlete.
    NewAthlete,
    /// Opens the athlete's page.
    EditAthlete,
    /// Begins a workspace of one's own.
    NewWorkspace,
    /// Opens a workspace folder.
    OpenWorkspace,
    /// Shows the week before.
    PreviousWeek,
    /// Shows the week after.
    NextWeek,
    /// Shows the current week.
    ThisWeek,
    /// Takes the selected session to the clipboard.
    Cut,
    /// Copies the selected session.
    Copy,
    /// Puts the clipboard on the selected day.
    Paste,
    /// Puts a copy beside the selected session.
    Duplicate,
    /// Deletes the selected session.
    Delete,
    /// Moves the selected session with the arrow keys.
    Move,
    /// Moves the selected session to the week before.
    MoveEarlier,
    /// Moves the selected session to the week after.
    MoveLater,
    /// Opens the list of what can be added to the selected day.
    AddSession,
    /// Marks the selected session as done as planned.
    MarkDone,
    /// Marks the selected session as left out on purpose.
    MarkSkipped,
    /// Takes the log of the selected session away.
    BackToPlanned,
    /// Keeps the selected session as a template.
    SaveAsTemplate,
    /// Keeps the selected session from being moved by suggestions.
    ToggleLock,
    /// Copies the whole week.
    CopyWeek,
    /// Copies the week as plan text for a mail or chat.
    CopyWeekAsText,
    /// Deletes all sessions of the week that are not done.
    ClearWeek,
    /// Keeps the week as a template.
    SaveWeekAsTemplate,
    /// Looks for a better arrangement of the week.
    BetterWeek,
    /// Looks for better arrangements of several weeks.
    BetterWeeks,
    /// Opens the rules: why each is one, and how it is set.
    Rules,
    /// Opens the accepted findings.
    AcceptedFindings,
    /// Lists the findings of all athletes.
    Roster,
    /// Opens Print / Export.
    Print,
    /// Opens it for sheets to take to the gym.
    PrintGymSheets,
    /// Opens it for the season.
    PrintSeason,
    /// Opens it for the progress report.
    PrintProgress,
    /// Opens it for everybody's week.
    PrintEveryone,
    /// Opens it for a picture of the week.
    ExportPicture,
    /// Opens it for a calendar.
    ExportCalendar,
    /// Opens it for a workbook.
    ExportWorkbook,
    /// Opens it for a table.
    ExportTable,
    /// Opens it for plan text.
    ExportText,
    /// Opens it for Markdown.
    ExportMarkdown,
    /// Shows or hides the library.
    ToggleLibrary,
    /// Shows or hides the inspector.
    ToggleInspector,
    /// Shows or hides the charts.
    ToggleCharts,
    /// Lets the charts fill the window, or not.
    FillCharts,
    /// Changes between the light and the dark theme.
    ToggleTheme,
    /// Makes everything larger.
    ZoomIn,
    /// Makes everything smaller.
    ZoomOut,
    /// Shows everything in its usual size.
    ZoomReset,
    /// Puts the cursor into the library's search.
    SearchLibrary,
    /// Opens this list.
    Palette,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl Command {
    /// Every command, in the order of the palette.
    pub const ALL: &'static [Self] = &[
        Self::Undo,
        Self::Redo,
        Self::PreviousWeek,
        Self::NextWeek,
        Self::ThisWeek,
        Self::Cut,
        Self::Copy,
        Self::Paste,
        Self::Duplicate,
        Self::Delete,
        Self::Move,
        Self::MoveEarlier,
        Self::MoveLater,
        Self::AddSession,
        Self::MarkDone,
        Self::MarkSkipped,
        Self::BackToPlanned,
        Self::ToggleLock,
        Self::SaveAsTemplate,
        Self::CopyWeek,
        Self::CopyWeekAsText,
        Self::ClearWeek,
        Self::SaveWeekAsTemplate,
        Self::BetterWeek,
        Self::BetterWeeks,
        Self::Rules,
        Self::AcceptedFindings,
        Self::Roster,
        Self::Print,
        Self::PrintGymSheets,
        Self::PrintSeason,
        Self::PrintProgress,
        Self::PrintEveryone,
        Self::ExportPicture,
        Self::ExportCalendar,
        Self::ExportWorkbook,
        Self::ExportTable,
        Self::ExportText,
        Self::ExportMarkdown,
        Self::NewAthlete,
        Self::EditAthlete,
        Self::NewWorkspace,
        Self::OpenWorkspace,
        Self::SearchLibrary,
        Self::ToggleLibrary,
        Self::ToggleInspector,
        Self::ToggleCharts,
        Self::FillCharts,
        Self::ToggleTheme,
        Self::ZoomIn,
        Self::ZoomOut,
        Self::ZoomReset,
        Self::Palette,
    ];

    /// What the menu says.
    pub fn text(self) -> &'static str {
        self.text_and_tooltip().0
    }

    /// What hovering it says.
    pub fn tooltip(self) -> &'static str {
        self.text_and_tooltip().1
    }

    fn text_and_tooltip(self) -> (&'static str, &'static str) {
        match self {
            Self::Undo => ("Undo", "Take the last change back"),
            Self::Redo => ("Redo", "Do the last undone change again"),
            Self::NewAthlete => ("New athlete…", "Add an athlete to this workspace"),
            Self::EditAthlete => ("Edit athlete…", "Name, units, level, availability, races"),
            Self::NewWorkspace => ("New workspace…", "Begin a workspace folder of your own"),
            Self::OpenWorkspace => ("Open workspace…", "Open another workspace folder"),
            Self::PreviousWeek => ("Previous week", "Show the week before"),
            Self::NextWeek => ("Next week", "Show the week after"),
            Self::ThisWeek => ("Today", "Show the current week"),
            Self::Cut => ("Cut session", "Take the selected session to the clipboard"),
            Self::Copy => ("Copy session", "Copy the selected session"),
            Self::Paste => ("Paste", "Put the clipboard on the selected day"),
            Self::Duplicate => ("Duplicate session", "Put a copy on the same day"),
            Self::Delete => ("Delete session", "Delete the selected session"),
            Self::Move => (
                "Move with arrow keys",
                "Move the selected session; Enter drops it",
            ),
            Self::MoveEarlier => ("Move a week earlier", "To the same day of the week before"),
            Self::MoveLater => ("Move a week later", "To the same day of the week after"),
            Self::AddSession => ("Add session…", "Choose what to add to the selected day"),
            Self::MarkDone => ("Mark as done", "Log the selected session as planned"),
            Self::MarkSkipped => ("Mark as skipped", "It was left out on purpose"),
            Self::BackToPlanned => ("Back to planned", "Take its log away"),
            Self::SaveAsTemplate => ("Save session as template", "Keep it under Sessions"),
            Self::ToggleLock => ("Lock or unlock", "A locked session stays where it is"),
            Self::CopyWeek => ("Copy week", "Copy all sessions of the week"),
            Self::CopyWeekAsText => ("Copy week as text", "For a mail or a chat"),
            Self::ClearWeek => (
                "Clear week",
                "Delete all sessions of the week that are not done",
            ),
            Self::SaveWeekAsTemplate => ("Save week as template", "Keep it under Weeks"),
            Self::BetterWeek => (
                "Suggest a better week",
                "The order of this week with the least to object to",
            ),
            Self::BetterWeeks => (
                "Better weeks…",
                "From this week to the race, or some weeks on: what would move, and why",
            ),
            Self::Rules => (
                "Rules and why…",
                "Settings, thresholds, policy and severity, and the evidence of each rule",
            ),
            Self::AcceptedFindings => (
                "Accepted findings…",
                "What was accepted on purpose, and why; withdraw it",
            ),
            Self::Roster => (
                "Roster check",
                "Everybody's findings of this week and the next, worst first",
            ),
            Self::Print => ("Print / Export…", "The week on paper or as a file"),
            Self::PrintGymSheets => (
                "Print gym sheets…",
                "Sessions with cues, muscles and blanks to fill in",
            ),
            Self::PrintSeason => ("Print season…", "A line a week up to the race"),
            Self::PrintProgress => ("Print progress report…", "What was done, as charts"),
            Self::PrintEveryone => ("Print everyone's week…", "One file, a page an athlete"),
            Self::ExportPicture => ("Export picture…", "The week as a PNG for a phone"),
            Self::ExportCalendar => ("Export calendar…", "The sessions as ICS events"),
            Self::ExportWorkbook => (
                "Export Excel workbook…",
                "Weeks, sessions, sets and findings as sheets",
            ),
            Self::ExportTable => ("Export CSV…", "Sessions or sets as a table"),
            Self::ExportText => ("Export plan text…", "The week as text for a mail"),
            Self::ExportMarkdown => ("Export Markdown…", "The week as Markdown for a chat"),
            Self::ToggleLibrary => ("Library panel", "Show or hide the library"),
            Self::ToggleInspector => ("Inspector panel", "Show or hide findings and session"),
            Self::ToggleCharts => ("Charts panel", "Show or hide the charts"),
            Self::FillCharts => ("Charts fill the window", "Or sit below the calendar again"),
            Self::ToggleTheme => ("Light or dark", "Change the theme"),
            Self::ZoomIn => ("Zoom in", "Make everything larger"),
            Self::ZoomOut => ("Zoom out", "Make everything smaller"),
            Self::ZoomReset => ("Usual size", "Neither zoomed in nor out"),
            Self::SearchLibrary => ("Search the library", "Find an exercise or a session"),
            Self::Palette => ("Command palette…", "Every command by name"),
        }
    }

    /// Its keys, where it has any. The first is shown.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
            KeyboardShortcut::new(modifiers, key)
        }
        const NONE: Modifiers = Modifiers::NONE;
        match self {
            Self::Undo => const { &[keys(CTRL, Key::Z)] },
            Self::Redo => const { &[keys(CTRL_SHIFT, Key::Z), keys(CTRL, Key::Y)] },
            Self::NewAthlete => const { &[keys(CTRL_SHIFT, Key::N)] },
            Self::OpenWorkspace => const { &[keys(CTRL, Key::O)] },
            Self::PreviousWeek => const { &[keys(Modifiers::ALT, Key::ArrowLeft)] },
            Self::NextWeek => const { &[keys(Modifiers::ALT, Key::ArrowRight)] },
            Self::ThisWeek => const { &[keys(CTRL, Key::T)] },
            Self::Cut => const { &[keys(CTRL, Key::X)] },
            Self::Copy => const { &[keys(CTRL, Key::C)] },
            Self::Paste => const { &[keys(CTRL, Key::V)] },
            Self::Duplicate => const { &[keys(CTRL, Key::D)] },
            Self::Delete => const { &[keys(NONE, Key::Delete), keys(NONE, Key::Backspace)] },
            Self::Move => const { &[keys(NONE, Key::M)] },
            Self::MoveEarlier => const { &[keys(ALT_SHIFT, Key::ArrowLeft)] },
            Self::MoveLater => const { &[keys(ALT_SHIFT, Key::ArrowRight)] },
            Self::AddSession => const { &[keys(NONE, Key::N)] },
            Self::ZoomIn => const { &[keys(CTRL, Key::Plus), keys(CTRL, Key::Equals)] },
            Self::ZoomOut => const { &[keys(CTRL, Key::Minus)] },
            Self::ZoomReset => const { &[keys(CTRL, Key::Num0)] },
            Self::MarkDone => const { &[keys(CTRL, Key::Enter)] },
            Self::ToggleLock => const { &[keys(CTRL, Key::L)] },
            Self::CopyWeek => const { &[keys(CTRL_SHIFT, Key::C)] },
            Self::BetterWeek => const { &[keys(CTRL, Key::B)] },
            Self::BetterWeeks => const { &[keys(CTRL_SHIFT, Key::B)] },
            Self::Rules => const { &[keys(CTRL, Key::Comma)] },
            Self::Roster => const { &[keys(CTRL, Key::R)] },
            Self::Print => const { &[keys(CTRL, Key::P)] },
            Self::ToggleLibrary => const { &[keys(CTRL, Key::Num1)] },
            Self::ToggleInspector => const { &[keys(CTRL, Key::Num2)] },
            Self::ToggleCharts => const { &[keys(CTRL, Key::Num3)] },
            Self::FillCharts => const { &[keys(CTRL, Key::Num4)] },
            Self::SearchLibrary => const { &[keys(CTRL, Key::F)] },
            Self::Palette => const { &[keys(CTRL, Key::K)] },
            Self::EditAthlete
            | Self::PrintGymSheets
            | Self::PrintSeason
            | Self::PrintProgress
            | Self::PrintEveryone
            | Self::ExportPicture
            | Self::ExportCalendar
            | Self::ExportWorkbook
            | Self::ExportTable
            | Self::ExportText
            | Self::ExportMarkdown
            | Self::AcceptedFindings
            | Self::NewWorkspace
            | Self::CopyWeekAsText
            | Self::ClearWeek
            | Self::SaveWeekAsTemplate
            | Self::MarkSkipped
            | Self::BackToPlanned
            | Self::SaveAsTemplate
            | Self::ToggleTheme => &[],
        }
    }

    /// The shown shortcut as people write it: "Ctrl+Z".
    pub fn shortcut_text(self, ctx: &egui::Context) -> String {
        self.shortcuts()
            .first()
            .map(|keys| ctx.format_shortcut(keys))
            .unwrap_or_default()
    }

    /// True for commands that leave the roster on screen; all others are about the week behind it.
    pub fn keeps_roster(self) -> bool {
        matches!(
            self,
            Self::Undo
                | Self::Redo
                | Self::Roster
                | Self::NewAthlete
                | Self::NewWorkspace
                | Self::OpenWorkspace
                | Self::ToggleTheme
                | Self::ZoomIn
                | Self::ZoomOut
                | Self::ZoomReset
                | Self::Palette
        )
    }

    /// True for commands that would take keys away from a text field that is being edited.
    pub fn yields_to_typing(self) -> bool {
        matches!(
            self,
            Self::Undo
                | Self::Redo
                | Self::Cut
                | Self::Copy
                | Self::Paste
                | Self::Delete
                | Self::Move
                | Self::MoveEarlier
                | Self::MoveLater
                | Self::AddSession
                | Self::PreviousWeek
                | Self::NextWeek
        )
    }
}

/// The command whose keys were pressed this frame. Cut, copy and paste arrive as events of their own.
pub fn pressed(ctx: &egui::Context) -> Option<Command> {
    let typing = ctx.text_edit_focused();
    let from_events = ctx.input(|input| {
        input.events.iter().find_map(|event| match event {
            egui::Event::Cut => Some(Command::Cut),
            egui::Event::Copy => Some(Command::Copy),
            egui::Event::Paste(_) => Some(Command::Paste),
            _ => None,
        })
    });
    if let Some(command) = from_events {
        return (!typing).then_some(command);
    }
    ctx.input_mut(|input| {
        let (at, command) = input.events.iter().enumerate().find_map(|(at, event)| {
            let command = bound_to(event)?;
            (!(typing && command.yields_to_typing())).then_some((at, command))
        })?;
        input.events.remove(at);
        Some(command)
    })
}

/// The command of a key event. The event's own modifiers count, since those of the moment may be let go by now.
fn bound_to(event: &egui::Event) -> Option<Command> {
    let egui::Event::Key {
        key,
        pressed: true,
        modifiers,
        ..
    } = event
    else {
        return None;
    };
    Command::ALL.iter().copied().find(|command| {
        let mut shortcuts = command.shortcuts().iter();
        shortcuts.any(|keys| keys.logical_key == *key && modifiers.matches_exact(keys.modifiers))
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_command_is_listed_once_and_no_keys_are_shared() {
        let texts: HashSet<_> = Command::ALL.iter().map(|command| command.text()).collect();
        assert_eq!(texts.len(), Command::ALL.len());
        let keys: Vec<_> = Command::ALL
            .iter()
            .flat_map(|command| command.shortcuts())
            .collect();
        let distinct: HashSet<_> = keys.iter().map(|keys| format!("{keys:?}")).collect();
        assert_eq!(distinct.len(), keys.len());
    }
}
