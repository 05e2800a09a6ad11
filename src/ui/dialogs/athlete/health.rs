//! Signs of low energy on the athlete's page. They stay folded, and no paper ever shows them.

use crate::ui::widgets::check;
use egui::{CollapsingHeader, Ui};

use super::fields::ProfileFields;

/// Draws the signs, folded until somebody opens them.
pub(super) fn health_ui(ui: &mut Ui, part: &mut ProfileFields) {
    let signs = &mut part.profile.low_energy;
    CollapsingHeader::new("Signs of low energy")
        .id_salt("low energy")
        .show(ui, |ui| {
            check::check_ui(
                ui,
                &mut signs.missed_periods,
                "No period for three months or more",
            );
            check::check_ui(
                ui,
                &mut signs.second_bone_injury,
                "A second bone stress injury",
            );
            check::check_ui(ui, &mut signs.falling_weight, "Falling weight with fatigue");
        });
}
