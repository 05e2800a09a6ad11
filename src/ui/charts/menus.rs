//! The buttons of a chart: what it is, which exercises it shows, and everything else.

use egui::{Popup, PopupCloseBehavior, Ui};

use super::context::{ChartAction, DrawContext, Outcome};
use super::file::{ChartFile, FileKind};
use super::state::ChartsState;
use crate::chart::choice::MOST_EXERCISES;
use crate::chart::{Placed, Scene, Size};
use crate::load::series::exercises_with_history;
use crate::ui::theme::{Weight, icons, text};
use crate::ui::widgets::prose::prose_ui;
use crate::ui::widgets::{buttons, check, row_keys, scrolling};

/// Draws the buttons from right to left.
pub(super) fn cell_menus_ui(
    ui: &mut Ui,
    placed: Placed,
    scene: &std::sync::Arc<Scene>,
    context: &DrawContext<'_>,
    state: &ChartsState,
    outcome: &mut Outcome,
) {
    let name = placed.chart.name();
    if placed.chart.spec().takes_exercises {
        let lifts = buttons::mini_icon_ui(ui, icons::LIFTS, &format!("Exercises of {name}"));
        Popup::menu(&lifts)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .width(240.0)
            .show(|ui| exercises_ui(ui, context, state, outcome));
    }
    let about = buttons::mini_icon_ui(ui, icons::ABOUT, &format!("What is {name}?"));
    Popup::menu(&about)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .width(320.0)
        .show(|ui| about_ui(ui, placed, context));
    let more = buttons::mini_icon_ui(ui, icons::MORE, &format!("More for {name}"));
    Popup::menu(&more).width(180.0).show(|ui| {
        more_ui(ui, placed, scene, context, state, outcome);
    });
}

fn about_ui(ui: &mut Ui, placed: Placed, context: &DrawContext<'_>) {
    let palette = context.view.palette;
    let chart = placed.chart;
    ui.set_width(320.0);
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.label(text(chart.name(), 13.0, Weight::SemiBold).color(palette.text));
    let question = text(chart.spec().question, 12.0, Weight::Medium);
    prose_ui(ui, question.color(palette.text));
    let spec = chart.spec();
    let about = format!("{} {}", spec.about, spec.pointing);
    let about = text(about.trim_end(), 12.0, Weight::Regular);
    prose_ui(ui, about.color(palette.text_soft));
}

fn more_ui(
    ui: &mut Ui,
    placed: Placed,
    scene: &std::sync::Arc<Scene>,
    context: &DrawContext<'_>,
    state: &ChartsState,
    outcome: &mut Outcome,
) {
    if !scene.table.rows.is_empty() && ui.button("Show as table…").clicked() {
        outcome.action = Some(ChartAction::Figures(scene.clone()));
        ui.close();
    }
    for kind in FileKind::ALL {
        if ui.button(format!("Save as {}…", kind.label())).clicked() {
            outcome.action = Some(ChartAction::Save(Box::new(ChartFile {
                kind,
                scene: scene.clone(),
                window: context.window,
                today: context.view.today,
                shown: context.view.shown_monday,
                marks: context.marks.to_vec(),
                ghost: context.ghost.clone(),
            })));
            ui.close();
        }
    }
    ui.separator();
    let mut choice = state.choice.clone();
    let size = match placed.size {
        Size::Small => "Make wide",
        Size::Wide => "Make small",
    };
    if ui.button(size).clicked() {
        choice.resize(placed.chart);
    }
    if ui.button("Move to the front").clicked() {
        choice.shift(placed.chart, isize::MIN);
    }
    if ui.button("Move earlier").clicked() {
        choice.shift(placed.chart, -1);
    }
    if ui.button("Move later").clicked() {
        choice.shift(placed.chart, 1);
    }
    if ui.button("Hide this chart").clicked() {
        choice.toggle(placed.chart);
    }
    if choice != state.choice {
        outcome.choice = Some(choice);
        ui.close();
    }
}

/// The exercises that can be charted, to be ticked.
fn exercises_ui(
    ui: &mut Ui,
    context: &DrawContext<'_>,
    state: &ChartsState,
    outcome: &mut Outcome,
) {
    let palette = context.view.palette;
    ui.set_width(240.0);
    let shown = state.cache.exercises().to_vec();
    let line = format!("Up to {MOST_EXERCISES} exercises");
    ui.label(text(line, 11.0, Weight::Regular).color(palette.text_faint));
    scrolling::list(320.0).show(ui, |ui| {
        row_keys::list_ui(ui, "exercises", |ui, keys| {
            for history in exercises_with_history(context.view.figures) {
                let mut on = shown.contains(&history.exercise);
                if shown.len() >= MOST_EXERCISES && !on {
                    ui.add_enabled_ui(false, |ui| check::check_ui(ui, &mut on, &history.name));
                } else if keys.check_ui(ui, &mut on, &history.name).clicked() {
                    let mut choice = state.choice.clone();
                    choice.toggle_exercise(&history.exercise, &shown);
                    outcome.choice = Some(choice);
                }
            }
        });
    });
}
