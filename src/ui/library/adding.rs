//! Where an exercise or a session of the library goes when it is not dragged there.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::{Exercise, Plan, Session, SessionTemplate, Slot, Start, Status, Workout};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::load;
use crate::planning;
use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::ids::new_session_id;
use crate::ui::shared::Shared;
use crate::ui::view::View;

/// How many letters of a name stand on a button.
const LETTERS: usize = 22;

/// Where an exercise would go.
enum Place<'a> {
    /// To the list of the template that is edited.
    Template(&'a SessionTemplate),
    /// To the list of the selected session.
    Session(&'a Arc<Session>),
    /// To the selected day.
    Day(NaiveDate),
}

impl<'a> Place<'a> {
    fn of(view: &View<'a>, shared: &Shared) -> Self {
        let edited = shared.edited_template(view.workspace);
        if let Some(template) = edited.filter(|t| takes_exercises(&t.plan)) {
            return Self::Template(template);
        }
        let selected = shared.selected.and_then(|id| view.athlete.sessions.get(id));
        let open = |session: &&Arc<Session>| {
            session.status == Status::Planned && takes_exercises(&session.plan)
        };
        match selected.filter(open) {
            Some(session) => Self::Session(session),
            None => Self::Day(shared.day),
        }
    }
}

fn takes_exercises(plan: &Plan) -> bool {
    matches!(plan.workout, Workout::Strength(_) | Workout::Mobility(_))
}

/// What the button says: "Add to Lower body strength", "Add to Tue 24".
pub(super) fn label(view: &View, shared: &Shared) -> String {
    let place = match Place::of(view, shared) {
        Place::Template(template) => format::shortened(&template.name, LETTERS),
        Place::Session(session) => {
            format::shortened(&load::title_of(&session.plan, view.library), LETTERS)
        }
        Place::Day(date) => format::day(date),
    };
    format!("Add to {place}")
}

/// Puts an exercise where [`label`] says: one undo step.
pub(super) fn add_exercise(
    view: &View,
    shared: &Shared,
    exercise: &Exercise,
    actions: &mut Actions,
) {
    let label = format!("Add {}", exercise.name.to_lowercase());
    let athlete = view.athlete;
    match Place::of(view, shared) {
        Place::Template(template) => {
            let mut changed = template.clone();
            let Some(list) = changed.plan.workout.exercises_mut() else {
                return;
            };
            list.push(planning::prescription(exercise));
            let edit = WorkspaceEdit::PutSessionTemplate(Box::new(changed));
            actions.push(Action::Apply(Transaction::new(label, edit)));
        }
        Place::Session(session) => {
            let edits = planning::add_exercise(athlete, session, exercise);
            actions.edit(label, athlete.id, edits.unwrap_or_default());
        }
        Place::Day(date) => {
            let slot = Slot {
                date,
                start: Start::Unset,
            };
            let id = new_session_id();
            let added =
                planning::add_exercise_to_day(athlete, view.library, &exercise.id, slot, id);
            if let Some((id, edits)) = added {
                actions.edit(label, athlete.id, edits);
                actions.select(Some(id), shared.day);
            }
        }
    }
}

/// Puts a session on the selected day: one undo step.
pub(super) fn add_session(
    view: &View,
    shared: &Shared,
    template: &SessionTemplate,
    actions: &mut Actions,
) {
    let slot = Slot {
        date: shared.day,
        start: template.plan.start,
    };
    let id = new_session_id();
    let edits = planning::add(&template.plan, slot, id);
    let label = format!("Add {}", template.name.to_lowercase());
    actions.edit(label, view.athlete.id, edits);
    actions.select(Some(id), shared.day);
}
