//! Names of exercises that nobody knows: what each is, chosen from the library or added to it, or that its sets are left
//! out.

use egui::{Id, Response, Role, Ui, WidgetInfo};

use crate::domain::{ExerciseId, NameAnswer};
use crate::history::{Answers, HistoryReport, UnknownExercise};
use crate::library::Library;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::exercise_search;
use crate::ui::widgets::row_keys::{self, RowKeys};

/// How many unknown exercises are asked about at a time.
const MOST_UNKNOWN: usize = 40;

/// What was said of a name.
enum Said {
    /// What it means.
    Means(NameAnswer),
    /// It becomes an exercise like this one.
    AddedLike(ExerciseId),
}

/// Names that are no exercise of the library: chosen, added, left out, or kept under their own name. True where one was
/// answered.
pub(super) fn names_ui(
    ui: &mut Ui,
    library: &Library,
    palette: &Palette,
    report: &HistoryReport,
    answers: &mut Answers,
) -> bool {
    let is_taken_back = added_ui(ui, library, palette, answers);
    let mut unknown: Vec<_> = report.files.iter().flat_map(|file| &file.unknown).collect();
    unknown.dedup_by(|a, b| a.name == b.name);
    if unknown.is_empty() {
        return is_taken_back;
    }
    ui.add_space(4.0);
    let heading = if unknown.len() == 1 {
        "1 exercise with a name that is not in the library".to_owned()
    } else {
        let count = unknown.len();
        format!("{count} exercises with names that are not in the library")
    };
    heading_ui(ui, &heading);
    let words = "Choose what each is, add it to the library like an exercise that works the same, or leave its sets out. What you say is remembered. Without an answer the sets keep their name.";
    ui.label(text(words, 12.0, Weight::Regular).color(palette.text_soft));
    ui.add_space(4.0);
    let mut is_answered = is_taken_back;
    row_keys::lines_ui(ui, "unknown names", |ui, keys| {
        for exercise in unknown.iter().take(MOST_UNKNOWN) {
            let line = ui.horizontal(|ui| unknown_line_ui(ui, keys, library, palette, exercise));
            let name = exercise.name.clone();
            match line.inner {
                Some(Said::Means(answer)) => answers.names.insert(name, answer).is_some(),
                Some(Said::AddedLike(like)) => answers.added.insert(name, like).is_some(),
                None => continue,
            };
            is_answered = true;
        }
    });
    is_answered
}

/// The exercises that will be added, each of which can be taken back; true where one was.
fn added_ui(ui: &mut Ui, library: &Library, palette: &Palette, answers: &mut Answers) -> bool {
    if answers.added.is_empty() {
        return false;
    }
    ui.add_space(4.0);
    heading_ui(ui, "Added to the library");
    let mut taken_back = None;
    row_keys::lines_ui(ui, "added names", |ui, keys| {
        for (name, like) in &answers.added {
            ui.horizontal(|ui| {
                ui.label(text(name, 13.0, Weight::Medium));
                let like = library.exercise(like).map_or("", |it| it.name.as_str());
                let words = format!("like {like}");
                ui.label(text(words, 12.5, Weight::Regular).color(palette.text_soft));
                let button = keys.small_ui(ui, "Do not add");
                let label = format!("Do not add: {name}");
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
                if button.clicked() {
                    taken_back = Some(name.clone());
                }
            });
        }
    });
    taken_back.is_some_and(|name| answers.added.remove(&name).is_some())
}

/// A name that is no exercise of the library, and what it may be; gives what was chosen.
fn unknown_line_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    library: &Library,
    palette: &Palette,
    exercise: &UnknownExercise,
) -> Option<Said> {
    let mut answer = None;
    let name = &exercise.name;
    ui.label(text(name, 13.0, Weight::Medium));
    // Add the name for screen readers: the button alone does not say what it answers.
    let spoken = |button: &Response, words: &str| {
        let label = format!("{words}: {name}");
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    };
    for guess in exercise
        .guesses
        .iter()
        .filter_map(|id| library.exercise(id))
    {
        let button = keys.small_ui(ui, &guess.name);
        spoken(&button, &guess.name);
        if button.clicked() {
            answer = Some(Said::Means(NameAnswer::Means(guess.id.clone())));
        }
    }
    let id = Id::unique(("history name", name));
    let button = keys.soft_ui(ui, palette, "Other…");
    spoken(&button, "Other…");
    if let Some(found) = exercise_search::behind_ui(&button, palette, library, id) {
        answer = Some(Said::Means(NameAnswer::Means(found.id.clone())));
    }
    let id = Id::unique(("history name to add", name));
    let button = keys.soft_ui(ui, palette, "Add, like…");
    spoken(&button, "Add, like…");
    if let Some(found) = exercise_search::behind_ui(&button, palette, library, id) {
        answer = Some(Said::AddedLike(found.id.clone()));
    }
    let button = keys.small_ui(ui, "Leave out");
    spoken(&button, "Leave out");
    if button.clicked() {
        answer = Some(Said::Means(NameAnswer::LeaveOut));
    }
    answer
}

/// A heading within the report.
pub(super) fn heading_ui(ui: &mut Ui, words: &str) {
    ui.add_space(6.0);
    ui.label(text(words, 13.0, Weight::SemiBold));
}
