//! The athlete's page: who they are, in which units they think, and their races.

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime, Weekday};
use egui::{ComboBox, Role, ScrollArea, TextEdit, Ui, WidgetInfo};
use uuid::Uuid;

use crate::domain::{
    Athlete, AthleteId, DistanceUnit, Level, MassUnit, Meters, Policy, Priority, Profile, Race,
    RaceId, RacePriority, Units,
};
use crate::edit::{Edit, Step, WorkspaceEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::format;
use crate::ui::theme::{Palette, Weight, icons, text};
use crate::ui::widgets::{buttons, field::Field};

use super::{Answer, athlete_training};

/// The dialog's state: a profile that is not yet the athlete's.
#[derive(Debug, Clone)]
pub struct AthleteForm {
    /// Whose page it is; `None` for a new athlete.
    pub id: Option<AthleteId>,
    /// The profile as typed so far.
    pub profile: Profile,
    /// The current day, from which races are counted.
    pub today: NaiveDate,
}

impl AthleteForm {
    /// A page for a new athlete, in the units of the one shown now.
    pub fn new(units: Units, today: NaiveDate) -> Self {
        let mut profile = Profile::named("");
        profile.units = units;
        Self {
            id: None,
            profile,
            today,
        }
    }

    /// The page of an athlete.
    pub fn of(athlete: &Athlete, today: NaiveDate) -> Self {
        Self {
            id: Some(athlete.id),
            profile: athlete.profile.clone(),
            today,
        }
    }
}

pub(super) fn form_ui(
    ui: &mut Ui,
    palette: &'static Palette,
    form: &mut AthleteForm,
    actions: &mut Actions,
) -> Answer {
    ui.set_width(620.0);
    let title = if form.id.is_some() {
        "Athlete"
    } else {
        "New athlete"
    };
    ui.label(text(title, 15.0, Weight::SemiBold));
    let height = (ui.ctx().content_rect().height() - 190.0).clamp(240.0, 620.0);
    ScrollArea::vertical()
        .max_height(height)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            identity_ui(ui, form);
            athlete_training::training_ui(ui, palette, &mut form.profile);
            races_ui(ui, palette, form);
            athlete_training::anchors_ui(ui, palette, &mut form.profile);
            section(ui, "Notes");
            let notes = TextEdit::multiline(&mut form.profile.notes)
                .desired_rows(2)
                .desired_width(f32::INFINITY);
            let response = ui.add(notes);
            response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Notes"));
        });
    ui.add_space(6.0);
    buttons_ui(ui, palette, form, actions)
}

fn buttons_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &mut AthleteForm,
    actions: &mut Actions,
) -> Answer {
    let mut answer = Answer::Open;
    ui.horizontal(|ui| {
        let ready = !form.profile.name.trim().is_empty();
        let verb = if form.id.is_some() {
            "Save"
        } else {
            "Add athlete"
        };
        let save = ui
            .add_enabled_ui(ready, |ui| buttons::primary_ui(ui, palette, verb))
            .inner;
        if save
            .on_disabled_hover_text("Give the athlete a name")
            .clicked()
        {
            submit(form, actions);
            answer = Answer::Close;
        }
        if buttons::quiet_ui(ui, "Cancel").clicked() {
            answer = Answer::Close;
        }
        let Some(id) = form.id else { return };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if buttons::small_ui(ui, "Delete athlete").clicked() {
                let label = format!("Delete {}", form.profile.name);
                actions.delete(label, WorkspaceEdit::RemoveAthlete(id));
                answer = Answer::Close;
            }
        });
    });
    answer
}

fn submit(form: &mut AthleteForm, actions: &mut Actions) {
    form.profile.name = form.profile.name.trim().to_owned();
    let name = form.profile.name.clone();
    if let Some(id) = form.id {
        actions.edit(
            format!("Change {name}"),
            id,
            vec![Edit::Profile(Box::new(form.profile.clone()))],
        );
        return;
    }
    let id = AthleteId(Uuid::new_v4());
    let athlete = Arc::new(Athlete::new(id, form.profile.clone()));
    let edit = WorkspaceEdit::PutAthlete(athlete);
    actions.push(Action::Step(Step::new(format!("Add {name}"), edit)));
    actions.push(Action::ShowAthlete(id));
}

pub(super) fn section(ui: &mut Ui, title: &str) {
    ui.add_space(4.0);
    ui.label(text(title, 13.0, Weight::SemiBold));
}

/// A label above whatever stands below it.
pub(super) fn labelled<R>(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui) -> R) -> R {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.label(text(name, 11.5, Weight::Medium));
        add(ui)
    })
    .inner
}

fn identity_ui(ui: &mut Ui, form: &mut AthleteForm) {
    let profile = &mut form.profile;
    ui.horizontal_top(|ui| {
        labelled(ui, "Name", |ui| {
            let response = ui.add(TextEdit::singleline(&mut profile.name).desired_width(220.0));
            response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Name"));
            if form.id.is_none() && profile.name.is_empty() && ui.memory(|m| m.focused().is_none())
            {
                response.request_focus();
            }
        });
        labelled(ui, "Distances", |ui| {
            let choices = [
                (DistanceUnit::Km, "Kilometres"),
                (DistanceUnit::Miles, "Miles"),
            ];
            let current = profile.units.distance;
            if let Some(unit) = buttons::choice_ui(ui, "Distances", &choices, current, 100.0) {
                profile.units.distance = unit;
            }
        });
        labelled(ui, "Weights", |ui| {
            let choices = [(MassUnit::Kg, "Kilograms"), (MassUnit::Pounds, "Pounds")];
            if let Some(unit) =
                buttons::choice_ui(ui, "Weights", &choices, profile.units.mass, 100.0)
            {
                profile.units.mass = unit;
            }
        });
        labelled(ui, "Week starts", |ui| {
            let choices = [
                (Weekday::Mon, "Monday"),
                (Weekday::Sat, "Saturday"),
                (Weekday::Sun, "Sunday"),
            ];
            let current = profile.week_start;
            if let Some(day) = buttons::choice_ui(ui, "Week starts", &choices, current, 90.0) {
                profile.week_start = day;
            }
        });
    });
    ui.horizontal_top(|ui| {
        labelled(ui, "Lifting level", |ui| {
            let choices: Vec<_> = Level::ALL.iter().map(|v| (*v, v.label())).collect();
            if let Some(level) =
                buttons::choice_ui(ui, "Lifting level", &choices, profile.level, 110.0)
            {
                profile.level = level;
            }
        });
        labelled(ui, "Legs belong on", |ui| {
            let choices: Vec<_> = Policy::ALL.iter().map(|v| (*v, v.label())).collect();
            if let Some(policy) =
                buttons::choice_ui(ui, "Legs belong on", &choices, profile.policy, 220.0)
            {
                profile.policy = policy;
            }
        });
        labelled(ui, "Comes first", |ui| {
            let choices: Vec<_> = Priority::ALL.iter().map(|v| (*v, v.label())).collect();
            let current = profile.priority;
            if let Some(priority) = buttons::choice_ui(ui, "Comes first", &choices, current, 90.0) {
                profile.priority = priority;
            }
        });
        labelled(ui, "Lifts a week", |ui| {
            let drag = egui::DragValue::new(&mut profile.strength_target).range(0..=7);
            ui.add(drag)
                .widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, "Lifts a week"));
        });
    });
}

fn races_ui(ui: &mut Ui, palette: &'static Palette, form: &mut AthleteForm) {
    section(ui, "Races");
    let units = form.profile.units;
    let mut removed = None;
    for (index, race) in form.profile.races.iter_mut().enumerate() {
        ui.push_id(race.id, |ui| {
            ui.horizontal_top(|ui| {
                race_ui(ui, palette, race, units);
                if buttons::mini_icon_ui(ui, icons::DELETE, &format!("Remove {}", race.name))
                    .clicked()
                {
                    removed = Some(index);
                }
            });
        });
    }
    if let Some(index) = removed {
        form.profile.races.remove(index);
    }
    if buttons::small_ui(ui, "Add race").clicked() {
        form.profile.races.push(Race {
            id: RaceId(Uuid::new_v4()),
            date: form.today + chrono::Days::new(84),
            name: "Race".to_owned(),
            distance: Some(Meters::from_km(21.0975)),
            priority: RacePriority::A,
            target: None,
            result: None,
        });
    }
}

fn race_ui(ui: &mut Ui, palette: &Palette, race: &mut Race, units: Units) {
    let id = ui.scope_id();
    let response = ui.add(TextEdit::singleline(&mut race.name).desired_width(180.0));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Race name"));
    let date = race.date.to_string();
    let parse = |typed: &str| {
        typed
            .trim()
            .parse::<NaiveDate>()
            .map_err(|_| "A date such as 2027-01-10".to_owned())
    };
    if let Some(date) =
        Field::line("Race date", 96.0).ui(ui, palette, id.with("date"), &date, parse)
    {
        race.date = date;
    }
    let shown = race
        .distance
        .map(|d| format::distance(d, units))
        .unwrap_or_default();
    let parse = |typed: &str| parse_distance(typed, units);
    let field = Field::line("Race distance", 80.0).hint("distance");
    if let Some(distance) = field.ui(ui, palette, id.with("distance"), &shown, parse) {
        race.distance = distance;
    }
    ComboBox::from_id_salt("priority")
        .width(44.0)
        .selected_text(format!("{:?}", race.priority))
        .show_ui(ui, |ui| {
            for priority in [RacePriority::A, RacePriority::B, RacePriority::C] {
                ui.selectable_value(&mut race.priority, priority, format!("{priority:?}"));
            }
        })
        .response
        .widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, "Race priority"));
}

/// Reads a race distance in the athlete's unit; empty means not known.
fn parse_distance(typed: &str, units: Units) -> Result<Option<Meters>, String> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Ok(None);
    }
    let (number, miles) = if let Some(number) = typed.strip_suffix("km") {
        (number, false)
    } else if let Some(number) = typed.strip_suffix("mi") {
        (number, true)
    } else {
        (typed.as_str(), units.distance == DistanceUnit::Miles)
    };
    let value = number.trim().replace(',', ".").parse::<f64>().ok();
    match value.filter(|v| (0.1..=1000.0).contains(v)) {
        Some(value) => Ok(Some(if miles {
            Meters::from_miles(value)
        } else {
            Meters::from_km(value)
        })),
        None => Err("A distance such as 21.1 km, up to 1000".to_owned()),
    }
}

/// Reads a clock time.
pub(super) fn parse_time(typed: &str) -> Result<NaiveTime, String> {
    NaiveTime::parse_from_str(typed.trim(), "%H:%M").map_err(|_| "A time such as 07:00".to_owned())
}
