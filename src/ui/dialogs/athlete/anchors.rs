//! The figures of the athlete's page that loads and paces are worked out from.

use egui::Ui;

use crate::domain::{Bpm, Pace, RunKind};
use crate::ui::format;
use crate::ui::inspector::quantities;
use crate::ui::widgets::field::Field;

use super::fields::{ProfileFields, fields_row, labelled, section};

/// Width of the field of a pace, in points.
const WIDTH: f32 = 110.0;

/// Heart-rate and pace anchors, and the usual pace of each kind of run.
pub(super) fn anchors_ui(ui: &mut Ui, part: &mut ProfileFields) {
    section(ui, "Heart rate and paces");
    fields_row(ui, |ui| {
        let mut heart = part.profile.heart_rate;
        bpm_ui(
            ui,
            part,
            "Resting HR",
            "Resting heart rate",
            &mut heart.rest,
        );
        bpm_ui(ui, part, "Max HR", "Maximum heart rate", &mut heart.max);
        part.profile.heart_rate = heart;
        let mut pace = part.profile.threshold_pace;
        pace_ui(ui, part, "Threshold pace", "Threshold pace", &mut pace);
        part.profile.threshold_pace = pace;
    });
    // A race has a goal of its own.
    let kinds = RunKind::ALL
        .into_iter()
        .filter(|kind| *kind != RunKind::Race);
    fields_row(ui, |ui| {
        for kind in kinds {
            kind_ui(ui, part, kind);
        }
    });
}

fn kind_ui(ui: &mut Ui, part: &mut ProfileFields, kind: RunKind) {
    let mut pace = part.profile.paces.get(&kind).copied();
    let before = pace;
    let name = format!("Pace of {}", kind.title());
    pace_ui(ui, part, kind.title(), &name, &mut pace);
    if pace == before {
        return;
    }
    match pace {
        Some(pace) => part.profile.paces.insert(kind, pace),
        None => part.profile.paces.remove(&kind),
    };
}

fn bpm_ui(ui: &mut Ui, part: &ProfileFields, label: &str, name: &str, value: &mut Option<Bpm>) {
    let id = ui.scope_id().with(name);
    labelled(ui, label, |ui| {
        let shown = value.map(format::bpm).unwrap_or_default();
        let parse = |typed: &str| quantities::optional(typed, quantities::heart_rate);
        let field = Field::line(name, 82.0).hint("bpm");
        if let Some(bpm) = field.ui(ui, part.palette, id, &shown, parse) {
            *value = bpm;
        }
    });
}

fn pace_ui(ui: &mut Ui, part: &ProfileFields, label: &str, name: &str, value: &mut Option<Pace>) {
    let (id, units) = (ui.scope_id().with(name), part.profile.units);
    labelled(ui, label, |ui| {
        let shown = value.map(|pace| format::pace(pace, units));
        let shown = shown.unwrap_or_default();
        let hint = format!("min/{}", format::distance_unit(units));
        let parse =
            |typed: &str| quantities::optional(typed, |typed| quantities::pace(typed, units));
        let field = Field::line(name, WIDTH).hint(&hint);
        if let Some(pace) = field.ui(ui, part.palette, id, &shown, parse) {
            *value = pace;
        }
    });
}
