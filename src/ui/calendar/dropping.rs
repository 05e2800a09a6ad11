//! What a drop does to the document.

use chrono::NaiveDate;

use crate::domain::{SessionId, Slot, Week};
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

/// What a drop changes, and the session that is selected after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Dropped {
    /// The session to select; template weeks and programs select none.
    pub selected: Option<SessionId>,
    /// The changes, in order.
    pub edits: Vec<Edit>,
    /// The day on which the session was done, where its log stayed behind and only its plan was copied.
    pub log_stays_on: Option<NaiveDate>,
}

/// What dropping on a slot would change, in front of `before` where its place among the others is free. A program is
/// laid out as its dialog first proposes it. `None` where what is dragged is gone, or not laid out yet.
pub fn dropped(view: &View, drag: &Drag, slot: Slot, before: Option<SessionId>) -> Option<Dropped> {
    let athlete = view.athlete;
    let first = Week::of(slot.date, athlete.profile.week_start).first();
    let mut log_stays_on = None;
    let (selected, edits) = match &drag.dragged {
        Dragged::Session(id) => {
            let session = view.session(*id)?;
            let copy = new_session_id();
            let (selected, mut edits) = if drag.copy {
                let edits = planning::add_at(athlete, &session.plan, slot, before, copy);
                (Some(copy), edits)
            } else {
                let moved =
                    planning::move_session(athlete, session, slot, before, view.today, copy);
                log_stays_on = moved.log_stays_on;
                (Some(moved.session), moved.edits)
            };
            let days = slot.date - session.date;
            edits.extend(followers(view, drag, days));
            (selected, edits)
        }
        Dragged::Plan(plan) => {
            let id = new_session_id();
            let edits = planning::add_at(athlete, plan, slot, before, id);
            (Some(id), edits)
        }
        Dragged::Exercise(exercise) => {
            let id = new_session_id();
            let (id, edits) =
                planning::add_exercise_to_day(athlete, view.library, exercise, slot, id)?;
            (Some(id), edits)
        }
        Dragged::Week(id) => {
            let template = view.library.weeks().iter().find(|week| week.id == *id)?;
            (
                None,
                planning::lay_out(template, first, view.today, &mut new_session_id).edits,
            )
        }
        Dragged::Program(_) => {
            let laid = drag.laid.as_ref().filter(|laid| laid.first == first)?;
            (None, laid.layout.edits.clone())
        }
    };
    Some(Dropped {
        selected,
        edits,
        log_stays_on,
    })
}

/// The sessions that are selected with the dragged one go by as many days, each at its own time.
fn followers(view: &View, drag: &Drag, days: chrono::Duration) -> Vec<Edit> {
    let go = |id: &SessionId| {
        let session = view.session(*id)?;
        let slot = Slot {
            date: session.date.checked_add_signed(days)?,
            start: session.plan.start,
        };
        let copy = new_session_id();
        if drag.copy {
            return Some(planning::add_at(
                view.athlete,
                &session.plan,
                slot,
                None,
                copy,
            ));
        }
        let unmoved = slot == session.slot();
        let moved = planning::move_session(view.athlete, session, slot, None, view.today, copy);
        (!unmoved).then_some(moved.edits)
    };
    drag.with.iter().filter_map(go).flatten().collect()
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
        log_stays_on,
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
    let step = Transaction::new(
        format!("{verb} {what}"),
        WorkspaceEdit::Athlete(athlete.id, edits),
    );
    let selected = selected.or(state.selected);
    if let (Some(session), Some(_)) = (selected, log_stays_on) {
        let moved = Moved {
            session,
            edits: Vec::new(),
            log_stays_on,
        };
        let (label, told) = moving::words(&what, &moved, slot.date);
        let step = Transaction { label, ..step };
        actions.push(Action::ApplyWithUndo(step, told.unwrap_or_default()));
        actions.select(selected, slot.date);
        return;
    }
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
