//! The part of the settings page about what new athletes start with: units, first day of the week, formula, and the weights
//! of the gym in either unit.

use chrono::Weekday;
use egui::{Role, Ui, WidgetInfo};

use crate::domain::{
    AthleteDefaults, DistanceUnit, Kilograms, MassUnit, OneRmFormula, Units, Weights,
    WorkspaceSettings,
};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::dialogs::athlete::fields::{fields_row, labelled};
use crate::ui::format;
use crate::ui::inspector::quantities;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, check, field::Field};

use super::state::{Follow, SettingsState, soft_ui};

/// The width of a weight: that of the longest name above one, so that the fields of both units stand in columns.
const WIDTH: f32 = 150.0;

/// Draws the part.
pub(super) fn newcomers_ui(
    ui: &mut Ui,
    palette: &Palette,
    state: &SettingsState,
    follow: &mut Follow,
    actions: &mut Actions,
) {
    let before = state.workspace.newcomers;
    let mut newcomer = before;
    ui.add_space(2.0);
    ui.label(text("New athletes start with", 12.0, Weight::SemiBold));
    habits_ui(ui, &mut newcomer);
    ui.label(text("Gym weights", 12.0, Weight::SemiBold));
    for (unit, name) in [(MassUnit::Kg, "kg"), (MassUnit::Pounds, "lb")] {
        fields_row(ui, |ui| {
            let weights = newcomer.weights_mut(unit);
            weights_ui(ui, palette, unit, name, weights);
        });
    }
    follow_ui(ui, palette, state, follow);
    if newcomer != before {
        actions.push(Action::Apply(step(state, newcomer, *follow)));
    }
}

fn habits_ui(ui: &mut Ui, newcomer: &mut AthleteDefaults) {
    fields_row(ui, |ui| {
        labelled(ui, "Distances", |ui| {
            let choices = [
                (DistanceUnit::Km, "Kilometres"),
                (DistanceUnit::Miles, "Miles"),
            ];
            let current = newcomer.units.distance;
            let chosen = buttons::choice_ui(ui, "Distances", &choices, current, 100.0);
            newcomer.units.distance = chosen.unwrap_or(current);
        });
        labelled(ui, "Weights", |ui| {
            let choices = [(MassUnit::Kg, "Kilograms"), (MassUnit::Pounds, "Pounds")];
            let current = newcomer.units.mass;
            let chosen = buttons::choice_ui(ui, "Weights", &choices, current, 100.0);
            newcomer.units.mass = chosen.unwrap_or(current);
        });
        labelled(ui, "Week starts", |ui| {
            let choices = [
                (Weekday::Mon, "Monday"),
                (Weekday::Sat, "Saturday"),
                (Weekday::Sun, "Sunday"),
            ];
            let current = newcomer.week_start;
            let chosen = buttons::choice_ui(ui, "Week starts", &choices, current, 100.0);
            newcomer.week_start = chosen.unwrap_or(current);
        });
        labelled(ui, "1RM formula", |ui| {
            let choices = OneRmFormula::ALL.map(|formula| (formula, formula.name()));
            let current = newcomer.one_rm_formula;
            let chosen = buttons::choice_ui(ui, "1RM formula", &choices, current, 100.0);
            newcomer.one_rm_formula = chosen.unwrap_or(current);
        });
    });
}

/// Bar, plates and dumbbells of those who think in `unit`, which is called `name`.
fn weights_ui(ui: &mut Ui, palette: &Palette, unit: MassUnit, name: &str, weights: &mut Weights) {
    let units = Units {
        mass: unit,
        ..Units::default()
    };
    let mut one = |label: &str, shown: Kilograms, set: &mut Option<Kilograms>| {
        let named = format!("{label}, {name}");
        labelled(ui, &named, |ui| {
            let id = ui.scope_id().with((label, name));
            let parse = |typed: &str| {
                let typed = quantities::optional(typed, |typed| quantities::mass(typed, units))?;
                match typed {
                    Some(kg) if kg.kg() <= 0.0 => Err("Must be above 0".to_owned()),
                    typed => Ok(typed),
                }
            };
            let field = Field::line(&named, WIDTH);
            let typed = field.ui(ui, palette, id, &format::mass(shown, units), parse);
            if let Some(typed) = typed {
                *set = typed;
            }
        });
    };
    one("Bar", weights.bar_in(unit), &mut weights.bar);
    let plates = weights.plate_step_in(unit);
    one("Smallest pair of plates", plates, &mut weights.plate_step);
    let dumbbells = weights.dumbbell_step_in(unit);
    one("Dumbbell increment", dumbbells, &mut weights.dumbbell_step);
}

/// Whether athletes who kept to what was set before follow a change.
fn follow_ui(ui: &mut Ui, palette: &Palette, state: &SettingsState, follow: &mut Follow) {
    let label = "Also change athletes who still use the values from before";
    let mut on = *follow == Follow::Kept && state.unread == 0;
    let tick = ui.add_enabled_ui(state.unread == 0, |ui| {
        let response = check::check_ui(ui, &mut on, text(label, 13.0, Weight::Regular));
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, label));
        response
    });
    if tick.inner.changed() {
        *follow = if on { Follow::Kept } else { Follow::Nobody };
    }
    let about = if state.unread > 0 {
        "The athletes are still being read."
    } else {
        "Everybody keeps their own units. What one athlete has differently is set on that athlete’s page."
    };
    soft_ui(ui, palette, about);
}

/// The undo step that sets what newcomers begin with, together with the athletes who follow.
fn step(state: &SettingsState, newcomer: AthleteDefaults, follow: Follow) -> Transaction {
    let settings = WorkspaceSettings {
        newcomers: newcomer,
        ..state.workspace.clone()
    };
    let label = "Change what new athletes start with";
    let mut step = Transaction::new(label, WorkspaceEdit::Settings(Box::new(settings)));
    if follow == Follow::Kept && state.unread == 0 {
        let before = state.workspace.newcomers;
        for athlete in &state.athletes {
            if let Some(profile) = newcomer.followed(&before, &athlete.profile) {
                let edit = Edit::Profile(Box::new(profile));
                step.edits
                    .push(WorkspaceEdit::Athlete(athlete.id, vec![edit]));
            }
        }
    }
    step
}
