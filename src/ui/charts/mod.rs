//! The charts panel: the charts somebody chose, over one time axis, below the calendar or in the whole window.
//!
//! Scenes are made from the figures only when these or the settings change, and laid out only when
//! the window or the size changes; a frame paints shapes.

mod cache;
mod cell;
mod grid;
mod header;
mod heading;
mod menus;
mod moving;
mod paint;
mod plain;
mod plot;
mod projection;
#[cfg(test)]
mod tests;
mod tooltip;
mod view_menu;

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use egui::Ui;

use super::state::Drag;
use super::theme::Palette;
use super::view::{Charted, View};
use crate::chart::time::{Window, date_at, day_of};
use crate::chart::{Chart, Choice, Compare, Mark, Range, Scene, compare};
use crate::domain::{Athlete, Profile, SessionId, Week};
use crate::library::Library;
use crate::load::ProgramBlock;
use crate::load::series::{Figures, Grouping, Period, season};
use crate::rules::Breach;
use cache::Cache;
use projection::Projection;

/// What the charts remember between frames.
#[derive(Debug, Clone, Default)]
pub struct ChartsState {
    /// Which charts are shown, and how.
    pub choice: Choice,
    /// Where the reader has panned and zoomed to; `None` as the range says.
    window: Option<Window>,
    /// The day under the pointer, so that all charts mark it.
    hovered: Option<f64>,
    /// The week shown in the last frame; the charts follow when it changes.
    followed: Option<NaiveDate>,
    /// Scenes and pictures made so far.
    cache: Cache,
    /// The same for what a drop would do.
    would_be: Cache,
    projection: Projection,
}

impl ChartsState {
    /// The charts as somebody left them.
    pub fn take(&mut self, choice: Choice) {
        self.choice = choice;
        self.window = None;
        self.followed = None;
    }

    /// The charts as they would be if what is dragged were dropped where it is held.
    pub fn projected(&mut self, view: &View, drag: Option<&Drag>) -> Option<Arc<Charted>> {
        self.projection.of(view, drag)
    }
}

/// What the charts are drawn from.
#[derive(Debug, Clone, Copy)]
pub struct ChartsView<'a> {
    /// The athlete.
    pub athlete: &'a Athlete,
    /// The exercises.
    pub library: &'a Library,
    /// The figures.
    pub figures: &'a Figures,
    /// What a drop under way would come to.
    pub projected: Option<&'a Charted>,
    /// Changes whenever the figures or the marks do.
    pub revision: u64,
    /// What happened: races, programs, pains, notes.
    pub marks: &'a [Mark],
    /// The program blocks, by their first day.
    pub blocks: &'a [ProgramBlock],
    /// Weeks in which a rule objects, in order.
    pub breaches: &'a Arc<[Breach]>,
    /// Colours.
    pub palette: &'a Palette,
    /// The current day.
    pub today: NaiveDate,
    /// First day of the week that the calendar shows.
    pub shown_monday: NaiveDate,
    /// The charts have the whole window.
    pub filling: bool,
}

impl<'a> ChartsView<'a> {
    fn profile(&self) -> &'a Profile {
        self.figures.profile()
    }
}

/// In which form a chart is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A picture of pixels.
    Png,
    /// A drawing.
    Svg,
    /// The figures behind it.
    Csv,
}

impl FileKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::Csv];

    /// Its name.
    pub fn label(self) -> &'static str {
        match self {
            Self::Png => "PNG",
            Self::Svg => "SVG",
            Self::Csv => "CSV",
        }
    }

    /// How its files end.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Csv => "csv",
        }
    }
}

/// A chart to be saved as it stands on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartFile {
    /// In which form.
    pub kind: FileKind,
    /// The chart.
    pub scene: Arc<Scene>,
    /// The days that are seen.
    pub window: Window,
    /// The current day.
    pub today: NaiveDate,
    /// First day of the shown week.
    pub shown: NaiveDate,
    /// What is marked.
    pub marks: Vec<Mark>,
    /// What it is held against: how many days before, and its name.
    pub ghost: Option<(f64, String)>,
}

/// What the reader asks for by using a chart.
#[must_use]
#[derive(Debug, Clone, PartialEq)]
pub enum ChartAction {
    /// Show the week of this day.
    ShowWeek(NaiveDate),
    /// Open this session.
    OpenSession(SessionId),
    /// Save a chart.
    Save(Box<ChartFile>),
    /// Show the figures of a chart as a table.
    Figures(Arc<Scene>),
    /// Another choice of charts, to be remembered.
    Chosen,
    /// Let the charts fill the window, or not.
    Fill,
}

/// What every chart needs to draw itself.
struct Stage<'a> {
    view: ChartsView<'a>,
    /// The days on screen.
    window: Window,
    /// How far one can pan.
    reach: Window,
    hovered: Option<f64>,
    /// What the span is held against.
    ghost: Option<(f64, String)>,
    marks: &'a [Mark],
}

/// What using the charts came to in this frame.
#[derive(Default)]
struct Outcome {
    action: Option<ChartAction>,
    window: Option<Window>,
    hovered: Option<f64>,
    reset: bool,
    /// The choice as it is to be from now on.
    choice: Option<Choice>,
}

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
    let stage = Stage {
        view: *view,
        window,
        reach,
        hovered: state.hovered,
        ghost: ghost(state.choice.compare, window, home, view),
        marks: if state.choice.marks { view.marks } else { &[] },
    };

    let mut outcome = Outcome::default();
    header::header_ui(ui, &stage, state, &mut outcome);
    grid::grid_ui(ui, &stage, state, &mut outcome);
    moving::dragged_ui(ui.ctx(), view.palette);

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

/// What the shown span is held against: how many days before, and what that is called.
fn ghost(
    compare: Compare,
    window: Window,
    home: Window,
    view: &ChartsView<'_>,
) -> Option<(f64, String)> {
    let ground = compare::Ground {
        profile: view.profile(),
        blocks: view.blocks,
        library: view.library,
        today: view.today,
        window,
        home,
    };
    let earlier = compare::earlier(compare, &ground)?;
    Some((earlier.days, earlier.name))
}

/// First day of the week under a place on the time axis.
fn week_at(view: &ChartsView<'_>, day: f64) -> Option<NaiveDate> {
    Some(Week::of(date_at(day)?, view.profile().week_start).first())
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

/// Rest of a title: charts about lifting let exercises be chosen.
fn is_about_lifting(chart: Chart) -> bool {
    matches!(chart, Chart::OneRm | Chart::TopWeight | Chart::Tonnage)
}

/// The shown week as a period.
fn shown_week(view: &ChartsView<'_>) -> Period {
    Grouping::Week.around(view.shown_monday, view.profile().week_start)
}
