//! What a drop does to the document.

use crate::domain::{SessionId, Slot, Week};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::ui::action::{Action, Actions, DialogRequest};
use crate::ui::format::{self, lower_first};
use crate::ui::shared::{Drag, Dragged, Shared};
use crate::ui::view::View;

use super::ops;

/// What a drop changes, and the session that is selected after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dropped {
    /// The session to select; template weeks and programs select none.
    pub selected: Option<SessionId>,
    /// The changes, in order.
    pub edits: Vec<Edit>,
}

/// What dropping on a slot would change, in front of `before` where its place among the others is free. A program is
/// laid out as its dialog first proposes it. `None` where what is dragged is gone, or not laid out yet.
pub fn dropped(view: &View, drag: &Drag, slot: Slot, before: Option<SessionId>) -> Option<Dropped> {
    let athlete = view.athlete;
    let first = Week::of(slot.date, athlete.profile.week_start).first();
    let (selected, edits) = match &drag.dragged {
        Dragged::Session(id) => {
            let session = view.session(*id)?;
            if drag.copy {
                let (copy, edits) = ops::add_at(athlete, &session.plan, slot, before);
                (Some(copy), edits)
            } else {
                (Some(*id), ops::place_at(athlete, session, slot, before))
            }
        }
        Dragged::Plan(plan) => {
            let (id, edits) = ops::add_at(athlete, plan, slot, before);
            (Some(id), edits)
        }
        Dragged::Exercise(exercise) => {
            let (id, edits) = ops::add_exercise_to_day(athlete, view.library, exercise, slot)?;
            (Some(id), edits)
        }
        Dragged::Week(id) => {
            let template = view.library.weeks().iter().find(|week| week.id == *id)?;
            (None, ops::lay_out(template, first))
        }
        Dragged::Program(_) => {
            let laid = drag.laid.as_ref().filter(|laid| laid.first == first)?;
            (None, laid.layout.edits.clone())
        }
    };
    Some(Dropped { selected, edits })
}

/// Drops what is dragged on a slot: one undo step. A program asks first how it is to be laid out.
pub fn drop_on(
    view: &View,
    state: &mut Shared,
    drag: &Drag,
    slot: Slot,
    before: Option<SessionId>,
    actions: &mut Actions,
) {
    let athlete = view.athlete;
    if let Dragged::Program(id) = &drag.dragged {
        let first = Week::of(slot.date, athlete.profile.week_start).first();
        let laid = drag.laid.as_ref().filter(|laid| laid.first == first);
        actions.open(DialogRequest::LayOut {
            program: id.clone(),
            first,
            known: laid.map(|laid| laid.layout.clone()),
        });
        return;
    }
    let Some(Dropped { selected, edits }) = dropped(view, drag, slot, before) else {
        return;
    };
    if edits.is_empty() {
        return;
    }
    let (verb, done) = match &drag.dragged {
        Dragged::Week(_) => {
            actions.edit(format!("Lay out “{}”", drag.title), athlete.id, edits);
            return;
        }
        Dragged::Session(_) if drag.copy => ("Copy", "Copied"),
        Dragged::Session(_) => ("Move", "Moved"),
        Dragged::Plan(_) | Dragged::Exercise(_) | Dragged::Program(_) => ("Add", "Added"),
    };
    let what = lower_first(&drag.title);
    let step = Transaction::new(
        format!("{verb} {what}"),
        WorkspaceEdit::Athlete(athlete.id, edits),
    );
    let selected = selected.or(state.selected);
    if Week::of(slot.date, athlete.profile.week_start).first() == state.week {
        actions.push(Action::Apply(step));
        actions.select(selected, slot.date);
    } else {
        // It lands out of sight, so the drop is told.
        let (weekday, day) = (format::weekday(slot.date), format::day_month(slot.date));
        let message = format!("{done} {what} to {weekday} {day}");
        actions.push(Action::ApplyWithUndo(step, message));
        actions.select(selected, state.day);
    }
}
