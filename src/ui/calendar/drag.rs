//! A drag under way: what would land, and the verdict of every day.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::{Context, DragAndDrop};

use crate::domain::{DayPart, Plan, Slot};
use crate::edit::{Step, WorkspaceEdit};
use crate::load;
use crate::rules::{self, Verdict};
use crate::ui::action::{Action, Actions};
use crate::ui::state::{Drag, Dragged, UiState};
use crate::ui::view::View;

use super::ops;

/// Keeps the state of a drag in step with the pointer: begins it, follows the copy key, ends it.
pub fn follow(ctx: &Context, view: &View, state: &mut UiState) {
    if let Some(moving) = state.moving {
        let dragged = Dragged::Session(moving.session);
        refresh(view, state, dragged, false);
        return;
    }
    let Some(dragged) = DragAndDrop::payload::<Dragged>(ctx) else {
        state.drag = None;
        return;
    };
    let copy =
        ctx.input(|input| input.modifiers.command) || !matches!(*dragged, Dragged::Session(_));
    refresh(view, state, (*dragged).clone(), copy);
}

fn refresh(view: &View, state: &mut UiState, dragged: Dragged, copy: bool) {
    let stale = state
        .drag
        .as_ref()
        .is_none_or(|drag| drag.dragged != dragged || drag.copy != copy);
    if stale {
        state.drag = begin(view, state.week, dragged, copy);
    }
}

fn begin(view: &View, week: NaiveDate, dragged: Dragged, copy: bool) -> Option<Drag> {
    let (plan, title) = match &dragged {
        Dragged::Session(id) => {
            let plan = Arc::new(view.session(*id)?.plan.clone());
            let title = load::title_of(&plan, view.library);
            (Some(plan), title)
        }
        Dragged::Plan(plan) => (Some(plan.clone()), load::title_of(plan, view.library)),
        Dragged::Exercise(id) => {
            let exercise = view.library.exercise(id)?;
            (
                Some(Arc::new(ops::exercise_plan(exercise))),
                exercise.name.clone(),
            )
        }
        Dragged::Week(id) => (
            None,
            view.library
                .weeks()
                .iter()
                .find(|week| week.id == *id)?
                .name
                .clone(),
        ),
    };
    let moving = match dragged {
        Dragged::Session(id) if !copy => Some(id),
        _ => None,
    };
    let verdicts = plan
        .as_deref()
        .map(|plan| verdicts(view, week, plan, moving))
        .unwrap_or_default();
    Some(Drag {
        dragged,
        copy,
        plan,
        title,
        verdicts,
    })
}

fn verdicts(
    view: &View,
    week: NaiveDate,
    plan: &Plan,
    moving: Option<crate::domain::SessionId>,
) -> Vec<[Verdict; 2]> {
    let slots: Vec<Slot> = (0..7)
        .flat_map(|day| {
            let date = week + Days::new(day);
            [DayPart::Morning, DayPart::Evening].map(|part| Slot {
                date,
                start: ops::start_in(plan, part),
            })
        })
        .collect();
    let verdicts = rules::verdicts(view.athlete, &view.context(), plan, moving, &slots);
    let mut pairs = Vec::with_capacity(7);
    let mut verdicts = verdicts.into_iter();
    while let (Some(morning), Some(evening)) = (verdicts.next(), verdicts.next()) {
        pairs.push([morning, evening]);
    }
    pairs
}

/// The verdict of one slot outside the shown week, for a drop on the season strip.
pub fn verdict_at(view: &View, drag: &Drag, slot: Slot) -> Option<Verdict> {
    let plan = drag.plan.as_deref()?;
    let moving = match drag.dragged {
        Dragged::Session(id) if !drag.copy => Some(id),
        _ => None,
    };
    rules::verdicts(view.athlete, &view.context(), plan, moving, &[slot]).pop()
}

/// Drops what is dragged on a slot: one undo step.
pub fn drop_on(view: &View, state: &mut UiState, drag: &Drag, slot: Slot, actions: &mut Actions) {
    let athlete = view.athlete;
    let what = drag.title.to_lowercase();
    let (label, selected, edits) = match &drag.dragged {
        Dragged::Session(id) => {
            let Some(session) = view.session(*id) else {
                return;
            };
            if drag.copy {
                let (copy, edits) = ops::add(&session.plan, slot);
                (format!("Copy {what}"), Some(copy), edits)
            } else {
                (
                    format!("Move {what}"),
                    Some(*id),
                    ops::move_to(session, slot),
                )
            }
        }
        Dragged::Plan(plan) => {
            let (id, edits) = ops::add(plan, slot);
            (format!("Add {what}"), Some(id), edits)
        }
        Dragged::Exercise(exercise) => {
            let added = ops::add_exercise_to_day(athlete, view.library, exercise, slot);
            let Some((id, edits)) = added else { return };
            (format!("Add {what}"), Some(id), edits)
        }
        Dragged::Week(id) => {
            let Some(template) = view.library.weeks().iter().find(|week| week.id == *id) else {
                return;
            };
            (
                format!("Lay out “{}”", template.name),
                None,
                ops::lay_out(template, state.week),
            )
        }
    };
    if edits.is_empty() {
        return;
    }
    state.selected = selected.or(state.selected);
    state.day = slot.date;
    actions.push(Action::Step(Step::new(
        label,
        WorkspaceEdit::Athlete(athlete.id, edits),
    )));
}
