//! Names that nobody knows yet: what stands under them waits until somebody says which exercise it is.

use crate::domain::ExerciseId;

/// What begins the identity of an exercise that only history or a plan names.
const IMPORTED: &str = "own-imported-";

/// The identity under which sets and doses wait until somebody says what their exercise is; the same for a name however
/// it is spaced and capitalised.
pub fn waiting(name: &str) -> ExerciseId {
    let lower = name.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    ExerciseId::new(format!("{IMPORTED}{}", words.join("-")))
}

/// True for an identity that [`waiting`] gave.
pub fn is_waiting(id: &ExerciseId) -> bool {
    id.as_str().starts_with(IMPORTED)
}
