//! One line above the charts: the shown week in figures, the ranges, and which charts there are.

use chrono::Days;
use egui::{Button, Popup, PopupCloseBehavior, Response, Sense, Stroke, Ui, vec2};

use super::context::{ChartAction, ChartsView, DrawContext, Outcome, shown_week};
use super::state::ChartsState;
use super::view_menu::view_menu_ui;
use crate::chart::{Chart, ChartSelection, Compare, Range, words};
use crate::load::series::{Grouping, weekly_load};
use crate::ui::command::Command;
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::widgets::{command_button, facts::facts_ui, row_keys, trailing};

/// Height of the line.
pub(super) const HEIGHT: f32 = 24.0;

/// Draws the line.
pub(super) fn header_ui(
    ui: &mut Ui,
    context: &DrawContext<'_>,
    state: &ChartsState,
    outcome: &mut Outcome,
) {
    let palette = context.view.palette;
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = HEIGHT;
        ui.set_height(HEIGHT);
        ui.spacing_mut().item_spacing.x = 2.0;
        trailing::row_ui(
            ui,
            "choices",
            |ui| {
                let size = if context.view.filling { 13.0 } else { 11.0 };
                let line = summary(context);
                facts_ui(ui, &line, size, Weight::Medium, palette.text_soft);
            },
            |ui| {
                ui.add_space(8.0);
                ranges_ui(ui, palette, state, outcome);
                ui.add_space(6.0);
                let compared = state.choice.compare != Compare::Nothing;
                let view = quiet_ui(ui, palette, "View", compared);
                Popup::menu(&view)
                    .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                    .width(280.0)
                    .show(|ui| view_menu_ui(ui, context, &state.choice, outcome));
                let charts = quiet_ui(ui, palette, "Charts", false);
                Popup::menu(&charts)
                    .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                    .width(300.0)
                    .show(|ui| charts_menu_ui(ui, palette, &state.choice, outcome));
                fill_ui(ui, context, outcome);
            },
        );
    });
    if context.view.filling {
        ui.add_space(8.0);
    }
}

/// The spans, the chosen of which is the stop of Tab.
fn ranges_ui(ui: &mut Ui, palette: &Palette, state: &ChartsState, outcome: &mut Outcome) {
    row_keys::lines_ui(ui, "ranges", |ui, keys| {
        for range in Range::ALL {
            let chosen = state.choice.range == range;
            let button = keys.next_ui(ui, range.label(), chosen, |ui, sense| {
                quiet_sensing_ui(ui, palette, range.label(), chosen, sense)
            });
            if button.clicked() {
                let choice = ChartSelection {
                    range,
                    ..state.choice.clone()
                };
                outcome.reset = true;
                outcome.choice = Some(choice);
            }
        }
    });
}

fn fill_ui(ui: &mut Ui, context: &DrawContext<'_>, outcome: &mut Outcome) {
    let (icon, name) = if context.view.filling {
        (icons::UNFILL, "Charts below the calendar")
    } else {
        (icons::FILL, "Charts in the whole window")
    };
    if command_button::mini_icon_ui(ui, icon, Command::FillCharts, name).clicked() {
        outcome.action = Some(ChartAction::Fill);
    }
}

fn quiet_ui(ui: &mut Ui, palette: &Palette, label: &str, chosen: bool) -> Response {
    quiet_sensing_ui(ui, palette, label, chosen, Sense::click())
}

/// The same where a list says what it listens to.
fn quiet_sensing_ui(
    ui: &mut Ui,
    palette: &Palette,
    label: &str,
    chosen: bool,
    sense: Sense,
) -> Response {
    let (color, fill) = if chosen {
        (palette.accent, palette.accent_soft)
    } else {
        (palette.text_soft, palette.surface)
    };
    let label = text(label, 11.0, Weight::Medium).color(color);
    ui.spacing_mut().button_padding = vec2(7.0, 2.0);
    let button = Button::new(label)
        .selected(chosen)
        .sense(sense)
        .fill(fill)
        .stroke(Stroke::NONE);
    ui.add(button.min_size(vec2(0.0, 22.0)))
}

/// Every chart with the question it answers, to be ticked.
fn charts_menu_ui(ui: &mut Ui, palette: &Palette, choice: &ChartSelection, outcome: &mut Outcome) {
    ui.set_width(300.0);
    // All of them at once where the window is high enough; a popup by itself asks for less.
    let room = (ui.ctx().content_rect().height() - 120.0).min(640.0);
    egui::ScrollArea::vertical()
        .max_height(room)
        .min_scrolled_height(room)
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            row_keys::list_ui(ui, "charts", |ui, keys| {
                for chart in Chart::ALL {
                    let mut on = choice.shows(*chart);
                    let name = text(chart.name(), 13.0, Weight::Medium);
                    if keys.check_ui(ui, &mut on, name).clicked() {
                        let mut choice = choice.clone();
                        choice.toggle(*chart);
                        outcome.choice = Some(choice);
                    }
                    // Keep the question close to the name above it.
                    ui.scope(|ui| {
                        ui.spacing_mut().interact_size.y = 0.0;
                        ui.horizontal(|ui| {
                            ui.add_space(24.0);
                            let question = text(chart.spec().question, 11.0, Weight::Regular);
                            ui.label(question.color(palette.text_faint));
                        });
                    });
                    ui.add_space(4.0);
                }
            });
            ui.separator();
            if ui.button("Reset to the default charts").clicked() {
                outcome.choice = Some(ChartSelection {
                    charts: ChartSelection::default().charts,
                    ..choice.clone()
                });
                ui.close();
            }
        });
}

/// What there is to say of a week without load: sessions that were planned and not logged are no nothing.
fn without_load(view: &ChartsView<'_>) -> String {
    let first = view.shown_monday;
    let last = first.checked_add_days(Days::new(6)).unwrap_or(first);
    let sessions = view.athlete.sessions.between(first, last).iter();
    let training = sessions.filter(|session| session.kind().is_session());
    match training.count() {
        0 => "nothing done or planned".to_owned(),
        count => {
            let planned = format::plural(count, "session", "sessions");
            let done = if first < view.today {
                ", none done"
            } else {
                ""
            };
            format!("{planned} planned{done}")
        }
    }
}

/// The shown week in one line: dates, load, distance, sessions.
fn summary(context: &DrawContext<'_>) -> String {
    let view = &context.view;
    let name = words::week_name(format::date_style(), view.shown_monday);
    let week = shown_week(view);
    let Ok(bars) = weekly_load(view.figures, view.today, week, Grouping::Week) else {
        return format!("{name}: {}", without_load(view));
    };
    let Some(bar) = bars.first().filter(|bar| bar.totals.au() > 0.0) else {
        return format!("{name}: {}", without_load(view));
    };
    let totals = &bar.totals;
    let lifts = words::count(
        totals.strength_sessions,
        "strength session",
        "strength sessions",
    );
    let runs = words::count(totals.runs, "run", "runs");
    let far = format::distance(totals.distance(), view.profile().units);
    let load = words::au(totals.au());
    format!("{name}: {load} · {runs}, {far} · {lifts}")
}
