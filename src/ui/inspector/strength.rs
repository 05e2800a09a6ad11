//! The strength and mobility part of the editor: exercises, and what they amount to.

use egui::Ui;

use crate::domain::{LegLoad, Region, StrengthPlan, Workout};
use crate::ui::widgets::{buttons, check};

use super::editor::{Editor, faint_ui, heading_ui, label_ui};
use super::{add_exercise, table};

/// Draws the table of exercises and, for strength, what the coach says against it.
pub(super) fn strength_ui(ui: &mut Ui, editor: &mut Editor) {
    heading_ui(ui, "Exercises");
    if editor.session().plan.workout.exercises().is_empty() {
        let hint = "No exercises yet. Add one here, or drag one from the library onto this list.";
        faint_ui(ui, editor.palette(), hint);
    }
    table::table_ui(ui, editor);
    ui.horizontal(|ui| {
        add_exercise::button_ui(ui, editor);
        circuit_ui(ui, editor);
    });
    overrides_ui(ui, editor);
}

fn circuit_ui(ui: &mut Ui, editor: &mut Editor) {
    let session = editor.session();
    let Some(plan) = session
        .plan
        .strength()
        .filter(|plan| !plan.exercises.is_empty())
    else {
        return;
    };
    let mut circuit = plan.circuit;
    let response = check::check_ui(ui, &mut circuit, "Circuit");
    if response
        .on_hover_text("One set of each exercise after the other, in rounds")
        .changed()
    {
        change(editor, "Change circuit", |plan| plan.circuit = circuit);
    }
}

/// Region and leg load: as the exercises say, or as the coach says.
fn overrides_ui(ui: &mut Ui, editor: &mut Editor) {
    let session = editor.session();
    let Some(plan) = session.plan.strength() else {
        return;
    };
    let unsaid = if plan.exercises.is_empty() {
        "Not set"
    } else {
        "Auto"
    };
    ui.columns_const::<2, _>(|[left, right]| {
        let regions = [
            (None, unsaid),
            (Some(Region::Lower), "Lower body"),
            (Some(Region::Upper), "Upper body"),
            (Some(Region::Core), "Core"),
            (Some(Region::Full), "Full body"),
        ];
        let said = plan
            .region_override
            .or(plan.region.filter(|_| plan.exercises.is_empty()));
        if let Some(region) = choice_ui(left, editor, "Region", "Region of session", &regions, said)
        {
            change(editor, "Change region", |plan| say_region(plan, region));
        }
        let loads = [
            (None, unsaid),
            (Some(LegLoad::None), "None"),
            (Some(LegLoad::Light), "Light"),
            (Some(LegLoad::Moderate), "Moderate"),
            (Some(LegLoad::Heavy), "Heavy"),
        ];
        let said = plan
            .leg_load_override
            .or(plan.leg_load.filter(|_| plan.exercises.is_empty()));
        if let Some(load) = choice_ui(
            right,
            editor,
            "Leg load",
            "Leg load of session",
            &loads,
            said,
        ) {
            change(editor, "Change leg load", |plan| say_leg_load(plan, load));
        }
    });
    automatic_ui(ui, editor, plan);
}

/// The way back to what the exercises say, where the coach says otherwise.
fn automatic_ui(ui: &mut Ui, editor: &mut Editor, plan: &StrengthPlan) {
    let is_overridden = plan.region_override.is_some() || plan.leg_load_override.is_some();
    if plan.exercises.is_empty() || !is_overridden {
        return;
    }
    let back = buttons::small_ui(ui, "Reset to match the exercises");
    if back.clicked() {
        change(editor, "Reset leg load", |plan| {
            plan.region_override = None;
            plan.leg_load_override = None;
        });
    }
}

fn choice_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    editor: &Editor,
    label: &str,
    name: &str,
    choices: &[(T, &str)],
    current: T,
) -> Option<T> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        label_ui(ui, editor.palette(), label);
        buttons::choice_ui(ui, name, choices, current, ui.available_width())
    })
    .inner
}

/// Without exercises the words describe the session; with them they speak against what the exercises say.
fn say_region(plan: &mut StrengthPlan, region: Option<Region>) {
    if plan.exercises.is_empty() {
        plan.region = region;
        plan.region_override = None;
    } else {
        plan.region_override = region;
    }
}

fn say_leg_load(plan: &mut StrengthPlan, load: Option<LegLoad>) {
    if plan.exercises.is_empty() {
        plan.leg_load = load;
        plan.leg_load_override = None;
    } else {
        plan.leg_load_override = load;
    }
}

fn change(editor: &mut Editor, label: &str, change: impl FnOnce(&mut StrengthPlan)) {
    editor.change(label, |session| {
        if let Workout::Strength(plan) = &mut session.plan.workout {
            change(plan);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Count, ExerciseId, Prescription, Reps};

    fn named(name: &str) -> Prescription {
        Prescription::new(ExerciseId::new(name), name, Count::exactly(3), Reps::Max)
    }

    #[test]
    fn a_word_overrides_only_where_exercises_speak() {
        let mut plan = StrengthPlan::default();
        say_leg_load(&mut plan, Some(LegLoad::Heavy));
        assert_eq!(
            (plan.leg_load, plan.leg_load_override),
            (Some(LegLoad::Heavy), None)
        );
        plan.exercises.push(named("Squat"));
        say_leg_load(&mut plan, Some(LegLoad::Light));
        assert_eq!(
            (plan.leg_load, plan.leg_load_override),
            (Some(LegLoad::Heavy), Some(LegLoad::Light))
        );
    }
}
