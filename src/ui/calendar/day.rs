//! One day: its column, and what is dropped on it.

use chrono::NaiveDate;
use egui::{
    Color32, CornerRadius, Id, PopupCloseBehavior, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, Ui, WidgetInfo,
};

use crate::domain::{DayPart, Week};
use crate::ui::action::Actions;
use crate::ui::format;
use crate::ui::lay_week;
use crate::ui::shared::{Drag, Dragged, Shared};
use crate::ui::theme::{self, CARD_RADIUS};
use crate::ui::view::View;
use crate::ui::widgets::context_menu::context_menu;

use super::day_places::{HEADER, mark_at};
use super::landing::{self, Landing, PlacedCard};
use super::verdict::DropTarget;
use super::week_scale::WeekScale;
use super::{day_cards, day_head, day_top, dropping, ghosts, menus, spoken};

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
    scale: WeekScale,
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
    day_top::header_ui(ui, view, state, date, column, scale.busiest, actions);
    let cards = day_cards::cards_ui(
        ui,
        view,
        state,
        date,
        column,
        scale.title,
        preview.as_deref(),
        actions,
    );
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
