//! What a drop does to the document.

use std::sync::Arc;

use crate::domain::{Session, SessionId, Slot, Week};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::planning::{self, Moved};
use crate::ui::action::{Action, Actions, DialogRequest};
use crate::ui::format::{self, lower_first};
use crate::ui::hint::Hint;
use crate::ui::ids::new_session_id;
use crate::ui::shared::{Drag, Dragged, Shared};
use crate::ui::view::View;

use crate::ui::lay_week::lay_week;

use super::moving;

/// What a drop changes, and the sessions that are selected after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dropped {
    /// The sessions to select, the one that was held first; template weeks and programs select none.
    pub selected: Vec<SessionId>,
    /// The changes, in order.
    pub edits: Vec<Edit>,
    /// What moving the sessions came to, of each that moves; empty where they are copied, and where none are dragged.
    pub moves: Vec<Moved>,
}

/// What dropping on a slot would change, in front of `before` where its place among the others is free. A program is
/// laid out as its dialog first proposes it. `None` where what is dragged is gone, or not laid out yet.
pub fn dropped(view: &View, drag: &Drag, slot: Slot, before: Option<SessionId>) -> Option<Dropped> {
    let athlete = view.athlete;
    let first = Week::of(slot.date, athlete.profile.week_start).first();
    let mut moves = Vec::new();
    let (selected, edits) = match &drag.dragged {
        Dragged::Session(id) => {
            let session = view.session(*id)?;
            let copy = new_session_id();
            let days = slot.date - session.date;
            if drag.copy {
                let mut edits = planning::add_at(athlete, &session.plan, slot, before, copy);
                let mut copies = vec![copy];
                for (session, slot) in followers(view, drag, days) {
                    let copy = new_session_id();
                    edits.extend(planning::add_at(athlete, &session.plan, slot, None, copy));
                    copies.push(copy);
                }
                (copies, edits)
            } else {
                let moved =
                    planning::move_session(athlete, session, slot, before, view.today, copy);
                let mut selected = vec![moved.session];
                moves.push(moved);
                for (session, slot) in followers(view, drag, days) {
                    if session.slot() == slot {
                        selected.push(session.id);
                        continue;
                    }
                    let copy = new_session_id();
                    let moved =
                        planning::move_session(athlete, session, slot, None, view.today, copy);
                    selected.push(moved.session);
                    moves.push(moved);
                }
                moves.retain(|moved| !moved.edits.is_empty());
                let edits = moves.iter().flat_map(|moved| moved.edits.clone());
                (selected, edits.collect())
            }
        }
        Dragged::Plan(plan) => {
            let id = new_session_id();
            let edits = planning::add_at(athlete, plan, slot, before, id);
            (vec![id], edits)
        }
        Dragged::Exercise(exercise) => {
            let id = new_session_id();
            let (id, edits) =
                planning::add_exercise_to_day(athlete, view.library, exercise, slot, id)?;
            (vec![id], edits)
        }
        Dragged::Week(id) => {
            let template = view.library.weeks().iter().find(|week| week.id == *id)?;
            (
                Vec::new(),
                planning::lay_out(template, first, view.today, &mut new_session_id).edits,
            )
        }
        Dragged::Program(_) => {
            let laid = drag.laid.as_ref().filter(|laid| laid.first == first)?;
            (Vec::new(), laid.layout.edits.clone())
        }
    };
    Some(Dropped {
        selected,
        edits,
        moves,
    })
}

/// The sessions that are selected with the dragged one, and where each goes: by as many days, at its own time.
fn followers<'a>(
    view: &'a View,
    drag: &'a Drag,
    days: chrono::Duration,
) -> impl Iterator<Item = (&'a Arc<Session>, Slot)> {
    drag.with.iter().filter_map(move |id| {
        let session = view.session(*id)?;
        let slot = Slot {
            date: session.date.checked_add_signed(days)?,
            start: session.plan.start,
        };
        Some((session, slot))
    })
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
    if !matches!(drag.dragged, Dragged::Session(_)) {
        actions.push(Action::EndHint(Hint::Drag));
    }
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
    if let Dragged::Week(id) = &drag.dragged {
        let mut weeks = view.library.weeks().iter();
        if let Some(template) = weeks.find(|week| week.id == *id) {
            let first = Week::of(slot.date, athlete.profile.week_start).first();
            lay_week(view, template, first, actions);
        }
        return;
    }
    let Some(dropped) = dropped(view, drag, slot, before) else {
        return;
    };
    let Dropped {
        selected,
        edits,
        moves,
    } = dropped;
    if edits.is_empty() {
        return;
    }
    let (verb, done) = match &drag.dragged {
        Dragged::Session(_) if drag.copy => ("Copy", "Copied"),
        Dragged::Session(_) => ("Move", "Moved"),
        _ => ("Add", "Added"),
    };
    let what = lower_first(&drag.title);
    let transaction = Transaction::new(
        format!("{verb} {what}"),
        WorkspaceEdit::Athlete(athlete.id, edits),
    );
    if let Some((label, told)) = words_of_moves(view, drag, slot, &moves) {
        let transaction = Transaction {
            label,
            ..transaction
        };
        actions.push(Action::ApplyWithUndo(transaction, told));
        actions.select_all(selected, slot.date);
        return;
    }
    if Week::of(slot.date, athlete.profile.week_start).first() == state.week {
        actions.push(Action::Apply(transaction));
        actions.select_all(selected, slot.date);
    } else {
        // It was dropped out of sight, so say where.
        let (weekday, day) = (format::weekday(slot.date), format::day_month(slot.date));
        let message = format!("{done} {what} to {weekday} {day}");
        actions.push(Action::ApplyWithUndo(transaction, message));
        actions.select_all(selected, state.day);
    }
}

/// The label of the step and what is told of it, where that is more than that sessions moved as they were held: what was
/// done stayed on its day.
fn words_of_moves(
    view: &View,
    drag: &Drag,
    slot: Slot,
    moves: &[Moved],
) -> Option<(String, String)> {
    moves.iter().find(|moved| moved.log_stays_on.is_some())?;
    if let [moved] = moves {
        let (label, told) = moving::words(&lower_first(&drag.title), moved, slot.date);
        return told.map(|told| (label, told));
    }
    let Dragged::Session(id) = drag.dragged else {
        return None;
    };
    let days = (slot.date - view.session(id)?.date).num_days();
    Some(moving::words_of_several(moves, &moving::way_words(days)))
}
