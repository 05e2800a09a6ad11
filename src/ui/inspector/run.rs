//! The run part of the editor: how far, how fast, how hard, and its steps.

use egui::{Align, Layout, Popup, Rect, Ui, UiBuilder, pos2, vec2};

use crate::domain::{Pace, RunPlan, Session, Workout};
use crate::load;
use crate::ui::format;
use crate::ui::theme::icons;
use crate::ui::widgets::{
    buttons, check,
    field::{self, Field},
    menu_place,
};

use super::editor::{Editor, faint_ui, heading_ui, label_ui};
use super::quantities;
use crate::notation;

/// Draws the figures of the run and its steps.
pub(super) fn run_ui(ui: &mut Ui, editor: &mut Editor) {
    let session = editor.session();
    let Workout::Run(plan) = &session.plan.workout else {
        return;
    };
    heading_ui(ui, "Run");
    figures_ui(ui, editor, &session, plan);
    heat_ui(ui, editor, plan);
    label_ui(ui, editor.palette(), "Steps");
    for index in 0..plan.steps.len() {
        step_ui(ui, editor, plan, index);
    }
    add_ui(ui, editor);
    total_ui(ui, editor, &session, plan);
}

/// Distance, pace and exertion; what nobody said stands there as a faint estimate.
fn figures_ui(ui: &mut Ui, editor: &mut Editor, session: &Session, plan: &RunPlan) {
    let units = editor.units();
    let profile = &editor.view.athlete.profile;
    let minutes = load::duration_of(&session.plan, profile).value;
    let meters = load::distance_of(&session.plan, profile).map(|distance| distance.value);
    let about_distance = meters
        .map(|meters| format!("≈ {}", format::distance(meters, units)))
        .unwrap_or_default();
    let about_pace = meters
        .filter(|meters| meters.m() > 0.0)
        .map(|meters| Pace::from_seconds_per_km(f64::from(minutes.0) * 60.0 / meters.km()))
        .map(|pace| format!("≈ {}", format::pace(pace, units)))
        .unwrap_or_default();
    let about_rpe = editor.assumed_rpe();
    let said_pace = plan
        .pace
        .map(|pace| format::pace(pace, units))
        .unwrap_or_default();
    let said_distance = plan
        .distance
        .map(|meters| quantities::distance_text(meters, units));
    let said_rpe = plan.rpe.map(|rpe| format::number(rpe.value(), 1));
    let written = [
        said_distance.as_ref().unwrap_or(&about_distance),
        if plan.pace.is_some() {
            &said_pace
        } else {
            &about_pace
        },
        said_rpe.as_ref().unwrap_or(&about_rpe),
    ];
    let needed = written.map(|words| field::width_for(ui, words));
    figures_row(ui, needed, |[left, middle, right]| {
        let shown = (plan.distance, about_distance.as_str());
        if let Some(distance) = editor.distance_ui(left, "Distance", shown) {
            change(editor, "Change distance", |plan| plan.distance = distance);
        }
        let parse =
            |typed: &str| quantities::optional(typed, |typed| quantities::pace(typed, units));
        if let Some(pace) =
            editor.field_ui(middle, "Pace", "Pace", (&said_pace, &about_pace), parse)
        {
            change(editor, "Change pace", |plan| plan.pace = pace);
        }
        if let Some(rpe) = editor.rpe_ui(right, ("RPE", "RPE"), (plan.rpe, &about_rpe)) {
            change(editor, "Change RPE", |plan| plan.rpe = rpe);
        }
    });
}

/// The usual shares of three figures: a pace has the most letters, an exertion the fewest.
const SHARES: [f32; 3] = [0.35, 0.4, 0.25];

/// The shares of a row so wide in which each figure has what it needs, in points: the usual ones where they do, and
/// else as much of the row as it has of what all need.
fn shares(width: f32, needed: [f32; 3]) -> [f32; 3] {
    let mut each = SHARES.iter().zip(needed);
    if each.all(|(share, needed)| share * width >= needed) {
        return SHARES;
    }
    let all: f32 = needed.iter().sum();
    needed.map(|needed| needed / all)
}

/// Three columns, as wide as what stands in them.
fn figures_row(ui: &mut Ui, needed: [f32; 3], add: impl FnOnce([&mut Ui; 3])) {
    let gap = ui.spacing().item_spacing.x;
    let width = ui.available_width() - 2.0 * gap;
    let top = ui.cursor().min;
    let mut left = top.x;
    let mut columns = shares(width, needed).map(|share| {
        let size = vec2(width * share, ui.available_height());
        let rect = Rect::from_min_size(pos2(left, top.y), size);
        left += size.x + gap;
        let column = UiBuilder::new()
            .max_rect(rect)
            .layout(Layout::top_down_justified(Align::Min));
        ui.new_child(column)
    });
    let [first, second, third] = &mut columns;
    add([first, second, third]);
    let bottom = columns.iter().map(|column| column.min_rect().bottom());
    let height = bottom.fold(top.y, f32::max) - top.y;
    ui.advance_cursor_after_rect(Rect::from_min_size(top, vec2(width + 2.0 * gap, height)));
}

/// Whether the run gets used to heat, asked only of those who have a race in the heat ahead, or said so already.
fn heat_ui(ui: &mut Ui, editor: &mut Editor, plan: &RunPlan) {
    let mut races = editor.view.athlete.profile.races.iter();
    let is_asked = races.any(|race| race.expected_celsius.is_some());
    if !is_asked && !plan.warm {
        return;
    }
    let mut warm = plan.warm;
    let asked = check::check_ui(ui, &mut warm, "In the heat");
    let hint = "Run in the heat on purpose, to get used to it before a hot race";
    if asked.on_hover_text(hint).changed() {
        change(editor, "Change heat", |plan| plan.warm = warm);
    }
}

/// A step as text, and what else can be done with it. Emptied, it goes.
fn step_ui(ui: &mut Ui, editor: &mut Editor, plan: &RunPlan, index: usize) {
    let Some(step) = plan.steps.get(index) else {
        return;
    };
    let units = editor.units();
    let name = format!("Step {}", index + 1);
    let current = notation::step_field(step, units);
    ui.horizontal_top(|ui| {
        let gap = ui.spacing().item_spacing.x;
        let width = ui.available_width() - gap - buttons::MINI;
        let id = editor.id(("step", index));
        let parse =
            |typed: &str| quantities::optional(typed, |typed| notation::parse_step(typed, units));
        let typed = ui
            .allocate_ui(vec2(width, 28.0), |ui| {
                ui.vertical(|ui| {
                    Field::line(&name, width).ui(ui, editor.palette(), id, &current, parse)
                })
                .inner
            })
            .inner;
        match typed {
            Some(Some(step)) => {
                change_steps(editor, format!("Change step {}", index + 1), |steps| {
                    if let Some(place) = steps.get_mut(index) {
                        *place = step;
                    }
                });
            }
            Some(None) => delete(editor, index),
            None => {}
        }
        ui.vertical(|ui| {
            // Align the dots with the field, also when an error is shown below it.
            ui.add_space(2.0);
            let name = format!("More for step {}", index + 1);
            let more = buttons::mini_icon_ui(ui, icons::MORE, &name);
            menu_place::inside(Popup::menu(&more))
                .show(|ui| step_menu_ui(ui, editor, plan.steps.len(), index));
        });
    });
}

fn step_menu_ui(ui: &mut Ui, editor: &mut Editor, count: usize, index: usize) {
    menu_place::pad_entries(ui);
    for (label, other) in [
        ("Move up", index.checked_sub(1)),
        ("Move down", Some(index + 1)),
    ] {
        let other = other.filter(|other| *other < count);
        if ui
            .add_enabled(other.is_some(), egui::Button::new(label))
            .clicked()
            && let Some(other) = other
        {
            change_steps(editor, format!("Move step {}", index + 1), |steps| {
                steps.swap(index, other);
            });
        }
    }
    if ui.button("Delete step").clicked() {
        delete(editor, index);
    }
}

fn delete(editor: &mut Editor, index: usize) {
    change_steps(editor, format!("Delete step {}", index + 1), |steps| {
        if index < steps.len() {
            steps.remove(index);
        }
    });
}

/// A last row that turns into a step, or several, once something is typed.
fn add_ui(ui: &mut Ui, editor: &mut Editor) {
    let units = editor.units();
    let field = Field::line("Add step", ui.available_width()).hint(notation::steps_hint(units));
    let id = editor.id("add step");
    let added = field.ui(ui, editor.palette(), id, "", |typed| {
        notation::parse_steps(typed, units)
    });
    if let Some(added) = added.filter(|added| !added.is_empty()) {
        let label = if added.len() == 1 {
            "Add step"
        } else {
            "Add steps"
        };
        change_steps(editor, label, |steps| steps.extend(added));
    }
}

/// What the steps come to.
fn total_ui(ui: &mut Ui, editor: &Editor, session: &Session, plan: &RunPlan) {
    if plan.steps.is_empty() {
        return;
    }
    let profile = &editor.view.athlete.profile;
    let mut parts = Vec::new();
    if let Some(distance) = load::distance_of(&session.plan, profile) {
        parts.push(format::distance(distance.value, editor.units()));
    }
    parts.push(format::minutes(
        load::duration_of(&session.plan, profile).value,
    ));
    faint_ui(
        ui,
        editor.palette(),
        format!("in all about {}", parts.join(" · ")),
    );
}

fn change(editor: &mut Editor, label: impl Into<String>, change: impl FnOnce(&mut RunPlan)) {
    editor.change(label, |session| {
        if let Workout::Run(plan) = &mut session.plan.workout {
            change(plan);
        }
    });
}

fn change_steps(
    editor: &mut Editor,
    label: impl Into<String>,
    change_all: impl FnOnce(&mut Vec<crate::domain::Step>),
) {
    change(editor, label, |plan| change_all(&mut plan.steps));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_share_a_narrow_row_by_what_they_need() {
        assert_eq!(shares(300.0, [80.0, 88.0, 40.0]), SHARES);
        let needed = [80.0, 88.0, 40.0];
        let given = shares(212.0, needed).map(|share| share * 212.0);
        for (given, needed) in given.into_iter().zip(needed) {
            assert!(given >= needed, "{given} for {needed}");
        }
    }
}
