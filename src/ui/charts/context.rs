//! What the parts of the charts panel are drawn with, and what using them comes to.

use std::sync::Arc;

use chrono::{Days, NaiveDate};

use crate::chart::scenes::Answers;
use crate::chart::time::{Window, date_at};
use crate::chart::{Annotation, ChartSelection, Scene};
use crate::domain::{Athlete, Profile, SessionId, Week};
use crate::library::Library;
use crate::load::ProgramBlock;
use crate::load::series::{Grouping, Period, TrainingDigest};
use crate::rules::Breach;
use crate::ui::theme::Palette;
use crate::ui::view::Charted;

use super::file::ChartFile;

/// What the charts are drawn from.
#[derive(Debug, Clone, Copy)]
pub struct ChartsView<'a> {
    /// The athlete.
    pub athlete: &'a Athlete,
    /// The exercises.
    pub library: &'a Library,
    /// The figures.
    pub figures: &'a TrainingDigest,
    /// What a drop under way would come to.
    pub projected: Option<&'a Charted>,
    /// Changes whenever the figures or the marks do.
    pub revision: u64,
    /// What happened: races, programs, pains, notes.
    pub marks: &'a [Annotation],
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
    pub(super) fn profile(&self) -> &'a Profile {
        self.figures.profile()
    }
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
pub(super) struct DrawContext<'a> {
    pub(super) view: ChartsView<'a>,
    /// Where all the charts stand.
    pub(super) charts: egui::Rect,
    /// The days on screen.
    pub(super) window: Window,
    /// How far one can pan.
    pub(super) reach: Window,
    pub(super) hovered: Option<f64>,
    /// What the lines under the titles are about.
    pub(super) answers: Answers,
    /// What the span is held against.
    pub(super) ghost: Option<(f64, String)>,
    pub(super) marks: &'a [Annotation],
}

/// Where a chart stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Around {
    /// It with its title, its answer and its axes.
    pub(super) cell: egui::Rect,
    /// It and all its neighbours.
    pub(super) charts: egui::Rect,
}

impl DrawContext<'_> {
    /// Where the chart stands that is drawn into `ui`, which has all of its place.
    pub(super) fn around(&self, ui: &egui::Ui) -> Around {
        Around {
            cell: ui.max_rect(),
            charts: self.charts,
        }
    }
}

/// What using the charts came to in this frame.
#[derive(Default)]
pub(super) struct Outcome {
    pub(super) action: Option<ChartAction>,
    pub(super) window: Option<Window>,
    pub(super) hovered: Option<f64>,
    pub(super) reset: bool,
    /// A chart was double-clicked: that resets it, and is no click on a week.
    pub(super) double_clicked: bool,
    /// The choice as it is to be from now on.
    pub(super) choice: Option<ChartSelection>,
}

/// First day of the week under a place on the time axis.
pub(super) fn week_at(view: &ChartsView<'_>, day: f64) -> Option<NaiveDate> {
    Some(Week::of(date_at(day)?, view.profile().week_start).first())
}

/// The week `steps` weeks away from the shown one.
pub(super) fn week_beside(view: &ChartsView<'_>, steps: i64) -> Option<NaiveDate> {
    let days = Days::new(7 * steps.unsigned_abs());
    if steps < 0 {
        view.shown_monday.checked_sub_days(days)
    } else {
        view.shown_monday.checked_add_days(days)
    }
}

/// The shown week as a period.
pub(super) fn shown_week(view: &ChartsView<'_>) -> Period {
    Grouping::Week.around(view.shown_monday, view.profile().week_start)
}
