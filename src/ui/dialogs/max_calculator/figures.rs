//! The figures of the calculator: an estimate by each formula, and the loads that follow from the chosen one.

use egui::{Frame, Grid, Label, Stroke, Ui, vec2};

use super::form::{MaxForm, push};
use crate::domain::{Kilograms, OneRmFormula};
use crate::library::Library;
use crate::load::loadable::Implement;
use crate::load::{self, Reliability};
use crate::ui::action::Actions;
use crate::ui::format;
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, text};
use crate::ui::widgets::row_keys::{self, RowKeys};

/// Exertions of the table of loads.
const EXERTIONS: [f64; 4] = [10.0, 9.0, 8.0, 7.0];
/// Repetitions of the table of loads.
const MOST_REPS: u32 = 10;

/// A card for each formula; the one the athlete's maxima go by is marked, a click chooses another.
pub(super) fn estimates_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &mut MaxForm,
    actions: &mut Actions,
) {
    let estimate = form.estimate(form.profile.one_rm_formula);
    if estimate.is_none() {
        let line = "More than 12 repetitions, reserve included: no formula is valid there.";
        let line = text(line, 12.0, Weight::Medium).color(palette.text_soft);
        ui.add(Label::new(line).wrap());
        return;
    }
    let mut chosen = None;
    let width = (ui.available_width() - 2.0 * 8.0) / 3.0;
    row_keys::lines_ui(ui, "formulas", |ui, keys| {
        for row in OneRmFormula::ALL.chunks(3) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                for formula in row {
                    if estimate_ui(ui, keys, palette, form, (*formula, width)) {
                        chosen = Some(*formula);
                    }
                }
            });
        }
    });
    if estimate.is_some_and(|max| max.reliability == Reliability::Rough) {
        let line = "From 11 or 12 repetitions: a rough guess.";
        ui.label(text(line, 11.5, Weight::Regular).color(palette.text_faint));
    }
    if let Some(formula) = chosen.filter(|formula| *formula != form.profile.one_rm_formula) {
        form.profile.one_rm_formula = formula;
        let label = format!("Estimate maxima by {}", formula.name());
        push(form, label, actions);
    }
}

fn estimate_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    palette: &Palette,
    form: &MaxForm,
    (formula, width): (OneRmFormula, f32),
) -> bool {
    let on = formula == form.profile.one_rm_formula;
    let shown = form.estimate(formula).map_or_else(
        || "–".to_owned(),
        |max| {
            let kg = Kilograms::new((max.kg.kg() * 10.0).round() / 10.0);
            format::mass(kg, form.units())
        },
    );
    let (fill, line, ink) = if on {
        (palette.accent_soft, palette.accent, palette.accent)
    } else {
        (palette.well, palette.hairline, palette.text)
    };
    let mark = if on { " ✓" } else { "" };
    let mut job = egui::text::LayoutJob::default();
    let part =
        |size, weight, color| egui::TextFormat::simple(crate::ui::theme::font(size, weight), color);
    let name = format!("{}{mark}\n", formula.name());
    job.append(&name, 0.0, part(11.5, Weight::Medium, palette.text_soft));
    job.append(&shown, 0.0, part(15.0, Weight::SemiBold, ink));
    // What stands at the right, though nothing, keeps both lines at the left, in line with the fields above.
    let button = egui::Button::new(job)
        .right_text("")
        .fill(fill)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CARD_RADIUS)
        .min_size(vec2(width, 46.0));
    let response = keys.next_ui(ui, formula.name(), on, |ui, sense| {
        ui.add(button.sense(sense))
    });
    let name = format!("{} {shown}", formula.name());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, &name));
    response
        .on_hover_text("The formula used for this athlete’s maxima")
        .clicked()
}

/// The load for each number of repetitions at each exertion, with its percentage of the maximum.
pub(super) fn loads_ui(ui: &mut Ui, palette: &Palette, library: &Library, form: &MaxForm) {
    let Some(max) = form.maximum() else { return };
    let known = form.exercise.as_ref().and_then(|id| library.exercise(id));
    let implement = Implement::of(None, known, &form.profile);
    let line = format!("Loads from {}", format::mass(max, form.units()));
    ui.label(text(line, 13.0, Weight::SemiBold));
    let frame = Frame::new()
        .fill(palette.well)
        .corner_radius(CARD_RADIUS)
        .inner_margin(8);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().interact_size.y = 17.0;
        Grid::new("loads by repetitions")
            .num_columns(1 + EXERTIONS.len())
            .spacing(vec2(20.0, 3.0))
            .show(ui, |ui| {
                let head =
                    |content: &str| text(content, 11.0, Weight::Medium).color(palette.text_faint);
                ui.label(head("Reps"));
                for exertion in EXERTIONS {
                    let rir = 10.0 - exertion;
                    let title = format!(
                        "RPE {} · RIR {}",
                        format::number(exertion, 0),
                        format::number(rir, 0)
                    );
                    ui.label(head(&title));
                }
                ui.end_row();
                for reps in 1..=MOST_REPS {
                    ui.label(text(reps.to_string(), 12.0, Weight::SemiBold));
                    for exertion in EXERTIONS {
                        let cell = cell(form, implement, max, reps, exertion);
                        ui.label(text(cell, 12.0, Weight::Regular));
                    }
                    ui.end_row();
                }
            });
    });
}

fn cell(form: &MaxForm, implement: Implement, max: Kilograms, reps: u32, exertion: f64) -> String {
    let percent = load::percent_of_max(reps, exertion);
    let kg = load::load_for(max, reps, exertion);
    percent.zip(kg).map_or_else(
        || "–".to_owned(),
        |(percent, kg)| {
            let kg = Kilograms::new(implement.nearest(kg.kg()));
            format!("{} · {percent:.0} %", format::mass(kg, form.units()))
        },
    )
}
