//! The board: several weeks, a row for each, to see a month and to drag across weeks.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{Datelike, Days, NaiveDate};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, Color32, CornerRadius, Painter, PopupCloseBehavior, Rect, Response, Role, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::domain::{Meters, Session, SessionId, Slot, Start, Units, Week};
use crate::rules::{Severity, Verdict};
use crate::ui::action::{Action, Actions};
use crate::ui::card_facts::{CardFacts, letter};
use crate::ui::format;
use crate::ui::shared::{Drag, Dragged, KeyboardMove, Shared};
use crate::ui::theme::{Weight, font, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::context_menu::context_menu;
use crate::ui::widgets::marks;

use super::note::{Foot, Note, color_of};
use super::week::follow;
use super::{card, day, day_head, drag, dropping, menus, session, spoken};

/// The name of a week, at the left of its row.
const GUTTER: f32 = 54.0;
const NAMES: f32 = 20.0;
const GAP: f32 = 4.0;
/// The least height of a row: a day's number and three sessions.
const LEAST_ROW: f32 = 96.0;
const MOST_ROWS: u32 = 8;
const HEAD: f32 = 22.0;
const CHIP: f32 = 19.0;

/// The least width of the board, in points: a session's kind and length on its line, beside its marks.
pub const LEAST: f32 = 604.0;
/// A title of which less is seen says nothing, in points.
const LEAST_TITLE: f32 = 56.0;

/// Draws the board into what is left; where that is less than it needs, it scrolls sideways.
pub(super) fn board_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    carried: Option<Rect>,
    actions: &mut Actions,
) {
    if ui.available_width() >= LEAST - 1.0 {
        weeks_ui(ui, view, state, carried, actions);
        return;
    }
    egui::ScrollArea::horizontal()
        .id_salt("weeks of the board")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let size = vec2(LEAST, ui.available_height());
            ui.allocate_ui(size, |ui| {
                ui.set_min_size(size);
                let days = ui.available_rect_before_wrap();
                weeks_ui(ui, view, state, carried, actions);
                follow(ui, "board", state, days.with_min_x(days.left() + GUTTER));
            });
        });
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
    board.rows = (((rect.height() - NAMES) / LEAST_ROW) as u32).clamp(2, MOST_ROWS);
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
    day::add_ui(
        ui,
        view,
        state,
        date,
        pos2(cell.right() - 13.0, cell.top() + 12.0),
        actions,
    );
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
        let at = pos2(cell.right() - 30.0, cell.top() + 12.0);
        marks::paint(
            painter,
            at,
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
        // All of it, or its first limit; a figure without its unit says nothing.
        let first = words.split(" · ").next().unwrap_or_default();
        let Some(words) = [words.as_str(), first].into_iter().find(fits) else {
            return;
        };
        let galley = painter.layout_no_wrap(words.to_owned(), font, palette.text_faint);
        painter.galley(pos2(drawn.right() + 6.0, drawn.top() + 1.0), galley, color);
    }
}

fn elided(words: String, format: TextFormat, room: f32) -> LayoutJob {
    let mut job = LayoutJob::single_section(words, format);
    job.wrap = TextWrapping::truncate_at_width(room.max(8.0));
    job
}

fn sessions_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    date: NaiveDate,
    facts: &HashMap<SessionId, CardFacts>,
    actions: &mut Actions,
) {
    let cell = ui.max_rect();
    let room = ((cell.height() - HEAD) / CHIP).floor().max(1.0) as usize;
    let all = view.athlete.sessions.on(date);
    let shown = if all.len() > room {
        room.saturating_sub(1)
    } else {
        all.len()
    };
    let line = |row: usize| {
        let top = cell.top() + HEAD + CHIP * row as f32;
        Rect::from_min_size(
            pos2(cell.left() + 4.0, top),
            vec2(cell.width() - 8.0, CHIP - 2.0),
        )
    };
    for (row, session) in all.iter().take(shown).enumerate() {
        if let Some(facts) = facts.get(&session.id) {
            chip_ui(ui, view, state, session, facts, line(row), actions);
        }
    }
    if all.len() > shown {
        let words = format!("+{} more", all.len() - shown);
        let rest: Vec<String> = all
            .iter()
            .skip(shown)
            .filter_map(|session| Some(facts.get(&session.id)?.title.clone()))
            .collect();
        let label = text(words, 11.0, Weight::Medium).color(view.palette.text_soft);
        ui.put(line(shown), egui::Label::new(label))
            .on_hover_text(rest.join("\n"));
    }
}

/// A session as one line: its kind by its bar and tint, its title, its marks.
fn chip_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    session: &Arc<Session>,
    facts: &CardFacts,
    rect: Rect,
    actions: &mut Actions,
) {
    let palette = view.palette;
    let response = ui.interact(rect, card::card_id(session.id), Sense::click_and_drag());
    let is_selected = state.is_selected(session.id);
    let name = card::accessible_name(session, facts, view.units());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, &name));
    spoken::describe_session(&response, view, session, facts);
    let color = palette.kind(session.kind(), facts.leg_load());
    let line = if is_selected || response.has_focus() {
        Stroke::new(1.5, palette.accent)
    } else {
        Stroke::new(1.0, palette.mix(color, 0.28))
    };
    let painter = ui.painter();
    painter.rect(
        rect,
        CornerRadius::same(4),
        palette.tint(color),
        line,
        StrokeKind::Inside,
    );
    let bar = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
    painter.rect_filled(bar, CornerRadius::same(2), color);
    let mut right = rect.right() - 8.0;
    let mut step = || {
        let here = pos2(right, rect.center().y);
        right -= 12.0;
        here
    };
    if let Some(worst) = facts.worst {
        let color = palette.severity(worst);
        marks::paint(painter, step(), 9.0, Some(worst), color);
    }
    if session.status.is_trained() {
        marks::paint_status(painter, palette, &session.status, step(), 9.0);
    }
    if !session.alternatives.is_empty() {
        let id = egui::FontId::new(12.0, icons::VERSIONS.font_family());
        let color = palette.severity(Severity::Caution);
        let code = icons::VERSIONS.codepoint;
        painter.text(step(), egui::Align2::CENTER_CENTER, code, id, color);
    }
    let is_struck = marks::is_struck(&session.status);
    let ink = if is_struck {
        palette.text_soft
    } else {
        palette.text
    };
    let mut format = TextFormat::simple(font(11.0, Weight::Medium), ink);
    if is_struck {
        format.strikethrough = Stroke::new(1.0, ink);
    }
    let room = right - rect.left() - 8.0;
    let words = words(painter, session, facts, view.units(), room);
    let galley = painter.layout_job(elided(words, format, room));
    let at = pos2(rect.left() + 7.0, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
    session::use_ui(ui, view, state, session, &response, actions);
    response.on_hover_text(name);
}

/// What is said of a session in so many points: its title, or where that would be cut to a few letters, its kind as a
/// letter and how far it goes or how long it takes.
fn words(
    painter: &Painter,
    session: &Session,
    facts: &CardFacts,
    units: Units,
    room: f32,
) -> String {
    let fits = |words: &String| {
        let font = font(11.0, Weight::Medium);
        let set = painter.layout_no_wrap(words.clone(), font, Color32::PLACEHOLDER);
        set.size().x <= room
    };
    if room >= LEAST_TITLE || fits(&facts.title) {
        return facts.title.clone();
    }
    let letter = letter(session.kind(), facts.leg_load());
    if letter.is_empty() {
        return facts.title.clone();
    }
    let lengths = lengths(facts, units);
    let ways = lengths.map(|length| format!("{letter} {length}"));
    ways.into_iter()
        .find(fits)
        .unwrap_or_else(|| letter.to_owned())
}

/// How far a session goes, or else how long it takes: in full, and in the fewest signs. A length without its unit is a
/// distance in the athlete's own; minutes have their prime.
fn lengths(facts: &CardFacts, units: Units) -> [String; 2] {
    if let Some(far) = facts.distance.filter(|far| far.m() > 0.0) {
        let whole = format::distance(far, units);
        let figure = whole.split(' ').next().unwrap_or_default().to_owned();
        return [whole, figure];
    }
    let minutes = format!("{}′", facts.minutes.0);
    [format::minutes(facts.minutes), minutes]
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;
    use crate::text;
    use crate::ui::card_facts::session_facts;

    #[test]
    fn a_narrow_day_says_how_far_or_how_long() {
        let library = Library::shipped().unwrap();
        let plan = "week: 2026-W48\nMon easy 8km\nTue strength upper 80min";
        let athlete = text::read(plan, &library).athlete();
        let all = athlete.sessions.all().iter();
        let said = all.map(|session| {
            let facts = session_facts(session, &athlete, &library);
            lengths(&facts, Units::default())
        });
        let said: Vec<_> = said.collect();
        assert_eq!(said[0], ["8 km", "8"]);
        assert_eq!(said[1], ["1 h 20 min", "80′"]);
    }
}
