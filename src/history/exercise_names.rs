//! Which exercise of the library another program's name means. A wrong match is worse than a question, so a name is
//! either known, by the library or by the table of other programs' names, or it is asked about with guesses.

use std::collections::BTreeMap;

use crate::domain::{ExerciseId, NameAnswer};
use crate::library::{Filter, Library, known_exercise, nearest, waiting};

/// What a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExerciseMatch {
    /// This exercise.
    Known(ExerciseId),
    /// Nothing that is wanted: the coach said so before.
    LeftOut,
    /// Perhaps one of these, best first; perhaps none.
    Unknown(Vec<ExerciseId>),
}

/// How many guesses are offered.
const GUESSES: usize = 3;

/// Finds the exercise that `name` means. `learned` holds what was answered before, under names as they were asked.
pub fn match_exercise(
    name: &str,
    library: &Library,
    learned: &BTreeMap<String, NameAnswer>,
) -> ExerciseMatch {
    let answered = match learned.get(name) {
        Some(NameAnswer::LeaveOut) => return ExerciseMatch::LeftOut,
        Some(NameAnswer::Means(id)) => Some(id),
        None => None,
    };
    // An own exercise that was added under this name.
    let own = waiting(name);
    let answered = answered.or(Some(&own));
    let answered = answered.filter(|id| library.exercise(id).is_some());
    if let Some(id) = answered.cloned().or_else(|| known_exercise(name, library)) {
        return ExerciseMatch::Known(id);
    }
    let mut guesses: Vec<ExerciseId> = nearest(name, library)
        .into_iter()
        .chain(library.search(name, &Filter::default()))
        .map(|exercise| exercise.id.clone())
        .collect();
    // Without the words in brackets there is often a similar name.
    if guesses.is_empty()
        && let Some((before, _)) = name.split_once('(')
    {
        let near = library.search(before.trim(), &Filter::default());
        guesses.extend(near.into_iter().map(|exercise| exercise.id.clone()));
    }
    let mut seen = Vec::new();
    guesses.retain(|id| {
        let new = !seen.contains(id);
        seen.push(id.clone());
        new
    });
    guesses.truncate(GUESSES);
    ExerciseMatch::Unknown(guesses)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn library() -> Library {
        Library::shipped().unwrap()
    }

    fn known(name: &str) -> Option<String> {
        match match_exercise(name, &library(), &BTreeMap::new()) {
            ExerciseMatch::Known(id) => Some(id.to_string()),
            ExerciseMatch::LeftOut | ExerciseMatch::Unknown(_) => None,
        }
    }

    #[test]
    fn names_of_apps_and_languages_are_known() {
        for (name, id) in [
            ("Squat (Barbell)", "squat"),
            ("Barbell Back Squat", "squat"),
            ("DB RDL", "dumbbell-romanian-deadlift"),
            ("Kreuzheben (Langhantel)", "deadlift"),
            ("Développé couché", "bench-press"),
            ("Sentadilla búlgara", "bulgarian-split-squat"),
            ("Stacco da terra", "deadlift"),
            ("Kuitheffen", "standing-calf-raise"),
            ("PULL UPS", "pull-up"),
            ("goblet squat", "goblet-squat"),
            // Names as watches write them.
            ("barbell straight leg deadlift", "romanian-deadlift"),
            (
                "dumbbell straight leg deadlift",
                "dumbbell-romanian-deadlift",
            ),
            ("barbell hip thrust with bench", "hip-thrust"),
            ("bent over row with dumbell", "bent-over-dumbbell-row"),
        ] {
            assert_eq!(known(name).as_deref(), Some(id), "{name}");
        }
    }

    /// Names that are in no table, some of exercises that the library lacks: none may be taken for another.
    #[test]
    fn what_is_not_known_is_asked_about() {
        let taken: Vec<_> = [
            "Chest Fly (Machine)",
            "Lateral Raise (Dumbbell)",
            "Hack Squat (Machine)",
            "Incline Bench Press (Barbell)",
            "Decline Bench Press (Dumbbell)",
            "Close Grip Bench Press",
            "Sumo Deadlift (Barbell)",
            "Overhead Squat (Barbell)",
            "Snatch (Barbell)",
            "Power Clean",
            "Upright Row (Barbell)",
            "Shrug (Dumbbell)",
            "Hip Abduction (Machine)",
            "Hip Adduction (Machine)",
            "Reverse Curl",
            "Preacher Curl (Machine)",
            "Russian Twist",
            "Leg Press Calf Raise",
            "squat (which one is not said)",
            "Sentadilla hack",
            "Reverse Fly (Cable)",
            "Jump Squat",
            "Zottman Curl",
            "T Bar Row",
        ]
        .into_iter()
        .filter_map(|name| Some((name, known(name)?)))
        .collect();
        assert_eq!(taken, []);
    }

    #[test]
    fn an_answer_is_remembered_and_a_question_comes_with_guesses() {
        let learned = BTreeMap::from([
            (
                "My squat thing".to_owned(),
                NameAnswer::Means(ExerciseId::new("squat")),
            ),
            ("Sauna".to_owned(), NameAnswer::LeaveOut),
        ]);
        let sauna = match_exercise("Sauna", &library(), &learned);
        assert_eq!(sauna, ExerciseMatch::LeftOut);
        let found = match_exercise("My squat thing", &library(), &learned);
        assert_eq!(found, ExerciseMatch::Known(ExerciseId::new("squat")));
        let ExerciseMatch::Unknown(guesses) =
            match_exercise("Romanian deadlfit tempo", &library(), &BTreeMap::new())
        else {
            panic!("a question");
        };
        assert!(guesses.len() <= GUESSES);
        let first = guesses.first().map(ExerciseId::as_str);
        assert_eq!(
            first,
            Some("romanian-deadlift"),
            "a pause is no other exercise"
        );
    }
}
