//! The charts panel: the charts somebody chose, over one time axis, below the calendar or in the whole window.
//!
//! Scenes are made from the figures only when these or the settings change, and laid out only when
//! the window or the size changes; a frame paints shapes.

mod cache;
mod cell;
mod context;
mod file;
mod grid;
mod header;
mod heading;
mod menus;
mod moving;
mod paint;
mod plain;
mod plot;
mod projection;
mod state;
#[cfg(test)]
mod tests;
mod tip_place;
mod tooltip;
mod view_menu;

pub use context::{ChartAction, ChartsView};
pub use file::{ChartFile, FileKind};
pub use state::ChartsState;

use std::time::Duration;

use chrono::{NaiveDate, Weekday};
use egui::Ui;

use crate::chart::scenes::{Ahead, Answers};
use crate::chart::time::{Window, date_at, day_of};
use crate::chart::{Compare, Range, compare};
use crate::domain::Week;
use crate::load::series::{Period, season};
use crate::ui::format;
use context::{DrawContext, Outcome};

/// How long after the wheel was turned the lines under the titles follow.
const AFTER_SCROLLING: Duration = Duration::from_millis(200);

/// Draws the charts into the space there is.
pub fn charts_ui(
    ui: &mut Ui,
    view: &ChartsView<'_>,
    state: &mut ChartsState,
) -> Option<ChartAction> {
    let home = home(state.choice.range, view);
    let reach = limits(view).union(home);
    let mut window = state.window.unwrap_or(home);
    if state.followed.replace(view.shown_monday) != Some(view.shown_monday) {
        let followed = window.including(view.shown_monday);
        if followed != window {
            window = followed;
            state.window = Some(followed);
        }
    }
    let window = window.within(reach);
    // While the charts are moved, the lines under the titles stay what they are.
    let is_moved = ui.input(|input| input.pointer.any_down() || input.is_scrolling());
    let told = *state.told.get_or_insert(window);
    let told = if is_moved { told } else { window };
    state.told = Some(told);
    if told != window && ui.input(egui::InputState::is_scrolling) {
        ui.ctx().request_repaint_after(AFTER_SCROLLING);
    }
    let context = DrawContext {
        view: *view,
        charts: ui
            .max_rect()
            .with_min_y(ui.max_rect().top() + header::HEIGHT),
        window,
        reach,
        hovered: state.hovered,
        answers: answers(told, home, view.today, view.profile().week_start),
        ghost: ghost(state.choice.compare, window, home, view),
        marks: if state.choice.marks { view.marks } else { &[] },
    };

    let mut outcome = Outcome::default();
    header::header_ui(ui, &context, state, &mut outcome);
    grid::grid_ui(ui, &context, state, &mut outcome);
    moving::dragged_ui(ui.ctx(), view.palette);

    if outcome.double_clicked {
        // The first click of the double click changed the week: go back.
        let left = state.left.take().filter(|left| *left != view.shown_monday);
        outcome.action = left.map(ChartAction::ShowWeek);
    } else if matches!(
        outcome.action,
        Some(ChartAction::ShowWeek(_) | ChartAction::OpenSession(_))
    ) {
        state.left = Some(view.shown_monday);
    }
    if outcome.reset {
        state.window = None;
    } else if let Some(window) = outcome.window {
        state.window = Some(window);
    }
    if outcome.reset || outcome.window.is_some() || outcome.hovered != state.hovered {
        ui.ctx().request_repaint();
    }
    state.hovered = outcome.hovered;
    if let Some(choice) = outcome.choice {
        if choice.range != state.choice.range {
            state.window = None;
            state.followed = Some(view.shown_monday);
        }
        state.choice = choice;
        ui.ctx().request_repaint();
        return outcome.action.or(Some(ChartAction::Chosen));
    }
    outcome.action
}

fn window_of(period: Period) -> Window {
    Window {
        start: day_of(period.first),
        end: day_of(period.last) + 1.0,
    }
}

/// All weeks that have figures.
fn limits(view: &ChartsView<'_>) -> Window {
    window_of(view.figures.whole(view.today))
}

/// The window a range stands for: it ends with the plan, yet never gives the future more than half.
fn home(range: Range, view: &ChartsView<'_>) -> Window {
    let limits = limits(view);
    let weeks = match range {
        Range::FourWeeks => 4.0,
        Range::TwelveWeeks => 12.0,
        Range::Year => 52.0,
        Range::All => return limits,
        Range::Season => return window_of(season(view.figures, view.today)),
    };
    let now_ends = day_of(Week::of(view.today, view.profile().week_start).first()) + 7.0;
    let half = 7.0 * f64::floor(weeks / 2.0);
    let end = now_ends + (limits.end - now_ends).clamp(0.0, half);
    Window {
        start: end - 7.0 * weeks,
        end,
    }
}

/// What the lines under the titles are about: of twelve weeks that are half ahead the six up to the current one, since the
/// others are not to be seen, and the plan as far as it is drawn; of weeks gone by those that are drawn.
fn answers(window: Window, home: Window, today: NaiveDate, week_start: Weekday) -> Answers {
    let now = Week::of(today, week_start).first();
    let week_at = |day: f64| date_at(day).map(|day| Week::of(day, week_start).last());
    let usual = Answers::default();
    if window.end <= day_of(now) + 0.5 {
        return Answers {
            weeks: ((window.days() / 7.0).round() as u32).max(2),
            // A week in part belongs to what is drawn where half of it does.
            gone: week_at(window.end - 3.5),
            today: "at the end",
            ahead: Ahead::Unknown,
            ..usual
        };
    }
    let weeks = ((day_of(now) - home.start) / 7.0).ceil() + 1.0;
    Answers {
        weeks: (weeks as u32).max(2),
        drawn_to: week_at(window.end - 0.5).unwrap_or(usual.drawn_to),
        ..usual
    }
}

/// What the shown span is held against: how many days before, and what that is called.
fn ghost(
    compare: Compare,
    window: Window,
    home: Window,
    view: &ChartsView<'_>,
) -> Option<(f64, String)> {
    let input = compare::CompareInput {
        dates: format::date_style(),
        profile: view.profile(),
        blocks: view.blocks,
        library: view.library,
        today: view.today,
        window,
        home,
    };
    let earlier = compare::earlier(compare, &input)?;
    Some((earlier.days, earlier.name))
}
