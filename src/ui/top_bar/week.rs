//! The shown week in the bar on top, between its arrows.

use chrono::{Datelike as _, Days, Duration, NaiveDate, Weekday};
use egui::{Ui, vec2};

use crate::domain::{DateStyle, Week};
use crate::ui::action::Actions;
use crate::ui::command::Command;
use crate::ui::date_picker;
use crate::ui::format;
use crate::ui::shared::Shared;
use crate::ui::theme::{Weight, icons, text};
use crate::ui::view::View;
use crate::ui::widgets::{buttons, command_button};

use super::width::{BarWidth, Crowd, Piece};

/// The week with the arrows to those around, the way to today, and that to several weeks.
pub(super) fn week_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    actions: &mut Actions,
    bar: BarWidth,
    crowd: &mut Crowd,
) {
    let (before, after) = (Command::PreviousWeek, Command::NextWeek);
    if command_button::icon_ui(ui, icons::PREVIOUS, before, "Previous week").clicked() {
        actions.command(Command::PreviousWeek);
    }
    let size = if bar == BarWidth::Wide { 15.0 } else { 13.0 };
    let widest = widest_title(ui, state.week, bar, size);
    let own = title_width(ui, state.week, bar, size) + padding(ui);
    crowd.would_take(Piece::Steady, (widest - own).max(0.0));
    let least = if crowd.shows(Piece::Steady) {
        widest
    } else {
        own
    };
    let title = week_title(state.week, bar);
    let button = egui::Button::new(text(title, size, Weight::SemiBold))
        .frame_when_inactive(false)
        .min_size(vec2(least, 0.0));
    let title = ui.add(button);
    if std::mem::take(&mut state.asks_date) {
        egui::Popup::open_id(ui.ctx(), egui::Popup::default_response_id(&title));
    }
    egui::Popup::menu(&title)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| date_picker::picker_ui(ui, view, state.week, actions));
    let words = Command::GoToDate.tooltip();
    title.on_hover_text(Command::GoToDate.with_shortcut(ui.ctx(), words));
    if command_button::icon_ui(ui, icons::NEXT, after, "Next week").clicked() {
        actions.command(Command::NextWeek);
    }
    let begun = ui.cursor().left();
    if bar > BarWidth::Least && crowd.shows(Piece::Today) {
        let today = buttons::quiet_ui(ui, "Today");
        if command_button::told(today, Command::ThisWeek, "Today").clicked() {
            actions.command(Command::ThisWeek);
        }
    }
    crowd.drew(Piece::Today, ui.cursor().left() - begun);
    if !crowd.shows(Piece::Board) {
        return;
    }
    let begun = ui.cursor().left();
    let (icon, name) = if state.board.is_some() {
        (icons::WEEK, "Show one week")
    } else {
        (icons::MONTH, "Show several weeks")
    };
    if command_button::icon_ui(ui, icon, Command::ToggleBoard, name).clicked() {
        actions.command(Command::ToggleBoard);
    }
    ui.add_space(4.0);
    crowd.drew(Piece::Board, ui.cursor().left() - begun);
}

/// The shown week: "Week 48 · 23–29 Nov 2026", and less where there is less room.
fn week_title(first: NaiveDate, bar: BarWidth) -> String {
    let week = Week::starting(first).number();
    match bar {
        BarWidth::Least | BarWidth::Narrow => format::short_week_span(first),
        BarWidth::Medium => format!("Week {week} · {}", format::short_week_span(first)),
        BarWidth::Wide => format!("Week {week} · {}", format::week_span(first)),
    }
}

/// The width of the longest title of the weeks around, so that the arrows beside it stay under the pointer that steps
/// through them. Weeks of two years are longer and rare, so they take what they need.
fn widest_title(ui: &Ui, first: NaiveDate, bar: BarWidth, size: f32) -> f32 {
    let key = (
        first.year(),
        first.weekday(),
        bar,
        size.to_bits(),
        format::date_style(),
    );
    let id = ui.scope_id().with("widest title");
    let known = ui.data(|data| data.get_temp::<(TitleKey, f32)>(id));
    if let Some((_, width)) = known.filter(|(known, _)| *known == key) {
        return width;
    }
    let weeks = (-26..26).filter_map(|week| first.checked_add_signed(Duration::weeks(week)));
    let of_one_year = weeks.filter(|week| week.year() == (*week + Days::new(6)).year());
    let width = of_one_year
        .map(|week| title_width(ui, week, bar, size))
        .fold(0.0, f32::max)
        + padding(ui);
    ui.data_mut(|data| data.insert_temp(id, (key, width)));
    width
}

/// The width of the words of a week's title, in points.
fn title_width(ui: &Ui, first: NaiveDate, bar: BarWidth, size: f32) -> f32 {
    let words = text(week_title(first, bar), size, Weight::SemiBold);
    let galley = egui::WidgetText::from(words).into_galley(
        ui,
        Some(egui::TextWrapMode::Extend),
        f32::INFINITY,
        egui::TextStyle::Button,
    );
    galley.size().x
}

/// A button takes a little more than its words and their padding, in points.
fn padding(ui: &Ui) -> f32 {
    2.0 * ui.spacing().button_padding.x + 8.0
}

/// What the width of the longest title hangs on.
type TitleKey = (i32, Weekday, BarWidth, u32, DateStyle);
