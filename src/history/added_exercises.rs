//! Names of a file that become exercises of the coach's own: each like one of the library, of which it takes what it works
//! and how it is loaded.

use std::collections::BTreeMap;

use crate::domain::{Exercise, ExerciseId};
use crate::library::{Library, waiting};

/// An exercise with this name that works and is loaded as `like` is. How it is done is for the coach to say. Sets that
/// wait under the name are its own.
pub fn exercise_like(name: &str, like: &Exercise) -> Exercise {
    Exercise {
        id: waiting(name),
        name: name.trim().to_owned(),
        aliases: Vec::new(),
        cues: Vec::new(),
        mistakes: Vec::new(),
        why: String::new(),
        easier: None,
        harder: None,
        figure: None,
        sources: Vec::new(),
        ..like.clone()
    }
}

/// The exercises that names become, by name the one of the library that each is like. One that the library lost meanwhile
/// adds nothing: its name is asked about again.
pub fn added_exercises(added: &BTreeMap<String, ExerciseId>, library: &Library) -> Vec<Exercise> {
    let added = added.iter().filter_map(|(name, like)| {
        let like = library.exercise(like)?;
        Some(exercise_like(name, like))
    });
    added.collect()
}

#[cfg(test)]
mod tests {
    use super::super::exercise_names::{ExerciseMatch, match_exercise};
    use super::*;
    use crate::domain::OwnLibrary;

    #[test]
    fn a_name_that_was_added_is_known_from_then_on_and_works_what_the_other_works() {
        let library = Library::shipped().unwrap();
        let name = "Zercher Yoke Carry (Weighted)";
        let none = BTreeMap::new();
        let before = match_exercise(name, &library, &none);
        assert!(matches!(before, ExerciseMatch::Unknown(_)), "{before:?}");
        let added = BTreeMap::from([(name.to_owned(), ExerciseId::new("squat"))]);
        let exercises = added_exercises(&added, &library);
        let own = OwnLibrary {
            exercises: exercises.clone(),
            ..OwnLibrary::default()
        };
        let library = library.with_own(&own);
        assert_eq!(
            match_exercise(name, &library, &none),
            ExerciseMatch::Known(waiting(name))
        );
        let squat = library.exercise(&ExerciseId::new("squat")).unwrap();
        assert_eq!(exercises[0].name, name);
        assert_eq!(exercises[0].primary, squat.primary);
        assert!(exercises[0].cues.is_empty());
    }
}
