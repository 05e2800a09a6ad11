//! Weekly distance, with its change against the week before.

use egui::{Ui, pos2};

use super::bars::{Bin, bins, paint_stack};
use super::canvas::{self, Axes, Canvas};
use super::heading::{heading_ui, word_ui};
use super::time_axis::day_of;
use super::tooltip::{Row, tooltip_ui};
use super::value_axis::Scale;
use super::{ChartAction, Outcome, Stage, empty_ui, holds, shown_week, week_at, words};
use crate::domain::Meters;
use crate::load::series::WeekTotals;
use crate::ui::format;
use crate::ui::theme::Weight;

const EXPLANATION: &str = "Distance run in each week, races included and cross-training not. Faded \
    bars are planned. The change is against the week before; on its own it says little about risk.";

/// Draws the chart of weekly distance.
pub(super) fn distance_ui(ui: &mut Ui, stage: &Stage<'_>, outcome: &mut Outcome) {
    let view = &stage.view;
    let palette = view.palette;
    let units = view.profile.units;
    let unit = format::distance_unit(units);
    let subtitle = format!("{unit} · faded = planned · % = weekly change");
    heading_ui(ui, palette, &subtitle, EXPLANATION, |ui| {
        word_ui(ui, "Weekly distance", palette.text);
    });
    if view
        .progress
        .weeks
        .iter()
        .all(|week| week.distance().m() <= 0.0)
    {
        let words =
            "No run done or planned yet. Drag a run onto a day and its distance appears here.";
        return empty_ui(ui, palette, words);
    }

    let length = |distance: Meters| words::distance_in(distance, units);
    let bins = bins(view.progress, stage.window, canvas::width_in(ui));
    let longest = bins
        .clone()
        .map(|bin| bin.mean(|week| length(week.distance())));
    let longest = longest.fold(0.0, f64::max);
    let scale = Scale::from_zero(longest, 40.0, canvas::height_in(ui));
    let canvas = Canvas::begin(
        ui,
        stage,
        &Axes {
            id: "distance",
            unit,
            scale,
        },
        outcome,
    );
    let color = palette.running();
    for bin in bins.clone() {
        let done = bin.mean(|week| length(week.done.distance));
        let to_come = bin.mean(|week| length(week.to_come.distance));
        paint_stack(
            &canvas,
            &bin,
            &[(done, color), (to_come, palette.faded(color))],
        );
    }
    if longest <= 0.0 {
        canvas.message("Nothing in these weeks");
    }
    canvas.paint_today();
    if let Some(week) = shown_week(view).filter(|week| week.distance().m() > 0.0) {
        let at = pos2(
            canvas.x(day_of(week.monday) + 3.5),
            canvas.y(length(week.distance())) - 3.0,
        );
        let mut label = format::distance(week.distance(), units);
        if let Some(change) = change(stage, week) {
            label = format!("{label}, {}", words::percent(change));
        }
        canvas.label_over(at, label, palette.text, Weight::SemiBold);
    }
    canvas.finish(|| name(stage));

    let Some(day) = canvas.day_under_pointer() else {
        return;
    };
    if let Some(bin) = bins.clone().find(|bin| bin.holds(day)) {
        bin_tooltip_ui(&canvas, &bin, stage);
    }
    canvas.invite_click();
    if canvas.response.clicked() {
        outcome.action = week_at(view, day).map(ChartAction::ShowWeek);
    }
}

/// Change against the week before.
fn change(stage: &Stage<'_>, week: &WeekTotals) -> Option<f64> {
    let weeks = &stage.view.progress.weeks;
    let place = weeks
        .iter()
        .position(|other| holds(other.monday, week.monday))?;
    week.distance_change(weeks.get(place.checked_sub(1)?)?)
}

fn bin_tooltip_ui(canvas: &Canvas<'_>, bin: &Bin<'_>, stage: &Stage<'_>) {
    let units = stage.view.profile.units;
    let palette = canvas.palette();
    let color = palette.running();
    let [week] = bin.weeks else {
        let Some(first) = bin.weeks.first() else {
            return;
        };
        let mean = Meters::new(bin.mean(|week| week.distance().m()));
        let rows = [Row::colored(
            color,
            "Run, a week",
            format::distance(mean, units),
        )];
        let title = words::weeks_span(first.monday, bin.weeks.len());
        return tooltip_ui(
            &canvas.response,
            palette,
            &title,
            &rows,
            "Click to show the week there.",
        );
    };
    let mut rows = Vec::new();
    if week.monday <= stage.view.today {
        rows.push(Row::colored(
            color,
            "Done",
            format::distance(week.done.distance, units),
        ));
    }
    if week.to_come.distance.m() > 0.0 {
        let to_come = format::distance(week.to_come.distance, units);
        rows.push(Row::colored(palette.faded(color), "To come", to_come));
    }
    if week.monday <= stage.view.today {
        rows.push(Row::plain(
            "Planned",
            format::distance(week.planned.distance, units),
        ));
    }
    if let Some(change) = change(stage, week) {
        rows.push(Row::plain(
            "Against the week before",
            words::percent(change),
        ));
    }
    rows.push(Row::plain("Runs", week.runs.to_string()));
    let title = words::week_name(week.monday);
    tooltip_ui(
        &canvas.response,
        palette,
        &title,
        &rows,
        "Click to show this week.",
    );
}

fn name(stage: &Stage<'_>) -> String {
    let name = words::week_name(stage.view.shown_monday);
    let Some(week) = shown_week(&stage.view) else {
        return format!("Weekly distance chart. {name}");
    };
    let distance = format::distance(week.distance(), stage.view.profile.units);
    let change = change(stage, week).map(|change| format!(", {}", words::percent(change)));
    format!(
        "Weekly distance chart. {name}: {distance}{}",
        change.unwrap_or_default()
    )
}
