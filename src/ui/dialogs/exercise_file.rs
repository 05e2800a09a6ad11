//! Exercises of another collection beside the library: searched in both, and taken over one by one.

use egui::{Align, Button, Label, Layout, Role, Sense, TextEdit, Ui, UiBuilder, WidgetInfo, vec2};

use crate::domain::Exercise;
use crate::edit::{Transaction, WorkspaceEdit};
use crate::library::known_exercise;
use crate::library::{Filter, ForeignExercise, ForeignLibrary, Library};
use crate::rules::Severity;
use crate::ui::action::Action;
use crate::ui::format::{self, plural};
use crate::ui::help::Topic;
use crate::ui::library::exercise_id;
use crate::ui::theme::{Palette, Weight, text};
use crate::ui::widgets::row_keys::{self, RowKeys};
use crate::ui::widgets::{aside, buttons, scrolling};

use super::dialog::{DialogContext, DialogForm, DialogResponse};
use super::host;

/// Width of the dialog.
const WIDTH: f32 = 720.0;
/// The most height of the lists.
const LISTS: f32 = 280.0;
/// Height of a row of either list, in points.
const ROW: f32 = 28.0;
/// How many exercises a list shows at a time; the search narrows it.
const MOST_ROWS: usize = 60;

/// The dialog's state.
#[derive(Debug, Clone)]
pub struct ExerciseFileForm {
    file: String,
    found: ForeignLibrary,
    query: String,
    /// The name of the one that is shown.
    chosen: Option<String>,
}

impl ExerciseFileForm {
    /// A dialog about what this file holds.
    pub fn new(file: String, found: ForeignLibrary) -> Self {
        Self {
            file,
            found,
            query: String::new(),
            chosen: None,
        }
    }

    /// The exercises whose name holds every word that is searched.
    fn hits(&self) -> impl Iterator<Item = &ForeignExercise> {
        let query = self.query.to_lowercase();
        let words: Vec<String> = query.split_whitespace().map(str::to_owned).collect();
        self.found.exercises.iter().filter(move |exercise| {
            let name = exercise.name.to_lowercase();
            words.iter().all(|word| name.contains(word))
        })
    }

    /// Both lists side by side; the name of an exercise of the file that was clicked.
    fn lists_ui(
        &self,
        ui: &mut Ui,
        palette: &Palette,
        library: &Library,
        height: f32,
    ) -> Option<String> {
        let mut chosen = None;
        ui.columns_const::<2, _>(|[left, right]| {
            heading_ui(left, palette, "In the file");
            list_ui(left, "file", height, |ui| {
                row_keys::list_ui(ui, "exercises", |ui, keys| {
                    for exercise in self.hits().take(MOST_ROWS) {
                        let known = there_already(&exercise.name, library).is_some();
                        let detail = if known { "in the library" } else { "" };
                        let is_chosen = self.chosen.as_ref() == Some(&exercise.name);
                        let row = (exercise.name.as_str(), detail, is_chosen);
                        if row_ui(ui, keys, palette, row) {
                            chosen = Some(exercise.name.clone());
                        }
                    }
                });
                more_ui(ui, palette, self.hits().count());
            });
            heading_ui(right, palette, "In the library");
            list_ui(right, "library", height, |ui| {
                let hits = library.search(self.query.trim(), &Filter::default());
                for exercise in hits.iter().take(MOST_ROWS) {
                    name_ui(ui, &exercise.name);
                }
                more_ui(ui, palette, hits.len());
            });
        });
        chosen
    }
}

impl DialogForm for ExerciseFileForm {
    fn id(&self) -> &'static str {
        "exercise file dialog"
    }

    fn topic(&self) -> Topic {
        Topic::BringIn
    }

    fn ui(&mut self, ui: &mut Ui, context: DialogContext<'_>) -> DialogResponse {
        ui.set_width(host::width(ui, WIDTH));
        let palette = context.palette;
        let count = plural(self.found.exercises.len(), "exercise", "exercises");
        let title = format!("{count} in {}", self.file);
        host::title_ui(ui, &title);
        if self.found.unreadable > 0 {
            let entries = plural(self.found.unreadable, "entry", "entries");
            let line = format!("{entries} could not be read as exercises");
            let color = palette.severity(Severity::Caution);
            ui.label(text(line, 12.0, Weight::Regular).color(color));
        }
        ui.add_space(4.0);
        let edit = TextEdit::singleline(&mut self.query)
            .hint_text("Search both lists")
            .desired_width(f32::INFINITY);
        let response = ui.add(edit);
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Search both lists"));
        ui.add_space(4.0);
        let chosen = host::body(ui, LISTS, |ui, height| {
            self.lists_ui(ui, palette, context.library, height)
        });
        if chosen.is_some() {
            self.chosen = chosen;
        }
        ui.add_space(6.0);
        ui.separator();
        let mut exercises = self.found.exercises.iter();
        let shown = self.chosen.as_ref();
        let shown = shown.and_then(|name| exercises.find(|exercise| exercise.name == *name));
        let mut own = None;
        if let Some(exercise) = shown {
            own = exercise_ui(ui, palette, exercise, context.library);
        } else {
            let line = "Choose an exercise of the file to see how it would stand in the library.";
            ui.label(text(line, 12.5, Weight::Regular).color(palette.text_soft));
        }
        ui.add_space(8.0);
        let mut answer = DialogResponse::Open;
        host::foot_ui(ui, |ui| {
            if let Some(own) = own
                && buttons::primary_ui(ui, palette, "Add to library").clicked()
            {
                context.actions.push(added(own));
            }
            if buttons::quiet_ui(ui, "Close").clicked() {
                answer = DialogResponse::Close;
            }
        });
        answer
    }
}

/// How the exercise would stand here; gives it where the library can take it over.
fn exercise_ui(
    ui: &mut Ui,
    palette: &Palette,
    foreign: &ForeignExercise,
    library: &Library,
) -> Option<Exercise> {
    ui.label(text(&foreign.name, 13.5, Weight::SemiBold));
    let exercise = match &foreign.exercise {
        Ok(exercise) => exercise,
        Err(why) => {
            let why = text(format!("{why}."), 12.5, Weight::Regular);
            ui.add(Label::new(why.color(palette.severity(Severity::Caution))).wrap());
            return None;
        }
    };
    ui.add(Label::new(text(summary(exercise), 12.5, Weight::Regular)).wrap());
    for remark in &foreign.remarks {
        aside::soft_ui(ui, palette, 12.0, format!("{remark}."));
    }
    if let Some(cue) = exercise.cues.first() {
        let line = text(cue, 12.0, Weight::Regular).color(palette.text_faint);
        ui.add(Label::new(line).truncate());
    }
    if let Some(there) = there_already(&foreign.name, library) {
        ui.add_space(4.0);
        let line = format!("The library has it as “{}”.", there.name);
        ui.label(text(line, 12.5, Weight::Medium).color(palette.text_soft));
        return None;
    }
    Some((**exercise).clone())
}

/// Takes an exercise into the library, as one of the coach's own.
fn added(exercise: Exercise) -> Action {
    let own = Exercise {
        id: exercise_id(),
        ..exercise
    };
    let label = format!("Add {} to library", own.name);
    let message = format!("“{}” is in the library now, as one of your own", own.name);
    let edit = WorkspaceEdit::PutExercise(Box::new(own));
    Action::ApplyWithUndo(Transaction::new(label, edit), message)
}

/// The exercise of the library that has this name, or that is known to be meant by it.
fn there_already<'a>(name: &str, library: &'a Library) -> Option<&'a Exercise> {
    library.exercise(&known_exercise(name, library)?)
}

/// "Squat · quads; helped by calves · barbell · 3 × 8–10".
fn summary(exercise: &Exercise) -> String {
    let muscles = |muscles: &[crate::domain::Muscle]| {
        let names: Vec<String> = muscles.iter().map(|m| m.short().to_lowercase()).collect();
        names.join(", ")
    };
    let mut trains = muscles(&exercise.primary);
    if !exercise.secondary.is_empty() {
        trains = format!("{trains}; helped by {}", muscles(&exercise.secondary));
    }
    let needs: Vec<String> = exercise
        .equipment
        .concat()
        .iter()
        .map(|item| item.name().to_lowercase())
        .collect();
    let mut parts = vec![exercise.pattern.name().to_owned(), trains];
    parts.extend((!needs.is_empty()).then(|| needs.join(" or ")));
    parts.push(format!(
        "{} × {}{}",
        exercise.dose.sets.high,
        format::reps(exercise.dose.reps),
        if exercise.single_side { " a side" } else { "" }
    ));
    parts.join(" · ")
}

fn heading_ui(ui: &mut Ui, palette: &Palette, words: &str) {
    ui.label(text(words, 12.0, Weight::SemiBold).color(palette.text_soft));
}

fn list_ui(ui: &mut Ui, name: &str, height: f32, rows: impl FnOnce(&mut Ui)) {
    scrolling::list(height)
        .id_salt(("exercise file", name))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            rows(ui);
        });
}

/// A row of the library's list, which stands like those of the file's beside it and is only read.
fn name_ui(ui: &mut Ui, name: &str) {
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let inside = row.shrink2(vec2(ui.spacing().button_padding.x, 0.0));
    let layout = Layout::left_to_right(Align::Center);
    let mut line = ui.new_child(UiBuilder::new().max_rect(inside).layout(layout));
    line.add(Label::new(text(name, 13.0, Weight::Regular)).truncate());
}

/// A row of the file's list; true when it was chosen.
fn row_ui(
    ui: &mut Ui,
    keys: &mut RowKeys,
    palette: &Palette,
    (name, detail, is_chosen): (&str, &str, bool),
) -> bool {
    let detail = text(detail, 11.0, Weight::Regular).color(palette.text_faint);
    let button = Button::new(text(name, 13.0, Weight::Regular))
        .right_text(detail)
        .truncate()
        .selected(is_chosen)
        .frame_when_inactive(is_chosen)
        .min_size(vec2(ui.available_width(), ROW));
    let response = keys.next_ui(ui, name, is_chosen, |ui, sense| ui.add(button.sense(sense)));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, name));
    response.clicked()
}

fn more_ui(ui: &mut Ui, palette: &Palette, hits: usize) {
    if hits > MOST_ROWS {
        let line = format!("{} more; search to narrow the list", hits - MOST_ROWS);
        ui.label(text(line, 11.5, Weight::Regular).color(palette.text_faint));
    } else if hits == 0 {
        ui.label(
            text("No exercise has that name", 11.5, Weight::Regular).color(palette.text_faint),
        );
    }
}
