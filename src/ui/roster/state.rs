//! What the roster remembers between frames.

use std::sync::Arc;

use crate::rules::Severity;

use super::row::RosterRow;

/// What the roster remembers.
#[derive(Debug, Clone, Default)]
pub struct RosterState {
    /// True while it is on screen.
    pub open: bool,
    /// Everybody who was checked, in the order of the list.
    pub rows: Vec<Arc<RosterRow>>,
    /// How many are still to be checked.
    pub checking: usize,
    /// Only findings of this severity are listed.
    pub(super) only: Option<Severity>,
    /// Give the keyboard to the first finding as soon as there is one.
    pub(super) take_focus: bool,
}

impl RosterState {
    /// Brings the roster on screen, or takes it off.
    pub fn toggle(&mut self) {
        self.open = !self.open;
        self.take_focus = self.open;
    }
}
