//! The exercises that appear in an athlete's sessions, by number, with what the library says of them.

use std::collections::HashMap;

use crate::domain::{Demand, Exercise, ExerciseId, LoadType, Muscle, Pattern, Region};
use crate::library::Library;

/// The place of an exercise among those of an athlete: smaller than its identity, and quicker to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ExerciseKey(u32);

impl ExerciseKey {
    /// Its place, from 0.
    pub(super) fn index(self) -> usize {
        self.0 as usize
    }
}

/// An exercise as the charts know it.
#[derive(Debug, Clone, PartialEq)]
pub struct RosterEntry {
    /// Identity.
    pub exercise: ExerciseId,
    /// Its name when it was last logged or planned; may be empty.
    pub logged_name: String,
    /// What the library says; `None` for an exercise it does not hold (any more).
    pub known: Option<Known>,
}

/// What the library says of an exercise, as far as a figure rests on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Known {
    /// Its name.
    pub name: String,
    /// The movement.
    pub pattern: Pattern,
    /// Where it works.
    pub region: Region,
    /// Muscles that do the work.
    pub primary: Vec<Muscle>,
    /// Muscles that help.
    pub secondary: Vec<Muscle>,
    /// How it is loaded.
    pub load: LoadType,
    /// What it asks of the body.
    pub demand: Demand,
    /// Done one side at a time.
    pub single_side: bool,
}

impl Known {
    fn of(exercise: &Exercise) -> Self {
        Self {
            name: exercise.name.clone(),
            pattern: exercise.pattern,
            region: exercise.region,
            primary: exercise.primary.clone(),
            secondary: exercise.secondary.clone(),
            load: exercise.load,
            demand: exercise.demand,
            single_side: exercise.single_side,
        }
    }

    fn still_holds(&self, exercise: &Exercise) -> bool {
        self.name == exercise.name
            && self.pattern == exercise.pattern
            && self.region == exercise.region
            && self.primary == exercise.primary
            && self.secondary == exercise.secondary
            && self.load == exercise.load
            && self.demand == exercise.demand
            && self.single_side == exercise.single_side
    }
}

impl RosterEntry {
    /// Its name in the library, or as last logged, or its identity.
    pub fn name(&self) -> &str {
        match &self.known {
            Some(known) => &known.name,
            None if self.logged_name.is_empty() => self.exercise.as_str(),
            None => &self.logged_name,
        }
    }
}

/// The exercises of one athlete.
#[derive(Debug, Clone, Default)]
pub(super) struct Roster {
    entries: Vec<RosterEntry>,
    keys: HashMap<ExerciseId, ExerciseKey>,
}

impl Roster {
    /// The key of an exercise, which takes its place among the others when it is new.
    pub(super) fn key(&mut self, id: &ExerciseId, name: &str, library: &Library) -> ExerciseKey {
        let key = match self.keys.get(id) {
            Some(key) => *key,
            None => self.admit(id, library),
        };
        if let Some(entry) = self.entries.get_mut(key.index())
            && !name.is_empty()
            && entry.logged_name != name
        {
            name.clone_into(&mut entry.logged_name);
        }
        key
    }

    fn admit(&mut self, id: &ExerciseId, library: &Library) -> ExerciseKey {
        let key = ExerciseKey(self.entries.len() as u32);
        self.keys.insert(id.clone(), key);
        self.entries.push(RosterEntry {
            exercise: id.clone(),
            logged_name: String::new(),
            known: library.exercise(id).map(Known::of),
        });
        key
    }

    pub(super) fn find(&self, id: &ExerciseId) -> Option<ExerciseKey> {
        self.keys.get(id).copied()
    }

    pub(super) fn entry(&self, key: ExerciseKey) -> Option<&RosterEntry> {
        self.entries.get(key.index())
    }

    pub(super) fn known(&self, key: ExerciseKey) -> Option<&Known> {
        self.entry(key)?.known.as_ref()
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = (ExerciseKey, &RosterEntry)> {
        (0..).map(ExerciseKey).zip(&self.entries)
    }

    /// True when the library still says what it said when the exercises were admitted.
    pub(super) fn agrees_with(&self, library: &Library) -> bool {
        self.entries.iter().all(
            |entry| match (&entry.known, library.exercise(&entry.exercise)) {
                (Some(known), Some(exercise)) => known.still_holds(exercise),
                (None, None) => true,
                _ => false,
            },
        )
    }
}
