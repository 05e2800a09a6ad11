//! The part of the settings page about this computer: how the screen looks, paper, and where files go.

use egui::{Role, ThemePreference, Ui, WidgetInfo};

use crate::domain::{DateStyle, Paper};
use crate::ui::action::{Action, Actions};
use crate::ui::command::Command;
use crate::ui::dialogs::athlete::fields::{fields_row, labelled};
use crate::ui::preferred::{Motion, Preferred};
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{buttons, check};

use super::state::soft_ui;

/// What “Follow system” comes to where the system has nothing to say, as most Linux desktops: see `theme::install`.
const NO_SYSTEM_THEME: &str =
    "This system does not say which theme it has, so that “Follow system” is light.";

/// Sizes to choose from, in percent.
const ZOOMS: [u16; 9] = [75, 90, 100, 110, 125, 150, 175, 200, 250];

/// Draws the part.
pub(super) fn computer_ui(
    ui: &mut Ui,
    palette: &Palette,
    preferred: &Preferred,
    actions: &mut Actions,
) {
    let mut new = preferred.clone();
    fields_row(ui, |ui| {
        labelled(ui, "Theme", |ui| {
            let choices = [
                (ThemePreference::System, "Follow system"),
                (ThemePreference::Light, "Light"),
                (ThemePreference::Dark, "Dark"),
            ];
            let chosen = buttons::choice_ui(ui, "Theme", &choices, new.theme, 120.0);
            new.theme = chosen.unwrap_or(new.theme);
        });
        labelled(ui, "Zoom", |ui| zoom_ui(ui, &mut new));
        labelled(ui, "Dates", |ui| {
            let chosen = buttons::choice_ui(ui, "Dates", &DateStyle::ALL, new.dates, 120.0);
            new.dates = chosen.unwrap_or(new.dates);
        });
        labelled(ui, "Paper", |ui| {
            let choices = [(Paper::A4, "A4"), (Paper::Letter, "Letter")];
            let chosen = buttons::choice_ui(ui, "Paper", &choices, new.paper, 80.0);
            new.paper = chosen.unwrap_or(new.paper);
        });
    });
    if new.theme == ThemePreference::System && ui.ctx().system_theme().is_none() {
        soft_ui(ui, palette, NO_SYSTEM_THEME);
    }
    if let Some(words) = held_back(ui.ctx().zoom_factor(), preferred.zoom) {
        soft_ui(ui, palette, &words);
    }
    let label = "Reduce motion: nothing slides or fades";
    let mut reduced = new.motion == Motion::Reduced;
    let response = check::check_ui(ui, &mut reduced, text(label, 13.0, Weight::Regular));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, reduced, label));
    if response.changed() {
        new.motion = if reduced {
            Motion::Reduced
        } else {
            Motion::Usual
        };
    }
    fields_row(ui, |ui| {
        labelled(ui, "Keyboard", |ui| {
            if buttons::quiet_ui(ui, Command::ChangeShortcuts.text()).clicked() {
                actions.command(Command::ChangeShortcuts);
            }
        });
        labelled(ui, "Folder for files", |ui| {
            folder_ui(ui, &mut new, actions);
        });
    });
    let folder = match &new.folder {
        Some(folder) => folder.display().to_string(),
        None => "Documents".to_owned(),
    };
    let words = format!(
        "Prints, exports and new workspaces are saved in {folder} unless you choose another folder, and files to bring in \
         are looked for there."
    );
    soft_ui(ui, palette, &words);
    if new != *preferred {
        actions.push(Action::Prefer(Box::new(new)));
    }
}

fn zoom_ui(ui: &mut Ui, new: &mut Preferred) {
    let current = (new.zoom * 100.0).round() as u16;
    let mut percents = ZOOMS.to_vec();
    // By keyboard, zoom may be set to a value in between.
    if !percents.contains(&current) {
        percents.push(current);
        percents.sort_unstable();
    }
    let labels: Vec<_> = percents.iter().map(|it| (*it, format!("{it} %"))).collect();
    let choices: Vec<_> = labels
        .iter()
        .map(|(it, label)| (*it, label.as_str()))
        .collect();
    if let Some(percent) = buttons::choice_ui(ui, "Zoom", &choices, current, 80.0) {
        new.zoom = f32::from(percent) / 100.0;
    }
}

/// Says of a zoom that the window has no room for at what it is drawn, both 1.0 for the actual size.
fn held_back(drawn: f32, wanted: f32) -> Option<String> {
    let percent = |zoom: f32| (zoom * 100.0).round();
    (percent(drawn) < percent(wanted)).then(|| {
        format!(
            "This window has room for {} %; in a larger one everything is drawn at {} %.",
            percent(drawn),
            percent(wanted)
        )
    })
}

fn folder_ui(ui: &mut Ui, new: &mut Preferred, actions: &mut Actions) {
    ui.horizontal(|ui| {
        if buttons::quiet_ui(ui, "Choose folder…").clicked() {
            actions.push(Action::AskDefaultFolder);
        }
        if new.folder.is_some() && buttons::quiet_ui(ui, "Back to Documents").clicked() {
            new.folder = None;
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zoom_without_room_says_at_what_it_is_drawn() {
        let said = held_back(1.111, 1.5).unwrap();
        assert!(
            said.starts_with("This window has room for 111 %;"),
            "{said}"
        );
        assert_eq!(held_back(1.5, 1.5), None);
        assert_eq!(held_back(1.499_9, 1.5), None);
    }
}
