//! The part of the athlete's page that lifting asks for: body weight, tested maxima, the steps of plates and dumbbells.

use egui::{Role, Ui, WidgetInfo, vec2};

use crate::domain::{BodyWeight, Kilograms, Sex, TestedMax};
use crate::load::loadable::{bar, dumbbell_step, plate_step};
use crate::ui::format;
use crate::ui::inspector::quantities;
use crate::ui::theme::{Weight, text};
use crate::ui::widgets::{buttons, exercise_search, field::Field, row_keys};

use super::fields::{ProfileFields, fields_row, labelled, remove_ui, section};
use crate::ui::dialogs::dates::{date_text, parse_date};

/// How many body weights are shown at first.
const RECENT: usize = 3;

/// Draws the part.
pub(super) fn lifting_ui(ui: &mut Ui, part: &mut ProfileFields) {
    section(ui, "Body and weights");
    fields_row(ui, |ui| {
        labelled(ui, "Sex", |ui| {
            let choices = [
                (None, "Not set"),
                (Some(Sex::Female), "Female"),
                (Some(Sex::Male), "Male"),
            ];
            if let Some(sex) = buttons::choice_ui(ui, "Sex", &choices, part.profile.sex, 90.0) {
                part.profile.sex = sex;
            }
        });
        let shown = bar(part.profile);
        if let Some(bar) = step_ui(ui, part, "Bar", shown) {
            part.profile.bar = Some(bar);
        }
        // Show the default in the athlete's unit: an unset step is a step in pounds for pounds.
        let shown = plate_step(part.profile);
        if let Some(step) = step_ui(ui, part, "Smallest pair of plates", shown) {
            part.profile.plate_step = step;
        }
        let shown = dumbbell_step(part.profile);
        if let Some(step) = step_ui(ui, part, "Dumbbell increment", shown) {
            part.profile.dumbbell_step = step;
        }
    });
    body_weight_ui(ui, part);
    section(ui, "Tested maxes");
    maxes_ui(ui, part);
}

/// The width of a weight of the gym: that of the longest name above one.
const WEIGHT: f32 = 132.0;

fn step_ui(ui: &mut Ui, part: &ProfileFields, name: &str, step: Kilograms) -> Option<Kilograms> {
    let (id, units) = (ui.scope_id().with(name), part.profile.units);
    let mut typed = None;
    labelled(ui, name, |ui| {
        let parse = |typed: &str| quantities::mass(typed, units);
        let shown = format::mass(step, units);
        typed = Field::line(name, WEIGHT).ui(ui, part.palette, id, &shown, parse);
    });
    typed
}

/// The weights so far, newest first, and a field for today's.
fn body_weight_ui(ui: &mut Ui, part: &mut ProfileFields) {
    let (units, today, palette) = (part.profile.units, part.today, part.palette);
    let id = ui.scope_id().with("body weight");
    let all = ui
        .data(|data| data.get_temp::<bool>(id.with("all")))
        .unwrap_or(false);
    labelled(ui, "Body weight", |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
            let field = Field::line("Body weight today", 86.0).hint("today");
            let parse =
                |typed: &str| quantities::optional(typed, |typed| quantities::mass(typed, units));
            let typed = ui.vertical(|ui| field.ui(ui, palette, id, "", parse)).inner;
            let weights = &mut part.profile.body_weight;
            if let Some(kg) = typed.flatten() {
                weights.retain(|weight| weight.date != today);
                weights.push(BodyWeight { date: today, kg });
                weights.sort_by_key(|weight| weight.date);
            }
            let mut removed = None;
            let shown = if all { weights.len() } else { RECENT };
            row_keys::lines_ui(ui, "weights", |ui, keys| {
                for (index, weight) in weights.iter().enumerate().rev().take(shown) {
                    let day = date_text(weight.date);
                    let mass = format::mass(weight.kg, units);
                    let chip = keys.chip_ui(ui, palette, &format!("{day} · {mass} ×"), false);
                    let name = format!("Remove body weight of {day}: {mass}");
                    chip.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                    if chip.on_hover_text("Remove").clicked() {
                        removed = Some(index);
                    }
                }
            });
            let more = weights.len().saturating_sub(shown);
            if more > 0 && buttons::small_ui(ui, &format!("{more} earlier…")).clicked() {
                ui.data_mut(|data| data.insert_temp(id.with("all"), true));
            }
            if let Some(index) = removed {
                weights.remove(index);
            }
        });
    });
}

fn maxes_ui(ui: &mut Ui, part: &mut ProfileFields) {
    let (units, today, palette) = (part.profile.units, part.today, part.palette);
    let mut removed = None;
    for (index, max) in part.profile.tested_maxes.iter_mut().enumerate() {
        ui.push_id(("max", index), |ui| {
            let id = ui.scope_id();
            let known = part.library.exercise(&max.exercise);
            let exercise = known.map_or(max.exercise.as_str(), |exercise| &exercise.name);
            let number = index + 1;
            ui.horizontal_top(|ui| {
                let size = vec2(200.0, ui.spacing().interact_size.y);
                let left = egui::Layout::left_to_right(egui::Align::Center);
                ui.allocate_ui_with_layout(size, left, |ui| {
                    ui.set_width(200.0);
                    let name = text(exercise, 13.0, Weight::Regular);
                    ui.add(egui::Label::new(name).truncate());
                });
                let name = format!("Max {number} of {exercise}");
                let shown = if max.kg.kg() > 0.0 {
                    format::mass(max.kg, units)
                } else {
                    String::new()
                };
                let field = Field::line(&name, 86.0).hint(format::mass_unit(units));
                let parse = |typed: &str| quantities::mass(typed, units);
                let typed = ui
                    .vertical(|ui| field.ui(ui, palette, id.with("load"), &shown, parse))
                    .inner;
                if let Some(kg) = typed {
                    max.kg = kg;
                }
                let name = format!("Date of max {number} of {exercise}");
                let (field, shown) = (Field::line(&name, 96.0), date_text(max.date));
                let parse = |typed: &str| parse_date(typed, today);
                let typed = ui
                    .vertical(|ui| field.ui(ui, palette, id.with("date"), &shown, parse))
                    .inner;
                if let Some(date) = typed {
                    max.date = date;
                }
                let name = format!("Remove max {number} of {exercise}");
                if remove_ui(ui, &name) {
                    removed = Some(index);
                }
            });
        });
    }
    if let Some(index) = removed {
        part.profile.tested_maxes.remove(index);
    }
    let id = ui.scope_id().with("exercise of a max");
    let button = buttons::small_ui(ui, "Add tested max…");
    let chosen = exercise_search::behind_ui(&button, palette, part.library, id);
    if let Some(exercise) = chosen {
        part.profile.tested_maxes.push(TestedMax {
            exercise: exercise.id.clone(),
            kg: Kilograms::default(),
            date: today,
        });
    }
}
