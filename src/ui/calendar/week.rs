//! The seven days of the shown week, side by side.

use chrono::Days;
use egui::{Id, Rect, Ui, UiBuilder, pos2, vec2};

use crate::ui::action::Actions;
use crate::ui::shared::Shared;
use crate::ui::view::View;

use super::day;
use super::day_load::load_of;

const GAP: f32 = 6.0;
const NARROW_GAP: f32 = 4.0;

/// The least width of a day, in points: its name, its number and the words of its cards whole.
const LEAST_DAY: f32 = 70.0;
/// The least width of a week, in points; where there is less, it scrolls.
pub const LEAST: f32 = 7.0 * LEAST_DAY + 6.0 * NARROW_GAP;

/// Draws the days and lets cards drop on them. `carried` is where the dragged card is drawn. Returns the columns that are
/// left to the colour of the window.
pub fn week_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    carried: Option<Rect>,
    actions: &mut Actions,
) -> Vec<Rect> {
    if ui.available_width() >= LEAST - 1.0 {
        return days_ui(ui, view, state, carried, actions);
    }
    egui::ScrollArea::horizontal()
        .id_salt("days")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let size = vec2(LEAST, ui.available_height());
            ui.allocate_ui(size, |ui| {
                ui.set_min_size(size);
                let days = ui.available_rect_before_wrap();
                let bare = days_ui(ui, view, state, carried, actions);
                follow(ui, "week", state, days);
                bare
            })
            .inner
        })
        .inner
}

/// Scrolls sideways to the day that is worked on, once another is, and to the card that gets the keyboard. Each day
/// scrolls by itself, and keeps for itself what is asked of it.
pub(super) fn follow(ui: &Ui, salt: &str, state: &Shared, days: Rect) {
    let focused = ui.memory(egui::Memory::focused);
    let now = (state.day, focused, ui.clip_rect().width().round() as i32);
    let id = Id::unique(("day that was scrolled to", salt));
    let before = ui.data_mut(|data| {
        let kept = data.get_temp_mut_or(id, None);
        kept.replace(now)
    });
    if before == Some(now) {
        return;
    }
    let card = focused.filter(|_| before.is_none_or(|(_, focus, _)| focus != focused));
    let card = card.and_then(|id| ui.ctx().read_response(id));
    let card = card.map(|card| card.rect.center());
    let width = days.width() / 7.0;
    let worked_on = (state.day - state.week).num_days();
    let column = match card.filter(|at| days.contains(*at)) {
        Some(at) => ((at.x - days.left()) / width).floor(),
        None => worked_on.clamp(0, 6) as f32,
    };
    let left = days.left() + width * column;
    let day = Rect::from_x_y_ranges(left..=left + width, days.y_range());
    ui.scroll_to_rect(day, None);
}

fn days_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    carried: Option<Rect>,
    actions: &mut Actions,
) -> Vec<Rect> {
    let mut bare = Vec::new();
    let rect = ui.available_rect_before_wrap();
    ui.allocate_rect(rect, egui::Sense::hover());
    let gap = if rect.width() < 760.0 {
        NARROW_GAP
    } else {
        GAP
    };
    let width = (rect.width() - gap * 6.0) / 7.0;
    let busiest = (0..7)
        .map(|n| load_of(view, state.week + Days::new(n)))
        .fold(1.0, f64::max);
    for index in 0..7 {
        let date = state.week + Days::new(index);
        let left = rect.left() + (width + gap) * index as f32;
        let column = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
        let builder = UiBuilder::new().id_salt(("day", date)).max_rect(column);
        let mut day_ui = ui.new_child(builder);
        let is_bare = day::day_ui(
            &mut day_ui,
            view,
            state,
            date,
            index as usize,
            busiest,
            carried,
            actions,
        );
        bare.extend(is_bare.then_some(column));
    }
    bare
}
