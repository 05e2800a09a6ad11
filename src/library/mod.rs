//! The exercises, the templates and the programs: those that ship, and the coach's own.

pub mod body_map;
pub mod movement;

use rustc_hash::FxHashMap;

use crate::domain::{
    Equipment, Exercise, ExerciseId, Muscle, OwnLibrary, Pattern, Program, ProgramId,
    SessionTemplate, TemplateId, WeekTemplate,
};

mod data;
mod foreign;
mod letters;
mod normalise;
mod other_names;
mod programs;
mod rank;
mod read;
mod search;
mod topics;

#[cfg(test)]
mod content_tests;
#[cfg(test)]
mod own_tests;
#[cfg(test)]
mod program_tests;
#[cfg(test)]
mod tests;

pub use foreign::{ForeignExercise, ForeignLibrary};
pub use normalise::words as name_words;
pub(crate) use other_names::{is_assisted, plain_words};
pub use other_names::{is_waiting, known_exercise, nearest, waiting};
pub use read::{LibraryError, read, ron_options};
use search::Index;

/// What the library's search narrows to; an empty filter keeps everything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    /// Any of these patterns.
    pub patterns: Vec<Pattern>,
    /// Any of these muscles, primary or secondary.
    pub muscles: Vec<Muscle>,
    /// One of its ways needs no more than these. [`Equipment::None`] is always at hand.
    pub equipment: Vec<Equipment>,
    /// Works without a gym.
    pub at_home: bool,
}

impl Filter {
    /// True when `exercise` passes every part of the filter.
    pub fn keeps(&self, exercise: &Exercise) -> bool {
        let pattern = self.patterns.is_empty() || self.patterns.contains(&exercise.pattern);
        let muscle = self.muscles.is_empty()
            || exercise
                .primary
                .iter()
                .chain(&exercise.secondary)
                .any(|m| self.muscles.contains(m));
        let home = !self.at_home || exercise.works_at_home();
        pattern && muscle && home && self.equips(exercise)
    }

    fn equips(&self, exercise: &Exercise) -> bool {
        let at_hand = |item: &Equipment| *item == Equipment::None || self.equipment.contains(item);
        self.equipment.is_empty()
            || exercise.equipment.is_empty()
            || exercise.equipment.iter().any(|way| way.iter().all(at_hand))
    }
}

/// Exercises, session templates, template weeks and programs.
#[derive(Debug, Clone, Default)]
pub struct Library {
    exercises: Vec<Exercise>,
    index: FxHashMap<ExerciseId, usize>,
    sessions: Vec<SessionTemplate>,
    weeks: Vec<WeekTemplate>,
    programs: Vec<Program>,
    search: Index,
}

impl Library {
    /// A library of these exercises and templates and no others, in display order, without programs.
    pub fn from_parts(
        exercises: Vec<Exercise>,
        sessions: Vec<SessionTemplate>,
        weeks: Vec<WeekTemplate>,
    ) -> Self {
        Self::new(exercises, sessions, weeks, Vec::new())
    }

    /// The library that ships with the program.
    ///
    /// # Errors
    ///
    /// Names the place when a file of the library is damaged. The files are part of the program and a test
    /// reads them, so this happens only to somebody who is editing them.
    pub fn shipped() -> Result<Self, LibraryError> {
        let shipped = data::shipped()?;
        Ok(Self::new(
            shipped.exercises,
            shipped.sessions,
            shipped.weeks,
            shipped.programs,
        ))
    }

    /// This library with a coach's own exercises, templates and programs beside what ships.
    /// What has the same identity as something here takes its place.
    #[must_use]
    pub fn with_own(&self, own: &OwnLibrary) -> Self {
        Self::new(
            merged(&self.exercises, &own.exercises, |exercise| &exercise.id),
            merged(&self.sessions, &own.sessions, |template| &template.id),
            merged(&self.weeks, &own.weeks, |template| &template.id),
            merged(&self.programs, &own.programs, |program| &program.id),
        )
    }

    /// The exercise with this identity.
    pub fn exercise(&self, id: &ExerciseId) -> Option<&Exercise> {
        self.index
            .get(id)
            .and_then(|&index| self.exercises.get(index))
    }

    /// The session template with this identity.
    pub fn template(&self, id: &TemplateId) -> Option<&SessionTemplate> {
        self.sessions.iter().find(|template| template.id == *id)
    }

    /// The program with this identity.
    pub fn program(&self, id: &ProgramId) -> Option<&Program> {
        self.programs.iter().find(|program| program.id == *id)
    }

    /// The exercise with this name or alias, whatever its case, hyphens and plural.
    ///
    /// The equipment may stand behind in parentheses, as other programs write it: "Squat (Dumbbell)".
    pub fn find(&self, name: &str) -> Option<&Exercise> {
        self.search
            .find(name)
            .and_then(|index| self.exercises.get(index))
    }

    /// The exercise whose name is spelled most like `name`, where one is close enough to ask
    /// "did you mean …?".
    pub fn suggest(&self, name: &str) -> Option<&Exercise> {
        self.search
            .closest(name)
            .and_then(|index| self.exercises.get(index))
    }

    /// Exercises that match `query` by name or alias, forgiving spelling, best first, within `filter`.
    /// Those that only train the muscle, or belong to the movement, that `query` names come after.
    /// An empty query gives all, in display order.
    pub fn search(&self, query: &str, filter: &Filter) -> Vec<&Exercise> {
        let kept = |index: usize| self.exercises.get(index).filter(|&e| filter.keeps(e));
        self.search
            .ranked(query)
            .into_iter()
            .filter_map(kept)
            .collect()
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

    /// All programs, in display order.
    pub fn programs(&self) -> &[Program] {
        &self.programs
    }

    fn new(
        exercises: Vec<Exercise>,
        sessions: Vec<SessionTemplate>,
        weeks: Vec<WeekTemplate>,
        programs: Vec<Program>,
    ) -> Self {
        let index = exercises
            .iter()
            .enumerate()
            .map(|(i, e)| (e.id.clone(), i))
            .collect();
        let search = Index::new(&exercises);
        Self {
            exercises,
            index,
            sessions,
            weeks,
            programs,
            search,
        }
    }
}

/// `shipped` with `own` items in the place of those with the same identity, the others behind.
fn merged<T: Clone, Id: PartialEq>(shipped: &[T], own: &[T], id: impl Fn(&T) -> &Id) -> Vec<T> {
    let mut all = shipped.to_vec();
    for item in own {
        match all.iter_mut().find(|other| id(other) == id(item)) {
            Some(place) => *place = item.clone(),
            None => all.push(item.clone()),
        }
    }
    all
}
