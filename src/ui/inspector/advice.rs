//! What the last times say about an exercise of the plan, and which rule says it.

use egui::{Role, Ui, WidgetInfo, vec2};

use crate::domain::{Advice, LoadSource, Prescription, Progression, ProgressionChoice, Reps};
use crate::edit::{Transaction, WorkspaceEdit};
use crate::load::next;
use crate::planning;
use crate::ui::action::Action;
use crate::ui::theme::{Weight, icons, text};
use crate::ui::widgets::{aside, buttons, row_keys};

use super::dose;
use super::editor::{Editor, label_ui};
use super::exercise_list::change_list;

/// Draws the advice below its row: what it set, or what it would set where the coach typed something else.
pub(super) fn advice_ui(
    ui: &mut Ui,
    editor: &mut Editor,
    row: &Prescription,
    index: usize,
    name: &str,
) {
    let Some(advice) = &row.advice else { return };
    let units = editor.units();
    let palette = editor.palette();
    let differs = !advice.load.is_unset() && advice.load != row.load;
    let load = if differs {
        format!("{} suggested: ", dose::load_text(&advice.load, units))
    } else if row.load_by == LoadSource::Suggestion {
        "Suggested: ".to_owned()
    } else {
        String::new()
    };
    let line = format!("{load}{}", sentence(row, advice));
    let color = palette.text_soft;
    ui.horizontal_wrapped(|ui| {
        aside::told_ui(ui, color, 11.0, Weight::Medium, line);
        if differs {
            let take = buttons::small_ui(ui, "Use it");
            let spoken = format!("Use the suggested load of {name}");
            take.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
            if take.clicked() {
                let load = advice.load.clone();
                let label = format!("Use suggested load of {}", name.to_lowercase());
                change_list(editor, label, |list| {
                    if let Some(row) = list.get_mut(index) {
                        row.load = load;
                        row.load_by = LoadSource::Suggestion;
                    }
                });
            }
        }
    });
}

/// The reason, and what to aim at where the reason does not end with it.
fn sentence(row: &Prescription, advice: &Advice) -> String {
    let unit = if matches!(row.reps, Reps::Hold(_)) {
        "s"
    } else {
        "reps"
    };
    let aim = advice.reps.map(|reps| format!("{reps} {unit}"));
    match aim {
        Some(aim) if !advice.reason.contains(&aim) => {
            format!("{}, begin with {aim}", advice.reason)
        }
        _ => advice.reason.clone(),
    }
}

/// The rule that says what to lift next, to be chosen.
pub(super) fn choice_ui(ui: &mut Ui, editor: &mut Editor, row: &Prescription, name: &str) {
    if editor.is_template() {
        return;
    }
    let (athlete, library) = (editor.view.athlete, editor.view.library);
    let chosen = athlete.profile.progressions.get(&row.exercise).copied();
    let usual = next::usual_rule(athlete, library, &editor.session(), &row.exercise);
    let usual = format!("Default: {}", usual.name().to_lowercase());
    let mut choices: Vec<(Option<ProgressionChoice>, &str)> = vec![(None, &usual)];
    choices.extend(Progression::ALL.map(|rule| (Some(ProgressionChoice::By(rule)), rule.name())));
    choices.push((Some(ProgressionChoice::Off), "No advice"));
    label_ui(ui, editor.palette(), "Next loads");
    if let Some(choice) = unfolding_ui(ui, editor, name, &choices, chosen) {
        let edits = planning::choose_progression(athlete, &row.exercise, choice);
        let label = format!("Change next loads of {}", name.to_lowercase());
        let edit = WorkspaceEdit::Athlete(athlete.id, edits);
        editor
            .actions
            .push(Action::Apply(Transaction::new(label, edit)));
    }
    let summary = match chosen {
        Some(ProgressionChoice::By(rule)) => rule.summary(),
        Some(ProgressionChoice::Off) => "Loads are only what the coach types",
        None => "As the program or the level says",
    };
    super::editor::faint_ui(ui, editor.palette(), summary);
}

/// A choice that unfolds in its place: a list that drops down would close the menu it stands in.
fn unfolding_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    editor: &Editor,
    name: &str,
    choices: &[(T, &str)],
    chosen: T,
) -> Option<T> {
    let id = editor.id(("next loads", name));
    let mut open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(false);
    let current = choices.iter().find(|(choice, _)| *choice == chosen);
    let shown = current.map_or("", |(_, word)| word);
    let fold = if open { icons::UNFOLDED } else { icons::FOLDED };
    let button = egui::Button::new(text(shown, 13.0, Weight::Regular))
        .right_text(icons::icon(fold, 16.0))
        .min_size(vec2(ui.available_width(), 28.0));
    let response = ui.add(button);
    let spoken = format!("Next loads of {name}");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    if response.clicked() {
        open = !open;
    }
    let mut picked = None;
    if open {
        row_keys::list_ui(ui, ("next loads", name), |ui, keys| {
            for (choice, word) in choices {
                let on = *choice == chosen;
                if keys.label_ui(ui, word, on).clicked() {
                    picked = (!on).then_some(*choice);
                    open = false;
                }
            }
        });
    }
    ui.data_mut(|data| data.insert_temp(id, open));
    picked
}
