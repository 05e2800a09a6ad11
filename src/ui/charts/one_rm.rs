//! The maximum of one exercise over time, tested and estimated.

use egui::style::WidgetVisuals;
use egui::{
    Align, Color32, ComboBox, Layout, Pos2, Rect, Role, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::canvas::{self, Axes, Canvas};
use super::heading::{heading_ui, word_ui};
use super::time_axis::{Window, day_of};
use super::tooltip::{Row, tooltip_ui};
use super::value_axis::Scale;
use super::{ChartAction, Outcome, Stage, empty_ui, week_at, words};
use crate::domain::{ExerciseId, Kilograms, RunKind};
use crate::load::series::{Basis, OneRmPoint, best_of};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, font, text};

/// How near the pointer has to be to a point, in points of the screen.
const REACH: f32 = 14.0;

/// What follows the name of the exercise in the title.
const TITLE_REST: &str = "· estimated 1RM";

/// The axis covers at least this much, so that half a kilogram does not look like a mountain.
const LEAST_SPAN: Kilograms = Kilograms::new(10.0);
/// The first Monday of the common era, in its days.
const FIRST_MONDAY: f64 = 1.0;
/// Points of the line keep this far apart on screen, in points.
const LEAST_STEP: f32 = 3.0;

const EXPLANATION: &str = "The best working set of each session, turned into the load that could be \
    lifted once: load × (1 + repetitions / 30), repetitions in reserve counted in (Epley). Faded \
    points rest on more than 10 repetitions and are rough; warm-ups and sets of more than 12 give \
    no estimate. Diamonds are tested maxima.";

/// Draws the chart of the maximum.
pub(super) fn one_rm_ui(
    ui: &mut Ui,
    stage: &Stage<'_>,
    chosen: &mut Option<ExerciseId>,
    outcome: &mut Outcome,
) {
    let view = &stage.view;
    let palette = view.palette;
    let unit = format::mass_unit(view.profile.units);
    let subtitle = format!("{unit} · best set of each session, Epley");
    heading_ui(ui, palette, &subtitle, EXPLANATION, |ui| {
        if chooser_ui(ui, stage, chosen) {
            outcome.action = chosen.clone().map(ChartAction::ChooseExercise);
        }
        word_ui(ui, TITLE_REST, palette.text);
    });
    let points = &view.progress.one_rm;
    if points.is_empty() {
        return empty_ui(ui, palette, &nothing_logged(stage));
    }

    let seen = visible(points, stage.window);
    let value = |point: &OneRmPoint| words::mass_in(point.kg, view.profile.units);
    let span = if seen.is_empty() { points } else { seen };
    let low = span.iter().map(value).fold(f64::INFINITY, f64::min);
    let high = span.iter().map(value).fold(f64::NEG_INFINITY, f64::max);
    let scale = Scale::around(
        low,
        high,
        words::mass_in(LEAST_SPAN, view.profile.units),
        canvas::height_in(ui),
    );
    let canvas = Canvas::begin(
        ui,
        stage,
        &Axes {
            id: "one-rm",
            unit,
            scale,
        },
        outcome,
    );
    let place =
        |point: &OneRmPoint| pos2(canvas.x(day_of(point.date) + 0.5), canvas.y(value(point)));
    let hovered = canvas
        .pointer()
        .and_then(|pointer| nearest(seen, pointer, place));

    canvas.paint_today();
    paint_points(&canvas, seen, place);
    paint_best(&canvas, stage, place);
    if let Some(point) = hovered {
        canvas.painter.circle(
            place(point),
            5.0,
            palette.strength(),
            Stroke::new(2.0, palette.surface),
        );
    }
    if !points.iter().any(|point| holds(stage.window, point)) {
        let last = points
            .last()
            .map_or_else(String::new, |point| words::date(point.date));
        canvas.message(&format!("Not in these weeks; last on {last}"));
    }
    canvas.finish(|| name(stage));

    if let Some(point) = hovered {
        point_tooltip_ui(&canvas, point, stage);
    }
    canvas.invite_click();
    if canvas.response.clicked() {
        let session = hovered
            .and_then(|point| point.session)
            .map(ChartAction::OpenSession);
        let week = || {
            canvas
                .day_under_pointer()
                .and_then(|day| week_at(view, day))
        };
        outcome.action = session.or_else(|| week().map(ChartAction::ShowWeek));
    }
}

/// The name of the exercise as a list to choose from. True when another one was chosen.
fn chooser_ui(ui: &mut Ui, stage: &Stage<'_>, chosen: &mut Option<ExerciseId>) -> bool {
    let progress = stage.view.progress;
    if progress.exercises.is_empty() {
        let name = if progress.exercise_name.is_empty() {
            "Strength"
        } else {
            &progress.exercise_name
        };
        word_ui(ui, name, stage.view.palette.text);
        return false;
    }
    // The title of a chart is no form field: the list opens from the word itself.
    ui.spacing_mut().button_padding = vec2(4.0, 1.0);
    ui.spacing_mut().interact_size.y = 20.0;
    let visuals = ui.visuals_mut();
    visuals.widgets.inactive.bg_stroke = Stroke::NONE;
    visuals.widgets.inactive.weak_bg_fill = stage.view.palette.well;
    let title =
        text(&progress.exercise_name, 13.0, Weight::SemiBold).color(stage.view.palette.text);
    let mut changed = false;
    let list = ComboBox::from_id_salt("exercise").selected_text(title);
    let list = list.truncate().icon(paint_chevron);
    let width = chooser_width(ui, stage);
    let size = vec2(width, ui.available_height());
    let combo = ui
        .allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            list.width(width).show_ui(ui, |ui| {
                for history in &progress.exercises {
                    let current = progress.exercise.as_ref() == Some(&history.exercise);
                    let row = ui.selectable_label(current, &history.name);
                    let row = row.on_hover_text(words::count(history.count, "session", "sessions"));
                    if row.clicked() && !current {
                        *chosen = Some(history.exercise.clone());
                        changed = true;
                    }
                }
            })
        })
        .inner;
    combo.response.widget_info(|| {
        let name = format!("Exercise of the 1RM chart: {}", progress.exercise_name);
        WidgetInfo::labeled(Role::ComboBox, true, name)
    });
    changed
}

/// As wide as the name, as far as the rest of the title leaves room.
fn chooser_width(ui: &Ui, stage: &Stage<'_>) -> f32 {
    let wide = |text: &str| {
        let font = font(13.0, Weight::SemiBold);
        ui.painter()
            .layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER)
            .size()
            .x
    };
    let around =
        ui.spacing().icon_width + ui.spacing().icon_spacing + 2.0 * ui.spacing().button_padding.x;
    let room = ui.available_width() - wide(TITLE_REST) - ui.spacing().item_spacing.x;
    (wide(&stage.view.progress.exercise_name) + around + 2.0).min(room)
}

fn paint_chevron(ui: &Ui, rect: Rect, visuals: &WidgetVisuals, _is_open: bool) {
    let at = rect.center();
    let points = [vec2(-3.5, -1.5), vec2(0.0, 2.0), vec2(3.5, -1.5)];
    let line = points.into_iter().map(|offset| at + offset).collect();
    ui.painter()
        .add(Shape::line(line, Stroke::new(1.5, visuals.fg_stroke.color)));
}

fn nothing_logged(stage: &Stage<'_>) -> String {
    let name = &stage.view.progress.exercise_name;
    if name.is_empty() {
        "No sets with a load logged yet. Log a strength session and its estimate appears here."
            .to_owned()
    } else {
        format!("{name}: no sets logged yet. Log a strength session and its estimate appears here.")
    }
}

fn holds(window: Window, point: &OneRmPoint) -> bool {
    (window.start..window.end).contains(&(day_of(point.date) + 0.5))
}

/// The points in the window, and one on either side so that the line runs on.
fn visible(points: &[OneRmPoint], window: Window) -> &[OneRmPoint] {
    let first = points.partition_point(|point| day_of(point.date) < window.start);
    let last = points.partition_point(|point| day_of(point.date) < window.end);
    points
        .get(first.saturating_sub(1)..(last + 1).min(points.len()))
        .unwrap_or_default()
}

fn nearest(
    points: &[OneRmPoint],
    pointer: Pos2,
    place: impl Fn(&OneRmPoint) -> Pos2,
) -> Option<&OneRmPoint> {
    let away = |point: &&OneRmPoint| (place(point).x - pointer.x).abs();
    let near = points.iter().min_by(|a, b| away(a).total_cmp(&away(b)));
    near.filter(|point| away(point) <= REACH)
}

fn paint_points(canvas: &Canvas<'_>, points: &[OneRmPoint], place: impl Fn(&OneRmPoint) -> Pos2) {
    let palette = canvas.palette();
    let color = palette.strength();
    let per_day = canvas.x(1.0) - canvas.x(0.0);
    let weeks = (LEAST_STEP / per_day / 7.0).ceil();
    let days = if per_day >= LEAST_STEP {
        1.0
    } else {
        7.0 * f64::from(weeks)
    };
    let thinned: Vec<_> = thinned(points, days).collect();
    let line = thinned.iter().map(|point| place(point)).collect();
    let room = canvas.frame().width() / thinned.len().max(1) as f32;
    let radius = if room >= 8.0 { 3.0 } else { 2.0 };
    canvas
        .painter
        .add(Shape::line(line, Stroke::new(1.75, color)));
    if room >= 2.0 * LEAST_STEP {
        for point in thinned {
            let color = if point.is_rough() {
                palette.faded(color)
            } else {
                color
            };
            let rim = Stroke::new(1.0, palette.surface);
            canvas.painter.circle(place(point), radius, color, rim);
        }
    }
    for point in points.iter().filter(|point| point.is_tested()) {
        diamond(canvas, place(point), palette.text);
    }
}

/// Of the points in each stretch of `days` days the best one, so that ten years stay a line.
/// Whole weeks, because training comes in weeks and other stretches would make a beat with them.
fn thinned(points: &[OneRmPoint], days: f64) -> impl Iterator<Item = &OneRmPoint> {
    let stretch = move |point: &OneRmPoint| ((day_of(point.date) - FIRST_MONDAY) / days).floor();
    points
        .chunk_by(move |a, b| stretch(a) == stretch(b))
        .filter_map(best_of)
}

/// A tested maximum has another shape than an estimated one, and not only another colour.
fn diamond(canvas: &Canvas<'_>, at: Pos2, color: Color32) {
    let corners = [
        vec2(0.0, -4.5),
        vec2(4.5, 0.0),
        vec2(0.0, 4.5),
        vec2(-4.5, 0.0),
    ];
    let outline = corners.into_iter().map(|corner| at + corner).collect();
    let rim = Stroke::new(1.0, canvas.palette().surface);
    canvas
        .painter
        .add(Shape::convex_polygon(outline, color, rim));
}

fn paint_best(canvas: &Canvas<'_>, stage: &Stage<'_>, place: impl Fn(&OneRmPoint) -> Pos2) {
    let view = &stage.view;
    let Some(best) = best_of(&view.progress.one_rm) else {
        return;
    };
    if !holds(stage.window, best) {
        return;
    }
    let ring = ring_color(view.palette);
    canvas
        .free
        .circle_stroke(place(best), 6.5, Stroke::new(1.75, ring));
    let tested = if best.is_tested() { ", tested" } else { "" };
    let label = format!(
        "best {}{tested}",
        words::maximum(best.kg, view.profile.units)
    );
    let at = place(best) - vec2(0.0, 9.0);
    canvas.label_over(at, label, view.palette.text, Weight::SemiBold);
}

fn ring_color(palette: &Palette) -> Color32 {
    palette.run(RunKind::Tempo)
}

fn point_tooltip_ui(canvas: &Canvas<'_>, point: &OneRmPoint, stage: &Stage<'_>) {
    let units = stage.view.profile.units;
    let palette = canvas.palette();
    let kind = if point.is_tested() {
        "Tested 1RM"
    } else if point.is_rough() {
        "Rough estimate"
    } else {
        "Estimated 1RM"
    };
    let mut rows = vec![Row::colored(
        palette.strength(),
        kind,
        words::maximum(point.kg, units),
    )];
    if let Basis::Estimated(set) = &point.basis {
        let reserve = set
            .rir
            .map(|rir| format!(", {} in reserve", format::number(rir, 1)));
        let load = format::mass(set.kg, units);
        let value = format!("{load} × {}{}", set.reps, reserve.unwrap_or_default());
        rows.push(Row::plain("Best set", value));
    }
    rows.push(Row::plain(
        "Best so far",
        words::maximum(point.best_so_far, units),
    ));
    let hint = if point.session.is_some() {
        "Click to open the session."
    } else {
        ""
    };
    tooltip_ui(
        &canvas.response,
        palette,
        &words::date(point.date),
        &rows,
        hint,
    );
}

fn name(stage: &Stage<'_>) -> String {
    let view = &stage.view;
    let best = best_of(&view.progress.one_rm);
    let best = best.map_or_else(String::new, |best| {
        format!(
            ": best {} on {}",
            words::maximum(best.kg, view.profile.units),
            words::date(best.date)
        )
    });
    format!("Estimated 1RM chart, {}{best}", view.progress.exercise_name)
}
