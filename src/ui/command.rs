//! What the program can be told to do without further words, and the table row of each such command.

use egui::KeyboardShortcut;

use crate::domain::{ExportFormat, SheetKind};

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
    /// Opens the dialog about the folder in which everybody's files are kept up to date.
    Publish,
    /// Marks what the shown athlete said as seen.
    SeeFeedback,
    /// Lets what the athlete said about the selected session be news again.
    ForgetFeedback,
    /// Opens the kept versions of the workspace's files.
    Backups,
    /// Asks for the name that edits are signed with on this computer.
    SignAs,
    /// Shows the week before.
    PreviousWeek,
    /// Shows the week after.
    NextWeek,
    /// Shows the current week.
    ThisWeek,
    /// Opens the date picker.
    GoToDate,
    /// Shows several weeks on a board, or the week again.
    ToggleBoard,
    /// Takes the selected session to the clipboard.
    Cut,
    /// Copies the selected session.
    Copy,
    /// Puts the clipboard on the selected day.
    Paste,
    /// Opens the dialog that brings in a plan somebody wrote.
    BringIn,
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
    /// Opens the dialog that repeats the selected sessions weekly.
    RepeatWeekly,
    /// Opens the list of what can be added to the selected day.
    AddSession,
    /// Puts the keyboard into the title of the selected session, where its fields begin.
    EditSession,
    /// Opens the rows in which the sets of the selected session are logged one by one.
    LogSets,
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
    /// Copies weeks to other athletes.
    CopyToOthers,
    /// Deletes all sessions of the week that are not done.
    ClearWeek,
    /// Keeps the week as a template.
    SaveWeekAsTemplate,
    /// Looks for a better arrangement of the week, or of several.
    BetterWeek,
    /// Brings in what was logged with other programs and watches.
    BringInHistory,
    /// Writes the shown athlete into a package for another workspace.
    SendPackage,
    /// Opens an athlete package of another workspace.
    OpenPackage,
    /// Chooses between versions of sessions that could not be merged.
    ChooseVersions,
    /// Opens the calculator of one-repetition maxima.
    MaxCalculator,
    /// Builds a season from a race.
    BuildSeason,
    /// Opens the settings page.
    Settings,
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
    /// Opens it for the page of a phone.
    ExportPhonePage,
    /// Opens it for the workouts of a watch.
    ExportWorkouts,
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
    /// Opens the guide, or closes it.
    Help,
    /// Opens the sheet of shortcuts.
    Shortcuts,
    /// Opens the dialog in which keys are given to commands.
    ChangeShortcuts,
    /// Opens version and licences.
    About,
    /// Opens this list.
    Palette,
}

impl Command {
    /// The name its keys are kept under in the preferences: that of the variant, which is thereby part of their file.
    pub fn name(self) -> String {
        format!("{self:?}")
    }
}

/// Whom a command of Print / Export is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The shown athlete.
    Shown,
    /// Everybody.
    Everyone,
}

/// What a command is about, for lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Category {
    /// Taking back and doing again.
    Edit,
    /// The selected session or day.
    Session,
    /// The shown week.
    Week,
    /// Better weeks, seasons, rules.
    Planning,
    /// Paper and files.
    PrintAndExport,
    /// Athletes and workspaces.
    Athletes,
    /// Panels, theme and size.
    Window,
}

impl Category {
    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Edit => "Edit",
            Self::Session => "Session",
            Self::Week => "Week",
            Self::Planning => "Planning",
            Self::PrintAndExport => "Print and export",
            Self::Athletes => "Athletes",
            Self::Window => "Window",
        }
    }
}

/// What has to be there for a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Nothing.
    Nothing,
    /// A selected session.
    Session,
    /// A selected session that is still planned.
    PlannedSession,
    /// A selected session that is logged, skipped or missed.
    LoggedSession,
    /// A shown week with sessions in it.
    FilledWeek,
    /// A change to take back.
    Undo,
    /// An undone change.
    Redo,
}

/// What there is on the screen for commands to act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Situation {
    /// Whether a session is selected, and whether it is still planned.
    pub selected: Option<Progress>,
    /// The shown week has sessions.
    pub week_is_filled: bool,
    /// There is a change to take back.
    pub can_undo: bool,
    /// There is an undone change.
    pub can_redo: bool,
    /// No athlete is shown: the workspace is empty, or none is open.
    pub is_nobody: bool,
}

/// How far the selected session has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// It is planned.
    Planned,
    /// It was done, wholly or in part.
    Done,
    /// It was skipped.
    Skipped,
    /// It was missed.
    Missed,
}

impl Needs {
    /// Why a command with these needs cannot be done now; `None` when it can.
    pub fn missing(self, now: &Situation) -> Option<&'static str> {
        match self {
            Self::Undo => (!now.can_undo).then_some("Nothing to undo."),
            Self::Redo => (!now.can_redo).then_some("Nothing to redo."),
            Self::FilledWeek => (!now.week_is_filled).then_some("This week is empty."),
            Self::Session | Self::PlannedSession | Self::LoggedSession
                if now.selected.is_none() =>
            {
                Some("Select a session first.")
            }
            Self::PlannedSession => match now.selected? {
                Progress::Planned => None,
                Progress::Done => Some("This session is done already."),
                Progress::Skipped => Some("This session was skipped."),
                Progress::Missed => Some("This session was missed."),
            },
            Self::LoggedSession if now.selected == Some(Progress::Planned) => {
                Some("This session is planned already.")
            }
            Self::Nothing | Self::Session | Self::LoggedSession => None,
        }
    }
}

/// All there is to say of a command: a row of [`COMMANDS`](super::commands::COMMANDS).
#[derive(Debug, Clone, Copy)]
pub struct CommandSpec {
    /// Which command.
    pub command: Command,
    /// What it is about.
    pub category: Category,
    /// What the menu says.
    pub text: &'static str,
    /// What hovering it says.
    pub tooltip: &'static str,
    /// What its buttons say where that is something else: the search finds it by these names too.
    pub also: &'static [&'static str],
    /// Its usual keys, where it has any. The first is shown.
    pub keys: &'static [KeyboardShortcut],
    /// What has to be there for it.
    pub needs: Needs,
    /// Whose its keys are while a text field has the keyboard.
    pub while_typing: WhileTyping,
    /// It leaves the roster on screen; all others are about the week behind it.
    pub keeps_roster: bool,
    /// It can be given while no athlete is shown.
    pub needs_nobody: bool,
    /// Its keys hold wherever one is, in a dialog as well.
    pub works_anywhere: bool,
    /// Its keys cannot be changed: the system itself turns them into events of the clipboard.
    pub has_fixed_keys: bool,
    /// It can be done with several selected sessions at once.
    pub for_several: bool,
    /// What it prints or exports, for the commands that do nothing else.
    pub prints: Option<(ExportFormat, SheetKind, Audience)>,
}

/// Whose the keys of a command are while a text field has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhileTyping {
    /// The command's.
    Works,
    /// The field's.
    Yields,
    /// The field's once something was typed into it, as with undo: before that there is nothing in it to take back.
    YieldsToTypedText,
}

impl CommandSpec {
    /// A command without keys that can always be done and leaves the roster for the week.
    pub(super) const fn new(
        command: Command,
        category: Category,
        text: &'static str,
        tooltip: &'static str,
    ) -> Self {
        Self {
            command,
            category,
            text,
            tooltip,
            also: &[],
            keys: &[],
            needs: Needs::Nothing,
            while_typing: WhileTyping::Works,
            keeps_roster: false,
            needs_nobody: false,
            works_anywhere: false,
            has_fixed_keys: false,
            for_several: false,
            prints: None,
        }
    }

    /// The same, called so on buttons.
    pub(super) const fn also(mut self, names: &'static [&'static str]) -> Self {
        self.also = names;
        self
    }

    /// The same with keys.
    pub(super) const fn keys(mut self, keys: &'static [KeyboardShortcut]) -> Self {
        self.keys = keys;
        self
    }

    /// The same, where something has to be there.
    pub(super) const fn needs(mut self, needs: Needs) -> Self {
        self.needs = needs;
        self
    }

    /// The same, but its keys belong to a text field while one is being edited.
    pub(super) const fn yields_to_typing(mut self) -> Self {
        self.while_typing = WhileTyping::Yields;
        self
    }

    /// The same, but its keys belong to a text field that something was typed into.
    pub(super) const fn yields_to_typed_text(mut self) -> Self {
        self.while_typing = WhileTyping::YieldsToTypedText;
        self
    }

    /// The same, but the roster stays on screen.
    pub(super) const fn keeps_roster(mut self) -> Self {
        self.keeps_roster = true;
        self
    }

    /// The same, also while no athlete is shown.
    pub(super) const fn needs_nobody(mut self) -> Self {
        self.needs_nobody = true;
        self
    }

    /// The same, with keys that hold in a dialog as well, and while no athlete is shown.
    pub(super) const fn works_anywhere(mut self) -> Self {
        self.works_anywhere = true;
        self.needs_nobody()
    }

    /// The same, with keys that are the system's.
    pub(super) const fn fixed_keys(mut self) -> Self {
        self.has_fixed_keys = true;
        self
    }

    /// The same, with several selected sessions as well.
    pub(super) const fn for_several(mut self) -> Self {
        self.for_several = true;
        self
    }

    /// The same, opening the dialog to print and export with this chosen.
    pub(super) const fn prints(
        mut self,
        format: ExportFormat,
        sheet: SheetKind,
        audience: Audience,
    ) -> Self {
        self.prints = Some((format, sheet, audience));
        self
    }
}
