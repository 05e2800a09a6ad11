//! What a drop would do to the charts, worked out once for each place the dragged session is held over.

use std::sync::Arc;

use crate::domain::{Athlete, Session, SessionId, Slot};
use crate::library::Library;
use crate::ui::state::{Drag, Dragged};
use crate::ui::view::Charted;

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

impl Projection {
    /// The figures as they would be with the drop, or nothing where nothing is held over a place.
    pub(super) fn of(
        &mut self,
        athlete: &Athlete,
        library: &Library,
        now: &Charted,
        drag: Option<&Drag>,
    ) -> Option<Arc<Charted>> {
        let (Some(drag), Some(slot)) = (drag, drag.and_then(|drag| drag.aimed)) else {
            self.known = None;
            return None;
        };
        let question = Question {
            revision: now.revision,
            dragged: drag.dragged.clone(),
            copy: drag.copy,
            slot,
        };
        if let Some((known, charted)) = &self.known
            && *known == question
        {
            return Some(charted.clone());
        }
        let dropped = dropped(athlete, drag, slot)?;
        // The digests of all other sessions are taken over; only the dragged one is new.
        let mut charted = match self.known.take() {
            Some((known, charted)) if known.revision == now.revision => {
                Arc::try_unwrap(charted).unwrap_or_else(|shared| (*shared).clone())
            }
            _ => now.clone(),
        };
        self.count += 1;
        charted.update(&dropped, library, self.count);
        let charted = Arc::new(charted);
        self.known = Some((question, charted.clone()));
        Some(charted)
    }
}

/// The athlete as they would be with the drop.
fn dropped(athlete: &Athlete, drag: &Drag, slot: Slot) -> Option<Athlete> {
    let session = match &drag.dragged {
        Dragged::Session(id) => {
            let mut session = Session::clone(athlete.sessions.get(*id)?);
            if drag.copy {
                session = planned(&session.plan, slot);
            }
            session.move_to(slot);
            session
        }
        Dragged::Plan(plan) => planned(plan, slot),
        Dragged::Exercise(_) | Dragged::Week(_) | Dragged::Program(_) => return None,
    };
    let mut athlete = athlete.clone();
    athlete.sessions.put(Arc::new(session), usize::MAX);
    Some(athlete)
}

/// A session that is nowhere yet; nobody asks for its identity.
fn planned(plan: &crate::domain::Plan, slot: Slot) -> Session {
    let id = SessionId::from_bits(u128::MAX);
    Session::planned(id, slot.date, plan.clone(), crate::domain::Stamp::default())
}
