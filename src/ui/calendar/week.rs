//! The seven days of the shown week, side by side.

use chrono::Days;
use egui::{Rect, Ui, UiBuilder, pos2, vec2};

use crate::ui::action::Actions;
use crate::ui::shared::Shared;
use crate::ui::view::View;

use super::day;
use super::sideways::sideways_ui;
use super::week_scale::WeekScale;

const GAP: f32 = 6.0;
const NARROW_GAP: f32 = 4.0;
const TIGHT_GAP: f32 = 2.0;

/// The width of a day, in points, which panels leave it by themselves.
const USUAL_DAY: f32 = 70.0;
/// The width of a week, in points, which panels leave it by themselves.
pub const USUAL: f32 = 7.0 * USUAL_DAY + 6.0 * NARROW_GAP;
/// The least width of a day, in points: its name, its number and the words of its cards whole.
const LEAST_DAY: f32 = 65.0;
/// The least width of a week, in points; where there is less, it scrolls. It is what a panel that was asked for leaves in
/// the smallest window, so that Sunday stays in sight beside it.
pub const LEAST: f32 = 7.0 * LEAST_DAY + 6.0 * TIGHT_GAP;

/// Between two days of a week that is so wide.
fn gap(width: f32) -> f32 {
    if width < USUAL {
        TIGHT_GAP
    } else if width < 760.0 {
        NARROW_GAP
    } else {
        GAP
    }
}

/// Draws the days and lets cards drop on them. `carried` is where the dragged card is drawn. Returns the columns that are
/// left to the colour of the window.
pub fn week_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    carried: Option<Rect>,
    actions: &mut Actions,
) -> Vec<Rect> {
    let days = |ui: &mut Ui, state: &mut Shared| days_ui(ui, view, state, carried, actions);
    sideways_ui(ui, "week", (LEAST, 0.0), state, days)
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
    let gap = gap(rect.width());
    let width = (rect.width() - gap * 6.0) / 7.0;
    let scale = WeekScale::of(ui, view, state.week, width);
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
            scale,
            carried,
            actions,
        );
        bare.extend(is_bare.then_some(column));
    }
    bare
}
