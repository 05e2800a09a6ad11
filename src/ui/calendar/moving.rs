//! Moving a session from the calendar: one undo step, told where it is not what one would expect.

use chrono::NaiveDate;

use crate::domain::{Session, Slot};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::load;
use crate::planning::{self, Moved};
use crate::ui::action::{Action, Actions};
use crate::ui::ids::new_session_id;
use crate::ui::view::View;
use crate::ui::{format, lower_first};

/// Moves a session to a slot. What was done stays on its day, and its plan is copied where the slot lies ahead.
pub fn move_session(view: &View, session: &Session, slot: Slot, actions: &mut Actions) {
    let (athlete, copy) = (view.athlete, new_session_id());
    // Behind the others of its start, as a step by the keyboard or the menu says nothing of an order.
    let moved = if session.slot() == slot {
        return;
    } else {
        planning::move_session(athlete, session, slot, None, view.today, copy)
    };
    let title = lower_first(&load::title_of(&session.plan, view.library));
    let (label, told) = words(&title, &moved, slot.date);
    let step = Transaction::new(label, WorkspaceEdit::Athlete(athlete.id, moved.edits));
    actions.push(match told {
        Some(message) => Action::ApplyWithUndo(step, message),
        None => Action::Apply(step),
    });
}

/// The label of the step, and what is to be told of it: only where the log stayed behind.
pub fn words(title: &str, moved: &Moved, to: NaiveDate) -> (String, Option<String>) {
    let Some(done_on) = moved.log_stays_on else {
        return (format!("Move {title}"), None);
    };
    let day = |date| format!("{} {}", format::weekday(date), format::day_month(date));
    let told = format!(
        "Copied the plan of {title} to {}; what was done stays on {}",
        day(to),
        day(done_on)
    );
    (format!("Copy {title}"), Some(told))
}
