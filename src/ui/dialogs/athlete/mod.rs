//! The athlete's page: who they are and in which units they think; its other parts stand beside this file.

mod anchors;
mod away;
pub(super) mod fields;
mod health;
mod lifting;
pub(super) mod races;
pub(super) mod week;

use std::sync::Arc;

use chrono::{NaiveDate, Weekday};
use egui::{Role, TextEdit, Ui, WidgetInfo};
use uuid::Uuid;

use crate::domain::{Athlete, AthleteId, DistanceUnit, Level, MassUnit, Policy, Priority, Profile};
use crate::edit::{Edit, Transaction, WorkspaceEdit};
use crate::library::Library;
use crate::merge::edited_profile;
use crate::ui::action::{Action, Actions};
use crate::ui::help::Topic;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, field, line::line_ui, scrolling};

use crate::ui::dialogs::dialog::{DialogContext, DialogForm, DialogResponse};
use crate::ui::dialogs::host;
use fields::{ProfileFields, fields_row, labelled, section};

/// The dialog's state: a profile that is not yet the athlete's.
#[derive(Debug, Clone)]
pub struct AthleteForm {
    /// Whose page it is; `None` for a new athlete.
    pub id: Option<AthleteId>,
    /// The profile as typed so far.
    pub profile: Profile,
    /// The current day, from which races are counted.
    pub today: NaiveDate,
    /// The athlete's profile when the page last looked, as it is stored.
    known: Profile,
    /// The profile when the page was opened.
    before: Profile,
    /// Unlike that of any other opening, so that no field finds what was typed into an earlier page.
    opening: Uuid,
    /// The first field has had the focus.
    focused: bool,
}

impl AthleteForm {
    /// A page for a new athlete, who begins with this profile.
    pub fn new(profile: Profile, today: NaiveDate) -> Self {
        Self::opened(None, profile, today)
    }

    /// The page of an athlete.
    pub fn of(athlete: &Athlete, today: NaiveDate) -> Self {
        Self::opened(Some(athlete.id), athlete.profile.clone(), today)
    }

    /// Whose page it is; `None` for somebody who is to be added.
    pub fn athlete(&self) -> Option<AthleteId> {
        self.id
    }

    /// Takes in what has become of the athlete since the page was opened, so that saving it does not undo that.
    pub fn follow(&mut self, athlete: &Athlete) {
        if athlete.profile != self.known {
            self.profile = edited_profile(&self.before, &self.profile, &athlete.profile);
            self.before = athlete.profile.clone();
            self.known = athlete.profile.clone();
        }
    }

    /// True when something was typed that closing the page would lose.
    pub fn is_changed(&self) -> bool {
        self.profile != self.before
    }

    fn opened(id: Option<AthleteId>, mut profile: Profile, today: NaiveDate) -> Self {
        let known = profile.clone();
        // The next race first, and those that are run behind, the latest first.
        profile.races.sort_by_key(|race| {
            let days = (race.date - today).num_days();
            (days < 0, days.abs())
        });
        Self {
            id,
            known,
            before: profile.clone(),
            profile,
            today,
            opening: Uuid::new_v4(),
            focused: false,
        }
    }
}

impl DialogForm for AthleteForm {
    fn id(&self) -> &'static str {
        "athlete dialog"
    }

    fn topic(&self) -> Topic {
        Topic::FirstWeek
    }

    fn is_changed(&self) -> bool {
        self.profile != self.before
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        let palette = context.palette;
        let library = context.library;
        let actions = context.actions;
        ui.set_width(host::width(ui, 740.0));
        let title = if self.id.is_some() {
            "Athlete"
        } else {
            "New athlete"
        };
        host::title_ui(ui, title);
        let ((), refusals) = field::refusals_of(ui, |ui| {
            host::body(ui, host::tall(ui, 660.0), |ui, height| {
                scrolling::list(height)
                    // Each opening begins at the top, wherever the one before was left.
                    .id_salt(self.opening)
                    .auto_shrink([false, false])
                    .show(ui, |ui| {
                        ui.push_id(self.opening, |ui| parts_ui(ui, palette, library, self));
                    });
            });
        });
        ui.add_space(6.0);
        buttons_ui(ui, palette, self, refusals, actions)
    }
}

fn parts_ui(ui: &mut Ui, palette: &'static Palette, library: &Library, form: &mut AthleteForm) {
    ui.spacing_mut().item_spacing.y = 8.0;
    identity_ui(ui, form);
    let mut part = ProfileFields {
        profile: &mut form.profile,
        library,
        today: form.today,
        palette,
    };
    week::week_ui(ui, &mut part);
    away::away_ui(ui, &mut part);
    races::races_ui(ui, &mut part);
    anchors::anchors_ui(ui, &mut part);
    lifting::lifting_ui(ui, &mut part);
    health::health_ui(ui, &mut part);
    section(ui, "Notes");
    let notes = TextEdit::multiline(&mut form.profile.notes)
        .desired_rows(2)
        .desired_width(f32::INFINITY);
    let response = ui.add(notes);
    response.widget_info(|| WidgetInfo::labeled(Role::MultilineTextInput, true, "Notes"));
}

fn buttons_ui(
    ui: &mut Ui,
    palette: &Palette,
    form: &mut AthleteForm,
    refusals: u32,
    actions: &mut Actions,
) -> DialogResponse {
    let mut answer = DialogResponse::Open;
    host::foot_ui(ui, |ui| {
        let problem = if form.profile.name.trim().is_empty() {
            Some("Give the athlete a name")
        } else if refusals > 0 {
            Some(field::CORRECT_FIRST)
        } else {
            None
        };
        let verb = if form.id.is_some() {
            "Save"
        } else {
            "Add athlete"
        };
        let save = ui
            .add_enabled_ui(problem.is_none(), |ui| {
                buttons::primary_ui(ui, palette, verb)
            })
            .inner;
        if save.clicked() {
            submit(form, actions);
            answer = DialogResponse::Close;
        }
        if buttons::quiet_ui(ui, "Cancel").clicked() {
            answer = DialogResponse::Close;
        }
        if let Some(problem) = problem {
            ui.label(text(problem, 12.0, Weight::Regular).color(palette.text_soft));
        }
        let Some(id) = form.id else { return };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if buttons::small_ui(ui, "Delete athlete").clicked() {
                let label = format!("Delete {}", form.profile.name);
                actions.delete(label, WorkspaceEdit::RemoveAthlete(id));
                answer = DialogResponse::Close;
            }
        });
    });
    answer
}

fn submit(form: &mut AthleteForm, actions: &mut Actions) {
    form.profile.name = form.profile.name.trim().to_owned();
    form.profile.races.sort_by_key(|race| race.date);
    // Drop maxes without a number.
    form.profile.tested_maxes.retain(|max| max.kg.kg() > 0.0);
    let name = form.profile.name.clone();
    if let Some(id) = form.id {
        if !form.is_changed() {
            return;
        }
        let profile = Edit::Profile(Box::new(form.profile.clone()));
        actions.edit(format!("Change {name}"), id, vec![profile]);
        return;
    }
    let id = AthleteId(Uuid::new_v4());
    let athlete = Arc::new(Athlete::new(id, form.profile.clone()));
    let edit = WorkspaceEdit::PutAthlete(athlete);
    actions.push(Action::Apply(Transaction::new(format!("Add {name}"), edit)));
    actions.push(Action::ShowAthlete(id));
}

fn identity_ui(ui: &mut Ui, form: &mut AthleteForm) {
    let profile = &mut form.profile;
    fields_row(ui, |ui| {
        labelled(ui, "Name", |ui| {
            let response = line_ui(ui, "Name", &mut profile.name, 220.0);
            if !std::mem::replace(&mut form.focused, true) {
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
    fields_row(ui, |ui| {
        labelled(ui, "Lifting level", |ui| {
            let choices: Vec<_> = Level::ALL.iter().map(|v| (*v, v.label())).collect();
            if let Some(level) =
                buttons::choice_ui(ui, "Lifting level", &choices, profile.level, 110.0)
            {
                profile.level = level;
            }
        });
        labelled(ui, "Leg training on", |ui| {
            let usual = std::iter::once((None, "As in the workspace"));
            let own = Policy::ALL.iter().map(|v| (Some(*v), v.label()));
            let choices: Vec<_> = usual.chain(own).collect();
            if let Some(policy) =
                buttons::choice_ui(ui, "Leg training on", &choices, profile.policy, 220.0)
            {
                profile.policy = policy;
            }
        });
        labelled(ui, "Priority", |ui| {
            let choices: Vec<_> = Priority::ALL.iter().map(|v| (*v, v.label())).collect();
            let current = profile.priority;
            if let Some(priority) = buttons::choice_ui(ui, "Priority", &choices, current, 90.0) {
                profile.priority = priority;
            }
        });
        labelled(ui, "Strength sessions a week", |ui| {
            let drag = egui::DragValue::new(&mut profile.strength_target).range(0..=7);
            ui.add(drag).widget_info(|| {
                WidgetInfo::labeled(Role::SpinButton, true, "Strength sessions a week")
            });
        });
    });
}
