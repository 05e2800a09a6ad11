//! Which charts a progress report shows: three quick choices, and a tick for each chart.

use egui::{Role, Ui, WidgetInfo};

use crate::chart::Chart;
use crate::chart::report::{ReportCharts, Selection};
use crate::domain::AthleteId;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{row_keys, segments};

/// Height of a tick: there are many.
const ROW_HEIGHT: f32 = 22.0;

/// A quick choice.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Quick {
    Usual,
    OnScreen,
    All,
    Own,
}

/// Draws the choice; where each row ends is added to `ends`. `athlete` is the one whose charts are ticked.
pub(super) fn charts_ui(
    ui: &mut Ui,
    palette: &Palette,
    report: &mut ReportCharts,
    athlete: AthleteId,
    ends: &mut Vec<f32>,
) {
    let now = match report.selection {
        Selection::Usual => Quick::Usual,
        Selection::OnScreen => Quick::OnScreen,
        Selection::All => Quick::All,
        Selection::These(_) => Quick::Own,
    };
    let quick = [
        (Quick::Usual, "Usual"),
        (Quick::OnScreen, "As on screen"),
        (Quick::All, "All charts"),
    ];
    match segments::segments_ui(ui, palette, &quick, now) {
        Some(Quick::Usual) => report.selection = Selection::Usual,
        Some(Quick::OnScreen) => report.selection = Selection::OnScreen,
        Some(Quick::All) => report.selection = Selection::All,
        Some(Quick::Own) | None => {}
    }
    ends.push(ui.min_rect().bottom());
    let shown = report.of(athlete);
    let mut ticked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().interact_size.y = ROW_HEIGHT;
    row_keys::list_ui(ui, "charts of the report", |ui, keys| {
        for chart in Chart::ALL.iter().copied() {
            let mut on = shown.shows(chart);
            let label = text(chart.name(), 12.0, Weight::Regular);
            let response = keys.check_ui(ui, &mut on, label);
            let name = format!("{} in the report", chart.name());
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &name));
            if response.clicked() {
                ticked = Some(chart);
            }
            ends.push(ui.min_rect().bottom());
        }
    });
    if let Some(chart) = ticked {
        report.toggle(chart, athlete);
    }
}
