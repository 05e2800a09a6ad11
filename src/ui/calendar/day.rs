//! One day: its load, its cards by part of the day, and what is dropped on it.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use egui::{
    Align2, Button, Color32, CornerRadius, Id, Label, PopupCloseBehavior, Pos2, Rect, Response,
    Role, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::domain::{DayPart, Kind, Race, RunKind, Session, Week, Workout};
use crate::ui::action::Actions;
use crate::ui::card_facts::CardFacts;
use crate::ui::format;
use crate::ui::lay_week;
use crate::ui::preview::{FixPreview, Ghost};
use crate::ui::shared::{Drag, Dragged, Shared};
use crate::ui::theme::{self, CARD_RADIUS, Palette, Weight, font, icons, text};
use crate::ui::view::{View, day_group, order_in_day};
use crate::ui::widgets::context_menu::context_menu;
use crate::ui::widgets::scrolling;

use super::detail::{self, Shown};
use super::landing::{self, Landing, PlacedCard};
use super::verdict::DropTarget;
use super::{card, card_text, day_head, dropping, ghosts, menus, session, spoken};

const HEADER: f32 = 36.0;
/// The middle of the line that has the day's name, its number and the plus.
const MIDDLE: f32 = 15.5;
const PAD: f32 = 6.0;
const NARROW_PAD: f32 = 4.0;
const TIGHT_PAD: f32 = 2.0;
/// Below this width words of a card would be broken if it kept off the edge of the day.
const TIGHT_DAY: f32 = 70.0;
/// Between the edge of a day and its name, and its number, in points.
const HEAD_PAD: f32 = 9.0;
const TIGHT_HEAD_PAD: f32 = 6.0;
/// Below this width the day's name and number leave no room between them for a mark.
const TIGHT: f32 = 92.0;
/// What a day without a morning leaves free above its evening, so that the morning can be dropped on.
const FREE_MORNING: f32 = 52.0;

/// What has the keyboard when a day has it.
pub fn day_id(date: NaiveDate) -> Id {
    Id::unique(("day", date))
}

/// Draws the day into the whole of `ui`. `carried` is where the dragged card is drawn. Returns whether its column is left
/// to the colour of the window.
#[expect(clippy::too_many_arguments, reason = "a day and where it stands")]
pub fn day_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    date: NaiveDate,
    index: usize,
    busiest: f64,
    carried: Option<Rect>,
    actions: &mut Actions,
) -> bool {
    let column = ui.max_rect();
    let preview = state.preview.shown().filter(|_| state.drag.is_none());
    let would_be = preview.as_ref().and_then(|preview| preview.day(date));
    let response = ui.interact(column, day_id(date), Sense::click());
    response.widget_info(|| {
        let mut name = day_name(view, date);
        if let Some(effect) = would_be {
            name = format!("{name}, {}", ghosts::day_words(effect));
        }
        WidgetInfo::selected(Role::Button, true, state.day == date, name)
    });
    spoken::describe_day(&response, view, date);
    if response.double_clicked() {
        state.adding = Some(date);
    } else if response.clicked() {
        actions.select(None, date);
    }
    let ground = ui.painter().add(Shape::Noop);
    header_ui(ui, view, state, date, column, busiest, actions);
    let cards = cards_ui(ui, view, state, date, column, preview.as_deref(), actions);
    context_menu(&response, PopupCloseBehavior::CloseOnClick, |ui| {
        menus::day_menu_ui(ui, view, state, date, actions);
    });
    let Some(drag) = state.drag.clone() else {
        let Some(effect) = would_be else {
            // A partly visible column fills only its visible part.
            let is_bare = theme::is_cleared(ui.ctx())
                && !day_head::is_closed(view, date)
                && ui.clip_rect().contains_rect(column);
            let shape = resting_ground(view, date, state.day == date, &response, is_bare);
            ui.painter().set(ground, shape);
            return is_bare;
        };
        let shape = ghosts::ground(view.palette, column, effect);
        ui.painter().set(ground, shape);
        ghosts::paint_mark(ui, view.palette, mark_at(column), effect);
        return false;
    };
    let landing = landing(ui, view, state, &drag, date, &response, &cards);
    let target = DropTarget {
        date,
        index,
        column,
        boundary: landing::boundary(column, &cards),
        drag: &drag,
        landing,
        lands_elsewhere: lands_elsewhere(view, state, &drag)
            || lay_week::is_left_out(view, &drag.dragged, state.week, date),
    };
    ui.painter().set(ground, target.ground(view, HEADER));
    target.paint_marks(ui, view, mark_at(column));
    target.words_ui(ui, view, state, carried);
    let Some((slot, before)) = landing.and_then(|landing| landing.place(&drag, date)) else {
        return false;
    };
    if let Some(held) = &mut state.drag {
        held.aim = Some(slot);
    }
    if state.moving.is_none() && response.dnd_release_payload::<Dragged>().is_some() {
        dropping::drop_on(view, state, &drag, slot, before, actions);
    }
    false
}

/// True for a template week or a program that is held over another week than the shown one.
fn lands_elsewhere(view: &View, state: &Shared, drag: &Drag) -> bool {
    let start = view.athlete.profile.week_start;
    let aim = drag.aim.or(drag.aimed);
    drag.spread.is_some()
        && aim.is_some_and(|slot| Week::of(slot.date, start).first() != state.week)
}

/// The name of a day for those who hear it: "Tuesday 24 November 2026: 2 sessions".
pub(super) fn day_name(view: &View, date: NaiveDate) -> String {
    let count = view.athlete.sessions.on(date).len();
    format!(
        "{}: {}",
        format::full_day(date),
        format::plural(count, "session", "sessions")
    )
}

/// Where the drop would land in this day, if it is the one pointed at or reached by keyboard.
fn landing(
    ui: &Ui,
    view: &View,
    state: &Shared,
    drag: &Drag,
    date: NaiveDate,
    response: &Response,
    cards: &[PlacedCard],
) -> Option<Landing> {
    if let Some(moving) = state.moving {
        if moving.target.date != date {
            return None;
        }
        let home = view.session(moving.session)?.slot() == moving.target;
        return Some(match moving.target.start.part() {
            _ if home => Landing::Home,
            Some(part) => Landing::Half {
                part,
                before: None,
                gap: None,
            },
            None => Landing::Half {
                part: DayPart::Morning,
                before: None,
                gap: None,
            },
        });
    }
    let pointer = ui.ctx().pointer_interact_pos()?;
    response
        .contains_pointer()
        .then(|| landing::at(view, drag, date, pointer, response.rect, cards))
}

/// The column while nothing is dragged, without a filling where it is bare.
fn resting_ground(
    view: &View,
    date: NaiveDate,
    chosen: bool,
    response: &Response,
    is_bare: bool,
) -> Shape {
    let palette = view.palette;
    let line = if chosen {
        Stroke::new(1.5, palette.accent)
    } else if response.hovered() {
        Stroke::new(1.0, palette.mix(palette.text_faint, 0.6))
    } else {
        Stroke::new(1.0, palette.hairline)
    };
    let corners = CornerRadius::same(CARD_RADIUS);
    let fill = if is_bare {
        Color32::TRANSPARENT
    } else if day_head::is_closed(view, date) {
        palette.well
    } else {
        palette.surface
    };
    let inside = StrokeKind::Inside;
    egui::epaint::RectShape::new(response.rect, corners, fill, line, inside).into()
}

fn header_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    date: NaiveDate,
    rect: Rect,
    busiest: f64,
    actions: &mut Actions,
) {
    let palette = view.palette;
    let head = Rect::from_min_max(
        rect.min + vec2(2.0, 2.0),
        pos2(rect.right() - 2.0, rect.top() + 27.0),
    );
    day_head::head_ui(ui, view, date, head, actions);
    let painter = ui.painter().clone();
    let today = date == view.today;
    let name_color = if today { palette.accent } else { palette.text };
    painter.text(
        pos2(rect.left() + head_pad(rect), rect.top() + MIDDLE),
        Align2::LEFT_CENTER,
        format::weekday(date),
        font(13.0, Weight::SemiBold),
        name_color,
    );
    let right = pos2(rect.right() - head_pad(rect), rect.top() + MIDDLE);
    let number = date.day().to_string();
    if today {
        let at = right - vec2(7.0, 0.0);
        painter.circle_filled(at, 10.0, palette.accent);
        let font = font(11.0, Weight::SemiBold);
        painter.text(at, Align2::CENTER_CENTER, number, font, palette.on_accent);
    } else {
        let font = font(12.0, Weight::Regular);
        painter.text(
            right,
            Align2::RIGHT_CENTER,
            number,
            font,
            palette.text_faint,
        );
    }
    let shown = state.preview.shown();
    let is_marked = shown.is_some_and(|preview| preview.day(date).is_some());
    if state.drag.is_none() && !is_marked {
        add_ui(ui, view, state, date, mark_at(rect), actions);
    }
    paint_load_bar(ui, view, date, rect, busiest);
}

/// True where the week of a day has sessions: a day without one is then a day of rest, and else not planned yet.
fn is_planned_week(view: &View, date: NaiveDate) -> bool {
    let week = Week::of(date, view.athlete.profile.week_start);
    let [first, .., last] = week.days();
    !view.athlete.sessions.between(first, last).is_empty()
}

/// True for a column in which the plus stands below the day's name, beside what is said of the day.
fn has_mark_below(column: Rect) -> bool {
    column.width() < TIGHT
}

/// Between the edge of a day and its cards.
fn card_pad(column: Rect) -> f32 {
    if column.width() < TIGHT_DAY {
        TIGHT_PAD
    } else if column.width() < card_text::NARROW + 12.0 {
        NARROW_PAD
    } else {
        PAD
    }
}

/// Between the edge of a day and what stands in its head.
fn head_pad(column: Rect) -> f32 {
    if column.width() < TIGHT_DAY {
        TIGHT_HEAD_PAD
    } else {
        HEAD_PAD
    }
}

/// The middle of what stands beside the day's number, in narrow columns below it: the plus, and the verdict's mark
/// while something is dragged.
fn mark_at(column: Rect) -> Pos2 {
    if has_mark_below(column) {
        return pos2(column.right() - 14.0, column.top() + HEADER + 8.0);
    }
    // A line symbol looks lower than the letters whose middle it shares.
    pos2(column.right() - 39.0, column.top() + MIDDLE - 1.0)
}

/// The plus, for mouse, touch and keyboard alike.
pub(super) fn add_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    date: NaiveDate,
    at: Pos2,
    actions: &mut Actions,
) {
    let icon = icons::icon(icons::ADD, 16.0).color(view.palette.text_faint);
    let rect = Rect::from_center_size(at, vec2(22.0, 22.0));
    let add = ui
        .scope_builder(UiBuilder::new().id_salt("add").max_rect(rect), |ui| {
            ui.spacing_mut().button_padding = vec2(2.0, 2.0);
            ui.spacing_mut().interact_size = rect.size();
            let button = Button::new(icon).frame_when_inactive(false);
            ui.add_sized(rect.size(), button)
        })
        .inner;
    let name = format!("Add to {}", format::day(date));
    add.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if state.adding == Some(date) {
        state.adding = None;
        egui::Popup::open_id(ui.ctx(), egui::Popup::default_response_id(&add));
    }
    egui::Popup::menu(&add).show(|ui| {
        scrolling::menu_ui(ui, |ui| menus::add_menu_ui(ui, view, date, actions));
    });
    add.on_hover_text(name);
}

/// The day's load as a bar of its kinds' colours, as long as its share of the busiest day.
fn paint_load_bar(ui: &Ui, view: &View, date: NaiveDate, rect: Rect, busiest: f64) {
    let palette = view.palette;
    let bar = Rect::from_min_max(
        pos2(rect.left() + head_pad(rect), rect.top() + 28.0),
        pos2(rect.right() - head_pad(rect), rect.top() + 31.0),
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

/// Draws the cards and tells where they stand.
fn cards_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    date: NaiveDate,
    rect: Rect,
    preview: Option<&FixPreview>,
    actions: &mut Actions,
) -> Vec<PlacedCard> {
    let pad = card_pad(rect);
    let inner = Rect::from_min_max(rect.min + vec2(pad, HEADER), rect.max - vec2(pad, PAD));
    let arriving = preview
        .into_iter()
        .flat_map(|preview| preview.arriving_on(date));
    let mut sessions: Vec<(&Arc<Session>, Option<&Ghost>)> = view
        .athlete
        .sessions
        .on(date)
        .iter()
        .map(|session| (session, None))
        .chain(arriving.map(|ghost| (&ghost.session, Some(ghost))))
        .collect();
    sessions.sort_by_key(|(session, _)| order_in_day(session.plan.start));
    let known = |session: &Session, ghost: Option<&Ghost>| {
        let facts = ghost.map(|ghost| &ghost.facts);
        let is_card = !matches!(session.plan.workout, Workout::Note);
        facts
            .or_else(|| view.derived.facts.get(&session.id))
            .filter(|_| is_card)
            .cloned()
    };
    let facts: Vec<Option<CardFacts>> = sessions
        .iter()
        .map(|(session, ghost)| known(session, *ghost))
        .collect();
    let shown: Vec<Shown> = sessions
        .iter()
        .zip(&facts)
        .map(|((session, _), facts)| Shown {
            session,
            facts: facts.as_ref(),
        })
        .collect();
    let contents = detail::contents(ui, view, &shown, inner);
    let mut cards = Vec::with_capacity(sessions.len());
    let mut inside = ui.new_child(UiBuilder::new().id_salt("cards").max_rect(inner));
    ScrollArea::vertical()
        .id_salt("cards")
        .auto_shrink([false, false])
        .show(&mut inside, |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            day_head::words_ui(ui, view, date, has_mark_below(rect));
            let races = lone_races(view, date);
            for race in &races {
                race_ui(ui, view, race);
            }
            if sessions.is_empty() && races.is_empty() && is_planned_week(view, date) {
                group_label(ui, view.palette, "Rest");
            }
            let mut group = None;
            for ((session, ghost), content) in sessions.into_iter().zip(&contents) {
                let here = day_group(session.plan.start);
                if group != Some(here) {
                    if here == 2 && group.is_none() {
                        ui.add_space(FREE_MORNING);
                    }
                    group = Some(here);
                    match here {
                        0 => group_label(ui, view.palette, "AM"),
                        2 => group_label(ui, view.palette, "PM"),
                        _ => {}
                    }
                }
                if let Some(ghost) = ghost {
                    let content = (content, view.units());
                    card::arriving_ui(ui, view.palette, &ghost.session, &ghost.facts, content);
                } else if let Some(rect) =
                    session::session_ui(ui, view, state, session, content, actions)
                {
                    cards.push(PlacedCard {
                        session: session.id,
                        start: session.plan.start,
                        rect,
                    });
                    let mark = preview.and_then(|preview| preview.marks.get(&session.id));
                    if let Some(mark) = mark {
                        ghosts::mark_ui(ui, view.palette, mark);
                    }
                }
            }
        });
    cards
}

/// The races of a day that no session stands for.
fn lone_races<'a>(view: &View<'a>, date: NaiveDate) -> Vec<&'a Race> {
    let sessions = view.athlete.sessions.on(date);
    if sessions
        .iter()
        .any(|session| session.kind() == Kind::Run(RunKind::Race))
    {
        return Vec::new();
    }
    let races = view.athlete.profile.races.iter();
    races.filter(|race| race.date == date).collect()
}

/// A race without a session: its name and how far it is.
fn race_ui(ui: &mut Ui, view: &View, race: &Race) {
    let color = view.palette.run(RunKind::Race);
    ui.label(text("Race", 11.0, Weight::SemiBold).color(color));
    ui.add(Label::new(text(&race.name, 12.0, Weight::SemiBold)).wrap());
    if let Some(far) = race.distance {
        let far = format::distance(far, view.units());
        ui.label(text(far, 11.0, Weight::Regular).color(view.palette.text_soft));
    }
}

fn group_label(ui: &mut Ui, palette: &Palette, label: &str) {
    ui.add_space(1.0);
    ui.label(text(label, 11.0, Weight::Regular).color(palette.text_faint));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_lies_on_what_is_said_of_the_day() {
        // The text begins below the head, and avoids the plus only where it is beside it.
        let half = 11.0;
        for width in 60_u16..200 {
            let column = Rect::from_min_size(Pos2::ZERO, vec2(f32::from(width), 300.0));
            let is_among_words = mark_at(column).y + half > HEADER;
            assert_eq!(is_among_words, has_mark_below(column), "{width}");
        }
    }

    #[test]
    fn a_mark_stands_beside_the_name_of_the_day_or_below_it() {
        // "Wed" ends here, and a mark takes so much on either side.
        let (name, half) = (9.0 + 31.0, 8.0);
        for width in 65_u16..200 {
            let column = Rect::from_min_size(Pos2::ZERO, vec2(f32::from(width), 300.0));
            let at = mark_at(column);
            assert!(at.x - half >= name || at.y > HEADER, "{width}: {at:?}");
        }
    }
}
