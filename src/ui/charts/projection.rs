//! What a drop would do to the charts, worked out once for each place that something is held over.

use std::sync::Arc;

use crate::domain::{Athlete, Slot, Stamp, Start, Week};
use crate::edit;
use crate::ui::calendar::dropping;
use crate::ui::shared::{Drag, Dragged};
use crate::ui::view::{Charted, View};

/// The projection of the last place.
#[derive(Debug, Clone, Default)]
pub(super) struct Projection {
    known: Option<(Question, Arc<Charted>)>,
    /// How many were worked out, to tell them apart.
    count: u64,
}

/// What was asked.
#[derive(Debug, Clone, PartialEq)]
struct Question {
    revision: u64,
    dragged: Dragged,
    copy: bool,
    slot: Slot,
}

impl Question {
    fn of(view: &View, drag: &Drag, aimed: Slot) -> Self {
        let whole_week = matches!(drag.dragged, Dragged::Week(_) | Dragged::Program(_));
        let slot = if whole_week {
            // It is laid out from the first day of the week, whichever day it is held over.
            let first = Week::of(aimed.date, view.athlete.profile.week_start).first();
            let start = Start::Unset;
            Slot { date: first, start }
        } else {
            aimed
        };
        Self {
            revision: view.derived.charted.revision,
            dragged: drag.dragged.clone(),
            copy: drag.copy,
            slot,
        }
    }
}

impl Projection {
    /// The figures as they would be with the drop, or nothing where nothing is held over a place.
    pub(super) fn of(&mut self, view: &View, drag: Option<&Drag>) -> Option<Arc<Charted>> {
        let (Some(drag), Some(aimed)) = (drag, drag.and_then(|drag| drag.aimed)) else {
            self.known = None;
            return None;
        };
        let question = Question::of(view, drag, aimed);
        if let Some((known, charted)) = &self.known
            && *known == question
        {
            return Some(charted.clone());
        }
        let edits = dropping::dropped(view, drag, question.slot, None)?.edits;
        let mut dropped = Athlete::clone(view.athlete);
        edit::apply(&mut dropped, &edits, Stamp::default());
        let now = &view.derived.charted;
        // The digests of all other sessions are taken over; only those that land are new.
        let mut charted = match self.known.take() {
            Some((known, charted)) if known.revision == now.revision => {
                Arc::try_unwrap(charted).unwrap_or_else(|shared| (*shared).clone())
            }
            _ => now.clone(),
        };
        self.count += 1;
        charted.update(&dropped, view.library, self.count);
        let charted = Arc::new(charted);
        self.known = Some((question, charted.clone()));
        Some(charted)
    }
}
