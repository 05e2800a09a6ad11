//! Which exercise of the library another program's name means. A wrong match is worse than a question, so a name is
//! either known, by the library or by the table of other programs' names, or it is asked about with guesses.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::domain::{Exercise, ExerciseId, NameAnswer};
use crate::library::{Filter, Library};

use super::plain_name::{
    MACHINE, has_rope, is_ambiguous, key, plain_words, sorted, without_details, without_grip,
    without_load,
};

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

/// Other programs' names, as [`key`] writes them.
static NAMES: LazyLock<HashMap<String, ExerciseId>> = LazyLock::new(|| {
    // The file is part of the program and a test reads it; without it more names are asked about.
    let table: BTreeMap<String, Vec<String>> =
        ron::from_str(include_str!("../../assets/import/exercise-names.ron")).unwrap_or_default();
    table
        .into_iter()
        .flat_map(|(id, names)| {
            names
                .into_iter()
                .map(move |name| (key(&name), ExerciseId::new(id.clone())))
        })
        .collect()
});

/// The exercise that other programs call so, or that has this name here.
pub fn known_exercise(name: &str, library: &Library) -> Option<ExerciseId> {
    let words = plain_words(name);
    if is_ambiguous(&words) {
        return None;
    }
    let found = named(&words, library)
        .or_else(|| library.find(name))
        .or_else(|| with_load(&words, library))
        .or_else(|| without_what_tells_nothing(&words, library))
        .or_else(|| said_twice(name, library))?;
    Some(found.id.clone())
}

/// The exercise that a name and the brackets behind it both mean: "Romanian Deadlift (RDL)".
fn said_twice<'a>(name: &str, library: &'a Library) -> Option<&'a Exercise> {
    let (before, rest) = name.split_once('(')?;
    let (within, behind) = rest.split_once(')')?;
    let find = |part: &str| named(&plain_words(part), library).or_else(|| library.find(part));
    let found = find(before).filter(|_| behind.trim().is_empty())?;
    (find(within)?.id == found.id).then_some(found)
}

/// Exercises that are the same whichever way the hands hold on; a bench press is another one with a close grip.
const PULLS: [&str; 5] = [
    "row",
    "seated-row",
    "inverted-row",
    "lat-pulldown",
    "pull-up",
];

/// The exercise that a name means besides pauses, handles, added weight or help, and the grip of a pull.
fn without_what_tells_nothing<'a>(words: &[String], library: &'a Library) -> Option<&'a Exercise> {
    let find = |words: &[String]| named(words, library).or_else(|| with_load(words, library));
    let plain = without_details(words);
    let found = plain.as_ref().and_then(|words| find(words));
    // With a rope a pulldown is one of straight arms.
    let found = found.filter(|found| found.id.as_str() != "lat-pulldown" || !has_rope(words));
    found.or_else(|| {
        let rest = without_grip(plain.as_deref().unwrap_or(words))?;
        find(&rest).filter(|pull| PULLS.contains(&pull.id.as_str()))
    })
}

/// The exercise that has exactly these words in its name, in any order.
fn named<'a>(words: &[String], library: &'a Library) -> Option<&'a Exercise> {
    let listed = NAMES
        .get(&sorted(words))
        .and_then(|id| library.exercise(id));
    listed.or_else(|| library.find(&words.join(" ")))
}

/// The exercise that a name means besides its load. A load may make another exercise of it, which then counts; a machine
/// mostly does, so the library has to know the exercise with one.
fn with_load<'a>(words: &[String], library: &'a Library) -> Option<&'a Exercise> {
    let (load, rest) = without_load(words)?;
    let plain = named(&rest, library)?;
    let loaded = library.find(&format!("{load} {}", plain.name));
    let is_known_so = || {
        plain.aliases.iter().any(|alias| {
            let found = named(&plain_words(&format!("{load} {alias}")), library);
            found.is_some_and(|found| found.id == plain.id)
        })
    };
    loaded.or((load != MACHINE || is_known_so()).then_some(plain))
}

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
    let answered = answered.filter(|id| library.exercise(id).is_some());
    if let Some(id) = answered.cloned().or_else(|| known_exercise(name, library)) {
        return ExerciseMatch::Known(id);
    }
    let mut guesses: Vec<ExerciseId> = library
        .suggest(name)
        .into_iter()
        .chain(library.search(name, &Filter::default()))
        .map(|exercise| exercise.id.clone())
        .collect();
    // Without what stands in brackets there is often a near one.
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
    fn the_table_names_real_exercises_and_no_name_twice() {
        let table: BTreeMap<String, Vec<String>> =
            ron::from_str(include_str!("../../assets/import/exercise-names.ron")).unwrap();
        let library = library();
        let mut seen = HashMap::new();
        let mut count = 0;
        for (id, names) in &table {
            assert!(
                library.exercise(&ExerciseId::new(id.clone())).is_some(),
                "{id}"
            );
            for name in names {
                count += 1;
                if let Some(other) = seen.insert(key(name), id) {
                    assert_eq!(other, id, "{name} is two exercises");
                }
            }
        }
        assert!(count >= 600, "{count}");
    }

    #[test]
    fn the_table_and_the_library_agree() {
        let library = library();
        let table: BTreeMap<String, Vec<String>> =
            ron::from_str(include_str!("../../assets/import/exercise-names.ron")).unwrap();
        for (id, names) in &table {
            for name in names {
                if let Some(found) = library.find(name) {
                    assert_eq!(found.id.as_str(), id, "{name}");
                }
            }
        }
    }

    #[test]
    fn names_of_apps_and_languages_are_known() {
        for (name, id) in [
            ("Squat (Barbell)", "squat"),
            ("Barbell Back Squat", "squat"),
            ("DB RDL", "romanian-deadlift"),
            ("Kreuzheben (Langhantel)", "deadlift"),
            ("Développé couché", "bench-press"),
            ("Sentadilla búlgara", "bulgarian-split-squat"),
            ("Stacco da terra", "deadlift"),
            ("Kuitheffen", "standing-calf-raise"),
            ("PULL UPS", "pull-up"),
            ("goblet squat", "goblet-squat"),
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
    }
}
