//! The exercise library and the templates: those that ship, and the coach's own.

use std::collections::HashMap;

use crate::domain::{
    Equipment, Exercise, ExerciseId, Muscle, OwnLibrary, Pattern, SessionTemplate, WeekTemplate,
};

/// What the library's search narrows to; an empty filter keeps everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Any of these patterns.
    pub patterns: Vec<Pattern>,
    /// Any of these muscles, primary or secondary.
    pub muscles: Vec<Muscle>,
    /// One of its ways needs no more than these.
    pub equipment: Vec<Equipment>,
    /// Works without a gym.
    pub at_home: bool,
}

/// Data of the library that cannot be read.
#[derive(Debug, thiserror::Error)]
#[error("{file}, line {line}, column {column}: {message}")]
pub struct LibraryError {
    /// Which file of the library.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
}

/// Exercises, session templates and template weeks.
#[derive(Debug, Clone, Default)]
pub struct Library {
    exercises: Vec<Exercise>,
    index: HashMap<ExerciseId, usize>,
    sessions: Vec<SessionTemplate>,
    weeks: Vec<WeekTemplate>,
}

impl Library {
    /// A library of these exercises and templates and no others, in display order.
    pub fn from_parts(
        exercises: Vec<Exercise>,
        sessions: Vec<SessionTemplate>,
        weeks: Vec<WeekTemplate>,
    ) -> Self {
        let index = exercises.iter().enumerate().map(|(at, e)| (e.id.clone(), at)).collect();
        Self { exercises, index, sessions, weeks }
    }

    /// The library that ships with the program.
    pub fn shipped() -> Result<Self, LibraryError> {
        Ok(Self::default())
    }

    /// This library with a coach's own exercises and templates beside what ships.
    #[must_use]
    pub fn with_own(&self, _own: &OwnLibrary) -> Self {
        self.clone()
    }

    /// The exercise with this identity.
    pub fn exercise(&self, id: &ExerciseId) -> Option<&Exercise> {
        self.index.get(id).and_then(|&index| self.exercises.get(index))
    }

    /// The exercise with this name or alias, whatever its case, hyphens and plural.
    pub fn find(&self, _name: &str) -> Option<&Exercise> {
        None
    }

    /// Exercises that match `query` by name or alias, forgiving spelling, best first, within `filter`.
    /// An empty query gives all, in display order.
    pub fn search(&self, _query: &str, _filter: &Filter) -> Vec<&Exercise> {
        Vec::new()
    }

    /// All exercises, in display order.
    pub fn exercises(&self) -> &[Exercise] {
        &self.exercises
    }

    /// All session templates, in display order.
    pub fn sessions(&self) -> &[SessionTemplate] {
        &self.sessions
    }

    /// All template weeks, in display order.
    pub fn weeks(&self) -> &[WeekTemplate] {
        &self.weeks
    }
}
