//! One day: its load, its cards by part of the day, and its verdict while something is dragged.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use egui::{
    Align2, Color32, CornerRadius, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::domain::{DayPart, LegLoad, Session, Slot, Workout};
use crate::rules::Verdict;
use crate::ui::action::Actions;
use crate::ui::format;
use crate::ui::state::{Drag, Dragged, UiState};
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, font, icons, text};
use crate::ui::view::{View, day_group};
use crate::ui::widgets::{buttons, marks};

use super::card::{self, Emphasis};
use super::{drag, menus, ops};

const HEADER: f32 = 36.0;
const PAD: f32 = 6.0;

/// The load of a day in AU.
pub fn load_of(view: &View, date: NaiveDate) -> f64 {
    view.athlete
        .sessions
        .on(date)
        .iter()
        .filter_map(|session| view.derived.facts.get(&session.id))
        .map(|facts| facts.load)
        .sum()
}

/// Draws the day into the whole of `ui`.
pub fn day_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut UiState,
    date: NaiveDate,
    index: usize,
    busiest: f64,
    actions: &mut Actions,
) {
    let rect = ui.max_rect();
    let response = ui.interact(rect, ui.scope_id().with("drop"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, day_name(view, date)));
    if response.clicked() {
        state.day = date;
        state.selected = None;
    }
    let hovered_part = hovered_part(ui, state, date, &response, rect);
    let verdicts = state
        .drag
        .as_ref()
        .and_then(|drag| drag.verdicts.get(index))
        .cloned();
    paint_column(
        ui,
        view,
        state,
        date,
        rect,
        &response,
        verdicts.as_ref(),
        hovered_part,
    );
    header_ui(ui, view, state, date, rect, busiest, &response, actions);
    cards_ui(ui, view, state, date, rect, actions);
    response.context_menu(|ui| menus::day_menu_ui(ui, view, state, date, actions));
    if let (Some(verdicts), Some(part)) = (&verdicts, hovered_part) {
        verdict_ui(
            ui,
            view.palette,
            rect,
            &verdicts[usize::from(part == DayPart::Evening)],
            part,
        );
    }
    if let (Some(drag), Some(part)) = (state.drag.clone(), hovered_part)
        && response.dnd_release_payload::<Dragged>().is_some()
    {
        drag::drop_on(view, state, &drag, drop_slot(&drag, date, part), actions);
    }
}

fn day_name(view: &View, date: NaiveDate) -> String {
    let count = view.athlete.sessions.on(date).len();
    format!(
        "{}: {}",
        format::full_day(date),
        format::plural(count, "session", "sessions")
    )
}

fn drop_slot(drag: &Drag, date: NaiveDate, part: DayPart) -> Slot {
    let start = drag
        .plan
        .as_deref()
        .map(|plan| ops::start_in(plan, part))
        .unwrap_or_default();
    Slot { date, start }
}

/// The half of the day the pointer, or the move by keyboard, is at while something is dragged.
fn hovered_part(
    ui: &Ui,
    state: &UiState,
    date: NaiveDate,
    response: &Response,
    rect: Rect,
) -> Option<DayPart> {
    state.drag.as_ref()?;
    if let Some(moving) = state.moving {
        let part = moving.target.start.part().unwrap_or(DayPart::Morning);
        return (moving.target.date == date).then_some(part);
    }
    if !response.contains_pointer() {
        return None;
    }
    let pointer = ui.ctx().pointer_interact_pos()?;
    let morning = pointer.y < rect.center().y;
    Some(if morning {
        DayPart::Morning
    } else {
        DayPart::Evening
    })
}

#[expect(clippy::too_many_arguments, reason = "the parts of one picture")]
fn paint_column(
    ui: &Ui,
    view: &View,
    state: &UiState,
    date: NaiveDate,
    rect: Rect,
    response: &Response,
    verdicts: Option<&[Verdict; 2]>,
    hovered: Option<DayPart>,
) {
    let palette = view.palette;
    let painter = ui.painter();
    let (fill, line) = match verdicts {
        Some(pair) => {
            let shown = match hovered {
                Some(part) => pair[usize::from(part == DayPart::Evening)].worst,
                None => pair[0].worst.min(pair[1].worst),
            };
            let color = shown.map_or(palette.clear(), |worst| palette.severity(worst));
            (
                palette.tint(color),
                Stroke::new(if hovered.is_some() { 2.0 } else { 1.5 }, color),
            )
        }
        None if state.day == date => (palette.surface, Stroke::new(1.5, palette.accent)),
        None if response.hovered() => (
            palette.surface,
            Stroke::new(1.0, palette.mix(palette.text_faint, 0.6)),
        ),
        None => (palette.surface, Stroke::new(1.0, palette.hairline)),
    };
    painter.rect(
        rect,
        CornerRadius::same(CARD_RADIUS),
        fill,
        line,
        StrokeKind::Inside,
    );
    let Some(pair) = verdicts else { return };
    let shown = match hovered {
        Some(part) => pair[usize::from(part == DayPart::Evening)].worst,
        None => pair[0].worst.min(pair[1].worst),
    };
    let color = shown.map_or(palette.clear(), |worst| palette.severity(worst));
    let at = pos2(rect.center().x + 8.0, rect.top() + 15.0);
    marks::paint(painter, at, 12.0, shown, color);
    if let Some(part) = hovered {
        let half = if part == DayPart::Morning {
            Rect::from_min_max(
                pos2(rect.left(), rect.top() + HEADER),
                pos2(rect.right(), rect.center().y),
            )
        } else {
            Rect::from_min_max(pos2(rect.left(), rect.center().y), rect.max)
        };
        let tint = color.gamma_multiply(0.10);
        painter.rect_filled(half.shrink(3.0), CornerRadius::same(6), tint);
    }
}

#[expect(clippy::too_many_arguments, reason = "the parts of one header")]
fn header_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut UiState,
    date: NaiveDate,
    rect: Rect,
    busiest: f64,
    response: &Response,
    actions: &mut Actions,
) {
    let palette = view.palette;
    let painter = ui.painter();
    let today = date == view.today;
    let name_color = if today { palette.accent } else { palette.text };
    let left = pos2(rect.left() + 9.0, rect.top() + 7.0);
    painter.text(
        left,
        Align2::LEFT_TOP,
        format::weekday(date),
        font(13.0, Weight::SemiBold),
        name_color,
    );
    let right = pos2(rect.right() - 9.0, rect.top() + 8.0);
    let show_add = response.contains_pointer() && state.drag.is_none();
    if show_add {
        let at = Rect::from_center_size(right + vec2(-6.0, 8.0), vec2(20.0, 20.0));
        let mut corner = ui.new_child(UiBuilder::new().id_salt("add").max_rect(at));
        let name = format!("Add to {}", format::day(date));
        let add = buttons::mini_icon_ui(&mut corner, icons::ADD, &name);
        egui::Popup::menu(&add).show(|ui| menus::add_menu_ui(ui, view, state, date, actions));
    } else if today {
        let at = right + vec2(-7.0, 8.0);
        painter.circle_filled(at, 10.0, palette.accent);
        let content = date.day().to_string();
        painter.text(
            at,
            Align2::CENTER_CENTER,
            content,
            font(11.0, Weight::SemiBold),
            palette.on_accent,
        );
    } else {
        let content = date.day().to_string();
        painter.text(
            right,
            Align2::RIGHT_TOP,
            content,
            font(12.0, Weight::Regular),
            palette.text_faint,
        );
    }
    paint_load_bar(ui, view, date, rect, busiest);
}

/// The day's load as a bar of its kinds' colours, as long as its share of the busiest day.
fn paint_load_bar(ui: &Ui, view: &View, date: NaiveDate, rect: Rect, busiest: f64) {
    let palette = view.palette;
    let bar = Rect::from_min_max(
        pos2(rect.left() + 9.0, rect.top() + 27.0),
        pos2(rect.right() - 9.0, rect.top() + 30.0),
    );
    ui.painter()
        .rect_filled(bar, CornerRadius::same(2), palette.well);
    let mut x = bar.left();
    for session in view.athlete.sessions.on(date) {
        let Some(facts) = view.derived.facts.get(&session.id) else {
            continue;
        };
        let width = bar.width() * (facts.load / busiest) as f32;
        let piece = Rect::from_min_max(pos2(x, bar.top()), pos2(x + width, bar.bottom()));
        let color = palette.kind(session.kind(), facts.leg_load());
        ui.painter()
            .rect_filled(piece, CornerRadius::same(2), color);
        x += width;
    }
}

fn cards_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut UiState,
    date: NaiveDate,
    rect: Rect,
    actions: &mut Actions,
) {
    let inner = Rect::from_min_max(rect.min + vec2(PAD, HEADER), rect.max - vec2(PAD, PAD));
    let mut sessions: Vec<&Arc<Session>> = view.athlete.sessions.on(date).iter().collect();
    sessions.sort_by_key(|session| (day_group(session.plan.start), start_minute(session)));
    let mut inside = ui.new_child(UiBuilder::new().id_salt("cards").max_rect(inner));
    ScrollArea::vertical()
        .id_salt("cards")
        .auto_shrink([false, false])
        .show(&mut inside, |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            if sessions.is_empty() {
                group_label(ui, view.palette, "Rest");
            }
            let mut group = None;
            for session in sessions {
                let here = day_group(session.plan.start);
                if group != Some(here) {
                    group = Some(here);
                    match here {
                        0 => group_label(ui, view.palette, "AM"),
                        2 => group_label(ui, view.palette, "PM"),
                        _ => {}
                    }
                }
                session_ui(ui, view, state, session, actions);
            }
        });
}

/// Minutes after midnight where the clock is known; the others keep their place before it.
fn start_minute(session: &Session) -> u32 {
    use chrono::Timelike;
    match session.plan.start {
        crate::domain::Start::Clock(time) => time.num_seconds_from_midnight() / 60,
        _ => 0,
    }
}

fn group_label(ui: &mut Ui, palette: &Palette, label: &str) {
    ui.add_space(1.0);
    ui.label(text(label, 11.0, Weight::Regular).color(palette.text_faint));
}

fn session_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut UiState,
    session: &Arc<Session>,
    actions: &mut Actions,
) {
    let Some(facts) = view.derived.facts.get(&session.id) else {
        return;
    };
    let dragged_away = state
        .drag
        .as_ref()
        .is_some_and(|drag| drag.dragged == Dragged::Session(session.id) && !drag.copy);
    let emphasis = if dragged_away {
        Emphasis::Ghost
    } else if state.selected == Some(session.id) {
        Emphasis::Selected
    } else {
        Emphasis::Plain
    };
    let response = ui
        .push_id(session.id, |ui| {
            if matches!(session.plan.workout, Workout::Note) {
                note_ui(ui, view.palette, session, emphasis)
            } else {
                card::card_ui(ui, view.palette, session, facts, view.units(), emphasis)
            }
        })
        .inner;
    if response.clicked() || response.drag_started() {
        state.selected = Some(session.id);
        state.day = session.date;
        state.panels.inspector = true;
    }
    response.dnd_set_drag_payload(Dragged::Session(session.id));
    take_exercise(view, state, session, &response, actions);
    let reason = facts
        .content
        .as_ref()
        .filter(|content| !content.reason.is_empty());
    let response = match reason {
        Some(content) if content.leg_load != LegLoad::None && state.drag.is_none() => response
            .on_hover_text(format!(
                "Legs {}: {}",
                content.leg_load.word(),
                content.reason
            )),
        _ => response,
    };
    response.context_menu(|ui| menus::session_menu_ui(ui, view, state, session, actions));
}

/// An exercise dropped on a strength card joins its list.
fn take_exercise(
    view: &View,
    state: &UiState,
    session: &Session,
    response: &Response,
    actions: &mut Actions,
) {
    let Some(Drag {
        dragged: Dragged::Exercise(id),
        ..
    }) = &state.drag
    else {
        return;
    };
    let holds = matches!(
        session.plan.workout,
        Workout::Strength(_) | Workout::Mobility(_)
    );
    if !holds || response.dnd_release_payload::<Dragged>().is_none() {
        return;
    }
    let Some(exercise) = view.library.exercise(id) else {
        return;
    };
    if let Some(edits) = ops::add_exercise(view.athlete, session, exercise) {
        actions.edit(
            format!("Add {}", exercise.name.to_lowercase()),
            view.athlete.id,
            edits,
        );
    }
}

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
        .sense(Sense::click_and_drag());
    let response = ui.add(label);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Note: {content}")));
    response
}

/// Why the hovered half of the day may or may not take what is dragged.
fn verdict_ui(ui: &Ui, palette: &Palette, rect: Rect, verdict: &Verdict, part: DayPart) {
    let color = verdict
        .worst
        .map_or(palette.clear(), |worst| palette.severity(worst));
    let mut content = verdict.reason.clone();
    if verdict.worst.is_some()
        && let Some(near) = verdict.nearest_clear
    {
        content = format!("{content}\nNearest clear slot: {}", format::day(near));
    }
    if content.is_empty() {
        return;
    }
    let part = if part == DayPart::Morning {
        "Morning"
    } else {
        "Evening"
    };
    let content = format!("{part}. {content}");
    let (fill, ink) = match verdict.worst {
        Some(_) if palette.dark => (palette.mix(color, 0.24), palette.text),
        Some(_) => (color, Color32::WHITE),
        None => (palette.mix(color, 0.15), palette.text),
    };
    let painter = ui.ctx().layer_painter(egui::LayerId::new(
        egui::Order::Foreground,
        egui::Id::unique("verdict"),
    ));
    let width = rect.width().max(150.0);
    let galley = painter.layout(content, font(12.0, Weight::Medium), ink, width - 18.0);
    let height = galley.size().y + 16.0;
    let left = (rect.center().x - width / 2.0).max(4.0);
    let boxed = Rect::from_min_size(
        pos2(left, rect.bottom() - height - 4.0),
        vec2(width, height),
    );
    painter.rect(
        boxed,
        CornerRadius::same(6),
        fill,
        Stroke::new(1.0, color),
        StrokeKind::Inside,
    );
    painter.galley(boxed.min + vec2(9.0, 8.0), galley, ink);
}
