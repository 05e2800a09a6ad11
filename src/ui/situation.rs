//! What there is on the screen for commands to act on.

use crate::domain::Status;

use super::command::{Progress, Situation};
use super::shared::Shared;
use super::view::View;

impl Situation {
    /// The situation of what is shown and selected.
    pub fn of(view: &View, shared: &Shared) -> Self {
        let selected = shared.selected.and_then(|id| view.session(id));
        Self {
            selected: selected.map(|session| match session.status {
                Status::Planned => Progress::Planned,
                Status::Done | Status::Partial => Progress::Done,
                Status::Skipped { .. } => Progress::Skipped,
                Status::Missed => Progress::Missed,
            }),
            week_is_filled: !view.derived.facts.is_empty(),
            can_undo: view.undo.is_some(),
            can_redo: view.redo.is_some(),
            is_nobody: false,
        }
    }
}
