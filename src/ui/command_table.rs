//! Every command in one table, which menus, palette and keyboard read.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::command::{Category, Command, CommandSpec, Needs};

const NONE: Modifiers = Modifiers::NONE;
const ALT: Modifiers = Modifiers::ALT;
const CTRL: Modifiers = Modifiers::COMMAND;
const ALT_SHIFT: Modifiers = Modifiers::ALT.plus(Modifiers::SHIFT);
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

const fn keys(modifiers: Modifiers, key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(modifiers, key)
}

/// Every command, in the order of the palette.
pub const COMMANDS: &[CommandSpec] = &[
    CommandSpec::new(
        Command::Undo,
        Category::Edit,
        "Undo",
        "Undo the last change",
    )
    .keys(&[keys(CTRL, Key::Z)])
    .needs(Needs::Undo)
    .yields_to_typing()
    .keeps_roster(),
    CommandSpec::new(
        Command::Redo,
        Category::Edit,
        "Redo",
        "Redo the last undone change",
    )
    .keys(&[keys(CTRL_SHIFT, Key::Z), keys(CTRL, Key::Y)])
    .needs(Needs::Redo)
    .yields_to_typing()
    .keeps_roster(),
    CommandSpec::new(
        Command::Cut,
        Category::Session,
        "Cut session",
        "Take the selected session to the clipboard",
    )
    .keys(&[keys(CTRL, Key::X)])
    .needs(Needs::Session)
    .yields_to_typing(),
    CommandSpec::new(
        Command::Copy,
        Category::Session,
        "Copy session",
        "Copy the selected session",
    )
    .keys(&[keys(CTRL, Key::C)])
    .needs(Needs::Session)
    .yields_to_typing(),
    CommandSpec::new(
        Command::Paste,
        Category::Session,
        "Paste",
        "Put the clipboard on the selected day",
    )
    .keys(&[keys(CTRL, Key::V)])
    .yields_to_typing(),
    CommandSpec::new(
        Command::Duplicate,
        Category::Session,
        "Duplicate session",
        "Put a copy on the same day",
    )
    .keys(&[keys(CTRL, Key::D)])
    .needs(Needs::Session),
    CommandSpec::new(
        Command::Delete,
        Category::Session,
        "Delete session",
        "Delete the selected session",
    )
    .keys(&[keys(NONE, Key::Delete), keys(NONE, Key::Backspace)])
    .needs(Needs::Session)
    .yields_to_typing(),
    CommandSpec::new(
        Command::Move,
        Category::Session,
        "Move with arrow keys",
        "Move the selected session; Enter drops it",
    )
    .keys(&[keys(NONE, Key::M)])
    .needs(Needs::Session)
    .yields_to_typing(),
    CommandSpec::new(
        Command::MoveEarlier,
        Category::Session,
        "Move a week earlier",
        "To the same day of the week before",
    )
    .keys(&[keys(ALT_SHIFT, Key::ArrowLeft)])
    .needs(Needs::Session)
    .yields_to_typing(),
    CommandSpec::new(
        Command::MoveLater,
        Category::Session,
        "Move a week later",
        "To the same day of the week after",
    )
    .keys(&[keys(ALT_SHIFT, Key::ArrowRight)])
    .needs(Needs::Session)
    .yields_to_typing(),
    CommandSpec::new(
        Command::RepeatWeekly,
        Category::Session,
        "Repeat weekly…",
        "The selected sessions again in the weeks to come, up to a day",
    )
    .keys(&[keys(CTRL_SHIFT, Key::D)])
    .needs(Needs::Session),
    CommandSpec::new(
        Command::AddSession,
        Category::Session,
        "Add session…",
        "Choose what to add to the selected day",
    )
    .keys(&[keys(NONE, Key::N)])
    .yields_to_typing(),
    CommandSpec::new(
        Command::MarkDone,
        Category::Session,
        "Mark as done",
        "Log the selected session as planned",
    )
    .keys(&[keys(CTRL, Key::Enter)])
    .needs(Needs::PlannedSession),
    CommandSpec::new(
        Command::MarkSkipped,
        Category::Session,
        "Mark as skipped",
        "It was left out on purpose",
    )
    .needs(Needs::PlannedSession),
    CommandSpec::new(
        Command::BackToPlanned,
        Category::Session,
        "Back to planned",
        "Remove its log",
    )
    .needs(Needs::LoggedSession),
    CommandSpec::new(
        Command::ToggleLock,
        Category::Session,
        "Lock or unlock",
        "A locked session stays where it is",
    )
    .keys(&[keys(CTRL, Key::L)])
    .needs(Needs::Session),
    CommandSpec::new(
        Command::ForgetFeedback,
        Category::Session,
        "Mark feedback as new",
        "What the athlete said about the selected session stands out again",
    )
    .needs(Needs::Session),
    CommandSpec::new(
        Command::SaveAsTemplate,
        Category::Session,
        "Save session as template",
        "Save it under Sessions in the library",
    )
    .needs(Needs::Session),
    CommandSpec::new(
        Command::PreviousWeek,
        Category::Week,
        "Previous week",
        "Show the week before",
    )
    .keys(&[keys(ALT, Key::ArrowLeft)])
    .yields_to_typing()
    .keeps_roster(),
    CommandSpec::new(
        Command::NextWeek,
        Category::Week,
        "Next week",
        "Show the week after",
    )
    .keys(&[keys(ALT, Key::ArrowRight)])
    .yields_to_typing()
    .keeps_roster(),
    CommandSpec::new(
        Command::ThisWeek,
        Category::Week,
        "Today",
        "Show the current week",
    )
    .keys(&[keys(CTRL, Key::T)])
    .keeps_roster(),
    CommandSpec::new(
        Command::GoToDate,
        Category::Week,
        "Go to date…",
        "Choose or type a day to show",
    )
    .keys(&[keys(CTRL, Key::G)])
    .keeps_roster(),
    CommandSpec::new(
        Command::ToggleBoard,
        Category::Week,
        "Week or month",
        "Several weeks on a board, to drag across them, or one week in full",
    )
    .keys(&[keys(NONE, Key::V)])
    .yields_to_typing(),
    CommandSpec::new(
        Command::CopyWeek,
        Category::Week,
        "Copy week",
        "Copy all sessions of the week",
    )
    .keys(&[keys(CTRL_SHIFT, Key::C)])
    .needs(Needs::FilledWeek),
    CommandSpec::new(
        Command::CopyWeekAsText,
        Category::Week,
        "Copy week as text",
        "For an email or a chat",
    )
    .needs(Needs::FilledWeek),
    CommandSpec::new(
        Command::CopyToOthers,
        Category::Week,
        "Copy to other athletes…",
        "Copy weeks, rescaled to each athlete's loads and paces",
    ),
    CommandSpec::new(
        Command::ClearWeek,
        Category::Week,
        "Clear week",
        "Delete all sessions of the week that are not done",
    )
    .needs(Needs::FilledWeek),
    CommandSpec::new(
        Command::SaveWeekAsTemplate,
        Category::Week,
        "Save week as template",
        "Save it under Weeks in the library",
    )
    .needs(Needs::FilledWeek),
    CommandSpec::new(
        Command::BetterWeek,
        Category::Planning,
        "Better week…",
        "Rearrange this week, or all up to the race, so that fewer rules object",
    )
    .keys(&[keys(CTRL, Key::B)]),
    CommandSpec::new(
        Command::BuildSeason,
        Category::Planning,
        "Build a season…",
        "A whole plan from a race: runs, strength, and a reason for each session",
    ),
    CommandSpec::new(
        Command::BringIn,
        Category::Planning,
        "Bring in a plan…",
        "A coach's mail, spreadsheet or calendar file, read and checked before it is taken",
    )
    .keys(&[keys(CTRL_SHIFT, Key::I)]),
    CommandSpec::new(
        Command::BringInHistory,
        Category::Planning,
        "Bring in history…",
        "Years of sets and runs from Strong, Hevy, Strava, Garmin, watch files and others",
    ),
    CommandSpec::new(
        Command::SendPackage,
        Category::Planning,
        "Athlete package…",
        "The shown athlete in one file, for their own Ironstride or another coach's; what comes back is merged",
    ),
    CommandSpec::new(
        Command::OpenPackage,
        Category::Planning,
        "Open athlete package…",
        "What the athlete or another coach sent, shown before it is merged with what is here",
    ),
    CommandSpec::new(
        Command::ChooseVersions,
        Category::Planning,
        "Choose between versions…",
        "Sessions that two people changed at the same time, both versions side by side",
    ),
    CommandSpec::new(
        Command::MaxCalculator,
        Category::Planning,
        "1RM calculator…",
        "Estimate a maximum from a set, and the training loads that follow",
    )
    .keys(&[keys(CTRL, Key::M)]),
    CommandSpec::new(
        Command::Rules,
        Category::Planning,
        "Rules and why…",
        "Settings, thresholds, policy and severity, and the evidence of each rule",
    )
    .keys(&[keys(CTRL_SHIFT, Key::R)]),
    CommandSpec::new(
        Command::AcceptedFindings,
        Category::Planning,
        "Accepted findings…",
        "Findings accepted on purpose, with their reasons",
    ),
    CommandSpec::new(
        Command::Print,
        Category::PrintAndExport,
        "Print / Export…",
        "The week on paper or as a file",
    )
    .keys(&[keys(CTRL, Key::P)]),
    CommandSpec::new(
        Command::PrintGymSheets,
        Category::PrintAndExport,
        "Print gym sheets…",
        "Sessions with cues, muscles and blanks to fill in",
    ),
    CommandSpec::new(
        Command::PrintSeason,
        Category::PrintAndExport,
        "Print season…",
        "One line per week, up to the race",
    ),
    CommandSpec::new(
        Command::PrintProgress,
        Category::PrintAndExport,
        "Print progress report…",
        "What was done, as charts",
    ),
    CommandSpec::new(
        Command::PrintEveryone,
        Category::PrintAndExport,
        "Print everyone's week…",
        "One file, one page per athlete",
    )
    .keeps_roster(),
    CommandSpec::new(
        Command::ExportPicture,
        Category::PrintAndExport,
        "Export picture…",
        "The week as a PNG for a phone",
    ),
    CommandSpec::new(
        Command::ExportCalendar,
        Category::PrintAndExport,
        "Export calendar…",
        "The sessions as ICS events",
    ),
    CommandSpec::new(
        Command::ExportWorkbook,
        Category::PrintAndExport,
        "Export Excel workbook…",
        "Weeks, sessions, sets and findings as sheets",
    ),
    CommandSpec::new(
        Command::ExportTable,
        Category::PrintAndExport,
        "Export CSV…",
        "Sessions or sets as a table",
    ),
    CommandSpec::new(
        Command::ExportText,
        Category::PrintAndExport,
        "Export plan text…",
        "The week as text for an email",
    ),
    CommandSpec::new(
        Command::ExportMarkdown,
        Category::PrintAndExport,
        "Export Markdown…",
        "The week as Markdown for a chat",
    ),
    CommandSpec::new(
        Command::ExportPhonePage,
        Category::PrintAndExport,
        "Export phone page…",
        "A page for the athlete's phone, which takes down what was done and sends it back",
    ),
    CommandSpec::new(
        Command::ExportWorkouts,
        Category::PrintAndExport,
        "Export watch workouts…",
        "Runs and lifting for a watch, as FIT files, and for intervals.icu",
    ),
    CommandSpec::new(
        Command::Publish,
        Category::PrintAndExport,
        "Publish…",
        "Keep a calendar, a phone page and the weeks of each athlete up to date in a folder",
    )
    .keeps_roster(),
    CommandSpec::new(
        Command::Roster,
        Category::Athletes,
        "Roster check",
        "Everyone's findings for this week and next, worst first",
    )
    .keys(&[keys(CTRL, Key::R)])
    .keeps_roster(),
    CommandSpec::new(
        Command::NewAthlete,
        Category::Athletes,
        "New athlete…",
        "Add an athlete to this workspace",
    )
    .keys(&[keys(CTRL_SHIFT, Key::N)])
    .keeps_roster(),
    CommandSpec::new(
        Command::EditAthlete,
        Category::Athletes,
        "Edit athlete…",
        "Name, units, level, availability, races",
    ),
    CommandSpec::new(
        Command::NewWorkspace,
        Category::Athletes,
        "New workspace…",
        "Create a workspace folder of your own",
    )
    .keeps_roster(),
    CommandSpec::new(
        Command::OpenWorkspace,
        Category::Athletes,
        "Open workspace…",
        "Open another workspace folder",
    )
    .keys(&[keys(CTRL, Key::O)])
    .keeps_roster(),
    CommandSpec::new(
        Command::SeeFeedback,
        Category::Athletes,
        "Mark feedback as seen",
        "What the shown athlete said about sessions no longer stands out, on this computer",
    ),
    CommandSpec::new(
        Command::Backups,
        Category::Athletes,
        "Backups…",
        "Older versions of athletes, library and settings: what differs from now, and the way back",
    )
    .keeps_roster(),
    CommandSpec::new(
        Command::SignAs,
        Category::Athletes,
        "Your name…",
        "The name that edits are signed with on this computer, where several coaches share a folder",
    )
    .keeps_roster(),
    CommandSpec::new(
        Command::SearchLibrary,
        Category::Window,
        "Search the library",
        "Find an exercise or a session",
    )
    .keys(&[keys(CTRL, Key::F)]),
    CommandSpec::new(
        Command::ToggleLibrary,
        Category::Window,
        "Library panel",
        "Show or hide the library",
    )
    .keys(&[keys(CTRL, Key::Num1)]),
    CommandSpec::new(
        Command::ToggleInspector,
        Category::Window,
        "Inspector panel",
        "Show or hide findings and session",
    )
    .keys(&[keys(CTRL, Key::Num2)]),
    CommandSpec::new(
        Command::ToggleCharts,
        Category::Window,
        "Charts panel",
        "Show or hide the charts",
    )
    .keys(&[keys(CTRL, Key::Num3)]),
    CommandSpec::new(
        Command::FillCharts,
        Category::Window,
        "Charts fill the window",
        "Or show them below the calendar again",
    )
    .keys(&[keys(CTRL, Key::Num4)]),
    CommandSpec::new(
        Command::Settings,
        Category::Window,
        "Settings…",
        "Coach, logo, units, weights, theme, zoom, paper, dates and folders",
    )
    .keys(&[keys(CTRL, Key::Comma)])
    .keeps_roster(),
    CommandSpec::new(
        Command::ToggleTheme,
        Category::Window,
        "Light or dark",
        "Change the theme",
    )
    .keeps_roster(),
    CommandSpec::new(
        Command::ZoomIn,
        Category::Window,
        "Zoom in",
        "Make everything larger",
    )
    .keys(&[keys(CTRL, Key::Plus), keys(CTRL, Key::Equals)])
    .keeps_roster(),
    CommandSpec::new(
        Command::ZoomOut,
        Category::Window,
        "Zoom out",
        "Make everything smaller",
    )
    .keys(&[keys(CTRL, Key::Minus)])
    .keeps_roster(),
    CommandSpec::new(
        Command::ZoomReset,
        Category::Window,
        "Actual size",
        "Zoom back to 100 %",
    )
    .keys(&[keys(CTRL, Key::Num0)])
    .keeps_roster(),
    CommandSpec::new(
        Command::Help,
        Category::Window,
        "Help",
        "The guide: first week, every mark on the screen, rules, logging, printing, sharing",
    )
    .keys(&[keys(NONE, Key::F1)])
    .keeps_roster(),
    CommandSpec::new(
        Command::Shortcuts,
        Category::Window,
        "Keyboard shortcuts",
        "Every shortcut on one sheet",
    )
    .keys(&[keys(CTRL, Key::F1)])
    .keeps_roster(),
    CommandSpec::new(
        Command::ChangeShortcuts,
        Category::Window,
        "Change shortcuts…",
        "Which keys give which command on this computer",
    )
    .keeps_roster(),
    CommandSpec::new(
        Command::About,
        Category::Window,
        "About Ironstride",
        "Version and licences",
    )
    .keeps_roster(),
    CommandSpec::new(
        Command::Palette,
        Category::Window,
        "Command palette…",
        "Every command by name",
    )
    .keys(&[keys(CTRL, Key::K)])
    .keeps_roster(),
];

impl Command {
    /// All there is to say of it.
    pub fn spec(self) -> &'static CommandSpec {
        let mut all = COMMANDS.iter();
        // Every command has a row; a test holds the table to that.
        all.find(|spec| spec.command == self)
            .unwrap_or(&COMMANDS[0])
    }

    /// What the menu says.
    pub fn text(self) -> &'static str {
        self.spec().text
    }

    /// What hovering it says.
    pub fn tooltip(self) -> &'static str {
        self.spec().tooltip
    }

    /// True when its keys cannot be changed: the system itself turns them into events of the clipboard.
    pub fn has_fixed_keys(self) -> bool {
        matches!(self, Self::Cut | Self::Copy | Self::Paste)
    }

    /// True when its keys hold wherever one is, in a dialog as well.
    pub fn works_anywhere(self) -> bool {
        matches!(
            self,
            Self::Help | Self::ZoomIn | Self::ZoomOut | Self::ZoomReset
        )
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_command_has_a_row_and_no_keys_are_shared() {
        // The last variant; the others come before it.
        for number in 0..=Command::Palette as usize {
            let rows = COMMANDS
                .iter()
                .filter(|spec| spec.command as usize == number);
            assert_eq!(rows.count(), 1, "command {number}");
        }
        let texts: HashSet<_> = COMMANDS.iter().map(|spec| spec.text).collect();
        assert_eq!(texts.len(), COMMANDS.len());
        let keys: Vec<_> = COMMANDS.iter().flat_map(|spec| spec.keys).collect();
        let distinct: HashSet<_> = keys.iter().map(|keys| format!("{keys:?}")).collect();
        assert_eq!(distinct.len(), keys.len());
    }
}
