//! A drag under way: what would land, and the verdict of every day.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::{Context, DragAndDrop};

use crate::domain::{
    DayPart, ExerciseId, Plan, Program, ProgramWeek, Session, SessionId, Slot, Week, WeekTemplate,
};
use crate::load;
use crate::planning;
use crate::rules::{self, Companion, Severity, Verdict};
use crate::ui::format;
use crate::ui::ids::new_session_id;
use crate::ui::shared::{Drag, Dragged, Shared, Spread};
use crate::ui::view::View;

/// Keeps the state of a drag in step with the pointer: begins it, follows the copy key, ends it.
pub fn follow(ctx: &Context, view: &View, state: &mut Shared) {
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

fn refresh(view: &View, state: &mut Shared, dragged: Dragged, copy: bool) {
    let stale = state
        .drag
        .as_ref()
        .is_none_or(|drag| drag.dragged != dragged || drag.copy != copy);
    if stale {
        let with = match dragged {
            Dragged::Session(id) if state.is_selected(id) => {
                state.selection().filter(|other| *other != id).collect()
            }
            _ => Vec::new(),
        };
        state.drag = begin(view, state.week, dragged, with, copy);
    }
    if let Some(drag) = &mut state.drag {
        drag.aimed = drag.aim.take();
    }
}

fn begin(
    view: &View,
    week: NaiveDate,
    dragged: Dragged,
    with: Vec<SessionId>,
    copy: bool,
) -> Option<Drag> {
    let moving = match dragged {
        Dragged::Session(id) if !copy => Some(id),
        _ => None,
    };
    let mut drag = Drag {
        with,
        wide: Vec::new(),
        copy,
        plan: None,
        title: String::new(),
        verdicts: Vec::new(),
        earliest: view.today,
        beyond: None,
        aim: None,
        aimed: None,
        spread: None,
        elsewhere: None,
        laid: None,
        dragged,
    };
    let plan = match &drag.dragged {
        Dragged::Session(id) => {
            let session = view.session(*id)?;
            if moving.is_some() && session.date < view.today {
                drag.earliest = NaiveDate::MIN;
            }
            Arc::new(Plan::clone(&session.plan))
        }
        Dragged::Plan(plan) => Arc::new(as_added(view, plan, week)),
        Dragged::Exercise(id) => {
            let plan = planning::exercise_plan(view.library.exercise(id)?);
            Arc::new(as_added(view, &plan, week))
        }
        Dragged::Week(id) => {
            let template = view.library.weeks().iter().find(|week| week.id == *id)?;
            drag.title.clone_from(&template.name);
            drag.spread = Some(spread(template));
            return Some(drag);
        }
        Dragged::Program(id) => {
            let program = view.library.program(id)?;
            drag.title.clone_from(&program.name);
            drag.spread = Some(spread_of(program));
            return Some(drag);
        }
    };
    drag.title = match &drag.dragged {
        Dragged::Exercise(id) => view.library.exercise(id)?.name.clone(),
        Dragged::Session(_) if !drag.with.is_empty() => {
            format::plural(drag.with.len() + 1, "session", "sessions")
        }
        _ => load::title_of(&plan, view.library),
    };
    drag.verdicts = verdicts(view, &drag, week, &plan);
    if clear_slots(&drag).next().is_none() {
        let after = verdicts(view, &drag, week + Days::new(7), &plan);
        let clear = after.iter().flatten().find(|v| v.worst.is_none());
        drag.beyond = clear.map(|verdict| verdict.slot);
    }
    drag.plan = Some(plan);
    Some(drag)
}

fn spread(template: &WeekTemplate) -> Spread {
    let mut first_week = [0; 7];
    let sessions = || {
        let days = template.days.iter();
        days.filter(|day| day.plan.kind().is_session())
    };
    for day in sessions().filter(|day| day.week <= 1) {
        if let Some(count) = first_week.get_mut(day.day.num_days_from_monday() as usize) {
            *count += 1;
        }
    }
    Spread {
        weeks: template.weeks(),
        sessions: sessions().count(),
        first_week,
    }
}

/// How a program would spread if every session stood on the day it is meant for.
fn spread_of(program: &Program) -> Spread {
    let mut first_week = [0; 7];
    let asked = |week: &ProgramWeek| {
        let sessions = week.sessions.iter().filter(|session| !session.optional);
        sessions.cloned().collect::<Vec<_>>()
    };
    let first = program.weeks.first().map(asked).unwrap_or_default();
    for day in first.iter().filter_map(|session| session.day) {
        if let Some(count) = first_week.get_mut(day.num_days_from_monday() as usize) {
            *count += 1;
        }
    }
    Spread {
        weeks: program.weeks.len() as u32,
        sessions: program.weeks.iter().map(|week| asked(week).len()).sum(),
        first_week,
    }
}

/// For the seven days from `first`, the verdict of the morning and of the evening.
fn verdicts(view: &View, drag: &Drag, first: NaiveDate, plan: &Plan) -> Vec<[Verdict; 2]> {
    let slots: Vec<Slot> = (0..7)
        .flat_map(|day| {
            let date = first + Days::new(day);
            [DayPart::Morning, DayPart::Evening].map(|part| Slot {
                date,
                start: planning::start_in(plan, part),
            })
        })
        .collect();
    let verdicts = judged(view, drag, plan, &slots);
    let mut pairs = Vec::with_capacity(7);
    let mut verdicts = verdicts.into_iter();
    while let (Some(morning), Some(evening)) = (verdicts.next(), verdicts.next()) {
        pairs.push([morning, evening]);
    }
    pairs
}

/// The verdicts of slots for what is dragged; none for a template week or a program.
pub(super) fn verdicts_of(view: &View, drag: &Drag, slots: &[Slot]) -> Vec<Verdict> {
    let Some(plan) = drag.plan.as_deref() else {
        return Vec::new();
    };
    judged(view, drag, plan, slots)
}

/// A plan as it will stand in the calendar once it is dropped, with the loads that it then gets.
fn as_added(view: &View, plan: &Plan, week: NaiveDate) -> Plan {
    let id = new_session_id();
    let slot = Slot {
        date: week.max(view.today),
        start: plan.start,
    };
    let added = planning::add(plan, slot, id);
    planning::plan_after(view.athlete, view.library, added, id).unwrap_or_else(|| plan.clone())
}

/// The verdicts of what is dragged, with all that goes with it.
fn judged(view: &View, drag: &Drag, plan: &Plan, slots: &[Slot]) -> Vec<Verdict> {
    let mut verdicts = judged_alone(view, drag, plan, slots);
    if let Dragged::Exercise(id) = &drag.dragged {
        join_lists(view, id, &mut verdicts);
    }
    verdicts
}

fn judged_alone(view: &View, drag: &Drag, plan: &Plan, slots: &[Slot]) -> Vec<Verdict> {
    let held = match drag.dragged {
        Dragged::Session(id) => view.session(id),
        _ => None,
    };
    let moving = held.filter(|_| !drag.copy).map(|session| session.id);
    let with: Vec<Companion> = held.map_or_else(Vec::new, |held| {
        let others = drag.with.iter().filter_map(|id| view.session(*id));
        let companion = |session: &Arc<Session>| Companion {
            session: session.clone(),
            days: (session.date - held.date).num_days(),
        };
        others.map(companion).collect()
    });
    rules::verdicts_together(view.athlete, &view.context(), (plan, moving), &with, slots)
}

/// Where an exercise would join a session that is planned already, the verdict is that of the longer session.
fn join_lists(view: &View, exercise: &ExerciseId, verdicts: &mut [Verdict]) {
    let Some(exercise) = view.library.exercise(exercise) else {
        return;
    };
    let mut known: Option<Verdict> = None;
    for verdict in verdicts {
        let date = verdict.slot.date;
        if let Some(known) = known.as_ref().filter(|known| known.slot.date == date) {
            *verdict = known.clone();
            continue;
        }
        let Some(session) = planning::joined(view.athlete, date) else {
            continue;
        };
        let longer = planning::add_exercise(view.athlete, session, exercise)
            .and_then(|added| planning::plan_after(view.athlete, view.library, added, session.id));
        let Some(plan) = longer else { continue };
        let (context, slots) = (view.context(), [session.slot()]);
        // Findings that the session already has count too: with one exercise more the slot is not clear.
        let longer = rules::verdicts(view.athlete, &context, &plan, Some(session.id), &slots).pop();
        if let Some(longer) = longer {
            *verdict = longer.clone();
            known = Some(longer);
        }
    }
}

/// The verdicts of the shown week on the days that may be offered.
fn open_slots(drag: &Drag) -> impl Iterator<Item = &Verdict> {
    let verdicts = drag.verdicts.iter().flatten();
    verdicts.filter(|verdict| verdict.slot.date >= drag.earliest)
}

fn clear_slots(drag: &Drag) -> impl Iterator<Item = Slot> {
    open_slots(drag)
        .filter(|verdict| verdict.worst.is_none())
        .map(|verdict| verdict.slot)
}

/// The way out of a slot that is not clear, in words: the nearest clear slot of the shown week or the next; where
/// there is none, the mildest one. Of two equally near the earlier; days that have passed are not offered.
pub fn way_out(drag: &Drag, from: &Verdict) -> String {
    let near = |slot: Slot| ((slot.date - from.slot.date).num_days().abs(), slot.date);
    if let Some(clear) = clear_slots(drag).min_by_key(|slot| near(*slot)) {
        return format!("Nearest clear slot: {}", in_words(drag, clear, None));
    }
    if let Some(later) = drag.beyond {
        let (weekday, day) = (format::weekday(later.date), format::day_month(later.date));
        return format!("Nearest clear slot: {weekday} {day}");
    }
    let milder = open_slots(drag).filter(|verdict| verdict.worst < from.worst);
    milder
        .min_by_key(|verdict| (verdict.worst, near(verdict.slot)))
        .map_or_else(
            || "No slot this week is better.".to_owned(),
            |verdict| {
                let slot = in_words(drag, verdict.slot, verdict.worst);
                format!("No slot is clear; the least bad is {slot}.")
            },
        )
}

/// "Thu 26", or "Thu 26, evening" where the other half of that day is worse.
fn in_words(drag: &Drag, slot: Slot, worst: Option<Severity>) -> String {
    let day = format::day(slot.date);
    let halves = open_slots(drag).filter(|v| v.slot.date == slot.date && v.worst == worst);
    match (halves.count(), slot.start.part()) {
        (1, Some(DayPart::Morning)) => format!("{day}, morning"),
        (1, Some(DayPart::Evening)) => format!("{day}, evening"),
        _ => day,
    }
}

/// Works out the verdict of a slot outside the shown week, for a drop on the season strip, once for each week
/// that is pointed at.
pub fn look_elsewhere(view: &View, state: &mut Shared, slot: Slot) {
    let Some(drag) = &mut state.drag else { return };
    drag.aim = Some(slot);
    if drag
        .elsewhere
        .as_ref()
        .is_some_and(|(known, _)| *known == slot)
    {
        return;
    }
    let Some(plan) = drag.plan.clone() else {
        return;
    };
    let week = Week::of(slot.date, view.athlete.profile.week_start).first();
    // The slot comes first, since all days of its week have the same start.
    let others = week.iter_days().take(7).filter(|date| *date != slot.date);
    let slots: Vec<Slot> = std::iter::once(slot)
        .chain(others.map(|date| Slot { date, ..slot }))
        .collect();
    let verdicts = judged(view, drag, &plan, &slots);
    drag.elsewhere = verdicts.into_iter().next().map(|verdict| (slot, verdict));
}
