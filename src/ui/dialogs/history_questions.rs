//! What files of other programs do not say and somebody has to: units, the order of day and month, and what the weight
//! of two dumbbells is of.

use egui::{Align, Label, Layout, Ui, vec2};

use crate::domain::{DistanceUnit, DumbbellWeight, MassUnit};
use crate::history::{Answers, DayOrder, HistoryReport, Need, PairedLoads};
use crate::ui::format::plural;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{aside, row_keys, segments};

use super::history_files::short_name;

/// How many files are named for a question; the rest is counted.
const MOST_NAMED: usize = 2;
/// How wide the names of programs are, so that their answers stand below each other.
const PROGRAM_WIDTH: f32 = 92.0;

/// The questions that these files leave open, and those that were answered. True once an answer changed.
pub(super) fn questions_ui(
    ui: &mut Ui,
    palette: &Palette,
    report: &HistoryReport,
    answers: &mut Answers,
) -> bool {
    let asked = |need: Need| report.files.iter().any(|file| file.needs.contains(&need));
    let mut changed = false;
    if asked(Need::MassUnit) || answers.mass.is_some() {
        let choices = [
            (Some(MassUnit::Kg), "kilograms"),
            (Some(MassUnit::Pounds), "pounds"),
        ];
        let question = ("Weights are in", files_with(report, Need::MassUnit));
        changed |= answered_ui(ui, palette, &question, &choices, &mut answers.mass);
    }
    if asked(Need::DistanceUnit) || answers.distance.is_some() {
        let choices = [
            (Some(DistanceUnit::Km), "kilometres"),
            (Some(DistanceUnit::Miles), "miles"),
        ];
        let question = ("Distances are in", files_with(report, Need::DistanceUnit));
        changed |= answered_ui(ui, palette, &question, &choices, &mut answers.distance);
    }
    if asked(Need::DayOrder) || answers.order != DayOrder::Unknown {
        let choices = [
            (DayOrder::DayFirst, "3 April"),
            (DayOrder::MonthFirst, "4 March"),
        ];
        let question = (
            "A date such as 03/04 is",
            files_with(report, Need::DayOrder),
        );
        changed |= answered_ui(ui, palette, &question, &choices, &mut answers.order);
    }
    changed | dumbbells_ui(ui, palette, report, answers)
}

/// What the weight of two dumbbells is of, once for each program whose files have such exercises.
fn dumbbells_ui(
    ui: &mut Ui,
    palette: &Palette,
    report: &HistoryReport,
    answers: &mut Answers,
) -> bool {
    let paired = paired_programs(report);
    if paired.is_empty() {
        return false;
    }
    let mut changed = false;
    ui.label(text(
        "With a dumbbell in each hand, the weight is of",
        13.0,
        Weight::Medium,
    ));
    for (format, program, paired) in &paired {
        let mut weight = paired.weight;
        ui.horizontal(|ui| {
            let choices = [
                (DumbbellWeight::One, "one dumbbell"),
                (DumbbellWeight::Both, "both together"),
            ];
            let size = vec2(PROGRAM_WIDTH, ui.spacing().interact_size.y);
            let layout = Layout::left_to_right(Align::Center);
            ui.allocate_ui_with_layout(size, layout, |ui| {
                ui.set_min_width(PROGRAM_WIDTH);
                ui.add(Label::new(text(*program, 13.0, Weight::Regular)).truncate());
            });
            // The same words appear for each program, so give each an id for Tab.
            let chosen = ui.push_id(format, |ui| {
                segments::segments_about_ui(ui, palette, &choices, weight, program)
            });
            if let Some(chosen) = chosen.inner {
                weight = chosen;
            }
            let words = text(named(paired), 12.0, Weight::Regular).color(palette.text_soft);
            ui.add(Label::new(words).truncate())
                .on_hover_text(paired.exercises.join("\n"));
        });
        if weight != paired.weight {
            answers.dumbbells.insert((*format).to_owned(), weight);
            changed = true;
        }
    }
    aside::soft_ui(ui, palette, 12.0, what_counts(report));
    ui.add_space(8.0);
    changed
}

/// The programs with exercises for two dumbbells, each once: the word for the format, the name, and what all its files
/// have of them.
fn paired_programs(report: &HistoryReport) -> Vec<(&'static str, &'static str, PairedLoads)> {
    let mut found: Vec<(&'static str, &'static str, PairedLoads)> = Vec::new();
    for file in &report.files {
        let (Some(format), Some(program), Some(paired)) =
            (file.format, file.program, &file.dumbbells)
        else {
            continue;
        };
        match found.iter_mut().find(|(known, ..)| *known == format) {
            Some((.., all)) => {
                all.sets += paired.sets;
                for name in &paired.exercises {
                    if !all.exercises.contains(name) {
                        all.exercises.push(name.clone());
                    }
                }
            }
            None => found.push((format, program, paired.clone())),
        }
    }
    found
}

/// "480 sets: Bench Press (Dumbbell), Hammer Curl (Dumbbell)".
fn named(paired: &PairedLoads) -> String {
    let sets = plural(paired.sets, "set", "sets");
    format!("{sets}: {}", paired.exercises.join(", "))
}

/// What the answers do to loads.
fn what_counts(report: &HistoryReport) -> String {
    let rule = "Loads here count both dumbbells: the weight of one comes in doubled.";
    match report.reweighed {
        0 => rule.to_owned(),
        changed => format!(
            "{rule} {} brought in before {} with the answer.",
            plural(changed, "session", "sessions"),
            if changed == 1 { "changes" } else { "change" }
        ),
    }
}

/// The files that leave a question open: "strong.csv and 2 more".
fn files_with(report: &HistoryReport, need: Need) -> String {
    let files: Vec<&str> = report
        .files
        .iter()
        .filter(|file| file.needs.contains(&need))
        .map(|file| short_name(&file.name))
        .collect();
    let named = files.iter().take(MOST_NAMED).copied().collect::<Vec<_>>();
    match files.len() - named.len() {
        0 => named.join(", "),
        rest => format!("{} and {rest} more", named.join(", ")),
    }
}

/// A question with its answers and the files it is about; true once another answer was chosen, which then stands in
/// `current`.
fn answered_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    (question, files): &(&str, String),
    choices: &[(T, &str)],
    current: &mut T,
) -> bool {
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.label(text(*question, 13.0, Weight::Medium));
        if choices.iter().any(|(choice, _)| choice == current) {
            chosen = segments::segments_ui(ui, palette, choices, *current);
        } else {
            // Use a list: without an answer no segment would be highlighted, and it would not look clickable.
            row_keys::lines_ui(ui, *question, |ui, keys| {
                for (choice, words) in choices {
                    if keys.small_ui(ui, words).clicked() {
                        chosen = Some(*choice);
                    }
                }
            });
        }
        let words = text(files.as_str(), 12.0, Weight::Regular).color(palette.text_soft);
        ui.add(Label::new(words).truncate());
    });
    ui.add_space(6.0);
    match chosen.filter(|chosen| chosen != current) {
        Some(chosen) => {
            *current = chosen;
            true
        }
        None => false,
    }
}
