//! What the charts remember between frames.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::chart::ChartSelection;
use crate::chart::time::Window;
use crate::ui::shared::Drag;
use crate::ui::view::{Charted, View};

use super::cache::Cache;
use super::projection::Projection;

/// What the charts remember between frames.
#[derive(Debug, Clone, Default)]
pub struct ChartsState {
    /// Which charts are shown, and how.
    pub choice: ChartSelection,
    /// Where the reader has panned and zoomed to; `None` as the range says.
    pub(super) window: Option<Window>,
    /// The days that the lines under the titles are about; not those on screen while these move.
    pub(super) told: Option<Window>,
    /// The day under the pointer, so that all charts mark it.
    pub(super) hovered: Option<f64>,
    /// The week that was shown before the last click on a chart, which may be the first of a double click.
    pub(super) left: Option<NaiveDate>,
    /// The week shown in the last frame; the charts follow when it changes.
    pub(super) followed: Option<NaiveDate>,
    /// Scenes and pictures made so far.
    pub(super) cache: Cache,
    /// The same for what a drop would do.
    pub(super) would_be: Cache,
    pub(super) projection: Projection,
}

impl ChartsState {
    /// The charts as somebody left them.
    pub fn take(&mut self, choice: ChartSelection) {
        self.choice = choice;
        self.window = None;
        self.followed = None;
    }

    /// The charts as they would be if what is dragged were dropped where it is held.
    pub fn projected(&mut self, view: &View, drag: Option<&Drag>) -> Option<Arc<Charted>> {
        self.projection.of(view, drag)
    }
}
