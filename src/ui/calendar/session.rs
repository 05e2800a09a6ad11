//! A session in its day: its card with its menu, and what is dropped on it.

use std::sync::Arc;

use egui::{PopupCloseBehavior, Rect, Response, Role, Sense, Ui, WidgetInfo};

use crate::domain::{Session, Workout};
use crate::planning;
use crate::ui::action::{Action, Actions, Extend};
use crate::ui::card_facts::CardFacts;
use crate::ui::format::lower_first;
use crate::ui::preview::SessionChange;
use crate::ui::shared::{Drag, Dragged, Panel, Shared};
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::view::View;
use crate::ui::widgets::context_menu::context_menu;
use crate::ui::widgets::hint;

use super::card::{self, Emphasis};
use super::card_text::Content;
use super::{hover, menus, spoken};

/// Draws a session and tells where it stands.
pub(super) fn session_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    session: &Arc<Session>,
    content: &Content,
    actions: &mut Actions,
) -> Option<Rect> {
    let facts = view.derived.facts.get(&session.id)?;
    let previewed = state.preview.shown().filter(|_| state.drag.is_none());
    let previewed = previewed.map(|preview| CardFacts {
        worst: preview.effect.worst_of(session.id),
        ..facts.clone()
    });
    let facts = previewed.as_ref().unwrap_or(facts);
    let news = view.is_news(view.athlete, session).then(|| CardFacts {
        news: true,
        ..facts.clone()
    });
    let facts = news.as_ref().unwrap_or(facts);
    let emphasis = emphasis(ui, view, state, session);
    let (response, cut) = if matches!(session.plan.workout, Workout::Note) {
        (note_ui(ui, view.palette, session, emphasis), false)
    } else {
        let content = (content, view.units());
        card::card_ui(ui, view.palette, session, facts, content, emphasis)
    };
    spoken::describe_session(&response, view, session, facts);
    use_ui(ui, view, state, session, &response, actions);
    let rect = response.rect;
    let says_more = hover::says_more(session, facts, content.detail, cut);
    if state.drag.is_none() && says_more && !hint::is_covered(&response) {
        response.on_hover_ui(|ui| hover::details_ui(ui, view, session, facts, cut));
    }
    Some(rect)
}

/// What pressing, dragging and clicking a session's card does, however it is drawn. Ctrl adds it to the selection or
/// takes it away, Shift takes all between; a double click edits its title.
pub(super) fn use_ui(
    ui: &Ui,
    view: &View,
    state: &mut Shared,
    session: &Arc<Session>,
    response: &Response,
    actions: &mut Actions,
) {
    let held = ui.input(|input| input.modifiers);
    if response.double_clicked() && !held.command && !held.shift {
        state.titling = Some(session.id);
        state.panels.show(Panel::Inspector);
    }
    if response.clicked() && held.command {
        actions.push(Action::Extend(session.id, Extend::Toggle));
    } else if response.clicked() && held.shift {
        actions.push(Action::Extend(session.id, Extend::Through));
    } else if response.clicked() || (response.drag_started() && !state.is_selected(session.id)) {
        if !(state.week..state.week + chrono::Days::new(7)).contains(&session.date) {
            actions.push(Action::ShowWeek(session.date));
        }
        actions.select(Some(session.id), session.date);
        // A panel that opens while a card is dragged would move the days under the pointer.
        if response.clicked() {
            inspect(state);
        }
    }
    response.dnd_set_drag_payload(Dragged::Session(session.id));
    take_exercise(view, state, session, response, actions);
    context_menu(response, PopupCloseBehavior::CloseOnClick, |ui| {
        menus::session_menu_ui(ui, view, state, session, actions);
    });
}

/// The inspector shows what is selected, where it was not folded for want of room.
fn inspect(state: &mut Shared) {
    state.panels.inspector = true;
    if state.panels.asked == Some(Panel::Library) && state.panels.room.library {
        state.panels.asked = None;
    }
}

/// How the card stands out: dragged away, about to take what is dragged, or selected.
fn emphasis(ui: &Ui, view: &View, state: &Shared, session: &Session) -> Emphasis {
    let goes_along = |drag: &Drag| drag.with.contains(&session.id);
    match state.drag.as_ref().map(|drag| (&drag.dragged, drag)) {
        Some((Dragged::Session(id), drag))
            if !drag.copy && (*id == session.id || goes_along(drag)) =>
        {
            return Emphasis::Ghost;
        }
        Some((Dragged::Exercise(_), _)) if would_take(ui, view, session) => {
            return Emphasis::Target;
        }
        _ => {}
    }
    if let Some(preview) = state.preview.shown().filter(|_| state.drag.is_none()) {
        match preview.marks.get(&session.id) {
            Some(SessionChange::Leaves(_)) => return Emphasis::Ghost,
            Some(SessionChange::Changes(_)) => return Emphasis::Target,
            None => {}
        }
    }
    if state.is_selected(session.id) {
        Emphasis::Selected
    } else {
        Emphasis::Plain
    }
}

/// True for the card under the pointer that has a list, and for the one that the day under the pointer would choose.
fn would_take(ui: &Ui, view: &View, session: &Session) -> bool {
    let pointed = |id| {
        let known = ui.ctx().read_response(card::card_id(id));
        known.is_some_and(|response| response.contains_pointer())
    };
    let takes = |id| planning::takes_exercises(view.athlete, id);
    let on_day = view.athlete.sessions.on(session.date);
    let target = on_day
        .iter()
        .find(|other| pointed(other.id) && takes(other.id));
    if let Some(target) = target {
        return target.id == session.id;
    }
    ui.rect_contains_pointer(ui.clip_rect())
        && planning::joined(view.athlete, session.date).is_some_and(|other| other.id == session.id)
}

/// An exercise dropped on a card with a list joins that list.
fn take_exercise(
    view: &View,
    state: &mut Shared,
    session: &Session,
    response: &Response,
    actions: &mut Actions,
) {
    let Some(Dragged::Exercise(id)) = state.drag.as_ref().map(|drag| &drag.dragged) else {
        return;
    };
    let takes = planning::takes_exercises(view.athlete, session.id);
    if !takes || response.dnd_release_payload::<Dragged>().is_none() {
        return;
    }
    let Some(exercise) = view.library.exercise(id) else {
        return;
    };
    if let Some(edits) = planning::add_exercise(view.athlete, session, exercise) {
        let label = format!("Add {}", lower_first(&exercise.name));
        actions.edit(label, view.athlete.id, edits);
        actions.select(Some(session.id), session.date);
    }
}

/// Between the edge of a day's cards and a note, in points.
const NOTE_MARGIN: i8 = 6;

fn note_ui(ui: &mut Ui, palette: &Palette, session: &Session, emphasis: Emphasis) -> Response {
    let content = if session.plan.note.is_empty() {
        "Note"
    } else {
        &session.plan.note
    };
    let color = if emphasis == Emphasis::Selected {
        palette.accent
    } else {
        palette.text_soft
    };
    let label = egui::Label::new(text(content, 11.5, Weight::Regular).color(color).italics())
        .wrap()
        .sense(Sense::hover());
    // It begins below the name of its day.
    let frame = egui::Frame::new().inner_margin(egui::Margin::symmetric(NOTE_MARGIN, 0));
    let rect = frame.show(ui, |ui| ui.add(label)).response.rect;
    let response = ui.interact(rect, card::card_id(session.id), Sense::click_and_drag());
    response.widget_info(|| {
        let selected = emphasis == Emphasis::Selected;
        WidgetInfo::selected(Role::Button, true, selected, format!("Note: {content}"))
    });
    response
}
