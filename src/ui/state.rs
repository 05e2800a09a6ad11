//! Everything the screen remembers that is not part of a document: what each panel keeps to itself, and what they share.

use chrono::NaiveDate;

use super::action::Action;
use super::charts::ChartsState;
use super::command_palette::PaletteState;
use super::dialogs::Dialog;
use super::help::HelpState;
use super::inspector::InspectorState;
use super::library::LibraryState;
use super::roster::RosterState;
use super::shared::Shared;
use super::snack::Snack;

/// Everything the screen remembers.
#[derive(Debug)]
pub struct UiState {
    /// What the panels share.
    pub shared: Shared,
    /// The library panel.
    pub library: LibraryState,
    /// The inspector.
    pub inspector: InspectorState,
    /// The charts.
    pub charts: ChartsState,
    /// The list of everybody's findings.
    pub roster: RosterState,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// The command palette, while open.
    pub palette: Option<PaletteState>,
    /// The guide.
    pub help: HelpState,
    /// The message in passing.
    pub snack: Option<Snack>,
    /// A dialog or the palette was open at the end of the last frame.
    pub had_modal: bool,
    /// Whether a text field had the keyboard at the end of the last frame. Escape leaves the field first.
    pub was_typing: bool,
    /// Whether a row of the library had the keyboard at the end of the last frame. Escape leaves the list first.
    pub was_in_library: bool,
    /// What was asked for while a field held typed text; it is done in the next frame.
    pub held: Vec<Action>,
}

impl UiState {
    /// The state at the start, showing the week that begins on `week`.
    pub fn new(week: NaiveDate, day: NaiveDate) -> Self {
        Self {
            shared: Shared::new(week, day),
            library: LibraryState::default(),
            inspector: InspectorState::default(),
            charts: ChartsState::default(),
            roster: RosterState::default(),
            dialog: None,
            palette: None,
            help: HelpState::default(),
            snack: None,
            had_modal: false,
            was_typing: false,
            was_in_library: false,
            held: Vec::new(),
        }
    }
}
