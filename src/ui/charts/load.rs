//! Weekly load: runs and strength on top of each other, against what the athlete is used to.

use egui::{Stroke, Ui, pos2};

use super::bars::{Bin, bins, paint_line, paint_stack};
use super::canvas::{self, Axes, Canvas};
use super::heading::{heading_ui, word_ui};
use super::time_axis::day_of;
use super::tooltip::{Row, tooltip_ui};
use super::value_axis::Scale;
use super::{ChartAction, Outcome, Stage, empty_ui, shown_week, week_at, words};
use crate::domain::{Kind, LegLoad};
use crate::load::series::{Volume, WeekTotals};
use crate::ui::theme::{Palette, Weight};

const EXPLANATION: &str = "Session load is exertion (0–10) × minutes, in arbitrary units (AU): the \
    one measure that runs and lifts share (Foster 2001). The line is the mean of the four weeks \
    before each week: what the athlete is used to. Faded bars are planned.";

/// Draws the chart of weekly load.
pub(super) fn load_ui(ui: &mut Ui, stage: &Stage<'_>, outcome: &mut Outcome) {
    let view = &stage.view;
    let palette = view.palette;
    let colors = Colors::of(palette);
    let weeks = &view.progress.weeks;
    let has_cross = weeks
        .iter()
        .any(|week| week.done.cross_au + week.to_come.cross_au > 0.0);
    heading_ui(
        ui,
        palette,
        "AU · faded = planned · line = 4-week habit",
        EXPLANATION,
        |ui| {
            word_ui(ui, "Weekly load ·", palette.text);
            word_ui(ui, "run", colors.run);
            word_ui(ui, "+", palette.text_faint);
            word_ui(ui, "strength", colors.strength);
            if has_cross {
                word_ui(ui, "+", palette.text_faint);
                word_ui(ui, "cross", colors.cross);
            }
        },
    );
    if weeks.iter().all(|week| week.au() <= 0.0) {
        let words =
            "Nothing done or planned yet. Drag a session onto a day and its load appears here.";
        return empty_ui(ui, palette, words);
    }

    let bins = bins(view.progress, stage.window, canvas::width_in(ui));
    let tallest = bins
        .clone()
        .map(|bin| bin.mean(WeekTotals::au).max(bin.habit.unwrap_or(0.0)));
    let scale = Scale::from_zero(tallest.fold(0.0, f64::max), 400.0, canvas::height_in(ui));
    let canvas = Canvas::begin(
        ui,
        stage,
        &Axes {
            id: "load",
            unit: "AU",
            scale,
        },
        outcome,
    );
    for bin in bins.clone() {
        paint_stack(&canvas, &bin, &colors.parts(&bin));
    }
    paint_habit(&canvas, stage, bins.clone());
    if are_empty(bins.clone()) {
        canvas.message("Nothing in these weeks");
    }
    canvas.paint_today();
    if let Some(week) = shown_week(view).filter(|week| week.au() > 0.0) {
        let at = pos2(
            canvas.x(day_of(week.monday) + 3.5),
            canvas.y(week.au()) - 3.0,
        );
        canvas.label_over(at, words::au(week.au()), palette.text, Weight::SemiBold);
    }
    canvas.finish(|| name(stage));

    let Some(day) = canvas.day_under_pointer() else {
        return;
    };
    if let Some(bin) = bins.clone().find(|bin| bin.holds(day)) {
        bin_tooltip_ui(&canvas, &colors, &bin, stage);
    }
    canvas.invite_click();
    if canvas.response.clicked() {
        outcome.action = week_at(view, day).map(ChartAction::ShowWeek);
    }
}

/// The colours of the kinds of training, solid when done and faded when planned.
struct Colors<'a> {
    palette: &'a Palette,
    run: egui::Color32,
    strength: egui::Color32,
    cross: egui::Color32,
}

impl<'a> Colors<'a> {
    fn of(palette: &'a Palette) -> Self {
        Self {
            palette,
            run: palette.running(),
            strength: palette.strength(),
            cross: palette.kind(Kind::Cross, LegLoad::None),
        }
    }

    /// From the bottom: what is done, then what is to come.
    fn parts(&self, bin: &Bin<'_>) -> [(f64, egui::Color32); 6] {
        let done = |au: fn(&Volume) -> f64| bin.mean(|week| au(&week.done));
        let to_come = |au: fn(&Volume) -> f64| bin.mean(|week| au(&week.to_come));
        let faded = |color| self.palette.faded(color);
        [
            (done(|it| it.run_au), self.run),
            (done(|it| it.strength_au), self.strength),
            (done(|it| it.cross_au), self.cross),
            (to_come(|it| it.run_au), faded(self.run)),
            (to_come(|it| it.strength_au), faded(self.strength)),
            (to_come(|it| it.cross_au), faded(self.cross)),
        ]
    }
}

fn are_empty<'a>(mut bins: impl Iterator<Item = Bin<'a>>) -> bool {
    bins.all(|bin| bin.mean(WeekTotals::au) <= 0.0)
}

fn paint_habit<'a>(canvas: &Canvas<'_>, stage: &Stage<'_>, bins: impl Iterator<Item = Bin<'a>>) {
    let points: Vec<_> = bins
        .filter_map(|bin| Some(pos2(canvas.x(bin.middle()), canvas.y(bin.habit?))))
        .collect();
    let stroke = Stroke::new(1.5, canvas.palette().text);
    paint_line(
        canvas,
        points,
        canvas.x(day_of(stage.view.today) + 7.0),
        stroke,
    );
}

fn bin_tooltip_ui(canvas: &Canvas<'_>, colors: &Colors<'_>, bin: &Bin<'_>, stage: &Stage<'_>) {
    let [week] = bin.weeks else {
        return mean_tooltip_ui(canvas, colors, bin);
    };
    let load = |volume: fn(&Volume) -> f64| volume(&week.done) + volume(&week.to_come);
    let mut rows = vec![
        Row::colored(colors.run, "Run", words::au(load(|it| it.run_au))),
        Row::colored(
            colors.strength,
            "Strength",
            words::au(load(|it| it.strength_au)),
        ),
    ];
    if load(|it| it.cross_au) > 0.0 {
        rows.push(Row::colored(
            colors.cross,
            "Cross-training",
            words::au(load(|it| it.cross_au)),
        ));
    }
    if week.monday <= stage.view.today {
        let done = if week.to_come.au() > 0.0 {
            "Done so far"
        } else {
            "Done"
        };
        rows.push(Row::plain(done, words::au(week.done.au())));
    }
    rows.push(Row::plain("Planned", words::au(week.planned.au())));
    if let Some(habit) = bin.habit {
        rows.push(Row::plain("4-week habit", words::au(habit)));
    }
    let hint = if week.estimated {
        "Some logged figures are estimated. Click to show this week."
    } else {
        "Click to show this week."
    };
    tooltip_ui(
        &canvas.response,
        canvas.palette(),
        &words::week_name(week.monday),
        &rows,
        hint,
    );
}

fn mean_tooltip_ui(canvas: &Canvas<'_>, colors: &Colors<'_>, bin: &Bin<'_>) {
    let Some(first) = bin.weeks.first() else {
        return;
    };
    let load =
        |volume: fn(&Volume) -> f64| bin.mean(|week| volume(&week.done) + volume(&week.to_come));
    let rows = [
        Row::colored(colors.run, "Run, a week", words::au(load(|it| it.run_au))),
        Row::colored(
            colors.strength,
            "Strength, a week",
            words::au(load(|it| it.strength_au)),
        ),
        Row::plain("Together, a week", words::au(bin.mean(WeekTotals::au))),
    ];
    let title = words::weeks_span(first.monday, bin.weeks.len());
    tooltip_ui(
        &canvas.response,
        canvas.palette(),
        &title,
        &rows,
        "Click to show the week there.",
    );
}

fn name(stage: &Stage<'_>) -> String {
    let week = words::week_name(stage.view.shown_monday);
    let load = shown_week(&stage.view).map_or(0.0, WeekTotals::au);
    format!("Weekly load chart. {week}: {}", words::au(load))
}
