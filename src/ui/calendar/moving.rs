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
    // Put it after the others with the same start: a move by keyboard or menu does not choose an order.
    let moved = if session.slot() == slot {
        return;
    } else {
        planning::move_session(athlete, session, slot, None, view.today, copy)
    };
    let title = lower_first(&load::title_of(&session.plan, view.library));
    let (label, told) = words(&title, &moved, slot.date);
    let transaction = Transaction::new(label, WorkspaceEdit::Athlete(athlete.id, moved.edits));
    actions.push(match told {
        Some(message) => Action::ApplyWithUndo(transaction, message),
        None => Action::Apply(transaction),
    });
}

/// The label of the step, and what is to be told of it: only where the log stayed behind.
///
/// Of several sessions see [`words_of_several`].
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

/// The label of the step in which several sessions go, and what became of them, where something did not go the way of the
/// others said as well. `way` says where they go: "2 days later".
pub fn words_of_several(moves: &[Moved], way: &str) -> (String, String) {
    let of = |count: usize| format::plural(count, "session", "sessions");
    let stayed = moves.iter().filter(|one| one.log_stays_on.is_some());
    let (stayed, all) = (stayed.count(), moves.len());
    let count = of(all);
    let (verb, told) = if stayed == 0 {
        ("Move", format!("Moved {count} {way}"))
    } else if stayed == all {
        let told = format!("Copied the plans of {count} {way}; what was done stays on its day");
        ("Copy", told)
    } else {
        let (gone, kept) = (of(all - stayed), of(stayed));
        let told = format!(
            "Moved {gone} {way} and copied the plans of {kept}; what was done stays on its day"
        );
        ("Move", told)
    };
    (format!("{verb} {count}"), told)
}

/// So many days on or back, in words: "2 days later", "a week earlier".
pub fn way_words(days: i64) -> String {
    let way = if days < 0 { "earlier" } else { "later" };
    let far = match days.unsigned_abs() {
        1 => "a day".to_owned(),
        7 => "a week".to_owned(),
        days if days % 7 == 0 => format!("{} weeks", days / 7),
        days => format!("{days} days"),
    };
    format!("{far} {way}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SessionId;

    fn moved(log_stays_on: Option<NaiveDate>) -> Moved {
        Moved {
            session: SessionId::from_bits(1),
            edits: Vec::new(),
            log_stays_on,
        }
    }

    #[test]
    fn what_several_came_to_is_said_of_all_of_them() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23);
        let (done, planned) = (moved(day), moved(None));
        let (label, told) = words_of_several(&[planned.clone(), planned.clone()], &way_words(-7));
        assert_eq!(label, "Move 2 sessions");
        assert_eq!(told, "Moved 2 sessions a week earlier");
        let (label, told) = words_of_several(&[done.clone(), done.clone()], &way_words(5));
        assert_eq!(label, "Copy 2 sessions");
        assert_eq!(
            told,
            "Copied the plans of 2 sessions 5 days later; what was done stays on its day"
        );
        let (label, told) = words_of_several(&[done.clone(), planned, done], &way_words(14));
        assert_eq!(label, "Move 3 sessions");
        assert_eq!(
            told,
            "Moved 1 session 2 weeks later and copied the plans of 2 sessions; what was done stays on its day"
        );
    }
}
