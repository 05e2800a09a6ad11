//! The upper end of a day: its name and number, the plus, and its load.

use chrono::{Datelike, NaiveDate};
use egui::{Align2, Button, CornerRadius, Pos2, Rect, Role, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::ui::action::Actions;
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, font, icons};
use crate::ui::view::View;
use crate::ui::widgets::menu_place;

use super::day_places::{MIDDLE, head_pad, mark_at};
use super::{day_head, menus};

/// Draws it, and makes it the button of what the day allows.
pub(super) fn header_ui(
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
    menu_place::inside(egui::Popup::menu(&add)).show(|ui| {
        menus::add_menu_ui(ui, view, date, actions);
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
