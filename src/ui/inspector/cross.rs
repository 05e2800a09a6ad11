//! The cross-training part of the editor: which sport, and how hard.

use egui::Ui;

use crate::domain::{CrossPlan, Workout};
use crate::ui::format;

use super::editor::{Editor, any_text, heading_ui};
use super::quantities;

/// Draws sport and exertion.
pub(super) fn cross_ui(ui: &mut Ui, editor: &mut Editor) {
    let session = editor.session();
    let Workout::Cross(plan) = &session.plan.workout else {
        return;
    };
    heading_ui(ui, "Cross-training");
    ui.columns_const::<2, _>(|[left, right]| {
        let sport = (plan.sport.as_str(), "e.g. cycling");
        if let Some(sport) = editor.field_ui(left, "Sport", "Sport", sport, any_text) {
            change(editor, "Change sport", |plan| plan.sport = sport);
        }
        let rpe = plan
            .rpe
            .map(|rpe| format::number(rpe.value(), 1))
            .unwrap_or_default();
        let parse = |typed: &str| quantities::optional(typed, quantities::rpe);
        if let Some(rpe) = editor.field_ui(right, "RPE", "RPE", (&rpe, "0–10"), parse) {
            change(editor, "Change RPE", |plan| plan.rpe = rpe);
        }
    });
}

fn change(editor: &mut Editor, label: &str, change: impl FnOnce(&mut CrossPlan)) {
    editor.change(label, |session| {
        if let Workout::Cross(plan) = &mut session.plan.workout {
            change(plan);
        }
    });
}
