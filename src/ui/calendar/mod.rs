//! The week calendar: season strip, seven days, cards that are dragged.

mod board;
mod board_sessions;
mod board_titles;
pub mod card;
mod card_fit;
mod card_rows;
mod card_set;
mod card_text;
mod card_words;
mod day;
mod day_cards;
mod day_head;
mod day_load;
mod day_places;
mod day_top;
mod detail;
pub mod drag;
pub mod dropping;
mod ghosts;
mod hover;
mod landing;
mod menus;
pub mod moving;
mod note;
mod session;
mod sideways;
mod spoken;
mod start;
mod strip;
mod strip_week;
mod verdict;
pub mod walking;
mod week;
mod week_scale;

pub use day::day_id;
pub use menus::command_ui;

/// The width of the calendar with its margins, in points, which panels leave it by themselves.
pub const USUAL_WEEK: f32 = week::USUAL + 24.0;

/// What stands free beside the calendar, in points, in a window that is so wide there.
pub fn margin(width: f32) -> i8 {
    if width < USUAL_WEEK { 4 } else { 12 }
}

/// The least width of the board with its margins, in points: a title on it has one line, marks beside it.
pub const LEAST_BOARD: f32 = board::LEAST + 24.0;

use egui::{Rect, Ui};

use super::action::Actions;
use super::shared::{Dragged, Shared};
use super::view::View;

/// Draws the season strip and the shown week. Returns the columns that are left to the colour of the window.
pub fn calendar_ui(
    ui: &mut Ui,
    view: &View,
    state: &mut Shared,
    actions: &mut Actions,
) -> Vec<Rect> {
    let carried = dragged_card_ui(ui, view, state);
    strip::strip_ui(ui, view, state, carried, actions);
    ui.add_space(6.0);
    let days = ui.available_rect_before_wrap();
    let bare = if state.board.is_some() {
        board::board_ui(ui, view, state, carried, actions);
        Vec::new()
    } else {
        week::week_ui(ui, view, state, carried, actions)
    };
    if state.drag.is_none() {
        start::start_ui(ui, view, days, actions);
    }
    bare
}

/// Draws what is dragged under the pointer and tells where it stands.
fn dragged_card_ui(ui: &Ui, view: &View, state: &Shared) -> Option<Rect> {
    let (Some(drag), None) = (&state.drag, state.moving) else {
        return None;
    };
    let palette = view.palette;
    let (detail, color) = if let Some(plan) = &drag.plan {
        let facts = super::card_facts::plan_facts(plan, &view.athlete.profile, view.library);
        let lines = super::card_lines::card_lines(plan, &facts, view.units());
        let color = palette.kind(plan.kind(), facts.leg_load());
        (lines.into_iter().next().unwrap_or_default(), color)
    } else {
        let spread = drag.spread?;
        let sessions = super::format::plural(spread.sessions, "session", "sessions");
        let detail = match spread.weeks {
            0 | 1 => sessions,
            weeks => format!("{sessions} in {weeks} weeks"),
        };
        (detail, palette.accent)
    };
    let title = match drag.dragged {
        Dragged::Session(_) if drag.copy => format!("Copy: {}", drag.title),
        _ => drag.title.clone(),
    };
    card::dragged_ui(ui.ctx(), palette, &title, &detail, color)
}
