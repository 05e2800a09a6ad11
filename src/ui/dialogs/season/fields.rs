//! What is asked for: the race, the athlete's life, the running and the strength. A bad value says why where it stands.

use egui::{Id, Label, Ui};

use crate::domain::{Level, Meters, Policy, ProgramId, RaceId, RacePriority, Week};
use crate::library::Library;
use crate::rules::Severity;
use crate::season::{Existing, MOST_STRENGTH, RequestField};
use crate::ui::format;
use crate::ui::inspector::quantities;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::field::{Field, frame_refused};
use crate::ui::widgets::{aside, buttons, line::line_ui, segments};

use super::super::athlete::fields::{fields_row, labelled, section};
use super::super::athlete::races::parse_distance;
use super::super::athlete::week;
use super::super::dates::{date_text, parse_date};
use super::form::SeasonForm;
use super::prefill;

pub(super) fn fields_ui(
    ui: &mut Ui,
    palette: &'static Palette,
    library: &Library,
    form: &mut SeasonForm,
) {
    ui.spacing_mut().item_spacing.y = 7.0;
    race_ui(ui, palette, form);
    running_ui(ui, palette, form);
    strength_ui(ui, palette, library, form);
    days_ui(ui, palette, form);
    if form.has_plans && form.follows.is_none() {
        existing_ui(ui, palette, form);
    }
}

/// Marks the field of a part that is refused.
fn mark_ui(ui: &Ui, form: &SeasonForm, part: RequestField, id: Id) {
    let field = ui.ctx().read_response(id);
    if let Some(field) = field.filter(|_| form.refusal(part).is_some()) {
        frame_refused(ui, field.rect);
    }
}

/// Why a part is refused, below what was typed.
fn refusal_ui(ui: &mut Ui, palette: &Palette, form: &SeasonForm, parts: &[RequestField]) {
    for message in parts.iter().filter_map(|part| form.refusal(*part)) {
        let color = palette.severity(Severity::Conflict);
        ui.add(Label::new(text(message, 11.0, Weight::Regular).color(color)).wrap());
    }
}

fn race_ui(ui: &mut Ui, palette: &Palette, form: &mut SeasonForm) {
    ui.label(text("The race", 13.0, Weight::SemiBold));
    fields_row(ui, |ui| {
        if !form.races.is_empty() {
            labelled(ui, "Race", |ui| choose_race_ui(ui, form));
        }
        labelled(ui, "Name", |ui| {
            let response = line_ui(ui, "Race name", &mut form.request.race.name, 150.0);
            if !std::mem::replace(&mut form.focused, true) {
                response.request_focus();
            }
        });
        labelled(ui, "Date", |ui| {
            let (id, shown) = (
                ui.scope_id().with("date"),
                date_text(form.request.race.date),
            );
            let today = form.today;
            let field = Field::line("Race date", 104.0);
            if let Some(date) = field.ui(ui, palette, id, &shown, |typed| parse_date(typed, today))
            {
                form.request.race.date = date;
                begin_in_reach(form);
            }
            mark_ui(ui, form, RequestField::RaceDate, id);
        });
        labelled(ui, "Distance", |ui| {
            let (id, units) = (ui.scope_id().with("distance"), form.units);
            let shown = form
                .request
                .race
                .distance
                .map(|far| quantities::distance_text(far, units));
            let field = Field::line("Race distance", 74.0).hint("half");
            let parse = |typed: &str| parse_distance(typed, units);
            let typed = field.ui(ui, palette, id, &shown.unwrap_or_default(), parse);
            if let Some(distance) = typed {
                form.request.race.distance = distance;
            }
            mark_ui(ui, form, RequestField::RaceDistance, id);
        });
        labelled(ui, "Priority", |ui| {
            let choices = [
                (RacePriority::A, "A"),
                (RacePriority::B, "B"),
                (RacePriority::C, "C"),
            ];
            let current = form.request.race.priority;
            if let Some(priority) = buttons::choice_ui(ui, "Race priority", &choices, current, 40.0)
            {
                form.request.race.priority = priority;
            }
        });
    });
    refusal_ui(
        ui,
        palette,
        form,
        &[RequestField::RaceDate, RequestField::RaceDistance],
    );
}

/// A race of the athlete's, or a new one.
fn choose_race_ui(ui: &mut Ui, form: &mut SeasonForm) {
    let known: Vec<(Option<RaceId>, &str)> = form
        .races
        .iter()
        .map(|race| (Some(race.id), race.name.as_str()))
        .chain([(None, "Another race…")])
        .collect();
    let current =
        Some(form.request.race.id).filter(|id| form.races.iter().any(|race| race.id == *id));
    let Some(choice) = buttons::choice_ui(ui, "Race to build for", &known, current, 120.0) else {
        return;
    };
    let chosen = form
        .races
        .iter()
        .find(|race| Some(race.id) == choice)
        .cloned();
    form.request.race = chosen.unwrap_or_else(|| prefill::new_race(form.today));
    begin_in_reach(form);
}

/// A season has an end: for a race far away it begins later.
fn begin_in_reach(form: &mut SeasonForm) {
    let earliest = prefill::earliest(&form.request.race, form.week_start);
    form.request.start = form.request.start.max(earliest);
}

fn running_ui(ui: &mut Ui, palette: &Palette, form: &mut SeasonForm) {
    section(ui, "Running now");
    fields_row(ui, |ui| {
        let units = form.units;
        let rows = [
            (
                "Weekly distance",
                "Current weekly distance",
                RequestField::Weekly,
            ),
            (
                "Longest recent run",
                "Longest recent run",
                RequestField::Longest,
            ),
        ];
        for (word, name, part) in rows {
            labelled(ui, word, |ui| {
                let request = &mut form.request;
                let value = match part {
                    RequestField::Weekly => &mut request.weekly,
                    _ => &mut request.longest,
                };
                let id = distance_ui(ui, palette, name, value, units);
                mark_ui(ui, form, part, id);
            });
        }
        let request = &mut form.request;
        labelled(ui, "Runs a week", |ui| {
            let choices = [
                (1, "1"),
                (2, "2"),
                (3, "3"),
                (4, "4"),
                (5, "5"),
                (6, "6"),
                (7, "7"),
            ];
            if let Some(runs) = buttons::choice_ui(ui, "Runs a week", &choices, request.runs, 48.0)
            {
                request.runs = runs;
            }
        });
        labelled(ui, "First week", |ui| {
            let first = Week::of(form.request.start, form.week_start).first();
            let (id, today) = (ui.scope_id().with("start"), form.today);
            let field = Field::line("First week", 104.0);
            let typed = field.ui(ui, palette, id, &date_text(first), |typed| {
                parse_date(typed, today)
            });
            if let Some(date) = typed {
                form.request.start = date;
            }
            mark_ui(ui, form, RequestField::Start, id);
        });
    });
    refusal_ui(
        ui,
        palette,
        form,
        &[
            RequestField::Weekly,
            RequestField::Longest,
            RequestField::Runs,
            RequestField::Start,
        ],
    );
}

fn distance_ui(
    ui: &mut Ui,
    palette: &Palette,
    name: &str,
    value: &mut Meters,
    units: crate::domain::Units,
) -> Id {
    let id = ui.scope_id().with(name);
    let shown = quantities::distance_text(*value, units);
    let field = Field::line(name, 92.0).hint(format::distance_unit(units));
    let parse =
        |typed: &str| quantities::optional(typed, |typed| quantities::distance(typed, units));
    if let Some(typed) = field.ui(ui, palette, id, &shown, parse) {
        *value = typed.unwrap_or(Meters::new(0.0));
    }
    id
}

fn strength_ui(ui: &mut Ui, palette: &Palette, library: &Library, form: &mut SeasonForm) {
    section(ui, "Strength");
    fields_row(ui, |ui| {
        labelled(ui, "Program", |ui| program_ui(ui, library, form));
        labelled(ui, "Sessions a week", |ui| {
            let words = ["none", "1", "2", "3"];
            let choices: Vec<(u32, &str)> = (0..=MOST_STRENGTH).zip(words).collect();
            let current = form.request.strength;
            if let Some(n) = buttons::choice_ui(ui, "Strength a week", &choices, current, 60.0) {
                form.request.strength = n;
            }
        });
        labelled(ui, "Lifting level", |ui| {
            let choices: Vec<_> = Level::ALL
                .iter()
                .map(|level| (*level, level.label()))
                .collect();
            let current = form.request.level;
            if let Some(level) = buttons::choice_ui(ui, "Lifting level", &choices, current, 104.0) {
                form.request.level = level;
            }
        });
        labelled(ui, "Leg training on", |ui| {
            let choices: Vec<_> = Policy::ALL
                .iter()
                .map(|policy| (*policy, policy.label()))
                .collect();
            let current = form.request.policy;
            if let Some(policy) =
                buttons::choice_ui(ui, "Leg training on", &choices, current, 196.0)
            {
                form.request.policy = policy;
            }
        });
    });
    refusal_ui(ui, palette, form, &[RequestField::Strength]);
    let chosen = form
        .request
        .program
        .as_ref()
        .and_then(|id| library.program(id));
    if let Some(program) = chosen.filter(|program| !program.summary.is_empty()) {
        aside::soft_ui(ui, palette, 11.0, &program.summary);
    }
}

fn program_ui(ui: &mut Ui, library: &Library, form: &mut SeasonForm) {
    let programs = library.programs();
    let place = |id: &ProgramId| programs.iter().position(|program| program.id == *id);
    let current = form.request.program.as_ref().and_then(place);
    let named = programs
        .iter()
        .enumerate()
        .map(|(place, program)| (Some(place), program.name.as_str()));
    let choices: Vec<_> = std::iter::once((None, "Runs only")).chain(named).collect();
    if let Some(choice) = buttons::choice_ui(ui, "Strength program", &choices, current, 168.0) {
        let chosen = choice.and_then(|place| programs.get(place));
        form.request.program = chosen.map(|program| program.id.clone());
    }
}

fn days_ui(ui: &mut Ui, palette: &Palette, form: &mut SeasonForm) {
    section(ui, "Days and minutes");
    let first = form.week_start;
    week::days_ui(ui, palette, &mut form.request.availability.week, first);
    refusal_ui(ui, palette, form, &[RequestField::Days]);
    labelled(ui, "Own equipment", |ui| {
        week::chips_ui(ui, palette, &mut form.request.equipment);
    });
}

/// What to do with what is planned in these weeks already.
fn existing_ui(ui: &mut Ui, palette: &Palette, form: &mut SeasonForm) {
    labelled(ui, "Sessions planned in these weeks", |ui| {
        let choices = [
            (Existing::Replace, "Replace them"),
            (Existing::Keep, "Build around them"),
        ];
        if let Some(choice) = segments::segments_ui(ui, palette, &choices, form.request.existing) {
            form.request.existing = choice;
        }
    });
}
