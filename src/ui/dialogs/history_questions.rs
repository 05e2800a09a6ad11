//! What files of other programs do not say and somebody has to: units, the order of day and month, and what the weight
//! of two dumbbells is of.

use egui::{Label, Ui};

use crate::domain::{DistanceUnit, DumbbellWeight, MassUnit};
use crate::history::{Answers, DayOrder, FileReport, HistoryReport, Need};
use crate::ui::format::plural;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::{row_keys, segments};

/// How many exercises are named for a question; the rest is counted.
const MOST_NAMED: usize = 4;

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
        let question = "Weights are in";
        changed |= answered_ui(ui, palette, question, &choices, &mut answers.mass);
    }
    if asked(Need::DistanceUnit) || answers.distance.is_some() {
        let choices = [
            (Some(DistanceUnit::Km), "kilometres"),
            (Some(DistanceUnit::Miles), "miles"),
        ];
        let question = "Distances are in";
        changed |= answered_ui(ui, palette, question, &choices, &mut answers.distance);
    }
    if asked(Need::DayOrder) || answers.order != DayOrder::Unknown {
        let choices = [
            (DayOrder::DayFirst, "3 April"),
            (DayOrder::MonthFirst, "4 March"),
        ];
        let question = "A date such as 03/04 is";
        changed |= answered_ui(ui, palette, question, &choices, &mut answers.order);
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
    let mut seen: Vec<&str> = Vec::new();
    let mut changed = false;
    for file in &report.files {
        let (Some(format), Some(program)) = (file.format, file.program) else {
            continue;
        };
        let Some(paired) = &file.dumbbells else {
            continue;
        };
        if seen.contains(&format) {
            continue;
        }
        seen.push(format);
        let choices = [
            (DumbbellWeight::One, "one dumbbell"),
            (DumbbellWeight::Both, "both together"),
        ];
        let question = format!("With two dumbbells, {program} has the weight of");
        let mut weight = paired.weight;
        if answered_ui(ui, palette, &question, &choices, &mut weight) {
            answers.dumbbells.insert(format.to_owned(), weight);
            changed = true;
        }
        let words = paired_words(report, format, paired.weight);
        let words = text(words, 12.0, Weight::Regular).color(palette.text_soft);
        ui.add(Label::new(words).wrap());
        ui.add_space(6.0);
    }
    changed
}

/// Which sets it is about, and what becomes of them.
fn paired_words(report: &HistoryReport, format: &str, weight: DumbbellWeight) -> String {
    let of_it = |file: &&FileReport| file.format == Some(format);
    let paired = || {
        report
            .files
            .iter()
            .filter(of_it)
            .filter_map(|file| file.dumbbells.as_ref())
    };
    let sets: usize = paired().map(|paired| paired.sets).sum();
    let mut names: Vec<&str> = Vec::new();
    for name in paired().flat_map(|paired| &paired.exercises) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    let rest = names.len().saturating_sub(MOST_NAMED);
    names.truncate(MOST_NAMED);
    let rest = match rest {
        0 => String::new(),
        rest => format!(" and {rest} more"),
    };
    let becomes = match weight {
        DumbbellWeight::One => "Loads here count both, so a weight of 20 comes in as 40.",
        DumbbellWeight::Both => "Loads here count both, so weights come in as they are.",
    };
    let sets = plural(sets, "set", "sets");
    let before = match report.reweighed {
        0 => String::new(),
        changed => format!(
            " {} brought in before {} with it.",
            plural(changed, "session", "sessions"),
            if changed == 1 { "changes" } else { "change" }
        ),
    };
    format!(
        "{becomes} It is about {sets} of {}{rest}.{before}",
        names.join(", ")
    )
}

/// A question with its answers; true once another one was chosen, which then stands in `current`.
fn answered_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    palette: &Palette,
    question: &str,
    choices: &[(T, &str)],
    current: &mut T,
) -> bool {
    let mut chosen = None;
    ui.horizontal(|ui| {
        ui.label(text(question, 13.0, Weight::Medium));
        if choices.iter().any(|(choice, _)| choice == current) {
            chosen = segments::segments_ui(ui, palette, choices, *current);
            return;
        }
        // Without an answer no segment stands out, and the words would not look like something to click.
        row_keys::lines_ui(ui, question, |ui, keys| {
            for (choice, words) in choices {
                if keys.small_ui(ui, words).clicked() {
                    chosen = Some(*choice);
                }
            }
        });
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
