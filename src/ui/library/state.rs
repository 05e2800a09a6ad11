//! What the library panel remembers between frames.

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::{
    Exercise, ExerciseId, OwnLibrary, Program, ProgramId, ProgramKind, TemplateId, WeekTemplate,
};
use crate::library::Filter;

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

impl Tab {
    /// All of them, in the order in which they stand.
    pub const ALL: [Self; 4] = [Self::Exercises, Self::Sessions, Self::Weeks, Self::Programs];
}

/// What a search found, kept until the question or the library changes.
#[derive(Debug, Clone, Default)]
pub(super) struct Hits {
    pub(super) question: Option<Question>,
    pub(super) exercises: Vec<ExerciseId>,
}

/// What was searched, and among which exercises of the coach's own.
#[derive(Debug, Clone)]
pub(super) struct Question {
    pub(super) query: String,
    pub(super) filter: Filter,
    pub(super) own: Arc<OwnLibrary>,
}

/// What the library panel remembers.
#[derive(Debug, Clone, Default)]
pub struct LibraryState {
    /// The open tab.
    pub tab: Tab,
    /// What is searched in the open tab.
    pub query: String,
    /// What is searched in the other tabs.
    kept_queries: HashMap<Tab, String>,
    /// What the exercises are narrowed to.
    pub filter: Filter,
    /// The exercise whose card is shown.
    pub exercise: Option<ExerciseId>,
    /// The session template whose content is shown.
    pub template: Option<TemplateId>,
    /// The own exercise that is edited.
    pub editing: Option<Box<Exercise>>,
    /// The own template week whose words are edited.
    pub edited_week: Option<Box<WeekTemplate>>,
    /// The programs.
    pub programs: ProgramsState,
    /// The cursor goes into the search next frame.
    pub focus_search: bool,
    pub(super) hits: Hits,
}

impl LibraryState {
    /// Shows the card of an exercise.
    pub fn show_exercise(&mut self, exercise: ExerciseId) {
        self.exercise = Some(exercise);
        self.open_tab(Tab::Exercises);
    }

    /// What is typed into the forms of the panel and not saved, where it differs from what `own` holds.
    pub fn unfinished(&self, own: &OwnLibrary) -> Vec<String> {
        let mut all = Vec::new();
        if let Some(exercise) = &self.editing {
            let saved = own.exercises.iter().find(|it| it.id == exercise.id);
            let is_typed = match saved {
                Some(saved) => saved != exercise.as_ref(),
                None => !exercise.name.trim().is_empty() || !exercise.primary.is_empty(),
            };
            let name = exercise.name.trim();
            all.extend(is_typed.then(|| format!("The exercise “{name}” in the library")));
        }
        if let Some(week) = &self.edited_week {
            let mut weeks = own.weeks.iter();
            let is_saved = weeks.any(|saved| saved == week.as_ref());
            let name = week.name.trim();
            all.extend((!is_saved).then(|| format!("The template week “{name}” in the library")));
        }
        all
    }

    /// The height of the panel, in points, from which a hint at its foot leaves the list and an open card their room.
    pub(super) fn least_with_hint(&self) -> f32 {
        let reads = match self.tab {
            Tab::Exercises => self.exercise.is_some(),
            Tab::Sessions => self.template.is_some(),
            Tab::Weeks | Tab::Programs => false,
        };
        if reads { 640.0 } else { 400.0 }
    }

    /// Opens a tab, with what was searched in it last.
    pub fn open_tab(&mut self, tab: Tab) {
        if tab != self.tab {
            let query = std::mem::take(&mut self.query);
            self.kept_queries.insert(self.tab, query);
            self.query = self.kept_queries.remove(&tab).unwrap_or_default();
            self.tab = tab;
        }
    }
}

/// What the list of programs is narrowed to; nothing on keeps all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ProgramFilter {
    pub(super) at_home: bool,
    pub(super) two_days: bool,
    pub(super) short: bool,
    pub(super) race: bool,
}

/// The most minutes of a session of a program that counts as short.
const SHORT_MINUTES: u32 = 30;

impl ProgramFilter {
    pub(super) fn keeps(self, program: &Program) -> bool {
        let gym = program.equipment.iter().any(|item| item.needs_gym());
        let days = program.days_per_week;
        (!self.at_home || !gym)
            && (!self.two_days || (days.low <= 2 && 2 <= days.high))
            && (!self.short || program.minutes.high <= SHORT_MINUTES)
            && (!self.race || program.kind == ProgramKind::Countdown)
    }
}

/// What the tab of programs remembers.
#[derive(Debug, Clone, Default)]
pub struct ProgramsState {
    /// What the list is narrowed to.
    pub filter: ProgramFilter,
    /// The program that is read.
    pub shown: Option<ProgramId>,
    /// The week of it that is unfolded, from 0.
    pub week: Option<usize>,
}

impl ProgramsState {
    /// Shows a program, its first week unfolded.
    pub fn show(&mut self, program: &Program) {
        self.shown = Some(program.id.clone());
        self.week = Some(0);
    }
}
