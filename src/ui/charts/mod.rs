//! The progress charts: weekly load, weekly distance, and the estimated maximum of an exercise,
//! side by side over one time axis.
//!
//! All figures arrive worked out in a [`Progress`]; a frame only draws what its window shows.

mod bars;
mod canvas;
mod distance;
mod heading;
mod load;
mod one_rm;
#[cfg(test)]
mod tests;
mod time_axis;
mod tooltip;
mod value_axis;
mod words;

use chrono::{Days, NaiveDate};
use egui::{
    Align, Button, Layout, Rect, Response, ScrollArea, Sense, Stroke, Ui, UiBuilder, pos2, vec2,
};

pub use time_axis::Range;

use super::format;
use super::theme::{Palette, Weight, text};
use crate::domain::{ExerciseId, Profile, SessionId};
use crate::load::series::{Progress, WeekTotals};
use time_axis::Window;

/// A chart narrower than this would squeeze its labels.
const LEAST_WIDTH: f32 = 230.0;
/// A chart lower than this would squeeze its bars.
const LEAST_HEIGHT: f32 = 130.0;
/// Between two charts, with a hairline in the middle.
const GAP: f32 = 24.0;
/// What shows of the next row when the rows have to scroll: its title.
const PEEK: f32 = 28.0;
/// How many charts there are.
const CHARTS: usize = 3;

/// What the charts remember between frames.
#[derive(Debug, Clone, Default)]
pub struct ChartsState {
    /// How much time is shown.
    pub range: Range,
    /// The exercise whose maximum is shown; `None` for the most used one.
    pub exercise: Option<ExerciseId>,
    /// Where the reader has panned and zoomed to; `None` as the range says.
    window: Option<Window>,
    /// First day of the week under the pointer, so that all charts mark it.
    hovered: Option<NaiveDate>,
    /// The week shown in the last frame; the charts follow when it changes.
    followed: Option<NaiveDate>,
}

/// What the charts are drawn from.
#[derive(Debug, Clone, Copy)]
pub struct ChartsView<'a> {
    /// The figures.
    pub progress: &'a Progress,
    /// Whose they are, for the units.
    pub profile: &'a Profile,
    /// Colours.
    pub palette: &'a Palette,
    /// The current day.
    pub today: NaiveDate,
    /// First day of the week that the calendar shows.
    pub shown_monday: NaiveDate,
}

/// What the reader asks for by using a chart.
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartAction {
    /// Show the week that starts on this day.
    ShowWeek(NaiveDate),
    /// Open this session.
    OpenSession(SessionId),
    /// Work the maxima out for this exercise, which [`ChartsState::exercise`] now names.
    ChooseExercise(ExerciseId),
}

/// What every chart needs to draw itself.
struct Stage<'a> {
    view: ChartsView<'a>,
    /// The days on screen.
    window: Window,
    /// How far one can pan.
    reach: Window,
    hovered: Option<NaiveDate>,
}

/// What using the charts came to in this frame.
#[derive(Default)]
struct Outcome {
    action: Option<ChartAction>,
    window: Option<Window>,
    hovered: Option<NaiveDate>,
    reset: bool,
}

/// Draws the charts into the space there is: side by side, or in rows that scroll when it is narrow.
pub fn charts_ui(
    ui: &mut Ui,
    view: &ChartsView<'_>,
    state: &mut ChartsState,
) -> Option<ChartAction> {
    header_ui(ui, view, state);
    let home = time_axis::home(state.range, view);
    let reach = time_axis::limits(view).union(home);
    let mut window = state.window.unwrap_or(home);
    if state.followed.replace(view.shown_monday) != Some(view.shown_monday) {
        let followed = window.including(view.shown_monday);
        if followed != window {
            window = followed;
            state.window = Some(followed);
        }
    }
    let window = window.within(reach);
    let stage = Stage {
        view: *view,
        window,
        reach,
        hovered: state.hovered,
    };

    let mut outcome = Outcome::default();
    grid_ui(ui, &stage, state, &mut outcome);

    if outcome.reset {
        state.window = None;
    } else if let Some(window) = outcome.window {
        state.window = Some(window);
    }
    if outcome.reset || outcome.window.is_some() || outcome.hovered != state.hovered {
        ui.ctx().request_repaint();
    }
    state.hovered = outcome.hovered;
    outcome.action
}

/// One line above the charts: the shown week in figures, and the ranges to choose from.
fn header_ui(ui: &mut Ui, view: &ChartsView<'_>, state: &mut ChartsState) {
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 22.0;
        ui.set_height(22.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for range in Range::ALL.into_iter().rev() {
                if range_ui(ui, view.palette, range, state.range == range).clicked() {
                    state.range = range;
                    state.window = None;
                    state.followed = Some(view.shown_monday);
                }
            }
            ui.add_space(12.0);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let line = text(summary(view), 11.0, Weight::Regular).color(view.palette.text_soft);
                ui.add(egui::Label::new(line).truncate());
            });
        });
    });
}

fn range_ui(ui: &mut Ui, palette: &Palette, range: Range, chosen: bool) -> Response {
    let (color, fill) = if chosen {
        (palette.accent, palette.accent_soft)
    } else {
        (palette.text_soft, palette.surface)
    };
    let label = text(range.label(), 11.0, Weight::Medium).color(color);
    ui.spacing_mut().button_padding = vec2(8.0, 2.0);
    let button = Button::new(label)
        .selected(chosen)
        .fill(fill)
        .stroke(Stroke::NONE);
    ui.add(button.min_size(vec2(0.0, 22.0)))
}

/// The shown week in one line: dates, load, distance, sessions.
fn summary(view: &ChartsView<'_>) -> String {
    let name = words::week_name(view.shown_monday);
    let Some(week) = shown_week(view) else {
        return name;
    };
    if week.au() <= 0.0 {
        return format!("{name}: nothing done or planned");
    }
    let lifts = words::count(
        week.strength_sessions,
        "strength session",
        "strength sessions",
    );
    let runs = words::count(week.runs, "run", "runs");
    let far = format::distance(week.distance(), view.profile.units);
    format!("{name}: {} · {runs}, {far} · {lifts}", words::au(week.au()))
}

/// The totals of the week that the calendar shows.
fn shown_week<'a>(view: &ChartsView<'a>) -> Option<&'a WeekTotals> {
    let weeks = &view.progress.weeks;
    weeks
        .iter()
        .find(|week| holds(week.monday, view.shown_monday))
}

/// True when `date` lies in the week that starts on `monday`.
fn holds(monday: NaiveDate, date: NaiveDate) -> bool {
    (0..7).contains(&(date - monday).num_days())
}

/// First day of the week under a place on the time axis.
fn week_at(view: &ChartsView<'_>, day: f64) -> Option<NaiveDate> {
    let date = time_axis::date_at(day)?;
    Some(crate::load::series::week_of(date, view.profile.week_start))
}

/// The week `steps` weeks away from the shown one.
fn week_beside(view: &ChartsView<'_>, steps: i64) -> Option<NaiveDate> {
    let days = Days::new(7 * steps.unsigned_abs());
    if steps < 0 {
        view.shown_monday.checked_sub_days(days)
    } else {
        view.shown_monday.checked_add_days(days)
    }
}

fn grid_ui(ui: &mut Ui, stage: &Stage<'_>, state: &mut ChartsState, outcome: &mut Outcome) {
    let space = ui.available_size();
    let columns = (((space.x + GAP) / (LEAST_WIDTH + GAP)) as usize).clamp(1, CHARTS);
    let rows = CHARTS.div_ceil(columns);
    let row_gap = GAP / 2.0;
    let even = (space.y - row_gap * (rows - 1) as f32) / rows as f32;
    let height = if rows == 1 || even >= LEAST_HEIGHT {
        even
    } else {
        (space.y - row_gap - PEEK).max(LEAST_HEIGHT)
    };

    let mut draw = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for row in 0..rows {
            if row > 0 {
                ui.add_space(row_gap);
            }
            let first = row * columns;
            let in_row = columns.min(CHARTS - first);
            let (rect, _) = ui.allocate_exact_size(vec2(space.x, height), Sense::hover());
            let width = (space.x - GAP * (in_row - 1) as f32) / in_row as f32;
            for column in 0..in_row {
                let left = rect.left() + column as f32 * (width + GAP);
                let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, height));
                if column > 0 {
                    let line = Stroke::new(1.0, stage.view.palette.hairline);
                    ui.painter()
                        .vline((left - GAP / 2.0).round() + 0.5, rect.y_range(), line);
                }
                let mut cell_ui =
                    ui.new_child(UiBuilder::new().max_rect(cell).id_salt(first + column));
                chart_ui(&mut cell_ui, first + column, stage, state, outcome);
            }
        }
    };
    if rows == 1 {
        draw(ui);
    } else {
        ScrollArea::vertical()
            .id_salt("charts")
            .auto_shrink(false)
            .show(ui, draw);
    }
}

fn chart_ui(
    ui: &mut Ui,
    chart: usize,
    stage: &Stage<'_>,
    state: &mut ChartsState,
    outcome: &mut Outcome,
) {
    match chart {
        0 => load::load_ui(ui, stage, outcome),
        1 => distance::distance_ui(ui, stage, outcome),
        _ => one_rm::one_rm_ui(ui, stage, &mut state.exercise, outcome),
    }
}

/// Words in the place of a chart that has nothing to draw yet.
fn empty_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    let space = ui.available_size();
    ui.add_space((space.y / 2.0 - 24.0).max(4.0));
    ui.vertical_centered(|ui| {
        ui.set_max_width(space.x.min(250.0));
        ui.add(
            egui::Label::new(text(words, 12.0, Weight::Regular).color(palette.text_soft)).wrap(),
        );
    });
}
