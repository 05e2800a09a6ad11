//! The calculator of maxima: six estimates from one set, the loads that follow, and a tested maximum made of them.

use egui::{Frame, Grid, Label, Stroke, Ui, vec2};

use crate::domain::{
    Athlete, AthleteId, ExerciseId, Kilograms, OneRmFormula, Profile, SetKind, SetLog, TestedMax,
    Units,
};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::library::Library;
use crate::load::{self, OneRm, Reliability};
use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::inspector::quantities;
use crate::ui::theme::{CARD_RADIUS, Palette, Weight, text};
use crate::ui::widgets::{buttons, exercise_search, field::Field};

use super::dialog::{DialogContext, DialogForm, DialogResponse};

/// Exertions of the table of loads.
const EXERTIONS: [f64; 4] = [10.0, 9.0, 8.0, 7.0];
/// Repetitions of the table of loads.
const MOST_REPS: u32 = 10;

/// The dialog's state: a set, and whom it is about.
#[derive(Debug, Clone)]
pub struct MaxForm {
    athlete: AthleteId,
    profile: Box<Profile>,
    today: chrono::NaiveDate,
    exercise: Option<ExerciseId>,
    kg: Kilograms,
    reps: u32,
    rir: f64,
    /// The first field still has to get the keyboard.
    fresh: bool,
}

impl MaxForm {
    /// A calculator for an athlete. It begins with the last set of the exercise, where there is one.
    pub fn new(athlete: &Athlete, today: chrono::NaiveDate, exercise: Option<ExerciseId>) -> Self {
        let set = exercise.as_ref().and_then(|id| last_set(athlete, id));
        let reps = set.and_then(SetLog::completed_reps);
        Self {
            athlete: athlete.id,
            profile: Box::new(athlete.profile.clone()),
            today,
            exercise,
            kg: set.and_then(|set| set.kg).unwrap_or(Kilograms::new(60.0)),
            reps: reps.filter(|reps| *reps > 0).unwrap_or(5),
            rir: set.and_then(|set| set.rir).unwrap_or(0.0),
            fresh: true,
        }
    }

    fn units(&self) -> Units {
        self.profile.units
    }

    fn estimate(&self, formula: OneRmFormula) -> Option<OneRm> {
        formula.estimate(self.kg, f64::from(self.reps) + self.rir)
    }

    /// The estimate by the chosen formula, to what the plates make in practice: half a kilogram, or a pound.
    fn maximum(&self) -> Option<Kilograms> {
        let kg = self.estimate(self.profile.one_rm_formula)?.kg;
        Some(match self.units().mass {
            crate::domain::MassUnit::Kg => Kilograms::new((kg.kg() * 2.0).round() / 2.0),
            crate::domain::MassUnit::Pounds => Kilograms::from_pounds(kg.pounds().round()),
        })
    }
}

/// The heaviest working set of the last time an exercise was done with a load.
fn last_set<'a>(athlete: &'a Athlete, exercise: &ExerciseId) -> Option<&'a SetLog> {
    let logs = athlete.sessions.all().iter().rev();
    let mut done = logs
        .filter(|session| session.status.is_trained())
        .filter_map(|session| session.log.as_ref())
        .flat_map(|log| &log.exercises)
        .filter(|done| done.exercise == *exercise);
    done.find_map(|done| {
        let loaded = done.sets.iter().filter(|set| {
            set.kind == SetKind::Working && set.reps.is_some_and(|reps| (1..=12).contains(&reps))
        });
        let loaded = loaded.filter(|set| set.kg.is_some_and(|kg| kg.kg() > 0.0));
        loaded.max_by(|a, b| {
            let kg = |set: &SetLog| set.kg.unwrap_or_default().kg();
            kg(a).total_cmp(&kg(b))
        })
    })
}

impl DialogForm for MaxForm {
    fn id(&self) -> &'static str {
        "calculator dialog"
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let library = context.library;
        let actions = context.actions;
        ui.set_width(500.0);
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.label(text("1RM calculator", 15.0, Weight::SemiBold));
        let hint = format!(
            "From a set of {}: what could be lifted once, and the loads that follow.",
            self.profile.name
        );
        ui.add(Label::new(text(hint, 12.0, Weight::Regular).color(palette.text_soft)).wrap());
        set_ui(ui, palette, self);
        estimates_ui(ui, palette, self, actions);
        loads_ui(ui, palette, self);
        ui.add_space(4.0);
        use_ui(ui, palette, library, self, actions)
    }
}

/// The set: load, repetitions, and what was left in reserve.
fn set_ui(ui: &mut Ui, palette: &Palette, form: &mut MaxForm) {
    let units = form.units();
    let id = ui.scope_id();
    ui.columns_const::<3, _>(|[left, middle, right]| {
        let shown = format::mass(form.kg, units);
        let parse = |typed: &str| lifted(quantities::mass(typed, units)?);
        let weight = id.with("weight");
        if let Some(kg) = labelled(left, palette, "Weight lifted", weight, &shown, parse) {
            form.kg = kg;
        }
        let shown = form.reps.to_string();
        let reps = id.with("reps");
        if let Some(reps) = labelled(middle, palette, "Reps", reps, &shown, reps_of) {
            form.reps = reps;
        }
        let shown = format::number(form.rir, 1);
        let rir = id.with("rir");
        if let Some(rir) = labelled(right, palette, "Reps in reserve", rir, &shown, rir_of) {
            form.rir = rir;
        }
    });
    if std::mem::take(&mut form.fresh) {
        ui.memory_mut(|memory| memory.request_focus(id.with("weight")));
    }
}

fn labelled<T>(
    ui: &mut Ui,
    palette: &Palette,
    name: &str,
    id: egui::Id,
    shown: &str,
    parse: impl FnOnce(&str) -> Result<T, String>,
) -> Option<T> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.label(text(name, 11.0, Weight::Regular).color(palette.text_faint));
        Field::line(name, ui.available_width()).ui(ui, palette, id, shown, parse)
    })
    .inner
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

/// A card for each formula; the one the athlete's maxima go by is marked, a click chooses another.
fn estimates_ui(ui: &mut Ui, palette: &Palette, form: &mut MaxForm, actions: &mut Actions) {
    let estimate = form.estimate(form.profile.one_rm_formula);
    if estimate.is_none() {
        let line = "More than 12 repetitions, reserve included: no formula is valid there.";
        let line = text(line, 12.0, Weight::Medium).color(palette.text_soft);
        ui.add(Label::new(line).wrap());
        return;
    }
    let mut chosen = None;
    let width = (ui.available_width() - 2.0 * 8.0) / 3.0;
    for row in OneRmFormula::ALL.chunks(3) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            for formula in row {
                if estimate_ui(ui, palette, form, *formula, width) {
                    chosen = Some(*formula);
                }
            }
        });
    }
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
    palette: &Palette,
    form: &MaxForm,
    formula: OneRmFormula,
    width: f32,
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
    let button = egui::Button::new(job)
        .fill(fill)
        .stroke(Stroke::new(1.0, line))
        .corner_radius(CARD_RADIUS)
        .min_size(vec2(width, 46.0));
    let response = ui.add(button);
    let name = format!("{} {shown}", formula.name());
    response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, on, &name));
    response
        .on_hover_text("The formula used for this athlete's maxima")
        .clicked()
}

/// The load for each number of repetitions at each exertion, with its percentage of the maximum.
fn loads_ui(ui: &mut Ui, palette: &Palette, form: &MaxForm) {
    let Some(max) = form.maximum() else { return };
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
                        ui.label(text(cell(form, max, reps, exertion), 12.0, Weight::Regular));
                    }
                    ui.end_row();
                }
            });
    });
}

fn cell(form: &MaxForm, max: Kilograms, reps: u32, exertion: f64) -> String {
    let percent = load::percent_of_max(reps, exertion);
    let kg = load::load_for(max, reps, exertion);
    percent.zip(kg).map_or_else(
        || "–".to_owned(),
        |(percent, kg)| {
            let kg = Kilograms::new((kg.kg() * 2.0).round() / 2.0);
            format!("{} · {percent:.0} %", format::mass(kg, form.units()))
        },
    )
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
    ui.horizontal_wrapped(|ui| {
        let known = form.exercise.as_ref().and_then(|id| library.exercise(id));
        if let (Some(exercise), Some(max)) = (known, form.maximum()) {
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

fn push(form: &MaxForm, label: String, actions: &mut Actions) {
    let edit = Edit::Profile(form.profile.clone());
    let edit = WorkspaceEdit::Athlete(form.athlete, vec![edit]);
    actions.push(Action::Apply(Transaction::new(label, edit)));
}
