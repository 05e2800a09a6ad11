//! The panel of the charts: how high it stands below the calendar, and what is asked for in it.

use egui::{Key, Margin, Panel, Ui};

use super::action::{Action, Actions, DialogRequest};
use super::charts::{self, ChartAction, ChartsView};
use super::command::Command;
use super::panel_edge::Edge;
use super::shared::ChartsPlace;
use super::state::UiState;
use super::theme;
use super::view::View;

const CHARTS_EDGE: Edge = Edge {
    panel: "charts",
    name: "Height of the charts",
    larger: Key::ArrowUp,
    smaller: Key::ArrowDown,
};

/// The room for days and charts from which the charts stand in two rows, and what these take, in points.
const TWO_ROWS_FROM: f32 = 1000.0;
const TWO_ROWS: f32 = 430.0;
/// The least height of the charts below the calendar, and what they leave the calendar above them, in points.
const LEAST_CHARTS: f32 = 170.0;
const LEAST_ABOVE: f32 = 190.0;

/// Draws the charts below the calendar, as high as somebody made them or as there is room for.
pub(super) fn below_ui(ui: &mut Ui, view: &View, state: &mut UiState, actions: &mut Actions) {
    let frame = theme::panel_frame(ui.ctx(), view.palette).inner_margin(Margin::symmetric(14, 10));
    let room = ui.available_height();
    // In a tall window the days are empty at the bottom, so charts get most of what is beyond a usual one.
    let usual = (room * 0.31).clamp(180.0, 260.0) + 0.75 * (room - 900.0).max(0.0);
    // From here on two whole rows of charts leave the days enough; of a second row only the titles would be seen.
    let height = if room < TWO_ROWS_FROM {
        usual
    } else {
        usual.max(TWO_ROWS)
    };
    let most = 560.0_f32.max(0.6 * room).min(room - LEAST_ABOVE);
    let is_moved = CHARTS_EDGE.follow_keys(ui);
    let kept = state.shared.panels.sizes.charts;
    let panel = Panel::bottom(CHARTS_EDGE.panel)
        .frame(frame)
        .default_size(kept.unwrap_or(height))
        .size_range(LEAST_CHARTS..=most.max(LEAST_CHARTS))
        .resizable(true)
        .show(ui, |ui| charts_ui(ui, view, state, actions));
    CHARTS_EDGE.name(ui);
    if is_moved || CHARTS_EDGE.is_dragged(ui) {
        state.shared.panels.sizes.charts = Some(panel.response.rect.height());
    }
}

/// Draws the charts, and passes on what is asked for in them.
pub(super) fn charts_ui(ui: &mut Ui, view: &View, state: &mut UiState, actions: &mut Actions) {
    let charted = &view.derived.charted;
    let drag = state.shared.drag.as_ref();
    let projected = state.charts.projected(view, drag);
    let charts = ChartsView {
        athlete: view.athlete,
        library: view.library,
        projected: projected.as_deref(),
        figures: &charted.figures,
        revision: charted.revision,
        marks: &charted.marks,
        blocks: &charted.blocks,
        breaches: &view.derived.breaches,
        palette: view.palette,
        today: view.today,
        shown_monday: state.shared.week,
        filling: state.shared.panels.charts == ChartsPlace::Filling,
    };
    match charts::charts_ui(ui, &charts, &mut state.charts) {
        Some(ChartAction::ShowWeek(date)) => actions.push(Action::ShowWeek(date)),
        Some(ChartAction::OpenSession(id)) => actions.push(Action::ShowSession(id)),
        Some(ChartAction::Save(file)) => actions.push(Action::SaveChart(file)),
        Some(ChartAction::Figures(scene)) => actions.open(DialogRequest::Figures(scene)),
        Some(ChartAction::Chosen) => actions.push(Action::KeepCharts),
        Some(ChartAction::Fill) => actions.command(Command::FillCharts),
        None => {}
    }
}
