//! What the names of exercises in files mean. Each name is looked up once, for it stands in many sessions.

use std::collections::{BTreeMap, HashMap};

use crate::domain::{ExerciseId, NameAnswer};
use crate::library::{Library, is_assisted, waiting};

use super::dumbbell_names::is_pair;
use super::exercise_names::{ExerciseMatch, match_exercise};

/// How an exercise's name of a file was matched.
pub(super) struct MatchedName {
    /// Which exercise it means.
    meaning: ExerciseMatch,
    /// The identity that its sets are kept under; `None` where they are left out.
    pub kept_under: Option<ExerciseId>,
    /// The weight of its sets is what a machine or a band takes off the body.
    pub is_assisted: bool,
    /// It is done with a dumbbell in each hand.
    pub is_pair: bool,
    /// The last file whose report was told of it, by its number.
    told: Option<usize>,
}

impl MatchedName {
    fn new(name: &str, library: &Library, learned: &BTreeMap<String, NameAnswer>) -> Self {
        let meaning = match_exercise(name, library, learned);
        Self {
            kept_under: match &meaning {
                ExerciseMatch::LeftOut => None,
                ExerciseMatch::Known(id) => Some(id.clone()),
                // Keep the sets under the name that they came with until it is known.
                ExerciseMatch::Unknown(_) => Some(waiting(name)),
            },
            meaning,
            is_assisted: is_assisted(name),
            is_pair: is_pair(name),
            told: None,
        }
    }

    fn exercise(&self) -> Option<ExerciseId> {
        match &self.meaning {
            ExerciseMatch::Known(id) => Some(id.clone()),
            ExerciseMatch::LeftOut | ExerciseMatch::Unknown(_) => None,
        }
    }

    /// What it may mean, where that has to be asked in a file which was not told of it yet.
    fn question(&mut self, file: usize) -> Option<Vec<ExerciseId>> {
        if self.told.replace(file) == Some(file) {
            return None;
        }
        match &self.meaning {
            ExerciseMatch::Unknown(guesses) => Some(guesses.clone()),
            ExerciseMatch::Known(_) | ExerciseMatch::LeftOut => None,
        }
    }
}

/// The names that were looked up so far.
pub(super) struct MatchedNames<'a> {
    library: &'a Library,
    learned: &'a BTreeMap<String, NameAnswer>,
    known: HashMap<String, MatchedName>,
}

impl<'a> MatchedNames<'a> {
    /// None yet; `learned` holds answers to earlier questions.
    pub(super) fn new(library: &'a Library, learned: &'a BTreeMap<String, NameAnswer>) -> Self {
        Self {
            library,
            learned,
            known: HashMap::new(),
        }
    }

    /// A name that was looked up.
    pub(super) fn get(&self, name: &str) -> Option<&MatchedName> {
        self.known.get(name)
    }

    /// Looks a name up. What it may mean, best first, where that has to be asked; a file is asked once.
    pub(super) fn question(&mut self, name: &str, file: usize) -> Option<Vec<ExerciseId>> {
        self.with(name, |found| found.question(file))
    }

    /// The exercise that a name means; `None` where that is not known or not wanted.
    pub(super) fn exercise(&mut self, name: &str) -> Option<ExerciseId> {
        self.with(name, |found| found.exercise())
    }

    fn with<T>(&mut self, name: &str, of: impl FnOnce(&mut MatchedName) -> T) -> T {
        if let Some(found) = self.known.get_mut(name) {
            return of(found);
        }
        let mut found = MatchedName::new(name, self.library, self.learned);
        let answer = of(&mut found);
        self.known.insert(name.to_owned(), found);
        answer
    }
}
