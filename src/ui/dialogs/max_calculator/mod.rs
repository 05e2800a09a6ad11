//! The calculator of maxima: six estimates from one set, the loads that follow, and a tested maximum made of them.

mod figures;
mod form;

use egui::{Label, Ui};

use crate::domain::{Kilograms, TestedMax};
use crate::library::Library;
use crate::ui::action::Actions;
use crate::ui::format;
use crate::ui::help::Topic;
use crate::ui::inspector::quantities;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::field::{self, Field};
use crate::ui::widgets::{aside, buttons, exercise_search, scrolling};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;
use figures::{estimates_ui, loads_ui};
pub use form::MaxForm;
use form::push;

impl DialogForm for MaxForm {
    fn id(&self) -> &'static str {
        "calculator dialog"
    }

    fn topic(&self) -> Topic {
        Topic::Logging
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        form_ui(ui, context.palette, context.library, self, context.actions)
    }
}

fn form_ui(
    ui: &mut Ui,
    palette: &'static Palette,
    library: &Library,
    form: &mut MaxForm,
    actions: &mut Actions,
) -> DialogResponse {
    ui.set_width(host::width(ui, 560.0));
    ui.spacing_mut().item_spacing.y = 6.0;
    host::title_ui(ui, "1RM calculator");
    let hint = format!(
        "From a set of {}: what could be lifted once, and the loads that follow.",
        form.profile.name
    );
    aside::soft_ui(ui, palette, 12.0, hint);
    ui.add_space(4.0);
    host::body(ui, 560.0, |ui, height| {
        let figures = scrolling::list(height).auto_shrink([false, true]);
        figures.show(ui, |ui| {
            figures_ui(ui, palette, library, form, actions);
        });
    });
    ui.add_space(4.0);
    use_ui(ui, palette, library, form, actions)
}

/// The set, and what follows from it.
fn figures_ui(
    ui: &mut Ui,
    palette: &'static Palette,
    library: &Library,
    form: &mut MaxForm,
    actions: &mut Actions,
) {
    set_ui(ui, palette, form);
    if form.refused {
        let line = "Enter a weight and repetitions to see the figures.";
        let line = text(line, 12.0, Weight::Medium).color(palette.text_soft);
        ui.add(Label::new(line).wrap());
    } else {
        estimates_ui(ui, palette, form, actions);
        loads_ui(ui, palette, library, form);
    }
}

/// The set: load, repetitions, and what was left in reserve.
fn set_ui(ui: &mut Ui, palette: &Palette, form: &mut MaxForm) {
    let units = form.units();
    let id = ui.scope_id();
    form.refused = false;
    ui.columns_const::<3, _>(|[left, middle, right]| {
        let shown = format::mass(form.kg, units);
        let parse = |typed: &str| lifted(quantities::mass(typed, units)?);
        let weight = id.with("weight");
        let kg = labelled(left, palette, "Weight lifted", weight, &shown, parse);
        form.kg = taken(kg, form.kg, &mut form.refused);
        let shown = form.reps.to_string();
        let reps = id.with("reps");
        let count = labelled(middle, palette, "Reps", reps, &shown, reps_of);
        form.reps = taken(count, form.reps, &mut form.refused);
        let shown = format::number(form.rir, 1);
        let rir = id.with("rir");
        let left_over = labelled(right, palette, "Reps in reserve", rir, &shown, rir_of);
        form.rir = taken(left_over, form.rir, &mut form.refused);
    });
    if std::mem::take(&mut form.fresh) {
        ui.memory_mut(|memory| memory.request_focus(id.with("weight")));
    }
}

/// The value of a field, the one before where nothing was typed; a field that refuses its entry is told.
fn taken<T>(typed: Option<Result<T, String>>, before: T, refused: &mut bool) -> T {
    match typed {
        Some(Ok(value)) => value,
        Some(Err(_)) => {
            *refused = true;
            before
        }
        None => before,
    }
}

/// A field below its label: what it holds, as it is typed, where it was touched.
fn labelled<T>(
    ui: &mut Ui,
    palette: &Palette,
    name: &str,
    id: egui::Id,
    shown: &str,
    parse: impl Fn(&str) -> Result<T, String>,
) -> Option<Result<T, String>> {
    let left = ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(text(name, 11.0, Weight::Regular).color(palette.text_faint));
        Field::line(name, ui.available_width()).ui(ui, palette, id, shown, &parse)
    });
    let typed = field::typed(ui, id).filter(|typed| typed != shown);
    left.inner.map(Ok).or(typed.map(|typed| parse(&typed)))
}

fn lifted(kg: Kilograms) -> Result<Kilograms, String> {
    if kg.kg() <= 500.0 {
        Ok(kg)
    } else {
        Err("Loads go up to 500 kg".to_owned())
    }
}

fn reps_of(typed: &str) -> Result<u32, String> {
    let reps = typed.trim().parse::<u32>().ok();
    reps.filter(|reps| (1..=12).contains(reps))
        .ok_or_else(|| "1 to 12; no formula is valid above that".to_owned())
}

fn rir_of(typed: &str) -> Result<f64, String> {
    let rir = typed.trim().replace(',', ".").parse::<f64>().ok();
    rir.filter(|rir| (0.0..=10.0).contains(rir))
        .ok_or_else(|| "0 to 10".to_owned())
}

/// The exercise this is about, and the button that keeps the result as its tested maximum.
fn use_ui(
    ui: &mut Ui,
    palette: &Palette,
    library: &Library,
    form: &mut MaxForm,
    actions: &mut Actions,
) -> DialogResponse {
    let mut answer = DialogResponse::Open;
    host::wrapped_foot_ui(ui, |ui| {
        let known = form.exercise.as_ref().and_then(|id| library.exercise(id));
        let max = form.maximum().filter(|_| !form.refused);
        if let (Some(exercise), Some(max)) = (known, max) {
            let label = format!(
                "Use {} as tested max for {}",
                format::mass(max, form.units()),
                exercise.name.to_lowercase()
            );
            if buttons::primary_ui(ui, palette, &label).clicked() {
                form.profile
                    .tested_maxes
                    .retain(|test| test.exercise != exercise.id || test.date != form.today);
                form.profile.tested_maxes.push(TestedMax {
                    exercise: exercise.id.clone(),
                    kg: max,
                    date: form.today,
                });
                let label = format!("Keep tested max of {}", exercise.name.to_lowercase());
                push(form, label, actions);
                answer = DialogResponse::Close;
            }
        }
        let word = if known.is_some() {
            "Another exercise…"
        } else {
            "Use as tested max for…"
        };
        let id = ui.scope_id().with("exercise");
        if let Some(exercise) = exercise_search::button_ui(ui, palette, library, word, id) {
            form.exercise = Some(exercise.id.clone());
        }
        if buttons::quiet_ui(ui, "Close").clicked() {
            answer = DialogResponse::Close;
        }
    });
    answer
}
