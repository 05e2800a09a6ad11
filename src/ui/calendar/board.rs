//! The board: several weeks, a row for each, to see a month and to drag across weeks.

use std::collections::HashMap;

use chrono::{Datelike, Days, NaiveDate};
use egui::{
    Align2, CornerRadius, PopupCloseBehavior, Pos2, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::domain::{Meters, SessionId, Slot, Start, Week};
use crate::rules::Verdict;
use crate::ui::action::{Action, Actions};
use crate::ui::card_facts::CardFacts;
use crate::ui::format;
use crate::ui::shared::{Drag, Dragged, KeyboardMove, Shared};
use crate::ui::theme::{Weight, font};
use crate::ui::view::View;
use crate::ui::widgets::context_menu::context_menu;
use crate::ui::widgets::marks;

use super::board_sessions::sessions_ui;
use super::note::{Foot, Note, color_of};
use super::sideways::sideways_ui;
use super::{day, day_head, day_top, drag, dropping, menus, spoken};

/// The name of a week, at the left of its row.
const GUTTER: f32 = 54.0;
const NAMES: f32 = 20.0;
const GAP: f32 = 4.0;
/// The least height of a row: a day's number and three sessions.
const LEAST_ROW: f32 = 96.0;
/// The height that two weeks may share a low board at: a day's number and one session or "+2 more".
const LEAST_OF_TWO: f32 = 64.0;
const MOST_ROWS: u32 = 8;

/// The least width of the board, in points: a session's kind and length on its line, beside its marks.
pub const LEAST: f32 = 604.0;

/// The width from which it scrolls sideways, in points: beside a panel that was asked for its days are narrower, so that
/// the weekend stays in sight.
const LEAST_BESIDE: f32 = 510.0;

/// Draws the board into what is left; where that is less than it needs, it scrolls sideways.
pub(super) fn board_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    carried: Option<Rect>,
    actions: &mut Actions,
) {
    let weeks = |ui: &mut Ui, state: &mut Shared| weeks_ui(ui, view, state, carried, actions);
    let least = if ui.available_width() >= LEAST_BESIDE {
        LEAST_BESIDE
    } else {
        LEAST
    };
    sideways_ui(ui, "board", (least, GUTTER), state, weeks);
}

fn weeks_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    carried: Option<Rect>,
    actions: &mut Actions,
) {
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, Sense::hover());
    let week = state.week;
    let Some(board) = &mut state.board else {
        return;
    };
    board.rows = rows_of(rect.height() - NAMES);
    if !(board.first..board.end()).contains(&week) {
        board.first = week;
    }
    let (first, rows) = (board.first, board.rows);
    let shown = board.shown(view);
    let facts = &shown.facts;
    judge(view, state, first, rows);
    let width = (rect.width() - GUTTER - GAP * 6.0) / 7.0;
    let height = (rect.height() - NAMES) / rows as f32;
    let left = |column: usize| rect.left() + GUTTER + (width + GAP) * column as f32;
    for (column, date) in first.iter_days().take(7).enumerate() {
        let at = pos2(left(column) + 8.0, rect.top() + 2.0);
        let (font, color) = (font(11.5, Weight::SemiBold), view.palette.text_soft);
        ui.painter()
            .text(at, Align2::LEFT_TOP, format::weekday(date), font, color);
    }
    for row in 0..rows {
        let top = rect.top() + NAMES + height * row as f32;
        let monday = first + Days::new(7 * u64::from(row));
        let name = Rect::from_min_size(pos2(rect.left(), top), vec2(GUTTER - GAP, height - GAP));
        let far = shown.distances.get(row as usize).copied();
        let week = (monday, far.unwrap_or(Meters::new(0.0)));
        week_ui(ui, view, state, week, name, facts, actions);
        for (column, date) in monday.iter_days().take(7).enumerate() {
            let size = vec2(width, height - GAP);
            let cell = Rect::from_min_size(pos2(left(column), top), size);
            let builder = UiBuilder::new().id_salt(("board", date)).max_rect(cell);
            let mut ui = ui.new_child(builder);
            day_ui(&mut ui, view, state, date, facts, carried, actions);
        }
    }
}

/// The weeks that are shown in a height in points: two where they can be read, else the one that is shown.
fn rows_of(height: f32) -> u32 {
    let least = if height >= 2.0 * LEAST_OF_TWO { 2 } else { 1 };
    ((height / LEAST_ROW) as u32).clamp(least, MOST_ROWS)
}

/// Works out the verdict of every day on the board once for each drag.
fn judge(view: &View, state: &mut Shared, first: NaiveDate, rows: u32) {
    let Some(drag) = &mut state.drag else { return };
    let days = 7 * rows as usize;
    let is_known = drag.wide.len() == days && drag.wide.first().map(|v| v.slot.date) == Some(first);
    if is_known || drag.plan.is_none() {
        return;
    }
    let start = drag.plan.as_ref().map_or(Start::Unset, |plan| plan.start);
    let slots: Vec<Slot> = first
        .iter_days()
        .take(days)
        .map(|date| Slot { date, start })
        .collect();
    drag.wide = drag::verdicts_of(view, drag, &slots);
}

/// The name of a week, its distance and the worst that was found in it.
fn week_ui(
    ui: &Ui,
    view: &View,
    state: &Shared,
    (first, distance): (NaiveDate, Meters),
    rect: Rect,
    facts: &HashMap<SessionId, CardFacts>,
    actions: &mut Actions,
) {
    let palette = view.palette;
    let response = ui.interact(
        rect,
        ui.scope_id().with(("board week", first)),
        Sense::click(),
    );
    let is_shown = state.week == first;
    let week = Week::starting(first);
    let far = (distance.m() > 0.0).then(|| format::distance(distance, view.units()));
    let name = match &far {
        Some(far) => format!("Show week {}, {far}", week.number()),
        None => format!("Show week {}", week.number()),
    };
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_shown, &name));
    if is_shown || response.hovered() {
        let fill = if is_shown {
            palette.accent_soft
        } else {
            palette.well
        };
        ui.painter().rect_filled(rect, CornerRadius::same(8), fill);
    }
    let (weight, color) = if is_shown {
        (Weight::SemiBold, palette.accent)
    } else {
        (Weight::Medium, palette.text_soft)
    };
    let line = |y: f32, words: String, weight, color| {
        let at = pos2(rect.center().x, rect.top() + y);
        ui.painter()
            .text(at, Align2::CENTER_TOP, words, font(11.0, weight), color);
    };
    line(6.0, week.label(), weight, color);
    let sessions = view.athlete.sessions.between(first, first + Days::new(6));
    let known = || sessions.iter().filter_map(|session| facts.get(&session.id));
    if let Some(far) = far {
        line(22.0, far, Weight::Regular, palette.text_soft);
    }
    if let Some(worst) = known().filter_map(|facts| facts.worst).max() {
        let at = pos2(rect.center().x, rect.top() + 46.0);
        marks::paint(ui.painter(), at, 11.0, Some(worst), palette.severity(worst));
    }
    if response.clicked() {
        actions.push(Action::ShowWeek(first));
    }
    response.on_hover_text(format::week_span(first));
}

fn day_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    date: NaiveDate,
    facts: &HashMap<SessionId, CardFacts>,
    carried: Option<Rect>,
    actions: &mut Actions,
) {
    let cell = ui.max_rect();
    let response = ui.interact(cell, day::day_id(date), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Button,
            true,
            state.day == date,
            day::day_name(view, date),
        )
    });
    spoken::describe_day(&response, view, date);
    if response.double_clicked() {
        state.adding = Some(date);
    } else if response.clicked() {
        actions.push(Action::ShowWeek(date));
        actions.select(None, date);
    }
    let verdict = verdict_of(state, date);
    paint_ground(ui, view, state, date, &response, verdict.as_ref());
    if state.drag.is_none() {
        day_top::add_ui(ui, view, state, date, mark_at(cell), actions);
    }
    sessions_ui(ui, view, state, date, facts, actions);
    context_menu(&response, PopupCloseBehavior::CloseOnClick, |ui| {
        menus::day_menu_ui(ui, view, state, date, actions);
    });
    drop_ui(
        ui,
        view,
        state,
        date,
        &response,
        verdict.as_ref(),
        carried,
        actions,
    );
}

/// The middle of the plus, and of the verdict's mark in its place while something is dragged.
fn mark_at(cell: Rect) -> Pos2 {
    pos2(cell.right() - 13.0, cell.top() + 12.0)
}

fn verdict_of(state: &Shared, date: NaiveDate) -> Option<Verdict> {
    let wide = state.drag.as_ref().map(|drag| &drag.wide)?;
    wide.iter()
        .find(|verdict| verdict.slot.date == date)
        .cloned()
}

fn paint_ground(
    ui: &Ui,
    view: &View,
    state: &Shared,
    date: NaiveDate,
    response: &Response,
    verdict: Option<&Verdict>,
) {
    let palette = view.palette;
    let (painter, cell) = (ui.painter(), response.rect);
    let fill = match verdict {
        Some(verdict) => palette.tint(color_of(palette, verdict.worst)),
        None if day_head::is_closed(view, date) => palette.well,
        None => palette.surface,
    };
    let is_aimed = state
        .moving
        .is_some_and(|moving| moving.target.date == date);
    let line = match verdict {
        Some(verdict) if is_aimed => Stroke::new(2.5, color_of(palette, verdict.worst)),
        Some(verdict) => Stroke::new(1.0, palette.mix(color_of(palette, verdict.worst), 0.6)),
        None if state.day == date => Stroke::new(1.5, palette.accent),
        None => Stroke::new(1.0, palette.hairline),
    };
    painter.rect(cell, CornerRadius::same(6), fill, line, StrokeKind::Inside);
    let is_first = date.day() == 1 || state.board.as_ref().is_some_and(|b| b.first == date);
    let (weight, color) = if date == view.today {
        (Weight::SemiBold, palette.accent)
    } else {
        (Weight::Medium, palette.text_soft)
    };
    let at = cell.left_top() + vec2(8.0, 5.0);
    let font_of = font(11.5, weight);
    let named = is_first.then(|| format::day_month(date));
    // In a narrow day the month does not fit beside the plus.
    let named = named.filter(|named| {
        let set = painter.layout_no_wrap(named.clone(), font_of.clone(), color);
        set.size().x <= cell.width() - 38.0
    });
    let number = named.unwrap_or_else(|| date.day().to_string());
    let drawn = painter.text(at, Align2::LEFT_TOP, number, font_of, color);
    if let Some(verdict) = verdict {
        marks::paint(
            painter,
            mark_at(cell),
            10.0,
            verdict.worst,
            color_of(palette, verdict.worst),
        );
    } else if let Some(words) = day_head::short_words(view, date) {
        let room = cell.right() - drawn.right() - 34.0;
        let font = font(10.5, Weight::Regular);
        let fits = |words: &&str| {
            let set = painter.layout_no_wrap((*words).to_owned(), font.clone(), color);
            set.size().x <= room
        };
        // All of it, or its first limit, its minutes with their prime in a narrow cell; a figure alone says nothing.
        let first = words.split(" · ").next().unwrap_or_default();
        let prime = first.replace(" min", "′");
        let Some(words) = [words.as_str(), first, &prime].into_iter().find(fits) else {
            return;
        };
        let galley = painter.layout_no_wrap(words.to_owned(), font, palette.text_faint);
        painter.galley(pos2(drawn.right() + 6.0, drawn.top() + 1.0), galley, color);
    }
}

#[expect(clippy::too_many_arguments, reason = "a day and what is held over it")]
fn drop_ui(
    ui: &Ui,
    view: &View,
    state: &mut Shared,
    date: NaiveDate,
    response: &Response,
    verdict: Option<&Verdict>,
    carried: Option<Rect>,
    actions: &mut Actions,
) {
    let Some(drag) = state.drag.clone() else {
        return;
    };
    if let Some(moving) = state.moving {
        if moving.target.date == date {
            moving_ui(ui, view, moving, response, verdict);
        }
        return;
    }
    if !response.contains_pointer() {
        return;
    }
    let slot = slot_of(view, &drag, date);
    if let Some(held) = &mut state.drag {
        held.aim = Some(slot);
    }
    if let Some(verdict) = verdict {
        let note = Note::of_day(view.palette, verdict);
        note.ui(ui, view.palette, Foot::Below(response.rect), carried);
    }
    if response.dnd_release_payload::<Dragged>().is_some() {
        dropping::drop_on(view, state, &drag, slot, None, actions);
    }
}

/// Says on the day that a session is moved to by keys what a drop would mean there.
fn moving_ui(
    ui: &Ui,
    view: &View,
    moving: KeyboardMove,
    response: &Response,
    verdict: Option<&Verdict>,
) {
    let session = view.session(moving.session);
    let is_home = session.is_some_and(|session| session.slot() == moving.target);
    let note = if is_home {
        Some(Note::home(view.palette))
    } else {
        verdict.map(|verdict| Note::of_day(view.palette, verdict))
    };
    if let Some(note) = note {
        note.ui(ui, view.palette, Foot::Below(response.rect), None);
    }
}

/// Where a drop on a day lands: as the session starts now; a template week or program from the first day of the week.
fn slot_of(view: &View, drag: &Drag, date: NaiveDate) -> Slot {
    match &drag.plan {
        Some(plan) => Slot {
            date,
            start: plan.start,
        },
        None => Slot {
            date: Week::of(date, view.athlete.profile.week_start).first(),
            start: Start::Unset,
        },
    }
}
