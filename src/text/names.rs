//! Where plan text looks up exercises, so that its tests need no library.

use crate::domain::ExerciseId;
use crate::library::Library;

/// Where plan text looks up exercises.
pub(super) trait Names {
    /// The identity and the name shown of the exercise with this name or alias.
    fn resolve(&self, name: &str) -> Option<(ExerciseId, String)>;
    /// The name of the exercise that comes closest to `name`.
    fn closest(&self, name: &str) -> Option<String>;
    /// The name shown of an exercise.
    fn name_of(&self, id: &ExerciseId) -> Option<String>;
}

impl Names for Library {
    fn resolve(&self, name: &str) -> Option<(ExerciseId, String)> {
        self.find(name)
            .map(|exercise| (exercise.id.clone(), exercise.name.clone()))
    }

    fn closest(&self, name: &str) -> Option<String> {
        self.suggest(name).map(|exercise| exercise.name.clone())
    }

    fn name_of(&self, id: &ExerciseId) -> Option<String> {
        self.exercise(id).map(|exercise| exercise.name.clone())
    }
}
