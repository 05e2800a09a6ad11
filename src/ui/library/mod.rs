//! The library panel: exercises, session templates and template weeks, all to be dragged.

mod adding;
mod exercise_card;
mod exercise_editor;
mod exercise_fields;
mod exercises;
mod filters;
mod keys;
pub mod own;
mod program_card;
mod program_own;
mod programs;
mod row;
mod sessions;
mod week_editor;
mod weeks;

use std::sync::Arc;

use egui::{Align, Layout, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use crate::domain::{
    Exercise, ExerciseId, OwnLibrary, SessionTemplate, TemplateId, WeekTemplate, Workspace,
};
use crate::library::Filter;

pub use program_own::{describe, program_id};
pub use programs::{ProgramsState, lay_out};

use super::action::Actions;
use super::state::UiState;
use super::theme::{Palette, Weight, icons, text};
use super::view::View;
use super::widgets::buttons;

/// The tabs of the panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tab {
    /// Exercises.
    #[default]
    Exercises,
    /// Session templates.
    Sessions,
    /// Template weeks.
    Weeks,
    /// Programs.
    Programs,
}

/// What a search found, kept until the question or the library changes.
#[derive(Debug, Clone, Default)]
struct Hits {
    question: Option<Question>,
    exercises: Vec<ExerciseId>,
}

/// What was searched, and among which exercises of the coach's own.
#[derive(Debug, Clone)]
struct Question {
    query: String,
    filter: Filter,
    own: Arc<OwnLibrary>,
}

/// What the library panel remembers.
#[derive(Debug, Clone, Default)]
pub struct LibraryState {
    /// The open tab.
    pub tab: Tab,
    /// What is searched.
    pub query: String,
    /// What the exercises are narrowed to.
    pub filter: Filter,
    /// The exercise whose card is shown.
    pub exercise: Option<ExerciseId>,
    /// The session template whose content is shown.
    pub template: Option<TemplateId>,
    /// The own exercise that is edited.
    pub editing: Option<Box<Exercise>>,
    /// The own session template that the inspector shows instead of a session.
    pub edited: Option<TemplateId>,
    /// The own template week whose words are edited.
    pub edited_week: Option<Box<WeekTemplate>>,
    /// The programs.
    pub programs: ProgramsState,
    /// The cursor goes into the search next frame.
    pub focus_search: bool,
    hits: Hits,
}

impl LibraryState {
    /// The own session template that is edited, while it exists.
    pub fn edited<'a>(&self, workspace: &'a Workspace) -> Option<&'a SessionTemplate> {
        let id = self.edited.as_ref()?;
        workspace.own.sessions.iter().find(|own| own.id == *id)
    }
}

/// Draws the panel.
pub fn library_ui(ui: &mut Ui, view: &View, state: &mut UiState, actions: &mut Actions) {
    if state.library.editing.is_some() {
        exercise_editor::editor_ui(ui, view, state, actions);
        return;
    }
    tabs_ui(ui, view.palette, state);
    ui.add_space(4.0);
    match state.library.tab {
        Tab::Exercises => exercises::keyboard(ui, view, state, actions),
        Tab::Sessions => sessions::keyboard(ui, view, state, actions),
        Tab::Weeks | Tab::Programs => {}
    }
    let reads = state.library.tab == Tab::Programs && state.library.programs.shown.is_some();
    if !reads {
        search_ui(ui, view, state);
    }
    match state.library.tab {
        Tab::Exercises => exercises::exercises_ui(ui, view, state, actions),
        Tab::Sessions => sessions::sessions_ui(ui, view, state, actions),
        Tab::Weeks => weeks::weeks_ui(ui, view, state, actions),
        Tab::Programs => programs::programs_ui(ui, view, state, actions),
    }
}

fn tabs_ui(ui: &mut Ui, palette: &Palette, state: &mut UiState) {
    ui.horizontal(|ui| {
        // Four words have to fit into the narrowest panel.
        let (size, gap) = match ui.available_width() {
            width if width < 230.0 => (12.0, 5.0),
            width if width < 264.0 => (13.0, 7.0),
            _ => (13.0, 12.0),
        };
        ui.spacing_mut().item_spacing.x = gap;
        ui.spacing_mut().button_padding.x = 0.0;
        for (tab, label) in [
            (Tab::Exercises, "Exercises"),
            (Tab::Sessions, "Sessions"),
            (Tab::Weeks, "Weeks"),
            (Tab::Programs, "Programs"),
        ] {
            let on = state.library.tab == tab;
            let (color, weight) = if on {
                (palette.accent, Weight::SemiBold)
            } else {
                (palette.text_soft, Weight::Regular)
            };
            let content = text(label, size, weight).color(color);
            let response = ui.add(egui::Button::new(content).frame(false));
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, label));
            if on {
                let line = egui::Rect::from_min_max(
                    egui::pos2(response.rect.left(), response.rect.bottom() + 2.0),
                    egui::pos2(response.rect.right(), response.rect.bottom() + 4.0),
                );
                ui.painter().rect_filled(line, 1, palette.accent);
            }
            if response.clicked() {
                state.library.tab = tab;
            }
        }
    });
    ui.separator();
}

fn search_ui(ui: &mut Ui, view: &View, state: &mut UiState) {
    let hint = match state.library.tab {
        Tab::Exercises => format!("Search {} exercises", view.library.exercises().len()),
        Tab::Sessions => format!("Search {} sessions", view.library.sessions().len()),
        Tab::Weeks => format!("Search {} weeks", view.library.weeks().len()),
        Tab::Programs => format!("Search {} programs", view.library.programs().len()),
    };
    let height = ui.spacing().interact_size.y + 2.0;
    let size = vec2(ui.available_width(), height);
    // From the right, so that the field takes what the button leaves and the panel keeps its width.
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if !state.library.query.is_empty()
            && buttons::mini_icon_ui(ui, icons::CLOSE, "Clear search").clicked()
        {
            state.library.query.clear();
            state.library.focus_search = true;
        }
        let edit = TextEdit::singleline(&mut state.library.query)
            .id(keys::search_id())
            .hint_text(RichText::new(&hint))
            .desired_width(ui.available_width())
            .margin(egui::Margin::symmetric(10, 7));
        let response = ui.add(edit);
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Search the library"));
        if std::mem::take(&mut state.library.focus_search) {
            response.request_focus();
        }
    });
}

/// A vertical list that scrolls in what is left of the panel above `below` points.
fn list_ui(ui: &mut Ui, salt: &str, below: f32, add: impl FnOnce(&mut Ui)) {
    let height = (ui.available_height() - below).max(80.0);
    ScrollArea::vertical()
        .id_salt(salt)
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, false])
        .show(ui, add);
}

/// True when every word of `query` stands somewhere in `name` or `more`.
fn matches(query: &str, name: &str, more: &str) -> bool {
    let haystack = format!("{} {}", name.to_lowercase(), more.to_lowercase());
    query
        .to_lowercase()
        .split_whitespace()
        .all(|word| haystack.contains(word))
}

/// The title of a card, wrapped beside the buttons at its right.
fn title_ui(ui: &mut Ui, title: &str, buttons: impl FnOnce(&mut Ui)) {
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        buttons(ui);
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            let title = text(title, 15.0, Weight::SemiBold);
            ui.add(egui::Label::new(title).wrap());
        });
    });
}
