//! The list of a session's exercises: its names, and changes of it.

use crate::domain::Prescription;

use super::editor::Editor;

/// Names that tell the exercises of a session apart: the second "Squat" is "Squat (2)".
pub(super) fn distinct_names(
    exercises: &[Prescription],
    name_of: impl Fn(&Prescription) -> String,
) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(exercises.len());
    let plain: Vec<String> = exercises.iter().map(name_of).collect();
    for (index, name) in plain.iter().enumerate() {
        let before = plain
            .iter()
            .take(index)
            .filter(|other| *other == name)
            .count();
        names.push(if before == 0 {
            name.clone()
        } else {
            format!("{name} ({})", before + 1)
        });
    }
    names
}

/// Changes the list of exercises as one undo step.
pub(super) fn change_list(
    editor: &mut Editor,
    label: impl Into<String>,
    change: impl FnOnce(&mut Vec<Prescription>),
) {
    editor.change(label, |session| {
        if let Some(exercises) = session.plan.workout.exercises_mut() {
            change(exercises);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Count, ExerciseId, Reps};

    fn named(name: &str) -> Prescription {
        Prescription::new(ExerciseId::new(name), name, Count::exactly(3), Reps::Max)
    }

    #[test]
    fn the_same_exercise_twice_has_two_names() {
        let list = [named("Squat"), named("Plank"), named("Squat")];
        let names = distinct_names(&list, |prescription| prescription.name.clone());
        assert_eq!(names, ["Squat", "Plank", "Squat (2)"]);
    }
}
