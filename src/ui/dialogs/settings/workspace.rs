//! The part of the settings page about the coach: name, logo, and where strength for the legs belongs.

use egui::Ui;

use crate::domain::{Policy, WorkspaceSettings};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::dialogs::athlete::fields::{fields_row, labelled};
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, field::Field};

/// Longer names are no names.
const LONGEST_NAME: usize = 120;

/// Draws the part.
pub(super) fn workspace_ui(
    ui: &mut Ui,
    palette: &Palette,
    settings: &WorkspaceSettings,
    actions: &mut Actions,
) {
    fields_row(ui, |ui| {
        labelled(ui, "Coach’s name", |ui| {
            let id = ui.scope_id().with("coach");
            let field = Field::line("Coach’s name", 220.0).hint("stands on printed sheets");
            let parse = |typed: &str| {
                let name = typed.trim();
                if name.chars().count() > LONGEST_NAME {
                    return Err("That is too long for a name".to_owned());
                }
                Ok(name.to_owned())
            };
            if let Some(coach) = field.ui(ui, palette, id, &settings.coach, parse) {
                change(settings, "Change the coach’s name", actions, |new| {
                    new.coach = coach;
                });
            }
        });
        labelled(ui, "Logo on printed sheets", |ui| {
            ui.horizontal(|ui| logo_ui(ui, palette, settings, actions));
        });
    });
    fields_row(ui, |ui| {
        labelled(ui, "Leg training on", |ui| {
            let choices: Vec<_> = Policy::ALL.iter().map(|it| (*it, it.label())).collect();
            let current = settings.policy.unwrap_or_default();
            let chosen = buttons::choice_ui(ui, "Leg training on", &choices, current, 240.0);
            if let Some(policy) = chosen {
                change(settings, "Change days of leg training", actions, |new| {
                    new.policy = Some(policy);
                });
            }
        });
        labelled(ui, "All rules", |ui| {
            if buttons::quiet_ui(ui, "Rules and why…").clicked() {
                actions.command(Command::Rules);
            }
        });
    });
}

fn logo_ui(ui: &mut Ui, palette: &Palette, settings: &WorkspaceSettings, actions: &mut Actions) {
    if settings.logo.is_empty() {
        if buttons::quiet_ui(ui, "Choose logo…").clicked() {
            actions.push(Action::AskLogo);
        }
        return;
    }
    let name = text(&settings.logo, 13.0, Weight::Regular).color(palette.text_soft);
    ui.label(name);
    if buttons::small_ui(ui, "Change logo…").clicked() {
        actions.push(Action::AskLogo);
    }
    if buttons::small_ui(ui, "Remove logo").clicked() {
        change(settings, "Remove the logo", actions, |new| new.logo.clear());
    }
}

/// Adds an undo step that changes the settings.
fn change(
    settings: &WorkspaceSettings,
    label: &str,
    actions: &mut Actions,
    set: impl FnOnce(&mut WorkspaceSettings),
) {
    let mut new = settings.clone();
    set(&mut new);
    let edit = WorkspaceEdit::Settings(Box::new(new));
    actions.push(Action::Apply(Transaction::new(label, edit)));
}
